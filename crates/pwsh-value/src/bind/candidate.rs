//! Which overloads come into question, and how well each argument converts.

use super::{Arguments, Overload, Role, best, error};
use crate::convert::{Rank, rule};
use crate::error::{Error, Result};
use crate::payload::{Array, Reference};
use crate::ty::{Passing, Type, array_of, known};
use crate::value::Value;

/// An overload that fits.
pub(super) struct Candidate {
    pub(super) index: usize,
    /// The type of each argument's parameter, params expanded.
    pub(super) parameters: Vec<Type>,
    /// How each argument converts.
    pub(super) ranks: Vec<Rank>,
    /// Whether the arguments from the params parameter on go into a new array.
    pub(super) expanded: bool,
    /// The parameter types as declared.
    pub(super) declared: Vec<Type>,
    pub(super) type_args: Vec<Type>,
    pub(super) generic: bool,
}

/// The best candidate, or the error that there is none.
pub(super) fn best<O: Overload>(
    role: Role,
    name: &str,
    candidates: &[O],
    arguments: Arguments<'_>,
) -> Result<Candidate> {
    let count = arguments.values.len();
    if let [only] = candidates
        && only.generic_arity() == 0
        && only.parameters().len() == count
        && !(0..count).any(|index| only.passing(index) == Passing::Params)
    {
        return Ok(direct(0, only));
    }
    let mut fitting: Vec<Candidate> = candidates
        .iter()
        .enumerate()
        .filter_map(|(index, overload)| fit(index, overload, arguments))
        .collect();
    if arguments.casts.iter().any(Option::is_some) && fitting.iter().any(|c| obeys_casts(c, arguments.casts))
    {
        fitting.retain(|candidate| obeys_casts(candidate, arguments.casts));
    }
    if fitting.is_empty() {
        return Err(none(role, name, count));
    }
    best::best(fitting, arguments.values).ok_or_else(|| error::ambiguous(name, count))
}

fn none(role: Role, name: &str, count: usize) -> Error {
    let name = if role == Role::Constructor { "new" } else { name };
    error::no_overload(name, count)
}

fn direct<O: Overload>(index: usize, overload: &O) -> Candidate {
    let declared = overload.parameters().to_vec();
    Candidate {
        index,
        parameters: declared.clone(),
        ranks: Vec::new(),
        expanded: false,
        declared,
        type_args: Vec::new(),
        generic: false,
    }
}

/// The overload of which every parameter has exactly its argument's type: nothing can be better, and nothing is
/// to be converted.
pub(super) fn exact<O: Overload>(candidates: &[O], arguments: Arguments<'_>) -> Option<usize> {
    candidates.iter().position(|candidate| is_exact(candidate, arguments))
}

fn is_exact<O: Overload>(overload: &O, arguments: Arguments<'_>) -> bool {
    let parameters = overload.parameters();
    overload.generic_arity() == 0
        && parameters.len() == arguments.values.len()
        && (arguments.casts.is_empty() || obeys_every_cast(parameters, arguments.casts))
        && arguments.values.iter().zip(parameters).all(|(value, ty)| value.ty() == Some(ty))
        && (0..parameters.len()).all(|index| overload.passing(index) == Passing::Value)
}

fn obeys_every_cast(parameters: &[Type], casts: &[Option<Type>]) -> bool {
    casts.iter().zip(parameters).all(|(cast, parameter)| cast.as_ref().is_none_or(|cast| cast == parameter))
}

fn obeys_casts(candidate: &Candidate, casts: &[Option<Type>]) -> bool {
    casts.iter().enumerate().all(|(index, cast)| {
        cast.as_ref()
            .is_none_or(|cast| candidate.parameters.get(index).is_some_and(|parameter| parameter == cast))
    })
}

/// The type by which an argument is judged; a `[ref]`'s is that of its value.
pub(super) fn argument_type(value: &Value, passing: Passing) -> Option<Type> {
    if passing == Passing::Reference
        && let Some(reference) = value.cell().and_then(|obj| obj.get::<Reference>())
    {
        return reference.value().ty().cloned();
    }
    value.ty().cloned()
}

