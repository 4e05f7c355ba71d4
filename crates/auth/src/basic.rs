//! Basic authentication (RFC 7617): a name and a password with every request.

use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Instant, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use parking_lot::Mutex;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::Password;
use crate::accounts::{Account, Accounts, AccountsError};
use crate::recent::Recent;

/// Hashes that are computed at once: each takes 19 MiB and some 20 ms of a core.
const AT_ONCE: usize = 4;
/// Clients that wait for their turn; more are told to come again.
const WAITING: usize = 256;

/// What a request's credentials are.
#[derive(Debug)]
pub struct Credentials {
    /// The name.
    pub name: String,
    /// The password.
    pub password: Password,
}

impl Credentials {
    /// Reads the value of an Authorization header; `None` if it is of another scheme or no credentials.
    pub fn read(header: &[u8]) -> Option<Self> {
        let (scheme, rest) = header.split_at_checked(6)?;
        if !scheme.eq_ignore_ascii_case(b"basic ") {
            return None;
        }
        let decoded = Zeroizing::new(STANDARD.decode(rest.trim_ascii()).ok()?);
        let colon = decoded.iter().position(|byte| *byte == b':')?;
        let name = str::from_utf8(&decoded[..colon]).ok()?.to_owned();
        Some(Self { name, password: Password::new(decoded[colon + 1..].to_vec()) })
    }
}

/// Why credentials were not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No such name, or another password: nobody is told which.
    #[error("the name or the password is wrong")]
    Wrong,
    /// Too many clients are being checked.
    #[error("too many clients are being checked")]
    Busy,
}

/// Checks credentials against the accounts of a file, which is read again when it has changed.
pub struct Verifier {
    path: PathBuf,
    state: Mutex<State>,
    turns: Semaphore,
    queue: Semaphore,
}

struct State {
    accounts: Arc<Accounts>,
    /// Of the file, when it was read.
    changed: Option<(SystemTime, u64)>,
    recent: Recent,
}

impl Verifier {
    /// A verifier of the accounts in a file.
    pub fn new(path: PathBuf) -> Result<Self, AccountsError> {
        let accounts = Arc::new(Accounts::read(&path)?);
        let recent = Recent::new()
            .map_err(|error| AccountsError::Format { path: path.clone(), reason: error.to_string() })?;
        let state = State { accounts, changed: version(&path), recent };
        Ok(Self {
            path,
            state: Mutex::new(state),
            turns: Semaphore::new(AT_ONCE),
            queue: Semaphore::new(WAITING),
        })
    }

    /// The account that credentials prove.
    pub async fn verify(&self, credentials: Credentials) -> Result<Account, Refusal> {
        let Credentials { name, password } = credentials;
        let accounts = {
            let mut state = self.state.lock();
            self.refresh(&mut state);
            if let Some(account) = state.recent.find(&name, &password, Instant::now()) {
                return Ok(account);
            }
            state.accounts.clone()
        };
        let _place = self.queue.try_acquire().map_err(|_| Refusal::Busy)?;
        let _turn = self.turns.acquire().await.map_err(|_| Refusal::Busy)?;
        let checked = tokio::task::spawn_blocking(move || {
            let account = accounts.verify(&name, &password);
            (accounts, name, password, account)
        });
        let (accounts, name, password, account) = checked.await.map_err(|_| Refusal::Busy)?;
        let account = account.ok_or(Refusal::Wrong)?;
        let mut state = self.state.lock();
        if Arc::ptr_eq(&accounts, &state.accounts) {
            state.recent.keep(&name, &password, account.clone(), Instant::now());
        }
        Ok(account)
    }

    /// Reads the file again if it is another, and forgets what was proven by the one before. A file that cannot be
    /// read proves nobody.
    fn refresh(&self, state: &mut State) {
        let changed = version(&self.path);
        if changed == state.changed {
            return;
        }
        state.changed = changed;
        state.recent.clear();
        if let Ok(accounts) = Accounts::read(&self.path) {
            state.accounts = Arc::new(accounts);
        } else {
            state.accounts = Arc::new(Accounts::none(self.path.clone()));
        }
    }
}

/// What tells one state of the file from another: it is replaced as a whole.
fn version(path: &Path) -> Option<(SystemTime, u64)> {
    let metadata = std::fs::metadata(path).ok()?;
    Some((metadata.modified().ok()?, metadata.ino()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credentials(name: &str, password: &str) -> Credentials {
        Credentials { name: name.into(), password: Password::new(password.into()) }
    }

    #[test]
    fn credentials_are_read_from_the_header() {
        let read = Credentials::read(b"bAsIc YW5uOmE6Yg==").unwrap();
        assert_eq!((&*read.name, read.password.expose()), ("ann", &b"a:b"[..]));
        for wrong in [&b""[..], b"Basic", b"Basic !", b"Negotiate YW5uOmE6Yg==", b"Basic YW5u", b"Basic /zo="]
        {
            assert!(Credentials::read(wrong).is_none());
        }
        assert_eq!(format!("{read:?}"), "Credentials { name: \"ann\", password: Password }");
    }

    #[tokio::test]
    async fn a_changed_password_counts_at_once() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("accounts.toml");
        Accounts::read(&path).unwrap().add("ann", "nobody", &Password::new("one".into())).unwrap();
        let verifier = Verifier::new(path.clone()).unwrap();
        for _ in 0..2 {
            assert_eq!(verifier.verify(credentials("ann", "one")).await.unwrap().name, "ann");
        }
        assert_eq!(verifier.verify(credentials("ann", "two")).await, Err(Refusal::Wrong));
        assert_eq!(verifier.verify(credentials("bob", "one")).await, Err(Refusal::Wrong));

        Accounts::read(&path).unwrap().set_password("ann", &Password::new("two".into())).unwrap();
        assert_eq!(verifier.verify(credentials("ann", "one")).await, Err(Refusal::Wrong));
        assert!(verifier.verify(credentials("ann", "two")).await.is_ok());
        std::fs::remove_file(&path).unwrap();
        assert_eq!(verifier.verify(credentials("ann", "two")).await, Err(Refusal::Wrong));
    }
}
