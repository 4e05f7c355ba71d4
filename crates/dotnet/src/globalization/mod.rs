//! `System.Globalization`.

pub mod calendar;
pub mod calendar_algorithm_type;
pub mod calendar_week_rule;
pub mod compare_options;
pub mod culture_info;
pub mod culture_not_found_exception;
pub mod culture_types;
pub mod date_time_format_info;
pub mod date_time_styles;
pub mod digit_shapes;
pub mod gregorian_calendar;
pub mod gregorian_calendar_types;
pub mod iso_week;
pub mod number_format_info;
pub mod number_styles;
pub mod provider;
mod setting;
pub mod text_info;
pub mod time_span_styles;
pub mod unicode_category;
