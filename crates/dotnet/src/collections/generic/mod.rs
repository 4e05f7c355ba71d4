//! `System.Collections.Generic`.

pub mod dictionary;
pub mod hash_set;
pub mod i_collection;
pub mod i_comparer;
pub mod i_dictionary;
pub mod i_enumerable;
pub mod i_enumerator;
pub mod i_equality_comparer;
pub mod i_list;
pub mod i_read_only_collection;
pub mod i_read_only_dictionary;
pub mod i_read_only_list;
pub mod i_read_only_set;
pub mod i_set;
pub mod key_not_found_exception;
pub mod key_value_pair;
pub mod linked_list;
pub mod list;
pub mod priority_queue;
pub mod queue;
pub mod sorted_dictionary;
pub mod sorted_list;
pub mod sorted_set;
pub mod stack;
