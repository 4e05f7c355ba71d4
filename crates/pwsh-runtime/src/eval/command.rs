//! Pipelines in script: finding the commands, evaluating their arguments, wiring the streams.

use super::call::Callee;
use crate::binder::{Binding, DynamicParameters, Given};
use crate::code::{
    Argument, Block, Command, CommandName, Element, Expr, Mode, Pipeline, Redirection, Statement,
    StatementKind,
};
use crate::command::{CommandInfo, CommandRef, Invocation, Io, ScriptBlock};
use crate::facade::ModuleObject;
use crate::native::NativeStage;
use crate::pipeline::{Out, Stage, Streams, Work};
use crate::runspace::Runspace;
use crate::scope::ScopeId;
use pwsh_syntax::ast::{InvocationOperator, RedirectionStream};
use pwsh_value::payload::{Array, Dictionary};
use pwsh_value::{Error, PsString, Result, Value, convert};
use std::sync::Arc;

/// A command of a pipeline, resolved and with its arguments evaluated, before any of the pipeline runs.
pub(super) struct Prepared {
    pub(super) target: Target,
    pub(super) name: PsString,
    pub(super) given: Vec<Given>,
    pub(super) redirections: Vec<Redirected>,
    pub(super) extent: pwsh_syntax::Extent,
}

/// The commands of a pipeline that has not begun.
pub(crate) struct PreparedPipeline(Vec<Prepared>);

pub(super) enum Target {
    Command(CommandRef),
    Block(Callee),
    /// A module, in which the first argument is called.
    Module(ScopeId),
}

/// A redirection with its file's name evaluated.
pub(super) enum Redirected {
    Merge(RedirectionStream),
    File { from: RedirectionStream, path: Value, append: bool },
}

impl Runspace {
    /// Runs a pipeline statement.
    pub(super) fn pipeline(&mut self, pipeline: &Pipeline) -> Result<()> {
        let outer = std::mem::replace(&mut self.failed, false);
        let result = match &pipeline.elements[..] {
            [Element::Command(command)] if command.redirections.is_empty() => self.single_command(command),
            elements => self.full_pipeline(elements),
        };
        self.success = result.is_ok() && !self.failed;
        self.failed = outer;
        result
    }

    /// A command that is the whole pipeline: a function runs without stages around it.
    fn single_command(&mut self, command: &Command) -> Result<()> {
        let prepared = self.prepare(command)?;
        let streams = self.cur.streams;
        match prepared.target {
            Target::Command(CommandRef::Function(function)) => {
                let call = self.invocation(
                    CommandRef::Function(function.clone()),
                    prepared.name,
                    streams,
                    prepared.extent,
                    (1, 1),
                );
                self.call_alone(&Callee::of_function(&function), prepared.given, call)
            }
            Target::Block(callee) => {
                let call =
                    self.invocation(CommandRef::Block, prepared.name, streams, prepared.extent, (1, 1));
                self.call_alone(&callee, prepared.given, call)
            }
            target => {
                let prepared = Prepared { target, ..prepared };
                let stages = self.build(vec![prepared], false)?;
                self.run_stages(&stages, None)
            }
        }
    }

    /// Finds the commands of a block that is one pipeline, and evaluates their arguments.
    ///
    /// # Errors
    /// What a block throws that is more or less than a pipeline of commands.
    pub(crate) fn prepare_pipeline_of(&mut self, block: &Arc<Block>) -> Result<PreparedPipeline> {
        let body = block.body(Mode::Dotted)?.clone();
        let statements = body.end.as_ref().map_or(&[][..], |end| &end.list);
        let [Statement { kind: StatementKind::Pipeline(pipeline), .. }] = statements else {
            let (id, text) = match statements {
                [] => (
                    "EmptyPipeline",
                    "Only a script block that contains exactly one pipeline or command can be converted. Expressions or control structures are not permitted. Verify that the script block contains exactly one pipeline or command.",
                ),
                _ => (
                    "CanConvertOneClauseOnly",
                    "Only a script block that contains exactly one pipeline or command can be converted. Expressions or control structures are not permitted. Verify that the script block contains exactly one pipeline or command.",
                ),
            };
            return Err(Error::runtime(id, text));
        };
        let outer = self.cur.block.replace(block.clone());
        let prepared: Result<_> = pipeline
            .elements
            .iter()
            .map(|element| match element {
                Element::Command(command) => self.prepare(command),
                Element::Expression(..) => Err(Error::runtime(
                    "CantConvertPipelineStartsWithExpression",
                    "A script block that begins with an expression cannot be converted.",
                )),
            })
            .collect();
        self.cur.block = outer;
        prepared.map(PreparedPipeline)
    }

