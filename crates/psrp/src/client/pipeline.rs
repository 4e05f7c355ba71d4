//! One pipeline as the client sees it.

use std::collections::HashSet;

use crate::message::MessageReader;

/// A pipeline, from its creation to the acknowledgement of its close.
#[derive(Debug)]
pub(super) struct Pipeline {
    pub(super) reader: MessageReader,
    pub(super) takes_input: bool,
    /// its final state has come
    pub(super) ended: bool,
    /// the stream cannot be read on
    pub(super) failed: bool,
    /// host calls that wait for an answer
    pub(super) calls: HashSet<i64>,
}

impl Pipeline {
    pub(super) fn new(object_limit: usize, takes_input: bool) -> Self {
        Self {
            reader: MessageReader::new(object_limit),
            takes_input,
            ended: false,
            failed: false,
            calls: HashSet::new(),
        }
    }
}
