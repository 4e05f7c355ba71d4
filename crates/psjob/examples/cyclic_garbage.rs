//! Whether cycles are freed: `cargo run --release -p psjob --example cyclic_garbage -- [PIPELINES]`.
//!
//! Runs pipelines in one session that each leave a cyclic graph of 1 MiB behind, and prints the resident memory on
//! the way. It must not grow with the number of pipelines.

mod measured;

use measured::{Taken, open, run, taken};
use psjob_embedded::Embedded;
use std::error::Error;
use std::time::Instant;

/// A ring of 64 tables, each with a string of 16 KiB of its own and the next one.
const SCRIPT: &str = "
    $first = $last = @{ Text = 'x' * 16KB }
    foreach ($i in 1..63) { $last = @{ Text = \"$i\" + 'x' * 16KB; Before = $last }; }
    $first.Before = $last
    $first.Before.Before.Text.Length
";

fn main() -> Result<(), Box<dyn Error>> {
    psjob::allocator::give_back_at_once();
    let count: usize = std::env::args().nth(1).map_or(Ok(1_000), |count| count.parse())?;
    let engine = Embedded::new();
    let session = open(&engine)?;
    let start = Instant::now();
    for done in 0..=count {
        if done % (count / 10).max(1) == 0 {
            let Taken { resident, threads } = taken()?;
            println!(
                "{done:6} pipelines {resident:9} KiB resident, {threads} threads, {:?}",
                start.elapsed()
            );
        }
        run(&session, SCRIPT)?;
    }
    Ok(())
}
