//! Whole sessions between our client and our server.

mod pair;

use clixml::tree::Value;
use pair::{POOL, Pair, pipeline, private_data, read_output, script};
use psrp::client::{self, Client, ClientOptions, Record};
use psrp::command::{Command, DebuggerCommand, PowerShell};
use psrp::enumeration::{CommandTypes, ErrorCategory, PipelineState};
use psrp::host::{HostCall, HostMethod, HostReturn};
use psrp::message::{
    AvailabilityResponse, Body, CreatePipeline, ErrorRecordMessage, GetCommandMetadata, WarningRecordMessage,
};
use psrp::record::{ErrorRecord, InformationalRecord};
use psrp::server::{
    CallError, CommandError, ConnectError, Delivery, HostOutcome, PipelineOutcome, ServerOptions, Transmit,
};
use psrp::{Lane, ProtocolVersion, Stream, server};

fn one() -> uuid::Uuid {
    pipeline(1)
}

fn two() -> uuid::Uuid {
    pipeline(2)
}

fn error(text: &str) -> Box<ErrorRecord> {
    Box::new(ErrorRecord::new(text, "System.Management.Automation.RuntimeException", text, ErrorCategory(14)))
}

#[test]
fn machines_and_writers_may_pass_between_threads() {
    fn is_send<T: Send>() {}
    fn is_shared<T: Send + Sync>() {}
    is_send::<psrp::server::Server>();
    is_send::<Client>();
    is_shared::<psrp::message::MessageWriter>();
    is_shared::<psrp::crypto::SecureStrings>();
}

#[test]
fn a_script_runs_and_the_session_closes() {
    let mut pair = Pair::opened(ClientOptions::default());
    assert!(pair.run(one(), "'a'; $null").is_some());
    pair.put_out(one(), &"a".into());
    pair.put_out(one(), &Value::Null);
    pair.finish(one(), PipelineOutcome::Completed);
    for expected in [Value::from("a"), Value::Null] {
        let client::Event::Output { pipeline, data } = pair.take_client_event() else { panic!("an output") };
        assert_eq!((pipeline, read_output(&data)), (one(), expected));
    }
    let client::Event::PipelineEnded { state, error: None, .. } = pair.take_client_event() else {
        panic!("the end")
    };
    assert_eq!(state, PipelineState::COMPLETED);
    pair.client.close(Lane::Pipeline(one()));
    pair.client.close(Lane::Pool);
    pair.drive();
    assert!(matches!(pair.take_client_event(), client::Event::Closed));
    assert!(matches!(pair.take_server_event(), server::Event::Closed));
    assert!(pair.client.is_closed() && pair.server.is_closed());
    assert_eq!(
        pair.acknowledged,
        [
            Transmit::CommandAck { pipeline: one() },
            Transmit::CloseAck { lane: Lane::Pipeline(one()) },
            Transmit::CloseAck { lane: Lane::Pool },
        ]
    );
}

#[test]
fn streams_may_be_cut_to_single_bytes() {
    let mut pair = Pair::new(
        ClientOptions { fragment_size: 64, ..ClientOptions::default() },
        ServerOptions { fragment_size: 50, ..ServerOptions::default() },
    );
    pair.piece = 1;
    pair.open();
    let text = "x".repeat(500);
    pair.run(one(), &text);
    pair.put_out(one(), &text.as_str().into());
    let client::Event::Output { data, .. } = pair.take_client_event() else { panic!("an output") };
    assert_eq!(read_output(&data), Value::from(text.as_str()));
}

#[test]
fn every_version_opens() {
    use ProtocolVersion::{V2_0, V2_1, V2_2, V2_3, V2_4};
    for version in [V2_0, V2_1, V2_2, V2_3, V2_4] {
        let mut pair = Pair::opened(ClientOptions { version, ..ClientOptions::default() });
        assert_eq!((pair.client.version(), pair.server.version()), (version, version));
        pair.client.create_pipeline(one(), &script("1")).expect("an open pool");
        pair.drive();
        let server::Event::RunPipeline { create, .. } = pair.take_server_event() else {
            panic!("a pipeline")
        };
        let merges = create.power_shell.statements[0][0].merges;
        assert_eq!(merges.is_some(), version.merges_streams());
        assert_eq!(merges.and_then(|merges| merges.information).is_some(), version.merges_information());
    }
}

