//! The engine as its clients see it.

mod client;
mod pipelines;
mod sessions;
