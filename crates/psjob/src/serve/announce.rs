use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::path::PathBuf;

/// What a service tells whoever started it.
pub(super) struct Announcement {
    pub http: Vec<SocketAddr>,
    pub https: Vec<SocketAddr>,
    /// The certificate's file and fingerprint.
    pub certificate: Option<(PathBuf, String)>,
    /// A first account: its name and password.
    pub account: Option<(String, String)>,
    /// Whether passwords may come over HTTP.
    pub unencrypted: bool,
}

impl Announcement {
    pub fn print(&self, json: bool) -> io::Result<()> {
        let text = if json { format!("{}\n", self.json()) } else { self.text() };
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    fn json(&self) -> serde_json::Value {
        let addresses = |list: &[SocketAddr]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
        serde_json::json!({
            "http": addresses(&self.http),
            "https": addresses(&self.https),
            "certificate": self.certificate.as_ref().map(|(path, _)| path.display().to_string()),
            "fingerprint": self.certificate.as_ref().map(|(_, fingerprint)| fingerprint),
            "account": self.account.as_ref().map(|(name, _)| name),
            "password": self.account.as_ref().map(|(_, password)| password),
        })
    }

    fn text(&self) -> String {
        let name = self.account.as_ref().map_or("NAME", |(name, _)| name);
        let mut text = String::new();
        for address in &self.https {
            text += &format!("https://{address}/wsman\n");
            text += &format!(
                "  pwsh:   Enter-PSSession -ComputerName {} -Port {} -UseSSL -Authentication Basic -Credential {name} \
                 -SessionOption (New-PSSessionOption -SkipCACheck -SkipCNCheck)\n",
                address.ip(),
                address.port()
            );
            text += &format!(
                "  Python: pypsrp.client.Client('{}', port={}, username='{name}', password='...', auth='basic', \
                 cert_validation=False)\n",
                address.ip(),
                address.port()
            );
        }
        for address in &self.http {
            let note = if self.unencrypted { "" } else { "  (no password is taken here)" };
            text += &format!("http://{address}/wsman{note}\n");
        }
        if let Some((path, fingerprint)) = &self.certificate {
            text += &format!("certificate {}\n  SHA-256 {fingerprint}\n", path.display());
        }
        match &self.account {
            Some((name, password)) => {
                text += &format!("account {name}, password {password} (shown this once)\n")
            }
            None => text += "accounts: psjob user list, psjob user add NAME\n",
        }
        text
    }
}
