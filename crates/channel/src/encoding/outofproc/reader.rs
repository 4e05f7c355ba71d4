//! Lines from pieces of input.

use super::element::{Element, Sender};
use super::parse::{LineError, parse};

/// What a line holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// One element.
    Element(Element),
    /// Nothing. A client ignores it, to a server it is the end of the input.
    Empty,
}

/// Takes input as it comes, cut anywhere, and gives its lines.
#[derive(Debug)]
pub struct LineReader {
    sender: Sender,
    limit: usize,
    buffer: Vec<u8>,
    /// Where the line begins that was not given yet.
    start: usize,
    /// Up to where that line was searched for its end.
    searched: usize,
}

/// Longest line in bytes by default. A client's Data has at most 32 KiB of data, 44 KB in base64; other
/// clients choose their fragment size, and none above a few hundred KiB was seen.
const LINE_LIMIT: usize = 4 << 20;

impl LineReader {
    /// A reader of what `sender` writes, with lines of at most 4 MiB.
    pub fn new(sender: Sender) -> Self {
        LineReader::with_limit(sender, LINE_LIMIT)
    }

    /// A reader of what `sender` writes, with lines of at most `limit` bytes without their end.
    pub fn with_limit(sender: Sender, limit: usize) -> Self {
        LineReader { sender, limit, buffer: Vec::new(), start: 0, searched: 0 }
    }

    /// Takes the next piece of input in.
    pub fn feed(&mut self, input: &[u8]) {
        if self.start > 0 {
            self.buffer.drain(..self.start);
            self.searched -= self.start;
            self.start = 0;
        }
        self.buffer.extend_from_slice(input);
    }

    /// The next whole line, `None` if more input is needed. After an error the input means nothing more.
    pub fn next_line(&mut self) -> Option<Result<Line, LineError>> {
        let end = memchr::memchr(b'\n', &self.buffer[self.searched..]).map(|at| self.searched + at);
        let length = end.unwrap_or(self.buffer.len()) - self.start;
        if length > self.limit {
            return Some(Err(LineError::TooLong { limit: self.limit }));
        }
        let Some(end) = end else {
            self.searched = self.buffer.len();
            return None;
        };
        let line = &self.buffer[self.start..end];
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let read =
            if line.is_empty() { Ok(Line::Empty) } else { parse(line, self.sender).map(Line::Element) };
        self.start = end + 1;
        self.searched = self.start;
        Some(read)
    }

    /// Whether the input so far ends within a line.
    pub fn is_within_line(&self) -> bool {
        self.start < self.buffer.len()
    }
}

#[cfg(test)]
mod tests {
    use psrp::{Lane, Stream};

    use super::*;
    use crate::frame::Frame;

    const ID: &str = "2f6c5aee-7c2b-4a53-8f4e-6cf1ae5d9b01";

    fn read(line: &str, sender: Sender) -> Result<Line, LineError> {
        let mut reader = LineReader::new(sender);
        reader.feed(line.as_bytes());
        reader.feed(b"\n");
        reader.next_line().expect("a whole line")
    }

    fn error(line: &str) -> LineError {
        read(line, Sender::Client).expect_err("a refused line")
    }

    #[test]
    fn every_element_is_read() {
        let pipeline = ID.parse().unwrap();
        let lane = Lane::Pipeline(pipeline);
        let cases = [
            ("Command", Sender::Client, Element::Frame(Frame::Command { pipeline })),
            ("Signal", Sender::Client, Element::Frame(Frame::Signal { pipeline })),
            ("Close", Sender::Client, Element::Frame(Frame::Close { lane })),
            ("CommandAck", Sender::Server, Element::Frame(Frame::CommandAck { pipeline })),
            ("SignalAck", Sender::Server, Element::Frame(Frame::SignalAck { pipeline })),
            ("CloseAck", Sender::Server, Element::Frame(Frame::CloseAck { lane })),
            ("DataAck", Sender::Server, Element::DataAck { lane }),
        ];
        for (name, sender, element) in cases {
            let line = format!("<{name} PSGuid='{ID}' />");
            assert_eq!(read(&line, sender), Ok(Line::Element(element)), "{line}");
            let other = if sender == Sender::Client { Sender::Server } else { Sender::Client };
            let refused = LineError::WrongSender { expected: other, name: name.into() };
            assert_eq!(read(&line, other), Err(refused), "{line}");
        }
    }

