//! `System.Collections.DictionaryEntry`.

use pwsh_value::ty::FacadeType;
/// `System.Collections.DictionaryEntry`.
pub static DICTIONARY_ENTRY: FacadeType =
    FacadeType { ..FacadeType::structure("System.Collections.DictionaryEntry") };
