use std::io;
use std::path::{Path, PathBuf};

use crate::private_directory;

/// A directory for sockets that nobody else can enter.
#[derive(Debug, Clone)]
pub struct SocketDirectory(PathBuf);

impl SocketDirectory {
    /// Makes the directory, or takes one that is there and nobody else's.
    ///
    /// # Errors
    /// As [`private_directory::make`].
    pub fn new(path: &Path) -> io::Result<Self> {
        private_directory::make(path)?;
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
    fn every_account_has_a_file_of_its_own() {
        let directory = SocketDirectory(PathBuf::from("/s"));
        let names = ["ann", "Ann", "a/n", "../x", "a_2fn", "ä"].map(|name| directory.socket(name));
        for (at, name) in names.iter().enumerate() {
            assert_eq!(name.parent(), Some(Path::new("/s")));
            assert!(!names[..at].contains(name), "{}", name.display());
        }
    }
}
