//! `System.Collections.Specialized`.

pub mod i_ordered_dictionary;
pub mod ordered_dictionary;
pub mod string_collection;
