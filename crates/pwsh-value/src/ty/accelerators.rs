//! Type accelerators: PowerShell's short names of types.

use super::Type;

/// The type behind an accelerator (`int`, `pscustomobject`, `xml`), case ignored.
pub fn accelerator(name: &str) -> Option<Type> {
    let _ = name;
    todo!()
}
