//! Sessions of one process: each is a process to its script.

use crate::client::{Client, Ran};
use psjob_embedded::Embedded;

const SET: &str = r#"
    $env:PSJOB_TEST_APART = 'mine'
    Set-Location /usr
    [Environment]::CurrentDirectory = '/etc'
    [cultureinfo]::CurrentCulture = 'de-DE'
    class Counter { static [int] $Count = 0 }
    [Counter]::Count = 7
"#;

const SHOW: &str = r#"
    "env [$env:PSJOB_TEST_APART]"
    "at [$PWD]"
    "directory [$([Environment]::CurrentDirectory)]"
    "culture [$([cultureinfo]::CurrentCulture.Name)]"
    "number [$((1.5).ToString())]"
    "class [$(if ('Counter' -as [type]) { [Counter]::Count })]"
"#;

#[test]
fn what_a_session_sets_no_other_sees() {
    let engine = Embedded::new();
    let (first, second) = (Client::open(&engine), Client::open(&engine));
    let before = second.run(SHOW);
    assert_eq!(first.run(SET), Ran::completed(&[]));
    let set = ["env [mine]", "at [/usr]", "directory [/etc]", "culture [de-DE]", "number [1,5]", "class [7]"];
    assert_eq!(first.run(SHOW), Ran::completed(&set));
    assert_eq!(second.run(SHOW), before);
    for (own, other) in before.output.iter().zip(set) {
        assert_ne!(own, other);
    }
    assert!(std::env::var_os("PSJOB_TEST_APART").is_none());
}

#[test]
fn a_static_of_a_class_of_the_same_name_is_each_sessions_own() {
    let engine = Embedded::new();
    let (first, second) = (Client::open(&engine), Client::open(&engine));
    let class = "class Counter { static [int] $Count = 0 }; [Counter]::Count++; \"$([Counter]::Count)\"";
    assert_eq!(first.run(class), Ran::completed(&["1"]));
    assert_eq!(first.run("[Counter]::Count++; \"$([Counter]::Count)\""), Ran::completed(&["2"]));
    assert_eq!(second.run(class), Ran::completed(&["1"]));
}

#[test]
fn exit_ends_its_pipeline_and_the_session_goes_on() {
    let engine = Embedded::new();
    let client = Client::open(&engine);
    assert_eq!(client.run("'before'; exit 3; 'never'"), Ran::completed(&["before"]));
    assert_eq!(client.run("'still here'"), Ran::completed(&["still here"]));
}

#[test]
fn environment_exit_ends_its_own_session_only() {
    let engine = Embedded::new();
    let (first, second) = (Client::open(&engine), Client::open(&engine));
    let ended = first.run("'before'; try { [Environment]::Exit(5) } finally { 'never' }; 'never'");
    assert_eq!(ended, Ran { output: vec!["before".into()], state: None, exit: Some(5) });
    assert_eq!(second.run("'still here'"), Ran::completed(&["still here"]));
}
