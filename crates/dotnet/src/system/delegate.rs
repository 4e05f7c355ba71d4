//! `System.Delegate`: the base of all delegates, whose values are script blocks with a signature.

use pwsh_value::payload::Array;
use pwsh_value::ty::{Call, FacadeType, Kind, method, named, property};
use pwsh_value::{Obj, Result, Value};

/// `System.Delegate`.
pub static DELEGATE: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &["System.ICloneable"],
    members: &[
        property("bool HasSingleTarget {get;}", has_single_target),
        method("System.Object DynamicInvoke(Params System.Object[] args)", dynamic_invoke),
        method("System.Object Clone()", clone),
        method("System.Delegate[] GetInvocationList()", get_invocation_list),
    ],
    ..FacadeType::class("System.Delegate")
};
/// `System.MulticastDelegate`.
pub static MULTICAST_DELEGATE: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Delegate",
    ..FacadeType::class("System.MulticastDelegate")
};

/// `Invoke` of every delegate.
pub fn invoke(call: &mut Call<'_>) -> Result<Value> {
    call.cx.invoke(call.this, call.args.to_vec())
}

fn has_single_target(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

fn dynamic_invoke(call: &mut Call<'_>) -> Result<Value> {
    let args = call.payload::<Array>(0).map(|array| array.to_vec()).unwrap_or_default();
    call.cx.invoke(call.this, args)
}

fn clone(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this.clone())
}

fn get_invocation_list(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::typed_array(&named("System.Delegate"), vec![call.this.clone()]).into())
}
