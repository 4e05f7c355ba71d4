//! `Write-Progress`.

use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::record::ProgressRecord;
use pwsh_value::{PsString, Result};

/// Writes a progress record.
#[derive(Cmdlet)]
#[cmdlet(
    name = "Write-Progress",
    module = "Microsoft.PowerShell.Utility",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097036"
)]
pub struct WriteProgress {
    #[parameter(position = 0)]
    activity: PsString,
    #[parameter(position = 1)]
    #[validate(not_null_or_empty)]
    status: PsString,
    #[parameter(position = 2)]
    #[validate(range(0, i32::MAX))]
    id: i32,
    #[parameter]
    #[validate(range(-1, 100))]
    percent_complete: i32,
    #[parameter]
    seconds_remaining: i32,
    #[parameter]
    current_operation: PsString,
    #[parameter]
    #[validate(range(-1, i32::MAX))]
    parent_id: i32,
    #[parameter]
    completed: Switch,
    #[parameter]
    source_id: i32,
}

impl Default for WriteProgress {
    fn default() -> Self {
        WriteProgress {
            activity: PsString::empty(),
            status: "Processing".into(),
            id: 0,
            percent_complete: -1,
            seconds_remaining: -1,
            current_operation: PsString::empty(),
            parent_id: -1,
            completed: Switch(false),
            source_id: 0,
        }
    }
}

impl Cmdlet for WriteProgress {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        // Without an activity the record is about the one that was named last; .NET keeps a dash for it.
        let activity = if self.activity.is_empty() { "-".into() } else { self.activity.clone() };
        io.progress(ProgressRecord {
            activity,
            id: self.id,
            parent_id: self.parent_id,
            status: self.status.clone(),
            operation: io.is_bound("CurrentOperation").then(|| self.current_operation.clone()),
            percent: self.percent_complete,
            seconds_remaining: self.seconds_remaining,
            completed: self.completed.0,
        })
    }
}
