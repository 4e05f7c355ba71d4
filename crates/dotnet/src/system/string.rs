//! `System.String`.

use super::comparison::Rule;
use super::composite;
use super::letter_case;
use super::split;
use crate::fault;
use crate::globalization::provider::{culture_of, current};
use crate::system::object;
use pwsh_value::payload::{Array, EnumNumber};
use pwsh_value::text::culture::Culture;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, known, method, property};
use pwsh_value::{Context, Error, Obj, PsString, Result, Value, memory};
use std::hash::{DefaultHasher, Hash, Hasher};

/// `System.String`.
pub static STRING: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.Collections.IEnumerable",
        "System.IConvertible",
        "System.Collections.Generic.IEnumerable[char]",
        "System.IComparable[string]",
        "System.IEquatable[string]",
        "System.ICloneable",
    ],
    members: &[
        constructor("new(char[] value)", new),
        constructor("new(char[] value, int startIndex, int length)", new),
        constructor("new(char c, int count)", new),
        property("char Chars(int index) {get;}", chars),
        property("int Length {get;}", length),
        property("static string Empty {get;}", empty),
        method("static string Intern(string str)", intern),
        method("static string IsInterned(string str)", is_interned),
        method("static int Compare(string strA, string strB)", compare),
        method("static int Compare(string strA, string strB, bool ignoreCase)", compare),
        method(
            "static int Compare(string strA, string strB, System.StringComparison comparisonType)",
            compare,
        ),
        method(
            "static int Compare(string strA, string strB, cultureinfo culture, System.Globalization.CompareOptions options)",
            compare,
        ),
        method("static int Compare(string strA, string strB, bool ignoreCase, cultureinfo culture)", compare),
        method("static int Compare(string strA, int indexA, string strB, int indexB, int length)", compare),
        method(
            "static int Compare(string strA, int indexA, string strB, int indexB, int length, bool ignoreCase)",
            compare,
        ),
        method(
            "static int Compare(string strA, int indexA, string strB, int indexB, int length, bool ignoreCase, cultureinfo culture)",
            compare,
        ),
        method(
            "static int Compare(string strA, int indexA, string strB, int indexB, int length, cultureinfo culture, System.Globalization.CompareOptions options)",
            compare,
        ),
        method(
            "static int Compare(string strA, int indexA, string strB, int indexB, int length, System.StringComparison comparisonType)",
            compare,
        ),
        method("static int CompareOrdinal(string strA, string strB)", compare_ordinal),
        method(
            "static int CompareOrdinal(string strA, int indexA, string strB, int indexB, int length)",
            compare_ordinal,
        ),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(string strB)", object::compare_to),
        method("bool EndsWith(string value)", ends_with),
        method("bool EndsWith(string value, System.StringComparison comparisonType)", ends_with),
        method("bool EndsWith(string value, bool ignoreCase, cultureinfo culture)", ends_with),
        method("bool EndsWith(char value)", ends_with),
        method("bool Equals(System.Object obj)", equals),
        method("bool Equals(string value)", equals),
        method("bool Equals(string value, System.StringComparison comparisonType)", equals),
        method("static bool Equals(string a, string b)", static_equals),
        method(
            "static bool Equals(string a, string b, System.StringComparison comparisonType)",
            static_equals,
        ),
        method("int GetHashCode()", get_hash_code),
        method("int GetHashCode(System.StringComparison comparisonType)", get_hash_code),
        method("bool StartsWith(string value)", starts_with),
        method("bool StartsWith(string value, System.StringComparison comparisonType)", starts_with),
        method("bool StartsWith(string value, bool ignoreCase, cultureinfo culture)", starts_with),
        method("bool StartsWith(char value)", starts_with),
        method("System.Object Clone()", clone),
        method("static string Copy(string str)", copy),
        method("void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)", copy_to),
        method("char[] ToCharArray()", to_char_array),
        method("char[] ToCharArray(int startIndex, int length)", to_char_array),
        method("static bool IsNullOrEmpty(string value)", is_null_or_empty),
        method("static bool IsNullOrWhiteSpace(string value)", is_null_or_white_space),
        method("string ToString()", to_string),
        method("string ToString(System.IFormatProvider provider)", to_string),
        method("System.TypeCode GetTypeCode()", get_type_code),
        method("bool IsNormalized()", is_normalized),
        method("bool IsNormalized(System.Text.NormalizationForm normalizationForm)", is_normalized),
        method("string Normalize()", normalize),
        method("string Normalize(System.Text.NormalizationForm normalizationForm)", normalize),
        method("static string Concat(System.Object arg0)", concat),
        method("static string Concat(System.Object arg0, System.Object arg1)", concat),
        method("static string Concat(System.Object arg0, System.Object arg1, System.Object arg2)", concat),
        method("static string Concat(Params System.Object[] args)", concat),
        method("static string Concat[T](System.Collections.Generic.IEnumerable[T] values)", concat),
        method("static string Concat(System.Collections.Generic.IEnumerable[string] values)", concat),
        method("static string Concat(string str0, string str1)", concat),
        method("static string Concat(string str0, string str1, string str2)", concat),
        method("static string Concat(string str0, string str1, string str2, string str3)", concat),
        method("static string Concat(Params string[] values)", concat),
        method("static string Format(string format, System.Object arg0)", format),
        method("static string Format(string format, System.Object arg0, System.Object arg1)", format),
        method(
            "static string Format(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            format,
        ),
        method("static string Format(string format, Params System.Object[] args)", format),
        method(
            "static string Format(System.IFormatProvider provider, string format, System.Object arg0)",
            format,
        ),
        method(
            "static string Format(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1)",
            format,
        ),
        method(
            "static string Format(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            format,
        ),
        method(
            "static string Format(System.IFormatProvider provider, string format, Params System.Object[] args)",
            format,
        ),
        method(
            "static string Format[TArg0](System.IFormatProvider provider, System.Text.CompositeFormat format, TArg0 arg0)",
            format,
        ),
        method(
            "static string Format[TArg0, TArg1](System.IFormatProvider provider, System.Text.CompositeFormat format, TArg0 arg0, TArg1 arg1)",
            format,
        ),
        method(
            "static string Format[TArg0, TArg1, TArg2](System.IFormatProvider provider, System.Text.CompositeFormat format, TArg0 arg0, TArg1 arg1, TArg2 arg2)",
            format,
        ),
        method(
            "static string Format(System.IFormatProvider provider, System.Text.CompositeFormat format, Params System.Object[] args)",
            format,
        ),
        method("string Insert(int startIndex, string value)", insert),
        method("static string Join(char separator, Params string[] value)", join),
        method("static string Join(string separator, Params string[] value)", join),
        method("static string Join(char separator, string[] value, int startIndex, int count)", join),
        method("static string Join(string separator, string[] value, int startIndex, int count)", join),
        method(
            "static string Join(string separator, System.Collections.Generic.IEnumerable[string] values)",
            join,
        ),
        method("static string Join(char separator, Params System.Object[] values)", join),
        method("static string Join(string separator, Params System.Object[] values)", join),
        method(
            "static string Join[T](char separator, System.Collections.Generic.IEnumerable[T] values)",
            join,
        ),
        method(
            "static string Join[T](string separator, System.Collections.Generic.IEnumerable[T] values)",
            join,
        ),
        method("System.CharEnumerator GetEnumerator()", get_enumerator),
        method("string PadLeft(int totalWidth)", pad_left),
        method("string PadLeft(int totalWidth, char paddingChar)", pad_left),
        method("string PadRight(int totalWidth)", pad_right),
        method("string PadRight(int totalWidth, char paddingChar)", pad_right),
        method("string Remove(int startIndex, int count)", remove),
        method("string Remove(int startIndex)", remove),
        method(
            "string Replace(string oldValue, string newValue, bool ignoreCase, cultureinfo culture)",
            replace,
        ),
        method(
            "string Replace(string oldValue, string newValue, System.StringComparison comparisonType)",
            replace,
        ),
        method("string Replace(char oldChar, char newChar)", replace),
        method("string Replace(string oldValue, string newValue)", replace),
        method("string ReplaceLineEndings()", replace_line_endings),
        method("string ReplaceLineEndings(string replacementText)", replace_line_endings),
        method(
            "string[] Split(char separator, System.StringSplitOptions options = System.StringSplitOptions.None)",
            split,
        ),
        method(
            "string[] Split(char separator, int count, System.StringSplitOptions options = System.StringSplitOptions.None)",
            split,
        ),
        method("string[] Split(Params char[] separator)", split),
        method("string[] Split(char[] separator, int count)", split),
        method("string[] Split(char[] separator, System.StringSplitOptions options)", split),
        method("string[] Split(char[] separator, int count, System.StringSplitOptions options)", split),
        method(
            "string[] Split(string separator, System.StringSplitOptions options = System.StringSplitOptions.None)",
            split,
        ),
        method(
            "string[] Split(string separator, int count, System.StringSplitOptions options = System.StringSplitOptions.None)",
            split,
        ),
        method("string[] Split(string[] separator, System.StringSplitOptions options)", split),
        method("string[] Split(string[] separator, int count, System.StringSplitOptions options)", split),
        method("string Substring(int startIndex)", substring),
        method("string Substring(int startIndex, int length)", substring),
        method("string ToLower()", to_lower),
        method("string ToLower(cultureinfo culture)", to_lower),
        method("string ToLowerInvariant()", to_lower_invariant),
        method("string ToUpper()", to_upper),
        method("string ToUpper(cultureinfo culture)", to_upper),
        method("string ToUpperInvariant()", to_upper_invariant),
        method("string Trim()", trim),
        method("string Trim(char trimChar)", trim),
        method("string Trim(Params char[] trimChars)", trim),
        method("string TrimStart()", trim_start),
        method("string TrimStart(char trimChar)", trim_start),
        method("string TrimStart(Params char[] trimChars)", trim_start),
        method("string TrimEnd()", trim_end),
        method("string TrimEnd(char trimChar)", trim_end),
        method("string TrimEnd(Params char[] trimChars)", trim_end),
        method("bool Contains(string value)", contains),
        method("bool Contains(string value, System.StringComparison comparisonType)", contains),
        method("bool Contains(char value)", contains),
        method("bool Contains(char value, System.StringComparison comparisonType)", contains),
        method("int IndexOf(char value)", index_of),
        method("int IndexOf(char value, int startIndex)", index_of),
        method("int IndexOf(char value, System.StringComparison comparisonType)", index_of),
        method("int IndexOf(char value, int startIndex, int count)", index_of),
        method("int IndexOfAny(char[] anyOf)", index_of_any),
        method("int IndexOfAny(char[] anyOf, int startIndex)", index_of_any),
        method("int IndexOfAny(char[] anyOf, int startIndex, int count)", index_of_any),
        method("int IndexOf(string value)", index_of),
        method("int IndexOf(string value, int startIndex)", index_of),
        method("int IndexOf(string value, int startIndex, int count)", index_of),
        method("int IndexOf(string value, System.StringComparison comparisonType)", index_of),
        method("int IndexOf(string value, int startIndex, System.StringComparison comparisonType)", index_of),
        method(
            "int IndexOf(string value, int startIndex, int count, System.StringComparison comparisonType)",
            index_of,
        ),
        method("int LastIndexOf(char value)", last_index_of),
        method("int LastIndexOf(char value, int startIndex)", last_index_of),
        method("int LastIndexOf(char value, int startIndex, int count)", last_index_of),
        method("int LastIndexOfAny(char[] anyOf)", last_index_of_any),
        method("int LastIndexOfAny(char[] anyOf, int startIndex)", last_index_of_any),
        method("int LastIndexOfAny(char[] anyOf, int startIndex, int count)", last_index_of_any),
        method("int LastIndexOf(string value)", last_index_of),
        method("int LastIndexOf(string value, int startIndex)", last_index_of),
        method("int LastIndexOf(string value, int startIndex, int count)", last_index_of),
        method("int LastIndexOf(string value, System.StringComparison comparisonType)", last_index_of),
        method(
            "int LastIndexOf(string value, int startIndex, System.StringComparison comparisonType)",
            last_index_of,
        ),
        method(
            "int LastIndexOf(string value, int startIndex, int count, System.StringComparison comparisonType)",
            last_index_of,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.String")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| Ok(value.as_string().cloned().unwrap_or_else(PsString::empty))),
    equals: Some(|_, a, b| Ok(matches!((a, b), (Value::String(a), Value::String(b)) if a == b))),
    hash_code: Some(|_, value| Ok(hash(value.as_string(), &Rule::ORDINAL))),
    compare: Some(|cx, a, b| match (a, b) {
        (Value::String(a), Value::String(b)) => Ok(Rule::current(cx, false).compare(a, b) as i32),
        _ => Err(Error::argument("Object must be of type String.", "")),
    }),
    ..Hooks::NONE
};

/// A hash that is the same for strings that are equal by code units, with or without case.
pub fn hash(text: Option<&PsString>, rule: &Rule) -> i32 {
    let mut hasher = DefaultHasher::new();
    match text {
        Some(text) if rule.ignore_case => text.hash_ignore_case(&mut hasher),
        other => other.hash(&mut hasher),
    }
    hasher.finish() as i32
}

fn this(call: &Call<'_>) -> PsString {
    call.this.as_string().cloned().unwrap_or_else(PsString::empty)
}

/// A string argument that must not be null.
fn required(call: &Call<'_>, index: usize, parameter: &str) -> Result<PsString> {
    if call.arg(index).is_null() { Err(fault::null(parameter)) } else { Ok(call.str(index)) }
}

/// An index in 0 ..= `length`.
fn start_index(start: i32, length: usize) -> Result<usize> {
    if let Ok(start) = usize::try_from(start)
        && start <= length
    {
        return Ok(start);
    }
    let message =
        "Index was out of range. Must be non-negative and less than or equal to the size of the collection.";
    Err(fault::out_of_range(message, "startIndex"))
}

fn units_of(call: &Call<'_>, index: usize) -> Vec<u16> {
    let array = call.payload::<Array>(index);
    let list = array.map(|array| array.to_vec()).unwrap_or_default();
    list.iter()
        .filter_map(|v| if let Value::Char(unit) = v.unwrapped() { Some(*unit) } else { None })
        .collect()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    if let Value::Char(unit) = call.arg(0) {
        let count = usize::try_from(call.int(1))
            .map_err(|_| fault::out_of_range("'count' must be non-negative.", "count"))?;
        return Ok(memory::repeated_text(&PsString::from_utf16(&[*unit]), count)?.into());
    }
    let units = units_of(call, 0);
    if call.args.len() == 1 {
        return Ok(PsString::from_utf16(&units).into());
    }
    let (start, length) = (call.int(1), call.int(2));
    let from = usize::try_from(start).map_err(|_| fault::negative("startIndex", start.into()))?;
    let count = usize::try_from(length).map_err(|_| fault::negative("length", length.into()))?;
    if from + count > units.len() {
        let last = units.len() as i64 - i64::from(length);
        let message = format!("startIndex ('{start}') must be less than or equal to '{last}'.");
        return Err(fault::actual_value(&message, "startIndex", start));
    }
    Ok(PsString::from_utf16(&units[from..from + count]).into())
}

fn not_negative(number: i32, parameter: &str) -> Result<usize> {
    usize::try_from(number).map_err(|_| fault::negative(parameter, i64::from(number)))
}

/// Start and length in arguments `at` and `at + 1`, checked against a text's length.
fn range(call: &Call<'_>, at: usize, length: usize) -> Result<(usize, usize)> {
    let start = not_negative(call.int(at), "startIndex")?;
    let count = not_negative(call.int(at + 1), "length")?;
    if start > length {
        return Err(fault::out_of_range("startIndex cannot be larger than length of string.", "startIndex"));
    }
    if start + count > length {
        return Err(fault::out_of_range(
            "Index and length must refer to a location within the string.",
            "length",
        ));
    }
    Ok((start, count))
}

fn chars(call: &mut Call<'_>) -> Result<Value> {
    let index = usize::try_from(call.int(0)).ok();
    index.and_then(|index| this(call).unit(index)).map(Value::Char).ok_or_else(fault::outside_array)
}

fn length(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).len() as i32).into())
}

