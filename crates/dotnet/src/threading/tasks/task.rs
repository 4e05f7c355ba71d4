//! `System.Threading.Tasks.Task`: what methods that return at once hand out. A session runs no script on other
//! threads, so a task is done when it is made, or after a time.

use crate::collections::items::element_type;
use crate::fault;
use crate::threading::wait_handle::{deadline, until};
use pwsh_value::payload::{Array, Exception};
use pwsh_value::ty::{Call, FacadeType, close_generic, known, method, named, property};
use pwsh_value::{Context, Error, Obj, Payload, Result, Type, Value};
use std::sync::atomic::{AtomicI32, Ordering};
use std::time::Instant;

/// `System.Threading.Tasks.Task`.
pub static TASK: FacadeType = FacadeType {
    interfaces: &["System.IAsyncResult", "System.IDisposable"],
    members: &[
        property("int Id {get;}", id),
        property("System.AggregateException Exception {get;}", exception),
        property("System.Threading.Tasks.TaskStatus Status {get;}", status),
        property("bool IsCanceled {get;}", is_canceled),
        property("bool IsCompleted {get;}", is_completed),
        property("bool IsCompletedSuccessfully {get;}", is_completed_successfully),
        property("bool IsFaulted {get;}", is_faulted),
        property("System.Object AsyncState {get;}", async_state),
        property("static System.Threading.Tasks.Task CompletedTask {get;}", completed_task),
        method("void Dispose()", dispose),
        method("System.Runtime.CompilerServices.TaskAwaiter GetAwaiter()", get_awaiter),
        method("void Wait()", wait),
        method("bool Wait(timespan timeout)", wait_for),
        method("bool Wait(int millisecondsTimeout)", wait_for),
        method("static void WaitAll(Params System.Threading.Tasks.Task[] tasks)", wait_all),
        method("static bool WaitAll(System.Threading.Tasks.Task[] tasks, timespan timeout)", wait_all),
        method("static bool WaitAll(System.Threading.Tasks.Task[] tasks, int millisecondsTimeout)", wait_all),
        method("static int WaitAny(Params System.Threading.Tasks.Task[] tasks)", wait_any),
        method("static int WaitAny(System.Threading.Tasks.Task[] tasks, timespan timeout)", wait_any),
        method("static int WaitAny(System.Threading.Tasks.Task[] tasks, int millisecondsTimeout)", wait_any),
        method(
            "static System.Threading.Tasks.Task[TResult] FromResult[TResult](TResult result)",
            from_result,
        ),
        method(
            "static System.Threading.Tasks.Task FromException(System.Exception exception)",
            from_exception,
        ),
        method("static System.Threading.Tasks.Task Delay(timespan delay)", delay),
        method("static System.Threading.Tasks.Task Delay(int millisecondsDelay)", delay),
        method(
            "static System.Threading.Tasks.Task WhenAll(Params System.Threading.Tasks.Task[] tasks)",
            when_all,
        ),
    ],
    ..FacadeType::class("System.Threading.Tasks.Task")
};

/// `System.Threading.Tasks.Task<TResult>`.
pub static TASK_1: FacadeType = FacadeType {
    base: "System.Threading.Tasks.Task",
    generic: &["TResult"],
    members: &[
        property("TResult Result {get;}", result),
        method("System.Runtime.CompilerServices.TaskAwaiter`1[TResult] GetAwaiter()", get_awaiter),
    ],
    ..FacadeType::class("System.Threading.Tasks.Task`1")
};

/// `System.Runtime.CompilerServices.TaskAwaiter`.
pub static TASK_AWAITER: FacadeType = FacadeType {
    members: &[property("bool IsCompleted {get;}", is_completed), method("void GetResult()", get_result)],
    ..FacadeType::structure("System.Runtime.CompilerServices.TaskAwaiter")
};

/// `System.Runtime.CompilerServices.TaskAwaiter<TResult>`.
pub static TASK_AWAITER_1: FacadeType = FacadeType {
    generic: &["TResult"],
    members: &[property("bool IsCompleted {get;}", is_completed), method("TResult GetResult()", get_result)],
    ..FacadeType::structure("System.Runtime.CompilerServices.TaskAwaiter`1")
};

