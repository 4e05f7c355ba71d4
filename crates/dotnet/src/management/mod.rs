//! `System.Management`.

pub mod automation;
