//! `System.Globalization.CultureTypes`.

use pwsh_value::ty::FacadeType;

/// `System.Globalization.CultureTypes`.
pub static CULTURE_TYPES: FacadeType = FacadeType::flags(
    "System.Globalization.CultureTypes",
    &[
        ("NeutralCultures", 1),
        ("SpecificCultures", 2),
        ("InstalledWin32Cultures", 4),
        ("AllCultures", 7),
        ("UserCustomCulture", 8),
        ("ReplacementCultures", 16),
        ("WindowsOnlyCultures", 32),
        ("FrameworkCultures", 64),
    ],
);
