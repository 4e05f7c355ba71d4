//! Rows of a table, and of a wide display.

use super::LineOutput;
use super::widths::{SEPARATOR, fit};
use crate::cells;
use crate::data::{Row, Stream, TableHeader};
use crate::lines;
use crate::style;
use crate::value_text::ELLIPSIS;
use crate::view::Alignment;
use pwsh_runtime::Runspace;
use pwsh_value::{PsString, Result};

/// No table is written on a screen of fewer cells.
const MINIMUM_SCREEN: usize = 5;

/// Writes the rows of one group.
pub(super) struct TableWriter {
    columns: Vec<Column>,
    disabled: bool,
}

struct Column {
    width: Option<usize>,
    alignment: Alignment,
    header_matches: bool,
}

impl TableWriter {
    /// A table with a header; `widths`: what its rows need, where they are known.
    pub(super) fn new(header: &TableHeader, widths: Option<Vec<usize>>, screen: usize) -> TableWriter {
        let given =
            || header.columns.iter().map(|column| usize::try_from(column.width).unwrap_or(0)).collect();
        let fitted = fit(&widths.unwrap_or_else(given), screen);
        let columns = header.columns.iter().zip(fitted).map(|(column, width)| Column {
            width,
            alignment: column.alignment,
            header_matches: column.header_matches,
        });
        TableWriter { columns: columns.collect(), disabled: screen < MINIMUM_SCREEN }
    }

    /// Columns of equal width without a header.
    pub(super) fn wide(columns: usize, screen: usize) -> TableWriter {
        let fitted = fit(&vec![0; columns], screen);
        let column = |width| Column { width, alignment: Alignment::Left, header_matches: true };
        TableWriter { columns: fitted.into_iter().map(column).collect(), disabled: screen < MINIMUM_SCREEN }
    }

    /// Writes the header.
    pub(super) fn header(
        &self,
        rs: &mut Runspace,
        header: &TableHeader,
        out: &mut dyn LineOutput,
    ) -> Result<()> {
        if self.disabled || header.hide_header || header.columns.is_empty() {
            return Ok(());
        }
        let labels: Vec<&str> = header.columns.iter().map(|column| column.header()).collect();
        let alignments: Vec<Alignment> = self.columns.iter().map(|column| column.alignment).collect();
        let styles = style::current(rs);
        for line in self.multi_line(&labels, &alignments, Some(&styles)) {
            out.line(rs, &line, Stream::None)?;
        }
        let dashes: Vec<String> = self
            .columns
            .iter()
            .zip(&labels)
            .map(|(column, label)| {
                let width = column.width.unwrap_or(0);
                let length = cells::width(label);
                "-".repeat(if length == 0 { width } else { width.min(length) })
            })
            .collect();
        let dashes: Vec<&str> = dashes.iter().map(String::as_str).collect();
        let line = self.single_line(&dashes, &alignments, Some(&styles));
        out.line(rs, &line, Stream::None)
    }

