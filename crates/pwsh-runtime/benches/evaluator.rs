//! What the constructs of the language cost: `cargo bench -p pwsh-runtime --bench evaluator`.
//!
//! The time is that of the whole script, which does its thing as often as its name says.

mod session;

use criterion::{Criterion, criterion_group};
use pwsh_runtime::pipeline::Streams;
use session::runspace;

const SCRIPTS: [(&str, &str); 10] = [
    ("1000 sums", "$s = 0; for ($i = 0; $i -lt 1000; $i++) { $s += $i % 7 }"),
    (
        "1000 turns of two loops",
        "$n = 0; foreach ($a in 1..40) { foreach ($b in 1..25) { if (($a * $b) % 3 -eq 0) { $n++ } } }",
    ),
    (
        "1000 calls of a function",
        "function add($a, $b) { $a + $b }; $t = 0; foreach ($i in 1..1000) { $t = add $t $i }",
    ),
    (
        "1000 calls of a method",
        "$b = [System.Text.StringBuilder]::new(); foreach ($i in 1..1000) { $null = $b.Append('x') }",
    ),
    ("1000 expanded strings", "foreach ($i in 1..1000) { $s = \"item $i of $($i + 1)\" }"),
    ("1000 appended elements", "$a = @(); foreach ($i in 1..1000) { $a += $i }"),
    ("1000 entries of a table", "$h = @{}; foreach ($i in 1..1000) { $h[\"k$i\"] = $i }"),
    ("1000 custom objects", "$a = foreach ($i in 1..1000) { [pscustomobject]@{ Id = $i; Name = 'n' } }"),
    ("1000 matches", "foreach ($i in 1..1000) { $m = \"user$i\" -match '^(\\w+?)(\\d+)$' }"),
    ("1000 errors caught", "foreach ($i in 1..1000) { try { throw 'x' } catch { } }"),
];

fn run(c: &mut Criterion) {
    let mut rs = runspace();
    let mut group = c.benchmark_group("run");
    for (name, script) in SCRIPTS {
        let block = rs.parse(script).expect("the script parses");
        group.bench_function(name, |b| {
            b.iter(|| rs.run_block(block.clone(), true, Vec::new(), Streams::TOP).expect("the script runs"));
        });
    }
}

fn parse(c: &mut Criterion) {
    let text = SCRIPTS.map(|(_, script)| script).join("\n");
    c.bench_function("parse ten lines", |b| {
        b.iter(|| pwsh_syntax::parse_input(&pwsh_syntax::Source::new(&*text, None)).errors.len());
    });
}

criterion_group!(benches, run, parse);

fn main() {
    session::run(benches);
}
