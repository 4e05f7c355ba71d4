//! `-is`, `-isnot` and `-as`.

use crate::context::Context;
use crate::convert::{self, rule};
use crate::error::{Category, Error, Result};
use crate::payload::TypeObject;
use crate::ty::{Type, known, named};
use crate::value::Value;

/// Whether `left` is of the type that `right` is or names.
pub fn is(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<bool> {
    let ty = test_type(cx, right, "-is")?;
    Ok(is_of(left, &ty))
}

/// The opposite, with its own word in the error.
pub(super) fn is_not(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<bool> {
    let ty = test_type(cx, right, "-isnot")?;
    Ok(!is_of(left, &ty))
}

/// Whether a value is of a type.
pub fn is_of(value: &Value, ty: &Type) -> bool {
    let k = known();
    let Some(from) = value.ty() else { return false };
    if *ty == k.pscustomobject || *ty == k.psobject {
        // Every wrapped value is a PSObject to .NET; [pscustomobject] is written for both.
        return *from == k.pscustomobject || matches!(value, Value::Wrapped(_));
    }
    if let Some(inner) = rule::nullable(ty) {
        return *from == inner;
    }
    ty.is_assignable_from(from)
}

/// `value -as ty`: the value converted, null where that fails.
pub fn convert_as(cx: &mut dyn Context, left: &Value, right: &Value) -> Result<Value> {
    let Some(ty) = type_operand(right) else {
        if right.is_null() {
            let message = "The right operand of '-as' must be a type.";
            return Err(
                Error::runtime("AsOperatorRequiresType", message).category(Category::InvalidOperation)
            );
        }
        let ty = convert::to(cx, right, &named("System.Type"))?;
        return convert_as(cx, left, &ty);
    };
    match convert::to(cx, left, &ty) {
        Err(error) if error.thrown().is_some() => Ok(Value::Null),
        other => other,
    }
}

fn type_operand(value: &Value) -> Option<Type> {
    value.unwrapped().as_object().and_then(|obj| obj.get::<TypeObject>()).map(|ty| ty.0.clone())
}

fn test_type(cx: &mut dyn Context, right: &Value, operator: &str) -> Result<Type> {
    if let Some(ty) = type_operand(right) {
        return Ok(ty);
    }
    if right.is_null() {
        let message = format!("The right operand of '{operator}' must be a type.");
        return Err(Error::runtime("IsOperatorRequiresType", message).category(Category::InvalidOperation));
    }
    match convert::to(cx, right, &named("System.Type")) {
        Ok(ty) => Ok(type_operand(&ty).unwrap_or_else(|| known().object.clone())),
        Err(error) if error.thrown().is_some() => Err(Error::runtime("RuntimeException", error.message())),
        Err(error) => Err(error),
    }
}
