//! Recorded documents, read and written again. `clixml.jsonl` is what PSSerializer writes for objects of every kind;
//! `wire.txt` are the messages and records that PowerShell sent, one of each shape.

use clixml::{Flavour, NoKey, Reader, Writer, tree};
use serde_json::Value as Json;

const SERIALIZER: &str = include_str!("../../../fixtures/clixml/clixml.jsonl");
const WIRE: &str = include_str!("../../../fixtures/clixml/wire.txt");

fn written(document: &[u8], flavour: Flavour) -> String {
    let values = tree::read_all(Reader::new(document)).unwrap_or_else(|error| {
        panic!("{error}: {}", String::from_utf8_lossy(document));
    });
    let mut writer = Writer::new(flavour);
    tree::write(&mut writer, &values, &NoKey).unwrap();
    String::from_utf8(writer.into_bytes()).unwrap()
}

/// A string of a case. The line as a whole is more than `serde_json` takes: other strings have lone surrogates.
fn field(line: &str, name: &str) -> Option<String> {
    let (_, rest) = line.split_once(&format!("\"{name}\": ")).unwrap();
    let value = serde_json::Deserializer::from_str(rest).into_iter::<Json>().next();
    value.unwrap().unwrap().as_str().map(str::to_owned)
}

#[test]
fn documents_of_the_serializer_are_written_back_to_their_bytes() {
    let mut count = 0;
    for line in SERIALIZER.lines() {
        let Some(document) = field(line, "xml") else { continue };
        let written = written(document.as_bytes(), Flavour::Serializer);
        assert_eq!(written, document, "{:?}", field(line, "name"));
        count += 1;
    }
    assert_eq!(count, 244);
}

#[test]
fn documents_of_the_wire_are_written_back_to_their_bytes() {
    for document in WIRE.lines() {
        assert_eq!(written(document.as_bytes(), Flavour::Wire), document);
    }
}

#[test]
fn a_document_survives_the_other_flavour() {
    for document in WIRE.lines() {
        let indented = written(document.as_bytes(), Flavour::Serializer);
        assert_eq!(written(indented.as_bytes(), Flavour::Wire), document);
    }
}
