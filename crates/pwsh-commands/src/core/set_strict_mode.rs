//! `Set-StrictMode`.

use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{Category, Error, PsString, Result};

/// Sets what the running scope takes for an error.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Set-StrictMode",
    module = "Microsoft.PowerShell.Core",
    default_set = "Version",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096804"
)]
pub struct SetStrictMode {
    #[parameter(mandatory, set = "Off")]
    off: Switch,
    #[parameter(mandatory, alias("v"), set = "Version")]
    version: PsString,
}

impl Cmdlet for SetStrictMode {
    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let strict = match self.off.0 {
            true => 0,
            false => level(&self.version)?,
        };
        let scope = io.rs.cur.scope;
        io.rs.scopes.get_mut(scope).strict = Some(strict);
        Ok(())
    }
}

/// The major number of a version, 3 for `Latest`.
fn level(version: &PsString) -> Result<u8> {
    if version.is("Latest") {
        return Ok(3);
    }
    let text = version.to_str();
    let major = text.split('.').next().and_then(|major| major.parse::<u8>().ok());
    match major {
        Some(major @ 1..=7) => Ok(major.min(3)),
        _ => Err(Error::new(
            "System.Management.Automation.ValidationMetadataException",
            format!("The value '{text}' is not a valid version of strict mode."),
        )
        .id("ArgumentTransformationError")
        .category(Category::InvalidData)),
    }
}