    /// Makes and begins the stages of a pipeline that is fed by hand.
    pub(crate) fn start_stages(
        &mut self,
        prepared: PreparedPipeline,
        streams: Streams,
        expects_input: bool,
    ) -> Result<Vec<u32>> {
        let outer = std::mem::replace(&mut self.cur.streams, streams);
        let stages = self.build(prepared.0, expects_input);
        self.cur.streams = outer;
        let stages = stages?;
        match self.begin_stages(&stages) {
            Ok(()) => Ok(stages),
            Err(error) => {
                self.drop_stages(&stages);
                Err(error)
            }
        }
    }

    fn full_pipeline(&mut self, elements: &[Element]) -> Result<()> {
        let mut source = None;
        let mut prepared = Vec::with_capacity(elements.len());
        for element in elements {
            match element {
                Element::Expression(value, redirections) => {
                    let redirections = self.redirections(redirections)?;
                    let outer = self.cur.streams;
                    let trailing = self.redirect(&redirections, &mut prepared)?;
                    self.cur.streams = trailing.unwrap_or(outer);
                    let value = self.eval(value);
                    self.cur.streams = outer;
                    let dropped = redirections.iter().any(|r| {
                        matches!(r, Redirected::File { from, path, .. } if is_output(*from) && path.is_null())
                    });
                    source = Some(if dropped { value.map(|_| Value::Void)? } else { value? });
                }
                Element::Command(command) => prepared.push(self.prepare(command)?),
            }
        }
        if prepared.is_empty() {
            let value = source.unwrap_or(Value::Void);
            return self.write_each(self.cur.streams.output, value);
        }
        let stages = self.build(prepared, source.is_some())?;
        self.run_stages(&stages, source)
    }

    /// What redirections of an expression at the head of a pipeline do: merges need its streams changed, files
    /// another command behind it.
    fn redirect(
        &mut self,
        redirections: &[Redirected],
        prepared: &mut Vec<Prepared>,
    ) -> Result<Option<Streams>> {
        let mut streams = self.cur.streams;
        for redirection in redirections {
            match redirection {
                Redirected::Merge(from) => merge(&mut streams, *from),
                Redirected::File { from, path, .. } if path.is_null() => {
                    point(&mut streams, *from, Out::Discard);
                }
                Redirected::File { from, path, append } if is_output(*from) => {
                    prepared.push(self.out_file(path, *append)?);
                }
                Redirected::File { .. } => {}
            }
        }
        Ok((!redirections.is_empty()).then_some(streams))
    }

    /// Finds a command and evaluates its arguments.
    fn prepare(&mut self, command: &Command) -> Result<Prepared> {
        let dotted = command.operator == InvocationOperator::Dot;
        let (mut target, name) = match &command.name {
            CommandName::Name(name) if name.is_empty() => return Err(no_command(dotted)),
            CommandName::Name(name) => (self.named_target(name, dotted)?, name.clone()),
            CommandName::Value(value) => {
                let value = self.eval(value)?;
                self.value_target(&value, dotted)?
            }
        };
        let native = matches!(target, Target::Command(CommandRef::Native(_)));
        let mut given = Vec::with_capacity(command.arguments.len());
        let mut dashes = native;
        for argument in &command.arguments {
            if !dashes && is_dashes(argument) {
                dashes = true;
                continue;
            }
            self.give(argument, native, &mut given)?;
        }
        if let Target::Module(home) = target {
            target = self.target_in_module(home, dotted, &mut given)?;
        }
        let redirections = self.redirections(&command.redirections)?;
        Ok(Prepared { target, name, given, redirections, extent: command.extent })
    }

