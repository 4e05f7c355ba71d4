//! `System.Text.RegularExpressions`.

pub mod match_evaluator;
pub mod regex;
pub mod regex_match_timeout_exception;
pub mod regex_options;
pub mod regex_parse_error;
pub mod regex_parse_exception;
