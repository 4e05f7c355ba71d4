//! `Update-TypeData`.

use crate::data_files::data_files;
use crate::type_data::{entry_of, full_type_name, read_types, serialization, update};
use psjob_dotnet::io::text_file;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::type_data::{Entry, Standard, TypeMember};
use pwsh_value::payload::TypeObject;
use pwsh_value::text::encoding::Encoding;
use pwsh_value::ty::known;
use pwsh_value::{Category, Error, Member, PsString, Result, Type, Value, convert};

/// Adds members to types, or says how their objects are shown and serialized.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Update-TypeData",
    module = "Microsoft.PowerShell.Utility",
    default_set = "FileSet",
    should_process,
    impact = "Low",
    help = "https://go.microsoft.com/fwlink/?LinkID=2097131"
)]
pub struct UpdateTypeData {
    #[parameter(set = "DynamicTypeSet")]
    #[validate(
        not_null_or_empty,
        set("NoteProperty", "AliasProperty", "ScriptProperty", "CodeProperty", "ScriptMethod", "CodeMethod")
    )]
    member_type: Option<PsString>,
    #[parameter(set = "DynamicTypeSet")]
    #[validate(not_null_or_empty)]
    member_name: PsString,
    #[parameter(set = "DynamicTypeSet")]
    value: Value,
    #[parameter(set = "DynamicTypeSet")]
    #[validate(not_null)]
    second_value: Value,
    #[parameter(set = "DynamicTypeSet")]
    #[validate(not_null)]
    type_converter: Option<Type>,
    #[parameter(set = "DynamicTypeSet")]
    #[validate(not_null)]
    type_adapter: Option<Type>,
    #[parameter(set = "DynamicTypeSet")]
    #[validate(not_null_or_empty)]
    serialization_method: Option<PsString>,
    #[parameter(set = "DynamicTypeSet")]
    #[validate(not_null)]
    target_type_for_deserialization: Option<Type>,
    #[parameter(set = "DynamicTypeSet")]
    #[validate(not_null, range(0, 2147483647))]
    serialization_depth: Option<i32>,
    #[parameter(set = "DynamicTypeSet")]
    #[validate(not_null_or_empty)]
    default_display_property: Option<PsString>,
    #[parameter(set = "DynamicTypeSet", ty = "System.Nullable[bool]")]
    #[validate(not_null)]
    inherit_property_serialization_set: Value,
    #[parameter(set = "DynamicTypeSet")]
    #[validate(not_null_or_empty)]
    string_serialization_source: Option<PsString>,
    #[parameter(set = "DynamicTypeSet")]
    #[validate(not_null_or_empty)]
    default_display_property_set: Vec<PsString>,
    #[parameter(set = "DynamicTypeSet")]
    #[validate(not_null_or_empty)]
    default_key_property_set: Vec<PsString>,
    #[parameter(set = "DynamicTypeSet")]
    #[validate(not_null_or_empty)]
    property_serialization_set: Vec<PsString>,
    #[parameter(set = "DynamicTypeSet", mandatory, pipeline)]
    #[validate(not_null_or_empty)]
    type_name: PsString,
    #[parameter(set = "DynamicTypeSet")]
    #[parameter(set = "TypeDataSet")]
    force: Switch,
    #[parameter(
        set = "TypeDataSet",
        mandatory,
        position = 0,
        pipeline,
        pipeline_by_name,
        ty = "System.Management.Automation.Runspaces.TypeData[]"
    )]
    type_data: Value,
    #[parameter(position = 0, pipeline, pipeline_by_name, set = "FileSet", alias("PSPath", "Path"))]
    append_path: Vec<PsString>,
    #[parameter(set = "FileSet")]
    #[validate(not_null)]
    prepend_path: Vec<PsString>,
}

impl Cmdlet for UpdateTypeData {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        match &*io.set().to_str() {
            "DynamicTypeSet" => self.described(io),
            "TypeDataSet" => self.given(io),
            _ => self.files(io),
        }
    }
}

impl UpdateTypeData {
    /// One type, by the parameters.
    fn described(&self, io: &mut Io<'_>) -> Result<()> {
        if self.type_name.to_str().trim().is_empty() {
            let text = "The target type name should not be null, empty, or contain only white spaces.";
            return Err(refused("TargetTypeNameEmpty", text.to_owned()).target(self.type_name.clone()));
        }
        if self.type_converter.is_some() || self.type_adapter.is_some() {
            let text = "Type converters and type adapters of type data are not supported.";
            return Err(Error::new("System.Management.Automation.PSNotSupportedException", text)
                .id("NotSupported")
                .category(Category::NotImplemented)
                .target(self.type_name.clone()));
        }
        let name = full_type_name(io.rs, &self.type_name);
        let mut entry = Entry { name: name.clone(), standard: self.standard(), ..Entry::default() };
        if let Some(member) = self.member(io)? {
            entry.set(self.member_name.clone(), TypeMember::Extended(member));
        }
        let has_standard = [
            "SerializationMethod",
            "TargetTypeForDeserialization",
            "SerializationDepth",
            "DefaultDisplayProperty",
            "InheritPropertySerializationSet",
            "StringSerializationSource",
            "DefaultDisplayPropertySet",
            "DefaultKeyPropertySet",
            "PropertySerializationSet",
        ];
        if entry.members.is_empty() && !has_standard.iter().any(|name| io.is_bound(name)) {
            return io.write_error(refused(
                "TypeDataEmpty",
                format!("No member is specified for the update on type \"{name}\"."),
            ));
        }
        self.apply(io, &entry)
    }

