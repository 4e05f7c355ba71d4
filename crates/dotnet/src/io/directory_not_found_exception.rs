//! `System.IO.DirectoryNotFoundException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.IO.DirectoryNotFoundException`.
pub static DIRECTORY_NOT_FOUND_EXCEPTION: FacadeType = FacadeType {
    base: "System.IO.IOException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.IO.DirectoryNotFoundException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Attempted to access a path that is not on the disk.")
}
