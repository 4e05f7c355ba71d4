//! Trees and errors as the real engine makes them: the files of `test_data` were written by `record.ps1` there.

mod dump;

use std::path::PathBuf;
use std::sync::Arc;

use pwsh_syntax::ast::SimpleTypeName;
use pwsh_syntax::{KnownTypes, ParsedScript, Source, parse_input_with_tokens, parse_input_with_types};

/// Every type is there but those that the cases mean to be missing.
struct AllButMissing;

impl KnownTypes for AllButMissing {
    fn has_type(&self, name: &SimpleTypeName, _generic_arguments: usize, _is_attribute: bool) -> bool {
        !["Bar", "IBaz", "Foo", "Missing"].contains(&&*name.name)
    }
}

fn parse(source: &Arc<Source>) -> ParsedScript {
    parse_input_with_types(source, &AllButMissing)
}

/// Compares every script of a file: a line `=== script` (with `\n` for line ends), then what `dump` gives.
fn check(file: &str, dump: fn(&Arc<Source>) -> String) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("test_data").join(file);
    let text = std::fs::read_to_string(&path).expect("the file is part of the repository");
    let mut wrong = Vec::new();
    let mut count = 0;
    for case in text.split("=== ").skip(1) {
        let (script, expected) = case.split_once('\n').expect("a case has a script and a tree");
        let source = Source::new(dump::unescape(script), None);
        let actual = dump(&source);
        count += 1;
        if actual != expected {
            let lines = actual.lines().zip(expected.lines()).enumerate();
            let first =
                lines.filter(|(_, (a, e))| a != e).map(|(i, (a, e))| format!("line {i}\n  - {e}\n  + {a}"));
            let first = first.take(3).collect::<Vec<_>>().join("\n");
            wrong.push(format!(
                "{script}\n{first}\n({} and {} lines)",
                expected.lines().count(),
                actual.lines().count()
            ));
        }
    }
    assert!(count > 0, "{file} holds no case");
    assert!(wrong.is_empty(), "{} of {count} differ in {file}:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn right_scripts_have_the_trees_of_the_engine() {
    check("productions.txt", |source| dump::dump(&parse(source), source));
}

#[test]
fn wrong_scripts_have_the_errors_of_the_engine_at_its_positions() {
    check("errors.txt", |source| dump::dump_errors(&parse(source), source));
}

#[test]
fn tokens_are_those_of_the_engine_with_its_flags() {
    check("tokens.txt", |source| dump::dump_tokens(&parse_input_with_tokens(source, None).1, source));
}
