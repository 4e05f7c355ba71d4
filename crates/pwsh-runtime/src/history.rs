//! What a user ran in a runspace: Get-History.

use pwsh_value::{DateTime, Payload, PsString};
use std::collections::VecDeque;

/// A command line that was run.
#[derive(Clone, Debug)]
pub struct HistoryEntry {
    /// Its number in the runspace, from 1.
    pub id: i64,
    /// The text.
    pub command_line: PsString,
    /// How it ended, a number of `PipelineState`.
    pub status: i64,
    /// When it began, in local time.
    pub start: DateTime,
    /// When it ended.
    pub end: DateTime,
}

impl Payload for HistoryEntry {}

/// The command lines of a runspace, the oldest first.
#[derive(Default)]
pub struct History {
    entries: VecDeque<HistoryEntry>,
    last: i64,
}

impl History {
    /// Adds a command line and gives it the next number. Of all only the newest `maximum` are kept.
    pub fn add(
        &mut self,
        command_line: PsString,
        status: i64,
        (start, end): (DateTime, DateTime),
        maximum: usize,
    ) -> &HistoryEntry {
        self.last += 1;
        while self.entries.len() >= maximum.max(1) {
            self.entries.pop_front();
        }
        self.entries.push_back(HistoryEntry { id: self.last, command_line, status, start, end });
        &self.entries[self.entries.len() - 1]
    }

    /// The entries, the oldest first.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &HistoryEntry> + ExactSizeIterator {
        self.entries.iter()
    }

    /// The entry of that number.
    pub fn entry(&self, id: i64) -> Option<&HistoryEntry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// Removes the entries that `unwanted` picks.
    pub fn remove(&mut self, mut unwanted: impl FnMut(&HistoryEntry) -> bool) {
        self.entries.retain(|entry| !unwanted(entry));
    }
}

#[cfg(test)]
mod tests {
    use super::History;
    use pwsh_value::DateTime;

    #[test]
    fn numbers_go_on_when_entries_are_dropped() {
        let mut history = History::default();
        let times = (DateTime::MIN, DateTime::MIN);
        for line in ["a", "b", "c"] {
            history.add(line.into(), 4, times, 2);
        }
        let kept: Vec<i64> = history.entries().map(|entry| entry.id).collect();
        assert_eq!(kept, [2, 3]);
        history.remove(|entry| entry.id == 3);
        assert_eq!(history.add("d".into(), 4, times, 2).id, 4);
    }
}
