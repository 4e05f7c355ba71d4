//! `System.IO.FileSystemInfo`, and the payload of files and directories.

use super::failure;
use super::path_text::{self, directory, file_name};
use crate::system::clock;
use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, method, named, property, property_rw};
use pwsh_value::{DateTime, Obj, Payload, PsString, Result, Value};
use std::fs::{self, FileTimes, Metadata};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// `System.IO.FileSystemInfo`.
pub static FILE_SYSTEM_INFO: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.MarshalByRefObject",
    members: &[
        property("string FullName {get;}", full_name),
        property("string Extension {get;}", extension),
        property("string Name {get;}", name),
        property("bool Exists {get;}", exists),
        property_rw("datetime CreationTime {get;set;}", creation_time, set_creation_time),
        property_rw("datetime CreationTimeUtc {get;set;}", creation_time_utc, set_creation_time_utc),
        property_rw("datetime LastAccessTime {get;set;}", last_access_time, set_last_access_time),
        property_rw("datetime LastAccessTimeUtc {get;set;}", last_access_time_utc, set_last_access_time_utc),
        property_rw("datetime LastWriteTime {get;set;}", last_write_time, set_last_write_time),
        property_rw("datetime LastWriteTimeUtc {get;set;}", last_write_time_utc, set_last_write_time_utc),
        property("string LinkTarget {get;}", link_target),
        property_rw("System.IO.UnixFileMode UnixFileMode {get;set;}", unix_file_mode, set_unix_file_mode),
        property_rw("System.IO.FileAttributes Attributes {get;set;}", attributes, set_attributes),
        method("void CreateAsSymbolicLink(string pathToTarget)", create_as_symbolic_link),
        method("System.IO.FileSystemInfo ResolveLinkTarget(bool returnFinalTarget)", resolve_link_target),
        method("void Refresh()", refresh),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.IO.FileSystemInfo")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| {
        let entry = value.cell().and_then(|obj| obj.get::<DiskEntry>());
        Ok(entry.map_or_else(PsString::empty, |entry| entry.given.clone()))
    }),
    ..Hooks::NONE
};

/// The payload of `FileInfo` and `DirectoryInfo`: a path, which need not exist.
pub struct DiskEntry {
    path: PathBuf,
    /// The path as it was given, which is the object's text.
    given: PsString,
    /// What the disk said when it was first asked.
    seen: Mutex<Option<Metadata>>,
}

impl Payload for DiskEntry {}

impl DiskEntry {
    /// The entry of a full path.
    pub fn new(path: PathBuf, given: PsString) -> DiskEntry {
        DiskEntry { path, given, seen: Mutex::new(None) }
    }

    /// The full path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The full path as text.
    pub fn full_name(&self) -> String {
        self.path.to_string_lossy().into_owned()
    }

    /// What the disk says of the entry itself, links not followed; asked once until `Refresh`.
    pub fn metadata(&self) -> Option<Metadata> {
        let mut seen = self.seen.lock();
        if seen.is_none() {
            *seen = fs::symlink_metadata(&self.path).ok();
        }
        seen.clone()
    }

    /// The same of what a link leads to.
    pub fn target_metadata(&self) -> Option<Metadata> {
        match self.metadata() {
            Some(own) if own.is_symlink() => fs::metadata(&self.path).ok().or(Some(own)),
            other => other,
        }
    }

    /// Forgets what the disk said.
    pub fn forget(&self) {
        *self.seen.lock() = None;
    }
}

/// A `FileInfo` of a full path.
pub fn file_object(path: PathBuf) -> Value {
    let given = path.to_string_lossy().into_owned().into();
    Obj::new(named("System.IO.FileInfo"), DiskEntry::new(path, given)).into()
}

/// A `DirectoryInfo` of a full path.
pub fn directory_object(path: PathBuf) -> Value {
    let given = path.to_string_lossy().into_owned().into();
    Obj::new(named("System.IO.DirectoryInfo"), DiskEntry::new(path, given)).into()
}

