//! `Set-Content` and `Add-Content`, which differ only in where they begin to write.

use super::content_writer::{ContentWriter, Form, Mode};
use super::credential::refuse_credential;
use super::selection::Selection;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{PsString, Result, Value};

/// Declares a cmdlet that writes content in a mode.
macro_rules! content_cmdlet {
    ($(#[$doc:meta])* $struct:ident $name:literal $help:literal $mode:ident) => {
        $(#[$doc])*
        #[derive(Default, Cmdlet)]
        #[cmdlet(
            name = $name,
            module = "Microsoft.PowerShell.Management",
            default_set = "Path",
            should_process,
            help = $help
        )]
        pub struct $struct {
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
            filter: PsString,
            #[parameter]
            include: Vec<PsString>,
            #[parameter]
            exclude: Vec<PsString>,
            #[parameter]
            force: Switch,
            #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
            credential: Value,
            #[parameter]
            no_newline: Switch,
            #[parameter]
            encoding: Value,
            #[parameter]
            as_byte_stream: Switch,
            writer: Option<ContentWriter>,
        }

        impl Cmdlet for $struct {
            fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
                refuse_credential(&self.credential)?;
                let writer = match &mut self.writer {
                    Some(writer) => writer,
                    None => {
                        let literal = io.set().is("LiteralPath");
                        let paths = if literal { &self.literal_path } else { &self.path };
                        let form = Form {
                            mode: Mode::$mode,
                            force: self.force.0,
                            no_newline: self.no_newline.0,
                            bytes: self.as_byte_stream.0,
                            encoding: self.encoding.clone(),
                        };
                        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
                        let opened = ContentWriter::open(io, paths, literal, &selection, &form)?;
                        self.writer.insert(opened)
                    }
                };
                writer.write(io, &self.value)?;
                if self.pass_thru.0 {
                    io.write(Value::Object(pwsh_value::Obj::array(self.value.clone())))?;
                }
                Ok(())
            }

            fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
                self.writer.take().map_or(Ok(()), |writer| writer.close(io))
            }
        }
    };
}

content_cmdlet!(
    /// Writes content in place of what an item had.
    SetContent "Set-Content" "https://go.microsoft.com/fwlink/?LinkID=2097142" Replace
);

content_cmdlet!(
    /// Writes content behind what an item has.
    AddContent "Add-Content" "https://go.microsoft.com/fwlink/?LinkID=2096489" Append
);
