//! `System.Net.Mail.MailAddress`.

use crate::fault;
use crate::system::object;
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// `System.Net.Mail.MailAddress`.
pub static MAIL_ADDRESS: FacadeType = FacadeType {
    members: &[
        constructor("new(string address)", new),
        constructor("new(string address, string displayName)", new),
        constructor("new(string address, string displayName, System.Text.Encoding displayNameEncoding)", new),
        property("string DisplayName {get;}", display_name),
        property("string User {get;}", user),
        property("string Host {get;}", host),
        property("string Address {get;}", address),
        method("static bool TryCreate(string address, [ref] mailaddress result)", try_create),
        method(
            "static bool TryCreate(string address, string displayName, [ref] mailaddress result)",
            try_create,
        ),
        method(
            "static bool TryCreate(string address, string displayName, System.Text.Encoding displayNameEncoding, [ref] mailaddress result)",
            try_create,
        ),
        method("bool Equals(System.Object value)", object::equals),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Net.Mail.MailAddress")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| {
        let address = of(value);
        Ok(address.map_or_else(PsString::empty, |address| match &*address.display {
            "" => format!("{}@{}", address.user, address.host).into(),
            name => format!("\"{name}\" <{}@{}>", address.user, address.host).into(),
        }))
    }),
    equals: Some(|_, a, b| {
        let whole = |value: &Value| of(value).map(|a| format!("{}@{}", a.user, a.host).to_lowercase());
        Ok(whole(b).is_some() && whole(a) == whole(b))
    }),
    convert_from: Some(|_, _, value| match value.unwrapped() {
        Value::String(text) => Ok(Some(object(read(&text.to_str(), "")?))),
        _ => Ok(None),
    }),
    ..Hooks::NONE
};

/// The payload.
struct Address {
    display: String,
    user: String,
    host: String,
}

impl Payload for Address {}

fn object(address: Address) -> Value {
    Obj::new(named("System.Net.Mail.MailAddress"), address).into()
}

fn of(value: &Value) -> Option<&Address> {
    value.cell().and_then(|obj| obj.get::<Address>()).map(|address| address.payload())
}

/// Reads `user@host` or `name <user@host>`.
fn read(text: &str, display: &str) -> Result<Address> {
    let invalid = || fault::format("The specified string is not in the form required for an e-mail address.");
    if text.is_empty() {
        return Err(fault::argument("The value cannot be an empty string.", "address"));
    }
    let trimmed = text.trim();
    let (name, address) = match trimmed.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')) {
        Some((name, address)) => (name.trim().trim_matches('"'), address),
        None => ("", trimmed),
    };
    let (user, host) = address.rsplit_once('@').ok_or_else(invalid)?;
    let valid = |part: &str| {
        !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "<>(),;:\\\"@[]".contains(c))
    };
    let quoted = user.len() > 2 && user.starts_with('"') && user.ends_with('"');
    if !(valid(user) || quoted)
        || !valid(host)
        || host.starts_with('.')
        || host.contains("..")
        || user.contains("..")
    {
        return Err(invalid());
    }
    let display = if display.is_empty() { name } else { display };
    Ok(Address { display: display.to_owned(), user: user.to_owned(), host: host.to_owned() })
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("address"));
    }
    let display = if call.args.len() > 1 { call.str(1).to_string() } else { String::new() };
    Ok(object(read(&call.str(0).to_str(), &display)?))
}

fn try_create(call: &mut Call<'_>) -> Result<Value> {
    let display = if call.args.len() > 2 { call.str(1).to_string() } else { String::new() };
    let made = read(&call.str(0).to_str(), &display).ok();
    let found = made.is_some();
    if let Some(slot) = call.payload::<Reference>(call.args.len() - 1) {
        slot.set(made.map_or(Value::Null, object));
    }
    Ok(found.into())
}

fn display_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Address>().display.clone().into())
}

fn user(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Address>().user.clone().into())
}

fn host(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Address>().host.clone().into())
}

fn address(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Address>();
    Ok(format!("{}@{}", this.user, this.host).into())
}
