//! `System.Collections`.

pub mod array_list;
pub mod concurrent;
pub mod dictionary_entry;
pub mod generic;
pub mod hashtable;
pub mod i_collection;
pub mod i_comparer;
pub mod i_dictionary;
pub mod i_dictionary_enumerator;
pub mod i_enumerable;
pub mod i_enumerator;
pub mod i_equality_comparer;
pub mod i_list;
pub mod i_structural_comparable;
pub mod i_structural_equatable;
pub mod object_model;
pub mod specialized;
