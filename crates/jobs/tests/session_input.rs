//! Input of a pipeline, from one thread while another takes what it puts out.

mod scripted_server;

use std::sync::Arc;
use std::sync::mpsc;
use std::thread;

use bytes::Bytes;
use psjob_channel::{Lane, SessionStart};
use psjob_jobs::{Happened, Session, pipelines};
use psrp::client::{ClientOptions, Event};
use scripted_server::ScriptedServer;

#[test]
fn more_input_than_the_channel_holds_passes_whole() {
    let server = ScriptedServer::default();
    let session = Session::begin(&server, SessionStart::default(), ClientOptions::default()).unwrap();
    let session = Arc::new(session);
    let (tell, opened) = mpsc::channel();
    let feeding = session.clone();
    let feeder = thread::spawn(move || {
        let pipeline = opened.recv().unwrap();
        for n in 0..2000 {
            let object = format!("<S>{n}{}</S>", "x".repeat(5000));
            feeding.write_input(pipeline, &Bytes::from(object)).unwrap();
        }
        feeding.end_input(pipeline).unwrap();
    });
    let mut outputs = 0;
    loop {
        match session.next(None).unwrap() {
            Some(Happened::Event(Event::Opened { .. })) => {
                tell.send(session.create_pipeline(&pipelines::show_input()).unwrap()).unwrap();
            }
            Some(Happened::Event(Event::Output { data, .. })) => {
                assert!(data.starts_with(format!("<S>{outputs}x").as_bytes()));
                outputs += 1;
            }
            Some(Happened::Event(Event::PipelineEnded { .. })) => session.close(Lane::Pool).unwrap(),
            Some(Happened::Event(Event::Closed)) => break,
            _ => {}
        }
    }
    feeder.join().unwrap();
    assert_eq!(outputs, 2000);
}
