//! `System.Management.Automation.NativeCommandExitException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.NativeCommandExitException`.
pub static NATIVE_COMMAND_EXIT_EXCEPTION: FacadeType = FacadeType {
    base: "System.Management.Automation.RuntimeException",
    members: &[
        property("string Path {get;}", path),
        property("int ExitCode {get;}", exit_code),
        property("int ProcessId {get;}", process_id),
    ],
    ..FacadeType::class("System.Management.Automation.NativeCommandExitException")
};

fn path(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "Path")
}

fn exit_code(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "ExitCode", 0_i32)
}

fn process_id(call: &mut Call<'_>) -> Result<Value> {
    exception::field_or(call, "ProcessId", 0_i32)
}
