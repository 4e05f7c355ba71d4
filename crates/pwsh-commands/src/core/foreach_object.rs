//! `ForEach-Object`.

use super::tasks::Tasks;
use crate::object_errors::{reported_as, write_error_about_object};
use pwsh_runtime::command::{Cmdlet, Io, ScriptBlockArg, Switch};
use pwsh_runtime::member::PropertyView;
use pwsh_value::ops::Case;
use pwsh_value::payload::Dictionary;
use pwsh_value::wildcard::{Wildcard, has_wildcards};
use pwsh_value::{Category, Error, Obj, PsString, Result, Value};
use std::time::Duration;

/// Runs blocks, or reads a member, for each object.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "ForEach-Object",
    module = "Microsoft.PowerShell.Core",
    aliases("%", "foreach"),
    default_set = "ScriptBlockSet",
    should_process,
    impact = "Low",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096867"
)]
pub struct ForEachObject {
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline, set = "ScriptBlockSet")]
    #[parameter(pipeline, set = "PropertyAndMethodSet")]
    #[parameter(pipeline, set = "ParallelParameterSet")]
    input_object: Value,
    #[parameter(set = "ScriptBlockSet")]
    begin: Option<ScriptBlockArg>,
    #[parameter(mandatory, position = 0, set = "ScriptBlockSet")]
    #[validate(allow_null, allow_empty_collection)]
    process: Vec<Option<ScriptBlockArg>>,
    #[parameter(set = "ScriptBlockSet")]
    end: Option<ScriptBlockArg>,
    #[parameter(remaining, set = "ScriptBlockSet")]
    #[validate(allow_null, allow_empty_collection)]
    remaining_scripts: Vec<Option<ScriptBlockArg>>,
    #[parameter(mandatory, position = 0, set = "PropertyAndMethodSet")]
    #[validate(not_null_or_empty)]
    member_name: PsString,
    #[parameter(remaining, alias("Args"), set = "PropertyAndMethodSet")]
    argument_list: Vec<Value>,
    #[parameter(mandatory, set = "ParallelParameterSet")]
    parallel: Option<ScriptBlockArg>,
    #[parameter(set = "ParallelParameterSet")]
    #[validate(range(1, 2147483647))]
    throttle_limit: Option<i32>,
    #[parameter(set = "ParallelParameterSet")]
    #[validate(range(0, 2147483))]
    timeout_seconds: i32,
    #[parameter(set = "ParallelParameterSet")]
    as_job: Switch,
    #[parameter(set = "ParallelParameterSet")]
    use_new_runspace: Switch,
    tasks: Option<Tasks>,
    blocks: Vec<Obj>,
    last: Option<Obj>,
}

impl Cmdlet for ForEachObject {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        if io.set().is("PropertyAndMethodSet") {
            return Ok(());
        }
        if let Some(block) = &self.parallel {
            let limit = usize::try_from(self.throttle_limit.unwrap_or(5)).unwrap_or(1);
            let timeout = u64::try_from(self.timeout_seconds).ok().filter(|seconds| *seconds > 0);
            self.tasks =
                Some(Tasks::new(io, &block.0, limit, timeout.map(Duration::from_secs), self.as_job.0)?);
            return Ok(());
        }
        let block = |block: Option<ScriptBlockArg>| block.map(|b| b.0);
        let mut all: Vec<Option<Obj>> = Vec::new();
        all.extend(self.begin.take().map(|b| Some(b.0)));
        match io.is_bound("Process") && self.process.is_empty() {
            true => all.push(None),
            false => all.extend(self.process.drain(..).map(block)),
        }
        all.extend(self.remaining_scripts.drain(..).map(block));
        let first = usize::from(all.len() > 1);
        let mut last = all.len();
        match self.end.take() {
            Some(end) => self.last = Some(end.0),
            None if all.len() > 2 => {
                last -= 1;
                self.last = all[last].take();
            }
            None => {}
        }
        let start = if last >= 2 { all[0].take() } else { None };
        self.blocks = all.drain(first..last).flatten().collect();
        start.map_or(Ok(()), |block| run(io, &block, None))
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if io.set().is("PropertyAndMethodSet") {
            return self.member(io);
        }
        if !io.call.expects_input && !io.is_bound("InputObject") {
            return Ok(());
        }
        if let Some(tasks) = &mut self.tasks {
            return tasks.start(io, self.input_object.clone());
        }
        for block in &self.blocks {
            run(io, block, Some(self.input_object.clone()))?;
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        if let Some(mut tasks) = self.tasks.take() {
            return tasks.finish(io);
        }
        self.last.take().map_or(Ok(()), |block| run(io, &block, None))
    }
}

