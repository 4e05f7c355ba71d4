use super::output::Output;

/// A command of a shell.
#[derive(Debug)]
pub(super) struct Command {
    /// As the client spells it.
    pub id: String,
    pub output: Output,
    /// Whether the engine still runs it.
    pub running: bool,
}

impl Command {
    pub fn new(id: String) -> Self {
        Self { id, output: Output::default(), running: true }
    }
}
