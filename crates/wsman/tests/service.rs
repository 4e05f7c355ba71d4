//! The service's half, driven as a host drives it.

use std::time::{Duration, Instant};

use bytes::Bytes;
use wsman::fault::FaultKind;
use wsman::name::{CMD_SHELL, SHELL, signal};
use wsman::operation::{
    Command, CommandState, Connect, Create, Disconnect, Enumerate, Pull, Receive, ReceiveResponse, Reconnect,
    Send, Shell, ShellState, Signal, Stream,
};
use wsman::server::{Caller, Ended, Event, Quotas, Service, ServiceOptions, ShellHandle, Ticket};
use wsman::{Header, Request, RequestBody, ResponseBody, SelectorSet};

/// A service and what a test knows of it.
struct Host {
    service: Service,
    now: Instant,
    tickets: u64,
}

impl Host {
    fn new(quotas: Quotas) -> Self {
        let options =
            ServiceOptions { resources: vec![CMD_SHELL.into()], quotas, ..ServiceOptions::default() };
        Self { service: Service::new(options), now: Instant::now(), tickets: 0 }
    }

    /// Sends a request about a shell, or about none.
    fn ask(&mut self, account: &str, shell: &str, body: RequestBody) -> Ticket {
        let header = Header {
            message_id: Some("uuid:1".into()),
            resource_uri: Some(CMD_SHELL.into()),
            selectors: if shell.is_empty() { SelectorSet::default() } else { SelectorSet::shell(shell) },
            operation_timeout: Some(Duration::from_secs(20)),
            ..Header::default()
        };
        self.ask_with(account, header, body)
    }

    fn ask_with(&mut self, account: &str, header: Header, body: RequestBody) -> Ticket {
        self.tickets += 1;
        let ticket = Ticket(self.tickets);
        let caller = Caller { account: account.into(), address: None };
        self.service.handle(self.now, ticket, &caller, Request { header, body });
        ticket
    }

    /// The answer to the request, which must be the next one.
    fn answer(&mut self, ticket: Ticket) -> ResponseBody {
        let (answered, response) = self.service.poll_answer().expect("an answer");
        assert_eq!(answered, ticket);
        response.body
    }

