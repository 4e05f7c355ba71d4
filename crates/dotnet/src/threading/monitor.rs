//! `System.Threading.Monitor`: locks that pipelines of a session take on objects.

use super::thread::pause;
use crate::fault;
use parking_lot::Mutex;
use pwsh_value::payload::Reference;
use pwsh_value::ty::{Call, FacadeType, method};
use pwsh_value::{Context, Error, Result, Value};
use std::collections::HashMap;
use std::thread::ThreadId;
use std::time::{Duration, Instant};

/// `System.Threading.Monitor`.
pub static MONITOR: FacadeType = FacadeType {
    members: &[
        method("static void Enter(System.Object obj)", enter),
        method("static void Enter(System.Object obj, [ref] bool lockTaken)", enter),
        method("static void Exit(System.Object obj)", exit),
        method("static bool TryEnter(System.Object obj)", try_enter),
        method("static void TryEnter(System.Object obj, [ref] bool lockTaken)", try_enter),
        method("static bool TryEnter(System.Object obj, int millisecondsTimeout)", try_enter),
        method("static bool TryEnter(System.Object obj, timespan timeout)", try_enter),
        method(
            "static void TryEnter(System.Object obj, int millisecondsTimeout, [ref] bool lockTaken)",
            try_enter,
        ),
        method("static void TryEnter(System.Object obj, timespan timeout, [ref] bool lockTaken)", try_enter),
        method("static bool IsEntered(System.Object obj)", is_entered),
        method("static void Pulse(System.Object obj)", pulse),
        method("static void PulseAll(System.Object obj)", pulse),
    ],
    ..FacadeType::static_class("System.Threading.Monitor")
};

/// The locks of a session that are held, by the object's address.
#[derive(Default)]
struct Locks(Mutex<HashMap<usize, Held>>);

struct Held {
    owner: ThreadId,
    /// How often the owner entered.
    depth: usize,
    /// Keeps the address from being another object's.
    _object: Value,
}

/// The address of the object to lock; a number is put into a new object by each call and so never held.
fn address(call: &Call<'_>) -> Result<Option<usize>> {
    if call.arg(0).is_null() {
        return Err(fault::null("obj"));
    }
    Ok(call.arg(0).cell().map(|obj| obj.address()))
}

/// Takes the lock if it is free or this thread's already.
fn take(cx: &dyn Context, address: usize, object: &Value) -> bool {
    let locks = cx.process().statics::<Locks>();
    let mut held = locks.0.lock();
    let owner = std::thread::current().id();
    let lock = held.entry(address).or_insert_with(|| Held { owner, depth: 0, _object: object.clone() });
    if lock.owner != owner {
        return false;
    }
    lock.depth += 1;
    true
}

/// Waits for the lock, without an end for `None`; says whether it was taken.
fn wait(call: &mut Call<'_>, until: Option<Instant>) -> Result<bool> {
    let Some(address) = address(call)? else { return Ok(true) };
    loop {
        if take(call.cx, address, call.arg(0)) {
            return Ok(true);
        }
        if until.is_some_and(|until| Instant::now() >= until) {
            return Ok(false);
        }
        pause(call.cx, Some(Duration::from_millis(1)))?;
    }
}

/// Says in the last argument, if it is a variable, whether the lock was taken.
fn tell(call: &Call<'_>, taken: bool) {
    if let Some(slot) = call.payload::<Reference>(call.args.len() - 1) {
        slot.set(taken.into());
    }
}

fn enter(call: &mut Call<'_>) -> Result<Value> {
    let taken = wait(call, None)?;
    tell(call, taken);
    Ok(Value::Void)
}

fn try_enter(call: &mut Call<'_>) -> Result<Value> {
    let milliseconds = match call.args.get(1).map(Value::unwrapped) {
        Some(Value::Int32(milliseconds)) => i64::from(*milliseconds),
        Some(Value::TimeSpan(span)) => span.0 / 10_000,
        _ => 0,
    };
    let until = match milliseconds {
        -1 => None,
        limit => {
            let limit = u64::try_from(limit).map_err(|_| {
                fault::out_of_range(
                    "Number must be either non-negative and less than or equal to Int32.MaxValue or -1.",
                    "millisecondsTimeout",
                )
            })?;
            Some(Instant::now() + Duration::from_millis(limit))
        }
    };
    let taken = wait(call, until)?;
    tell(call, taken);
    Ok(taken.into())
}

/// Works on a lock that this thread holds.
fn with_held(call: &Call<'_>, work: impl FnOnce(&mut Held)) -> Result<Value> {
    let not_held = || {
        let message = "Object synchronization method was called from an unsynchronized block of code.";
        Error::new("System.Threading.SynchronizationLockException", message)
    };
    let address = address(call)?.ok_or_else(not_held)?;
    let locks = call.cx.process().statics::<Locks>();
    let mut held = locks.0.lock();
    let mine = held.get_mut(&address).filter(|lock| lock.owner == std::thread::current().id());
    let lock = mine.ok_or_else(not_held)?;
    work(lock);
    let released = (lock.depth == 0).then(|| held.remove(&address));
    drop(held);
    drop(released);
    Ok(Value::Void)
}

fn exit(call: &mut Call<'_>) -> Result<Value> {
    with_held(call, |lock| lock.depth -= 1)
}

/// Wakes those that wait, of whom there are none: a session has no thread that could.
fn pulse(call: &mut Call<'_>) -> Result<Value> {
    with_held(call, |_| {})
}

fn is_entered(call: &mut Call<'_>) -> Result<Value> {
    let Some(address) = address(call)? else { return Ok(false.into()) };
    let locks = call.cx.process().statics::<Locks>();
    let held = locks.0.lock();
    Ok(held.get(&address).is_some_and(|lock| lock.owner == std::thread::current().id()).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn a_lock_is_left_as_often_as_it_was_entered() {
        let mut rt = Runtime::new();
        let object = [rt.make("System.Object", &[]).unwrap()];
        let entered = |rt: &mut Runtime| {
            let entered = rt.call_static("System.Threading.Monitor", "IsEntered", &object).unwrap();
            rt.text(&entered)
        };
        rt.call_static("System.Threading.Monitor", "Enter", &object).unwrap();
        rt.call_static("System.Threading.Monitor", "Enter", &object).unwrap();
        rt.call_static("System.Threading.Monitor", "Exit", &object).unwrap();
        assert_eq!(entered(&mut rt), "True");
        rt.call_static("System.Threading.Monitor", "Exit", &object).unwrap();
        assert_eq!(entered(&mut rt), "False");
        assert!(rt.call_static("System.Threading.Monitor", "Exit", &object).is_err());
    }
}