/// The payload of a task and of its awaiter.
#[derive(Clone)]
struct Task {
    id: i32,
    outcome: Outcome,
}

#[derive(Clone)]
enum Outcome {
    /// It gave a value, or nothing.
    Value(Value),
    /// It failed with this exception.
    Exception(Value),
    /// It is over at that time; `None`: never.
    Delay(Option<Instant>),
    /// It is over when all of these are.
    All(Vec<Value>),
}

impl Payload for Task {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        match &self.outcome {
            Outcome::Value(value) | Outcome::Exception(value) => visit(value),
            Outcome::All(tasks) => tasks.iter().for_each(visit),
            Outcome::Delay(_) => {}
        }
    }
}

/// How a task stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stand {
    Running = 1,
    RanToCompletion = 5,
    Faulted = 7,
}

impl Task {
    fn stand(&self) -> Stand {
        match &self.outcome {
            Outcome::Value(_) => Stand::RanToCompletion,
            Outcome::Exception(_) => Stand::Faulted,
            Outcome::Delay(at) if at.is_some_and(|at| Instant::now() >= at) => Stand::RanToCompletion,
            Outcome::Delay(_) => Stand::Running,
            Outcome::All(tasks) => {
                let stands: Vec<Stand> = tasks.iter().filter_map(of).map(Task::stand).collect();
                [Stand::Running, Stand::Faulted]
                    .into_iter()
                    .find(|stand| stands.contains(stand))
                    .unwrap_or(Stand::RanToCompletion)
            }
        }
    }

    /// The exception of a task that failed.
    fn failure(&self) -> Option<Value> {
        match &self.outcome {
            Outcome::Exception(exception) => Some(exception.clone()),
            Outcome::All(tasks) => tasks.iter().filter_map(of).find_map(Task::failure),
            _ => None,
        }
    }
}

fn of(value: &Value) -> Option<&Task> {
    value.cell().and_then(|obj| obj.get::<Task>()).map(|task| task.payload())
}

fn made(ty: Type, outcome: Outcome) -> Value {
    static LAST: AtomicI32 = AtomicI32::new(0);
    let id = LAST.fetch_add(1, Ordering::Relaxed) + 1;
    Obj::new(ty, Task { id, outcome }).into()
}

fn plain() -> Type {
    named("System.Threading.Tasks.Task")
}

/// A task that gave `result`, of type `ty`.
pub fn done(ty: &Type, result: Value) -> Value {
    let task = named("System.Threading.Tasks.Task`1");
    made(close_generic(&task, vec![ty.clone()]), Outcome::Value(result))
}

/// A task that is over and gave nothing.
pub fn finished() -> Value {
    made(plain(), Outcome::Value(Value::Null))
}

fn this<'a>(call: &Call<'a>) -> &'a Task {
    call.this::<Task>().payload()
}

fn id(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).id.into())
}

fn status(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.Threading.Tasks.TaskStatus"), this(call).stand() as i64))
}

fn is_canceled(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}

fn is_completed(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).stand() != Stand::Running).into())
}

fn is_completed_successfully(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).stand() == Stand::RanToCompletion).into())
}

fn is_faulted(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).stand() == Stand::Faulted).into())
}

fn async_state(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Null)
}

fn completed_task(_: &mut Call<'_>) -> Result<Value> {
    Ok(finished())
}

