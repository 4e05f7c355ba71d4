//! Standard input, output and error of this process.

use super::color::without_sequences;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcgetwinsize, tcsetattr};

/// Columns and rows where there is no terminal, as PowerShell has them.
const SIZE_WITHOUT_TERMINAL: (u16, u16) = (120, 24);

/// Where a user reads and types.
pub struct Terminal {
    out: BufWriter<Stdout>,
    colored: bool,
}

impl Terminal {
    /// The terminal of this process.
    pub fn new() -> Self {
        Terminal { out: BufWriter::new(io::stdout()), colored: io::stdout().is_terminal() }
    }

    /// Whether standard output shows colours.
    pub fn is_colored(&self) -> bool {
        self.colored
    }

    /// Columns and rows.
    pub fn size(&self) -> (u16, u16) {
        match tcgetwinsize(io::stdout()) {
            Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
            _ => SIZE_WITHOUT_TERMINAL,
        }
    }

    /// Writes to standard output. It may wait in a buffer until [`Terminal::flush`].
    pub fn write(&mut self, text: &str) -> io::Result<()> {
        if !self.colored {
            return self.out.write_all(without_sequences(text).as_bytes());
        }
        self.out.write_all(text.as_bytes())
    }

    /// Writes a line to standard error, after all that was written before.
    pub fn write_error(&mut self, line: &str) -> io::Result<()> {
        self.out.flush()?;
        writeln!(io::stderr(), "{line}")
    }

    /// Puts out what waits.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Reads a line that the user types, without its end; `None` at the end of the input.
    pub fn read_line(&mut self) -> io::Result<Option<String>> {
        self.flush()?;
        let mut line = String::new();
        let length = io::stdin().read_line(&mut line)?;
        Ok((length > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned()))
    }

    /// As [`Terminal::read_line`], and what is typed is not shown.
    pub fn read_secret(&mut self) -> io::Result<Option<String>> {
        let before = tcgetattr(io::stdin()).ok();
        if let Some(before) = &before {
            let mut silent = before.clone();
            silent.local_modes.remove(LocalModes::ECHO);
            tcsetattr(io::stdin(), OptionalActions::Now, &silent)?;
        }
        let line = self.read_line();
        if let Some(before) = &before {
            tcsetattr(io::stdin(), OptionalActions::Now, before)?;
            // the end of the line was not shown either
            self.write("\n")?;
        }
        line
    }
}

impl Default for Terminal {
    fn default() -> Self {
        Terminal::new()
    }
}
