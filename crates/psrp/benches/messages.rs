//! What a message costs beside its data, from data to fragments and back: `cargo bench -p psrp`.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use psrp::Lane;
use psrp::message::{MessageReader, MessageType};
use psrp::server::{Server, ServerOptions};
use std::hint::black_box;
use uuid::Uuid;

/// The data of a small output, of one that fills a fragment, and of one that takes many.
const SIZES: [usize; 3] = [12, 30 << 10, 1 << 20];

/// The largest message that is read.
const LIMIT: usize = 16 << 20;

fn cut(c: &mut Criterion) {
    let mut group = c.benchmark_group("data to fragments");
    let writer = Server::new(ServerOptions::default()).writer(Lane::Pipeline(Uuid::from_u128(1)));
    for size in SIZES {
        let data = vec![b'x'; size];
        group.throughput(Throughput::Bytes(size as u64));
        group.bench_function(format!("{size} bytes"), |b| {
            b.iter(|| {
                writer
                    .payload(MessageType::PipelineOutput, black_box(&data))
                    .map(|fragment| fragment.len())
                    .sum::<usize>()
            });
        });
    }
}

fn join(c: &mut Criterion) {
    let mut group = c.benchmark_group("fragments to data");
    let writer = Server::new(ServerOptions::default()).writer(Lane::Pipeline(Uuid::from_u128(1)));
    for size in SIZES {
        let stream = writer.payload(MessageType::PipelineOutput, &vec![b'x'; size]).into_bytes();
        group.throughput(Throughput::Bytes(size as u64));
        group.bench_function(format!("{size} bytes"), |b| {
            b.iter(|| {
                let mut reader = MessageReader::new(LIMIT);
                let mut rest = &stream[..];
                let message = reader.read(&mut rest).expect("fragments of our own");
                black_box(message.expect("a whole message").expect("a message").1.len())
            });
        });
    }
}

criterion_group!(benches, cut, join);
criterion_main!(benches);
