//! `System.Globalization.CultureInfo`.

use super::date_time_format_info::DateTimeFormat;
use super::number_format_info::NumberFormat;
use super::provider;
use crate::fault;
use crate::system::object;
use pwsh_value::payload::Exception;
use pwsh_value::text::culture::{Culture, CultureNotFound};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property, property_rw};
use pwsh_value::{Error, Obj, Payload, PsString, Result, Value};
use std::sync::{Arc, OnceLock};

/// `System.Globalization.CultureInfo`.
pub static CULTURE_INFO: FacadeType = FacadeType {
    interfaces: &["System.IFormatProvider", "System.ICloneable"],
    members: &[
        constructor("new(string name)", new),
        constructor("new(string name, bool useUserOverride)", new),
        constructor("new(int culture)", new),
        constructor("new(int culture, bool useUserOverride)", new),
        property_rw("static cultureinfo CurrentCulture {get;set;}", current_culture, set_current_culture),
        property("static cultureinfo CurrentUICulture {get;}", current_ui_culture),
        property("static cultureinfo InstalledUICulture {get;}", installed_ui_culture),
        property("static cultureinfo InvariantCulture {get;}", invariant_culture),
        property("cultureinfo Parent {get;}", parent),
        property("int LCID {get;}", lcid),
        property("string Name {get;}", name),
        property("string IetfLanguageTag {get;}", ietf_language_tag),
        property("string DisplayName {get;}", display_name),
        property("string NativeName {get;}", native_name),
        property("string EnglishName {get;}", english_name),
        property("string TwoLetterISOLanguageName {get;}", two_letter_iso_language_name),
        property("string ThreeLetterISOLanguageName {get;}", three_letter_iso_language_name),
        property("string ThreeLetterWindowsLanguageName {get;}", three_letter_windows_language_name),
        property("System.Globalization.TextInfo TextInfo {get;}", text_info),
        property("bool IsNeutralCulture {get;}", is_neutral_culture),
        property("System.Globalization.NumberFormatInfo NumberFormat {get;}", number_format),
        property("System.Globalization.DateTimeFormatInfo DateTimeFormat {get;}", date_time_format),
        property("System.Globalization.Calendar Calendar {get;}", calendar),
        property("bool UseUserOverride {get;}", use_user_override),
        property("bool IsReadOnly {get;}", is_read_only),
        method("static cultureinfo CreateSpecificCulture(string name)", create_specific_culture),
        method("static cultureinfo[] GetCultures(System.Globalization.CultureTypes types)", get_cultures),
        method("bool Equals(System.Object value)", object::equals),
        method("void ClearCachedData()", clear_cached_data),
        method("cultureinfo GetConsoleFallbackUICulture()", get_console_fallback_ui_culture),
        method("System.Object Clone()", clone),
        method("static cultureinfo ReadOnly(cultureinfo ci)", read_only),
        method("static cultureinfo GetCultureInfo(int culture)", get_culture_info),
        method("static cultureinfo GetCultureInfo(string name)", get_culture_info),
        method("static cultureinfo GetCultureInfo(string name, string altName)", get_culture_info),
        method("static cultureinfo GetCultureInfo(string name, bool predefinedOnly)", get_culture_info),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Globalization.CultureInfo")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| Ok(name_of(value))),
    equals: Some(|_, a, b| Ok(a.ty() == b.ty() && name_of(a) == name_of(b))),
    ..Hooks::NONE
};

/// The payload of a `CultureInfo`: the culture, and the formats that script may have changed.
pub struct CultureObject {
    culture: Arc<Culture>,
    read_only: bool,
    number: OnceLock<Obj>,
    date: OnceLock<Obj>,
}

impl Payload for CultureObject {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for part in [self.number.get(), self.date.get()].into_iter().flatten() {
            visit(&Value::Object(part.clone()));
        }
    }
}

