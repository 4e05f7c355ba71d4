//! Where a refused argument stands in the script. Calls that succeed pay nothing for it: the place is looked for
//! in the command's text once an error needs it.

use crate::command::Invocation;
use crate::error_record::Position;
use pwsh_syntax::ast::{CommandElement, Expression, PipelineElement, Statement};
use pwsh_syntax::{Extent, Source};
use pwsh_value::payload::Exception;
use pwsh_value::{Thrown, Value};

/// An argument by its place among those given.
#[derive(Clone, Copy, Debug)]
pub(super) struct ArgumentPlace {
    /// Its index.
    pub index: usize,
    /// How many were given, splatted ones one by one.
    pub given: usize,
    /// Whether its value is meant, not its name.
    pub value: bool,
}

/// Where the script has to be changed for a binding error to go: at the argument, or the whole command. `None` for
/// other errors. The exception's `Line` and `Offset` say the same.
pub(crate) fn place_of(thrown: &Thrown, call: &Invocation) -> Option<Position> {
    let binding = "System.Management.Automation.ParameterBindingException";
    if !thrown.exception.ty().hierarchy().any(|ty| ty.name().is(binding)) {
        return None;
    }
    let (source, command) = call.position.as_ref()?;
    let place = thrown.position.as_ref().and_then(|place| place.downcast_ref::<ArgumentPlace>());
    let extent = place.and_then(|place| place.extent(source.slice(*command)));
    let extent = extent.map_or(*command, |extent| Extent {
        start: command.start + extent.start,
        end: command.start + extent.end,
    });
    let start = source.line_column(extent.start);
    if let Some(exception) = thrown.exception.get::<Exception>() {
        exception.set_field("Line", Value::Int64(i64::from(start.line)));
        exception.set_field("Offset", Value::Int64(i64::from(start.column)));
    }
    Some(Position { source: source.clone(), extent })
}

impl ArgumentPlace {
    /// The argument's extent in the text of its command. `None` where several splats leave it open.
    fn extent(&self, command: &str) -> Option<Extent> {
        let parsed = pwsh_syntax::parse_input(&Source::new(command, None));
        let block = parsed.script_block.end_block.as_ref()?;
        let [Statement::Pipeline(pipeline)] = &block.statements[..] else { return None };
        let [PipelineElement::Command(command)] = &pipeline.pipeline_elements[..] else { return None };
        let arguments = command.command_elements.get(1..)?;
        let is_splat = |element: &&CommandElement| matches!(element, CommandElement::Expression(Expression::Variable(v)) if v.splatted);
        let splats = arguments.iter().filter(is_splat).count();
        let element = match arguments.iter().position(|element| is_splat(&element)) {
            None => self.index,
            Some(at) if splats == 1 => {
                let length = (self.given + 1).checked_sub(arguments.len())?;
                match self.index {
                    before if before < at => before,
                    within if within < at + length => at,
                    behind => behind + 1 - length,
                }
            }
            Some(_) => return None,
        };
        Some(match arguments.get(element)? {
            CommandElement::Parameter(parameter) => match &parameter.argument {
                Some(argument) if self.value => argument.extent(),
                _ => parameter.error_position,
            },
            CommandElement::Expression(expression) => expression.extent(),
        })
    }
}
