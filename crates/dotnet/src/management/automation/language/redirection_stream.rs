//! `System.Management.Automation.Language.RedirectionStream`.

use pwsh_value::ty::FacadeType;

/// `System.Management.Automation.Language.RedirectionStream`.
pub static REDIRECTION_STREAM: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.Language.RedirectionStream",
    &[
        ("All", 0),
        ("Output", 1),
        ("Error", 2),
        ("Warning", 3),
        ("Verbose", 4),
        ("Debug", 5),
        ("Information", 6),
    ],
);
