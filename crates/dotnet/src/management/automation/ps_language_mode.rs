//! `System.Management.Automation.PSLanguageMode`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.PSLanguageMode`.
pub static PS_LANGUAGE_MODE: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.PSLanguageMode",
    &[("FullLanguage", 0), ("RestrictedLanguage", 1), ("NoLanguage", 2), ("ConstrainedLanguage", 3)],
);
