//! What the format cmdlets have in common: their arguments, and the run of a formatter.

use pwsh_format::parameter::{Parameter, ParameterError, Purpose, parameters};
use pwsh_format::{Expand, Formatter, Parameters};
use pwsh_runtime::command::Io;
use pwsh_value::ops::Case;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Category, Error, PsString, Result, Value};

/// The arguments that all format cmdlets take, as they were given.
pub(super) struct Given<'a> {
    /// -Property
    pub(super) property: &'a [Value],
    /// -ExcludeProperty
    pub(super) exclude: &'a [PsString],
    /// -GroupBy
    pub(super) group_by: &'a Value,
    /// -View
    pub(super) view: &'a Option<PsString>,
    /// -Expand
    pub(super) expand: &'a Option<PsString>,
    /// Which keys the hash tables of -Property may have.
    pub(super) purpose: Purpose,
}

impl Given<'_> {
    /// Checks them and adds them to what was said.
    pub(super) fn read(&self, told: &mut Parameters) -> Result<()> {
        told.view = self.view.clone().filter(|view| !view.is_empty());
        if told.view.is_some() && !(self.property.is_empty() && self.exclude.is_empty()) {
            let message = "Cmdlet parameters View and Property are mutually exclusive.";
            return Err(invalid_data("FormatCannotSpecifyViewAndProperty", message));
        }
        told.properties = elements(self.property, self.purpose)?;
        for pattern in self.exclude {
            told.exclude.push(Wildcard::new(pattern, Case::Ignore)?);
        }
        if !told.exclude.is_empty() && told.properties.is_empty() {
            told.properties = elements(&["*".into()], self.purpose)?;
        }
        if !self.group_by.is_null() {
            told.group_by = elements(std::slice::from_ref(self.group_by), Purpose::GroupBy)?.pop();
        }
        told.expand = match self.expand {
            Some(text) if text.is("CoreOnly") => Expand::CoreOnly,
            Some(text) if text.is("Both") => Expand::Both,
            _ => Expand::EnumOnly,
        };
        Ok(())
    }
}

fn elements(values: &[Value], purpose: Purpose) -> Result<Vec<Parameter>> {
    parameters(values, purpose).map_err(|ParameterError { id, message }| {
        Error::new("System.NotSupportedException", "Specified method is not supported.")
            .id(id)
            .category(Category::InvalidArgument)
            .details(message)
    })
}

/// An error about arguments that exclude each other.
pub(super) fn invalid_data(id: &str, message: &str) -> Error {
    Error::new("System.IO.InvalidDataException", "Found invalid data while decoding.")
        .id(id)
        .category(Category::InvalidArgument)
        .details(message)
}

/// A format cmdlet's run.
#[derive(Default)]
pub(super) struct FormatRun(Option<Formatter>);

impl FormatRun {
    /// Begins.
    pub(super) fn begin(&mut self, io: &mut Io<'_>, told: Parameters) {
        self.0 = Some(Formatter::new(io.rs, told));
    }

    /// Takes an object and puts out the format data.
    pub(super) fn process(&mut self, io: &mut Io<'_>, value: &Value) -> Result<()> {
        self.run(io, |formatter, io, data| {
            formatter.process(io.rs, value, &mut |_, object| {
                data.push(object);
                Ok(())
            })
        })
    }

    /// Ends.
    pub(super) fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.run(io, |formatter, io, data| {
            formatter.end(io.rs, &mut |_, object| {
                data.push(object);
                Ok(())
            })
        })
    }

    fn run(
        &mut self,
        io: &mut Io<'_>,
        step: impl FnOnce(&mut Formatter, &mut Io<'_>, &mut Vec<Value>) -> Result<()>,
    ) -> Result<()> {
        let Some(formatter) = &mut self.0 else { return Ok(()) };
        let mut data = Vec::new();
        let result = step(formatter, io, &mut data);
        for object in data {
            io.write(object)?;
        }
        result
    }
}
