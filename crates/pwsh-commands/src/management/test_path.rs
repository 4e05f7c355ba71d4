//! `Test-Path`.

use super::credential::refuse_credential;
use super::named_items::{exists, selected_at};
use super::selection::Selection;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::ItemPath;
use pwsh_value::{Category, DateTime, Error, PsString, Result, Value};

/// Says whether there is an item at a path.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Test-Path",
    module = "Microsoft.PowerShell.Management",
    default_set = "Path",
    output("System.Boolean"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097057"
)]
pub struct TestPath {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    #[validate(allow_null, allow_empty_string, allow_empty_collection)]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "LiteralPath")]
    #[validate(allow_null, allow_empty_string, allow_empty_collection)]
    literal_path: Vec<PsString>,
    #[parameter]
    filter: PsString,
    #[parameter]
    include: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter(alias("Type"))]
    #[validate(set("Any", "Container", "Leaf"))]
    path_type: PsString,
    #[parameter]
    is_valid: Switch,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
    #[parameter]
    older_than: Option<DateTime>,
    #[parameter]
    newer_than: Option<DateTime>,
}

impl Cmdlet for TestPath {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        if paths.is_empty() {
            return io.write_error(
                Error::new(
                    "System.ArgumentNullException",
                    "The provided Path argument was null or an empty collection.",
                )
                .id("NullPathNotPermitted")
                .category(Category::InvalidArgument),
            );
        }
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        for path in paths {
            let found = if self.is_valid.0 {
                !path.is_empty() && !path.to_str().contains('\0') && io.rs.item_path(&path.to_str()).is_ok()
            } else {
                self.is_there(io, path, literal, &selection)?
            };
            io.write(found)?;
        }
        Ok(())
    }
}

impl TestPath {
    fn is_there(
        &self,
        io: &mut Io<'_>,
        path: &PsString,
        literal: bool,
        selection: &Selection,
    ) -> Result<bool> {
        if path.to_str().trim().is_empty() {
            return Ok(false);
        }
        let items = match selected_at(io.rs, path, literal, true, selection) {
            Ok(items) => items,
            Err(error) if error.thrown().is_some() => return Ok(false),
            Err(error) => return Err(error),
        };
        for item in items {
            let is_wanted = match () {
                () if self.path_type.is("Container") => io.rs.is_container(&item),
                () if self.path_type.is("Leaf") => !io.rs.is_container(&item),
                () => true,
            };
            if is_wanted && exists(io.rs, &item) && self.is_of_age(io, &item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether a file was written between -NewerThan and -OlderThan.
    fn is_of_age(&self, io: &mut Io<'_>, item: &ItemPath) -> Result<bool> {
        if self.older_than.is_none() && self.newer_than.is_none() || !item.is_file_system() {
            return Ok(true);
        }
        let object = psjob_dotnet::io::file_system_info::entry_object(item.file().to_owned());
        let written = io.rs.get_member(&object, &"LastWriteTime".into())?;
        let Value::DateTime(written) = written.unwrapped() else { return Ok(true) };
        Ok(self.older_than.is_none_or(|limit| written.ticks() < limit.ticks())
            && self.newer_than.is_none_or(|limit| written.ticks() > limit.ticks()))
    }
}