fn empty(_: &mut Call<'_>) -> Result<Value> {
    Ok("".into())
}

fn intern(call: &mut Call<'_>) -> Result<Value> {
    Ok(required(call, 0, "str")?.into())
}

fn is_interned(call: &mut Call<'_>) -> Result<Value> {
    Ok(required(call, 0, "str")?.into())
}

fn get_type_code(call: &mut Call<'_>) -> Result<Value> {
    Ok(super::type_code::code_of(call.this.ty()))
}

/// `Compare` in all its overloads: two strings, or parts of them, and what says how.
fn compare(call: &mut Call<'_>) -> Result<Value> {
    let parts = matches!(call.args.get(1).map(Value::unwrapped), Some(Value::Int32(_)));
    let (a, b, next) = if parts { (0, 2, 5) } else { (0, 1, 2) };
    let rule = rule(call, next)?;
    let order = match (call.arg(a).as_string(), call.arg(b).as_string()) {
        (None, None) => 0,
        (None, _) => -1,
        (_, None) => 1,
        (Some(x), Some(y)) if parts => {
            let length = part_length(call.int(4))?;
            let cut = |text: &PsString, at: i32, name: &str| part(text, at, length, name);
            rule.compare(&cut(x, call.int(1), "indexA")?, &cut(y, call.int(3), "indexB")?) as i32
        }
        (Some(x), Some(y)) => rule.compare(x, y) as i32,
    };
    Ok(order.into())
}

