//! The payloads that the engine itself makes and looks into; a facade type brings its own in its file.

mod array;
mod bag;
mod deserialized;
mod dictionary;
mod enums;
mod exception;
mod list;
mod reference;
mod secure_string;
mod simple;
mod wrapped;

pub use array::{Array, Elements};
pub use bag::PropertyBag;
pub use deserialized::Deserialized;
pub use dictionary::{Dictionary, Keys};
pub use enums::EnumNumber;
pub use exception::Exception;
pub use list::List;
pub use reference::{Reference, Variable};
pub use secure_string::SecureString;
pub use simple::{BigInt, Decimal, Delegate, Guid, Switch, TypeObject};
pub use wrapped::Wrapped;
