//! Reading elements: `$target[index]`.

use super::error;
use crate::Runspace;
use pwsh_value::bind::Arguments;
use pwsh_value::payload::{Array, Dictionary, List, PropertyBag};
use pwsh_value::ty::known;
use pwsh_value::{Context, Error, Obj, PsString, Result, Value, convert};

impl Runspace {
    /// `$target[index]`; several indices are an array. What is missing is null, an error in strict mode.
    ///
    /// # Errors
    /// NullArray, NullArrayIndex, CannotIndex, the conversion of the index, out of bounds in strict mode.
    pub fn index_get(&mut self, target: &Value, index: &Value) -> Result<Value> {
        if target.is_null() {
            return Err(error::null_array());
        }
        let obj = target.cell();
        if let (Some(array), Value::Int32(at)) = (obj.and_then(|obj| obj.get::<Array>()), index)
            && let Some(value) = position(*at, array.len()).and_then(|at| array.get(at))
            && array.lengths().len() == 1
        {
            return Ok(value);
        }
        if let Some(table) = obj.and_then(|obj| obj.get::<Dictionary>()) {
            let table_obj = table.owner().clone();
            return self.index_dictionary(&table_obj, index);
        }
        if let Some(array) = obj.and_then(|obj| obj.get::<Array>()) {
            let rank = array.lengths().len();
            if rank > 1 {
                return self.index_dimensions(target, rank, index);
            }
        }
        if index.is_null() {
            return Err(error::null_index());
        }
        match self.index_list(index) {
            Some(indices) => self.index_slice(target, &indices),
            None => self.index_one(target, index),
        }
    }

    /// The elements of an index that is a list, `None` for one index.
    pub(super) fn index_list(&self, index: &Value) -> Option<Vec<Value>> {
        let obj = index.as_object()?;
        if let Some(array) = obj.get::<Array>() {
            return Some(array.to_vec());
        }
        obj.get::<List>().map(|list| list.to_vec())
    }

    /// The elements at several indices; those that are not there are left out.
    fn index_slice(&mut self, target: &Value, indices: &[Value]) -> Result<Value> {
        let mut values = Vec::with_capacity(indices.len());
        for index in indices {
            if let Some(value) = self.find_element(target, index)? {
                values.push(value);
            }
        }
        Ok(Value::Object(Obj::array(values)))
    }

    fn index_one(&mut self, target: &Value, index: &Value) -> Result<Value> {
        let is_scalar = !has_indexer(target)
            && target.as_string().is_none()
            && target.as_object().is_none_or(|obj| obj.get::<Array>().is_none());
        // What is no collection has nothing there, not even null.
        let missing = if is_scalar { Value::Void } else { Value::Null };
        Ok(self.find_element(target, index)?.unwrap_or(missing))
    }

    /// The element at one index, `None` if it is not there and strict mode is off.
    fn find_element(&mut self, target: &Value, index: &Value) -> Result<Option<Value>> {
        if let Some(text) = target.as_string() {
            let text = text.clone();
            let Some(at) = self.array_index(index)? else { return Ok(None) };
            let unit = position(at, text.len()).and_then(|at| text.unit(at)).map(Value::Char);
            return self.or_outside(unit, error::outside_array);
        }
        let obj = target.as_object();
        if let Some(array) = obj.and_then(|obj| obj.get::<Array>()) {
            let Some(at) = self.array_index(index)? else { return Ok(None) };
            let value = position(at, array.len()).and_then(|at| array.get(at));
            return self.or_outside(value, error::outside_array);
        }
        if let Some(list) = obj.and_then(|obj| obj.get::<List>())
            && has_indexer(target)
        {
            let Some(at) = self.array_index(index)? else { return Ok(None) };
            let value = position(at, list.len()).and_then(|at| list.get(at));
            return self.or_outside(value, error::outside_list);
        }
        if has_indexer(target) {
            return self.read_indexer(target, index);
        }
        self.index_scalar(target, index)
    }

    fn or_outside(&self, value: Option<Value>, outside: fn() -> Error) -> Result<Option<Value>> {
        match value {
            None if self.is_strict(3) => Err(outside()),
            value => Ok(value),
        }
    }

