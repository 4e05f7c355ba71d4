//! `System.Text.RegularExpressions.Regex`.

use super::poll::{ContextPoll, match_error};
use super::regex_match as found_match;
use crate::fault;
use crate::globalization::provider;
use dotnet_regex::{CaseBehavior, Options, ParseError, Subject};
use pwsh_value::payload::{EnumNumber, Exception};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, known, method, named, property};
use pwsh_value::{Context, Error, Obj, Payload, PsString, Result, TimeSpan, Value};
use std::cell::RefCell;
use std::sync::Arc;

/// `System.Text.RegularExpressions.Regex`.
pub static REGEX: FacadeType = FacadeType {
    members: &[
        constructor("new(string pattern)", new),
        constructor("new(string pattern, System.Text.RegularExpressions.RegexOptions options)", new),
        constructor(
            "new(string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            new,
        ),
        property("System.Text.RegularExpressions.RegexOptions Options {get;}", options),
        property("bool RightToLeft {get;}", right_to_left),
        property("static int CacheSize {get;}", cache_size),
        property("timespan MatchTimeout {get;}", match_timeout),
        property("static timespan InfiniteMatchTimeout {get;}", infinite_match_timeout),
        method("static string Escape(string str)", escape),
        method("static string Unescape(string str)", unescape),
        method("string[] GetGroupNames()", get_group_names),
        method("int[] GetGroupNumbers()", get_group_numbers),
        method("string GroupNameFromNumber(int i)", group_name_from_number),
        method("int GroupNumberFromName(string name)", group_number_from_name),
        method("int Count(string input)", count),
        method("static int Count(string input, string pattern)", count),
        method(
            "static int Count(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
            count,
        ),
        method(
            "static int Count(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            count,
        ),
        method("static bool IsMatch(string input, string pattern)", is_match),
        method(
            "static bool IsMatch(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
            is_match,
        ),
        method(
            "static bool IsMatch(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            is_match,
        ),
        method("bool IsMatch(string input)", is_match),
        method("bool IsMatch(string input, int startat)", is_match),
        method("static System.Text.RegularExpressions.Match Match(string input, string pattern)", match_),
        method(
            "static System.Text.RegularExpressions.Match Match(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
            match_,
        ),
        method(
            "static System.Text.RegularExpressions.Match Match(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            match_,
        ),
        method("System.Text.RegularExpressions.Match Match(string input)", match_),
        method("System.Text.RegularExpressions.Match Match(string input, int startat)", match_),
        method("System.Text.RegularExpressions.Match Match(string input, int beginning, int length)", match_),
        method(
            "static System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern)",
            matches,
        ),
        method(
            "static System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
            matches,
        ),
        method(
            "static System.Text.RegularExpressions.MatchCollection Matches(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            matches,
        ),
        method("System.Text.RegularExpressions.MatchCollection Matches(string input)", matches),
        method("System.Text.RegularExpressions.MatchCollection Matches(string input, int startat)", matches),
        method("static string Replace(string input, string pattern, string replacement)", replace),
        method(
            "static string Replace(string input, string pattern, string replacement, System.Text.RegularExpressions.RegexOptions options)",
            replace,
        ),
        method(
            "static string Replace(string input, string pattern, string replacement, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            replace,
        ),
        method("string Replace(string input, string replacement)", replace),
        method("string Replace(string input, string replacement, int count)", replace),
        method("string Replace(string input, string replacement, int count, int startat)", replace),
        method(
            "static string Replace(string input, string pattern, System.Text.RegularExpressions.MatchEvaluator evaluator)",
            replace,
        ),
        method(
            "static string Replace(string input, string pattern, System.Text.RegularExpressions.MatchEvaluator evaluator, System.Text.RegularExpressions.RegexOptions options)",
            replace,
        ),
        method(
            "static string Replace(string input, string pattern, System.Text.RegularExpressions.MatchEvaluator evaluator, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            replace,
        ),
        method(
            "string Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator)",
            replace,
        ),
        method(
            "string Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator, int count)",
            replace,
        ),
        method(
            "string Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator, int count, int startat)",
            replace,
        ),
        method("static string[] Split(string input, string pattern)", split),
        method(
            "static string[] Split(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)",
            split,
        ),
        method(
            "static string[] Split(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)",
            split,
        ),
        method("string[] Split(string input)", split),
        method("string[] Split(string input, int count)", split),
        method("string[] Split(string input, int count, int startat)", split),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Text.RegularExpressions.Regex")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| {
        let regex = value.cell().and_then(|obj| obj.get::<RegexObject>());
        Ok(regex.map_or_else(PsString::empty, |regex| PsString::from_wtf8(regex.regex.pattern())))
    }),
    convert_from: Some(|cx, _, value| match value.unwrapped() {
        Value::String(pattern) => Ok(Some(regex_object(compile(cx, pattern, Options::NONE)?, None))),
        _ => Ok(None),
    }),
    ..Hooks::NONE
};

