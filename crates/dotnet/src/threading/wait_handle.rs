//! `System.Threading.WaitHandle` and what is waited for: events, mutexes, semaphores.

use super::thread::pause;
use crate::fault;
use parking_lot::Mutex;
use pwsh_value::payload::{Array, Reference};
use pwsh_value::ty::{Call, FacadeType, Kind, constructor, method, property};
use pwsh_value::{Context, Error, Obj, Payload, Result, Value};
use std::collections::HashMap;
use std::sync::Arc;
use std::thread::ThreadId;
use std::time::{Duration, Instant};

/// `System.Threading.WaitHandle`.
pub static WAIT_HANDLE: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    base: "System.MarshalByRefObject",
    interfaces: &["System.IDisposable"],
    members: &[
        property("static int WaitTimeout {get;}", wait_timeout),
        method("void Close()", close),
        method("void Dispose()", close),
        method("bool WaitOne()", wait_one),
        method("bool WaitOne(int millisecondsTimeout)", wait_one),
        method("bool WaitOne(timespan timeout)", wait_one),
        method("bool WaitOne(int millisecondsTimeout, bool exitContext)", wait_one),
        method("static bool WaitAll(System.Threading.WaitHandle[] waitHandles)", wait_all),
        method(
            "static bool WaitAll(System.Threading.WaitHandle[] waitHandles, int millisecondsTimeout)",
            wait_all,
        ),
        method("static bool WaitAll(System.Threading.WaitHandle[] waitHandles, timespan timeout)", wait_all),
        method("static int WaitAny(System.Threading.WaitHandle[] waitHandles)", wait_any),
        method(
            "static int WaitAny(System.Threading.WaitHandle[] waitHandles, int millisecondsTimeout)",
            wait_any,
        ),
        method("static int WaitAny(System.Threading.WaitHandle[] waitHandles, timespan timeout)", wait_any),
    ],
    ..FacadeType::class("System.Threading.WaitHandle")
};

/// `System.Threading.EventWaitHandle`.
pub static EVENT_WAIT_HANDLE: FacadeType = FacadeType {
    base: "System.Threading.WaitHandle",
    members: &[
        constructor("new(bool initialState, System.Threading.EventResetMode mode)", new_event),
        constructor("new(bool initialState, System.Threading.EventResetMode mode, string name)", new_event),
        method("bool Set()", set),
        method("bool Reset()", reset),
    ],
    ..FacadeType::class("System.Threading.EventWaitHandle")
};

/// `System.Threading.ManualResetEvent`.
pub static MANUAL_RESET_EVENT: FacadeType = FacadeType {
    base: "System.Threading.EventWaitHandle",
    members: &[constructor("new(bool initialState)", |call| new(call, Rule::Stays))],
    ..FacadeType::class("System.Threading.ManualResetEvent")
};

/// `System.Threading.AutoResetEvent`.
pub static AUTO_RESET_EVENT: FacadeType = FacadeType {
    base: "System.Threading.EventWaitHandle",
    members: &[constructor("new(bool initialState)", |call| new(call, Rule::Counts(1)))],
    ..FacadeType::class("System.Threading.AutoResetEvent")
};

/// `System.Threading.Mutex`.
pub static MUTEX: FacadeType = FacadeType {
    base: "System.Threading.WaitHandle",
    members: &[
        constructor("new()", new_mutex),
        constructor("new(bool initiallyOwned)", new_mutex),
        constructor("new(bool initiallyOwned, string name)", new_mutex),
        constructor("new(bool initiallyOwned, string name, [ref] bool createdNew)", new_mutex),
        method("void ReleaseMutex()", release_mutex),
        method("static System.Threading.Mutex OpenExisting(string name)", open_existing),
        method(
            "static bool TryOpenExisting(string name, [ref] System.Threading.Mutex result)",
            try_open_existing,
        ),
    ],
    ..FacadeType::class("System.Threading.Mutex")
};

/// `System.Threading.Semaphore`.
pub static SEMAPHORE: FacadeType = FacadeType {
    base: "System.Threading.WaitHandle",
    members: &[
        constructor("new(int initialCount, int maximumCount)", new_semaphore),
        constructor("new(int initialCount, int maximumCount, string name)", new_semaphore),
        method("int Release()", release),
        method("int Release(int releaseCount)", release),
    ],
    ..FacadeType::class("System.Threading.Semaphore")
};

