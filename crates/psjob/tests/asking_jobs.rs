//! Jobs of scripts that ask: blocked until the host of their receiver has answered.

use psjob::local_jobs::LocalJobs;
use psjob_embedded::Embedded;
use psjob_jobs::{JobEvent, JobStart, RunningJob, pipelines};
use psrp::host::{HostCall, HostInfo, HostReturn};
use std::sync::Arc;

#[test]
fn a_question_of_a_job_is_answered_by_the_receivers_host() {
    let engine = Arc::new(Embedded::new());
    engine.run_jobs_by(LocalJobs::of(&engine));
    let script = "$j = Start-Job { \"hello $(Read-Host)\" }; try { $null = Wait-Job $j } catch { }; \"$($j.State)\"; Receive-Job $j -Wait | ForEach-Object { \"$_\" }; \"$($j.State)\"";
    let host = HostInfo { is_host_null: false, is_host_ui_null: false, ..HostInfo::NONE };
    let commands = vec![pipelines::script(script, &[])];
    let mut job = RunningJob::start(&*engine, 1, JobStart { commands, host, ..JobStart::default() }).unwrap();
    let mut output = Vec::new();
    while let Some(event) = job.next_event().unwrap() {
        match event {
            JobEvent::Output(data) => output.push(String::from_utf8(data.to_vec()).unwrap()),
            JobEvent::HostCall(asked) if matches!(*asked.call, HostCall::ReadLine) => {
                asked.answerer.answer(Ok(&HostReturn::Text("you".into()))).unwrap();
            }
            _ => {}
        }
    }
    assert!(output.contains(&"<S>hello you</S>".to_owned()), "{output:?}");
    assert_eq!(output.last().unwrap(), "<S>Completed</S>");
}
