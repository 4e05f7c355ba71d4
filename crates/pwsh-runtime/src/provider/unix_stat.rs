//! `UnixStat` of files and folders: what the system keeps of an item, as PowerShell shows it on Unix.

use super::types::runspace;
use pwsh_value::os_account;
use pwsh_value::ty::{Call, FacadeType, method, named, property};
use pwsh_value::{DateTime, DateTimeKind, Obj, Payload, Result, Value};
use std::fs::Metadata;
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::path::Path;

/// `System.Management.Automation.Platform+Unix+CommonStat`.
pub(crate) static UNIX_STAT: FacadeType = FacadeType {
    members: &[
        property("long Inode {get;}", |call| Ok((this(call).ino() as i64).into())),
        property("int Mode {get;}", |call| Ok((this(call).mode() as i32).into())),
        property("int UserId {get;}", |call| Ok((this(call).uid() as i32).into())),
        property("int GroupId {get;}", |call| Ok((this(call).gid() as i32).into())),
        property("int HardlinkCount {get;}", |call| Ok((this(call).nlink() as i32).into())),
        property("long Size {get;}", |call| Ok((this(call).len() as i64).into())),
        property("datetime AccessTime {get;}", |call| moment(call, this(call).atime())),
        property("datetime ModifiedTime {get;}", |call| moment(call, this(call).mtime())),
        property("datetime StatusChangeTime {get;}", |call| moment(call, this(call).ctime())),
        property("long BlockSize {get;}", |call| Ok((this(call).blksize() as i64).into())),
        property("int DeviceId {get;}", |call| Ok((this(call).dev() as i32).into())),
        property("int NumberOfBlocks {get;}", |call| Ok((this(call).blocks() as i32).into())),
        property("System.Management.Automation.Platform+Unix+ItemType ItemType {get;}", item_type),
        property("bool IsSetUid {get;}", |call| Ok((this(call).mode() & 0o4000 != 0).into())),
        property("bool IsSetGid {get;}", |call| Ok((this(call).mode() & 0o2000 != 0).into())),
        property("bool IsSticky {get;}", |call| Ok((this(call).mode() & 0o1000 != 0).into())),
        method("string GetModeString()", |call| Ok(mode_text(this(call)).into())),
        method("string GetUserName()", |call| Ok(user_name(this(call).uid()).into())),
        method("string GetGroupName()", |call| Ok(group_name(this(call).gid()).into())),
    ],
    ..FacadeType::class("System.Management.Automation.Platform+Unix+CommonStat")
};

/// `System.Management.Automation.Platform+Unix+ItemType`.
pub(crate) static UNIX_ITEM_TYPE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Platform+Unix+ItemType",
    &[
        ("Directory", 0),
        ("File", 1),
        ("SymbolicLink", 2),
        ("BlockDevice", 3),
        ("CharacterDevice", 4),
        ("NamedPipe", 5),
        ("Socket", 6),
    ],
);

/// The payload of a `CommonStat`: the item's own state, links not followed.
pub struct UnixStat(Metadata);

impl Payload for UnixStat {}

impl UnixStat {
    /// The object for the item at a path; null where there is none.
    pub fn object(path: &Path) -> Value {
        let Ok(metadata) = path.symlink_metadata() else { return Value::Null };
        let ty = named("System.Management.Automation.Platform+Unix+CommonStat");
        Obj::new(ty, UnixStat(metadata)).into()
    }
}

fn this<'a>(call: &Call<'a>) -> &'a Metadata {
    &call.this::<UnixStat>().payload().0
}

/// Seconds since 1970 as local time.
fn moment(call: &mut Call<'_>, seconds: i64) -> Result<Value> {
    const UNIX_EPOCH: i64 = 621_355_968_000_000_000;
    const TICKS: i64 = 10_000_000;
    let ticks = UNIX_EPOCH.saturating_add(seconds.saturating_mul(TICKS));
    match DateTime::new(ticks, DateTimeKind::Utc) {
        Some(time) => runspace(call.cx).invoke_member(&time.into(), &"ToLocalTime".into(), &[], &[], &[]),
        None => Ok(Value::Null),
    }
}

fn item_type(call: &mut Call<'_>) -> Result<Value> {
    let kind = this(call).file_type();
    let number = match () {
        () if kind.is_dir() => 0,
        () if kind.is_symlink() => 2,
        () if kind.is_block_device() => 3,
        () if kind.is_char_device() => 4,
        () if kind.is_fifo() => 5,
        () if kind.is_socket() => 6,
        () => 1,
    };
    Ok(Value::enumeration(&named("System.Management.Automation.Platform+Unix+ItemType"), number))
}

/// `drwxr-xr-x`, as `ls -l` writes it.
fn mode_text(metadata: &Metadata) -> String {
    let kind = metadata.file_type();
    let letter = match () {
        () if kind.is_dir() => 'd',
        () if kind.is_symlink() => 'l',
        () if kind.is_block_device() => 'b',
        () if kind.is_char_device() => 'c',
        () if kind.is_fifo() => 'p',
        () if kind.is_socket() => 's',
        () => '-',
    };
    format!("{letter}{}", permissions_text(metadata.mode()))
}

fn permissions_text(mode: u32) -> String {
    let has = |bit: u32| mode & bit != 0;
    let mut text = String::with_capacity(9);
    for (shift, special, with, without) in
        [(6, 0o4000, 's', 'S'), (3, 0o2000, 's', 'S'), (0, 0o1000, 't', 'T')]
    {
        text.push(if has(4 << shift) { 'r' } else { '-' });
        text.push(if has(2 << shift) { 'w' } else { '-' });
        text.push(match (has(1 << shift), has(special)) {
            (true, true) => with,
            (false, true) => without,
            (true, false) => 'x',
            (false, false) => '-',
        });
    }
    text
}

/// The name of a user, the number where there is none.
pub fn user_name(id: u32) -> String {
    os_account::user_name(id).unwrap_or_else(|| id.to_string())
}

/// The name of a group, the number where there is none.
fn group_name(id: u32) -> String {
    os_account::group_name(id).unwrap_or_else(|| id.to_string())
}

#[cfg(test)]
mod tests {
    use super::permissions_text;

    #[test]
    fn permissions_are_nine_letters() {
        assert_eq!(permissions_text(0o754), "rwxr-xr--");
        assert_eq!(permissions_text(0o4755), "rwsr-xr-x");
        assert_eq!(permissions_text(0o1666), "rw-rw-rwT");
    }
}
