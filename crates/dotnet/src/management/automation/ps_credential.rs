//! `System.Management.Automation.PSCredential`.

use crate::fault;
use crate::net::network_credential::credential_object;
use pwsh_value::payload::SecureString;
use pwsh_value::ty::{Call, FacadeType, constructor, method, named, property};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// `System.Management.Automation.PSCredential`.
pub static PS_CREDENTIAL: FacadeType = FacadeType {
    members: &[
        constructor("new(string userName, securestring password)", new),
        constructor("new(psobject pso)", of_object),
        property("string UserName {get;}", user_name),
        property("securestring Password {get;}", password),
        property("static pscredential Empty {get;}", empty),
        method("System.Net.NetworkCredential GetNetworkCredential()", get_network_credential),
    ],
    ..FacadeType::class("System.Management.Automation.PSCredential")
};

/// The payload: the user's name and the password, a `SecureString`.
pub struct Credential {
    /// `UserName`.
    pub user: PsString,
    /// `Password`.
    pub password: Value,
}

impl Payload for Credential {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.password);
    }
}

/// A `PSCredential` object; the password is a `SecureString`.
pub fn credential(user: PsString, password: Value) -> Value {
    Obj::new(named("System.Management.Automation.PSCredential"), Credential { user, password }).into()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let user = call.str(0);
    if user.is_empty() {
        let message = "Cannot process argument because the value of argument \"userName\" is not valid. Change the value of the \"userName\" argument and run the operation again.";
        return Err(pwsh_value::Error::new("System.Management.Automation.PSArgumentException", message));
    }
    if call.payload::<SecureString>(1).is_none() {
        return Err(fault::null("password"));
    }
    Ok(Obj::new(call.ty.clone(), Credential { user, password: call.args[1].clone() }).into())
}

/// From an object that has both as properties.
fn of_object(call: &mut Call<'_>) -> Result<Value> {
    let user = call.cx.get_property(&call.args[0], "UserName")?;
    let user = call.cx.to_text(&user)?;
    let password = call.cx.get_property(&call.args[0], "Password")?;
    if password.cell().and_then(|obj| obj.get::<SecureString>()).is_none() {
        return Err(fault::null("pso"));
    }
    Ok(Obj::new(call.ty.clone(), Credential { user, password }).into())
}

fn empty(_: &mut Call<'_>) -> Result<Value> {
    Ok(credential(PsString::empty(), Value::Null))
}

fn user_name(call: &mut Call<'_>) -> Result<Value> {
    let user = &call.this::<Credential>().payload().user;
    // Only `Empty` has no name, and .NET's is null.
    Ok(if user.is_empty() { Value::Null } else { user.clone().into() })
}

fn password(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Credential>().password.clone())
}

/// `DOMAIN\user` and `user@domain` are taken apart.
fn get_network_credential(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Credential>();
    let name = this.user.to_str();
    let (user, domain) = match (name.split_once('\\'), name.rsplit_once('@')) {
        (Some((domain, user)), _) => (user, domain),
        (None, Some((user, domain))) => (user, domain),
        (None, None) => (&*name, ""),
    };
    Ok(credential_object(user.into(), this.password.clone(), domain.into()))
}
