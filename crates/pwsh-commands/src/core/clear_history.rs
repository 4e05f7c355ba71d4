//! `Clear-History`.

use super::get_history::not_found;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::history::HistoryEntry;
use pwsh_value::ops::Case;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{PsString, Result};

/// Deletes entries of the session's history.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Clear-History",
    module = "Microsoft.PowerShell.Core",
    aliases("clhy"),
    default_set = "IDParameter",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096691"
)]
pub struct ClearHistory {
    #[parameter(set = "IDParameter", position = 0)]
    #[validate(range(1, i32::MAX))]
    id: Vec<i32>,
    #[parameter(set = "CommandLineParameter")]
    #[validate(not_null_or_empty)]
    command_line: Vec<PsString>,
    #[parameter(position = 1)]
    #[validate(range(1, i32::MAX))]
    count: Option<i32>,
    #[parameter]
    newest: Switch,
}

impl Cmdlet for ClearHistory {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let patterns = self
            .command_line
            .iter()
            .map(|pattern| Wildcard::new(pattern, Case::Ignore))
            .collect::<Result<Vec<_>>>()?;
        for id in &self.id {
            if io.rs.history.entry(i64::from(*id)).is_none() {
                io.write_error(not_found(i64::from(*id)))?;
            }
        }
        let wanted = |entry: &HistoryEntry| {
            let by_id = self.id.is_empty() || self.id.iter().any(|id| i64::from(*id) == entry.id);
            by_id && (patterns.is_empty() || patterns.iter().any(|p| p.matches(&entry.command_line)))
        };
        let mut ids: Vec<i64> = io.rs.history.entries().filter(|e| wanted(e)).map(|e| e.id).collect();
        if self.newest.0 {
            ids.reverse();
        }
        if let Some(count) = self.count {
            ids.truncate(usize::try_from(count).unwrap_or_default());
        }
        if io.should_process("Warning", "Clearing the history of this session")? {
            io.rs.history.remove(|entry| ids.contains(&entry.id));
        }
        Ok(())
    }
}
