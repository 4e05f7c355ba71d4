//! `System.Text.RegularExpressions`.

pub mod capture;
pub mod capture_collection;
pub mod group;
pub mod group_collection;
pub mod match_collection;
pub mod match_evaluator;
pub mod poll;
pub mod regex;
pub mod regex_match;
pub mod regex_match_timeout_exception;
pub mod regex_options;
pub mod regex_parse_error;
pub mod regex_parse_exception;
