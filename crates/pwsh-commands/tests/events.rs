//! The event cmdlets: the queue, subscriptions and their actions.

use pwsh_runtime::command::CommandTable;
use pwsh_runtime::error_record::ErrorRecord;
use pwsh_runtime::host::Collected;
use pwsh_runtime::pipeline::Streams;
use pwsh_runtime::record::Record;
use pwsh_runtime::{Runspace, Session, Shared};
use pwsh_value::{Process, convert};
use std::sync::Arc;

/// The texts of what a script puts out, and the ids of its errors.
fn run(script: &str) -> (Vec<String>, Vec<String>) {
    let types =
        [psjob_dotnet::table::TYPES, pwsh_runtime::facade::TYPES, pwsh_commands::types::TYPES].concat();
    pwsh_value::ty::install(&types);
    let shared = Arc::new(Shared::new(CommandTable::new(&pwsh_commands::declarations())));
    let session = Session::new(shared, Process::inherit());
    let collected = Arc::new(Collected::default());
    let mut rs = Runspace::new(session, collected.clone(), None);
    rs.begin_pipeline(Arc::default(), collected.clone(), None);
    let result = rs.parse(script).and_then(|block| rs.run_block(block, true, Vec::new(), Streams::TOP));
    let mut errors = Vec::new();
    if let Err(error) = result {
        errors.push(error.message().to_string());
    }
    let output = std::mem::take(&mut *collected.output.lock());
    let output = output.iter().map(|v| convert::to_text(&mut rs, v).unwrap().to_string()).collect();
    for record in collected.records.lock().iter() {
        if let Record::Error(record) = record {
            let record = record.as_object().unwrap().get::<ErrorRecord>().unwrap();
            errors.push(record.id.to_string());
        }
    }
    (output, errors)
}

fn check(script: &str, expected: &[&str]) {
    let (output, errors) = run(script);
    assert_eq!(output, expected, "{script}: {errors:?}");
}

fn check_error(script: &str, id: &str) {
    let (output, errors) = run(script);
    assert_eq!(errors, [id], "{script}: {output:?}");
}

#[test]
fn events_that_nobody_takes_wait_in_order() {
    check(
        "1..3 | % { $null = New-Event A -MessageData $_ }; (Get-Event A).MessageData; (Get-Event).Count",
        &["1", "2", "3", "3"],
    );
    check("$null = New-Event A; Remove-Event A; @(Get-Event).Count", &["0"]);
    check(
        "$e = New-Event A -Sender s -EventArguments 1, 2; $e.Sender; $e.SourceArgs; $e.EventIdentifier",
        &["s", "1", "2", "1"],
    );
}

#[test]
fn an_action_runs_for_each_event_and_sees_it() {
    check(
        "$j = Register-EngineEvent A -Action { $global:seen = \"$($Event.MessageData) $Sender $($args[0])\" }; $null = New-Event A -Sender s -EventArguments 9 -MessageData m; $seen; @(Get-Event).Count; $j.State",
        &["m s 9", "0", "Running"],
    );
}

#[test]
fn an_action_keeps_its_variables_and_its_output() {
    check(
        "$j = Register-EngineEvent A -Action { $n++; $n }; 1..3 | % { $null = New-Event A }; Receive-Job $j; $n; $j.HasMoreData",
        &["1", "2", "3", "", "True"],
    );
}

#[test]
fn an_action_that_throws_ends_its_job_alone() {
    check(
        "$j = Register-EngineEvent A -Action { throw 'bad' }; $null = New-Event A; $j.State; $j.Error[0].Exception.Message; 'goes on'",
        &["Failed", "bad", "goes on"],
    );
}

#[test]
fn a_subscription_takes_no_more_than_it_said() {
    check(
        "$j = Register-EngineEvent A -MaxTriggerCount 2 -Action { $global:n++ }; 1..3 | % { $null = New-Event A }; $n; @(Get-EventSubscriber).Count; $j.State; @(Get-Event).Count",
        &["2", "0", "Stopped", "1"],
    );
}

#[test]
fn a_subscription_that_is_ended_hears_nothing() {
    check(
        "$j = Register-EngineEvent A -Action { $global:n++ }; Unregister-Event A; $null = New-Event A; \"[$n]\"; $j.State",
        &["[]", "Stopped"],
    );
}

#[test]
fn a_timer_raises_events_until_it_is_stopped() {
    check(
        "$t = [System.Timers.Timer]::new(1); $t.AutoReset = $false; Register-ObjectEvent $t Elapsed T -MessageData m; $t.Start(); $e = Wait-Event T; $e.MessageData; $e.SourceEventArgs.GetType().Name; $e.Sender.Enabled",
        &["m", "ElapsedEventArgs", "False"],
    );
    check_error(
        "Register-ObjectEvent ([System.Timers.Timer]::new(1)) Nope",
        "INVALID_REGISTRATION,Microsoft.PowerShell.Commands.RegisterObjectEventCommand",
    );
}

#[test]
fn an_action_runs_while_another_event_is_waited_for() {
    check(
        "$t = [System.Timers.Timer]::new(1); $t.AutoReset = $false; $null = Register-ObjectEvent $t Elapsed T -Action { $null = New-Event Done -MessageData 'from action' }; $t.Start(); (Wait-Event Done).MessageData",
        &["from action"],
    );
}

#[test]
fn a_job_tells_of_its_states_as_events() {
    check(
        "$j = Register-EngineEvent A -Action { }; Register-ObjectEvent $j StateChanged S; Unregister-Event A; (Get-Event S).SourceEventArgs.JobStateInfo.State",
        &["Stopped"],
    );
}

#[test]
fn names_and_numbers_that_nothing_has_are_errors() {
    check_error("Get-Event No", "INVALID_SOURCE_IDENTIFIER,Microsoft.PowerShell.Commands.GetEventCommand");
    check_error(
        "Unregister-Event -SubscriptionId 9",
        "INVALID_SUBSCRIPTION_IDENTIFIER,Microsoft.PowerShell.Commands.UnregisterEventCommand",
    );
    check_error(
        "Register-EngineEvent A; Register-EngineEvent A",
        "SUBSCRIBER_EXISTS,Microsoft.PowerShell.Commands.RegisterEngineEventCommand",
    );
    check("Get-Event No*; 'none'", &["none"]);
}
