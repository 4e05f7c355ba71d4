//! `System.Net.Mail.SmtpException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor, property_rw};
use pwsh_value::{Result, Value};

/// `System.Net.Mail.SmtpException`.
pub static SMTP_EXCEPTION: FacadeType = FacadeType {
    base: "System.Exception",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
        property_rw("System.Net.Mail.SmtpStatusCode StatusCode {get;set;}", status_code, set_status_code),
    ],
    ..FacadeType::class("System.Net.Mail.SmtpException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "Syntax error, command unrecognized.")
}

fn status_code(call: &mut Call<'_>) -> Result<Value> {
    exception::field(call, "StatusCode")
}

fn set_status_code(call: &mut Call<'_>) -> Result<Value> {
    exception::set_field(call, "StatusCode")
}
