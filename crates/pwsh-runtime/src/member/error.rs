//! The errors of member access, in PowerShell's words.

use pwsh_value::payload::Exception;
use pwsh_value::ty::{named, reflection_name};
use pwsh_value::{Category, Error, Obj, PsString, Type, Value};

fn runtime(id: &str, message: String) -> Error {
    Error::runtime(id, message).category(Category::InvalidOperation)
}

/// A method called on null.
pub(super) fn on_null() -> Error {
    runtime("InvokeMethodOnNull", "You cannot call a method on a null-valued expression.".into())
}

/// No method of that name.
pub(super) fn no_method(ty: &Type, name: &PsString) -> Error {
    let shown = reflection_name(ty);
    runtime(
        "MethodNotFound",
        format!("Method invocation failed because [{shown}] does not contain a method named '{name}'."),
    )
}

/// Strict mode: no property of that name.
pub(super) fn no_property_strict(name: &PsString) -> Error {
    let text =
        format!("The property '{name}' cannot be found on this object. Verify that the property exists.");
    Error::new("System.Management.Automation.PropertyNotFoundException", text).id("PropertyNotFoundStrict")
}

fn no_property_text(name: &PsString) -> String {
    format!(
        "The property '{name}' cannot be found on this object. Verify that the property exists and can be set."
    )
}

/// No property of that name to set.
pub(super) fn cannot_set(name: &PsString) -> Error {
    runtime("PropertyAssignmentException", no_property_text(name))
}

/// No property of that name to set, on null or in a collection.
pub(super) fn not_found_to_set(name: &PsString) -> Error {
    runtime("PropertyNotFound", no_property_text(name))
}

/// The same on a PSCustomObject.
pub(super) fn cannot_set_custom(name: &PsString) -> Error {
    set_failed(name, cannot_set(name))
}

/// A property that has no setter.
pub(super) fn read_only(name: &PsString) -> Error {
    let message = format!("'{name}' is a ReadOnly property.");
    let inner = Exception::object(
        named("System.Management.Automation.SetValueException"),
        message.as_str().into(),
        None,
    );
    with_inner("System.Management.Automation.RuntimeException", message, inner)
        .id("PropertyAssignmentException")
        .category(Category::InvalidOperation)
}

fn with_inner(type_name: &str, message: String, inner: Obj) -> Error {
    Error::throw(Exception::object(named(type_name), message.into(), Some(inner)))
}

/// What a setter threw, or the conversion of the value; what is no exception passes.
pub(super) fn set_failed(name: &PsString, cause: Error) -> Error {
    let Some(thrown) = cause.thrown() else { return cause };
    let message = format!("Exception setting \"{name}\": \"{}\"", cause.message());
    with_inner("System.Management.Automation.SetValueInvocationException", message, thrown.exception.clone())
        .id("ExceptionWhenSetting")
}

/// An error of a conversion, as a statement shows it: PowerShell's RuntimeException around the cast's own.
pub(crate) fn of_statement(cause: Error) -> Error {
    let Some(thrown) = cause.thrown() else { return cause };
    if !thrown.exception.ty().name().is("System.Management.Automation.PSInvalidCastException") {
        return cause;
    }
    let (id, category) = (thrown.id.clone(), thrown.category);
    let message = cause.message().to_str().into_owned();
    let mut error =
        with_inner("System.Management.Automation.RuntimeException", message, thrown.exception.clone())
            .category(category);
    if let Some(id) = id {
        error = error.id(id);
    }
    error
}

/// Indexing into null.
pub(super) fn null_array() -> Error {
    runtime("NullArray", "Cannot index into a null array.".into())
}

/// Null as an index.
pub(super) fn null_index() -> Error {
    runtime("NullArrayIndex", "Index operation failed; the array index evaluated to null.".into())
}

/// What cannot be indexed.
pub(super) fn cannot_index(ty: &Type) -> Error {
    runtime("CannotIndex", format!("Unable to index into an object of type \"{}\".", reflection_name(ty)))
}

/// An index outside an array.
pub(super) fn outside_array() -> Error {
    Error::new("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
        .id("System.IndexOutOfRangeException")
        .category(Category::OperationStopped)
}

/// An index outside a list.
pub(super) fn outside_list() -> Error {
    let text = "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')";
    Error::new("System.ArgumentOutOfRangeException", text)
        .id("System.ArgumentOutOfRangeException")
        .category(Category::OperationStopped)
}

/// A position outside an ordered dictionary.
pub(super) fn outside_dictionary() -> Error {
    let text = "Specified argument was out of the range of valid values. (Parameter 'index')";
    Error::new("System.ArgumentOutOfRangeException", text)
        .id("System.ArgumentOutOfRangeException")
        .category(Category::OperationStopped)
}

/// Assignment to several elements at once.
pub(super) fn slice_assignment(index: &PsString) -> Error {
    runtime(
        "ArraySliceAssignmentFailed",
        format!("Array assignment to [{index}] failed because assignment to slices is not supported."),
    )
}

/// As many indices as an array has dimensions are needed.
pub(super) fn needs_indices(given: &PsString, rank: u32) -> Error {
    runtime(
        "NeedMultidimensionalIndex",
        format!("You cannot index into a {rank} dimensional array with index [{given}]."),
    )
}

/// An exception that a property or an index threw while it was read: no value.
pub(super) fn is_exception(error: &Error) -> bool {
    error.thrown().is_some()
}

/// An alias that leads to itself or to nothing.
pub(super) fn bad_alias(name: &PsString, target: &PsString) -> Error {
    let text = format!("The alias \"{name}\" refers to the member \"{target}\", which was not found.");
    Error::new("System.Management.Automation.ExtendedTypeSystemException", text)
        .id("AliasMemberWasNotFound")
        .target(Value::Null)
}

/// Arguments that an intrinsic method does not take.
pub(super) fn bad_intrinsic(id: &str, message: &str) -> Error {
    Error::new("System.Management.Automation.RuntimeException", message)
        .id(id)
        .category(Category::InvalidOperation)
}
