//! `Start-Sleep`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{Result, TimeSpan};
use std::time::Duration;

/// Waits.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Start-Sleep",
    module = "Microsoft.PowerShell.Utility",
    default_set = "Seconds",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097041"
)]
pub struct StartSleep {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Seconds")]
    #[validate(range(0.0, 2147483.0))]
    seconds: f64,
    #[parameter(mandatory, pipeline_by_name, alias("ms"), set = "Milliseconds")]
    #[validate(range(0, i32::MAX))]
    milliseconds: i32,
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, alias("ts"), set = "FromTimeSpan")]
    duration: Option<TimeSpan>,
}

impl Cmdlet for StartSleep {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let time = match self.duration {
            Some(TimeSpan(ticks)) => Duration::from_nanos(ticks.max(0) as u64 * 100),
            None if io.set().is("Milliseconds") => Duration::from_millis(self.milliseconds as u64),
            None => Duration::from_secs_f64(self.seconds),
        };
        let attention = io.rs.attention.clone();
        let end = std::time::Instant::now() + time;
        while !attention.sleep(end.saturating_duration_since(std::time::Instant::now())) {
            io.poll()?;
        }
        Ok(())
    }
}