/// `System.Threading.SemaphoreSlim`.
pub static SEMAPHORE_SLIM: FacadeType = FacadeType {
    interfaces: &["System.IDisposable"],
    members: &[
        constructor("new(int initialCount)", new_semaphore),
        constructor("new(int initialCount, int maxCount)", new_semaphore),
        property("int CurrentCount {get;}", current_count),
        method("void Wait()", wait),
        method("bool Wait(timespan timeout)", wait_one),
        method("bool Wait(int millisecondsTimeout)", wait_one),
        method("int Release()", release),
        method("int Release(int releaseCount)", release),
        method("void Dispose()", close),
    ],
    ..FacadeType::class("System.Threading.SemaphoreSlim")
};

/// `System.Threading.ManualResetEventSlim`.
pub static MANUAL_RESET_EVENT_SLIM: FacadeType = FacadeType {
    interfaces: &["System.IDisposable"],
    members: &[
        constructor("new()", |call| new(call, Rule::Stays)),
        constructor("new(bool initialState)", |call| new(call, Rule::Stays)),
        property("bool IsSet {get;}", is_set),
        method("void Set()", set_slim),
        method("void Reset()", reset_slim),
        method("void Wait()", wait),
        method("bool Wait(timespan timeout)", wait_one),
        method("bool Wait(int millisecondsTimeout)", wait_one),
        method("void Dispose()", close),
    ],
    ..FacadeType::class("System.Threading.ManualResetEventSlim")
};

/// What a wait that ends does to what was waited for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// Nothing: everybody passes until it is reset.
    Stays,
    /// It takes one of at most so many.
    Counts(i32),
    /// It makes the thread the owner, who passes again as often as he likes.
    Owned,
    /// Nothing: everybody passes once what is watched says so.
    Watched,
}

/// The payload; those of one name share what they wait for.
struct Signal {
    rule: Rule,
    state: Arc<Mutex<State>>,
    /// What is asked whether it is over, and how.
    watched: Option<(Value, fn(&Value) -> bool)>,
}

#[derive(Default)]
struct State {
    /// How many may pass.
    count: i32,
    owner: Option<ThreadId>,
    /// How often the owner passed.
    depth: usize,
}

impl Payload for Signal {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        if let Some((value, _)) = &self.watched {
            visit(value);
        }
    }
}

/// An event that is set once `is_over` says so of a value (a job's `Finished`).
pub fn watching(value: Value, is_over: fn(&Value) -> bool) -> Value {
    let ty = pwsh_value::ty::named("System.Threading.ManualResetEvent");
    let watched = Some((value, is_over));
    Obj::new(ty, Signal { rule: Rule::Watched, state: Arc::default(), watched }).into()
}

/// The named mutexes of a session's process.
#[derive(Default)]
struct Named(Mutex<HashMap<String, Arc<Mutex<State>>>>);

impl Signal {
    fn can_pass(&self, state: &State) -> bool {
        match self.rule {
            Rule::Stays | Rule::Counts(_) => state.count > 0,
            Rule::Owned => state.owner.is_none_or(|owner| owner == std::thread::current().id()),
            Rule::Watched => self.watched.as_ref().is_some_and(|(value, is_over)| is_over(value)),
        }
    }

    fn pass(&self, state: &mut State) {
        match self.rule {
            Rule::Stays | Rule::Watched => {}
            Rule::Counts(_) => state.count -= 1,
            Rule::Owned => {
                state.owner = Some(std::thread::current().id());
                state.depth += 1;
            }
        }
    }

    fn try_pass(&self) -> bool {
        let mut state = self.state.lock();
        let can = self.can_pass(&state);
        if can {
            self.pass(&mut state);
        }
        can
    }
}

fn made(call: &Call<'_>, rule: Rule, state: State) -> Value {
    Obj::new(call.ty.clone(), Signal { rule, state: Arc::new(Mutex::new(state)), watched: None }).into()
}

fn this<'a>(call: &Call<'a>) -> &'a Signal {
    call.this::<Signal>().payload()
}

