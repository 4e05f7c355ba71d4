use std::fs;
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// A directory for sockets that nobody else can enter.
#[derive(Debug, Clone)]
pub struct SocketDirectory(PathBuf);

impl SocketDirectory {
    /// Makes the directory, mode 0700, or takes one that is so already.
    ///
    /// # Errors
    /// It cannot be made, or it belongs to another account or is open to one.
    pub fn new(path: &Path) -> io::Result<Self> {
        if let Err(error) = fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
            && error.kind() != io::ErrorKind::AlreadyExists
        {
            return Err(error);
        }
        let metadata = fs::symlink_metadata(path)?;
        let own = rustix::process::geteuid().as_raw();
        if !metadata.is_dir() || metadata.uid() != own || metadata.permissions().mode() & 0o077 != 0 {
            let text =
                format!("expected {} to be a directory of this account with mode 0700", path.display());
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, text));
        }
        Ok(Self(path.to_owned()))
    }

    /// The socket of an account's worker. The name is made of what a file's name may have, and is never another
    /// account's.
    pub fn socket(&self, account: &str) -> PathBuf {
        let name: String = account
            .bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => char::from(byte).to_string(),
                other => format!("_{other:02x}"),
            })
            .collect();
        self.0.join(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_directory_is_the_accounts_own() {
        let parent = tempfile::tempdir().unwrap();
        let path = parent.path().join("a/b");
        SocketDirectory::new(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o700);
        SocketDirectory::new(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o750)).unwrap();
        assert_eq!(SocketDirectory::new(&path).unwrap_err().kind(), io::ErrorKind::PermissionDenied);
    }

    #[test]
    fn every_account_has_a_file_of_its_own() {
        let directory = SocketDirectory(PathBuf::from("/s"));
        let names = ["ann", "Ann", "a/n", "../x", "a_2fn", "ä"].map(|name| directory.socket(name));
        for (at, name) in names.iter().enumerate() {
            assert_eq!(name.parent(), Some(Path::new("/s")));
            assert!(!names[..at].contains(name), "{}", name.display());
        }
    }
}
