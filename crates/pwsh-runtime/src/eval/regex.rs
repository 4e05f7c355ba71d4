//! `-match`, `-replace`, `-split` and `switch -regex`.

use crate::code::RegexOp;
use crate::command::ScriptBlock;
use crate::runspace::Runspace;
use dotnet_regex::{CaseBehavior, MatchError, Options, ParseError, Regex, Replacement, Subject};
use pwsh_value::ops::Case;
use pwsh_value::payload::{Dictionary, Keys};
use pwsh_value::ty::known;
use pwsh_value::{Category, Error, Name, Obj, PsString, Result, Unwind, Value, convert};
use std::sync::{Arc, LazyLock};

/// Compiled expressions that a runspace keeps.
const CACHED: usize = 64;

static MATCHES: LazyLock<Name> = LazyLock::new(|| Name::intern("Matches"));

impl Runspace {
    pub(super) fn regex_operator(&mut self, op: RegexOp, left: &Value, right: &Value) -> Result<Value> {
        match op {
            RegexOp::Match { negate, case } => self.match_operator(left, right, negate, case),
            RegexOp::Replace(case) => self.replace_operator(left, right, case),
            RegexOp::Split(case) => self.split_operator(left, right, case),
        }
    }

    /// The compiled expression of a pattern; the last ones used are kept.
    pub fn regex(&mut self, pattern: &PsString, options: Options) -> Result<Arc<Regex>> {
        if let Some(at) = self.regexes.iter().position(|(p, o, _)| *o == options.bits() && p == pattern) {
            if at > 0 {
                self.regexes.swap(at, 0);
            }
            return Ok(self.regexes[0].2.clone());
        }
        let regex =
            Regex::from_wtf8(pattern.as_wtf8(), options, CaseBehavior::default()).map_err(pattern_error)?;
        let regex = Arc::new(regex);
        self.regexes.truncate(CACHED - 1);
        self.regexes.insert(0, (pattern.clone(), options.bits(), regex.clone()));
        Ok(regex)
    }

    fn operator_regex(&mut self, pattern: &Value, case: Case) -> Result<Arc<Regex>> {
        let text = convert::to_text(self, pattern)?;
        self.regex(&text, options(case))
    }

    fn match_operator(&mut self, left: &Value, right: &Value, negate: bool, case: Case) -> Result<Value> {
        let regex = self.operator_regex(right, case)?;
        if let Some(items) = self.enumerable(left)? {
            let mut kept = Vec::new();
            for item in items {
                let text = convert::to_text(self, &item)?;
                if self.is_match(&regex, &text)? != negate {
                    kept.push(item);
                }
            }
            return Ok(Value::Object(Obj::array(kept)));
        }
        let text = convert::to_text(self, left)?;
        let found = self.match_text(&regex, &text)?;
        Ok(Value::Bool(found != negate))
    }

    /// Matches a text and, where it does, sets `$Matches`.
    fn match_text(&mut self, regex: &Regex, text: &PsString) -> Result<bool> {
        let mut units = Vec::new();
        let subject = Subject::from_wtf8(text.as_wtf8(), &mut units);
        let Some(captures) = regex.captures_at(subject, 0, &*self.attention).map_err(match_error)? else {
            return Ok(false);
        };
        let table = Obj::new(known().hashtable.clone(), Dictionary::new(Keys::IgnoreCase));
        if let Some(matches) = table.get::<Dictionary>() {
            for (slot, number) in regex.group_numbers().iter().enumerate() {
                let Some(span) = captures.group(slot) else { continue };
                let name = regex.group_name(*number);
                let key = match name.parse::<i32>() {
                    Ok(number) => Value::Int32(number),
                    Err(_) => Value::from(name),
                };
                matches.set(self, key, Value::String(text.substring(span.start, span.len)))?;
            }
        }
        self.set_in(self.cur.scope, *MATCHES, Value::Object(table));
        Ok(true)
    }

    fn is_match(&mut self, regex: &Regex, text: &PsString) -> Result<bool> {
        let mut units = Vec::new();
        let subject = Subject::from_wtf8(text.as_wtf8(), &mut units);
        regex.is_match(subject, regex.default_start(subject), &*self.attention).map_err(match_error)
    }

