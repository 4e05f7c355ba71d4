//! The job cmdlets over a source whose jobs the scripts of the tests direct.

mod script;

use bytes::Bytes;
use pwsh_runtime::job::{
    BackgroundStart, JobControl, JobFailure, JobSink, JobSource, JobState, JobStream, StartedJob,
};
use script::{Ran, run_with};
use std::sync::Arc;
use uuid::Uuid;

/// Runs jobs at once: each word of the first command's text is something that the job does.
struct Directed;

impl JobSource for Directed {
    fn start(&self, start: BackgroundStart, sink: Arc<dyn JobSink>) -> Result<StartedJob, String> {
        let text = start.commands[0].text.clone();
        for word in text.split_whitespace() {
            match word.split_once(':').unwrap_or((word, "")) {
                ("out", text) => sink.output(Bytes::from(format!("<S>{text}</S>"))),
                ("warn", text) => sink.record(JobStream::Warning, record(text)),
                ("done", _) => sink.changed(JobState::Completed, None),
                ("lost", text) => {
                    sink.changed(JobState::Failed, Some(JobFailure::Session(text.to_owned())));
                }
                ("exit", code) => {
                    sink.changed(JobState::Failed, Some(JobFailure::Exit(code.parse().unwrap())));
                }
                ("ask", _) => sink.changed(JobState::Blocked, None),
                ("none", text) => return Err(text.to_owned()),
                ("commands", _) => {
                    let names: Vec<String> = start
                        .commands
                        .iter()
                        .map(|c| format!("{}={}", c.is_script, c.arguments.len()))
                        .collect();
                    sink.output(Bytes::from(format!("<S>{}</S>", names.join(" "))));
                }
                ("input", _) => start.input.iter().flatten().for_each(|item| sink.output(item.clone())),
                ("arguments", _) => start.commands[0].arguments.iter().for_each(|(name, data)| {
                    let name = name.clone().unwrap_or_default();
                    sink.output(Bytes::from(format!("<S>{name}</S>")));
                    sink.output(data.clone().into());
                }),
                _ => {}
            }
        }
        Ok(StartedJob { runspace: Uuid::nil(), control: Box::new(Stops(sink)) })
    }
}

/// A job that runs until it is stopped.
struct Stops(Arc<dyn JobSink>);

impl JobControl for Stops {
    fn stop(&self) {
        self.0.changed(JobState::Stopped, None);
    }
}

