//! `System.IO.DriveNotFoundException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.IO.DriveNotFoundException`.
pub static DRIVE_NOT_FOUND_EXCEPTION: FacadeType = FacadeType {
    base: "System.IO.IOException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.IO.DriveNotFoundException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Could not find the drive. The drive might not be ready or might not be mapped.")
}
