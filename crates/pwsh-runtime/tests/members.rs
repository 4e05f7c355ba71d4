//! Members, indices, type data and classes: script in, values out, as PowerShell 7.6 answers.

use pwsh_runtime::command::CommandTable;
use pwsh_runtime::host::Collected;
use pwsh_runtime::pipeline::Streams;
use pwsh_runtime::{Runspace, Session, Shared};
use pwsh_value::{Process, convert};
use std::sync::Arc;

/// The texts of what a script puts out; an error is `!ID: message`.
fn run(script: &str) -> Vec<String> {
    pwsh_value::ty::install(&[psjob_dotnet::table::TYPES, pwsh_runtime::facade::TYPES].concat());
    let shared = Arc::new(Shared::new(CommandTable::new(&[])));
    let session = Session::new(shared, Process::inherit());
    let collected = Arc::new(Collected::default());
    let mut rs = Runspace::new(session, collected.clone(), None);
    let result = rs.parse(script).and_then(|block| rs.run_block(block, true, Vec::new(), Streams::TOP));
    let output = std::mem::take(&mut *collected.output.lock());
    let mut lines: Vec<String> =
        output.iter().map(|v| convert::to_text(&mut rs, v).unwrap().to_string()).collect();
    for record in collected.records.lock().iter() {
        if let pwsh_runtime::record::Record::Error(record) = record {
            let record =
                record.as_object().unwrap().get::<pwsh_runtime::error_record::ErrorRecord>().unwrap();
            lines.push(format!("!{}: {}", record.id, record.message()));
        }
    }
    if let Err(error) = result {
        let id = error.thrown().and_then(|t| t.id.clone()).map_or(String::new(), |id| id.to_string());
        lines.push(format!("!{id}: {}", error.message()));
    }
    lines
}

fn check(script: &str, expected: &[&str]) {
    assert_eq!(run(script), expected, "{script}");
}

#[test]
fn what_is_missing_is_null_and_scalars_count_one() {
    check("$null.x; (5).zz; $null.Count; (5).Count; 'abc'.Length", &["", "", "0", "1", "3"]);
    check("@{ Count = 9; Keys = 1 }.Count", &["9"]);
}

#[test]
fn a_name_that_a_collection_lacks_is_asked_of_its_items() {
    check("@([pscustomobject]@{ a = 1 }, [pscustomobject]@{ a = 2 }).a", &["1", "2"]);
    check("@([pscustomobject]@{ a = 1 }, 5).a", &["1"]);
    check("@([pscustomobject]@{ a = 1 }, [pscustomobject]@{ b = 1 }).a", &["1", ""]);
    check("('a', 'bb').ToUpper()", &["A", "BB"]);
    check("('a', 'bb').Length", &["2"]);
}

#[test]
fn setting_what_is_not_there_is_an_error() {
    check(
        "$x = [pscustomobject]@{ a = 1 }; $x.b = 1",
        &[
            "!ExceptionWhenSetting: Exception setting \"b\": \"The property 'b' cannot be found on this object. Verify that the property exists and can be set.\"",
        ],
    );
    check("$s = 'abc'; $s.Length = 1", &["!PropertyAssignmentException: 'Length' is a ReadOnly property."]);
    check(
        "$n = $null; $n.b = 1",
        &[
            "!PropertyNotFound: The property 'b' cannot be found on this object. Verify that the property exists and can be set.",
        ],
    );
    check("$h = @{}; $h.a = 3; $h.a; $h.Count", &["3", "1"]);
}

#[test]
fn methods_that_are_missing() {
    check(
        "(5).foo()",
        &[
            "!MethodNotFound: Method invocation failed because [System.Int32] does not contain a method named 'foo'.",
        ],
    );
    check("$null.foo()", &["!InvokeMethodOnNull: You cannot call a method on a null-valued expression."]);
    check(
        "[int]::foo()",
        &[
            "!MethodNotFound: Method invocation failed because [System.Int32] does not contain a method named 'foo'.",
        ],
    );
}

#[test]
fn elements_by_index() {
    check("(1, 2, 3)[-1]; 'abc'[0, 1]; (1, 2, 3)[1, 9]; (5)[0]", &["3", "a", "b", "2", "5"]);
    check("@{ a = 1; b = 2 }['a', 'b']; ([ordered]@{ a = 1; b = 2 })[1]", &["1", "2", "2"]);
    check("(1, 2, 3)['x']; (1, 2)['1']; (1, 2)[$true]", &["", "2", "2"]);
    check("$a = 1, 2, 3; $a[1] = 'x'; $a[-1] = 9; \"$a\"", &["1 x 9"]);
    check(
        "$a = 1, 2, 3; $a[5] = 1",
        &["!System.IndexOutOfRangeException: Index was outside the bounds of the array."],
    );
    check("$n = $null; $n[0]", &["!NullArray: Cannot index into a null array."]);
    check("@{}[$null]", &["!NullArrayIndex: Index operation failed; the array index evaluated to null."]);
    check(
        "$a = 1, 2, 3; $a[0, 1] = 7",
        &[
            "!ArraySliceAssignmentFailed: Array assignment to [0,1] failed because assignment to slices is not supported.",
        ],
    );
}

