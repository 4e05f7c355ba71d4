//! `System.Globalization.TextInfo`.

use crate::fault;
use crate::system::letter_case;
use pwsh_value::text::culture::Culture;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, named, property};
use pwsh_value::{Obj, Payload, PsString, Result, Value};
use std::sync::Arc;

/// `System.Globalization.TextInfo`.
pub static TEXT_INFO: FacadeType = FacadeType {
    interfaces: &["System.ICloneable"],
    members: &[
        property("int ANSICodePage {get;}", ansi_code_page),
        property("int OEMCodePage {get;}", oem_code_page),
        property("int LCID {get;}", lcid),
        property("string CultureName {get;}", culture_name),
        property("bool IsReadOnly {get;}", is_read_only),
        property("string ListSeparator {get;}", list_separator),
        property("bool IsRightToLeft {get;}", is_right_to_left),
        method("char ToLower(char c)", to_lower),
        method("string ToLower(string str)", to_lower),
        method("char ToUpper(char c)", to_upper),
        method("string ToUpper(string str)", to_upper),
        method("string ToTitleCase(string str)", to_title_case),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Globalization.TextInfo")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| {
        let culture = value.cell().and_then(|obj| obj.get::<TextInfoObject>());
        let name = culture.map(|info| info.payload().0.name.to_string()).unwrap_or_default();
        Ok(format!("TextInfo - {name}").into())
    }),
    ..Hooks::NONE
};

/// The payload of a `TextInfo`.
pub struct TextInfoObject(Arc<Culture>);

impl Payload for TextInfoObject {}

/// A `TextInfo` object of a culture.
pub fn text_info_object(culture: Arc<Culture>) -> Value {
    Obj::new(named("System.Globalization.TextInfo"), TextInfoObject(culture)).into()
}

fn culture_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(&*call.this::<TextInfoObject>().0.name))
}

fn lcid(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<TextInfoObject>().0.lcid as i32).into())
}

fn list_separator(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(&*call.this::<TextInfoObject>().0.text.list_separator))
}

fn ansi_code_page(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<TextInfoObject>().0.text.ansi_code_page as i32).into())
}

fn oem_code_page(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<TextInfoObject>().0.text.oem_code_page as i32).into())
}

fn is_right_to_left(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<TextInfoObject>().0.text.right_to_left.into())
}

fn is_read_only(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

fn to_lower(call: &mut Call<'_>) -> Result<Value> {
    changed(call, letter_case::lower, letter_case::lower_unit)
}

fn to_upper(call: &mut Call<'_>) -> Result<Value> {
    changed(call, letter_case::upper, letter_case::upper_unit)
}

fn changed(
    call: &Call<'_>,
    text: fn(&PsString, &Culture) -> PsString,
    unit: fn(u16, &Culture) -> u16,
) -> Result<Value> {
    match call.arg(0) {
        Value::Char(c) => Ok(Value::Char(unit(*c, &call.this::<TextInfoObject>().0))),
        Value::String(s) => Ok(text(s, &call.this::<TextInfoObject>().0).into()),
        _ => Err(fault::null("str")),
    }
}

/// Words of upper-case letters stay as they are; of others the first letter becomes upper, the rest lower case.
fn to_title_case(call: &mut Call<'_>) -> Result<Value> {
    let Value::String(text) = call.arg(0) else { return Err(fault::null("str")) };
    let text = text.to_str();
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    for c in text.chars() {
        if c.is_alphanumeric() || c == '\'' && !word.is_empty() {
            word.push(c);
        } else {
            title(&mut out, &word);
            word.clear();
            out.push(c);
        }
    }
    title(&mut out, &word);
    Ok(out.into())
}

fn title(out: &mut String, word: &str) {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    if letters().all(char::is_uppercase) {
        out.push_str(word);
        return;
    }
    let mut started = false;
    for c in word.chars() {
        if started {
            out.extend(c.to_lowercase());
        } else {
            started = c.is_alphabetic();
            out.extend(c.to_uppercase());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn title_case_leaves_acronyms() {
        let mut rt = Runtime::new();
        let culture = rt.make("System.Globalization.CultureInfo", &["en-US".into()]).unwrap();
        let info = rt.get(&culture, "TextInfo");
        assert_eq!(
            rt.call_text(&info, "ToTitleCase", &["hello NASA o'neil wOrld".into()]),
            "Hello NASA O'neil World"
        );
    }
}
