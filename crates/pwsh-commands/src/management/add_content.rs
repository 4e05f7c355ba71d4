//! `Add-Content`.

use super::content_writer::{ContentWriter, Form, Mode};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Writes content behind what an item has.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Add-Content",
    module = "Microsoft.PowerShell.Management",
    default_set = "Path",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096489"
)]
pub struct AddContent {
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
    #[parameter(mandatory, position = 1, pipeline, pipeline_by_name)]
    #[validate(allow_null, allow_empty_collection)]
    value: Vec<Value>,
    #[parameter]
    pass_thru: Switch,
    #[parameter]
    force: Switch,
    #[parameter]
    no_newline: Switch,
    #[parameter]
    encoding: Value,
    #[parameter]
    as_byte_stream: Switch,
    writer: Option<ContentWriter>,
}

impl Cmdlet for AddContent {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let writer = match &mut self.writer {
            Some(writer) => writer,
            None => {
                let literal = io.set().is("LiteralPath");
                let paths = if literal { &self.literal_path } else { &self.path };
                let form = Form {
                    no_newline: self.no_newline.0,
                    bytes: self.as_byte_stream.0,
                    encoding: self.encoding.clone(),
                };
                let opened = ContentWriter::open(io, paths, literal, Mode::Append, &form)?;
                self.writer.insert(opened)
            }
        };
        writer.write(io, &self.value)?;
        if self.pass_thru.0 {
            self.value.iter().try_for_each(|value| io.write(value.clone()))?;
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.writer.take().map_or(Ok(()), |writer| writer.close(io))
    }
}
