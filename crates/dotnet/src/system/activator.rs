//! `System.Activator`.

use super::object::type_argument;
use crate::collections::items::items_of;
use crate::fault;
use pwsh_value::ty::{Call, FacadeType, method};
use pwsh_value::{Result, Value};

/// `System.Activator`.
pub static ACTIVATOR: FacadeType = FacadeType {
    members: &[
        method(
            "static System.Object CreateInstance(type type, Params System.Object[] args)",
            create_instance,
        ),
        method("static System.Object CreateInstance(type type)", create_instance),
        method("static T CreateInstance[T]()", create_instance),
    ],
    ..FacadeType::static_class("System.Activator")
};

fn create_instance(call: &mut Call<'_>) -> Result<Value> {
    if let Some(ty) = call.type_args.first() {
        return call.cx.construct(ty, Vec::new());
    }
    let ty = type_argument(call, 0).ok_or_else(|| fault::null("type"))?;
    let args = match call.args.get(1) {
        Some(args) if !args.is_null() => items_of(call.cx, args, "args")?,
        _ => Vec::new(),
    };
    call.cx.construct(ty, args)
}
