//! `System.Management.Automation.PSObjectDisposedException`.

use crate::system::exception;
use crate::system::object_disposed_exception::new;
use pwsh_value::ty::{Call, FacadeType, constructor, property};
use pwsh_value::{Result, Value};

/// `System.Management.Automation.PSObjectDisposedException`.
pub static PS_OBJECT_DISPOSED_EXCEPTION: FacadeType = FacadeType {
    base: "System.ObjectDisposedException",
    interfaces: &["System.Management.Automation.IContainsErrorRecord"],
    members: &[
        constructor("new(string objectName)", new),
        constructor("new(string objectName, string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property("System.Management.Automation.ErrorRecord ErrorRecord {get;}", error_record),
    ],
    ..FacadeType::class("System.Management.Automation.PSObjectDisposedException")
};

fn error_record(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "ErrorRecord")
}
