//! `System.Diagnostics.ProcessStartInfo`.

use crate::collections::items::items_of;
use parking_lot::Mutex;
use pwsh_value::payload::{Dictionary, Keys, List};
use pwsh_value::ty::{Call, FacadeType, close_generic, constructor, known, named, property, property_rw};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};

/// `System.Diagnostics.ProcessStartInfo`.
pub static PROCESS_START_INFO: FacadeType = FacadeType {
    members: &[
        constructor("new()", new),
        constructor("new(string fileName)", new),
        constructor("new(string fileName, string arguments)", new),
        constructor("new(string fileName, System.Collections.Generic.IEnumerable[string] arguments)", new),
        property_rw("string Arguments {get;set;}", arguments, set_arguments),
        property("System.Collections.ObjectModel.Collection[string] ArgumentList {get;}", argument_list),
        property_rw("bool CreateNoWindow {get;set;}", create_no_window, set_create_no_window),
        property("System.Collections.Generic.IDictionary[string,string] Environment {get;}", environment),
        property_rw(
            "bool RedirectStandardInput {get;set;}",
            redirect_standard_input,
            set_redirect_standard_input,
        ),
        property_rw(
            "bool RedirectStandardOutput {get;set;}",
            redirect_standard_output,
            set_redirect_standard_output,
        ),
        property_rw(
            "bool RedirectStandardError {get;set;}",
            redirect_standard_error,
            set_redirect_standard_error,
        ),
        property_rw("string FileName {get;set;}", file_name, set_file_name),
        property_rw("string WorkingDirectory {get;set;}", working_directory, set_working_directory),
        property_rw("bool ErrorDialog {get;set;}", error_dialog, set_error_dialog),
        property_rw("string UserName {get;set;}", user_name, set_user_name),
        property_rw("string Verb {get;set;}", verb, set_verb),
        property_rw("string Domain {get;set;}", domain, set_domain),
        property_rw("bool UseShellExecute {get;set;}", use_shell_execute, set_use_shell_execute),
    ],
    ..FacadeType::class("System.Diagnostics.ProcessStartInfo")
};

/// The payload.
pub struct StartInfo {
    texts: Mutex<Texts>,
    flags: Mutex<Flags>,
    arguments: Value,
    environment: Value,
}

#[derive(Default, Clone)]
struct Texts {
    file: Text,
    arguments: Text,
    directory: Text,
    user: Text,
    verb: Text,
    domain: Text,
}

/// A text that was set, or not.
type Text = Option<PsString>;

/// What the switches of a start say.
#[derive(Clone, Copy, Default)]
pub struct Flags {
    /// `RedirectStandardInput`.
    pub input: bool,
    /// `RedirectStandardOutput`.
    pub output: bool,
    /// `RedirectStandardError`.
    pub error: bool,
    shell: bool,
    no_window: bool,
    error_dialog: bool,
}

impl Payload for StartInfo {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.arguments);
        visit(&self.environment);
    }
}

impl StartInfo {
    /// An empty one, with the session's environment.
    pub fn new(cx: &dyn Context) -> StartInfo {
        let string = || known().string.clone();
        let list = close_generic(&named("System.Collections.ObjectModel.Collection`1"), vec![string()]);
        let dictionary =
            close_generic(&named("System.Collections.Generic.Dictionary`2"), vec![string(), string()]);
        let environment = Obj::new(dictionary, Dictionary::new(Keys::Exact));
        for (name, value) in cx.process().environment() {
            let value = Value::str(value.to_string_lossy().into_owned());
            environment
                .get::<Dictionary>()
                .expect("just made")
                .set_str(name.to_string_lossy().into_owned(), value);
        }
        StartInfo {
            texts: Mutex::default(),
            flags: Mutex::default(),
            arguments: Obj::new(list, List::of_values(Vec::new())).into(),
            environment: environment.into(),
        }
    }

    /// The program and its arguments, split as .NET splits a line of them.
    pub fn command(&self) -> (String, Vec<String>) {
        let texts = self.texts.lock().clone();
        let listed = self
            .arguments
            .cell()
            .and_then(|obj| obj.get::<List>())
            .map(|list| list.to_vec())
            .unwrap_or_default();
        let line = texts.arguments.unwrap_or_else(PsString::empty).to_string();
        let arguments = if listed.is_empty() {
            words(&line)
        } else {
            listed.iter().filter_map(|word| Some(word.as_string()?.to_string())).collect()
        };
        (texts.file.unwrap_or_else(PsString::empty).to_string(), arguments)
    }

