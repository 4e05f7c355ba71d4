//! Members, method calls and indices.

use super::{Expression, TypeName};
use crate::Extent;

/// `$x.Name`, `[int]::MaxValue`, `$x?.Name` (`MemberExpressionAst`).
#[derive(Debug)]
pub struct MemberExpressionAst {
    /// The object, the operator and the member.
    pub extent: Extent,
    /// The object or the type.
    pub expression: Expression,
    /// The member: a bare word is a string constant, anything else is evaluated.
    pub member: Expression,
    /// Whether it is written `::`.
    pub is_static: bool,
    /// Whether it is written `?.`, so that null gives null.
    pub null_conditional: bool,
}

/// `$x.Method(1)`, `[math]::Max(1, 2)` (`InvokeMemberExpressionAst`).
#[derive(Debug)]
pub struct InvokeMemberExpressionAst {
    /// The object, the operator, the method and the arguments.
    pub extent: Extent,
    /// The object or the type.
    pub expression: Expression,
    /// The method: a bare word is a string constant, anything else is evaluated.
    pub member: Expression,
    /// The types in `$x.Method[int](1)`.
    pub generic_type_arguments: Vec<TypeName>,
    /// The arguments.
    pub arguments: Vec<Expression>,
    /// Whether it is written `::`.
    pub is_static: bool,
    /// Whether it is written `?.`, so that null gives null.
    pub null_conditional: bool,
}

/// The call of the base constructor in a class (`BaseCtorInvokeMemberExpressionAst`). It is the first statement
/// of the body of every constructor of a class; where none is written it has no arguments and an empty extent.
#[derive(Debug)]
pub struct BaseCtorInvokeMemberExpressionAst {
    /// `base(...)`.
    pub extent: Extent,
    /// The arguments.
    pub arguments: Vec<Expression>,
}

/// `$x[1]`, `$x?[1]` (`IndexExpressionAst`).
#[derive(Debug)]
pub struct IndexExpressionAst {
    /// The object and the index with its brackets.
    pub extent: Extent,
    /// The object.
    pub target: Expression,
    /// The index; several of them are an array literal.
    pub index: Expression,
    /// Whether it is written `?[`, so that null gives null.
    pub null_conditional: bool,
}
