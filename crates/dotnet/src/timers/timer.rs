//! `System.Timers.Timer`.

use super::{elapsed_event_args, schedule};
use crate::system::clock;
use parking_lot::Mutex;
use pwsh_value::text::date::Zone;
use pwsh_value::ty::{Call, EventEntry, FacadeType, Handler, Subscription, constructor, method, property_rw};
use pwsh_value::{Error, Obj, Payload, Result, Value};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

/// `System.Timers.Timer`.
pub static TIMER: FacadeType = FacadeType {
    base: "System.ComponentModel.Component",
    members: &[
        constructor("new()", new),
        constructor("new(double interval)", new),
        constructor("new(timespan interval)", new),
        property_rw("bool AutoReset {get;set;}", auto_reset, set_auto_reset),
        property_rw("bool Enabled {get;set;}", enabled, set_enabled),
        property_rw("double Interval {get;set;}", interval, set_interval),
        method("void Close()", stop),
        method("void Start()", start),
        method("void Stop()", stop),
        method("void Dispose()", stop),
    ],
    events: &[EventEntry {
        signature: "System.Timers.ElapsedEventHandler Elapsed(System.Object, System.Timers.ElapsedEventArgs)",
        subscribe,
    }],
    ..FacadeType::class("System.Timers.Timer")
};

/// Milliseconds between ticks that are not said to be others.
const DEFAULT_INTERVAL: f64 = 100.0;

/// The payload.
struct Timer(Arc<Mutex<State>>);

struct State {
    interval: f64,
    auto_reset: bool,
    enabled: bool,
    /// Counts how often it was enabled or changed: what was scheduled before is void.
    turn: u64,
    last_handler: u64,
    /// Each with the timer's object, for the event's sender.
    handlers: Vec<(u64, Obj, Handler)>,
}

impl Payload for Timer {}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let interval = match call.args.first() {
        Some(Value::Double(interval)) => *interval,
        Some(Value::TimeSpan(span)) => span.0 as f64 / 10_000.0,
        _ => DEFAULT_INTERVAL,
    };
    checked(interval, "interval")?;
    let state =
        State { interval, auto_reset: true, enabled: false, turn: 0, last_handler: 0, handlers: Vec::new() };
    Ok(Obj::new(call.ty.clone(), Timer(Arc::new(Mutex::new(state)))).into())
}

/// An interval is above 0 and no longer than .NET counts.
fn checked(interval: f64, parameter: &str) -> Result<()> {
    if interval > 0.0 && interval <= f64::from(i32::MAX) {
        return Ok(());
    }
    let text = format!("Invalid value '{interval}' for parameter '{parameter}'.");
    Err(Error::argument(&text, ""))
}

impl Timer {
    /// Changes the state, and schedules the next tick anew.
    fn change(&self, change: impl FnOnce(&mut State)) {
        let mut state = self.0.lock();
        change(&mut state);
        state.turn += 1;
        let due = state.enabled.then(|| state.next_tick());
        let turn = state.turn;
        drop(state);
        if let Some(due) = due {
            schedule_tick(&self.0, due, turn);
        }
    }
}

impl State {
    fn next_tick(&self) -> Instant {
        Instant::now() + Duration::from_secs_f64(self.interval / 1000.0)
    }
}

fn schedule_tick(timer: &Arc<Mutex<State>>, due: Instant, turn: u64) {
    let timer = Arc::downgrade(timer);
    schedule::at(due, move || tick(&timer, turn));
}

fn tick(timer: &Weak<Mutex<State>>, turn: u64) {
    let Some(timer) = timer.upgrade() else { return };
    let mut state = timer.lock();
    if !state.enabled || state.turn != turn {
        return;
    }
    state.enabled = state.auto_reset;
    let again = state.enabled.then(|| state.next_tick());
    let handlers: Vec<(Obj, Handler)> =
        state.handlers.iter().map(|(_, sender, handler)| (sender.clone(), handler.clone())).collect();
    drop(state);
    if let Some(due) = again {
        schedule_tick(&timer, due, turn);
    }
    for (sender, handler) in handlers {
        handler(
            Value::Object(sender),
            elapsed_event_args::object(Zone::of_variable(None).to_local(clock::utc_now())),
        );
    }
}

fn subscribe(object: &Obj, handler: Handler) -> Subscription {
    let Some(timer) = object.get::<Timer>() else { return Subscription::new(|| {}) };
    let state = Arc::downgrade(&timer.payload().0);
    let mut locked = timer.0.lock();
    locked.last_handler += 1;
    let number = locked.last_handler;
    locked.handlers.push((number, object.clone(), handler));
    drop(locked);
    Subscription::new(move || {
        let Some(state) = state.upgrade() else { return };
        let mut locked = state.lock();
        let at = locked.handlers.iter().position(|(other, ..)| *other == number);
        let gone = at.map(|at| locked.handlers.remove(at));
        drop(locked);
        // the handler may hold the last reference to the timer
        drop(gone);
    })
}

fn auto_reset(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Timer>().0.lock().auto_reset.into())
}

fn set_auto_reset(call: &mut Call<'_>) -> Result<Value> {
    let on = call.bool(call.args.len() - 1);
    call.this::<Timer>().0.lock().auto_reset = on;
    Ok(Value::Void)
}

fn enabled(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Timer>().0.lock().enabled.into())
}

fn set_enabled(call: &mut Call<'_>) -> Result<Value> {
    let on = call.bool(call.args.len() - 1);
    if call.this::<Timer>().0.lock().enabled != on {
        call.this::<Timer>().change(|state| state.enabled = on);
    }
    Ok(Value::Void)
}

fn interval(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Timer>().0.lock().interval.into())
}

fn set_interval(call: &mut Call<'_>) -> Result<Value> {
    let interval = call.double(call.args.len() - 1);
    checked(interval, "value")?;
    call.this::<Timer>().change(|state| state.interval = interval);
    Ok(Value::Void)
}

fn start(call: &mut Call<'_>) -> Result<Value> {
    if !call.this::<Timer>().0.lock().enabled {
        call.this::<Timer>().change(|state| state.enabled = true);
    }
    Ok(Value::Void)
}

fn stop(call: &mut Call<'_>) -> Result<Value> {
    call.this::<Timer>().change(|state| state.enabled = false);
    Ok(Value::Void)
}
