//! `System.Lazy<T>`.

use crate::collections::items::element_type;
use parking_lot::Mutex;
use pwsh_value::payload::Delegate;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, property};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.Lazy<T>`.
pub static LAZY_1: FacadeType = FacadeType {
    generic: &["T"],
    members: &[
        constructor("new()", new),
        constructor("new(T value)", new_of_value),
        constructor("new(System.Func[T] valueFactory)", new),
        constructor("new(bool isThreadSafe)", new),
        constructor("new(System.Func[T] valueFactory, bool isThreadSafe)", new),
        property("bool IsValueCreated {get;}", is_value_created),
        property("T Value {get;}", value),
        method("string ToString()", crate::system::object::to_string),
    ],
    hooks: Hooks {
        to_string: Some(|cx, value| match created(value) {
            Some(value) => cx.to_text(&value),
            None => Ok("Value is not created.".into()),
        }),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.Lazy`1")
};

/// The payload.
struct Lazy {
    /// The function that makes the value, null for the type's constructor.
    factory: Value,
    value: Mutex<Option<Value>>,
}

impl Payload for Lazy {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.factory);
        self.value.lock().iter().for_each(visit);
    }
}

fn created(value: &Value) -> Option<Value> {
    value.cell().and_then(|obj| obj.get::<Lazy>()).and_then(|lazy| lazy.value.lock().clone())
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let factory =
        call.args.first().filter(|arg| arg.cell().is_some_and(|obj| obj.get::<Delegate>().is_some()));
    let lazy = Lazy { factory: factory.cloned().unwrap_or_default(), value: Mutex::new(None) };
    Ok(Obj::new(call.ty.clone(), lazy).into())
}

fn new_of_value(call: &mut Call<'_>) -> Result<Value> {
    let lazy = Lazy { factory: Value::Null, value: Mutex::new(Some(call.args[0].clone())) };
    Ok(Obj::new(call.ty.clone(), lazy).into())
}

fn is_value_created(call: &mut Call<'_>) -> Result<Value> {
    Ok(created(call.this).is_some().into())
}

fn value(call: &mut Call<'_>) -> Result<Value> {
    if let Some(value) = created(call.this) {
        return Ok(value);
    }
    let this = call.this::<Lazy>();
    let element = element_type(call.this.ty().expect("a Lazy"));
    let made = if this.factory.is_null() {
        call.cx.construct(&element, Vec::new())?
    } else {
        let made = call.cx.invoke(&this.factory, Vec::new())?;
        call.cx.convert(&made, &element)?
    };
    this.storing(&made);
    Ok(this.payload().value.lock().get_or_insert(made).clone())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::Value;

    #[test]
    fn a_given_value_is_there_at_once() {
        let mut rt = Runtime::new();
        let lazy = rt.make("System.Lazy[int]", &[Value::Int32(4)]).unwrap();
        let value = rt.get(&lazy, "Value");
        assert_eq!(rt.text(&value), "4");
    }
}
