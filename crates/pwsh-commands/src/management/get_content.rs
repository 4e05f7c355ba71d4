//! `Get-Content`.

use super::content_encoding::content_encoding;
use super::named_items::{existing, with_path};
use psjob_dotnet::io::{failure, text_file};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::ItemPath;
use pwsh_value::{Category, Error, Member, Obj, PsString, Result, Value};

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
    force: Switch,
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
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        for item in existing(io, paths, literal, self.force.0)? {
            match self.content(io, &item) {
                Ok(values) => self.put_out(io, &item, values)?,
                Err(error) if error.thrown().is_some() => io.write_error(error)?,
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

impl GetContent {
    /// What is in the item, all of it.
    fn content(&self, io: &mut Io<'_>, item: &ItemPath) -> Result<Vec<Value>> {
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
            crate::target::reported_as(cause, id, category).target(item.path.as_str())
        })?;
        if self.as_byte_stream.0 {
            return Ok(match self.raw.0 {
                true => vec![Value::Object(Obj::bytes(bytes))],
                false => bytes.into_iter().map(Value::UInt8).collect(),
            });
        }
        let (encoding, _) = content_encoding(io.rs, &self.encoding)?;
        let text = text_file::decoded(&bytes, encoding);
        if self.raw.0 {
            return Ok(if text.is_empty() { Vec::new() } else { vec![text.into()] });
        }
        Ok(text_file::lines(&text).into_iter().map(Value::from).collect())
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
