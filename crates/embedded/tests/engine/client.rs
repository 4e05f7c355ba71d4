//! A client of an engine in the same process.

use bytes::Bytes;
use clixml::Reader;
use psjob_channel::{Lane, Notice, SessionStart};
use psjob_embedded::Embedded;
use psjob_jobs::{Happened, Session, pipelines};
use psrp::client::{ClientOptions, Event};
use psrp::enumeration::PipelineState;
use psrp::message::CreatePipeline;
use uuid::Uuid;

/// A session that is open.
pub struct Client {
    pub session: Session,
}

/// What a pipeline gave.
#[derive(Debug, PartialEq)]
pub struct Ran {
    /// Its output, each object as text.
    pub output: Vec<String>,
    /// Its final state; `None`: the session ended before.
    pub state: Option<PipelineState>,
    /// The code that the session ended itself with.
    pub exit: Option<i32>,
}

impl Ran {
    /// What a pipeline gives that runs to its end.
    pub fn completed(output: &[&str]) -> Ran {
        let output = output.iter().map(|&text| text.to_owned()).collect();
        Ran { output, state: Some(PipelineState::COMPLETED), exit: None }
    }
}

impl Client {
    pub fn open(engine: &Embedded) -> Client {
        Client::open_with(engine, SessionStart::default())
    }

    pub fn open_with(engine: &Embedded, start: SessionStart) -> Client {
        let session = Session::begin(engine, start, ClientOptions::default()).unwrap();
        loop {
            match session.next(None).unwrap() {
                Some(Happened::Event(Event::Opened { .. })) => return Client { session },
                Some(Happened::Event(Event::Closed | Event::Broken { .. })) => {
                    panic!("the session does not open")
                }
                _ => {}
            }
        }
    }

    /// A script as a pipeline without input.
    pub fn script(text: &str) -> CreatePipeline {
        pipelines::commands(vec![pipelines::script(text, &[])], true)
    }

    /// Runs a script to its end.
    pub fn run(&self, text: &str) -> Ran {
        let pipeline = self.begin(&Client::script(text));
        self.finish(pipeline)
    }

    pub fn begin(&self, create: &CreatePipeline) -> Uuid {
        self.session.create_pipeline(create).unwrap()
    }

    /// What the pipeline puts out from now on.
    pub fn finish(&self, wanted: Uuid) -> Ran {
        let mut ran = Ran { output: Vec::new(), state: None, exit: None };
        loop {
            match self.session.next(None).unwrap() {
                Some(Happened::Event(Event::Output { pipeline, data })) if pipeline == wanted => {
                    ran.output.push(text(&data));
                }
                Some(Happened::Event(Event::PipelineEnded { pipeline, state, .. })) if pipeline == wanted => {
                    ran.state = Some(state);
                    self.session.close(Lane::Pipeline(pipeline)).unwrap();
                    return ran;
                }
                Some(Happened::Notice(Notice::Exit { code })) => ran.exit = Some(code),
                Some(Happened::Event(Event::Closed)) => return ran,
                _ => {}
            }
            if ran.exit.is_some() {
                return ran;
            }
        }
    }

    /// The next object that any pipeline puts out.
    pub fn next_output(&self) -> (Uuid, String) {
        loop {
            match self.session.next(None).unwrap() {
                Some(Happened::Event(Event::Output { pipeline, data })) => return (pipeline, text(&data)),
                Some(Happened::Event(Event::PipelineEnded { error: Some(error), .. })) => panic!("{error:?}"),
                Some(Happened::Event(Event::Closed)) => panic!("no output"),
                _ => {}
            }
        }
    }
}

fn text(data: &Bytes) -> String {
    let value = clixml::tree::read(Reader::new(data)).unwrap();
    let text: &clixml::Text = value.to().expect("the scripts of these tests put out strings");
    text.to_string_lossy().into_owned()
}
