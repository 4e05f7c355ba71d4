//! Freeing cycles: reference counts leak them, trial deletion finds them.
//!
//! A cycle can only be closed by storing an object in one that exists already, so only such stores are
//! watched: the object stored into becomes a *suspect* of the thread's current [`Heap`]. A collection follows
//! the graph from the suspects, subtracts the references found inside it from the counts, and releases what
//! nobody outside refers to. It runs while no script of the session does.

use crate::object::Obj;
use crate::value::Value;
use parking_lot::Mutex;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// Suspects that ask for a collection while script is still running.
const BUSY_LIMIT: usize = 100_000;

/// Objects that survived collections are looked at again when as many have been followed since, and this many: few,
/// since nobody knows how much memory hangs on each.
const OLD_MINIMUM: usize = 256;

thread_local! {
    static CURRENT: RefCell<Option<Arc<Heap>>> = const { RefCell::new(None) };
}

/// The suspects of one session.
#[derive(Default)]
pub struct Heap {
    inner: Mutex<Suspects>,
}

#[derive(Default)]
struct Suspects {
    young: Vec<Obj>,
    /// Suspects that survived a collection.
    old: Vec<Obj>,
    /// Objects followed from `young` since `old` was last collected.
    followed: usize,
    /// Objects that were alive when `old` was last collected.
    alive: usize,
}

impl Heap {
    /// Makes this the heap that stores on the current thread report to, until the guard drops.
    pub fn enter(self: &Arc<Self>) -> Entered {
        Entered(CURRENT.replace(Some(self.clone())))
    }

    /// Whether so many suspects have come that a running script should let a collection happen.
    pub fn is_pressed(&self) -> bool {
        self.inner.lock().young.len() >= BUSY_LIMIT
    }

    /// Frees the cycles that the suspects are part of and that nothing else refers to. No other thread may
    /// use the session's objects meanwhile.
    pub fn collect(&self) {
        let (young, full) = {
            let mut inner = self.inner.lock();
            if inner.young.is_empty() {
                return;
            }
            let full = inner.followed >= inner.alive.max(OLD_MINIMUM);
            let mut list = std::mem::take(&mut inner.young);
            if full {
                list.append(&mut inner.old);
            }
            (list, full)
        };
        let found = trial_deletion(young);
        let mut inner = self.inner.lock();
        if full {
            inner.followed = 0;
            inner.alive = found.alive;
        } else {
            inner.followed += found.followed;
        }
        inner.old.extend(found.survivors);
    }

    /// Frees every cycle, also the old ones; for the end of a session.
    pub fn collect_all(&self) {
        let all = {
            let mut inner = self.inner.lock();
            let mut all = std::mem::take(&mut inner.young);
            all.append(&mut inner.old);
            all
        };
        let found = trial_deletion(all);
        let mut inner = self.inner.lock();
        inner.followed = 0;
        inner.alive = found.alive;
        inner.old.extend(found.survivors);
    }
}

/// Restores the thread's former heap when dropped.
pub struct Entered(Option<Arc<Heap>>);

impl Drop for Entered {
    fn drop(&mut self) {
        CURRENT.set(self.0.take());
    }
}

/// Notes that `value` is being stored in `owner`, which exists already.
pub(crate) fn stored(owner: &Obj, value: &Value) {
    if value.cell().is_none() || owner.suspect().load(Ordering::Relaxed) {
        return;
    }
    CURRENT.with_borrow(|heap| {
        if let Some(heap) = heap
            && !owner.suspect().swap(true, Ordering::Relaxed)
        {
            heap.inner.lock().young.push(owner.clone());
        }
    });
}

struct Node {
    object: Obj,
    /// References to the object from inside the graph, and from the lists that hold it for us.
    inside: usize,
    live: bool,
}

/// What a collection found.
struct Found {
    /// The suspects that are still alive.
    survivors: Vec<Obj>,
    /// How many objects were followed.
    followed: usize,
    /// How many of them are alive.
    alive: usize,
}

