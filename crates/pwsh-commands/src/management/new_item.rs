//! `New-Item`.

use super::credential::refuse_credential;
use super::file_system::{ItemType, create};
use super::item_object::write_item;
use super::named_items::{exists, named, report};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::ItemPath;
use pwsh_value::wildcard::{has_wildcards, unescape};
use pwsh_value::{Category, Error, PsString, Result, Value, convert};

/// Makes files, folders, links, and items of the session.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "New-Item",
    module = "Microsoft.PowerShell.Management",
    aliases("ni"),
    default_set = "pathSet",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2096592"
)]
pub struct NewItem {
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "pathSet")]
    #[parameter(position = 0, pipeline_by_name, set = "nameSet")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, set = "nameSet")]
    #[validate(allow_null, allow_empty_string)]
    name: PsString,
    #[parameter(pipeline_by_name, alias("Type"))]
    item_type: PsString,
    #[parameter(pipeline, pipeline_by_name, alias("Target"))]
    value: Value,
    #[parameter]
    force: Switch,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Cmdlet for NewItem {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let here = [PsString::from(".")];
        let paths = if self.path.is_empty() { here.to_vec() } else { self.path.clone() };
        for path in paths {
            let items = match self.items(io, &path) {
                Ok(items) => items,
                Err(error) => {
                    report(io, Err(error))?;
                    continue;
                }
            };
            for item in items {
                match item.is_file_system() {
                    true => self.make_file(io, &item, &path)?,
                    false => {
                        let made = self.make_session_item(io, &item);
                        report(io, made)?;
                    }
                }
            }
        }
        Ok(())
    }
}

impl NewItem {
    /// The items to make: the path as it stands, or with -Name that name in all folders that the path names.
    fn items(&self, io: &mut Io<'_>, path: &PsString) -> Result<Vec<ItemPath>> {
        if self.name.is_empty() {
            return Ok(vec![io.rs.item_path(&unescape(path).to_str())?]);
        }
        let folders = match has_wildcards(path) {
            true => named(io.rs, path, false, self.force.0)?,
            false => vec![io.rs.item_path(&path.to_str())?],
        };
        let below = |folder: ItemPath| match folder.is_file_system() {
            true => {
                let name = self.name.to_str().replace('\\', "/");
                let text = format!("{}/{}", folder.shown().to_str().trim_end_matches('/'), name);
                io.rs.item_path(&text)
            }
            false => Ok(folder.child(&self.name.to_str())),
        };
        folders.into_iter().map(below).collect()
    }

    fn make_file(&self, io: &mut Io<'_>, item: &ItemPath, path: &PsString) -> Result<()> {
        let kind = ItemType::named(&self.item_type.to_str())?;
        let text = match self.value.is_null() {
            true => None,
            // As .NET writes it: of an array its type.
            false => {
                let text = io.rs.invoke_member(&self.value, &"ToString".into(), &[], &[], &[])?;
                Some(convert::to_text(io.rs, &text)?.to_string())
            }
        };
        if kind.is_link() && text.as_ref().is_none_or(String::is_empty) {
            return Err(no_target(path));
        }
        create(io, item, kind, text.as_deref(), self.force.0)
    }

    fn make_session_item(&self, io: &mut Io<'_>, item: &ItemPath) -> Result<()> {
        if item.path.is_empty() {
            let text = "Cannot process argument because the value of argument \"path\" is not valid. Change the value of the \"path\" argument and run the operation again.";
            return Err(argument(text, "NewItemPathNull"));
        }
        if self.value.is_null() {
            let text = "Cannot process argument because the value of argument \"value\" is null. Change the value of argument \"value\" to a non-null value.";
            return Err(Error::new("System.Management.Automation.PSArgumentNullException", text)
                .id("NewItemValueNull")
                .category(Category::InvalidArgument)
                .target(item.path.as_str()));
        }
        if !self.force.0 && exists(io.rs, item) {
            return Err(argument(&format!("The item at path '{}' already exists.", item.path), "Argument"));
        }
        let value = convert::to_text(io.rs, &self.value)?;
        let target = format!("Item: {} Type: {} Value: {value}", item.path, self.item_type);
        if !io.should_process(&target, "New Item")? {
            return Ok(());
        }
        io.rs.set_session_item(item, self.value.clone())?;
        write_item(io, item)
    }
}

fn argument(text: &str, id: &str) -> Error {
    Error::new("System.Management.Automation.PSArgumentException", text)
        .id(id)
        .category(Category::InvalidArgument)
}

fn no_target(path: &PsString) -> Error {
    let text = format!("Link '{path}' cannot be created because the target Value was not specified.");
    Error::new("System.Management.Automation.PSArgumentNullException", text)
        .id("ArgumentNull")
        .category(Category::InvalidArgument)
}