/// The payload of a `Regex`.
pub struct RegexObject {
    /// The compiled pattern.
    pub regex: Arc<dotnet_regex::Regex>,
    /// `MatchTimeout` in ticks; `None` is infinite.
    timeout: Option<i64>,
}

impl Payload for RegexObject {}

/// A `Regex` object.
pub fn regex_object(regex: Arc<dotnet_regex::Regex>, timeout: Option<i64>) -> Value {
    Obj::new(known().regex.clone(), RegexObject { regex, timeout }).into()
}

/// The latest patterns that static members used on this thread, with their options, compiled.
const CACHED: usize = 32;

type CacheEntry = (PsString, Options, CaseBehavior, Arc<dotnet_regex::Regex>);

thread_local! {
    static CACHE: RefCell<Vec<CacheEntry>> = const { RefCell::new(Vec::new()) };
}

/// Compiles a pattern for the session's culture, or finds it compiled.
///
/// # Errors
/// `RegexParseException`.
pub fn compile(cx: &dyn Context, pattern: &PsString, options: Options) -> Result<Arc<dotnet_regex::Regex>> {
    let culture = provider::current(cx);
    let case = match &*culture.two_letter_iso_language_name {
        "iv" => CaseBehavior::Invariant,
        "tr" | "az" => CaseBehavior::Turkish,
        _ => CaseBehavior::NonTurkish,
    };
    let found = CACHE.with_borrow(|cache| {
        let same = cache.iter().find(|(p, o, c, _)| p == pattern && *o == options && *c == case);
        same.map(|(.., regex)| regex.clone())
    });
    if let Some(regex) = found {
        return Ok(regex);
    }
    let regex =
        dotnet_regex::Regex::from_wtf8(pattern.as_wtf8(), options, case).map_err(|e| parse_error(&e))?;
    let regex = Arc::new(regex);
    CACHE.with_borrow_mut(|cache| {
        if cache.len() == CACHED {
            cache.remove(0);
        }
        cache.push((pattern.clone(), options, case, regex.clone()));
    });
    Ok(regex)
}

fn parse_error(error: &ParseError) -> Error {
    let thrown = Error::new("System.Text.RegularExpressions.RegexParseException", error.message.clone());
    if let Some(exception) = thrown.thrown().and_then(|t| t.exception.get::<Exception>()) {
        exception.set_field("Offset", Value::Int32(error.offset as i32));
        let kind = named("System.Text.RegularExpressions.RegexParseError");
        exception.set_field("Error", Value::enumeration(&kind, error.kind as i64));
    }
    thrown
}

fn options_at(call: &Call<'_>, index: usize) -> Result<Options> {
    let bits = u32::try_from(call.number(index)).ok().and_then(Options::from_bits);
    bits.ok_or_else(|| {
        let message = "Specified argument was out of the range of valid values.";
        fault::out_of_range(message, "options")
    })
}

fn timeout(call: &Call<'_>, index: usize) -> Option<i64> {
    Some(call.timespan(index).0).filter(|ticks| *ticks > 0)
}

/// A required string argument.
fn text(call: &Call<'_>, index: usize, parameter: &str) -> Result<PsString> {
    if call.arg(index).is_null() { Err(fault::null(parameter)) } else { Ok(call.str(index)) }
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let pattern = text(call, 0, "pattern")?;
    let options = if call.args.len() > 1 { options_at(call, 1)? } else { Options::NONE };
    let regex = compile(call.cx, &pattern, options)?;
    let timeout = if call.args.len() > 2 { timeout(call, 2) } else { None };
    Ok(Obj::new(call.ty.clone(), RegexObject { regex, timeout }).into())
}

/// What a call searches: an object's regex in argument 0, or with the pattern in argument 1.
struct Search {
    regex: Arc<dotnet_regex::Regex>,
    input: PsString,
    timeout: Option<i64>,
    /// The first argument after input and, for static calls, pattern.
    next: usize,
}

fn search(call: &Call<'_>) -> Result<Search> {
    let input = text(call, 0, "input")?;
    if let Some(this) = call.this.cell().and_then(|obj| obj.get::<RegexObject>()) {
        return Ok(Search { regex: this.regex.clone(), input, timeout: this.timeout, next: 1 });
    }
    let pattern = text(call, 1, "pattern")?;
    let (mut flags, mut limit) = (Options::NONE, None);
    for index in 2..call.args.len() {
        if call.payload::<EnumNumber>(index).is_some() {
            flags = options_at(call, index)?;
        } else if matches!(call.arg(index), Value::TimeSpan(_)) {
            limit = timeout(call, index);
        }
    }
    Ok(Search { regex: compile(call.cx, &pattern, flags)?, input, timeout: limit, next: 2 })
}

