//! Providers and drives: what a path of script names, be it a file, a variable of the environment or of the
//! session, a function or an alias.
//!
//! A path becomes an [`ItemPath`]: provider, drive and the provider's own path, absolute and without `.` and
//! `..`. What can be done with the items of the session's drives is here; files are the cmdlets' own work.

mod drive;
mod drive_variable;
mod failure;
mod glob;
mod item_path;
mod location;
pub mod path_text;
mod session_item;
mod session_object;
mod types;
mod unix_stat;

pub use drive::{Drive, Places, Provider};
pub use failure::{drive_not_found, item_not_found, provider_not_found};
pub use glob::{is_hidden, listed};
pub use item_path::ItemPath;
pub use location::{PathInfo, PathStack};
pub(crate) use types::{
    ALIAS_PROVIDER, ENVIRONMENT_PROVIDER, FILE_SYSTEM_PROVIDER, FUNCTION_PROVIDER, PATH_INFO,
    PATH_INFO_STACK, PROVIDER_CAPABILITIES, PROVIDER_INFO, PS_DRIVE_INFO, VARIABLE_PROVIDER,
};
pub(crate) use unix_stat::{UNIX_ITEM_TYPE, UNIX_STAT};
pub use unix_stat::{UnixStat, user_name};
