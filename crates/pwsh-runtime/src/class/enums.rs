//! Enums that scripts define.

use crate::Runspace;
use crate::code::Block;
use pwsh_syntax::Extent;
use pwsh_syntax::ast::{Member, TypeDefinitionAst};
use pwsh_value::ty::{Type, display_name, known};
use pwsh_value::{PsString, Result, Value, convert};
use std::sync::Arc;

/// The values of an enum: each written number, or one more than the one before.
pub(super) fn values(
    rs: &mut Runspace,
    block: &Arc<Block>,
    definition: &TypeDefinitionAst,
    underlying: &Type,
) -> Result<Vec<(PsString, i64)>> {
    let mut values: Vec<(PsString, i64)> = Vec::new();
    let mut next = 0_i64;
    for member in &definition.members {
        let Member::Property(property) = member else { continue };
        let name: PsString = (&*property.name).into();
        if values.iter().any(|(other, _)| other.eq_ignore_case(&name)) {
            return Err(super::define::already_defined(block, property.extent, &name));
        }
        if let Some(initial) = &property.initial_value {
            let code = crate::compile::initializer(block, initial)?;
            let value = rs.eval(&code)?;
            next = number(rs, &value, underlying)
                .ok_or_else(|| cannot_convert(block, initial.extent(), underlying))?;
        }
        values.push((name, next));
        next = next.wrapping_add(1);
    }
    Ok(values)
}

/// The number, if the underlying type holds it.
fn number(rs: &mut Runspace, value: &Value, underlying: &Type) -> Option<i64> {
    if value.as_string().is_some() {
        return None;
    }
    let converted = convert::to(rs, value, underlying).ok()?;
    match converted {
        Value::UInt64(number) => Some(number as i64),
        other => match convert::to(rs, &other, &known().int64).ok()? {
            Value::Int64(number) => Some(number),
            _ => None,
        },
    }
}

fn cannot_convert(block: &Arc<Block>, extent: Extent, underlying: &Type) -> pwsh_value::Error {
    let text = format!("Cannot convert the value to type \"{}\".", display_name(underlying));
    super::define::definition_error(block, extent, "CannotConvertValue", &text)
}
