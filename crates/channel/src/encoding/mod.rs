//! How frames travel on a wire that is not ours.

pub mod outofproc;
