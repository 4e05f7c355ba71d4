//! `System.Collections.Generic.LinkedList<T>` and its nodes.

use crate::collections::enumerator;
use crate::collections::items::{converted, copy_to as copy, element_type, items_of};
use crate::fault;
use parking_lot::Mutex;
use pwsh_value::ty::{
    Call, FacadeType, Hooks, close_generic, constructor, method, named, property, property_rw,
};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.Collections.Generic.LinkedList`1`.
pub static LINKED_LIST: FacadeType = FacadeType {
    interfaces: &[
        "System.Collections.Generic.ICollection[T]",
        "System.Collections.Generic.IEnumerable[T]",
        "System.Collections.IEnumerable",
        "System.Collections.ICollection",
        "System.Collections.Generic.IReadOnlyCollection[T]",
    ],
    generic: &["T"],
    members: &[
        constructor("new()", list_new),
        constructor("new(System.Collections.Generic.IEnumerable[T] collection)", list_new),
        property("int Count {get;}", list_count),
        property("System.Collections.Generic.LinkedListNode[T] First {get;}", list_first),
        property("System.Collections.Generic.LinkedListNode[T] Last {get;}", list_last),
        method(
            "System.Collections.Generic.LinkedListNode[T] AddAfter(System.Collections.Generic.LinkedListNode[T] node, T value)",
            list_add_after,
        ),
        method(
            "void AddAfter(System.Collections.Generic.LinkedListNode[T] node, System.Collections.Generic.LinkedListNode[T] newNode)",
            list_add_after,
        ),
        method(
            "System.Collections.Generic.LinkedListNode[T] AddBefore(System.Collections.Generic.LinkedListNode[T] node, T value)",
            list_add_before,
        ),
        method(
            "void AddBefore(System.Collections.Generic.LinkedListNode[T] node, System.Collections.Generic.LinkedListNode[T] newNode)",
            list_add_before,
        ),
        method("System.Collections.Generic.LinkedListNode[T] AddFirst(T value)", list_add_first),
        method("void AddFirst(System.Collections.Generic.LinkedListNode[T] node)", list_add_first),
        method("System.Collections.Generic.LinkedListNode[T] AddLast(T value)", list_add_last),
        method("void AddLast(System.Collections.Generic.LinkedListNode[T] node)", list_add_last),
        method("void Clear()", list_clear),
        method("bool Contains(T value)", list_contains),
        method("void CopyTo(T[] array, int index)", list_copy_to),
        method("System.Collections.Generic.LinkedListNode[T] Find(T value)", list_find),
        method("System.Collections.Generic.LinkedListNode[T] FindLast(T value)", list_find_last),
        method("System.Collections.Generic.LinkedList`1+Enumerator[T] GetEnumerator()", list_get_enumerator),
        method("bool Remove(T value)", list_remove),
        method("void Remove(System.Collections.Generic.LinkedListNode[T] node)", list_remove),
        method("void RemoveFirst()", list_remove_first),
        method("void RemoveLast()", list_remove_last),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Collections.Generic.LinkedList`1")
};
/// `System.Collections.Generic.LinkedListNode`1`.
pub static LINKED_LIST_NODE: FacadeType = FacadeType {
    generic: &["T"],
    members: &[
        constructor("new(T value)", node_new),
        property("System.Collections.Generic.LinkedList[T] List {get;}", node_list),
        property("System.Collections.Generic.LinkedListNode[T] Next {get;}", node_next),
        property("System.Collections.Generic.LinkedListNode[T] Previous {get;}", node_previous),
        property_rw("T Value {get;set;}", node_value, node_set_value),
    ],
    ..FacadeType::class("System.Collections.Generic.LinkedListNode`1")
};

const HOOKS: Hooks = Hooks {
    enumerate: Some(|_, value| Ok(list_of(value).map(|list| list.values()).unwrap_or_default())),
    ..Hooks::NONE
};

/// The payload of a list: its nodes in order.
#[derive(Default)]
struct Nodes(Mutex<Vec<Value>>);

impl Payload for Nodes {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.lock().iter().for_each(visit);
    }

    fn release(&self, out: &mut Vec<Value>) {
        out.append(&mut self.0.lock());
    }
}

impl Nodes {
    fn values(&self) -> Vec<Value> {
        self.0.lock().iter().filter_map(|node| Some(node_of(node)?.0.lock().0.clone())).collect()
    }
}

/// The payload of a node: its value and the list that it is in.
struct Node(Mutex<(Value, Value)>);

impl Payload for Node {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        let (value, list) = &*self.0.lock();
        visit(value);
        visit(list);
    }

    fn release(&self, out: &mut Vec<Value>) {
        let (value, list) = std::mem::take(&mut *self.0.lock());
        out.extend([value, list]);
    }
}

