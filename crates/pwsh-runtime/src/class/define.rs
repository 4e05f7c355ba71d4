//! From a definition's tree to its type.

use super::definition::{Class, Field};
use super::method::{Method, no_default_constructor};
use super::statics::Statics;
use super::{ClassCell, enums, interface};
use crate::Runspace;
use crate::code::{Block, TypeRef};
use parking_lot::Mutex;
use pwsh_syntax::ast::{
    Ast, AttributeBase, FunctionMemberAst, Member, PropertyMemberAst, ScriptBlockAst, TypeConstraintAst,
    TypeDefinitionAst, TypeKind,
};
use pwsh_syntax::{Extent, ParsedScript};
use pwsh_value::ty::{Defined, known, reflection_name};
use pwsh_value::{Error, Name, PsString, Result, Type};
use std::sync::{Arc, OnceLock};

/// The types that the scripts of a session defined: when the session ends, the circles between a class and the
/// types that it names are broken.
#[derive(Default)]
pub struct DefinedTypes(Mutex<Vec<Type>>);

impl Drop for DefinedTypes {
    fn drop(&mut self) {
        for ty in self.0.get_mut().drain(..) {
            if let Some(cell) = cell(&ty) {
                let class = cell.0.write().take();
                drop(class);
            }
        }
    }
}

impl DefinedTypes {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.lock().is_empty()
    }
}

fn cell(ty: &Type) -> Option<&ClassCell> {
    ty.defined()?.class.as_ref()?.downcast_ref()
}

impl Runspace {
    /// Defines the classes and enums of a block, all at once, so that they can name each other.
    ///
    /// # Errors
    /// ParseExceptions: TypeNotFound, MemberAlreadyDefined, CannotConvertValue, TypeCreationError and their kin.
    pub fn define_types(&mut self, block: &Arc<Block>) -> Result<()> {
        let owner = &block.ast;
        let definitions = definitions(owner);
        let mut made = Vec::new();
        let mut waiting: Vec<&TypeDefinitionAst> = definitions;
        // A base has to be there before what derives from it.
        while !waiting.is_empty() {
            let before = waiting.len();
            let mut later = Vec::new();
            for definition in waiting {
                let bases_wait = definition.base_types.iter().any(|base| {
                    let name = base.type_name.name();
                    later_or_after(owner, &later, &made, definition, &name)
                });
                if bases_wait {
                    later.push(definition);
                } else {
                    made.push((definition, self.declare(block, definition)?));
                }
            }
            if later.len() == before {
                for definition in later {
                    made.push((definition, self.declare(block, definition)?));
                }
                break;
            }
            waiting = later;
        }
        for (definition, ty) in &made {
            if definition.kind == TypeKind::Class {
                self.fill(block, definition, ty)?;
            }
        }
        Ok(())
    }

    /// Makes the type and files it in the running scope.
    fn declare(&mut self, block: &Arc<Block>, definition: &TypeDefinitionAst) -> Result<Type> {
        let name: PsString = (&*definition.name).into();
        let defined = match definition.kind {
            TypeKind::Enum => {
                let underlying = match definition.base_types.first() {
                    Some(base) => self.member_type(block, base)?,
                    None => known().int32.clone(),
                };
                let flags = definition.attributes.iter().any(|a| {
                    let name = a.type_name.name();
                    let short = name.rsplit('.').next().unwrap_or(&name);
                    short.eq_ignore_ascii_case("Flags") || short.eq_ignore_ascii_case("FlagsAttribute")
                });
                let values = enums::values(self, block, definition, &underlying)?;
                Defined {
                    base: known().enumeration.clone(),
                    interfaces: Vec::new(),
                    enumeration: Some((flags, underlying, values)),
                    settable: OnceLock::new(),
                    class: None,
                }
            }
            TypeKind::Class | TypeKind::Interface => {
                let mut base = known().object.clone();
                let mut interfaces = Vec::new();
                for (at, constraint) in definition.base_types.iter().enumerate() {
                    let ty = self.member_type(block, constraint)?;
                    if ty.is_interface() {
                        interfaces.push(ty);
                    } else if at == 0 {
                        base = ty;
                    } else {
                        let text = format!(
                            "'{}' is not an interface. The base type of a class must stand first.",
                            ty.name()
                        );
                        return Err(definition_error(
                            block,
                            constraint.extent,
                            "InterfaceNameExpected",
                            &text,
                        ));
                    }
                }
                let class: Box<ClassCell> = Box::default();
                Defined { base, interfaces, enumeration: None, settable: OnceLock::new(), class: Some(class) }
            }
        };
        let ty = Type::define(name, defined);
        let scope = self.cur.scope;
        self.scopes.get_mut(scope).types.insert(Name::intern(&definition.name), ty.clone());
        self.session.defined_types.0.lock().push(ty.clone());
        Ok(ty)
    }