    /// The directory to start in, empty for the session's.
    pub fn directory(&self) -> String {
        self.texts.lock().directory.clone().unwrap_or_else(PsString::empty).to_string()
    }

    /// The environment to start with.
    pub fn environment(&self) -> Vec<(String, String)> {
        let table = self.environment.cell().and_then(|obj| obj.get::<Dictionary>());
        let entries = table.map(|table| table.entries()).unwrap_or_default();
        let text = |value: &Value| value.as_string().map(ToString::to_string);
        entries.iter().filter_map(|(name, value)| Some((text(name)?, text(value)?))).collect()
    }

    /// The switches.
    pub fn flags(&self) -> Flags {
        *self.flags.lock()
    }

    /// Sets the program and its line of arguments.
    pub fn set_command(&self, file: PsString, arguments: Option<PsString>) {
        let mut texts = self.texts.lock();
        texts.file = Some(file);
        texts.arguments = arguments;
    }

    /// The list of arguments.
    pub fn argument_list(&self) -> &Value {
        &self.arguments
    }
}

/// Words of a line, by the rules of Windows' C runtime: quotes group, a backslash before a quote escapes it.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            ' ' | '\t' if !quoted => words.extend(word.take()),
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            '\\' => {
                let mut count = 1;
                while chars.next_if_eq(&'\\').is_some() {
                    count += 1;
                }
                let word = word.get_or_insert_default();
                if chars.peek() == Some(&'"') {
                    word.push_str(&"\\".repeat(count / 2));
                    if count % 2 == 1 {
                        chars.next();
                        word.push('"');
                    }
                } else {
                    word.push_str(&"\\".repeat(count));
                }
            }
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    words
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let info = StartInfo::new(call.cx);
    if !call.args.is_empty() {
        let line = call.args.get(1).and_then(|value| value.as_string().cloned());
        info.set_command(call.str(0), line.clone());
        if call.args.len() > 1 && line.is_none() && !call.arg(1).is_null() {
            fill(call.cx, &info, &call.args[1])?;
        }
    }
    Ok(Obj::new(call.ty.clone(), info).into())
}

/// Fills the list of arguments.
///
/// # Errors
/// What enumerating and converting give.
pub fn fill(cx: &mut dyn Context, info: &StartInfo, arguments: &Value) -> Result<()> {
    for word in items_of(cx, arguments, "arguments")? {
        let text = cx.to_text(&word)?;
        if let Some(list) = info.arguments.cell().and_then(|obj| obj.get::<List>()) {
            list.push(text.into());
        }
    }
    Ok(())
}

fn this<'a>(call: &Call<'a>) -> &'a StartInfo {
    call.this::<StartInfo>().payload()
}

macro_rules! texts {
    ($($name:ident $set:ident = $field:ident;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            Ok(this(call).texts.lock().$field.clone().unwrap_or_else(PsString::empty).into())
        }

        fn $set(call: &mut Call<'_>) -> Result<Value> {
            this(call).texts.lock().$field = call.arg(0).as_string().cloned();
            Ok(Value::Void)
        }
    )*};
}

texts! {
    file_name set_file_name = file;
    arguments set_arguments = arguments;
    working_directory set_working_directory = directory;
    user_name set_user_name = user;
    verb set_verb = verb;
    domain set_domain = domain;
}

macro_rules! switches {
    ($($name:ident $set:ident = $field:ident;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            Ok(this(call).flags.lock().$field.into())
        }

        fn $set(call: &mut Call<'_>) -> Result<Value> {
            this(call).flags.lock().$field = call.bool(0);
            Ok(Value::Void)
        }
    )*};
}

switches! {
    redirect_standard_input set_redirect_standard_input = input;
    redirect_standard_output set_redirect_standard_output = output;
    redirect_standard_error set_redirect_standard_error = error;
    use_shell_execute set_use_shell_execute = shell;
    create_no_window set_create_no_window = no_window;
    error_dialog set_error_dialog = error_dialog;
}

fn argument_list(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).arguments.clone())
}

fn environment(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).environment.clone())
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_line_of_arguments_is_split() {
        assert_eq!(super::words(r#"a "b c" d\"e "" \\x"#), ["a", "b c", "d\"e", "", r"\\x"]);
    }
}
