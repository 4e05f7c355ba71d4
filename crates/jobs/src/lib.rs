//! Jobs, their children and states, over any channel.
//!
//! - [`Session`] is a client's end of a session: a [`psrp`] client machine on a [`psjob_channel`] channel. It is
//!   what `psjob run` uses too.
//! - [`RunningJob`] starts a [`Job`] on a session of its own and tells what comes of it.
//!
//! Results stay bytes: a job neither reads nor changes what its script put out. Nothing here stores anything.

mod job;
pub mod pipelines;
mod running;
mod session;
mod state;

pub use job::{Cause, ChildJob, Job, Reason};
pub use running::{Answerer, AskedHost, JobEvent, JobStart, RunningJob, Stopper};
pub use session::{Happened, Session, SessionFailure};
pub use state::JobState;
