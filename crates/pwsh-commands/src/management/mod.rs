//! Microsoft.PowerShell.Management: a file a cmdlet, and what several of them share.

mod add_content;
mod content_encoding;
mod content_writer;
mod get_content;
mod get_location;
mod get_process;
mod join_path;
mod named_items;
mod set_content;
mod set_location;
mod split_path;
pub mod table;
mod test_path;
