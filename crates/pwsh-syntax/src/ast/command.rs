//! Pipelines and their elements: commands, their arguments and redirections.

use super::{ChainOperator, Expression, Statement};
use crate::Extent;

/// Commands joined by `|` (`PipelineAst`).
#[derive(Debug)]
pub struct PipelineAst {
    /// From the first element to the last, without the `&` of a background pipeline.
    pub extent: Extent,
    /// The elements in order, at least one; only the first may be an expression.
    pub pipeline_elements: Vec<PipelineElement>,
    /// Whether it ends with `&` and runs as a background job.
    pub background: bool,
}

/// One element of a pipeline (`CommandBaseAst`).
#[derive(Debug)]
pub enum PipelineElement {
    /// A command with its arguments.
    Command(Box<CommandAst>),
    /// An expression whose value is written.
    Expression(Box<CommandExpressionAst>),
}

impl PipelineElement {
    /// Where the element stands.
    pub fn extent(&self) -> Extent {
        match self {
            Self::Command(command) => command.extent,
            Self::Expression(expression) => expression.extent,
        }
    }

    /// The redirections of the element.
    pub fn redirections(&self) -> &[Redirection] {
        match self {
            Self::Command(command) => &command.redirections,
            Self::Expression(expression) => &expression.redirections,
        }
    }
}

/// Two pipelines joined by `&&` or `||` (`PipelineChainAst`). Chains nest to the left.
#[derive(Debug)]
pub struct PipelineChainAst {
    /// From the first pipeline to the last, without the `&` of a background chain.
    pub extent: Extent,
    /// A pipeline or another chain.
    pub lhs_pipeline_chain: Statement,
    /// `&&` or `||`.
    pub operator: ChainOperator,
    /// The pipeline after the operator.
    pub rhs_pipeline: Box<PipelineAst>,
    /// Whether the chain ends with `&` and runs as a background job.
    pub background: bool,
}

/// An expression as a pipeline element or right side of an assignment (`CommandExpressionAst`).
#[derive(Debug)]
pub struct CommandExpressionAst {
    /// The expression with its redirections.
    pub extent: Extent,
    /// The expression.
    pub expression: Expression,
    /// Its redirections.
    pub redirections: Vec<Redirection>,
}

/// What stands before a command's name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum InvocationOperator {
    /// Nothing (`TokenKind.Unknown`).
    None,
    /// `&`: a scope of its own.
    Ampersand,
    /// `.`: the caller's scope.
    Dot,
}

/// A command with its arguments (`CommandAst`).
#[derive(Debug)]
pub struct CommandAst {
    /// From the invocation operator or name to the last argument or redirection.
    pub extent: Extent,
    /// `&`, `.` or nothing.
    pub invocation_operator: InvocationOperator,
    /// The name (an expression) and then the arguments, at least the name.
    pub command_elements: Vec<CommandElement>,
    /// The redirections, in order.
    pub redirections: Vec<Redirection>,
}

impl CommandAst {
    /// The command's name where it is written as a constant string.
    pub fn command_name(&self) -> Option<&str> {
        match self.command_elements.first()? {
            CommandElement::Expression(Expression::StringConstant(name)) => Some(&name.value),
            _ => None,
        }
    }
}

/// The name, an argument or a parameter of a command (`CommandElementAst`).
#[derive(Debug)]
pub enum CommandElement {
    /// `-Name`, `-Name:value`
    Parameter(Box<CommandParameterAst>),
    /// An argument. A splatted variable is a [`VariableExpressionAst`](super::VariableExpressionAst) with
    /// `splatted`; a number keeps its own text in the source, which a command may see.
    Expression(Expression),
}

impl CommandElement {
    /// Where the element stands.
    pub fn extent(&self) -> Extent {
        match self {
            Self::Parameter(parameter) => parameter.extent,
            Self::Expression(expression) => expression.extent(),
        }
    }
}

/// A parameter of a command (`CommandParameterAst`).
#[derive(Debug)]
pub struct CommandParameterAst {
    /// The dash, the name, and the argument after a colon.
    pub extent: Extent,
    /// The name without dash and colon.
    pub parameter_name: Box<str>,
    /// The argument written after a colon.
    pub argument: Option<Expression>,
    /// What an error about the parameter points at: the dash, the name, the colon.
    pub error_position: Extent,
}

/// One of a command's output streams (`RedirectionStream`).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RedirectionStream {
    /// `*`
    All,
    /// `1`
    Output,
    /// `2`
    Error,
    /// `3`
    Warning,
    /// `4`
    Verbose,
    /// `5`
    Debug,
    /// `6`
    Information,
}

impl RedirectionStream {
    /// The name of the member of the enum `RedirectionStream`.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Output => "Output",
            Self::Error => "Error",
            Self::Warning => "Warning",
            Self::Verbose => "Verbose",
            Self::Debug => "Debug",
            Self::Information => "Information",
        }
    }
}

/// A redirection of a command or expression (`RedirectionAst`).
#[derive(Debug)]
pub enum Redirection {
    /// `2>&1`
    Merging(MergingRedirectionAst),
    /// `> file`
    File(Box<FileRedirectionAst>),
}

impl Redirection {
    /// Where the redirection stands.
    pub fn extent(&self) -> Extent {
        match self {
            Self::Merging(merging) => merging.extent,
            Self::File(file) => file.extent,
        }
    }
}

/// A stream sent into another (`MergingRedirectionAst`).
#[derive(Debug)]
pub struct MergingRedirectionAst {
    /// The operator.
    pub extent: Extent,
    /// The stream that is sent.
    pub from_stream: RedirectionStream,
    /// The stream that receives; PowerShell takes only `Output`.
    pub to_stream: RedirectionStream,
}

/// A stream sent to a file (`FileRedirectionAst`).
#[derive(Debug)]
pub struct FileRedirectionAst {
    /// The operator and the file.
    pub extent: Extent,
    /// The stream that is sent.
    pub from_stream: RedirectionStream,
    /// Whether the file is appended to (`>>`).
    pub append: bool,
    /// The file's name.
    pub location: Expression,
}
