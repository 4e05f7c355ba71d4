//! `System.Collections.ObjectModel`.

pub mod collection;
pub mod observable_collection;
pub mod read_only_collection;
