//! `Microsoft.PowerShell.Commands.MatchInfo` and `MatchInfoContext`: what Select-String gives.

use super::fields::{Fields, field, get, set};
use pwsh_value::ty::{Call, FacadeType, Hooks, method, property, property_rw};
use pwsh_value::{Context, Obj, PsString, Result, Value, convert};

/// The name of the type.
pub const MATCH_INFO_NAME: &str = "Microsoft.PowerShell.Commands.MatchInfo";
/// What `Path` and `Filename` say of a match in the pipeline's input.
const INPUT_STREAM: &str = "InputStream";

/// Places of the fields of a MatchInfo.
pub mod place {
    /// Whether case did not count.
    pub const IGNORE_CASE: usize = 0;
    /// The number of the line, from 1, as UInt64.
    pub const LINE_NUMBER: usize = 1;
    /// The line.
    pub const LINE: usize = 2;
    /// The file; null for the pipeline's input.
    pub const PATH: usize = 3;
    /// The pattern that matched.
    pub const PATTERN: usize = 4;
    /// The lines around it, null where none were asked for.
    pub const CONTEXT: usize = 5;
    /// The matches.
    pub const MATCHES: usize = 6;
}

/// Places of the fields of a MatchInfoContext.
pub mod context_place {
    /// The lines before.
    pub const PRE: usize = 0;
    /// The lines behind.
    pub const POST: usize = 1;
    /// Those lines before that no earlier match shows.
    pub const DISPLAY_PRE: usize = 2;
    /// Those lines behind that no later match shows.
    pub const DISPLAY_POST: usize = 3;
}

/// A line that matched.
pub static MATCH_INFO: FacadeType = FacadeType {
    members: &[
        property_rw(
            "bool IgnoreCase {get;set;}",
            get::<{ place::IGNORE_CASE }>,
            set::<{ place::IGNORE_CASE }>,
        ),
        property_rw(
            "ulong LineNumber {get;set;}",
            get::<{ place::LINE_NUMBER }>,
            set::<{ place::LINE_NUMBER }>,
        ),
        property_rw("string Line {get;set;}", get::<{ place::LINE }>, set::<{ place::LINE }>),
        property("string Filename {get;}", filename),
        property_rw("string Path {get;set;}", path, set::<{ place::PATH }>),
        property_rw("string Pattern {get;set;}", get::<{ place::PATTERN }>, set::<{ place::PATTERN }>),
        property_rw(
            "Microsoft.PowerShell.Commands.MatchInfoContext Context {get;set;}",
            get::<{ place::CONTEXT }>,
            set::<{ place::CONTEXT }>,
        ),
        property_rw(
            "System.Text.RegularExpressions.Match[] Matches {get;set;}",
            get::<{ place::MATCHES }>,
            set::<{ place::MATCHES }>,
        ),
        method("string RelativePath(string directory)", relative_path),
        method("string ToString()", to_text),
        method("string ToString(string directory)", to_text),
        method("string ToEmphasizedString(string directory)", to_text),
    ],
    hooks: Hooks { to_string: Some(|cx, value| text(cx, value, None)), ..Hooks::NONE },
    ..FacadeType::class(MATCH_INFO_NAME)
};

/// The lines around a match.
pub static MATCH_INFO_CONTEXT: FacadeType = FacadeType {
    interfaces: &["System.ICloneable"],
    members: &[
        property_rw(
            "string[] PreContext {get;set;}",
            get::<{ context_place::PRE }>,
            set::<{ context_place::PRE }>,
        ),
        property_rw(
            "string[] PostContext {get;set;}",
            get::<{ context_place::POST }>,
            set::<{ context_place::POST }>,
        ),
        property_rw(
            "string[] DisplayPreContext {get;set;}",
            get::<{ context_place::DISPLAY_PRE }>,
            set::<{ context_place::DISPLAY_PRE }>,
        ),
        property_rw(
            "string[] DisplayPostContext {get;set;}",
            get::<{ context_place::DISPLAY_POST }>,
            set::<{ context_place::DISPLAY_POST }>,
        ),
        method("System.Object Clone()", clone),
    ],
    ..FacadeType::class("Microsoft.PowerShell.Commands.MatchInfoContext")
};

