//! Arrays: fixed length, mutable elements, numeric ones packed.

use crate::error::Result;
use crate::memory;
use crate::object::{Handle, Obj, Payload};
use crate::ty::{Type, known};
use crate::value::Value;
use parking_lot::RwLock;

/// The payload of every array; the element type is the object's type's.
pub struct Array {
    /// The lengths of the dimensions when there is more than one; elements lie in row-major order.
    lengths: Box<[usize]>,
    elements: RwLock<Elements>,
}

/// The elements of an array or list.
#[derive(Clone, Debug)]
pub enum Elements {
    /// Values of any type.
    Values(Vec<Value>),
    /// `int[]`.
    Int32(Vec<i32>),
    /// `byte[]`.
    UInt8(Vec<u8>),
    /// `long[]`.
    Int64(Vec<i64>),
    /// `double[]`.
    Double(Vec<f64>),
    /// `char[]`.
    Char(Vec<u16>),
}

impl Array {
    /// One dimension of values.
    pub fn new(items: Vec<Value>) -> Array {
        Array::of(Elements::Values(items))
    }

    /// One dimension.
    pub fn of(elements: Elements) -> Array {
        Array { lengths: Box::new([]), elements: RwLock::new(elements) }
    }

    /// Several dimensions; the product of `lengths` is the number of elements.
    pub fn multi(lengths: Vec<usize>, elements: Elements) -> Array {
        debug_assert_eq!(lengths.iter().product::<usize>(), elements.len());
        Array { lengths: lengths.into(), elements: RwLock::new(elements) }
    }

    /// The number of elements.
    pub fn len(&self) -> usize {
        self.elements.read().len()
    }

    /// Whether there are no elements.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether there is one dimension.
    pub fn is_vector(&self) -> bool {
        self.lengths.is_empty()
    }

    /// The lengths of all dimensions.
    pub fn lengths(&self) -> Vec<usize> {
        if self.lengths.is_empty() { vec![self.len()] } else { self.lengths.to_vec() }
    }

    /// The element at a (row-major) index; `None` past the end.
    pub fn get(&self, index: usize) -> Option<Value> {
        self.elements.read().get(index)
    }

    /// A copy of the elements.
    pub fn to_vec(&self) -> Vec<Value> {
        self.elements.read().to_vec()
    }

    /// Works on the elements while they are locked; the function must not call script.
    pub fn with<R>(&self, read: impl FnOnce(&Elements) -> R) -> R {
        read(&self.elements.read())
    }
}

impl Handle<'_, Array> {
    /// Stores `value`, which has the element type, at a (row-major) index below the length.
    pub fn set(self, index: usize, value: Value) {
        self.storing(&value);
        let old = self.payload().elements.write().set(index, value);
        drop(old);
    }

    /// Makes an array of one dimension longer: only for one that a single reference knows, to which it is as if a new
    /// array had taken its place.
    pub(crate) fn append(self, items: impl IntoIterator<Item = Value>) {
        debug_assert!(self.owner().is_unshared() && self.is_vector());
        self.payload().elements.write().values_mut().extend(items);
    }

    /// Works on the elements while they are locked. The function must not call script, nor change the length,
    /// nor bring in objects that were not elements already.
    pub fn permute<R>(self, change: impl FnOnce(&mut Elements) -> R) -> R {
        change(&mut self.payload().elements.write())
    }
}

impl Payload for Array {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.elements.read().trace(visit);
    }

    fn release(&self, out: &mut Vec<Value>) {
        self.elements.write().release(out);
    }
}

impl Elements {
    /// An empty list packed for elements of type `element`.
    pub fn for_type(element: &Type, capacity: usize) -> Elements {
        let k = known();
        if *element == k.int32 {
            Elements::Int32(Vec::with_capacity(capacity))
        } else if *element == k.byte {
            Elements::UInt8(Vec::with_capacity(capacity))
        } else if *element == k.int64 {
            Elements::Int64(Vec::with_capacity(capacity))
        } else if *element == k.double {
            Elements::Double(Vec::with_capacity(capacity))
        } else if *element == k.char {
            Elements::Char(Vec::with_capacity(capacity))
        } else {
            Elements::Values(Vec::with_capacity(capacity))
        }
    }

    /// The elements of type `element`, packed if that type is; each value must have it.
    pub fn pack(element: &Type, values: Vec<Value>) -> Elements {
        let mut elements = Elements::for_type(element, 0);
        if let Elements::Values(list) = &mut elements {
            *list = values;
        } else {
            values.into_iter().for_each(|value| elements.push(value));
        }
        elements
    }

    /// So many copies of a value of type `element`, packed if that type is.
    ///
    /// # Errors
    /// `OutOfMemoryException` where there is no room for them.
    pub fn filled(element: &Type, value: Value, count: usize) -> Result<Elements> {
        Ok(match (Elements::for_type(element, 0), &value) {
            (Elements::Int32(_), Value::Int32(v)) => Elements::Int32(memory::repeated(&[*v], count)?),
            (Elements::UInt8(_), Value::UInt8(v)) => Elements::UInt8(memory::repeated(&[*v], count)?),
            (Elements::Int64(_), Value::Int64(v)) => Elements::Int64(memory::repeated(&[*v], count)?),
            (Elements::Double(_), Value::Double(v)) => Elements::Double(memory::repeated(&[*v], count)?),
            (Elements::Char(_), Value::Char(v)) => Elements::Char(memory::repeated(&[*v], count)?),
            _ => Elements::pack(element, memory::repeated(&[value], count)?),
        })
    }

