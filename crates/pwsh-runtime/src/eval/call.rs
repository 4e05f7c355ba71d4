//! Calls of functions and script blocks.

use super::Flow;
use crate::binder::{Binding, Given};
use crate::code::{Block, Body, Mode, Parameter, Statements};
use crate::command::{CommandMeta, CommandRef, Function, Invocation, ParameterMeta, ScriptBlock};
use crate::facade::runtime_defined_parameter::{self, note_value};
use crate::pipeline::{FunctionStage, Out, Streams, Write};
use crate::runspace::{CallSite, Frame, Runspace};
use crate::scope::{ScopeId, ScopeKind, Slot};
use pwsh_value::payload::Reference;
use pwsh_value::{Name, Obj, PsString, Result, Value, stack};
use std::sync::{Arc, LazyLock};

static ARGS: LazyLock<Name> = LazyLock::new(|| Name::intern("args"));

/// The depth of script calls at which PowerShell says that there were too many, whatever the stack has left.
const CALL_DEPTH: usize = 20_000;

/// A function or block that is about to run, and how.
pub(crate) struct Callee {
    /// The code.
    pub block: Arc<Block>,
    /// The module's scope, if it belongs to one.
    pub home: Option<ScopeId>,
    /// What it is called: a function's name, empty for a block.
    pub name: PsString,
    /// Whether it runs in the caller's scope.
    pub dotted: bool,
    /// The function behind it.
    pub function: Option<Arc<Function>>,
}

impl Callee {
    pub fn of_function(function: &Arc<Function>) -> Callee {
        Callee {
            block: function.code().clone(),
            home: function.home(),
            name: function.name.clone(),
            dotted: false,
            function: Some(function.clone()),
        }
    }

    pub fn of_block(block: &ScriptBlock, dotted: bool) -> Callee {
        Callee {
            block: block.block.clone(),
            home: block.home,
            name: PsString::empty(),
            dotted,
            function: None,
        }
    }
}

impl Runspace {
    /// Makes a function ready to run: its scope made, its arguments bound.
    pub(crate) fn prepare_function(
        &mut self,
        callee: &Callee,
        given: Vec<Given>,
        call: Invocation,
    ) -> Result<(FunctionStage, Arc<Invocation>)> {
        // A default may call the function again, before any frame is made.
        if stack::exhausted() {
            return Err(stack::overflow());
        }
        let mode = if callee.dotted { Mode::Dotted } else { Mode::OwnScope };
        let body = callee.block.body(mode)?.clone();
        let scope = match callee.dotted {
            true => self.dotted_scope(callee.home),
            false => {
                let parent = callee.home.unwrap_or(self.cur.scope);
                self.scopes.push(Some(parent), ScopeKind::Local, body.names.clone())
            }
        };
        let bound = self
            .define_types_of(&callee.block, &body, scope)
            .and_then(|()| self.bind_function(callee, &body, scope, given, call));
        match bound {
            Ok((binding, call, tees)) => {
                let frame = Frame {
                    scope,
                    streams: call.streams,
                    block: Some(callee.block.clone()),
                    at: callee.block.ast.extent,
                    propagate: self.cur.propagate,
                    name: if callee.name.is_empty() { "<ScriptBlock>".into() } else { callee.name.clone() },
                    call: if body.parameters.advanced || callee.function.is_some() {
                        Some(call.clone())
                    } else {
                        self.cur.call.clone()
                    },
                    this: self.cur.this.clone(),
                    method: None,
                };
                let scope = (!callee.dotted).then_some(scope);
                Ok((FunctionStage { body, frame, scope, binding, input: Vec::new(), tees }, call))
            }
            Err(error) => {
                if !callee.dotted {
                    self.scopes.pop(scope);
                }
                Err(error)
            }
        }
    }

    /// Where a dot-sourced block runs: where its caller does, if that is in the block's module, else at home.
    fn dotted_scope(&self, home: Option<ScopeId>) -> ScopeId {
        match home {
            Some(home) if self.home_of_current() != Some(home) => home,
            _ => self.cur.scope,
        }
    }

