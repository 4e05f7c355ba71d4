//! Hostile text: deep nesting and long chains give PowerShell's error, on a thread with a small stack.

use pwsh_syntax::{Source, parse_input};

/// The ids of the errors of `text`, parsed and dropped on a thread of two megabytes.
fn errors(text: String) -> Vec<&'static str> {
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    let parse =
        move || parse_input(&Source::new(text, None)).errors.iter().map(|error| error.error_id).collect();
    thread.spawn(parse).expect("a thread can be started").join().expect("parsing does not panic")
}

#[test]
fn nesting_without_end_is_too_complicated() {
    for open in [
        "(",
        "{",
        "@(",
        "$(",
        "@{a=",
        "if (1) {",
        "[int[",
        "-not ",
        "!",
        "[a(",
        "$x[",
        "$x.y(",
        "x -y:(",
        "& {",
        "1,(",
        "$a = ",
        "[int]",
        ", ",
        "1 ? ",
        "try {",
        "class a { b() {",
        "function f {",
        "switch (1) { 1 {",
        "\"$(",
    ] {
        let ids = errors(open.repeat(100_000));
        assert!(ids.contains(&"ScriptTooComplicated"), "{open} repeated has {} errors", ids.len());
    }
    assert_eq!(errors("(".repeat(100_000)), ["ScriptTooComplicated"]);
}

#[test]
fn chains_without_end_are_too_complicated() {
    for (first, link) in
        [("1", "+1"), ("$a", ".b"), ("a", " && a"), ("$a", "[0]"), ("$a", ".b()"), ("1", " -eq 1")]
    {
        let ids = errors(format!("{first}{}", link.repeat(100_000)));
        assert_eq!(ids, ["ScriptTooComplicated"], "{link} repeated");
    }
}

#[test]
fn what_people_write_is_not_too_complicated() {
    for (open, middle, close) in [
        ("(", "1", ")"),
        ("{", "", "}"),
        ("@{a=", "1", "}"),
        ("if (1) {", "", "}"),
        ("& { try {", "", "} catch { } }"),
        ("@(", "1", ")"),
    ] {
        let text = format!("{}{middle}{}", open.repeat(60), close.repeat(60));
        assert_eq!(errors(text), Vec::<&str>::new(), "{open} nested");
    }
    assert_eq!(errors(format!("1{}", "+1".repeat(4_000))), Vec::<&str>::new());
    assert_eq!(errors(format!("1{}", ",1".repeat(100_000))), Vec::<&str>::new());
    assert_eq!(errors("if (1) { } ".to_owned() + &"elseif (1) { } ".repeat(10_000)), Vec::<&str>::new());
    assert_eq!(errors("a | ".repeat(10_000) + "a"), Vec::<&str>::new());
}

#[test]
fn backtracking_over_attributes_is_bounded() {
    // each level is read three times, so that without a bound this would take until the end of time
    assert!(errors("[a({".repeat(300)).contains(&"ScriptTooComplicated"));
}
