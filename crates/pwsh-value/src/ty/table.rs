//! The members of a type by name: its own, then its bases', hidden ones left out.

use super::facade::{Entry, Invoke};
use super::signature::{Passing, Signature};
use super::{Type, known};
use crate::string::PsString;
use crate::value::Value;

/// A method, constructor or parameterized getter, with its parameter types resolved.
#[derive(Debug)]
pub struct Callable {
    /// The parsed signature.
    pub signature: Signature,
    /// The resolved parameter types; a generic method's own parameters stay `System.Object` here.
    pub parameters: Vec<Type>,
    /// The resolved result type.
    pub result: Type,
    /// The type that declares it.
    pub declaring: Type,
    /// What runs.
    pub run: Invoke,
}

/// A property.
#[derive(Debug)]
pub struct Property {
    /// Getter and signature; with parameters it is a parameterized property.
    pub get: Callable,
    /// The setter.
    pub set: Option<Invoke>,
}

/// All members of a type, those of its bases included.
#[derive(Default, Debug)]
pub struct MemberTable {
    methods: Vec<(PsString, bool, Vec<Callable>)>,
    properties: Vec<(PsString, bool, Vec<Property>)>,
    /// The constructors, in declared order.
    pub constructors: Vec<Callable>,
}

impl MemberTable {
    pub(super) fn of(ty: &Type) -> MemberTable {
        let mut table = MemberTable::default();
        for (depth, declaring) in ty.hierarchy().enumerate() {
            table.add_all(declaring, depth == 0);
        }
        if ty.is_interface() {
            let mut waiting: Vec<&Type> = ty.interfaces().iter().collect();
            while let Some(interface) = waiting.pop() {
                table.add_all(interface, false);
                waiting.extend(interface.interfaces());
            }
        }
        table
    }

    fn add_all(&mut self, declaring: &Type, own: bool) {
        let facade = declaring.facade();
        for entry in facade.map_or(&[][..], |f| f.members) {
            let signature = Signature::parse(entry.signature);
            if signature.is_constructor() && !own {
                continue;
            }
            self.add(declaring, signature, entry);
        }
    }

    fn add(&mut self, declaring: &Type, signature: Signature, entry: &Entry) {
        let name: PsString = signature.name.into();
        let (is_static, property, is_constructor) =
            (signature.is_static, signature.property, signature.is_constructor());
        let callable = Callable::resolve(declaring, signature, entry.run);
        if is_constructor {
            self.constructors.push(callable);
        } else if property.is_some() {
            let group = group(&mut self.properties, &name, is_static);
            if !group.iter().any(|p| p.get.parameters == callable.parameters) {
                group.push(Property { get: callable, set: entry.set });
            }
        } else {
            let group = group(&mut self.methods, &name, is_static);
            if !group.iter().any(|m| {
                m.parameters == callable.parameters && m.signature.generic == callable.signature.generic
            }) {
                group.push(callable);
            }
        }
    }

    /// The overloads of a method, name compared without case; empty if there is none.
    pub fn methods(&self, name: &str, is_static: bool) -> &[Callable] {
        self.methods.iter().find(|(n, s, _)| *s == is_static && n.is(name)).map_or(&[], |(_, _, list)| list)
    }

    /// Where the overloads of an instance method are, for [`methods_at`](Self::methods_at).
    pub fn position_of_methods(&self, name: &str) -> Option<usize> {
        self.methods.iter().position(|(n, is_static, _)| !is_static && n.is(name))
    }

    /// The overloads at a position that this table gave.
    pub fn methods_at(&self, position: usize) -> &[Callable] {
        self.methods.get(position).map_or(&[], |(_, _, list)| list)
    }

    /// A property without parameters.
    pub fn property(&self, name: &str, is_static: bool) -> Option<&Property> {
        self.indexers(name, is_static).iter().find(|p| p.get.parameters.is_empty())
    }

    /// The properties of that name, the parameterized ones too.
    pub fn indexers(&self, name: &str, is_static: bool) -> &[Property] {
        self.properties
            .iter()
            .find(|(n, s, _)| *s == is_static && n.is(name))
            .map_or(&[], |(_, _, list)| list)
    }

    /// All methods by name, most derived type first: name, whether static, overloads.
    pub fn all_methods(&self) -> impl Iterator<Item = (&PsString, bool, &[Callable])> {
        self.methods.iter().map(|(n, s, list)| (n, *s, &**list))
    }

    /// All properties by name, most derived type first: name, whether static, the property and its parameterized kin.
    pub fn all_properties(&self) -> impl Iterator<Item = (&PsString, bool, &[Property])> {
        self.properties.iter().map(|(n, s, list)| (n, *s, &**list))
    }
}

impl Callable {
    fn resolve(declaring: &Type, signature: Signature, run: Invoke) -> Callable {
        let facade = declaring.facade();
        let parameter = |name: &str| {
            if signature.generic.contains(&name) {
                return Some(known().object.clone());
            }
            let at = facade?.generic.iter().position(|n| *n == name)?;
            declaring.arguments().get(at).cloned().or_else(|| Some(known().object.clone()))
        };
        let parameters = signature.parameters.iter().map(|p| p.ty.close(&parameter)).collect();
        let result = signature.result.close(&parameter);
        Callable { parameters, result, declaring: declaring.clone(), run, signature }
    }

    /// Whether the last parameter takes all further arguments.
    pub fn takes_params(&self) -> bool {
        self.signature.parameters.last().is_some_and(|p| p.passing == Passing::Params)
    }

    /// The default of parameter `index`, if it may be left out.
    pub fn default(&self, index: usize) -> Option<&Value> {
        self.signature.parameters[index].default.as_ref()
    }
}

fn group<'a, T>(
    groups: &'a mut Vec<(PsString, bool, Vec<T>)>,
    name: &PsString,
    is_static: bool,
) -> &'a mut Vec<T> {
    let at =
        groups.iter().position(|(n, s, _)| *s == is_static && n.eq_ignore_case(name)).unwrap_or_else(|| {
            groups.push((name.clone(), is_static, Vec::new()));
            groups.len() - 1
        });
    &mut groups[at].2
}