#[test]
fn input_reaches_the_pipeline_until_its_end() {
    let mut pair = Pair::opened(ClientOptions::default());
    let create = CreatePipeline { no_input: false, ..script("$input") };
    pair.client.create_pipeline(one(), &create).expect("an open pool");
    pair.client.write_input(one(), b"<I32>1</I32>").expect("it takes input");
    pair.client.write_input(one(), b"").expect("it takes input");
    pair.client.end_input(one()).expect("it takes input");
    assert!(matches!(pair.client.end_input(one()), Err(client::CommandError::NoInput)));
    pair.drive();
    assert!(matches!(pair.take_server_event(), server::Event::RunPipeline { .. }));
    for expected in [&b"<I32>1</I32>"[..], b""] {
        let server::Event::Input { data, .. } = pair.take_server_event() else { panic!("an object") };
        assert_eq!(data, expected);
    }
    assert!(matches!(pair.take_server_event(), server::Event::InputEnded { .. }));
}

#[test]
fn input_that_comes_after_the_end_is_taken_and_dropped() {
    let mut pair = Pair::opened(ClientOptions::default());
    let create = CreatePipeline { no_input: false, ..script("$input | select -first 1") };
    pair.client.create_pipeline(one(), &create).expect("an open pool");
    pair.drive();
    pair.finish(one(), PipelineOutcome::Completed);
    pair.client.end_input(one()).expect("it takes input");
    pair.drive();
    assert_eq!(pair.deliveries.last(), Some(&Delivery::Taken));
    assert_eq!(pair.server_events.len(), 1);
}

#[test]
fn pipelines_wait_for_a_runspace_with_their_input() {
    let mut pair = Pair::opened(ClientOptions::default());
    let slot = pair.run(one(), "1").expect("a free runspace");
    let create = CreatePipeline { no_input: false, ..script("2") };
    pair.client.create_pipeline(two(), &create).expect("an open pool");
    pair.client.write_input(two(), b"<I32>7</I32>").expect("it takes input");
    pair.client.end_input(two()).expect("it takes input");
    pair.drive();
    assert!(pair.server_events.is_empty());
    pair.finish(one(), PipelineOutcome::Completed);
    let server::Event::RunPipeline { pipeline, runspace, nested: false, .. } = pair.take_server_event()
    else {
        panic!("the second")
    };
    assert_eq!((pipeline, runspace), (two(), slot));
    assert!(matches!(pair.take_server_event(), server::Event::Input { .. }));
    assert!(matches!(pair.take_server_event(), server::Event::InputEnded { .. }));
}

#[test]
fn a_nested_pipeline_runs_in_the_busy_runspace() {
    let mut pair = Pair::opened(ClientOptions::default());
    let slot = pair.run(one(), "1").expect("a free runspace");
    let nested = CreatePipeline { is_nested: true, ..script("2") };
    pair.client.create_pipeline(two(), &nested).expect("an open pool");
    pair.drive();
    let server::Event::RunPipeline { runspace, nested, .. } = pair.take_server_event() else {
        panic!("nested")
    };
    assert_eq!((runspace, nested), (slot, true));
    pair.finish(two(), PipelineOutcome::Completed);
    // the outer one still has the runspace
    assert_eq!(pair.run(pipeline(3), "3"), None);
    pair.finish(one(), PipelineOutcome::Completed);
    assert!(matches!(pair.take_server_event(), server::Event::RunPipeline { .. }));
}

#[test]
fn the_debuggers_commands_take_no_runspace() {
    let mut pair = Pair::opened(ClientOptions::default());
    pair.run(one(), "1");
    let create = CreatePipeline {
        power_shell: PowerShell::new(vec![
            Command::named("__Set-PSDebugMode").with_parameter(Some("Mode"), 6),
        ]),
        ..script("")
    };
    pair.client.create_pipeline(two(), &create).expect("an open pool");
    pair.drive();
    let server::Event::RunDebuggerCommand { command, .. } = pair.take_server_event() else {
        panic!("a command")
    };
    assert_eq!(command, DebuggerCommand::SetDebugMode);
    pair.finish(two(), PipelineOutcome::Completed);
}

#[test]
fn commands_are_asked_for_on_a_pipelines_lane() {
    let mut pair = Pair::opened(ClientOptions::default());
    let query = GetCommandMetadata {
        names: Some(vec!["Get-*".into()]),
        command_type: Some(CommandTypes::CMDLET),
        namespaces: None,
        fully_qualified_modules: Some(Value::Null),
        argument_list: Value::Null,
    };
    pair.client.get_command_metadata(one(), &query).expect("an open pool");
    pair.drive();
    let server::Event::GetCommandMetadata { query: found, .. } = pair.take_server_event() else {
        panic!("a query")
    };
    assert_eq!(*found, query);
    pair.put_out(one(), &1.into());
    pair.finish(one(), PipelineOutcome::Completed);
    assert!(matches!(pair.take_client_event(), client::Event::Output { .. }));
}

