//! File system paths as script writes them.

use pwsh_value::Process;
use std::path::PathBuf;

/// `~` and `~/x` as paths below the session's home directory; anything else as it is.
pub fn expand_home(process: &Process, path: &str) -> PathBuf {
    let Some(rest) = path.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with('/')) else {
        return PathBuf::from(path);
    };
    let home = process.env("HOME").map_or_else(|| PathBuf::from("/"), PathBuf::from);
    match rest.trim_start_matches('/') {
        "" => home,
        rest => home.join(rest),
    }
}
