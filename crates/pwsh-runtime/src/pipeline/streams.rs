//! The seven streams of a command.

use super::sinks::Out;

/// Where each stream goes. `Out::Top` is the pipeline's own stream of that kind; any other place takes the
/// records as objects.
#[derive(Clone, Copy, Debug)]
pub struct Streams {
    /// 1
    pub output: Out,
    /// 2
    pub error: Out,
    /// 3
    pub warning: Out,
    /// 4
    pub verbose: Out,
    /// 5
    pub debug: Out,
    /// 6
    pub information: Out,
    /// Whether errors were merged into the output: then they are not shown as errors of the pipeline.
    pub merged_error: bool,
}

/// A stream that takes texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Write {
    /// 3
    Warning,
    /// 4
    Verbose,
    /// 5
    Debug,
}

impl Streams {
    /// All to the pipeline's own.
    pub const TOP: Streams = Streams {
        output: Out::Top,
        error: Out::Top,
        warning: Out::Top,
        verbose: Out::Top,
        debug: Out::Top,
        information: Out::Top,
        merged_error: false,
    };

    /// All to nowhere.
    pub const DISCARD: Streams = Streams {
        output: Out::Discard,
        error: Out::Discard,
        warning: Out::Discard,
        verbose: Out::Discard,
        debug: Out::Discard,
        information: Out::Discard,
        merged_error: false,
    };

    /// The same streams with another output.
    pub fn with_output(self, output: Out) -> Streams {
        Streams { output, ..self }
    }

    /// Where a text stream goes.
    pub fn of(&self, stream: Write) -> Out {
        match stream {
            Write::Warning => self.warning,
            Write::Verbose => self.verbose,
            Write::Debug => self.debug,
        }
    }
}
