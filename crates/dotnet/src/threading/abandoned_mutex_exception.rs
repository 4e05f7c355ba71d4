//! `System.Threading.AbandonedMutexException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Threading.AbandonedMutexException`.
pub static ABANDONED_MUTEX_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception inner)", new),
        property("System.Threading.Mutex Mutex {get;}", mutex),
        property("int MutexIndex {get;}", mutex_index),
    ],
    ..FacadeType::class("System.Threading.AbandonedMutexException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "The wait completed due to an abandoned mutex.")
}

fn mutex(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Mutex")
}

fn mutex_index(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "MutexIndex", 0_i32)
}
