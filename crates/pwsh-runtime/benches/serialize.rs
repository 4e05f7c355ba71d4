//! What values cost on their way to a client: `cargo bench -p pwsh-runtime --bench serialize`.

mod session;

use clixml::{Flavour, NoKey};
use criterion::{Criterion, Throughput, criterion_group};
use pwsh_runtime::serialize::{DEFAULT_DEPTH, Serializer};
use session::runspace;
use std::hint::black_box;

const VALUES: [(&str, &str); 7] = [
    ("int", "1234"),
    ("string", "'line number 1234 of the output'"),
    ("date", "[datetime]'2026-01-02'"),
    (
        "custom object",
        "[pscustomobject]@{ Id = 1; Name = 'name 1'; When = [datetime]'2026-01-02'; Size = 1.5; Tags = 'a', 'b' }",
    ),
    ("table of 20 entries", "$h = @{}; foreach ($i in 1..20) { $h[\"key$i\"] = $i }; $h"),
    (".NET object", "[System.Version]'1.2.3'.GetType()"),
    ("error record", "try { throw 'x' } catch { $_ }"),
];

fn serialize(c: &mut Criterion) {
    let mut rs = runspace();
    let mut group = c.benchmark_group("serialize");
    for (name, script) in VALUES {
        let value = rs.invoke_text(script).expect("the script runs");
        let mut serializer = Serializer::new(Flavour::Wire);
        let mut write = || {
            serializer.clear();
            serializer.value(&mut rs, &value, DEFAULT_DEPTH, &NoKey).expect("a value without secrets");
            black_box(serializer.finish().len())
        };
        group.throughput(Throughput::Bytes(write() as u64));
        group.bench_function(name, |b| b.iter(&mut write));
    }
}

criterion_group!(benches, serialize);

fn main() {
    session::run(benches);
}
