//! `System.IO.DriveInfo`: on Unix every mounted file system is a drive.

use crate::fault;
use crate::system::object;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{Error, Obj, Payload, Result, Value};

/// `System.IO.DriveInfo`.
pub static DRIVE_INFO: FacadeType = FacadeType {
    members: &[
        constructor("new(string driveName)", new),
        property("string Name {get;}", name),
        property("bool IsReady {get;}", is_ready),
        property("System.IO.DirectoryInfo RootDirectory {get;}", root_directory),
        property("System.IO.DriveType DriveType {get;}", drive_type),
        property("string DriveFormat {get;}", drive_format),
        property("long AvailableFreeSpace {get;}", available_free_space),
        property("long TotalFreeSpace {get;}", total_free_space),
        property("long TotalSize {get;}", total_size),
        property("string VolumeLabel {get;}", name),
        method("static System.IO.DriveInfo[] GetDrives()", get_drives),
        method("string ToString()", object::to_string),
    ],
    hooks: Hooks {
        to_string: Some(|_, value| {
            let drive = value.cell().and_then(|obj| obj.get::<Drive>());
            Ok(drive.map(|drive| drive.path.clone()).unwrap_or_default().into())
        }),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.IO.DriveInfo")
};

/// The payload: where the file system is mounted.
struct Drive {
    path: String,
}

impl Payload for Drive {}

fn made(path: String) -> Value {
    Obj::new(named("System.IO.DriveInfo"), Drive { path }).into()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("driveName"));
    }
    Ok(made(call.str(0).to_string()))
}

fn path<'a>(call: &Call<'a>) -> &'a str {
    &call.this::<Drive>().payload().path
}

/// The mounts: place and type of file system.
fn mounts() -> Vec<(String, String)> {
    let table = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    let unescaped = |text: &str| text.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    let mount = |line: &str| {
        let mut fields = line.split(' ').skip(1);
        Some((unescaped(fields.next()?), fields.next()?.to_owned()))
    };
    table.lines().filter_map(mount).collect()
}

fn get_drives(_: &mut Call<'_>) -> Result<Value> {
    let mut paths: Vec<String> = mounts().into_iter().map(|(path, _)| path).collect();
    paths.sort();
    paths.dedup();
    Ok(Obj::typed_array(&named("System.IO.DriveInfo"), paths.into_iter().map(made).collect()).into())
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(path(call).into())
}

fn is_ready(call: &mut Call<'_>) -> Result<Value> {
    Ok(std::path::Path::new(path(call)).is_dir().into())
}

fn root_directory(call: &mut Call<'_>) -> Result<Value> {
    let path = path(call);
    call.cx.construct(&named("System.IO.DirectoryInfo"), vec![path.into()])
}

fn format(call: &Call<'_>) -> String {
    let path = path(call);
    mounts().into_iter().rev().find(|(mount, _)| mount == path).map(|(_, format)| format).unwrap_or_default()
}

fn drive_format(call: &mut Call<'_>) -> Result<Value> {
    Ok(format(call).into())
}

/// `DriveType`: 2 removable, 3 fixed, 4 network, 6 memory.
fn drive_type(call: &mut Call<'_>) -> Result<Value> {
    let number = match &*format(call) {
        "tmpfs" | "ramfs" | "devtmpfs" | "proc" | "sysfs" | "cgroup" | "cgroup2" | "devpts" | "mqueue" => 6,
        "nfs" | "nfs4" | "cifs" | "smb3" | "9p" | "fuse.sshfs" => 4,
        "" => 1,
        _ => 3,
    };
    Ok(Value::enumeration(&named("System.IO.DriveType"), number))
}

/// A number of blocks that the file system has, in bytes.
fn bytes(call: &Call<'_>, blocks: fn(&rustix::fs::StatVfs) -> u64) -> Result<Value> {
    let status = rustix::fs::statvfs(path(call)).map_err(|_| {
        let message = format!(
            "Could not find the drive '{}'. The drive might not be ready or might not be mapped.",
            path(call)
        );
        Error::new("System.IO.DriveNotFoundException", message)
    })?;
    Ok((blocks(&status).saturating_mul(status.f_frsize) as i64).into())
}

fn available_free_space(call: &mut Call<'_>) -> Result<Value> {
    bytes(call, |status| status.f_bavail)
}

fn total_free_space(call: &mut Call<'_>) -> Result<Value> {
    bytes(call, |status| status.f_bfree)
}

fn total_size(call: &mut Call<'_>) -> Result<Value> {
    bytes(call, |status| status.f_blocks)
}
