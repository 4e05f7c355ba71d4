//! `Join-String`.

use crate::object_text::object_text;
use crate::property::{Allowed, PropertyArgument};
use psjob_dotnet::globalization::provider;
use psjob_dotnet::system::composite;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::text::culture::Culture;
use pwsh_value::{Name, PsString, Result, Value, convert};
use std::sync::Arc;

/// Joins the texts of objects to one.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Join-String",
    module = "Microsoft.PowerShell.Utility",
    default_set = "default",
    output("System.String")
)]
pub struct JoinString {
    #[parameter(position = 0)]
    property: Option<Value>,
    #[parameter(position = 1)]
    #[validate(allow_empty_string)]
    separator: Option<PsString>,
    #[parameter(alias("op"))]
    output_prefix: PsString,
    #[parameter(alias("os"))]
    output_suffix: PsString,
    #[parameter(set = "SingleQuote")]
    single_quote: Switch,
    #[parameter(set = "DoubleQuote")]
    double_quote: Switch,
    #[parameter(set = "Format")]
    format_string: PsString,
    #[parameter]
    use_culture: Switch,
    #[parameter(pipeline)]
    input_object: Vec<Value>,
    join: Option<Join>,
}

/// The text so far, and how the next one is added.
struct Join {
    text: Vec<u8>,
    separator: PsString,
    property: Option<PropertyArgument>,
    culture: Arc<Culture>,
    first: bool,
}

impl Cmdlet for JoinString {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let allowed = Allowed { keys: &[], wildcards: true };
        let property =
            self.property.clone().map(|property| PropertyArgument::parse_all(io.rs, &[property], allowed));
        let property = property.transpose()?.and_then(|mut parsed| parsed.pop());
        let separator = match &self.separator {
            Some(given) => given.clone(),
            None => {
                let ofs = io.rs.lookup(Name::intern("OFS"));
                convert::to_text(io.rs, &ofs)?
            }
        };
        let culture = match self.use_culture.0 {
            true => provider::current(io.rs),
            false => Culture::invariant().clone(),
        };
        let text = self.output_prefix.as_wtf8().to_vec();
        self.join = Some(Join { text, separator, property, culture, first: true });
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let Some(join) = &mut self.join else { return Ok(()) };
        for input in self.input_object.iter().filter(|input| !input.is_null()) {
            let value = match &join.property {
                None => input.clone(),
                Some(property) => match property.evaluate(io.rs, input)?.into_iter().next() {
                    None => Value::Null,
                    Some(evaluated) => evaluated.value.or_else(|error| match error.thrown() {
                        Some(_) => Ok(Value::Null),
                        None => Err(error),
                    })?,
                },
            };
            let quote: &[u8] = match (self.single_quote.0, self.double_quote.0) {
                (true, _) => b"'",
                (_, true) => b"\"",
                _ => b"",
            };
            let text = match (self.format_string.is_empty(), self.use_culture.0) {
                (false, _) => composite::fill(io.rs, &self.format_string, &[value], &join.culture)?,
                (true, true) => object_text(io.rs, &value)?.unwrap_or_default(),
                (true, false) => convert::to_text(io.rs, &value)?,
            };
            if !std::mem::take(&mut join.first) {
                join.text.extend_from_slice(join.separator.as_wtf8());
            }
            for part in [quote, text.as_wtf8(), quote] {
                join.text.extend_from_slice(part);
            }
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let Some(mut join) = self.join.take() else { return Ok(()) };
        join.text.extend_from_slice(self.output_suffix.as_wtf8());
        io.write(PsString::from_wtf8(join.text))
    }
}