fn part_length(length: i32) -> Result<usize> {
    not_negative(length, "length")
}

fn part(text: &PsString, at: i32, length: usize, parameter: &str) -> Result<PsString> {
    match usize::try_from(at) {
        Ok(at) if at <= text.len() => Ok(text.substring(at, length)),
        _ => {
            let message = "Index was out of range. Must be non-negative and less than or equal to the size of the collection.";
            Err(fault::out_of_range(message, parameter))
        }
    }
}

/// The rule that the arguments from `next` on stand for: `ignoreCase`, a culture, `StringComparison` or
/// `CompareOptions`.
fn rule(call: &Call<'_>, next: usize) -> Result<Rule> {
    let mut rule = Rule::current(call.cx, false);
    for index in next..call.args.len() {
        match call.arg(index) {
            Value::Bool(ignore_case) => rule.ignore_case = *ignore_case,
            value if call.payload::<EnumNumber>(index).is_some() => {
                let number = call.number(index);
                if value.ty().is_some_and(|ty| ty.name().is("System.StringComparison")) {
                    return Rule::of(call.cx, number);
                }
                rule.ignore_case |= number & 1 != 0;
                match number {
                    0x4000_0000 => return Ok(Rule::ORDINAL),
                    0x1000_0000 => return Ok(Rule::ORDINAL_IGNORE_CASE),
                    _ => {}
                }
            }
            culture => rule.culture = Some(culture_of(call.cx, culture)),
        }
    }
    Ok(rule)
}

