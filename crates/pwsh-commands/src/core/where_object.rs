//! `Where-Object`.

use pwsh_runtime::Runspace;
use pwsh_runtime::command::{Cmdlet, Io, ScriptBlockArg, Switch};
use pwsh_runtime::member::PropertyView;
use pwsh_value::ops::{Case, Comparison, Op, binary};
use pwsh_value::payload::Dictionary;
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{Category, Error, PsString, Result, Value, convert};

/// Lets through the objects for which a block, or a comparison of a property, holds.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Where-Object",
    module = "Microsoft.PowerShell.Core",
    aliases("?", "where"),
    default_set = "EqualSet",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096806"
)]
pub struct WhereObject {
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    #[parameter(mandatory, position = 0, set = "ScriptBlockSet")]
    filter_script: Option<ScriptBlockArg>,
    #[parameter(mandatory, position = 0, set = "EqualSet")]
    #[parameter(mandatory, position = 0, set = "CaseSensitiveEqualSet")]
    #[parameter(mandatory, position = 0, set = "NotEqualSet")]
    #[parameter(mandatory, position = 0, set = "CaseSensitiveNotEqualSet")]
    #[parameter(mandatory, position = 0, set = "GreaterThanSet")]
    #[parameter(mandatory, position = 0, set = "CaseSensitiveGreaterThanSet")]
    #[parameter(mandatory, position = 0, set = "LessThanSet")]
    #[parameter(mandatory, position = 0, set = "CaseSensitiveLessThanSet")]
    #[parameter(mandatory, position = 0, set = "GreaterOrEqualSet")]
    #[parameter(mandatory, position = 0, set = "CaseSensitiveGreaterOrEqualSet")]
    #[parameter(mandatory, position = 0, set = "LessOrEqualSet")]
    #[parameter(mandatory, position = 0, set = "CaseSensitiveLessOrEqualSet")]
    #[parameter(mandatory, position = 0, set = "LikeSet")]
    #[parameter(mandatory, position = 0, set = "CaseSensitiveLikeSet")]
    #[parameter(mandatory, position = 0, set = "NotLikeSet")]
    #[parameter(mandatory, position = 0, set = "CaseSensitiveNotLikeSet")]
    #[parameter(mandatory, position = 0, set = "MatchSet")]
    #[parameter(mandatory, position = 0, set = "CaseSensitiveMatchSet")]
    #[parameter(mandatory, position = 0, set = "NotMatchSet")]
    #[parameter(mandatory, position = 0, set = "CaseSensitiveNotMatchSet")]
    #[parameter(mandatory, position = 0, set = "ContainsSet")]
    #[parameter(mandatory, position = 0, set = "CaseSensitiveContainsSet")]
    #[parameter(mandatory, position = 0, set = "NotContainsSet")]
    #[parameter(mandatory, position = 0, set = "CaseSensitiveNotContainsSet")]
    #[parameter(mandatory, position = 0, set = "InSet")]
    #[parameter(mandatory, position = 0, set = "CaseSensitiveInSet")]
    #[parameter(mandatory, position = 0, set = "NotInSet")]
    #[parameter(mandatory, position = 0, set = "CaseSensitiveNotInSet")]
    #[parameter(mandatory, position = 0, set = "IsSet")]
    #[parameter(mandatory, position = 0, set = "IsNotSet")]
    #[parameter(mandatory, position = 0, set = "Not")]
    #[validate(not_null_or_empty)]
    property: PsString,
    #[parameter(position = 1, set = "EqualSet")]
    #[parameter(position = 1, set = "CaseSensitiveEqualSet")]
    #[parameter(position = 1, set = "NotEqualSet")]
    #[parameter(position = 1, set = "CaseSensitiveNotEqualSet")]
    #[parameter(position = 1, set = "GreaterThanSet")]
    #[parameter(position = 1, set = "CaseSensitiveGreaterThanSet")]
    #[parameter(position = 1, set = "LessThanSet")]
    #[parameter(position = 1, set = "CaseSensitiveLessThanSet")]
    #[parameter(position = 1, set = "GreaterOrEqualSet")]
    #[parameter(position = 1, set = "CaseSensitiveGreaterOrEqualSet")]
    #[parameter(position = 1, set = "LessOrEqualSet")]
    #[parameter(position = 1, set = "CaseSensitiveLessOrEqualSet")]
    #[parameter(position = 1, set = "LikeSet")]
    #[parameter(position = 1, set = "CaseSensitiveLikeSet")]
    #[parameter(position = 1, set = "NotLikeSet")]
    #[parameter(position = 1, set = "CaseSensitiveNotLikeSet")]
    #[parameter(position = 1, set = "MatchSet")]
    #[parameter(position = 1, set = "CaseSensitiveMatchSet")]
    #[parameter(position = 1, set = "NotMatchSet")]
    #[parameter(position = 1, set = "CaseSensitiveNotMatchSet")]
    #[parameter(position = 1, set = "ContainsSet")]
    #[parameter(position = 1, set = "CaseSensitiveContainsSet")]
    #[parameter(position = 1, set = "NotContainsSet")]
    #[parameter(position = 1, set = "CaseSensitiveNotContainsSet")]
    #[parameter(position = 1, set = "InSet")]
    #[parameter(position = 1, set = "CaseSensitiveInSet")]
    #[parameter(position = 1, set = "NotInSet")]
    #[parameter(position = 1, set = "CaseSensitiveNotInSet")]
    #[parameter(position = 1, set = "IsSet")]
    #[parameter(position = 1, set = "IsNotSet")]
    value: Value,
    #[parameter(name = "EQ", alias("IEQ"), set = "EqualSet")]
    eq: Switch,
    #[parameter(name = "CEQ", mandatory, set = "CaseSensitiveEqualSet")]
    ceq: Switch,
    #[parameter(name = "NE", alias("INE"), mandatory, set = "NotEqualSet")]
    ne: Switch,
    #[parameter(name = "CNE", mandatory, set = "CaseSensitiveNotEqualSet")]
    cne: Switch,
    #[parameter(name = "GT", alias("IGT"), mandatory, set = "GreaterThanSet")]
    gt: Switch,
    #[parameter(name = "CGT", mandatory, set = "CaseSensitiveGreaterThanSet")]
    cgt: Switch,
    #[parameter(name = "LT", alias("ILT"), mandatory, set = "LessThanSet")]
    lt: Switch,
    #[parameter(name = "CLT", mandatory, set = "CaseSensitiveLessThanSet")]
    clt: Switch,
    #[parameter(name = "GE", alias("IGE"), mandatory, set = "GreaterOrEqualSet")]
    ge: Switch,
    #[parameter(name = "CGE", mandatory, set = "CaseSensitiveGreaterOrEqualSet")]
    cge: Switch,
    #[parameter(name = "LE", alias("ILE"), mandatory, set = "LessOrEqualSet")]
    le: Switch,
    #[parameter(name = "CLE", mandatory, set = "CaseSensitiveLessOrEqualSet")]
    cle: Switch,
    #[parameter(alias("ILike"), mandatory, set = "LikeSet")]
    like: Switch,
    #[parameter(name = "CLike", mandatory, set = "CaseSensitiveLikeSet")]
    clike: Switch,
    #[parameter(alias("INotLike"), mandatory, set = "NotLikeSet")]
    not_like: Switch,
    #[parameter(name = "CNotLike", mandatory, set = "CaseSensitiveNotLikeSet")]
    cnot_like: Switch,
    #[parameter(name = "Match", alias("IMatch"), mandatory, set = "MatchSet")]
    is_match: Switch,
    #[parameter(name = "CMatch", mandatory, set = "CaseSensitiveMatchSet")]
    cmatch: Switch,
    #[parameter(alias("INotMatch"), mandatory, set = "NotMatchSet")]
    not_match: Switch,
    #[parameter(name = "CNotMatch", mandatory, set = "CaseSensitiveNotMatchSet")]
    cnot_match: Switch,
    #[parameter(alias("IContains"), mandatory, set = "ContainsSet")]
    contains: Switch,
    #[parameter(name = "CContains", mandatory, set = "CaseSensitiveContainsSet")]
    ccontains: Switch,
    #[parameter(alias("INotContains"), mandatory, set = "NotContainsSet")]
    not_contains: Switch,
    #[parameter(name = "CNotContains", mandatory, set = "CaseSensitiveNotContainsSet")]
    cnot_contains: Switch,
    #[parameter(name = "In", alias("IIn"), mandatory, set = "InSet")]
    is_in: Switch,
    #[parameter(name = "CIn", mandatory, set = "CaseSensitiveInSet")]
    cin: Switch,
    #[parameter(alias("INotIn"), mandatory, set = "NotInSet")]
    not_in: Switch,
    #[parameter(name = "CNotIn", mandatory, set = "CaseSensitiveNotInSet")]
    cnot_in: Switch,
    #[parameter(name = "Is", mandatory, set = "IsSet")]
    is_of: Switch,
    #[parameter(mandatory, set = "IsNotSet")]
    is_not: Switch,
    #[parameter(mandatory, set = "Not")]
    not: Switch,
    pattern: Option<Wildcard>,
}

