//! `System.Collections.Generic.PriorityQueue<TElement, TPriority>`.

use crate::collections::items::{default_of, generic_arguments, order};
use crate::fault;
use parking_lot::Mutex;
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, constructor, method, property};
use pwsh_value::{Context, Obj, Payload, Result, Value};

/// `System.Collections.Generic.PriorityQueue`2`.
pub static PRIORITY_QUEUE: FacadeType = FacadeType {
    generic: &["TElement", "TPriority"],
    members: &[
        constructor("new()", new),
        constructor("new(int initialCapacity)", new),
        constructor("new(System.Collections.Generic.IComparer[TPriority] comparer)", new),
        constructor(
            "new(int initialCapacity, System.Collections.Generic.IComparer[TPriority] comparer)",
            new,
        ),
        property("int Count {get;}", count),
        method("void Enqueue(TElement element, TPriority priority)", enqueue),
        method("TElement Peek()", peek),
        method("TElement Dequeue()", dequeue),
        method("TElement DequeueEnqueue(TElement element, TPriority priority)", dequeue_enqueue),
        method("bool TryDequeue([ref] TElement element, [ref] TPriority priority)", try_dequeue),
        method("bool TryPeek([ref] TElement element, [ref] TPriority priority)", try_peek),
        method("TElement EnqueueDequeue(TElement element, TPriority priority)", enqueue_dequeue),
        method("void Clear()", clear),
    ],
    ..FacadeType::class("System.Collections.Generic.PriorityQueue`2")
};

/// The payload: pairs of element and priority in the order of the priorities, equal ones as they came.
struct Queue {
    pairs: Mutex<Vec<(Value, Value)>>,
    comparer: Value,
}

impl Payload for Queue {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        visit(&self.comparer);
        for (element, priority) in &*self.pairs.lock() {
            visit(element);
            visit(priority);
        }
    }

    fn release(&self, out: &mut Vec<Value>) {
        for (element, priority) in std::mem::take(&mut *self.pairs.lock()) {
            out.extend([element, priority]);
        }
    }
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let comparer = call.args.iter().find(|arg| arg.cell().is_some()).cloned().unwrap_or_default();
    Ok(Obj::new(call.ty.clone(), Queue { pairs: Mutex::default(), comparer }).into())
}

/// The place after all priorities that do not come after this one.
fn place(cx: &mut dyn Context, queue: &Queue, priority: &Value) -> Result<usize> {
    let (mut low, mut high) = (0, queue.pairs.lock().len());
    while low < high {
        let middle = low + (high - low) / 2;
        let there = queue.pairs.lock().get(middle).map(|(_, priority)| priority.clone()).unwrap_or_default();
        if order(cx, &queue.comparer, &there, priority)? <= 0 { low = middle + 1 } else { high = middle }
    }
    Ok(low)
}

fn enqueue(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Queue>();
    let at = place(call.cx, this.payload(), &call.args[1])?;
    this.storing(&call.args[0]);
    this.storing(&call.args[1]);
    let mut pairs = this.payload().pairs.lock();
    let at = at.min(pairs.len());
    pairs.insert(at, (call.args[0].clone(), call.args[1].clone()));
    Ok(Value::Void)
}

fn taken(call: &Call<'_>) -> Option<(Value, Value)> {
    let mut pairs = call.this::<Queue>().payload().pairs.lock();
    (!pairs.is_empty()).then(|| pairs.remove(0))
}

fn first(call: &Call<'_>) -> Option<(Value, Value)> {
    call.this::<Queue>().payload().pairs.lock().first().cloned()
}

fn dequeue(call: &mut Call<'_>) -> Result<Value> {
    taken(call).map(|(element, _)| element).ok_or_else(|| fault::invalid_operation("Queue empty."))
}

fn peek(call: &mut Call<'_>) -> Result<Value> {
    first(call).map(|(element, _)| element).ok_or_else(|| fault::invalid_operation("Queue empty."))
}

fn enqueue_dequeue(call: &mut Call<'_>) -> Result<Value> {
    enqueue(call)?;
    dequeue(call)
}

fn dequeue_enqueue(call: &mut Call<'_>) -> Result<Value> {
    let element = dequeue(call)?;
    enqueue(call)?;
    Ok(element)
}

fn tried(call: &Call<'_>, pair: Option<(Value, Value)>) -> Result<Value> {
    let found = pair.is_some();
    let types = generic_arguments(call.this.ty().expect("an object"));
    let default = |at: usize| types.get(at).map_or(Value::Null, default_of);
    let (element, priority) = pair.unwrap_or_else(|| (default(0), default(1)));
    for (index, value) in [element, priority].into_iter().enumerate() {
        if let Some(slot) = call.payload::<Reference>(index) {
            slot.set(value);
        }
    }
    Ok(found.into())
}

fn try_dequeue(call: &mut Call<'_>) -> Result<Value> {
    let pair = taken(call);
    tried(call, pair)
}

fn try_peek(call: &mut Call<'_>) -> Result<Value> {
    let pair = first(call);
    tried(call, pair)
}

fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<Queue>().payload().pairs.lock().len() as i32).into())
}

fn clear(call: &mut Call<'_>) -> Result<Value> {
    let old = std::mem::take(&mut *call.this::<Queue>().payload().pairs.lock());
    drop(old);
    Ok(Value::Void)
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn the_least_priority_comes_first() {
        let mut rt = Runtime::new();
        let queue = rt.make("System.Collections.Generic.PriorityQueue[string, int]", &[]).unwrap();
        for (name, priority) in [("b", 2), ("a", 1), ("c", 3)] {
            rt.call(&queue, "Enqueue", &[name.into(), priority.into()]).unwrap();
        }
        assert_eq!(rt.call_text(&queue, "Dequeue", &[]), "a");
        assert_eq!(rt.call_text(&queue, "Peek", &[]), "b");
    }
}
