//! `System.LoaderOptimization`.

use pwsh_value::ty::FacadeType;

/// `System.LoaderOptimization`.
pub static LOADER_OPTIMIZATION: FacadeType = FacadeType::enumeration(
    "System.LoaderOptimization",
    &[
        ("NotSpecified", 0),
        ("SingleDomain", 1),
        ("MultiDomain", 2),
        ("DomainMask", 3),
        ("MultiDomainHost", 3),
        ("DisallowBindings", 4),
    ],
);
