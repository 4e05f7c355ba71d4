//! Classes, enums and interfaces.

use super::*;
use crate::Extent;

/// What a [`TypeDefinitionAst`] defines.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TypeKind {
    /// `class`
    Class,
    /// `enum`
    Enum,
    /// `interface`
    Interface,
}

impl TypeKind {
    /// The name of the member of the enum `TypeAttributes`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Class => "Class",
            Self::Enum => "Enum",
            Self::Interface => "Interface",
        }
    }
}

/// `class`, `enum` or `interface` (`TypeDefinitionAst`).
#[derive(Debug)]
pub struct TypeDefinitionAst {
    /// The whole, with its attributes.
    pub extent: Extent,
    /// What it defines.
    pub kind: TypeKind,
    /// The name.
    pub name: Box<str>,
    /// Where the name stands.
    pub name_extent: Extent,
    /// The attributes before the keyword.
    pub attributes: Vec<AttributeAst>,
    /// Base class and interfaces of a class; the underlying type of an enum.
    pub base_types: Vec<TypeConstraintAst>,
    /// The members in order.
    pub members: Vec<Member>,
}

/// A member of a type (`MemberAst`).
#[derive(Debug)]
pub enum Member {
    /// A property, or a value of an enum.
    Property(PropertyMemberAst),
    /// A method or constructor.
    Function(FunctionMemberAst),
}

impl Member {
    /// The name; a constructor's is the name of its class.
    pub fn name(&self) -> &str {
        match self {
            Self::Property(property) => &property.name,
            Self::Function(function) => &function.function.name,
        }
    }

    /// Where the member stands.
    pub fn extent(&self) -> Extent {
        match self {
            Self::Property(property) => property.extent,
            Self::Function(function) => function.extent,
        }
    }
}

/// The words before a member (`PropertyAttributes`, `MethodAttributes`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct MemberFlags {
    /// `static`
    pub is_static: bool,
    /// `hidden`
    pub is_hidden: bool,
}

/// A property of a class or a value of an enum (`PropertyMemberAst`).
#[derive(Debug)]
pub struct PropertyMemberAst {
    /// The whole.
    pub extent: Extent,
    /// The name without `$`.
    pub name: Box<str>,
    /// Where the name stands, with its `$`.
    pub name_extent: Extent,
    /// The type.
    pub property_type: Option<TypeConstraintAst>,
    /// The attributes.
    pub attributes: Vec<AttributeAst>,
    /// The words before it.
    pub flags: MemberFlags,
    /// The initial value; the value given to a member of an enum.
    pub initial_value: Option<Expression>,
}

/// A method or constructor (`FunctionMemberAst`). A constructor's body begins with the call of the base
/// constructor ([`BaseCtorInvokeMemberExpressionAst`]) unless it is static.
#[derive(Debug)]
pub struct FunctionMemberAst {
    /// The whole.
    pub extent: Extent,
    /// Name, parameters and body.
    pub function: FunctionDefinitionAst,
    /// The type before the name; `None` where none is written.
    pub return_type: Option<TypeConstraintAst>,
    /// The attributes.
    pub attributes: Vec<AttributeAst>,
    /// The words before it.
    pub flags: MemberFlags,
    /// Whether the name is that of the class.
    pub is_constructor: bool,
}
