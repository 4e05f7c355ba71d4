//! -WhatIf and -Confirm: whether what a command is about to do shall be done.

use crate::command::{ConfirmImpact, Invocation};
use crate::host::{Choice, question_not_interactive};
use crate::pipeline::Write;
use crate::runspace::Runspace;
use pwsh_value::payload::EnumNumber;
use pwsh_value::{Name, PsString, Result, Value, convert};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

const YES: (&str, &str) = ("&Yes", "Continue with only the next step of the operation.");
const YES_TO_ALL: (&str, &str) = ("Yes to &All", "Continue with all the steps of the operation.");
const NO: (&str, &str) = ("&No", "Skip this operation and proceed with the next operation.");
const NO_TO_ALL: (&str, &str) = ("No to A&ll", "Skip this operation and all subsequent operations.");

/// What a user answered for all further questions of one call.
#[derive(Clone, Default)]
pub struct AnswerToAll(Arc<AtomicU8>);

impl AnswerToAll {
    fn get(&self) -> Option<bool> {
        match self.0.load(Ordering::Relaxed) {
            0 => None,
            answer => Some(answer == 1),
        }
    }

    fn set(&self, yes: bool) {
        self.0.store(if yes { 1 } else { 2 }, Ordering::Relaxed);
    }
}

impl Runspace {
    /// Asks by -WhatIf and -Confirm whether an action shall be done.
    pub(crate) fn should_process(
        &mut self,
        call: &Arc<Invocation>,
        target: &str,
        action: &str,
    ) -> Result<bool> {
        let text = format!("Performing the operation \"{action}\" on target \"{target}\".").into();
        let warning = format!("Are you sure you want to perform this action?\n{text}").into();
        self.should_process_described(call, &text, &warning, &"Confirm".into())
    }

    /// Asks by -WhatIf and -Confirm whether what `description` says shall be done; `warning` and `caption` are
    /// what the user is asked with.
    pub(crate) fn should_process_described(
        &mut self,
        call: &Arc<Invocation>,
        description: &PsString,
        warning: &PsString,
        caption: &PsString,
    ) -> Result<bool> {
        if let Some(answer) = call.preferences.answer_to_all.get() {
            return Ok(answer);
        }
        let what_if = match call.preferences.what_if {
            Some(on) => on,
            None => convert::to_bool(&self.lookup(Name::intern("WhatIfPreference"))),
        };
        if what_if {
            if let Some(host) = self.host.clone() {
                host.write(self, &format!("What if: {description}").into(), -1, -1, true)?;
            }
            return Ok(false);
        }
        if !self.must_confirm(call)? {
            self.write_text_record(call, Write::Verbose, description.clone())?;
            return Ok(true);
        }
        match self.ask_choice(warning, caption, &[YES, YES_TO_ALL, NO, NO_TO_ALL])? {
            0 => Ok(true),
            1 => {
                call.preferences.answer_to_all.set(true);
                Ok(true)
            }
            3 => {
                call.preferences.answer_to_all.set(false);
                Ok(false)
            }
            _ => Ok(false),
        }
    }

    /// Asks the user whether to go on.
    pub(crate) fn should_continue(&mut self, query: &PsString, caption: &PsString) -> Result<bool> {
        Ok(self.ask_choice(query, caption, &[YES, NO])? == 0)
    }

    /// Whether the user is to be asked: the command does more than `$ConfirmPreference` lets pass.
    fn must_confirm(&mut self, call: &Arc<Invocation>) -> Result<bool> {
        let preference = match call.preferences.confirm {
            Some(true) => ConfirmImpact::Low,
            Some(false) => return Ok(false),
            None => impact(&self.lookup(Name::intern("ConfirmPreference"))),
        };
        let meta = self.command_meta(&call.command)?;
        let impact = meta.map_or(ConfirmImpact::Medium, |meta| meta.confirm_impact);
        Ok(preference != ConfirmImpact::None && impact >= preference)
    }

    fn ask_choice(
        &mut self,
        message: &PsString,
        caption: &PsString,
        choices: &[(&'static str, &'static str)],
    ) -> Result<i32> {
        let Some(host) = self.host.clone() else { return Err(question_not_interactive(message)) };
        let choice =
            |&(label, help): &(&'static str, &'static str)| Choice { label: label.into(), help: help.into() };
        let choices: Vec<Choice> = choices.iter().map(choice).collect();
        host.prompt_for_choice(self, caption, message, &choices, 0)
    }
}

/// The value of `$ConfirmPreference`, which in a scope of its own may be a text.
fn impact(value: &Value) -> ConfirmImpact {
    if let Some(text) = value.as_string() {
        return match () {
            () if text.is("None") => ConfirmImpact::None,
            () if text.is("Low") => ConfirmImpact::Low,
            () if text.is("Medium") => ConfirmImpact::Medium,
            () => ConfirmImpact::High,
        };
    }
    let number = value.as_object().and_then(|obj| obj.get::<EnumNumber>()).map(|number| number.0);
    match number {
        Some(0) => ConfirmImpact::None,
        Some(1) => ConfirmImpact::Low,
        Some(2) => ConfirmImpact::Medium,
        _ => ConfirmImpact::High,
    }
}
