//! The PowerShell Remoting Protocol ([MS-PSRP]), versions 2.0 to 2.4, without I/O.
//!
//! Bytes of streams go in; events, and bytes of streams, come out. There is no socket, no thread and no clock here, and
//! nothing that runs a script. Neither is there the framing that carries the streams: lines over pipes are `channel`'s,
//! SOAP is `wsman`'s.
//!
//! # Where to start
//!
//! - To **serve**: [`server::Server`], one for a session. Its [module](server) draws the states and says in which order
//!   to poll. On [`Event::RunPipeline`](server::Event::RunPipeline) start what runs scripts; give it a
//!   [`MessageWriter`](message::MessageWriter) from [`Server::writer`](server::Server::writer) for its output and records,
//!   let it call the host by [`Server::call_host`](server::Server::call_host), and report its end by
//!   [`Server::finish_pipeline`](server::Server::finish_pipeline).
//! - To **use a server**: [`client::Client`].
//! - To read or write **single messages**: [`message::Message`], [`message::MessageReader`].
//!
//! # A session in memory
//!
//! ```
//! use psrp::client::{self, Client, ClientOptions};
//! use psrp::server::{self, Server, ServerOptions};
//! use psrp::{Lane, primitive_dictionary, version_table};
//! use uuid::Uuid;
//!
//! let mut client = Client::new(Uuid::from_u128(1), ClientOptions::default());
//! let mut server = Server::new(ServerOptions::default());
//!
//! client.open()?;
//! while let Some(client::Transmit::Data { lane, stream, bytes }) = client.poll_transmit() {
//!     server.handle_data(lane, stream, &bytes)?;
//! }
//! let Some(server::Event::OpenPool { init }) = server.poll_event() else { panic!("the client opens a pool") };
//! assert_eq!(init.max_runspaces, 1);
//!
//! let versions = version_table("7.6.5".parse()?, server.version(), "Linux");
//! server.accept(primitive_dictionary([("PSVersionTable", versions)]))?;
//! while let Some(server::Transmit::Data { lane, bytes }) = server.poll_transmit() {
//!     client.handle_data(lane, &bytes)?;
//! }
//! assert!(matches!(client.poll_event(), Some(client::Event::Opened { .. })));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What holds
//!
//! - No input panics, or makes a machine hold more than its limits allow.
//! - What is wrong is told by type, and in two kinds: a [`SessionError`] ends the session, a [`MessageError`] one
//!   message or one pipeline, and the rest goes on.
//! - A message that was read is written again to the same bytes, if PowerShell 7.6 wrote it.
//! - Keys and secrets are wiped, and no error or debug output shows them.

pub mod client;
pub mod command;
pub mod crypto;
pub mod enumeration;
mod error;
pub mod fragment;
pub mod fuzzing;
pub mod host;
mod lane;
pub mod message;
mod primitive_dictionary;
pub mod record;
pub mod server;
mod version;

pub use error::{MessageError, SessionError};
pub use lane::{Lane, Stream};
pub use primitive_dictionary::{primitive_dictionary, version_table};
pub use version::ProtocolVersion;
