//! The code properties of files and folders (`FileSystemProvider`'s static methods).

use super::entry::CodeProperty;
use crate::Runspace;
use pwsh_value::payload::EnumNumber;
use pwsh_value::{PsString, Result, Value};
use std::os::unix::fs::MetadataExt;

/// `Mode`.
pub(super) const MODE: CodeProperty = CodeProperty {
    definition: "System.String Mode(System.Management.Automation.PSObject)",
    get: mode_of_link,
};
/// `ModeWithoutHardLink`.
pub(super) const MODE_WITHOUT_HARD_LINK: CodeProperty = CodeProperty {
    definition: "System.String ModeWithoutHardLink(System.Management.Automation.PSObject)",
    get: mode,
};
/// `ResolvedTarget`.
pub(super) const RESOLVED_TARGET: CodeProperty = CodeProperty {
    definition: "System.String ResolvedTarget(System.Management.Automation.PSObject)",
    get: resolved_target,
};
/// `LinkType`.
pub(super) const LINK_TYPE: CodeProperty = CodeProperty {
    definition: "System.String GetLinkType(System.Management.Automation.PSObject)",
    get: link_type,
};
/// `NameString`.
pub(super) const NAME_STRING: CodeProperty = CodeProperty {
    definition: "System.String NameString(System.Management.Automation.PSObject)",
    get: name_string,
};
/// `LengthString`.
pub(super) const LENGTH_STRING: CodeProperty = CodeProperty {
    definition: "System.String LengthString(System.Management.Automation.PSObject)",
    get: length_string,
};
/// `LastWriteTimeString`.
pub(super) const LAST_WRITE_TIME_STRING: CodeProperty = CodeProperty {
    definition: "System.String LastWriteTimeString(System.Management.Automation.PSObject)",
    get: last_write_time_string,
};

const READ_ONLY: i64 = 0x1;
const HIDDEN: i64 = 0x2;
const SYSTEM: i64 = 0x4;
const DIRECTORY: i64 = 0x10;
const ARCHIVE: i64 = 0x20;
const REPARSE_POINT: i64 = 0x400;

fn attributes(rs: &mut Runspace, file: &Value) -> Result<i64> {
    let value = rs.get_member(file, &"Attributes".into())?;
    Ok(value.as_object().and_then(|obj| obj.get::<EnumNumber>()).map_or(0, |number| number.payload().0))
}

/// The mode in which a file with another name shows as a link.
fn mode_of_link(rs: &mut Runspace, file: &Value) -> Result<Value> {
    let mode = mode(rs, file)?;
    match mode.as_string().and_then(|text| text.to_str().strip_prefix('-').map(str::to_owned)) {
        Some(rest) if is_hard_link(rs, file)? => Ok(format!("l{rest}").into()),
        _ => Ok(mode),
    }
}

/// `d-r--`: one letter for each attribute that is set.
fn mode(rs: &mut Runspace, file: &Value) -> Result<Value> {
    let attributes = attributes(rs, file)?;
    let is_link = attributes & REPARSE_POINT != 0;
    let mut text = String::with_capacity(5);
    text.push(if is_link {
        'l'
    } else if attributes & DIRECTORY != 0 {
        'd'
    } else {
        '-'
    });
    for (bit, letter) in [(ARCHIVE, 'a'), (READ_ONLY, 'r'), (HIDDEN, 'h'), (SYSTEM, 's')] {
        text.push(if attributes & bit != 0 { letter } else { '-' });
    }
    Ok(text.into())
}

fn link_type(rs: &mut Runspace, file: &Value) -> Result<Value> {
    let target = rs.get_member(file, &"LinkTarget".into())?;
    Ok(match () {
        () if !target.is_null() => "SymbolicLink".into(),
        () if is_hard_link(rs, file)? => "HardLink".into(),
        () => Value::Null,
    })
}

/// Whether a file has another name.
fn is_hard_link(rs: &mut Runspace, file: &Value) -> Result<bool> {
    let path = rs.get_member(file, &"FullName".into())?;
    let Some(path) = path.as_string() else { return Ok(false) };
    let metadata = std::path::Path::new(&*path.to_str()).symlink_metadata();
    Ok(metadata.is_ok_and(|metadata| metadata.is_file() && metadata.nlink() > 1))
}

fn resolved_target(rs: &mut Runspace, file: &Value) -> Result<Value> {
    let target = rs.get_member(file, &"LinkTarget".into())?;
    let path = rs.get_member(file, &"FullName".into())?;
    let (Some(target), Some(path)) = (target.as_string(), path.as_string()) else { return Ok(path) };
    let path = path.to_str();
    let folder = std::path::Path::new(&*path).parent().unwrap_or(std::path::Path::new("/"));
    Ok(folder.join(&*target.to_str()).to_string_lossy().into_owned().into())
}

fn name_string(rs: &mut Runspace, file: &Value) -> Result<Value> {
    let name = rs.get_member(file, &"Name".into())?;
    let target = rs.get_member(file, &"LinkTarget".into())?;
    match (name.as_string(), target.as_string()) {
        (Some(name), Some(target)) => Ok(Value::String(format!("{name} -> {target}").into())),
        _ => Ok(name),
    }
}

fn length_string(rs: &mut Runspace, file: &Value) -> Result<Value> {
    if attributes(rs, file)? & DIRECTORY != 0 {
        return Ok(Value::String(PsString::empty()));
    }
    let length = rs.get_member(file, &"Length".into())?;
    Ok(Value::String(pwsh_value::convert::to_text(rs, &length)?))
}

fn last_write_time_string(rs: &mut Runspace, file: &Value) -> Result<Value> {
    let time = rs.get_member(file, &"LastWriteTime".into())?;
    let day = rs.invoke_member(&time, &"ToString".into(), &["d".into()], &[], &[])?;
    let clock = rs.invoke_member(&time, &"ToString".into(), &["t".into()], &[], &[])?;
    let (day, clock) = (pwsh_value::convert::to_text(rs, &day)?, pwsh_value::convert::to_text(rs, &clock)?);
    Ok(format!("{:>10} {:>8}", day.to_str(), clock.to_str()).into())
}
