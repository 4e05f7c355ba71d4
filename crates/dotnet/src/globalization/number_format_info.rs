//! `System.Globalization.NumberFormatInfo`.

use super::provider;
use super::setting::{last, names, text, texts};
use crate::fault;
use parking_lot::Mutex;
use pwsh_value::text::culture::{Culture, NumberInfo};
use pwsh_value::ty::{Call, FacadeType, constructor, method, named, property, property_rw};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.Globalization.NumberFormatInfo`.
pub static NUMBER_FORMAT_INFO: FacadeType = FacadeType {
    interfaces: &["System.IFormatProvider", "System.ICloneable"],
    members: &[
        constructor("new()", new),
        property("static System.Globalization.NumberFormatInfo InvariantInfo {get;}", invariant_info),
        property_rw(
            "int CurrencyDecimalDigits {get;set;}",
            currency_decimal_digits,
            set_currency_decimal_digits,
        ),
        property_rw(
            "string CurrencyDecimalSeparator {get;set;}",
            currency_decimal_separator,
            set_currency_decimal_separator,
        ),
        property("bool IsReadOnly {get;}", is_read_only),
        property_rw("int[] CurrencyGroupSizes {get;set;}", currency_group_sizes, set_currency_group_sizes),
        property_rw("int[] NumberGroupSizes {get;set;}", number_group_sizes, set_number_group_sizes),
        property_rw("int[] PercentGroupSizes {get;set;}", percent_group_sizes, set_percent_group_sizes),
        property_rw(
            "string CurrencyGroupSeparator {get;set;}",
            currency_group_separator,
            set_currency_group_separator,
        ),
        property_rw("string CurrencySymbol {get;set;}", currency_symbol, set_currency_symbol),
        property("static System.Globalization.NumberFormatInfo CurrentInfo {get;}", current_info),
        property_rw("string NaNSymbol {get;set;}", na_n_symbol, set_na_n_symbol),
        property_rw(
            "int CurrencyNegativePattern {get;set;}",
            currency_negative_pattern,
            set_currency_negative_pattern,
        ),
        property_rw(
            "int NumberNegativePattern {get;set;}",
            number_negative_pattern,
            set_number_negative_pattern,
        ),
        property_rw(
            "int PercentPositivePattern {get;set;}",
            percent_positive_pattern,
            set_percent_positive_pattern,
        ),
        property_rw(
            "int PercentNegativePattern {get;set;}",
            percent_negative_pattern,
            set_percent_negative_pattern,
        ),
        property_rw(
            "string NegativeInfinitySymbol {get;set;}",
            negative_infinity_symbol,
            set_negative_infinity_symbol,
        ),
        property_rw("string NegativeSign {get;set;}", negative_sign, set_negative_sign),
        property_rw("int NumberDecimalDigits {get;set;}", number_decimal_digits, set_number_decimal_digits),
        property_rw(
            "string NumberDecimalSeparator {get;set;}",
            number_decimal_separator,
            set_number_decimal_separator,
        ),
        property_rw(
            "string NumberGroupSeparator {get;set;}",
            number_group_separator,
            set_number_group_separator,
        ),
        property_rw(
            "int CurrencyPositivePattern {get;set;}",
            currency_positive_pattern,
            set_currency_positive_pattern,
        ),
        property_rw(
            "string PositiveInfinitySymbol {get;set;}",
            positive_infinity_symbol,
            set_positive_infinity_symbol,
        ),
        property_rw("string PositiveSign {get;set;}", positive_sign, set_positive_sign),
        property_rw(
            "int PercentDecimalDigits {get;set;}",
            percent_decimal_digits,
            set_percent_decimal_digits,
        ),
        property_rw(
            "string PercentDecimalSeparator {get;set;}",
            percent_decimal_separator,
            set_percent_decimal_separator,
        ),
        property_rw(
            "string PercentGroupSeparator {get;set;}",
            percent_group_separator,
            set_percent_group_separator,
        ),
        property_rw("string PercentSymbol {get;set;}", percent_symbol, set_percent_symbol),
        property_rw("string PerMilleSymbol {get;set;}", per_mille_symbol, set_per_mille_symbol),
        property_rw("string[] NativeDigits {get;set;}", native_digits, set_native_digits),
        method(
            "static System.Globalization.NumberFormatInfo GetInstance(System.IFormatProvider formatProvider)",
            get_instance,
        ),
        method("System.Object Clone()", clone),
        method(
            "static System.Globalization.NumberFormatInfo ReadOnly(System.Globalization.NumberFormatInfo nfi)",
            read_only,
        ),
    ],
    ..FacadeType::class("System.Globalization.NumberFormatInfo")
};

/// The payload of a `NumberFormatInfo`.
pub struct NumberFormat {
    info: Mutex<NumberInfo>,
    read_only: bool,
}

impl Payload for NumberFormat {}

impl NumberFormat {
    /// What it holds now.
    pub fn snapshot(&self) -> NumberInfo {
        self.info.lock().clone()
    }
}

/// A `NumberFormatInfo` object.
pub fn format_object(info: NumberInfo, read_only: bool) -> Obj {
    let payload = NumberFormat { info: Mutex::new(info), read_only };
    Obj::new(named("System.Globalization.NumberFormatInfo"), payload)
}

/// Changes what the object holds, unless it is read-only.
fn change(call: &Call<'_>, change: impl FnOnce(&Call<'_>, &mut NumberInfo) -> Result<()>) -> Result<Value> {
    let this = call.this::<NumberFormat>();
    if this.read_only {
        return Err(fault::invalid_operation("Instance is read-only."));
    }
    let mut info = this.snapshot();
    change(call, &mut info)?;
    *this.payload().info.lock() = info;
    Ok(Value::Void)
}

fn new(_: &mut Call<'_>) -> Result<Value> {
    Ok(format_object(Culture::invariant().number.clone(), false).into())
}

fn invariant_info(_: &mut Call<'_>) -> Result<Value> {
    Ok(format_object(Culture::invariant().number.clone(), true).into())
}

fn current_info(call: &mut Call<'_>) -> Result<Value> {
    Ok(format_object(provider::current(call.cx).number.clone(), true).into())
}

fn get_instance(call: &mut Call<'_>) -> Result<Value> {
    let provider = call.arg(0);
    Ok(format_object(provider::culture_of(call.cx, provider).number.clone(), true).into())
}

fn is_read_only(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<NumberFormat>().read_only.into())
}

fn clone(call: &mut Call<'_>) -> Result<Value> {
    Ok(format_object(call.this::<NumberFormat>().snapshot(), false).into())
}

fn read_only(call: &mut Call<'_>) -> Result<Value> {
    match call.payload::<NumberFormat>(0) {
        Some(format) => Ok(format_object(format.snapshot(), true).into()),
        None => Err(fault::null("nfi")),
    }
}

fn bounded(call: &Call<'_>, most: i32) -> Result<u8> {
    match last(call) {
        Value::Int32(number) if (0..=most).contains(number) => Ok(*number as u8),
        other => {
            let message = format!("Valid values are between 0 and {most}, inclusive.");
            Err(fault::actual_value(&message, "value", format!("{other:?}")))
        }
    }
}

fn sizes(sizes: &[u8]) -> Value {
    let sizes = sizes.iter().map(|size| i32::from(*size).into()).collect();
    Obj::typed_array(&pwsh_value::ty::known().int32, sizes).into()
}

fn group_sizes(call: &Call<'_>) -> Result<Vec<u8>> {
    let Some(array) = last(call).cell().and_then(|obj| obj.get::<pwsh_value::payload::Array>()) else {
        return Err(fault::null("value"));
    };
    let mut sizes = Vec::new();
    for size in array.to_vec() {
        match size {
            Value::Int32(size @ 0..=9) => sizes.push(size as u8),
            _ => {
                let message = "Every element in the value array should be between one and nine, except for the last element, which can be zero.";
                return Err(fault::argument(message, "value"));
            }
        }
    }
    Ok(sizes)
}

/// A getter and a setter for each field, by what kind it is.
macro_rules! settings {
    (show text $field:expr) => { Value::str(&*$field) };
    (read text $call:ident) => { text($call)? };
    (show texts $field:expr) => { names(&$field) };
    (read texts $call:ident) => { texts($call)? };
    (show digits $field:expr) => { ($field as i32).into() };
    (read digits $call:ident) => { bounded($call, 99)?.into() };
    (show pattern $field:expr) => { i32::from($field).into() };
    (read pattern $call:ident) => { bounded($call, 16)? };
    (show group_sizes $field:expr) => { sizes(&$field) };
    (read group_sizes $call:ident) => { group_sizes($call)?.into() };
    ($($get:ident $set:ident = $($field:ident).+: $kind:ident;)*) => {$(
        fn $get(call: &mut Call<'_>) -> Result<Value> {
            let info = call.this::<NumberFormat>().snapshot();
            Ok(settings!(show $kind info.$($field).+))
        }

        fn $set(call: &mut Call<'_>) -> Result<Value> {
            change(call, |call, info| {
                info.$($field).+ = settings!(read $kind call);
                Ok(())
            })
        }
    )*};
}

settings! {
    currency_decimal_digits set_currency_decimal_digits = currency.decimal_digits: digits;
    currency_decimal_separator set_currency_decimal_separator = currency.decimal_separator: text;
    currency_group_sizes set_currency_group_sizes = currency.group_sizes: group_sizes;
    number_group_sizes set_number_group_sizes = number.group_sizes: group_sizes;
    percent_group_sizes set_percent_group_sizes = percent.group_sizes: group_sizes;
    currency_group_separator set_currency_group_separator = currency.group_separator: text;
    currency_symbol set_currency_symbol = currency_symbol: text;
    na_n_symbol set_na_n_symbol = nan_symbol: text;
    currency_negative_pattern set_currency_negative_pattern = currency_negative_pattern: pattern;
    number_negative_pattern set_number_negative_pattern = number_negative_pattern: pattern;
    percent_positive_pattern set_percent_positive_pattern = percent_positive_pattern: pattern;
    percent_negative_pattern set_percent_negative_pattern = percent_negative_pattern: pattern;
    negative_infinity_symbol set_negative_infinity_symbol = negative_infinity_symbol: text;
    negative_sign set_negative_sign = negative_sign: text;
    number_decimal_digits set_number_decimal_digits = number.decimal_digits: digits;
    number_decimal_separator set_number_decimal_separator = number.decimal_separator: text;
    number_group_separator set_number_group_separator = number.group_separator: text;
    currency_positive_pattern set_currency_positive_pattern = currency_positive_pattern: pattern;
    positive_infinity_symbol set_positive_infinity_symbol = positive_infinity_symbol: text;
    positive_sign set_positive_sign = positive_sign: text;
    percent_decimal_digits set_percent_decimal_digits = percent.decimal_digits: digits;
    percent_decimal_separator set_percent_decimal_separator = percent.decimal_separator: text;
    percent_group_separator set_percent_group_separator = percent.group_separator: text;
    percent_symbol set_percent_symbol = percent_symbol: text;
    per_mille_symbol set_per_mille_symbol = per_mille_symbol: text;
    native_digits set_native_digits = native_digits: texts;
}