#[test]
fn intrinsic_methods() {
    check("(1, 2, 3).ForEach({ $_ * 2 })", &["2", "4", "6"]);
    check("(1, 2, 3).Where({ $_ -gt 1 }); (1, 2, 3).Where({ $_ -gt 1 }, 'First', 1)", &["2", "3", "2"]);
    check("$y, $n = (1, 2, 3).Where({ $_ -gt 1 }, 'Split'); \"$y/$n\"", &["2 3/1"]);
    check("(1, 2, 3).ForEach('ToString', '00'); ('a', 'b').ForEach('Length')", &["01", "02", "03", "1", "1"]);
    check("$x = 0; (1, 2).ForEach({ $x++ }); $x; (5).Where({ $true })", &["2", "5"]);
}

#[test]
fn statics() {
    check(
        "[int]::MaxValue; [math]::Foo; [DayOfWeek]::Monday; $x = 5; $x::MaxValue",
        &["2147483647", "", "Monday", "2147483647"],
    );
    check("[int]::MaxValue = 1", &["!PropertyAssignmentException: 'MaxValue' is a ReadOnly property."]);
    check("[DayOfWeek]::Monday.value__", &["1"]);
}

#[test]
fn classes_hold_values_and_run_methods() {
    check(
        "class A { $x = 1; [int] $y = 2; hidden $z = 3; static $s = 4
            [string] M($q) { return \"m$q\" }
            static [int] SM([int] $a, $b) { return $a }
            [void] V() { 5 }
            A() { }
            A([int] $x) { $this.x = $x } }
         $a = [A]::new(7); $a.x; $a.y; $a.z; [A]::s; $a.M(3); [A]::SM('4', 5); $a.V()",
        &["7", "2", "3", "4", "m3", "4"],
    );
    check(
        "class A { [int] $y = 2 }; $a = [A]::new(); $a.y = 'z'",
        &[
            "!ExceptionWhenSetting: Exception setting \"y\": \"Cannot convert value \"z\" to type \"System.Int32\". Error: \"The input string 'z' was not in a correct format.\"\"",
        ],
    );
    check("class A { [int] $y = 2 }; ([A]@{ y = 5 }).y", &["5"]);
    check("class A { F() { 'out'; 1 } }; [A]::new().F(); 'end'", &["end"]);
    check(
        "class A { [int] $y }; [A]::new(5)",
        &["!MethodCountCouldNotFindBest: Cannot find an overload for \"new\" and the argument count: \"1\"."],
    );
}

#[test]
fn classes_derive() {
    check(
        "class B { $n; B($n) { $this.n = $n } [string] F() { return 'B' + $this.n } }
         class A : B { A() : base(4) { } [string] F() { return 'A' + ([B] $this).F() } }
         [A]::new().F(); [A]::new() -is [B]",
        &["AB4", "True"],
    );
    check("class A : Exception { A([string] $m) : base($m) { } }; [A]::new('hi').Message", &["hi"]);
    check(
        "class A : Exception { A([string] $m) : base($m) { } }; try { throw [A]::new('hi') } catch [A] { 'got it' }",
        &["got it"],
    );
}

#[test]
fn classes_override_what_the_engine_asks() {
    check("class A { [string] ToString() { return 'I am A' } }; \"$([A]::new())\"", &["I am A"]);
    check(
        "class A { $x; A($x) { $this.x = $x } [bool] Equals($o) { return $this.x -eq $o.x } [int] GetHashCode() { return $this.x } }
         [A]::new(1) -eq [A]::new(1); @{ [A]::new(1) = 5 }.ContainsKey([A]::new(1))",
        &["True", "True"],
    );
    check(
        "class A : System.IComparable { $x; A($x) { $this.x = $x } [int] CompareTo($o) { return $this.x - $o.x } }
         [A]::new(1) -lt [A]::new(2)",
        &["True"],
    );
}

#[test]
fn classes_name_each_other_and_keep_statics() {
    check(
        "class A { [A] $next; [B] $b }; class B { }; $a = [A]::new(); $a.next = $a; \"$($a.next)\"",
        &["A"],
    );
    check(
        "class A { static [int] $n = 0; static A() { [A]::n = 7 } }; [A]::n; [A]::n = 9; [A]::n",
        &["7", "9"],
    );
    check("[A]::new().x; class A { $x = 3 }", &["3"]);
}

