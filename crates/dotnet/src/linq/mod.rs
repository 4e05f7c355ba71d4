//! `System.Linq`.

pub mod i_grouping;
pub mod i_ordered_enumerable;
