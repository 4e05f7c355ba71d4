//! Wildcards in paths.

use super::drive::Provider;
use super::failure::item_not_found;
use super::item_path::ItemPath;
use crate::runspace::Runspace;
use pwsh_value::ops::Case;
use pwsh_value::wildcard::{Wildcard, has_wildcards, unescape};
use pwsh_value::{PsString, Result};
use std::fs::DirEntry;
use std::path::Path;

/// Whether a file is hidden: its name begins with a dot.
pub fn is_hidden(name: &str) -> bool {
    name.starts_with('.')
}

/// The entries of a folder in the order in which PowerShell shows them: folders, then files, by name without
/// case. A link to a folder counts as a folder.
///
/// # Errors
/// What the system says.
pub fn listed(folder: &Path) -> std::io::Result<Vec<(String, bool)>> {
    let mut entries: Vec<(String, bool)> = std::fs::read_dir(folder)?
        .filter_map(|entry| entry.ok())
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), is_folder(&entry)))
        .collect();
    entries.sort_by_cached_key(|(name, folder)| (!folder, name.to_lowercase(), name.clone()));
    Ok(entries)
}

fn is_folder(entry: &DirEntry) -> bool {
    match entry.file_type() {
        Ok(kind) if kind.is_symlink() => entry.path().is_dir(),
        Ok(kind) => kind.is_dir(),
        Err(_) => false,
    }
}

impl Runspace {
    /// The items that a path with wildcards names; hidden files only with `force`. A path without wildcards
    /// names one item, be it there or not.
    ///
    /// # Errors
    /// DriveNotFound, ProviderNotFound; PathNotFound where the part before the first wildcard is not there.
    pub fn glob(&mut self, text: &str, force: bool) -> Result<Vec<ItemPath>> {
        let pattern = PsString::from(text);
        if !has_wildcards(&pattern) {
            return Ok(vec![self.item_path(&unescape(&pattern).to_str())?]);
        }
        let item = self.item_path(text)?;
        if item.provider != Provider::FileSystem {
            let wildcard = Wildcard::new(&item.path.as_str().into(), Case::Ignore)?;
            let names = self.session_names(item.provider);
            return Ok(names
                .into_iter()
                .filter(|name| wildcard.matches(&name.as_str().into()))
                .map(|name| item.child(&name))
                .collect());
        }
        let parts: Vec<&str> = item.path.split('/').filter(|part| !part.is_empty()).collect();
        let mut found = vec![ItemPath { path: "/".into(), ..item.clone() }];
        let mut seen_wildcard = false;
        for (at, part) in parts.iter().enumerate() {
            self.poll_if_asked()?;
            let part: PsString = (*part).into();
            if !has_wildcards(&part) {
                let name = unescape(&part);
                found = found.iter().map(|folder| folder.child(&name.to_str())).collect();
                found.retain(|item| !seen_wildcard || item.file().symlink_metadata().is_ok());
                continue;
            }
            if !seen_wildcard && let Some(folder) = found.first().filter(|folder| !folder.file().exists()) {
                return Err(item_not_found(&folder.shown()));
            }
            seen_wildcard = true;
            let wildcard = Wildcard::new(&part, Case::Ignore)?;
            let is_last = at + 1 == parts.len();
            found = found.iter().flat_map(|folder| matching(folder, &wildcard, is_last, force)).collect();
        }
        Ok(found)
    }

    /// The texts of the files that a program's argument names; empty if it names none, or no files.
    pub(crate) fn files_matching(&mut self, text: &PsString) -> Result<Vec<String>> {
        let Ok(items) = self.glob(&text.to_str(), false) else { return Ok(Vec::new()) };
        let here = self.location_path();
        let rooted = text.to_str().starts_with(['/', '~']);
        let shown = |item: ItemPath| match item.file().strip_prefix(&here) {
            Ok(below) if !rooted => below.to_string_lossy().into_owned(),
            _ => item.path,
        };
        Ok(items.into_iter().filter(|item| item.is_file_system()).map(shown).collect())
    }

    /// Answers what is asked of the pipeline.
    fn poll_if_asked(&mut self) -> Result<()> {
        if self.attention.word() == 0 { Ok(()) } else { self.poll() }
    }
}

fn matching(folder: &ItemPath, wildcard: &Wildcard, is_last: bool, hidden: bool) -> Vec<ItemPath> {
    // What cannot be listed has nothing that matches.
    let entries = listed(folder.file()).unwrap_or_default();
    entries
        .into_iter()
        .filter(|(name, is_folder)| (is_last || *is_folder) && (hidden || !is_hidden(name)))
        .filter(|(name, _)| wildcard.matches(&name.as_str().into()))
        .map(|(name, _)| folder.child(&name))
        .collect()
}
