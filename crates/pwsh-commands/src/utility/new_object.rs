//! `New-Object`.

use crate::object_errors::reported_as;
use pwsh_runtime::command::{Cmdlet, HashtableArg, Io};
use pwsh_value::payload::Dictionary;
use pwsh_value::{Category, Context, Error, PsString, Result, Type, Value, convert};

/// Makes an object of a .NET type.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "New-Object",
    module = "Microsoft.PowerShell.Utility",
    default_set = "Net",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096620"
)]
pub struct NewObject {
    #[parameter(mandatory, position = 0, set = "Net")]
    #[validate(not_null_or_empty)]
    type_name: PsString,
    #[parameter(position = 1, alias("Args"), set = "Net")]
    argument_list: Vec<Value>,
    #[parameter]
    property: Option<HashtableArg>,
}

impl Cmdlet for NewObject {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        let Some(ty) = io.rs.type_by_name(&self.type_name.to_str()) else {
            let text = format!(
                "Cannot find type [{}]: verify that the assembly containing this type is loaded.",
                self.type_name
            );
            return Err(Error::new("System.Management.Automation.PSArgumentException", text)
                .id("TypeNotFound")
                .category(Category::InvalidType));
        };
        io.rs.check_creation(&ty)?;
        let abstract_class = ty.facade().is_some_and(|facade| {
            !matches!(facade.kind, pwsh_value::ty::Kind::Class | pwsh_value::ty::Kind::Struct)
        });
        if abstract_class && !ty.is_enum() {
            let text = format!(
                "A constructor was not found. Cannot find an appropriate constructor for type {}.",
                self.type_name
            );
            return Err(Error::new("System.Management.Automation.PSArgumentException", text)
                .id("CannotFindAppropriateCtor")
                .category(Category::ObjectNotFound));
        }
        let made = io.rs.construct(&ty, self.argument_list.clone()).map_err(|error| {
            if error.thrown().is_none() {
                return error;
            }
            let error = named_by_type(error, &ty);
            reported_as(error, "ConstructorInvokedThrowException", Category::InvalidOperation)
        })?;
        if let Some(properties) = self.property.as_ref().and_then(|table| table.0.get::<Dictionary>()) {
            for (key, value) in properties.entries() {
                let name = convert::to_text(io.rs, &key)?;
                set_property(io, &made, &name, value)?;
            }
        }
        io.write(made)
    }
}

/// A constructor that cannot be found goes by its type's name here, and not by `new`.
fn named_by_type(error: Error, ty: &Type) -> Error {
    let text = error.message().to_string();
    match text.strip_prefix("Cannot find an overload for \"new\"") {
        Some(rest) => {
            let text = format!("Cannot find an overload for \"{}\"{rest}", ty.short_name());
            Error::new("System.Management.Automation.MethodException", text)
        }
        None => error,
    }
}

/// Sets a property, calls a method of that name with the value, or adds a note to a PSObject.
fn set_property(io: &mut Io<'_>, target: &Value, name: &PsString, value: Value) -> Result<()> {
    use pwsh_value::payload::PropertyBag;
    if let Some(obj) = target.as_object()
        && let Some(bag) = obj.get::<PropertyBag>()
        && *obj.ty() == pwsh_value::ty::known().pscustomobject
    {
        bag.set(name.clone(), value);
        return Ok(());
    }
    if io.rs.find_value(target, name)?.is_none() {
        let ty = target.ty().map_or_else(PsString::empty, |ty| ty.name().clone());
        let text = format!("The member \"{name}\" was not found for the specified {ty} object.");
        return io.write_error(
            Error::new("System.InvalidOperationException", text)
                .id("InvalidOperationException")
                .category(Category::InvalidOperation),
        );
    }
    io.rs.set_member(target, name, value).map_err(|error| match error.thrown() {
        Some(_) => reported_as(error, "SetValueException", Category::InvalidData),
        None => error,
    })
}
