//! psjob's own accounts.

use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use serde::{Deserialize, Serialize};

use crate::Password;

/// Why accounts could not be read or changed.
#[derive(Debug, thiserror::Error)]
pub enum AccountsError {
    /// The file cannot be read or written.
    #[error("{path}: {error}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// Others than its owner can read or change the file.
    #[error("{path}: expected a file of this account with mode 0600")]
    Exposed {
        /// The file.
        path: PathBuf,
    },
    /// What stands in the file is not what psjob writes.
    #[error("{path}: {reason}")]
    Format {
        /// The file.
        path: PathBuf,
        /// Where and why.
        reason: String,
    },
    /// There is an account of that name.
    #[error("there is an account '{0}' already")]
    Exists(String),
    /// There is none.
    #[error("there is no account '{0}'")]
    Unknown(String),
    /// A name that no client can send by Basic, or that would not stand on a line.
    #[error(
        "expected a name of 1 to 104 characters without ':', control characters or blanks around it, found '{0}'"
    )]
    Name(String),
    /// An empty password.
    #[error("expected a password, found none")]
    NoPassword,
}

/// An account without its secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The name that a client gives.
    pub name: String,
    /// The account of the operating system whose rights its sessions have.
    pub os_account: String,
}

/// The accounts in a file.
#[derive(Debug)]
pub struct Accounts {
    path: PathBuf,
    entries: BTreeMap<String, Entry>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// argon2id, in the form of the PHC string format.
    hash: String,
    os_account: String,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    accounts: BTreeMap<String, Entry>,
}

impl Accounts {
    /// Reads the accounts of a file; a file that is not there has none.
    pub fn read(path: &Path) -> Result<Self, AccountsError> {
        let io_error = |error| AccountsError::Io { path: path.to_owned(), error };
        let mut text = String::new();
        match OpenOptions::new()
            .read(true)
            .custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed())
            .open(path)
        {
            Ok(mut file) => {
                let metadata = file.metadata().map_err(io_error)?;
                let own = rustix::process::geteuid().as_raw();
                if metadata.uid() != own || metadata.permissions().mode() & 0o077 != 0 {
                    return Err(AccountsError::Exposed { path: path.to_owned() });
                }
                file.read_to_string(&mut text).map_err(io_error)?;
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(io_error(error)),
        }
        let file: File = toml::from_str(&text).map_err(|error| AccountsError::Format {
            path: path.to_owned(),
            reason: error.message().to_owned(),
        })?;
        Ok(Self { path: path.to_owned(), entries: file.accounts })
    }

    /// No accounts.
    pub(crate) fn none(path: PathBuf) -> Self {
        Self { path, entries: BTreeMap::new() }
    }

    /// All accounts, by name.
    pub fn list(&self) -> impl Iterator<Item = Account> + '_ {
        self.entries
            .iter()
            .map(|(name, entry)| Account { name: name.clone(), os_account: entry.os_account.clone() })
    }

    /// Adds an account and writes the file.
    pub fn add(&mut self, name: &str, os_account: &str, password: &Password) -> Result<(), AccountsError> {
        check_name(name)?;
        if self.find(name).is_some() {
            return Err(AccountsError::Exists(name.to_owned()));
        }
        let entry = Entry { hash: hash(password)?, os_account: os_account.to_owned() };
        self.entries.insert(name.to_owned(), entry);
        self.write()
    }

    /// Gives an account another password and writes the file.
    pub fn set_password(&mut self, name: &str, password: &Password) -> Result<(), AccountsError> {
        let hash = hash(password)?;
        let key = self.find(name).ok_or_else(|| AccountsError::Unknown(name.to_owned()))?.to_owned();
        if let Some(entry) = self.entries.get_mut(&key) {
            entry.hash = hash;
        }
        self.write()
    }

    /// Removes an account and writes the file.
    pub fn remove(&mut self, name: &str) -> Result<(), AccountsError> {
        let key = self.find(name).ok_or_else(|| AccountsError::Unknown(name.to_owned()))?.to_owned();
        self.entries.remove(&key);
        self.write()
    }

    /// The account of this name if the password is its own. Takes as long whether or not there is one.
    pub fn verify(&self, name: &str, password: &Password) -> Option<Account> {
        let found = self.find(name).and_then(|key| self.entries.get_key_value(key));
        let known = found.is_some();
        let hash = found.map_or(UNKNOWN, |(_, entry)| entry.hash.as_str());
        let right = PasswordHash::new(hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.expose(), &hash).is_ok());
        let (name, entry) = found.filter(|_| right && known)?;
        Some(Account { name: name.clone(), os_account: entry.os_account.clone() })
    }

    /// Names are compared without case, as WinRM's are.
    fn find(&self, name: &str) -> Option<&str> {
        let wanted = name.to_lowercase();
        self.entries.keys().find(|key| key.to_lowercase() == wanted).map(String::as_str)
    }

    /// Writes beside the file and renames, so that a reader sees the old accounts or the new.
    fn write(&self) -> Result<(), AccountsError> {
        let io_error = |error| AccountsError::Io { path: self.path.clone(), error };
        let text = toml::to_string(&File { accounts: self.entries.clone() })
            .map_err(|error| AccountsError::Format { path: self.path.clone(), reason: error.to_string() })?;
        let beside = self.path.with_extension(format!("new.{}", std::process::id()));
        let written = (|| {
            let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            fs::rename(&beside, &self.path)
        })();
        written.map_err(|error| {
            // what could not be written whole must not stay
            let _ = fs::remove_file(&beside);
            io_error(error)
        })
    }
}

