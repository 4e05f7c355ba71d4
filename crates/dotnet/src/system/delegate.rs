//! `System.Delegate`: the base of all delegates, whose values are script blocks with a signature.

use pwsh_value::ty::{Call, FacadeType, Kind};
use pwsh_value::{Result, Value};

/// `System.Delegate`.
pub static DELEGATE: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &["System.ICloneable"],
    ..FacadeType::class("System.Delegate")
};
/// `System.MulticastDelegate`.
pub static MULTICAST_DELEGATE: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.Delegate",
    ..FacadeType::class("System.MulticastDelegate")
};

/// `Invoke` of every delegate.
pub fn invoke(call: &mut Call<'_>) -> Result<Value> {
    call.cx.invoke(call.this, call.args.to_vec())
}