/// `startat` in argument `index` of an instance call, else where the search begins by itself.
fn start(call: &Call<'_>, search: &Search, index: usize) -> Result<usize> {
    let given = call.args.get(index).filter(|_| !call.this.is_null());
    let Some(Value::Int32(start)) = given.map(Value::unwrapped) else {
        return Ok(if search.regex.right_to_left() { search.input.len() } else { 0 });
    };
    usize::try_from(*start).ok().filter(|start| *start <= search.input.len()).ok_or_else(|| {
        fault::out_of_range("Start index cannot be less than 0 or greater than input length.", "startat")
    })
}

fn is_match(call: &mut Call<'_>) -> Result<Value> {
    let search = search(call)?;
    let start = start(call, &search, 1)?;
    let (poll, mut units) = (ContextPoll::new(call.cx, search.timeout), Vec::new());
    let subject = Subject::from_wtf8(search.input.as_wtf8(), &mut units);
    let found = search.regex.is_match(subject, start, &poll);
    Ok(found.map_err(|error| match_error(error, poll))?.into())
}

fn match_(call: &mut Call<'_>) -> Result<Value> {
    let search = search(call)?;
    if call.args.len() == 3 && !call.this.is_null() {
        let range = usize::try_from(call.int(1)).ok().zip(usize::try_from(call.int(2)).ok());
        let range = range.filter(|(begin, length)| begin + length <= search.input.len());
        let (begin, length) = range.ok_or_else(|| {
            fault::out_of_range(
                "Start index cannot be less than 0 or greater than input length.",
                "beginning",
            )
        })?;
        let part = search.input.substring(0, begin + length);
        return found_match::first(call.cx, &search.regex, &part, begin, search.timeout);
    }
    let start = start(call, &search, 1)?;
    found_match::first(call.cx, &search.regex, &search.input, start, search.timeout)
}

fn matches(call: &mut Call<'_>) -> Result<Value> {
    let search = search(call)?;
    let start = start(call, &search, 1)?;
    let list = found_match::all(call.cx, &search.regex, &search.input, start, search.timeout, usize::MAX)?;
    Ok(super::match_collection::collection(list))
}

fn count(call: &mut Call<'_>) -> Result<Value> {
    let search = search(call)?;
    let start = start(call, &search, usize::MAX)?;
    let list = found_match::all(call.cx, &search.regex, &search.input, start, search.timeout, usize::MAX)?;
    Ok((list.len() as i32).into())
}

/// `Replace`: by a replacement pattern or by what an evaluator gives for each match.
fn replace(call: &mut Call<'_>) -> Result<Value> {
    let search = search(call)?;
    let by = call.args[search.next].clone();
    if by.is_null() {
        return Err(fault::null("replacement"));
    }
    let limit = match call.args.get(search.next + 1).map(Value::unwrapped) {
        Some(Value::Int32(count)) if *count < -1 => {
            return Err(fault::out_of_range("Count cannot be less than -1.", "count"));
        }
        Some(Value::Int32(count)) => usize::try_from(*count).unwrap_or(usize::MAX),
        _ => usize::MAX,
    };
    let start = start(call, &search, search.next + 2)?;
    let mut list = found_match::all(call.cx, &search.regex, &search.input, start, search.timeout, limit)?;
    let mut parts = Vec::with_capacity(list.len());
    for found in &list {
        parts.push(replaced(call.cx, found, &by)?);
    }
    if search.regex.right_to_left() {
        list.reverse();
        parts.reverse();
    }
    let mut out: Vec<PsString> = Vec::new();
    let mut at = 0;
    for (found, part) in list.iter().zip(parts) {
        let span = found_match::span(found);
        out.push(search.input.substring(at, span.start - at));
        out.push(part);
        at = span.end();
    }
    out.push(search.input.substring(at, usize::MAX));
    Ok(joined(&out).into())
}

/// Parts one after the other, surrogate pairs joined at the seams.
fn joined(parts: &[PsString]) -> PsString {
    if parts.iter().all(|part| part.as_str().is_some()) {
        return parts.iter().map(|part| part.to_str()).collect::<String>().into();
    }
    PsString::from_utf16(&parts.iter().flat_map(|part| part.units().into_owned()).collect::<Vec<u16>>())
}

fn replaced(cx: &mut dyn Context, found: &Value, by: &Value) -> Result<PsString> {
    match by.as_string() {
        Some(pattern) => found_match::expanded(found, pattern),
        None => {
            let text = cx.invoke(by, vec![found.clone()])?;
            cx.to_text(&text)
        }
    }
}

