//! What a script's job asks: put to the host of whoever receives the job, and answered with what comes back.

use std::sync::Arc;

use clixml::{SecureString, Text};
use parking_lot::Mutex;
use psjob_jobs::{Answerer, AskedHost};
use psrp::enumeration::ErrorCategory;
use psrp::host::{ChoicePrompt, FieldDescription, HostCall, HostReturn, PsCredential};
use psrp::record::ErrorRecord;
use pwsh_runtime::Runspace;
use pwsh_runtime::host::{Choice, CredentialPrompt, Field, Host};
use pwsh_runtime::job::{Answer, HostQuestion};
use pwsh_value::payload;
use pwsh_value::{Context, PsString, Result, Unwind, Value, convert};

/// A host call of a job.
pub struct Question {
    call: HostCall,
    waits: bool,
    /// Taken by the answer.
    answerer: Arc<Mutex<Option<Answerer>>>,
}

impl Question {
    /// The question that a job's call is; `None` for what it shows on the screen and tells by its streams too.
    pub fn of(asked: AskedHost) -> Option<Question> {
        let AskedHost { call, answerer } = asked;
        let shown = matches!(
            *call,
            HostCall::Write { .. }
                | HostCall::WriteColored { .. }
                | HostCall::WriteLine { .. }
                | HostCall::WriteEmptyLine
                | HostCall::WriteLineColored { .. }
                | HostCall::WriteErrorLine { .. }
        );
        let waits = answerer.is_waited_for();
        (shown || waits).then(|| Question {
            call: *call,
            waits,
            answerer: Arc::new(Mutex::new(Some(answerer))),
        })
    }
}

impl HostQuestion for Question {
    fn waits(&self) -> bool {
        self.waits
    }

    fn put(&self, rs: &mut Runspace, host: Option<Arc<dyn Host>>) -> Result<Answer> {
        let outcome = match host {
            Some(host) => returned(&self.call, rs, &*host),
            None => Ok(None),
        };
        let outcome = match outcome {
            Ok(Some(value)) => Ok(value),
            Ok(None) => Err("the host of the job's receiver does not have this method".to_owned()),
            Err(error) if matches!(error.unwind(), Unwind::Stopped) => return Err(error),
            Err(error) => Err(error.message().to_string()),
        };
        let answerer = self.answerer.clone();
        Ok(Box::new(move || {
            let Some(answerer) = answerer.lock().take() else { return };
            let failed = |message: String| {
                Box::new(ErrorRecord::new(
                    message.as_str(),
                    "System.Management.Automation.Host.HostException",
                    "RemoteHostExecutionException",
                    ErrorCategory::INVALID_OPERATION,
                ))
            };
            // a job that has ended meanwhile wants no answer
            let _ = answerer.answer(outcome.as_ref().map_err(|message| failed(message.clone())));
        }))
    }
}

fn text(text: &Option<Text>) -> PsString {
    text.as_ref().map_or_else(PsString::empty, |text| PsString::from_wtf8(text.as_wtf8()))
}

fn wire_text(text: &PsString) -> Text {
    Text::from_wtf8(text.as_wtf8()).unwrap_or_default()
}

/// What the host gives for a call; `None` if it has no such method for jobs.
fn returned(call: &HostCall, rs: &mut Runspace, host: &dyn Host) -> Result<Option<HostReturn>> {
    let plain = -1;
    Ok(Some(match call {
        HostCall::Write { text: value } => shown(host.write(rs, &text(value), plain, plain, false))?,
        HostCall::WriteLine { text: value } => shown(host.write(rs, &text(value), plain, plain, true))?,
        HostCall::WriteEmptyLine => shown(host.write(rs, &PsString::empty(), plain, plain, true))?,
        HostCall::WriteColored { foreground, background, text: value } => {
            shown(host.write(rs, &text(value), *foreground, *background, false))?
        }
        HostCall::WriteLineColored { foreground, background, text: value } => {
            shown(host.write(rs, &text(value), *foreground, *background, true))?
        }
        HostCall::WriteErrorLine { text: value } => shown(host.write_error_line(rs, &text(value)))?,
        HostCall::ReadLine => HostReturn::Text(wire_text(&host.read_line(rs)?)),
        HostCall::ReadLineAsSecureString => {
            let secret = host.read_secure_line(rs)?;
            HostReturn::SecureString(secure_string(&secret))
        }
        HostCall::Prompt { caption, message, fields } => {
            let asked: Vec<Field> = fields.iter().map(field).collect();
            let values = host.prompt(rs, &text(caption), &text(message), &asked)?;
            let mut answers = Vec::with_capacity(values.len());
            for (field, value) in asked.iter().zip(values) {
                let value = convert::to_text(rs, &value)?;
                answers.push((wire_text(&field.name), wire_text(&value).into()));
            }
            HostReturn::Fields(answers)
        }
        HostCall::PromptForChoice { prompt: ChoicePrompt { caption, message, choices }, default } => {
            let choices: Vec<Choice> = choices
                .iter()
                .map(|choice| Choice { label: text(&choice.label), help: text(&choice.help_message) })
                .collect();
            HostReturn::Number(host.prompt_for_choice(
                rs,
                &text(caption),
                &text(message),
                &choices,
                *default,
            )?)
        }
        HostCall::PromptForCredential { prompt } => credential(prompt, None, rs, host)?,
        HostCall::PromptForCredentialWithOptions { prompt, types, options } => {
            credential(prompt, Some((*types, *options)), rs, host)?
        }
        _ => return Ok(None),
    }))
}

fn shown(written: Result<()>) -> Result<HostReturn> {
    written.map(|()| HostReturn::Nothing)
}

fn field(field: &FieldDescription) -> Field {
    Field {
        name: text(&field.name),
        label: text(&field.label),
        type_name: text(&field.parameter_type_full_name),
        help: text(&field.help_message),
        mandatory: field.is_mandatory,
        default: Value::Null,
    }
}

fn credential(
    prompt: &psrp::host::CredentialPrompt,
    flags: Option<(i32, i32)>,
    rs: &mut Runspace,
    host: &dyn Host,
) -> Result<HostReturn> {
    let plain = CredentialPrompt {
        caption: text(&prompt.caption),
        message: text(&prompt.message),
        user: text(&prompt.user_name),
        target: text(&prompt.target_name),
        ..CredentialPrompt::default()
    };
    let asked = match flags {
        Some((types, options)) => CredentialPrompt { types, options, ..plain },
        None => plain,
    };
    let given = host.prompt_for_credential(rs, &asked)?;
    if given.is_null() {
        return Ok(HostReturn::Nothing);
    }
    let user = rs.get_property(&given, "UserName")?;
    let user = convert::to_text(rs, &user)?;
    let password = rs.get_property(&given, "Password")?;
    Ok(HostReturn::Credential(PsCredential {
        user_name: wire_text(&user),
        password: secure_string(&password),
    }))
}

fn secure_string(value: &Value) -> SecureString {
    let secret = value.as_object().and_then(|obj| obj.get::<payload::SecureString>());
    let units = secret.map(|secret| secret.reveal());
    let units = units.iter().flat_map(|units| units.iter()).flat_map(|unit| unit.to_le_bytes());
    SecureString::from_bytes(units.collect::<Vec<u8>>().into())
}