/// The lines around a match, as an object.
pub fn context_object(
    pre: Vec<PsString>,
    post: Vec<PsString>,
    display: (Vec<PsString>, Vec<PsString>),
) -> Value {
    let lines = |lines: Vec<PsString>| Value::Object(Obj::strings(lines));
    Fields::object(
        "Microsoft.PowerShell.Commands.MatchInfoContext",
        vec![lines(pre), lines(post), lines(display.0), lines(display.1)],
    )
}

fn filename(call: &mut Call<'_>) -> Result<Value> {
    let path = field(call.this, place::PATH);
    Ok(match path.as_string() {
        None => INPUT_STREAM.into(),
        Some(path) => path.to_str().rsplit('/').next().unwrap_or_default().into(),
    })
}

fn path(call: &mut Call<'_>) -> Result<Value> {
    let path = field(call.this, place::PATH);
    Ok(if path.is_null() { INPUT_STREAM.into() } else { path })
}

fn relative_path(call: &mut Call<'_>) -> Result<Value> {
    let path = field(call.this, place::PATH);
    Ok(match path.as_string() {
        None => INPUT_STREAM.into(),
        Some(path) => relative(&path.to_str(), &call.str(0).to_str()).into(),
    })
}

/// A path without the directory it lies in.
fn relative(path: &str, directory: &str) -> String {
    let below = path.strip_prefix(directory.trim_end_matches('/')).and_then(|rest| rest.strip_prefix('/'));
    if directory.is_empty() { path.to_owned() } else { below.unwrap_or(path).to_owned() }
}

fn to_text(call: &mut Call<'_>) -> Result<Value> {
    let directory = call.args.first().and_then(|directory| directory.as_string().cloned());
    Ok(text(call.cx, call.this, directory)?.into())
}

/// The line behind its place; with its context, if it has one, the match marked.
fn text(cx: &mut dyn Context, this: &Value, directory: Option<PsString>) -> Result<PsString> {
    let path = field(this, place::PATH).as_string().map(|path| match &directory {
        Some(directory) => relative(&path.to_str(), &directory.to_str()),
        None => path.to_string(),
    });
    let line = convert::to_text(cx, &field(this, place::LINE))?;
    let Value::UInt64(number) = field(this, place::LINE_NUMBER) else { return Ok(line) };
    let shown = |mark: &str, number: u64, line: &PsString| match &path {
        Some(path) => format!("{mark}{path}:{number}:{line}"),
        None => format!("{mark}{line}"),
    };
    let context = field(this, place::CONTEXT);
    if context.is_null() {
        return Ok(shown("", number, &line).into());
    }
    let mut around = Vec::new();
    for at in [context_place::DISPLAY_PRE, context_place::DISPLAY_POST] {
        let lines = cx.enumerate(&field(&context, at))?.unwrap_or_default();
        let lines: Result<Vec<PsString>> = lines.iter().map(|line| convert::to_text(cx, line)).collect();
        around.push(lines?);
    }
    let mut at = number.saturating_sub(around[0].len() as u64);
    let mut out = Vec::new();
    for (mark, lines) in [("  ", &around[0][..]), ("> ", std::slice::from_ref(&line)), ("  ", &around[1][..])]
    {
        for line in lines {
            out.push(shown(mark, at, line));
            at += 1;
        }
    }
    Ok(out.join("\n").into())
}

fn clone(call: &mut Call<'_>) -> Result<Value> {
    let lines = |place| field(call.this, place);
    Ok(Fields::object(
        "Microsoft.PowerShell.Commands.MatchInfoContext",
        vec![
            lines(context_place::PRE),
            lines(context_place::POST),
            lines(context_place::DISPLAY_PRE),
            lines(context_place::DISPLAY_POST),
        ],
    ))
}
