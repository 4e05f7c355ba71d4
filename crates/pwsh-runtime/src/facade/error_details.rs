//! `System.Management.Automation.ErrorDetails`.

use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, named, property, property_rw};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value};
use std::sync::Arc;

/// What an error says beyond its exception; clones share what script sets.
#[derive(Clone)]
pub struct ErrorDetails {
    /// `Message`.
    pub message: PsString,
    recommended_action: Arc<Mutex<PsString>>,
}

impl Payload for ErrorDetails {}

impl ErrorDetails {
    /// Details with a message.
    pub fn new(message: PsString) -> ErrorDetails {
        ErrorDetails { message, recommended_action: Arc::default() }
    }

    /// `RecommendedAction`.
    pub fn recommended_action(&self) -> PsString {
        self.recommended_action.lock().clone()
    }

    /// Sets `RecommendedAction`.
    pub fn recommend(&self, action: PsString) {
        *self.recommended_action.lock() = action;
    }

    /// The details as an object.
    pub fn object(self) -> Obj {
        Obj::new(named("System.Management.Automation.ErrorDetails"), self)
    }
}

pub(super) static ERROR_DETAILS: FacadeType = FacadeType {
    members: &[
        constructor("new(string message)", new),
        property("string Message {get;}", message),
        property_rw("string RecommendedAction {get;set;}", action, set_action),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.ErrorDetails")
};

fn to_string(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    Ok(this.cell().and_then(|o| o.get::<ErrorDetails>()).map_or_else(PsString::empty, |d| d.message.clone()))
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(ErrorDetails::new(call.str(0)).object()))
}

fn message(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<ErrorDetails>().message.clone().into())
}

fn action(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<ErrorDetails>().recommended_action().into())
}

fn set_action(call: &mut Call<'_>) -> Result<Value> {
    call.this::<ErrorDetails>().recommend(call.str(call.args.len() - 1));
    Ok(Value::Void)
}
