//! Lists: a line for each property.

use super::LineOutput;
use crate::cells;
use crate::data::{ListField, Stream};
use crate::lines;
use crate::style;
use pwsh_runtime::Runspace;
use pwsh_value::Result;

const SEPARATOR: &str = " : ";

/// Writes the properties of an object.
pub(super) fn write(
    rs: &mut Runspace,
    fields: &[ListField],
    stream: Stream,
    out: &mut dyn LineOutput,
) -> Result<()> {
    let screen = out.width().unwrap_or(usize::MAX);
    let Some(room) = screen.checked_sub(SEPARATOR.len() + 1).filter(|room| *room > 0) else { return Ok(()) };
    let longest = fields.iter().map(|field| cells::width(field.header())).max().unwrap_or(0);
    let label_width = longest.min(room);
    let value_width = screen - label_width - SEPARATOR.len();
    let margin = " ".repeat(label_width + SEPARATOR.len());
    let accent = style::current(rs).format_accent.clone();
    for field in fields {
        let label = cells::head(field.header(), label_width);
        let blanks = " ".repeat(label_width - cells::width(&label));
        let label = format!("{accent}{label}{blanks}{SEPARATOR}{}", style::RESET);
        for (at, text) in lines::wrap(&field.field.text.to_str(), value_width, value_width).iter().enumerate()
        {
            let lead = if at == 0 { &label } else { &margin };
            let mut line = format!("{lead}{text}");
            if cells::is_decorated(text) && !text.trim_end().ends_with(style::RESET) {
                line.push_str(style::RESET);
            }
            out.line(rs, &line, stream)?;
        }
    }
    Ok(())
}