    /// Makes the class's members.
    fn fill(&mut self, block: &Arc<Block>, definition: &TypeDefinitionAst, ty: &Type) -> Result<()> {
        let name: PsString = (&*definition.name).into();
        let base = ty.base().cloned().unwrap_or_else(|| known().object.clone());
        let inherited = super::of(&base);
        let mut fields = inherited.as_ref().map(|class| class.fields.clone()).unwrap_or_default();
        let first_own = fields.len();
        let (mut statics, mut methods, mut constructors) = (Vec::new(), Vec::new(), Vec::new());
        let mut static_constructor = None;
        for member in &definition.members {
            match member {
                Member::Property(property) => {
                    let field = Arc::new(self.field(block, property)?);
                    let is_field = |field: &&Arc<Field>| field.name.is(&property.name);
                    let twice = fields[first_own..].iter().find(is_field).is_some()
                        || statics.iter().find(is_field).is_some();
                    if twice {
                        return Err(already_defined(block, property.extent, &field.name));
                    }
                    if property.flags.is_static { statics.push(field) } else { fields.push(field) }
                }
                Member::Function(function) => {
                    let method = Arc::new(self.method(block, function)?);
                    let group = if !function.is_constructor {
                        &mut methods
                    } else if function.flags.is_static {
                        static_constructor = Some(method);
                        continue;
                    } else {
                        &mut constructors
                    };
                    let twice = group.iter().any(|other: &Arc<Method>| {
                        other.name.eq_ignore_case(&method.name)
                            && other.parameters == method.parameters
                            && other.is_static == method.is_static
                    });
                    if twice {
                        return Err(already_defined(block, function.extent, &method.name));
                    }
                    group.push(method);
                }
            }
        }
        let needs_default = constructors.is_empty()
            && inherited.as_ref().is_some_and(|base| {
                !base.constructors.is_empty() && base.constructors.iter().all(|c| !c.parameters.is_empty())
            });
        if needs_default {
            let text = no_default_constructor(&base).message();
            return Err(definition_error(block, definition.extent, "BaseClassNoDefaultCtor", &text.to_str()));
        }
        let class = Class {
            name,
            base,
            fields,
            first_own,
            statics: Statics::new(statics),
            methods,
            constructors,
            static_constructor,
            block: block.clone(),
        };
        if let Some(missing) = interface::missing_method(&class, ty) {
            let text = format!(
                "Error during creation of type \"{0}\". Error message:\nMethod '{missing}' in type '{0}' from assembly 'PowerShell Class Assembly, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null' does not have an implementation.",
                class.name
            );
            return Err(definition_error(block, definition.extent, "TypeCreationError", &text));
        }
        if let Some(defined) = ty.defined() {
            let own = class.fields[first_own..].iter();
            let _ = defined.settable.set(own.map(|f| (f.name.clone(), reflection_name(&f.ty))).collect());
        }
        if let Some(cell) = cell(ty) {
            *cell.0.write() = Some(Arc::new(class));
        }
        Ok(())
    }

    fn field(&mut self, block: &Arc<Block>, property: &PropertyMemberAst) -> Result<Field> {
        let ty = match &property.property_type {
            Some(constraint) => self.member_type(block, constraint)?,
            None => known().object.clone(),
        };
        let default =
            property.initial_value.as_ref().map(|e| crate::compile::initializer(block, e)).transpose()?;
        let mut validations = Vec::new();
        for attribute in &property.attributes {
            let attribute = crate::compile::attribute(block, attribute)?;
            validations.extend(self.validations_of(&attribute)?);
        }
        Ok(Field {
            name: (&*property.name).into(),
            ty,
            hidden: property.flags.is_hidden,
            default,
            validations,
        })
    }

