//! The process engine with a program that speaks the framing: a shell script that answers by the book.

use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use bytes::Bytes;
use psjob_channel::{
    Burst, Channel, Engine, Frame, FrontEnd, Lane, Limits, Notice, Position, ProcessEngine, SessionStart,
    Stream,
};

/// A session with a program of this text.
fn session(script: &str) -> (FrontEnd, tempfile::TempDir) {
    let directory = tempfile::tempdir().unwrap();
    let program = directory.path().join("program");
    std::fs::write(&program, format!("#!/bin/sh\n{script}")).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).unwrap();
    let (channel, end) = Channel::open(Limits::default());
    let front = channel.attach(&Position::start()).unwrap();
    ProcessEngine::new(vec![program.display().to_string()]).open(SessionStart::default(), end);
    (front, directory)
}

/// All frames up to one that `is_last`.
fn frames(front: &FrontEnd, is_last: impl Fn(&Frame) -> bool) -> Vec<Frame> {
    let mut frames = Vec::new();
    let mut burst = Burst::default();
    loop {
        assert!(front.receive(&mut burst, 1 << 20, Some(Duration::from_secs(60))).unwrap(), "{frames:?}");
        for numbered in burst.frames.drain(..) {
            front.acknowledge(numbered.number);
            let last = is_last(&numbered.frame);
            frames.push(numbered.frame);
            if last {
                return frames;
            }
        }
    }
}

/// Answers each Data by itself and a DataAck, and a Close by a CloseAck and its end.
const ECHO: &str = r#"
while read -r line; do
  guid=$(printf %s "$line" | sed "s/.*PSGuid='\([^']*\)'.*/\1/")
  case $line in
    '<Data'*) printf "%s\n<DataAck PSGuid='%s' />\n" "$line" "$guid";;
    '<Close'*) printf "<CloseAck PSGuid='%s' />\n" "$guid"; exit 3;;
  esac
done
"#;

fn data(bytes: impl Into<Bytes>) -> Frame {
    Frame::Data { lane: Lane::Pool, stream: Stream::Default, bytes: bytes.into() }
}

#[test]
fn data_goes_piece_by_piece_and_comes_back_whole() {
    let (front, _directory) = session(ECHO);
    let sent: Vec<u8> = (0..100_000_u32).map(|at| (at % 251) as u8).collect();
    front.send(data(sent.clone())).unwrap();
    front.send(data("end")).unwrap();
    let came = frames(&front, |frame| *frame == data("end"));
    let mut bytes = Vec::new();
    for frame in &came {
        let Frame::Data { bytes: piece, .. } = frame else { panic!("{frame:?}") };
        assert!(piece.len() <= 32 << 10);
        bytes.extend_from_slice(piece);
    }
    assert_eq!(bytes, [&sent[..], b"end"].concat());
    front.send(Frame::Close { lane: Lane::Pool }).unwrap();
    let came = frames(&front, |frame| matches!(frame, Frame::Notice(Notice::Exit { .. })));
    let expected = [Frame::CloseAck { lane: Lane::Pool }, Frame::Notice(Notice::Exit { code: 3 })];
    assert_eq!(came, expected);
}

#[test]
fn a_program_that_cannot_begin_says_why() {
    let (front, _directory) = session("echo 'no licence' >&2; exit 7");
    let came = frames(&front, |frame| matches!(frame, Frame::Notice(Notice::Exit { .. })));
    let reason = Notice::OpenFailed { reason: "no licence".into() };
    assert_eq!(came, [Frame::Notice(reason), Frame::Notice(Notice::Exit { code: 7 })]);
}

#[test]
fn a_program_that_is_not_there_fails_the_session() {
    let (channel, end) = Channel::open(Limits::default());
    let front = channel.attach(&Position::start()).unwrap();
    ProcessEngine::new(vec!["/no/such/program".into()]).open(SessionStart::default(), end);
    let came = frames(&front, |frame| matches!(frame, Frame::Notice(_)));
    let [Frame::Notice(Notice::OpenFailed { reason })] = &*came else { panic!("{came:?}") };
    assert!(reason.starts_with("the engine '/no/such/program' could not be run: "), "{reason}");
}
