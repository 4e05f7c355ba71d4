//! Clients and servers that break the rules, or are gone.

mod pair;

use clixml::tree::Object;
use pair::{POOL, Pair, pipeline, script};
use psrp::client::{self, ClientOptions};
use psrp::fragment::{FragmentError, Fragmenter};
use psrp::message::{BodyError, DecodeCause, Destination, MessageHeader, MessageType};
use psrp::server::{Delivery, Event, PipelineOutcome, Server, ServerOptions, Transmit};
use psrp::{Lane, MessageError, SessionError, Stream};
use uuid::Uuid;

/// A message that no machine of ours would send.
fn raw(kind: MessageType, lane: Lane, data: &[u8]) -> Vec<u8> {
    let header = MessageHeader { destination: Destination::Server, kind, pool: POOL, pipeline: lane.guid() };
    raw_object(&[&header.encode()[..], MessageHeader::mark(data), data].concat())
}

fn raw_object(object: &[u8]) -> Vec<u8> {
    Fragmenter::new(32768).cut(1000, &[object]).into_bytes().to_vec()
}

fn feed(server: &mut Server, lane: Lane, bytes: &[u8]) -> Result<Delivery, SessionError> {
    server.handle_data(lane, Stream::Default, bytes)
}

/// The error of the one message that the server left out.
fn refused(pair: &mut Pair) -> MessageError {
    pair.drive();
    match pair.server_events.pop() {
        Some(Event::MessageRefused { error, .. }) => error,
        other => panic!("{other:?}"),
    }
}

/// Whether the pool still runs pipelines.
fn assert_goes_on(pair: &mut Pair) {
    assert!(pair.run(pipeline(0xF), "1").is_some());
    pair.finish(pipeline(0xF), PipelineOutcome::Completed);
}

#[test]
fn a_wrong_type_in_a_required_member_fails_its_pipeline_only() {
    let mut pair = Pair::opened(ClientOptions::default());
    let lane = Lane::Pipeline(pipeline(1));
    pair.server.handle_command(pipeline(1)).expect("a new pipeline");
    let data = br#"<Obj RefId="0"><MS><S N="PowerShell">1</S></MS></Obj>"#;
    let delivery = feed(&mut pair.server, lane, &raw(MessageType::CreatePipeline, lane, data));
    assert_eq!(delivery.expect("the session goes on"), Delivery::Taken);
    let MessageError::Decode(error) = refused(&mut pair) else { panic!("not the decoder's") };
    let DecodeCause::Body(error @ BodyError::Value(_)) = error.cause else { panic!("{:?}", error.cause) };
    assert_eq!(error.to_string(), "expected Obj, found S");
    assert_goes_on(&mut pair);
}

#[test]
fn a_failed_pipeline_tells_its_client_why() {
    let mut pair = Pair::opened(ClientOptions::default());
    pair.client.create_pipeline(pipeline(1), &script("1")).expect("an open pool");
    // the command arrives, its data is garbled on the way
    let Some(client::Transmit::Command { .. }) = pair.client.poll_transmit() else { panic!("the command") };
    let Some(client::Transmit::Data { .. }) = pair.client.poll_transmit() else { panic!("its data") };
    pair.server.handle_command(pipeline(1)).expect("a new pipeline");
    let lane = Lane::Pipeline(pipeline(1));
    feed(&mut pair.server, lane, &raw(MessageType::CreatePipeline, lane, b"<Obj"))
        .expect("the session goes on");
    pair.drive();
    let Some(client::Event::PipelineEnded { state, error: Some(error), .. }) = pair.client_events.pop()
    else {
        panic!("the end")
    };
    assert_eq!(state, psrp::enumeration::PipelineState::FAILED);
    assert!(error.message().is_some_and(|text| text.to_string().starts_with("CREATE_PIPELINE: ")));
}

#[test]
fn a_pipelines_broken_fragments_end_it_and_leave_the_others() {
    let mut pair = Pair::opened(ClientOptions { max_runspaces: 2, ..ClientOptions::default() });
    pair.run(pipeline(1), "1");
    let lane = Lane::Pipeline(pipeline(1));
    let mut bytes = raw(MessageType::PipelineInput, lane, b"<I32>1</I32>");
    bytes[15] = 7;
    feed(&mut pair.server, lane, &bytes).expect("the session goes on");
    let error = refused(&mut pair);
    assert!(matches!(error, MessageError::Fragment(FragmentError::NotFirst { found: 7, .. })), "{error}");
    assert!(matches!(pair.take_server_event(), Event::StopPipeline { .. }));
    assert_goes_on(&mut pair);
    pair.finish(pipeline(1), PipelineOutcome::Stopped(None));
}

