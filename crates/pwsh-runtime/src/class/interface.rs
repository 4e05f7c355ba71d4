//! Whether a class has what its interfaces ask for.

use super::definition::Class;
use super::method::Method;
use pwsh_value::{PsString, Type};

/// The first method that an interface of `ty` asks for and neither the class nor a base has.
pub(super) fn missing_method(class: &Class, ty: &Type) -> Option<PsString> {
    for interface in ty.interfaces() {
        for (name, is_static, overloads) in interface.members().all_methods() {
            if is_static {
                continue;
            }
            for wanted in overloads {
                if !is_there(class, ty, name, &wanted.parameters) {
                    return Some(name.clone());
                }
            }
        }
    }
    None
}

fn is_there(class: &Class, ty: &Type, name: &PsString, parameters: &[Type]) -> bool {
    let own = class.methods.iter().any(|method| implements(method, name, parameters));
    own || ty.base().is_some_and(|base| {
        let inherited =
            base.members().methods(&name.to_str(), false).iter().any(|m| m.parameters == parameters);
        inherited || super::of(base).is_some_and(|class| is_there(&class, base, name, parameters))
    })
}

fn implements(method: &Method, name: &PsString, parameters: &[Type]) -> bool {
    !method.is_static && method.name.eq_ignore_case(name) && method.parameters == parameters
}
