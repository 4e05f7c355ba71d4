use std::collections::{HashMap, VecDeque};
use std::time::Instant;

use bytes::Bytes;

use crate::fault::{Fault, FaultKind};
use crate::header::Header;
use crate::message::{Refused, Request, RequestBody, Response, ResponseBody};
use crate::name;
use crate::operation::{self, CommandResponse, ConnectResponse, CreateResponse, ShellState, Stream};

use super::answer::{Answers, Unsent};
use super::event::{Ended, Event, ShellHandle, Ticket};
use super::list::List;
use super::options::{Caller, ServiceOptions};
use super::output::Waiting;
use super::shell::Shell;

/// Shells and who may see them.
#[derive(Debug)]
pub struct Service {
    pub(super) options: ServiceOptions,
    pub(super) shells: HashMap<ShellHandle, Shell>,
    pub(super) by_id: HashMap<Key, ShellHandle>,
    /// Shells that the host has not accepted, with the request that asks for them.
    pub(super) creating: HashMap<ShellHandle, (Ticket, Header)>,
    /// Requests of Connect that the host answers.
    pub(super) connecting: HashMap<Ticket, (ShellHandle, Header)>,
    /// Requests of Send whose input the host has not taken yet.
    pub(super) sending: HashMap<Ticket, (ShellHandle, Header)>,
    pub(super) lists: HashMap<String, List>,
    pub(super) answers: Answers,
    pub(super) events: VecDeque<Event>,
    pub(super) shells_made: u64,
}

/// What a shell is found by: account, resource URI and id, the last two in upper case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Key(String, String, String);

impl Key {
    pub fn new(account: &str, resource_uri: &str, shell_id: &str) -> Self {
        Self(account.to_owned(), resource_uri.to_ascii_uppercase(), shell_id.to_ascii_uppercase())
    }
}

/// The smallest answer that a client may ask for ([MS-WSMAN] 3.1.4.1.17).
const MIN_ENVELOPE_SIZE: u64 = 8_192;

impl Service {
    /// A service without shells.
    pub fn new(options: ServiceOptions) -> Self {
        Self {
            answers: Answers::new(options.machine.clone()),
            options,
            shells: HashMap::new(),
            by_id: HashMap::new(),
            creating: HashMap::new(),
            connecting: HashMap::new(),
            sending: HashMap::new(),
            lists: HashMap::new(),
            events: VecDeque::new(),
            shells_made: 0,
        }
    }

    /// Takes a request in. It is answered by [`poll_answer`](Self::poll_answer), now or later.
    pub fn handle(&mut self, now: Instant, ticket: Ticket, caller: &Caller, request: Request) {
        let Request { header, body } = request;
        if self.answers.open_of(&caller.account) >= self.options.quotas.operations {
            return self.answers.fault(ticket, &header, Fault::new(FaultKind::TooManyOperations));
        }
        self.answers.begin(ticket, &caller.account);
        if let Err(fault) = self.operate(now, ticket, caller, &header, body) {
            self.answers.fault(ticket, &header, fault);
        }
    }

    /// Answers a request that could not be read.
    pub fn refuse(&mut self, ticket: Ticket, refused: Refused) {
        self.answers.fault(ticket, &refused.header, *refused.fault);
    }

    /// What [`Event::Create`] asked for is there.
    pub fn accept(&mut self, now: Instant, handle: ShellHandle) {
        let Some((ticket, header)) = self.creating.remove(&handle) else { return };
        let Some(shell) = self.shells.get_mut(&handle) else { return };
        shell.accepted = true;
        shell.last_used = now;
        let address = header.to.clone().unwrap_or_else(|| name::ANONYMOUS.to_owned());
        let body = CreateResponse { address, shell: shell.describe(&self.options, now) };
        self.answers.give(ticket, &header, ResponseBody::Create(body));
    }

    /// What [`Event::Create`] asked for cannot be made.
    pub fn reject(&mut self, handle: ShellHandle, fault: Fault) {
        if let Some((ticket, header)) = self.creating.remove(&handle) {
            self.answers.fault(ticket, &header, fault);
        }
        self.remove(handle);
    }

