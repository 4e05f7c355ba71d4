//! The type arguments of a generic method, found from the arguments of a call.

use crate::ty::{Passing, Signature, Type, TypeExpr};

/// The type arguments, if the arguments (`None`: null) settle all of them.
pub(super) fn infer(signature: &Signature, arguments: &[Option<Type>]) -> Option<Vec<Type>> {
    let mut found: Vec<Option<Type>> = vec![None; signature.generic.len()];
    let last = signature.parameters.len().checked_sub(1)?;
    for (index, argument) in arguments.iter().enumerate() {
        let parameter = signature.parameters.get(index.min(last))?;
        let Some(argument) = argument else { continue };
        match (&parameter.ty, parameter.passing) {
            (TypeExpr::Array(element, 1), Passing::Params)
                if index > last
                    || argument.element().is_none()
                    || arguments.len() > signature.parameters.len() =>
            {
                unify(signature, element, argument, &mut found)?;
            }
            (expression, _) => unify(signature, expression, argument, &mut found)?,
        }
    }
    found.into_iter().collect()
}

/// Takes from `ty` what the type parameters in `expression` must be; `None` if it contradicts what is known.
fn unify(signature: &Signature, expression: &TypeExpr, ty: &Type, found: &mut [Option<Type>]) -> Option<()> {
    match expression {
        TypeExpr::Named(name) => {
            let Some(at) = signature.generic.iter().position(|generic| generic == name) else {
                return Some(());
            };
            match &found[at] {
                Some(known) if known == ty || known.is_assignable_from(ty) => {}
                Some(known) if ty.is_assignable_from(known) => found[at] = Some(ty.clone()),
                Some(_) => return None,
                None => found[at] = Some(ty.clone()),
            }
        }
        TypeExpr::Array(element, rank) => {
            if ty.rank() == *rank {
                unify(signature, element, ty.element()?, found)?;
            }
        }
        TypeExpr::Generic(name, parameters) => {
            // An array is an IEnumerable<T>, IList<T>... of its elements.
            if let (Some(element), [parameter]) = (ty.element(), &parameters[..]) {
                return unify(signature, parameter, element, found);
            }
            if let Some(closed) = closed_as(ty, name) {
                for (parameter, argument) in parameters.iter().zip(closed.arguments()) {
                    unify(signature, parameter, argument, found)?;
                }
            }
        }
    }
    Some(())
}

/// The type itself, a base or an interface that closes the generic type `name`.
fn closed_as(ty: &Type, name: &str) -> Option<Type> {
    let is = |candidate: &Type| {
        candidate.name().to_str().split_once('[').is_some_and(|(head, _)| head.eq_ignore_ascii_case(name))
    };
    let mut waiting: Vec<Type> = ty.hierarchy().cloned().collect();
    let mut at = 0;
    while at < waiting.len() {
        let candidate = waiting[at].clone();
        if is(&candidate) {
            return Some(candidate);
        }
        waiting.extend(candidate.interfaces().iter().cloned());
        at += 1;
    }
    None
}
