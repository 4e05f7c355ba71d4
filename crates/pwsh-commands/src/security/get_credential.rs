//! `Get-Credential`.

use psjob_dotnet::management::automation::ps_credential::Credential;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::host::{CredentialPrompt, not_interactive};
use pwsh_value::{PsString, Result, Value, convert};

/// Asks the user for a name and password.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Credential",
    module = "Microsoft.PowerShell.Security",
    default_set = "CredentialSet",
    output("System.Management.Automation.PSCredential"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096824"
)]
pub struct GetCredential {
    #[parameter(position = 0, set = "CredentialSet")]
    #[validate(not_null)]
    credential: Value,
    #[parameter(set = "MessageSet")]
    #[validate(not_null_or_empty)]
    message: Option<PsString>,
    #[parameter(position = 0, set = "MessageSet")]
    #[validate(not_null_or_empty)]
    user_name: PsString,
    #[parameter(set = "MessageSet")]
    #[validate(not_null_or_empty)]
    title: Option<PsString>,
}

impl Cmdlet for GetCredential {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.credential.as_object().is_some_and(|obj| obj.get::<Credential>().is_some()) {
            return io.write(self.credential.clone());
        }
        // Any other argument is the name that the prompt offers.
        let user = match self.credential.is_null() {
            true => self.user_name.clone(),
            false => convert::to_text(io.rs, &self.credential)?,
        };
        let Some(host) = io.rs.host.clone() else { return Err(not_interactive()) };
        let prompt = CredentialPrompt {
            caption: self.title.clone().unwrap_or_else(|| "PowerShell credential request".into()),
            message: self.message.clone().unwrap_or_else(|| "Enter your credentials.".into()),
            user,
            ..CredentialPrompt::default()
        };
        let answer = host.prompt_for_credential(io.rs, &prompt)?;
        if answer.is_null() { Ok(()) } else { io.write(answer) }
    }
}
