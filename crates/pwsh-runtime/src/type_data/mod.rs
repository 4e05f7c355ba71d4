//! What types.ps1xml says of types, and what a runspace adds to it (Update-TypeData).
//!
//! An [`Entry`] is filed under one type name and holds for every object that has the name among its type
//! names. The built-in ones are one immutable table; a [`TypeTable`] lays a runspace's own over it.

mod built_in;
mod entry;
mod files;
mod table;
mod xml;

pub use entry::{CodeMethod, CodeProperty, Entry, Serialization, Standard, TypeMember};
pub use table::TypeTable;
