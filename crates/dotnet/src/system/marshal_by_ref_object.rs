//! `System.MarshalByRefObject`.

use pwsh_value::ty::{FacadeType, Kind};

/// `System.MarshalByRefObject`.
pub static MARSHAL_BY_REF_OBJECT: FacadeType =
    FacadeType { kind: Kind::AbstractClass, ..FacadeType::class("System.MarshalByRefObject") };
