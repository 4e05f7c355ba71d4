//! What must hold for any input. The targets in `fuzz/` call these, and so does a plain test over what they found.

use crate::encoding::outofproc::{Element, Line, LineError, LineReader, Sender, encode};

/// Reading never panics and does not depend on how the input was cut; and what was read is written to
/// lines that read back as the same, data fragment by fragment.
///
/// # Panics
///
/// Where that does not hold.
pub fn outofproc_line(input: &[u8]) {
    for sender in [Sender::Client, Sender::Server] {
        let read = lines(sender, [input]);
        let cut = input.len() / 2;
        assert_eq!(lines(sender, [&input[..cut], &input[cut..]]), read);
        for element in read.into_iter().flatten() {
            let Line::Element(element) = element else { continue };
            let mut written = Vec::new();
            encode(&element, &mut written);
            assert_eq!(joined(lines(sender, [written.as_slice()])), Some(element));
        }
    }
}

fn lines<const N: usize>(sender: Sender, pieces: [&[u8]; N]) -> Vec<Result<Line, LineError>> {
    // small, so that the fuzzer finds the way to exceed it
    let mut reader = LineReader::with_limit(sender, 1000);
    let mut lines = Vec::new();
    for piece in pieces {
        reader.feed(piece);
        while let Some(line) = reader.next_line() {
            let failed = line.is_err();
            lines.push(line);
            if failed {
                return lines;
            }
        }
    }
    lines
}

/// The element of several lines, which is one unless its data has several fragments.
fn joined(lines: Vec<Result<Line, LineError>>) -> Option<Element> {
    use crate::Frame::Data;
    lines
        .into_iter()
        .map(|line| match line {
            Ok(Line::Element(element)) => Some(element),
            _ => None,
        })
        .reduce(|first, next| match (first?, next?) {
            (
                Element::Frame(Data { lane, stream, bytes }),
                Element::Frame(Data { lane: next_lane, stream: next_stream, bytes: more }),
            ) if lane == next_lane && stream == next_stream => {
                Some(Element::Frame(Data { lane, stream, bytes: [bytes, more].concat().into() }))
            }
            _ => None,
        })?
}
