//! The types of job objects.

use psjob_dotnet::threading::wait_handle::watching;
use pwsh_runtime::Runspace;
use pwsh_runtime::job::{DataCollection, Job, JobState, JobStateEvent, JobStateInfo, JobStream};
use pwsh_value::payload::List;
use pwsh_value::ty::{
    Call, EventEntry, FacadeType, Hooks, Kind, close_generic, method, named, property, property_rw,
};
use pwsh_value::{Context, DateTime, Error, Obj, PsString, Result, Value};

/// A job of any kind.
pub static JOB: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &["System.IDisposable"],
    members: &[
        property("string Command {get;}", command),
        property("System.Management.Automation.JobStateInfo JobStateInfo {get;}", state_info),
        property("System.Threading.WaitHandle Finished {get;}", finished),
        property("guid InstanceId {get;}", instance_id),
        property("int Id {get;}", id),
        property_rw("string Name {get;set;}", name, set_name),
        property(
            "System.Collections.Generic.IList[System.Management.Automation.Job] ChildJobs {get;}",
            child_jobs,
        ),
        property("System.Nullable[datetime] PSBeginTime {get;}", begin_time),
        property("System.Nullable[datetime] PSEndTime {get;}", end_time),
        property_rw("string PSJobTypeName {get;set;}", type_name, set_type_name),
        property("System.Management.Automation.PSDataCollection[psobject] Output {get;}", stream::<0>),
        property(
            "System.Management.Automation.PSDataCollection[System.Management.Automation.ErrorRecord] Error {get;}",
            stream::<1>,
        ),
        property(
            "System.Management.Automation.PSDataCollection[System.Management.Automation.ProgressRecord] Progress {get;}",
            stream::<2>,
        ),
        property(
            "System.Management.Automation.PSDataCollection[System.Management.Automation.VerboseRecord] Verbose {get;}",
            stream::<3>,
        ),
        property(
            "System.Management.Automation.PSDataCollection[System.Management.Automation.DebugRecord] Debug {get;}",
            stream::<4>,
        ),
        property(
            "System.Management.Automation.PSDataCollection[System.Management.Automation.WarningRecord] Warning {get;}",
            stream::<5>,
        ),
        property(
            "System.Management.Automation.PSDataCollection[System.Management.Automation.InformationRecord] Information {get;}",
            stream::<6>,
        ),
        method("void StopJob()", stop_job),
        method("void Dispose()", stop_job),
    ],
    events: &[EventEntry {
        signature: "System.EventHandler`1[System.Management.Automation.JobStateEventArgs] StateChanged(System.Object, System.Management.Automation.JobStateEventArgs)",
        subscribe: |job, handler| match job.get::<Job>() {
            Some(job) => Job::subscribe(job, handler),
            None => pwsh_value::ty::Subscription::new(|| {}),
        },
    }],
    ..FacadeType::class("System.Management.Automation.Job")
};

/// A background job.
pub static REMOTING_JOB: FacadeType = FacadeType {
    base: "System.Management.Automation.Job",
    members: &[
        property("bool HasMoreData {get;}", has_more_data),
        property("string StatusMessage {get;}", status_message),
        property("string Location {get;}", location),
    ],
    ..FacadeType::class("System.Management.Automation.PSRemotingJob")
};

/// The child of a background job.
pub static REMOTING_CHILD_JOB: FacadeType = FacadeType {
    base: "System.Management.Automation.Job",
    members: &[
        property("string StatusMessage {get;}", status_message),
        property("bool HasMoreData {get;}", has_more_data),
        property("string Location {get;}", location),
    ],
    ..FacadeType::class("System.Management.Automation.PSRemotingChildJob")
};

/// The actions of an event's subscription.
pub static EVENT_JOB: FacadeType = FacadeType {
    base: "System.Management.Automation.Job",
    members: &[
        property("string StatusMessage {get;}", status_message),
        property("bool HasMoreData {get;}", has_more_data),
        property("string Location {get;}", location),
    ],
    ..FacadeType::class("System.Management.Automation.PSEventJob")
};

