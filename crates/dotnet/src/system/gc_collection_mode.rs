//! `System.GCCollectionMode`.

use pwsh_value::ty::FacadeType;

/// `System.GCCollectionMode`.
pub static GC_COLLECTION_MODE: FacadeType = FacadeType::enumeration(
    "System.GCCollectionMode",
    &[("Default", 0), ("Forced", 1), ("Optimized", 2), ("Aggressive", 3)],
);
