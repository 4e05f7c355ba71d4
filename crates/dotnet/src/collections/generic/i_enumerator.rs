//! `System.Collections.Generic.IEnumerator`1`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.Generic.IEnumerator`1`.
pub static I_ENUMERATOR: FacadeType = FacadeType {
    interfaces: &["System.IDisposable", "System.Collections.IEnumerator"],
    generic: &["T"],
    ..FacadeType::interface("System.Collections.Generic.IEnumerator`1")
};
