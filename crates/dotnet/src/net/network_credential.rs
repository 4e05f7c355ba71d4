//! `System.Net.NetworkCredential`.

use crate::security::secure_string::secure_object;
use parking_lot::Mutex;
use pwsh_value::payload::SecureString;
use pwsh_value::ty::{Call, FacadeType, constructor, method, named, property_rw};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// `System.Net.NetworkCredential`.
pub static NETWORK_CREDENTIAL: FacadeType = FacadeType {
    interfaces: &["System.Net.ICredentials", "System.Net.ICredentialsByHost"],
    members: &[
        constructor("new()", new),
        constructor("new(string userName, string password)", new),
        constructor("new(string userName, string password, string domain)", new),
        constructor("new(string userName, securestring password)", new),
        constructor("new(string userName, securestring password, string domain)", new),
        property_rw("string UserName {get;set;}", user_name, set_user_name),
        property_rw("string Password {get;set;}", password, set_password),
        property_rw("securestring SecurePassword {get;set;}", secure_password, set_secure_password),
        property_rw("string Domain {get;set;}", domain, set_domain),
        method(
            "System.Net.NetworkCredential GetCredential(uri uri, string authenticationType)",
            get_credential,
        ),
        method(
            "System.Net.NetworkCredential GetCredential(string host, int port, string authenticationType)",
            get_credential,
        ),
    ],
    ..FacadeType::class("System.Net.NetworkCredential")
};

/// The payload: names, and the password as a secure string.
struct Credential(Mutex<Parts>);

#[derive(Clone)]
struct Parts {
    user: PsString,
    password: Value,
    domain: PsString,
}

impl Payload for Credential {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.0.lock().password);
    }
}

/// A `NetworkCredential` object.
pub fn credential_object(user: PsString, password: Value, domain: PsString) -> Value {
    let parts = Mutex::new(Parts { user, password, domain });
    Obj::new(named("System.Net.NetworkCredential"), Credential(parts)).into()
}

fn this(call: &Call<'_>) -> Parts {
    call.this::<Credential>().payload().0.lock().clone()
}

/// A password argument as a secure string.
fn secured(value: &Value) -> Value {
    match value.as_string() {
        Some(text) => secure_object(&text.units()),
        None if value.is_null() => secure_object(&[]),
        None => value.clone(),
    }
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let text = |index: usize| if call.args.len() > index { call.str(index) } else { PsString::empty() };
    let password = secured(call.args.get(1).unwrap_or(&Value::Null));
    let parts = Parts { user: text(0), password, domain: text(2) };
    Ok(Obj::new(call.ty.clone(), Credential(Mutex::new(parts))).into())
}

fn change(call: &Call<'_>, change: impl FnOnce(&mut Parts)) -> Result<Value> {
    change(&mut call.this::<Credential>().payload().0.lock());
    Ok(Value::Void)
}

fn user_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).user.into())
}

fn set_user_name(call: &mut Call<'_>) -> Result<Value> {
    let name = call.str(0);
    change(call, |parts| parts.user = name)
}

fn domain(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).domain.into())
}

fn set_domain(call: &mut Call<'_>) -> Result<Value> {
    let domain = call.str(0);
    change(call, |parts| parts.domain = domain)
}

/// The password in the clear, which is what the type is for.
fn password(call: &mut Call<'_>) -> Result<Value> {
    let secret = this(call).password;
    let secret = secret.cell().and_then(|obj| obj.get::<SecureString>());
    Ok(secret.map_or_else(PsString::empty, |secret| PsString::from_utf16(&secret.reveal())).into())
}

fn set_password(call: &mut Call<'_>) -> Result<Value> {
    let password = secured(&call.args[0]);
    change(call, |parts| parts.password = password)
}

fn secure_password(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).password)
}

fn set_secure_password(call: &mut Call<'_>) -> Result<Value> {
    set_password(call)
}

fn get_credential(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this.clone())
}
