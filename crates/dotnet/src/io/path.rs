//! `System.IO.Path`.

use super::failure;
use super::path_text::{directory, extension, file_name, full, joined, normalized, stem};
use crate::fault;
use pwsh_value::payload::Array;
use pwsh_value::ty::{Call, FacadeType, known, method, property};
use pwsh_value::{Obj, Result, Value};

/// `System.IO.Path`.
pub static PATH: FacadeType = FacadeType {
    members: &[
        property("static char DirectorySeparatorChar {get;}", directory_separator_char),
        property("static char AltDirectorySeparatorChar {get;}", alt_directory_separator_char),
        property("static char VolumeSeparatorChar {get;}", volume_separator_char),
        property("static char PathSeparator {get;}", path_separator),
        method("static string ChangeExtension(string path, string extension)", change_extension),
        method("static bool Exists(string path)", exists),
        method("static string GetDirectoryName(string path)", get_directory_name),
        method("static string GetExtension(string path)", get_extension),
        method("static string GetFileName(string path)", get_file_name),
        method("static string GetFileNameWithoutExtension(string path)", get_file_name_without_extension),
        method("static string GetRandomFileName()", get_random_file_name),
        method("static bool IsPathFullyQualified(string path)", is_path_fully_qualified),
        method("static bool HasExtension(string path)", has_extension),
        method("static string Combine(string path1, string path2)", combine),
        method("static string Combine(string path1, string path2, string path3)", combine),
        method("static string Combine(string path1, string path2, string path3, string path4)", combine),
        method("static string Combine(Params string[] paths)", combine),
        method("static string Join(string path1, string path2)", join),
        method("static string Join(string path1, string path2, string path3)", join),
        method("static string Join(string path1, string path2, string path3, string path4)", join),
        method("static string Join(Params string[] paths)", join),
        method("static string GetRelativePath(string relativeTo, string path)", get_relative_path),
        method("static string TrimEndingDirectorySeparator(string path)", trim_ending_directory_separator),
        method("static bool EndsInDirectorySeparator(string path)", ends_in_directory_separator),
        method("static char[] GetInvalidFileNameChars()", get_invalid_file_name_chars),
        method("static char[] GetInvalidPathChars()", get_invalid_path_chars),
        method("static string GetFullPath(string path)", get_full_path),
        method("static string GetFullPath(string path, string basePath)", get_full_path),
        method("static string GetTempPath()", get_temp_path),
        method("static string GetTempFileName()", get_temp_file_name),
        method("static bool IsPathRooted(string path)", is_path_rooted),
        method("static string GetPathRoot(string path)", get_path_root),
    ],
    ..FacadeType::static_class("System.IO.Path")
};

macro_rules! characters {
    ($($name:ident = $character:literal;)*) => {$(
        fn $name(_: &mut Call<'_>) -> Result<Value> {
            Ok(Value::Char($character as u16))
        }
    )*};
}

characters! {
    directory_separator_char = '/';
    alt_directory_separator_char = '/';
    volume_separator_char = '/';
    path_separator = ':';
}

/// An optional text argument: `None` is null.
fn text(call: &Call<'_>, index: usize) -> Option<String> {
    call.arg(index).as_string().map(ToString::to_string)
}

fn change_extension(call: &mut Call<'_>) -> Result<Value> {
    let Some(path) = text(call, 0) else { return Ok(Value::Null) };
    if path.is_empty() {
        return Ok("".into());
    }
    let name = file_name(&path);
    let bare = &path[..path.len() - name.len() + name.rfind('.').unwrap_or(name.len())];
    Ok(match text(call, 1) {
        None => bare.to_owned(),
        Some(extension) if extension.starts_with('.') => format!("{bare}{extension}"),
        Some(extension) => format!("{bare}.{extension}"),
    }
    .into())
}

fn exists(call: &mut Call<'_>) -> Result<Value> {
    let path = call.arg(0).as_string().filter(|path| !path.is_empty());
    Ok(path.is_some_and(|path| full(call.cx, Some(path)).is_ok_and(|path| path.exists())).into())
}

fn get_directory_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call, 0).and_then(|path| directory(&path)).into())
}

fn get_extension(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call, 0).map(|path| extension(&path).to_owned()).into())
}

fn get_file_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call, 0).map(|path| file_name(&path).to_owned()).into())
}

fn get_file_name_without_extension(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call, 0).map(|path| stem(&path).to_owned()).into())
}

/// Eleven characters as .NET draws them: eight, a point, three.
fn random_name() -> String {
    const DIGITS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz012345";
    let bits = uuid::Uuid::new_v4();
    let digits: String =
        bits.as_bytes()[..11].iter().map(|byte| char::from(DIGITS[usize::from(byte & 31)])).collect();
    format!("{}.{}", &digits[..8], &digits[8..])
}

