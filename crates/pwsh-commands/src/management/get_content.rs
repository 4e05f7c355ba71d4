//! `Get-Content`.

use super::credential::refuse_credential;
use super::named_items::{report, selected, with_path};
use super::selection::Selection;
use crate::encoding_argument::encoding_argument;
use psjob_dotnet::io::{failure, text_file};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::ItemPath;
use pwsh_value::{Category, Error, Member, Obj, PsString, Result, Value};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::time::Duration;

/// Gives what is in an item: a file's lines, or the value of an item of the session.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Content",
    module = "Microsoft.PowerShell.Management",
    aliases("gc", "type"),
    default_set = "Path",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096490"
)]
pub struct GetContent {
    #[parameter(pipeline_by_name)]
    read_count: Option<i64>,
    #[parameter(pipeline_by_name, alias("First", "Head"))]
    #[validate(range("NonNegative"))]
    total_count: Option<i64>,
    #[parameter(pipeline_by_name, alias("Last"))]
    #[validate(range(0, 2147483647))]
    tail: Option<i32>,
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: Vec<PsString>,
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
    delimiter: PsString,
    #[parameter]
    wait: Switch,
    #[parameter]
    raw: Switch,
    #[parameter]
    encoding: Value,
    #[parameter]
    as_byte_stream: Switch,
}

impl Cmdlet for GetContent {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.total_count.is_some() && self.tail.is_some() {
            let text = "The parameters TotalCount and Tail cannot be used together. Please specify only one parameter.";
            return io.write_error(
                Error::new("System.InvalidOperationException", text)
                    .id("TailAndHeadCannotCoexist")
                    .category(Category::InvalidOperation),
            );
        }
        refuse_credential(&self.credential)?;
        self.refuse_contradictions(io)?;
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        for item in selected(io, paths, literal, self.force.0, &selection)? {
            let shown = self.content(io, &item).and_then(|values| self.put_out(io, &item, values));
            report(io, shown)?;
            if self.wait.0 && item.is_file_system() {
                self.follow(io, &item)?;
            }
        }
        Ok(())
    }
}

/// Between two looks at whether a file that is followed has grown.
const PAUSE: Duration = Duration::from_millis(100);

impl GetContent {
    fn refuse_contradictions(&self, io: &mut Io<'_>) -> Result<()> {
        let invalid = |text: String| {
            Err(Error::new("System.Management.Automation.PSInvalidOperationException", text)
                .id("InvalidOperation")
                .category(Category::InvalidOperation))
        };
        if self.as_byte_stream.0 && !self.delimiter.is_empty() {
            let text = "A delimiter cannot be specified when reading the stream one byte at a time.";
            return Err(Error::argument(text, "delimiter"));
        }
        if self.raw.0 && self.wait.0 {
            return invalid("The Raw and Wait parameters cannot be specified in the same command.".into());
        }
        let counts = [("TotalCount", self.total_count.is_some()), ("Tail", self.tail.is_some())];
        if let Some((name, _)) = counts.iter().find(|(_, given)| self.raw.0 && *given) {
            return invalid(format!(
                "The 'Raw' and '{name}' parameters cannot be specified in the same command."
            ));
        }
        if self.as_byte_stream.0 && io.is_bound("Encoding") {
            io.warning("Encoding not used when '-AsByteStream' specified.")?;
        }
        Ok(())
    }

    /// Puts out the lines that are written to a file from now on, until the pipeline is stopped.
    fn follow(&self, io: &mut Io<'_>, item: &ItemPath) -> Result<()> {
        let attention = io.rs.attention.clone();
        let mut read = std::fs::metadata(item.file()).map_or(0, |metadata| metadata.len());
        let (encoding, _) = encoding_argument(io.rs, &self.encoding)?;
        loop {
            attention.sleep(PAUSE);
            io.poll()?;
            let Ok(mut file) = File::open(item.file()) else { continue };
            let length = file.metadata().map_or(0, |metadata| metadata.len());
            // A file that became shorter was begun anew.
            read = if length < read { 0 } else { read };
            let mut bytes = Vec::new();
            let taken = file.seek(SeekFrom::Start(read)).and_then(|_| file.read_to_end(&mut bytes));
            let Ok(taken) = taken else { continue };
            read += taken as u64;
            if taken == 0 {
                continue;
            }
            let values = match self.as_byte_stream.0 {
                true => bytes.into_iter().map(Value::UInt8).collect(),
                false => self.lines(&text_file::decoded(&bytes, encoding)),
            };
            for value in values {
                let value = with_path(io.rs, value, item);
                io.write(value)?;
            }
        }
    }

