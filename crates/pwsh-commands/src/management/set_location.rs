//! `Set-Location`.

use super::named_items::named;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::item_not_found;
use pwsh_value::{Category, Error, PsString, Result};

/// Goes to another location.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Set-Location",
    module = "Microsoft.PowerShell.Management",
    aliases("sl", "cd", "chdir"),
    default_set = "Path",
    output("System.Management.Automation.PathInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097049"
)]
pub struct SetLocation {
    #[parameter(position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: PsString,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: PsString,
    #[parameter]
    pass_thru: Switch,
}

impl Cmdlet for SetLocation {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let literal = io.set().is("LiteralPath");
        let path = match () {
            () if literal => self.literal_path.clone(),
            () if self.path.is_empty() => "~".into(),
            () => self.path.clone(),
        };
        let moved = if !literal && (path.is("-") || path.is("+")) {
            io.rs.step_in_history(path.is("-"))
        } else {
            go(io, &path, literal)
        };
        match moved {
            Err(error) if error.thrown().is_some() => return io.write_error(error),
            moved => moved?,
        }
        if self.pass_thru.0 {
            let location = io.rs.location_value();
            io.write(location)?;
        }
        Ok(())
    }
}

fn go(io: &mut Io<'_>, path: &PsString, literal: bool) -> Result<()> {
    let mut items = named(io.rs, path, literal, true)?;
    if items.len() > 1 {
        items.retain(|item| io.rs.is_container(item));
    }
    match items.as_slice() {
        [] => Err(item_not_found(path)),
        [item] => io.rs.set_location(item),
        _ => {
            let text = format!(
                "Cannot set the location because path '{path}' resolved to multiple containers. You can only set the location to a single container."
            );
            Err(Error::new("System.Management.Automation.PSArgumentException", text)
                .id("Argument")
                .category(Category::InvalidArgument))
        }
    }
}
