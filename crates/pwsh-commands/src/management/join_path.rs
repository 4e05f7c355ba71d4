//! `Join-Path`.

use super::credential::refuse_credential;
use super::named_items::existing;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::path_text::joined;
use pwsh_value::{PsString, Result, Value};

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
    #[parameter(pipeline_by_name)]
    #[validate(not_null)]
    extension: Option<PsString>,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Cmdlet for JoinPath {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
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
            let mut joined =
                children.fold(path.replace('\\', "/"), |path, child| joined(&path, &child.to_str()));
            if let Some(extension) = &self.extension {
                joined = with_extension(&joined, &extension.to_str());
            }
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

/// The path with another extension, without any where it is empty.
fn with_extension(path: &str, extension: &str) -> String {
    let name = path.rfind('/').map_or(0, |at| at + 1);
    let base = path[name..].rfind('.').map_or(path, |at| &path[..name + at]);
    match extension.strip_prefix('.').unwrap_or(extension) {
        "" if extension.is_empty() => base.to_owned(),
        extension => format!("{base}.{extension}"),
    }
}

#[cfg(test)]
mod tests {
    use super::with_extension;

    #[test]
    fn an_extension_is_replaced() {
        assert_eq!(with_extension("a.b/c.txt", ".log"), "a.b/c.log");
        assert_eq!(with_extension("a.b/c", "log"), "a.b/c.log");
        assert_eq!(with_extension("c.txt", ""), "c");
    }
}
