//! Cycles that a script leaves behind are freed when its pipeline is over.

use pwsh_runtime::command::CommandTable;
use pwsh_runtime::host::Collected;
use pwsh_runtime::pipeline::Streams;
use pwsh_runtime::scope::Scopes;
use pwsh_runtime::{Runspace, Session, Shared};
use pwsh_value::{Name, Obj, Payload, Process, Value, ty};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// An object that counts how many of its kind live.
struct Counted(Arc<AtomicUsize>);

impl Payload for Counted {}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

fn counted(alive: &Arc<AtomicUsize>) -> Value {
    alive.fetch_add(1, Ordering::SeqCst);
    Value::Object(Obj::new(ty::known().object.clone(), Counted(alive.clone())))
}

/// Runs a script many times, each with an object of its own in `$counted` that it puts into a cycle, and gives how
/// many of these objects live after each run's collection.
fn alive_after_each(script: &str, runs: usize) -> Vec<usize> {
    ty::install(&[psjob_dotnet::table::TYPES, pwsh_runtime::facade::TYPES].concat());
    let session = Session::new(Arc::new(Shared::new(CommandTable::new(&[]))), Process::inherit());
    let _entered = session.heap.enter();
    let mut rs = Runspace::new(session.clone(), Arc::new(Collected::default()), None);
    let alive = Arc::new(AtomicUsize::new(0));
    let name = Name::intern("counted");
    let run = |_| {
        rs.set_in(Scopes::GLOBAL, name, counted(&alive));
        let block = rs.parse(script).expect("the script parses");
        rs.run_block(block, true, Vec::new(), Streams::TOP).expect("the script runs");
        rs.set_in(Scopes::GLOBAL, name, Value::Null);
        session.heap.collect();
        alive.load(Ordering::SeqCst)
    };
    (0..runs).map(run).collect()
}

#[track_caller]
fn check(script: &str) {
    assert_eq!(alive_after_each(script, 50), [0; 50], "{script}");
}

#[test]
fn tables_that_hold_each_other() {
    check("$a = @{ Kept = $counted }; $b = @{ Other = $a }; $a.Other = $b");
}

#[test]
fn an_array_that_holds_itself() {
    check("$a = @($counted, $null); $a[1] = $a");
}

#[test]
fn a_list_of_an_object_that_holds_the_list() {
    check(
        "$list = [System.Collections.Generic.List[object]]::new(); $o = [pscustomobject]@{ List = $list; Kept = $counted }; $list.Add($o)",
    );
}

#[test]
fn a_ring_of_objects_with_members_of_their_own() {
    check(
        "$first = $last = [pscustomobject]@{ Next = $null; Kept = $counted }
        foreach ($i in 1..20) { $new = [pscustomobject]@{ Next = $null; Kept = $i }; $last.Next = $new; $last = $new }
        $last.Next = $first",
    );
}

#[test]
fn instances_of_classes_that_know_their_parents() {
    check(
        "class Tree { $Parent; $Children = @(); $Kept }
        $root = [Tree]::new(); $root.Kept = $counted
        foreach ($i in 1..3) { $child = [Tree]::new(); $child.Parent = $root; $root.Children += $child }",
    );
}

#[test]
fn what_was_held_for_a_while_is_freed_later() {
    let script = "$a = @{ Kept = $counted }; $a.Self = $a; $global:held = $a";
    // The table of each run is held until the next one's takes its place; then it is among the old suspects,
    // which are looked at whenever 256 objects were followed: here two in each run.
    let alive = alive_after_each(script, 1000);
    assert!(alive.iter().all(|alive| (1..=130).contains(alive)), "{alive:?}");
}
