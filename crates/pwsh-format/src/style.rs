//! `$PSStyle`: the escape sequences of displays, and whether output keeps them.

use parking_lot::Mutex;
use pwsh_runtime::Runspace;
use pwsh_value::ty::{Call, FacadeType, method, named, property, property_rw};
use pwsh_value::{Obj, Payload, Result, Value};
use std::sync::Arc;

/// The sequence that ends all styles.
pub const RESET: &str = "\u{1b}[0m";

/// The styles that a session has set, and `OutputRendering`.
#[derive(Clone, Debug)]
pub(crate) struct Styles {
    pub(crate) format_accent: String,
    pub(crate) table_header: String,
    pub(crate) custom_table_header_label: String,
    error_accent: String,
    error: String,
    warning: String,
    verbose: String,
    debug: String,
    feedback_name: String,
    feedback_text: String,
    feedback_action: String,
    progress: String,
    directory: String,
    symbolic_link: String,
    executable: String,
    rendering: i64,
}

const HOST: i64 = 0;
const PLAIN_TEXT: i64 = 1;

impl Default for Styles {
    fn default() -> Styles {
        let code = |text: &str| format!("\u{1b}[{text}m");
        Styles {
            format_accent: code("32;1"),
            table_header: code("32;1"),
            custom_table_header_label: code("32;1;3"),
            error_accent: code("36;1"),
            error: code("31;1"),
            warning: code("33;1"),
            verbose: code("33;1"),
            debug: code("33;1"),
            feedback_name: code("33"),
            feedback_text: code("96"),
            feedback_action: code("97"),
            progress: code("33;1"),
            directory: code("44;1"),
            symbolic_link: code("36;1"),
            executable: code("32;1"),
            rendering: HOST,
        }
    }
}

/// A session's styles.
#[derive(Default)]
struct SessionStyles(Mutex<Arc<Styles>>);

/// The styles in force.
pub(crate) fn current(rs: &Runspace) -> Arc<Styles> {
    rs.session.process().statics::<SessionStyles>().0.lock().clone()
}

/// Where text goes, for whether it keeps its escape sequences.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Destination {
    /// A host with a screen that shows styles.
    Screen,
    /// A string, a file, or a host that shows none.
    Text,
}

/// The text as `$PSStyle.OutputRendering` wants it for that destination.
pub fn rendered<'a>(rs: &Runspace, text: &'a str, to: Destination) -> std::borrow::Cow<'a, str> {
    if !crate::cells::is_decorated(text) {
        return text.into();
    }
    let plain = match current(rs).rendering {
        HOST => to == Destination::Text,
        rendering => rendering == PLAIN_TEXT,
    };
    if plain { crate::cells::plain(text).into() } else { text.into() }
}

/// The payload of `$PSStyle` and its parts; what they say is the session's.
struct StylePart;

impl Payload for StylePart {}

/// The object that `$PSStyle` holds.
pub fn object() -> Value {
    part("System.Management.Automation.PSStyle")
}

fn part(name: &str) -> Value {
    Value::Object(Obj::new(named(name), StylePart))
}

fn get(call: &mut Call<'_>, pick: impl Fn(&Styles) -> String) -> Result<Value> {
    Ok(pick(&call.cx.process().statics::<SessionStyles>().0.lock()).into())
}

fn set(call: &mut Call<'_>, pick: impl Fn(&mut Styles) -> &mut String) -> Result<Value> {
    let value = call.args.last().and_then(Value::as_string).cloned().unwrap_or_default();
    let text = value.to_str();
    if !crate::cells::plain(&text).is_empty() {
        let message = format!(
            "The specified string contains printable content when it should only contain ANSI escape sequences: {text}"
        );
        return Err(pwsh_value::Error::argument(&message, "value"));
    }
    let styles = call.cx.process().statics::<SessionStyles>();
    *pick(Arc::make_mut(&mut styles.0.lock())) = text.into_owned();
    Ok(Value::Void)
}

/// A property that always holds that code.
macro_rules! code {
    ($name:literal, $code:literal) => {
        property(concat!("string ", $name, " {get;}"), |_| Ok(concat!("\u{1b}[", $code, "m").into()))
    };
}

