//! From names in source to types.

use crate::Runspace;
use crate::code::TypeRef;
use pwsh_syntax::ast::TypeName;
use pwsh_value::ty::{accelerator, lookup, parse_name};
use pwsh_value::{Category, Error, Name, PsString, Result, Type, Value};

impl Runspace {
    /// The type that source names. A name that every session understands alike is looked up once.
    ///
    /// # Errors
    /// TypeNotFound.
    pub fn resolve_type(&mut self, ty: &TypeRef) -> Result<Type> {
        if let Some(found) = ty.resolved.get() {
            return Ok(found.clone());
        }
        let found = self.resolve_type_name(&ty.name)?;
        if means_the_same_everywhere(&ty.name) {
            let _ = ty.resolved.set(found.clone());
        }
        Ok(found)
    }

    /// The type of a parsed name.
    ///
    /// # Errors
    /// TypeNotFound.
    pub fn resolve_type_name(&mut self, name: &TypeName) -> Result<Type> {
        if let Some(found) = self.type_by_name(&name.name()) {
            return Ok(found);
        }
        // The search gives up without a word where the stack ends.
        pwsh_value::stack::check_after(128 << 10)?;
        let source = self.cur.block.as_ref().map(|block| block.source().clone());
        let written = match source {
            Some(source) => crate::facade::language::type_name_value(&source, name),
            None => Value::from(PsString::from(name.full_name())),
        };
        Err(not_found(&name.full_name()).target(written))
    }

    /// The type that the text between brackets names: the session's classes, the namespaces that the script
    /// uses, accelerators, .NET's names.
    pub fn type_by_name(&mut self, name: &str) -> Option<Type> {
        let namespaces = self.used_namespaces();
        parse_name(name, &mut |plain| {
            self.class_by_name(plain).or_else(|| {
                if accelerator(plain).is_some() || lookup(plain).is_some() {
                    return None;
                }
                namespaces.iter().find_map(|namespace| lookup(&format!("{namespace}.{plain}")))
            })
        })
    }

    /// The class or enum of that name in the nearest scope.
    fn class_by_name(&self, name: &str) -> Option<Type> {
        if self.session.defined_types.is_empty() {
            return None;
        }
        let name = Name::find(name)?;
        let here = self.scopes.chain(self.cur.scope);
        here.chain([crate::scope::Scopes::GLOBAL])
            .find_map(|scope| self.scopes.get(scope).types.get(&name).cloned())
    }

    /// The namespaces of the `using namespace` statements of the script that runs.
    fn used_namespaces(&self) -> Vec<String> {
        let blocks =
            self.cur.block.iter().chain(self.callers.iter().rev().filter_map(|site| site.block.as_ref()));
        let mut namespaces = Vec::new();
        for block in blocks {
            for using in &block.ast.using_statements {
                if using.kind == pwsh_syntax::ast::UsingStatementKind::Namespace
                    && let Some(name) = &using.name
                {
                    namespaces.push(name.value.to_string());
                }
            }
            if !namespaces.is_empty() {
                break;
            }
        }
        namespaces
    }
}

/// Whether no class and no `using namespace` can give the name another meaning: accelerators, and names with
/// their namespace.
fn means_the_same_everywhere(name: &TypeName) -> bool {
    match name {
        TypeName::Simple(simple) => simple.name.contains('.') || accelerator(&simple.name).is_some(),
        TypeName::Generic(generic) => {
            generic.generic_type.name.contains('.')
                && generic.generic_arguments.iter().all(means_the_same_everywhere)
        }
        TypeName::Array(array) => means_the_same_everywhere(&array.element_type),
    }
}

fn not_found(name: &str) -> Error {
    Error::runtime("TypeNotFound", format!("Unable to find type [{name}]."))
        .category(Category::InvalidOperation)
}
