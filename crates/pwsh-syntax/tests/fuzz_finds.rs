//! Old finds of the fuzz target `pwsh_parser`.

use std::path::PathBuf;

#[test]
fn old_finds_stay_fixed() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/fuzz/pwsh_parser");
    let mut count = 0;
    for entry in std::fs::read_dir(&folder).expect("the finds are part of the repository") {
        pwsh_syntax::fuzzing::pwsh_parser(&std::fs::read(entry.unwrap().path()).unwrap());
        count += 1;
    }
    assert!(count > 0, "the folder holds no find");
}
