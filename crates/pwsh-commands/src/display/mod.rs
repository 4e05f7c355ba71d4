//! The cmdlets that show objects: Format-*, Out-*, and the data they go by.

pub mod file_lines;
mod format_custom;
mod format_list;
mod format_run;
mod format_table;
mod format_wide;
mod get_format_data;
mod out_default;
mod out_file;
mod out_host;
mod out_string;
mod screen;
pub mod table;
mod update_format_data;
