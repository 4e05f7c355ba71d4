//! `System.Threading`.

pub mod abandoned_mutex_exception;
pub mod apartment_state;
pub mod cancellation;
pub mod event_reset_mode;
pub mod interlocked;
pub mod lock_recursion_exception;
pub mod monitor;
pub mod semaphore_full_exception;
pub mod synchronization_lock_exception;
pub mod tasks;
pub mod thread;
pub mod thread_abort_exception;
pub mod thread_interrupted_exception;
pub mod thread_priority;
pub mod thread_state;
pub mod thread_state_exception;
pub mod wait_handle;
pub mod wait_handle_cannot_be_opened_exception;