impl CultureObject {
    /// The culture with what script changed in its formats.
    pub fn effective(&self) -> Arc<Culture> {
        if self.number.get().is_none() && self.date.get().is_none() || self.read_only {
            return self.culture.clone();
        }
        let mut culture = Culture::clone(&self.culture);
        if let Some(number) = self.number.get().and_then(|obj| obj.get::<NumberFormat>()) {
            culture.number = number.payload().snapshot();
        }
        if let Some(date) = self.date.get().and_then(|obj| obj.get::<DateTimeFormat>()) {
            culture.date = date.payload().snapshot();
        }
        culture.into()
    }
}

/// A `CultureInfo` object.
pub fn culture_object(culture: Arc<Culture>, read_only: bool) -> Value {
    let payload = CultureObject { culture, read_only, number: OnceLock::new(), date: OnceLock::new() };
    Obj::new(named("System.Globalization.CultureInfo"), payload).into()
}

fn name_of(value: &Value) -> PsString {
    let culture = value.cell().and_then(|obj| obj.get::<CultureObject>());
    culture.map_or_else(PsString::empty, |c| (&*c.payload().culture.name).into())
}

/// `CultureNotFoundException` as .NET throws it.
pub fn not_found(error: &CultureNotFound) -> Error {
    let thrown = Error::new("System.Globalization.CultureNotFoundException", error.to_string());
    if let Some(exception) = thrown.thrown().and_then(|t| t.exception.get::<Exception>()) {
        exception.set_field("InvalidCultureName", Value::str(&*error.name));
        exception.set_field("ParamName", Value::str("name"));
    }
    thrown
}

fn get(call: &Call<'_>, index: usize) -> Result<Arc<Culture>> {
    match call.arg(index) {
        Value::Int32(lcid) => by_lcid(*lcid),
        Value::Null | Value::Void => Err(fault::null("name")),
        _ => Culture::get(&call.str(index).to_str()).map_err(|error| not_found(&error)),
    }
}

fn by_lcid(lcid: i32) -> Result<Arc<Culture>> {
    let found = Culture::names().filter_map(|name| Culture::get(name).ok());
    found.into_iter().find(|culture| i64::from(culture.lcid) == i64::from(lcid)).ok_or_else(|| {
        let text = format!(
            "Culture is not supported. (Parameter 'culture')\n{lcid} (0x{lcid:04x}) is an invalid culture identifier."
        );
        Error::new("System.Globalization.CultureNotFoundException", text)
    })
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(culture_object(get(call, 0)?, false))
}

fn get_culture_info(call: &mut Call<'_>) -> Result<Value> {
    Ok(culture_object(get(call, 0)?, true))
}

fn create_specific_culture(call: &mut Call<'_>) -> Result<Value> {
    let culture = get(call, 0)?;
    if !culture.neutral {
        return Ok(culture_object(culture, false));
    }
    let prefix = format!("{}-", culture.name);
    let specific = Culture::names().find(|name| name.starts_with(&prefix));
    let specific = specific.and_then(|name| Culture::get(name).ok()).unwrap_or(culture);
    Ok(culture_object(specific, false))
}

fn get_cultures(call: &mut Call<'_>) -> Result<Value> {
    const NEUTRAL: i64 = 1;
    const SPECIFIC: i64 = 2;
    let types = call.number(0);
    let wanted = |culture: &Arc<Culture>| {
        types & if culture.neutral || culture.name.is_empty() { NEUTRAL } else { SPECIFIC } != 0
    };
    let found = Culture::names().filter_map(|name| Culture::get(name).ok()).filter(wanted);
    let list = found.map(|culture| culture_object(culture, true)).collect();
    Ok(Obj::typed_array(&named("System.Globalization.CultureInfo"), list).into())
}

fn current_culture(call: &mut Call<'_>) -> Result<Value> {
    Ok(culture_object(provider::current(call.cx), true))
}

