//! Sessions of a worker over its socket, with an engine that repeats what it gets.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use psjob_channel::worker::{ConnectError, Connection, FrameReader, FromWorker, WireError, Worker, serve};
use psjob_channel::{Engine, EngineEnd, Frame, Lane, Numbered, SessionStart, Stream, StreamId};
use tokio::net::UnixListener;
use uuid::Uuid;

/// Sends each piece of data back, and ends with a Close of the pool.
struct Echo;

impl Engine for Echo {
    fn open(&self, _: SessionStart, end: EngineEnd) {
        std::thread::spawn(move || {
            while let Ok(Numbered { number, frame }) = end.receive() {
                let stream = frame.stream_id();
                match frame {
                    Frame::Close { lane } => {
                        let _ = end.send(Frame::CloseAck { lane });
                        return;
                    }
                    frame => end.send_output(frame, &|| false).map(drop).unwrap_or(()),
                }
                end.acknowledge_in(stream, number);
            }
        });
    }
}

const POOL: StreamId = StreamId { lane: Lane::Pool, stream: Stream::Default };

fn data(text: &'static str) -> Frame {
    Frame::Data { lane: Lane::Pool, stream: Stream::Default, bytes: Bytes::from_static(text.as_bytes()) }
}

/// A worker with a socket in a directory of its own.
fn start() -> (Arc<Worker>, tempfile::TempDir, std::path::PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("worker");
    let engines = [("echo".to_owned(), Arc::new(Echo) as Arc<dyn Engine>)];
    let worker = Arc::new(Worker::new(engines, rustix::process::geteuid().as_raw()));
    tokio::spawn(serve(worker.clone(), UnixListener::bind(&path).unwrap()));
    (worker, directory, path)
}

async fn next_frame(reader: &mut FrameReader) -> Numbered {
    loop {
        if let FromWorker::Frame(numbered) = reader.next().await.unwrap() {
            return numbered;
        }
    }
}

#[tokio::test]
async fn a_session_goes_on_over_another_connection() {
    let (worker, _directory, path) = start();
    let session = Uuid::from_u128(1);
    let (mut sender, mut reader) =
        Connection::to(&path).await.unwrap().open(session, "echo", SessionStart::default()).await.unwrap();
    for text in ["one", "two", "three"] {
        sender.send(data(text)).await.unwrap();
    }
    for (number, text) in [(1, "one"), (2, "two"), (3, "three")] {
        assert_eq!(next_frame(&mut reader).await, Numbered { number, frame: data(text) });
    }
    sender.acknowledge_in(POOL, 2).await.unwrap();
    // the acknowledgement is taken before what follows it
    sender.send(data("four")).await.unwrap();
    assert_eq!(next_frame(&mut reader).await.number, 4);
    drop((sender, reader));

    let (mut sender, mut reader) = Connection::to(&path).await.unwrap().attach(session, None).await.unwrap();
    for (number, text) in [(3, "three"), (4, "four")] {
        assert_eq!(next_frame(&mut reader).await, Numbered { number, frame: data(text) });
    }
    sender.send(Frame::Close { lane: Lane::Pool }).await.unwrap();
    assert_eq!(next_frame(&mut reader).await.frame, Frame::CloseAck { lane: Lane::Pool });
    assert!(matches!(reader.next().await, Err(WireError::Closed)));
    worker.idle(Duration::ZERO).await;
    let gone = Connection::to(&path).await.unwrap().attach(session, None).await;
    assert!(matches!(gone, Err(ConnectError::Refused(_))));
}

#[tokio::test]
async fn every_piece_of_data_is_answered_by_room_for_more() {
    let (_worker, _directory, path) = start();
    let (mut sender, mut reader) = Connection::to(&path)
        .await
        .unwrap()
        .open(Uuid::from_u128(2), "echo", SessionStart::default())
        .await
        .unwrap();
    let large = Bytes::from(vec![7; 700_000]);
    for _ in 0..20 {
        let frame = Frame::Data { lane: Lane::Pool, stream: Stream::Default, bytes: large.clone() };
        sender.send(frame).await.unwrap();
        let (mut ready, mut echoed) = (false, false);
        while !(ready && echoed) {
            match reader.next().await.unwrap() {
                FromWorker::Ready(stream) => ready = stream == POOL,
                FromWorker::Frame(numbered) => {
                    echoed = true;
                    sender.acknowledge_in(POOL, numbered.number).await.unwrap();
                }
            }
        }
    }
}

#[tokio::test]
async fn what_the_worker_lacks_is_refused_with_the_reason() {
    let (_worker, _directory, path) = start();
    let open = |engine: &'static str| {
        let path = path.clone();
        async move {
            Connection::to(&path)
                .await
                .unwrap()
                .open(Uuid::from_u128(3), engine, SessionStart::default())
                .await
        }
    };
    let Err(ConnectError::Refused(reason)) = open("other").await else { panic!() };
    assert_eq!(reason, "the worker has no engine 'other'");
    let first = open("echo").await;
    assert!(first.is_ok());
    assert!(matches!(open("echo").await, Err(ConnectError::Refused(_))));
}
