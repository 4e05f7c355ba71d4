//! The types of events and subscriptions.

use pwsh_runtime::events::{PsEvent, Subscriber};
use pwsh_value::ty::{Call, FacadeType, property};
use pwsh_value::{PsString, Result, Value};

/// An event that happened.
pub static PS_EVENT_ARGS: FacadeType = FacadeType {
    base: "System.EventArgs",
    members: &[
        property("string ComputerName {get;}", |_| Ok(Value::Null)),
        property("guid RunspaceId {get;}", |call| Ok(call.this::<PsEvent>().runspace.into())),
        property("int EventIdentifier {get;}", |call| Ok(call.this::<PsEvent>().identifier.into())),
        property("System.Object Sender {get;}", |call| Ok(call.this::<PsEvent>().sender.clone())),
        property("System.EventArgs SourceEventArgs {get;}", |call| {
            Ok(call.this::<PsEvent>().source_event_args.clone())
        }),
        property("System.Object[] SourceArgs {get;}", |call| Ok(call.this::<PsEvent>().source_args.clone())),
        property("string SourceIdentifier {get;}", |call| {
            Ok(call.this::<PsEvent>().source_identifier.clone().into())
        }),
        property("datetime TimeGenerated {get;}", |call| Ok(Value::DateTime(call.this::<PsEvent>().time))),
        property("psobject MessageData {get;}", |call| Ok(call.this::<PsEvent>().message_data.clone())),
    ],
    ..FacadeType::class("System.Management.Automation.PSEventArgs")
};

/// A subscription to an event.
pub static PS_EVENT_SUBSCRIBER: FacadeType = FacadeType {
    members: &[
        property("int SubscriptionId {get;}", |call| Ok(call.this::<Subscriber>().id.into())),
        property("System.Object SourceObject {get;}", |call| {
            Ok(call.this::<Subscriber>().parts.source.clone())
        }),
        property("string EventName {get;}", |call| text_or_null(call, |s| &s.parts.event_name)),
        property("string SourceIdentifier {get;}", |call| text_or_null(call, |s| &s.parts.source_identifier)),
        property("System.Management.Automation.PSEventJob Action {get;}", |call| {
            Ok(call.this::<Subscriber>().job().map_or(Value::Null, |job| Value::Object(job.clone())))
        }),
        property("System.Management.Automation.PSEventReceivedEventHandler HandlerDelegate {get;}", |_| {
            Ok(Value::Null)
        }),
        property("bool SupportEvent {get;}", |call| Ok(call.this::<Subscriber>().parts.support.into())),
        property("bool ForwardEvent {get;}", |call| Ok(call.this::<Subscriber>().parts.forward.into())),
    ],
    ..FacadeType::class("System.Management.Automation.PSEventSubscriber")
};

fn text_or_null(call: &mut Call<'_>, pick: impl Fn(&Subscriber) -> &PsString) -> Result<Value> {
    let this = call.this::<Subscriber>();
    let text = pick(this.payload());
    Ok(if text.is_empty() { Value::Null } else { text.clone().into() })
}
