//! `System.Nullable<T>`: a type to convert to; its values are the bare `T` or null.

use pwsh_value::ty::FacadeType;
/// `System.Nullable`1`.
pub static NULLABLE: FacadeType =
    FacadeType { generic: &["T"], ..FacadeType::structure("System.Nullable`1") };
