//! The lines of a display as a file takes them.

use crate::file_argument::OutputFile;
use pwsh_format::LineOutput;
use pwsh_format::data::Stream;
use pwsh_format::style::{Destination, rendered};
use pwsh_runtime::Runspace;
use pwsh_value::{PsString, Result};

/// An open file and how lines are written to it.
pub struct FileLines {
    file: OutputFile,
    width: Option<usize>,
    end: &'static str,
    text: Vec<u8>,
}

impl FileLines {
    /// Lines of `width` columns, each with `end` behind it.
    pub fn new(file: OutputFile, width: Option<usize>, end: &'static str) -> FileLines {
        FileLines { file, width, end, text: Vec::new() }
    }

    fn put(&mut self, text: &[u8]) {
        self.text.extend_from_slice(text);
        self.text.extend_from_slice(self.end.as_bytes());
    }

    /// Writes what was put so far.
    ///
    /// # Errors
    /// What the system says.
    pub fn flush(&mut self) -> Result<()> {
        let text = std::mem::take(&mut self.text);
        self.file.write(&text)
    }
}

impl LineOutput for FileLines {
    fn width(&self) -> Option<usize> {
        self.width
    }

    fn line(&mut self, rs: &mut Runspace, text: &str, _: Stream) -> Result<()> {
        let text = rendered(rs, text, Destination::Text).into_owned();
        self.put(text.as_bytes());
        Ok(())
    }

    fn raw(&mut self, _: &mut Runspace, text: &PsString, _: Stream) -> Result<()> {
        self.put(text.as_wtf8());
        Ok(())
    }
}