    /// What `& $module block` calls: the first argument, a block or a command's name, in the module.
    fn target_in_module(&mut self, home: ScopeId, dotted: bool, given: &mut Vec<Given>) -> Result<Target> {
        let first = match given.first() {
            Some(Given::Value { value, .. }) => value.clone(),
            _ => Value::Null,
        };
        if !given.is_empty() {
            given.remove(0);
        }
        if let Some(block) = first.as_object().and_then(|obj| obj.get::<ScriptBlock>()) {
            let bound = ScriptBlock { block: block.block.clone(), home: Some(home) };
            return Ok(Target::Block(Callee::of_block(&bound, dotted)));
        }
        let outer = std::mem::replace(&mut self.cur.scope, home);
        let target = self.value_target(&first, dotted);
        self.cur.scope = outer;
        target.map(|(target, _)| target)
    }

    pub(super) fn named_target(&mut self, name: &PsString, dotted: bool) -> Result<Target> {
        match self.resolve_command(name)? {
            CommandRef::Function(function) if dotted => {
                Ok(Target::Block(Callee { dotted: true, ..Callee::of_function(&function) }))
            }
            CommandRef::Script(path) => Ok(Target::Block(self.script_callee(&path, dotted)?)),
            other => Ok(Target::Command(other)),
        }
    }

    /// What `& $x` calls: a block, a command object, or the command that a text names.
    fn value_target(&mut self, value: &Value, dotted: bool) -> Result<(Target, PsString)> {
        if let Some(obj) = value.as_object() {
            if let Some(block) = obj.get::<ScriptBlock>() {
                return Ok((Target::Block(Callee::of_block(block.payload(), dotted)), PsString::empty()));
            }
            if let Some(module) = obj.get::<ModuleObject>()
                && let Some(home) = module.0.scope
            {
                return Ok((Target::Module(home), PsString::empty()));
            }
            if let Some(command) = obj.get::<CommandInfo>() {
                return match command.payload().clone() {
                    CommandInfo::Alias(alias) => {
                        Ok((self.named_target(&alias.definition, dotted)?, alias.name))
                    }
                    CommandInfo::Command(CommandRef::Script(path)) => {
                        let name = CommandRef::Script(path.clone()).name();
                        Ok((Target::Block(self.script_callee(&path, dotted)?), name))
                    }
                    CommandInfo::Command(CommandRef::Function(function)) if dotted => {
                        let callee = Callee { dotted: true, ..Callee::of_function(&function) };
                        Ok((Target::Block(callee), function.name.clone()))
                    }
                    CommandInfo::Command(command) => {
                        let name = command.name();
                        Ok((Target::Command(command), name))
                    }
                };
            }
        }
        if value.is_null() {
            return Err(no_command(dotted));
        }
        let name = convert::to_text(self, value)?;
        if name.is_empty() {
            return Err(no_command(dotted));
        }
        Ok((self.named_target(&name, dotted)?, name))
    }

    fn give(&mut self, argument: &Argument, native: bool, given: &mut Vec<Given>) -> Result<()> {
        match argument {
            Argument::Value { value, bare } => {
                // For a program only quotes keep a text as it is.
                let bare = *bare || native && !matches!(value, Expr::Const(_) | Expr::Expand(_));
                let value = match self.eval(value)? {
                    Value::Void => Value::Null,
                    value => value,
                };
                given.push(Given::Value { value, bare });
            }
            Argument::List { text, .. } if native => {
                let words = text.to_str();
                let words = words.split(' ').filter(|word| !word.is_empty());
                given.extend(words.map(|word| Given::Value { value: word.into(), bare: true }));
            }
            Argument::List { value, .. } => {
                given.push(Given::Value { value: self.eval(value)?, bare: false })
            }
            Argument::Parameter { name, value, text, spaced, .. } => {
                let value = value.as_ref().map(|v| self.eval(v)).transpose()?;
                given.push(Given::Parameter {
                    name: name.clone(),
                    value,
                    text: text.clone(),
                    spaced: *spaced,
                });
            }
            Argument::Splat(value) => {
                let value = self.eval(value)?;
                self.splat(&value, native, given)?;
            }
        }
        Ok(())
    }

