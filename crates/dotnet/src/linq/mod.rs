//! `System.Linq`.

pub mod enumerable;
pub mod i_grouping;
pub mod i_ordered_enumerable;
