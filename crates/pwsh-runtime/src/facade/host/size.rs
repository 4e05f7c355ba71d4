//! `System.Management.Automation.Host.Size`.

use pwsh_value::ty::{Call, FacadeType, Hooks, Kind, constructor, named, property_rw};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};
use std::sync::atomic::{AtomicI32, Ordering};

/// A width and a height.
pub struct Size {
    width: AtomicI32,
    height: AtomicI32,
}

impl Payload for Size {}

impl Size {
    /// A size as a value.
    pub fn value(width: i32, height: i32) -> Value {
        let ty = named("System.Management.Automation.Host.Size");
        Value::Object(Obj::new(ty, Size { width: width.into(), height: height.into() }))
    }

    /// Width and height.
    pub fn parts(&self) -> (i32, i32) {
        (self.width.load(Ordering::Relaxed), self.height.load(Ordering::Relaxed))
    }
}

pub(in crate::facade) static SIZE: FacadeType = FacadeType {
    kind: Kind::Struct,
    base: "System.ValueType",
    members: &[
        constructor("new(int width, int height)", new),
        property_rw("int Width {get;set;}", width, set_width),
        property_rw("int Height {get;set;}", height, set_height),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.Host.Size")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Size::value(call.int(0), call.int(1)))
}

fn width(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Size>().parts().0.into())
}

fn set_width(call: &mut Call<'_>) -> Result<Value> {
    call.this::<Size>().width.store(call.int(0), Ordering::Relaxed);
    Ok(Value::Void)
}

fn height(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Size>().parts().1.into())
}

fn set_height(call: &mut Call<'_>) -> Result<Value> {
    call.this::<Size>().height.store(call.int(0), Ordering::Relaxed);
    Ok(Value::Void)
}

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let parts = this.cell().and_then(|obj| obj.get::<Size>()).map(|size| size.parts());
    Ok(parts.map_or_else(PsString::empty, |(width, height)| format!("{width},{height}").into()))
}
