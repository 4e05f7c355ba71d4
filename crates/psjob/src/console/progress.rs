//! Progress records as a bar on a terminal.

use std::io::{self, IsTerminal, Write};

use psrp::enumeration::ProgressRecordType;
use psrp::record::ProgressRecord;

/// The widest bar between its brackets.
const WIDEST: usize = 40;

/// One line on standard error that shows the activity that was heard of last. Without a terminal there is
/// none.
pub struct ProgressBar {
    on_terminal: bool,
    shown: bool,
}

impl ProgressBar {
    /// A bar that shows nothing yet.
    pub fn new() -> Self {
        ProgressBar { on_terminal: io::stderr().is_terminal(), shown: false }
    }

    /// Shows a record, or clears the line when its activity is completed.
    pub fn show(&mut self, record: &ProgressRecord, columns: u16) -> io::Result<()> {
        if !self.on_terminal {
            return Ok(());
        }
        if record.kind == ProgressRecordType::COMPLETED {
            return self.clear();
        }
        self.shown = true;
        let mut stderr = io::stderr().lock();
        write!(stderr, "\r\x1b[K{}", line(record, usize::from(columns).saturating_sub(1)))?;
        stderr.flush()
    }

    /// Takes the bar away, before something else is written there.
    pub fn clear(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.shown) {
            let mut stderr = io::stderr().lock();
            stderr.write_all(b"\r\x1b[K")?;
            stderr.flush()?;
        }
        Ok(())
    }
}

impl Default for ProgressBar {
    fn default() -> Self {
        ProgressBar::new()
    }
}

/// The line for a record, of at most `columns` characters.
fn line(record: &ProgressRecord, columns: usize) -> String {
    let mut text = format!("{}: {}", record.activity, record.status_description);
    if let Some(operation) = record.current_operation.as_ref().filter(|text| !text.is_empty()) {
        text = format!("{text} ({operation})");
    }
    if let Ok(percent @ 0..=100) = usize::try_from(record.percent_complete) {
        let width = WIDEST.min(columns / 3);
        let done = width * percent / 100;
        text = format!("{percent:3}% [{}{}] {text}", "#".repeat(done), " ".repeat(width - done));
    }
    if let Ok(seconds) = u32::try_from(record.seconds_remaining) {
        text = format!("{text}, {}:{:02} left", seconds / 60, seconds % 60);
    }
    // a line break or an escape sequence from a script must not tear the line
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(columns).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(percent_complete: i32, seconds_remaining: i32) -> ProgressRecord {
        ProgressRecord {
            activity: "Copying".into(),
            activity_id: 0,
            status_description: "a\nb".into(),
            current_operation: Some("c".into()),
            parent_activity_id: -1,
            percent_complete,
            kind: ProgressRecordType::PROCESSING,
            seconds_remaining,
        }
    }

    #[test]
    fn what_is_known_is_shown() {
        assert_eq!(line(&record(-1, -1), 80), "Copying: a b (c)");
        assert_eq!(line(&record(50, 65), 30), " 50% [#####     ] Copying: a b");
        assert_eq!(line(&record(50, 65), 80).split("] ").last(), Some("Copying: a b (c), 1:05 left"));
    }
}