    /// The index as a number; `None` if it is none and strict mode is off.
    fn array_index(&mut self, index: &Value) -> Result<Option<i32>> {
        if let Value::Int32(at) = index {
            return Ok(Some(*at));
        }
        match convert::to_int(self, index) {
            Ok(at) => Ok(Some(at)),
            Err(cause) if cause.thrown().is_some() && !self.is_strict(3) => Ok(None),
            Err(cause) => Err(error::of_statement(cause)),
        }
    }

    /// The indexer of a .NET type or a class over one.
    fn read_indexer(&mut self, target: &Value, index: &Value) -> Result<Option<Value>> {
        let Some(ty) = target.ty().cloned() else { return Ok(None) };
        let name = indexer_name(target);
        let arguments = [index.clone()];
        match self.read_indexed(target, &ty, &name, Arguments::plain(&arguments)) {
            Ok(value) => Ok(Some(value)),
            Err(cause) if !self.is_strict(3) && is_missing(&cause) => Ok(None),
            Err(cause) => Err(unwrapped(cause)),
        }
    }

    /// What has no elements is its own only one.
    fn index_scalar(&mut self, target: &Value, index: &Value) -> Result<Option<Value>> {
        let is_custom = target.as_object().is_some_and(|obj| obj.get::<PropertyBag>().is_some());
        let at = match index.unwrapped() {
            Value::Int32(at) => Some(*at),
            other if is_custom || !self.is_strict(3) => self.array_index(&other.clone())?,
            _ => None,
        };
        match at {
            Some(0 | -1) => Ok(Some(target.clone())),
            _ if self.is_strict(3) => Err(error::cannot_index(target.ty().unwrap_or(&known().object))),
            _ => Ok(None),
        }
    }

    fn index_dictionary(&mut self, table: &Obj, index: &Value) -> Result<Value> {
        if index.is_null() {
            return Err(error::null_index());
        }
        let Some(dictionary) = table.get::<Dictionary>() else { return Ok(Value::Null) };
        if let Value::String(key) = index
            && let Some(value) = dictionary.get_str(key)
        {
            return Ok(value);
        }
        match self.index_list(index) {
            None => Ok(self.dictionary_item(table, index)?.unwrap_or(Value::Null)),
            Some(keys) => {
                let mut values = Vec::with_capacity(keys.len());
                for key in &keys {
                    values.push(self.dictionary_item(table, key)?.unwrap_or(Value::Null));
                }
                Ok(Value::Object(Obj::array(values)))
            }
        }
    }

    /// The value of a key; an ordered dictionary takes an int for a position.
    fn dictionary_item(&mut self, table: &Obj, key: &Value) -> Result<Option<Value>> {
        let Some(dictionary) = table.get::<Dictionary>() else { return Ok(None) };
        if let Value::Int32(at) = key.unwrapped()
            && is_ordered(table)
        {
            return Ok(position(*at, dictionary.len())
                .and_then(|at| dictionary.at(at))
                .map(|(_, value)| value));
        }
        if key.is_null() {
            return Ok(None);
        }
        let key = match self.dictionary_key(table.ty(), key) {
            Ok(key) => key,
            Err(cause) if cause.thrown().is_some() => return Ok(None),
            Err(cause) => return Err(cause),
        };
        dictionary.get(self, &key)
    }

    /// An array of several dimensions: one index for each, or a list of such lists.
    fn index_dimensions(&mut self, target: &Value, rank: usize, index: &Value) -> Result<Value> {
        let given = self.index_list(index).unwrap_or_else(|| vec![index.clone()]);
        let lists: Option<Vec<Vec<Value>>> = given.iter().map(|part| self.index_list(part)).collect();
        if let Some(lists) = lists.filter(|lists| !lists.is_empty()) {
            let mut values = Vec::with_capacity(lists.len());
            for list in &lists {
                if let Some(at) = self.flat_position(target, rank, list, index)? {
                    values.extend(element_at(target, at));
                }
            }
            return Ok(Value::Object(Obj::array(values)));
        }
        let at = self.flat_position(target, rank, &given, index)?;
        let value = at.and_then(|at| element_at(target, at));
        Ok(self.or_outside(value, error::outside_array)?.unwrap_or(Value::Null))
    }

