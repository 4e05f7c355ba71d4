//! `System.Security.Principal`.

pub mod token_impersonation_level;
