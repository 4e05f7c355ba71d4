//! `System.Management.Automation.RuntimeDefinedParameter` and the dictionary in which a `dynamicparam` block gives
//! such parameters.

use super::attribute;
use super::collection::collection;
use super::fields::{Fields, field, get, set, set_field};
use crate::command::ParameterMeta;
use crate::runspace::Runspace;
use pwsh_value::payload::{Dictionary, Keys, TypeObject};
use pwsh_value::ty::{Call, FacadeType, constructor, known, property_rw};
use pwsh_value::{Category, Context, Error, Obj, Result, Value, convert};

const PARAMETER: &str = "System.Management.Automation.RuntimeDefinedParameter";

/// The places of the fields.
const NAME: usize = 0;
const TYPE: usize = 1;
const VALUE: usize = 2;
const IS_SET: usize = 3;
const ATTRIBUTES: usize = 4;

pub(super) static RUNTIME_DEFINED_PARAMETER: FacadeType = FacadeType {
    members: &[
        constructor("new()", new_empty),
        constructor(
            "new(string name, type parameterType, System.Collections.ObjectModel.Collection[System.Attribute] attributes)",
            new,
        ),
        property_rw("string Name {get;set;}", get::<NAME>, set::<NAME>),
        property_rw("type ParameterType {get;set;}", get::<TYPE>, set::<TYPE>),
        property_rw("System.Object Value {get;set;}", get::<VALUE>, set_value),
        property_rw("bool IsSet {get;set;}", get::<IS_SET>, set::<IS_SET>),
        property_rw(
            "System.Collections.ObjectModel.Collection[System.Attribute] Attributes {get;set;}",
            get::<ATTRIBUTES>,
            set::<ATTRIBUTES>,
        ),
    ],
    ..FacadeType::class(PARAMETER)
};

pub(super) static RUNTIME_DEFINED_PARAMETER_DICTIONARY: FacadeType = FacadeType {
    base: "System.Collections.Generic.Dictionary[string,System.Management.Automation.RuntimeDefinedParameter]",
    members: &[constructor("new()", new_dictionary)],
    ..FacadeType::class("System.Management.Automation.RuntimeDefinedParameterDictionary")
};

fn new_empty(_: &mut Call<'_>) -> Result<Value> {
    let attributes = collection("System.Attribute", Vec::new());
    Ok(Fields::object(PARAMETER, vec!["".into(), Value::Null, Value::Null, false.into(), attributes]))
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let [name, ty, attributes] = call.args else { return new_empty(call) };
    let fields = vec![name.clone(), ty.clone(), Value::Null, false.into(), attributes.clone()];
    Ok(Fields::object(PARAMETER, fields))
}

fn set_value(call: &mut Call<'_>) -> Result<Value> {
    note_value(call.this, call.args[0].clone());
    Ok(Value::Void)
}

fn new_dictionary(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(Obj::new(call.ty.clone(), Dictionary::new(Keys::IgnoreCase))))
}

/// Gives a dynamic parameter the value that was bound to it.
pub(crate) fn note_value(parameter: &Value, value: Value) {
    set_field(parameter, VALUE, value);
    set_field(parameter, IS_SET, Value::Bool(true));
}

/// The parameters in what a `dynamicparam` block put out, each with its object.
///
/// # Errors
/// `DynamicParametersWrongType` for anything but one dictionary of such parameters; what a conversion of an
/// attribute's values throws.
pub(crate) fn parameters(rs: &mut Runspace, output: &[Value]) -> Result<Vec<(ParameterMeta, Value)>> {
    let table = match output {
        [] => return Ok(Vec::new()),
        [only] if only.is_null() => return Ok(Vec::new()),
        [only] => only.as_object().and_then(|obj| obj.get::<Dictionary>()),
        _ => None,
    };
    let Some(table) = table else {
        let text = "A dynamicparam block must put out one RuntimeDefinedParameterDictionary, or nothing.";
        return Err(Error::new("System.Management.Automation.PSInvalidOperationException", text)
            .id("DynamicParametersWrongType")
            .category(Category::InvalidOperation));
    };
    let mut parameters = Vec::new();
    for (key, parameter) in table.entries() {
        if parameter.is_null() {
            continue;
        }
        let name = match field(&parameter, NAME) {
            Value::String(name) if !name.is_empty() => name,
            _ => convert::to_text(rs, &key)?,
        };
        let ty = field(&parameter, TYPE);
        let ty = ty.as_object().and_then(|obj| obj.get::<TypeObject>()).map(|ty| ty.0.clone());
        let attributes = rs.enumerate(&field(&parameter, ATTRIBUTES))?.unwrap_or_default();
        let ty = ty.unwrap_or_else(|| known().object.clone());
        parameters.push((attribute::declared(rs, name, ty, &attributes)?, parameter));
    }
    Ok(parameters)
}