fn split(call: &mut Call<'_>) -> Result<Value> {
    let search = search(call)?;
    let limit = match call.args.get(1).map(Value::unwrapped) {
        Some(Value::Int32(count)) if search.next == 1 => usize::try_from(*count)
            .map_err(|_| fault::out_of_range("Count cannot be less than -1.", "count"))?,
        _ => 0,
    };
    let start = start(call, &search, 2)?;
    let (poll, mut units) = (ContextPoll::new(call.cx, search.timeout), Vec::new());
    let subject = Subject::from_wtf8(search.input.as_wtf8(), &mut units);
    let pieces =
        search.regex.split(subject, limit, start, &poll).map_err(|error| match_error(error, poll))?;
    Ok(Obj::strings(pieces.into_iter().map(|span| search.input.substring(span.start, span.len))).into())
}

fn escape(call: &mut Call<'_>) -> Result<Value> {
    Ok(PsString::from_wtf8(dotnet_regex::escape(text(call, 0, "str")?.as_wtf8())).into())
}

fn unescape(call: &mut Call<'_>) -> Result<Value> {
    let text =
        dotnet_regex::unescape(text(call, 0, "str")?.as_wtf8()).map_err(|error| parse_error(&error))?;
    Ok(PsString::from_wtf8(text).into())
}

fn options(call: &mut Call<'_>) -> Result<Value> {
    let bits = call.this::<RegexObject>().regex.options().bits();
    Ok(Value::enumeration(&named("System.Text.RegularExpressions.RegexOptions"), bits.into()))
}

fn right_to_left(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<RegexObject>().regex.right_to_left().into())
}

/// .NET's infinite time: -1 ms.
const INFINITE: TimeSpan = TimeSpan(-10_000);

fn match_timeout(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<RegexObject>().timeout.map_or(INFINITE, TimeSpan).into())
}

fn infinite_match_timeout(_: &mut Call<'_>) -> Result<Value> {
    Ok(INFINITE.into())
}

/// What .NET keeps where nobody sets it.
const CACHE_SIZE: i32 = 15;

fn cache_size(_: &mut Call<'_>) -> Result<Value> {
    Ok(CACHE_SIZE.into())
}

fn get_group_names(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::strings(call.this::<RegexObject>().regex.group_names()).into())
}

fn get_group_numbers(call: &mut Call<'_>) -> Result<Value> {
    let numbers =
        call.this::<RegexObject>().regex.group_numbers().iter().map(|n| Value::Int32(*n as i32)).collect();
    Ok(Obj::typed_array(&known().int32, numbers).into())
}

fn group_name_from_number(call: &mut Call<'_>) -> Result<Value> {
    let number = u32::try_from(call.int(0));
    let regex = &call.this::<RegexObject>().payload().regex;
    Ok(number.map(|number| regex.group_name(number)).unwrap_or_default().into())
}

fn group_number_from_name(call: &mut Call<'_>) -> Result<Value> {
    let number = call.this::<RegexObject>().regex.group_number(&call.str(0).to_str());
    Ok(number.map_or(-1, |number| number as i32).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::{Runtime, callable};
    use pwsh_value::Value;

    const REGEX: &str = "System.Text.RegularExpressions.Regex";

    #[test]
    fn matches_and_groups() {
        let mut rt = Runtime::new();
        let found = rt.call_static(REGEX, "Match", &["x12-34".into(), r"(?<a>\d+)-(\d+)".into()]).unwrap();
        let groups = rt.get(&found, "Groups");
        let names = rt.text(&groups);
        assert_eq!(names, "12-34 34 12");
        let index = rt.get(&found, "Index");
        assert_eq!(rt.text(&index), "1");
        let all = rt.call_static(REGEX, "Matches", &["a1b22".into(), r"\d+".into()]).unwrap();
        assert_eq!(rt.text(&all), "1 22");
    }

    #[test]
    fn replacing_by_pattern_and_by_evaluator() {
        let mut rt = Runtime::new();
        let text = rt.call_static(REGEX, "Replace", &["ab".into(), "(a)(b)".into(), "$2$1".into()]).unwrap();
        assert_eq!(rt.text(&text), "ba");
        let star = callable(|_| "*".into());
        let text = rt.call_static(REGEX, "Replace", &["a1b2".into(), r"\d".into(), star]).unwrap();
        assert_eq!(rt.text(&text), "a*b*");
    }

    #[test]
    fn a_bad_pattern_is_refused() {
        let mut rt = Runtime::new();
        let error = Runtime::error(rt.make(REGEX, &["(".into()]));
        assert!(
            error.starts_with("System.Text.RegularExpressions.RegexParseException: Invalid pattern '('"),
            "{error}"
        );
        assert!(!matches!(
            rt.call_static(REGEX, "IsMatch", &["a".into(), "A".into()]).unwrap(),
            Value::Bool(true)
        ));
    }
}
