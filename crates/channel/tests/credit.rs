//! Who reads slowly makes its own pipeline wait, and nothing else.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread;

use bytes::Bytes;
use psjob_channel::{
    Burst, Channel, EngineEnd, Frame, Lane, Limits, Position, SendError, Stopped, Stream, StreamId,
};
use uuid::Uuid;

const WINDOW: usize = 1000;

fn pipeline(n: u128) -> Lane {
    Lane::Pipeline(Uuid::from_u128(n))
}

fn data(lane: Lane, length: usize) -> Frame {
    Frame::Data { lane, stream: Stream::Default, bytes: Bytes::from(vec![b'x'; length]) }
}

fn session() -> (Channel, EngineEnd) {
    Channel::open(Limits { window: WINDOW })
}

#[test]
fn a_pipeline_that_is_not_read_waits_alone() {
    let (channel, engine) = session();
    let front = channel.attach(&Position::start()).unwrap();
    let (slow, fast) = (pipeline(1), pipeline(2));
    let writer = {
        let engine = engine.clone();
        thread::spawn(move || {
            (0..100).try_for_each(|_| engine.send_output(data(slow, 100), &|| false).map(drop))
        })
    };
    // many windows of the other pipeline and of the pool pass while the first is stuck
    for lane in [fast, Lane::Pool] {
        for _ in 0..100 {
            engine.send_output(data(lane, 100), &|| false).unwrap();
            let frame = front.receive_from(StreamId::default_of(lane), None).unwrap().unwrap();
            front.acknowledge_in(StreamId::default_of(lane), frame.number);
        }
    }
    assert!(!writer.is_finished());
    for _ in 0..100 {
        let frame = front.receive_from(StreamId::default_of(slow), None).unwrap().unwrap();
        front.acknowledge_in(StreamId::default_of(slow), frame.number);
    }
    writer.join().unwrap().unwrap();
}

#[test]
fn a_stop_ends_the_wait_for_credit() {
    let (channel, engine) = session();
    let _front = channel.attach(&Position::start()).unwrap();
    let stop = Arc::new(AtomicBool::new(false));
    let (blocked, is_blocked) = mpsc::channel();
    let writer = {
        let (engine, stop) = (engine.clone(), stop.clone());
        thread::spawn(move || {
            loop {
                let asked = || {
                    let _ = blocked.send(());
                    stop.load(Ordering::SeqCst)
                };
                if let Err(error) = engine.send_output(data(pipeline(1), 100), &asked) {
                    return error;
                }
            }
        })
    };
    is_blocked.recv().unwrap();
    stop.store(true, Ordering::SeqCst);
    engine.wake();
    assert_eq!(writer.join().unwrap(), SendError::Stopped(Stopped));
}

#[test]
fn an_abandoned_session_ends_the_wait_for_credit() {
    let (channel, engine) = session();
    let writer = {
        let engine = engine.clone();
        thread::spawn(move || {
            loop {
                if let Err(error) = engine.send_output(data(pipeline(1), 100), &|| false) {
                    return error;
                }
            }
        })
    };
    channel.abandon();
    assert!(matches!(writer.join().unwrap(), SendError::Gone(_)));
    assert!(engine.receive().is_err());
}

#[test]
fn what_must_not_wait_passes_without_credit_and_without_end_is_refused() {
    let (_channel, engine) = session();
    let lane = pipeline(1);
    while engine.send(data(lane, 100)).is_ok() {}
    let refused = engine.send(data(lane, 100));
    assert!(matches!(refused, Err(SendError::Overrun(overrun)) if overrun.held == 2 * WINDOW));
    engine.send(Frame::CloseAck { lane }).unwrap();
    engine.send(data(Lane::Pool, 100)).unwrap();
}

#[test]
fn a_front_hears_when_the_engine_has_room_again() {
    let (channel, engine) = session();
    let front = channel.attach(&Position::start()).unwrap();
    let input = StreamId::default_of(pipeline(1));
    let mut last = 0;
    while front.credit(input) {
        last = front.send(data(pipeline(1), 400)).unwrap();
    }
    // a script that reads no input still gets the answer to its prompt
    let prompt = StreamId { lane: pipeline(1), stream: Stream::PromptResponse };
    assert!(front.credit(prompt));
    while engine.try_receive().unwrap().is_some() {}
    engine.acknowledge_in(input, last);
    let mut burst = Burst::default();
    assert_eq!(front.receive(&mut burst, 1, None), Ok(true));
    assert_eq!(burst.credit, [input]);
    assert!(front.credit(input));
}

#[test]
fn memory_is_given_back_when_pipelines_end() {
    let mut outbox = psjob_channel::Outbox::new(Limits { window: WINDOW });
    let mut freed = Vec::new();
    let held = outbox.push(data(Lane::Pool, 10)).unwrap();
    for n in 0..10_000 {
        let number = outbox.push(data(pipeline(n), 100)).unwrap();
        while outbox.take().is_some() {}
        outbox.acknowledge_in(StreamId::default_of(pipeline(n)), number, &mut freed);
    }
    assert_eq!(outbox.held(), 10);
    assert_eq!(outbox.floor(), held);
    outbox.acknowledge(u64::MAX, &mut freed);
    assert_eq!(outbox.held(), 0);
    assert_eq!(outbox.acknowledged(), Position::lacking(outbox.last() + 1));
}

#[test]
fn a_front_that_waits_for_credit_goes_on_when_the_engine_reads() {
    let (channel, engine) = session();
    let front = channel.attach(&Position::start()).unwrap();
    let input = StreamId::default_of(pipeline(1));
    let reader = thread::spawn(move || {
        let mut received = 0;
        while received < 100 {
            let frame = engine.receive().unwrap();
            engine.acknowledge_in(input, frame.number);
            received += 1;
        }
    });
    for _ in 0..100 {
        front.wait_for_credit(input, &|| false).unwrap();
        front.send(data(pipeline(1), 400)).unwrap();
    }
    reader.join().unwrap();
}

#[test]
fn an_interrupt_ends_a_fronts_wait_once() {
    let (channel, engine) = session();
    let front = channel.attach(&Position::start()).unwrap();
    front.interrupt();
    let mut burst = Burst::default();
    assert_eq!(front.receive(&mut burst, 1, None), Ok(false));
    engine.send(data(Lane::Pool, 1)).unwrap();
    assert_eq!(front.receive(&mut burst, 1, None), Ok(true));
}