fn get_random_file_name(_: &mut Call<'_>) -> Result<Value> {
    Ok(random_name().into())
}

fn has_extension(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call, 0).is_some_and(|path| !extension(&path).is_empty()).into())
}

/// The paths in the arguments, given one by one or as one array.
fn paths(call: &Call<'_>) -> Vec<Option<String>> {
    let of = |value: &Value| value.as_string().map(ToString::to_string);
    match call.payload::<Array>(0) {
        Some(array) => array.to_vec().iter().map(of).collect(),
        None => call.args.iter().map(of).collect(),
    }
}

fn combine(call: &mut Call<'_>) -> Result<Value> {
    let paths = paths(call);
    if let Some(at) = paths.iter().position(Option::is_none) {
        let name = if call.args.len() > 1 { format!("path{}", at + 1) } else { "paths".to_owned() };
        return Err(fault::null(&name));
    }
    Ok(joined(paths.iter().flatten().map(String::as_str), true).into())
}

fn join(call: &mut Call<'_>) -> Result<Value> {
    Ok(joined(paths(call).iter().flatten().map(String::as_str), false).into())
}

fn get_full_path(call: &mut Call<'_>) -> Result<Value> {
    if call.args.len() > 1 {
        let Some(path) = text(call, 0) else { return Err(fault::null("path")) };
        let base = text(call, 1).ok_or_else(|| fault::null("basePath"))?;
        return Ok(normalized(&base, &path).into());
    }
    let path = full(call.cx, call.arg(0).as_string())?;
    Ok(path.to_string_lossy().into_owned().into())
}

fn get_relative_path(call: &mut Call<'_>) -> Result<Value> {
    let from = full(call.cx, call.arg(0).as_string())?.to_string_lossy().into_owned();
    let to = full(call.cx, call.arg(1).as_string())?.to_string_lossy().into_owned();
    let split =
        |path: &str| path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (from, to) = (split(&from), split(&to));
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", from.len() - common);
    let parts: Vec<&str> = up.chain(to[common..].iter().map(String::as_str)).collect();
    Ok(if parts.is_empty() { ".".to_owned() } else { parts.join("/") }.into())
}

fn is_path_rooted(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call, 0).is_some_and(|path| path.starts_with('/')).into())
}

fn is_path_fully_qualified(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("path"));
    }
    is_path_rooted(call)
}

fn get_path_root(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call, 0)
        .filter(|path| !path.is_empty())
        .map(|path| if path.starts_with('/') { "/" } else { "" })
        .map(Value::from)
        .unwrap_or_default())
}

fn trim_ending_directory_separator(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call, 0)
        .map(|path| match path.strip_suffix('/') {
            Some(rest) if !rest.is_empty() => rest.to_owned(),
            _ => path,
        })
        .into())
}

fn ends_in_directory_separator(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call, 0).is_some_and(|path| path.ends_with('/')).into())
}

fn get_invalid_file_name_chars(_: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::typed_array(&known().char, vec![Value::Char(0), Value::Char(u16::from(b'/'))]).into())
}

fn get_invalid_path_chars(_: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::typed_array(&known().char, vec![Value::Char(0)]).into())
}

/// The session's `TMPDIR`, with a separator at its end.
fn temporary(call: &Call<'_>) -> String {
    let found = call.cx.process().env("TMPDIR").map(|path| path.to_string_lossy().into_owned());
    let path = found.filter(|path| !path.is_empty()).unwrap_or_else(|| "/tmp/".to_owned());
    if path.ends_with('/') { path } else { path + "/" }
}

fn get_temp_path(call: &mut Call<'_>) -> Result<Value> {
    Ok(temporary(call).into())
}

fn get_temp_file_name(call: &mut Call<'_>) -> Result<Value> {
    let path = format!("{}tmp{}.tmp", temporary(call), &random_name()[..6]);
    let made = std::fs::File::create_new(&path);
    made.map_err(|error| failure::of(&error, path.as_ref()))?;
    Ok(path.into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn combining_and_taking_apart() {
        let mut rt = Runtime::new();
        let path = rt.call_static("System.IO.Path", "Combine", &["/a".into(), "b.txt".into()]).unwrap();
        assert_eq!(rt.text(&path), "/a/b.txt");
        let other = rt.call_static("System.IO.Path", "ChangeExtension", &[path, "md".into()]).unwrap();
        assert_eq!(rt.text(&other), "/a/b.md");
    }
}