/// Runs a block in the caller's scope; what it puts out is the cmdlet's.
fn run(io: &mut Io<'_>, block: &Obj, item: Option<Value>) -> Result<()> {
    let call = io.call.clone();
    if call.preferences.out_variable.is_none() && call.preferences.pipeline_variable.is_none() {
        return io.rs.run_item_block(block, item.unwrap_or(Value::Void), call.streams);
    }
    for value in io.rs.item_block_output(block, item.unwrap_or(Value::Void), call.streams)? {
        io.write(value)?;
    }
    Ok(())
}

impl ForEachObject {
    fn member(&mut self, io: &mut Io<'_>) -> Result<()> {
        let input = self.input_object.clone();
        if input.is_null() {
            if self.argument_list.is_empty() {
                return io.write(Value::Null);
            }
            let text =
                "The InputObject is null. It must be specified to invoke a method or access a property.";
            return io.write_error(
                Error::new("System.Management.Automation.PSArgumentNullException", text)
                    .id("InputObjectIsNull")
                    .category(Category::InvalidArgument),
            );
        }
        if let Some(value) = dictionary_value(&input, &self.member_name) {
            return io.write_each(value);
        }
        if !self.argument_list.is_empty() {
            return self.method(io, &input);
        }
        if !has_wildcards(&self.member_name) {
            return self.property_or_method(io, &input);
        }
        let pattern = Wildcard::new(&self.member_name, Case::Ignore)?;
        let mut names: Vec<PsString> = Vec::new();
        for member in io.rs.members(&input, PropertyView::All)? {
            if !member.hidden && pattern.matches(&member.name) {
                names.push(member.name);
            }
        }
        match &names[..] {
            [] => io.write(Value::Null),
            [name] => {
                self.member_name = name.clone();
                self.property_or_method(io, &input)
            }
            _ => {
                let found: String = names.iter().map(|name| format!(" {name}")).collect();
                let text = format!(
                    "Input name \"{}\" is ambiguous. It can be resolved to multiple members. Possible matches include:{found}.",
                    self.member_name
                );
                let error = Error::new("System.Management.Automation.PSArgumentException", text)
                    .id("AmbiguousPropertyOrMethodName")
                    .category(Category::InvalidOperation)
                    .target(input);
                write_error_about_object(io, error)
            }
        }
    }

    /// The value of a property, the result of a method without arguments, null for what is missing.
    fn property_or_method(&mut self, io: &mut Io<'_>, input: &Value) -> Result<()> {
        let properties = io.rs.properties(input, PropertyView::All)?;
        if let Some(property) = properties.iter().find(|p| p.name.eq_ignore_case(&self.member_name)) {
            let value = property.value(io.rs, input)?;
            return io.write_each(value);
        }
        let methods = io.rs.methods(input, PropertyView::All);
        if methods.iter().any(|m| m.name.eq_ignore_case(&self.member_name)) {
            return self.method(io, input);
        }
        let value = io.rs.get_member(input, &self.member_name);
        match value {
            Ok(value) => io.write_each(value),
            Err(error) if error.thrown().is_some() => {
                let text =
                    format!("The input name \"{}\" cannot be resolved to a property.", self.member_name);
                let error = Error::new("System.Management.Automation.PSArgumentException", text)
                    .id("PropertyNotFound")
                    .category(Category::InvalidOperation)
                    .target(input.clone());
                write_error_about_object(io, error)
            }
            Err(error) => Err(error),
        }
    }

    fn method(&mut self, io: &mut Io<'_>, input: &Value) -> Result<()> {
        let methods = io.rs.methods(input, PropertyView::All);
        let Some(method) = methods.into_iter().find(|m| m.name.eq_ignore_case(&self.member_name)) else {
            let text = format!("Input name \"{}\" cannot be resolved to a method.", self.member_name);
            let error = Error::new("System.Management.Automation.PSArgumentException", text)
                .id("MethodNotFound")
                .category(Category::InvalidArgument)
                .target(input.clone());
            return write_error_about_object(io, error);
        };
        match io.rs.invoke_member(input, &method.name, &self.argument_list, &[], &[]) {
            Ok(value) => io.write_each(value),
            Err(error) if error.thrown().is_some() => {
                let error = reported_as(error, "MethodInvocationError", Category::InvalidOperation);
                write_error_about_object(io, error.target(input.clone()))
            }
            Err(error) => Err(error),
        }
    }
}

/// A dictionary's entry is taken before any member.
fn dictionary_value(input: &Value, name: &PsString) -> Option<Value> {
    input.as_object()?.get::<Dictionary>()?.get_str(name)
}
