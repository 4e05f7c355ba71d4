//! `Tee-Object`.

use super::variable_scope::scope_named;
use crate::display::file_lines::FileLines;
use crate::encoding_argument::encoding_argument;
use crate::file_argument::{Opening, OutputFile};
use pwsh_format::Writer;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{Error, Name, Obj, PsString, Result, Value};

/// Hands objects on and keeps them, as a file shows them or in a variable.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Tee-Object",
    module = "Microsoft.PowerShell.Utility",
    default_set = "File",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097034"
)]
pub struct TeeObject {
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    #[parameter(mandatory, position = 0, set = "File", alias("Path"))]
    file_path: Option<PsString>,
    #[parameter(mandatory, set = "LiteralFile", alias("PSPath", "LP"))]
    literal_path: Option<PsString>,
    #[parameter(set = "File")]
    #[parameter(set = "Variable")]
    append: Switch,
    #[parameter(set = "File")]
    #[parameter(set = "LiteralFile")]
    #[validate(not_null_or_empty)]
    encoding: Value,
    #[parameter(mandatory, set = "Variable")]
    variable: Option<PsString>,
    writer: Writer,
    file: Option<FileLines>,
    values: Vec<Value>,
}

impl Cmdlet for TeeObject {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let (path, literal) = match (&self.file_path, &self.literal_path) {
            (Some(path), _) => (path.clone(), false),
            (_, Some(path)) => (path.clone(), true),
            _ => return Ok(()),
        };
        let encoding = encoding_argument(io.rs, &self.encoding)?;
        let opening = Opening { append: self.append.0, ..Opening::default() };
        let file = OutputFile::open(io, &path, literal, opening, encoding)
            .map_err(|error| of_out_file(io, error))?;
        self.file = Some(FileLines::new(file, None, "\n"));
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        match &mut self.file {
            Some(file) => {
                self.writer.process(io.rs, &self.input_object, file)?;
                file.flush()?;
            }
            None => self.values.push(self.input_object.clone()),
        }
        io.write(self.input_object.clone())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        if let Some(mut file) = self.file.take() {
            self.writer.end(io.rs, &mut file)?;
            return file.flush();
        }
        let Some(variable) = &self.variable else { return Ok(()) };
        let (scope, name) = match variable.to_str().split_once(':') {
            Some((scope, name)) => (scope_named(io.rs, &scope.into())?, Name::intern(name)),
            None => (io.rs.cur.scope, Name::intern(&variable.to_str())),
        };
        let mut values = std::mem::take(&mut self.values);
        if self.append.0 {
            use pwsh_value::Context;
            let before = io.rs.lookup(name);
            let mut all = io.rs.enumerate(&before)?.unwrap_or_else(|| vec![before]);
            all.retain(|value| !value.is_null());
            all.append(&mut values);
            values = all;
        }
        let value = match values.len() {
            1 => values.swap_remove(0),
            _ => Value::Object(Obj::array(values)),
        };
        io.rs.store(scope, name, value)
    }
}

/// The error as Out-File's, which does the writing in PowerShell.
fn of_out_file(io: &mut Io<'_>, error: Error) -> Error {
    if error.thrown().is_none() {
        return error;
    }
    let mut record = io.rs.record_of(&error, Some(io.call));
    let id = record.id.to_str().split(',').next().unwrap_or_default().to_owned();
    record.id = format!("{id},Microsoft.PowerShell.Commands.OutFileCommand").into();
    record.names.lock().activity = "Out-File".into();
    let mut error = error;
    if let Some(thrown) = error.thrown_mut() {
        thrown.record = Some(Value::Object(record.object()));
    }
    error
}