    fn fault(&mut self, ticket: Ticket) -> FaultKind {
        match self.answer(ticket) {
            ResponseBody::Fault(fault) => *FaultKind::ALL.iter().find(|kind| fault.is(**kind)).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    /// A shell of this account, made and accepted.
    fn shell(&mut self, account: &str) -> (ShellHandle, String) {
        let ticket = self.ask(account, "", RequestBody::Create(Create::default()));
        let Some(Event::Create { shell, shell_id, .. }) = self.service.poll_event() else { panic!() };
        self.service.accept(self.now, shell);
        let ResponseBody::Create(created) = self.answer(ticket) else { panic!() };
        assert_eq!(created.shell.shell_id, shell_id);
        (shell, shell_id)
    }

    /// A command in a shell.
    fn command(&mut self, account: &str, shell: &str) -> String {
        let command = Command { command: "sleep".into(), arguments: vec!["1".into()], ..Command::default() };
        let ticket = self.ask(account, shell, RequestBody::Command(command));
        let Some(Event::Start { command_id, command, arguments, .. }) = self.service.poll_event() else {
            panic!()
        };
        assert_eq!((&*command, &*arguments), ("sleep", &["1".to_owned()][..]));
        let ResponseBody::Command(started) = self.answer(ticket) else { panic!() };
        assert_eq!(started.command_id, command_id);
        command_id
    }

    fn receive(&mut self, shell: &str, command: &str) -> Ticket {
        let receive = Receive { command_id: Some(command.into()), streams: vec!["stdout".into()] };
        self.ask("ann", shell, RequestBody::Receive(receive))
    }

    fn received(&mut self, ticket: Ticket) -> ReceiveResponse {
        match self.answer(ticket) {
            ResponseBody::Receive(response) => response,
            other => panic!("{other:?}"),
        }
    }

    fn put(&mut self, shell: ShellHandle, command: &str, text: &'static str) {
        self.service.output(shell, Some(command), "stdout", Bytes::from_static(text.as_bytes()), false);
    }
}

fn text(response: &ReceiveResponse) -> String {
    response.streams.iter().map(|piece| String::from_utf8_lossy(&piece.data).into_owned()).collect()
}

#[test]
fn output_answers_who_waits_and_else_waits_itself() {
    let mut host = Host::new(Quotas::default());
    let (shell, id) = host.shell("ann");
    let command = host.command("ann", &id);

    let ticket = host.receive(&id, &command);
    assert!(host.service.poll_answer().is_none());
    host.put(shell, &command, "a");
    let response = host.received(ticket);
    assert_eq!(
        (text(&response), response.state),
        ("a".into(), Some((command.clone(), CommandState::Running)))
    );

    host.put(shell, &command, "b");
    host.put(shell, &command, "c");
    host.service.end_command(shell, &command, Some(3));
    let ticket = host.receive(&id, &command);
    let response = host.received(ticket);
    assert_eq!(text(&response), "bc");
    assert_eq!(response.state, Some((command.clone(), CommandState::Done { exit_code: Some(3) })));

    host.service.sent(ticket);
    let ticket = host.receive(&id, &command);
    assert_eq!(host.fault(ticket), FaultKind::CommandNotFound);
}

#[test]
fn an_answer_that_was_not_sent_is_given_again() {
    let mut host = Host::new(Quotas::default());
    let (shell, id) = host.shell("ann");
    let command = host.command("ann", &id);
    host.put(shell, &command, "a");
    host.put(shell, &command, "b");
    host.service.end_command(shell, &command, None);

    let lost = host.receive(&id, &command);
    assert_eq!(text(&host.received(lost)), "ab");
    host.service.abandon(lost);
    let again = host.receive(&id, &command);
    let response = host.received(again);
    assert_eq!(text(&response), "ab");
    assert!(matches!(response.state, Some((_, CommandState::Done { .. }))));

    host.service.sent(again);
    assert_eq!(host.service.poll_event(), Some(Event::Sent { shell, command_id: Some(command), bytes: 2 }));
}

#[test]
fn who_gave_up_waiting_gets_no_output() {
    let mut host = Host::new(Quotas::default());
    let (shell, id) = host.shell("ann");
    let command = host.command("ann", &id);
    let gone = host.receive(&id, &command);
    let stays = host.receive(&id, &command);
    host.service.abandon(gone);
    host.put(shell, &command, "a");
    assert_eq!(text(&host.received(stays)), "a");
}

#[test]
fn a_wait_ends_with_the_operation_timeout() {
    let mut host = Host::new(Quotas::default());
    let (_, id) = host.shell("ann");
    let command = host.command("ann", &id);
    let ticket = host.receive(&id, &command);
    assert_eq!(host.service.poll_timeout(), Some(host.now + Duration::from_secs(20)));
    host.service.handle_timeout(host.now + Duration::from_secs(19));
    assert!(host.service.poll_answer().is_none());
    host.service.handle_timeout(host.now + Duration::from_secs(20));
    assert_eq!(host.fault(ticket), FaultKind::TimedOut);
}

#[test]
fn an_answer_holds_no_more_than_its_envelope() {
    let mut host = Host::new(Quotas::default());
    let (shell, id) = host.shell("ann");
    let command = host.command("ann", &id);
    for _ in 0..4 {
        host.service.output(shell, Some(&command), "stdout", vec![7; 3000].into(), false);
    }
    host.service.output(shell, Some(&command), "stdout", vec![7; 20_000].into(), false);
    let mut bytes = 0;
    while bytes < 32_000 {
        let header = Header {
            resource_uri: Some(CMD_SHELL.into()),
            selectors: SelectorSet::shell(&id),
            max_envelope_size: Some(16_384),
            ..Header::default()
        };
        let receive = Receive { command_id: Some(command.clone()), streams: vec!["stdout".into()] };
        let ticket = host.ask_with("ann", header, RequestBody::Receive(receive));
        let (_, response) = host.service.poll_answer().unwrap();
        assert!(response.write().len() <= 16_384, "{} bytes", response.write().len());
        let ResponseBody::Receive(received) = response.body else { panic!() };
        assert!(!received.streams.is_empty());
        bytes += received.streams.iter().map(|piece| piece.data.len()).sum::<usize>();
        host.service.sent(ticket);
    }
    assert_eq!(bytes, 32_000);
}

#[test]
fn input_and_signals_reach_the_engine() {
    let mut host = Host::new(Quotas::default());
    let (shell, id) = host.shell("ann");
    let command = host.command("ann", &id);
    let piece = |name: &str| Stream {
        name: name.into(),
        command_id: Some(command.clone()),
        data: Bytes::from_static(b"x"),
        end: true,
    };

    let ticket = host.ask("ann", &id, RequestBody::Send(Send { streams: vec![piece("stdin")] }));
    let data = Bytes::from_static(b"x");
    let (command_id, stream) = (Some(command.clone()), "stdin".into());
    let input = Event::Input { shell, command_id, stream, data, end: true, ticket: Some(ticket) };
    assert_eq!(host.service.poll_event(), Some(input));
    assert!(host.service.poll_answer().is_none());
    host.service.taken(ticket);
    assert_eq!(host.answer(ticket), ResponseBody::Send);
    let ticket = host.ask("ann", &id, RequestBody::Send(Send { streams: vec![piece("pr")] }));
    assert_eq!(host.fault(ticket), FaultKind::SchemaValidation);

    host.put(shell, &command, "unwanted");
    let stop = Signal { command_id: Some(command.clone()), code: signal::TERMINATE.into() };
    let ticket = host.ask("ann", &id, RequestBody::Signal(stop.clone()));
    assert_eq!(host.answer(ticket), ResponseBody::Signal);
    assert!(
        matches!(host.service.poll_event(), Some(Event::Signal { code, .. }) if code == signal::TERMINATE)
    );
    assert!(matches!(host.service.poll_event(), Some(Event::Sent { bytes: 8, .. })));
    let ticket = host.receive(&id, &command);
    let response = host.received(ticket);
    assert_eq!(
        (text(&response), response.state),
        (String::new(), Some((command, CommandState::Done { exit_code: None })))
    );
    host.service.sent(ticket);
    let ticket = host.ask("ann", &id, RequestBody::Signal(stop));
    assert_eq!(host.answer(ticket), ResponseBody::Signal);
}

#[test]
fn a_shell_is_not_there_for_another_account() {
    let mut host = Host::new(Quotas::default());
    let (_, id) = host.shell("ann");
    let bodies = [
        RequestBody::Get,
        RequestBody::Delete,
        RequestBody::Command(Command::default()),
        RequestBody::Receive(Receive::default()),
        RequestBody::Send(Send::default()),
        RequestBody::Signal(Signal::default()),
        RequestBody::Disconnect(Disconnect::default()),
        RequestBody::Reconnect(Reconnect::default()),
        RequestBody::Connect(Connect::default()),
    ];
    let mut texts = Vec::new();
    for body in bodies {
        let ticket = host.ask("bob", &id, body.clone());
        let stranger = host.answer(ticket);
        let ticket = host.ask("ann", "F0F0F0F0-0000-0000-0000-000000000000", body);
        let absent = host.answer(ticket);
        let (ResponseBody::Fault(stranger), ResponseBody::Fault(absent)) = (stranger, absent) else {
            panic!()
        };
        assert!(stranger.is(FaultKind::ShellNotFound) && absent.is(FaultKind::ShellNotFound));
        texts.push(stranger.reason.replace(&id, "ID"));
        assert_eq!(texts[0], absent.reason.replace("F0F0F0F0-0000-0000-0000-000000000000", "ID"));
    }
    let ticket =
        host.ask("bob", "", RequestBody::Enumerate(Enumerate { optimized: true, ..Enumerate::default() }));
    let ResponseBody::Enumerate(list) = host.answer(ticket) else { panic!() };
    assert!(list.items.is_empty() && list.end);

    // an id collides within its account only
    let create = Create { shell_id: Some(id.clone()), ..Create::default() };
    let ticket = host.ask("ann", "", RequestBody::Create(create.clone()));
    assert_eq!(host.fault(ticket), FaultKind::ShellIdInUse);
    host.ask("bob", "", RequestBody::Create(create));
    assert!(matches!(host.service.poll_event(), Some(Event::Create { .. })));
    assert!(host.service.poll_answer().is_none());
}

#[test]
fn a_client_leaves_and_comes_back() {
    let mut host = Host::new(Quotas::default());
    let (shell, id) = host.shell("ann");
    let command = host.command("ann", &id);
    let waiting = host.receive(&id, &command);
    let ticket = host.ask("ann", &id, RequestBody::Disconnect(Disconnect::default()));
    assert_eq!(host.fault(waiting), FaultKind::ShellDisconnected);
    assert_eq!(host.answer(ticket), ResponseBody::Disconnect);
    assert!(matches!(host.service.poll_event(), Some(Event::Disconnected { .. })));
    let ticket = host.receive(&id, &command);
    assert_eq!(host.fault(ticket), FaultKind::ShellDisconnected);

    host.put(shell, &command, "meanwhile");
    let ticket = host.ask("ann", &id, RequestBody::Get);
    assert!(matches!(host.answer(ticket), ResponseBody::Get(Shell { state: ShellState::Disconnected, .. })));
    let ticket = host.ask("ann", &id, RequestBody::Reconnect(Reconnect::default()));
    assert_eq!(host.answer(ticket), ResponseBody::Reconnect);
    assert_eq!(host.service.poll_event(), Some(Event::Reconnected { shell }));
    let ticket = host.receive(&id, &command);
    assert_eq!(text(&host.received(ticket)), "meanwhile");
    let ticket = host.ask("ann", &id, RequestBody::Reconnect(Reconnect::default()));
    assert_eq!(host.fault(ticket), FaultKind::ReconnectNotValid);
}

#[test]
fn another_client_takes_a_shell_up() {
    let mut host = Host::new(Quotas::default());
    let (shell, id) = host.shell("ann");
    let command = host.command("ann", &id);
    let connect = Connect { command_id: None, connect_xml: Some(vec![1, 2]) };
    let early = host.ask("ann", &id, RequestBody::Connect(connect.clone()));
    assert_eq!(host.fault(early), FaultKind::ConnectedElsewhere);
    let ticket = host.ask("ann", &id, RequestBody::Disconnect(Disconnect::default()));
    assert_eq!(host.answer(ticket), ResponseBody::Disconnect);
    host.service.poll_event();

    let ticket = host.ask("ann", &id, RequestBody::Connect(connect.clone()));
    assert_eq!(
        host.service.poll_event(),
        Some(Event::Connect { shell, ticket, connect_xml: Some(vec![1, 2]) })
    );
    let rival = host.ask("ann", &id, RequestBody::Connect(connect));
    assert_eq!(host.fault(rival), FaultKind::ConnectedElsewhere);
    host.service.connected(host.now, ticket, Some(vec![3]));
    let ResponseBody::Connect(response) = host.answer(ticket) else { panic!() };
    assert_eq!(response.response_xml, Some(vec![3]));
    let ticket = host.ask(
        "ann",
        &id,
        RequestBody::Connect(Connect { command_id: Some(command.to_lowercase()), connect_xml: None }),
    );
    assert!(matches!(host.answer(ticket), ResponseBody::Connect(_)));
}

#[test]
fn a_shell_that_nobody_uses_ends() {
    let mut host = Host::new(Quotas::default());
    let (shell, id) = host.shell("ann");
    let command = host.command("ann", &id);
    let start = host.now;
    host.now += Duration::from_secs(7_000);
    let waiting = host.receive(&id, &command);
    host.service.handle_timeout(host.now);
    host.service.abandon(waiting);
    assert_eq!(host.service.poll_timeout(), Some(start + Duration::from_secs(14_200)));
    host.service.handle_timeout(start + Duration::from_secs(14_200));
    assert_eq!(host.service.poll_event(), Some(Event::Closed { shell, why: Ended::Idle }));
    let ticket = host.ask("ann", &id, RequestBody::Get);
    assert_eq!(host.fault(ticket), FaultKind::ShellNotFound);
}

#[test]
fn a_deleted_shell_sends_all_that_wait_away() {
    let mut host = Host::new(Quotas::default());
    let (shell, id) = host.shell("ann");
    let command = host.command("ann", &id);
    let waiting = host.receive(&id, &command);
    let ticket = host.ask("ann", &id, RequestBody::Delete);
    assert_eq!(host.fault(waiting), FaultKind::OperationAborted);
    assert_eq!(host.answer(ticket), ResponseBody::Delete);
    assert_eq!(host.service.poll_event(), Some(Event::Closed { shell, why: Ended::Deleted }));
    assert_eq!(host.service.poll_timeout(), None);
}

#[test]
fn quotas_are_kept_for_each_account() {
    let mut host = Host::new(Quotas { shells: 1, commands: 1, operations: 2, users: 2 });
    let (_, id) = host.shell("ann");
    let ticket = host.ask("ann", "", RequestBody::Create(Create::default()));
    assert_eq!(host.fault(ticket), FaultKind::TooManyShells);
    host.shell("bob");
    let ticket = host.ask("eve", "", RequestBody::Create(Create::default()));
    assert_eq!(host.fault(ticket), FaultKind::TooManyUsers);
    let command = host.command("ann", &id);
    let ticket = host.ask("ann", &id, RequestBody::Command(Command::default()));
    assert_eq!(host.fault(ticket), FaultKind::TooManyCommands);
    host.receive(&id, &command);
    host.receive(&id, &command);
    let ticket = host.receive(&id, &command);
    assert_eq!(host.fault(ticket), FaultKind::TooManyOperations);
}

#[test]
fn a_list_is_given_in_parts() {
    let mut host = Host::new(Quotas::default());
    let ids: Vec<_> = (0..3).map(|_| host.shell("ann").1).collect();
    let header = || Header { resource_uri: Some(SHELL.into()), ..Header::default() };
    let ticket = host.ask_with(
        "ann",
        header(),
        RequestBody::Enumerate(Enumerate { optimized: true, max_elements: Some(2), ..Enumerate::default() }),
    );
    let ResponseBody::Enumerate(first) = host.answer(ticket) else { panic!() };
    let pull = RequestBody::Pull(Pull { context: first.context.clone(), max_elements: Some(9) });
    let stranger = host.ask_with("bob", header(), pull.clone());
    assert_eq!(host.fault(stranger), FaultKind::InvalidEnumerationContext);
    let ticket = host.ask_with("ann", header(), pull.clone());
    let ResponseBody::Pull(rest) = host.answer(ticket) else { panic!() };
    assert!(!first.end && rest.end);
    let listed: Vec<_> =
        first.items.iter().chain(&rest.items).map(|item| item.shell.clone().unwrap().shell_id).collect();
    assert_eq!(listed, ids);
    let over = host.ask_with("ann", header(), pull);
    assert_eq!(host.fault(over), FaultKind::InvalidEnumerationContext);
}
