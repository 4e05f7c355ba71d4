//! Expressions.

use std::sync::Arc;

use super::*;
use crate::Extent;

macro_rules! expressions {
    ($($(#[$doc:meta])* $variant:ident($ast:ty),)*) => {
        /// An expression (`ExpressionAst`).
        #[derive(Debug)]
        pub enum Expression { $($(#[$doc])* $variant(Box<$ast>),)* }

        impl Expression {
            /// Where the expression stands.
            pub fn extent(&self) -> Extent {
                match self { $(Self::$variant(ast) => ast.extent,)* }
            }
        }

        $(impl From<$ast> for Expression {
            fn from(ast: $ast) -> Self { Self::$variant(Box::new(ast)) }
        })*
    };
}

expressions! {
    /// `1 + 2`
    Binary(BinaryExpressionAst),
    /// `-not $x`, `$i++`
    Unary(UnaryExpressionAst),
    /// `$x ? 1 : 2`
    Ternary(TernaryExpressionAst),
    /// `[int]$x`
    Convert(ConvertExpressionAst),
    /// `[ValidateNotNull()]$x`
    Attributed(AttributedExpressionAst),
    /// `[int]`
    Type(TypeExpressionAst),
    /// `12`
    Constant(ConstantExpressionAst),
    /// `'text'`, a bare word
    StringConstant(StringConstantExpressionAst),
    /// `"text $x"`
    ExpandableString(ExpandableStringExpressionAst),
    /// `$x`, `@x`
    Variable(VariableExpressionAst),
    /// `$x.Name`
    Member(MemberExpressionAst),
    /// `$x.Name()`
    InvokeMember(InvokeMemberExpressionAst),
    /// `base(...)` in a constructor
    BaseCtorInvokeMember(BaseCtorInvokeMemberExpressionAst),
    /// `$x[0]`
    Index(IndexExpressionAst),
    /// `$( ... )`
    Sub(SubExpressionAst),
    /// `( ... )`
    Paren(ParenExpressionAst),
    /// `@( ... )`
    Array(ArrayExpressionAst),
    /// `1, 2`
    ArrayLiteral(ArrayLiteralAst),
    /// `@{ a = 1 }`
    Hashtable(HashtableAst),
    /// `{ ... }`
    ScriptBlock(ScriptBlockExpressionAst),
    /// `$using:x`
    Using(UsingExpressionAst),
    /// What stands where an expression could not be read.
    Error(ErrorExpressionAst),
}

/// Two operands and an operator (`BinaryExpressionAst`). Operators of one rank nest to the left.
#[derive(Debug)]
pub struct BinaryExpressionAst {
    /// Both operands.
    pub extent: Extent,
    /// The left operand.
    pub left: Expression,
    /// The operator.
    pub operator: BinaryOperator,
    /// The right operand.
    pub right: Expression,
    /// Where the operator stands: what an error of the operator points at.
    pub error_position: Extent,
}

/// An operator with one operand (`UnaryExpressionAst`).
#[derive(Debug)]
pub struct UnaryExpressionAst {
    /// Operator and operand.
    pub extent: Extent,
    /// The operator.
    pub operator: UnaryOperator,
    /// The operand.
    pub child: Expression,
}

/// `condition ? a : b` (`TernaryExpressionAst`).
#[derive(Debug)]
pub struct TernaryExpressionAst {
    /// The whole.
    pub extent: Extent,
    /// The condition.
    pub condition: Expression,
    /// The value where the condition is true.
    pub if_true: Expression,
    /// The value where it is false.
    pub if_false: Expression,
}

/// A conversion (`ConvertExpressionAst`). As the target of an assignment it constrains the variable; `[ref]$x`
/// and `[ordered]@{}` are conversions too.
#[derive(Debug)]
pub struct ConvertExpressionAst {
    /// Type and operand.
    pub extent: Extent,
    /// The type.
    pub type_constraint: TypeConstraintAst,
    /// The operand.
    pub child: Expression,
}

/// An attribute before an expression, as in `[ValidateRange(1, 2)]$x = 1` (`AttributedExpressionAst`).
#[derive(Debug)]
pub struct AttributedExpressionAst {
    /// Attribute and operand.
    pub extent: Extent,
    /// The attribute.
    pub attribute: AttributeAst,
    /// The operand.
    pub child: Expression,
}

/// A type as a value (`TypeExpressionAst`).
#[derive(Debug)]
pub struct TypeExpressionAst {
    /// From `[` to `]`.
    pub extent: Extent,
    /// The type.
    pub type_name: TypeName,
}

/// A number (`ConstantExpressionAst`). Its text in the source is what an argument keeps as its `ToString`.
#[derive(Debug)]
pub struct ConstantExpressionAst {
    /// The literal.
    pub extent: Extent,
    /// The value.
    pub value: ConstantValue,
}

/// How a string is written (`StringConstantType`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum StringConstantType {
    /// `'...'`
    SingleQuoted,
    /// `@'...'@`
    SingleQuotedHereString,
    /// `"..."`
    DoubleQuoted,
    /// `@"..."@`
    DoubleQuotedHereString,
    /// A word: a command's name or argument, a member, a key of a hash table.
    BareWord,
}

impl StringConstantType {
    /// The name of the member of the enum `StringConstantType`.
    pub fn name(self) -> &'static str {
        match self {
            Self::SingleQuoted => "SingleQuoted",
            Self::SingleQuotedHereString => "SingleQuotedHereString",
            Self::DoubleQuoted => "DoubleQuoted",
            Self::DoubleQuotedHereString => "DoubleQuotedHereString",
            Self::BareWord => "BareWord",
        }
    }
}

/// A string without anything to expand (`StringConstantExpressionAst`).
#[derive(Debug)]
pub struct StringConstantExpressionAst {
    /// The literal with its quotes.
    pub extent: Extent,
    /// The value, escapes undone.
    pub value: StringText,
    /// How it is written.
    pub string_constant_type: StringConstantType,
}

/// A string with variables or subexpressions (`ExpandableStringExpressionAst`).
#[derive(Debug)]
pub struct ExpandableStringExpressionAst {
    /// The literal with its quotes.
    pub extent: Extent,
    /// The text with escapes undone and the nested expressions as written (`.Value`).
    pub value: StringText,
    /// How it is written.
    pub string_constant_type: StringConstantType,
    /// Text and expressions in order; at least one is an expression, and no text is empty.
    pub parts: Vec<ExpandablePart>,
}

impl ExpandableStringExpressionAst {
    /// The expressions among the parts (`.NestedExpressions`).
    pub fn nested_expressions(&self) -> impl Iterator<Item = &Expression> {
        self.parts.iter().filter_map(|part| match part {
            ExpandablePart::Expression(expression) => Some(expression),
            ExpandablePart::Text(_) => None,
        })
    }
}

/// A piece of an expandable string.
#[derive(Debug)]
pub enum ExpandablePart {
    /// Literal text, escapes undone.
    Text(StringText),
    /// A variable or a `$( ... )`.
    Expression(Expression),
}

/// A variable (`VariableExpressionAst`).
#[derive(Debug)]
pub struct VariableExpressionAst {
    /// From `$` or `@` to the end of the name.
    pub extent: Extent,
    /// The name with its scope or drive.
    pub variable_path: VariablePath,
    /// Whether it is written `@x` and its elements become arguments.
    pub splatted: bool,
    /// Whether it is written in braces.
    pub braced: bool,
}

/// `$( ... )` (`SubExpressionAst`).
#[derive(Debug)]
pub struct SubExpressionAst {
    /// From `$(` to `)`.
    pub extent: Extent,
    /// The statements.
    pub sub_expression: StatementBlockAst,
}

/// `( ... )` (`ParenExpressionAst`).
#[derive(Debug)]
pub struct ParenExpressionAst {
    /// From `(` to `)`.
    pub extent: Extent,
    /// A pipeline, a chain or an assignment.
    pub pipeline: Statement,
}

/// `@( ... )` (`ArrayExpressionAst`).
#[derive(Debug)]
pub struct ArrayExpressionAst {
    /// From `@(` to `)`.
    pub extent: Extent,
    /// The statements.
    pub sub_expression: StatementBlockAst,
}

/// `1, 2` or `, 1` (`ArrayLiteralAst`).
#[derive(Debug)]
pub struct ArrayLiteralAst {
    /// From the first element (or the unary comma) to the last.
    pub extent: Extent,
    /// The elements, at least one.
    pub elements: Vec<Expression>,
}

/// `@{ ... }` (`HashtableAst`).
#[derive(Debug)]
pub struct HashtableAst {
    /// From `@{` to `}`.
    pub extent: Extent,
    /// Keys and values in order; a value that is a plain expression is a pipeline of one.
    pub key_value_pairs: Vec<(Expression, Statement)>,
}

/// `{ ... }` as a value (`ScriptBlockExpressionAst`).
#[derive(Debug)]
pub struct ScriptBlockExpressionAst {
    /// From `{` to `}`.
    pub extent: Extent,
    /// The block.
    pub script_block: Arc<ScriptBlockAst>,
}

/// `$using:x`, also with members or indices: `$using:x.Name` (`UsingExpressionAst`).
#[derive(Debug)]
pub struct UsingExpressionAst {
    /// The whole expression.
    pub extent: Extent,
    /// The variable, whose path is without `using:`, or an access to it.
    pub sub_expression: Expression,
}

/// What stands where an expression could not be read (`ErrorExpressionAst`).
#[derive(Debug)]
pub struct ErrorExpressionAst {
    /// What was read.
    pub extent: Extent,
    /// The parts that could be read.
    pub nested: Vec<Expression>,
}
