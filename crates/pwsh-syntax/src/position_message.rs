//! Where an error is, as PowerShell shows it:
//!
//! ```text
//! At line:1 char:5
//! + 1 + + 2
//! +     ~
//! ```

use crate::{Extent, Source};

/// The widest a shown line may be: windows of 80 columns, with room for what stands before and after it.
const MAX_LINE_LENGTH: usize = 69;

/// The most that is shown before the error on a line that is cut, and the most after it.
const MAX_PREFIX: usize = 12;
const MAX_SUFFIX: usize = 8;

/// The place of `extent` with its line and the marks under it (`InvocationInfo.PositionMessage`,
/// `PositionUtilities.VerboseMessage`). Lines end with LF; there is none after the last.
pub fn position_message(source: &Source, extent: Extent) -> String {
    let start = source.line_column(extent.start);
    let place = match source.file() {
        Some(file) => format!("At {file}:{} char:{}", start.line, start.column),
        None => format!("At line:{} char:{}", start.line, start.column),
    };
    let line: Vec<u16> = source.line_text(start.line).trim_end().encode_utf16().collect();
    if line.is_empty() {
        return format!("{place}\n+ ");
    }
    let end = source.line_column(extent.end);
    let before = start.column as usize - 1;
    let is_on_line = start.line == end.line && end.column as usize <= line.len() + 1;
    let marked =
        if is_on_line { (end.column - start.column) as usize } else { line.len().saturating_sub(before) };
    let (line, before, marked) = expand_tabs(line, before, marked);
    let shown = Shown::new(line, before, marked);
    format!("{place}\n+ {}", shown.text())
}

/// The line of `extent`'s start with a mark before the place (`PositionUtilities.BriefMessage`), as tracing and
/// debugging show it: the line number in four columns, then the line.
pub fn brief_message(source: &Source, extent: Extent) -> String {
    let start = source.line_column(extent.start);
    let mut line: Vec<u16> = source.line_text(start.line).encode_utf16().collect();
    let at = start.column as usize - 1;
    if at >= line.len() {
        line.extend(" <<<< ".encode_utf16());
    } else {
        line.splice(at..at, " >>>> ".encode_utf16());
    }
    format!("{:>4}+ {}", start.line, String::from_utf16_lossy(&line))
}

/// Each tab becomes four spaces.
fn expand_tabs(line: Vec<u16>, before: usize, marked: usize) -> (Vec<u16>, usize, usize) {
    const TAB: u16 = b'\t' as u16;
    if !line.contains(&TAB) {
        return (line, before, marked);
    }
    let tabs = |units: &[u16]| units.iter().filter(|&&unit| unit == TAB).count();
    let start = before.min(line.len());
    let end = (before + marked).min(line.len());
    let new_before = before + 3 * tabs(&line[..start]);
    let new_marked = marked + 3 * tabs(&line[start..end]);
    let expanded = line
        .iter()
        .flat_map(|&unit| if unit == TAB { [b' ' as u16; 4].to_vec() } else { vec![unit] })
        .collect();
    (expanded, new_before, new_marked)
}

/// The part of a line that is shown.
struct Shown {
    line: Vec<u16>,
    before: usize,
    marked: usize,
    cut_before: bool,
    cut_after: bool,
}

impl Shown {
    /// Cuts a long line: as much of the error as fits, with some of what is before and after it, rather before.
    fn new(line: Vec<u16>, before: usize, marked: usize) -> Self {
        let length = line.len();
        if length <= MAX_LINE_LENGTH {
            return Self { line, before, marked, cut_before: false, cut_after: false };
        }
        let mut marked = marked;
        let after = length.saturating_sub(marked + before);
        let mut prefix = before.min(MAX_PREFIX);
        let mut suffix = after.min(MAX_SUFFIX);
        let mut candidate = prefix + marked + suffix;
        let cut_after = if candidate >= MAX_LINE_LENGTH {
            if prefix + marked >= MAX_LINE_LENGTH {
                marked = MAX_LINE_LENGTH - prefix;
            }
            true
        } else {
            let available = before - prefix;
            if available > 0 {
                prefix += available.min(MAX_LINE_LENGTH - candidate);
                candidate = prefix + marked + suffix;
            }
            if candidate < MAX_LINE_LENGTH && after > 0 {
                suffix += after.min(MAX_LINE_LENGTH - candidate);
            }
            suffix < after
        };
        let cut_before = prefix < before;
        let start = before.saturating_sub(prefix).min(length - MAX_LINE_LENGTH);
        let before = before.min(prefix);
        let line = line[start..start + MAX_LINE_LENGTH].to_vec();
        Self { line, before, marked: marked.min(MAX_LINE_LENGTH - before), cut_before, cut_after }
    }

    fn text(&self) -> String {
        let prefix = if self.cut_before { "\u{2026} " } else { "" };
        let suffix = if self.cut_after { " \u{2026}" } else { "" };
        let spaces = " ".repeat(self.before + if self.cut_before { 2 } else { 0 });
        // at the end of the input nothing is marked, and one mark is shown
        let marks = "~".repeat(self.marked.max(1));
        format!("{prefix}{}{suffix}\n+ {spaces}{marks}", String::from_utf16_lossy(&self.line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_line_is_shown_whole() {
        let source = Source::new("1 + + 2\n", None);
        assert_eq!(position_message(&source, Extent::new(4, 5)), "At line:1 char:5\n+ 1 + + 2\n+     ~");
    }

    #[test]
    fn the_end_of_the_input_is_marked_once() {
        let source = Source::new("if (1", None);
        assert_eq!(position_message(&source, Extent::new(6, 6)), "At line:1 char:7\n+ if (1\n+       ~");
    }

    #[test]
    fn the_end_of_the_input_after_a_line_end_has_no_line() {
        let source = Source::new("if (1\n", None);
        assert_eq!(position_message(&source, Extent::new(7, 7)), "At line:2 char:2\n+ ");
    }
}
