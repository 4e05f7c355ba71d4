//! A property: whatever a session's threads do in whatever order, each frame arrives once and each
//! stream in order, however often the front is cut.

use std::collections::HashMap;
use std::time::Duration;

use bytes::Bytes;
use psjob_channel::{Burst, Channel, Frame, Lane, Limits, Numbered, Position, Stream, StreamId};
use uuid::Uuid;

/// xorshift64*: a sequence that is the same on every run.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % bound
    }
}

fn lane(n: u64) -> Lane {
    if n == 0 { Lane::Pool } else { Lane::Pipeline(Uuid::from_u128(n.into())) }
}

#[test]
fn every_frame_arrives_once_and_in_order() {
    for seed in 1..=300 {
        let mut random = Sequence(seed);
        let (channel, engine) = Channel::open(Limits { window: 200 });
        let mut front = channel.attach(&Position::start()).unwrap();
        let mut sent: HashMap<StreamId, Vec<u64>> = HashMap::new();
        let mut seen: HashMap<StreamId, Vec<u64>> = HashMap::new();
        let mut burst = Burst::default();
        let mut read = |frames: &mut dyn Iterator<Item = Numbered>| {
            for frame in frames {
                seen.entry(frame.frame.stream_id()).or_default().push(frame.number);
            }
        };
        let mut lacks = 1;
        for _ in 0..400 {
            match random.below(10) {
                0..=4 => {
                    let lane = lane(random.below(4));
                    let bytes = Bytes::from(vec![7; 1 + random.below(40) as usize]);
                    let frame = Frame::Data { lane, stream: Stream::Default, bytes };
                    // refused when nobody reads, which is as good as a sender that waits
                    if let Ok(number) = engine.send(frame) {
                        sent.entry(StreamId::default_of(lane)).or_default().push(number);
                    }
                }
                5..=7 => {
                    let size = 1 + random.below(100) as usize;
                    if front.receive(&mut burst, size, Some(Duration::ZERO)) == Ok(true) {
                        lacks = burst.last().map_or(lacks, |last| last + 1);
                        read(&mut burst.frames.drain(..));
                    }
                }
                8 => front.acknowledge(lacks - 1),
                _ => {
                    // cut after a part of a burst: the rest is lost with the front
                    if front.receive(&mut burst, 1000, Some(Duration::ZERO)) == Ok(true) {
                        burst.frames.truncate(random.below(burst.frames.len() as u64 + 1) as usize);
                        lacks = burst.last().map_or(lacks, |last| last + 1);
                        read(&mut burst.frames.drain(..));
                    }
                    front = channel.attach(&Position::lacking(lacks)).unwrap();
                }
            }
        }
        while front.receive(&mut burst, 1000, Some(Duration::ZERO)) == Ok(true) {
            read(&mut burst.frames.drain(..));
        }
        assert_eq!(seen, sent, "seed {seed}");
    }
}
