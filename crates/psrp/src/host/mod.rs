//! The client's host: what a server may ask of it, and how that travels ([MS-PSRP] 2.2.3.14, 2.2.3.17, 2.2.6).
//!
//! [`HostMethod`] lists the methods, [`HostCall`] is a call with its parameters, [`HostReturn`] what comes back.
//! [`HostInfo`] is what the client says about its host beforehand; from its default data the getters of the raw
//! user interface are answered, which PowerShell's server never calls.

mod call;
mod call_parameters;
mod choice_description;
mod credential;
mod field_description;
mod info;
mod method;
mod returned;
mod screen;

pub use call::{ChoicePrompt, CredentialPrompt, HostCall};
pub use choice_description::ChoiceDescription;
pub use credential::PsCredential;
pub use field_description::FieldDescription;
pub use info::{HostDefaultData, HostInfo};
pub use method::HostMethod;
pub use returned::HostReturn;
pub use screen::{BufferCell, BufferCells, Coordinates, KeyInfo, Rectangle, Size};

/// The types of a list among a host call's values.
const ARRAY_LIST: [&str; 2] = ["System.Collections.ArrayList", "System.Object"];

/// The types of a dictionary among a host call's values.
const HASHTABLE: [&str; 2] = ["System.Collections.Hashtable", "System.Object"];

/// A list as hosts get it.
fn list<T: Into<clixml::tree::Value>>(items: impl IntoIterator<Item = T>) -> clixml::tree::Object {
    clixml::tree::Object::of_types(ARRAY_LIST).with_list(items)
}