#[test]
fn a_host_call_is_answered() {
    let mut pair = Pair::opened(ClientOptions::default());
    pair.run(one(), "Read-Host");
    let lane = Lane::Pipeline(one());
    assert_eq!(
        pair.server.call_host(lane, &HostCall::WriteLine { text: Some("?".into()) }).expect("it runs"),
        None
    );
    let id = pair.server.call_host(lane, &HostCall::ReadLine).expect("it runs").expect("an answer comes");
    let second = pair.server.call_host(lane, &HostCall::ReadLine).expect("it runs").expect("an answer comes");
    pair.drive();
    let client::Event::HostCall { call_id: None, call, .. } = pair.take_client_event() else {
        panic!("a void call")
    };
    assert_eq!(*call, HostCall::WriteLine { text: Some("?".into()) });
    let client::Event::HostCall { call_id: Some(asked), .. } = pair.take_client_event() else {
        panic!("a call")
    };
    assert_eq!(asked, id);
    let answer = HostReturn::Text("yes".into());
    pair.client.answer_host(lane, second, HostMethod::ReadLine, Err(error("no"))).expect("it waits");
    pair.client.answer_host(lane, id, HostMethod::ReadLine, Ok(&answer)).expect("it waits");
    let again = pair.client.answer_host(lane, id, HostMethod::ReadLine, Ok(&answer));
    assert!(matches!(again, Err(client::CommandError::NoCall { .. })));
    pair.drive();
    let expected = [(second, HostOutcome::Failed(error("no"))), (id, HostOutcome::Returned(answer))];
    for (id, expected) in expected {
        let server::Event::HostReturned { call_id, outcome, .. } = pair.take_server_event() else {
            panic!("it")
        };
        assert_eq!((call_id, outcome), (id, expected));
    }
}

#[test]
fn a_stop_gives_up_host_calls_and_is_acknowledged_after_the_final_state() {
    let mut pair = Pair::opened(ClientOptions::default());
    pair.run(one(), "Read-Host");
    let lane = Lane::Pipeline(one());
    let id = pair.server.call_host(lane, &HostCall::ReadLine).expect("it runs").expect("an answer comes");
    pair.drive();
    pair.client.stop(one()).expect("it runs");
    pair.drive();
    let server::Event::HostReturned { call_id, outcome, .. } = pair.take_server_event() else {
        panic!("the call")
    };
    assert_eq!((call_id, outcome), (id, HostOutcome::Stopped));
    assert!(matches!(pair.take_server_event(), server::Event::StopPipeline { .. }));
    assert!(matches!(pair.server.call_host(lane, &HostCall::ReadLine), Err(CallError::Stopping)));
    // what a `finally` block writes is still shown
    pair.server.call_host(lane, &HostCall::WriteLine { text: None }).expect("a void call");
    // the user's answer comes too late
    let late = HostReturn::Text("late".into());
    pair.client.answer_host(lane, id, HostMethod::ReadLine, Ok(&late)).expect("the client does not know");
    pair.drive();
    assert!(pair.server_events.is_empty());
    assert!(!pair.acknowledged.contains(&Transmit::SignalAck { pipeline: one() }));
    pair.finish(one(), PipelineOutcome::Stopped(Some(error("stopped"))));
    assert_eq!(pair.acknowledged.last(), Some(&Transmit::SignalAck { pipeline: one() }));
    let Some(client::Event::PipelineEnded { state, error: Some(_), .. }) = pair.client_events.pop() else {
        panic!("the end")
    };
    assert_eq!(state, PipelineState::STOPPED);
}

#[test]
fn a_pipeline_that_waits_is_stopped_without_an_error() {
    let mut pair = Pair::opened(ClientOptions::default());
    pair.run(one(), "1");
    assert_eq!(pair.run(two(), "2"), None);
    pair.client.stop(two()).expect("it waits");
    pair.drive();
    let client::Event::PipelineEnded { pipeline, state, error: None } = pair.take_client_event() else {
        panic!("end")
    };
    assert_eq!((pipeline, state), (two(), PipelineState::STOPPED));
    assert_eq!(pair.acknowledged.last(), Some(&Transmit::SignalAck { pipeline: two() }));
}

#[test]
fn signal_and_close_of_a_pipeline_that_is_gone_are_acknowledged() {
    let mut pair = Pair::opened(ClientOptions::default());
    pair.server.handle_signal(one());
    pair.server.handle_close(Lane::Pipeline(one()));
    pair.drive();
    assert_eq!(
        pair.acknowledged,
        [Transmit::SignalAck { pipeline: one() }, Transmit::CloseAck { lane: Lane::Pipeline(one()) }]
    );
}

