//! `ConvertTo-SecureString`.

use super::key_argument::key_bytes;
use super::secret_text::{decrypted, unprotected};
use crate::object_errors::reported_as;
use psjob_dotnet::security::secure_string::secure_object;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{Category, PsString, Result, Value};
use zeroize::Zeroizing;

/// Makes a secure string of text.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "ConvertTo-SecureString",
    module = "Microsoft.PowerShell.Security",
    default_set = "Secure",
    output("System.Security.SecureString"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096916"
)]
pub struct ConvertToSecureString {
    #[parameter(mandatory, position = 0, pipeline)]
    string: PsString,
    #[parameter(position = 1, set = "PlainText")]
    as_plain_text: Switch,
    #[parameter(position = 2, set = "PlainText")]
    force: Switch,
    #[parameter(ty = "System.Security.SecureString", position = 1, set = "Secure")]
    secure_key: Value,
    #[parameter(set = "Open")]
    key: Vec<u8>,
}

impl Cmdlet for ConvertToSecureString {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let text = self.string.to_str();
        let secret = match key_bytes(&self.key, &self.secure_key) {
            Some(key) => decrypted(&text, &key),
            None if self.as_plain_text.0 => Ok(Zeroizing::new(self.string.units().into_owned())),
            None => unprotected(&text),
        };
        match secret {
            Ok(units) => io.write(secure_object(&units)),
            Err(error) => {
                let ty = error.thrown().map(|thrown| thrown.exception.ty().short_name()).unwrap_or_default();
                let id = match &*ty.to_str() {
                    "PSArgumentException" => "ImportSecureString_InvalidArgument",
                    "CryptographicException" => "ImportSecureString_InvalidArgument_CryptographicError",
                    _ => return Err(error),
                };
                io.write_error(reported_as(error, id, Category::InvalidArgument))
            }
        }
    }
}
