//! What the cmdlets of items do to files and folders.

mod copy;
mod create;
mod link;
mod refusal;
mod relocate;
mod remove;

pub use copy::Copying;
pub use create::{ItemType, create};
pub use refusal::refused;
pub use relocate::{relocate, rename};
pub use remove::Removing;