    fn bind_function(
        &mut self,
        callee: &Callee,
        body: &Arc<Body>,
        scope: ScopeId,
        given: Vec<Given>,
        mut call: Invocation,
    ) -> Result<(Option<(Arc<CommandMeta>, Binding)>, Arc<Invocation>, Vec<Out>)> {
        if body.parameters.simple
            && !body.uses_call
            && let Some(()) = self.bind_simply(body, scope, &given)
        {
            self.set_defaults(body, scope, None)?;
            return Ok((None, Arc::new(call), Vec::new()));
        }
        let meta = self.function_meta(&callee.block, callee.name.clone())?;
        for parameter in &meta.parameters {
            self.check_parameter(callee.home, &parameter.ty)?;
        }
        let command = call.command.clone();
        let mut parameters: Vec<(ParameterMeta, Value)> = Vec::new();
        let mut dynamic = |rs: &mut Runspace, binding: &Binding| {
            let Some(statements) = &body.dynamic else { return Ok(Vec::new()) };
            parameters = rs.dynamic_parameters(callee, body, statements, scope, binding, &call)?;
            Ok(parameters.iter().map(|(parameter, _)| parameter.clone()).collect())
        };
        let expects_input = call.expects_input;
        let bound = Binding::begin(self, &meta, &command, given, expects_input, Some(&mut dynamic));
        let binding = match bound {
            Ok(binding) => binding,
            Err(error) => return Err(self.with_record(error, Some(&Arc::new(call)))),
        };
        for (index, value) in binding.values() {
            if binding.is_declared(*index) {
                self.set_in(scope, body.parameters.list[*index].name, value.clone());
                continue;
            }
            let name = binding.name(*index);
            if let Some((_, parameter)) = parameters.iter().find(|(meta, _)| meta.name == *name) {
                note_value(parameter, value.clone());
            }
        }
        if !meta.cmdlet_binding {
            let rest = binding.remaining().to_vec();
            self.set_in(scope, *ARGS, Value::Object(Obj::array(rest)));
        }
        call.bound = binding.bound(&meta);
        call.set = binding.set().clone();
        call.preferences = binding.preferences().clone();
        let tees = self.tee_streams(&mut call);
        let call = Arc::new(call);
        self.warn_of_obsolete(&meta, &call)?;
        self.apply_preferences(scope, &call);
        self.set_defaults(body, scope, Some((&meta, &call)))?;
        self.constrain_parameters(body, scope, &meta);
        Ok((Some((meta, binding)), call, tees))
    }

    /// `[Obsolete()]` of the function and of the parameters that were bound.
    fn warn_of_obsolete(&mut self, meta: &CommandMeta, call: &Arc<Invocation>) -> Result<()> {
        if let Some(text) = &meta.obsolete {
            let text = format!("The command '{}' is obsolete. {text}", meta.name);
            self.write_text_record(call, Write::Warning, text.into())?;
        }
        for parameter in &meta.parameters {
            if let Some(text) = &parameter.obsolete
                && call.bound.iter().any(|(name, _)| *name == parameter.name)
            {
                let text = format!("Parameter '{}' is obsolete. {text}", parameter.name);
                self.write_text_record(call, Write::Warning, text.into())?;
            }
        }
        Ok(())
    }

    /// Runs a function's `dynamicparam` block, which sees what is bound so far.
    fn dynamic_parameters(
        &mut self,
        callee: &Callee,
        body: &Arc<Body>,
        statements: &Statements,
        scope: ScopeId,
        binding: &Binding,
        call: &Invocation,
    ) -> Result<Vec<(ParameterMeta, Value)>> {
        for (index, value) in binding.values() {
            self.set_in(scope, body.parameters.list[*index].name, value.clone());
        }
        let mut call = Arc::new(call.clone());
        binding.note_in(&mut call);
        let mut frame = Frame {
            scope,
            block: Some(callee.block.clone()),
            at: callee.block.ast.extent,
            name: callee.name.clone(),
            call: Some(call),
            method: None,
            ..self.cur.clone()
        };
        let output = self.in_frame(&mut frame, |rs| rs.capture_items(|rs| rs.run_to_end(statements)))?;
        runtime_defined_parameter::parameters(self, &output)
    }

    /// A typed parameter's variable keeps its type and its checks.
    fn constrain_parameters(&mut self, body: &Body, scope: ScopeId, meta: &CommandMeta) {
        use crate::scope::Constraint;
        for (parameter, declared) in body.parameters.list.iter().zip(&meta.parameters) {
            if parameter.attributes.is_empty()
                || declared.ty == pwsh_value::ty::known().object && declared.validations.is_empty()
            {
                continue;
            }
            let value = match self.scopes.place_in(scope, parameter.name) {
                Slot::Value(value) => value.clone(),
                _ => continue,
            };
            if value.as_object().is_some_and(|o| o.get::<Reference>().is_some()) {
                continue;
            }
            let cell = Arc::new(crate::scope::VariableCell::new(parameter.name, value));
            let mut constraints = vec![Constraint::Type(declared.ty.clone())];
            constraints.extend(declared.validations.iter().cloned().map(Constraint::Validate));
            cell.set_constraints(constraints);
            *self.scopes.place_in(scope, parameter.name) = Slot::Cell(cell);
        }
    }

