//! Where the methods lie that source calls by name, found before.

use super::info::View;
use crate::Runspace;
use pwsh_value::bind::{self, Arguments};
use pwsh_value::payload::{Dictionary, PropertyBag};
use pwsh_value::{PsString, Result, Type, Value};

/// How many methods are kept; each type and name has one place among them.
const PLACES: usize = 64;

/// Methods of .NET types by the name in source (its very string) and the type of the target. What script attaches
/// to an object is looked at before, type data makes the cache anew.
#[derive(Default)]
pub(crate) struct MethodCache {
    places: Vec<Option<Known>>,
    /// The generation of the type data that all entries stand on.
    type_data: u64,
}

struct Known {
    /// Kept, so that its address is no other name's.
    name: PsString,
    ty: Type,
    /// Where the type's table has the overloads.
    position: usize,
}

impl MethodCache {
    fn place(name: &PsString, ty: &Type) -> usize {
        (name.as_wtf8().as_ptr().addr() / 16 + ty.address() / 16) % PLACES
    }

    fn find(&self, name: &PsString, ty: &Type) -> Option<usize> {
        let known = self.places.get(Self::place(name, ty))?.as_ref()?;
        (known.name.same(name) && known.ty == *ty).then_some(known.position)
    }

    fn keep(&mut self, name: &PsString, ty: &Type, position: usize) {
        self.places.resize_with(PLACES, || None);
        self.places[Self::place(name, ty)] = Some(Known { name: name.clone(), ty: ty.clone(), position });
    }
}

impl Runspace {
    /// [`invoke_member`](Self::invoke_member) by a name that stands in source.
    ///
    /// # Errors
    /// As there.
    pub(crate) fn invoke_named(
        &mut self,
        target: &Value,
        name: &PsString,
        arguments: Arguments<'_>,
    ) -> Result<Value> {
        let Some(ty) = target.ty().filter(|_| has_declared_methods_only(target)) else {
            return self.call_member(target, name, arguments);
        };
        let type_data = self.types.generation();
        if self.methods.type_data != type_data {
            self.methods = MethodCache { places: Vec::new(), type_data };
        }
        let position = match self.methods.find(name, ty) {
            Some(position) => position,
            None => match self.declared_methods(target, ty, name) {
                Some(position) => {
                    self.methods.keep(name, ty, position);
                    position
                }
                None => return self.call_member(target, name, arguments),
            },
        };
        bind::call(self, ty, target.unwrapped(), ty.members().methods_at(position), arguments)
    }

    /// Where the overloads lie, if the name means methods of the .NET type on every value of the type to which
    /// nothing is attached.
    fn declared_methods(&mut self, target: &Value, ty: &Type, name: &PsString) -> Option<usize> {
        if ty.hook(|hooks| hooks.adapted).is_some() {
            return None;
        }
        match self.find_method(target, name) {
            Some((_, super::find::Found::Methods(found))) if found == *ty => {
                ty.members().position_of_methods(&name.to_str())
            }
            _ => None,
        }
    }
}

/// Whether the value has no members but those of its type and its type data.
fn has_declared_methods_only(target: &Value) -> bool {
    target.cell().is_none_or(|obj| {
        obj.attached().is_none()
            && obj.get::<PropertyBag>().is_none()
            && obj.get::<Dictionary>().is_none()
            && obj.get::<View>().is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use pwsh_value::ty::known;

    #[test]
    fn a_name_is_known_by_its_own_string_only() {
        let (first, second) = (PsString::from("Add"), PsString::from("Add"));
        let mut cache = MethodCache::default();
        cache.keep(&first, &known().array_list, 3);
        assert_eq!(cache.find(&first, &known().array_list), Some(3));
        assert_eq!(cache.find(&second, &known().array_list), None);
        assert_eq!(cache.find(&first, &known().hashtable), None);
    }
}
