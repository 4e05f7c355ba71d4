//! `System.Collections.IDictionaryEnumerator`.

use pwsh_value::ty::FacadeType;

/// `System.Collections.IDictionaryEnumerator`.
pub static I_DICTIONARY_ENUMERATOR: FacadeType = FacadeType {
    interfaces: &["System.Collections.IEnumerator"],
    ..FacadeType::interface("System.Collections.IDictionaryEnumerator")
};
