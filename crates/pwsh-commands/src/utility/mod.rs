//! Microsoft.PowerShell.Utility: a file a cmdlet, and what several of them share.

mod add_member;
mod convert_from_json;
mod convert_to_json;
mod get_member;
mod group_object;
mod keys;
mod measure_object;
mod new_object;
mod select_object;
mod sort_object;
pub mod table;
mod test_json;
mod unique;
mod write_debug;
mod write_error;
mod write_host;
mod write_information;
mod write_output;
mod write_progress;
mod write_verbose;
mod write_warning;
