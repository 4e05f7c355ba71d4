//! What is left of a thread's stack, asked wherever script, input or data can recurse.

use crate::error::{Category, Error, Result};
use std::cell::Cell;

/// The stack that every thread which runs script reserves, in bytes.
pub const RESERVE: usize = 64 << 20;

/// What must be left for the code between two checks, and for making and reporting the error, in bytes.
const MARGIN: usize = 512 << 10;

thread_local! {
    static FLOOR: Cell<usize> = const { Cell::new(0) };
}

/// Tells that the current thread was started with `size` bytes of stack; call it first on that thread.
pub fn begin_thread(size: usize) {
    FLOOR.set(here().saturating_sub(size.saturating_sub(MARGIN)));
}

/// Whether the thread has too little stack left to go one level deeper. On a thread that never called
/// [`begin_thread`] the answer is taken from a conservative 1 MiB below where it is asked first.
pub fn exhausted() -> bool {
    let floor = FLOOR.get();
    if floor == 0 {
        FLOOR.set(here().saturating_sub(1 << 20));
        return false;
    }
    here() < floor
}

/// The error that PowerShell makes of a recursion that is too deep.
///
/// # Errors
/// `ScriptCallDepthException` once the thread's stack is [`exhausted`].
pub fn check() -> Result<()> {
    if exhausted() { Err(overflow()) } else { Ok(()) }
}

/// The error of [`check`].
pub fn overflow() -> Error {
    let message = "The script failed due to call depth overflow.";
    Error::new("System.Management.Automation.ScriptCallDepthException", message)
        .id("CallDepthOverflow")
        .category(Category::InvalidOperation)
}

/// The same for work that may have been given up because of the stack while it was deeper, by as much as `depth`
/// bytes, than where it is asked about now.
///
/// # Errors
/// As of [`check`].
pub fn check_after(depth: usize) -> Result<()> {
    if here() < FLOOR.get().saturating_add(depth) { Err(overflow()) } else { Ok(()) }
}

#[inline(never)]
fn here() -> usize {
    let marker = 0_u8;
    std::ptr::from_ref(&marker).addr()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dive(depth: u32) -> u32 {
        if exhausted() { depth } else { std::hint::black_box(dive(depth + 1)) }
    }

    #[test]
    fn recursion_ends_before_the_stack_does() {
        let depth = std::thread::Builder::new()
            .stack_size(2 << 20)
            .spawn(|| {
                begin_thread(2 << 20);
                dive(0)
            })
            .unwrap()
            .join()
            .unwrap();
        assert!(depth > 1000, "stopped after {depth}");
    }
}