/// Frees what only the suspects' own graph refers to.
fn trial_deletion(suspects: Vec<Obj>) -> Found {
    let mut graph: HashMap<usize, Node> = HashMap::new();
    let mut next: Vec<Obj> = Vec::new();
    for suspect in &suspects {
        // One for the list of suspects, one for the node itself.
        reach(&mut graph, &mut next, suspect).inside += 1;
    }
    while let Some(object) = next.pop() {
        let mut found = Vec::new();
        object.trace(&mut |value| found.extend(value.cell().cloned()));
        for child in found {
            reach(&mut graph, &mut next, &child).inside += 1;
        }
    }
    let mut roots: Vec<Obj> = graph
        .values()
        .filter(|node| node.object.count() > node.inside)
        .map(|node| node.object.clone())
        .collect();
    while let Some(object) = roots.pop() {
        let node = graph.get_mut(&object.address()).expect("only objects of the graph are followed");
        if !std::mem::replace(&mut node.live, true) {
            object.trace(&mut |value| roots.extend(value.cell().cloned()));
        }
    }
    let followed = graph.len();
    let count = graph.values().filter(|node| node.live).count();
    let alive = |object: &Obj| graph.get(&object.address()).is_some_and(|node| node.live);
    let (survivors, dead): (Vec<Obj>, Vec<Obj>) = suspects.into_iter().partition(alive);
    for object in &dead {
        object.suspect().store(false, Ordering::Relaxed);
    }
    let mut released = Vec::new();
    for node in graph.values().filter(|node| !node.live) {
        node.object.release(&mut released);
    }
    drop((dead, graph));
    drop(released);
    Found { survivors, followed, alive: count }
}

fn reach<'a>(graph: &'a mut HashMap<usize, Node>, next: &mut Vec<Obj>, object: &Obj) -> &'a mut Node {
    graph.entry(object.address()).or_insert_with(|| {
        next.push(object.clone());
        Node { object: object.clone(), inside: 1, live: false }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::Payload;
    use crate::payload::Array;
    use crate::ty::known;
    use std::sync::atomic::AtomicUsize;

    /// A payload that counts how many of its kind are alive.
    struct Counted(Arc<AtomicUsize>);

    impl Payload for Counted {}

    impl Drop for Counted {
        fn drop(&mut self) {
            self.0.fetch_sub(1, Ordering::SeqCst);
        }
    }

    fn counted(alive: &Arc<AtomicUsize>) -> Value {
        alive.fetch_add(1, Ordering::SeqCst);
        Value::Object(Obj::new(known().object.clone(), Counted(alive.clone())))
    }

    fn ring(alive: &Arc<AtomicUsize>) -> Obj {
        let a = Obj::array(vec![Value::Null, counted(alive)]);
        let b = Obj::array(vec![Value::Object(a.clone())]);
        a.get::<Array>().unwrap().set(0, Value::Object(b));
        a
    }

    #[test]
    fn a_cycle_that_nobody_refers_to_is_freed() {
        let heap = Arc::new(Heap::default());
        let _entered = heap.enter();
        let alive = Arc::new(AtomicUsize::new(0));
        drop(ring(&alive));
        assert_eq!(alive.load(Ordering::SeqCst), 1);
        heap.collect();
        assert_eq!(alive.load(Ordering::SeqCst), 0);
    }

    #[test]
    fn a_cycle_in_use_stays_and_is_freed_later() {
        let heap = Arc::new(Heap::default());
        let _entered = heap.enter();
        let alive = Arc::new(AtomicUsize::new(0));
        let kept = ring(&alive);
        let holder = Obj::array(vec![Value::Object(kept)]);
        heap.collect();
        assert_eq!(alive.load(Ordering::SeqCst), 1);
        drop(holder);
        heap.collect_all();
        assert_eq!(alive.load(Ordering::SeqCst), 0);
    }
}