fn list_of(value: &Value) -> Option<&Nodes> {
    value.cell().and_then(|obj| obj.get::<Nodes>()).map(|list| list.payload())
}

fn node_of(value: &Value) -> Option<&Node> {
    value.cell().and_then(|obj| obj.get::<Node>()).map(|node| node.payload())
}

fn node(list: &Value, value: Value) -> Value {
    let element = element_type(list.ty().expect("a list"));
    let ty = close_generic(&named("System.Collections.Generic.LinkedListNode`1"), vec![element]);
    Obj::new(ty, Node(Mutex::new((value, Value::Null)))).into()
}

/// Puts a node, or a new one for a value, at a place of a list.
fn insert(list: &Value, at: usize, item: &Value) -> Result<Value> {
    let node = if node_of(item).is_some() { item.clone() } else { node(list, item.clone()) };
    let handle = node.cell().and_then(|obj| obj.get::<Node>()).expect("a node");
    if !handle.payload().0.lock().1.is_null() {
        return Err(fault::invalid_operation("The LinkedList node already belongs to a LinkedList."));
    }
    handle.storing(list);
    handle.payload().0.lock().1 = list.clone();
    let nodes = list.cell().and_then(|obj| obj.get::<Nodes>()).expect("a list");
    nodes.storing(&node);
    nodes.payload().0.lock().insert(at, node.clone());
    Ok(node)
}

/// Takes the node at a place out of a list.
fn remove(list: &Value, at: usize) -> Result<()> {
    let mut nodes = list_of(list).expect("a list").0.lock();
    if at >= nodes.len() {
        return Err(fault::modified());
    }
    let node = nodes.remove(at);
    drop(nodes);
    if let Some(node) = node_of(&node) {
        node.0.lock().1 = Value::Null;
    }
    Ok(())
}

fn place(list: &Value, node: &Value) -> Option<usize> {
    list_of(list)?.0.lock().iter().position(|other| other.same(node))
}

fn required(call: &Call<'_>, node: &Value) -> Result<usize> {
    place(call.this, node)
        .ok_or_else(|| fault::invalid_operation("The LinkedList node does not belong to current LinkedList."))
}

fn this<'a>(call: &Call<'a>) -> &'a Nodes {
    call.this::<Nodes>().payload()
}

fn list_new(call: &mut Call<'_>) -> Result<Value> {
    let list: Value = Obj::new(call.ty.clone(), Nodes::default()).into();
    if let Some(source) = call.args.first() {
        let values = items_of(call.cx, source, "collection")?;
        for (at, value) in converted(call.cx, values, &element_type(call.ty))?.into_iter().enumerate() {
            insert(&list, at, &node(&list, value))?;
        }
    }
    Ok(list)
}

fn node_new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), Node(Mutex::new((call.args[0].clone(), Value::Null)))).into())
}

fn list_count(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).0.lock().len() as i32).into())
}

fn list_first(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).0.lock().first().cloned().unwrap_or_default())
}

fn list_last(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).0.lock().last().cloned().unwrap_or_default())
}

/// A method that takes a node gives nothing; one that takes a value, the new node.
fn placed(call: &Call<'_>, at: usize, item: &Value) -> Result<Value> {
    let node = insert(call.this, at, item)?;
    Ok(if node.same(item) { Value::Void } else { node })
}

fn list_add_first(call: &mut Call<'_>) -> Result<Value> {
    placed(call, 0, &call.args[0])
}

fn list_add_last(call: &mut Call<'_>) -> Result<Value> {
    let at = this(call).0.lock().len();
    placed(call, at, &call.args[0])
}

fn list_add_after(call: &mut Call<'_>) -> Result<Value> {
    let at = required(call, &call.args[0])? + 1;
    placed(call, at, &call.args[1])
}

fn list_add_before(call: &mut Call<'_>) -> Result<Value> {
    let at = required(call, &call.args[0])?;
    placed(call, at, &call.args[1])
}

fn list_clear(call: &mut Call<'_>) -> Result<Value> {
    while !this(call).0.lock().is_empty() {
        remove(call.this, 0)?;
    }
    Ok(Value::Void)
}

