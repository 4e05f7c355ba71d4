//! Where Set-Content and Add-Content write to.

use super::named_items::selected_at;
use super::selection::Selection;
use crate::encoding_argument::encoding_argument;
use psjob_dotnet::io::{failure, file_system_info::set_read_only, text_file::encoded};
use pwsh_runtime::command::Io;
use pwsh_runtime::provider::{ItemPath, item_not_found};
use pwsh_value::payload::Array;
use pwsh_value::text::encoding::Encoding;
use pwsh_value::{Category, Error, PsString, Result, Value, convert};
use std::fs::{File, OpenOptions};
use std::io::Write;

/// How content is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// What was there goes.
    Replace,
    /// It goes behind what was there.
    Append,
}

/// The form of what is written.
pub struct Form {
    /// Where it goes.
    pub mode: Mode,
    /// -Force: over read-only files.
    pub force: bool,
    /// `-NoNewline`
    pub no_newline: bool,
    /// `-AsByteStream`
    pub bytes: bool,
    /// `-Encoding`, null where it was not given.
    pub encoding: Value,
}

/// The items that are written to, open.
pub struct ContentWriter {
    files: Vec<(ItemPath, File)>,
    session_items: Vec<ItemPath>,
    session_values: Vec<Value>,
    encoding: Encoding,
    bytes: bool,
    end_of_line: &'static str,
}

impl ContentWriter {
    /// Opens the items of some paths; what cannot be opened is written as an error.
    ///
    /// # Errors
    /// What stops the pipeline.
    pub fn open(
        io: &mut Io<'_>,
        paths: &[PsString],
        literal: bool,
        selection: &Selection,
        form: &Form,
    ) -> Result<ContentWriter> {
        let (encoding, mark) = encoding_argument(io.rs, &form.encoding)?;
        let mut writer = ContentWriter {
            files: Vec::new(),
            session_items: Vec::new(),
            session_values: Vec::new(),
            encoding,
            bytes: form.bytes,
            end_of_line: if form.no_newline { "" } else { "\n" },
        };
        let action = if form.mode == Mode::Replace { "Set Content" } else { "Add Content" };
        for path in paths {
            let items = match selected_at(io.rs, path, literal, true, selection) {
                Ok(items) => items,
                Err(error) if error.thrown().is_some() => {
                    io.write_error(error)?;
                    continue;
                }
                Err(error) => return Err(error),
            };
            if items.is_empty() {
                io.write_error(item_not_found(path))?;
            }
            for item in items {
                if !io.should_process(&format!("Path: {}", item.shown()), action)? {
                    continue;
                }
                if !item.is_file_system() {
                    writer.session_items.push(item);
                    continue;
                }
                match open(&item, form, (encoding, mark && !form.bytes)) {
                    Ok(file) => writer.files.push((item, file)),
                    Err(error) => io.write_error(open_failed(&error, &item))?,
                }
            }
        }
        Ok(writer)
    }

    /// Writes values, each a line; the items of an array in them each their own.
    ///
    /// # Errors
    /// A value that is no byte where bytes are written; what the system refuses.
    pub fn write(&mut self, io: &mut Io<'_>, values: &[Value]) -> Result<()> {
        let mut out = Vec::new();
        for value in values {
            match value.as_object().and_then(|obj| obj.get::<Array>()) {
                Some(array) => {
                    for item in array.to_vec() {
                        self.encode(io, &item, &mut out)?;
                    }
                }
                None => self.encode(io, value, &mut out)?,
            }
        }
        if !self.session_items.is_empty() {
            self.session_values.extend_from_slice(values);
        }
        for (item, file) in &mut self.files {
            file.write_all(&out).map_err(|error| failure::of(&error, item.file()))?;
        }
        Ok(())
    }

    fn encode(&self, io: &mut Io<'_>, value: &Value, out: &mut Vec<u8>) -> Result<()> {
        if value.is_null() {
            return Ok(());
        }
        if !self.bytes {
            let text = convert::to_text(io.rs, value)?;
            out.extend(encoded(&format!("{text}{}", self.end_of_line), (self.encoding, false)));
            return Ok(());
        }
        match value.unwrapped() {
            Value::UInt8(byte) => out.push(*byte),
            Value::Int32(number) if u8::try_from(*number).is_ok() => out.push(*number as u8),
            _ => {
                let text = "Cannot proceed with byte encoding. When using byte encoding the content must be of type byte.";
                return Err(Error::argument(text, ""));
            }
        }
        Ok(())
    }

    /// Gives the items of the session what was written to them.
    ///
    /// # Errors
    /// What such an item refuses.
    pub fn close(self, io: &mut Io<'_>) -> Result<()> {
        let mut values = self.session_values;
        let value = match values.len() {
            0 => Value::Null,
            1 => values.swap_remove(0),
            _ => Value::Object(pwsh_value::Obj::array(values)),
        };
        for item in self.session_items {
            io.rs.set_session_item(&item, value.clone())?;
        }
        Ok(())
    }
}

fn open(item: &ItemPath, form: &Form, encoding: (Encoding, bool)) -> std::io::Result<File> {
    if form.force && item.file().is_file() {
        // If it cannot be made writable, opening it says why.
        let _ = set_read_only(item.file(), false);
    }
    let mut options = OpenOptions::new();
    match form.mode {
        Mode::Replace => options.write(true).create(true).truncate(true),
        Mode::Append => options.append(true).create(true),
    };
    let mut file = options.open(item.file())?;
    if file.metadata()?.len() == 0 {
        file.write_all(&encoded("", encoding))?;
    }
    Ok(file)
}

fn open_failed(error: &std::io::Error, item: &ItemPath) -> Error {
    let (id, category) = match error.kind() {
        std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::IsADirectory => {
            ("GetContentWriterUnauthorizedAccessError", Category::PermissionDenied)
        }
        std::io::ErrorKind::NotFound => ("GetContentWriterDirectoryNotFoundError", Category::ObjectNotFound),
        _ => ("GetContentWriterIOError", Category::WriteError),
    };
    let cause = match error.kind() {
        std::io::ErrorKind::NotFound => failure::part_missing(item.file()),
        _ => failure::of(error, item.file()),
    };
    crate::object_errors::reported_as(cause, id, category).target(item.path.as_str())
}
