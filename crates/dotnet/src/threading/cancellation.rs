//! `System.Threading.CancellationTokenSource` and its `CancellationToken`.

use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{Error, Obj, Payload, Result, Value};
use std::sync::Arc;
use std::time::Instant;

/// `System.Threading.CancellationTokenSource`.
pub static CANCELLATION_TOKEN_SOURCE: FacadeType = FacadeType {
    interfaces: &["System.IDisposable"],
    members: &[
        constructor("new()", new),
        constructor("new(timespan delay)", new),
        constructor("new(int millisecondsDelay)", new),
        property("bool IsCancellationRequested {get;}", is_cancellation_requested),
        property("System.Threading.CancellationToken Token {get;}", token),
        method("void Cancel()", cancel),
        method("void Cancel(bool throwOnFirstException)", cancel),
        method("void CancelAfter(timespan delay)", cancel_after),
        method("void CancelAfter(int millisecondsDelay)", cancel_after),
        method("void Dispose()", dispose),
    ],
    ..FacadeType::class("System.Threading.CancellationTokenSource")
};

/// `System.Threading.CancellationToken`.
pub static CANCELLATION_TOKEN: FacadeType = FacadeType {
    interfaces: &["System.IEquatable[System.Threading.CancellationToken]"],
    members: &[
        constructor("new(bool canceled)", new_token),
        property("static System.Threading.CancellationToken None {get;}", none),
        property("bool IsCancellationRequested {get;}", is_cancellation_requested),
        property("bool CanBeCanceled {get;}", can_be_canceled),
        method("void ThrowIfCancellationRequested()", throw_if_cancellation_requested),
    ],
    hooks: Hooks { default: Some(|| token_of(None)), ..Hooks::NONE },
    ..FacadeType::structure("System.Threading.CancellationToken")
};

/// When it is cancelled: `None` until somebody says so.
type Cancellation = Arc<Mutex<Option<Instant>>>;

/// The payload of a source, and of a token; a token without a source is never cancelled.
struct Token(Option<Cancellation>);

impl Payload for Token {}

fn token_of(cancellation: Option<Cancellation>) -> Value {
    Obj::new(named("System.Threading.CancellationToken"), Token(cancellation)).into()
}

fn cancellation<'a>(call: &Call<'a>) -> Option<&'a Cancellation> {
    call.this::<Token>().payload().0.as_ref()
}

/// Whether a `CancellationToken` argument asks to give up.
pub fn is_cancelled(token: &Value) -> bool {
    let token = token.cell().and_then(|obj| obj.get::<Token>());
    token
        .and_then(|token| token.0.as_ref().map(|at| at.lock().is_some_and(|at| Instant::now() >= at)))
        .unwrap_or(false)
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let at = if call.args.is_empty() { None } else { super::wait_handle::deadline(call, 0)? };
    Ok(Obj::new(call.ty.clone(), Token(Some(Arc::new(Mutex::new(at))))).into())
}

fn new_token(call: &mut Call<'_>) -> Result<Value> {
    let at = call.bool(0).then(Instant::now);
    Ok(token_of(at.map(|at| Arc::new(Mutex::new(Some(at))))))
}

fn none(_: &mut Call<'_>) -> Result<Value> {
    Ok(token_of(None))
}

fn token(call: &mut Call<'_>) -> Result<Value> {
    Ok(token_of(cancellation(call).cloned()))
}

fn is_cancellation_requested(call: &mut Call<'_>) -> Result<Value> {
    Ok(is_cancelled(call.this).into())
}

fn can_be_canceled(call: &mut Call<'_>) -> Result<Value> {
    Ok(cancellation(call).is_some().into())
}

fn cancel(call: &mut Call<'_>) -> Result<Value> {
    if let Some(at) = cancellation(call) {
        *at.lock() = Some(Instant::now());
    }
    Ok(Value::Void)
}

fn cancel_after(call: &mut Call<'_>) -> Result<Value> {
    let deadline = super::wait_handle::deadline(call, 0)?;
    if let Some(at) = cancellation(call)
        && !is_cancelled(call.this)
    {
        *at.lock() = deadline;
    }
    Ok(Value::Void)
}

fn dispose(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

/// The exception of an operation that was cancelled.
pub fn cancelled() -> Error {
    Error::new("System.OperationCanceledException", "The operation was canceled.")
}

fn throw_if_cancellation_requested(call: &mut Call<'_>) -> Result<Value> {
    if is_cancelled(call.this) { Err(cancelled()) } else { Ok(Value::Void) }
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn tokens_follow_their_source() {
        let mut rt = Runtime::new();
        let source = rt.make("System.Threading.CancellationTokenSource", &[]).unwrap();
        let token = rt.get(&source, "Token");
        assert!(rt.call(&token, "ThrowIfCancellationRequested", &[]).is_ok());
        rt.call(&source, "Cancel", &[]).unwrap();
        assert!(rt.call(&token, "ThrowIfCancellationRequested", &[]).is_err());
    }
}
