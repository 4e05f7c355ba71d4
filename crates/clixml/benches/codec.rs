//! What values cost as CLIXML, written and read: `cargo bench -p clixml`.

use clixml::tree::{self, ContainerKind};
use clixml::{Flavour, Name, Reader, Writer};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// What `[pscustomobject]` gives, with a list in it.
fn object(writer: &mut Writer) {
    writer.start_object(Name::NONE);
    writer.type_names(&["System.Management.Automation.PSCustomObject", "System.Object"]);
    writer.start_members();
    writer.int32(Name::of("Id"), 1234);
    writer.string(Name::of("Name"), "an item with <some> text_x");
    writer.double(Name::of("Size"), 411.5);
    writer.bool(Name::of("Flag"), true);
    writer.start_object(Name::of("Tags"));
    writer.type_names(&["System.Object[]", "System.Array", "System.Object"]);
    writer.start_container(ContainerKind::List);
    writer.string(Name::NONE, "a");
    writer.string(Name::NONE, "b");
    writer.end();
    writer.end();
    writer.end();
    writer.end();
}

fn document(write: fn(&mut Writer)) -> Vec<u8> {
    let mut writer = Writer::new(Flavour::Wire);
    write(&mut writer);
    writer.into_bytes()
}

const DOCUMENTS: [(&str, fn(&mut Writer)); 4] = [
    ("int", |writer| writer.int32(Name::NONE, 1234)),
    ("string", |writer| writer.string(Name::NONE, "line number 1234 of the output")),
    ("object", object),
    ("64 KiB of text", |writer| writer.string(Name::NONE, "some words, and more; ".repeat(2979))),
];

fn write(c: &mut Criterion) {
    let mut group = c.benchmark_group("write");
    for (name, write) in DOCUMENTS {
        let mut writer = Writer::new(Flavour::Wire);
        group.throughput(Throughput::Bytes(document(write).len() as u64));
        group.bench_function(name, |b| {
            b.iter(|| {
                writer.clear();
                write(&mut writer);
                black_box(writer.finish().len())
            });
        });
    }
}

fn read_events(c: &mut Criterion) {
    let mut group = c.benchmark_group("read as events");
    for (name, write) in DOCUMENTS {
        let document = document(write);
        group.throughput(Throughput::Bytes(document.len() as u64));
        group.bench_function(name, |b| {
            b.iter(|| {
                let mut reader = Reader::new(&document);
                while let Some(event) = reader.next_event().expect("a document of our own") {
                    black_box(event);
                }
            });
        });
    }
}

fn read_trees(c: &mut Criterion) {
    let mut group = c.benchmark_group("read as a tree");
    for (name, write) in DOCUMENTS {
        let document = document(write);
        group.throughput(Throughput::Bytes(document.len() as u64));
        group.bench_function(name, |b| {
            b.iter(|| tree::read(Reader::new(black_box(&document))).expect("a document of our own"));
        });
    }
}

criterion_group!(benches, write, read_events, read_trees);
criterion_main!(benches);
