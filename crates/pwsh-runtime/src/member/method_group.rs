//! The type that the methods of a .NET type have as a value: `PSMethod<T>`, whose argument says how each overload
//! can be called.

use pwsh_value::ty::{Callable, Passing, close_generic, known, named};
use pwsh_value::{PsString, Type};

/// The most overloads that a `MethodGroup` has arguments for.
const MOST: usize = 32;

/// The type of a method of that name as a value.
pub(super) fn method_type(ty: &Type, name: &PsString, is_static: bool) -> Type {
    let overloads = ty.members().methods(&name.to_str(), is_static);
    let plain = named("System.Management.Automation.PSMethod");
    if overloads.is_empty() || overloads.len() > MOST {
        return plain;
    }
    let mut ways: Vec<Type> = overloads.iter().map(way_to_call).collect();
    ways.resize(ways.len().next_power_of_two(), not_bindable());
    let group = named(&format!("System.Management.Automation.MethodGroup`{}", ways.len()));
    let group = close_generic(&group, ways);
    close_generic(&named("System.Management.Automation.PSMethod`1"), vec![group])
}

fn not_bindable() -> Type {
    close_generic(&named("System.Func`1"), vec![named("System.Management.Automation.PSNonBindableType")])
}

/// The delegate that could stand for an overload.
fn way_to_call(overload: &Callable) -> Type {
    let by_reference = overload.signature.parameters.iter().any(|p| p.passing == Passing::Reference);
    if by_reference || !overload.signature.generic.is_empty() || overload.parameters.len() > 16 {
        return not_bindable();
    }
    let mut types = overload.parameters.clone();
    if overload.result == known().void {
        if types.is_empty() {
            return named("System.Action");
        }
        return close_generic(&named(&format!("System.Action`{}", types.len())), types);
    }
    types.push(overload.result.clone());
    close_generic(&named(&format!("System.Func`{}", types.len())), types)
}
