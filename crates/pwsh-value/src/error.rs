//! What a failing operation throws, and the rarer ways in which control leaves a call.

use crate::object::Obj;
use crate::payload::Exception;
use crate::string::PsString;
use crate::ty;
use crate::value::Value;
use std::any::Any;
use std::fmt;
use std::sync::Arc;

/// The result of whatever may throw.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a call did not return: one pointer, so that results stay small.
pub struct Error(Box<Unwind>);

/// The ways to leave a call other than by its result.
#[derive(Debug)]
pub enum Unwind {
    /// An exception: try/catch and trap see it.
    Throw(Thrown),
    /// The session asks the pipeline to stop; only `finally` runs.
    Stopped,
    /// A command downstream wants nothing more (`Select-Object -First`): the pipeline with that number ends.
    StopUpstream(u64),
    /// `exit` out of a place that has no statement completion, such as a command called by a cmdlet.
    Exit(i32),
    /// `[Environment]::Exit`: the session is over, with that code; nothing more of its script runs.
    ExitProcess(i32),
    /// `break` looking for a loop (with that label) in the callers.
    Break(Option<PsString>),
    /// `continue` looking for a loop (with that label) in the callers.
    Continue(Option<PsString>),
    /// `return` out of a subexpression.
    Return,
}

/// An exception on its way, with what its error record will say.
#[derive(Debug)]
pub struct Thrown {
    /// The exception object: its payload is an [`Exception`].
    pub exception: Obj,
    /// `FullyQualifiedErrorId` without the command's name; `None`: the exception's type name.
    pub id: Option<PsString>,
    /// The category.
    pub category: Category,
    /// `TargetObject`.
    pub target: Value,
    /// `ErrorDetails.Message`: what people are shown in the exception message's place.
    pub details: Option<PsString>,
    /// The error record, when there is one already (a `throw $_`, a record written by a cmdlet and raised).
    pub record: Option<Value>,
    /// Where in the script, in the runtime's own form.
    pub position: Option<Arc<dyn Any + Send + Sync>>,
    /// Whether a `throw` statement threw it: then it ends the script and not only its statement.
    pub from_throw: bool,
    /// Whether a command raised it on purpose (`ThrowTerminatingError`): it ends the function that did.
    pub terminating: bool,
}

impl fmt::Debug for Obj {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Obj({})", self.ty().name())
    }
}

impl Error {
    /// An exception of the .NET type `type_name` with this message.
    pub fn new(type_name: &str, message: impl Into<PsString>) -> Error {
        Error::throw(Exception::object(ty::named(type_name), message.into(), None))
    }

    /// The exception `exception`, an object with an [`Exception`] payload.
    pub fn throw(exception: Obj) -> Error {
        Error::from(Unwind::Throw(Thrown {
            exception,
            id: None,
            category: Category::NotSpecified,
            target: Value::Null,
            details: None,
            record: None,
            position: None,
            from_throw: false,
            terminating: false,
        }))
    }

    /// `System.Management.Automation.RuntimeException`, the engine's own, with an error id.
    pub fn runtime(id: &str, message: impl Into<PsString>) -> Error {
        Error::new("System.Management.Automation.RuntimeException", message).id(id)
    }

    /// `System.ArgumentException`, .NET's for a bad argument; `parameter` may be empty.
    pub fn argument(message: &str, parameter: &str) -> Error {
        let text = if parameter.is_empty() {
            message.to_owned()
        } else {
            format!("{message} (Parameter '{parameter}')")
        };
        Error::new("System.ArgumentException", text)
    }

    /// Sets the error id.
    pub fn id(mut self, id: impl Into<PsString>) -> Error {
        if let Unwind::Throw(thrown) = &mut *self.0 {
            thrown.id = Some(id.into());
        }
        self
    }

    /// Sets the message that people are shown in the exception message's place.
    pub fn details(mut self, message: impl Into<PsString>) -> Error {
        if let Unwind::Throw(thrown) = &mut *self.0 {
            thrown.details = Some(message.into());
        }
        self
    }

