//! The names of types: from the text in `[...]` to the type, and from a type to the text that PowerShell shows.

use super::Type;
use crate::string::PsString;

/// The type that the text between `[` and `]` names (`int[]`, `System.Collections.Generic.List[string]`).
/// `find` knows the session's classes and its `using namespace` list; it is asked first, with one plain name
/// at a time; ``Name`2`` for a generic type. Accelerators, full names and names without `System.` follow.
pub fn parse_name(text: &str, find: &mut dyn FnMut(&str) -> Option<Type>) -> Option<Type> {
    let _ = (text, find);
    todo!()
}

/// How PowerShell shows a type: the accelerator where there is one (`int`, `string[]`), else the full name
/// with generic arguments in brackets.
pub fn display_name(ty: &Type) -> PsString {
    ty.name().clone()
}