    /// Arguments by position for a function without types and attributes; `None`: the binder has to look.
    fn bind_simply(&mut self, body: &Body, scope: ScopeId, given: &[Given]) -> Option<()> {
        if given.iter().any(|g| matches!(g, Given::Parameter { .. })) {
            return None;
        }
        let declared = body.parameters.list.len();
        for (at, argument) in given.iter().enumerate().take(declared) {
            let Given::Value { value, .. } = argument else { return None };
            *self.scopes.place_in(scope, body.parameters.list[at].name) = Slot::Value(value.clone());
        }
        if given.len() > declared || body.uses_args {
            let rest = given.iter().skip(declared).filter_map(|g| match g {
                Given::Value { value, .. } => Some(value.clone()),
                Given::Parameter { .. } => None,
            });
            let rest = Value::Object(Obj::array(rest.collect()));
            self.set_in(scope, *ARGS, rest);
        }
        Some(())
    }

    /// Parameters that got no argument take their defaults, in order, each seeing those before it.
    fn set_defaults(
        &mut self,
        body: &Body,
        scope: ScopeId,
        bound: Option<(&CommandMeta, &Arc<Invocation>)>,
    ) -> Result<()> {
        for (index, parameter) in body.parameters.list.iter().enumerate() {
            if self.scopes.find_in(scope, parameter.name).is_none() {
                self.set_default(
                    parameter,
                    scope,
                    bound.map(|(meta, call)| (&meta.parameters[index], Some(call))),
                )?;
            }
        }
        Ok(())
    }

    /// Gives a parameter its default, in its type if it has one.
    pub(crate) fn set_default(
        &mut self,
        parameter: &Parameter,
        scope: ScopeId,
        declared: Option<(&ParameterMeta, Option<&Arc<Invocation>>)>,
    ) -> Result<()> {
        let written = match &parameter.default {
            Some(default) => {
                let outer = std::mem::replace(&mut self.cur.scope, scope);
                let value = self.eval(default);
                self.cur.scope = outer;
                Some(value?)
            }
            None => None,
        };
        let value = match declared {
            Some((declared, call)) => crate::binder::default_value(self, declared, written)
                .map_err(|error| self.with_record(error, call))?,
            None => written.filter(|v| !v.is_null()).unwrap_or_default(),
        };
        self.set_in(scope, parameter.name, value);
        Ok(())
    }

    /// Runs something in a frame of its own; the frame is back in its place afterwards.
    pub(crate) fn in_frame<R>(
        &mut self,
        frame: &mut Frame,
        work: impl FnOnce(&mut Runspace) -> Result<R>,
    ) -> Result<R> {
        if stack::exhausted() || self.callers.len() >= CALL_DEPTH {
            return Err(stack::overflow());
        }
        self.callers.push(CallSite {
            name: self.cur.name.clone(),
            block: self.cur.block.clone(),
            at: self.cur.at,
        });
        std::mem::swap(&mut self.cur, frame);
        let mut result = work(self);
        if let Err(error) = result {
            // The place and the stack are those of here, not of whoever reports the error.
            let mut error = self.with_record(error, None);
            // A command's terminating error ends the command; to its caller it is an error like any other.
            if let Some(thrown) = error.thrown_mut() {
                thrown.terminating = false;
            }
            result = Err(error);
        }
        std::mem::swap(&mut self.cur, frame);
        self.callers.pop();
        result
    }

    /// Runs a function or block that stands alone, not in a pipeline.
    pub(crate) fn call_alone(&mut self, callee: &Callee, given: Vec<Given>, call: Invocation) -> Result<()> {
        let (mut stage, _call) = self.prepare_function(callee, given, call)?;
        let body = stage.body.clone();
        let result = self.in_frame(&mut stage.frame, |rs| {
            for statements in [&body.begin, &body.process, &body.end].into_iter().flatten() {
                match rs.run(statements)? {
                    Flow::Next => {}
                    flow => return flow.leaving_call(),
                }
            }
            Ok(())
        });
        if let Some(clean) = &body.clean {
            let cleaned = self.in_frame(&mut stage.frame, |rs| rs.run_to_end(clean));
            if let Err(error) = cleaned {
                let record = self.record_of(&error, None);
                self.show_error(record)?;
            }
        }
        self.free_tees(stage.tees);
        if let Some(scope) = stage.scope {
            self.scopes.pop(scope);
        }
        result
    }

    /// Calls a script block with arguments and gives what it puts out.
    pub(crate) fn call_block(&mut self, block: &Obj, arguments: Vec<Value>) -> Result<Vec<Value>> {
        let Some(script) = block.get::<ScriptBlock>() else { return Ok(Vec::new()) };
        let callee = Callee::of_block(script.payload(), false);
        let given = arguments.into_iter().map(|value| Given::Value { value, bare: false }).collect();
        self.capture_items(|rs| {
            let call = rs.block_invocation(rs.cur.streams);
            rs.call_alone(&callee, given, call)
        })
    }

