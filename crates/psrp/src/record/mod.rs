//! The records of a pipeline's streams ([MS-PSRP] 2.2.3.15 and 2.2.3.16), as clients read them.
//!
//! A runtime that has records of its own writes their CLIXML itself and hands the bytes to a
//! [`MessageWriter`](crate::message::MessageWriter); these types are for those who have none.

mod error_record;
mod information_record;
mod informational_record;
mod invocation_info;
mod progress_record;

pub use error_record::{ErrorDetails, ErrorRecord};
pub use information_record::InformationRecord;
pub use informational_record::InformationalRecord;
pub use invocation_info::{CommandInfo, InvocationInfo, ScriptExtent};
pub use progress_record::ProgressRecord;
