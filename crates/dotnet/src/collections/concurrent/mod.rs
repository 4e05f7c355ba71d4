//! `System.Collections.Concurrent`.

pub mod concurrent_bag;
pub mod concurrent_dictionary;
pub mod concurrent_queue;
pub mod concurrent_stack;
pub mod i_producer_consumer_collection;
