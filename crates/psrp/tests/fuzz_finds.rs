//! What the fuzzer found, and a few inputs by hand, through the oracles that the fuzz targets call.

use std::fs;
use std::path::PathBuf;

use psrp::fuzzing;

fn check(name: &str, oracle: fn(&[u8])) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/fuzz").join(name);
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        oracle(&fs::read(entry.expect("a readable folder").path()).expect("a readable file"));
    }
}

#[test]
fn fragments() {
    fuzzing::psrp_fragments(&[]);
    fuzzing::psrp_fragments(&[&[22][..], &[0; 100]].concat());
    check("psrp_fragments", fuzzing::psrp_fragments);
}

#[test]
fn messages() {
    for kind in 0..=40 {
        fuzzing::psrp_messages(&[&[kind][..], b"<Obj RefId=\"0\"><MS /></Obj>"].concat());
        fuzzing::psrp_messages(&[&[kind][..], b"<Nil />"].concat());
    }
    check("psrp_messages", fuzzing::psrp_messages);
}

#[test]
fn servers() {
    // announce, two broken messages, stop, close
    fuzzing::psrp_server(&[7, 1, 0, 0, 40, 1, 0, 0, 9, 0, 2, 0, 1, 2, 2, 1, 0, 0, 3, 0, 0, 0]);
    check("psrp_server", fuzzing::psrp_server);
}
