//! The program's allocator. The only module of this crate with `unsafe`: it sets an option of a C library.
#![allow(unsafe_code)]

use libmimalloc_sys::{mi_option_set, mi_option_t};

/// Many small objects come and go on many threads, for which mimalloc is much faster than the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// After how many milliseconds free memory goes back to the system; its header names it `mi_option_purge_delay`.
const PURGE_DELAY: mi_option_t = 15;

/// Has memory go back to the system when it is freed. By default it goes at a later allocation, which in a session
/// that has become idle never comes.
pub fn give_back_at_once() {
    // SAFETY: setting an option is allowed at any time.
    unsafe { mi_option_set(PURGE_DELAY, 0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_is_that_of_the_option() {
        // SAFETY: reading an option is allowed at any time.
        let by_default = unsafe { libmimalloc_sys::mi_option_get(PURGE_DELAY) };
        assert_eq!(by_default, 1000, "the default of the purge delay");
    }
}
