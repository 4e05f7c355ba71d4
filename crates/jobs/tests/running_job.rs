//! A job against a scripted server: its states, its output, its end.

mod scripted_server;

use psjob_jobs::{JobEvent, JobStart, JobState, RunningJob, pipelines};
use psrp::client::Record;
use scripted_server::ScriptedServer;

fn start(server: &ScriptedServer, script: &str) -> RunningJob {
    let start = JobStart {
        command: script.into(),
        commands: vec![pipelines::script(script, &[])],
        ..JobStart::default()
    };
    RunningJob::start(server, 1, start).unwrap()
}

/// A record's kind and text.
fn shown(record: &Record) -> String {
    let text = |text: &Option<clixml::Text>| text.as_ref().unwrap().to_string();
    match record {
        Record::Error(error) => format!("error {}", text(&error.message())),
        Record::Warning(warning) => format!("warning {}", text(&warning.message)),
        other => format!("{other:?}"),
    }
}

/// All that comes of a job, as text.
fn story(job: &mut RunningJob) -> Vec<String> {
    std::iter::from_fn(|| job.next_event().unwrap())
        .map(|event| match event {
            JobEvent::StateChanged(state) => state.to_string(),
            JobEvent::HostCall(asked) => format!("{:?}", asked.call),
            JobEvent::Output(data) => String::from_utf8(data.to_vec()).unwrap(),
            JobEvent::Record { record, .. } => shown(&record),
        })
        .collect()
}

#[test]
fn a_job_completes_and_its_streams_come_in_order() {
    let mut job = start(&ScriptedServer::default(), "out:1 warn:w error:e out:2");
    assert_eq!(job.job().state(), JobState::Running);
    assert_eq!(story(&mut job), ["<S>1</S>", "warning w", "error e", "<S>2</S>", "Completed"]);
    assert_eq!((job.job().name.as_str(), job.job().children[0].id), ("Job1", 2));
    assert_eq!(job.job().reason(), None);
}

#[test]
fn a_job_that_fails_has_a_reason() {
    let mut job = start(&ScriptedServer::default(), "out:1 fail:broken");
    assert_eq!(story(&mut job), ["<S>1</S>", "Failed"]);
    let reason = job.job().reason().unwrap();
    assert_eq!(reason.message, "broken");
    assert!(reason.error.is_some());
}

#[test]
fn a_job_that_is_stopped_says_so() {
    let mut job = start(&ScriptedServer::default(), "out:1 wait");
    assert!(matches!(job.next_event().unwrap(), Some(JobEvent::Output(_))));
    job.stopper().stop();
    assert_eq!(story(&mut job), ["Stopped"]);
}

#[test]
fn a_job_can_be_stopped_before_its_session_is_open() {
    let mut job = start(&ScriptedServer::default(), "wait");
    job.stopper().stop();
    assert_eq!(story(&mut job), ["Stopped"]);
}

#[test]
fn a_session_that_does_not_open_fails_the_job() {
    let server = ScriptedServer { refuse: Some("init failed"), ..ScriptedServer::default() };
    let mut job = start(&server, "out:1");
    assert_eq!(story(&mut job), ["Failed"]);
    assert_eq!(job.job().reason().unwrap().message, "init failed");
}

#[test]
fn a_session_that_ends_itself_fails_the_job_after_its_output() {
    let mut job = start(&ScriptedServer::default(), "out:1 exit:3");
    assert_eq!(story(&mut job), ["<S>1</S>", "Failed"]);
    assert_eq!(job.job().reason().unwrap().message, "the job's session ended itself with exit code 3");
}

#[test]
fn much_output_comes_whole() {
    let words: Vec<String> = (0..20_000).map(|n| format!("out:{n}")).collect();
    let mut job = start(&ScriptedServer::default(), &words.join(" "));
    let story = story(&mut job);
    assert_eq!(story.len(), 20_001);
    assert!(story.iter().enumerate().take(20_000).all(|(n, line)| *line == format!("<S>{n}</S>")));
}
