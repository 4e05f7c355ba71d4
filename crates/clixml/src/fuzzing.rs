//! What must hold for any input. The targets in `fuzz/` call these, and so does a plain test over what they found.

use crate::{Limits, NoKey, Reader, Writer, tree};

/// Reading never panics; and what can be read is written in either flavour to a document that reads back equal.
///
/// # Panics
///
/// Where that does not hold.
pub fn clixml_reader(input: &[u8]) {
    // small, so that the fuzzer finds the ways to exceed them
    let limits = Limits { bytes: 1 << 20, elements: 10_000, depth: 30 };
    let Ok(values) = tree::read_all(Reader::new(input).with_limits(limits)) else { return };
    let written = [crate::Flavour::Wire, crate::Flavour::Serializer].map(|flavour| {
        let mut writer = Writer::new(flavour);
        tree::write(&mut writer, &values, &NoKey).expect("without a key every SecureString passes");
        writer.into_bytes()
    });
    for document in &written {
        // escapes and references may be longer than what they were read from
        let limits = Limits { bytes: usize::MAX, ..limits };
        let again = tree::read_all(Reader::new(document).with_limits(limits));
        assert_eq!(again.as_ref(), Ok(&values), "{}", String::from_utf8_lossy(document));
    }
}