/// A `FileInfo` or `DirectoryInfo`, as the disk has it.
pub fn entry_object(path: PathBuf) -> Value {
    if path.is_dir() { directory_object(path) } else { file_object(path) }
}

const READ_ONLY: i64 = 1;
const HIDDEN: i64 = 2;
const DIRECTORY: i64 = 16;
const NORMAL: i64 = 128;
const REPARSE_POINT: i64 = 1024;

/// `FileAttributes` as .NET finds them on Unix.
pub fn attributes_of(path: &Path, metadata: &Metadata) -> i64 {
    let target = if metadata.is_symlink() { fs::metadata(path).ok() } else { None };
    let shown = target.as_ref().unwrap_or(metadata);
    let mut attributes = 0;
    if shown.is_dir() {
        attributes |= DIRECTORY;
    }
    if metadata.is_symlink() {
        attributes |= REPARSE_POINT;
    }
    if shown.permissions().mode() & 0o222 == 0 {
        attributes |= READ_ONLY;
    }
    if file_name(&path.to_string_lossy()).starts_with('.') {
        attributes |= HIDDEN;
    }
    if attributes == 0 { NORMAL } else { attributes }
}

/// Changes the attributes that Unix keeps: whether anybody may write.
///
/// # Errors
/// What the operating system refuses.
pub fn set_attributes_of(path: &Path, attributes: i64) -> Result<()> {
    set_read_only(path, attributes & READ_ONLY != 0)
}

/// Takes or gives the right to write.
///
/// # Errors
/// What the operating system refuses.
pub fn set_read_only(path: &Path, read_only: bool) -> Result<()> {
    let failed = |error: std::io::Error| failure::of(&error, path);
    let mut permissions = fs::metadata(path).map_err(failed)?.permissions();
    let mode = permissions.mode();
    permissions.set_mode(if read_only { mode & !0o222 } else { mode | 0o200 });
    fs::set_permissions(path, permissions).map_err(failed)
}

/// One of an entry's three times.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moment {
    /// When it was made, where the disk keeps that; else the earlier of the others.
    Creation,
    /// When it was last read.
    Access,
    /// When it was last written.
    Write,
}

/// The time in UTC; 1601-01-01 for an entry that is not there.
pub fn time_of(metadata: Option<&Metadata>, moment: Moment) -> DateTime {
    let found = metadata.and_then(|metadata| match moment {
        Moment::Creation => metadata.created().or_else(|_| metadata.modified()).ok(),
        Moment::Access => metadata.accessed().ok(),
        Moment::Write => metadata.modified().ok(),
    });
    const FILE_TIME_EPOCH: i64 = 504_911_232_000_000_000;
    found.map_or_else(
        || DateTime::new(FILE_TIME_EPOCH, pwsh_value::DateTimeKind::Utc).expect("a date of 1601"),
        clock::from_system,
    )
}

/// Sets one of an entry's times; that of creation cannot be set on Unix, .NET then sets the time of writing.
///
/// # Errors
/// What the operating system refuses.
pub fn set_time(path: &Path, moment: Moment, time: SystemTime) -> Result<()> {
    let failed = |error: std::io::Error| failure::of(&error, path);
    let times = match moment {
        Moment::Access => FileTimes::new().set_accessed(time),
        Moment::Creation | Moment::Write => FileTimes::new().set_modified(time),
    };
    fs::File::open(path).and_then(|file| file.set_times(times)).map_err(failed)
}

fn this<'a>(call: &Call<'a>) -> &'a DiskEntry {
    call.this::<DiskEntry>().payload()
}

fn full_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).full_name().into())
}

/// `Name`.
pub fn name(call: &mut Call<'_>) -> Result<Value> {
    let full = this(call).full_name();
    let trimmed = full.trim_end_matches('/');
    Ok(if trimmed.is_empty() { "/" } else { file_name(trimmed) }.into())
}

fn extension(call: &mut Call<'_>) -> Result<Value> {
    Ok(path_text::extension(this(call).full_name().trim_end_matches('/')).into())
}