#[test]
fn the_pools_broken_fragments_end_the_session_and_the_client_is_told() {
    let mut pair = Pair::opened(ClientOptions::default());
    pair.run(pipeline(1), "1");
    let mut bytes = raw(MessageType::GetAvailableRunspaces, Lane::Pool, b"<Nil />");
    bytes[15] = 1;
    let error = feed(&mut pair.server, Lane::Pool, &bytes).expect_err("nobody can read on");
    assert!(matches!(error, SessionError::Fragment(FragmentError::NotFirst { .. })));
    pair.drive();
    assert!(matches!(pair.take_server_event(), Event::StopPipeline { .. }));
    let client::Event::Broken { error: Some(error) } = pair.take_client_event() else { panic!("broken") };
    let text = error.message().expect("a text").to_string();
    assert!(text.starts_with("the stream of the runspace pool is broken: fragment of object 1000"), "{text}");
    // the close still works
    pair.client.close(Lane::Pool);
    pair.drive();
    assert!(pair.acknowledged.iter().all(|sent| *sent != Transmit::CloseAck { lane: Lane::Pool }));
    pair.finish(pipeline(1), PipelineOutcome::Stopped(None));
    assert_eq!(pair.acknowledged.last(), Some(&Transmit::CloseAck { lane: Lane::Pool }));
}

#[test]
fn an_object_over_the_limit_ends_a_pipeline_or_the_session() {
    let options = ServerOptions { object_limit: 4000, ..ServerOptions::default() };
    let mut pair = Pair::new(ClientOptions::default(), options);
    pair.open();
    let lane = Lane::Pipeline(pipeline(1));
    let large = "x".repeat(4000);
    pair.client.create_pipeline(pipeline(1), &script(&large)).expect("an open pool");
    let error = refused(&mut pair);
    assert!(
        matches!(error, MessageError::Fragment(FragmentError::ObjectTooLarge { limit: 4000, .. })),
        "{error}"
    );
    let ended = pair.take_client_event();
    assert!(matches!(ended, client::Event::PipelineEnded { pipeline: id, .. } if Lane::Pipeline(id) == lane));
    assert_goes_on(&mut pair);
    let bytes = raw(MessageType::GetAvailableRunspaces, Lane::Pool, large.as_bytes());
    let error = feed(&mut pair.server, Lane::Pool, &bytes).expect_err("too large");
    assert!(matches!(error, SessionError::Fragment(FragmentError::ObjectTooLarge { .. })));
}

#[test]
fn a_pipeline_may_not_get_more_than_its_share() {
    let options = ServerOptions { pipeline_data_limit: Some(6000), ..ServerOptions::default() };
    let mut pair = Pair::new(ClientOptions::default(), options);
    pair.open();
    let create = psrp::message::CreatePipeline { no_input: false, ..script("$input") };
    pair.client.create_pipeline(pipeline(1), &create).expect("an open pool");
    pair.drive();
    assert!(matches!(pair.take_server_event(), Event::RunPipeline { .. }));
    for _ in 0..100 {
        pair.client.write_input(pipeline(1), b"<S>some input</S>").expect("it takes input");
    }
    pair.drive();
    let stops = pair.server_events.iter().filter(|event| matches!(event, Event::StopPipeline { .. })).count();
    assert_eq!(stops, 1);
    let inputs = pair.server_events.iter().filter(|event| matches!(event, Event::Input { .. })).count();
    assert!(inputs > 0 && inputs < 100);
}