/// A property that a session can set.
macro_rules! style {
    ($name:literal, $field:ident) => {
        property_rw(
            concat!("string ", $name, " {get;set;}"),
            |call| get(call, |styles| styles.$field.clone()),
            |call| set(call, |styles| &mut styles.$field),
        )
    };
}

/// A property that holds a part of `$PSStyle`.
macro_rules! part {
    ($name:literal, $class:literal) => {
        property(concat!("System.Management.Automation.PSStyle+", $class, " ", $name, " {get;}"), |_| {
            Ok(part(concat!("System.Management.Automation.PSStyle+", $class)))
        })
    };
}

fn rgb(call: &mut Call<'_>, layer: u8) -> Result<Value> {
    let (red, green, blue) = match call.args {
        [Value::UInt8(red), Value::UInt8(green), Value::UInt8(blue)] => (*red, *green, *blue),
        _ => {
            let [_, red, green, blue] = call.int(0).to_be_bytes();
            (red, green, blue)
        }
    };
    Ok(format!("\u{1b}[{layer};2;{red};{green};{blue}m").into())
}

/// The code of a `ConsoleColor` in the foreground.
fn console_color(number: i64) -> i64 {
    const CODES: [i64; 16] = [30, 34, 32, 36, 31, 35, 33, 37, 90, 94, 92, 96, 91, 95, 93, 97];
    usize::try_from(number).ok().and_then(|at| CODES.get(at).copied()).unwrap_or(37)
}

fn hyperlink(call: &mut Call<'_>) -> Result<Value> {
    let link = call.cx.to_text(&call.args[1])?;
    Ok(format!("\u{1b}]8;;{link}\u{1b}\\{}\u{1b}]8;;\u{1b}\\", call.str(0)).into())
}

static PS_STYLE: FacadeType = FacadeType {
    members: &[
        property_rw(
            "System.Management.Automation.OutputRendering OutputRendering {get;set;}",
            |call| {
                let number = call.cx.process().statics::<SessionStyles>().0.lock().rendering;
                Ok(Value::enumeration(&named(OUTPUT_RENDERING.name), number))
            },
            |call| {
                let number = call.number(call.args.len() - 1);
                let styles = call.cx.process().statics::<SessionStyles>();
                Arc::make_mut(&mut styles.0.lock()).rendering = number;
                Ok(Value::Void)
            },
        ),
        code!("Reset", "0"),
        code!("BlinkOff", "25"),
        code!("Blink", "5"),
        code!("BoldOff", "22"),
        code!("Bold", "1"),
        code!("DimOff", "22"),
        code!("Dim", "2"),
        code!("Hidden", "8"),
        code!("HiddenOff", "28"),
        code!("Reverse", "7"),
        code!("ReverseOff", "27"),
        code!("ItalicOff", "23"),
        code!("Italic", "3"),
        code!("UnderlineOff", "24"),
        code!("Underline", "4"),
        code!("StrikethroughOff", "29"),
        code!("Strikethrough", "9"),
        part!("Formatting", "FormattingData"),
        part!("Progress", "ProgressConfiguration"),
        part!("Foreground", "ForegroundColor"),
        part!("Background", "BackgroundColor"),
        part!("FileInfo", "FileInfoFormatting"),
        method("string FormatHyperlink(string text, uri link)", hyperlink),
    ],
    ..FacadeType::class("System.Management.Automation.PSStyle")
};

static FORMATTING: FacadeType = FacadeType {
    members: &[
        style!("FormatAccent", format_accent),
        style!("TableHeader", table_header),
        style!("CustomTableHeaderLabel", custom_table_header_label),
        style!("ErrorAccent", error_accent),
        style!("Error", error),
        style!("Warning", warning),
        style!("Verbose", verbose),
        style!("Debug", debug),
        style!("FeedbackName", feedback_name),
        style!("FeedbackText", feedback_text),
        style!("FeedbackAction", feedback_action),
    ],
    ..FacadeType::class("System.Management.Automation.PSStyle+FormattingData")
};

