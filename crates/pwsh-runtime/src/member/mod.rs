//! Access to the members of any value: PowerShell's extended type system.
//!
//! `find` says what a name means on a value; `get`, `set` and `invoke` do something with what was found.
//! The order in which a name is looked for: members attached to the object, notes of a PSCustomObject, keys of a
//! dictionary, type data, the class's or .NET type's own members, the views every object has (`psobject`).
//! A name that a collection lacks is asked of its items.

mod error;
mod find;
mod get;
mod index_get;
mod index_set;
mod info;
mod intrinsic;
mod invoke;
mod listing;
mod method_cache;
mod method_group;
mod properties;
mod script;
mod set;
mod statics;
mod type_names;

pub use info::{MemberInfo, MemberKind, View, ViewKind};
pub use listing::MemberDefinition;
pub use properties::{PropertyInfo, PropertyView};
pub use type_names::{TypeNames, assembly_qualified_name};

pub(crate) use error::of_statement as as_statement_error;
pub(crate) use method_cache::MethodCache;