#[test]
fn messages_that_belong_elsewhere_are_left_out() {
    let mut pair = Pair::opened(ClientOptions::default());
    pair.run(pipeline(1), "1");
    let lane = Lane::Pipeline(pipeline(1));
    let header = |destination, pool, pipeline| {
        let kind = MessageType::EndOfPipelineInput;
        raw_object(&MessageHeader { destination, kind, pool, pipeline }.encode())
    };
    let other = Uuid::from_u128(99);
    feed(&mut pair.server, lane, &header(Destination::Client, POOL, pipeline(1)))
        .expect("the session goes on");
    assert!(matches!(refused(&mut pair), MessageError::Destination { found: Destination::Client, .. }));
    feed(&mut pair.server, lane, &header(Destination::Server, other, pipeline(1)))
        .expect("the session goes on");
    assert!(matches!(refused(&mut pair), MessageError::Lane { found, .. } if found == other));
    feed(&mut pair.server, lane, &header(Destination::Server, POOL, pipeline(2)))
        .expect("the session goes on");
    assert!(matches!(refused(&mut pair), MessageError::Lane { found, .. } if found == pipeline(2)));
    feed(&mut pair.server, Lane::Pool, &raw_object(b"short")).expect("the session goes on");
    assert!(matches!(refused(&mut pair), MessageError::Header(_)));
    feed(&mut pair.server, Lane::Pool, &raw(MessageType::InitRunspacePool, Lane::Pool, b""))
        .expect("it goes on");
    assert!(matches!(refused(&mut pair), MessageError::OutOfTurn { .. }));
    feed(&mut pair.server, Lane::Pool, &raw(MessageType::PublicKey, Lane::Pool, b"<Nil />"))
        .expect("it goes on");
    assert!(matches!(refused(&mut pair), MessageError::Decode(_)));
    // it has no input
    feed(&mut pair.server, lane, &raw(MessageType::PipelineInput, lane, b"<Nil />")).expect("it goes on");
    assert!(matches!(refused(&mut pair), MessageError::OutOfTurn { .. }));
    pair.finish(pipeline(1), PipelineOutcome::Completed);
    assert_goes_on(&mut pair);
}

#[test]
fn a_session_opens_with_the_two_messages_in_turn_or_not_at_all() {
    let open = |bytes: &[u8]| {
        let mut server = Server::new(ServerOptions::default());
        let result = feed(&mut server, Lane::Pool, bytes);
        let states = std::iter::from_fn(|| server.poll_transmit()).count();
        (result, states)
    };
    let (result, states) = open(&raw(MessageType::InitRunspacePool, Lane::Pool, b"<Nil />"));
    assert!(matches!(result, Err(SessionError::OutOfTurn { .. })));
    assert_eq!(states, 1);
    let (result, _) = open(&raw(MessageType::SessionCapability, Lane::Pool, b"<Nil />"));
    assert!(matches!(result, Err(SessionError::Decode(_))));
    let version = |text: &str| {
        format!(
            "<Obj RefId=\"0\"><MS><Version N=\"protocolversion\">{text}</Version><Version N=\"PSVersion\">2.0</Version>\
             <Version N=\"SerializationVersion\">1.1.0.1</Version></MS></Obj>"
        )
    };
    let capability = |text: &str| raw(MessageType::SessionCapability, Lane::Pool, version(text).as_bytes());
    let (result, _) = open(&capability("3.0"));
    assert!(matches!(result, Err(SessionError::Version { .. })));
    let mut twice = capability("2.3");
    twice.extend(capability("2.3"));
    let (result, _) = open(&twice);
    assert!(matches!(result, Err(SessionError::OutOfTurn { .. })));
}

#[test]
fn a_pool_of_impossible_size_is_refused() {
    let mut pair =
        Pair::new(ClientOptions { max_runspaces: 0, ..ClientOptions::default() }, ServerOptions::default());
    pair.client.open().expect("a new session");
    assert!(matches!(pair.try_drive(), Err(SessionError::PoolSize { min: 1, max: 0 })));
}

#[test]
fn an_answer_that_nobody_asked_for_is_left_out() {
    let mut pair = Pair::opened(ClientOptions::default());
    pair.run(pipeline(1), "1");
    let lane = Lane::Pipeline(pipeline(1));
    let method = Object::enumeration("RemoteHostMethodId", "ReadLine", 11);
    let answer = Object::new().with_member("mr", "x").with_member("ci", 5_i64).with_member("mi", method);
    let data = clixml::tree::to_wire(&answer.into(), &clixml::NoKey).expect("no secure string");
    feed(&mut pair.server, lane, &raw(MessageType::PipelineHostResponse, lane, &data)).expect("it goes on");
    assert!(matches!(refused(&mut pair), MessageError::UnknownCall { call_id: 5 }));
}

#[test]
fn a_host_call_whose_answer_cannot_be_read_ends() {
    let mut pair = Pair::opened(ClientOptions::default());
    pair.run(pipeline(1), "1");
    let lane = Lane::Pipeline(pipeline(1));
    pair.server.call_host(lane, &psrp::host::HostCall::ReadLine).expect("it runs");
    feed(&mut pair.server, lane, &raw(MessageType::PipelineHostResponse, lane, b"<S>?</S>"))
        .expect("it goes on");
    assert!(matches!(refused(&mut pair), MessageError::Decode(_)));
    assert!(matches!(pair.take_server_event(), Event::HostReturned { .. }));
}