    fn splat(&mut self, value: &Value, native: bool, given: &mut Vec<Given>) -> Result<()> {
        let Some(obj) = value.as_object() else {
            if !value.is_null() {
                given.push(Given::Value { value: value.clone(), bare: false });
            }
            return Ok(());
        };
        if let Some(table) = obj.get::<Dictionary>() {
            for (key, value) in table.entries() {
                let name = convert::to_text(self, &key)?;
                let text = if native { format!("-{name}:").into() } else { format!("-{name}").into() };
                given.push(Given::Parameter { name, value: Some(value), text, spaced: true });
            }
            return Ok(());
        }
        if obj.get::<Array>().is_some() || self.enumerable(value)?.is_some() {
            for value in self.enumerable(value)?.unwrap_or_default() {
                // A parameter name that came through `$args` is a parameter again.
                match crate::binder::parameter_text(&value) {
                    Some(parameter) => given.push(parameter),
                    None => given.push(Given::Value { value, bare: false }),
                }
            }
            return Ok(());
        }
        given.push(Given::Value { value: value.clone(), bare: false });
        Ok(())
    }

    fn redirections(&mut self, redirections: &[Redirection]) -> Result<Vec<Redirected>> {
        redirections
            .iter()
            .map(|r| {
                Ok(match r {
                    Redirection::Merge(from) => Redirected::Merge(*from),
                    Redirection::File { from, append, location } => {
                        Redirected::File { from: *from, path: self.eval(location)?, append: *append }
                    }
                })
            })
            .collect()
    }

    fn invocation(
        &self,
        command: CommandRef,
        name: PsString,
        streams: Streams,
        extent: pwsh_syntax::Extent,
        pipeline: (usize, usize),
    ) -> Invocation {
        Invocation {
            command,
            name,
            bound: Vec::new(),
            set: PsString::empty(),
            streams,
            position: self.cur.block.as_ref().map(|b| (b.source().clone(), extent)),
            pipeline,
            expects_input: false,
            preferences: Default::default(),
        }
    }

    /// Makes the stages of a pipeline, the last one first, so that each knows where it writes.
    pub(super) fn build(&mut self, prepared: Vec<Prepared>, has_source: bool) -> Result<Vec<u32>> {
        let length = prepared.len();
        let mut stages = Vec::with_capacity(length);
        let mut output = self.cur.streams.output;
        for (at, prepared) in prepared.into_iter().enumerate().rev() {
            let expects_input = at > 0 || has_source;
            match self.build_stage(prepared, output, (at + 1, length), expects_input, &mut stages) {
                Ok(id) => {
                    stages.push(id);
                    output = Out::Stage(id);
                }
                Err(error) => {
                    for id in stages {
                        if let Some(stage) = self.sinks.remove_stage(id) {
                            stage.clean(self);
                        }
                    }
                    return Err(error);
                }
            }
        }
        stages.reverse();
        Ok(stages)
    }

    fn build_stage(
        &mut self,
        prepared: Prepared,
        output: Out,
        pipeline: (usize, usize),
        expects_input: bool,
        stages: &mut Vec<u32>,
    ) -> Result<u32> {
        let mut streams = self.cur.streams.with_output(output);
        let mut raw = self.raw_output(&prepared);
        for redirection in &prepared.redirections {
            match redirection {
                Redirected::File { from: RedirectionStream::Output, .. } if raw.is_some() => {
                    streams.output = Out::Discard;
                }
                Redirected::Merge(from) => merge(&mut streams, *from),
                Redirected::File { from, path, append } => {
                    let to = if path.is_null() {
                        Out::Discard
                    } else {
                        let file = self.out_file(path, *append)?;
                        let id = self.build_stage(file, Out::Discard, (1, 1), true, stages)?;
                        stages.push(id);
                        Out::Stage(id)
                    };
                    point(&mut streams, *from, to);
                }
            }
        }
        let stage = self.make_stage(prepared, streams, pipeline, expects_input, raw.take())?;
        Ok(self.sinks.stage(Box::new(stage)))
    }

