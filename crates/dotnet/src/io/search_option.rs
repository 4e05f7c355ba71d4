//! `System.IO.SearchOption`.

use pwsh_value::ty::FacadeType;

/// `System.IO.SearchOption`.
pub static SEARCH_OPTION: FacadeType =
    FacadeType::enumeration("System.IO.SearchOption", &[("TopDirectoryOnly", 0), ("AllDirectories", 1)]);
