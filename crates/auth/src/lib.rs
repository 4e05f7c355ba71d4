//! Who a client is.
//!
//! - [`accounts`]: psjob's own accounts, each with an argon2id hash, in a file that only its owner can read.
//! - [`basic`]: the mechanism Basic (RFC 7617), which proves a name by its password.
//!
//! # What holds
//!
//! - Passwords live in [`Password`], which is wiped when dropped and shows itself nowhere.
//! - An unknown name costs what a wrong password costs, and is told by the same words.
//! - However many clients guess, only so many hashes are computed at once.

pub mod accounts;
pub mod basic;
mod password;
mod recent;

pub use password::Password;
