//! Composite formats: `String.Format`, `StringBuilder.AppendFormat`, `TextWriter.Write` with arguments.

use crate::fault;
use crate::globalization::culture_info::culture_object;
use pwsh_value::text::composite::{CompositeError, Part, Parts, align};
use pwsh_value::text::culture::Culture;
use pwsh_value::{Context, PsString, Result, Value};
use std::sync::Arc;

/// `format` filled with `args` in a culture.
///
/// # Errors
/// `FormatException` for a format that is none, and what the arguments' own `ToString` throws.
pub fn fill(
    cx: &mut dyn Context,
    format: &PsString,
    args: &[Value],
    culture: &Arc<Culture>,
) -> Result<PsString> {
    let format = format.to_str();
    let mut out = String::with_capacity(format.len() + 16);
    for part in Parts::new(&format) {
        match part.map_err(|error| fault::format(error.to_string()))? {
            Part::Literal(literal) => out.push_str(literal),
            Part::Item { index, alignment, format } => {
                let outside = || fault::format(CompositeError::IndexOutOfRange.to_string());
                let arg = args.get(index).ok_or_else(outside)?;
                let start = out.len();
                out.push_str(&text_of(cx, arg, format, culture)?.to_str());
                align(&mut out, start, alignment);
            }
        }
    }
    Ok(out.into())
}

/// `value.ToString(format, culture)` for what can be formatted, else `value.ToString()`.
pub fn text_of(
    cx: &mut dyn Context,
    value: &Value,
    format: &str,
    culture: &Arc<Culture>,
) -> Result<PsString> {
    let value = value.unwrapped();
    let Some(ty) = value.ty().cloned() else { return Ok(PsString::empty()) };
    let formattable =
        ty.members().methods("ToString", false).iter().any(|method| method.parameters.len() == 2);
    let text = if formattable {
        let format = if format.is_empty() { Value::Null } else { format.into() };
        cx.call_method(value, "ToString", vec![format, culture_object(culture.clone(), true)])?
    } else {
        cx.call_method(value, "ToString", Vec::new())?
    };
    Ok(text.as_string().cloned().unwrap_or_else(PsString::empty))
}
