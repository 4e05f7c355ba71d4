//! `System.Management.Automation.Host.ChoiceDescription`.

use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, constructor, property, property_rw};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// An answer that can be chosen.
pub(super) struct ChoiceDescription {
    label: PsString,
    help: Mutex<PsString>,
}

impl Payload for ChoiceDescription {}

impl ChoiceDescription {
    /// The choice as a host takes it.
    pub(super) fn choice(&self) -> crate::host::Choice {
        crate::host::Choice { label: self.label.clone(), help: self.help.lock().clone() }
    }
}

pub(in crate::facade) static CHOICE_DESCRIPTION: FacadeType = FacadeType {
    members: &[
        constructor("new(string label)", new),
        constructor("new(string label, string helpMessage)", new),
        property("string Label {get;}", label),
        property_rw("string HelpMessage {get;set;}", help, set_help),
    ],
    ..FacadeType::class("System.Management.Automation.Host.ChoiceDescription")
};

fn new(call: &mut Call<'_>) -> Result<Value> {
    let help = if call.args.len() > 1 { call.str(1) } else { PsString::empty() };
    let choice = ChoiceDescription { label: call.str(0), help: Mutex::new(help) };
    Ok(Obj::new(call.ty.clone(), choice).into())
}

fn label(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<ChoiceDescription>().label.clone().into())
}

fn help(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<ChoiceDescription>().help.lock().clone().into())
}

fn set_help(call: &mut Call<'_>) -> Result<Value> {
    *call.this::<ChoiceDescription>().help.lock() = call.str(0);
    Ok(Value::Void)
}
