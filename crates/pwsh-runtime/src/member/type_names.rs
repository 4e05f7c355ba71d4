//! The type names of a value: what type data and formats are found by.

use crate::Runspace;
use pwsh_value::ty::named;
use pwsh_value::{Obj, Payload, PsString, Type, Value};

/// The payload of `pstypenames`: a list whose changes go to the object that it names.
pub struct TypeNames {
    /// The object.
    pub target: Value,
}

impl Payload for TypeNames {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.target);
    }
}

impl TypeNames {
    /// Replaces the names. A value that lies inline has no place to keep them.
    pub fn set(&self, names: Vec<PsString>) {
        if let Some(obj) = self.target.cell() {
            obj.attached_or_new().set_type_names(names);
        }
    }

    /// The names.
    pub fn get(&self) -> Vec<PsString> {
        type_names(&self.target)
    }
}

impl Runspace {
    /// `PSTypeNames`: the names that script gave the object, or those of its type and bases.
    pub fn type_names(&self, value: &Value) -> Vec<PsString> {
        type_names(value)
    }

    pub(super) fn type_names_object(&self, target: &Value) -> Value {
        let ty = named("System.Management.Automation.Runspaces.ConsolidatedString");
        Value::Object(Obj::new(ty, TypeNames { target: target.clone() }))
    }
}

fn type_names(value: &Value) -> Vec<PsString> {
    if let Some(names) = value.cell().and_then(|obj| obj.attached()).and_then(|members| members.type_names())
    {
        return names;
    }
    value.ty().map(names_of_type).unwrap_or_default()
}

/// The names of a type and its bases, type arguments with their assemblies, as .NET's FullName has them.
pub(crate) fn names_of_type(ty: &Type) -> Vec<PsString> {
    ty.hierarchy().map(full_name).collect()
}

/// .NET's `FullName`, in which type arguments are qualified by their assemblies.
pub(crate) fn full_name(ty: &Type) -> PsString {
    if ty.arguments().is_empty() {
        return ty.name().clone();
    }
    let name = ty.name().to_str();
    let head = name.split_once("[[").map_or(&*name, |(head, _)| head);
    let arguments: Vec<String> = ty
        .arguments()
        .iter()
        .map(|argument| format!("[{}, {}]", full_name(argument), assembly(argument)))
        .collect();
    format!("{head}[{}]", arguments.join(",")).into()
}

/// .NET's `AssemblyQualifiedName`.
pub fn assembly_qualified_name(ty: &Type) -> PsString {
    format!("{}, {}", full_name(ty), assembly(ty)).into()
}

fn assembly(ty: &Type) -> &'static str {
    let name = ty.name().to_str();
    if ty.defined().is_some() {
        "PowerShell Class Assembly, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null"
    } else if name.starts_with("System.Management.Automation.") || name.starts_with("Microsoft.PowerShell.") {
        "System.Management.Automation, Version=7.6.5.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35"
    } else {
        "System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e"
    }
}
