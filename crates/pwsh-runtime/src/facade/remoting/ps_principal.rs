//! `System.Management.Automation.Remoting.PSPrincipal`.

use super::PsIdentity;
use pwsh_value::ty::{Call, FacadeType, method, named, property};
use pwsh_value::{Obj, Payload, Result, Value};

/// A client's user, with the account that it was mapped to where there is one.
pub(super) struct PsPrincipal(pub(super) PsIdentity);

impl Payload for PsPrincipal {}

pub(in crate::facade) static PS_PRINCIPAL: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.Remoting.PSIdentity Identity {get;}", identity),
        // there is no Windows here
        property("System.Security.Principal.WindowsIdentity WindowsIdentity {get;}", |_| Ok(Value::Null)),
        method("bool IsInRole(string role)", |_| Ok(Value::Bool(false))),
    ],
    ..FacadeType::class("System.Management.Automation.Remoting.PSPrincipal")
};

fn identity(call: &mut Call<'_>) -> Result<Value> {
    let identity = call.this::<PsPrincipal>().0.clone();
    Ok(Obj::new(named("System.Management.Automation.Remoting.PSIdentity"), identity).into())
}
