//! `Export-Csv`.

use crate::csv::{Head, Quoting, Reader, Writer, delimiter, property_names};
use crate::encoding_argument::encoding_argument;
use crate::file_argument::{Opening, OutputFile, file_named, read_file};
use psjob_dotnet::io::text_file;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::text::encoding::{Encoding, detect_byte_order_mark};
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Writes objects to a file of comma-separated values.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Export-Csv",
    module = "Microsoft.PowerShell.Utility",
    aliases("epcsv"),
    default_set = "Delimiter",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096608"
)]
pub struct ExportCsv {
    #[parameter(ty = "System.Management.Automation.PSObject", mandatory, pipeline, pipeline_by_name)]
    input_object: Value,
    #[parameter(position = 0)]
    #[validate(not_null_or_empty)]
    path: Option<PsString>,
    #[parameter(alias("PSPath", "LP"))]
    #[validate(not_null_or_empty)]
    literal_path: Option<PsString>,
    #[parameter]
    force: Switch,
    #[parameter(alias("NoOverwrite"))]
    no_clobber: Switch,
    #[parameter]
    #[validate(not_null_or_empty)]
    encoding: Value,
    #[parameter]
    append: Switch,
    #[parameter(ty = "System.Char", position = 1, set = "Delimiter")]
    #[validate(not_null)]
    delimiter: Value,
    #[parameter(set = "UseCulture")]
    use_culture: Switch,
    #[parameter(alias("ITI"))]
    include_type_information: Switch,
    #[parameter(alias("NTI"))]
    no_type_information: Switch,
    #[parameter(alias("QF"))]
    quote_fields: Vec<PsString>,
    #[parameter(alias("UQ"), ty = "Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind")]
    use_quotes: Value,
    #[parameter]
    no_header: Switch,
    open: Option<Open>,
}

/// The file, and what is written to it.
struct Open {
    file: OutputFile,
    writer: Writer,
    /// The columns that the file had, until the first object was held against them.
    existing: Option<Vec<PsString>>,
    /// Whether the file had content that stays.
    appending: bool,
}

impl Cmdlet for ExportCsv {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let quoting = Quoting::of(io, &self.use_quotes, &self.quote_fields)?;
        let delimiter = delimiter(io, &self.delimiter, self.use_culture.0);
        let (given, literal) = match (&self.path, &self.literal_path) {
            (Some(path), None) => (path.clone(), false),
            (None, Some(path)) => (path.clone(), true),
            _ => {
                return Err(refused(
                    "You must specify either the -Path or -LiteralPath parameters, but not both.",
                    "CannotSpecifyPathAndLiteralPath",
                ));
            }
        };
        if self.append.0 && self.no_header.0 {
            return Err(refused(
                "You must specify either the -Append or -NoHeader parameters, but not both.",
                "CannotSpecifyBothAppendAndNoHeader",
            ));
        }
        if !io.should_process(&given.to_str(), "Export-Csv")? {
            return Ok(());
        }
        let mut encoding = encoding_argument(io.rs, &self.encoding)?;
        let existing =
            if self.append.0 { self.existing(io, &given, literal, delimiter, &mut encoding)? } else { None };
        let opening = Opening { append: self.append.0, force: self.force.0, no_clobber: self.no_clobber.0 };
        self.open = Some(Open {
            file: OutputFile::open(io, &given, literal, opening, encoding)?,
            writer: Writer::new(delimiter, quoting),
            appending: existing.is_some(),
            existing,
        });
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let given = self.path.clone().or_else(|| self.literal_path.clone()).unwrap_or_default();
        let Some(open) = &mut self.open else { return Ok(()) };
        if self.input_object.is_null() {
            return Ok(());
        }
        if let Some(existing) = open.existing.take() {
            let names = property_names(io.rs, &self.input_object)?;
            if !self.force.0
                && let Some(missing) =
                    existing.iter().find(|name| !names.iter().any(|n| n.eq_ignore_case(name)))
            {
                let text = format!(
                    "Cannot append CSV content to the following file: {given}. The appended object does not have a property that corresponds to the following column: {missing}. To continue with mismatched properties, add the -Force parameter, and then retry the command."
                );
                return Err(
                    refused(&text, "CannotAppendCsvWithMismatchedPropertyNames").target(missing.clone())
                );
            }
            open.writer.set_columns(existing);
        }
        let header = !self.no_header.0 && !open.appending;
        let head = Head { header, type_line: self.include_type_information.0 };
        for line in open.writer.lines(io.rs, &self.input_object, head)? {
            open.file.write(format!("{line}\n").as_bytes())?;
        }
        Ok(())
    }

    fn end(&mut self, _: &mut Io<'_>) -> Result<()> {
        self.open = None;
        Ok(())
    }
}

impl ExportCsv {
    /// The columns of a file that has any; its encoding is taken over.
    fn existing(
        &self,
        io: &mut Io<'_>,
        given: &PsString,
        literal: bool,
        delimiter: char,
        encoding: &mut (Encoding, bool),
    ) -> Result<Option<Vec<PsString>>> {
        let path = file_named(io, given, literal)?;
        if !path.is_file() {
            return Ok(None);
        }
        let bytes = read_file(&path)?;
        let text = text_file::decoded(&bytes, encoding.0);
        if text.is_empty() {
            return Ok(None);
        }
        if let Some(found) = detect_byte_order_mark(&bytes) {
            encoding.0 = found.encoding;
        }
        let mut reader = Reader::new(&text, delimiter);
        reader.type_line();
        let header = reader.header().unwrap_or_default();
        Ok(Some(header.into_iter().map(PsString::from).collect()))
    }
}

fn refused(text: &str, id: &str) -> Error {
    Error::new("System.InvalidOperationException", text).id(id).category(Category::InvalidData)
}
