//! `System.Management.Automation.InformationRecord`.

use crate::record::InformationRecord;
use pwsh_value::payload::List;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, property};
use pwsh_value::{Context, Obj, PsString, Result, Value};

pub(super) static INFORMATION_RECORD: FacadeType = FacadeType {
    members: &[
        constructor("new(System.Object messageData, string source)", new),
        property("System.Object MessageData {get;}", data),
        property("string Source {get;}", source),
        property("datetime TimeGenerated {get;}", time),
        property("System.Collections.Generic.List[string] Tags {get;}", tags),
        property("string User {get;}", user),
        property("string Computer {get;}", computer),
        property("uint ProcessId {get;}", process_id),
        property("uint NativeThreadId {get;}", thread_id),
        property("uint ManagedThreadId {get;}", thread_id),
    ],
    hooks: Hooks { to_string: Some(to_string), ..Hooks::NONE },
    ..FacadeType::class("System.Management.Automation.InformationRecord")
};

fn to_string(cx: &mut dyn Context, this: &Value) -> Result<PsString> {
    match this.cell().and_then(|o| o.get::<InformationRecord>()) {
        Some(record) => cx.to_text(&record.data.clone()),
        None => Ok(PsString::empty()),
    }
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let record = InformationRecord::now(call.args[0].clone(), call.str(1), Vec::new());
    Ok(Value::Object(Obj::new(call.ty.clone(), record)))
}

fn data(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<InformationRecord>().data.clone())
}

fn source(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<InformationRecord>().source.clone().into())
}

fn time(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<InformationRecord>().time.into())
}

fn tags(call: &mut Call<'_>) -> Result<Value> {
    let tags = call.this::<InformationRecord>().tags.iter().cloned().map(Value::String).collect();
    let ty = call.cx.find_type("System.Collections.Generic.List[string]");
    Ok(match ty {
        Some(ty) => Value::Object(Obj::new(ty, List::of_values(tags))),
        None => Value::Object(Obj::array(tags)),
    })
}

fn user(call: &mut Call<'_>) -> Result<Value> {
    Ok(call
        .cx
        .process()
        .env("USER")
        .map_or_else(|| "root".to_owned(), |u| u.to_string_lossy().into_owned())
        .into())
}

fn computer(_: &mut Call<'_>) -> Result<Value> {
    Ok(crate::record::computer_name().into())
}

fn process_id(_: &mut Call<'_>) -> Result<Value> {
    Ok(std::process::id().into())
}

fn thread_id(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::UInt32(crate::record::thread_id()))
}
