//! `Get-Date`.

use super::unix_format::unix_format;
use psjob_dotnet::system::clock;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::text::date::{TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND};
use pwsh_value::ty::named;
use pwsh_value::{Context, DateTime, DateTimeKind, Error, Member, PsString, Result, Value};

/// Ticks from 0001-01-01 to 1970-01-01.
const UNIX_EPOCH_TICKS: i64 = 621_355_968_000_000_000;

/// The date now or another one, in parts changed, as it is or as text.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Date",
    module = "Microsoft.PowerShell.Utility",
    default_set = "DateAndFormat",
    output("System.String", "System.DateTime"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096615"
)]
pub struct GetDate {
    #[parameter(position = 0, pipeline, pipeline_by_name, alias("LastWriteTime"), set = "DateAndFormat")]
    #[parameter(position = 0, pipeline, pipeline_by_name, set = "DateAndUFormat")]
    date: Option<DateTime>,
    #[parameter(mandatory, alias("UnixTime"), set = "UnixTimeSecondsAndFormat")]
    #[parameter(mandatory, set = "UnixTimeSecondsAndUFormat")]
    unix_time_seconds: Option<f64>,
    #[parameter]
    #[validate(range(1, 9999))]
    year: Option<i32>,
    #[parameter]
    #[validate(range(1, 12))]
    month: Option<i32>,
    #[parameter]
    #[validate(range(1, 31))]
    day: Option<i32>,
    #[parameter]
    #[validate(range(0, 23))]
    hour: Option<i32>,
    #[parameter]
    #[validate(range(0, 59))]
    minute: Option<i32>,
    #[parameter]
    #[validate(range(0, 59))]
    second: Option<i32>,
    #[parameter]
    #[validate(range(0, 999))]
    millisecond: Option<i32>,
    #[parameter(ty = "Microsoft.PowerShell.Commands.DisplayHintType")]
    display_hint: Value,
    #[parameter(name = "UFormat", mandatory, set = "DateAndUFormat")]
    #[parameter(mandatory, set = "UnixTimeSecondsAndUFormat")]
    u_format: Option<PsString>,
    #[parameter(set = "DateAndFormat")]
    #[parameter(set = "UnixTimeSecondsAndFormat")]
    format: Option<PsString>,
    #[parameter(name = "AsUTC")]
    as_utc: Switch,
}

impl Cmdlet for GetDate {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let zone = clock::zone(io.rs);
        let start = match (self.date, self.unix_time_seconds) {
            (Some(date), _) => date,
            (None, Some(seconds)) => {
                let ticks = UNIX_EPOCH_TICKS.saturating_add((seconds * TICKS_PER_SECOND as f64) as i64);
                zone.to_local(DateTime::new(ticks, DateTimeKind::Utc).ok_or_else(out_of_range)?)
            }
            (None, None) => clock::now(io.rs),
        };
        let mut date = self.with_parts(start)?;
        if self.as_utc.0 {
            date = zone.to_universal(date);
        }
        if let Some(format) = &self.u_format {
            let text = unix_format(io.rs, date, &format.to_str(), &zone)?;
            return io.write(Value::from(text));
        }
        if let Some(format) = &self.format {
            let (format, universal) = match &*format.to_str().to_lowercase() {
                "filedate" => ("yyyyMMdd".to_owned(), false),
                "filedateuniversal" => ("yyyyMMddZ".to_owned(), true),
                "filedatetime" => ("yyyyMMddTHHmmssffff".to_owned(), false),
                "filedatetimeuniversal" => ("yyyyMMddTHHmmssffffZ".to_owned(), true),
                _ => (format.to_string(), false),
            };
            let date = if universal { zone.to_universal(date) } else { date };
            let text = io.rs.call_method(&Value::DateTime(date), "ToString", vec![Value::from(format)])?;
            return io.write(text);
        }
        let hint = match self.display_hint.is_null() {
            true => Value::enumeration(&named("Microsoft.PowerShell.Commands.DisplayHintType"), 2),
            false => self.display_hint.clone(),
        };
        let value = Value::DateTime(date).wrap();
        if let Some(cell) = value.cell() {
            cell.attached_or_new().set(cell, "DisplayHint".into(), Member::Note(hint));
        }
        io.write(value)
    }
}

impl GetDate {
    /// The date moved by as much as its parts differ from those that were given, one after the other.
    fn with_parts(&self, date: DateTime) -> Result<DateTime> {
        let range = |_| out_of_range();
        let mut date = date;
        if let Some(year) = self.year {
            date = date.add_years(year - date.fields().year).map_err(range)?;
        }
        if let Some(month) = self.month {
            date = date.add_months(month - date.fields().month).map_err(range)?;
        }
        let milliseconds = |date: DateTime| (date.ticks() / (TICKS_PER_SECOND / 1000) % 1000) as i32;
        let fields = date.fields();
        for (wanted, found, unit) in [
            (self.day, fields.day, TICKS_PER_DAY),
            (self.hour, fields.hour, TICKS_PER_HOUR),
            (self.minute, fields.minute, TICKS_PER_MINUTE),
            (self.second, fields.second, TICKS_PER_SECOND),
            (self.millisecond, milliseconds(date), TICKS_PER_SECOND / 1000),
        ] {
            if let Some(wanted) = wanted {
                date = date.add_ticks(i64::from(wanted - found) * unit).map_err(range)?;
            }
        }
        if self.millisecond.is_some() {
            // What is below a millisecond goes too.
            date = date.add_ticks(-(date.ticks() % (TICKS_PER_SECOND / 1000))).map_err(range)?;
        }
        Ok(date)
    }
}

fn out_of_range() -> Error {
    Error::argument("The added or subtracted value results in an un-representable DateTime.", "value")
}