    pub(super) fn switch_regex(&mut self, pattern: &Value, item: &Value, case: Case) -> Result<bool> {
        let regex = self.operator_regex(pattern, case).map_err(|error| refused_pattern(error, pattern))?;
        let text = convert::to_text(self, item)?;
        self.match_text(&regex, &text)
    }

    fn replace_operator(&mut self, left: &Value, right: &Value, case: Case) -> Result<Value> {
        let (pattern, replacement) = match self.enumerable(right)? {
            Some(mut parts) => {
                if parts.len() > 2 {
                    return Err(Error::runtime(
                        "BadReplaceArgument",
                        format!(
                            "The {} operator allows only two elements to follow it, not {}.",
                            if case == Case::Heed { "-creplace" } else { "-replace" },
                            parts.len()
                        ),
                    )
                    .category(Category::InvalidOperation)
                    .target(right.clone()));
                }
                let replacement = if parts.len() == 2 { parts.remove(1) } else { Value::str("") };
                (parts.pop().unwrap_or(Value::Null), replacement)
            }
            None => (right.clone(), Value::str("")),
        };
        let regex = self.operator_regex(&pattern, case)?;
        if let Some(items) = self.enumerable(left)? {
            let mut replaced = Vec::with_capacity(items.len());
            for item in items {
                let text = convert::to_text(self, &item)?;
                replaced.push(Value::String(self.replace_text(&regex, &text, &replacement)?));
            }
            return Ok(Value::Object(Obj::array(replaced)));
        }
        let text = convert::to_text(self, left)?;
        Ok(Value::String(self.replace_text(&regex, &text, &replacement)?))
    }

    fn replace_text(&mut self, regex: &Regex, text: &PsString, replacement: &Value) -> Result<PsString> {
        let mut units = Vec::new();
        let subject = Subject::from_wtf8(text.as_wtf8(), &mut units);
        let start = regex.default_start(subject);
        let attention = self.attention.clone();
        let is_block = replacement.as_object().is_some_and(|o| o.get::<ScriptBlock>().is_some());
        let replaced = if is_block {
            let create = crate::regex_match::match_object;
            regex.replace_with(subject, None, start, &*attention, |captures, out| -> Result<(), Failure> {
                let item = create(regex, captures, text);
                let value = self.call_block_with_item(replacement, item)?;
                out.extend_from_slice(convert::to_text(self, &value)?.as_wtf8());
                Ok(())
            })
        } else {
            let pattern = convert::to_text(self, replacement)?;
            let pattern = Replacement::new(regex, pattern.as_wtf8()).map_err(pattern_error)?;
            regex.replace(subject, &pattern, None, start, &*attention).map_err(Failure::from)
        };
        match replaced {
            Ok(Some(bytes)) => Ok(PsString::from_wtf8(bytes)),
            Ok(None) => Ok(text.clone()),
            Err(Failure(error)) => Err(error),
        }
    }

    fn split_operator(&mut self, left: &Value, right: &Value, case: Case) -> Result<Value> {
        let mut parts = self.enumerable(right)?.unwrap_or_else(|| vec![right.clone()]);
        let given = if parts.len() > 2 { Some(parts.remove(2)) } else { None };
        let limit = if parts.len() > 1 { parts.remove(1) } else { Value::Int32(0) };
        let separator = parts.pop().unwrap_or(Value::Null);
        let limit = convert::to_int(self, &limit)?;
        if separator.as_object().is_some_and(|o| o.get::<ScriptBlock>().is_some()) {
            return self.split_by_block(left, &separator, limit);
        }
        let mut flags = options(case);
        let mut simple = false;
        if let Some(given) = given {
            let text = convert::to_text(self, &given)?;
            for word in text.to_str().split(',') {
                match &*word.trim().to_ascii_lowercase() {
                    "simplematch" => simple = true,
                    "ignorecase" => flags = flags | Options::IGNORE_CASE,
                    "multiline" => flags = flags | Options::MULTILINE,
                    "singleline" => flags = flags | Options::SINGLELINE,
                    "ignorepatternwhitespace" => flags = flags | Options::IGNORE_PATTERN_WHITESPACE,
                    "explicitcapture" => flags = flags | Options::EXPLICIT_CAPTURE,
                    "cultureinvariant" => flags = flags | Options::CULTURE_INVARIANT,
                    _ => {}
                }
            }
        }
        if limit < 0 {
            flags = flags | Options::RIGHT_TO_LEFT;
        }
        let pattern = convert::to_text(self, &separator)?;
        let pattern =
            if simple { PsString::from_wtf8(dotnet_regex::escape(pattern.as_wtf8())) } else { pattern };
        let regex = self.regex(&pattern, flags)?;
        let mut pieces = Vec::new();
        for item in self.enumerable(left)?.unwrap_or_else(|| vec![left.clone()]) {
            let text = convert::to_text(self, &item)?;
            let mut units = Vec::new();
            let subject = Subject::from_wtf8(text.as_wtf8(), &mut units);
            let start = regex.default_start(subject);
            let spans = regex
                .split(subject, limit.unsigned_abs() as usize, start, &*self.attention)
                .map_err(match_error)?;
            pieces.extend(spans.into_iter().map(|s| Value::String(text.substring(s.start, s.len))));
        }
        Ok(strings(pieces))
    }