/// What a parameter set compares with, and whether its result is negated.
fn operator(set: &str) -> Option<(Operator, bool)> {
    let (set, case) = match set.strip_prefix("CaseSensitive") {
        Some(rest) => (rest, Case::Heed),
        None => (set, Case::Ignore),
    };
    let compare = |comparison| (Operator::Binary(Op::Compare(comparison, case)), false);
    Some(match set {
        "EqualSet" => compare(Comparison::Equal),
        "NotEqualSet" => compare(Comparison::NotEqual),
        "GreaterThanSet" => compare(Comparison::Greater),
        "LessThanSet" => compare(Comparison::Less),
        "GreaterOrEqualSet" => compare(Comparison::GreaterOrEqual),
        "LessOrEqualSet" => compare(Comparison::LessOrEqual),
        "LikeSet" => (Operator::Binary(Op::Like(case)), false),
        "NotLikeSet" => (Operator::Binary(Op::NotLike(case)), false),
        "MatchSet" => (Operator::Match(case), false),
        "NotMatchSet" => (Operator::Match(case), true),
        "ContainsSet" => (Operator::Binary(Op::Contains(case)), false),
        "NotContainsSet" => (Operator::Binary(Op::NotContains(case)), false),
        "InSet" => (Operator::Binary(Op::In(case)), false),
        "NotInSet" => (Operator::Binary(Op::NotIn(case)), false),
        "IsSet" => (Operator::Binary(Op::Is), false),
        "IsNotSet" => (Operator::Binary(Op::IsNot), false),
        "Not" => (Operator::Truth, true),
        _ => return None,
    })
}