static PROGRESS: FacadeType = FacadeType {
    members: &[
        style!("Style", progress),
        property("int MaxWidth {get;}", |_| Ok(Value::Int32(120))),
        property("bool UseOSCIndicator {get;}", |_| Ok(Value::Bool(false))),
    ],
    ..FacadeType::class("System.Management.Automation.PSStyle+ProgressConfiguration")
};

static FILE_INFO: FacadeType = FacadeType {
    members: &[
        style!("Directory", directory),
        style!("SymbolicLink", symbolic_link),
        style!("Executable", executable),
    ],
    ..FacadeType::class("System.Management.Automation.PSStyle+FileInfoFormatting")
};

static FOREGROUND: FacadeType = FacadeType {
    members: &[
        code!("Black", "30"),
        code!("Red", "31"),
        code!("Green", "32"),
        code!("Yellow", "33"),
        code!("Blue", "34"),
        code!("Magenta", "35"),
        code!("Cyan", "36"),
        code!("White", "37"),
        code!("BrightBlack", "90"),
        code!("BrightRed", "91"),
        code!("BrightGreen", "92"),
        code!("BrightYellow", "93"),
        code!("BrightBlue", "94"),
        code!("BrightMagenta", "95"),
        code!("BrightCyan", "96"),
        code!("BrightWhite", "97"),
        method("string FromRgb(byte red, byte green, byte blue)", |call| rgb(call, 38)),
        method("string FromRgb(int rgb)", |call| rgb(call, 38)),
        method("string FromConsoleColor(System.ConsoleColor color)", |call| {
            Ok(format!("\u{1b}[{}m", console_color(call.number(0))).into())
        }),
    ],
    ..FacadeType::class("System.Management.Automation.PSStyle+ForegroundColor")
};

static BACKGROUND: FacadeType = FacadeType {
    members: &[
        code!("Black", "40"),
        code!("Red", "41"),
        code!("Green", "42"),
        code!("Yellow", "43"),
        code!("Blue", "44"),
        code!("Magenta", "45"),
        code!("Cyan", "46"),
        code!("White", "47"),
        code!("BrightBlack", "100"),
        code!("BrightRed", "101"),
        code!("BrightGreen", "102"),
        code!("BrightYellow", "103"),
        code!("BrightBlue", "104"),
        code!("BrightMagenta", "105"),
        code!("BrightCyan", "106"),
        code!("BrightWhite", "107"),
        method("string FromRgb(byte red, byte green, byte blue)", |call| rgb(call, 48)),
        method("string FromRgb(int rgb)", |call| rgb(call, 48)),
        method("string FromConsoleColor(System.ConsoleColor color)", |call| {
            Ok(format!("\u{1b}[{}m", console_color(call.number(0)) + 10).into())
        }),
    ],
    ..FacadeType::class("System.Management.Automation.PSStyle+BackgroundColor")
};

static OUTPUT_RENDERING: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.OutputRendering",
    &[("Host", HOST), ("PlainText", PLAIN_TEXT), ("Ansi", 2)],
);

/// `System.Management.Automation.ErrorView`: what `$ErrorView` may be.
static ERROR_VIEW: FacadeType = FacadeType::enumeration(
    "System.Management.Automation.ErrorView",
    &[("NormalView", 0), ("CategoryView", 1), ("ConciseView", 2), ("DetailedView", 3)],
);

/// The types of `$PSStyle` and `$ErrorView`, for [`pwsh_value::ty::install`].
pub static TYPES: &[&FacadeType] = &[
    &PS_STYLE,
    &FORMATTING,
    &PROGRESS,
    &FILE_INFO,
    &FOREGROUND,
    &BACKGROUND,
    &OUTPUT_RENDERING,
    &ERROR_VIEW,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_psstyle_is_a_declared_type() {
        for name in ["FormattingData", "ProgressConfiguration", "ForegroundColor", "BackgroundColor"] {
            let full = format!("System.Management.Automation.PSStyle+{name}");
            assert!(TYPES.iter().any(|facade| facade.name == full), "{name}");
        }
    }
}
