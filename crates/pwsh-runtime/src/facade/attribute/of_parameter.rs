//! The attribute objects of a parameter, made from its metadata.

use super::{alias, parameter};
use crate::command::{ParameterMeta, Validation};
use crate::facade::fields::Fields;
use crate::scope::Constraint;
use pwsh_value::ty::named;
use pwsh_value::{Obj, PsString, Value};

/// The attributes of a parameter: its parts in sets, its aliases, its checks.
pub(crate) fn of_parameter(meta: &ParameterMeta) -> Vec<Value> {
    let mut list: Vec<Value> =
        meta.sets.iter().map(|member| parameter::object(member, meta.dont_show)).collect();
    if !meta.aliases.is_empty() {
        list.push(alias::object(&meta.aliases));
    }
    list.extend(meta.validations.iter().map(check));
    list
}

/// The attribute of a variable that a type or a check before it stands for.
pub(crate) fn of_constraint(constraint: &Constraint) -> Value {
    match constraint {
        Constraint::Type(_) => {
            Fields::object("System.Management.Automation.ArgumentTypeConverterAttribute", Vec::new())
        }
        Constraint::Validate(validation) => check(validation),
    }
}

/// `RegexOptions` of a pattern.
pub(super) fn regex_options(case_sensitive: bool) -> Value {
    const IGNORE_CASE: i64 = 1;
    let number = if case_sensitive { 0 } else { IGNORE_CASE };
    Value::enumeration(&named("System.Text.RegularExpressions.RegexOptions"), number)
}

fn check(validation: &Validation) -> Value {
    let text = |text: &Option<PsString>| text.clone().map_or(Value::Null, Value::String);
    let (class, fields) = match validation {
        Validation::AllowNull => ("AllowNull", Vec::new()),
        Validation::AllowEmptyString => ("AllowEmptyString", Vec::new()),
        Validation::AllowEmptyCollection => ("AllowEmptyCollection", Vec::new()),
        Validation::NotNull => ("ValidateNotNull", Vec::new()),
        Validation::NotNullOrEmpty => ("ValidateNotNullOrEmpty", Vec::new()),
        Validation::NotNullOrWhiteSpace => ("ValidateNotNullOrWhiteSpace", Vec::new()),
        Validation::Set { values, ignore_case, message } => {
            let values = Value::Object(Obj::strings(values.iter().cloned()));
            ("ValidateSet", vec![values, (*ignore_case).into(), text(message)])
        }
        Validation::Range { min, max } => ("ValidateRange", vec![min.clone(), max.clone()]),
        Validation::RangeKind(kind) => {
            ("ValidateRange", vec![Value::Null, Value::Null, Value::String(kind.clone())])
        }
        Validation::Length { min, max } => ("ValidateLength", vec![(*min).into(), (*max).into()]),
        Validation::Count { min, max } => ("ValidateCount", vec![(*min).into(), (*max).into()]),
        Validation::Pattern { pattern, case_sensitive, message } => {
            let fields = vec![pattern.clone().into(), regex_options(*case_sensitive), text(message)];
            ("ValidatePattern", fields)
        }
        Validation::Script { block, message } => ("ValidateScript", vec![block.clone(), text(message)]),
        Validation::Leaves(_) => ("ValidateArguments", Vec::new()),
        Validation::TypeName(name) => {
            return Fields::object(
                "System.Management.Automation.PSTypeNameAttribute",
                vec![name.clone().into()],
            );
        }
        Validation::Custom(instance) => return instance.clone(),
    };
    Fields::object(&format!("System.Management.Automation.{class}Attribute"), fields)
}