enum Operator {
    Binary(Op),
    Match(Case),
    Truth,
}

impl Cmdlet for WhereObject {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        if has_wildcards(&self.property) {
            self.pattern = Some(Wildcard::new(&self.property, Case::Ignore)?);
        }
        if io.is_bound("Value") && io.set().is("EqualSet") && !self.eq.0 {
            let text = "An operator is required to compare the two specified values. Include a valid operator in the command, and then try the command again. For example, Get-Process | Where-Object -Property Name -eq Idle";
            return Err(Error::new("System.Management.Automation.PSArgumentException", text)
                .id("OperatorNotSpecified")
                .category(Category::InvalidArgument));
        }
        if !io.is_bound("Value")
            && self.filter_script.is_none()
            && !io.set().is("Not")
            && self.needs_value(io)
        {
            let text = "The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try the command again.";
            return Err(Error::new("System.Management.Automation.PSArgumentException", text)
                .id("ValueNotSpecifiedForWhereObject")
                .category(Category::InvalidArgument));
        }
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.input_object.is_null() && matches!(self.input_object, Value::Void) {
            return Ok(());
        }
        let keep = match &self.filter_script {
            Some(block) => io.rs.item_block_holds(&block.0, self.input_object.clone(), io.call.streams)?,
            None => self.compares(io)?,
        };
        if keep { io.write(self.input_object.clone()) } else { Ok(()) }
    }
}

impl WhereObject {
    /// Whether an operator was named: without one the property itself is the condition.
    fn needs_value(&self, io: &Io<'_>) -> bool {
        !io.set().is("EqualSet") || self.eq.0
    }

    fn compares(&self, io: &mut Io<'_>) -> Result<bool> {
        let left = self.left(io.rs)?;
        if !self.needs_value(io) {
            return Ok(convert::to_bool(&left));
        }
        let Some((operator, negate)) = operator(&io.set().to_str()) else { return Ok(false) };
        let holds = match operator {
            Operator::Truth => Ok(convert::to_bool(&left)),
            Operator::Match(case) => io.rs.matches(&left, &self.value, case),
            Operator::Binary(Op::Is | Op::IsNot) if matches!(self.value, Value::String(_)) => {
                let negative = matches!(operator, Operator::Binary(Op::IsNot));
                self.is_of_named(io.rs, &left).map(|is| is != negative)
            }
            Operator::Binary(op) => {
                binary(io.rs, op, &left, &self.value).map(|found| convert::to_bool(&found))
            }
        };
        match holds {
            Ok(holds) => Ok(holds != negate),
            Err(error) if error.thrown().is_some() => {
                let error =
                    crate::object_errors::reported_as(error, "OperatorFailed", Category::InvalidOperation);
                io.write_error(error.target(self.input_object.clone()))?;
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }

    /// A type's name, with or without brackets.
    fn is_of_named(&self, rs: &mut Runspace, left: &Value) -> Result<bool> {
        let text = convert::to_text(rs, &self.value)?;
        let name = text.to_str();
        let name = name.strip_prefix('[').and_then(|n| n.strip_suffix(']')).unwrap_or(&name);
        let ty = convert::to(rs, &Value::str(name), &pwsh_value::ty::named("System.Type"))?;
        Ok(convert::to_bool(&binary(rs, Op::Is, left, &ty)?))
    }

    /// The property's value: a dictionary's key before a member; null for what is missing.
    fn left(&self, rs: &mut Runspace) -> Result<Value> {
        let input = &self.input_object;
        if let Some(value) = input
            .as_object()
            .and_then(|o| o.get::<Dictionary>())
            .and_then(|table| table.get_str(&self.property))
        {
            return Ok(value);
        }
        let Some(pattern) = &self.pattern else {
            if input.is_null() {
                return Ok(Value::Null);
            }
            return Ok(rs.find_value(input, &self.property)?.unwrap_or(Value::Null));
        };
        for property in rs.properties(input, PropertyView::All)? {
            if pattern.matches(&property.name) {
                return property.value(rs, input);
            }
        }
        Ok(Value::Null)
    }
}
