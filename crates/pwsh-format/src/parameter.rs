//! The elements of `-Property` and `-GroupBy`: names, scripts and hash tables (`@{ Name = ..; Expression = .. }`).

use crate::expression::Expression;
use crate::view::Alignment;
use pwsh_runtime::command::ScriptBlock;
use pwsh_value::payload::Dictionary;
use pwsh_value::{PsString, Value};

/// One property to show.
#[derive(Clone)]
pub struct Parameter {
    /// What gives the value.
    pub expression: Expression,
    /// The header or label.
    pub label: Option<PsString>,
    /// The format of the value.
    pub format: Option<PsString>,
    /// The column's width.
    pub width: Option<i32>,
    /// On which side the column's values stand.
    pub alignment: Option<Alignment>,
    /// To which depth the value is shown.
    pub depth: Option<i32>,
}

/// Which parameter it is, for the keys that its hash tables may have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// Format-Table -Property
    Table,
    /// Format-List -Property
    List,
    /// Format-Wide -Property
    Wide,
    /// Format-Custom -Property
    Custom,
    /// -GroupBy
    GroupBy,
}

/// Why an element is refused: the error's id and what it says.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct ParameterError {
    /// The error id.
    pub id: &'static str,
    /// The message.
    pub message: String,
}

fn refuse<T>(id: &'static str, message: impl Into<String>) -> Result<T, ParameterError> {
    Err(ParameterError { id, message: message.into() })
}

const EXPRESSION: &str = "expression";
const EXPECTED: &str = "{System.String, System.Management.Automation.ScriptBlock}";

impl Purpose {
    /// The keys, each with the name it is looked up by in .NET's messages.
    fn keys(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Purpose::Table => &[
                (EXPRESSION, EXPRESSION),
                ("width", "width"),
                ("alignment", "alignment"),
                ("formatString", "formatString"),
                ("label", "label"),
                ("name", "label"),
            ],
            Purpose::List | Purpose::GroupBy => &[
                (EXPRESSION, EXPRESSION),
                ("formatString", "formatString"),
                ("label", "label"),
                ("name", "label"),
            ],
            Purpose::Wide => &[(EXPRESSION, EXPRESSION), ("formatString", "formatString")],
            Purpose::Custom => &[(EXPRESSION, EXPRESSION), ("depth", "depth")],
        }
    }

    fn key(self, text: &str) -> Result<&'static str, ParameterError> {
        let lower = text.to_lowercase();
        let mut found: Option<(&'static str, &'static str)> = None;
        for (name, key) in self.keys() {
            let name_lower = name.to_lowercase();
            if name_lower == lower {
                return Ok(key);
            }
            if !name_lower.starts_with(&lower) {
                continue;
            }
            if let Some((other, _)) = found.filter(|(_, other)| other != key) {
                return refuse(
                    "DictionaryKeyAmbiguous",
                    format!("The {text} key is ambiguous; {other} and {name} conflict."),
                );
            }
            found = Some((name, key));
        }
        match found {
            Some((_, key)) => Ok(key),
            None => refuse("DictionaryKeyIllegal", format!("The {text} key is not valid.")),
        }
    }
}

/// The elements of a parameter; see [`ParameterError`] for what is refused.
pub fn parameters(values: &[Value], purpose: Purpose) -> Result<Vec<Parameter>, ParameterError> {
    values.iter().map(|value| parameter(value, purpose)).collect()
}

fn parameter(value: &Value, purpose: Purpose) -> Result<Parameter, ParameterError> {
    let value = value.unwrapped();
    let table = value.as_object().and_then(|obj| obj.get::<Dictionary>());
    if let Some(table) = table {
        return from_table(&table.entries(), purpose);
    }
    if is_expression(value) {
        return Ok(plain(expression(value, false)?));
    }
    match value.ty() {
        Some(ty) => refuse(
            "DictionaryKeyUnknownType",
            format!("Cannot convert {} to one of the following types {EXPECTED}.", ty.name()),
        ),
        None => refuse(
            "DictionaryKeyUnknownType",
            format!(
                "The value of a parameter was null; one of the following types was expected: {EXPECTED}."
            ),
        ),
    }
}

fn plain(expression: Expression) -> Parameter {
    Parameter { expression, label: None, format: None, width: None, alignment: None, depth: None }
}

fn is_expression(value: &Value) -> bool {
    value.as_string().is_some() || value.as_object().is_some_and(|obj| obj.get::<ScriptBlock>().is_some())
}