    /// The engine's answer to [`Event::Connect`]: the shell is the new client's.
    pub fn connected(&mut self, now: Instant, ticket: Ticket, response_xml: Option<Vec<u8>>) {
        let Some((handle, header)) = self.connecting.remove(&ticket) else { return };
        let Some(shell) = self.shells.get_mut(&handle) else {
            return self.answers.fault(ticket, &header, Fault::new(FaultKind::ShellNotFound));
        };
        shell.state = ShellState::Connected;
        shell.session_id.clone_from(&header.session_id);
        shell.last_used = now;
        let body = ConnectResponse {
            input_streams: shell.input_streams.clone(),
            output_streams: shell.output_streams.clone(),
            response_xml,
        };
        self.answers.give(ticket, &header, ResponseBody::Connect(body));
    }

    /// The engine does not take the new client of [`Event::Connect`].
    pub fn connect_refused(&mut self, ticket: Ticket, fault: Fault) {
        if let Some((_, header)) = self.connecting.remove(&ticket) {
            self.answers.fault(ticket, &header, fault);
        }
    }

    /// The input of a Send was taken, and there is room for more.
    pub fn taken(&mut self, ticket: Ticket) {
        if let Some((_, header)) = self.sending.remove(&ticket) {
            self.answers.give(ticket, &header, ResponseBody::Send);
        }
    }

    /// The engine puts bytes out, a whole fragment at a time where it is PowerShell's.
    pub fn output(
        &mut self,
        handle: ShellHandle,
        command_id: Option<&str>,
        stream: &str,
        data: Bytes,
        end: bool,
    ) {
        let Some(output) = self.shells.get_mut(&handle).and_then(|shell| shell.output_of(command_id)) else {
            return;
        };
        let command = command_id.map(str::to_owned);
        output.push(Stream { name: stream.to_owned(), command_id: command, data, end });
        self.answer_waiting(handle, command_id);
    }

    /// A command ended; programs have an exit code.
    pub fn end_command(&mut self, handle: ShellHandle, command_id: &str, exit_code: Option<i32>) {
        let Some(shell) = self.shells.get_mut(&handle) else { return };
        if let Some(command) = shell.commands.get_mut(&command_id.to_ascii_uppercase()) {
            command.running = false;
            command.output.end(exit_code);
        }
        self.answer_waiting(handle, Some(command_id));
    }

    /// What is behind a shell is gone: whoever waits is told by this fault.
    pub fn close_shell(&mut self, handle: ShellHandle, fault: &Fault) {
        if let Some((ticket, header)) = self.creating.remove(&handle) {
            self.answers.fault(ticket, &header, fault.clone());
        }
        self.fault_waiting(handle, fault);
        self.remove(handle);
    }

    /// An answer was sent whole.
    pub fn sent(&mut self, ticket: Ticket) {
        let Some(Unsent { shell: handle, command, pieces, end }) = self.answers.take_unsent(ticket) else {
            return;
        };
        let Some(shell) = self.shells.get_mut(&handle) else { return };
        let key = command.as_deref().map(str::to_ascii_uppercase);
        if let Some(key) = key.filter(|_| end)
            && shell
                .commands
                .get(&key)
                .is_some_and(|command| !command.running && command.output.is_finished())
        {
            shell.commands.remove(&key);
        }
        let bytes = pieces.iter().map(|piece| piece.data.len()).sum();
        if bytes > 0 {
            self.events.push_back(Event::Sent { shell: handle, command_id: command, bytes });
        }
    }

    /// Nobody waits for this answer any more, or it could not be sent: output in it is given out again.
    pub fn abandon(&mut self, ticket: Ticket) {
        self.answers.abandon(ticket);
        self.connecting.remove(&ticket);
        self.sending.remove(&ticket);
        for shell in self.shells.values_mut() {
            if shell.outputs().any(|output| output.abandon(ticket)) {
                return;
            }
        }
        if let Some(Unsent { shell: handle, command, pieces, end }) = self.answers.take_unsent(ticket) {
            if let Some(output) =
                self.shells.get_mut(&handle).and_then(|shell| shell.output_of(command.as_deref()))
            {
                output.put_back(pieces, end);
            }
            self.answer_waiting(handle, command.as_deref());
        }
    }

