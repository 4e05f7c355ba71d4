//! Types: shared data that says what a value is and which members it has.
//!
//! A type comes from a [`FacadeType`] (a .NET type, one static table), from closing a generic one, from an
//! element type (arrays), or from a class or enum in script ([`Type::define`]).

mod accelerators;
mod event;
mod facade;
mod known;
mod name;
mod registry;
mod signature;
mod table;

pub use accelerators::{accelerator, accelerators};
pub use event::{EventEntry, Handler, Subscription};
pub use facade::{
    Call, Entry, EnumValue, FacadeType, Hooks, Invoke, Kind, constructor, method, property, property_rw,
};
pub use known::{Known, known};
pub use name::{display_name, parse_name, reflection_name};
pub use registry::{array_of, close_generic, install, lookup, named};
pub use signature::{Parameter, Passing, Signature, TypeExpr};
pub use table::{Callable, MemberTable, Property};

use crate::string::PsString;
use std::any::Any;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;
use triomphe::Arc;

/// A type. Clones are the same type; equality is identity.
#[derive(Clone)]
pub struct Type(Arc<TypeData>);

/// What a type is made of; read it through [`Type`].
struct TypeData {
    /// The full name, as .NET's `FullName` shows it without assembly: ``System.Collections.Generic.List`1[[System.Int32]]``.
    name: PsString,
    facade: OnceLock<Option<&'static FacadeType>>,
    /// The arguments of a closed generic type.
    arguments: Vec<Type>,
    /// The element type of an array.
    element: Option<Type>,
    rank: u32,
    defined: Option<Defined>,
    base: OnceLock<Option<Type>>,
    interfaces: OnceLock<Vec<Type>>,
    members: OnceLock<MemberTable>,
}

/// A type that a script defines.
pub struct Defined {
    /// The base class, or `System.Enum`.
    pub base: Type,
    /// The interfaces that it declares.
    pub interfaces: Vec<Type>,
    /// For an enum: whether it has `[Flags]`, the underlying type and its values.
    pub enumeration: Option<(bool, Type, Vec<(PsString, i64)>)>,
    /// The properties of a class that can be set, each with the name of its type, once they are known.
    pub settable: OnceLock<Vec<(PsString, PsString)>>,
    /// The runtime's own description of the class: methods, properties, constructors.
    pub class: Option<Box<dyn Any + Send + Sync>>,
}

impl Type {
    fn build(
        name: PsString,
        facade: Option<Option<&'static FacadeType>>,
        arguments: Vec<Type>,
        element: Option<(Type, u32)>,
        defined: Option<Defined>,
    ) -> Type {
        let cell = OnceLock::new();
        if let Some(facade) = facade {
            let _ = cell.set(facade);
        }
        let (element, rank) = element.map_or((None, 0), |(ty, rank)| (Some(ty), rank));
        Type(Arc::new(TypeData {
            name,
            facade: cell,
            arguments,
            element,
            rank,
            defined,
            base: OnceLock::new(),
            interfaces: OnceLock::new(),
            members: OnceLock::new(),
        }))
    }

    /// A class or enum that a script defines.
    pub fn define(name: PsString, defined: Defined) -> Type {
        Type::build(name, Some(None), Vec::new(), None, Some(defined))
    }

    /// The full name (`System.Int32`, `System.Object[]`).
    pub fn name(&self) -> &PsString {
        &self.0.name
    }

    /// The name without namespace (`Int32`, ``List`1``), .NET's `Name`.
    pub fn short_name(&self) -> PsString {
        let full = self.0.name.to_str();
        let head = full.split_once("[[").map_or(&*full, |(head, _)| head);
        let start = head.rfind(['.', '+']).map_or(0, |dot| dot + 1);
        head[start..].into()
    }

    /// The namespace, empty for none.
    pub fn namespace(&self) -> PsString {
        let full = self.0.name.to_str();
        let head = full.split_once("[[").map_or(&*full, |(head, _)| head);
        head.rfind('.').map_or("", |dot| &head[..dot]).into()
    }

