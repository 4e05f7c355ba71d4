//! What queues and stacks share: items that are taken where they are looked at first.

use super::enumerator;
use super::items::{converted, copy_to as copy, default_of, element_type, items_of};
use crate::fault;
use parking_lot::Mutex;
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, Hooks};
use pwsh_value::{Obj, Payload, Result, Value};
use std::collections::VecDeque;

/// The payload of queues and stacks, the next item first.
#[derive(Default)]
pub struct Sequence(Mutex<VecDeque<Value>>);

impl Payload for Sequence {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.lock().iter().for_each(visit);
    }

    fn release(&self, out: &mut Vec<Value>) {
        out.extend(std::mem::take(&mut *self.0.lock()));
    }
}

impl Sequence {
    /// A copy of the items, the next first.
    pub fn to_vec(&self) -> Vec<Value> {
        self.0.lock().iter().cloned().collect()
    }
}

/// What queues and stacks do without going through a member.
pub const HOOKS: Hooks = Hooks {
    enumerate: Some(|_, value| {
        Ok(value.cell().and_then(|obj| obj.get::<Sequence>()).map(|s| s.to_vec()).unwrap_or_default())
    }),
    ..Hooks::NONE
};

/// `()`, `(capacity)` and `(collection)` of a queue.
pub fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), Sequence(Mutex::new(initial(call)?.into()))).into())
}

/// `()`, `(capacity)` and `(collection)` of a stack.
pub fn new_stack(call: &mut Call<'_>) -> Result<Value> {
    let mut items = initial(call)?;
    items.reverse();
    Ok(Obj::new(call.ty.clone(), Sequence(Mutex::new(items.into()))).into())
}

fn initial(call: &mut Call<'_>) -> Result<Vec<Value>> {
    match call.args.first() {
        None => Ok(Vec::new()),
        Some(Value::Int32(capacity)) if *capacity < 0 => Err(fault::negative("capacity", (*capacity).into())),
        Some(Value::Int32(_)) => Ok(Vec::new()),
        Some(source) => {
            let values = items_of(call.cx, source, "collection")?;
            converted(call.cx, values, &element_type(call.ty))
        }
    }
}

/// `Enqueue`.
pub fn enqueue(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Sequence>();
    this.storing(&call.args[0]);
    this.payload().0.lock().push_back(call.args[0].clone());
    Ok(Value::Void)
}

/// `Push`.
pub fn push(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Sequence>();
    this.storing(&call.args[0]);
    this.payload().0.lock().push_front(call.args[0].clone());
    Ok(Value::Void)
}

fn taken(call: &Call<'_>, empty: &str) -> Result<Value> {
    let next = call.this::<Sequence>().payload().0.lock().pop_front();
    next.ok_or_else(|| fault::invalid_operation(empty))
}

/// `Dequeue`.
pub fn dequeue(call: &mut Call<'_>) -> Result<Value> {
    taken(call, "Queue empty.")
}

/// `Pop`.
pub fn pop(call: &mut Call<'_>) -> Result<Value> {
    taken(call, "Stack empty.")
}

/// `Peek` of a queue.
pub fn peek(call: &mut Call<'_>) -> Result<Value> {
    let next = call.this::<Sequence>().payload().0.lock().front().cloned();
    let is_stack = call.ty.hierarchy().any(|ty| ty.name().to_str().contains(".Stack"));
    next.ok_or_else(|| fault::invalid_operation(if is_stack { "Stack empty." } else { "Queue empty." }))
}

/// Stores an item, or its type's default, in the `[ref]` argument.
fn tried(call: &Call<'_>, item: Option<Value>) -> Result<Value> {
    let found = item.is_some();
    if let Some(slot) = call.payload::<Reference>(0) {
        let element = element_type(call.this.ty().expect("an object"));
        slot.set(item.unwrap_or_else(|| default_of(&element)));
    }
    Ok(found.into())
}

/// `TryPeek`.
pub fn try_peek(call: &mut Call<'_>) -> Result<Value> {
    let next = call.this::<Sequence>().payload().0.lock().front().cloned();
    tried(call, next)
}

/// `TryDequeue`.
pub fn try_dequeue(call: &mut Call<'_>) -> Result<Value> {
    let next = call.this::<Sequence>().payload().0.lock().pop_front();
    tried(call, next)
}

/// `TryPop`.
pub fn try_pop(call: &mut Call<'_>) -> Result<Value> {
    try_dequeue(call)
}

/// `TryTake`.
pub fn try_take(call: &mut Call<'_>) -> Result<Value> {
    try_dequeue(call)
}

/// `Count`.
pub fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<Sequence>().payload().0.lock().len() as i32).into())
}

/// `IsEmpty`.
pub fn is_empty(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Sequence>().payload().0.lock().is_empty().into())
}

/// `Capacity`.
pub fn capacity(call: &mut Call<'_>) -> Result<Value> {
    count(call)
}

/// `Clear`.
pub fn clear(call: &mut Call<'_>) -> Result<Value> {
    let old = std::mem::take(&mut *call.this::<Sequence>().payload().0.lock());
    drop(old);
    Ok(Value::Void)
}

/// `Contains`.
pub fn contains(call: &mut Call<'_>) -> Result<Value> {
    let wanted = call.arg(0);
    for value in call.this::<Sequence>().to_vec() {
        if value.unwrapped().same(wanted) || call.cx.equals(&value, wanted)? {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}

/// `ToArray`.
pub fn to_array(call: &mut Call<'_>) -> Result<Value> {
    let element = element_type(call.this.ty().expect("an object"));
    Ok(Obj::typed_array(&element, call.this::<Sequence>().to_vec()).into())
}

/// `CopyTo`.
pub fn copy_to(call: &mut Call<'_>) -> Result<Value> {
    copy(call, 0, call.int(1), call.this::<Sequence>().to_vec())
}

/// `Clone`.
pub fn clone(call: &mut Call<'_>) -> Result<Value> {
    let items = call.this::<Sequence>().to_vec();
    Ok(Obj::new(call.this.ty().expect("an object").clone(), Sequence(Mutex::new(items.into()))).into())
}

/// `GetEnumerator`.
pub fn get_enumerator(call: &mut Call<'_>) -> Result<Value> {
    enumerator::get_enumerator(call)
}

/// `TrimExcess`, which changes nothing that shows.
pub fn trim_excess(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

/// `SyncRoot`.
pub fn sync_root(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this.clone())
}
