//! `System.Diagnostics.FileVersionInfo`: of files on Unix, which carry no version, the name.

use crate::io::failure;
use crate::io::path_text::full_for;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, named, property};
use pwsh_value::{Obj, Payload, PsString, Result, Value};
use std::path::PathBuf;

/// `System.Diagnostics.FileVersionInfo`.
pub static FILE_VERSION_INFO: FacadeType = FacadeType {
    members: &[
        property("string Comments {get;}", no_text),
        property("string CompanyName {get;}", no_text),
        property("int FileBuildPart {get;}", no_number),
        property("string FileDescription {get;}", no_text),
        property("int FileMajorPart {get;}", no_number),
        property("int FileMinorPart {get;}", no_number),
        property("string FileName {get;}", file_name),
        property("int FilePrivatePart {get;}", no_number),
        property("string FileVersion {get;}", no_text),
        property("string InternalName {get;}", no_text),
        property("bool IsDebug {get;}", no_flag),
        property("bool IsPatched {get;}", no_flag),
        property("bool IsPrivateBuild {get;}", no_flag),
        property("bool IsPreRelease {get;}", no_flag),
        property("bool IsSpecialBuild {get;}", no_flag),
        property("string Language {get;}", no_text),
        property("string LegalCopyright {get;}", no_text),
        property("string LegalTrademarks {get;}", no_text),
        property("string OriginalFilename {get;}", no_text),
        property("string PrivateBuild {get;}", no_text),
        property("int ProductBuildPart {get;}", no_number),
        property("int ProductMajorPart {get;}", no_number),
        property("int ProductMinorPart {get;}", no_number),
        property("string ProductName {get;}", no_text),
        property("int ProductPrivatePart {get;}", no_number),
        property("string ProductVersion {get;}", no_text),
        property("string SpecialBuild {get;}", no_text),
        method("static System.Diagnostics.FileVersionInfo GetVersionInfo(string fileName)", get_version_info),
    ],
    hooks: Hooks { to_string: Some(|_, value| Ok(text(value))), ..Hooks::NONE },
    ..FacadeType::class("System.Diagnostics.FileVersionInfo")
};

/// The payload: the file's full path.
pub struct VersionedFile(PathBuf);

impl Payload for VersionedFile {}

/// The `FileVersionInfo` of a file.
pub fn version_info(path: PathBuf) -> Value {
    Obj::new(named("System.Diagnostics.FileVersionInfo"), VersionedFile(path)).into()
}

fn get_version_info(call: &mut Call<'_>) -> Result<Value> {
    let path = full_for(call.cx, call.arg(0).as_string(), "fileName")?;
    match path.exists() {
        true => Ok(version_info(path)),
        false => Err(failure::of(&std::io::ErrorKind::NotFound.into(), &path)),
    }
}

fn file_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<VersionedFile>().0.to_string_lossy().into_owned().into())
}

fn no_text(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Null)
}

fn no_number(_: &mut Call<'_>) -> Result<Value> {
    Ok(0.into())
}

fn no_flag(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}

/// What .NET shows of it: a line for each field.
fn text(value: &Value) -> PsString {
    const FIELDS: [(&str, &str); 12] = [
        ("InternalName:", ""),
        ("OriginalFilename:", ""),
        ("FileVersion:", ""),
        ("FileDescription:", ""),
        ("Product:", ""),
        ("ProductVersion:", ""),
        ("Debug:", "False"),
        ("Patched:", "False"),
        ("PreRelease:", "False"),
        ("PrivateBuild:", "False"),
        ("SpecialBuild:", "False"),
        ("Language:", ""),
    ];
    let file = value.cell().and_then(|obj| obj.get::<VersionedFile>()).map(|file| file.payload().0.display());
    let mut lines = file.map_or_else(String::new, |file| format!("{:<18}{file}\n", "File:"));
    for (name, shown) in FIELDS {
        lines.push_str(&format!("{name:<18}{shown}\n"));
    }
    lines.into()
}
