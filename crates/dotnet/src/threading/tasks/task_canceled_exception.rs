//! `System.Threading.Tasks.TaskCanceledException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Threading.Tasks.TaskCanceledException`.
pub static TASK_CANCELED_EXCEPTION: FacadeType = FacadeType {
    base: "System.OperationCanceledException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Threading.Tasks.Task Task {get;}", task),
    ],
    ..FacadeType::class("System.Threading.Tasks.TaskCanceledException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "A task was canceled.")
}

fn task(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Task")
}
