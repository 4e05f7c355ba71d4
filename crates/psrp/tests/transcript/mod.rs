//! Reads the recorded conversations in `fixtures/transcripts`.

use std::fs;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use psrp::message::{Destination, MessageType};
use psrp::{Lane, Stream};
use serde_json::Value;
use uuid::Uuid;

/// One conversation.
pub struct Transcript {
    /// The file's name, without extension.
    pub name: String,
    /// Its elements in the order in which they crossed the wire.
    pub lines: Vec<Line>,
}

/// One element of the framing.
pub struct Line {
    /// It comes from the client.
    pub from_client: bool,
    /// `Data`, `DataAck`, `Command` and so on.
    pub element: String,
    /// Whom it concerns.
    pub lane: Lane,
    /// The stream of a `Data`.
    pub stream: Stream,
    /// The bytes of a `Data`.
    pub bytes: Vec<u8>,
    /// The messages that end in this line.
    pub messages: Vec<Recorded>,
}

/// A message as the recorder decoded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub kind: MessageType,
    pub destination: Destination,
    pub pool: Uuid,
    pub pipeline: Uuid,
    /// The data, without its byte order mark.
    pub data: Vec<u8>,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/transcripts")
}

/// All conversations, by name.
pub fn all() -> Vec<Transcript> {
    let entries = fs::read_dir(folder()).expect("the fixtures are there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    paths.sort();
    assert_eq!(paths.len(), 145);
    paths.iter().map(read).collect()
}

fn read(path: &PathBuf) -> Transcript {
    let name = path.file_stem().expect("a file name").to_string_lossy().into_owned();
    let text = fs::read_to_string(path).expect("a readable file");
    let mut lines = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON"));
    // it tells what the client ran and printed
    lines.next().expect("a first line");
    let lines = lines.filter(|line| line["guid"].is_string()).map(|line| read_line(&line)).collect();
    Transcript { name, lines }
}

fn read_line(line: &Value) -> Line {
    let items = |name: &str| line[name].as_array().cloned().unwrap_or_default();
    Line {
        from_client: line["dir"] == "c",
        element: line["element"].as_str().expect("an element").to_owned(),
        lane: Lane::from_guid(guid(&line["guid"])),
        stream: if line["stream"] == "PromptResponse" { Stream::PromptResponse } else { Stream::Default },
        bytes: line["raw"].as_str().map(|raw| STANDARD.decode(raw).expect("base64")).unwrap_or_default(),
        messages: items("messages").iter().map(read_message).collect(),
    }
}

fn read_message(message: &Value) -> Recorded {
    let name = message["type"].as_str().expect("a type");
    Recorded {
        kind: *MessageType::ALL.iter().find(|kind| kind.name() == name).expect("a known type"),
        destination: if message["dest"] == 1 { Destination::Client } else { Destination::Server },
        pool: guid(&message["rpid"]),
        pipeline: guid(&message["pid"]),
        data: message["xml"].as_str().expect("text").as_bytes().to_vec(),
    }
}

fn guid(value: &Value) -> Uuid {
    value.as_str().expect("text").parse().expect("a GUID")
}