fn compare_ordinal(call: &mut Call<'_>) -> Result<Value> {
    let units = |text: &PsString| text.units().into_owned();
    let difference = |x: &[u16], y: &[u16]| {
        let at = x.iter().zip(y).find(|(a, b)| a != b);
        at.map_or(x.len() as i32 - y.len() as i32, |(a, b)| i32::from(*a) - i32::from(*b))
    };
    let parts = call.args.len() == 5;
    let (Some(a), Some(b)) = (call.arg(0).as_string(), call.arg(if parts { 2 } else { 1 }).as_string())
    else {
        let of = |value: &Value| i32::from(!value.is_null());
        return Ok((of(call.arg(0)) - of(call.arg(if parts { 2 } else { 1 }))).into());
    };
    if parts {
        let length = part_length(call.int(4))?;
        let (a, b) = (part(a, call.int(1), length, "indexA")?, part(b, call.int(3), length, "indexB")?);
        return Ok(difference(&units(&a), &units(&b)).into());
    }
    Ok(difference(&units(a), &units(b)).into())
}

fn equals(call: &mut Call<'_>) -> Result<Value> {
    let Some(other) = call.arg(0).as_string() else { return Ok(false.into()) };
    let rule = if call.args.len() > 1 { Rule::of(call.cx, call.number(1))? } else { Rule::ORDINAL };
    Ok(rule.equals(&this(call), other).into())
}

