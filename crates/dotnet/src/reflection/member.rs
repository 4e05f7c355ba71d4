//! Methods and properties as values: the part of reflection that scripts look at.

use crate::collections::items::items_of;
use pwsh_value::bind::{self, Arguments};
use pwsh_value::ty::{Call, Callable, named};
use pwsh_value::{Obj, Payload, PsString, Result, Type, Value};

/// The payload of `MethodInfo` and `PropertyInfo`: the type that was asked, and the member's name and place.
struct Member {
    ty: Type,
    name: PsString,
    is_static: bool,
    /// Among the overloads of a method.
    overload: usize,
}

impl Payload for Member {}

impl Member {
    fn callable(&self) -> Option<&Callable> {
        let members = self.ty.members();
        let name = self.name.to_str();
        let property = || members.property(&name, self.is_static).map(|property| &property.get);
        members.methods(&name, self.is_static).get(self.overload).or_else(property)
    }
}

/// The `MethodInfo`s of a type, of all methods or those of a name.
pub fn methods(ty: &Type, wanted: Option<&PsString>) -> Value {
    let mut list = Vec::new();
    for (name, is_static, overloads) in ty.members().all_methods() {
        if wanted.is_none_or(|wanted| wanted == name) {
            let member = |overload| Member { ty: ty.clone(), name: name.clone(), is_static, overload };
            let info = named("System.Reflection.MethodInfo");
            list.extend((0..overloads.len()).map(|at| Value::Object(Obj::new(info.clone(), member(at)))));
        }
    }
    Obj::typed_array(&named("System.Reflection.MethodInfo"), list).into()
}

/// The `PropertyInfo`s of a type, of all properties or those of a name.
pub fn properties(ty: &Type, wanted: Option<&PsString>) -> Value {
    let mut list = Vec::new();
    for (name, is_static, _) in ty.members().all_properties() {
        if wanted.is_none_or(|wanted| wanted == name) {
            let member = Member { ty: ty.clone(), name: name.clone(), is_static, overload: 0 };
            list.push(Value::Object(Obj::new(named("System.Reflection.PropertyInfo"), member)));
        }
    }
    Obj::typed_array(&named("System.Reflection.PropertyInfo"), list).into()
}

/// `Name`.
pub fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Member>().name.clone().into())
}

/// `DeclaringType`.
pub fn declaring_type(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Member>();
    Ok(this.callable().map_or(Value::Null, |callable| callable.declaring.clone().into()))
}

/// `ReflectedType`.
pub fn reflected_type(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Member>().ty.clone().into())
}

/// `ReturnType` and `PropertyType`.
pub fn result_type(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Member>();
    Ok(this.callable().map_or(Value::Null, |callable| callable.result.clone().into()))
}

/// `IsStatic`.
pub fn is_static(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Member>().is_static.into())
}

/// `IsPublic`, `CanRead`.
pub fn is_true(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

/// `CanWrite`.
pub fn can_write(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Member>();
    let property = this.ty.members().property(&this.name.to_str(), this.is_static);
    Ok(property.is_some_and(|property| property.set.is_some()).into())
}

/// `Invoke(obj, parameters)`.
pub fn invoke(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Member>().payload();
    let args =
        if call.arg(1).is_null() { Vec::new() } else { items_of(call.cx, &call.args[1], "parameters")? };
    let overloads = this.ty.members().methods(&this.name.to_str(), this.is_static);
    let chosen = overloads.get(this.overload..=this.overload).unwrap_or(overloads);
    bind::call(call.cx, &this.ty, &call.args[0], chosen, Arguments::plain(&args))
}

/// `GetValue(obj)` of a property.
pub fn get_value(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Member>().payload();
    if !this.is_static {
        return call.cx.get_property(&call.args[0], &this.name.to_str());
    }
    let Some(getter) = this.callable() else { return Ok(Value::Null) };
    (getter.run)(&mut Call { cx: call.cx, ty: &this.ty, this: &Value::Null, args: &[], type_args: &[] })
}

/// `SetValue(obj, value)` of a property.
pub fn set_value(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Member>().payload();
    call.cx.set_property(&call.args[0], &this.name.to_str(), call.args[1].clone())?;
    Ok(Value::Void)
}