#[test]
fn data_for_an_unknown_pipeline_is_told_apart() {
    let mut pair = Pair::opened(ClientOptions::default());
    let delivery = pair.server.handle_data(Lane::Pipeline(one()), Stream::Default, b"anything");
    assert_eq!(delivery.expect("the session goes on"), Delivery::UnknownPipeline);
    assert!(pair.server.poll_event().is_none() && pair.server.poll_transmit().is_none());
}

#[test]
fn closing_the_pool_stops_what_runs_and_waits_for_its_end() {
    let mut pair = Pair::opened(ClientOptions::default());
    pair.run(one(), "1");
    pair.run(two(), "2");
    pair.client.close(Lane::Pool);
    pair.drive();
    let server::Event::StopPipeline { pipeline } = pair.take_server_event() else { panic!("a stop") };
    assert_eq!(pipeline, one());
    assert!(pair.server_events.is_empty() && !pair.server.is_closed());
    assert!(matches!(pair.server.handle_command(pair::pipeline(9)), Err(CommandError::NotOpened)));
    pair.finish(one(), PipelineOutcome::Stopped(Some(error("stopped"))));
    assert!(matches!(pair.take_server_event(), server::Event::Closed));
    assert_eq!(pair.acknowledged.last(), Some(&Transmit::CloseAck { lane: Lane::Pool }));
}

#[test]
fn the_pools_size_changes_and_is_told() {
    let mut pair = Pair::opened(ClientOptions { max_runspaces: 2, ..ClientOptions::default() });
    pair.run(one(), "1");
    pair.run(two(), "2");
    assert_eq!(pair.run(pipeline(3), "3"), None);
    let ask = |pair: &mut Pair, id: Result<i64, client::CommandError>| {
        pair.drive();
        let client::Event::Availability { call_id, response } = pair.take_client_event() else {
            panic!("answer")
        };
        assert_eq!(call_id, id.expect("an open pool"));
        response
    };
    let id = pair.client.get_available_runspaces();
    assert_eq!(ask(&mut pair, id), AvailabilityResponse::Count(0));
    let id = pair.client.set_max_runspaces(3);
    assert_eq!(ask(&mut pair, id), AvailabilityResponse::Done(true));
    assert!(matches!(pair.take_server_event(), server::Event::RunPipeline { .. }));
    let id = pair.client.set_min_runspaces(4);
    assert_eq!(ask(&mut pair, id), AvailabilityResponse::Done(false));
    let id = pair.client.set_max_runspaces(1);
    assert_eq!(ask(&mut pair, id), AvailabilityResponse::Done(true));
    pair.finish(one(), PipelineOutcome::Completed);
    assert!(matches!(pair.take_server_event(), server::Event::DropRunspace { .. }));
    assert_eq!(pair.server.pool_size(), (1, 1));
}

#[test]
fn a_reset_holds_the_runspace_until_it_is_done() {
    let mut pair = Pair::opened(ClientOptions::default());
    let id = pair.client.reset_runspace().expect("an open pool");
    pair.drive();
    let server::Event::ResetRunspace { call_id, .. } = pair.take_server_event() else { panic!("a reset") };
    assert_eq!(pair.run(one(), "1"), None);
    pair.server.answer_reset(call_id, true);
    pair.drive();
    let client::Event::Availability { call_id, response } = pair.take_client_event() else {
        panic!("an answer")
    };
    assert_eq!((call_id, response), (id, AvailabilityResponse::Done(true)));
    assert!(matches!(pair.take_server_event(), server::Event::RunPipeline { .. }));
    // busy now
    pair.client.reset_runspace().expect("an open pool");
    pair.drive();
    let client::Event::Availability { response, .. } = pair.take_client_event() else { panic!("an answer") };
    assert_eq!(response, AvailabilityResponse::Done(false));
}

#[test]
fn an_old_server_is_not_asked_for_a_reset() {
    let mut pair = Pair::opened(ClientOptions { version: ProtocolVersion::V2_2, ..ClientOptions::default() });
    assert!(matches!(pair.client.reset_runspace(), Err(client::CommandError::Version { .. })));
}