fn static_equals(call: &mut Call<'_>) -> Result<Value> {
    let rule = if call.args.len() > 2 { Rule::of(call.cx, call.number(2))? } else { Rule::ORDINAL };
    Ok(match (call.arg(0).as_string(), call.arg(1).as_string()) {
        (Some(a), Some(b)) => rule.equals(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
    .into())
}

fn get_hash_code(call: &mut Call<'_>) -> Result<Value> {
    let rule = if call.args.is_empty() { Rule::ORDINAL } else { Rule::of(call.cx, call.number(0))? };
    Ok(hash(Some(&this(call)), &rule).into())
}

/// The needle and the rule of `StartsWith`, `EndsWith` and `Contains`: a character is compared as it is.
fn needle(call: &Call<'_>, ordinal: bool) -> Result<(PsString, Rule)> {
    if let Value::Char(unit) = call.arg(0) {
        let rule = if call.args.len() > 1 { rule(call, 1)? } else { Rule::ORDINAL };
        return Ok((PsString::from_utf16(&[*unit]), rule));
    }
    let text = required(call, 0, "value")?;
    let rule = if call.args.len() == 1 && ordinal { Rule::ORDINAL } else { rule(call, 1)? };
    Ok((text, rule))
}

fn starts_with(call: &mut Call<'_>) -> Result<Value> {
    let (value, rule) = needle(call, false)?;
    let text = this(call);
    Ok((value.is_empty() || rule.find(&text, &value, 0, text.len()).is_some_and(|(at, _)| at == 0)).into())
}

fn ends_with(call: &mut Call<'_>) -> Result<Value> {
    let (value, rule) = needle(call, false)?;
    let text = this(call);
    let found = rule.find_last(&text, &value, 0, text.len());
    Ok((value.is_empty() || found.is_some_and(|(at, length)| at + length == text.len())).into())
}

fn contains(call: &mut Call<'_>) -> Result<Value> {
    let (value, rule) = needle(call, true)?;
    let text = this(call);
    Ok((value.is_empty() || rule.find(&text, &value, 0, text.len()).is_some()).into())
}

/// The range of a search forwards: `startIndex` and `count` where they are given.
fn forwards(call: &Call<'_>, length: usize) -> Result<(usize, usize)> {
    let mut numbers =
        call.args.iter().filter_map(|v| if let Value::Int32(n) = v.unwrapped() { Some(*n) } else { None });
    let start = start_index(numbers.next().unwrap_or(0), length)?;
    let Some(count) = numbers.next() else { return Ok((start, length)) };
    match usize::try_from(count) {
        Ok(count) if start + count <= length => Ok((start, start + count)),
        _ => {
            let message = "Count must be positive and count must refer to a location within the string/array/collection.";
            Err(fault::out_of_range(message, "count"))
        }
    }
}

/// The range of a search backwards.
fn backwards(call: &Call<'_>, length: usize) -> Result<(usize, usize)> {
    let mut numbers =
        call.args.iter().filter_map(|v| if let Value::Int32(n) = v.unwrapped() { Some(*n) } else { None });
    let Some(start) = numbers.next() else { return Ok((0, length)) };
    if length == 0 {
        return Ok((0, 0));
    }
    let start = start_index(start, length)?;
    let end = (start + 1).min(length);
    let Some(count) = numbers.next() else { return Ok((0, end)) };
    match usize::try_from(count) {
        Ok(count) if count <= end => Ok((end - count, end)),
        _ => {
            let message = "Count must be positive and count must refer to a location within the string/array/collection.";
            Err(fault::out_of_range(message, "count"))
        }
    }
}

/// The rule of an index search: strings by the culture, characters as they are, unless `StringComparison` says.
fn index_rule(call: &Call<'_>) -> Result<Rule> {
    let last = call.args.len() - 1;
    if last > 0 && call.payload::<EnumNumber>(last).is_some() {
        return Rule::of(call.cx, call.number(last));
    }
    Ok(if matches!(call.arg(0), Value::Char(_)) { Rule::ORDINAL } else { Rule::current(call.cx, false) })
}

fn index_needle(call: &Call<'_>) -> Result<PsString> {
    match call.arg(0) {
        Value::Char(unit) => Ok(PsString::from_utf16(&[*unit])),
        _ => required(call, 0, "value"),
    }
}

fn found(place: Option<(usize, usize)>) -> Result<Value> {
    Ok(place.map_or(-1, |(at, _)| at as i32).into())
}

fn index_of(call: &mut Call<'_>) -> Result<Value> {
    let (text, value, rule) = (this(call), index_needle(call)?, index_rule(call)?);
    let (start, end) = forwards(call, text.len())?;
    found(rule.find(&text, &value, start, end))
}

fn last_index_of(call: &mut Call<'_>) -> Result<Value> {
    let (text, value, rule) = (this(call), index_needle(call)?, index_rule(call)?);
    let (start, end) = backwards(call, text.len())?;
    found(rule.find_last(&text, &value, start, end))
}

fn any_of(call: &Call<'_>) -> Result<Vec<u16>> {
    if call.arg(0).is_null() { Err(fault::null("anyOf")) } else { Ok(units_of(call, 0)) }
}

fn index_of_any(call: &mut Call<'_>) -> Result<Value> {
    let (text, any) = (this(call), any_of(call)?);
    let (start, end) = forwards(call, text.len())?;
    let at = text.units()[start..end].iter().position(|unit| any.contains(unit));
    Ok(at.map_or(-1, |at| (start + at) as i32).into())
}

fn last_index_of_any(call: &mut Call<'_>) -> Result<Value> {
    let (text, any) = (this(call), any_of(call)?);
    let (start, end) = backwards(call, text.len())?;
    let at = text.units()[start..end].iter().rposition(|unit| any.contains(unit));
    Ok(at.map_or(-1, |at| (start + at) as i32).into())
}

fn clone(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this.unwrapped().clone())
}

fn copy(call: &mut Call<'_>) -> Result<Value> {
    Ok(required(call, 0, "str")?.into())
}

fn copy_to(call: &mut Call<'_>) -> Result<Value> {
    let Some(target) = call.payload::<Array>(1) else { return Err(fault::null("destination")) };
    let (from, to, count) = (call.int(0), call.int(2), call.int(3));
    let text = this(call);
    let (Ok(from), Ok(to), Ok(count)) = (usize::try_from(from), usize::try_from(to), usize::try_from(count))
    else {
        return Err(fault::negative("count", count.into()));
    };
    if from + count > text.len() || to + count > target.len() {
        let message = "Index and count must refer to a location within the string.";
        return Err(fault::out_of_range(message, "sourceIndex"));
    }
    for (offset, unit) in text.units()[from..from + count].iter().enumerate() {
        target.set(to + offset, Value::Char(*unit));
    }
    Ok(Value::Void)
}

fn to_char_array(call: &mut Call<'_>) -> Result<Value> {
    let text = this(call);
    let (start, length) = if call.args.is_empty() { (0, text.len()) } else { range(call, 0, text.len())? };
    let units = text.units()[start..start + length].iter().map(|unit| Value::Char(*unit)).collect();
    Ok(Obj::typed_array(&known().char, units).into())
}

fn is_null_or_empty(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.str(0).is_empty().into())
}

