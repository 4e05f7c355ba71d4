//! The document tree: what protocol messages and clients read and write, where no runtime's own values are at hand.

mod equality;
mod member;
mod object;
mod reading;
mod value;
mod writing;

pub use member::{FromValue, MemberError, Members, TypeMismatch};
pub use object::{Container, ContainerKind, Object, ObjectRef, WeakObject};
pub use reading::{read, read_all};
pub use value::Value;
pub use writing::{to_wire, write};
