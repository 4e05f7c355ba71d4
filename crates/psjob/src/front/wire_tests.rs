//! A client on a wire against a scripted engine.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

use psjob_channel::{EngineEnd, Frame, Lane, Notice, SessionStart, Stream};

use super::output::Output;
use super::scripted::{Scripted, answer, data};
use super::session::Surroundings;
use super::wire::{Wire, WireEnd};

const NIL: &str = "00000000-0000-0000-0000-000000000000";
const ID: &str = "2f6c5aee-7c2b-4a53-8f4e-6cf1ae5d9b01";

struct Codes(mpsc::Sender<i32>);

impl Surroundings for Codes {
    fn exit(&self, code: i32) {
        let _ = self.0.send(code);
    }
}

/// A client with its server on another thread.
struct Client {
    to: UnixStream,
    from: BufReader<UnixStream>,
    errors: BufReader<UnixStream>,
    codes: mpsc::Receiver<i32>,
    serving: JoinHandle<WireEnd>,
}

impl Client {
    fn of(engine: Arc<Scripted>) -> Client {
        let (to, input) = UnixStream::pair().unwrap();
        let (from, output) = UnixStream::pair().unwrap();
        let (errors, error_output) = UnixStream::pair().unwrap();
        let (exits, codes) = mpsc::channel();
        let wire = Wire {
            engine,
            start: SessionStart { start_script: Some("x".into()), ..SessionStart::default() },
            output: Arc::new(Output::with_errors(output, error_output)),
            surroundings: Arc::new(Codes(exits)),
        };
        let serving = thread::spawn(move || {
            let end = wire.serve(input, || {});
            wire.output.report(&end.to_string());
            end
        });
        Client { to, from: BufReader::new(from), errors: BufReader::new(errors), codes, serving }
    }

    fn say(&mut self, line: &str) {
        self.to.write_all(line.as_bytes()).unwrap();
        self.to.write_all(b"\n").unwrap();
    }

    fn hear(&mut self) -> String {
        let mut line = String::new();
        self.from.read_line(&mut line).unwrap();
        line.trim_end().into()
    }

    fn end(self) -> (WireEnd, String, String) {
        drop(self.to);
        let end = self.serving.join().unwrap();
        let (mut lines, mut errors) = (String::new(), String::new());
        let (mut from, mut errors_from) = (self.from, self.errors);
        // the sessions are over, so nothing more can come; the streams themselves stay open with them
        from.get_ref().set_nonblocking(true).unwrap();
        errors_from.get_ref().set_nonblocking(true).unwrap();
        let _ = from.read_to_string(&mut lines);
        let _ = errors_from.read_to_string(&mut errors);
        (end, lines, errors)
    }
}

fn pool_data(text: &str) -> String {
    format!("<Data Stream='Default' PSGuid='{NIL}'>{text}</Data>")
}

#[test]
fn a_session_is_carried_both_ways() {
    let engine = Scripted::echo();
    let mut client = Client::of(engine.clone());
    client.say(&pool_data("aGk="));
    assert_eq!(client.hear(), format!("<DataAck PSGuid='{NIL}' />"));
    assert_eq!(client.hear(), pool_data("aGk="));
    client.say(&format!("<Command PSGuid='{ID}' />"));
    assert_eq!(client.hear(), format!("<CommandAck PSGuid='{ID}' />"));
    client.say(&format!("<Signal PSGuid='{ID}' />"));
    assert_eq!(client.hear(), format!("<SignalAck PSGuid='{ID}' />"));
    client.say(&format!("<Close PSGuid='{ID}' />"));
    assert_eq!(client.hear(), format!("<CloseAck PSGuid='{ID}' />"));
    client.say(&format!("<Close PSGuid='{NIL}' />"));
    assert_eq!(client.hear(), format!("<CloseAck PSGuid='{NIL}' />"));
    let (end, lines, errors) = client.end();
    assert!(matches!(end, WireEnd::Input));
    assert_eq!(lines, "");
    assert!(errors.starts_with("An unknown element \"\" was received."), "{errors}");
    assert_eq!(engine.starts.lock()[0].start_script.as_deref(), Some("x"));
}

#[test]
fn after_a_close_the_next_line_begins_another_session() {
    let engine = Scripted::echo();
    let mut client = Client::of(engine.clone());
    for _ in 0..3 {
        client.say(&pool_data("aGk="));
        client.hear();
        client.hear();
        client.say(&format!("<Close PSGuid='{NIL}' />"));
        assert_eq!(client.hear(), format!("<CloseAck PSGuid='{NIL}' />"));
    }
    client.end();
    assert_eq!(engine.starts.lock().len(), 3);
}

