//! `System.Management.Automation.Remoting.PSSenderInfo`: `$PSSenderInfo`.

use super::PsIdentity;
use super::ps_principal::PsPrincipal;
use pwsh_value::ty::{Call, FacadeType, named, property};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// What a session knows of its client.
pub struct PsSenderInfo {
    /// Who the client proved to be.
    pub identity: PsIdentity,
    /// The address that the client used.
    pub connection_string: PsString,
    /// The configuration that it asked for; empty for the standard one.
    pub configuration_name: PsString,
    /// The application's arguments, a `PSPrimitiveDictionary`.
    pub application_arguments: Value,
}

impl Payload for PsSenderInfo {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.application_arguments);
    }
}

impl PsSenderInfo {
    /// `$PSSenderInfo`.
    pub fn object(self) -> Value {
        Value::Object(Obj::new(named("System.Management.Automation.Remoting.PSSenderInfo"), self))
    }
}

pub(in crate::facade) static PS_SENDER_INFO: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.Remoting.PSPrincipal UserInfo {get;}", user),
        // clients tell it no more
        property("System.TimeZoneInfo ClientTimeZone {get;}", |_| Ok(Value::Null)),
        property("string ConnectionString {get;}", |call| {
            Ok(call.this::<PsSenderInfo>().connection_string.clone().into())
        }),
        property("psprimitivedictionary ApplicationArguments {get;}", |call| {
            Ok(call.this::<PsSenderInfo>().application_arguments.clone())
        }),
        property("string ConfigurationName {get;}", |call| {
            Ok(call.this::<PsSenderInfo>().configuration_name.clone().into())
        }),
    ],
    ..FacadeType::class("System.Management.Automation.Remoting.PSSenderInfo")
};

fn user(call: &mut Call<'_>) -> Result<Value> {
    let principal = PsPrincipal(call.this::<PsSenderInfo>().identity.clone());
    Ok(Obj::new(named("System.Management.Automation.Remoting.PSPrincipal"), principal).into())
}
