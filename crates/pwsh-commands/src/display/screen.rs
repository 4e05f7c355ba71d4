//! Lines to the host, or to the output where there is none.

use pwsh_format::data::Stream;
use pwsh_format::style::{Destination, rendered};
use pwsh_format::{LineOutput, Writer};
use pwsh_runtime::Runspace;
use pwsh_runtime::command::Io;
use pwsh_runtime::pipeline::Write;
use pwsh_value::{PsString, Result, Value};

/// The width of a host that has no screen.
const DEFAULT_WIDTH: usize = 80;

/// The run of a cmdlet that shows objects on the host.
#[derive(Default)]
pub(super) struct Screen {
    writer: Writer,
    lines: HostLines,
}

#[derive(Default)]
struct HostLines {
    width: Option<usize>,
    without_host: Vec<PsString>,
}

impl Screen {
    /// Begins: finds out how wide the host's lines are.
    pub(super) fn begin(&mut self, io: &Io<'_>) {
        let width = io.rs.host.as_ref().and_then(|host| host.width());
        self.lines.width = Some(width.unwrap_or(DEFAULT_WIDTH));
    }

    /// Shows an object.
    pub(super) fn process(&mut self, io: &mut Io<'_>, value: &Value) -> Result<()> {
        let result = self.writer.process(io.rs, value, &mut self.lines);
        self.hand_on(io)?;
        result
    }

    /// After the last object.
    pub(super) fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let result = self.writer.end(io.rs, &mut self.lines);
        self.hand_on(io)?;
        result
    }

    fn hand_on(&mut self, io: &mut Io<'_>) -> Result<()> {
        std::mem::take(&mut self.lines.without_host).into_iter().try_for_each(|line| io.write(line))
    }
}

impl HostLines {
    fn write(&mut self, rs: &mut Runspace, text: &PsString, stream: Stream) -> Result<()> {
        let Some(host) = rs.host.clone() else {
            self.without_host.push(text.clone());
            return Ok(());
        };
        match stream {
            Stream::None => host.write(rs, text, -1, -1, true),
            Stream::Error => host.write_error_line(rs, text),
            Stream::Warning => host.write_stream_line(rs, Write::Warning, text),
            Stream::Verbose => host.write_stream_line(rs, Write::Verbose, text),
            Stream::Debug => host.write_stream_line(rs, Write::Debug, text),
        }
    }
}

impl LineOutput for HostLines {
    fn width(&self) -> Option<usize> {
        self.width
    }

    fn line(&mut self, rs: &mut Runspace, text: &str, stream: Stream) -> Result<()> {
        let to = if rs.host.is_some() { Destination::Screen } else { Destination::Text };
        let text = PsString::from(&*rendered(rs, text, to));
        self.write(rs, &text, stream)
    }

    fn raw(&mut self, rs: &mut Runspace, text: &PsString, stream: Stream) -> Result<()> {
        self.write(rs, text, stream)
    }
}