    /// The lines of a text, or what stands between its delimiters.
    fn lines(&self, text: &str) -> Vec<Value> {
        if self.delimiter.is_empty() {
            return text_file::lines(text).into_iter().map(Value::from).collect();
        }
        let delimiter = self.delimiter.to_str();
        let part = |part: &'_ str| Value::from(part.strip_suffix(&*delimiter).unwrap_or(part));
        text.split_inclusive(&*delimiter).map(part).collect()
    }

    /// What is in the item, all of it.
    fn content(&self, io: &mut Io<'_>, item: &ItemPath) -> Result<Vec<Value>> {
        if self.tail.is_some() && !item.is_file_system() {
            let text = "The Tail parameter currently is supported only for the FileSystem provider.";
            return Err(Error::new("System.InvalidOperationException", text)
                .id("TailNotSupported")
                .category(Category::InvalidOperation));
        }
        if !item.is_file_system() {
            let value = io.rs.session_item(item).unwrap_or_default();
            return Ok(vec![value]);
        }
        if item.file().is_dir() {
            let text = format!(
                "Unable to get content because it is a directory: '{}'. Please use 'Get-ChildItem' instead.",
                item.path
            );
            return Err(Error::new("System.InvalidOperationException", text)
                .id("GetContainerContentException")
                .category(Category::InvalidOperation)
                .target(item.path.as_str()));
        }
        let bytes = std::fs::read(item.file()).map_err(|error| {
            let (id, category) = match error.kind() {
                std::io::ErrorKind::PermissionDenied => {
                    ("GetContentReaderUnauthorizedAccessError", Category::PermissionDenied)
                }
                _ => ("GetContentReaderIOError", Category::ReadError),
            };
            let cause = failure::of(&error, item.file());
            crate::object_errors::reported_as(cause, id, category).target(item.path.as_str())
        })?;
        if self.as_byte_stream.0 {
            return Ok(match self.raw.0 {
                true => vec![Value::Object(Obj::bytes(bytes))],
                false => bytes.into_iter().map(Value::UInt8).collect(),
            });
        }
        let (encoding, _) = encoding_argument(io.rs, &self.encoding)?;
        let text = text_file::decoded(&bytes, encoding);
        if self.raw.0 {
            return Ok(if text.is_empty() { Vec::new() } else { vec![text.into()] });
        }
        Ok(self.lines(&text))
    }

    /// Puts out what was asked for of it, in portions of -ReadCount.
    fn put_out(&self, io: &mut Io<'_>, item: &ItemPath, mut values: Vec<Value>) -> Result<()> {
        if let Some(count) = self.total_count.and_then(|count| usize::try_from(count).ok()) {
            values.truncate(count);
        }
        if let Some(count) = self.tail.and_then(|count| usize::try_from(count).ok()) {
            values.drain(..values.len().saturating_sub(count));
        }
        let size = match self.read_count.unwrap_or(1) {
            ..=0 => values.len().max(1),
            size => usize::try_from(size).unwrap_or(usize::MAX),
        };
        let mut read = 0;
        for portion in values.chunks(size) {
            io.poll()?;
            read += portion.len() as i64;
            let value = match portion {
                [value] => value.clone(),
                portion => Value::Object(Obj::array(portion.to_vec())),
            };
            let value = with_path(io.rs, value, item);
            if let Some(cell) = value.cell() {
                cell.attached_or_new().set(cell, "ReadCount".into(), Member::Note(read.into()));
            }
            io.write(value)?;
        }
        Ok(())
    }
}