fn dispose(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

/// An exception within an `AggregateException`.
fn aggregate(cx: &mut dyn Context, exception: Value) -> Result<Value> {
    let ty = named("System.AggregateException");
    let inner = Obj::typed_array(&named("System.Exception"), vec![exception]);
    cx.construct(&ty, vec!["One or more errors occurred.".into(), inner.into()])
}

fn exception(call: &mut Call<'_>) -> Result<Value> {
    match this(call).failure() {
        Some(exception) => aggregate(call.cx, exception),
        None => Ok(Value::Null),
    }
}

/// Throws what made a task fail.
fn check(cx: &mut dyn Context, tasks: &[Value]) -> Result<()> {
    let Some(exception) = tasks.iter().filter_map(of).find_map(Task::failure) else { return Ok(()) };
    let exception = aggregate(cx, exception)?;
    Err(exception.cell().map_or_else(|| fault::invalid_operation(""), |obj| Error::throw(obj.clone())))
}

/// Waits until all tasks are over; says whether they are.
fn wait_until(cx: &mut dyn Context, tasks: &[Value], deadline: Option<Instant>) -> Result<bool> {
    let over = || tasks.iter().filter_map(of).all(|task| task.stand() != Stand::Running).then_some(());
    let over = until(cx, deadline, over)?.is_some();
    if over {
        check(cx, tasks)?;
    }
    Ok(over)
}

fn wait(call: &mut Call<'_>) -> Result<Value> {
    wait_until(call.cx, std::slice::from_ref(call.this), None)?;
    Ok(Value::Void)
}

fn wait_for(call: &mut Call<'_>) -> Result<Value> {
    let deadline = deadline(call, 0)?;
    Ok(wait_until(call.cx, std::slice::from_ref(call.this), deadline)?.into())
}

fn result(call: &mut Call<'_>) -> Result<Value> {
    wait(call)?;
    Ok(match &this(call).outcome {
        Outcome::Value(value) => value.clone(),
        _ => Value::Null,
    })
}

fn get_awaiter(call: &mut Call<'_>) -> Result<Value> {
    let ty = call.this.ty().expect("a task");
    let ty = if ty.arguments().is_empty() {
        named("System.Runtime.CompilerServices.TaskAwaiter")
    } else {
        close_generic(&named("System.Runtime.CompilerServices.TaskAwaiter`1"), vec![element_type(ty)])
    };
    Ok(Obj::new(ty, this(call).clone()).into())
}

/// An awaiter throws the exception itself.
fn get_result(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    until(call.cx, None, || (this.stand() != Stand::Running).then_some(()))?;
    match this.failure().as_ref().and_then(Value::cell) {
        Some(exception) if exception.get::<Exception>().is_some() => Err(Error::throw(exception.clone())),
        _ => match &this.outcome {
            Outcome::Value(value) if !call.this.ty().is_some_and(|ty| ty.arguments().is_empty()) => {
                Ok(value.clone())
            }
            _ => Ok(Value::Void),
        },
    }
}

/// The tasks in the first argument.
fn tasks(call: &Call<'_>) -> Result<Vec<Value>> {
    Ok(call.payload::<Array>(0).ok_or_else(|| fault::null("tasks"))?.to_vec())
}

fn wait_all(call: &mut Call<'_>) -> Result<Value> {
    let (tasks, deadline) = (tasks(call)?, deadline(call, 1)?);
    Ok(wait_until(call.cx, &tasks, deadline)?.into())
}

fn wait_any(call: &mut Call<'_>) -> Result<Value> {
    let (tasks, deadline) = (tasks(call)?, deadline(call, 1)?);
    let over = |task: &Value| of(task).is_some_and(|task| task.stand() != Stand::Running);
    let first = until(call.cx, deadline, || tasks.iter().position(over))?;
    Ok(first.map_or(-1, |at| at as i32).into())
}

fn when_all(call: &mut Call<'_>) -> Result<Value> {
    Ok(made(plain(), Outcome::All(tasks(call)?)))
}

fn from_result(call: &mut Call<'_>) -> Result<Value> {
    let ty = call.type_args.first().unwrap_or(&known().object);
    Ok(done(ty, call.args[0].clone()))
}

fn from_exception(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("exception"));
    }
    Ok(made(plain(), Outcome::Exception(call.args[0].clone())))
}

fn delay(call: &mut Call<'_>) -> Result<Value> {
    Ok(made(plain(), Outcome::Delay(deadline(call, 0)?)))
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn a_result_is_there_at_once() {
        let mut rt = Runtime::new();
        let task = rt.call_static("System.Threading.Tasks.Task", "FromResult", &[5.into()]).unwrap();
        let result = rt.get(&task, "Result");
        assert_eq!(rt.text(&result), "5");
    }
}
