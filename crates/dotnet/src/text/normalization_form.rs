//! `System.Text.NormalizationForm`.

use pwsh_value::ty::FacadeType;

/// `System.Text.NormalizationForm`.
pub static NORMALIZATION_FORM: FacadeType = FacadeType::enumeration(
    "System.Text.NormalizationForm",
    &[("FormC", 1), ("FormD", 2), ("FormKC", 5), ("FormKD", 6)],
);
