//! Parameters and attributes.

use super::Compiler;
use crate::code::{Attribute, Block, Parameter, Parameters, TypeRef};
use pwsh_syntax::ast::{AttributeAst, AttributeBase};
use pwsh_value::{Name, Result};

impl Compiler<'_> {
    pub(super) fn parameters(&mut self, block: &Block) -> Result<Parameters> {
        let attributes = block.ast.param_block.as_ref().map_or(&[][..], |p| &p.attributes);
        let mut advanced = attributes.iter().any(makes_advanced);
        let mut simple = true;
        let mut list = Vec::with_capacity(block.declared().len());
        for parameter in block.declared() {
            simple &= parameter.attributes.is_empty();
            advanced |= parameter.attributes.iter().any(|a| match a {
                AttributeBase::Attribute(a) => is_named(a, "Parameter"),
                AttributeBase::TypeConstraint(_) => false,
            });
            list.push(Parameter {
                name: Name::intern(parameter.name.variable_path.name()),
                default: parameter.default_value.as_ref().map(|e| self.expression(e)).transpose()?,
                attributes: parameter
                    .attributes
                    .iter()
                    .map(|a| self.attribute_base(a))
                    .collect::<Result<_>>()?,
            });
        }
        Ok(Parameters { list, simple: simple && !advanced, advanced })
    }

    pub(super) fn attribute_base(&mut self, attribute: &AttributeBase) -> Result<Attribute> {
        match attribute {
            AttributeBase::Attribute(attribute) => self.attribute(attribute),
            AttributeBase::TypeConstraint(constraint) => {
                Ok(Attribute::Type(TypeRef::new(constraint.type_name.clone(), constraint.extent)))
            }
        }
    }

    pub(super) fn attribute(&mut self, attribute: &AttributeAst) -> Result<Attribute> {
        Ok(Attribute::Other {
            name: attribute.type_name.clone(),
            positional: self.expressions(&attribute.positional_arguments)?,
            named: attribute
                .named_arguments
                .iter()
                .map(|a| Ok(((&*a.argument_name).into(), self.expression(&a.argument)?)))
                .collect::<Result<_>>()?,
        })
    }
}

fn makes_advanced(attribute: &AttributeAst) -> bool {
    is_named(attribute, "CmdletBinding")
}

fn is_named(attribute: &AttributeAst, name: &str) -> bool {
    let Some(found) = attribute.type_name.simple_name() else { return false };
    let found = found.rsplit('.').next().unwrap_or(found);
    found.eq_ignore_ascii_case(name)
        || found.len() == name.len() + 9
            && found[..name.len()].eq_ignore_ascii_case(name)
            && found[name.len()..].eq_ignore_ascii_case("Attribute")
}
