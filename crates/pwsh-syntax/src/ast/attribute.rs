//! Attributes and type constraints: what stands in brackets before a parameter, member or expression.

use super::{Expression, TypeName};
use crate::Extent;

/// What may stand in brackets before a parameter or expression (`AttributeBaseAst`).
#[derive(Debug)]
pub enum AttributeBase {
    /// `[Parameter(Mandatory)]`
    Attribute(Box<AttributeAst>),
    /// `[int]`
    TypeConstraint(TypeConstraintAst),
}

impl AttributeBase {
    /// Where it stands, brackets included.
    pub fn extent(&self) -> Extent {
        match self {
            Self::Attribute(attribute) => attribute.extent,
            Self::TypeConstraint(constraint) => constraint.extent,
        }
    }

    /// The type named.
    pub fn type_name(&self) -> &TypeName {
        match self {
            Self::Attribute(attribute) => &attribute.type_name,
            Self::TypeConstraint(constraint) => &constraint.type_name,
        }
    }
}

/// An attribute with its arguments (`AttributeAst`).
#[derive(Debug)]
pub struct AttributeAst {
    /// From `[` to `]`.
    pub extent: Extent,
    /// The attribute's type.
    pub type_name: TypeName,
    /// The arguments given by position.
    pub positional_arguments: Vec<Expression>,
    /// The arguments given by name.
    pub named_arguments: Vec<NamedAttributeArgumentAst>,
}

/// `Name = value` or `Name` in an attribute (`NamedAttributeArgumentAst`).
#[derive(Debug)]
pub struct NamedAttributeArgumentAst {
    /// From the name to the end of the value.
    pub extent: Extent,
    /// The name.
    pub argument_name: Box<str>,
    /// Where the name stands.
    pub argument_name_extent: Extent,
    /// The value; the constant `$true` where none is written.
    pub argument: Expression,
    /// Whether the value was left out.
    pub expression_omitted: bool,
}

/// A type in brackets that constrains or converts (`TypeConstraintAst`).
#[derive(Debug)]
pub struct TypeConstraintAst {
    /// From `[` to `]`; for a base type of a class only the name.
    pub extent: Extent,
    /// The type.
    pub type_name: TypeName,
}
