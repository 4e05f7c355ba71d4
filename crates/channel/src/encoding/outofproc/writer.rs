//! Elements to lines, byte for byte as PowerShell writes them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use psrp::fragment::FRAGMENT_HEADER_LEN;
use psrp::{Lane, Stream};
use uuid::fmt::Hyphenated;

use super::element::Element;
use crate::frame::Frame;

/// Appends the line, or for data the lines, of an element. Data gets a line for each fragment, as the
/// receivers of PowerShell are used to; a rest that is no whole fragment gets one too.
///
/// The quotes are single ones because a PowerShell client finds session lines by the text `PSGuid='`.
pub fn encode(element: &Element, out: &mut Vec<u8>) {
    let (name, lane) = match element {
        Element::Frame(Frame::Data { lane, stream, bytes }) => {
            return for_each_fragment(bytes, |fragment| data(*lane, *stream, fragment, out));
        }
        Element::Frame(Frame::Notice(_)) => return,
        Element::DataAck { lane } => ("DataAck", *lane),
        Element::Frame(Frame::Command { pipeline }) => ("Command", Lane::Pipeline(*pipeline)),
        Element::Frame(Frame::CommandAck { pipeline }) => ("CommandAck", Lane::Pipeline(*pipeline)),
        Element::Frame(Frame::Signal { pipeline }) => ("Signal", Lane::Pipeline(*pipeline)),
        Element::Frame(Frame::SignalAck { pipeline }) => ("SignalAck", Lane::Pipeline(*pipeline)),
        Element::Frame(Frame::Close { lane }) => ("Close", *lane),
        Element::Frame(Frame::CloseAck { lane }) => ("CloseAck", *lane),
    };
    out.push(b'<');
    out.extend_from_slice(name.as_bytes());
    guid(lane, out);
    out.extend_from_slice(b" />\n");
}

fn for_each_fragment(mut bytes: &[u8], mut each: impl FnMut(&[u8])) {
    while !bytes.is_empty() {
        // the length of the blob ends the header ([MS-PSRP] 2.2.4)
        let length = match bytes.get(FRAGMENT_HEADER_LEN - 4..FRAGMENT_HEADER_LEN) {
            Some(&[a, b, c, d]) => {
                FRAGMENT_HEADER_LEN.saturating_add(u32::from_be_bytes([a, b, c, d]) as usize)
            }
            _ => bytes.len(),
        };
        let (fragment, rest) = bytes.split_at(length.min(bytes.len()));
        each(fragment);
        bytes = rest;
    }
}

fn data(lane: Lane, stream: Stream, bytes: &[u8], out: &mut Vec<u8>) {
    out.extend_from_slice(match stream {
        Stream::Default => b"<Data Stream='Default'",
        Stream::PromptResponse => b"<Data Stream='PromptResponse'",
    });
    guid(lane, out);
    out.push(b'>');
    let start = out.len();
    out.resize(start + bytes.len().div_ceil(3) * 4, 0);
    let written = STANDARD.encode_slice(bytes, &mut out[start..]).unwrap_or(0);
    debug_assert_eq!(start + written, out.len());
    out.extend_from_slice(b"</Data>\n");
}

fn guid(lane: Lane, out: &mut Vec<u8>) {
    let mut text = [0; Hyphenated::LENGTH];
    out.extend_from_slice(b" PSGuid='");
    out.extend_from_slice(lane.guid().hyphenated().encode_lower(&mut text).as_bytes());
    out.push(b'\'');
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use uuid::Uuid;

    use super::*;
    use crate::encoding::outofproc::{Line, LineReader, Sender};

    fn written(element: &Element) -> String {
        let mut out = Vec::new();
        encode(element, &mut out);
        String::from_utf8(out).unwrap()
    }

    fn fragment(id: u8, blob: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0; 7];
        bytes.push(id);
        bytes.extend([0; 8]);
        bytes.push(3);
        bytes.extend((blob.len() as u32).to_be_bytes());
        bytes.extend(blob);
        bytes
    }

    #[test]
    fn the_shapes_are_those_of_powershell() {
        let pipeline = Uuid::from_u128(0xABCD);
        let ack = Element::Frame(Frame::CommandAck { pipeline });
        assert_eq!(written(&ack), "<CommandAck PSGuid='00000000-0000-0000-0000-00000000abcd' />\n");
        let close = Element::Frame(Frame::CloseAck { lane: Lane::Pool });
        assert_eq!(written(&close), "<CloseAck PSGuid='00000000-0000-0000-0000-000000000000' />\n");
        let data = Frame::Data {
            lane: Lane::Pool,
            stream: Stream::PromptResponse,
            bytes: fragment(1, b"hi").into(),
        };
        assert_eq!(
            written(&Element::Frame(data)),
            "<Data Stream='PromptResponse' PSGuid='00000000-0000-0000-0000-000000000000'>\
             AAAAAAAAAAEAAAAAAAAAAAMAAAACaGk=</Data>\n"
        );
    }

    #[test]
    fn each_fragment_gets_a_line_of_its_own() {
        let parts = [fragment(1, b""), fragment(2, b"abc"), fragment(3, &[9; 5000]), vec![1, 2, 3]];
        let bytes = Bytes::from(parts.concat());
        let data = Frame::Data { lane: Lane::Pool, stream: Stream::Default, bytes };
        let mut reader = LineReader::new(Sender::Server);
        reader.feed(written(&Element::Frame(data)).as_bytes());
        for part in parts {
            let Some(Ok(Line::Element(Element::Frame(Frame::Data { bytes, .. })))) = reader.next_line()
            else {
                panic!("a line for each fragment");
            };
            assert_eq!(bytes, part);
        }
        assert_eq!(reader.next_line(), None);
    }
}
