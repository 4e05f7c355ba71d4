//! The thread by which all timers of the program run. It calls handlers, which only note what happened; it is there
//! while a timer is enabled.

use parking_lot::{Condvar, Mutex};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::time::Instant;

/// What is called when its time has come.
type Due = Box<dyn FnOnce() + Send>;

static SCHEDULE: LazyLock<Schedule> = LazyLock::new(Schedule::default);

#[derive(Default)]
struct Schedule {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    due: BTreeMap<(Instant, u64), Due>,
    last: u64,
    has_thread: bool,
}

/// Has something called at a time. Where the system gives no thread, it is not called.
pub(super) fn at(time: Instant, call: impl FnOnce() + Send + 'static) {
    let mut state = SCHEDULE.state.lock();
    state.last += 1;
    let key = (time, state.last);
    state.due.insert(key, Box::new(call));
    if state.has_thread {
        SCHEDULE.changed.notify_one();
        return;
    }
    let started = std::thread::Builder::new().name("timers".into()).spawn(serve);
    state.has_thread = started.is_ok();
}

fn serve() {
    let mut state = SCHEDULE.state.lock();
    while let Some((&(time, number), _)) = state.due.first_key_value() {
        if time > Instant::now() {
            SCHEDULE.changed.wait_until(&mut state, time);
            continue;
        }
        let call = state.due.remove(&(time, number));
        drop(state);
        if let Some(call) = call {
            call();
        }
        state = SCHEDULE.state.lock();
    }
    state.has_thread = false;
}
