//! `System.Io`.

pub mod compression;
pub mod directory_not_found_exception;
pub mod drive_not_found_exception;
pub mod drive_type;
pub mod end_of_stream_exception;
pub mod file_access;
pub mod file_attributes;
pub mod file_load_exception;
pub mod file_mode;
pub mod file_not_found_exception;
pub mod file_options;
pub mod file_share;
pub mod invalid_data_exception;
pub mod io_exception;
pub mod match_casing;
pub mod match_type;
pub mod notify_filters;
pub mod path_too_long_exception;
pub mod search_option;
pub mod seek_origin;
pub mod unix_file_mode;
pub mod watcher_change_types;
