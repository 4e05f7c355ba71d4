//! Objects made from a dictionary or from another object's properties.

use super::collection::pairs;
use super::error::{invalid_cast, last, object_creation};
use crate::context::Context;
use crate::error::Result;
use crate::payload::PropertyBag;
use crate::string::PsString;
use crate::ty::{Type, reflection_name};
use crate::value::Value;

/// A new `ty`, with one property set for each entry or property of `value`.
pub(super) fn create(cx: &mut dyn Context, value: &Value, ty: &Type) -> Result<Value> {
    let plain = value.unwrapped();
    let bag = plain.cell().and_then(|obj| obj.get::<PropertyBag>()).map(|bag| bag.all());
    let from_object = bag.is_some();
    let entries: Vec<(PsString, Value)> = match bag {
        Some(properties) => properties,
        None => {
            let mut named = Vec::new();
            for (key, item) in pairs(plain) {
                named.push((super::to_text(cx, &key)?, item));
            }
            named
        }
    };
    // A missing property is found out before an object is made.
    for (name, _) in &entries {
        let mut of_class = ty.hierarchy().filter_map(|level| level.defined()?.settable.get()).flatten();
        if ty.members().property(&name.to_str(), false).is_some()
            || of_class.any(|(property, _)| property.eq_ignore_case(name))
        {
            continue;
        }
        if !from_object || ty.defined().is_some() {
            return Err(missing(ty, name));
        }
        let cause = last(cx, value, ty);
        return Err(invalid_cast(cx, "InvalidCastConstructorException", value, ty, &cause));
    }
    let object = if let (true, Some(default)) = (ty.is_value_type(), ty.hook(|h| h.default)) {
        default()
    } else {
        cx.construct(ty, Vec::new())?
    };
    for (name, item) in entries {
        if let Err(error) = cx.set_property(&object, &name.to_str(), item) {
            if error.thrown().is_none() {
                return Err(error);
            }
            let inner = error.thrown().map(|thrown| thrown.exception.clone());
            return Err(object_creation(ty, &error.message().to_str(), inner));
        }
    }
    Ok(object)
}

fn missing(ty: &Type, name: &PsString) -> crate::Error {
    let of_class = ty.hierarchy().filter_map(|level| level.defined()?.settable.get()).flatten();
    let of_class = of_class.map(|(name, type_name)| format!("[{name} <{type_name}>]"));
    let inherited = ty.members().all_properties().filter(|(_, is_static, _)| !is_static).filter_map(
        |(name, _, group)| {
            let property = group.iter().find(|p| p.set.is_some() && p.get.parameters.is_empty())?;
            Some(format!("[{name} <{}>]", reflection_name(&property.get.result)))
        },
    );
    let settable: Vec<String> = match ty.enum_underlying() {
        Some(underlying) => vec![format!("[value__ <{}>]", underlying.name())],
        None => of_class.chain(inherited).collect(),
    };
    let rest = if settable.is_empty() {
        "There is no settable property available.".to_owned()
    } else {
        format!("The settable properties are: {}.", settable.join(", "))
    };
    let reason = format!("The property '{name}' was not found for the '{}' object. {rest}", ty.name());
    let cause = crate::Error::new("System.InvalidOperationException", reason.clone());
    object_creation(ty, &reason, cause.thrown().map(|thrown| thrown.exception.clone()))
}
