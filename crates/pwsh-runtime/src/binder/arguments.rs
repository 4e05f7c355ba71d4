//! Arguments as they come from the call.

use pwsh_value::{Member, PsString, Value};

/// The member under which a parameter's text in `$args` keeps that it was a parameter, so that `@args` makes it
/// one again.
const PARAMETER_MEMBER: &str = "\u{1}CommandParameterName";

/// An evaluated argument; splats are expanded.
#[derive(Clone, Debug)]
pub enum Given {
    /// By position.
    Value {
        /// The value.
        value: Value,
        /// Whether it was a bare word.
        bare: bool,
    },
    /// By name.
    Parameter {
        /// The name, without dash and colon.
        name: PsString,
        /// What was written after a colon, or the value of a splatted hash table's key.
        value: Option<Value>,
        /// The text as written: `-Name`, `-Name:`. A value without a colon here was splatted.
        text: PsString,
        /// Whether a blank followed.
        spaced: bool,
    },
}

/// An argument on its way to a parameter.
#[derive(Clone, Debug)]
pub(super) struct Argument {
    /// The name it was given by.
    pub name: Option<PsString>,
    /// The name as written, with its dash.
    pub text: PsString,
    /// The value; `None` for a name alone.
    pub value: Option<Value>,
    /// Whether it comes from a splatted hash table: an argument written out goes before it.
    pub splatted: bool,
    /// The place of the name among the arguments given.
    pub at: usize,
    /// The place of the value.
    pub value_at: usize,
}

impl Argument {
    /// The arguments of a call, splatted ones after the others.
    pub fn of(given: Vec<Given>) -> Vec<Argument> {
        let (splatted, mut written): (Vec<_>, Vec<_>) =
            given.into_iter().enumerate().map(Argument::new).partition(|argument| argument.splatted);
        written.extend(splatted);
        written
    }

    fn new((at, given): (usize, Given)) -> Argument {
        match given {
            Given::Value { value, .. } => {
                let text = PsString::empty();
                Argument { name: None, text, value: Some(value), splatted: false, at, value_at: at }
            }
            Given::Parameter { name, value, text, .. } => {
                let splatted = value.is_some() && !text.to_str().ends_with(':');
                Argument { name: Some(name), text, value, splatted, at, value_at: at }
            }
        }
    }

    /// The argument as `$args` and parameters that take the rest see it.
    pub fn into_rest(self, rest: &mut Vec<Value>) {
        if let Some(name) = self.name {
            let text = Value::String(self.text).wrap();
            if let Some(obj) = text.cell() {
                let members = obj.attached_or_new();
                members.set(obj, PARAMETER_MEMBER.into(), Member::Note(Value::String(name)));
            }
            rest.push(text);
        }
        rest.extend(self.value);
    }
}

/// The parameter that a value out of `$args` was before; `None` for any other value.
pub fn parameter_text(value: &Value) -> Option<Given> {
    let (_, member) = value.cell()?.attached()?.get(&PARAMETER_MEMBER.into())?;
    let Member::Note(name) = member else { return None };
    let name = name.as_string()?.clone();
    Some(Given::Parameter { name, value: None, text: value.as_string()?.clone(), spaced: true })
}