fn is_null_or_white_space(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.str(0).to_str().trim().is_empty().into())
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).into())
}

/// Text of an object as `Concat` and `Join` take it: null is empty.
fn text_of(cx: &mut dyn Context, value: &Value) -> Result<PsString> {
    match value.unwrapped() {
        Value::Null | Value::Void => Ok(PsString::empty()),
        Value::String(text) => Ok(text.clone()),
        other => match cx.call_method(other, "ToString", Vec::new())? {
            Value::String(text) => Ok(text),
            _ => Ok(PsString::empty()),
        },
    }
}

fn concat(call: &mut Call<'_>) -> Result<Value> {
    let mut bytes = PsString::empty();
    let items = match call.args {
        // One array or other enumerable, or the parts themselves.
        [one] if one.as_string().is_none() => match call.cx.enumerate(one)? {
            Some(items) => items,
            None => vec![one.clone()],
        },
        parts => parts.to_vec(),
    };
    let mut parts = Vec::with_capacity(items.len());
    for item in &items {
        parts.push(text_of(call.cx, item)?);
    }
    if parts.iter().all(|part| part.as_str().is_some()) {
        return Ok(Value::str(parts.iter().map(|part| part.to_str()).collect::<String>()));
    }
    for part in &parts {
        bytes = bytes.concat(part);
    }
    Ok(bytes.into())
}

fn format(call: &mut Call<'_>) -> Result<Value> {
    let with_provider =
        call.args.first().is_some_and(|first| first.as_string().is_none() && !first.is_null());
    let (provider, at) = if with_provider { (call.arg(0), 1) } else { (&Value::Null, 0) };
    let Some(format) = call.args.get(at).and_then(Value::as_string) else {
        return Err(fault::null("format"));
    };
    let args = match &call.args[at + 1..] {
        [one] => match one.cell().and_then(|obj| obj.get::<Array>()) {
            Some(array) if *one.cell().expect("an array").ty() == known().object_array => array.to_vec(),
            _ => vec![one.clone()],
        },
        many => many.to_vec(),
    };
    let culture = culture_of(call.cx, provider);
    Ok(composite::fill(call.cx, format, &args, &culture)?.into())
}

fn insert(call: &mut Call<'_>) -> Result<Value> {
    let (text, value) = (this(call), required(call, 1, "value")?);
    let start = call.int(0);
    let at = usize::try_from(start).map_err(|_| fault::negative("startIndex", start.into()))?;
    if at > text.len() {
        let message = format!("startIndex ('{at}') must be less than or equal to '{}'.", text.len());
        return Err(fault::actual_value(&message, "startIndex", at));
    }
    Ok(text.substring(0, at).concat(&value).concat(&text.substring(at, usize::MAX)).into())
}

fn join(call: &mut Call<'_>) -> Result<Value> {
    let separator = match call.arg(0) {
        Value::Char(unit) => PsString::from_utf16(&[*unit]),
        _ => call.str(0),
    };
    if call.arg(1).is_null() {
        return Err(fault::null("value"));
    }
    let values = &call.args[1];
    let mut items = call.cx.enumerate(values)?.unwrap_or_else(|| vec![values.clone()]);
    if call.args.len() == 4 {
        let (start, count) = (call.int(2), call.int(3));
        let range = usize::try_from(start).ok().zip(usize::try_from(count).ok());
        let Some((start, count)) = range.filter(|(start, count)| start + count <= items.len()) else {
            let message = "Index was out of range. Must be non-negative and less than or equal to the size of the collection.";
            return Err(fault::out_of_range(message, "startIndex"));
        };
        items = items[start..start + count].to_vec();
    }
    let mut parts = Vec::with_capacity(items.len());
    for item in &items {
        parts.push(text_of(call.cx, item)?);
    }
    Ok(PsString::from_wtf8(parts.iter().map(PsString::as_wtf8).collect::<Vec<_>>().join(separator.as_wtf8()))
        .into())
}

