//! One resolver for .NET's type names: the installed facade, arrays and closed generics.

use super::Type;
use super::facade::FacadeType;
use super::signature::TypeExpr;
use crate::string::PsString;
use parking_lot::RwLock;
use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

static FACADE: OnceLock<HashMap<String, &'static FacadeType>> = OnceLock::new();
static TYPES: LazyLock<RwLock<HashMap<String, Type>>> = LazyLock::new(RwLock::default);

/// Hands in the table of .NET types; once, before the first type is looked up. A second call changes nothing.
pub fn install(types: &[&'static FacadeType]) {
    FACADE.get_or_init(|| types.iter().map(|facade| (facade.name.to_ascii_lowercase(), *facade)).collect());
}

pub(super) fn facade_of(name: &PsString) -> Option<&'static FacadeType> {
    let name = name.to_str();
    let head = name.split_once("[[").map_or(&*name, |(head, _)| head);
    FACADE.get()?.get(&head.to_ascii_lowercase()).copied()
}

/// The facade's type of that full name, case ignored; `None` if the facade has none. Accelerators, `using
/// namespace` and types of the session are the runtime's to add.
pub fn lookup(full_name: &str) -> Option<Type> {
    let key = full_name.to_ascii_lowercase();
    if let Some(found) = TYPES.read().get(&key) {
        return Some(found.clone());
    }
    let facade = *FACADE.get()?.get(&key)?;
    let mut types = TYPES.write();
    let ty = types
        .entry(key)
        .or_insert_with(|| Type::build(facade.name.into(), Some(Some(facade)), Vec::new(), None, None));
    Some(ty.clone())
}

/// The type of that full name for the engine's own use: one that the facade does not declare is a bare name
/// whose base is unknown.
pub fn named(full_name: &str) -> Type {
    if let Some(found) = lookup(full_name) {
        return found;
    }
    let mut types = TYPES.write();
    let make = || Type::build(full_name.into(), None, Vec::new(), None, None);
    types.entry(full_name.to_ascii_lowercase()).or_insert_with(make).clone()
}

/// The array type of `rank` dimensions (at least 1) over `element`.
pub fn array_of(element: &Type, rank: u32) -> Type {
    let commas = ",".repeat(rank.max(1) as usize - 1);
    let name: PsString = format!("{}[{commas}]", element.name()).into();
    intern(element.defined().is_some(), &name, || {
        Type::build(name.clone(), Some(None), Vec::new(), Some((element.clone(), rank.max(1))), None)
    })
}

/// A generic type closed over `arguments`; as many as it has parameters.
pub fn close_generic(definition: &Type, arguments: Vec<Type>) -> Type {
    let list = arguments.iter().map(|a| format!("[{}]", a.name())).collect::<Vec<_>>().join(",");
    let name: PsString = format!("{}[{list}]", definition.name()).into();
    let defined = arguments.iter().any(|a| a.defined().is_some());
    intern(defined, &name, || {
        Type::build(name.clone(), Some(definition.facade()), arguments.clone(), None, None)
    })
}

/// Types over a script's own are not kept by name: two scripts may both call a class `A`.
fn intern(over_defined: bool, name: &PsString, make: impl Fn() -> Type) -> Type {
    if over_defined {
        return make();
    }
    let key = name.to_str().to_ascii_lowercase();
    if let Some(found) = TYPES.read().get(&key) {
        return found.clone();
    }
    TYPES.write().entry(key).or_insert_with(make).clone()
}

/// The type that `text` names in a declaration of `facade` closed over `arguments`.
pub(super) fn resolve(text: &str, facade: &FacadeType, arguments: &[Type]) -> Type {
    TypeExpr::parse(text).close(&|parameter| {
        let at = facade.generic.iter().position(|name| *name == parameter)?;
        arguments.get(at).cloned()
    })
}