/// How far a job is.
pub static JOB_STATE_INFO: FacadeType = FacadeType {
    members: &[
        property("System.Management.Automation.JobState State {get;}", info_state),
        property("System.Exception Reason {get;}", info_reason),
    ],
    hooks: Hooks { to_string: Some(info_text), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.JobStateInfo")
};

/// A change of a job's state.
pub static JOB_STATE_EVENT_ARGS: FacadeType = FacadeType {
    base: "System.EventArgs",
    members: &[
        property("System.Management.Automation.JobStateInfo JobStateInfo {get;}", state_now),
        property("System.Management.Automation.JobStateInfo PreviousJobStateInfo {get;}", state_before),
    ],
    ..FacadeType::class("System.Management.Automation.JobStateEventArgs")
};

/// What a job put out on a stream.
pub static DATA_COLLECTION: FacadeType = FacadeType {
    generic: &["T"],
    interfaces: &["System.Collections.Generic.IEnumerable[T]", "System.Collections.IEnumerable"],
    members: &[
        property("bool IsOpen {get;}", is_open),
        property("T Item(int index) {get;}", item),
        property("int Count {get;}", count),
        property("bool IsReadOnly {get;}", |_| Ok(Value::Bool(false))),
        method("void Clear()", clear),
        method("System.Collections.ObjectModel.Collection[T] ReadAll()", read_all),
    ],
    hooks: Hooks { enumerate: Some(all_items), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.PSDataCollection`1")
};

/// An error of another runspace.
pub static REMOTING_ERROR_RECORD: FacadeType = FacadeType {
    base: "System.Management.Automation.ErrorRecord",
    ..FacadeType::class("System.Management.Automation.Runspaces.RemotingErrorRecord")
};

fn runspace<'a>(call: &'a mut Call<'_>) -> &'a mut Runspace {
    of_context(call.cx)
}

fn of_context(cx: &mut dyn Context) -> &mut Runspace {
    cx.as_any().downcast_mut().expect("jobs are used in a runspace")
}

fn text(value: PsString) -> Result<Value> {
    Ok(value.into())
}

fn command(call: &mut Call<'_>) -> Result<Value> {
    text(call.this::<Job>().parts.command.clone())
}

fn location(call: &mut Call<'_>) -> Result<Value> {
    let location = call.this::<Job>().parts.location.clone();
    Ok(if location.is_empty() { Value::Null } else { location.into() })
}

fn status_message(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(""))
}

fn has_more_data(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Job>().has_more_data().into())
}

fn state_info(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(call.this::<Job>().info().object()))
}

fn instance_id(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Job>().instance_id.into())
}

fn id(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Job>().id.into())
}

fn name(call: &mut Call<'_>) -> Result<Value> {
    text(call.this::<Job>().name())
}

fn set_name(call: &mut Call<'_>) -> Result<Value> {
    call.this::<Job>().set_name(call.str(call.args.len() - 1));
    Ok(Value::Void)
}

fn type_name(call: &mut Call<'_>) -> Result<Value> {
    text(call.this::<Job>().type_name())
}

fn set_type_name(call: &mut Call<'_>) -> Result<Value> {
    call.this::<Job>().set_type_name(call.str(call.args.len() - 1));
    Ok(Value::Void)
}

fn child_jobs(call: &mut Call<'_>) -> Result<Value> {
    let children = call.this::<Job>().parts.children.iter().cloned().map(Value::Object).collect();
    let list = named("System.Collections.Generic.List`1");
    let ty = close_generic(&list, vec![named("System.Management.Automation.Job")]);
    Ok(Value::Object(Obj::new(ty, List::of_values(children))))
}

fn time(time: Option<DateTime>) -> Result<Value> {
    Ok(time.map_or(Value::Null, Value::DateTime))
}

fn begin_time(call: &mut Call<'_>) -> Result<Value> {
    time(call.this::<Job>().times().0)
}

fn end_time(call: &mut Call<'_>) -> Result<Value> {
    time(call.this::<Job>().times().1)
}

fn stream<const PLACE: usize>(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(call.this::<Job>().stream(JobStream::ALL[PLACE]).clone()))
}

fn stop_job(call: &mut Call<'_>) -> Result<Value> {
    let job = call.this::<Job>().owner().clone();
    super::choose::stop(runspace(call), &job)?;
    Ok(Value::Void)
}

fn info_state(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<JobStateInfo>().state.value())
}

fn info_reason(call: &mut Call<'_>) -> Result<Value> {
    let reason = call.this::<JobStateInfo>().reason.clone();
    Ok(reason.map_or(Value::Null, |reason| reason.exception(runspace(call))))
}

fn info_text(_: &mut dyn Context, this: &Value) -> Result<PsString> {
    let info = this.cell().and_then(|obj| obj.get::<JobStateInfo>());
    let state = info.map_or(JobState::NotStarted, |info| info.state);
    Ok(format!("{state:?}").into())
}

fn state_now(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(call.this::<JobStateEvent>().now.clone().object()))
}

fn state_before(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Object(call.this::<JobStateEvent>().before.clone().object()))
}

fn is_open(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<DataCollection>().is_open().into())
}

fn count(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<DataCollection>().len() as i32).into())
}

fn item(call: &mut Call<'_>) -> Result<Value> {
    let index = call.int(0);
    let collection = call.this::<DataCollection>();
    let items = DataCollection::items(collection, runspace(call))?;
    let found = usize::try_from(index).ok().and_then(|index| items.into_iter().nth(index));
    found.map(|(_, item)| item).ok_or_else(|| {
        let text = "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')";
        Error::new("System.ArgumentOutOfRangeException", text)
    })
}

fn clear(call: &mut Call<'_>) -> Result<Value> {
    let collection = call.this::<DataCollection>();
    DataCollection::take(collection, runspace(call))?;
    Ok(Value::Void)
}

fn read_all(call: &mut Call<'_>) -> Result<Value> {
    let collection = call.this::<DataCollection>();
    let element = call.ty.arguments().to_vec();
    let items = DataCollection::take(collection, runspace(call))?;
    let ty = close_generic(&named("System.Collections.ObjectModel.Collection`1"), element);
    let items = items.into_iter().map(|(_, item)| item).collect();
    Ok(Value::Object(Obj::new(ty, List::of_values(items))))
}

fn all_items(cx: &mut dyn Context, this: &Value) -> Result<Vec<Value>> {
    let Some(collection) = this.cell().and_then(|obj| obj.get::<DataCollection>()) else {
        return Ok(Vec::new());
    };
    let items = DataCollection::items(collection, of_context(cx))?;
    Ok(items.into_iter().map(|(_, item)| item).collect())
}

/// Waiting for it is waiting for the job.
fn finished(call: &mut Call<'_>) -> Result<Value> {
    let job = Value::Object(call.this::<Job>().owner().clone());
    Ok(watching(job, |job| job.as_object().is_some_and(super::choose::is_over)))
}
