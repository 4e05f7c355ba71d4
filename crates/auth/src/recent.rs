//! Passwords that were right a moment ago: Basic comes with every request, and a hash that is dear to guess is dear to
//! check.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::Password;
use crate::accounts::Account;

/// How long a proof is remembered after its last use.
const MEMORY: Duration = Duration::from_secs(300);
/// How many are.
const MOST: usize = 1_024;

/// Keyed hashes of names and passwords that were right, under a key that this process alone has.
pub(crate) struct Recent {
    key: Zeroizing<[u8; 32]>,
    proven: HashMap<[u8; 32], (Account, Instant)>,
}

impl Recent {
    /// Remembers nothing yet.
    pub fn new() -> Result<Self, getrandom::Error> {
        let mut key = Zeroizing::new([0; 32]);
        getrandom::fill(&mut *key)?;
        Ok(Self { key, proven: HashMap::new() })
    }

    /// The account that was proven by this password.
    pub fn find(&mut self, name: &str, password: &Password, now: Instant) -> Option<Account> {
        let digest = self.digest(name, password);
        let (account, used) = self.proven.get_mut(&digest)?;
        if now.saturating_duration_since(*used) > MEMORY {
            self.proven.remove(&digest);
            return None;
        }
        *used = now;
        Some(account.clone())
    }

    /// Remembers a proof.
    pub fn keep(&mut self, name: &str, password: &Password, account: Account, now: Instant) {
        if self.proven.len() >= MOST {
            self.proven.retain(|_, (_, used)| now.saturating_duration_since(*used) <= MEMORY);
        }
        if self.proven.len() < MOST {
            let digest = self.digest(name, password);
            self.proven.insert(digest, (account, now));
        }
    }

    /// Forgets all: accounts have changed.
    pub fn clear(&mut self) {
        self.proven.clear();
    }

    /// Looking a digest up compares no secret: without the key nobody can aim at one.
    fn digest(&self, name: &str, password: &Password) -> [u8; 32] {
        #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
        let mut mac = Hmac::<Sha256>::new_from_slice(&*self.key).expect("a key");
        mac.update(&(name.len() as u64).to_le_bytes());
        mac.update(name.as_bytes());
        mac.update(password.expose());
        mac.finalize().into_bytes().into()
    }
}
