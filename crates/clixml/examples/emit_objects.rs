//! Times the writer and the reader over 20,000 messages, each an object as `[pscustomobject]` gives it:
//! `cargo run --release -p clixml --example emit_objects`.

use std::time::Instant;

use clixml::{Event, Flavour, Name, Reader, Writer, tree};

const MESSAGES: i32 = 20_000;

fn emit(writer: &mut Writer, number: i32) {
    writer.start_object(Name::NONE);
    writer.type_names(&["System.Management.Automation.PSCustomObject", "System.Object"]);
    writer.to_string_text("@{Id=1; Name=item; Value=0.5; Flag=True}");
    writer.start_members();
    writer.int32(Name::of("Id"), number);
    writer.string(Name::of("Name"), "an item with <some> text_x");
    writer.double(Name::of("Value"), f64::from(number) / 3.0);
    writer.bool(Name::of("Flag"), number % 2 == 0);
    writer.end();
    writer.end();
}

fn main() {
    let mut writer = Writer::new(Flavour::Wire);
    let mut bytes = 0;
    let start = Instant::now();
    for number in 0..MESSAGES {
        writer.clear();
        emit(&mut writer, number);
        bytes += writer.finish().len();
    }
    report("written", start, bytes);

    writer.clear();
    emit(&mut writer, 7);
    let message = writer.into_bytes();
    let bytes = message.len() * MESSAGES as usize;

    let start = Instant::now();
    let mut values = 0;
    for _ in 0..MESSAGES {
        let mut reader = Reader::new(&message);
        while let Some(event) = reader.next_event().expect("a document of our own") {
            values += u32::from(matches!(event, Event::Primitive { .. }));
        }
    }
    report("read as events", start, bytes);
    assert_eq!(values, 4 * 20_000);

    let start = Instant::now();
    for _ in 0..MESSAGES {
        let value = tree::read(Reader::new(&message)).expect("a document of our own");
        std::hint::black_box(value);
    }
    report("read as trees", start, bytes);
}

fn report(what: &str, start: Instant, bytes: usize) {
    let elapsed = start.elapsed();
    let each = elapsed.as_nanos() / MESSAGES as u128;
    println!(
        "{MESSAGES} objects {what}: {elapsed:?}, {each} ns each, {} MB/s",
        bytes as u128 / elapsed.as_micros()
    );
}
