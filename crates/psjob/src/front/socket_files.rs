//! The sockets that this process has made in the file system, to remove them however it ends.

use std::fs;
use std::path::{Path, PathBuf};

use parking_lot::Mutex;

static FILES: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Notes a socket that was just made.
pub fn add(path: &Path) {
    FILES.lock().push(path.to_owned());
}

/// Removes one socket, if it was noted.
pub fn remove(path: &Path) {
    FILES.lock().retain(|file| {
        if file == path {
            // who has removed it before has done what was wanted
            let _ = fs::remove_file(file);
        }
        file != path
    });
}

/// Removes all that are left: the process ends.
pub fn remove_all() {
    for file in FILES.lock().drain(..) {
        let _ = fs::remove_file(file);
    }
}
