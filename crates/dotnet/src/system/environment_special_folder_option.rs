//! `System.Environment+SpecialFolderOption`.

use pwsh_value::ty::FacadeType;

/// `System.Environment+SpecialFolderOption`.
pub static ENVIRONMENT_SPECIAL_FOLDER_OPTION: FacadeType = FacadeType::enumeration(
    "System.Environment+SpecialFolderOption",
    &[("None", 0), ("DoNotVerify", 16384), ("Create", 32768)],
);