fn expression(value: &Value, in_table: bool) -> Result<Expression, ParameterError> {
    match value.as_string() {
        Some(name) if name.is_empty() && in_table => {
            refuse("ExpressionEmptyString1", "The \"expression\" key cannot have an empty string value.")
        }
        Some(name) if name.is_empty() => {
            refuse("ExpressionEmptyString2", "An empty string value is not allowed.")
        }
        Some(name) => Ok(Expression::Name(name.clone())),
        None => Ok(Expression::Script(value.clone())),
    }
}

fn from_table(entries: &[(Value, Value)], purpose: Purpose) -> Result<Parameter, ParameterError> {
    let mut found = plain(Expression::Name(PsString::empty()));
    let mut seen: Vec<&str> = Vec::new();
    for (key, value) in entries {
        let Some(text) = key.as_string() else {
            let ty = key.ty().map_or_else(PsString::empty, pwsh_value::Type::short_name);
            return refuse(
                "DictionaryKeyNonString",
                format!("The {ty} key type is not valid. The key must be a string."),
            );
        };
        let text = text.to_str();
        let name = purpose.key(&text)?;
        if seen.contains(&name) {
            return refuse(
                "DictionaryKeyDuplicate",
                format!("The duplicated key \"{text}\" conflicts with \"{name}\"."),
            );
        }
        seen.push(name);
        set(&mut found, name, &text, value.unwrapped())?;
    }
    if !seen.contains(&EXPRESSION) {
        return refuse("DictionaryKeyMandatoryEntry", "A mandatory entry for expression is missing.");
    }
    Ok(found)
}

fn set(found: &mut Parameter, name: &str, key: &str, value: &Value) -> Result<(), ParameterError> {
    if value.is_null() {
        return refuse("DictionaryKeyMissingValue", format!("The {key} key has no value."));
    }
    match name {
        EXPRESSION if is_expression(value) => found.expression = expression(value, true)?,
        EXPRESSION => {
            return refuse(
                "DictionaryKeyIllegalValue1",
                format!(
                    "The \"{key}\" key has a type, {}, that is not valid; expected types are {EXPECTED}.",
                    type_name(value)
                ),
            );
        }
        "width" => match int(key, value)? {
            width if width > 0 => found.width = Some(width),
            width => {
                return refuse(
                    "WidthOutOfRange",
                    format!("The value \"{width}\" for key \"{name}\" should be greater than 0."),
                );
            }
        },
        "depth" => found.depth = Some(int(key, value)?),
        "alignment" => found.alignment = Some(alignment(&string(key, value)?)?),
        "formatString" => {
            let text = string(key, value)?;
            if text.is_empty() {
                return refuse(
                    "FormatStringEmpty",
                    format!("Cannot have an empty formatting string for key \"{name}\"."),
                );
            }
            found.format = Some(text);
        }
        _ => found.label = Some(string(key, value)?),
    }
    Ok(())
}

fn type_name(value: &Value) -> PsString {
    value.ty().map_or_else(PsString::empty, |ty| ty.name().clone())
}

fn illegal(key: &str, value: &Value, expected: &str) -> ParameterError {
    let found = type_name(value);
    ParameterError {
        id: "DictionaryKeyIllegalValue2",
        message: format!(
            "The \"{key}\" key has a type, {found}, that is not valid; expected type is {expected}."
        ),
    }
}

fn int(key: &str, value: &Value) -> Result<i32, ParameterError> {
    if let Value::Int32(number) = value { Ok(*number) } else { Err(illegal(key, value, "System.Int32")) }
}

fn string(key: &str, value: &Value) -> Result<PsString, ParameterError> {
    value.as_string().cloned().ok_or_else(|| illegal(key, value, "System.String"))
}

fn alignment(text: &PsString) -> Result<Alignment, ParameterError> {
    let lower = text.to_str().to_lowercase();
    let names = [("left", Alignment::Left), ("center", Alignment::Center), ("right", Alignment::Right)];
    match names.into_iter().find(|(name, _)| !lower.is_empty() && name.starts_with(&*lower)) {
        Some((_, alignment)) => Ok(alignment),
        None => refuse(
            "AlignmentIllegal",
            format!(
                "The value \"{text}\" for key \"alignment\" is not valid; valid values are {{left, center, right}}."
            ),
        ),
    }
}
