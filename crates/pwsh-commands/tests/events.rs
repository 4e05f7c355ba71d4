//! The event cmdlets: the queue, subscriptions and their actions.

mod script;

use script::{check, check_error};

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
