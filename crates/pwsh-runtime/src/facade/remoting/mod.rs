//! Who is at the other end of a session: `$PSSenderInfo` and what hangs on it.

mod ps_identity;
mod ps_principal;
mod ps_sender_info;

pub use ps_identity::PsIdentity;
pub use ps_sender_info::PsSenderInfo;

pub(super) use ps_identity::PS_IDENTITY;
pub(super) use ps_principal::PS_PRINCIPAL;
pub(super) use ps_sender_info::PS_SENDER_INFO;