    /// The number of elements.
    pub fn len(&self) -> usize {
        match self {
            Elements::Values(list) => list.len(),
            Elements::Int32(list) => list.len(),
            Elements::UInt8(list) => list.len(),
            Elements::Int64(list) => list.len(),
            Elements::Double(list) => list.len(),
            Elements::Char(list) => list.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The element at `index`.
    pub fn get(&self, index: usize) -> Option<Value> {
        match self {
            Elements::Values(list) => list.get(index).cloned(),
            Elements::Int32(list) => list.get(index).map(|&v| Value::Int32(v)),
            Elements::UInt8(list) => list.get(index).map(|&v| Value::UInt8(v)),
            Elements::Int64(list) => list.get(index).map(|&v| Value::Int64(v)),
            Elements::Double(list) => list.get(index).map(|&v| Value::Double(v)),
            Elements::Char(list) => list.get(index).map(|&v| Value::Char(v)),
        }
    }

    /// Replaces the element at `index` and gives the former one. A value of another type than a packed list's
    /// unpacks the list.
    pub fn set(&mut self, index: usize, value: Value) -> Value {
        match (&mut *self, value.unwrapped()) {
            (Elements::Int32(list), Value::Int32(v)) => {
                return Value::Int32(std::mem::replace(&mut list[index], *v));
            }
            (Elements::UInt8(list), Value::UInt8(v)) => {
                return Value::UInt8(std::mem::replace(&mut list[index], *v));
            }
            (Elements::Int64(list), Value::Int64(v)) => {
                return Value::Int64(std::mem::replace(&mut list[index], *v));
            }
            (Elements::Double(list), Value::Double(v)) => {
                return Value::Double(std::mem::replace(&mut list[index], *v));
            }
            (Elements::Char(list), Value::Char(v)) => {
                return Value::Char(std::mem::replace(&mut list[index], *v));
            }
            _ => {}
        }
        std::mem::replace(&mut self.values_mut()[index], value)
    }

    /// Appends a value; one of another type than a packed list's unpacks the list.
    pub fn push(&mut self, value: Value) {
        match (&mut *self, value.unwrapped()) {
            (Elements::Int32(list), Value::Int32(v)) => return list.push(*v),
            (Elements::UInt8(list), Value::UInt8(v)) => return list.push(*v),
            (Elements::Int64(list), Value::Int64(v)) => return list.push(*v),
            (Elements::Double(list), Value::Double(v)) => return list.push(*v),
            (Elements::Char(list), Value::Char(v)) => return list.push(*v),
            _ => {}
        }
        self.values_mut().push(value);
    }

    /// The elements as values, unpacked first if need be.
    pub fn values_mut(&mut self) -> &mut Vec<Value> {
        if !matches!(self, Elements::Values(_)) {
            *self = Elements::Values(self.to_vec());
        }
        match self {
            Elements::Values(list) => list,
            _ => unreachable!("unpacked above"),
        }
    }

    /// A copy as values.
    pub fn to_vec(&self) -> Vec<Value> {
        match self {
            Elements::Values(list) => list.clone(),
            Elements::Int32(list) => list.iter().map(|&v| Value::Int32(v)).collect(),
            Elements::UInt8(list) => list.iter().map(|&v| Value::UInt8(v)).collect(),
            Elements::Int64(list) => list.iter().map(|&v| Value::Int64(v)).collect(),
            Elements::Double(list) => list.iter().map(|&v| Value::Double(v)).collect(),
            Elements::Char(list) => list.iter().map(|&v| Value::Char(v)).collect(),
        }
    }

    /// Reverses the order of `length` elements from `start`.
    pub fn reverse(&mut self, start: usize, length: usize) {
        let end = start + length;
        match self {
            Elements::Values(list) => list[start..end].reverse(),
            Elements::Int32(list) => list[start..end].reverse(),
            Elements::UInt8(list) => list[start..end].reverse(),
            Elements::Int64(list) => list[start..end].reverse(),
            Elements::Double(list) => list[start..end].reverse(),
            Elements::Char(list) => list[start..end].reverse(),
        }
    }

    /// Visits the elements that can be objects.
    pub fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Elements::Values(list) = self {
            list.iter().for_each(visit);
        }
    }

    /// Gives the elements that can be objects away.
    pub fn release(&mut self, out: &mut Vec<Value>) {
        if let Elements::Values(list) = self {
            out.append(list);
        }
    }
}

impl Obj {
    /// An array of `element`s; each value must be one.
    pub fn typed_array(element: &Type, values: Vec<Value>) -> Obj {
        Obj::new(crate::ty::array_of(element, 1), Array::of(Elements::pack(element, values)))
    }

    /// A `byte[]`.
    pub fn bytes(bytes: Vec<u8>) -> Obj {
        Obj::new(known().byte_array.clone(), Array::of(Elements::UInt8(bytes)))
    }

    /// A `string[]`.
    pub fn strings<S: Into<crate::PsString>>(items: impl IntoIterator<Item = S>) -> Obj {
        let items = items.into_iter().map(Value::str).collect();
        Obj::new(known().string_array.clone(), Array::new(items))
    }
}
