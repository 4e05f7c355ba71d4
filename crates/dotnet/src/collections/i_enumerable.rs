//! `System.Collections.IEnumerable`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.IEnumerable`.
pub static I_ENUMERABLE: FacadeType = FacadeType::interface("System.Collections.IEnumerable");
