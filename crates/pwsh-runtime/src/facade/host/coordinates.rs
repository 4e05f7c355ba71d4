//! `System.Management.Automation.Host.Coordinates`.

use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, constructor, named, property_rw};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};
use std::sync::atomic::{AtomicI32, Ordering};

/// A place on the screen.
pub struct Coordinates {
    x: AtomicI32,
    y: AtomicI32,
}

impl Payload for Coordinates {}

impl Coordinates {
    /// A place as a value.
    pub fn value(x: i32, y: i32) -> Value {
        let ty = named("System.Management.Automation.Host.Coordinates");
        Value::Object(Obj::new(ty, Coordinates { x: x.into(), y: y.into() }))
    }

    /// Column and row.
    pub fn parts(&self) -> (i32, i32) {
        (self.x.load(Ordering::Relaxed), self.y.load(Ordering::Relaxed))
    }
}

pub(in crate::facade) static COORDINATES: FacadeType = FacadeType {
    kind: Kind::Struct,
    base: "System.ValueType",
    members: &[
        constructor("new(int x, int y)", new),
        property_rw("int X {get;set;}", x, set_x),
        property_rw("int Y {get;set;}", y, set_y),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.Host.Coordinates")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Coordinates::value(call.int(0), call.int(1)))
}

fn x(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Coordinates>().parts().0.into())
}

fn set_x(call: &mut Call<'_>) -> Result<Value> {
    call.this::<Coordinates>().x.store(call.int(0), Ordering::Relaxed);
    Ok(Value::Void)
}

fn y(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Coordinates>().parts().1.into())
}

fn set_y(call: &mut Call<'_>) -> Result<Value> {
    call.this::<Coordinates>().y.store(call.int(0), Ordering::Relaxed);
    Ok(Value::Void)
}

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let parts = this.cell().and_then(|obj| obj.get::<Coordinates>()).map(|place| place.parts());
    Ok(parts.map_or_else(PsString::empty, |(x, y)| format!("{x},{y}").into()))
}
