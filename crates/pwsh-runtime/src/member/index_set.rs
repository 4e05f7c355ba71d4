//! Setting elements: `$target[index] = value`.

use super::error;
use super::index_get::{has_indexer, indexer_name, is_ordered, is_sorted, position, unwrapped};
use super::set::as_note;
use crate::Runspace;
use pwsh_value::bind::{self, Overload, Role};
use pwsh_value::payload::{Array, Dictionary, List};
use pwsh_value::ty::{Call, Passing, Property, known};
use pwsh_value::{PsString, Result, Type, Value, convert};

impl Runspace {
    /// `$target[index] = value`.
    ///
    /// # Errors
    /// NullArray, NullArrayIndex, CannotIndex, ArraySliceAssignmentFailed, bounds, and the conversions.
    pub fn index_set(&mut self, target: &Value, index: &Value, value: Value) -> Result<()> {
        if target.is_null() {
            return Err(error::null_array());
        }
        let Some(obj) = target.as_object() else {
            return Err(error::cannot_index(target.ty().unwrap_or(&known().object)));
        };
        // The plainest table by far.
        if let Value::String(key) = index
            && *obj.ty() == known().hashtable
            && let Some(table) = obj.get::<Dictionary>()
        {
            table.set_str(key.clone(), as_note(value));
            return Ok(());
        }
        if let Some(table) = obj.get::<Dictionary>().filter(|_| !is_sorted(obj)) {
            if index.is_null() {
                return Err(error::null_index());
            }
            if let Value::Int32(at) = index.unwrapped()
                && is_ordered(obj)
            {
                let Some(at) = usize::try_from(*at).ok().filter(|at| *at < table.len()) else {
                    return Err(error::outside_dictionary());
                };
                table.set_at(at, as_note(value));
                return Ok(());
            }
            let key = self.dictionary_key(obj.ty(), index)?;
            let value = self.dictionary_value(obj.ty(), value)?;
            return table.set(self, key, value).map(drop);
        }
        if let Some(array) = obj.get::<Array>() {
            let rank = array.lengths().len();
            let element = obj.ty().element().cloned().unwrap_or_else(|| known().object.clone());
            let at = if rank > 1 {
                self.dimensions(target, rank, index)?
            } else {
                self.one_index(index, array.len())?
            };
            let Some(at) = at else { return Err(error::outside_array()) };
            let value = self.element_value(value, &element)?;
            array.set(at, value);
            return Ok(());
        }
        if let Some(list) = obj.get::<List>()
            && has_indexer(target)
        {
            let Some(at) = self.one_index(index, list.len())? else { return Err(error::outside_list()) };
            let element = list_element(obj.ty());
            let value = self.element_value(value, &element)?;
            list.set(at, value);
            return Ok(());
        }
        self.write_indexer(target, index, value)
    }

    /// The position that one index means; several are not assigned to.
    fn one_index(&mut self, index: &Value, length: usize) -> Result<Option<usize>> {
        if index.is_null() {
            return Err(error::null_index());
        }
        if let Some(indices) = self.index_list(index)
            && indices.len() != 1
        {
            let shown = self.index_text(index)?;
            return Err(error::slice_assignment(&shown));
        }
        let at = convert::to_int(self, index).map_err(error::of_statement)?;
        Ok(position(at, length))
    }

    fn dimensions(&mut self, target: &Value, rank: usize, index: &Value) -> Result<Option<usize>> {
        let given = self.index_list(index).unwrap_or_else(|| vec![index.clone()]);
        if given.iter().any(|part| self.index_list(part).is_some()) {
            let shown = self.index_text(index)?;
            return Err(error::slice_assignment(&shown));
        }
        self.flat_position(target, rank, &given, index)
    }

    fn element_value(&mut self, value: Value, element: &Type) -> Result<Value> {
        if *element == known().object {
            return Ok(as_note(value));
        }
        convert::to(self, &value, element).map_err(error::of_statement)
    }

    pub(super) fn write_indexer(&mut self, target: &Value, index: &Value, value: Value) -> Result<()> {
        let Some(ty) = target.ty().cloned() else { return Err(error::null_array()) };
        let name = indexer_name(target);
        let indexers = ty.members().indexers(&name.to_str(), false);
        let setters: Vec<Setter<'_>> = indexers
            .iter()
            .filter(|p| p.set.is_some() && !p.get.parameters.is_empty())
            .map(Setter::new)
            .collect();
        if setters.is_empty() {
            return Err(error::cannot_index(&ty));
        }
        let values = [index.clone(), value];
        let chosen = bind::choose(
            self,
            Role::Indexer,
            &format!("set_{name}"),
            &setters,
            bind::Arguments::plain(&values),
        )?;
        let Some(set) = setters[chosen.index].property.set else { return Err(error::cannot_index(&ty)) };
        let mut call =
            Call { cx: self, ty: &ty, this: target.unwrapped(), args: &chosen.args, type_args: &[] };
        set(&mut call).map(drop).map_err(unwrapped)
    }
}

/// The element type of a list.
fn list_element(ty: &Type) -> Type {
    ty.hierarchy().find_map(|ty| ty.arguments().first().cloned()).unwrap_or_else(|| known().object.clone())
}

/// A setter with parameters: the getter's and the value.
struct Setter<'a> {
    property: &'a Property,
    parameters: Vec<Type>,
}

impl<'a> Setter<'a> {
    fn new(property: &'a Property) -> Setter<'a> {
        let mut parameters = property.get.parameters.clone();
        parameters.push(property.get.result.clone());
        Setter { property, parameters }
    }
}

impl Overload for Setter<'_> {
    fn parameters(&self) -> &[Type] {
        &self.parameters
    }
    fn parameter_name(&self, index: usize) -> PsString {
        match self.property.get.signature.parameters.get(index) {
            Some(parameter) => parameter.name.into(),
            None => "value".into(),
        }
    }
    fn passing(&self, _: usize) -> Passing {
        Passing::Value
    }
    fn default(&self, _: usize) -> Option<&Value> {
        None
    }
    fn definition(&self) -> PsString {
        self.property.get.signature.text.into()
    }
}
