//! Every recorded message is read, and written again to the recorded bytes.

mod transcript;

use std::collections::HashMap;

use bytes::Bytes;
use clixml::NoKey;
use psrp::Lane;
use psrp::Stream;
use psrp::fragment::{DEFAULT_FRAGMENT_SIZE, DEFAULT_OBJECT_LIMIT, Defragmenter, Fragmenter};
use psrp::message::{Message, MessageHeader};

/// Runs through the lines of all conversations. Gives the conversation's name, the object's id, its bytes and what
/// the recorder saw in them, and for the server's lines the fragments as they stood.
fn for_each_message(mut check: impl FnMut(&str, &psrp::fragment::Object, &transcript::Recorded)) {
    for transcript in transcript::all() {
        let mut streams: HashMap<(bool, Lane, Stream), Defragmenter> = HashMap::new();
        for line in &transcript.lines {
            let stream = streams
                .entry((line.from_client, line.lane, line.stream))
                .or_insert_with(|| Defragmenter::new(DEFAULT_OBJECT_LIMIT));
            let mut input = &line.bytes[..];
            let mut recorded = line.messages.iter();
            while let Some(object) = stream.read(&mut input).expect("good fragments") {
                check(&transcript.name, &object, recorded.next().expect("the recorder saw it too"));
            }
            assert_eq!(recorded.len(), 0, "{}: the recorder saw more", transcript.name);
        }
        assert!(streams.values().all(|stream| !stream.is_mid_object()), "{}", transcript.name);
    }
}

#[test]
fn headers_and_data_are_those_that_the_recorder_saw() {
    let mut count = 0;
    for_each_message(|name, object, recorded| {
        let (header, data) = MessageHeader::decode(&object.data).expect("a good header");
        let found = transcript::Recorded {
            kind: header.kind,
            destination: header.destination,
            pool: header.pool,
            pipeline: header.pipeline,
            data: data.to_vec(),
        };
        assert_eq!(&found, recorded, "{name}");
        let again = [&header.encode()[..], MessageHeader::mark(data), data].concat();
        assert!(object.data == again, "{name}: {} is framed otherwise", header.kind);
        count += 1;
    });
    assert_eq!(count, 2632);
}

#[test]
fn data_is_written_again_to_the_recorded_bytes() {
    for_each_message(|name, object, recorded| {
        let (header, data) = MessageHeader::decode(&object.data).expect("a good header");
        let message =
            Message::decode(header.kind, &Bytes::copy_from_slice(data), &NoKey).unwrap_or_else(|error| {
                panic!("{name}: {error}: {:?}: {}", error.cause, String::from_utf8_lossy(data))
            });
        assert_eq!(message.kind(), recorded.kind);
        let again = message.encode(&NoKey).expect("nothing is encrypted");
        assert_eq!(
            String::from_utf8_lossy(&again),
            String::from_utf8_lossy(data),
            "{name}: {} is written otherwise",
            header.kind
        );
    });
}

#[test]
fn host_calls_and_their_answers_are_written_again_from_their_typed_form() {
    let mut counts = [0, 0];
    for_each_message(|name, object, _| {
        let (header, data) = MessageHeader::decode(&object.data).expect("a good header");
        let message =
            Message::decode(header.kind, &Bytes::copy_from_slice(data), &NoKey).expect("a good message");
        match message {
            Message::PipelineHostCall(psrp::message::PipelineHostCall(call))
            | Message::RunspacePoolHostCall(psrp::message::RunspacePoolHostCall(call)) => {
                // the one encoding that PowerShell's own client cannot read
                if name == "host_prompt_choice_multiple"
                    && call.method == psrp::host::HostMethod::PromptForChoices
                {
                    call.call().expect_err("an array is no list");
                    return;
                }
                let typed = call.call().unwrap_or_else(|error| panic!("{name}: {error}"));
                assert_eq!(typed.to_parameters(), call.parameters, "{name}");
                assert_eq!(psrp::message::HostCallMessage::new(call.call_id, &typed), call, "{name}");
                counts[0] += 1;
            }
            Message::PipelineHostResponse(psrp::message::PipelineHostResponse(response)) => {
                if let Ok(returned) = response.returned().unwrap_or_else(|error| panic!("{name}: {error}")) {
                    assert_eq!(Ok(returned.to_value()), response.outcome, "{name}");
                    counts[1] += 1;
                }
            }
            _ => {}
        }
    });
    assert_eq!(counts, [105, 22]);
}

#[test]
fn the_servers_objects_are_cut_again_to_the_recorded_fragments() {
    for transcript in transcript::all() {
        let mut streams: HashMap<Lane, (Defragmenter, Vec<Bytes>)> = HashMap::new();
        for line in transcript.lines.iter().filter(|line| !line.from_client && line.element == "Data") {
            let (stream, lines) = streams
                .entry(line.lane)
                .or_insert_with(|| (Defragmenter::new(DEFAULT_OBJECT_LIMIT), Vec::new()));
            lines.push(Bytes::copy_from_slice(&line.bytes));
            let Some(object) = stream.read(&mut &line.bytes[..]).expect("good fragments") else { continue };
            let fragments: Vec<_> =
                Fragmenter::new(DEFAULT_FRAGMENT_SIZE).cut(object.id, &[&object.data]).collect();
            assert!(fragments == *lines, "{}: object {}", transcript.name, object.id);
            lines.clear();
        }
    }
}
