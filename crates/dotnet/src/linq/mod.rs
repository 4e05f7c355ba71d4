//! `System.Linq`.

pub mod enumerable;
pub mod enumerable_members;
pub mod grouping;
pub mod i_grouping;
pub mod i_ordered_enumerable;
pub mod ordering;
