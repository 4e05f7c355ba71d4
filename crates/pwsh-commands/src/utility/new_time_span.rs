//! `New-TimeSpan`.

use psjob_dotnet::system::clock;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::text::date::{TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND};
use pwsh_value::{DateTime, Result, TimeSpan};

/// Ticks in a millisecond.
const MILLISECOND: i64 = TICKS_PER_SECOND / 1000;

/// The time between two dates, or of so many days, hours and so on.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "New-TimeSpan",
    module = "Microsoft.PowerShell.Utility",
    default_set = "Date",
    output("System.TimeSpan"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096709"
)]
pub struct NewTimeSpan {
    #[parameter(position = 0, pipeline, pipeline_by_name, alias("LastWriteTime"), set = "Date")]
    start: Option<DateTime>,
    #[parameter(position = 1, pipeline_by_name, set = "Date")]
    end: Option<DateTime>,
    #[parameter(set = "Time")]
    days: i32,
    #[parameter(set = "Time")]
    hours: i32,
    #[parameter(set = "Time")]
    minutes: i32,
    #[parameter(set = "Time")]
    seconds: i32,
    #[parameter(set = "Time")]
    milliseconds: i32,
}

impl Cmdlet for NewTimeSpan {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let ticks = if io.set().is("Time") {
            [
                (self.days, TICKS_PER_DAY),
                (self.hours, TICKS_PER_HOUR),
                (self.minutes, TICKS_PER_MINUTE),
                (self.seconds, TICKS_PER_SECOND),
                (self.milliseconds, MILLISECOND),
            ]
            .into_iter()
            .fold(0, |sum: i64, (count, unit)| sum.saturating_add(i64::from(count).saturating_mul(unit)))
        } else {
            let now = clock::now(io.rs);
            self.end.unwrap_or(now).ticks() - self.start.unwrap_or(now).ticks()
        };
        io.write(TimeSpan(ticks))
    }
}
