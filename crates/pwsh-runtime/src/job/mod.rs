//! Jobs as script sees them, and the seam to what runs them.
//!
//! A [`Job`] is the payload of a job object; what it puts out lies in seven [`DataCollection`]s, as bytes until
//! script looks. A background job runs on a session of its own, which a [`JobSource`] gives: whoever knows how to
//! open one hands it to [`Shared`](crate::Shared). A job tells of its changes on any thread and never runs script
//! there.

mod collection;
mod failure;
mod object;
mod plain_commands;
mod repository;
mod source;
mod state;

pub use collection::{DataCollection, Origin};
pub use failure::Failure;
pub use object::{Job, JobKind, JobParts};
pub use plain_commands::{PlainCommand, plain_commands};
pub use repository::JobRepository;
pub use source::{
    Answer, BackgroundCommand, BackgroundStart, ChildSink, HostQuestion, JobControl, JobFailure, JobSink,
    JobSource, StartedJob,
};
pub use state::{JobState, JobStateEvent, JobStateInfo, JobStream};
