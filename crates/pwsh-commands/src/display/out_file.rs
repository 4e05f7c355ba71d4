//! `Out-File`, also behind `>`.

use super::file_lines::FileLines;
use crate::encoding_argument::encoding_argument;
use crate::file_argument::{Opening, OutputFile};
use pwsh_format::Writer;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Writes what a console would show to a file.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Out-File",
    module = "Microsoft.PowerShell.Utility",
    default_set = "ByPath",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096621"
)]
pub struct OutFile {
    #[parameter(set = "ByPath", position = 0, mandatory, alias("Path"))]
    file_path: Option<PsString>,
    #[parameter(set = "ByLiteralPath", mandatory, pipeline_by_name, alias("PSPath", "LP"))]
    literal_path: Option<PsString>,
    #[parameter(position = 1)]
    #[validate(not_null_or_empty)]
    encoding: Value,
    #[parameter]
    append: Switch,
    #[parameter]
    force: Switch,
    #[parameter(alias("NoOverwrite"))]
    no_clobber: Switch,
    #[parameter]
    #[validate(range(2, 2_147_483_647))]
    width: Option<i32>,
    #[parameter(name = "NoNewline")]
    no_newline: Switch,
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    writer: Writer,
    file: Option<FileLines>,
}

impl OutFile {
    fn open(&self, io: &mut Io<'_>) -> Result<Option<FileLines>> {
        let given = self.literal_path.clone().or_else(|| self.file_path.clone()).unwrap_or_default();
        if !io.should_process(&given.to_str(), "Output to File")? {
            return Ok(None);
        }
        let encoding = encoding_argument(io.rs, &self.encoding)?;
        let opening = Opening { append: self.append.0, force: self.force.0, no_clobber: self.no_clobber.0 };
        let file = OutputFile::open(io, &given, self.literal_path.is_some(), opening, encoding)?;
        let end = if self.no_newline.0 { "" } else { "\n" };
        let width = self.width.and_then(|width| usize::try_from(width).ok());
        Ok(Some(FileLines::new(file, width, end)))
    }
}

impl Cmdlet for OutFile {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.file = self.open(io)?;
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let Some(file) = &mut self.file else { return Ok(()) };
        self.writer.process(io.rs, &self.input_object, file)?;
        file.flush()
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let Some(mut file) = self.file.take() else { return Ok(()) };
        self.writer.end(io.rs, &mut file)?;
        file.flush()
    }
}
