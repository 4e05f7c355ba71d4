//! `System.Collections.Concurrent`.

pub mod i_producer_consumer_collection;
