//! Which properties of an object are shown, each with the parameter that asked for it.

use crate::expression::{Expression, own_note, shows_computer, standard};
use crate::formatter::Parameters;
use crate::parameter::Parameter;
use pwsh_runtime::Runspace;
use pwsh_runtime::member::PropertyView;
use pwsh_value::{Result, Value};

/// A property that is shown.
#[derive(Clone)]
pub(crate) struct Association {
    /// What gives the value.
    pub(crate) expression: Expression,
    /// The element of -Property that it comes from.
    pub(crate) parameter: Option<Parameter>,
}

impl Association {
    fn plain(expression: Expression) -> Association {
        Association { expression, parameter: None }
    }
}

/// At most this many columns are made of an object's properties.
const TABLE_LIMIT: usize = 10;

/// The columns of a table: what was asked for, also where the object lacks it.
pub(crate) fn for_table(
    rs: &mut Runspace,
    target: &Value,
    parameters: &Parameters,
) -> Result<Vec<Association>> {
    let mut list = Vec::new();
    for parameter in &parameters.properties {
        let resolved = parameter.expression.resolve(rs, target)?;
        if resolved.is_empty() && !parameter.expression.has_wildcards() {
            list.push(Association {
                expression: parameter.expression.clone(),
                parameter: Some(parameter.clone()),
            });
        }
        list.extend(
            resolved.into_iter().map(|e| Association { expression: e, parameter: Some(parameter.clone()) }),
        );
    }
    if parameters.properties.is_empty() {
        list = default_set(rs, target);
        if list.is_empty() {
            list = all(rs, target)?;
            list.truncate(TABLE_LIMIT);
        }
    }
    Ok(without_excluded(list, parameters))
}

/// The lines of a list, the members of a custom view.
pub(crate) fn for_list(
    rs: &mut Runspace,
    target: &Value,
    parameters: &Parameters,
) -> Result<Vec<Association>> {
    let mut list = expand(rs, target, parameters)?;
    if parameters.properties.is_empty() {
        list = default_set(rs, target);
        if list.is_empty() {
            list = all(rs, target)?;
        }
    }
    Ok(without_excluded(list, parameters))
}

/// The value of a wide view: the first of these.
pub(crate) fn for_wide(
    rs: &mut Runspace,
    target: &Value,
    parameters: &Parameters,
) -> Result<Vec<Association>> {
    if !parameters.properties.is_empty() {
        let list = expand(rs, target, parameters)?;
        return Ok(without_excluded(list, parameters));
    }
    if let Some(name) = Expression::naming(rs, target)? {
        return Ok(vec![Association::plain(name)]);
    }
    let list = default_set(rs, target);
    Ok(if list.is_empty() { all(rs, target)? } else { list })
}

/// How many properties decide between a table and a list.
pub(crate) fn count(rs: &mut Runspace, target: &Value) -> Result<usize> {
    let names =
        standard(rs, target, |standard| (!standard.display.is_empty()).then_some(standard.display.len()));
    match names {
        Some(count) => Ok(count),
        None => Ok(every(rs, target)?.len()),
    }
}

fn expand(rs: &mut Runspace, target: &Value, parameters: &Parameters) -> Result<Vec<Association>> {
    let mut list = Vec::new();
    for parameter in &parameters.properties {
        let resolved = parameter.expression.resolve(rs, target)?;
        list.extend(
            resolved.into_iter().map(|e| Association { expression: e, parameter: Some(parameter.clone()) }),
        );
    }
    Ok(list)
}

fn default_set(rs: &mut Runspace, target: &Value) -> Vec<Association> {
    let names =
        standard(rs, target, |standard| (!standard.display.is_empty()).then(|| standard.display.clone()));
    let mut list: Vec<Association> = names
        .unwrap_or_default()
        .into_iter()
        .map(|name| Association::plain(Expression::Name(name)))
        .collect();
    if !list.is_empty() && shows_computer(target) {
        list.push(Association::plain(Expression::Name("PSComputerName".into())));
    }
    list
}

/// All properties: those of the type, then those that were added.
fn every(rs: &mut Runspace, target: &Value) -> Result<Vec<Association>> {
    let mut list: Vec<Association> = Vec::new();
    for view in [PropertyView::Adapted, PropertyView::Extended] {
        for property in rs.properties(target, view)? {
            let known = list.iter().any(
                |a| matches!(&a.expression, Expression::Name(name) if name.eq_ignore_case(&property.name)),
            );
            if !known && !property.hidden {
                list.push(Association::plain(Expression::Name(property.name)));
            }
        }
    }
    Ok(list)
}

fn all(rs: &mut Runspace, target: &Value) -> Result<Vec<Association>> {
    let mut list = every(rs, target)?;
    if own_note(target, &"PSShowComputerName".into()).is_some() {
        let shown = shows_computer(target);
        list.retain(|association| match &association.expression {
            Expression::Name(name) => !(name.is("PSShowComputerName") || name.is("PSComputerName") && !shown),
            _ => true,
        });
    }
    Ok(list)
}

fn without_excluded(mut list: Vec<Association>, parameters: &Parameters) -> Vec<Association> {
    list.retain(|association| {
        let text = association.expression.text();
        !parameters.exclude.iter().any(|pattern| pattern.matches(&text))
    });
    list
}
