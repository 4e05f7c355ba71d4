//! What a console shows for the output of scripts.

use pwsh_runtime::command::CommandTable;
use pwsh_runtime::host::Collected;
use pwsh_runtime::pipeline::Streams;
use pwsh_runtime::{Runspace, Session, Shared};
use pwsh_value::Process;
use std::sync::Arc;

/// The text that a console of 80 cells shows for a script's output.
fn shown(script: &str) -> String {
    let types: Vec<_> = psjob_dotnet::table::TYPES
        .iter()
        .copied()
        .chain(pwsh_runtime::facade::TYPES.iter().copied())
        .chain(pwsh_format::types())
        .collect();
    pwsh_value::ty::install(&types);
    let shared = Arc::new(Shared::new(CommandTable::new(&[])));
    let session = Session::new(shared, Process::inherit());
    session.process().set_culture("");
    let collected = Arc::new(Collected::default());
    let mut rs = Runspace::new(session, collected.clone(), None);
    pwsh_format::initialize(&mut rs);
    rs.parse(script).and_then(|block| rs.run_block(block, true, Vec::new(), Streams::TOP)).unwrap();
    let output = std::mem::take(&mut *collected.output.lock());
    pwsh_format::text_of(&mut rs, &output, 80).unwrap()
}

#[track_caller]
fn check(script: &str, text: &str) {
    assert_eq!(shown(script), text, "{script}");
}

#[test]
fn up_to_four_properties_make_a_table() {
    check(
        "[pscustomobject]@{ a = 1; b = 'two'; c = 3.5; d = $true }",
        "\na b      c    d\n- -      -    -\n1 two 3.50 True\n\n",
    );
    check(
        "[pscustomobject]@{ a = 1; b = 2; c = 3; d = 4; e = 5 }",
        "\na : 1\nb : 2\nc : 3\nd : 4\ne : 5\n\n",
    );
}

#[test]
fn the_first_object_decides_the_columns() {
    check(
        "[pscustomobject]@{ a = 1 }; [pscustomobject]@{ a = 2; b = 3 }; [pscustomobject]@{ c = 4 }",
        "\na\n-\n1\n2\n \n\n",
    );
}

#[test]
fn texts_and_numbers_stand_alone() {
    check("1; 2.5; 'text'; $true; [char]'c'", "1\n2.5\ntext\nTrue\nc\n");
    check("[pscustomobject]@{ a = 1 }; 'a string'; [pscustomobject]@{ a = 2 }", "\na\n-\n1\na string\n2\n\n");
}

#[test]
fn collections_show_their_first_items() {
    check(
        "[pscustomobject]@{ l = 1, 2, 3, 4, 5, 6; e = @(); n = 'a', $null }",
        "\nl             e  n\n-             -  -\n{1, 2, 3, 4…} {} {a, $null}\n\n",
    );
    check(
        "@{ outer = @{ inner = 1 } }",
        "\nName                           Value\n----                           -----\nouter                          {[inner, 1]}\n\n",
    );
}

#[test]
fn dates_and_versions_have_views() {
    check("[datetime]'2024-02-29T13:05:09'", "\nThursday, 29 February 2024 13:05:09\n\n");
    check("[guid]::Empty", "\nGuid\n----\n00000000-0000-0000-0000-000000000000\n\n");
}

#[test]
fn an_error_shows_its_line() {
    check(
        "\ntry { 1 / 0 } catch { $_ }",
        "RuntimeException: \nLine |\n   2 |  try { 1 / 0 } catch { $_ }\n     |        ~~~~~\n     | Attempted to divide by zero.\n",
    );
}

#[test]
fn wide_characters_take_two_cells() {
    check(
        "[pscustomobject]@{ n = '日本語'; v = 1 }, [pscustomobject]@{ n = 'abc'; v = 2 }",
        "\nn      v\n-      -\n日本語 1\nabc    2\n\n",
    );
}
