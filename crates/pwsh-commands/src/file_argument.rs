//! The one file that a cmdlet reads or writes, by its `-Path` or `-LiteralPath`.

use psjob_dotnet::io::failure;
use pwsh_runtime::command::Io;
use pwsh_value::text::encoding::Encoding;
use pwsh_value::wildcard::has_wildcards;
use pwsh_value::{Category, Error, PsString, Result};
use std::fs::{File, Permissions};
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// The file that a path means. A pattern must match one file at most; what matches nothing is a name.
///
/// # Errors
/// For a path of another provider and a pattern that matches several files or, having wildcards, none.
pub fn file_named(io: &mut Io<'_>, path: &PsString, literal: bool) -> Result<PathBuf> {
    if literal || !has_wildcards(path) {
        return io.rs.file_path(&path.to_str());
    }
    let found = io.rs.glob(&path.to_str(), true)?;
    match &found[..] {
        [item] => io.rs.file_path(&item.shown().to_str()),
        [] => {
            let text = format!(
                "Cannot perform operation because the wildcard path {path} did not resolve to a file."
            );
            Err(Error::new("System.Management.Automation.PSInvalidOperationException", text)
                .id("FileOpenFailure")
                .category(Category::OpenError))
        }
        _ => {
            let text = "Cannot perform operation because the path resolved to more than one file. This command cannot operate on multiple files.";
            Err(Error::new("System.Management.Automation.PSInvalidOperationException", text)
                .id("ReadWriteMultipleFilesNotSupported")
                .category(Category::InvalidArgument))
        }
    }
}

/// The bytes of a file.
///
/// # Errors
/// `FileOpenFailure` with what the system says.
pub fn read_file(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| open_failure(path, &error))
}

/// How a file is opened to be written.
#[derive(Clone, Copy, Default)]
pub struct Opening {
    /// What is there stays, and writing goes behind it.
    pub append: bool,
    /// A file that may not be written is, and is locked again afterwards.
    pub force: bool,
    /// A file that is there is an error.
    pub no_clobber: bool,
}

/// A file that text is written to.
pub struct OutputFile {
    path: PathBuf,
    file: File,
    encoding: Encoding,
    /// The permissions that the file gets back.
    locked: Option<Permissions>,
}

impl OutputFile {
    /// Opens the file that a path means. `encoding`: what text becomes, and whether a new file begins with its mark.
    ///
    /// # Errors
    /// As [`file_named`]; `NoClobber`, `FileOpenFailure`.
    pub fn open(
        io: &mut Io<'_>,
        given: &PsString,
        literal: bool,
        opening: Opening,
        (encoding, mark): (Encoding, bool),
    ) -> Result<OutputFile> {
        let path = file_named(io, given, literal)?;
        if opening.no_clobber && !opening.append && path.exists() {
            return Err(failure::exists(&path)
                .id("NoClobber")
                .category(Category::ResourceExists)
                .details(format!("File {given} already exists and NoClobber was specified."))
                .target(path.to_string_lossy().into_owned()));
        }
        let (file, locked) = open(&path, opening).map_err(|error| open_failure(&path, &error))?;
        let mut output = OutputFile { path, file, encoding, locked };
        if mark && output.file.metadata().is_ok_and(|metadata| metadata.len() == 0) {
            output.write_bytes(encoding.byte_order_mark())?;
        }
        Ok(output)
    }

    /// Writes text (WTF-8).
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&mut self, text: &[u8]) -> Result<()> {
        let mut bytes = Vec::with_capacity(text.len());
        self.encoding.encode(text, &mut bytes);
        self.write_bytes(&bytes)
    }

    /// Writes bytes as they are.
    ///
    /// # Errors
    /// What the system says.
    pub fn write_bytes(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.write_all(bytes).map_err(|error| failure::of(&error, &self.path))
    }
}

impl Drop for OutputFile {
    fn drop(&mut self) {
        if let Some(locked) = self.locked.take() {
            // The file may be gone meanwhile; then there is nothing to lock.
            let _ = std::fs::set_permissions(&self.path, locked);
        }
    }
}

fn open(path: &Path, opening: Opening) -> std::io::Result<(File, Option<Permissions>)> {
    let mut options = File::options();
    options.create(true).write(true).append(opening.append).truncate(!opening.append);
    let metadata = std::fs::metadata(path).ok();
    let locked = metadata.map(|found| found.permissions()).filter(|found| opening.force && found.readonly());
    if let Some(locked) = &locked {
        std::fs::set_permissions(path, Permissions::from_mode(locked.mode() | 0o200))?;
    }
    Ok((options.open(path)?, locked))
}

fn open_failure(path: &Path, error: &std::io::Error) -> Error {
    let cause = match error.kind() {
        std::io::ErrorKind::NotFound if !path.parent().is_some_and(Path::is_dir) => {
            failure::part_missing(path)
        }
        _ => failure::of(error, path),
    };
    cause.id("FileOpenFailure").category(Category::OpenError)
}