fn record(text: &str) -> Bytes {
    format!(r#"<Obj RefId="0"><ToString>{text}</ToString><MS><S N="InformationalRecord_Message">{text}</S></MS></Obj>"#)
        .into()
}

fn run(script: &str) -> Ran {
    run_with(script, |shared| _ = shared.jobs.set(Arc::new(Directed)))
}

fn check(script: &str, expected: &[&str]) {
    let ran = run(script);
    assert_eq!(ran.output, expected, "{script}: {:?}", ran.errors);
}

fn check_errors(script: &str, expected: &[&str]) {
    let ran = run(script);
    assert_eq!(ran.errors, expected, "{script}: {:?}", ran.output);
}

#[test]
fn a_job_and_its_child_have_numbers_names_and_a_state() {
    check(
        "$j = Start-Job { $null; 'done' }; $j.Id; $j.Name; $j.State; $j.PSJobTypeName; $j.ChildJobs[0].Name; $j.ChildJobs[0].Location",
        &["1", "Job1", "Running", "BackgroundJob", "Job2", "localhost"],
    );
    check(
        "$j = Start-Job -Name x { $null; ' done ' }; $j.Name; $j.JobStateInfo.ToString()",
        &["x", "Completed"],
    );
}

#[test]
fn what_was_received_is_gone_unless_it_is_kept() {
    check(
        "$j = Start-Job { $null; ' out:a out:b done ' }; Receive-Job $j -Keep; Receive-Job $j; Receive-Job $j; $j.HasMoreData",
        &["a", "b", "a", "b", "False"],
    );
    check(
        "$j = Start-Job { $null; ' out:a ' }; $j.ChildJobs[0].Output.Count; $j.ChildJobs[0].Output[0]; $j.HasMoreData",
        &["1", "a", "True"],
    );
}

#[test]
fn output_says_where_it_comes_from() {
    check(
        "$j = Start-Job { $null; ' out:a done ' }; $r = Receive-Job $j -Wait; $r.PSComputerName; $r.PSShowComputerName; $r.RunspaceId; $r.PSSourceJobInstanceId -eq $j.ChildJobs[0].InstanceId",
        &["localhost", "False", "00000000-0000-0000-0000-000000000000", "True"],
    );
}

#[test]
fn records_come_out_on_their_streams() {
    let ran = run("Start-Job { $null; ' warn:careful done ' } | Receive-Job -Wait -AutoRemoveJob");
    assert_eq!(ran.warnings, ["careful"]);
}

#[test]
fn a_job_whose_session_fails_says_why_each_time() {
    let lost = "2100,PSSessionStateBroken";
    check_errors("$j = Start-Job { $null; ' lost:broken ' }; Receive-Job $j; Receive-Job $j", &[lost, lost]);
    check(
        "(Start-Job { $null; ' lost:broken ' }).ChildJobs[0].JobStateInfo.Reason.Message",
        &["The background process reported an error with the following message: broken."],
    );
    check_errors("Start-Job { $null; ' exit:3 ' } | Receive-Job", &["2101,PSSessionStateBroken"]);
    check("(Start-Job { $null; ' none:nothing ' }).State", &["Failed"]);
}

#[test]
fn a_stopped_job_stays_stopped() {
    check("$j = Start-Job { $null }; Stop-Job $j; $j.State; $j.ChildJobs[0].State", &["Stopped", "Stopped"]);
    check("$j = Start-Job { $null }; Stop-Job $j.ChildJobs[0]; $j.State", &["Completed"]);
    check("$j = Start-Job { $null }; $j.StopJob(); $j.State; $j.Finished.WaitOne()", &["Stopped", "True"]);
}

#[test]
fn a_running_job_is_removed_by_force_only() {
    let id = "JobObjectNotFinishedCannotBeRemoved,Microsoft.PowerShell.Commands.RemoveJobCommand";
    check_errors("$j = Start-Job { $null }; Remove-Job $j", &[id]);
    check("$j = Start-Job { $null }; Remove-Job $j -Force; $j.State; @(Get-Job).Count", &["Stopped", "0"]);
    let child = "CannotRemoveJob,Microsoft.PowerShell.Commands.RemoveJobCommand";
    check_errors("$j = Start-Job { $null; ' done ' }; Remove-Job $j.ChildJobs[0]", &[child]);
}

#[test]
fn jobs_are_found_by_what_is_said_of_them() {
    let two = "$a = Start-Job -Name aa { $null; ' done ' }; $b = Start-Job -Name ab { $null }; ";
    check(
        &format!("{two}(Get-Job -Name a*).Count; (Get-Job -State Running).Name; (Get-Job -Id 1).Name"),
        &["2", "ab", "aa"],
    );
    check(
        &format!("{two}(Get-Job 2).GetType().Name; (Get-Job -Newest 1).Name.Length"),
        &["PSRemotingChildJob", "2"],
    );
    let missing = "JobWithSpecifiedNameNotFound,Microsoft.PowerShell.Commands.GetJobCommand";
    check_errors(&format!("{two}Get-Job nope; Get-Job no*"), &[missing]);
}

#[test]
fn waiting_gives_the_jobs_that_are_over() {
    let two = "$a = Start-Job { $null; ' done ' }; $b = Start-Job { $null }; ";
    check(&format!("{two}(Wait-Job $a, $b -Any).Id; @(Wait-Job $a, $b -Timeout 0).Count"), &["1", "0"]);
    let deadlock = "BlockedJobsDeadlockWithWaitJob,Microsoft.PowerShell.Commands.WaitJobCommand";
    check_errors("Start-Job { $null; ' ask ' } | Wait-Job", &[deadlock]);
}

#[test]
fn a_pipeline_of_plain_commands_is_sent_as_commands() {
    check("Start-Job { commands a -b 1 -c:2 | done } | Receive-Job", &["false=4 false=0"]);
    check("Start-Job { $null; ' commands ' } | Receive-Job", &["true=0"]);
    check("Start-Job { commands $x } | Receive-Job", &["true=0"]);
}

#[test]
fn arguments_input_and_used_values_go_along() {
    check("Start-Job { $null; ' arguments ' } -ArgumentList 1, 'b' | Receive-Job", &["", "1", "", "b"]);
    check("1..2 | Start-Job { $null; ' input ' } | Receive-Job", &["1", "2"]);
    check(
        "$x = 7; $r = Start-Job { $using:x; ' arguments ' } | Receive-Job; $r[0]; $r[1].Values",
        &["--%", "7"],
    );
    let undefined = "UsingVariableIsUndefined,Microsoft.PowerShell.Commands.StartJobCommand";
    check_errors("Start-Job { $using:nosuch }", &[undefined]);
}

#[test]
fn the_background_operator_uses_the_callers_variables() {
    check(
        "$x = 5; $j = Write-Output $x &; $j.Command; $j.GetType().Name",
        &["Write-Output ${using:x}", "PSRemotingJob"],
    );
}

#[test]
fn a_computers_name_chooses_what_is_received() {
    let job = "$j = Start-Job { $null; ' out:a done ' }; ";
    check(&format!("{job}Receive-Job $j -ComputerName LocalHost"), &["a"]);
    check(&format!("{job}Receive-Job $j -ComputerName elsewhere"), &[]);
}

#[test]
fn force_changes_nothing_for_jobs_that_go_on() {
    let job = "$j = Start-Job { $null; ' out:a done ' }; ";
    check(&format!("{job}(Wait-Job $j -Force).State; Receive-Job $j -Wait -Force"), &["Completed", "a"]);
}
