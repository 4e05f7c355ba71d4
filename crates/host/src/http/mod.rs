//! The HTTP front: connections, TLS, who is asking, and envelopes in and out.

mod answer_body;
mod connections;
mod handler;
mod listen;
mod options;
mod tls;

pub use handler::Front;
pub use listen::serve;
pub use options::FrontOptions;
pub use tls::{Certificate, CertificateError};