fn pad(call: &Call<'_>) -> Result<(PsString, PsString)> {
    let text = this(call);
    let width = call.int(0);
    let Ok(width) = usize::try_from(width) else {
        return Err(fault::negative("totalWidth", call.int(0).into()));
    };
    let unit = if call.args.len() > 1 { call.char(1) } else { u16::from(b' ') };
    let padding = memory::repeated_text(&PsString::from_utf16(&[unit]), width.saturating_sub(text.len()))?;
    Ok((text, padding))
}

/// The characters, one after another.
fn get_enumerator(call: &mut Call<'_>) -> Result<Value> {
    let units = this(call).units().iter().map(|unit| Value::Char(*unit)).collect();
    Ok(crate::collections::enumerator::over_chars(units))
}

fn pad_left(call: &mut Call<'_>) -> Result<Value> {
    let (text, padding) = pad(call)?;
    Ok(memory::joined_text(&padding, &text)?.into())
}

fn pad_right(call: &mut Call<'_>) -> Result<Value> {
    let (text, padding) = pad(call)?;
    Ok(memory::joined_text(&text, &padding)?.into())
}

fn remove(call: &mut Call<'_>) -> Result<Value> {
    let text = this(call);
    if call.args.len() == 1 {
        let Ok(from) = usize::try_from(call.int(0)) else {
            return Err(fault::out_of_range("StartIndex cannot be less than zero.", "startIndex"));
        };
        if from > text.len() {
            return Err(fault::out_of_range(
                "startIndex cannot be larger than length of string.",
                "startIndex",
            ));
        }
        return Ok(text.substring(0, from).into());
    }
    let count = not_negative(call.int(1), "count")?;
    let from = not_negative(call.int(0), "startIndex")?;
    if from + count > text.len() {
        let rest = text.len() as i64 - from as i64;
        let message = format!("count ('{count}') must be less than or equal to '{rest}'.");
        return Err(fault::actual_value(&message, "count", count));
    }
    Ok(text.substring(0, from).concat(&text.substring(from + count, usize::MAX)).into())
}

fn replace(call: &mut Call<'_>) -> Result<Value> {
    let text = this(call);
    if let (Value::Char(old), Value::Char(new)) = (call.arg(0), call.arg(1)) {
        let units: Vec<u16> =
            text.units().iter().map(|unit| if unit == old { *new } else { *unit }).collect();
        return Ok(PsString::from_utf16(&units).into());
    }
    let old = required(call, 0, "oldValue")?;
    if old.is_empty() {
        return Err(fault::argument("The value cannot be an empty string.", "oldValue"));
    }
    let new = call.str(1);
    let rule = if call.args.len() > 2 { rule(call, 2)? } else { Rule::ORDINAL };
    if let (None, false, Some(text), Some(old), Some(new)) =
        (&rule.culture, rule.ignore_case, text.as_str(), old.as_str(), new.as_str())
    {
        return Ok(Value::str(text.replace(old, new)));
    }
    let (mut out, mut at) = (PsString::empty(), 0);
    while let Some((place, length)) = rule.find(&text, &old, at, text.len()) {
        out = out.concat(&text.substring(at, place - at)).concat(&new);
        at = place + length;
    }
    Ok(out.concat(&text.substring(at, usize::MAX)).into())
}

fn replace_line_endings(call: &mut Call<'_>) -> Result<Value> {
    let replacement = if call.args.is_empty() { "\n".into() } else { required(call, 0, "replacementText")? };
    let text = this(call).to_str().replace("\r\n", "\n");
    let is_end = |c: char| matches!(c, '\r' | '\n' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    Ok(text.split(is_end).collect::<Vec<_>>().join(&replacement.to_str()).into())
}

fn split(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::strings(split::split(&this(call), call)?).into())
}

fn substring(call: &mut Call<'_>) -> Result<Value> {
    let text = this(call);
    if call.args.len() == 2 {
        let (start, length) = range(call, 0, text.len())?;
        return Ok(text.substring(start, length).into());
    }
    match not_negative(call.int(0), "startIndex")? {
        start if start > text.len() => {
            Err(fault::out_of_range("startIndex cannot be larger than length of string.", "startIndex"))
        }
        start => Ok(text.substring(start, usize::MAX).into()),
    }
}

fn to_lower(call: &mut Call<'_>) -> Result<Value> {
    let culture = if call.args.is_empty() { current(call.cx) } else { culture_of(call.cx, call.arg(0)) };
    Ok(letter_case::lower(&this(call), &culture).into())
}

fn to_upper(call: &mut Call<'_>) -> Result<Value> {
    let culture = if call.args.is_empty() { current(call.cx) } else { culture_of(call.cx, call.arg(0)) };
    Ok(letter_case::upper(&this(call), &culture).into())
}

