//! `Format-Hex`.

use crate::encoding_argument::encoding_argument;
use crate::files_to_read::files_to_read;
use crate::object_errors::reported_as;
use crate::types::byte_collection::{BYTES_PER_LINE, byte_collection};
use psjob_dotnet::io::failure;
use psjob_dotnet::io::file_system_info::DiskEntry;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::ItemPath;
use pwsh_value::payload::{Array, EnumNumber};
use pwsh_value::{Category, Error, PsString, Result, Type, Value};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};

/// Shows bytes as hexadecimal numbers.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Format-Hex",
    module = "Microsoft.PowerShell.Utility",
    aliases("fhx"),
    output("Microsoft.PowerShell.Commands.ByteCollection"),
    class = "Microsoft.PowerShell.Commands.FormatHex",
    help = "https://go.microsoft.com/fwlink/?LinkId=2096611"
)]
pub struct FormatHex {
    #[parameter(mandatory, position = 0, set = "Path")]
    #[validate(not_null_or_empty)]
    path: Vec<PsString>,
    #[parameter(mandatory, set = "LiteralPath", alias("PSPath", "LP"))]
    #[validate(not_null_or_empty)]
    literal_path: Vec<PsString>,
    #[parameter(ty = "System.Management.Automation.PSObject", mandatory, pipeline, set = "ByInputObject")]
    input_object: Value,
    #[parameter(set = "ByInputObject")]
    #[validate(not_null_or_empty)]
    encoding: Value,
    #[parameter]
    #[validate(range("Positive"))]
    count: Option<i64>,
    #[parameter]
    #[validate(range("NonNegative"))]
    offset: i64,
    #[parameter(set = "ByInputObject")]
    raw: Switch,
    /// The bytes of numbers of one type, which are shown together, and that type.
    numbers: Vec<u8>,
    number_type: Option<Type>,
}

impl Cmdlet for FormatHex {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if io.set().is("ByInputObject") {
            return self.input(io);
        }
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        for item in files_to_read(io, paths, literal)? {
            self.file(io, &item)?;
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.flush(io)
    }
}

impl FormatHex {
    fn file(&self, io: &mut Io<'_>, item: &ItemPath) -> Result<()> {
        if !item.is_file_system() {
            let shown = item.shown();
            let text = format!(
                "The given path '{shown}' is not supported. This command only supports the FileSystem Provider paths."
            );
            return io.write_error(
                Error::new("System.ArgumentException", text)
                    .id("FormatHexOnlySupportsFileSystemPaths")
                    .category(Category::InvalidArgument)
                    .target(shown),
            );
        }
        match self.wanted_of_file(item) {
            Ok(bytes) => {
                for (at, line) in bytes.chunks(BYTES_PER_LINE).enumerate() {
                    let offset = self.offset as u64 + (at * BYTES_PER_LINE) as u64;
                    io.write(byte_collection(offset, line, item.path.as_str().into(), &item.path))?;
                }
                Ok(())
            }
            Err(error) => {
                let cause = failure::of(&error, item.file());
                let error = reported_as(cause, "FormatHexIOError", Category::WriteError);
                io.write_error(error.target(item.path.as_str()))
            }
        }
    }

