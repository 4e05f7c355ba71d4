//! `System.Microsoft`.

pub mod power_shell;