/// Setting the session's culture, also by `Thread`.
pub fn set_current_culture(call: &mut Call<'_>) -> Result<Value> {
    match call.args.last().and_then(|value| value.cell()?.get::<CultureObject>().map(|c| c.payload())) {
        Some(culture) => call.cx.process().set_culture(&culture.culture.name),
        None => return Err(fault::null("value")),
    }
    Ok(Value::Void)
}

fn current_ui_culture(call: &mut Call<'_>) -> Result<Value> {
    current_culture(call)
}

fn installed_ui_culture(call: &mut Call<'_>) -> Result<Value> {
    current_culture(call)
}

fn invariant_culture(_: &mut Call<'_>) -> Result<Value> {
    Ok(culture_object(Culture::invariant().clone(), true))
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    Ok(name_of(call.this).into())
}

fn parent(call: &mut Call<'_>) -> Result<Value> {
    Ok(culture_object(call.this::<CultureObject>().culture.parent(), true))
}

fn lcid(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<CultureObject>().culture.lcid as i32).into())
}

fn display_name(call: &mut Call<'_>) -> Result<Value> {
    english_name(call)
}

fn english_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(&*call.this::<CultureObject>().culture.english_name))
}

fn native_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(&*call.this::<CultureObject>().culture.native_name))
}

fn ietf_language_tag(call: &mut Call<'_>) -> Result<Value> {
    name(call)
}

fn two_letter_iso_language_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(&*call.this::<CultureObject>().culture.two_letter_iso_language_name))
}

fn three_letter_iso_language_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(&*call.this::<CultureObject>().culture.three_letter_iso_language_name))
}

fn three_letter_windows_language_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(&*call.this::<CultureObject>().culture.three_letter_windows_language_name))
}

fn is_neutral_culture(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<CultureObject>().culture.neutral.into())
}

fn is_read_only(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<CultureObject>().read_only.into())
}

fn use_user_override(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}

fn number_format(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<CultureObject>();
    let part = this.payload().number.get_or_init(|| {
        super::number_format_info::format_object(this.culture.number.clone(), this.read_only)
    });
    Ok(part.clone().into())
}

fn date_time_format(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<CultureObject>();
    let part = this.payload().date.get_or_init(|| {
        super::date_time_format_info::format_object(this.culture.date.clone(), this.read_only)
    });
    Ok(part.clone().into())
}

fn text_info(call: &mut Call<'_>) -> Result<Value> {
    Ok(super::text_info::text_info_object(call.this::<CultureObject>().culture.clone()))
}

fn calendar(_: &mut Call<'_>) -> Result<Value> {
    Ok(super::gregorian_calendar::calendar_object())
}

fn clone(call: &mut Call<'_>) -> Result<Value> {
    Ok(culture_object(call.this::<CultureObject>().effective(), false))
}

fn read_only(call: &mut Call<'_>) -> Result<Value> {
    match call.payload::<CultureObject>(0) {
        Some(culture) => Ok(culture_object(culture.effective(), true)),
        None => Err(fault::null("ci")),
    }
}

fn get_console_fallback_ui_culture(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this.clone())
}

fn clear_cached_data(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::Value;

    #[test]
    fn a_culture_knows_its_names() {
        let mut rt = Runtime::new();
        let german = rt.make("System.Globalization.CultureInfo", &["de-DE".into()]).unwrap();
        assert_eq!(rt.call_text(&german, "ToString", &[]), "de-DE");
        let english = rt.get(&german, "EnglishName");
        assert_eq!(rt.text(&english), "German (Germany)");
    }

    #[test]
    fn a_changed_number_format_shows_in_text() {
        let mut rt = Runtime::new();
        let culture = rt.make("System.Globalization.CultureInfo", &["en-US".into()]).unwrap();
        let format = rt.get(&culture, "NumberFormat");
        pwsh_value::Context::set_property(&mut rt, &format, "NumberDecimalSeparator", "!".into()).unwrap();
        assert_eq!(rt.call_text(&Value::Double(1.5), "ToString", &[culture]), "1!5");
    }
}
