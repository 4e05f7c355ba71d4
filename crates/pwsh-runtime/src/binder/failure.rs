//! Why an argument could not be bound: the binder decides by the kind what to try next, and script sees the
//! exception in PowerShell's words.

use super::place::ArgumentPlace;
use pwsh_value::payload::Exception;
use pwsh_value::ty::{named, reflection_name};
use pwsh_value::{Category, Error, Obj, PsString, Type, Value};
use std::sync::Arc;

/// The result of a step of the binder.
pub(super) type Bound<T> = Result<T, Failure>;

/// Why a step failed.
pub(super) enum Failure {
    /// The arguments do not fit.
    Refused(Box<Refusal>),
    /// Anything else: a stop, an exception that is no binding error.
    Error(Error),
}

/// The three exceptions of the binder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// `ParameterBindingException`
    Binding,
    /// `ParameterBindingValidationException`
    Validation,
    /// `ParameterBindingArgumentTransformationException`
    Transformation,
}

/// A binding error.
pub(super) struct Refusal {
    /// The exception's type.
    pub kind: Kind,
    id: &'static str,
    category: Category,
    message: String,
    /// `ParameterName`; the binder's texts have it in them.
    parameter: PsString,
    expected: Option<Type>,
    found: Option<Type>,
    cause: Option<Obj>,
    /// Whether a value that cannot be converted is the cause.
    pub cast: bool,
    /// The argument that is refused.
    place: Option<ArgumentPlace>,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Error(error)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure::Refused(Box::new(refusal))
    }
}

const CAST: &str = "System.Management.Automation.PSInvalidCastException";

impl Refusal {
    /// A `ParameterBindingException` in the category InvalidArgument.
    pub fn new(id: &'static str, message: impl Into<String>) -> Refusal {
        Refusal {
            kind: Kind::Binding,
            id,
            category: Category::InvalidArgument,
            message: message.into(),
            parameter: PsString::empty(),
            expected: None,
            found: None,
            cause: None,
            cast: false,
            place: None,
        }
    }

    /// A `ParameterBindingValidationException`.
    pub fn validation(id: &'static str, message: impl Into<String>) -> Refusal {
        Refusal { kind: Kind::Validation, category: Category::InvalidData, ..Refusal::new(id, message) }
    }

    /// A `ParameterBindingArgumentTransformationException` with its cause.
    pub fn transformation(parameter: &PsString, cause: &Error) -> Refusal {
        let text =
            format!("Cannot process argument transformation on parameter '{parameter}'. {}", cause.message());
        let refusal = Refusal::new("ParameterArgumentTransformationError", text);
        Refusal { kind: Kind::Transformation, category: Category::InvalidData, ..refusal }
            .parameter(parameter)
            .caused_by(cause, Some("System.Management.Automation.ArgumentTransformationMetadataException"))
    }

    /// The argument lacks the type name that the parameter asks for.
    pub fn type_name(parameter: &PsString, wanted: &PsString) -> Refusal {
        let text = format!(
            "Cannot bind argument to parameter '{parameter}', because PSTypeNames of the argument do not match the PSTypeName required by the parameter: {wanted}."
        );
        Refusal { kind: Kind::Transformation, ..Refusal::new("MismatchedPSTypeName", text) }
            .parameter(parameter)
    }

    /// Sets the category.
    pub fn category(self, category: Category) -> Refusal {
        Refusal { category, ..self }
    }

    /// Names the parameter.
    pub fn parameter(self, parameter: &PsString) -> Refusal {
        Refusal { parameter: parameter.clone(), ..self }
    }

    /// Says which type was wanted and which was given.
    pub fn types(self, expected: Option<&Type>, found: Option<&Value>) -> Refusal {
        Refusal { expected: expected.cloned(), found: found.and_then(|v| v.ty().cloned()), ..self }
    }