fn new(call: &mut Call<'_>, rule: Rule) -> Result<Value> {
    let set = !call.args.is_empty() && call.bool(0);
    Ok(made(call, rule, State { count: set.into(), ..State::default() }))
}

fn new_event(call: &mut Call<'_>) -> Result<Value> {
    let rule = if call.number(1) == 0 { Rule::Counts(1) } else { Rule::Stays };
    new(call, rule)
}

fn new_semaphore(call: &mut Call<'_>) -> Result<Value> {
    let (count, most) = (call.int(0), if call.args.len() > 1 { call.int(1) } else { i32::MAX });
    if most < 1 || count < 0 || count > most {
        let message =
            "The initialCount argument must be non-negative and less than or equal to the maximumCount.";
        return Err(fault::out_of_range(message, "initialCount"));
    }
    Ok(made(call, Rule::Counts(most), State { count, ..State::default() }))
}

fn new_mutex(call: &mut Call<'_>) -> Result<Value> {
    let mut fresh = true;
    let state = match call.args.get(1).and_then(Value::as_string) {
        Some(name) => {
            let named = call.cx.process().statics::<Named>();
            let mut named = named.0.lock();
            fresh = !named.contains_key(&name.to_string());
            named.entry(name.to_string()).or_default().clone()
        }
        None => Arc::default(),
    };
    let mutex = Signal { rule: Rule::Owned, state, watched: None };
    if !call.args.is_empty() && call.bool(0) && fresh {
        mutex.try_pass();
    }
    if let Some(slot) = call.payload::<Reference>(2) {
        slot.set(fresh.into());
    }
    Ok(Obj::new(call.ty.clone(), mutex).into())
}

fn existing(call: &Call<'_>) -> Option<Value> {
    let state = call.cx.process().statics::<Named>().0.lock().get(&call.str(0).to_string())?.clone();
    let ty = pwsh_value::ty::named("System.Threading.Mutex");
    Some(Obj::new(ty, Signal { rule: Rule::Owned, state, watched: None }).into())
}

fn open_existing(call: &mut Call<'_>) -> Result<Value> {
    existing(call).ok_or_else(|| {
        let message = "No handle of the given name exists.";
        Error::new("System.Threading.WaitHandleCannotBeOpenedException", message)
    })
}

fn try_open_existing(call: &mut Call<'_>) -> Result<Value> {
    let found = existing(call);
    let there = found.is_some();
    if let Some(slot) = call.payload::<Reference>(1) {
        slot.set(found.unwrap_or_default());
    }
    Ok(there.into())
}

fn release_mutex(call: &mut Call<'_>) -> Result<Value> {
    let mut state = this(call).state.lock();
    if state.owner != Some(std::thread::current().id()) {
        let message = "Object synchronization method was called from an unsynchronized block of code.";
        return Err(Error::new("System.ApplicationException", message));
    }
    state.depth -= 1;
    if state.depth == 0 {
        state.owner = None;
    }
    Ok(Value::Void)
}

/// Gives places back and says how many were free before.
fn release(call: &mut Call<'_>) -> Result<Value> {
    let more = if call.args.is_empty() { 1 } else { call.int(0) };
    if more < 1 {
        return Err(fault::out_of_range(
            "The releaseCount argument must be greater than zero.",
            "releaseCount",
        ));
    }
    let this = this(call);
    let mut state = this.state.lock();
    let Rule::Counts(most) = this.rule else { return Ok(Value::Void) };
    let before = state.count;
    if more > most - before {
        let message =
            "Adding the specified count to the semaphore would cause it to exceed its maximum count.";
        return Err(Error::new("System.Threading.SemaphoreFullException", message));
    }
    state.count += more;
    Ok(before.into())
}

fn set_slim(call: &mut Call<'_>) -> Result<Value> {
    this(call).state.lock().count = 1;
    Ok(Value::Void)
}

fn reset_slim(call: &mut Call<'_>) -> Result<Value> {
    this(call).state.lock().count = 0;
    Ok(Value::Void)
}

fn set(call: &mut Call<'_>) -> Result<Value> {
    set_slim(call)?;
    Ok(true.into())
}

fn reset(call: &mut Call<'_>) -> Result<Value> {
    reset_slim(call)?;
    Ok(true.into())
}

