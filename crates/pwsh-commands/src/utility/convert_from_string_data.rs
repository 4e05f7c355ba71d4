//! `ConvertFrom-StringData`.

use psjob_dotnet::fault;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::payload::{Dictionary, Keys};
use pwsh_value::ty::known;
use pwsh_value::{Category, Error, Obj, PsString, Result, Value};

/// Gives a hash table of `name=value` lines.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "ConvertFrom-StringData",
    module = "Microsoft.PowerShell.Utility",
    output("System.Collections.Hashtable"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096602"
)]
pub struct ConvertFromStringData {
    #[parameter(mandatory, position = 0, pipeline)]
    #[validate(allow_empty_string)]
    string_data: PsString,
    #[parameter(ty = "System.Char", position = 1)]
    delimiter: Value,
}

impl Cmdlet for ConvertFromStringData {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let delimiter = match self.delimiter.unwrapped() {
            Value::Char(unit) => char::from_u32(u32::from(*unit)).unwrap_or('='),
            _ => '=',
        };
        let table = Obj::new(known().hashtable.clone(), Dictionary::new(Keys::IgnoreCase));
        if let Some(entries) = table.get::<Dictionary>() {
            for line in self.string_data.to_str().split('\n').map(str::trim) {
                if line.is_empty() || line.starts_with('#') {
                    continue;
                }
                let Some((name, value)) = line.split_once(delimiter).filter(|(name, _)| !name.is_empty())
                else {
                    return Err(refused(format!("Data line '{line}' is not in 'name=value' format. ")));
                };
                let name: PsString = name.trim().into();
                if entries.get_str(&name).is_some() {
                    return Err(refused(format!("Data item '{name}' in line '{line}' is already defined. ")));
                }
                let value = dotnet_regex::unescape(value.trim().as_bytes())
                    .map_err(|error| fault::argument(&error.to_string(), ""))?;
                entries.set_str(name, Value::String(PsString::from_wtf8(value)));
            }
        }
        io.write(table)
    }
}

fn refused(text: String) -> Error {
    Error::new("System.Management.Automation.PSInvalidOperationException", text)
        .id("InvalidOperation")
        .category(Category::InvalidOperation)
}
