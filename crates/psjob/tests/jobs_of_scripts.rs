//! Jobs that scripts start, and events that they forward, over the real engine.

use psjob::local_jobs::LocalJobs;
use psjob_channel::SessionStart;
use psjob_embedded::Embedded;
use psjob_jobs::{Happened, JobEvent, JobStart, JobState, RunningJob, Session, pipelines};
use psrp::client::{ClientOptions, Event};
use std::sync::Arc;

fn engine() -> Arc<Embedded> {
    let engine = Arc::new(Embedded::new());
    engine.run_jobs_by(LocalJobs::of(&engine));
    engine
}

/// The output of a script as CLIXML, and how it ended.
fn run(script: &str) -> (Vec<String>, JobState) {
    let commands = vec![pipelines::script(script, &[])];
    let start = JobStart { commands, ..JobStart::default() };
    let engine = engine();
    let mut job = RunningJob::start(&*engine, 1, start).unwrap();
    let mut output = Vec::new();
    while let Some(event) = job.next_event().unwrap() {
        match event {
            JobEvent::Output(data) => output.push(String::from_utf8(data.to_vec()).unwrap()),
            JobEvent::Record { record, .. } => output.push(format!("{record:?}")),
            JobEvent::StateChanged(_) | JobEvent::HostCall(_) => {}
        }
    }
    (output, job.job().state())
}

fn check(script: &str, expected: &[&str]) {
    assert_eq!(run(script), (expected.iter().map(ToString::to_string).collect(), JobState::Completed));
}

#[test]
fn a_script_starts_a_job_and_receives_it() {
    check(
        "Start-Job { 1 + 1 } | Receive-Job -Wait -AutoRemoveJob | ForEach-Object { $_ + 0 }",
        &["<I32>2</I32>"],
    );
}

#[test]
fn a_job_has_the_environment_and_the_location_of_its_caller() {
    check(
        "Set-Location /tmp; $env:PSJOB_TEST = 'seen'; Start-Job { \"$env:PSJOB_TEST $PWD\" } | Receive-Job -Wait | ForEach-Object { \"$_\" }",
        &["<S>seen /tmp</S>"],
    );
}

#[test]
fn much_input_reaches_a_job_that_puts_out_as_much() {
    let script = "$text = 'x' * 1000; 1..3000 | ForEach-Object { $text } | Start-Job { $input } | Receive-Job -Wait | Measure-Object | ForEach-Object Count";
    check(script, &["<I32>3000</I32>"]);
}

#[test]
fn a_job_that_never_ends_is_stopped_with_its_session() {
    let (output, state) = run("$null = Start-Job { while ($true) { } }; 'left'");
    assert_eq!((output, state), (vec!["<S>left</S>".to_owned()], JobState::Completed));
}

#[test]
fn what_a_script_forwards_reaches_the_client() {
    let engine = engine();
    let session = Session::begin(&*engine, SessionStart::default(), ClientOptions::default()).unwrap();
    let script =
        "Register-EngineEvent My.Event -Forward; $null = New-Event My.Event -Sender me -MessageData 7";
    loop {
        match session.next(None).unwrap() {
            Some(Happened::Event(Event::Opened { .. })) => {
                let create = pipelines::commands(vec![pipelines::script(script, &[])], true);
                session.create_pipeline(&create).unwrap();
            }
            Some(Happened::Event(Event::UserEvent(event))) => {
                assert_eq!(event.source_identifier.as_ref().unwrap().to_string(), "My.Event");
                assert_eq!(event.message_data, clixml::tree::Value::Int32(7));
                return;
            }
            Some(Happened::Event(Event::PipelineEnded { .. } | Event::Broken { .. } | Event::Closed)) => {
                panic!("the event did not come")
            }
            _ => {}
        }
    }
}
