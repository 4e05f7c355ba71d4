//! `System.Base64FormattingOptions`.

use pwsh_value::ty::FacadeType;

/// `System.Base64FormattingOptions`.
pub static BASE64_FORMATTING_OPTIONS: FacadeType =
    FacadeType::flags("System.Base64FormattingOptions", &[("None", 0), ("InsertLineBreaks", 1)]);