    /// The static table of a .NET type; `None` for arrays and for types defined in script.
    pub fn facade(&self) -> Option<&'static FacadeType> {
        *self.0.facade.get_or_init(|| registry::facade_of(&self.0.name))
    }

    /// What a script said of the type, `None` for .NET's.
    pub fn defined(&self) -> Option<&Defined> {
        self.0.defined.as_ref()
    }

    /// The type arguments of a closed generic type.
    pub fn arguments(&self) -> &[Type] {
        &self.0.arguments
    }

    /// The element type, if it is an array.
    pub fn element(&self) -> Option<&Type> {
        self.0.element.as_ref()
    }

    /// The number of dimensions of an array, 0 for other types.
    pub fn rank(&self) -> u32 {
        self.0.rank
    }

    /// The base type; `None` for `System.Object`, interfaces and what is not declared anywhere.
    pub fn base(&self) -> Option<&Type> {
        self.0
            .base
            .get_or_init(|| {
                if let Some(defined) = &self.0.defined {
                    return Some(defined.base.clone());
                }
                if self.0.element.is_some() {
                    return Some(known().array.clone());
                }
                let facade = self.facade()?;
                (!facade.base.is_empty()).then(|| registry::resolve(facade.base, facade, &self.0.arguments))
            })
            .as_ref()
    }

    /// The interfaces that the type declares itself, not those of its bases.
    pub fn interfaces(&self) -> &[Type] {
        self.0.interfaces.get_or_init(|| {
            if let Some(defined) = &self.0.defined {
                return defined.interfaces.clone();
            }
            if let Some(element) = self.element().filter(|_| self.rank() == 1) {
                // Every array of one dimension is a list of its elements.
                let list = |name| registry::close_generic(&named(name), vec![element.clone()]);
                return ["System.Collections.Generic.IList`1", "System.Collections.Generic.IReadOnlyList`1"]
                    .map(list)
                    .into();
            }
            let Some(facade) = self.facade() else { return Vec::new() };
            facade.interfaces.iter().map(|name| registry::resolve(name, facade, &self.0.arguments)).collect()
        })
    }

    /// This type and its bases, most derived first.
    pub fn hierarchy(&self) -> impl Iterator<Item = &Type> {
        std::iter::successors(Some(self), |ty| ty.base())
    }

    /// Whether a value of type `other` is also of this type (.NET's `IsAssignableFrom`).
    pub fn is_assignable_from(&self, other: &Type) -> bool {
        if self == other || *self == known().object {
            return true;
        }
        if let (Some(mine), Some(theirs)) = (self.element(), other.element()) {
            // Arrays of reference types are covariant.
            return self.rank() == other.rank() && !theirs.is_value_type() && mine.is_assignable_from(theirs);
        }
        other
            .hierarchy()
            .any(|ty| ty == self || ty.interfaces().iter().any(|i| self.is_assignable_from_interface(i)))
    }

    fn is_assignable_from_interface(&self, interface: &Type) -> bool {
        self == interface || interface.interfaces().iter().any(|i| self.is_assignable_from_interface(i))
    }

    /// Whether it is a struct or an enum.
    pub fn is_value_type(&self) -> bool {
        match &self.0.defined {
            Some(defined) => defined.enumeration.is_some(),
            None => self.facade().is_some_and(|f| matches!(f.kind, Kind::Struct | Kind::Enum { .. })),
        }
    }

    /// Whether it is an enum.
    pub fn is_enum(&self) -> bool {
        match &self.0.defined {
            Some(defined) => defined.enumeration.is_some(),
            None => self.facade().is_some_and(|f| matches!(f.kind, Kind::Enum { .. })),
        }
    }

    /// Whether it is an interface.
    pub fn is_interface(&self) -> bool {
        self.facade().is_some_and(|f| matches!(f.kind, Kind::Interface))
    }

    /// Whether it is an open generic type (``List`1`` without arguments).
    pub fn is_generic_definition(&self) -> bool {
        self.0.arguments.is_empty() && self.facade().is_some_and(|f| !f.generic.is_empty())
    }

    /// The values of an enum in declared order, and whether it has `[Flags]`; `None` for other types.
    pub fn enum_values(&self) -> Option<(bool, Vec<(PsString, i64)>)> {
        if let Some((flags, _, values)) = self.0.defined.as_ref().and_then(|d| d.enumeration.as_ref()) {
            return Some((*flags, values.clone()));
        }
        match self.facade()?.kind {
            Kind::Enum { flags, values, .. } => {
                Some((flags, values.iter().map(|&(name, number)| (name.into(), number)).collect()))
            }
            _ => None,
        }
    }

    /// The integer type beneath an enum; `None` for other types.
    pub fn enum_underlying(&self) -> Option<Type> {
        if let Some((_, underlying, _)) = self.0.defined.as_ref().and_then(|d| d.enumeration.as_ref()) {
            return Some(underlying.clone());
        }
        match self.facade()?.kind {
            Kind::Enum { underlying, .. } => Some(named(underlying)),
            _ => None,
        }
    }

    /// The members that the facade declares on this type and its bases.
    pub fn members(&self) -> &MemberTable {
        self.0.members.get_or_init(|| MemberTable::of(self))
    }

    /// The event of that name, of this type or a base; the case of letters does not count.
    pub fn event(&self, name: &PsString) -> Option<&'static EventEntry> {
        self.events().find(|event| name.is(event.name()))
    }

    /// The events of this type and its bases, its own first.
    pub fn events(&self) -> impl Iterator<Item = &'static EventEntry> {
        self.hierarchy().filter_map(Type::facade).flat_map(|facade| facade.events)
    }

    /// The most derived hook of a kind along the bases, e.g. `ty.hook(|h| h.to_string)`.
    pub fn hook<T>(&self, pick: impl Fn(&Hooks) -> Option<T>) -> Option<T> {
        self.hierarchy().find_map(|ty| {
            let facade = if ty.element().is_some() { known().array.facade() } else { ty.facade() };
            facade.and_then(|f| pick(&f.hooks))
        })
    }
}

impl PartialEq for Type {
    /// Types are equal by identity; arrays and generics over a script's class, which are not kept by name, by
    /// what they consist of.
    #[inline]
    fn eq(&self, other: &Type) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.consists_of_the_same(other)
    }
}

impl Type {
    fn consists_of_the_same(&self, other: &Type) -> bool {
        match (&self.0.element, &other.0.element) {
            (Some(mine), Some(theirs)) => self.0.rank == other.0.rank && mine == theirs,
            (None, None) if !self.0.arguments.is_empty() => {
                self.0.arguments == other.0.arguments && self.0.name == other.0.name
            }
            _ => false,
        }
    }

    /// A number that differs between any two living types that are kept by name.
    pub fn address(&self) -> usize {
        std::ptr::from_ref::<TypeData>(&self.0).addr()
    }
}

impl Eq for Type {}

impl Hash for Type {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match &self.0.element {
            Some(element) => {
                element.hash(state);
                self.0.rank.hash(state);
            }
            None if !self.0.arguments.is_empty() => self.0.name.hash(state),
            None => self.address().hash(state),
        }
    }
}

impl fmt::Debug for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}]", self.0.name)
    }
}
