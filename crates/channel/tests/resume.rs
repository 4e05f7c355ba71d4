//! A front cut anywhere and followed by another: nothing is lost, nothing doubled.

use std::time::Duration;

use bytes::Bytes;
use psjob_channel::{
    BadPosition, Burst, Channel, EngineEnd, Frame, FrontEnd, Lane, Limits, Numbered, OfferError, Position,
    SendError, Stream, StreamId,
};
use uuid::Uuid;

fn pipeline(n: u128) -> Lane {
    Lane::Pipeline(Uuid::from_u128(n))
}

fn data(lane: Lane, text: String) -> Frame {
    Frame::Data { lane, stream: Stream::Default, bytes: Bytes::from(text) }
}

/// The output of a session with two pipelines: every kind of frame that an engine sends.
fn output() -> Vec<Frame> {
    let (a, b) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let mut frames = vec![data(Lane::Pool, "opened".into()), Frame::CommandAck { pipeline: a }];
    for n in 0..4 {
        frames.push(data(pipeline(1), format!("a{n}")));
        if n == 1 {
            frames.push(Frame::CommandAck { pipeline: b });
        }
        frames.push(data(pipeline(2), format!("b{n}")));
    }
    frames.push(Frame::SignalAck { pipeline: a });
    frames.push(Frame::CloseAck { lane: pipeline(1) });
    frames.push(data(pipeline(2), "last".into()));
    frames.push(Frame::CloseAck { lane: pipeline(2) });
    frames.push(Frame::CloseAck { lane: Lane::Pool });
    frames
}

/// All that is there for a front now.
fn receive_all(front: &FrontEnd) -> Vec<Numbered> {
    let mut burst = Burst::default();
    let mut all = Vec::new();
    while front.receive(&mut burst, 16, Some(Duration::ZERO)) == Ok(true) {
        all.append(&mut burst.frames);
    }
    all
}

fn assert_whole(seen: &[Numbered], frames: &[Frame]) {
    assert!(seen.iter().map(|frame| frame.number).eq(1..=frames.len() as u64), "{seen:?}");
    assert!(seen.iter().map(|frame| &frame.frame).eq(frames));
}

fn session() -> (Channel, EngineEnd) {
    Channel::open(Limits::default())
}

#[test]
fn output_is_whole_wherever_the_front_is_cut_and_whatever_it_acknowledged() {
    let frames = output();
    for sent_before in 0..=frames.len() {
        for received in 0..=sent_before {
            for acknowledged in 0..=received {
                let (channel, engine) = session();
                frames[..sent_before].iter().for_each(|frame| _ = engine.send(frame.clone()).unwrap());
                let first = channel.attach(&Position::start()).unwrap();
                let mut seen = receive_all(&first);
                // what the front had taken and not passed on is lost with it
                seen.truncate(received);
                first.acknowledge(acknowledged as u64);
                drop(first);

                frames[sent_before..].iter().for_each(|frame| _ = engine.send(frame.clone()).unwrap());
                let second = channel.attach(&Position::lacking(received as u64 + 1)).unwrap();
                seen.extend(receive_all(&second));
                assert_whole(&seen, &frames);
            }
        }
    }
}

#[test]
fn output_is_whole_when_every_frame_has_a_front_of_its_own() {
    let frames = output();
    let (channel, engine) = session();
    frames.iter().for_each(|frame| _ = engine.send(frame.clone()).unwrap());
    let mut seen: Vec<Numbered> = Vec::new();
    while seen.len() < frames.len() {
        let front = channel.attach(&Position::lacking(seen.len() as u64 + 1)).unwrap();
        seen.extend(receive_all(&front).into_iter().take(1));
    }
    assert_whole(&seen, &frames);
}

#[test]
fn a_front_that_reads_streams_apart_is_taken_up_where_it_stood_in_each() {
    let frames = output();
    let streams = [Lane::Pool, pipeline(1), pipeline(2)].map(StreamId::default_of);
    let count = |stream| frames.iter().filter(|frame| frame.stream_id() == stream).count();
    for read in product(streams.map(|stream| count(stream) + 1)) {
        for acknowledge in [false, true] {
            let (channel, engine) = session();
            frames.iter().for_each(|frame| _ = engine.send(frame.clone()).unwrap());
            let first = channel.attach(&channel.acknowledged()).unwrap();
            let mut seen = Vec::new();
            let mut had = Vec::new();
            for (stream, count) in streams.into_iter().zip(read) {
                for _ in 0..count {
                    let frame = first.receive_from(stream, None).unwrap().unwrap();
                    had.push((stream, frame.number));
                    if acknowledge {
                        first.acknowledge_in(stream, frame.number);
                    }
                    seen.push(frame);
                }
            }
            let position = had.into_iter().fold(channel.acknowledged(), |position, (stream, number)| {
                position.ahead_in(stream, number + 1)
            });
            let second = channel.attach(&position).unwrap();
            seen.extend(receive_all(&second));
            seen.sort_by_key(|frame| frame.number);
            assert_whole(&seen, &frames);
        }
    }
}

