//! `Set-ItemProperty`.

use super::items::items_with_properties;
use super::property_object::{property_not_found, property_object};
use crate::management::credential::refuse_credential;
use crate::management::item_object::item_object;
use crate::management::selection::Selection;
use crate::object_errors::reported_as;
use psjob_dotnet::io::failure::io_exception;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::member::PropertyView;
use pwsh_runtime::provider::ItemPath;
use pwsh_value::payload::EnumNumber;
use pwsh_value::ty::named;
use pwsh_value::{Category, PsString, Result, Value, convert};

/// Sets properties of items.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Set-ItemProperty",
    module = "Microsoft.PowerShell.Management",
    aliases("sp"),
    default_set = "propertyValuePathSet",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2097147"
)]
pub struct SetItemProperty {
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "propertyValuePathSet")]
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "propertyPSObjectPathSet")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, alias("PSPath", "LP"), set = "propertyValueLiteralPathSet")]
    #[parameter(mandatory, pipeline_by_name, set = "propertyPSObjectLiteralPathSet")]
    literal_path: Vec<PsString>,
    #[parameter(
        mandatory,
        position = 1,
        pipeline_by_name,
        alias("PSProperty"),
        set = "propertyValuePathSet"
    )]
    #[parameter(mandatory, position = 1, pipeline_by_name, set = "propertyValueLiteralPathSet")]
    name: PsString,
    #[parameter(mandatory, position = 2, pipeline_by_name, set = "propertyValuePathSet")]
    #[parameter(mandatory, position = 2, pipeline_by_name, set = "propertyValueLiteralPathSet")]
    #[validate(allow_null)]
    value: Value,
    #[parameter(
        ty = "System.Management.Automation.PSObject",
        mandatory,
        pipeline,
        pipeline_by_name,
        set = "propertyPSObjectPathSet"
    )]
    #[parameter(mandatory, pipeline, pipeline_by_name, set = "propertyPSObjectLiteralPathSet")]
    input_object: Value,
    #[parameter]
    pass_thru: Switch,
    #[parameter]
    force: Switch,
    #[parameter]
    filter: PsString,
    #[parameter]
    include: Vec<PsString>,
    #[parameter]
    exclude: Vec<PsString>,
    #[parameter(ty = "System.Management.Automation.PSCredential", pipeline_by_name)]
    credential: Value,
}

impl Cmdlet for SetItemProperty {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        refuse_credential(&self.credential)?;
        let set = io.set().to_str().into_owned();
        let literal = set.ends_with("LiteralPathSet");
        let paths = if literal { &self.literal_path } else { &self.path };
        let selection = Selection::new(&self.filter, &self.include, &self.exclude)?;
        let wanted = match set.starts_with("propertyPSObject") {
            false => vec![(self.name.clone(), self.value.clone())],
            true => {
                let listed = io.rs.properties(&self.input_object, PropertyView::All)?;
                let value = |property: pwsh_runtime::member::PropertyInfo| {
                    Ok((property.name.clone(), property.value(io.rs, &self.input_object)?))
                };
                listed.into_iter().map(value).collect::<Result<Vec<_>>>()?
            }
        };
        for item in items_with_properties(io, paths, literal, true, &selection)? {
            self.set(io, &item, &wanted)?;
        }
        Ok(())
    }
}

impl SetItemProperty {
    fn set(&self, io: &mut Io<'_>, item: &ItemPath, wanted: &[(PsString, Value)]) -> Result<()> {
        let object = item_object(io.rs, item)?;
        let kind = if item.file().is_dir() { "Directory" } else { "File" };
        let mut set = Vec::new();
        for (name, value) in wanted {
            let text = convert::to_text(io.rs, value)?;
            let target = format!("Item: {} Property: {name} Value: {text}", item.path);
            if !io.should_process(&target, &format!("Set Property {kind}"))? {
                continue;
            }
            let refusal = match io.rs.find_value(&object, name)? {
                None => Some(property_not_found(name)),
                Some(_) if name.is("Attributes") && !is_settable(io, value)? => Some(io_exception(
                    "The attribute cannot be set because attributes are not supported. Only the following attributes can be set: Archive, Hidden, Normal, ReadOnly, or System.",
                )),
                Some(_) => None,
            };
            if let Some(refusal) = refusal {
                let error = refusal.id("SetPropertyError").category(Category::ReadError);
                io.write_error(error.target(name.clone()))?;
                continue;
            }
            io.rs.set_member(&object, name, value.clone()).map_err(|error| {
                reported_as(error, "CatchFromBaseAdapterSetValue", Category::NotSpecified)
            })?;
            set.push((name.clone(), value.clone()));
        }
        if set.is_empty() || !self.pass_thru.0 {
            return Ok(());
        }
        let object = property_object(io.rs, item, set);
        io.write(object)
    }
}

/// Whether attributes hold none but those that can be set.
fn is_settable(io: &mut Io<'_>, value: &Value) -> Result<bool> {
    /// Archive, Hidden, Normal, ReadOnly, System.
    const SETTABLE: i64 = 32 | 2 | 128 | 1 | 4;
    let attributes = convert::to(io.rs, value, &named("System.IO.FileAttributes"))?;
    let number =
        attributes.as_object().and_then(|obj| obj.get::<EnumNumber>()).map(|number| number.payload().0);
    Ok(number.is_some_and(|number| number & !SETTABLE == 0))
}
