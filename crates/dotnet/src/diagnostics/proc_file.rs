//! What `/proc` says of a process.

use std::fs;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Memory in bytes, processor time in seconds.
#[derive(Clone, Copy, Default, PartialEq, Debug)]
pub struct Usage {
    /// In memory now.
    pub resident: u64,
    /// Addresses in use.
    pub mapped: u64,
    /// Its own data.
    pub private: u64,
    /// Swapped out.
    pub swapped: u64,
    /// The most that was in memory.
    pub most_resident: u64,
    /// The most addresses in use.
    pub most_mapped: u64,
    /// What Unix does not count.
    pub none: u64,
    /// Time in the process's own code.
    pub user: f64,
    /// Time in the kernel.
    pub system: f64,
    /// Its session.
    pub session: i32,
}

/// The numbers of all processes.
pub fn all() -> Vec<u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let mut ids: Vec<u32> = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
    ids.sort_unstable();
    ids
}

/// The fields of `/proc/ID/stat` after the name, and the name.
fn stat(id: u32) -> Option<(String, Vec<String>)> {
    let text = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name may hold anything, parentheses too.
    let (head, rest) = text.rsplit_once(')')?;
    let name = head.split_once('(')?.1.to_owned();
    Some((name, rest.split_whitespace().map(str::to_owned).collect()))
}

/// Whether a process runs; one that has ended and waits to be collected does not.
pub fn is_alive(id: u32) -> bool {
    stat(id).is_some_and(|(_, fields)| !matches!(fields.first().map(String::as_str), None | Some("Z" | "X")))
}

/// The name: the kernel's, or where that was cut off the program's, as .NET finds it.
pub fn name(id: u32) -> Option<String> {
    let (short, _) = stat(id)?;
    let line = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
    let words = line.split(|byte| *byte == 0).take(2).map(|word| String::from_utf8_lossy(word).into_owned());
    let names = words.map(|word| word.rsplit('/').next().unwrap_or_default().to_owned());
    Some(names.into_iter().find(|name| name.starts_with(&short)).unwrap_or(short))
}

/// Ticks of the kernel's clock in a second, as `/proc` counts.
const TICKS: f64 = 100.0;

/// When a process was started.
pub fn start_time(id: u32) -> Option<SystemTime> {
    let (_, fields) = stat(id)?;
    let after_boot: f64 = fields.get(19)?.parse().ok()?;
    let kernel = fs::read_to_string("/proc/stat").ok()?;
    let boot = kernel.lines().find_map(|line| line.strip_prefix("btime "))?.trim().parse().ok()?;
    Some(UNIX_EPOCH + Duration::from_secs(boot) + Duration::from_secs_f64(after_boot / TICKS))
}

/// How many files a process has open.
pub fn open_files(id: u32) -> usize {
    fs::read_dir(format!("/proc/{id}/fd")).map_or(0, Iterator::count)
}

/// What a process uses; zeros for one that is gone.
pub fn usage(id: u32) -> Usage {
    let mut usage = Usage::default();
    if let Some((_, fields)) = stat(id) {
        let number = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
        usage.session = number(3) as i32;
        usage.user = number(11) / TICKS;
        usage.system = number(12) / TICKS;
    }
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    for line in status.lines() {
        let Some((name, value)) = line.split_once(':') else { continue };
        let bytes = value.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or(0) * 1024;
        match name {
            "VmRSS" => usage.resident = bytes,
            "VmSize" => usage.mapped = bytes,
            "VmData" => usage.private = bytes,
            "VmSwap" => usage.swapped = bytes,
            "VmHWM" => usage.most_resident = bytes,
            "VmPeak" => usage.most_mapped = bytes,
            _ => {}
        }
    }
    usage
}
