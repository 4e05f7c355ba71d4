//! `ConvertFrom-Json`.

use crate::enum_argument::number_of;
use crate::json::{DateKind, Shape, read, to_value};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::payload::Exception;
use pwsh_value::ty::named;
use pwsh_value::{Error, PsString, Result, Value};

/// Reads JSON.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "ConvertFrom-Json",
    module = "Microsoft.PowerShell.Utility",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096606"
)]
pub struct ConvertFromJson {
    #[parameter(position = 0, mandatory, pipeline)]
    #[validate(allow_empty_string)]
    input_object: PsString,
    #[parameter]
    as_hashtable: Switch,
    #[parameter]
    #[validate(range(1, i32::MAX))]
    depth: Option<i32>,
    #[parameter]
    no_enumerate: Switch,
    #[parameter(ty = "Microsoft.PowerShell.Commands.JsonDateKind")]
    date_kind: Value,
    texts: Vec<PsString>,
}

impl Cmdlet for ConvertFromJson {
    fn process(&mut self, _: &mut Io<'_>) -> Result<()> {
        self.texts.push(self.input_object.clone());
        Ok(())
    }

    /// Strings that are each a text of their own are read one by one, others are the lines of one text.
    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let texts = std::mem::take(&mut self.texts);
        let Some((first, rest)) = texts.split_first() else { return Ok(()) };
        if rest.is_empty() || read(&first.to_str(), self.max_depth()).is_ok() {
            return texts.iter().try_for_each(|text| self.convert(io, &text.to_str()));
        }
        let lines: Vec<_> = texts.iter().map(PsString::to_str).collect();
        self.convert(io, &lines.join("\n"))
    }
}

impl ConvertFromJson {
    fn max_depth(&self) -> usize {
        self.depth.unwrap_or(1024) as usize
    }

    fn convert(&self, io: &mut Io<'_>, text: &str) -> Result<()> {
        let json = read(text, self.max_depth()).map_err(|message| syntax_error(&message))?;
        let dates = match number_of(&self.date_kind) {
            1 => DateKind::Local,
            2 => DateKind::Utc,
            3 => DateKind::Offset,
            4 => DateKind::String,
            _ => DateKind::Default,
        };
        let value = to_value(io.rs, json, Shape { as_hash_table: self.as_hashtable.0, dates })?;
        if self.no_enumerate.0 { io.write(value) } else { io.write_each(value) }
    }
}

fn syntax_error(message: &str) -> Error {
    let kind = if message.contains("MaxDepth") || !message.starts_with("Unexpected end when") {
        "Newtonsoft.Json.JsonReaderException"
    } else {
        "Newtonsoft.Json.JsonSerializationException"
    };
    let inner = Exception::object(named(kind), message.into(), None);
    let text = format!("Conversion from JSON failed with error: {message}");
    let outer = Exception::object(named("System.ArgumentException"), text.into(), Some(inner));
    Error::throw(outer).id("System.ArgumentException")
}
