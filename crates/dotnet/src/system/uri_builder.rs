//! `System.UriBuilder`.

use super::uri::{parts_of, uri_object};
use super::uri_text::{self, Parts};
use crate::system::object;
use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, property, property_rw};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// `System.UriBuilder`.
pub static URI_BUILDER: FacadeType = FacadeType {
    members: &[
        constructor("new()", new),
        constructor("new(string uri)", new),
        constructor("new(uri uri)", new),
        constructor("new(string schemeName, string hostName)", new),
        constructor("new(string scheme, string host, int portNumber)", new),
        constructor("new(string scheme, string host, int port, string pathValue)", new),
        constructor("new(string scheme, string host, int port, string path, string extraValue)", new),
        property_rw("string Scheme {get;set;}", scheme, set_scheme),
        property_rw("string UserName {get;set;}", user_name, set_user_name),
        property_rw("string Password {get;set;}", password, set_password),
        property_rw("string Host {get;set;}", host, set_host),
        property_rw("int Port {get;set;}", port, set_port),
        property_rw("string Path {get;set;}", path, set_path),
        property_rw("string Query {get;set;}", query, set_query),
        property_rw("string Fragment {get;set;}", fragment, set_fragment),
        property("uri Uri {get;}", uri),
        method("bool Equals(System.Object rparam)", object::equals),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.UriBuilder")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| {
        let builder = value.cell().and_then(|obj| obj.get::<Builder>());
        Ok(builder.map_or_else(PsString::empty, |builder| builder.text().into()))
    }),
    ..Hooks::NONE
};

/// The payload: the parts so far.
struct Builder(Mutex<Parts>);

impl Payload for Builder {}

impl Builder {
    fn text(&self) -> String {
        let parts = self.0.lock();
        let user = if parts.user_info.is_empty() { String::new() } else { format!("{}@", parts.user_info) };
        let port = if parts.port == -1 { String::new() } else { format!(":{}", parts.port) };
        format!(
            "{}://{user}{}{port}{}{}{}",
            parts.scheme, parts.host, parts.path, parts.query, parts.fragment
        )
    }
}

fn this<'a>(call: &Call<'a>) -> &'a Builder {
    call.this::<Builder>().payload()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let mut parts = Parts {
        scheme: "http".into(),
        host: "localhost".into(),
        port: -1,
        path: "/".into(),
        has_authority: true,
        ..Parts::default()
    };
    match call.args {
        [] => {}
        [one] => {
            parts = match parts_of(one) {
                Some(parts) => parts,
                None => {
                    let text = call.str(0).to_string();
                    uri_text::read(&text).or_else(|_| uri_text::read(&format!("http://{text}")))?
                }
            };
        }
        several => {
            parts.scheme = call.str(0).to_string();
            parts.host = call.str(1).to_string();
            if several.len() > 2 {
                parts.port = call.int(2);
            }
            if several.len() > 3 {
                parts.path = rooted(&call.str(3).to_str());
            }
            if several.len() > 4 {
                let extra = call.str(4).to_string();
                let (query, fragment) = extra.split_at(extra.find('#').unwrap_or(extra.len()));
                (parts.query, parts.fragment) = (query.to_owned(), fragment.to_owned());
            }
        }
    }
    Ok(Obj::new(call.ty.clone(), Builder(Mutex::new(parts))).into())
}

fn rooted(path: &str) -> String {
    let escaped = uri_text::escape(path, "/");
    if escaped.starts_with('/') { escaped } else { format!("/{escaped}") }
}

/// Text with a mark before it, unless it is empty or has it.
fn marked(text: &str, mark: char) -> String {
    if text.is_empty() || text.starts_with(mark) { text.to_owned() } else { format!("{mark}{text}") }
}

fn user(parts: &Parts) -> (String, String) {
    let (user, password) = parts.user_info.split_once(':').unwrap_or((&parts.user_info, ""));
    (user.to_owned(), password.to_owned())
}

fn set_user(parts: &mut Parts, user: &str, password: &str) {
    parts.user_info = if password.is_empty() { user.to_owned() } else { format!("{user}:{password}") };
}

macro_rules! parts {
    ($($name:ident $set:ident = $get:expr, $put:expr;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            let get: fn(&Parts) -> String = $get;
            Ok(get(&this(call).0.lock()).into())
        }

        fn $set(call: &mut Call<'_>) -> Result<Value> {
            let put: fn(&mut Parts, &str) = $put;
            put(&mut this(call).0.lock(), &call.str(0).to_str());
            Ok(Value::Void)
        }
    )*};
}

parts! {
    scheme set_scheme = |p| p.scheme.clone(), |p, text| p.scheme = text.trim_end_matches("://").trim_end_matches(':').to_lowercase();
    host set_host = |p| p.host.clone(), |p, text| p.host = text.to_owned();
    path set_path = |p| p.path.clone(), |p, text| p.path = rooted(text);
    query set_query = |p| p.query.clone(), |p, text| p.query = marked(text, '?');
    fragment set_fragment = |p| p.fragment.clone(), |p, text| p.fragment = marked(text, '#');
    user_name set_user_name = |p| user(p).0, |p, text| {
        let password = user(p).1;
        set_user(p, text, &password);
    };
    password set_password = |p| user(p).1, |p, text| {
        let name = user(p).0;
        set_user(p, &name, text);
    };
}

fn port(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).0.lock().port.into())
}

fn set_port(call: &mut Call<'_>) -> Result<Value> {
    let port = call.int(0);
    if !(-1..=65_535).contains(&port) {
        let message = "Specified argument was out of the range of valid values.";
        return Err(crate::fault::out_of_range(message, "value"));
    }
    this(call).0.lock().port = port;
    Ok(Value::Void)
}

fn uri(call: &mut Call<'_>) -> Result<Value> {
    let text = this(call).text();
    let parts = uri_text::read(&text)?;
    Ok(uri_object(text.into(), Some(parts)))
}