    /// Runs a script block with `$_` set in a scope of its own and gives its value.
    pub fn call_block_with_item(&mut self, block: &Value, item: Value) -> Result<Value> {
        let Some(script) = block.as_object().and_then(|o| o.get::<ScriptBlock>()) else {
            return Ok(Value::Null);
        };
        let callee = Callee::of_block(script.payload(), false);
        let before = self.set_item(Some(item));
        let result = self.capture(|rs| {
            let call = rs.block_invocation(rs.cur.streams);
            rs.call_alone(&callee, Vec::new(), call)
        });
        self.set_item(before);
        result
    }

    /// Defines the classes and enums of a block that is about to run, in its scope.
    fn define_types_of(&mut self, block: &Arc<Block>, body: &Body, scope: ScopeId) -> Result<()> {
        if !body.defines_types {
            return Ok(());
        }
        let outer = (self.cur.scope, self.cur.block.replace(block.clone()));
        self.cur.scope = scope;
        let result = self.define_types(block);
        (self.cur.scope, self.cur.block) = outer;
        result
    }

    /// Runs a block's statements in the running scope.
    pub(crate) fn run_dotted(&mut self, block: &Arc<Block>) -> Result<()> {
        let body = block.body(Mode::Dotted)?.clone();
        self.define_types_of(block, &body, self.cur.scope)?;
        for statements in [&body.begin, &body.process, &body.end].into_iter().flatten() {
            self.run(statements)?.leaving_call()?;
        }
        Ok(())
    }

    /// Runs a script block for one object as ForEach-Object and Where-Object do: in the caller's scope, `$_` set,
    /// output to `streams`.
    pub fn run_item_block(&mut self, block: &Obj, item: Value, streams: Streams) -> Result<()> {
        let Some(script) = block.get::<ScriptBlock>() else { return Ok(()) };
        if stack::exhausted() {
            return Err(stack::overflow());
        }
        let code = script.payload().block.clone();
        let body = code.body(Mode::Dotted)?.clone();
        self.define_types_of(&code, &body, self.cur.scope)?;
        let before = self.set_item(Some(item));
        let outer_streams = std::mem::replace(&mut self.cur.streams, streams);
        let outer_block = self.cur.block.replace(code);
        let outer_at = self.cur.at;
        let outer_method = self.cur.method.take();
        let mut result = Ok(());
        for statements in [&body.begin, &body.process, &body.end].into_iter().flatten() {
            result = match self.run(statements) {
                Ok(Flow::Next) => Ok(()),
                Ok(flow) => {
                    result = flow.leaving_call();
                    break;
                }
                Err(error) => Err(error),
            };
            if result.is_err() {
                break;
            }
        }
        self.cur.streams = outer_streams;
        self.cur.block = outer_block;
        self.cur.at = outer_at;
        self.cur.method = outer_method;
        self.set_item(before);
        result.map_err(|error| self.with_record(error, None))
    }

    /// An invocation for a block that no command name stands for.
    pub(crate) fn block_invocation(&self, streams: Streams) -> Invocation {
        Invocation {
            command: CommandRef::Block,
            name: PsString::empty(),
            bound: Vec::new(),
            set: PsString::empty(),
            streams,
            position: self.position().map(|p| (p.source, p.extent)),
            pipeline: (1, 1),
            expects_input: false,
            preferences: Default::default(),
        }
    }

    /// The module scope of the running code, for blocks and functions made by it.
    pub(crate) fn home_of_current(&self) -> Option<ScopeId> {
        let script = self.scopes.script_scope(self.cur.scope);
        (self.scopes.get(script).kind == ScopeKind::Script && self.scopes.get(script).is_module)
            .then_some(script)
    }

    /// Preferences of an advanced function's common parameters hold in its scope.
    fn apply_preferences(&mut self, scope: ScopeId, call: &Invocation) {
        let preferences = &call.preferences;
        let mut set = |name: &str, value: Option<crate::command::Preference>| {
            if let Some(value) = value {
                let value = Value::str(format!("{value:?}"));
                self.set_in(scope, Name::intern(name), value);
            }
        };
        use crate::command::Preference::{Continue, SilentlyContinue};
        let switch = |on: Option<bool>| on.map(|on| if on { Continue } else { SilentlyContinue });
        set("ErrorActionPreference", preferences.error_action);
        set("WarningPreference", preferences.warning_action);
        set("InformationPreference", preferences.information_action);
        set("ProgressPreference", preferences.progress_action);
        set("VerbosePreference", switch(preferences.verbose));
        set("DebugPreference", switch(preferences.debug));
        if let Some(on) = preferences.what_if {
            self.set_in(scope, Name::intern("WhatIfPreference"), crate::binder::switch(on));
        }
    }
}
