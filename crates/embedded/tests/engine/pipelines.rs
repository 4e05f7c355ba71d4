//! Pipelines beside and within each other, and what stops them.

use crate::client::{Client, Ran};
use psjob_embedded::Embedded;
use psjob_jobs::pipelines;
use psrp::enumeration::PipelineState;

const WAIT_FOR_TWO: &str =
    "$outer = 1; 'started'; while ($outer -ne 2) { Start-Sleep -Milliseconds 1 }; \"outer is $outer\"";

#[test]
fn a_nested_pipeline_runs_between_the_statements_of_the_running_one() {
    let engine = Embedded::new();
    let client = Client::open(&engine);
    let outer = client.begin(&Client::script(WAIT_FOR_TWO));
    assert_eq!(client.next_output(), (outer, "started".into()));
    let mut nested = Client::script("\"nested sees $outer\"; $outer = 2");
    nested.is_nested = true;
    nested.power_shell.is_nested = true;
    let nested = client.begin(&nested);
    assert_eq!(client.next_output(), (nested, "nested sees 1".into()));
    assert_eq!(client.next_output(), (outer, "outer is 2".into()));
}

#[test]
fn a_stop_reaches_a_pipeline_through_the_nested_one() {
    let engine = Embedded::new();
    let client = Client::open(&engine);
    let outer = client.begin(&Client::script("'started'; while ($true) { Start-Sleep -Milliseconds 1 }"));
    assert_eq!(client.next_output(), (outer, "started".into()));
    let mut nested = Client::script("'nested'; while ($true) { Start-Sleep -Milliseconds 1 }");
    nested.is_nested = true;
    let nested = client.begin(&nested);
    assert_eq!(client.next_output(), (nested, "nested".into()));
    client.session.stop(outer).unwrap();
    assert_eq!(client.finish(outer).state, Some(PipelineState::STOPPED));
    assert_eq!(client.run("'idle again'"), Ran::completed(&["idle again"]));
}

#[test]
fn a_stop_ends_the_input_and_what_is_due_at_its_end_is_done() {
    let engine = Embedded::new();
    let client = Client::open(&engine);
    let script = pipelines::script("process { \"in $_\" } end { 'end' }", &[]);
    let pipeline = client.begin(&pipelines::commands(vec![script], false));
    client.session.write_input(pipeline, &"<S>1</S>".into()).unwrap();
    assert_eq!(client.next_output(), (pipeline, "in 1".into()));
    client.session.stop(pipeline).unwrap();
    let stopped = Ran { output: vec!["end".into()], state: Some(PipelineState::STOPPED), exit: None };
    assert_eq!(client.finish(pipeline), stopped);
}

#[test]
fn a_script_that_does_not_name_its_input_does_not_wait_for_its_end() {
    let engine = Embedded::new();
    let client = Client::open(&engine);
    let pipeline = client.begin(&pipelines::commands(vec![pipelines::script("'at once'", &[])], false));
    assert_eq!(client.finish(pipeline), Ran::completed(&["at once"]));
}

#[test]
fn a_stop_ends_a_search_that_would_take_for_ever() {
    let engine = Embedded::new();
    let client = Client::open(&engine);
    for search in ["-match '^(a+)+$'", "-replace '^(a+)+$', 'x'", "-split '^(a+)+$'"] {
        let pipeline = client.begin(&Client::script(&format!("'started'; ('a' * 60 + '!') {search}")));
        assert_eq!(client.next_output(), (pipeline, "started".into()));
        client.session.stop(pipeline).unwrap();
        assert_eq!(client.finish(pipeline).state, Some(PipelineState::STOPPED), "{search}");
    }
}
