//! Dropping by a list instead of by recursion: a chain of a million objects is freed in constant stack.

use crate::value::Value;
use std::cell::RefCell;

thread_local! {
    /// `Some` while a drop on this thread works off its list.
    static PENDING: RefCell<Option<Vec<Value>>> = const { RefCell::new(None) };
}

/// Drops what `release` gives away; inside another drop on the same thread it only joins that one's list.
pub(crate) fn drop_children(release: impl FnOnce(&mut Vec<Value>)) {
    let mut children = Vec::new();
    release(&mut children);
    children.retain(|child| child.cell().is_some());
    if children.is_empty() {
        return;
    }
    let first = PENDING.try_with(|pending| {
        let mut pending = pending.borrow_mut();
        match &mut *pending {
            Some(list) => {
                list.append(&mut children);
                false
            }
            None => {
                *pending = Some(std::mem::take(&mut children));
                true
            }
        }
    });
    match first {
        Ok(true) => {}
        // The outer drop frees them; or the thread is ending and its locals are gone: then recursion is all there is.
        Ok(false) | Err(_) => return,
    }
    while let Some(next) = PENDING.with(|pending| pending.borrow_mut().as_mut().and_then(Vec::pop)) {
        drop(next);
    }
    PENDING.with(|pending| *pending.borrow_mut() = None);
}

#[cfg(test)]
mod tests {
    use crate::{Obj, Value};

    #[test]
    fn a_million_nested_arrays_drop_in_constant_stack() {
        std::thread::Builder::new()
            .stack_size(256 << 10)
            .spawn(|| {
                let mut value = Value::Null;
                for _ in 0..1_000_000 {
                    value = Value::Object(Obj::array(vec![value]));
                }
                drop(value);
            })
            .unwrap()
            .join()
            .unwrap();
    }
}
