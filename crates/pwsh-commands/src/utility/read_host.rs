//! `Read-Host`.

use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::host::{Field, not_interactive};
use pwsh_value::{PsString, Result, Value, convert};

/// `Read-Host`: a line from the user at the other end, after a prompt if one is given.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Read-Host",
    module = "Microsoft.PowerShell.Utility",
    default_set = "AsString",
    output("System.String", "System.Security.SecureString")
)]
pub struct ReadHost {
    #[parameter(position = 0, remaining)]
    #[validate(allow_null)]
    prompt: Option<Value>,
    #[parameter(set = "AsSecureString")]
    as_secure_string: Switch,
    #[parameter(set = "AsString")]
    mask_input: Switch,
}

impl Cmdlet for ReadHost {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let Some(host) = io.rs.host.clone() else { return Err(not_interactive()) };
        let secret = self.as_secure_string.0 || self.mask_input.0;
        let answer = match &self.prompt {
            Some(prompt) => {
                let name = convert::to_text(io.rs, prompt)?;
                let type_name = if secret { "System.Security.SecureString" } else { "System.String" };
                let field = Field {
                    label: name.clone(),
                    name,
                    type_name: type_name.into(),
                    help: PsString::empty(),
                    mandatory: true,
                    default: Value::Null,
                };
                let answers = host.prompt(io.rs, &PsString::empty(), &PsString::empty(), &[field])?;
                answers.into_iter().next().unwrap_or_default()
            }
            None if secret => host.read_secure_line(io.rs)?,
            None => host.read_line(io.rs)?.into(),
        };
        io.write(answer)
    }
}
