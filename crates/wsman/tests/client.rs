//! The client's half against the service's half, both in memory: what one writes the other reads.

use std::time::{Duration, Instant};

use bytes::Bytes;
use wsman::client::{self, Client, ClientOptions, Operation};
use wsman::fault::FaultKind;
use wsman::name::{CMD_SHELL, signal};
use wsman::operation::{Command, Create, Disconnect};
use wsman::server::{self, Caller, Service, ServiceOptions, ShellHandle, Ticket};
use wsman::{Limits, Request};

/// A client and a service with a wire that keeps each answer's request.
struct Pair {
    client: Client,
    service: Service,
    now: Instant,
    asked: Vec<(Ticket, client::RequestId)>,
    events: Vec<server::Event>,
}

impl Pair {
    fn new() -> Self {
        let options = ServiceOptions { resources: vec![CMD_SHELL.into()], ..ServiceOptions::default() };
        Self {
            client: Client::new(ClientOptions::new("http://host/wsman", CMD_SHELL)),
            service: Service::new(options),
            now: Instant::now(),
            asked: Vec::new(),
            events: Vec::new(),
        }
    }

    /// A pair whose client has a shell.
    fn with_shell() -> (Self, ShellHandle) {
        let mut pair = Self::new();
        pair.client.create(Create::default());
        pair.carry();
        let Some(server::Event::Create { shell, .. }) = pair.events.pop() else {
            panic!("{:?}", pair.events)
        };
        pair.service.accept(pair.now, shell);
        pair.carry();
        assert!(matches!(pair.client.poll_event(), Some(client::Event::Created(_))));
        (pair, shell)
    }

    /// Carries envelopes both ways until nothing moves.
    fn carry(&mut self) {
        let caller = Caller { account: "ann".into(), address: None };
        loop {
            let mut moved = false;
            while let Some((id, envelope)) = self.client.poll_transmit() {
                let ticket = Ticket(self.asked.len() as u64);
                self.asked.push((ticket, id));
                let request =
                    Request::read(&envelope, &Limits::default()).expect("what the client writes is right");
                self.service.handle(self.now, ticket, &caller, request);
                moved = true;
            }
            while let Some((ticket, response)) = self.service.poll_answer() {
                let (_, id) = self.asked.iter().find(|(asked, _)| *asked == ticket).unwrap();
                self.client.handle_response(*id, &response.write());
                self.service.sent(ticket);
                moved = true;
            }
            while let Some(event) = self.service.poll_event() {
                if let server::Event::Input { ticket: Some(ticket), .. } = event {
                    self.service.taken(ticket);
                    moved = true;
                }
                self.events.push(event);
            }
            if !moved {
                break;
            }
        }
    }

    /// All that the client was told.
    fn told(&mut self) -> Vec<client::Event> {
        std::iter::from_fn(|| self.client.poll_event()).collect()
    }
}