#[test]
fn data_is_acknowledged_before_what_it_asks_for_is_answered() {
    // as a start script's host call: the session waits for a prompt's answer before it answers the data
    let engine = Scripted::new(|end, numbered| match numbered.frame {
        Frame::Data { stream: Stream::Default, .. } => true,
        _ => answer(end, numbered),
    });
    let mut client = Client::of(engine);
    client.say(&pool_data("aGk="));
    assert_eq!(client.hear(), format!("<DataAck PSGuid='{NIL}' />"));
    client.say(&pool_data("aGk=").replace("Default", "PromptResponse"));
    assert_eq!(client.hear(), format!("<DataAck PSGuid='{NIL}' />"));
    assert_eq!(client.hear(), pool_data("aGk="));
}

#[test]
fn input_that_is_not_read_is_acknowledged_when_it_is() {
    let (release, released) = mpsc::channel::<()>();
    let released = parking_lot::Mutex::new(released);
    let engine = Scripted::new(move |end, numbered| match &numbered.frame {
        Frame::Data { lane: Lane::Pipeline(_), .. } => {
            released.lock().recv().unwrap();
            end.acknowledge_in(numbered.frame.stream_id(), numbered.number);
            true
        }
        _ => answer(end, numbered),
    });
    let mut client = Client::of(engine);
    let ack = format!("<DataAck PSGuid='{ID}' />");
    let megabyte = "AAAA".repeat((1 << 20) / 3 + 1);
    let piece = format!("<Data Stream='Default' PSGuid='{ID}'>{megabyte}</Data>");
    client.say(&piece);
    assert_eq!(client.hear(), ack);
    // a megabyte is held now: the next piece is taken, and its acknowledgement waits for the reader
    client.say(&piece);
    client.say(&pool_data("aGk="));
    assert_eq!(client.hear(), format!("<DataAck PSGuid='{NIL}' />"));
    release.send(()).unwrap();
    release.send(()).unwrap();
    let heard = [client.hear(), client.hear()];
    assert!(heard.contains(&ack) && heard.contains(&pool_data("aGk=")), "{heard:?}");
}

#[test]
fn a_session_that_was_left_open_is_closed() {
    let engine = Scripted::echo();
    let mut client = Client::of(engine.clone());
    client.say(&pool_data("aGk="));
    let (end, ..) = client.end();
    assert!(matches!(end, WireEnd::Input));
    assert_eq!(engine.got.lock().last(), Some(&Frame::Close { lane: Lane::Pool }));
}

#[test]
fn an_empty_line_is_the_end_of_the_input() {
    let mut client = Client::of(Scripted::echo());
    client.say("");
    let (end, ..) = client.end();
    assert!(matches!(end, WireEnd::Input));
}

#[test]
fn a_line_that_is_no_element_ends_the_input_with_its_error() {
    let mut client = Client::of(Scripted::echo());
    client.say("hello");
    let (end, lines, errors) = client.end();
    assert!(matches!(end, WireEnd::Line(_)));
    assert_eq!((lines.as_str(), errors.as_str()), ("", "expected one element, found other text at byte 0\n"));
}

#[test]
fn a_failed_open_is_reported_after_what_the_client_was_told() {
    let engine = Scripted::new(|end: &EngineEnd, numbered| match numbered.frame {
        Frame::Data { .. } => {
            end.send(data(Lane::Pool, "broken")).unwrap();
            end.send(Frame::Notice(Notice::OpenFailed { reason: "init failed".into() })).is_ok()
        }
        _ => answer(end, numbered),
    });
    let mut client = Client::of(engine);
    client.say(&pool_data("aGk="));
    let mut error = String::new();
    client.errors.read_line(&mut error).unwrap();
    assert_eq!(error, "Remote transport error: init failed\n");
    client.from.get_ref().set_nonblocking(true).unwrap();
    assert_eq!(client.hear(), format!("<DataAck PSGuid='{NIL}' />"));
    assert_eq!(client.hear(), pool_data("YnJva2Vu"));
}

#[test]
fn a_session_that_exits_is_heard_out_first() {
    let engine = Scripted::new(|end: &EngineEnd, _| {
        end.send(data(Lane::Pool, "before")).unwrap();
        end.send(Frame::Notice(Notice::Exit { code: 3 })).unwrap();
        false
    });
    let mut client = Client::of(engine);
    client.say(&pool_data("aGk="));
    assert_eq!(client.codes.recv(), Ok(3));
    client.from.get_ref().set_nonblocking(true).unwrap();
    client.hear();
    assert_eq!(client.hear(), pool_data("YmVmb3Jl"));
}

#[test]
fn an_engine_that_vanishes_is_an_error_of_the_session() {
    let mut client = Client::of(Scripted::new(|_, _| false));
    client.say(&pool_data("aGk="));
    let mut error = String::new();
    client.errors.read_line(&mut error).unwrap();
    assert_eq!(error, "the session ended without closing\n");
    assert_eq!(client.codes.recv(), Ok(1));
}