/// The first (or last) node with a value, of those that are in the list as the search begins.
fn found(call: &mut Call<'_>, last: bool) -> Result<Option<Value>> {
    let mut nodes = this(call).0.lock().clone();
    if last {
        nodes.reverse();
    }
    for node in nodes {
        let value = node_of(&node).map(|node| node.0.lock().0.clone()).unwrap_or_default();
        if call.cx.equals(&value, &call.args[0])? {
            return Ok(Some(node));
        }
    }
    Ok(None)
}

fn list_contains(call: &mut Call<'_>) -> Result<Value> {
    Ok(found(call, false)?.is_some().into())
}

fn list_find(call: &mut Call<'_>) -> Result<Value> {
    Ok(found(call, false)?.unwrap_or_default())
}

fn list_find_last(call: &mut Call<'_>) -> Result<Value> {
    Ok(found(call, true)?.unwrap_or_default())
}

fn list_remove(call: &mut Call<'_>) -> Result<Value> {
    if node_of(&call.args[0]).is_some() {
        let at = required(call, &call.args[0])?;
        remove(call.this, at)?;
        return Ok(Value::Void);
    }
    let Some(node) = found(call, false)? else { return Ok(false.into()) };
    // An Equals of script may have taken the node out already.
    let at = place(call.this, &node).ok_or_else(fault::modified)?;
    remove(call.this, at)?;
    Ok(true.into())
}

fn list_remove_first(call: &mut Call<'_>) -> Result<Value> {
    if this(call).0.lock().is_empty() {
        return Err(fault::invalid_operation("The LinkedList is empty."));
    }
    remove(call.this, 0)?;
    Ok(Value::Void)
}

fn list_remove_last(call: &mut Call<'_>) -> Result<Value> {
    let length = this(call).0.lock().len();
    match length.checked_sub(1) {
        Some(at) => remove(call.this, at)?,
        None => return Err(fault::invalid_operation("The LinkedList is empty.")),
    }
    Ok(Value::Void)
}

fn list_copy_to(call: &mut Call<'_>) -> Result<Value> {
    copy(call, 0, call.int(1), this(call).values())
}

fn list_get_enumerator(call: &mut Call<'_>) -> Result<Value> {
    enumerator::get_enumerator(call)
}

fn this_node(call: &Call<'_>) -> (Value, Value) {
    call.this::<Node>().payload().0.lock().clone()
}

fn node_value(call: &mut Call<'_>) -> Result<Value> {
    Ok(this_node(call).0)
}

fn node_set_value(call: &mut Call<'_>) -> Result<Value> {
    let handle = call.this::<Node>();
    handle.storing(&call.args[0]);
    let old = std::mem::replace(&mut handle.payload().0.lock().0, call.args[0].clone());
    drop(old);
    Ok(Value::Void)
}

fn node_list(call: &mut Call<'_>) -> Result<Value> {
    Ok(this_node(call).1)
}

fn neighbour(call: &Call<'_>, step: isize) -> Value {
    let list = this_node(call).1;
    let at = place(&list, call.this).and_then(|at| at.checked_add_signed(step));
    at.and_then(|at| list_of(&list)?.0.lock().get(at).cloned()).unwrap_or_default()
}

fn node_next(call: &mut Call<'_>) -> Result<Value> {
    Ok(neighbour(call, 1))
}

fn node_previous(call: &mut Call<'_>) -> Result<Value> {
    Ok(neighbour(call, -1))
}

#[cfg(test)]
mod tests {
    use crate::testing::{Runtime, callable};

    #[test]
    fn nodes_know_their_neighbours() {
        let mut rt = Runtime::new();
        let list = rt.make("System.Collections.Generic.LinkedList[int]", &[]).unwrap();
        for number in 1..=3 {
            rt.call(&list, "AddLast", &[number.into()]).unwrap();
        }
        let second = rt.call(&list, "Find", &[2.into()]).unwrap();
        let next = rt.get(&second, "Next");
        let value = rt.get(&next, "Value");
        assert_eq!(rt.text(&value), "3");
        rt.call(&list, "RemoveFirst", &[]).unwrap();
        assert_eq!(rt.text(&list), "2 3");
    }

    #[test]
    fn an_equals_that_clears_the_list_is_an_error_of_its_removal() {
        let mut rt = Runtime::new();
        let list = rt.make("System.Collections.Generic.LinkedList[object]", &[]).unwrap();
        let clears = callable(|args| {
            Runtime::new().call(&args[0], "Clear", &[]).unwrap();
            true.into()
        });
        rt.call(&list, "AddLast", &[clears]).unwrap();
        let error = Runtime::error(rt.call(&list, "Remove", std::slice::from_ref(&list)));
        assert!(error.starts_with("System.InvalidOperationException: Collection was modified"), "{error}");
    }
}
