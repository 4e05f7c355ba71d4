//! `System.Collections.ObjectModel`.

pub mod collection;
pub mod read_only_collection;
