//! `System.Diagnostics.Stopwatch`.

use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{Obj, Payload, Result, TimeSpan, Value};
use std::time::{Duration, Instant};

/// `System.Diagnostics.Stopwatch`.
pub static STOPWATCH: FacadeType = FacadeType {
    members: &[
        constructor("new()", new),
        property("bool IsRunning {get;}", is_running),
        property("timespan Elapsed {get;}", elapsed),
        property("long ElapsedMilliseconds {get;}", elapsed_milliseconds),
        property("long ElapsedTicks {get;}", elapsed_ticks),
        property("static long Frequency {get;}", frequency),
        property("static bool IsHighResolution {get;}", is_high_resolution),
        method("void Start()", start),
        method("static System.Diagnostics.Stopwatch StartNew()", start_new),
        method("void Stop()", stop),
        method("void Reset()", reset),
        method("void Restart()", restart),
        method("static timespan GetElapsedTime(long startingTimestamp)", get_elapsed_time),
        method(
            "static timespan GetElapsedTime(long startingTimestamp, long endingTimestamp)",
            get_elapsed_time,
        ),
        method("static long GetTimestamp()", get_timestamp),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Diagnostics.Stopwatch")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|cx, value| {
        let watch = value.cell().and_then(|obj| obj.get::<Watch>());
        let span = watch.map_or(TimeSpan(0), |watch| ticks(watch.elapsed()));
        crate::system::object::text_of(cx, &span.into())
    }),
    ..Hooks::NONE
};

/// The payload: the time of earlier runs, and when the present one began.
#[derive(Default)]
struct Watch(Mutex<(Duration, Option<Instant>)>);

impl Payload for Watch {}

impl Watch {
    fn elapsed(&self) -> Duration {
        let (earlier, since) = *self.0.lock();
        earlier + since.map_or(Duration::ZERO, |since| since.elapsed())
    }
}

fn ticks(time: Duration) -> TimeSpan {
    TimeSpan((time.as_nanos() / 100) as i64)
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), Watch::default()).into())
}

fn start_new(_: &mut Call<'_>) -> Result<Value> {
    let watch = Watch(Mutex::new((Duration::ZERO, Some(Instant::now()))));
    Ok(Obj::new(named("System.Diagnostics.Stopwatch"), watch).into())
}

fn start(call: &mut Call<'_>) -> Result<Value> {
    call.this::<Watch>().payload().0.lock().1.get_or_insert_with(Instant::now);
    Ok(Value::Void)
}

fn stop(call: &mut Call<'_>) -> Result<Value> {
    let watch = call.this::<Watch>();
    let elapsed = watch.elapsed();
    *watch.payload().0.lock() = (elapsed, None);
    Ok(Value::Void)
}

fn reset(call: &mut Call<'_>) -> Result<Value> {
    *call.this::<Watch>().payload().0.lock() = (Duration::ZERO, None);
    Ok(Value::Void)
}

fn restart(call: &mut Call<'_>) -> Result<Value> {
    *call.this::<Watch>().payload().0.lock() = (Duration::ZERO, Some(Instant::now()));
    Ok(Value::Void)
}

fn is_running(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Watch>().payload().0.lock().1.is_some().into())
}

fn elapsed(call: &mut Call<'_>) -> Result<Value> {
    Ok(ticks(call.this::<Watch>().elapsed()).into())
}

fn elapsed_milliseconds(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<Watch>().elapsed().as_millis() as i64).into())
}

/// In nanoseconds, as `Frequency` says.
fn elapsed_ticks(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<Watch>().elapsed().as_nanos() as i64).into())
}

fn frequency(_: &mut Call<'_>) -> Result<Value> {
    Ok(1_000_000_000_i64.into())
}

fn is_high_resolution(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

/// Nanoseconds since the first that was asked for.
fn timestamp() -> i64 {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    START.elapsed().as_nanos() as i64
}

fn get_timestamp(_: &mut Call<'_>) -> Result<Value> {
    Ok(timestamp().into())
}

fn get_elapsed_time(call: &mut Call<'_>) -> Result<Value> {
    let end = if call.args.len() > 1 { call.long(1) } else { timestamp() };
    Ok(TimeSpan((end - call.long(0)) / 100).into())
}
