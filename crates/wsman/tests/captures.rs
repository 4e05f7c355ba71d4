//! The messages of a real client, and those that answered it, read and written again (fixtures/wsman).

use std::path::Path;

use wsman::{Limits, Request, RequestBody, Response, ResponseBody};

/// The bodies of one direction in all captures, with file and line.
fn bodies(direction: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/wsman");
    let mut bodies = Vec::new();
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "jsonl") {
            continue;
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for (number, line) in std::fs::read_to_string(&path).unwrap().lines().enumerate() {
            let message: serde_json::Value = serde_json::from_str(line).unwrap();
            let body = message["body"].as_str().unwrap_or_default();
            if message["dir"] == direction && !body.is_empty() {
                bodies.push((format!("{name}:{}", number + 1), body.as_bytes().to_vec()));
            }
        }
    }
    bodies
}

#[test]
fn every_request_is_read_and_comes_back_the_same() {
    let mut read = 0;
    for (place, body) in bodies("c") {
        // the client pads what it encrypts with NULs
        let end = body.iter().rposition(|byte| *byte != 0).unwrap() + 1;
        let request = Request::read(&body[..end], &Limits::default())
            .unwrap_or_else(|refused| panic!("{place}: {refused}"));
        assert_eq!(request.body.action(), Some(&*request.header.action), "{place}");
        assert_eq!(Request::read(&request.write(), &Limits::default()), Ok(request), "{place}");
        read += 1;
    }
    assert!(read > 290, "only {read} requests");
}

#[test]
fn every_response_is_read_and_comes_back_the_same() {
    let mut read = 0;
    for (place, body) in bodies("s") {
        let response =
            Response::read(&body, &Limits::default()).unwrap_or_else(|refused| panic!("{place}: {refused}"));
        assert_eq!(response.body.action(), response.header.action, "{place}");
        assert_eq!(Response::read(&response.write(), &Limits::default()), Ok(response), "{place}");
        read += 1;
    }
    assert!(read > 270, "only {read} responses");
}

#[test]
fn a_shell_of_powershell_is_created_with_its_first_fragments() {
    let (_, body) =
        bodies("c").into_iter().find(|(place, _)| place.starts_with("connect-from-second")).unwrap();
    let request = Request::read(&body, &Limits::default()).unwrap();
    let RequestBody::Create(create) = request.body else { panic!("{request:?}") };
    assert_eq!(create.input_streams, ["stdin", "pr"]);
    assert_eq!(create.output_streams, ["stdout"]);
    // object id, fragment id, start and end
    assert_eq!(create.creation_xml.unwrap()[..17], [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
    assert_eq!(request.header.options.get("PROTOCOLVERSION"), Some("2.4"));
    assert_eq!(request.header.max_envelope_size, Some(512_000));
}

#[test]
fn a_fault_has_its_number_and_its_words() {
    let fault = bodies("s")
        .into_iter()
        .find_map(|(_, body)| match Response::read(&body, &Limits::default()).unwrap().body {
            ResponseBody::Fault(fault) => Some(fault),
            _ => None,
        })
        .unwrap();
    assert_eq!((fault.number, &*fault.reason), (Some(2_150_859_193), "The shell was disconnected."));
}