fn is_set(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).state.lock().count > 0).into())
}

fn current_count(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).state.lock().count.into())
}

fn close(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

/// What `WaitAny` gives when the time is over.
const TIMEOUT: i32 = 258;

fn wait_timeout(_: &mut Call<'_>) -> Result<Value> {
    Ok(TIMEOUT.into())
}

/// When the time in argument `index` is over; `None`: never.
pub fn deadline(call: &Call<'_>, index: usize) -> Result<Option<Instant>> {
    let milliseconds = match call.args.get(index).map(Value::unwrapped) {
        Some(Value::Int32(milliseconds)) => i64::from(*milliseconds),
        Some(Value::TimeSpan(span)) => span.0 / 10_000,
        _ => -1,
    };
    if milliseconds == -1 {
        return Ok(None);
    }
    let message = "Number must be either non-negative and less than or equal to Int32.MaxValue or -1.";
    let limit =
        u64::try_from(milliseconds).map_err(|_| fault::out_of_range(message, "millisecondsTimeout"))?;
    Ok(Some(Instant::now() + Duration::from_millis(limit)))
}

/// Tries until it succeeds or the time is over.
///
/// # Errors
/// When the pipeline is to stop.
pub fn until<R>(
    cx: &mut dyn Context,
    deadline: Option<Instant>,
    mut attempt: impl FnMut() -> Option<R>,
) -> Result<Option<R>> {
    loop {
        if let Some(done) = attempt() {
            return Ok(Some(done));
        }
        if deadline.is_some_and(|deadline| Instant::now() >= deadline) {
            return Ok(None);
        }
        pause(cx, Some(Duration::from_millis(1)))?;
    }
}

fn wait_one(call: &mut Call<'_>) -> Result<Value> {
    let (this, deadline) = (this(call), deadline(call, 0)?);
    Ok(until(call.cx, deadline, || this.try_pass().then_some(()))?.is_some().into())
}

fn wait(call: &mut Call<'_>) -> Result<Value> {
    wait_one(call)?;
    Ok(Value::Void)
}

/// The handles in the first argument.
fn handles(call: &Call<'_>) -> Result<Vec<Value>> {
    Ok(call.payload::<Array>(0).ok_or_else(|| fault::null("waitHandles"))?.to_vec())
}

fn signals(handles: &[Value]) -> Vec<&Signal> {
    handles.iter().filter_map(|value| Some(value.cell()?.get::<Signal>()?.payload())).collect()
}

fn wait_any(call: &mut Call<'_>) -> Result<Value> {
    let (handles, deadline) = (handles(call)?, deadline(call, 1)?);
    let signals = signals(&handles);
    let first = until(call.cx, deadline, || signals.iter().position(|signal| signal.try_pass()))?;
    Ok(first.map_or(TIMEOUT, |at| at as i32).into())
}

fn wait_all(call: &mut Call<'_>) -> Result<Value> {
    let (handles, deadline) = (handles(call)?, deadline(call, 1)?);
    let signals = signals(&handles);
    let all = until(call.cx, deadline, || {
        let ready = signals.iter().all(|signal| signal.can_pass(&signal.state.lock()));
        if ready {
            signals.iter().for_each(|signal| signal.pass(&mut signal.state.lock()));
        }
        ready.then_some(())
    })?;
    Ok(all.is_some().into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn an_automatic_event_lets_one_pass() {
        let mut rt = Runtime::new();
        let event = rt.make("System.Threading.AutoResetEvent", &[true.into()]).unwrap();
        assert_eq!(rt.call_text(&event, "WaitOne", &[0.into()]), "True");
        assert_eq!(rt.call_text(&event, "WaitOne", &[0.into()]), "False");
    }

    #[test]
    fn a_semaphore_counts() {
        let mut rt = Runtime::new();
        let semaphore = rt.make("System.Threading.SemaphoreSlim", &[0.into(), 1.into()]).unwrap();
        assert_eq!(rt.call_text(&semaphore, "Release", &[]), "0");
        assert!(rt.call(&semaphore, "Release", &[]).is_err());
        assert_eq!(rt.call_text(&semaphore, "Wait", &[0.into()]), "True");
    }
}
