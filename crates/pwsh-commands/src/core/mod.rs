//! Microsoft.PowerShell.Core: a file a cmdlet, and what several of them share.

mod foreach_object;
mod out_null;
pub mod table;
mod where_object;