    #[test]
    fn data_is_read_in_every_form_that_xml_allows() {
        let pool = |stream| Frame::Data { lane: Lane::Pool, stream, bytes: "hi".into() };
        let nil = "00000000-0000-0000-0000-000000000000";
        for line in [
            format!("<Data Stream='Default' PSGuid='{nil}'>aGk=</Data>"),
            format!("<Data Stream=\"Default\" PSGuid=\"{nil}\">aGk=</Data>"),
            format!("<Data  PSGuid='{nil}' Stream='Default' >aGk=</Data >\r"),
        ] {
            let expected = Ok(Line::Element(Element::Frame(pool(Stream::Default))));
            assert_eq!(read(&line, Sender::Client), expected, "{line}");
        }
        let prompt = format!("<Data Stream='PromptResponse' PSGuid='{nil}'>aGk=</Data>");
        let expected = Ok(Line::Element(Element::Frame(pool(Stream::PromptResponse))));
        assert_eq!(read(&prompt, Sender::Client), expected);
    }

    #[test]
    fn a_line_that_is_no_element_is_refused_by_its_fault() {
        let data = |inner: &str| format!("<Data Stream='Default' PSGuid='{ID}'>{inner}</Data>");
        assert_eq!(error("hello"), LineError::OutsideElement { at: 0 });
        assert_eq!(error(" <Close PSGuid='x' />"), LineError::OutsideElement { at: 0 });
        assert!(matches!(error(&(data("aGk=") + " ")), LineError::OutsideElement { .. }));
        assert!(matches!(error(&(data("aGk=") + &data("aGk="))), LineError::OutsideElement { .. }));
        assert_eq!(error("<Date PSGuid='x' />"), LineError::UnknownElement { name: "Date".into() });
        assert_eq!(error("<>"), LineError::UnknownElement { name: String::new() });
        let count =
            |name: &str, expected, found| LineError::AttributeCount { name: name.into(), expected, found };
        assert_eq!(error("<Close />"), count("Close", 1, 0));
        assert_eq!(error(&format!("<Close PSGuid='{ID}' a='b' />")), count("Close", 1, 2));
        assert_eq!(error(&format!("<Data PSGuid='{ID}'>aGk=</Data>")), count("Data", 2, 1));
        assert!(matches!(error("<Close PSGuid='x' PSGuid='x' />"), LineError::Malformed { .. }));
        assert!(matches!(error("<Close guid='x' />"), LineError::MissingAttribute { .. }));
        assert!(matches!(error(&data("aGk=").replace("Default", "Other")), LineError::UnknownStream { .. }));
        assert_eq!(error("<Close PSGuid='x' />"), LineError::BadGuid { found: "x".into() });
        assert_eq!(error(&data("")), LineError::EmptyData);
        assert_eq!(error(&format!("<Data Stream='Default' PSGuid='{ID}' />")), LineError::EmptyData);
        assert!(matches!(error(&data("aGk")), LineError::BadBase64 { .. }));
        assert!(matches!(error(&data("a&#71;k=")), LineError::BadBase64 { .. }));
        assert!(matches!(
            error(&format!("<Close PSGuid='{ID}'>x</Close>")),
            LineError::UnexpectedText { .. }
        ));
        let nil = "<Signal PSGuid='00000000-0000-0000-0000-000000000000' />";
        assert_eq!(error(nil), LineError::NilPipeline { name: "Signal".into() });
        for cut in 1..data("aGk=").len() {
            error(&data("aGk=")[..cut]);
        }
    }

    #[test]
    fn lines_are_the_same_however_the_input_is_cut() {
        let text =
            format!("<Command PSGuid='{ID}' />\n\n<Data Stream='Default' PSGuid='{ID}'>aGk=</Data>\r\n");
        let all = |pieces: &[&[u8]]| {
            let mut reader = LineReader::new(Sender::Client);
            let mut lines = Vec::new();
            for piece in pieces {
                reader.feed(piece);
                lines.extend(std::iter::from_fn(|| reader.next_line()));
            }
            assert!(!reader.is_within_line());
            lines
        };
        let whole = all(&[text.as_bytes()]);
        assert_eq!(whole.len(), 3);
        for first in 0..=text.len() {
            for second in first..=text.len() {
                let bytes = text.as_bytes();
                assert_eq!(all(&[&bytes[..first], &bytes[first..second], &bytes[second..]]), whole);
            }
        }
    }

    #[test]
    fn a_line_over_the_limit_is_refused_before_its_end_comes() {
        let mut reader = LineReader::with_limit(Sender::Client, 10);
        reader.feed(b"<Data Stre");
        assert_eq!(reader.next_line(), None);
        reader.feed(b"a");
        assert_eq!(reader.next_line(), Some(Err(LineError::TooLong { limit: 10 })));
    }
}