/// All triples below the bounds.
fn product(bounds: [usize; 3]) -> impl Iterator<Item = [usize; 3]> {
    let [a, b, c] = bounds;
    (0..a).flat_map(move |i| (0..b).flat_map(move |j| (0..c).map(move |k| [i, j, k])))
}

#[test]
fn input_is_whole_wherever_a_front_is_cut_and_however_much_the_next_repeats() {
    let id = Uuid::from_u128(1);
    let mut frames = vec![Frame::Command { pipeline: id }];
    frames.extend((0..5).map(|n| data(Lane::Pipeline(id), format!("in{n}"))));
    frames.extend([Frame::Signal { pipeline: id }, Frame::Close { lane: Lane::Pipeline(id) }]);
    let numbered = |(n, frame): (usize, &Frame)| Numbered { number: n as u64 + 1, frame: frame.clone() };
    for cut in 0..=frames.len() {
        for repeated_from in 0..=cut {
            let (channel, engine) = session();
            let first = channel.attach(&Position::start()).unwrap();
            frames[..cut].iter().for_each(|frame| _ = first.send(frame.clone()).unwrap());
            drop(first);
            let second = channel.attach(&Position::start()).unwrap();
            assert_eq!(second.sent(), cut as u64);
            for frame in frames.iter().enumerate().skip(repeated_from).map(numbered) {
                second.offer(frame).unwrap();
            }
            let arrived: Vec<Numbered> = std::iter::from_fn(|| engine.try_receive().unwrap()).collect();
            assert_whole(&arrived, &frames);
        }
    }
}

#[test]
fn a_gap_in_the_numbers_is_refused() {
    let (channel, _engine) = session();
    let front = channel.attach(&Position::start()).unwrap();
    let late = Numbered { number: 2, frame: Frame::Close { lane: Lane::Pool } };
    assert_eq!(front.offer(late), Err(OfferError::Gap { next: 1, found: 2 }));
}

#[test]
fn a_front_that_was_followed_is_cut_off() {
    let (channel, engine) = session();
    engine.send(data(Lane::Pool, "x".into())).unwrap();
    let first = channel.attach(&Position::start()).unwrap();
    let second = channel.attach(&Position::start()).unwrap();
    first.acknowledge(1);
    assert!(first.receive(&mut Burst::default(), 1, None).is_err());
    assert!(matches!(first.send(Frame::Close { lane: Lane::Pool }), Err(SendError::Gone(_))));
    assert_eq!(receive_all(&second).len(), 1);
}

#[test]
fn a_position_that_cannot_be_served_whole_is_refused() {
    let frames = output();
    let (channel, engine) = session();
    frames.iter().for_each(|frame| _ = engine.send(frame.clone()).unwrap());
    let front = channel.attach(&Position::start()).unwrap();
    receive_all(&front);
    front.acknowledge(3);
    let refused = channel.attach(&Position::lacking(3)).err();
    assert_eq!(refused, Some(BadPosition::Dropped { acknowledged: 3, found: 3 }));
    let end = frames.len() as u64 + 1;
    let refused = channel.attach(&Position::lacking(end + 1)).err();
    assert_eq!(refused, Some(BadPosition::Ahead { next: end, found: end + 1 }));

    // one stream alone was read further, so its frames are gone while older ones of others are held
    let front = channel.attach(&Position::lacking(4)).unwrap();
    receive_all(&front);
    let stream = StreamId::default_of(pipeline(2));
    front.acknowledge_in(stream, end);
    assert!(matches!(channel.attach(&Position::lacking(4)), Err(BadPosition::Dropped { .. })));
    let known = channel.attach(&Position::lacking(5).ahead_in(stream, end)).unwrap();
    assert!(receive_all(&known).iter().all(|frame| frame.frame.stream_id() != stream));
}