    /// `-split { }`: the block says of each character whether it separates.
    fn split_by_block(&mut self, left: &Value, block: &Value, limit: i32) -> Result<Value> {
        let mut pieces = Vec::new();
        for item in self.enumerable(left)?.unwrap_or_else(|| vec![left.clone()]) {
            let text = convert::to_text(self, &item)?;
            let (mut start, mut count) = (0, 1);
            for at in 0..text.len() {
                if limit > 0 && count >= limit {
                    break;
                }
                let separates = self.call_block_with_item(block, Value::String(text.substring(at, 1)))?;
                if convert::to_bool(&separates) {
                    pieces.push(Value::String(text.substring(start, at - start)));
                    start = at + 1;
                    count += 1;
                }
            }
            pieces.push(Value::String(text.substring(start, text.len())));
        }
        Ok(strings(pieces))
    }

    /// `-split $x`: at white space, leading and trailing ones dropped.
    pub(super) fn split_blank(&mut self, operand: &Value) -> Result<Value> {
        let mut pieces = Vec::new();
        for item in self.enumerable(operand)?.unwrap_or_else(|| vec![operand.clone()]) {
            let text = convert::to_text(self, &item)?;
            pieces.extend(text.to_str().split_whitespace().map(Value::from));
            if text.is_empty() {
                pieces.push(Value::str(""));
            }
        }
        Ok(strings(pieces))
    }
}

fn strings(pieces: Vec<Value>) -> Value {
    Value::Object(Obj::typed_array(&known().string, pieces))
}

fn options(case: Case) -> Options {
    match case {
        Case::Ignore => Options::IGNORE_CASE,
        Case::Heed => Options::NONE,
    }
}

/// A pattern that .NET refuses: its own exception, whose name is the error id.
fn pattern_error(error: ParseError) -> Error {
    Error::new("System.Text.RegularExpressions.RegexParseException", error.message)
        .id("System.Text.RegularExpressions.RegexParseException")
        .category(Category::OperationStopped)
}

/// How `switch -regex` tells of a pattern that .NET refuses.
fn refused_pattern(error: Error, pattern: &Value) -> Error {
    let Some(thrown) = error.thrown() else { return error };
    let shown = pattern.as_string().cloned().unwrap_or_default();
    let exception = pwsh_value::payload::Exception::object(
        pwsh_value::ty::named("System.Management.Automation.RuntimeException"),
        format!("The regular expression pattern {shown} is not valid.").into(),
        Some(thrown.exception.clone()),
    );
    Error::throw(exception)
        .id("InvalidRegularExpression")
        .category(Category::InvalidOperation)
        .target(pattern.clone())
}

fn match_error(error: MatchError) -> Error {
    match error {
        MatchError::Interrupted(_) => Unwind::Stopped.into(),
        MatchError::BacktrackLimit => {
            Error::new("System.InsufficientExecutionStackException", error.to_string())
        }
    }
}

/// An error of a replacement's script block, through the matcher.
struct Failure(Error);

impl From<MatchError> for Failure {
    fn from(error: MatchError) -> Self {
        Failure(match_error(error))
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Failure(error)
    }
}