    /// The file that takes a program's bytes as they are: where output alone is redirected. One that cannot be
    /// opened is left to Out-File, which knows the error.
    fn raw_output(&mut self, prepared: &Prepared) -> Option<std::fs::File> {
        if !matches!(prepared.target, Target::Command(CommandRef::Native(_))) {
            return None;
        }
        let mut file = None;
        for redirection in &prepared.redirections {
            match redirection {
                Redirected::Merge(_) | Redirected::File { from: RedirectionStream::All, .. } => return None,
                Redirected::File { from: RedirectionStream::Output, path, append } if !path.is_null() => {
                    let path = convert::to_text(self, path).ok()?;
                    let path = self.file_path(&path.to_str()).ok()?;
                    let mut options = std::fs::OpenOptions::new();
                    options.create(true).write(true).append(*append).truncate(!append);
                    file = Some(options.open(path).ok()?);
                }
                Redirected::File { .. } => {}
            }
        }
        file
    }

    fn make_stage(
        &mut self,
        prepared: Prepared,
        streams: Streams,
        pipeline: (usize, usize),
        expects_input: bool,
        raw: Option<std::fs::File>,
    ) -> Result<Stage> {
        let Prepared { target, name, given, extent, .. } = prepared;
        match target {
            Target::Command(CommandRef::Cmdlet(declaration)) => {
                let command = CommandRef::Cmdlet(declaration);
                let mut call = self.invocation(command, name, streams, extent, pipeline);
                call.expects_input = expects_input;
                self.cmdlet_stage(declaration, given, call)
            }
            Target::Command(CommandRef::Native(path)) => {
                let mut call =
                    self.invocation(CommandRef::Native(path.clone()), name, streams, extent, pipeline);
                call.expects_input = expects_input;
                let native = NativeStage::new(self, path, given, raw)?;
                Ok(Stage {
                    call: Arc::new(call),
                    work: Work::Native(native),
                    expects_input,
                    frame: None,
                    tees: Vec::new(),
                })
            }
            Target::Command(
                command @ (CommandRef::Function(_) | CommandRef::Script(_) | CommandRef::Block),
            ) => {
                let callee = match &command {
                    CommandRef::Function(function) => Callee::of_function(function),
                    CommandRef::Script(path) => self.script_callee(&path.clone(), false)?,
                    _ => return Err(bad_command("a script block has no command of its own")),
                };
                let mut call = self.invocation(command, name, streams, extent, pipeline);
                call.expects_input = expects_input;
                let (function, call) = self.prepare_function(&callee, given, call)?;
                Ok(Stage {
                    call,
                    work: Work::Function(function),
                    expects_input,
                    frame: None,
                    tees: Vec::new(),
                })
            }
            Target::Module(_) => Err(bad_command("a module calls the block that is its first argument")),
            Target::Block(callee) => {
                let command = callee.function.clone().map_or(CommandRef::Block, CommandRef::Function);
                let mut call = self.invocation(command, name, streams, extent, pipeline);
                call.expects_input = expects_input;
                let (function, call) = self.prepare_function(&callee, given, call)?;
                Ok(Stage {
                    call,
                    work: Work::Function(function),
                    expects_input,
                    frame: None,
                    tees: Vec::new(),
                })
            }
        }
    }