    /// Sets the inner exception; with `wrapper` it is wrapped in an exception of that type first.
    pub fn caused_by(self, cause: &Error, wrapper: Option<&str>) -> Refusal {
        let Some(thrown) = cause.thrown() else { return self };
        let cast = thrown.exception.ty().name().is(CAST);
        let inner = match wrapper {
            Some(wrapper) if !thrown.exception.ty().name().is(wrapper) => {
                Exception::object(named(wrapper), cause.message(), Some(thrown.exception.clone()))
            }
            _ => thrown.exception.clone(),
        };
        Refusal { cause: Some(inner), cast, ..self }
    }

    /// The same failure with the note that default parameter values may be its reason.
    pub fn elaborated(mut self, defaults: &[PsString]) -> Refusal {
        let names: String = defaults.iter().map(|name| format!(" -{name}")).collect();
        self.message = match defaults.len() {
            0 | 1 => format!(
                "{} This failure might be caused by applying the default parameter binding. You can disable the default parameter binding in $PSDefaultParameterValues by setting $PSDefaultParameterValues[\"Disabled\"] to be $true, and retry. The following default parameter was successfully bound for this cmdlet when the error occurred:{names}",
                self.message
            ),
            _ => format!(
                "{} This error might have been caused by applying the default parameter binding. You can disable the default parameter binding in $PSDefaultParameterValues by setting $PSDefaultParameterValues[\"Disabled\"] to be $true, and then trying again. The following default parameters were successfully bound for this cmdlet when the error occurred:{names}",
                self.message
            ),
        };
        self.kind = Kind::Binding;
        self
    }

    fn into_error(self) -> Error {
        let ty = match self.kind {
            Kind::Binding => "System.Management.Automation.ParameterBindingException",
            Kind::Validation => "System.Management.Automation.ParameterBindingValidationException",
            Kind::Transformation => {
                "System.Management.Automation.ParameterBindingArgumentTransformationException"
            }
        };
        let exception = Exception::object(named(ty), self.message.into(), self.cause);
        if let Some(payload) = exception.get::<Exception>() {
            payload.set_field("ParameterName", Value::String(self.parameter));
            payload.set_field("ErrorId", self.id.into());
            payload.set_field("ParameterType", self.expected.map_or(Value::Null, Value::from));
            payload.set_field("TypeSpecified", self.found.map_or(Value::Null, Value::from));
        }
        let mut error = Error::throw(exception).id(self.id).category(self.category);
        if let (Some(place), Some(thrown)) = (self.place, error.thrown_mut()) {
            thrown.position = Some(Arc::new(place));
        }
        error
    }

    /// Says which argument is refused.
    pub fn at(self, place: ArgumentPlace) -> Refusal {
        Refusal { place: Some(place), ..self }
    }
}

impl Failure {
    /// Says which argument is refused, if that is the failure.
    pub fn at(self, place: ArgumentPlace) -> Failure {
        match self {
            Failure::Refused(refusal) => refusal.at(place).into(),
            other => other,
        }
    }

    /// The error that script sees.
    pub fn into_error(self) -> Error {
        match self {
            Failure::Refused(refusal) => refusal.into_error(),
            Failure::Error(error) => error,
        }
    }
}

/// A parameter's name that no parameter has.
pub(super) fn named_not_found(name: &PsString, found: Option<&Value>) -> Refusal {
    Refusal::new(
        "NamedParameterNotFound",
        format!("A parameter cannot be found that matches parameter name '{name}'."),
    )
    .parameter(name)
    .types(None, found)
}

/// A parameter that was given without its argument.
pub(super) fn missing_argument(parameter: &PsString, ty: &Type) -> Refusal {
    let text = format!(
        "Missing an argument for parameter '{parameter}'. Specify a parameter of type '{}' and try again.",
        reflection_name(ty)
    );
    Refusal::new("MissingArgument", text).parameter(parameter).types(Some(ty), None)
}

/// A parameter that was given twice.
pub(super) fn already_bound(name: &PsString) -> Refusal {
    let text = format!(
        "Cannot bind parameter because parameter '{name}' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, \"-parameter value1,value2,value3\"."
    );
    Refusal::new("ParameterAlreadyBound", text).parameter(name)
}

/// Parameter sets that the arguments do not decide between, or that they exclude.
pub(super) fn ambiguous_set() -> Refusal {
    Refusal::new(
        "AmbiguousParameterSet",
        "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.",
    )
}
