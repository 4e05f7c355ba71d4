//! `ConvertFrom-SecureString`.

use super::key_argument::key_bytes;
use super::secret_text::{encrypted, secret_bytes, to_hex};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::payload::SecureString;
use pwsh_value::{Error, PsString, Result, Value};

/// Gives a secure string as text.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "ConvertFrom-SecureString",
    module = "Microsoft.PowerShell.Security",
    default_set = "Secure",
    output("System.String"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096497"
)]
pub struct ConvertFromSecureString {
    #[parameter(ty = "System.Security.SecureString", mandatory, position = 0, pipeline)]
    secure_string: Value,
    #[parameter(set = "AsPlainText")]
    as_plain_text: Switch,
    #[parameter(ty = "System.Security.SecureString", position = 1, set = "Secure")]
    secure_key: Value,
    #[parameter(set = "Open")]
    key: Vec<u8>,
}

impl Cmdlet for ConvertFromSecureString {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let secret = self.secure_string.as_object().and_then(|obj| obj.get::<SecureString>());
        let Some(secret) = secret.filter(|secret| !secret.is_empty()) else {
            let text = "Cannot process argument because the value of argument \"SecureString\" is not valid. Change the value of the \"SecureString\" argument and run the operation again.";
            return Err(Error::new("System.Management.Automation.PSArgumentException", text).id("Argument"));
        };
        match key_bytes(&self.key, &self.secure_key) {
            Some(key) => io.write(encrypted(secret.payload(), &key)?),
            None if self.as_plain_text.0 => io.write(PsString::from_utf16(&secret.reveal())),
            None => io.write(to_hex(&secret_bytes(secret.payload()))),
        }
    }
}
