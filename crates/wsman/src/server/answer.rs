use std::collections::{HashMap, VecDeque};

use uuid::Uuid;

use crate::fault::Fault;
use crate::header::Header;
use crate::message::{Response, ResponseBody};
use crate::operation::Stream;

use super::event::{ShellHandle, Ticket};

/// Answers on their way out, and what must be given out again if they do not arrive.
#[derive(Debug, Default)]
pub(super) struct Answers {
    ready: VecDeque<(Ticket, Response)>,
    unsent: HashMap<Ticket, Unsent>,
    /// Whose operations are not answered yet.
    open: HashMap<Ticket, String>,
    machine: Option<Box<str>>,
}

/// Output in an answer that the host has not reported as sent.
#[derive(Debug)]
pub(super) struct Unsent {
    pub shell: ShellHandle,
    pub command: Option<String>,
    pub pieces: Vec<Stream>,
    pub end: bool,
}

impl Answers {
    pub fn new(machine: Option<Box<str>>) -> Self {
        Self { machine, ..Self::default() }
    }

    pub fn begin(&mut self, ticket: Ticket, account: &str) {
        self.open.insert(ticket, account.to_owned());
    }

    /// How many operations of an account wait.
    pub fn open_of(&self, account: &str) -> usize {
        self.open.values().filter(|found| *found == account).count()
    }

    pub fn give(&mut self, ticket: Ticket, to: &Header, body: ResponseBody) {
        self.open.remove(&ticket);
        let message_id = format!("uuid:{}", Uuid::new_v4().as_hyphenated().to_string().to_uppercase());
        self.ready.push_back((ticket, Response::to(to, message_id, body)));
    }

    pub fn fault(&mut self, ticket: Ticket, to: &Header, mut fault: Fault) {
        fault.machine = fault.machine.take().or_else(|| self.machine.clone());
        self.give(ticket, to, ResponseBody::Fault(fault));
    }

    pub fn keep(&mut self, ticket: Ticket, unsent: Unsent) {
        self.unsent.insert(ticket, unsent);
    }

    pub fn take_unsent(&mut self, ticket: Ticket) -> Option<Unsent> {
        self.unsent.remove(&ticket)
    }

    /// Forgets a ticket; an answer that is still here is not given out.
    pub fn abandon(&mut self, ticket: Ticket) {
        self.open.remove(&ticket);
        self.ready.retain(|(ready, _)| *ready != ticket);
    }

    pub fn poll(&mut self) -> Option<(Ticket, Response)> {
        self.ready.pop_front()
    }
}
