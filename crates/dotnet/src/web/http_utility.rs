//! `System.Web.HttpUtility`.

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
