//! `Set-Location`.

use super::named_items::{named, report};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::{PathStack, item_not_found};
use pwsh_value::{Category, Error, PsString, Result};

/// Goes to another location, or chooses the stack that Push-Location uses where none is named.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Set-Location",
    module = "Microsoft.PowerShell.Management",
    aliases("sl", "cd", "chdir"),
    default_set = "Path",
    output("System.Management.Automation.PathInfo", "System.Management.Automation.PathInfoStack"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097049"
)]
pub struct SetLocation {
    #[parameter(position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: PsString,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    literal_path: PsString,
    #[parameter]
    pass_thru: Switch,
    #[parameter(pipeline_by_name, set = "Stack")]
    stack_name: PsString,
}

impl Cmdlet for SetLocation {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if io.set().is("Stack") {
            return match io.rs.choose_stack(&self.stack_name) {
                Ok(()) if self.pass_thru.0 => {
                    let stack = PathStack::object(io.rs, &PsString::empty())?;
                    io.write(stack)
                }
                chosen => report(io, chosen),
            };
        }
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
        put_out_location(io, moved, self.pass_thru.0)
    }
}

/// Reports what went wrong on the way, or puts the new location out if that is wanted.
///
/// # Errors
/// What stops the pipeline.
pub fn put_out_location(io: &mut Io<'_>, moved: Result<()>, pass_thru: bool) -> Result<()> {
    if moved.is_err() {
        return report(io, moved);
    }
    if !pass_thru {
        return Ok(());
    }
    let location = io.rs.location_value();
    io.write(location)
}

/// Goes to the one location that a path names.
///
/// # Errors
/// PathNotFound, DriveNotFound; Argument for wildcards that name several.
pub fn go(io: &mut Io<'_>, path: &PsString, literal: bool) -> Result<()> {
    let mut items = named(io.rs, path, literal, true)?;
    if items.len() > 1 {
        items.retain(|item| io.rs.is_container(item));
    }
    match items.as_slice() {
        [] => Err(item_not_found(path)),
        [item] => io.rs.set_location(item),
        _ => {
            let text = format!(
                "Cannot set the location because path '{path}' resolved to multiple containers. You can only set the location to a single container at a time."
            );
            Err(Error::new("System.Management.Automation.PSArgumentException", text)
                .id("Argument")
                .category(Category::InvalidArgument))
        }
    }
}
