//! `Get-Uptime`.

use psjob_dotnet::system::clock;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{DateTime, Error, Result, TimeSpan};

/// Gives how long the system has been up.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Uptime",
    module = "Microsoft.PowerShell.Utility",
    default_set = "Timespan",
    output("System.TimeSpan", "System.DateTime"),
    help = "https://go.microsoft.com/fwlink/?linkid=834862"
)]
pub struct GetUptime {
    #[parameter(set = "Since")]
    since: Switch,
}

const TICKS_PER_SECOND: i64 = 10_000_000;

impl Cmdlet for GetUptime {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let text = std::fs::read_to_string("/proc/uptime").unwrap_or_default();
        let seconds = text.split(['.', ' ']).next().and_then(|seconds| seconds.parse::<i64>().ok());
        let Some(seconds) = seconds else {
            let text = "The command is not supported on this operating system.";
            return Err(
                Error::new("System.InvalidOperationException", text).id("GetUptimePlatformIsNotSupported")
            );
        };
        let up = seconds * TICKS_PER_SECOND;
        if !self.since.0 {
            return io.write(TimeSpan(up));
        }
        let now = clock::now(io.rs);
        io.write(DateTime::new(now.ticks() - up, now.kind()).unwrap_or(now))
    }
}
