//! What a session shows by default.

use crate::data::Stream;
use crate::style::{self, Destination, rendered};
use crate::write::{LineOutput, Writer};
use pwsh_runtime::Runspace;
use pwsh_runtime::scope::Scopes;
use pwsh_value::ty::named;
use pwsh_value::{Name, PsString, Result, Value};

/// `ErrorView.ConciseView`.
const CONCISE_VIEW: i64 = 2;

/// Sets the variables that displays heed: `$PSStyle`, `$FormatEnumerationLimit`, `$ErrorView`.
pub fn initialize(rs: &mut Runspace) {
    rs.set_in(Scopes::GLOBAL, Name::intern("PSStyle"), style::object());
    rs.set_in(Scopes::GLOBAL, Name::intern("FormatEnumerationLimit"), Value::Int32(4));
    let view = Value::enumeration(&named("System.Management.Automation.ErrorView"), CONCISE_VIEW);
    rs.set_in(Scopes::GLOBAL, Name::intern("ErrorView"), view);
}

/// The text that a console of `width` cells shows for values, in this session or from another (deserialized ones
/// have the views of what they were).
///
/// # Errors
/// A stop of the running pipeline, or format data out of order.
pub fn text_of(rs: &mut Runspace, values: &[Value], width: usize) -> Result<String> {
    let mut out = Text { width, text: String::new() };
    let mut writer = Writer::default();
    for value in values {
        writer.process(rs, value, &mut out)?;
    }
    writer.end(rs, &mut out)?;
    Ok(out.text)
}

struct Text {
    width: usize,
    text: String,
}

impl LineOutput for Text {
    fn width(&self) -> Option<usize> {
        Some(self.width)
    }

    fn line(&mut self, rs: &mut Runspace, text: &str, _: Stream) -> Result<()> {
        self.text.push_str(&rendered(rs, text, Destination::Text));
        self.text.push('\n');
        Ok(())
    }

    fn raw(&mut self, _: &mut Runspace, text: &PsString, _: Stream) -> Result<()> {
        self.text.push_str(&text.to_str());
        self.text.push('\n');
        Ok(())
    }
}
