//! `Out-String`.

use pwsh_format::data::Stream;
use pwsh_format::style::{Destination, rendered};
use pwsh_format::{LineOutput, Writer};
use pwsh_runtime::Runspace;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Gives what a console would show as a string.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Out-String",
    module = "Microsoft.PowerShell.Utility",
    default_set = "NoNewLineFormatting",
    aliases("oss"),
    output("System.String"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097024"
)]
pub struct OutString {
    #[parameter(set = "StreamFormatting")]
    stream: Switch,
    #[parameter]
    #[validate(range(2, 2_147_483_647))]
    width: Option<i32>,
    #[parameter(set = "NoNewLineFormatting", name = "NoNewline")]
    no_newline: Switch,
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    writer: Writer,
    lines: Lines,
}

/// The lines so far.
#[derive(Default)]
struct Lines {
    width: Option<usize>,
    lines: Vec<PsString>,
}

impl LineOutput for Lines {
    fn width(&self) -> Option<usize> {
        self.width
    }

    fn line(&mut self, rs: &mut Runspace, text: &str, _: Stream) -> Result<()> {
        self.lines.push((&*rendered(rs, text, Destination::Text)).into());
        Ok(())
    }

    fn raw(&mut self, _: &mut Runspace, text: &PsString, _: Stream) -> Result<()> {
        self.lines.push(text.clone());
        Ok(())
    }
}

impl OutString {
    /// With -Stream lines go on as soon as they are there.
    fn hand_on(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.stream.0 {
            for line in std::mem::take(&mut self.lines.lines) {
                io.write(line)?;
            }
        }
        Ok(())
    }
}

impl Cmdlet for OutString {
    fn begin(&mut self, _: &mut Io<'_>) -> Result<()> {
        self.lines.width = self.width.and_then(|width| usize::try_from(width).ok());
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.writer.process(io.rs, &self.input_object, &mut self.lines)?;
        self.hand_on(io)
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.writer.end(io.rs, &mut self.lines)?;
        if self.stream.0 {
            return self.hand_on(io);
        }
        let end: &[u8] = if self.no_newline.0 { b"" } else { b"\n" };
        let mut text = Vec::new();
        for line in &self.lines.lines {
            text.extend_from_slice(line.as_wtf8());
            text.extend_from_slice(end);
        }
        io.write(PsString::from_wtf8(text))
    }
}
