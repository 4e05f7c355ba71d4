//! `Invoke-History`.

use super::get_history::not_found;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::history::HistoryEntry;
use pwsh_value::{Category, Error, PsString, Result};

/// Runs a command line of the history again.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Invoke-History",
    module = "Microsoft.PowerShell.Core",
    aliases("r", "ihy"),
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096586"
)]
pub struct InvokeHistory {
    #[parameter(position = 0, pipeline_by_name)]
    id: Option<PsString>,
}

impl Cmdlet for InvokeHistory {
    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let entry = self.entry(io)?;
        if !io.should_process(&entry.command_line.to_str(), "Invoke-History")? {
            return Ok(());
        }
        if let Some(host) = io.rs.host.clone() {
            host.write(io.rs, &entry.command_line, -1, -1, true)?;
        }
        let block = io.rs.parse(&entry.command_line.to_str())?;
        let streams = io.call.streams;
        io.rs.run_block(block, false, Vec::new(), streams)
    }
}

impl InvokeHistory {
    /// The entry that is meant: by number, by the beginning of its text, or the last one.
    fn entry(&self, io: &Io<'_>) -> Result<HistoryEntry> {
        let history = &io.rs.history;
        let found = match &self.id {
            None => history.entries().next_back(),
            Some(text) => match text.to_str().trim().parse::<i64>() {
                Ok(id) => match history.entry(id) {
                    Some(entry) => Some(entry),
                    None => return Err(not_found(id).id("InvokeHistoryNoHistoryForId")),
                },
                Err(_) => history.entries().rev().find(|e| begins_with(&e.command_line, text)),
            },
        };
        found.cloned().ok_or_else(|| {
            let (text, id) = match &self.id {
                Some(text) => (
                    format!("Cannot locate the history for command line {text}."),
                    "InvokeHistoryNoHistoryForCommandline",
                ),
                None => ("Cannot locate history.".to_owned(), "InvokeHistoryNoLastHistoryEntryFound"),
            };
            Error::new("System.ArgumentException", text).id(id).category(Category::ObjectNotFound)
        })
    }
}

fn begins_with(line: &PsString, text: &PsString) -> bool {
    line.to_str().to_lowercase().starts_with(&text.to_str().to_lowercase())
}