    /// The next answer, to be sent in its own HTTP response.
    pub fn poll_answer(&mut self) -> Option<(Ticket, Response)> {
        self.answers.poll()
    }

    /// The next thing that the host has to do.
    pub fn poll_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// When [`handle_timeout`](Self::handle_timeout) has something to do.
    pub fn poll_timeout(&mut self) -> Option<Instant> {
        let deadlines = self.shells.values_mut().flat_map(|shell| {
            let expiry = shell.accepted.then(|| shell.expiry()).flatten();
            shell.outputs().filter_map(|output| output.next_deadline()).chain(expiry).collect::<Vec<_>>()
        });
        deadlines.min()
    }

    /// Answers those who have waited too long, and ends shells that nobody uses.
    pub fn handle_timeout(&mut self, now: Instant) {
        let mut over = Vec::new();
        for (handle, shell) in &mut self.shells {
            let mut expired = false;
            for output in shell.outputs() {
                while let Some(Waiting { ticket, header, .. }) = output.pop_expired(now) {
                    self.answers.fault(ticket, &header, Fault::new(FaultKind::TimedOut));
                    expired = true;
                }
            }
            if expired {
                shell.last_used = now;
            }
            if shell.accepted && shell.expiry().is_some_and(|expiry| expiry <= now) {
                let idle = shell.last_used.checked_add(shell.idle_timeout).is_some_and(|idle| idle <= now);
                over.push((*handle, if idle { Ended::Idle } else { Ended::Lifetime }));
            }
        }
        for (handle, why) in over {
            self.fault_waiting(handle, &Fault::new(FaultKind::OperationAborted));
            self.remove(handle);
            self.events.push_back(Event::Closed { shell: handle, why });
        }
    }

