//! PowerShell's values: strings, objects, types, members, conversions and their text.
//!
//! The bottom of the runtime. It knows what a value *is* and nothing of scripts: whatever needs to run
//! one (an overridden `ToString`, a script property, a hash code) asks the [`Context`] it is given.
//!
//! Start at [`Value`]; [`Obj`] for what lies behind one thin pointer; [`Type`] for what a value says it is;
//! [`ty::FacadeType`] for how a .NET type is declared; [`Error`] for what a failing operation throws.
//!
//! Invariants: a `Value` is 16 bytes, `Send` and `Sync`; no lock is held while a [`Context`] method runs;
//! no payload drops recursively (see [`mod@drop`]).

pub mod bind;
pub mod context;
pub mod convert;
pub mod cycles;
pub mod datetime;
pub mod drop;
pub mod error;
pub mod members;
pub mod memory;
pub mod name;
pub mod object;
pub mod ops;
pub mod os_account;
pub mod payload;
pub mod process;
pub mod stack;
pub mod string;
pub mod text;
pub mod ty;
pub mod value;
pub mod wildcard;

pub use context::Context;
pub use datetime::{DateTime, DateTimeKind, TimeSpan};
pub use error::{Category, Error, Result, Thrown, Unwind};
pub use members::{Member, Members};
pub use name::Name;
pub use object::{Handle, Obj, Payload};
pub use process::Process;
pub use string::PsString;
pub use ty::Type;
pub use value::Value;
