//! `System.Uri`.

use super::uri_text::{self, Parts, required};
use crate::fault;
use crate::net::percent;
use crate::system::object;
use pwsh_value::payload::{EnumNumber, Reference};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{Error, Obj, Payload, PsString, Result, Value};

/// `System.Uri`.
pub static URI: FacadeType = FacadeType {
    interfaces: &["System.IFormattable", "System.IEquatable[uri]"],
    members: &[
        constructor("new(string uriString)", new),
        constructor("new(string uriString, System.UriKind uriKind)", new),
        constructor("new(uri baseUri, string relativeUri)", new),
        constructor("new(uri baseUri, uri relativeUri)", new),
        property("string AbsolutePath {get;}", absolute_path),
        property("string AbsoluteUri {get;}", absolute_uri),
        property("string LocalPath {get;}", local_path),
        property("string Authority {get;}", authority),
        property("System.UriHostNameType HostNameType {get;}", host_name_type),
        property("bool IsDefaultPort {get;}", is_default_port),
        property("bool IsFile {get;}", is_file),
        property("bool IsLoopback {get;}", is_loopback),
        property("string PathAndQuery {get;}", path_and_query),
        property("string[] Segments {get;}", segments),
        property("bool IsUnc {get;}", is_unc),
        property("string Host {get;}", host),
        property("int Port {get;}", port),
        property("string Query {get;}", query),
        property("string Fragment {get;}", fragment),
        property("string Scheme {get;}", scheme),
        property("string OriginalString {get;}", original_string),
        property("string DnsSafeHost {get;}", dns_safe_host),
        property("string IdnHost {get;}", idn_host),
        property("bool IsAbsoluteUri {get;}", is_absolute_uri),
        property("string UserInfo {get;}", user_info),
        property("static string UriSchemeFile {get;}", uri_scheme_file),
        property("static string UriSchemeFtp {get;}", uri_scheme_ftp),
        property("static string UriSchemeHttp {get;}", uri_scheme_http),
        property("static string UriSchemeHttps {get;}", uri_scheme_https),
        property("static string UriSchemeWs {get;}", uri_scheme_ws),
        property("static string UriSchemeWss {get;}", uri_scheme_wss),
        property("static string UriSchemeMailto {get;}", uri_scheme_mailto),
        property("static string UriSchemeSsh {get;}", uri_scheme_ssh),
        property("static string SchemeDelimiter {get;}", scheme_delimiter),
        method("string GetLeftPart(System.UriPartial part)", get_left_part),
        method("static bool CheckSchemeName(string schemeName)", check_scheme_name),
        method("static bool IsHexDigit(char character)", is_hex_digit),
        method("bool Equals(System.Object comparand)", object::equals),
        method("bool Equals(uri other)", object::equals),
        method("uri MakeRelativeUri(uri uri)", make_relative_uri),
        method(
            "static bool TryCreate(string uriString, System.UriKind uriKind, [ref] uri result)",
            try_create,
        ),
        method("static bool TryCreate(uri baseUri, string relativeUri, [ref] uri result)", try_create),
        method("static bool TryCreate(uri baseUri, uri relativeUri, [ref] uri result)", try_create),
        method("bool IsWellFormedOriginalString()", is_well_formed_original_string),
        method(
            "static bool IsWellFormedUriString(string uriString, System.UriKind uriKind)",
            is_well_formed_uri_string,
        ),
        method("static string UnescapeDataString(string stringToUnescape)", unescape_data_string),
        method("static string EscapeUriString(string stringToEscape)", escape_uri_string),
        method("static string EscapeDataString(string stringToEscape)", escape_data_string),
        method("bool IsBaseOf(uri uri)", is_base_of),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Uri")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| {
        let uri = of(value);
        Ok(uri.map_or_else(PsString::empty, |uri| {
            uri.parts.as_ref().map_or(uri.original.clone(), |p| p.shown().into())
        }))
    }),
    equals: Some(|_, a, b| {
        let whole = |value: &Value| {
            of(value).map(|uri| uri.parts.as_ref().map_or(uri.original.to_string(), without_fragment))
        };
        Ok(of(b).is_some() && whole(a) == whole(b))
    }),
    hash_code: Some(|_, value| {
        let text = of(value)
            .map(|uri| uri.parts.as_ref().map_or(uri.original.clone(), |p| without_fragment(p).into()));
        Ok(super::string::hash(text.as_ref(), &super::comparison::Rule::ORDINAL))
    }),
    convert_from: Some(|_, _, value| match value.unwrapped() {
        Value::String(text) => Ok(Some(uri_object(
            text.clone(),
            uri_text::read(&text.to_str()).ok().filter(|_| !text.to_str().starts_with('/')),
        ))),
        _ => Ok(None),
    }),
    ..Hooks::NONE
};

