//! `System.Management.Automation.SteppablePipeline`: a pipeline that a script feeds object by object, as a proxy
//! function does with the command that it stands for.

use super::{PsCmdlet, runspace};
use crate::command::ScriptBlock;
use crate::eval::PreparedPipeline;
use crate::pipeline::{Out, Streams};
use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, method, named};
use pwsh_value::{Category, Error, Obj, Payload, Result, Value};

/// The payload: the commands until it begins, then their stages.
struct SteppablePipeline(Mutex<State>);

enum State {
    Prepared(PreparedPipeline),
    /// The stages, and the list that takes their output where no command does.
    Running(Vec<u32>, Out),
    Over,
}

impl Payload for SteppablePipeline {}

pub(super) static STEPPABLE_PIPELINE: FacadeType = FacadeType {
    members: &[
        method("void Begin(bool expectInput)", begin),
        method(
            "void Begin(bool expectInput, System.Management.Automation.EngineIntrinsics contextToRedirectTo)",
            begin,
        ),
        method(
            "void Begin(System.Management.Automation.Internal.InternalCommand command)",
            begin_for_command,
        ),
        method("array Process(System.Object input)", process),
        method("array Process()", process),
        method("array End()", end),
        method("void Clean()", clean),
        method("void Dispose()", clean),
    ],
    ..FacadeType::class("System.Management.Automation.SteppablePipeline")
};

/// `GetSteppablePipeline()` of a script block: its commands found, their arguments evaluated.
pub(super) fn of_block(call: &mut Call<'_>) -> Result<Value> {
    let block = call.this::<ScriptBlock>().block.clone();
    let prepared = runspace(call.cx).prepare_pipeline_of(&block)?;
    let payload = SteppablePipeline(Mutex::new(State::Prepared(prepared)));
    Ok(Value::Object(Obj::new(named("System.Management.Automation.SteppablePipeline"), payload)))
}

/// Output is collected, and handed back by the call that made it.
fn begin(call: &mut Call<'_>) -> Result<Value> {
    let expects_input = call.bool(0);
    let rs = runspace(call.cx);
    let list = rs.sinks.collector();
    let streams = rs.cur.streams.with_output(list);
    start(call, streams, list, expects_input)
}

/// Output goes where the command's own goes.
fn begin_for_command(call: &mut Call<'_>) -> Result<Value> {
    let Some(command) = call.payload::<PsCmdlet>(0) else {
        return Err(Error::argument("Value cannot be null.", "command"));
    };
    let invocation = &command.payload().call;
    let (streams, expects_input) = (invocation.streams, invocation.expects_input);
    start(call, streams, Out::Discard, expects_input)
}

fn start(call: &mut Call<'_>, streams: Streams, list: Out, expects_input: bool) -> Result<Value> {
    let this = call.this::<SteppablePipeline>();
    let state = std::mem::replace(&mut *this.0.lock(), State::Over);
    let State::Prepared(prepared) = state else { return Err(bad_state()) };
    let rs = runspace(call.cx);
    let stages = rs.start_stages(prepared, streams, expects_input)?;
    *this.0.lock() = State::Running(stages, list);
    Ok(Value::Void)
}

fn bad_state() -> Error {
    Error::new(
        "System.Management.Automation.PSInvalidOperationException",
        "This operation cannot be performed in the current state of the pipeline.",
    )
    .id("InvalidOperation")
    .category(Category::InvalidOperation)
}

fn running(call: &Call<'_>) -> Result<(Vec<u32>, Out)> {
    match &*call.this::<SteppablePipeline>().0.lock() {
        State::Running(stages, list) => Ok((stages.clone(), *list)),
        _ => Err(bad_state()),
    }
}

fn process(call: &mut Call<'_>) -> Result<Value> {
    let (stages, list) = running(call)?;
    let item = call.args.first().cloned();
    let rs = runspace(call.cx);
    rs.step_stages(&stages, item)?;
    Ok(Value::Object(Obj::array(rs.sinks.take(list))))
}

fn end(call: &mut Call<'_>) -> Result<Value> {
    let (stages, list) = running(call)?;
    *call.this::<SteppablePipeline>().0.lock() = State::Over;
    let rs = runspace(call.cx);
    let result = rs.end_stages(&stages);
    let items = rs.sinks.finish(list);
    result.map(|()| Value::Object(Obj::array(items)))
}

/// Frees the stages of a pipeline that was not ended.
fn clean(call: &mut Call<'_>) -> Result<Value> {
    if let State::Running(stages, list) =
        std::mem::replace(&mut *call.this::<SteppablePipeline>().0.lock(), State::Over)
    {
        let rs = runspace(call.cx);
        rs.drop_stages(&stages);
        rs.sinks.finish(list);
    }
    Ok(Value::Void)
}
