//! `System.Xml.Formatting`.

use pwsh_value::ty::FacadeType;

/// `System.Xml.Formatting`.
pub static FORMATTING: FacadeType =
    FacadeType::enumeration("System.Xml.Formatting", &[("None", 0), ("Indented", 1)]);
