//! `System.Management.Automation.ProgressRecord`.

use crate::record;
use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, named, property, property_rw};
use pwsh_value::{Context, Error, Obj, Payload, PsString, Result, Value};

/// A progress record as script sees it.
pub struct ProgressRecord(Mutex<record::ProgressRecord>);

impl Payload for ProgressRecord {}

impl ProgressRecord {
    /// An object for a record.
    pub fn object(record: record::ProgressRecord) -> Obj {
        let ty = named("System.Management.Automation.ProgressRecord");
        Obj::new(ty, ProgressRecord(Mutex::new(record)))
    }

    /// The record as it is now.
    pub fn record(&self) -> record::ProgressRecord {
        self.0.lock().clone()
    }
}

pub(super) static PROGRESS_RECORD: FacadeType = FacadeType {
    members: &[
        constructor("new(int activityId, string activity, string statusDescription)", new),
        constructor("new(int activityId)", new),
        property("int ActivityId {get;}", |call| Ok(record(call).id.into())),
        property_rw(
            "int ParentActivityId {get;set;}",
            |call| Ok(record(call).parent_id.into()),
            |call| {
                let id = call.int(0);
                if id == record(call).id {
                    return Err(Error::argument(
                        "The Parent activity identifier cannot be the same as Activity identifier.",
                        "value",
                    ));
                }
                change(call, |record| record.parent_id = id)
            },
        ),
        property_rw(
            "string Activity {get;set;}",
            |call| Ok(record(call).activity.into()),
            |call| {
                let text = text(call, 0, "value")?;
                change(call, |record| record.activity = text)
            },
        ),
        property_rw(
            "string StatusDescription {get;set;}",
            |call| Ok(record(call).status.into()),
            |call| {
                let text = text(call, 0, "value")?;
                change(call, |record| record.status = text)
            },
        ),
        property_rw(
            "string CurrentOperation {get;set;}",
            |call| Ok(record(call).operation.into()),
            |call| {
                let text = (!call.arg(0).is_null()).then(|| call.str(0));
                change(call, |record| record.operation = text)
            },
        ),
        property_rw(
            "int PercentComplete {get;set;}",
            |call| Ok(record(call).percent.into()),
            |call| {
                let percent = call.int(0);
                if percent > 100 {
                    return Err(Error::argument("The value must be 100 or less.", "value"));
                }
                change(call, |record| record.percent = percent)
            },
        ),
        property_rw(
            "int SecondsRemaining {get;set;}",
            |call| Ok(record(call).seconds_remaining.into()),
            |call| {
                let seconds = call.int(0);
                change(call, |record| record.seconds_remaining = seconds)
            },
        ),
        property_rw(
            "System.Management.Automation.ProgressRecordType RecordType {get;set;}",
            |call| Ok(kind(&record(call))),
            |call| {
                let completed = call.number(0) != 0;
                change(call, |record| record.completed = completed)
            },
        ),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.ProgressRecord")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    let id = call.int(0);
    if id < 0 {
        return Err(Error::argument("The activity id must be 0 or more.", "activityId"));
    }
    let (activity, status) = match call.args.len() {
        1 => (PsString::empty(), PsString::empty()),
        _ => (text(call, 1, "activity")?, text(call, 2, "statusDescription")?),
    };
    let record = record::ProgressRecord {
        activity,
        id,
        parent_id: -1,
        status,
        operation: None,
        percent: -1,
        seconds_remaining: -1,
        completed: false,
    };
    Ok(Obj::new(call.ty.clone(), ProgressRecord(Mutex::new(record))).into())
}

/// A text that must not be empty: a client could not read the record.
fn text(call: &Call<'_>, index: usize, parameter: &str) -> Result<PsString> {
    let text = if call.arg(index).is_null() { PsString::empty() } else { call.str(index) };
    if text.is_empty() {
        return Err(Error::argument("The value must be a text that is not empty.", parameter));
    }
    Ok(text)
}

fn record(call: &mut Call<'_>) -> record::ProgressRecord {
    call.this::<ProgressRecord>().record()
}

fn change(call: &mut Call<'_>, work: impl FnOnce(&mut record::ProgressRecord)) -> Result<Value> {
    work(&mut call.this::<ProgressRecord>().0.lock());
    Ok(Value::Void)
}

fn kind(record: &record::ProgressRecord) -> Value {
    let ty = named("System.Management.Automation.ProgressRecordType");
    Value::enumeration(&ty, i64::from(record.completed))
}

fn to_string(cx: &mut dyn Context, this: &Value) -> Result<PsString> {
    let Some(record) = this.cell().and_then(|obj| obj.get::<ProgressRecord>()).map(|r| r.record()) else {
        return Ok(PsString::empty());
    };
    let kind = cx.to_text(&kind(&record))?;
    let operation = record.operation.unwrap_or_else(PsString::empty);
    let (parent, id, activity, status) = (record.parent_id, record.id, record.activity, record.status);
    let (percent, seconds) = (record.percent, record.seconds_remaining);
    Ok(format!(
        "parent = {parent} id = {id} act = {activity} stat = {status} cur = {operation} pct = {percent} \
         sec = {seconds} type = {kind}"
    )
    .into())
}