fn exists(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).metadata().is_some().into())
}

macro_rules! times {
    ($($name:ident $utc:ident $set:ident $set_utc:ident = $moment:ident;)*) => {$(
        fn $utc(call: &mut Call<'_>) -> Result<Value> {
            Ok(time_of(this(call).target_metadata().as_ref(), Moment::$moment).into())
        }

        fn $name(call: &mut Call<'_>) -> Result<Value> {
            let utc = time_of(this(call).target_metadata().as_ref(), Moment::$moment);
            Ok(clock::zone(call.cx).to_local(utc).into())
        }

        fn $set(call: &mut Call<'_>) -> Result<Value> {
            let utc = clock::zone(call.cx).to_universal(call.datetime(0));
            set_time(this(call).path(), Moment::$moment, clock::to_system(utc))?;
            this(call).forget();
            Ok(Value::Void)
        }

        fn $set_utc(call: &mut Call<'_>) -> Result<Value> {
            set_time(this(call).path(), Moment::$moment, clock::to_system(call.datetime(0)))?;
            this(call).forget();
            Ok(Value::Void)
        }
    )*};
}

times! {
    creation_time creation_time_utc set_creation_time set_creation_time_utc = Creation;
    last_access_time last_access_time_utc set_last_access_time set_last_access_time_utc = Access;
    last_write_time last_write_time_utc set_last_write_time set_last_write_time_utc = Write;
}

fn attributes(call: &mut Call<'_>) -> Result<Value> {
    let entry = this(call);
    let number = entry.metadata().map_or(-1, |metadata| attributes_of(entry.path(), &metadata));
    Ok(Value::enumeration(&named("System.IO.FileAttributes"), number))
}

fn set_attributes(call: &mut Call<'_>) -> Result<Value> {
    set_attributes_of(this(call).path(), call.number(0))?;
    this(call).forget();
    Ok(Value::Void)
}

fn unix_file_mode(call: &mut Call<'_>) -> Result<Value> {
    let mode =
        this(call).target_metadata().map_or(-1, |metadata| i64::from(metadata.permissions().mode() & 0o7777));
    Ok(Value::enumeration(&named("System.IO.UnixFileMode"), mode))
}

fn set_unix_file_mode(call: &mut Call<'_>) -> Result<Value> {
    let path = this(call).path();
    let permissions = fs::Permissions::from_mode(call.number(0) as u32);
    fs::set_permissions(path, permissions).map_err(|error| failure::of(&error, path))?;
    this(call).forget();
    Ok(Value::Void)
}

fn link_target(call: &mut Call<'_>) -> Result<Value> {
    let target = fs::read_link(this(call).path()).ok();
    Ok(target.map(|target| target.to_string_lossy().into_owned()).into())
}

/// The entry that a link leads to, null for no link; with `last`, through all links.
pub fn resolved(path: &Path, last: bool) -> Result<Value> {
    let Ok(target) = fs::read_link(path) else { return Ok(Value::Null) };
    let next = path.parent().unwrap_or(path).join(target);
    let end = if last { fs::canonicalize(path).unwrap_or(next) } else { next };
    Ok(entry_object(end))
}

fn resolve_link_target(call: &mut Call<'_>) -> Result<Value> {
    resolved(this(call).path(), call.bool(0))
}

fn create_as_symbolic_link(call: &mut Call<'_>) -> Result<Value> {
    let path = this(call).path();
    std::os::unix::fs::symlink(&*call.str(0).to_str(), path).map_err(|error| failure::of(&error, path))?;
    this(call).forget();
    Ok(Value::Void)
}

fn refresh(call: &mut Call<'_>) -> Result<Value> {
    this(call).forget();
    Ok(Value::Void)
}

/// The directory that an entry lies in, as text; `None` for a root.
pub fn directory_name(entry: &DiskEntry) -> Option<String> {
    directory(entry.full_name().trim_end_matches('/'))
}
