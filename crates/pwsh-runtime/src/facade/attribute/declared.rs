//! From attribute objects, as a script makes them for a dynamic parameter, to a parameter's metadata.

use super::{alias, parameter};
use crate::command::{ParameterMeta, SetMember, Validation};
use crate::facade::fields::Fields;
use crate::runspace::Runspace;
use pwsh_value::payload::EnumNumber;
use pwsh_value::{Obj, PsString, Result, Type, Value, convert};

/// The parameter `name` of type `ty` with these attributes. Objects that are no attributes of parameters say nothing.
///
/// # Errors
/// What a conversion of an attribute's values throws.
pub(crate) fn declared(
    rs: &mut Runspace,
    name: PsString,
    ty: Type,
    attributes: &[Value],
) -> Result<ParameterMeta> {
    let mut meta = ParameterMeta {
        name,
        aliases: Vec::new(),
        ty,
        sets: Vec::new(),
        validations: Vec::new(),
        dont_show: false,
        dynamic: true,
        obsolete: None,
    };
    for attribute in attributes {
        let Some(obj) = attribute.as_object() else { continue };
        let Some(fields) = obj.get::<Fields>() else {
            if obj.ty().defined().is_some() {
                meta.validations.push(Validation::Custom(attribute.clone()));
            }
            continue;
        };
        let fields = fields.payload();
        let class = obj.ty().name();
        if class.is(parameter::PARAMETER) {
            let (member, hidden) = parameter::member(fields);
            meta.dont_show |= hidden;
            meta.sets.push(member);
        } else if class.is(alias::ALIAS) {
            meta.aliases.extend(texts(rs, &fields.get(0))?);
        } else {
            meta.validations.extend(validation(rs, obj, fields)?);
        }
    }
    if meta.sets.is_empty() {
        meta.sets.push(SetMember::ALL);
    }
    Ok(meta)
}

fn texts(rs: &mut Runspace, value: &Value) -> Result<Vec<PsString>> {
    use pwsh_value::Context;
    let items = rs.enumerate(value)?.unwrap_or_else(|| vec![value.clone()]);
    items.iter().map(|item| convert::to_text(rs, item)).collect()
}

fn validation(rs: &mut Runspace, obj: &Obj, fields: &Fields) -> Result<Option<Validation>> {
    let class = obj.ty().short_name();
    let message = |place: usize| fields.get(place).as_string().cloned();
    Ok(Some(match &*class.to_str() {
        "AllowNullAttribute" => Validation::AllowNull,
        "AllowEmptyStringAttribute" => Validation::AllowEmptyString,
        "AllowEmptyCollectionAttribute" => Validation::AllowEmptyCollection,
        "ValidateNotNullAttribute" => Validation::NotNull,
        "ValidateNotNullOrEmptyAttribute" => Validation::NotNullOrEmpty,
        "ValidateNotNullOrWhiteSpaceAttribute" => Validation::NotNullOrWhiteSpace,
        "ValidateSetAttribute" => Validation::Set {
            values: texts(rs, &fields.get(0))?,
            ignore_case: convert::to_bool(&fields.get(1)),
            message: message(2),
        },
        "ValidateRangeAttribute" => match message(2) {
            Some(kind) => Validation::RangeKind(kind),
            None => Validation::Range { min: fields.get(0), max: fields.get(1) },
        },
        "ValidateLengthAttribute" => Validation::Length {
            min: convert::to_int(rs, &fields.get(0))?,
            max: convert::to_int(rs, &fields.get(1))?,
        },
        "ValidateCountAttribute" => Validation::Count {
            min: convert::to_int(rs, &fields.get(0))?,
            max: convert::to_int(rs, &fields.get(1))?,
        },
        "ValidatePatternAttribute" => {
            let options = fields.get(1);
            let number = options.as_object().and_then(|o| o.get::<EnumNumber>()).map_or(0, |n| n.0);
            Validation::Pattern {
                pattern: convert::to_text(rs, &fields.get(0))?,
                case_sensitive: number & 1 == 0,
                message: message(2),
            }
        }
        "ValidateScriptAttribute" => Validation::Script { block: fields.get(0), message: message(1) },
        _ => return Ok(None),
    }))
}
