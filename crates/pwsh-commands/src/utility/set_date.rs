//! `Set-Date`.

use psjob_dotnet::system::clock;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::ty::named;
use pwsh_value::{DateTime, DateTimeKind, Error, Member, Result, TimeSpan, Value, convert};
use rustix::time::{ClockId, Timespec, clock_settime};
use std::time::{SystemTime, UNIX_EPOCH};

/// Sets the clock of this machine, and gives the date that it was set to.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Set-Date",
    module = "Microsoft.PowerShell.Utility",
    default_set = "Date",
    should_process,
    output("System.DateTime"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097133"
)]
pub struct SetDate {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Date")]
    date: Option<DateTime>,
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "Adjust")]
    #[validate(allow_null)]
    adjust: Option<TimeSpan>,
    #[parameter(ty = "Microsoft.PowerShell.Commands.DisplayHintType")]
    display_hint: Value,
}

impl Cmdlet for SetDate {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let date = match (self.date, self.adjust) {
            (Some(date), _) => date,
            (None, adjust) => {
                let now = clock::now(io.rs);
                let ticks = now.ticks().saturating_add(adjust.map_or(0, |TimeSpan(ticks)| ticks));
                DateTime::new(ticks, DateTimeKind::Local).unwrap_or(now)
            }
        };
        let shown = convert::to_text(io.rs, &Value::DateTime(date))?;
        if io.should_process(&shown.to_str(), "Set-Date")? {
            set_clock(clock::to_system(clock::zone(io.rs).to_universal(date)))?;
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

fn set_clock(time: SystemTime) -> Result<()> {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let moment = Timespec { tv_sec: since.as_secs() as i64, tv_nsec: i64::from(since.subsec_nanos()) };
    clock_settime(ClockId::Realtime, moment).map_err(|error| {
        let text = std::io::Error::from(error).to_string();
        let text = text.split(" (os error").next().unwrap_or_default().to_owned();
        Error::new("System.ComponentModel.Win32Exception", text)
    })
}
