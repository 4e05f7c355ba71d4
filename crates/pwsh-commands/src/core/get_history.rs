//! `Get-History`.

use crate::types::history_info;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::history::HistoryEntry;
use pwsh_value::{Category, Error, Result};

/// Get-History without a count gives the newest 32.
const DEFAULT_COUNT: usize = 32;

/// The command lines that a user ran in the session.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-History",
    module = "Microsoft.PowerShell.Core",
    aliases("h", "ghy", "history"),
    output("Microsoft.PowerShell.Commands.HistoryInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096788"
)]
pub struct GetHistory {
    #[parameter(position = 0, pipeline)]
    #[validate(range(1i64, i64::MAX))]
    id: Vec<i64>,
    #[parameter(position = 1)]
    #[validate(range(0, 32767))]
    count: Option<i32>,
}

impl Cmdlet for GetHistory {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let count = self.count.map(|count| usize::try_from(count).unwrap_or_default());
        let found: Vec<HistoryEntry> = match &self.id[..] {
            [] => newest(io, count.unwrap_or(DEFAULT_COUNT)),
            [last] if count.is_some() => {
                let up_to = io.rs.history.entries().filter(|entry| entry.id <= *last).cloned();
                let up_to: Vec<_> = up_to.collect();
                let skipped = up_to.len().saturating_sub(count.unwrap_or_default());
                up_to[skipped..].to_vec()
            }
            ids => {
                let mut found = Vec::new();
                for id in ids.iter().copied() {
                    match io.rs.history.entry(id) {
                        Some(entry) => found.push(entry.clone()),
                        None => io.write_error(not_found(id))?,
                    }
                }
                found
            }
        };
        found.into_iter().try_for_each(|entry| io.write(history_info(entry)))
    }
}

fn newest(io: &Io<'_>, count: usize) -> Vec<HistoryEntry> {
    let entries = io.rs.history.entries();
    let skipped = entries.len().saturating_sub(count);
    entries.skip(skipped).cloned().collect()
}

/// The error for a number that no entry has.
pub fn not_found(id: i64) -> Error {
    Error::new("System.ArgumentException", format!("Cannot locate the history for Id {id}."))
        .id("GetHistoryNoHistoryForId")
        .category(Category::ObjectNotFound)
        .target(id)
}
