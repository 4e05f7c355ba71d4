//! `System.Collections.IEnumerator`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.IEnumerator`.
pub static I_ENUMERATOR: FacadeType = FacadeType::interface("System.Collections.IEnumerator");
