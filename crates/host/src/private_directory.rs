//! Directories that nobody else can enter.

use std::fs;
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::Path;

/// Makes a directory, mode 0700, or takes one that is so already.
///
/// # Errors
/// It cannot be made, or it belongs to another account or is open to one.
pub fn make(path: &Path) -> io::Result<()> {
    if let Err(error) = fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
        && error.kind() != io::ErrorKind::AlreadyExists
    {
        return Err(error);
    }
    let metadata = fs::symlink_metadata(path)?;
    let own = rustix::process::geteuid().as_raw();
    if !metadata.is_dir() || metadata.uid() != own || metadata.permissions().mode() & 0o077 != 0 {
        let text = format!("expected {} to be a directory of this account with mode 0700", path.display());
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, text));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_directory_is_the_accounts_own() {
        let parent = tempfile::tempdir().unwrap();
        let path = parent.path().join("a/b");
        make(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o700);
        make(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o750)).unwrap();
        assert_eq!(make(&path).unwrap_err().kind(), io::ErrorKind::PermissionDenied);
    }
}