    /// A cmdlet with its arguments bound.
    pub(crate) fn cmdlet_stage(
        &mut self,
        declaration: &'static crate::command::CmdletDeclaration,
        given: Vec<Given>,
        mut call: Invocation,
    ) -> Result<Stage> {
        let expects_input = call.expects_input;
        let meta = declaration.meta();
        let mut cmdlet = (declaration.make)();
        let command = call.command.clone();
        let mut dynamic = |rs: &mut Runspace, binding: &Binding| {
            let mut call = Arc::new(call.clone());
            binding.note_in(&mut call);
            for (index, value) in binding.values() {
                cmdlet.bind(*index, value.clone())?;
            }
            cmdlet.dynamic_parameters(&mut Io { rs, call: &call })
        };
        let dynamic: Option<&mut DynamicParameters<'_>> =
            if declaration.dynamic { Some(&mut dynamic) } else { None };
        let binding = match Binding::begin(self, meta, &command, given, expects_input, dynamic) {
            Ok(binding) => binding,
            Err(error) => {
                let call = Arc::new(call);
                return Err(self.with_record(error, Some(&call)));
            }
        };
        for (index, value) in binding.values() {
            cmdlet.bind(*index, value.clone())?;
        }
        call.bound = binding.bound(meta);
        call.set = binding.set().clone();
        call.preferences = binding.preferences().clone();
        let tees = self.tee_streams(&mut call);
        Ok(Stage {
            call: Arc::new(call),
            work: Work::Cmdlet(cmdlet, binding),
            expects_input,
            frame: Some(Box::new(self.cur.clone())),
            tees,
        })
    }

    /// Runs commands as a pipeline, their arguments already evaluated.
    pub(crate) fn run_commands(
        &mut self,
        commands: Vec<(CommandRef, Vec<Given>)>,
        input: Option<Value>,
    ) -> Result<()> {
        let prepared = commands
            .into_iter()
            .map(|(command, given)| Prepared {
                name: command.name(),
                target: Target::Command(command),
                given,
                redirections: Vec::new(),
                extent: self.cur.at,
            })
            .collect();
        let stages = self.build(prepared, input.is_some())?;
        self.run_stages(&stages, input)
    }

    /// The command behind `> file`.
    fn out_file(&mut self, path: &Value, append: bool) -> Result<Prepared> {
        let name: PsString = "Out-File".into();
        let target = Target::Command(self.resolve_command(&name)?);
        let parameter = |name: &str, value: Value| Given::Parameter {
            name: name.into(),
            value: Some(value),
            text: format!("-{name}").into(),
            spaced: true,
        };
        let given = vec![parameter("FilePath", path.clone()), parameter("Append", Value::Bool(append))];
        Ok(Prepared { target, name, given, redirections: Vec::new(), extent: self.cur.at })
    }
}

/// Whether an argument is `--`, which says that no parameter follows and is itself no argument.
fn is_dashes(argument: &Argument) -> bool {
    matches!(argument, Argument::Value { value: Expr::Const(Value::String(text)), bare: true } if text.is("--"))
        || matches!(argument, Argument::Parameter { text, .. } if text.is("--"))
}

fn is_output(stream: RedirectionStream) -> bool {
    matches!(stream, RedirectionStream::Output | RedirectionStream::All)
}

fn merge(streams: &mut Streams, from: RedirectionStream) {
    let to = if streams.output == Out::Top { Out::TopOutput } else { streams.output };
    point(streams, from, to);
    if matches!(from, RedirectionStream::Error | RedirectionStream::All) {
        streams.merged_error = true;
    }
}

fn point(streams: &mut Streams, from: RedirectionStream, to: Out) {
    // Records of these streams reach the client even when script sends them nowhere.
    let record = if to == Out::Discard { Out::Top } else { to };
    match from {
        RedirectionStream::Output => streams.output = to,
        RedirectionStream::Error => streams.error = to,
        RedirectionStream::Warning => streams.warning = record,
        RedirectionStream::Verbose => streams.verbose = record,
        RedirectionStream::Debug => streams.debug = record,
        RedirectionStream::Information => streams.information = record,
        RedirectionStream::All => {
            *streams = Streams {
                output: to,
                error: to,
                warning: record,
                verbose: record,
                debug: record,
                information: record,
                merged_error: streams.merged_error,
            };
        }
    }
}

/// What stands after the operator is neither a name nor something that can be called.
fn no_command(dotted: bool) -> Error {
    let operator = if dotted { '.' } else { '&' };
    bad_command(&format!(
        "The expression after '{operator}' in a pipeline element produced an object that was not valid. It must result in a command name, a script block, or a CommandInfo object."
    ))
}

fn bad_command(text: &str) -> Error {
    Error::runtime("BadExpression", text).category(pwsh_value::Category::InvalidOperation)
}
