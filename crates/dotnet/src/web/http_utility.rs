//! `System.Web.HttpUtility`.

use crate::collections::specialized::name_value_collection::query_collection;
use crate::fault;
use crate::net::{html, percent};
use pwsh_value::ty::{Call, FacadeType, method};
use pwsh_value::{Result, Value};

/// `System.Web.HttpUtility`.
pub static HTTP_UTILITY: FacadeType = FacadeType {
    members: &[
        method("static string HtmlDecode(string s)", html_decode),
        method("static string HtmlEncode(string s)", html_encode),
        method("static string UrlEncode(string str)", url_encode),
        method("static string UrlDecode(string str)", url_decode),
        method("static string UrlPathEncode(string str)", url_path_encode),
        method("static string HtmlAttributeEncode(string s)", html_attribute_encode),
        method("static string JavaScriptStringEncode(string value)", java_script_string_encode),
        method(
            "static string JavaScriptStringEncode(string value, bool addDoubleQuotes)",
            java_script_string_encode,
        ),
        method(
            "static System.Collections.Specialized.NameValueCollection ParseQueryString(string query)",
            parse_query_string,
        ),
    ],
    ..FacadeType::class("System.Web.HttpUtility")
};

fn text(call: &Call<'_>) -> Option<String> {
    call.arg(0).as_string().map(ToString::to_string)
}

fn html_encode(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call).map(|text| html::encode(&text)).into())
}

fn html_decode(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call).map(|text| html::decode(&text)).into())
}

fn url_encode(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call).map(|text| percent::encode_form(&text, false)).into())
}

fn url_decode(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call).map(|text| percent::decode(&text, true)).into())
}

/// Percent-encodes what is no ASCII, and spaces, before the query.
fn url_path_encode(call: &mut Call<'_>) -> Result<Value> {
    let Some(text) = text(call) else { return Ok(Value::Null) };
    let (path, query) = text.split_once('?').map_or((&*text, None), |(path, query)| (path, Some(query)));
    let mut out = String::new();
    for c in path.chars() {
        if c.is_ascii_graphic() {
            out.push(c);
        } else {
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| out.push_str(&format!("%{byte:02x}")));
        }
    }
    Ok(query.map_or_else(|| out.clone(), |query| format!("{out}?{query}")).into())
}

fn html_attribute_encode(call: &mut Call<'_>) -> Result<Value> {
    let escaped = |text: String| {
        text.replace('&', "&amp;").replace('"', "&quot;").replace('\'', "&#39;").replace('<', "&lt;")
    };
    Ok(text(call).map(escaped).into())
}

/// A text as the inside of a string in JavaScript, in double quotes if asked for.
fn java_script_string_encode(call: &mut Call<'_>) -> Result<Value> {
    let mut out = String::new();
    for c in text(call).unwrap_or_default().chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if c < ' ' || "<>&'\u{85}\u{2028}\u{2029}".contains(c) => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    let quoted = call.args.len() > 1 && call.bool(1);
    Ok(if quoted { format!("\"{out}\"") } else { out }.into())
}

fn parse_query_string(call: &mut Call<'_>) -> Result<Value> {
    let query = text(call).ok_or_else(|| fault::null("query"))?;
    let query = query.strip_prefix('?').unwrap_or(&query);
    let decoded = |text: &str| percent::decode(text, true).into();
    let pairs = query.split('&').filter(|_| !query.is_empty()).map(|pair| match pair.split_once('=') {
        Some((name, value)) => (Some(decoded(name)), decoded(value)),
        None => (None, decoded(pair)),
    });
    Ok(query_collection(pairs))
}
