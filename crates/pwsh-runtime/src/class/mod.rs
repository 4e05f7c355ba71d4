//! Classes and enums that scripts define.
//!
//! [`Runspace::define_types`](crate::Runspace::define_types) makes the [`Type`]s of a script's definitions and
//! their [`Class`]es, whose bodies compile once. An object of a class is an [`Instance`]: the fields by position,
//! those of base classes first, and an object of the .NET type that the class derives from in the end.
//!
//! A class knows the types that its members name, its own among them, so a session that ends breaks those
//! circles ([`DefinedTypes`]).

mod construct;
mod define;
mod definition;
mod enums;
mod instance;
mod interface;
mod method;
mod statics;

pub use construct::construct;
pub use define::DefinedTypes;
pub(crate) use define::defines_types;
pub use definition::{Class, Field};
pub use instance::Instance;
pub use method::{Method, constructor_definitions, invoke, invoke_static, method_definitions};

use parking_lot::RwLock;
use pwsh_value::Type;
use std::sync::Arc;

/// What a [`Type`] of a script holds: its class, once the members are known and until the session ends.
#[derive(Default)]
pub(crate) struct ClassCell(RwLock<Option<Arc<Class>>>);

/// The class behind a type; `None` for .NET's types and enums.
pub fn of(ty: &Type) -> Option<Arc<Class>> {
    let cell = ty.defined()?.class.as_ref()?.downcast_ref::<ClassCell>()?;
    cell.0.read().clone()
}
