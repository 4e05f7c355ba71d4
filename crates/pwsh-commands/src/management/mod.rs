//! Microsoft.PowerShell.Management: a file a cmdlet, and what several of them share.

mod add_content;
mod content_encoding;
mod content_writer;
mod convert_path;
mod get_child_item;
mod get_content;
mod get_item;
mod get_location;
mod get_process;
mod item_object;
mod join_path;
mod named_items;
mod remove_item;
mod resolve_path;
mod set_content;
mod set_location;
mod split_path;
pub mod table;
mod test_path;