fn to_lower_invariant(call: &mut Call<'_>) -> Result<Value> {
    Ok(letter_case::lower(&this(call), Culture::invariant()).into())
}

fn to_upper_invariant(call: &mut Call<'_>) -> Result<Value> {
    Ok(letter_case::upper(&this(call), Culture::invariant()).into())
}

fn trim(call: &mut Call<'_>) -> Result<Value> {
    trimmed(call, true, true)
}

fn trim_start(call: &mut Call<'_>) -> Result<Value> {
    trimmed(call, true, false)
}

fn trim_end(call: &mut Call<'_>) -> Result<Value> {
    trimmed(call, false, true)
}

fn trimmed(call: &Call<'_>, start: bool, end: bool) -> Result<Value> {
    let text = this(call);
    let set = match call.args.first().map(Value::unwrapped) {
        Some(Value::Char(unit)) => vec![*unit],
        Some(_) => units_of(call, 0),
        None => Vec::new(),
    };
    let cut = |unit: &u16| {
        if set.is_empty() { is_white_space(*unit) } else { set.contains(unit) }
    };
    let units = text.units();
    let from = if start { units.iter().position(|unit| !cut(unit)).unwrap_or(units.len()) } else { 0 };
    let to =
        if end { units.iter().rposition(|unit| !cut(unit)).map_or(from, |at| at + 1) } else { units.len() };
    Ok(text.substring(from, to.saturating_sub(from)).into())
}

/// Whether a unit is white space.
pub fn is_white_space(unit: u16) -> bool {
    char::from_u32(unit.into()).is_some_and(char::is_whitespace)
}

/// The normal form that `NormalizationForm` numbers: 1 C, 2 D, 5 KC, 6 KD.
fn normal_form(call: &Call<'_>) -> Result<PsString> {
    use icu_normalizer::{
        ComposingNormalizerBorrowed as Composing, DecomposingNormalizerBorrowed as Decomposing,
    };
    let text = this(call);
    let Some(plain) = text.as_str() else {
        let message = "Invalid Unicode code point found at index 0.";
        return Err(fault::argument(message, "strInput"));
    };
    let form = if call.args.is_empty() { 1 } else { call.number(0) };
    Ok(match form {
        1 => Composing::new_nfc().normalize(plain).into(),
        2 => Decomposing::new_nfd().normalize(plain).into(),
        5 => Composing::new_nfkc().normalize(plain).into(),
        6 => Decomposing::new_nfkd().normalize(plain).into(),
        _ => return Err(fault::argument("Invalid or unsupported normalization form.", "normalizationForm")),
    })
}

fn normalize(call: &mut Call<'_>) -> Result<Value> {
    Ok(normal_form(call)?.into())
}

fn is_normalized(call: &mut Call<'_>) -> Result<Value> {
    Ok((normal_form(call)? == this(call)).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::{Runtime, array};
    use pwsh_value::Value;

    #[test]
    fn searching_and_cutting() {
        let mut rt = Runtime::new();
        let text = Value::from("Hello, World");
        assert_eq!(rt.call_text(&text, "IndexOf", &["World".into()]), "7");
        assert_eq!(rt.call_text(&text, "LastIndexOf", &[Value::Char(111)]), "8");
        assert_eq!(rt.call_text(&text, "Substring", &[7.into()]), "World");
        assert_eq!(rt.call_text(&text, "Remove", &[5.into()]), "Hello");
        assert_eq!(rt.call_text(&text, "Replace", &["l".into(), "L".into()]), "HeLLo, WorLd");
        let error = Runtime::error(rt.call(&text, "Substring", &[5.into(), 90.into()]));
        assert_eq!(
            error,
            "System.ArgumentOutOfRangeException: Index and length must refer to a location within the string. (Parameter 'length')"
        );
    }

    #[test]
    fn padding_and_trimming() {
        let mut rt = Runtime::new();
        assert_eq!(rt.call_text(&"7".into(), "PadLeft", &[3.into(), Value::Char(48)]), "007");
        assert_eq!(rt.call_text(&"  x ".into(), "TrimEnd", &[]), "  x");
        assert_eq!(rt.call_text(&"--x-".into(), "Trim", &[Value::Char(45)]), "x");
    }

    #[test]
    fn splitting_takes_characters_strings_and_options() {
        let mut rt = Runtime::new();
        let parts = rt.call(&"a,b,,c".into(), "Split", &[Value::Char(44)]).unwrap();
        assert_eq!(rt.text(&parts), "a b  c");
        let ty = pwsh_value::ty::named("System.StringSplitOptions");
        let options = Value::enumeration(&ty, 1);
        let parts = rt.call(&"a,b,,c".into(), "Split", &[",".into(), options]).unwrap();
        assert_eq!(rt.text(&parts), "a b c");
    }

    #[test]
    fn joining_and_formatting() {
        let mut rt = Runtime::new();
        let items = array(vec![1.into(), "x".into(), Value::Null]);
        let joined = rt.call_static("System.String", "Join", &["-".into(), items]).unwrap();
        assert_eq!(rt.text(&joined), "1-x-");
        let args = ["{0:N1}|{1,4}".into(), 1234.56.into(), "x".into()];
        let text = rt.call_static("System.String", "Format", &args).unwrap();
        assert_eq!(rt.text(&text), "1,234.6|   x");
    }
}