/// The payload: the text as it was given, and its parts where it is absolute.
pub struct UriObject {
    original: PsString,
    parts: Option<Parts>,
}

impl Payload for UriObject {}

/// A `Uri` object.
pub fn uri_object(original: PsString, parts: Option<Parts>) -> Value {
    Obj::new(named("System.Uri"), UriObject { original, parts }).into()
}

fn of(value: &Value) -> Option<&UriObject> {
    value.cell().and_then(|obj| obj.get::<UriObject>()).map(|uri| uri.payload())
}

/// The parts of an absolute URI in a value.
pub fn parts_of(value: &Value) -> Option<Parts> {
    of(value).and_then(|uri| uri.parts.clone())
}

fn without_fragment(parts: &Parts) -> String {
    Parts { fragment: String::new(), ..parts.clone() }.absolute()
}

fn absolute<'a>(call: &Call<'a>) -> Result<&'a Parts> {
    let this = call.this::<UriObject>().payload();
    this.parts
        .as_ref()
        .ok_or_else(|| fault::invalid_operation("This operation is not supported for a relative URI."))
}

const ABSOLUTE: i64 = 1;
const RELATIVE: i64 = 2;

/// Reads text as a kind of URI.
fn of_kind(text: &PsString, kind: i64) -> Result<UriObject> {
    let read = uri_text::read(&text.to_str());
    let parts = match kind {
        RELATIVE => match read {
            Ok(_) if !text.to_str().starts_with('/') => {
                return Err(Error::new(
                    "System.UriFormatException",
                    "A relative URI cannot be created because the 'uriString' parameter represents an absolute URI.",
                ));
            }
            _ => None,
        },
        ABSOLUTE => Some(read?),
        _ => read.ok().filter(|_| !text.to_str().starts_with('/')),
    };
    Ok(UriObject { original: text.clone(), parts })
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let made = match (of(&call.args[0]), call.args.get(1)) {
        (Some(base), Some(reference)) => joined(base, reference)?,
        _ => {
            required(call.arg(0).as_string(), "uriString")?;
            let kind = if call.args.len() > 1 && call.payload::<EnumNumber>(1).is_some() {
                call.number(1)
            } else {
                ABSOLUTE
            };
            of_kind(&call.str(0), kind)?
        }
    };
    Ok(Obj::new(call.ty.clone(), made).into())
}

fn joined(base: &UriObject, reference: &Value) -> Result<UriObject> {
    let Some(parts) = &base.parts else {
        return Err(fault::out_of_range("This operation is not supported for a relative URI.", "baseUri"));
    };
    let text = match of(reference) {
        Some(uri) => uri.original.to_string(),
        None => reference.as_string().map(ToString::to_string).unwrap_or_default(),
    };
    let parts = parts.join(&text)?;
    Ok(UriObject { original: parts.absolute().into(), parts: Some(parts) })
}

fn try_create(call: &mut Call<'_>) -> Result<Value> {
    let made = match of(&call.args[0]) {
        Some(base) => joined(base, &call.args[1]).ok(),
        None => call.arg(0).as_string().and_then(|text| of_kind(text, call.number(1)).ok()),
    };
    let found = made.is_some();
    if let Some(slot) = call.payload::<Reference>(call.args.len() - 1) {
        slot.set(made.map_or(Value::Null, |uri| uri_object(uri.original, uri.parts)));
    }
    Ok(found.into())
}

macro_rules! texts {
    ($($name:ident = $text:expr;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            let text: fn(&Parts) -> String = $text;
            Ok(text(absolute(call)?).into())
        }
    )*};
}

texts! {
    absolute_path = |uri| uri.path.clone();
    absolute_uri = Parts::absolute;
    authority = Parts::authority;
    path_and_query = |uri| format!("{}{}", uri.path, uri.query);
    host = |uri| uri.host.clone();
    query = |uri| uri.query.clone();
    fragment = |uri| uri.fragment.clone();
    scheme = |uri| uri.scheme.clone();
    dns_safe_host = |uri| uri.host.trim_start_matches('[').trim_end_matches(']').to_owned();
    idn_host = |uri| uri.host.trim_start_matches('[').trim_end_matches(']').to_owned();
    user_info = |uri| uri.user_info.clone();
    local_path = |uri| percent::decode(&uri.path, false);
}

fn port(call: &mut Call<'_>) -> Result<Value> {
    Ok(absolute(call)?.port.into())
}

fn is_default_port(call: &mut Call<'_>) -> Result<Value> {
    let uri = absolute(call)?;
    Ok((uri.port == uri_text::default_port(&uri.scheme)).into())
}