    /// Sets the category.
    pub fn category(mut self, category: Category) -> Error {
        if let Unwind::Throw(thrown) = &mut *self.0 {
            thrown.category = category;
        }
        self
    }

    /// Sets the target object.
    pub fn target(mut self, target: impl Into<Value>) -> Error {
        if let Unwind::Throw(thrown) = &mut *self.0 {
            thrown.target = target.into();
        }
        self
    }

    /// The exception on its way, if that is what it is.
    pub fn thrown(&self) -> Option<&Thrown> {
        match &*self.0 {
            Unwind::Throw(thrown) => Some(thrown),
            _ => None,
        }
    }

    /// The exception on its way, to complete it.
    pub fn thrown_mut(&mut self) -> Option<&mut Thrown> {
        match &mut *self.0 {
            Unwind::Throw(thrown) => Some(thrown),
            _ => None,
        }
    }

    /// What it is.
    pub fn unwind(&self) -> &Unwind {
        &self.0
    }

    /// What it is, by value.
    pub fn into_unwind(self) -> Unwind {
        *self.0
    }

    /// The exception's message, empty for what is no exception.
    pub fn message(&self) -> PsString {
        self.thrown()
            .and_then(|t| t.exception.get::<Exception>().map(|e| e.message()))
            .unwrap_or_else(PsString::empty)
    }
}

impl From<Unwind> for Error {
    fn from(unwind: Unwind) -> Error {
        Error(Box::new(unwind))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Unwind::Throw(thrown) => write!(f, "{}: {}", thrown.exception.ty().name(), self.message()),
            other => fmt::Debug::fmt(other, f),
        }
    }
}

/// `System.Management.Automation.ErrorCategory`, by its numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "the names are the documentation, as in .NET")]
pub enum Category {
    #[default]
    NotSpecified = 0,
    OpenError = 1,
    CloseError = 2,
    DeviceError = 3,
    DeadlockDetected = 4,
    InvalidArgument = 5,
    InvalidData = 6,
    InvalidOperation = 7,
    InvalidResult = 8,
    InvalidType = 9,
    MetadataError = 10,
    NotImplemented = 11,
    NotInstalled = 12,
    ObjectNotFound = 13,
    OperationStopped = 14,
    OperationTimeout = 15,
    SyntaxError = 16,
    ParserError = 17,
    PermissionDenied = 18,
    ResourceBusy = 19,
    ResourceExists = 20,
    ResourceUnavailable = 21,
    ReadError = 22,
    WriteError = 23,
    FromStdErr = 24,
    SecurityError = 25,
    ProtocolError = 26,
    ConnectionError = 27,
    AuthenticationError = 28,
    LimitsExceeded = 29,
    QuotaExceeded = 30,
    NotEnabled = 31,
}

impl Category {
    /// All categories by number.
    const ALL: [Category; 32] = {
        use Category::*;
        [
            NotSpecified,
            OpenError,
            CloseError,
            DeviceError,
            DeadlockDetected,
            InvalidArgument,
            InvalidData,
            InvalidOperation,
            InvalidResult,
            InvalidType,
            MetadataError,
            NotImplemented,
            NotInstalled,
            ObjectNotFound,
            OperationStopped,
            OperationTimeout,
            SyntaxError,
            ParserError,
            PermissionDenied,
            ResourceBusy,
            ResourceExists,
            ResourceUnavailable,
            ReadError,
            WriteError,
            FromStdErr,
            SecurityError,
            ProtocolError,
            ConnectionError,
            AuthenticationError,
            LimitsExceeded,
            QuotaExceeded,
            NotEnabled,
        ]
    };

    /// The category with that number, `NotSpecified` for numbers that have none.
    pub fn from_number(number: i64) -> Category {
        usize::try_from(number).ok().and_then(|at| Self::ALL.get(at).copied()).unwrap_or_default()
    }
}
