//! `System.Object`: what every value can do.

use pwsh_value::payload::TypeObject;
use pwsh_value::ty::{Call, FacadeType, constructor, method};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Type, Value};

/// `System.Object`.
pub static OBJECT: FacadeType = FacadeType {
    base: "",
    members: &[
        constructor("new()", new),
        method("type GetType()", get_type),
        method("string ToString()", to_string),
        method("bool Equals(System.Object obj)", equals),
        method("static bool Equals(System.Object objA, System.Object objB)", static_equals),
        method("static bool ReferenceEquals(System.Object objA, System.Object objB)", reference_equals),
        method("int GetHashCode()", get_hash_code),
    ],
    ..FacadeType::class("System.Object")
};

/// The payload of `[object]::new()` and of other objects that hold nothing.
pub struct Plain;

impl Payload for Plain {}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), Plain).into())
}

/// `bool Equals(System.Object obj)` and its typed overloads, by the type's own rule: what a class that
/// overrides it calls as its base's.
pub fn equals(call: &mut Call<'_>) -> Result<Value> {
    let other = call.arg(0);
    Ok(are_equal(call.cx, call.this, other)?.into())
}

/// The equality that the values' type declares, reference equality if it declares none.
pub fn are_equal(cx: &mut dyn Context, a: &Value, b: &Value) -> Result<bool> {
    match a.ty().and_then(|ty| ty.hook(|hooks| hooks.equals)) {
        Some(hook) => hook(cx, a.unwrapped(), b.unwrapped()),
        None => Ok(a.unwrapped().same(b.unwrapped())),
    }
}

/// `static bool Equals(System.Object objA, System.Object objB)`.
fn static_equals(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.cx.equals(&call.args[0], &call.args[1])?.into())
}

fn reference_equals(call: &mut Call<'_>) -> Result<Value> {
    let both = (call.arg(0), call.arg(1));
    // Two boxes of equal value types are two objects.
    let boxed = |value: &Value| value.ty().is_some_and(Type::is_value_type);
    Ok((both.0.same(both.1) && !boxed(both.0)).into())
}

/// `int GetHashCode()`, by the type's own rule.
pub fn get_hash_code(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this.unwrapped();
    match this.ty().and_then(|ty| ty.hook(|hooks| hooks.hash_code)) {
        Some(hook) => Ok(hook(call.cx, this)?.into()),
        None => Ok(this.cell().map_or(0, |obj| (obj.address() >> 4) as i32).into()),
    }
}

/// `string ToString()`, by the type's own rule: the type's name where it has none.
pub fn to_string(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::String(text_of(call.cx, call.this)?))
}

/// .NET's `ToString()` of a value, overrides in script left aside.
pub fn text_of(cx: &mut dyn Context, value: &Value) -> Result<PsString> {
    let value = value.unwrapped();
    let Some(ty) = value.ty() else { return Ok(PsString::empty()) };
    match ty.hook(|hooks| hooks.to_string) {
        Some(hook) => hook(cx, value),
        None => Ok(ty.name().clone()),
    }
}

/// `int CompareTo(...)`, by the type's own rule.
pub fn compare_to(call: &mut Call<'_>) -> Result<Value> {
    let (this, other) = (call.this.unwrapped(), call.arg(0));
    if other.is_null() {
        return Ok(1.into());
    }
    match this.ty().and_then(|ty| ty.hook(|hooks| hooks.compare)) {
        Some(hook) => Ok(hook(call.cx, this, other)?.into()),
        None => Ok(call.cx.compare(this, other)?.into()),
    }
}

/// `type GetType()`.
pub fn get_type(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this.ty().cloned().map_or(Value::Null, Value::from))
}

/// The type that an argument of type `System.Type` is.
pub fn type_argument<'a>(call: &Call<'a>, index: usize) -> Option<&'a Type> {
    call.payload::<TypeObject>(index).map(|object| &object.payload().0)
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::Value;

    #[test]
    fn an_object_has_its_types_name_as_text() {
        let mut rt = Runtime::new();
        let object = rt.make("System.Object", &[]).unwrap();
        assert_eq!(rt.call_text(&object, "ToString", &[]), "System.Object");
    }

    #[test]
    fn reference_equality_of_boxed_numbers_is_false() {
        let mut rt = Runtime::new();
        let one = [Value::Int32(1), Value::Int32(1)];
        assert!(rt.call_static("System.Object", "ReferenceEquals", &one).unwrap().same(&false.into()));
        assert!(rt.call_static("System.Object", "Equals", &one).unwrap().same(&true.into()));
    }
}
