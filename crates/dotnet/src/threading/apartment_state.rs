//! `System.Threading.ApartmentState`.

use pwsh_value::ty::FacadeType;

/// `System.Threading.ApartmentState`.
pub static APARTMENT_STATE: FacadeType =
    FacadeType::enumeration("System.Threading.ApartmentState", &[("STA", 0), ("MTA", 1), ("Unknown", 2)]);
