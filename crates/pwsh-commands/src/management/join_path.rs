//! `Join-Path`.

use super::named_items::existing;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::path_text::joined;
use pwsh_value::{PsString, Result};

/// Puts paths together.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Join-Path",
    module = "Microsoft.PowerShell.Management",
    output("System.String"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096811"
)]
pub struct JoinPath {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, alias("PSPath"))]
    path: Vec<PsString>,
    #[parameter(mandatory, position = 1, pipeline_by_name)]
    #[validate(allow_null, allow_empty_string, allow_empty_collection)]
    child_path: Vec<PsString>,
    #[parameter(position = 2, pipeline_by_name, remaining)]
    #[validate(allow_null, allow_empty_string, allow_empty_collection)]
    additional_child_path: Vec<PsString>,
    #[parameter]
    resolve: Switch,
}

impl Cmdlet for JoinPath {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        for path in &self.path {
            let path = path.to_str();
            // A drive in the path must be there.
            if let Err(error) = io.rs.item_path(&path) {
                if error.thrown().is_none() {
                    return Err(error);
                }
                io.write_error(error)?;
                continue;
            }
            let children = self.child_path.iter().chain(&self.additional_child_path);
            let joined = children.fold(path.replace('\\', "/"), |path, child| joined(&path, &child.to_str()));
            if !self.resolve.0 {
                io.write(joined)?;
                continue;
            }
            for item in existing(io, &[joined.into()], false, false)? {
                io.write(item.shown())?;
            }
        }
        Ok(())
    }
}
