//! The program's allocator. The only module of this crate with `unsafe`: it sets options of a C library.
#![allow(unsafe_code)]

use libmimalloc_sys::{mi_option_set, mi_option_t};

/// Many small objects come and go on many threads, for which mimalloc is much faster than the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// After how many milliseconds free memory goes back to the system; its header names it `mi_option_purge_delay`.
const PURGE_DELAY: mi_option_t = 15;

/// How many pages without a free block are kept at hand for each size (`mi_option_page_full_retain`).
const FULL_RETAIN: mi_option_t = 36;

/// Whether memory is touched no sooner than it is allocated (`mi_option_page_commit_on_demand`).
const COMMIT_ON_DEMAND: mi_option_t = 40;

/// Has memory go back to the system when it is freed, and come from it when it is needed. By default free memory
/// goes at a later allocation, which in a session that has become idle never comes. Call it first in `main`.
pub fn give_back_at_once() {
    for (option, value) in [(PURGE_DELAY, 0), (FULL_RETAIN, 0), (COMMIT_ON_DEMAND, 1)] {
        // SAFETY: setting an option is allowed at any time.
        unsafe { mi_option_set(option, value) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_options() {
        // SAFETY: reading an option is allowed at any time.
        let by_default = |option| unsafe { libmimalloc_sys::mi_option_get(option) };
        assert_eq!([PURGE_DELAY, FULL_RETAIN, COMMIT_ON_DEMAND].map(by_default), [1000, 2, 0]);
    }
}
