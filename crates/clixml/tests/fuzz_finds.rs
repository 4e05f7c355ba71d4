//! The fuzz target's oracle over what the fuzzer found and over documents that are known to be good.

use std::fs;
use std::path::Path;

use clixml::fuzzing::clixml_reader;

#[test]
fn old_finds_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/fuzz/clixml_reader");
    for entry in fs::read_dir(folder).unwrap() {
        clixml_reader(&fs::read(entry.unwrap().path()).unwrap());
    }
}

#[test]
fn recorded_documents_hold() {
    include_str!("../../../fixtures/clixml/wire.txt").lines().for_each(|line| clixml_reader(line.as_bytes()));
}
