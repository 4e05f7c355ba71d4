//! `System.Microsoft.PowerShell`.

pub mod commands;
pub mod execution_policy;
pub mod execution_policy_scope;
