//! Script in, values out, over the .NET types of psjob-dotnet.

use pwsh_runtime::command::CommandTable;
use pwsh_runtime::host::Collected;
use pwsh_runtime::pipeline::Streams;
use pwsh_runtime::{Runspace, Session, Shared};
use pwsh_value::{Process, convert};
use std::sync::Arc;

/// The texts of what a script puts out, and of its errors.
fn run(script: &str) -> (Vec<String>, Vec<String>) {
    pwsh_value::ty::install(&[psjob_dotnet::table::TYPES, pwsh_runtime::facade::TYPES].concat());
    let shared = Arc::new(Shared::new(CommandTable::new(&[])));
    let session = Session::new(shared, Process::inherit());
    let collected = Arc::new(Collected::default());
    let mut rs = Runspace::new(session, collected.clone(), None);
    let result = rs.parse(script).and_then(|block| rs.run_block(block, true, Vec::new(), Streams::TOP));
    let mut errors = Vec::new();
    if let Err(error) = result {
        errors.push(error.message().to_string());
    }
    let output = std::mem::take(&mut *collected.output.lock());
    let output = output.iter().map(|v| convert::to_text(&mut rs, v).unwrap().to_string()).collect();
    for record in collected.records.lock().iter() {
        if let pwsh_runtime::record::Record::Error(record) = record {
            let record =
                record.as_object().unwrap().get::<pwsh_runtime::error_record::ErrorRecord>().unwrap();
            errors.push(record.message().to_string());
        }
    }
    (output, errors)
}

fn check(script: &str, expected: &[&str]) {
    let (output, errors) = run(script);
    assert_eq!(output, expected, "{script}: {errors:?}");
}

#[test]
fn arithmetic_and_variables() {
    check("$a = 1; $b = $a + 2; $b; $a += 5; $a; $a++; $a", &["3", "6", "7"]);
    check("1 + 1; 'a' + 1; 7 / 2", &["2", "a1", "3.5"]);
}

#[test]
fn loops_and_labels() {
    check("$s = 0; for ($i = 0; $i -lt 10; $i++) { $s += $i }; $s", &["45"]);
    check("foreach ($x in 1..3) { $x * 2 }", &["2", "4", "6"]);
    check(
        ":o foreach ($x in 1..3) { foreach ($y in 1..3) { if ($y -eq 2) { continue o }; \"$x$y\" } }",
        &["11", "21", "31"],
    );
    check("$i = 0; while ($true) { if ($i -ge 3) { break }; $i; $i++ }", &["0", "1", "2"]);
}

#[test]
fn functions_and_scopes() {
    check("function add($a, $b) { $a + $b }; add 1 2; $r = add 3 4; $r", &["3", "7"]);
    check("function f { $x = 2; g }; function g { $x }; $x = 1; f; $x", &["2", "1"]);
    check(
        "function fib($n) { if ($n -lt 2) { $n } else { (fib ($n - 1)) + (fib ($n - 2)) } }; fib 10",
        &["55"],
    );
    check("& { param($a, $b = 5) $a + $b } 1", &["6"]);
    check("function f { $args.Count; $args[1] }; f a b c", &["3", "b"]);
}

#[test]
fn errors_go_to_try_or_to_the_stream() {
    check("try { throw 'boom' } catch { \"caught $_\" } finally { 'done' }", &["caught boom", "done"]);
    let (output, errors) = run("1/0; 'after'");
    assert_eq!(output, ["after"]);
    assert_eq!(errors, ["Attempted to divide by zero."]);
    check("try { 1/0 } catch [System.DivideByZeroException] { 'div' }", &["div"]);
}

#[test]
fn collections_and_members() {
    check("$h = @{ a = 1; b = 2 }; $h.a; $h['b']; $h.Count", &["1", "2", "2"]);
    check("$o = [pscustomobject]@{ X = 1; Y = 'z' }; $o.X; \"$($o.Y)\"", &["1", "z"]);
    check("'abc'.ToUpper(); [math]::Max(3, 9); 'abc'.Length", &["ABC", "9", "3"]);
    check("(1..5)[1..2]; @(1,2,3).Count", &["2", "3", "3"]);
}

#[test]
fn regex_operators() {
    check("'user1@x' -match '^(\\w+)@'; $matches[1]", &["True", "user1"]);
    check("'a-b-c' -replace '-', '+'; 'a,b' -split ','", &["a+b+c", "a", "b"]);
}

#[test]
fn switch_and_blocks() {
    check(
        "switch (1..3) { 1 { 'one' } { $_ -gt 2 } { 'big' } default { 'other' } }",
        &["one", "other", "big"],
    );
    check("$b = { param($x) $x * 3 }; & $b 4", &["12"]);
    check("function p { process { $_ + 1 } }; 1..3 | p", &["2", "3", "4"]);
    check("function s { begin { $t = 0 } process { $t += $_ } end { $t } }; 1..4 | s", &["10"]);
}

#[test]
fn recursion_without_end_is_an_error_and_the_session_lives() {
    std::thread::Builder::new()
        .stack_size(pwsh_value::stack::RESERVE)
        .spawn(|| {
            pwsh_value::stack::begin_thread(pwsh_value::stack::RESERVE);
            let (output, errors) =
                run("function f { f }; try { f } catch { $_.FullyQualifiedErrorId }; 'alive'");
            assert_eq!(output.last().map(String::as_str), Some("alive"), "{errors:?}");
        })
        .unwrap()
        .join()
        .unwrap();
}
