//! `System.IO.WatcherChangeTypes`.

use pwsh_value::ty::FacadeType;

/// `System.IO.WatcherChangeTypes`.
pub static WATCHER_CHANGE_TYPES: FacadeType = FacadeType::flags(
    "System.IO.WatcherChangeTypes",
    &[("Created", 1), ("Deleted", 2), ("Changed", 4), ("Renamed", 8), ("All", 15)],
);
