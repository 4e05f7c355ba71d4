//! What the framing and the channel cost for each message: `cargo bench -p psjob-channel`.

use std::time::Instant;

use bytes::Bytes;
use psjob_channel::encoding::outofproc::{Element, LineReader, Sender, encode};
use psjob_channel::{Burst, Channel, Frame, Lane, Limits, Position, Stream};
use uuid::Uuid;

/// The data of a PIPELINE_OUTPUT with a small integer: a fragment's header, a message's and its CLIXML.
const SMALL: usize = 21 + 40 + 3 + 12;
const LARGE: usize = 32 << 10;

fn main() {
    for (size, count) in [(SMALL, 20_000), (LARGE, 500)] {
        let mut lines = Vec::new();
        report("channel between threads", size, count, || through_channel(size, count));
        report("lines written", size, count, || write(size, count, &mut lines));
        report("lines read", size, count, || {
            let mut reader = LineReader::new(Sender::Server);
            for piece in lines.chunks(64 << 10) {
                reader.feed(piece);
                while let Some(line) = reader.next_line() {
                    line.expect("an element");
                }
            }
        });
    }
}

fn report(name: &str, size: usize, count: usize, mut run: impl FnMut()) {
    let fastest = (0..7)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .min()
        .expect("seven rounds");
    let each = fastest.as_nanos() / count as u128;
    println!("{name:24} {size:6} bytes {each:8} ns/message {:8} MB/s", size as u128 * 1000 / each.max(1));
}

fn data(size: usize) -> Frame {
    let mut bytes = vec![0; size];
    bytes[17..21].copy_from_slice(&(size as u32 - 21).to_be_bytes());
    Frame::Data {
        lane: Lane::Pipeline(Uuid::from_u128(1)),
        stream: Stream::Default,
        bytes: Bytes::from(bytes),
    }
}

fn write(size: usize, count: usize, lines: &mut Vec<u8>) {
    let element = Element::Frame(data(size));
    lines.clear();
    for _ in 0..count {
        encode(&element, lines);
    }
}

fn through_channel(size: usize, count: usize) {
    let (channel, engine) = Channel::open(Limits::default());
    let front = channel.attach(&Position::start()).expect("a new channel");
    let frame = data(size);
    let writer = std::thread::spawn(move || {
        for _ in 0..count {
            engine.send_output(frame.clone(), &|| false).expect("a front that reads");
        }
    });
    let mut burst = Burst::default();
    let mut received = 0;
    while received < count {
        front.receive(&mut burst, 64 << 10, None).expect("an engine");
        received += burst.frames.len();
        if let Some(last) = burst.last() {
            front.acknowledge(last);
        }
    }
    writer.join().expect("the writer");
}
