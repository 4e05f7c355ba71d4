//! The entries of a directory, as `Directory` and `DirectoryInfo` list them.

use super::failure;
use super::path_text::fits;
use crate::fault;
use pwsh_value::payload::EnumNumber;
use pwsh_value::ty::Call;
use pwsh_value::{Context, Result, Value};
use std::fs;
use std::path::{Path, PathBuf};

/// What is listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// Files alone.
    Files,
    /// Directories alone.
    Directories,
    /// Both.
    All,
}

/// The entries of `root` by the pattern and the search option among the arguments from `from` on.
///
/// # Errors
/// What the operating system refuses.
pub fn list(call: &mut Call<'_>, root: &Path, wanted: Wanted, from: usize) -> Result<Vec<PathBuf>> {
    let pattern = match call.args.get(from).map(Value::unwrapped) {
        Some(Value::String(pattern)) => pattern.to_string(),
        Some(_) => return Err(fault::null("searchPattern")),
        None => "*".to_owned(),
    };
    let deep = call.args.len() > from + 1
        && call.payload::<EnumNumber>(from + 1).is_some()
        && call.number(from + 1) == 1;
    let mut found = Vec::new();
    walk(call.cx, root, &pattern, wanted, deep, &mut found)?;
    Ok(found)
}

fn walk(
    cx: &mut dyn Context,
    directory: &Path,
    pattern: &str,
    wanted: Wanted,
    deep: bool,
    found: &mut Vec<PathBuf>,
) -> Result<()> {
    cx.poll()?;
    let failed = |error: std::io::Error| failure::of_directory(&error, directory);
    let mut below = Vec::new();
    for entry in fs::read_dir(directory).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        let is_link = entry.file_type().is_ok_and(|ty| ty.is_symlink());
        let is_directory = path.is_dir();
        let is_wanted = match wanted {
            Wanted::Files => !is_directory,
            Wanted::Directories => is_directory,
            Wanted::All => true,
        };
        if is_wanted && fits(pattern, &entry.file_name().to_string_lossy()) {
            found.push(path.clone());
        }
        if is_directory && !is_link {
            below.push(path);
        }
    }
    if deep {
        for directory in below {
            walk(cx, &directory, pattern, wanted, deep, found)?;
        }
    }
    Ok(())
}
