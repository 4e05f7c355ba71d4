//! `System.Management.Automation.AliasAttribute`.

use crate::facade::fields::{Fields, get};
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Obj, PsString, Result, Value};

pub(super) const ALIAS: &str = "System.Management.Automation.AliasAttribute";

pub(in crate::facade) static ALIAS_ATTRIBUTE: FacadeType = FacadeType {
    base: "System.Management.Automation.Internal.ParsingBaseAttribute",
    members: &[
        constructor("new(Params string[] aliasNames)", new),
        property("System.Collections.Generic.IList[string] AliasNames {get;}", get::<0>),
    ],
    ..FacadeType::class(ALIAS)
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Fields::object(ALIAS, vec![call.args[0].clone()]))
}

/// The attribute for these names.
pub(super) fn object(names: &[PsString]) -> Value {
    Fields::object(ALIAS, vec![Value::Object(Obj::strings(names.iter().cloned()))])
}