/// A hash of nothing, with the parameters of all others: an unknown name costs as much as a known one.
const UNKNOWN: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn hash(password: &Password) -> Result<String, AccountsError> {
    if password.expose().is_empty() {
        return Err(AccountsError::NoPassword);
    }
    let mut salt = [0; 16];
    let random = |error: &dyn std::fmt::Display| AccountsError::Format {
        path: PathBuf::new(),
        reason: error.to_string(),
    };
    getrandom::fill(&mut salt).map_err(|error| random(&error))?;
    let salt = SaltString::encode_b64(&salt).map_err(|error| random(&error))?;
    let hash = Argon2::default().hash_password(password.expose(), &salt).map_err(|error| random(&error))?;
    Ok(hash.to_string())
}

fn check_name(name: &str) -> Result<(), AccountsError> {
    let good = (1..=104).contains(&name.chars().count())
        && !name.contains(':')
        && !name.chars().any(char::is_control)
        && name.trim() == name;
    if good { Ok(()) } else { Err(AccountsError::Name(name.to_owned())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn password(text: &str) -> Password {
        Password::new(text.into())
    }

    #[test]
    fn accounts_are_kept_and_proven() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("accounts.toml");
        let mut accounts = Accounts::read(&path).unwrap();
        accounts.add("Ann", "nobody", &password("pässword")).unwrap();
        assert!(matches!(accounts.add("ann", "nobody", &password("x")), Err(AccountsError::Exists(_))));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);

        let mut accounts = Accounts::read(&path).unwrap();
        let ann = Account { name: "Ann".into(), os_account: "nobody".into() };
        assert_eq!(accounts.verify("ANN", &password("pässword")), Some(ann));
        assert_eq!(accounts.verify("Ann", &password("passwort")), None);
        assert_eq!(accounts.verify("Bob", &password("pässword")), None);
        accounts.set_password("ann", &password("other")).unwrap();
        assert_eq!(accounts.verify("Ann", &password("pässword")), None);
        accounts.remove("ANN").unwrap();
        assert_eq!(Accounts::read(&path).unwrap().list().count(), 0);
        assert!(!fs::read_to_string(&path).unwrap().contains("other"));
    }

    #[test]
    fn the_hash_of_unknown_names_has_the_parameters_of_real_ones() {
        let real = hash(&password("x")).unwrap();
        let parameters = |hash: &str| hash.rsplitn(3, '$').last().map(str::to_owned);
        assert_eq!(parameters(&real), parameters(UNKNOWN));
        assert!(PasswordHash::new(UNKNOWN).is_ok());
    }

    #[test]
    fn a_file_that_others_can_read_is_not_trusted() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("accounts.toml");
        Accounts::read(&path).unwrap().add("ann", "nobody", &password("x")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(Accounts::read(&path), Err(AccountsError::Exposed { .. })));
    }

    #[test]
    fn names_that_cannot_be_sent_are_refused() {
        let directory = tempfile::tempdir().unwrap();
        let mut accounts = Accounts::read(&directory.path().join("a")).unwrap();
        for name in ["", "a:b", "a\nb", " a"] {
            assert!(
                matches!(accounts.add(name, "nobody", &password("x")), Err(AccountsError::Name(_))),
                "{name:?}"
            );
        }
        assert!(matches!(accounts.add("a", "nobody", &password("")), Err(AccountsError::NoPassword)));
    }
}