    /// The row-major position of an element, `None` outside the array.
    pub(super) fn flat_position(
        &mut self,
        target: &Value,
        rank: usize,
        indices: &[Value],
        whole: &Value,
    ) -> Result<Option<usize>> {
        if indices.len() != rank {
            let shown = self.index_text(whole)?;
            return Err(error::needs_indices(&shown, rank as u32));
        }
        let lengths =
            target.as_object().and_then(|obj| obj.get::<Array>()).map(|a| a.lengths()).unwrap_or_default();
        let mut flat = 0;
        for (index, length) in indices.iter().zip(lengths) {
            let at = convert::to_int(self, index).map_err(error::of_statement)?;
            let Some(at) = position(at, length) else { return Ok(None) };
            flat = flat * length + at;
        }
        Ok(Some(flat))
    }

    /// The indices as an error shows them.
    pub(super) fn index_text(&mut self, index: &Value) -> Result<PsString> {
        let Some(parts) = self.index_list(index) else { return self.to_text(index) };
        let mut texts = Vec::with_capacity(parts.len());
        for part in &parts {
            texts.push(self.to_text(part)?.to_str().into_owned());
        }
        Ok(texts.join(",").into())
    }
}

/// An index, negative ones from the end, as a position below `length`.
pub(super) fn position(index: i32, length: usize) -> Option<usize> {
    let at = if index < 0 { i64::from(index) + length as i64 } else { i64::from(index) };
    usize::try_from(at).ok().filter(|at| *at < length)
}

fn element_at(target: &Value, at: usize) -> Option<Value> {
    target.as_object()?.get::<Array>()?.get(at)
}

/// Whether an int is a position in the dictionary.
pub(super) fn is_ordered(table: &Obj) -> bool {
    table.ty().hierarchy().any(|ty| *ty == known().ordered)
}

/// Whether the entries have an order of their own, so that a new one goes where the type's indexer puts it.
pub(super) fn is_sorted(table: &Obj) -> bool {
    let sorted = ["System.Collections.SortedList", "System.Collections.Generic.Sorted"];
    table.ty().hierarchy().any(|ty| sorted.iter().any(|head| ty.name().to_str().starts_with(head)))
}

/// The name of the indexer: that of strings and their builders is `Chars`.
pub(super) fn indexer_name(target: &Value) -> PsString {
    if declares_indexer(target, "Item") { "Item".into() } else { "Chars".into() }
}

/// Whether the type of the value declares an indexer.
pub(super) fn has_indexer(target: &Value) -> bool {
    ["Item", "Chars"].iter().any(|name| declares_indexer(target, name))
}

fn declares_indexer(target: &Value, name: &str) -> bool {
    let indexers = target.ty().map(|ty| ty.members().indexers(name, false));
    indexers.is_some_and(|all| all.iter().any(|property| !property.get.parameters.is_empty()))
}

/// An exception that says that there is no such element.
fn is_missing(cause: &Error) -> bool {
    let Some(thrown) = cause.thrown() else { return false };
    let mut exception = Some(thrown.exception.clone());
    while let Some(current) = exception {
        let name = current.ty().short_name();
        let missing = ["IndexOutOfRangeException", "ArgumentOutOfRangeException", "KeyNotFoundException"];
        if missing.iter().any(|missing| name.is(missing)) {
            return true;
        }
        exception = current.get::<pwsh_value::payload::Exception>().and_then(|e| e.inner().cloned());
    }
    false
}

/// An indexer's own exception, without the wrapping that a method call gives it.
pub(super) fn unwrapped(cause: Error) -> Error {
    let Some(thrown) = cause.thrown() else { return cause };
    if !thrown.exception.ty().name().is("System.Management.Automation.MethodInvocationException") {
        return cause;
    }
    let inner = thrown.exception.get::<pwsh_value::payload::Exception>().and_then(|e| e.inner().cloned());
    match inner {
        Some(inner) => {
            let id = inner.ty().name().clone();
            Error::throw(inner).id(id).category(pwsh_value::Category::OperationStopped)
        }
        None => cause,
    }
}
