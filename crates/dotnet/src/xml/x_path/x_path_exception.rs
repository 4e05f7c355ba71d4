//! `System.Xml.XPath.XPathException`.

use crate::system::exception;
use pwsh_value::ty::{Call, FacadeType, constructor};
use pwsh_value::{Result, Value};

/// `System.Xml.XPath.XPathException`.
pub static X_PATH_EXCEPTION: FacadeType = FacadeType {
    base: "System.SystemException",
    members: &[
        constructor("new()", new),
        constructor("new(string message)", new),
        constructor("new(string message, System.Exception innerException)", new),
    ],
    ..FacadeType::class("System.Xml.XPath.XPathException")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    exception::create(call, "System.Xml.XPath.XPathException")
}
