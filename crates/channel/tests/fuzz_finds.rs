//! The fuzz target's oracle over what the fuzzer found and over lines that are known to be good.

use std::fs;
use std::path::Path;

use psjob_channel::fuzzing::outofproc_line;

#[test]
fn old_finds_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/fuzz/outofproc_line");
    for entry in fs::read_dir(folder).unwrap() {
        outofproc_line(&fs::read(entry.unwrap().path()).unwrap());
    }
}
