use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use psjob_auth::Password;
use psjob_auth::accounts::Accounts;
use psjob_host::config::Tls;
use psjob_host::http::{Certificate, CertificateError};
use psjob_host::private_directory;

use super::{Failure, default_state};

/// The directory in which a service keeps its accounts, its certificate and its workers' sockets.
pub struct State(PathBuf);

impl State {
    /// Opens the directory, which is made if it is not there. One that others can enter is refused.
    pub fn open(path: Option<PathBuf>) -> io::Result<Self> {
        let path = path.or_else(default_state);
        let path = path
            .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "no home directory: give --state DIR"))?;
        private_directory::make(&path)?;
        Ok(Self(path))
    }

    /// The file of the accounts.
    pub fn accounts(&self) -> PathBuf {
        self.0.join("accounts.toml")
    }

    /// The directory of the workers' sockets.
    pub fn workers(&self) -> PathBuf {
        self.0.join("workers")
    }

    /// The certificate that a configuration names, or the directory's own.
    pub fn certificate(&self, tls: &Tls) -> Result<Certificate, CertificateError> {
        match (&tls.certificate, &tls.key) {
            (Some(chain), Some(key)) => Certificate::read(chain, key),
            (Some(both), None) => Certificate::read(both, both),
            _ => Certificate::of_state(&self.0, names()),
        }
    }

    /// The file in which a client finds the certificate.
    pub fn certificate_file(&self, tls: &Tls) -> PathBuf {
        tls.certificate.clone().unwrap_or_else(|| self.0.join("certificate.pem"))
    }

    /// An ordinary user's service gets an account when it has none. Gives its name and password, this once.
    pub fn first_account(&self) -> Result<Option<(String, String)>, Failure> {
        let mut accounts = Accounts::read(&self.accounts())?;
        if rustix::process::geteuid().is_root() || accounts.list().next().is_some() {
            return Ok(None);
        }
        let name = crate::user::own_name();
        let mut random = [0; 18];
        getrandom::fill(&mut random)?;
        let password = URL_SAFE_NO_PAD.encode(random);
        accounts.add(&name, &name, &Password::new(password.clone().into_bytes()))?;
        Ok(Some((name, password)))
    }
}

/// The names that the service's own certificate is for.
fn names() -> Vec<String> {
    let mut names = vec!["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()];
    if let Ok(host) = fs::read_to_string(Path::new("/proc/sys/kernel/hostname")) {
        names.push(host.trim().to_owned());
    }
    names
}