#[test]
fn a_command_runs_from_its_start_to_its_end() {
    let (mut pair, shell) = Pair::with_shell();
    let id = pair.client.command(Command { command: "cat".into(), ..Command::default() });
    pair.client.send(Some(&id), "stdin", Bytes::from(vec![b'x'; 1_000_000]), true);
    pair.carry();

    let mut input = Vec::new();
    let mut ended = false;
    for event in pair.events.drain(..) {
        match event {
            server::Event::Start { command, .. } => assert_eq!(command, "cat"),
            server::Event::Input { data, end, .. } => {
                assert!(!ended);
                input.extend_from_slice(&data);
                ended = end;
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(ended && input.len() == 1_000_000);

    pair.service.output(shell, Some(&id), "stdout", Bytes::from_static(b"out"), false);
    pair.service.end_command(shell, &id, Some(-1));
    pair.carry();
    let told: Vec<_> =
        pair.told().into_iter().filter(|event| !matches!(event, client::Event::Sent { .. })).collect();
    let output = client::Event::Output {
        command_id: Some(id.clone()),
        stream: "stdout".into(),
        data: Bytes::from_static(b"out"),
    };
    let done = client::Event::Done { command_id: id.clone(), exit_code: Some(-1) };
    assert_eq!(told, [client::Event::Started { command_id: id }, output, done]);
}

#[test]
fn a_timeout_is_asked_again_and_told_to_nobody() {
    let (mut pair, shell) = Pair::with_shell();
    let id = pair.client.command(Command::default());
    pair.carry();
    pair.told();
    for _ in 0..3 {
        pair.now += Duration::from_secs(180);
        pair.service.handle_timeout(pair.now);
        pair.carry();
    }
    assert_eq!(pair.told(), []);
    pair.service.end_command(shell, &id, None);
    pair.carry();
    assert_eq!(pair.told(), [client::Event::Done { command_id: id, exit_code: None }]);
}

#[test]
fn what_came_while_away_comes_on_return() {
    let (mut pair, shell) = Pair::with_shell();
    let id = pair.client.command(Command::default());
    pair.carry();
    pair.told();
    pair.client.disconnect(Disconnect::default());
    pair.carry();
    assert_eq!(pair.told(), [client::Event::Disconnected]);
    pair.service.output(shell, Some(&id), "stdout", Bytes::from_static(b"away"), false);
    pair.client.send(Some(&id), "stdin", Bytes::from_static(b"later"), false);
    pair.carry();
    assert_eq!(pair.told(), []);

    pair.client.reconnect();
    pair.carry();
    let told = pair.told();
    assert!(told.contains(&client::Event::Reconnected));
    assert!(told.iter().any(|event| matches!(event, client::Event::Output { data, .. } if data == "away")));
    assert!(told.iter().any(|event| matches!(event, client::Event::Sent { bytes: 5, .. })));
}

#[test]
fn another_client_goes_on_with_a_shell() {
    let (mut pair, shell) = Pair::with_shell();
    let id = pair.client.command(Command::default());
    pair.client.disconnect(Disconnect::default());
    pair.carry();
    pair.service.output(shell, Some(&id), "stdout", Bytes::from_static(b"left"), false);
    let shell_id = pair.client.shell_id().unwrap().to_owned();

    pair.client = Client::new(ClientOptions::new("http://host/wsman", CMD_SHELL));
    pair.client.connect(shell_id, Some(vec![1]));
    pair.events.clear();
    pair.carry();
    let Some(server::Event::Connect { ticket, .. }) = pair.events.pop() else { panic!() };
    pair.service.connected(pair.now, ticket, Some(vec![2]));
    pair.client.connect_command(id.clone());
    pair.carry();
    let told = pair.told();
    assert!(told.iter().any(|event| matches!(event, client::Event::Connected { command_id: None, response } if response.response_xml == Some(vec![2]))));
    assert!(told.iter().any(|event| matches!(event, client::Event::Output { data, .. } if data == "left")));
}

#[test]
fn what_the_service_refuses_is_told_with_what_was_asked() {
    let (mut pair, _) = Pair::with_shell();
    pair.client.signal(Some("F0F0F0F0-0000-0000-0000-000000000000"), signal::CTRL_C);
    pair.carry();
    let [client::Event::Failed { operation, fault }] = &*pair.told() else { panic!() };
    assert!(matches!(operation, Operation::Signal { .. }) && fault.is(FaultKind::CommandNotFound));

    pair.client.delete();
    pair.carry();
    assert_eq!(pair.told(), [client::Event::Deleted]);
}

#[test]
fn a_broken_connection_is_told() {
    let mut pair = Pair::new();
    pair.client.create(Create::default());
    let (id, _) = pair.client.poll_transmit().unwrap();
    pair.client.handle_failure(id, "connection refused");
    let [client::Event::Failed { operation: Operation::Create, fault }] = &*pair.told() else { panic!() };
    assert_eq!(fault.reason, "connection refused");
    pair.client.handle_response(id, b"late");
    assert_eq!(pair.told(), []);
}
