//! `Write-Host`.

use super::write_information::source;
use psjob_dotnet::system::clock;
use pwsh_runtime::Runspace;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::record::{HostMessage, InformationRecord};
use pwsh_value::payload::{Dictionary, EnumNumber};
use pwsh_value::ty::named;
use pwsh_value::{Context, Obj, PsString, Result, Value, convert};

/// Writes a text for people: an information record with the tag PSHOST.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Write-Host",
    module = "Microsoft.PowerShell.Utility",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097137"
)]
pub struct WriteHost {
    #[parameter(position = 0, pipeline, remaining, alias("Msg", "Message"))]
    object: Value,
    #[parameter]
    no_newline: Switch,
    #[parameter]
    separator: Value,
    #[parameter(ty = "System.ConsoleColor")]
    foreground_color: Value,
    #[parameter(ty = "System.ConsoleColor")]
    background_color: Value,
}

impl Cmdlet for WriteHost {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let separator = match self.separator.is_null() {
            true => " ".into(),
            false => convert::to_text(io.rs, &self.separator)?,
        };
        let mut message = String::new();
        append(io.rs, &self.object, &separator.to_str(), &mut message)?;
        let message = HostMessage {
            message: message.into(),
            no_new_line: self.no_newline.0,
            foreground: colour(io.rs, &self.foreground_color, "ForegroundColor"),
            background: colour(io.rs, &self.background_color, "BackgroundColor"),
        };
        let ty = named("System.Management.Automation.HostInformationMessage");
        let record = InformationRecord {
            data: Value::Object(Obj::new(ty, message)),
            source: source(io),
            time: clock::now(io.rs),
            tags: vec![PsString::from("PSHOST")],
        };
        io.information(record)
    }
}

/// The number of a colour that was given, or of the host's own.
fn colour(rs: &mut Runspace, given: &Value, property: &str) -> Option<i32> {
    let number = |value: &Value| Some(value.as_object()?.get::<EnumNumber>()?.0 as i32);
    number(given).or_else(|| {
        let host = rs.host.clone()?;
        // a host without a screen has no colours
        number(&host.raw_get(rs, property).ok()?)
    })
}

/// The text of a value: of a collection that of its items with the separator between them.
fn append(rs: &mut Runspace, value: &Value, separator: &str, out: &mut String) -> Result<()> {
    if value.is_null() {
        return Ok(());
    }
    let items = match value.as_object().and_then(|o| o.get::<Dictionary>()) {
        Some(table) => {
            let mut texts = Vec::new();
            for (key, value) in table.entries() {
                let (key, value) = (convert::to_text(rs, &key)?, convert::to_text(rs, &value)?);
                texts.push(Value::from(format!("[{key}, {value}]")));
            }
            Some(texts)
        }
        None => rs.enumerate(value)?,
    };
    let Some(items) = items else {
        out.push_str(&convert::to_text(rs, value)?.to_str());
        return Ok(());
    };
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push_str(separator);
        }
        append(rs, item, separator, out)?;
    }
    Ok(())
}
