//! Secure strings between our client and our server, in every version.

mod pair;

use clixml::tree::{Object, Value};
use clixml::{KeyError, SecureString};
use pair::{Pair, pipeline, script};
use psrp::client::{self, ClientOptions, Record};
use psrp::host::{CredentialPrompt, HostCall, HostReturn, PsCredential};
use psrp::message::{ErrorRecordMessage, MessageType, payload};
use psrp::record::ErrorRecord;
use psrp::server::{HostOutcome, PipelineOutcome};
use psrp::{Lane, ProtocolVersion, server};

fn secret() -> SecureString {
    SecureString::from_text(&"hidden".into())
}

fn opened(version: ProtocolVersion) -> Pair {
    Pair::opened(ClientOptions { version, ..ClientOptions::default() })
}

#[test]
fn the_newest_version_needs_no_key() {
    let mut pair = opened(ProtocolVersion::V2_4);
    assert!(pair.client.request_session_key().expect("none is needed"));
    assert!(pair.server.request_session_key().expect("none is needed"));
    pair.run(pipeline(1), "1");
    pair.put_out(pipeline(1), &secret().into());
    let client::Event::Output { data, .. } = pair.take_client_event() else { panic!("an output") };
    assert_eq!(data, "<SS>aABpAGQAZABlAG4A</SS>");
}

#[test]
fn the_client_exchanges_keys_before_it_sends_a_secret() {
    let mut pair = opened(ProtocolVersion::V2_3);
    let create = psrp::message::CreatePipeline {
        power_shell: psrp::command::PowerShell::new(vec![
            psrp::command::Command::named("Use").with_parameter(Some("Secret"), secret()),
        ]),
        ..script("")
    };
    let refused = pair.client.create_pipeline(pipeline(1), &create);
    assert!(matches!(refused, Err(client::CommandError::Encode(error)) if error.source == KeyError::Missing));
    assert!(!pair.client.request_session_key().expect("random numbers"));
    pair.drive();
    assert!(matches!(pair.take_client_event(), client::Event::SessionKeyReady));
    assert!(matches!(pair.take_server_event(), server::Event::SessionKeyReady));
    pair.client.create_pipeline(pipeline(1), &create).expect("there is a key");
    pair.drive();
    let server::Event::RunPipeline { create: found, .. } = pair.take_server_event() else {
        panic!("a pipeline")
    };
    assert_eq!(*found, create);
}

#[test]
fn an_old_server_asks_for_the_key_first() {
    let mut pair = opened(ProtocolVersion::V2_1);
    pair.run(pipeline(1), "1");
    assert!(!pair.server.request_session_key().expect("it has to ask"));
    assert!(!pair.server.request_session_key().expect("it has asked"));
    pair.drive();
    assert!(matches!(pair.take_server_event(), server::Event::SessionKeyReady));
    assert!(matches!(pair.take_client_event(), client::Event::SessionKeyReady));
    pair.put_out(pipeline(1), &secret().into());
    let client::Event::Output { data, .. } = pair.take_client_event() else { panic!("an output") };
    let hook = pair.client.secure_strings();
    let value = payload::read_payload(MessageType::PipelineOutput, &data, hook).expect("there is a key");
    assert_eq!(value, Value::from(secret()));
}

#[test]
fn a_newer_server_just_sends_and_the_client_asks_when_it_reads() {
    let mut pair = opened(ProtocolVersion::V2_2);
    pair.run(pipeline(1), "1");
    assert!(pair.server.request_session_key().expect("random numbers"));
    pair.put_out(pipeline(1), &secret().into());
    pair.finish(pipeline(1), PipelineOutcome::Completed);
    let client::Event::Output { data, .. } = pair.take_client_event() else { panic!("an output") };
    let hook = pair.client.secure_strings().clone();
    payload::read_payload(MessageType::PipelineOutput, &data, &hook).expect_err("there is no key");
    assert!(!pair.client.request_session_key().expect("random numbers"));
    pair.drive();
    let value = payload::read_payload(MessageType::PipelineOutput, &data, &hook).expect("there is a key");
    assert_eq!(value, Value::from(secret()));
}

#[test]
fn a_record_with_a_secret_waits_for_the_key_and_what_follows_waits_for_it() {
    let mut pair = opened(ProtocolVersion::V2_3);
    pair.run(pipeline(1), "1");
    assert!(pair.server.request_session_key().expect("random numbers"));
    let category = psrp::enumeration::ErrorCategory::NOT_SPECIFIED;
    let mut record = ErrorRecord::new("e", "System.Exception", "e", category);
    record.target_object = Object::new().with_member("Password", secret()).into();
    let lane = Lane::Pipeline(pipeline(1));
    let hook = pair.server.secure_strings().clone();
    let message = ErrorRecordMessage(record.clone());
    for fragment in pair.server.writer(lane).message(&message, &hook).expect("there is a key") {
        pair.client.handle_data(lane, &fragment).expect("good data");
    }
    pair.put_out(pipeline(1), &1.into());
    // the exchange went on by itself in the meantime
    assert!(matches!(pair.take_client_event(), client::Event::SessionKeyReady));
    let client::Event::Record { record: found, .. } = pair.take_client_event() else { panic!("the record") };
    assert_eq!(found, Record::Error(Box::new(record)));
    assert!(matches!(pair.take_client_event(), client::Event::Output { .. }));
    assert!(pair.client_events.is_empty());
}

#[test]
fn what_waits_for_a_key_that_never_comes_is_bounded() {
    let options =
        ClientOptions { version: ProtocolVersion::V2_3, object_limit: 1000, ..ClientOptions::default() };
    let mut pair = Pair::opened(options);
    pair.run(pipeline(1), "1");
    let lane = Lane::Pipeline(pipeline(1));
    let writer = pair.server.writer(lane);
    let data = b"<Obj RefId=\"0\"><MS><SS N=\"Exception\">AAAA</SS></MS></Obj>";
    for _ in 0..20 {
        for fragment in writer.payload(MessageType::ErrorRecord, data) {
            pair.client.handle_data(lane, &fragment).expect("good data");
        }
    }
    let refused = std::iter::from_fn(|| pair.client.poll_event())
        .filter(|event| matches!(event, client::Event::MessageRefused { .. }))
        .count();
    assert_eq!(refused, 20 - 1000 / (40 + data.len()));
}

#[test]
fn a_credential_is_prompted_for() {
    let mut pair = opened(ProtocolVersion::V2_3);
    pair.run(pipeline(1), "Get-Credential");
    let lane = Lane::Pipeline(pipeline(1));
    let prompt = CredentialPrompt { caption: None, message: None, user_name: None, target_name: None };
    let call = HostCall::PromptForCredential { prompt };
    let id = pair.server.call_host(lane, &call).expect("it runs").expect("an answer comes");
    pair.drive();
    pair.client.request_session_key().expect("random numbers");
    pair.drive();
    let answer = HostReturn::Credential(PsCredential { user_name: "u".into(), password: secret() });
    pair.client.answer_host(lane, id, call.method(), Ok(&answer)).expect("there is a key");
    pair.drive();
    let Some(server::Event::HostReturned { outcome, .. }) = pair.server_events.pop() else {
        panic!("the answer")
    };
    assert_eq!(outcome, HostOutcome::Returned(answer));
}
