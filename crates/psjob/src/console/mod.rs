//! The terminal, or what stands in its place, as a PowerShell host.

mod color;
mod host;
mod progress;
mod prompt;
mod terminal;

pub use host::ConsoleHost;
pub use progress::ProgressBar;
pub use terminal::Terminal;
