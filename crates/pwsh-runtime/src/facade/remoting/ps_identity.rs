//! `System.Management.Automation.Remoting.PSIdentity`.

use pwsh_value::ty::{Call, FacadeType, property};
use pwsh_value::{Payload, PsString, Value};

/// How a client proved who it is.
#[derive(Clone)]
pub struct PsIdentity {
    /// The name; empty where nobody asked for one.
    pub name: PsString,
    /// The way, such as `Negotiate`.
    pub authentication_type: PsString,
    /// Whether it proved anything.
    pub is_authenticated: bool,
}

impl Payload for PsIdentity {}

pub(in crate::facade) static PS_IDENTITY: FacadeType = FacadeType {
    members: &[
        property("string AuthenticationType {get;}", |call| Ok(this(call).authentication_type.into())),
        property("bool IsAuthenticated {get;}", |call| Ok(this(call).is_authenticated.into())),
        property("string Name {get;}", |call| Ok(this(call).name.into())),
        property(
            "System.Management.Automation.Remoting.PSCertificateDetails CertificateDetails {get;}",
            |_| Ok(Value::Null),
        ),
    ],
    ..FacadeType::class("System.Management.Automation.Remoting.PSIdentity")
};

fn this(call: &mut Call<'_>) -> PsIdentity {
    call.this::<PsIdentity>().payload().clone()
}
