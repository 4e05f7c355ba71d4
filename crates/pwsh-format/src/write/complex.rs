//! Free text with indented parts.

use super::LineOutput;
use crate::data::{Frame, Piece, Stream};
use crate::lines;
use pwsh_runtime::Runspace;
use pwsh_value::Result;

/// Deeper parts are left out.
const MAXIMUM_DEPTH: usize = 50;

/// Writes the pieces; `width`: the cells of a line, `None` for as many as needed.
pub(super) fn write(
    rs: &mut Runspace,
    pieces: &[Piece],
    width: Option<usize>,
    stream: Stream,
    out: &mut dyn LineOutput,
) -> Result<()> {
    let mut writer = ComplexWriter {
        width: width.unwrap_or(usize::MAX),
        frames: Vec::new(),
        buffer: String::new(),
        stream,
    };
    writer.pieces(rs, pieces, 0, out)?;
    writer.flush(rs, out)
}

struct ComplexWriter {
    width: usize,
    frames: Vec<Frame>,
    buffer: String,
    stream: Stream,
}

impl ComplexWriter {
    fn pieces(
        &mut self,
        rs: &mut Runspace,
        pieces: &[Piece],
        depth: usize,
        out: &mut dyn LineOutput,
    ) -> Result<()> {
        for piece in pieces {
            match piece {
                Piece::NewLine => self.flush(rs, out)?,
                Piece::Text(text) => self.buffer.push_str(&text.to_str()),
                Piece::Field(field) => self.buffer.push_str(&field.text.to_str()),
                Piece::Group(..) if depth >= MAXIMUM_DEPTH => {}
                Piece::Group(None, inner) => self.pieces(rs, inner, depth + 1, out)?,
                Piece::Group(Some(frame), inner) => {
                    self.frames.push(*frame);
                    let result = self.pieces(rs, inner, depth + 1, out);
                    self.frames.pop();
                    result?;
                }
            }
        }
        Ok(())
    }

    /// Writes what has gathered, indented by the frames in force.
    fn flush(&mut self, rs: &mut Runspace, out: &mut dyn LineOutput) -> Result<()> {
        let sum = |pick: fn(&Frame) -> i32| -> usize {
            self.frames.iter().map(|frame| usize::try_from(pick(frame)).unwrap_or(0)).sum()
        };
        let (left, right) = (sum(|frame| frame.left), sum(|frame| frame.right));
        let useful = self.width.saturating_sub(left + right);
        let text = std::mem::take(&mut self.buffer);
        if useful == 0 {
            return Ok(());
        }
        let first = self.frames.last().map_or(0, |frame| frame.first);
        let shift = usize::try_from(first.unsigned_abs()).unwrap_or(0);
        let shift = if shift >= useful { 0 } else { shift };
        let (first_shift, other_shift) = if first >= 0 { (shift, 0) } else { (0, shift) };
        let lines = lines::wrap(&text, useful - first_shift, useful - other_shift);
        for (at, line) in lines.iter().enumerate() {
            let indent = left + if at == 0 { first_shift } else { other_shift };
            out.line(rs, &format!("{}{line}", " ".repeat(indent)), self.stream)?;
        }
        Ok(())
    }
}
