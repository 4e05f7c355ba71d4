//! The kept text of a script, its line table, and the half-open byte ranges that point into it.

use std::sync::{Arc, OnceLock};

/// A range of a [`Source`], in UTF-8 byte offsets: `start` is the first byte, `end` the one after the last.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Extent {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte; never less than `start`.
    pub end: u32,
}

impl std::fmt::Debug for Extent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl Extent {
    /// The range from `start` to `end`, both byte offsets.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The empty range at `offset`.
    pub const fn empty_at(offset: u32) -> Self {
        Self { start: offset, end: offset }
    }

    /// The smallest range that begins where `self` begins and ends where `last` ends.
    pub const fn to(self, last: Extent) -> Self {
        let end = if last.end < self.start { self.start } else { last.end };
        Self { start: self.start, end }
    }

    /// The length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the range covers no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `inner` lies within this range.
    pub const fn contains(self, inner: Extent) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }
}

/// A place in a source as PowerShell counts it: lines and columns from 1, columns in UTF-16 code units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LineColumn {
    /// Line number, from 1.
    pub line: u32,
    /// Column number, from 1, in UTF-16 code units.
    pub column: u32,
}

/// The text of one script with the name of the file it came from. Shared by every node that points into it.
#[derive(Debug)]
pub struct Source {
    text: Box<str>,
    file: Option<Arc<str>>,
    line_starts: OnceLock<Box<[u32]>>,
}

impl Source {
    /// Keeps `text`; `file` is the full path of the script file, or `None` for text typed or sent.
    pub fn new(text: impl Into<Box<str>>, file: Option<Arc<str>>) -> Arc<Self> {
        Arc::new(Self { text: text.into(), file, line_starts: OnceLock::new() })
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The path of the script file, if the text is a file's.
    pub fn file(&self) -> Option<&Arc<str>> {
        self.file.as_ref()
    }

    /// The text an extent covers. An extent of another source gives what lies there, or the empty string.
    pub fn slice(&self, extent: Extent) -> &str {
        self.text.get(extent.start as usize..extent.end as usize).unwrap_or("")
    }

    /// The byte offset at which each line starts; the first is 0. Lines end at LF, CR or CR LF.
    pub fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let mut starts = vec![0];
            for (index, &byte) in bytes.iter().enumerate() {
                let ends_line = byte == b'\n' || (byte == b'\r' && bytes.get(index + 1) != Some(&b'\n'));
                if ends_line {
                    starts.push(index as u32 + 1);
                }
            }
            starts.into_boxed_slice()
        })
    }

    /// The line number, from 1, of a byte offset.
    pub fn line_of(&self, offset: u32) -> u32 {
        self.line_starts().partition_point(|&start| start <= offset) as u32
    }

    /// The line and column of a byte offset. The end of the input, one past the text, has a column too.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        let past_end = offset.saturating_sub(self.text.len() as u32);
        let offset = offset - past_end;
        let line = self.line_of(offset);
        let start = self.line_starts()[line as usize - 1];
        LineColumn { line, column: utf16_len(self.slice(Extent::new(start, offset))) + 1 + past_end }
    }

    /// The text of a line (from 1) without its line end; the empty string for a line that is not there.
    pub fn line_text(&self, line: u32) -> &str {
        let starts = self.line_starts();
        let Some(&start) = (line as usize).checked_sub(1).and_then(|index| starts.get(index)) else {
            return "";
        };
        let end = starts.get(line as usize).copied().unwrap_or(self.text.len() as u32);
        self.slice(Extent::new(start, end)).trim_end_matches(['\r', '\n'])
    }

    /// The offset in UTF-16 code units of a byte offset, which is what `IScriptExtent.StartOffset` tells.
    pub fn utf16_offset(&self, offset: u32) -> u32 {
        let past_end = offset.saturating_sub(self.text.len() as u32);
        utf16_len(self.slice(Extent::new(0, offset - past_end))) + past_end
    }
}

/// The number of UTF-16 code units of `text`.
pub(crate) fn utf16_len(text: &str) -> u32 {
    if text.is_ascii() { text.len() as u32 } else { text.encode_utf16().count() as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_utf16_units() {
        let source = Source::new("a\u{1F600}b\r\n\rx", None);
        assert_eq!(source.line_column(5), LineColumn { line: 1, column: 4 });
        assert_eq!(source.line_column(9), LineColumn { line: 3, column: 1 });
        assert_eq!(source.line_text(1), "a\u{1F600}b");
        assert_eq!(source.line_text(2), "");
        assert_eq!(source.line_text(9), "");
        assert_eq!(source.utf16_offset(5), 3);
    }
}