fn is_file(call: &mut Call<'_>) -> Result<Value> {
    Ok((absolute(call)?.scheme == "file").into())
}

fn is_unc(call: &mut Call<'_>) -> Result<Value> {
    let uri = absolute(call)?;
    Ok((uri.scheme == "file" && !uri.host.is_empty()).into())
}

fn is_loopback(call: &mut Call<'_>) -> Result<Value> {
    let uri = absolute(call)?;
    Ok(matches!(&*uri.host, "localhost" | "127.0.0.1" | "[::1]" | "loopback").into())
}

fn is_absolute_uri(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<UriObject>().parts.is_some().into())
}

fn original_string(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<UriObject>().original.clone().into())
}

fn host_name_type(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.UriHostNameType"), absolute(call)?.host_type()))
}

fn segments(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::strings(absolute(call)?.path.split_inclusive('/')).into())
}

fn get_left_part(call: &mut Call<'_>) -> Result<Value> {
    let uri = absolute(call)?;
    let mut part = Parts { fragment: String::new(), ..uri.clone() };
    let level = call.number(0);
    if level < 3 {
        part.query.clear();
    }
    if level < 2 {
        part.path.clear();
    }
    if level < 1 {
        return Ok(format!("{}:{}", uri.scheme, if uri.has_authority { "//" } else { "" }).into());
    }
    Ok(part.absolute().into())
}

fn is_base_of(call: &mut Call<'_>) -> Result<Value> {
    let base = absolute(call)?;
    let Some(other) = parts_of(&call.args[0]) else { return Ok(true.into()) };
    let folder = &base.path[..base.path.rfind('/').map_or(0, |slash| slash + 1)];
    let same = base.scheme == other.scheme && base.host == other.host && base.port == other.port;
    Ok((same && other.path.starts_with(folder)).into())
}

fn make_relative_uri(call: &mut Call<'_>) -> Result<Value> {
    let base = absolute(call)?;
    let Some(other) = parts_of(&call.args[0]) else { return Ok(call.args[0].clone()) };
    if base.scheme != other.scheme || base.host != other.host || base.port != other.port {
        return Ok(call.args[0].clone());
    }
    let from: Vec<&str> = base.path.split('/').collect();
    let to: Vec<&str> = other.path.split('/').collect();
    let folders = from.len() - 1;
    let common = (0..folders.min(to.len() - 1)).take_while(|at| from[*at] == to[*at]).count();
    let path = "../".repeat(folders - common) + &to[common..].join("/");
    Ok(uri_object(format!("{path}{}{}", other.query, other.fragment).into(), None))
}

fn is_well_formed_original_string(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<UriObject>();
    let text = this.original.to_str();
    Ok((uri_text::escape(&text, "/?#") == text && this.parts.is_some()).into())
}

fn is_well_formed_uri_string(call: &mut Call<'_>) -> Result<Value> {
    let Some(text) = call.arg(0).as_string() else { return Ok(false.into()) };
    let made = of_kind(text, call.number(1));
    Ok((made.is_ok() && uri_text::escape(&text.to_str(), "/?#") == text.to_str()).into())
}

fn escape_data_string(call: &mut Call<'_>) -> Result<Value> {
    Ok(percent::encode_data(&required(call.arg(0).as_string(), "stringToEscape")?).into())
}

fn escape_uri_string(call: &mut Call<'_>) -> Result<Value> {
    let text = required(call.arg(0).as_string(), "stringToEscape")?;
    Ok(percent::encode(&text, "-_.~!*'();:@&=+$,/?#[]").into())
}

fn unescape_data_string(call: &mut Call<'_>) -> Result<Value> {
    Ok(percent::decode(&required(call.arg(0).as_string(), "stringToUnescape")?, false).into())
}

fn check_scheme_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(uri_text::is_scheme(&call.str(0).to_str()).into())
}

fn is_hex_digit(call: &mut Call<'_>) -> Result<Value> {
    Ok(char::from_u32(call.char(0).into()).is_some_and(|c| c.is_ascii_hexdigit()).into())
}

macro_rules! schemes {
    ($($name:ident = $text:literal;)*) => {$(
        fn $name(_: &mut Call<'_>) -> Result<Value> {
            Ok($text.into())
        }
    )*};
}

schemes! {
    uri_scheme_file = "file";
    uri_scheme_ftp = "ftp";
    uri_scheme_http = "http";
    uri_scheme_https = "https";
    uri_scheme_mailto = "mailto";
    uri_scheme_ws = "ws";
    uri_scheme_wss = "wss";
    uri_scheme_ssh = "ssh";
    scheme_delimiter = "://";
}
