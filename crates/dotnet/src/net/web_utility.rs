//! `System.Net.WebUtility`.

use super::html;
use super::percent;
use pwsh_value::ty::{Call, FacadeType, method};
use pwsh_value::{Result, Value};

/// `System.Net.WebUtility`.
pub static WEB_UTILITY: FacadeType = FacadeType {
    members: &[
        method("static string HtmlEncode(string value)", html_encode),
        method("static string HtmlDecode(string value)", html_decode),
        method("static string UrlEncode(string value)", url_encode),
        method("static string UrlDecode(string encodedValue)", url_decode),
    ],
    ..FacadeType::static_class("System.Net.WebUtility")
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
    Ok(text(call).map(|text| percent::encode_form(&text, true)).into())
}

fn url_decode(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(call).map(|text| percent::decode(&text, true)).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn html_and_urls() {
        let mut rt = Runtime::new();
        let mut call = |name: &str, text: &str| {
            let result = rt.call_static("System.Net.WebUtility", name, &[text.into()]).unwrap();
            rt.text(&result)
        };
        assert_eq!(call("HtmlEncode", "<a b=\"é'\">"), "&lt;a b=&quot;&#233;&#39;&quot;&gt;");
        assert_eq!(call("HtmlDecode", "&lt;&#65;&#x42;&eacute;&nope;"), "<AB\u{e9}&nope;");
        assert_eq!(call("UrlEncode", "a b/é"), "a+b%2F%C3%A9");
        assert_eq!(call("UrlDecode", "a+b%2F%C3%A9"), "a b/é");
    }
}
