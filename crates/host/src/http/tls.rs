use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::NoServerSessionStorage;
use tokio_rustls::TlsAcceptor;

/// Why there is no certificate.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    /// A file cannot be read or written.
    #[error("{path}: {error}")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A file is not what it should be.
    #[error("{path}: expected {expected}: {reason}")]
    Format {
        /// The file.
        path: PathBuf,
        /// What.
        expected: &'static str,
        /// Why it is not.
        reason: String,
    },
    /// A certificate could not be made.
    #[error("a certificate could not be made: {0}")]
    Make(#[from] rcgen::Error),
    /// Key and certificate do not belong together, or cannot be used.
    #[error("the certificate cannot be used: {0}")]
    Use(#[from] rustls::Error),
}

/// A certificate with its key.
pub struct Certificate {
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
}

impl Certificate {
    /// Reads a chain and a key in PEM.
    pub fn read(chain: &Path, key: &Path) -> Result<Self, CertificateError> {
        let format = |path: &Path, expected| {
            let path = path.to_owned();
            move |error: rustls::pki_types::pem::Error| CertificateError::Format {
                path,
                expected,
                reason: error.to_string(),
            }
        };
        let certificates: Result<Vec<_>, _> =
            CertificateDer::pem_file_iter(chain).map_err(format(chain, "certificates in PEM"))?.collect();
        let certificates = certificates.map_err(format(chain, "certificates in PEM"))?;
        let key = PrivateKeyDer::from_pem_file(key).map_err(format(key, "a private key in PEM"))?;
        Ok(Self { chain: certificates, key })
    }

    /// Reads the certificate of a state directory, which is made for these names where there is none.
    pub fn of_state(directory: &Path, names: Vec<String>) -> Result<Self, CertificateError> {
        let (chain, key) = (directory.join("certificate.pem"), directory.join("key.pem"));
        if !chain.exists() {
            let made = rcgen::generate_simple_self_signed(names)?;
            write(&key, 0o600, &made.signing_key.serialize_pem())?;
            write(&chain, 0o644, &made.cert.pem())?;
        }
        Self::read(&chain, &key)
    }

    /// The SHA-256 of the certificate, by which a client can know it.
    pub fn fingerprint(&self) -> String {
        let digest =
            self.chain.first().map(|certificate| ring::digest::digest(&ring::digest::SHA256, certificate));
        let bytes = digest.as_ref().map(AsRef::as_ref).unwrap_or_default();
        bytes.iter().map(|byte: &u8| format!("{byte:02X}")).collect::<Vec<_>>().join(":")
    }

    /// What takes connections with it. No session tickets are sent: a real client reads them on the thread that should
    /// write, and waits for ever.
    pub fn acceptor(self) -> Result<TlsAcceptor, CertificateError> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(self.chain, self.key)?;
        config.send_tls13_tickets = 0;
        config.session_storage = Arc::new(NoServerSessionStorage {});
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(TlsAcceptor::from(Arc::new(config)))
    }
}

fn write(path: &Path, mode: u32, text: &str) -> Result<(), CertificateError> {
    let io_error = |error| CertificateError::Io { path: path.to_owned(), error };
    let _ = fs::remove_file(path);
    let mut file = OpenOptions::new().write(true).create_new(true).mode(mode).open(path).map_err(io_error)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(io_error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_is_made_once() {
        let directory = tempfile::tempdir().unwrap();
        let first = Certificate::of_state(directory.path(), vec!["localhost".into()]).unwrap().fingerprint();
        let again = Certificate::of_state(directory.path(), vec!["other".into()]).unwrap();
        assert_eq!(again.fingerprint(), first);
        assert_eq!(first.len(), 32 * 3 - 1);
        again.acceptor().unwrap();
    }
}