    /// Writes a row.
    pub(super) fn row(
        &self,
        rs: &mut Runspace,
        row: &Row,
        stream: Stream,
        out: &mut dyn LineOutput,
    ) -> Result<()> {
        if self.disabled || self.columns.is_empty() {
            return Ok(());
        }
        let texts: Vec<String> = (0..self.columns.len())
            .map(|at| row.fields.get(at).map_or_else(String::new, |field| field.text.to_str().into_owned()))
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let alignments: Vec<Alignment> = self
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| match row.fields.get(at).map(|field| field.alignment) {
                Some(Alignment::Undefined) => column.alignment,
                Some(alignment) => alignment,
                None => Alignment::Left,
            })
            .collect();
        if row.multi_line {
            for line in self.multi_line(&texts, &alignments, None) {
                out.line(rs, &line, stream)?;
            }
            return Ok(());
        }
        let line = self.single_line(&texts, &alignments, None);
        out.line(rs, &line, stream)
    }

    /// Writes a line of a wide display, filled up with blanks.
    pub(super) fn wide_row(
        &self,
        rs: &mut Runspace,
        mut texts: Vec<PsString>,
        per_row: usize,
        out: &mut dyn LineOutput,
    ) -> Result<()> {
        if self.disabled {
            return Ok(());
        }
        texts.resize(per_row, PsString::empty());
        let texts: Vec<String> = texts.iter().map(|text| text.to_str().into_owned()).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let line = self.single_line(&texts, &vec![Alignment::Left; per_row], None);
        out.line(rs, &line, Stream::None)
    }

    fn single_line(
        &self,
        texts: &[&str],
        alignments: &[Alignment],
        styles: Option<&style::Styles>,
    ) -> String {
        let mut line = String::new();
        for (at, column) in self.columns.iter().enumerate() {
            let Some(width) = column.width else { continue };
            if at > 0 {
                line.push_str(&" ".repeat(SEPARATOR));
            }
            let pad = at + 1 < self.columns.len();
            let field = field(texts[at], width, alignments[at], pad);
            match styles {
                Some(styles) => {
                    line.push_str(&styles.table_header);
                    line.push_str(&field);
                    line.push_str(style::RESET);
                }
                None => {
                    line.push_str(&field);
                    if cells::is_decorated(&field) && !field.trim_end().ends_with(style::RESET) {
                        line.push_str(style::RESET);
                    }
                }
            }
        }
        line
    }

    /// A row whose long values go on in further lines.
    fn multi_line(
        &self,
        texts: &[&str],
        alignments: &[Alignment],
        styles: Option<&style::Styles>,
    ) -> Vec<String> {
        let visible: Vec<usize> =
            (0..self.columns.len()).filter(|at| self.columns[*at].width.is_some()).collect();
        let mut cells_of: Vec<Vec<String>> = Vec::new();
        for (place, &at) in visible.iter().enumerate() {
            let width = self.columns[at].width.unwrap_or(0);
            let pad = place + 1 < visible.len();
            let lead = if place > 0 { " ".repeat(SEPARATOR) } else { String::new() };
            let mut lines = lines::wrap(texts[at], width, width);
            for line in &mut lines {
                let short = cells::width(line) < width;
                if short && (pad || matches!(alignments[at], Alignment::Right | Alignment::Center)) {
                    *line = field(line, width, alignments[at], pad);
                }
                line.insert_str(0, &lead);
            }
            cells_of.push(lines);
        }
        let rows = cells_of.iter().map(Vec::len).max().unwrap_or(0);
        (0..rows).map(|row| self.joined(&cells_of, &visible, row, rows, styles)).collect()
    }

    fn joined(
        &self,
        cells_of: &[Vec<String>],
        visible: &[usize],
        row: usize,
        rows: usize,
        styles: Option<&style::Styles>,
    ) -> String {
        let last = cells_of.iter().rposition(|lines| lines.len() > row).unwrap_or(0);
        let mut line = String::new();
        for (place, (lines, &at)) in cells_of.iter().zip(visible).enumerate() {
            let blanks = if place + 1 < cells_of.len() && place <= last {
                self.columns[at].width.unwrap_or(0) + if place > 0 { SEPARATOR } else { 0 }
            } else {
                0
            };
            let mut text = lines.get(row).cloned().unwrap_or_else(|| " ".repeat(blanks));
            if place == last && rows > 1 {
                text.truncate(text.trim_end().len());
            }
            match styles {
                Some(styles) if self.columns[at].header_matches => {
                    line.push_str(&styles.table_header);
                    line.push_str(&text);
                    line.push_str(style::RESET);
                }
                Some(styles) => {
                    if !text.is_empty() {
                        text.insert_str(usize::from(place > 0), &styles.custom_table_header_label);
                    }
                    line.push_str(&text);
                    line.push_str(style::RESET);
                }
                None => line.push_str(&text),
            }
        }
        line
    }
}

/// A value in its column: one line, cut or filled up to the width.
fn field(text: &str, width: usize, alignment: Alignment, pad: bool) -> String {
    let mut text = first_line(text);
    let length = cells::width(&text);
    if length > width {
        text = cut(&text, width, alignment);
    }
    let missing = width.saturating_sub(cells::width(&text));
    match alignment {
        Alignment::Right => text.insert_str(0, &" ".repeat(missing)),
        Alignment::Center => {
            let left = if length > width { 0 } else { missing / 2 };
            text.insert_str(0, &" ".repeat(left));
            if pad {
                text.push_str(&" ".repeat(missing - left));
            }
        }
        Alignment::Left | Alignment::Undefined if pad => text.push_str(&" ".repeat(missing)),
        Alignment::Left | Alignment::Undefined => {}
    }
    text
}

fn first_line(text: &str) -> String {
    match text.find(['\n', '\r']) {
        Some(end) => format!("{}{ELLIPSIS}", &text[..end]),
        None => text.to_owned(),
    }
}

fn cut(text: &str, width: usize, alignment: Alignment) -> String {
    let room = width.saturating_sub(1);
    match (alignment, room) {
        (Alignment::Right, 0) => cells::tail(text, width),
        (Alignment::Right, _) => format!("{ELLIPSIS}{}", cells::tail(text, room)),
        (_, 0) => cells::head(text, width),
        _ => format!("{}{ELLIPSIS}", cells::head(text, room)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_cut_on_the_side_away_from_its_edge() {
        assert_eq!(field("abcdef", 4, Alignment::Left, true), "abc…");
        assert_eq!(field("abcdef", 4, Alignment::Right, true), "…def");
        assert_eq!(field("ab", 5, Alignment::Center, true), " ab  ");
        assert_eq!(field("one\ntwo", 7, Alignment::Left, true), "one…   ");
    }
}
