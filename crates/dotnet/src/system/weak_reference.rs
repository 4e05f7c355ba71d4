//! `System.WeakReference` and `System.WeakReference<T>`. Their targets live as long as they do: when .NET would collect
//! one is not told anyway.

use parking_lot::Mutex;
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, constructor, method, property, property_rw};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.WeakReference`.
pub static WEAK_REFERENCE: FacadeType = FacadeType {
    members: &[
        constructor("new(System.Object target)", new),
        constructor("new(System.Object target, bool trackResurrection)", new),
        property("bool IsAlive {get;}", is_alive),
        property_rw("System.Object Target {get;set;}", target, set_target),
    ],
    ..FacadeType::class("System.WeakReference")
};

/// `System.WeakReference<T>`.
pub static WEAK_REFERENCE_1: FacadeType = FacadeType {
    generic: &["T"],
    members: &[
        constructor("new(T target)", new),
        method("bool TryGetTarget([ref] T target)", try_get_target),
        method("void SetTarget(T target)", set_target),
    ],
    ..FacadeType::class("System.WeakReference`1")
};

/// The payload.
struct Target(Mutex<Value>);

impl Payload for Target {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.0.lock());
    }

    fn release(&self, out: &mut Vec<Value>) {
        out.push(std::mem::take(&mut self.0.lock()));
    }
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), Target(Mutex::new(call.args[0].clone()))).into())
}

fn target(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Target>().0.lock().clone())
}

fn is_alive(call: &mut Call<'_>) -> Result<Value> {
    Ok((!call.this::<Target>().0.lock().is_null()).into())
}

fn set_target(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Target>();
    this.storing(&call.args[0]);
    let old = std::mem::replace(&mut *this.payload().0.lock(), call.args[0].clone());
    drop(old);
    Ok(Value::Void)
}

fn try_get_target(call: &mut Call<'_>) -> Result<Value> {
    let target = target(call)?;
    let there = !target.is_null();
    if let Some(slot) = call.payload::<Reference>(0) {
        slot.set(target);
    }
    Ok(there.into())
}
