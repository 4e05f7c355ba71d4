//! One pipeline as the server sees it.

use std::collections::VecDeque;

use bytes::Bytes;

use super::host_calls::HostCalls;
use crate::lane::Stream;
use crate::message::{CreatePipeline, GetCommandMetadata, MessageReader};

/// A pipeline, from the command that announces it to its close.
#[derive(Debug)]
pub(super) struct Pipeline {
    default: MessageReader,
    prompt_response: MessageReader,
    /// bytes of data that came for it
    pub(super) received: usize,
    pub(super) phase: Phase,
    pub(super) calls: HostCalls,
    /// a signal waits for its acknowledgement
    pub(super) signalled: bool,
    /// a close waits for its acknowledgement
    pub(super) closing: bool,
}

/// How far a pipeline is.
#[derive(Debug)]
pub(super) enum Phase {
    /// Announced; what it runs has not come.
    Announced,
    /// Waits for a runspace, with the input that came meanwhile.
    Waiting { work: Work, input: VecDeque<Input> },
    /// Handed out to run.
    Running { takes_input: bool },
    /// Handed out, and told to stop.
    Stopping,
    /// Its final state was sent.
    Ended,
}

/// What a pipeline does.
#[derive(Debug)]
pub(super) enum Work {
    Pipeline(Box<CreatePipeline>),
    CommandMetadata(Box<GetCommandMetadata>),
}

impl Work {
    pub(super) fn takes_input(&self) -> bool {
        match self {
            Self::Pipeline(create) => !create.no_input,
            Self::CommandMetadata(_) => false,
        }
    }
}

/// A piece of input.
#[derive(Debug)]
pub(super) enum Input {
    Object(Bytes),
    End,
}

impl Pipeline {
    pub(super) fn new(object_limit: usize) -> Self {
        Self {
            default: MessageReader::new(object_limit),
            prompt_response: MessageReader::new(object_limit),
            received: 0,
            phase: Phase::Announced,
            calls: HostCalls::default(),
            signalled: false,
            closing: false,
        }
    }

    pub(super) fn reader(&mut self, stream: Stream) -> &mut MessageReader {
        match stream {
            Stream::Default => &mut self.default,
            Stream::PromptResponse => &mut self.prompt_response,
        }
    }
}