    fn method(&mut self, block: &Arc<Block>, member: &FunctionMemberAst) -> Result<Method> {
        let function = &member.function;
        let mut parameters = Vec::new();
        let mut parameter_names = Vec::new();
        for parameter in function.parameters.iter().flat_map(|list| list.iter()) {
            let constraint = parameter.attributes.iter().rev().find_map(|attribute| match attribute {
                AttributeBase::TypeConstraint(constraint) => Some(constraint),
                AttributeBase::Attribute(_) => None,
            });
            parameters.push(match constraint {
                Some(constraint) => self.member_type(block, constraint)?,
                None => known().object.clone(),
            });
            parameter_names.push(parameter.name.variable_path.name().into());
        }
        let result = match &member.return_type {
            Some(constraint) => self.member_type(block, constraint)?,
            None => known().void.clone(),
        };
        Ok(Method {
            name: (&*function.name).into(),
            result: if member.is_constructor { known().void.clone() } else { result },
            is_static: member.flags.is_static,
            hidden: member.flags.is_hidden,
            is_constructor: member.is_constructor,
            parameters,
            parameter_names,
            block: Block::of_function(&block.ast, function),
        })
    }

    /// A type that a member names; not to find it is an error of the script's text.
    fn member_type(&mut self, block: &Arc<Block>, constraint: &TypeConstraintAst) -> Result<Type> {
        let reference = TypeRef::new(constraint.type_name.clone(), constraint.extent);
        self.resolve_type(&reference).map_err(|_| {
            let text = format!("Unable to find type [{}].", constraint.type_name.full_name());
            definition_error(block, constraint.type_name.extent(), "TypeNotFound", &text)
        })
    }
}

/// The definitions among the statements of a block, in order.
fn definitions(owner: &ScriptBlockAst) -> Vec<&TypeDefinitionAst> {
    let mut found = Vec::new();
    collect(Ast::ScriptBlock(owner), true, &mut found);
    found.sort_by_key(|definition| definition.extent.start);
    found
}

/// Whether a block defines classes or enums.
pub(crate) fn defines_types(owner: &ScriptBlockAst) -> bool {
    !definitions(owner).is_empty()
}

fn collect<'a>(ast: Ast<'a>, is_root: bool, found: &mut Vec<&'a TypeDefinitionAst>) {
    match ast {
        Ast::TypeDefinition(definition) => found.push(definition),
        Ast::ScriptBlock(_) if !is_root => {}
        other => other.for_each_child(&mut |child| collect(child, false, found)),
    }
}

/// Whether `name` is defined in the same block and not made yet.
fn later_or_after(
    owner: &ScriptBlockAst,
    later: &[&TypeDefinitionAst],
    made: &[(&TypeDefinitionAst, Type)],
    definition: &TypeDefinitionAst,
    name: &str,
) -> bool {
    if later.iter().any(|other| other.name.eq_ignore_ascii_case(name)) {
        return true;
    }
    let is_own = |other: &&TypeDefinitionAst| {
        other.name.eq_ignore_ascii_case(name) && other.extent != definition.extent
    };
    definitions(owner).iter().any(is_own)
        && !made.iter().any(|(other, _)| other.name.eq_ignore_ascii_case(name))
}

pub(super) fn already_defined(block: &Arc<Block>, extent: Extent, name: &PsString) -> Error {
    definition_error(
        block,
        extent,
        "MemberAlreadyDefined",
        &format!("The member '{name}' is already defined."),
    )
}

/// A ParseException at a place of the definition.
pub(super) fn definition_error(block: &Arc<Block>, extent: Extent, id: &'static str, text: &str) -> Error {
    let error = pwsh_syntax::ParseError {
        extent,
        error_id: id,
        message: text.to_owned().into(),
        incomplete_input: false,
    };
    crate::eval::parse_error(&ParsedScript { script_block: block.ast.clone(), errors: vec![error] })
}
