//! `System.Management.Automation.FlagsExpression`: a condition over the flags of an enum, as -Attributes takes it.

use pwsh_value::payload::{Array, EnumNumber};
use pwsh_value::ty::{Call, FacadeType, constructor, method};
use pwsh_value::{Error, Obj, Payload, PsString, Result, Type, Value, convert};

/// ``System.Management.Automation.FlagsExpression`1``.
pub static FLAGS_EXPRESSION: FacadeType = FacadeType {
    generic: &["T"],
    members: &[
        constructor("new(string expression)", new),
        constructor("new(System.Object[] expression)", new),
        method("bool Evaluate(T value)", evaluate),
    ],
    ..FacadeType::class("System.Management.Automation.FlagsExpression`1")
};

/// The payload: alternatives, each of them flags that must be set (`true`) or not.
pub struct FlagsExpression(Vec<Vec<(bool, i64)>>);

impl Payload for FlagsExpression {}

impl FlagsExpression {
    /// Whether the condition holds for these flags.
    pub fn holds(&self, flags: i64) -> bool {
        self.0.iter().any(|all| all.iter().all(|(set, flag)| (flags & flag != 0) == *set))
    }

    /// Whether a flag occurs in it.
    pub fn mentions(&self, flag: i64) -> bool {
        self.0.iter().flatten().any(|(_, mentioned)| *mentioned == flag)
    }

    /// Reads `A+!B,C`: `,` is or, `+` and, `!` not; names by their beginnings.
    fn parse(text: &str, names: &[(PsString, i64)]) -> Result<FlagsExpression> {
        if text.trim().is_empty() {
            return Err(Error::runtime("EmptyInputString", "The input string is empty or null."));
        }
        let flag = |word: &str| {
            let word = word.trim();
            let (set, name) = match word.strip_prefix('!') {
                Some(rest) => (false, rest.trim()),
                None => (true, word),
            };
            number_of(name, names).map(|number| (set, number))
        };
        let all = |part: &str| part.split('+').map(flag).collect::<Result<Vec<_>>>();
        text.split(',').map(all).collect::<Result<Vec<_>>>().map(FlagsExpression)
    }
}

/// The number of the one name that begins so, or is it.
fn number_of(name: &str, names: &[(PsString, i64)]) -> Result<i64> {
    let lower = name.to_lowercase();
    let exact = names.iter().find(|(full, _)| full.to_str().to_lowercase() == lower);
    let begins: Vec<_> =
        names.iter().filter(|(full, _)| full.to_str().to_lowercase().starts_with(&lower)).collect();
    match (exact, begins.as_slice()) {
        (Some((_, number)), _) => Ok(*number),
        (None, [(_, number)]) if !name.is_empty() => Ok(*number),
        _ => {
            let list: Vec<String> = names.iter().map(|(full, _)| full.to_string()).collect();
            let text = format!(
                "Unable to match the identifier name {name} to a valid enumerator name. Specify one of the following enumerator names and try again:\n{}",
                list.join(", ")
            );
            Err(Error::runtime("NoEnumMatch", text))
        }
    }
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let text = match call.payload::<Array>(0) {
        Some(array) => {
            let parts = array.to_vec();
            let texts: Result<Vec<PsString>> =
                parts.iter().map(|part| convert::to_text(call.cx, part)).collect();
            texts?.iter().map(PsString::to_string).collect::<Vec<_>>().join(",")
        }
        None => convert::to_text(call.cx, &call.args[0])?.to_string(),
    };
    let names = call.ty.arguments().first().and_then(Type::enum_values).map(|(_, names)| names);
    let expression = FlagsExpression::parse(&text, &names.unwrap_or_default())?;
    Ok(Obj::new(call.ty.clone(), expression).into())
}

fn evaluate(call: &mut Call<'_>) -> Result<Value> {
    let flags = call.payload::<EnumNumber>(0).map_or(0, |number| number.payload().0);
    Ok(call.this::<FlagsExpression>().holds(flags).into())
}

#[cfg(test)]
mod tests {
    use super::FlagsExpression;

    #[test]
    fn or_and_and_not_are_read() {
        let names = [("ReadOnly".into(), 1), ("Hidden".into(), 2), ("Directory".into(), 16)];
        let expression = FlagsExpression::parse("dir+!Hidden, r", &names).unwrap();
        let held = [16, 18, 1, 0].map(|flags| expression.holds(flags));
        assert_eq!(held, [true, false, true, false]);
        assert!(FlagsExpression::parse("Nosuch", &names).is_err());
    }
}
