//! What idle sessions take: `cargo run --release -p psjob --example idle_runspaces -- [SESSIONS]`.
//!
//! Opens as many sessions in this process through the protocol, runs a pipeline in the runspace of each, lets them
//! lie, and prints threads and memory. The clients' ends live here too and are counted with the sessions.

mod measured;

use measured::{Taken, open, run, taken};
use psjob_embedded::Embedded;
use std::error::Error;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn Error>> {
    psjob::allocator::give_back_at_once();
    let count: usize = std::env::args().nth(1).map_or(Ok(10_000), |count| count.parse())?;
    let engine = Embedded::new();
    // what the first session of a process makes is no cost of each
    let first = open(&engine)?;
    run(&first, "function f { $args }; $x = f 1; $x")?;
    let before = taken()?;
    print_taken("one session", &before);

    let start = Instant::now();
    let mut sessions = Vec::with_capacity(count);
    for _ in 0..count {
        sessions.push(open(&engine)?);
    }
    let opened = taken()?;
    print_taken(&format!("{count} opened in {:?}", start.elapsed()), &opened);
    print_each(count, &before, &opened);

    for session in &sessions {
        run(session, "function f { $args }; $x = f 1; $x")?;
    }
    let used = taken()?;
    print_taken("each has run a pipeline", &used);
    print_each(count, &before, &used);

    // threads without work stay for some seconds
    std::thread::sleep(Duration::from_secs(12));
    let idle = taken()?;
    print_taken("all idle", &idle);
    print_each(count, &before, &idle);
    drop(first);
    Ok(())
}

fn print_taken(what: &str, taken: &Taken) {
    println!("{what:40} {:6} threads {:9} KiB resident", taken.threads, taken.resident);
}

fn print_each(count: usize, before: &Taken, now: &Taken) {
    let each = (now.resident as f64 - before.resident as f64) / count as f64;
    println!("{:40} {each:24.1} KiB for each", "");
}
