//! One command of a running pipeline.

use super::sinks::Out;
use crate::binder::Binding;
use crate::code::Body;
use crate::command::{Cmdlet, CommandMeta, CommandRef, Invocation, Io};
use crate::error_record::ErrorRecord;
use crate::native::NativeStage;
use crate::runspace::{Frame, Runspace};
use crate::scope::ScopeId;
use pwsh_value::{Result, Value};
use std::sync::Arc;

/// A command with its arguments bound, between its first block and its last.
pub struct Stage {
    /// The call.
    pub call: Arc<Invocation>,
    /// What runs.
    pub work: Work,
    /// Whether objects come through the pipeline.
    pub expects_input: bool,
    /// The frame in which a cmdlet's script blocks run: that of the pipeline.
    pub frame: Option<Box<Frame>>,
    /// The lists of -OutVariable and its kin, freed when the stage is.
    pub tees: Vec<Out>,
}

/// What a stage runs.
pub enum Work {
    /// A cmdlet.
    Cmdlet(Box<dyn Cmdlet>, Binding),
    /// A function, filter or script block.
    Function(FunctionStage),
    /// A native program.
    Native(NativeStage),
}

/// A function between its blocks: its scope lives on.
pub struct FunctionStage {
    /// The code.
    pub body: Arc<Body>,
    /// The frame that its blocks run in.
    pub frame: Frame,
    /// Its scope, freed when the stage is; `None` for a dot-sourced block.
    pub scope: Option<ScopeId>,
    /// The metadata and binding of a function whose parameters take pipeline input.
    pub binding: Option<(Arc<CommandMeta>, Binding)>,
    /// What came through the pipeline, for `$input` of a function without a process block.
    pub input: Vec<Value>,
    /// The lists of -OutVariable and its kin.
    pub tees: Vec<Out>,
}

impl Stage {
    /// Runs what comes before the first object.
    pub fn begin(&mut self, rs: &mut Runspace) -> Result<()> {
        match &mut self.work {
            Work::Cmdlet(cmdlet, _) => {
                let result = cmdlet.begin(&mut Io { rs, call: &self.call });
                reported_by(rs, &self.call, result)
            }
            Work::Function(function) => {
                let body = function.body.clone();
                match &body.begin {
                    Some(statements) => function.run(rs, statements),
                    None => Ok(()),
                }
            }
            Work::Native(native) => native.begin(rs, &self.call, self.expects_input),
        }
    }

    /// Takes an object of the pipeline; `None`: runs once without one.
    pub fn process(&mut self, rs: &mut Runspace, item: Option<Value>) -> Result<()> {
        match &mut self.work {
            Work::Cmdlet(cmdlet, binding) => {
                if let Some(item) = &item {
                    let bound = match binding.item(rs, cmdlet_meta(&self.call), item) {
                        Ok(bound) => bound,
                        Err(error) if error.thrown().is_some() => {
                            let error = rs.with_record(error, Some(&self.call));
                            return Io { rs, call: &self.call }.write_error(error);
                        }
                        Err(error) => return Err(error),
                    };
                    binding.stale().iter().for_each(|&index| cmdlet.unbind(index));
                    for (index, value) in bound {
                        cmdlet.bind(index, value)?;
                    }
                    // A cmdlet asks its call which parameters are bound, not for their values.
                    if binding.differs_in_names(&self.call) {
                        binding.note_in(&mut self.call);
                    }
                }
                let result = cmdlet.process(&mut Io { rs, call: &self.call });
                reported_by(rs, &self.call, result)
            }
            Work::Function(function) => function.process(rs, item),
            Work::Native(native) => match item {
                Some(item) => native.input(rs, &self.call, item),
                None => Ok(()),
            },
        }
    }

    /// Runs what comes after the last object.
    pub fn end(&mut self, rs: &mut Runspace) -> Result<()> {
        match &mut self.work {
            Work::Cmdlet(cmdlet, _) => {
                let result = cmdlet.end(&mut Io { rs, call: &self.call });
                reported_by(rs, &self.call, result)
            }
            Work::Function(function) => function.end(rs),
            Work::Native(native) => native.end(rs, &self.call),
        }
    }

    /// Runs the `clean` block and frees what the stage holds, however the pipeline ended.
    pub fn clean(self, rs: &mut Runspace) {
        rs.free_tees(self.tees);
        match self.work {
            Work::Function(mut function) => {
                let body = function.body.clone();
                if let Some(statements) = &body.clean {
                    // The outcome of the pipeline is decided already; an error here is shown, not raised.
                    if let Err(error) = function.run(rs, statements) {
                        let record = rs.record_of(&error, None);
                        let _ = rs.show_error(record);
                    }
                }
                rs.free_tees(function.tees);
                if let Some(scope) = function.scope {
                    rs.scopes.pop(scope);
                }
            }
            // A program that still runs ends with its stage.
            Work::Native(_) | Work::Cmdlet(..) => {}
        }
    }

    /// Where the stage's output goes.
    pub fn output(&self) -> Out {
        self.call.streams.output
    }
}

/// A cmdlet's terminating error bears its name; one that comes from elsewhere has its record already.
fn reported_by(rs: &mut Runspace, call: &Arc<Invocation>, result: Result<()>) -> Result<()> {
    result.map_err(|error| {
        let mut error = rs.with_record(error, Some(call));
        if let (Some(thrown), CommandRef::Cmdlet(cmdlet)) = (error.thrown_mut(), &call.command)
            && thrown.exception.ty().hierarchy().any(|ty| ty.name().is(SESSION_STATE))
            && let Some(record) = thrown.record.as_ref().and_then(|r| r.as_object()?.get::<ErrorRecord>())
            && record.call.is_none()
        {
            // What session state refuses is reported in the name of the cmdlet that ran the script, too.
            let id = format!("{},{}", record.id, cmdlet.class_name()).into();
            let call = Some(call.clone());
            let record = ErrorRecord { id, call, ..record.payload().clone() };
            thrown.record = Some(Value::Object(record.object()));
        }
        error
    })
}

const SESSION_STATE: &str = "System.Management.Automation.SessionStateException";

fn cmdlet_meta(call: &Invocation) -> &'static CommandMeta {
    match &call.command {
        CommandRef::Cmdlet(declaration) => declaration.meta(),
        _ => unreachable!("only cmdlets have cmdlet stages"),
    }
}