/// Everything that a session's client sends, in order: a pool, two pipelines of which one waits, input, an answer.
fn whole_session() -> Vec<(Lane, Stream, Vec<u8>)> {
    let mut pair = Pair::opened(ClientOptions::default());
    let mut client = psrp::client::Client::new(POOL, ClientOptions::default());
    std::mem::swap(&mut client, &mut pair.client);
    let mut fresh = psrp::client::Client::new(POOL, ClientOptions::default());
    fresh.open().expect("a new session");
    let create = psrp::message::CreatePipeline { no_input: false, ..script("$input") };
    for id in [pipeline(1), pipeline(2)] {
        client.create_pipeline(id, &create).expect("an open pool");
        client.write_input(id, b"<S>input</S>").expect("it takes input");
        client.end_input(id).expect("it takes input");
    }
    let transmits = std::iter::from_fn(|| fresh.poll_transmit()).collect::<Vec<_>>().into_iter();
    transmits
        .chain(std::iter::from_fn(|| client.poll_transmit()))
        .filter_map(|transmit| match transmit {
            client::Transmit::Data { lane, stream, bytes } => Some((lane, stream, bytes.to_vec())),
            _ => None,
        })
        .collect()
}

#[test]
fn a_client_that_vanishes_anywhere_leaves_nothing_running() {
    let session = whole_session();
    let total: usize = session.iter().map(|(_, _, bytes)| bytes.len()).sum();
    let mut ends = 0;
    for cut in (0..=total).step_by(37) {
        let mut server = Server::new(ServerOptions::default());
        let mut running = Vec::new();
        let mut left = cut;
        for (lane, stream, bytes) in &session {
            if left == 0 {
                break;
            }
            if let Lane::Pipeline(id) = lane {
                let _known = server.handle_command(*id);
            }
            let piece = &bytes[..left.min(bytes.len())];
            left -= piece.len();
            server.handle_data(*lane, *stream, piece).expect("good data");
            while let Some(event) = server.poll_event() {
                match event {
                    Event::OpenPool { .. } => server.accept(pair::private_data()).expect("plain data"),
                    Event::RunPipeline { pipeline, .. } => {
                        running.push(pipeline);
                        let call = psrp::host::HostCall::ReadLine;
                        server.call_host(Lane::Pipeline(pipeline), &call).expect("it runs");
                    }
                    _ => {}
                }
            }
        }
        server.handle_client_gone();
        assert!(server.poll_transmit().is_none(), "nobody is there to send to");
        let mut closed = false;
        let mut waiting_calls = running.len();
        while let Some(event) = server.poll_event() {
            assert!(!closed, "it is the last event");
            match event {
                Event::StopPipeline { pipeline } => {
                    running.retain(|id| *id != pipeline);
                    server.finish_pipeline(pipeline, PipelineOutcome::Stopped(None)).expect("it runs");
                }
                Event::HostReturned { .. } => waiting_calls -= 1,
                Event::Closed => closed = true,
                _ => {}
            }
        }
        assert!(closed && server.is_closed() && running.is_empty() && waiting_calls == 0, "cut at {cut}");
        assert!(server.poll_transmit().is_none());
        ends += 1;
    }
    assert!(ends > 100);
}

#[test]
fn a_server_that_vanishes_ends_the_session() {
    let mut pair = Pair::opened(ClientOptions::default());
    pair.run(pipeline(1), "1");
    pair.client.handle_server_gone();
    pair.drive();
    assert!(matches!(pair.take_client_event(), client::Event::Closed));
    assert!(pair.client.create_pipeline(pipeline(2), &script("1")).is_err());
    pair.client.close(Lane::Pool);
    assert!(pair.client.poll_transmit().is_none());
}

#[test]
fn a_servers_broken_pipeline_ends_it_at_the_client() {
    let mut pair = Pair::opened(ClientOptions::default());
    pair.run(pipeline(1), "1");
    pair.client.handle_data(Lane::Pipeline(pipeline(1)), &[0; 64]).expect("the session goes on");
    pair.client_events.extend(std::iter::from_fn(|| pair.client.poll_event()));
    let client::Event::MessageRefused { error, .. } = pair.take_client_event() else { panic!("refused") };
    assert!(matches!(error, MessageError::Fragment(FragmentError::ObjectId { found: 0 })));
    assert!(matches!(pair.take_client_event(), client::Event::PipelineEnded { error: Some(_), .. }));
    // and the server is asked to stop it
    assert_eq!(pair.client.poll_transmit(), Some(client::Transmit::Signal { pipeline: pipeline(1) }));
}
