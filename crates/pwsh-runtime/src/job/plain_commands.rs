//! Script blocks that a client sends as commands and not as a script (`ScriptBlock.GetPowerShell`).
//!
//! The difference shows: an error that ends a command ends the pipeline, an error that ends a statement of a script
//! does not.

use crate::command::ScriptBlock;
use crate::compile;
use pwsh_syntax::ast::{
    CommandAst, CommandElement, Expression, InvocationOperator, PipelineElement, ScriptBlockAst, Statement,
};
use pwsh_value::{Obj, PsString, Value};

/// A command by its name, with constant arguments.
pub struct PlainCommand {
    /// The name.
    pub name: PsString,
    /// The arguments: what stands for a parameter as written, `-Name` or with its value `-Name:`, and the value.
    pub arguments: Vec<(Option<PsString>, Value)>,
}

/// The commands of a block that is one pipeline of them, each with constant arguments; `None` for any other block.
pub fn plain_commands(block: &Obj) -> Option<Vec<PlainCommand>> {
    let block = block.get::<ScriptBlock>()?;
    let ast: &ScriptBlockAst = &block.block.ast;
    let other = [&ast.dynamic_param_block, &ast.begin_block, &ast.process_block, &ast.clean_block];
    let end = ast.end_block.as_ref()?;
    if other.iter().any(|block| block.is_some()) || !end.traps.is_empty() || !ast.using_statements.is_empty()
    {
        return None;
    }
    let [Statement::Pipeline(pipeline)] = &end.statements[..] else { return None };
    if pipeline.background {
        return None;
    }
    let commands = pipeline.pipeline_elements.iter().map(|element| match element {
        PipelineElement::Command(command) => plain(command),
        PipelineElement::Expression(_) => None,
    });
    commands.collect()
}

fn plain(command: &CommandAst) -> Option<PlainCommand> {
    if command.invocation_operator != InvocationOperator::None || !command.redirections.is_empty() {
        return None;
    }
    let name = command.command_name()?.into();
    let arguments = command.command_elements[1..].iter().map(|element| match element {
        CommandElement::Parameter(parameter) => {
            let (colon, value) = match &parameter.argument {
                Some(argument) => (":", constant(argument)?),
                None => ("", Value::Null),
            };
            Some((Some(format!("-{}{colon}", parameter.parameter_name).into()), value))
        }
        CommandElement::Expression(expression) => Some((None, constant(expression)?)),
    });
    Some(PlainCommand { name, arguments: arguments.collect::<Option<_>>()? })
}

fn constant(expression: &Expression) -> Option<Value> {
    match expression {
        Expression::Constant(constant) => Some(compile::constant(&constant.value)),
        Expression::StringConstant(text) => Some(Value::str(&*text.value)),
        Expression::ArrayLiteral(list) => {
            let items: Option<Vec<Value>> = list.elements.iter().map(constant).collect();
            Some(Value::Object(Obj::array(items?)))
        }
        _ => None,
    }
}