/// The same, with an `object[]` whose elements are all of one type counted as an array of that type.
pub(super) fn effective_type(value: &Value) -> Option<Type> {
    let ty = value.ty()?;
    if *ty == known().object_array
        && let Some(array) = value.cell().and_then(|obj| obj.get::<Array>())
        && let Some(first) = array.get(0).and_then(|item| item.ty().cloned())
        && array.to_vec().iter().all(|item| item.ty() == Some(&first))
    {
        return Some(array_of(&first, 1));
    }
    Some(ty.clone())
}

fn fit<O: Overload>(index: usize, overload: &O, arguments: Arguments<'_>) -> Option<Candidate> {
    let values = arguments.values;
    let arity = overload.generic_arity();
    let type_args = if arity == 0 {
        if !arguments.type_args.is_empty() {
            return None;
        }
        Vec::new()
    } else if arguments.type_args.is_empty() {
        let types: Vec<Option<Type>> = values
            .iter()
            .enumerate()
            .map(|(at, value)| {
                let cast = arguments.casts.get(at).cloned().flatten();
                cast.or_else(|| match value.as_object().and_then(|obj| obj.get::<Reference>()) {
                    // A variable's reference stands for what is in it.
                    Some(reference) => reference.value().ty().cloned(),
                    None => effective_type(value),
                })
            })
            .collect();
        overload.infer(&types)?
    } else if arguments.type_args.len() == arity {
        arguments.type_args.to_vec()
    } else {
        return None;
    };
    let declared = if arity == 0 { overload.parameters().to_vec() } else { overload.close(&type_args) };
    let last = declared.len().wrapping_sub(1);
    let params = !declared.is_empty() && overload.passing(last) == Passing::Params;
    if values.len() > declared.len() && !params {
        return None;
    }
    if values.len() < declared.len() {
        let optional =
            (values.len()..declared.len()).all(|at| overload.default(at).is_some() || params && at == last);
        if !optional {
            return None;
        }
    }
    let mut candidate = Candidate {
        index,
        parameters: declared.iter().take(values.len()).cloned().collect(),
        ranks: Vec::with_capacity(values.len()),
        expanded: false,
        declared,
        type_args,
        generic: arity > 0,
    };
    for (at, value) in values.iter().enumerate() {
        if params && at >= last {
            return fit_params(candidate, values, last);
        }
        let passing = overload.passing(at);
        candidate.ranks.push(rank(value, passing, &candidate.declared[at])?);
    }
    candidate.expanded = params && values.len() < candidate.declared.len();
    Some(candidate)
}

fn rank(value: &Value, passing: Passing, to: &Type) -> Option<Rank> {
    let from = argument_type(value, passing);
    let k = known();
    if from.as_ref() == Some(&k.pscustomobject) {
        // A PSCustomObject is nothing but an object to the choice.
        let fits =
            [&k.object, &k.psobject, &k.pscustomobject].contains(&to) || to.name().is("System.IComparable");
        return fits.then_some(Rank::ASSIGNABLE);
    }
    let (_, rank) = rule::figure(from.as_ref(), to);
    (rank != Rank::NONE).then_some(rank)
}

/// The arguments from the params parameter on: one that is the array itself, or each an element.
fn fit_params(mut candidate: Candidate, values: &[Value], last: usize) -> Option<Candidate> {
    let array = candidate.declared[last].clone();
    let element = array.element()?.clone();
    if values.len() == candidate.declared.len() {
        let value = &values[last];
        let whole = rank(value, Passing::Value, &array);
        let single = rank(value, Passing::Value, &element);
        if single > whole {
            candidate.parameters[last] = element;
            candidate.ranks.push(single?);
            candidate.expanded = true;
        } else {
            candidate.ranks.push(whole?);
        }
        return Some(candidate);
    }
    candidate.parameters.truncate(last);
    for value in &values[last..] {
        candidate.ranks.push(rank(value, Passing::Value, &element)?);
        candidate.parameters.push(element.clone());
    }
    candidate.expanded = true;
    Some(candidate)
}
