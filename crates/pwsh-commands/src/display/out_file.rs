//! `Out-File`, also behind `>`.

use pwsh_format::data::Stream;
use pwsh_format::style::{Destination, rendered};
use pwsh_format::{LineOutput, Writer};
use pwsh_runtime::Runspace;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::text::encoding::{Encoding, EncodingName};
use pwsh_value::{Category, Error, PsString, Result, Value};
use std::fs::File;
use std::io::Write;
use std::path::Path;

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

/// An open file and how lines are written to it.
struct FileLines {
    file: File,
    encoding: Encoding,
    width: Option<usize>,
    end: &'static str,
    bytes: Vec<u8>,
}

impl FileLines {
    fn put(&mut self, text: &[u8]) {
        self.encoding.encode(text, &mut self.bytes);
        self.encoding.encode(self.end.as_bytes(), &mut self.bytes);
    }

    fn flush(&mut self) -> Result<()> {
        let bytes = std::mem::take(&mut self.bytes);
        self.file.write_all(&bytes).map_err(|error| Error::new("System.IO.IOException", error.to_string()))
    }
}

impl LineOutput for FileLines {
    fn width(&self) -> Option<usize> {
        self.width
    }

    fn line(&mut self, rs: &mut Runspace, text: &str, _: Stream) -> Result<()> {
        let text = rendered(rs, text, Destination::Text).into_owned();
        self.put(text.as_bytes());
        Ok(())
    }

    fn raw(&mut self, _: &mut Runspace, text: &PsString, _: Stream) -> Result<()> {
        self.put(text.as_wtf8());
        Ok(())
    }
}

impl OutFile {
    fn open(&self, io: &mut Io<'_>) -> Result<Option<FileLines>> {
        let given = self.literal_path.clone().or_else(|| self.file_path.clone()).unwrap_or_default();
        if !io.should_process(&given.to_str(), "Output to File")? {
            return Ok(None);
        }
        let (encoding, mark) = encoding(io, &self.encoding)?;
        let path = io.rs.file_path(&given.to_str())?;
        if self.no_clobber.0 && !self.append.0 && path.exists() {
            let text = format!("The file '{}' already exists.", path.display());
            let error =
                Error::new("System.IO.IOException", text).id("NoClobber").category(Category::ResourceExists);
            return Err(error.target(path.to_string_lossy().into_owned()));
        }
        let mut file = open(&path, self.append.0, self.force.0)?;
        let empty = !self.append.0 || file.metadata().is_ok_and(|metadata| metadata.len() == 0);
        if mark && empty {
            let written = file.write_all(encoding.byte_order_mark());
            written.map_err(|error| failure(&path, &error))?;
        }
        let end = if self.no_newline.0 { "" } else { "\n" };
        let width = self.width.and_then(|width| usize::try_from(width).ok());
        Ok(Some(FileLines { file, encoding, width, end, bytes: Vec::new() }))
    }
}

fn open(path: &Path, append: bool, force: bool) -> Result<File> {
    let mut options = File::options();
    options.create(true).write(true).append(append).truncate(!append);
    let read_only = || std::fs::metadata(path).ok().filter(|metadata| metadata.permissions().readonly());
    match options.open(path) {
        Ok(file) => Ok(file),
        Err(error) => match read_only() {
            Some(metadata) if force => {
                use std::os::unix::fs::PermissionsExt;
                let mut permissions = metadata.permissions();
                let locked = permissions.clone();
                permissions.set_mode(permissions.mode() | 0o200);
                let opened = std::fs::set_permissions(path, permissions).and_then(|()| options.open(path));
                let file = opened.map_err(|error| failure(path, &error))?;
                std::fs::set_permissions(path, locked).map_err(|error| failure(path, &error))?;
                Ok(file)
            }
            _ => Err(failure(path, &error)),
        },
    }
}

fn failure(path: &Path, error: &std::io::Error) -> Error {
    let shown = path.display();
    let (ty, text) = match error.kind() {
        std::io::ErrorKind::NotFound => {
            ("System.IO.DirectoryNotFoundException", format!("Could not find a part of the path '{shown}'."))
        }
        std::io::ErrorKind::PermissionDenied => {
            ("System.UnauthorizedAccessException", format!("Access to the path '{shown}' is denied."))
        }
        std::io::ErrorKind::IsADirectory => {
            ("System.UnauthorizedAccessException", format!("Access to the path '{shown}' is denied."))
        }
        _ => ("System.IO.IOException", format!("{error} : '{shown}'")),
    };
    Error::new(ty, text).id("FileOpenFailure").category(Category::OpenError)
}

/// The encoding of an argument: a name of PowerShell's or .NET's, a code page, or an encoding object; and whether
/// a new file begins with its byte order mark.
fn encoding(io: &mut Io<'_>, value: &Value) -> Result<(Encoding, bool)> {
    use pwsh_value::Context;
    if value.is_null() {
        return Ok((Encoding::Utf8, false));
    }
    let name = match value.as_object() {
        Some(_) => io.rs.get_property(value, "WebName")?,
        None => value.clone(),
    };
    let name = io.rs.to_text(&name)?.to_str().to_lowercase();
    Ok(match &*name {
        "utf8" | "utf8nobom" | "default" | "oem" => (Encoding::Utf8, false),
        "utf8bom" => (Encoding::Utf8, true),
        "ascii" => (Encoding::Ascii, false),
        "ansi" => (Encoding::Windows1252, false),
        "unicode" | "string" | "unknown" => (Encoding::Utf16, true),
        "bigendianunicode" => (Encoding::Utf16BigEndian, true),
        "utf32" => (Encoding::Utf32, true),
        "bigendianutf32" => (Encoding::Utf32BigEndian, true),
        other => {
            let known = match other.parse() {
                Ok(page) => EncodingName::find_code_page(page),
                Err(_) => EncodingName::find(other),
            };
            let known = known.ok_or_else(|| {
                let message = format!("'{other}' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.");
                Error::argument(&message, "name")
            })?;
            (known.encoding, known.encoding != Encoding::Utf8)
        }
    })
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