#[test]
fn generics_over_a_class_are_one_type() {
    check(
        "class J { $n } class W { [System.Collections.Generic.List[J]] $q = [System.Collections.Generic.List[J]]::new() }
         $w = [W]::new(); $w.q.Add([J]@{ n = 3 }); $w.q[0].n; $w.q -is [System.Collections.Generic.List[J]]",
        &["3", "True"],
    );
}

#[test]
fn enums() {
    check(
        "enum E { a; b = 5; c }; [E]::c; [int] [E]::c; [E] 'b'; [E]::a.value__; [E]::a -eq 'a'",
        &["c", "6", "b", "0", "True"],
    );
    check("[Flags()] enum E { a = 1; b = 2; c = 4 }; [E] 3; [E]::a -bor [E]::b", &["a, b", "a, b"]);
}

#[test]
fn errors_of_definitions_and_names() {
    let lines = run("class A { M() { } M() { } }");
    assert!(lines[0].ends_with("The member 'M' is already defined."), "{lines:?}");
    check("[nosuch]::x", &["!TypeNotFound: Unable to find type [nosuch]."]);
}

#[test]
fn namespaces_in_use() {
    check("using namespace System.Collections\n\"$([ArrayList])\"", &["System.Collections.ArrayList"]);
}

#[test]
fn members_as_objects() {
    check(
        "$o = [pscustomobject]@{ b = 1 }; $p = $o.psobject.Properties['b']; $p.Value = 9; $o.b; \"$p\"; $p.IsSettable; $p.MemberType",
        &["9", "int b=9", "True", "NoteProperty"],
    );
    check(
        "$o = [pscustomobject]@{ b = 1 }; $o.psobject.Properties.Add([psnoteproperty]::new('q', 3)); $o.q
         $o.psobject.Properties.Name; $o.psobject.Properties.Remove('q'); $o.q -eq $null",
        &["3", "b", "q", "True"],
    );
    check(
        "\"$('abc'.psobject.Properties['Length'])\"; 'abc'.psobject.Properties['Length'].Value",
        &["int Length {get;}", "3"],
    );
    check(
        "'abc'.Substring.OverloadDefinitions",
        &["string Substring(int startIndex)", "string Substring(int startIndex, int length)"],
    );
    check("$m = 'abc'.Substring; $m.Invoke(1)", &["bc"]);
}

#[test]
fn views_show_a_part_of_the_members() {
    check("$h = @{ Count = 'shadow' }; $h.Count; $h.PSBase.Count", &["shadow", "1"]);
    check(
        "$o = [pscustomobject]@{ a = 1 }; $o.PSExtended.a; $o.PSBase.a -eq $null; $o.PSBase.GetType().Name",
        &["1", "True", "PSObject"],
    );
}

#[test]
fn arrays_are_made_by_length() {
    check(
        "[string[]]::new(2).Count; \"$([int[]]::new(2))\"; $g = [int[,]]::new(2, 2); $g[0, 1] = 7; $g[0, 1]",
        &["2", "0 0", "7"],
    );
}

#[test]
fn a_custom_object_is_text_only_in_a_string() {
    check("$o = [pscustomobject]@{ a = 1 }; $o.ToString(); \"$o\"", &["", "@{a=1}"]);
}

#[test]
fn a_hash_literal_names_the_type_of_its_object() {
    check(
        "$o = [pscustomobject]@{ PSTypeName = 'W'; Id = 7 }; $o.pstypenames[0]; @($o.psobject.Properties).Count",
        &["W", "1"],
    );
}

#[test]
fn type_names_are_a_list_that_changes_the_object() {
    check("[int]::MaxValue.psobject.TypeNames", &["System.Int32", "System.ValueType", "System.Object"]);
    check(
        "$o = [pscustomobject]@{ a = 1 }; $o.pstypenames.Insert(0, 'Foo'); $o.pstypenames",
        &["Foo", "System.Management.Automation.PSCustomObject", "System.Object"],
    );
}

#[test]
fn a_class_lists_its_own_properties_before_its_bases() {
    check(
        "class A { $x = 1; [int] $y = 2 }; class B : A { $w = 4 }; $b = [B]::new(); $b.psobject.Properties.Name; $b.psobject.TypeNames
         \"$($b.psobject.Properties['y'])\"",
        &["w", "x", "y", "B", "A", "System.Object", "int y {get;set;}"],
    );
}

#[test]
fn script_members_of_an_object() {
    check(
        "$o = [pscustomobject]@{ a = 2 }
         $o.psobject.Members.Add([psscriptproperty]::new('twice', { $this.a * 2 }, { $this.a = $args[0] }))
         $o.psobject.Members.Add([psscriptmethod]::new('add', { param($n) $this.a + $n }))
         $o.psobject.Members.Add([psaliasproperty]::new('b', 'a'))
         $o.twice; $o.twice = 5; $o.a; $o.add(10); $o.b",
        &["4", "5", "15", "5"],
    );
}
