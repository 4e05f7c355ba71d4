//! Ctrl+C and the signals that end a process.

/// Has `interrupted` called on another thread whenever the user or the system wants this process to end. Where
/// that cannot be arranged, the process just ends.
pub fn on_interrupt(interrupted: impl Fn() + Send + 'static) {
    let _ = ctrlc::set_handler(interrupted);
}
