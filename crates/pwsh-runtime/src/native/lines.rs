//! From the bytes of a program's output to lines.

use pwsh_value::PsString;
use pwsh_value::text::encoding::Encoding;

/// Cuts bytes into lines as they come. A line ends with LF, CR or CR LF; the last needs no end.
pub(super) struct Lines {
    encoding: Encoding,
    pending: Vec<u8>,
    /// Whether a CR ended the last line: an LF right behind it belongs to it.
    after_return: bool,
}

impl Lines {
    pub(super) fn new(encoding: Encoding) -> Lines {
        Lines { encoding, pending: Vec::new(), after_return: false }
    }

    /// Takes in bytes and gives the lines that are complete. Where a unit is more than a byte, lines come at
    /// the end only: no program on this system writes such text to a pipe as it goes.
    pub(super) fn add(&mut self, bytes: &[u8]) -> Vec<PsString> {
        let mut lines = Vec::new();
        if self.is_wide() {
            self.pending.extend_from_slice(bytes);
            return lines;
        }
        let mut rest = bytes;
        if self.after_return && !rest.is_empty() {
            self.after_return = false;
            rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        }
        while let Some(end) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            self.pending.extend_from_slice(&rest[..end]);
            lines.push(self.take());
            let is_return = rest[end] == b'\r';
            rest = &rest[end + 1..];
            if is_return {
                self.after_return = rest.is_empty();
                rest = rest.strip_prefix(b"\n").unwrap_or(rest);
            }
        }
        self.pending.extend_from_slice(rest);
        lines
    }

    /// What is left at the end.
    pub(super) fn finish(&mut self) -> Vec<PsString> {
        if self.pending.is_empty() {
            return Vec::new();
        }
        if !self.is_wide() {
            return vec![self.take()];
        }
        let mut text = String::new();
        self.encoding.decode(&std::mem::take(&mut self.pending), &mut text);
        text.lines().map(PsString::from).collect()
    }

    fn take(&mut self) -> PsString {
        let mut text = String::new();
        self.encoding.decode(&self.pending, &mut text);
        self.pending.clear();
        text.into()
    }

    fn is_wide(&self) -> bool {
        matches!(
            self.encoding,
            Encoding::Utf16 | Encoding::Utf16BigEndian | Encoding::Utf32 | Encoding::Utf32BigEndian
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(encoding: Encoding, chunks: &[&[u8]]) -> Vec<String> {
        let mut lines = Lines::new(encoding);
        let mut all: Vec<PsString> = chunks.iter().flat_map(|chunk| lines.add(chunk)).collect();
        all.extend(lines.finish());
        all.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_line_ends_with_any_of_the_three_ends() {
        assert_eq!(cut(Encoding::Utf8, &[b"a\r\nb\rc\n\nd"]), ["a", "b", "c", "", "d"]);
    }

    #[test]
    fn ends_and_characters_may_be_cut_anywhere() {
        assert_eq!(cut(Encoding::Utf8, &[b"a\r", b"\nb\xc3", b"\xa9\r", b"c"]), ["a", "b\u{e9}", "c"]);
    }

    #[test]
    fn wide_text_comes_at_the_end() {
        assert_eq!(cut(Encoding::Utf16, &[b"a\0\n", b"\0b\0"]), ["a", "b"]);
    }
}
