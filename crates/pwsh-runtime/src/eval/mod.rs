//! The evaluator: walks compiled trees, one file for each kind of construct.

mod assign;
mod call;
mod command;
mod context;
mod expression;
mod failure;
mod hash;
mod item_block;
mod loops;
mod outside;
mod regex;
mod requires;
mod script;
mod statement;
mod switch;
mod text;
mod throw;
mod variable;

pub(crate) use call::Callee;
pub(crate) use command::PreparedPipeline;
pub use outside::{OutsideCommand, OutsideWork};
pub use script::parse_error;

use pwsh_value::{Error, Name, Unwind};

/// How a statement ended, when nothing was thrown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Flow {
    /// The next statement is due.
    Next,
    /// `break`, to a label.
    Break(Option<Name>),
    /// `continue`, to a label.
    Continue(Option<Name>),
    /// `return`.
    Return,
    /// `exit`.
    Exit(i32),
}

impl Flow {
    /// What the flow is to the code that called: nothing for what ends here, an unwinding for what goes on
    /// through the callers.
    fn leaving_call(self) -> Result<(), Error> {
        match self {
            Flow::Next | Flow::Return => Ok(()),
            other => Err(other.as_error()),
        }
    }

    /// Nothing for statements in an expression that ran to their end, an unwinding for the rest.
    fn in_expression(self) -> Result<(), Error> {
        if self == Flow::Next { Ok(()) } else { Err(self.as_error()) }
    }

    /// The flow out of a place that has no statement completion.
    fn as_error(self) -> Error {
        let unwind = match self {
            Flow::Break(label) => Unwind::Break(label.map(Name::text)),
            Flow::Continue(label) => Unwind::Continue(label.map(Name::text)),
            Flow::Exit(code) => Unwind::Exit(code),
            Flow::Return | Flow::Next => Unwind::Return,
        };
        unwind.into()
    }
}