    fn wanted_of_file(&self, item: &ItemPath) -> std::io::Result<Vec<u8>> {
        let mut file = File::open(item.file())?;
        file.seek(SeekFrom::Start(self.offset as u64))?;
        let mut bytes = Vec::new();
        file.take(self.count.unwrap_or(i64::MAX) as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn input(&mut self, io: &mut Io<'_>) -> Result<()> {
        let input = self.input_object.clone();
        if let Some(path) =
            input.as_object().and_then(|obj| obj.get::<DiskEntry>()).map(|e| e.path().to_owned())
        {
            self.flush(io)?;
            let item = io.rs.item_path(&path.to_string_lossy())?;
            return self.file(io, &item);
        }
        if let Some(text) = input.as_string() {
            self.flush(io)?;
            let (encoding, _) = encoding_argument(io.rs, &self.encoding)?;
            let mut bytes = Vec::new();
            encoding.encode(text.as_wtf8(), &mut bytes);
            return self.lines(io, &bytes, &pwsh_value::ty::known().string.clone());
        }
        let Some(ty) = input.ty().cloned() else { return Ok(()) };
        if let Some(array) = input.as_object().and_then(|obj| obj.get::<Array>()) {
            self.flush(io)?;
            let items: Option<Vec<Vec<u8>>> = array.to_vec().iter().map(bytes_of).collect();
            return match items {
                Some(items) => self.lines(io, &items.concat(), &ty),
                None => not_supported(io, &ty),
            };
        }
        let Some(bytes) = bytes_of(&input) else { return not_supported(io, &ty) };
        let base = ty.enum_underlying().unwrap_or(ty);
        if self.number_type.as_ref().is_some_and(|last| *last != base) {
            self.flush(io)?;
        }
        self.number_type = Some(base);
        self.numbers.extend(bytes);
        Ok(())
    }

    /// Shows the numbers gathered so far.
    fn flush(&mut self, io: &mut Io<'_>) -> Result<()> {
        let numbers = std::mem::take(&mut self.numbers);
        match self.number_type.take() {
            Some(ty) => self.lines(io, &numbers, &ty),
            None => Ok(()),
        }
    }

    fn lines(&self, io: &mut Io<'_>, bytes: &[u8], ty: &Type) -> Result<()> {
        let start = usize::try_from(self.offset).unwrap_or(usize::MAX).min(bytes.len());
        let count = self.count.and_then(|count| usize::try_from(count).ok()).unwrap_or(usize::MAX);
        let wanted = &bytes[start..start + count.min(bytes.len() - start)];
        // A number of its own keeps the lines of one input together in the display.
        let number = uuid::Uuid::new_v4().as_fields().0 & 0x7fff_ffff;
        let label = format!("{} ({}) <{number:08X}>", ty.short_name(), ty.name());
        for (at, line) in wanted.chunks(BYTES_PER_LINE).enumerate() {
            io.write(byte_collection((at * BYTES_PER_LINE) as u64, line, Value::Null, &label))?;
        }
        Ok(())
    }
}

/// The bytes of a number, low byte first; `None` for another value.
fn bytes_of(value: &Value) -> Option<Vec<u8>> {
    Some(match value.unwrapped() {
        Value::Bool(v) => vec![u8::from(*v)],
        Value::Int8(v) => v.to_le_bytes().to_vec(),
        Value::UInt8(v) => vec![*v],
        Value::Char(v) => v.to_le_bytes().to_vec(),
        Value::Int16(v) => v.to_le_bytes().to_vec(),
        Value::UInt16(v) => v.to_le_bytes().to_vec(),
        Value::Int32(v) => v.to_le_bytes().to_vec(),
        Value::UInt32(v) => v.to_le_bytes().to_vec(),
        Value::Int64(v) => v.to_le_bytes().to_vec(),
        Value::UInt64(v) => v.to_le_bytes().to_vec(),
        Value::Single(v) => v.to_le_bytes().to_vec(),
        Value::Double(v) => v.to_le_bytes().to_vec(),
        Value::Object(obj) => {
            let number = obj.get::<EnumNumber>()?.0;
            let underlying = obj.ty().enum_underlying()?;
            let size = match &*underlying.short_name().to_str() {
                "Byte" | "SByte" => 1,
                "Int16" | "UInt16" => 2,
                "Int32" | "UInt32" => 4,
                _ => 8,
            };
            number.to_le_bytes()[..size].to_vec()
        }
        _ => return None,
    })
}

fn not_supported(io: &mut Io<'_>, ty: &Type) -> Result<()> {
    let text = format!(
        "Cannot convert input of type '{}' to hexadecimal. To view the hexadecimal formatting of its string representation, pipe it to the Out-String cmdlet before piping it to Format-Hex.",
        ty.name()
    );
    io.write_error(
        Error::new("System.ArgumentException", text)
            .id("FormatHexTypeNotSupported")
            .category(Category::InvalidArgument)
            .target(Value::from(ty.clone())),
    )
}