    fn apply(&self, io: &mut Io<'_>, entry: &Entry) -> Result<()> {
        if !io.should_process(&format!("Type to update: {}", entry.name), "Update TypeData")? {
            return Ok(());
        }
        match update(io.rs, entry, self.force.0) {
            Ok(()) => Ok(()),
            Err(text) => io.write_error(
                Error::new("System.Management.Automation.RuntimeException", text)
                    .id("TypesDynamicUpdateException")
                    .category(Category::InvalidOperation),
            ),
        }
    }

    fn standard(&self) -> Standard {
        Standard {
            display: self.default_display_property_set.clone(),
            display_property: self.default_display_property.clone(),
            keys: self.default_key_property_set.clone(),
            serialization: self.serialization_method.as_ref().and_then(serialization),
            serialized: self.property_serialization_set.clone(),
            inherit_serialized: match self.inherit_property_serialization_set.unwrapped() {
                Value::Bool(inherit) => Some(*inherit),
                _ => None,
            },
            depth: self.serialization_depth,
            string_source: self.string_serialization_source.clone(),
            target: self.target_type_for_deserialization.as_ref().map(|ty| ty.name().clone()),
        }
    }

    /// The member that `-MemberType` and its kin describe.
    fn member(&self, io: &mut Io<'_>) -> Result<Option<Member>> {
        let Some(kind) = &self.member_type else {
            if io.is_bound("MemberName") || io.is_bound("Value") || io.is_bound("SecondValue") {
                let text = "The MemberName, Value, and SecondValue parameters cannot be specified without the MemberType parameter.";
                return Err(refused("MemberTypeIsMissing", text.to_owned()));
            }
            return Ok(None);
        };
        let required = |name: &str, id: &str| {
            refused(
                id,
                format!(
                    "The {name} parameter is required for the type \"{kind}\". Please specify the {name} parameter."
                ),
            )
        };
        if self.member_name.is_empty() {
            return Err(required("MemberName", "MemberNameShouldBeSpecified"));
        }
        if !io.is_bound("Value") {
            return Err(required("Value", "ValueShouldBeSpecified"));
        }
        let one_value = kind.is("NoteProperty") || kind.is("ScriptMethod") || kind.is("CodeMethod");
        if one_value && !self.second_value.is_null() {
            let text = format!(
                "The SecondValue parameter is not necessary for a member of type \"{kind}\", and should not be specified. Do not specify the SecondValue parameter when updating this member type."
            );
            return Err(refused("SecondValueShouldNotBeSpecified", text));
        }
        if !one_value && !kind.is("AliasProperty") && self.value.is_null() && self.second_value.is_null() {
            let text = format!(
                "The Value and SecondValue parameters should not both be null for a member of type \"{kind}\". Specify a non-null value for one of the two parameters."
            );
            return Err(refused("ValueAndSecondValueAreNotBothNull", text));
        }
        let mut block = |value: &Value| match value.is_null() {
            true => Ok(Value::Null),
            false => convert::to(io.rs, value, &known().script_block),
        };
        Ok(Some(match &*kind.to_str().to_lowercase() {
            "noteproperty" => Member::Note(self.value.clone()),
            "scriptproperty" => {
                Member::ScriptProperty { get: block(&self.value)?, set: block(&self.second_value)? }
            }
            "scriptmethod" => Member::ScriptMethod(block(&self.value)?),
            "aliasproperty" => {
                let target = convert::to_text(io.rs, &self.value)?;
                if target.is_empty() {
                    let text = format!(
                        "The Value parameter should not be null or an empty string for a member of type \"{kind}\". Specify a non-null value for the Value parameter when updating this member type."
                    );
                    return Err(refused("ValueShouldBeSpecified", text));
                }
                let ty = match self.second_value.is_null() {
                    true => None,
                    false => {
                        Some(convert::to(io.rs, &self.second_value, &pwsh_value::ty::named("System.Type"))?)
                    }
                };
                let convert =
                    ty.and_then(|ty| ty.as_object()?.get::<TypeObject>().map(|ty| ty.0.name().clone()));
                Member::Alias { target, convert }
            }
            _ => {
                // Code members are static methods of .NET, of which a script has none here.
                let text = format!(
                    "Cannot update a member with type \"{kind}\". Specify a different type for the MemberType parameter."
                );
                return Err(refused("CannotUpdateMemberType", text));
            }
        }))
    }

    fn given(&self, io: &mut Io<'_>) -> Result<()> {
        use pwsh_value::Context;
        let all = io.rs.enumerate(&self.type_data)?.unwrap_or_else(|| vec![self.type_data.clone()]);
        all.iter().filter_map(entry_of).try_for_each(|entry| self.apply(io, &entry))
    }

    fn files(&self, io: &mut Io<'_>) -> Result<()> {
        let lists = [
            (&self.prepend_path, "TypesPrependPathException"),
            (&self.append_path, "TypesAppendPathException"),
        ];
        for (paths, id) in lists {
            for file in data_files(io, paths, id)? {
                let shown = file.display().to_string();
                if !io.should_process(&format!("FileName: {shown}"), "Update TypeData")? {
                    continue;
                }
                let text = text_file::decoded(&text_file::read_bytes(&file)?, Encoding::Utf8);
                let added = match read_types(io.rs, &text) {
                    Ok(entries) => entries.iter().try_for_each(|entry| update(io.rs, entry, false)),
                    Err(error) => Err(error.to_string()),
                };
                if let Err(reason) = added {
                    let text = format!("{shown}: {reason}");
                    io.write_error(
                        Error::new("System.Management.Automation.RuntimeException", text)
                            .id("TypesXmlUpdateException")
                            .category(Category::InvalidOperation),
                    )?;
                }
            }
        }
        Ok(())
    }
}

fn refused(id: &str, text: String) -> Error {
    Error::new("System.InvalidOperationException", text).id(id).category(Category::InvalidOperation)
}
