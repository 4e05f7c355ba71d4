//! `System.Threading.Thread`: the thread that runs the pipeline; a session starts no others this way.

use crate::fault;
use crate::globalization::culture_info;
use crate::globalization::provider;
use crate::system::object::Plain;
use pwsh_value::ty::{Call, FacadeType, method, named, property, property_rw};
use pwsh_value::{Context, Obj, Result, Value};
use std::time::{Duration, Instant};

/// `System.Threading.Thread`.
pub static THREAD: FacadeType = FacadeType {
    members: &[
        property("int ManagedThreadId {get;}", managed_thread_id),
        property("bool IsAlive {get;}", is_alive),
        property("bool IsBackground {get;}", is_background),
        property("bool IsThreadPoolThread {get;}", is_thread_pool_thread),
        property_rw("cultureinfo CurrentCulture {get;set;}", current_culture, set_current_culture),
        property("cultureinfo CurrentUICulture {get;}", current_ui_culture),
        property("static System.Threading.Thread CurrentThread {get;}", current_thread),
        property("string Name {get;}", name),
        property("System.Threading.ApartmentState ApartmentState {get;}", apartment_state),
        method("static bool Yield()", yield_),
        method("System.Threading.ApartmentState GetApartmentState()", get_apartment_state),
        method("static void Sleep(int millisecondsTimeout)", sleep),
        method("static void Sleep(timespan timeout)", sleep),
    ],
    ..FacadeType::class("System.Threading.Thread")
};

fn current_thread(_: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(named("System.Threading.Thread"), Plain).into())
}

/// Sleeps, and wakes when the pipeline is to stop.
///
/// # Errors
/// When it is.
pub fn pause(cx: &mut dyn Context, length: Option<Duration>) -> Result<()> {
    let until = length.map(|length| Instant::now() + length);
    loop {
        cx.poll()?;
        let left = until.map_or(Duration::MAX, |until| until.saturating_duration_since(Instant::now()));
        if left.is_zero() {
            return Ok(());
        }
        std::thread::sleep(left.min(Duration::from_millis(5)));
    }
}

/// -1 ms sleeps until the pipeline is stopped.
fn sleep(call: &mut Call<'_>) -> Result<Value> {
    let milliseconds = match call.arg(0) {
        Value::TimeSpan(span) => span.0 / 10_000,
        _ => call.int(0).into(),
    };
    if milliseconds < -1 {
        let message = "Number must be either non-negative and less than or equal to Int32.MaxValue or -1.";
        return Err(fault::actual_value(message, "millisecondsTimeout", milliseconds));
    }
    pause(call.cx, u64::try_from(milliseconds).ok().map(Duration::from_millis))?;
    Ok(Value::Void)
}

fn yield_(_: &mut Call<'_>) -> Result<Value> {
    std::thread::yield_now();
    Ok(true.into())
}

fn managed_thread_id(_: &mut Call<'_>) -> Result<Value> {
    Ok(1.into())
}

fn name(_: &mut Call<'_>) -> Result<Value> {
    Ok("Pipeline Execution Thread".into())
}

fn is_alive(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

fn is_background(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

fn is_thread_pool_thread(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}

fn current_culture(call: &mut Call<'_>) -> Result<Value> {
    Ok(culture_info::culture_object(provider::current(call.cx), true))
}

fn set_current_culture(call: &mut Call<'_>) -> Result<Value> {
    culture_info::set_current_culture(call)
}

fn current_ui_culture(call: &mut Call<'_>) -> Result<Value> {
    current_culture(call)
}

fn get_apartment_state(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.Threading.ApartmentState"), 1))
}

fn apartment_state(call: &mut Call<'_>) -> Result<Value> {
    get_apartment_state(call)
}
