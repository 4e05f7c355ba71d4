//! `System.Runtime.InteropServices`.

pub mod architecture;
pub mod com_exception;
pub mod external_exception;
pub mod runtime_information;