    /// All shells as clients see them, for whoever operates the service.
    pub fn shells(&self, now: Instant) -> impl Iterator<Item = (ShellHandle, operation::Shell)> + '_ {
        self.shells.iter().map(move |(handle, shell)| (*handle, shell.describe(&self.options, now)))
    }

    fn operate(
        &mut self,
        now: Instant,
        ticket: Ticket,
        caller: &Caller,
        header: &Header,
        body: RequestBody,
    ) -> Result<(), Fault> {
        if let RequestBody::Identify = body {
            let identity = self.options.identity.clone();
            self.answers.give(ticket, header, ResponseBody::Identify(identity));
            return Ok(());
        }
        if header.max_envelope_size.is_some_and(|size| size < MIN_ENVELOPE_SIZE) {
            return Err(Fault::new(FaultKind::EnvelopeTooSmall));
        }
        match body {
            RequestBody::Identify => {}
            RequestBody::Create(create) => self.create(now, ticket, caller, header, create)?,
            RequestBody::Enumerate(enumerate) => {
                let answer = self.enumerate(now, caller, header, &enumerate)?;
                self.answers.give(ticket, header, ResponseBody::Enumerate(answer));
            }
            RequestBody::Pull(pull) => {
                let answer = self.pull(caller, &pull)?;
                self.answers.give(ticket, header, ResponseBody::Pull(answer));
            }
            RequestBody::Release(release) => {
                self.release(caller, &release)?;
                self.answers.give(ticket, header, ResponseBody::Release);
            }
            body => {
                let handle = self.find(caller, header)?;
                self.operate_shell(now, ticket, handle, header, body)?;
            }
        }
        Ok(())
    }

    fn operate_shell(
        &mut self,
        now: Instant,
        ticket: Ticket,
        handle: ShellHandle,
        header: &Header,
        body: RequestBody,
    ) -> Result<(), Fault> {
        let shell = self.shells.get_mut(&handle).ok_or_else(|| Fault::new(FaultKind::ShellNotFound))?;
        let disconnected = shell.state == ShellState::Disconnected;
        if disconnected
            && !matches!(
                body,
                RequestBody::Get | RequestBody::Delete | RequestBody::Reconnect(_) | RequestBody::Connect(_)
            )
        {
            return Err(Fault::new(FaultKind::ShellDisconnected));
        }
        if !matches!(body, RequestBody::Get) {
            shell.last_used = now;
        }
        match body {
            RequestBody::Get => {
                let shell = shell.describe(&self.options, now);
                self.answers.give(ticket, header, ResponseBody::Get(shell));
            }
            RequestBody::Delete => {
                self.fault_waiting(handle, &Fault::new(FaultKind::OperationAborted));
                self.remove(handle);
                self.events.push_back(Event::Closed { shell: handle, why: Ended::Deleted });
                self.answers.give(ticket, header, ResponseBody::Delete);
            }
            RequestBody::Command(command) => {
                let command_id = self.start(handle, header, command)?;
                self.answers.give(ticket, header, ResponseBody::Command(CommandResponse { command_id }));
            }
            RequestBody::Send(send) => self.send(ticket, handle, header, send)?,
            RequestBody::Receive(receive) => self.receive(now, ticket, handle, header, receive)?,
            RequestBody::Signal(signal) => {
                self.signal(handle, signal)?;
                self.answers.give(ticket, header, ResponseBody::Signal);
            }
            RequestBody::Disconnect(disconnect) => {
                self.disconnect(handle, &disconnect)?;
                self.answers.give(ticket, header, ResponseBody::Disconnect);
            }
            RequestBody::Reconnect(reconnect) => {
                self.reconnect(handle, header, &reconnect)?;
                self.answers.give(ticket, header, ResponseBody::Reconnect);
            }
            RequestBody::Connect(connect) => self.connect(ticket, handle, header, connect)?,
            RequestBody::Identify
            | RequestBody::Create(_)
            | RequestBody::Enumerate(_)
            | RequestBody::Pull(_)
            | RequestBody::Release(_) => {}
        }
        Ok(())
    }

    /// The shell that a request names, if it is the caller's.
    fn find(&self, caller: &Caller, header: &Header) -> Result<ShellHandle, Fault> {
        let id = header.selectors.shell_id().ok_or_else(|| Fault::new(FaultKind::InsufficientSelectors))?;
        let uri = header.resource_uri.as_deref().unwrap_or_default();
        let handle = self.by_id.get(&Key::new(&caller.account, uri, id));
        handle.copied().ok_or_else(|| {
            let id: String = id.chars().take(64).collect();
            let reason = format!(
                "The request for the Windows Remote Shell with ShellId {id} failed because the shell was not found on the \
                 server. Possible causes are: the specified ShellId is incorrect or the shell no longer exists on the \
                 server. Provide the correct ShellId or create a new shell and retry the operation."
            );
            Fault::with_reason(FaultKind::ShellNotFound, reason)
        })
    }

    /// Gives output to those who wait for it.
    pub(super) fn answer_waiting(&mut self, handle: ShellHandle, command_id: Option<&str>) {
        let Some(shell) = self.shells.get_mut(&handle) else { return };
        let Some(output) = shell.output_of(command_id) else { return };
        let mut answered = Vec::new();
        while let Some((waiting, response)) = output.answer(command_id) {
            answered.push((waiting, response));
        }
        for (Waiting { ticket, header, .. }, response) in answered {
            let end = matches!(response.state, Some((_, operation::CommandState::Done { .. })));
            let unsent = Unsent {
                shell: handle,
                command: command_id.map(str::to_owned),
                pieces: response.streams.clone(),
                end,
            };
            self.answers.keep(ticket, unsent);
            self.answers.give(ticket, &header, ResponseBody::Receive(response));
        }
    }

    pub(super) fn fault_waiting(&mut self, handle: ShellHandle, fault: &Fault) {
        let Some(shell) = self.shells.get_mut(&handle) else { return };
        for output in shell.outputs() {
            for Waiting { ticket, header, .. } in output.drain_waiting() {
                self.answers.fault(ticket, &header, fault.clone());
            }
        }
    }

    fn remove(&mut self, handle: ShellHandle) {
        if let Some(shell) = self.shells.remove(&handle) {
            self.by_id.remove(&Key::new(&shell.owner.account, &shell.resource_uri, &shell.id));
        }
        let open = [&mut self.connecting, &mut self.sending];
        let gone: Vec<_> =
            open.into_iter().flat_map(|open| open.extract_if(|_, (of, _)| *of == handle)).collect();
        for (ticket, (_, header)) in gone {
            self.answers.fault(ticket, &header, Fault::new(FaultKind::ShellNotFound));
        }
    }
}
