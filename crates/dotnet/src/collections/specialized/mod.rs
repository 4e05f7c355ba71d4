//! `System.Collections.Specialized`.

pub mod i_ordered_dictionary;
pub mod name_value_collection;
pub mod ordered_dictionary;
pub mod string_collection;