#[test]
fn records_reach_the_client_typed_and_as_they_came() {
    let mut pair = Pair::opened(ClientOptions::default());
    pair.run(one(), "Write-Error e; Write-Warning w");
    let lane = Lane::Pipeline(one());
    let warning = InformationalRecord::new("WarningRecord", "w");
    let hook = pair.server.secure_strings().clone();
    let writer = pair.server.writer(lane);
    let fragments = writer.message(&ErrorRecordMessage(*error("e")), &hook).expect("no secure string");
    let more = writer.message(&WarningRecordMessage(warning.clone()), &hook).expect("no secure string");
    for fragment in fragments.chain(more) {
        pair.client.handle_data(lane, &fragment).expect("good data");
    }
    pair.drive();
    let client::Event::Record { record, data, .. } = pair.take_client_event() else { panic!("a record") };
    assert_eq!(record, Record::Error(error("e")));
    assert_eq!(data, ErrorRecordMessage(*error("e")).to_bytes(&hook).expect("no secure string"));
    let client::Event::Record { record, .. } = pair.take_client_event() else { panic!("a record") };
    assert_eq!(record, Record::Warning(Box::new(warning)));
}

#[test]
fn a_pool_that_is_refused_only_closes() {
    let mut pair = Pair::new(ClientOptions::default(), ServerOptions::default());
    pair.client.open().expect("a new session");
    pair.drive();
    pair.server.break_pool(*error("the start script failed"));
    pair.drive();
    let client::Event::Broken { error: Some(reason) } = pair.take_client_event() else { panic!("a reason") };
    assert_eq!(reason, error("the start script failed"));
    assert!(matches!(
        pair.client.create_pipeline(one(), &script("1")),
        Err(client::CommandError::Pool { .. })
    ));
    pair.client.close(Lane::Pool);
    pair.drive();
    assert_eq!(pair.acknowledged, [Transmit::CloseAck { lane: Lane::Pool }]);
    assert!(pair.client.is_closed());
}

#[test]
fn a_close_while_the_pool_opens_waits_for_the_answer() {
    let mut pair = Pair::new(ClientOptions::default(), ServerOptions::default());
    pair.client.open().expect("a new session");
    pair.drive();
    let id = pair.server.call_host(Lane::Pool, &HostCall::ReadLine).expect("the start script may ask");
    pair.client.close(Lane::Pool);
    pair.drive();
    assert!(matches!(pair.take_server_event(), server::Event::OpenPool { .. }));
    let server::Event::HostReturned { call_id, outcome, .. } = pair.take_server_event() else {
        panic!("the call")
    };
    assert_eq!((Some(call_id), outcome), (id, HostOutcome::Stopped));
    assert!(matches!(pair.take_server_event(), server::Event::StopOpening));
    assert!(pair.acknowledged.is_empty());
    pair.server.accept(private_data()).expect("plain data");
    pair.drive();
    assert_eq!(pair.acknowledged, [Transmit::CloseAck { lane: Lane::Pool }]);
}

#[test]
fn another_client_connects_to_the_pool() {
    let mut pair = Pair::opened(ClientOptions { max_runspaces: 3, ..ClientOptions::default() });
    pair.run(one(), "1");
    let mut second = Client::new(POOL, ClientOptions::default());
    second.connect().expect("a new session");
    let Some(client::Transmit::Data { bytes, .. }) = second.poll_transmit() else { panic!("the request") };
    let answer = pair.server.handle_connect(&bytes).expect("an open pool");
    second.handle_data(Lane::Pool, &answer).expect("a good answer");
    let Some(client::Event::Opened { private_data: found }) = second.poll_event() else {
        panic!("connected")
    };
    assert_eq!(found, private_data());
    assert_eq!(second.pool_size(), (1, 3));
    pair.client = second;
    let id = pair.client.get_available_runspaces().expect("an open pool");
    pair.drive();
    let client::Event::Availability { call_id, response } = pair.take_client_event() else {
        panic!("an answer")
    };
    assert_eq!((call_id, response), (id, AvailabilityResponse::Count(2)));
}

#[test]
fn a_client_of_another_version_is_not_connected() {
    let mut pair = Pair::opened(ClientOptions::default());
    let mut second =
        Client::new(POOL, ClientOptions { version: ProtocolVersion::V2_3, ..ClientOptions::default() });
    second.connect().expect("a new session");
    let Some(client::Transmit::Data { bytes, .. }) = second.poll_transmit() else { panic!("the request") };
    assert!(matches!(pair.server.handle_connect(&bytes), Err(ConnectError::Version { .. })));
    let mut old =
        Client::new(POOL, ClientOptions { version: ProtocolVersion::V2_1, ..ClientOptions::default() });
    assert!(matches!(old.connect(), Err(client::CommandError::Version { .. })));
    // the pool serves its own client as before
    assert!(pair.run(one(), "1").is_some());
}
