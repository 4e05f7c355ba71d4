//! The client's host, as script in the session calls it.

mod prompts;
mod screen;

use super::{Control, Session};
use clixml::Text;
use parking_lot::Mutex;
use psrp::enumeration::ProgressRecordType;
use psrp::host::{HostCall, HostDefaultData, HostInfo, HostReturn};
use psrp::server::HostOutcome;
use pwsh_runtime::Runspace;
use pwsh_runtime::host::{Choice, CredentialPrompt, Field, Host, not_interactive, question_not_interactive};
use pwsh_runtime::pipeline::Write;
use pwsh_runtime::record::ProgressRecord;
use pwsh_value::{Category, Error, PsString, Result, Unwind, Value};
use std::sync::Arc;

/// The host of one pipeline.
struct ClientHost {
    session: Arc<Session>,
    control: Arc<Control>,
    info: HostInfo,
    /// The state of the screen as the client told it, with what script set since.
    screen: Mutex<HostDefaultData>,
}

impl Session {
    /// The host for a pipeline that says this of its own; `None` where there is none.
    pub(super) fn host_for(
        self: &Arc<Self>,
        info: Option<&HostInfo>,
        control: &Arc<Control>,
    ) -> Option<Arc<dyn Host>> {
        let pool = self.machine.lock().pool_host.clone();
        let info = info.map_or(&pool, |info| info.or_of_pool(&pool)).clone();
        if info.is_host_null {
            return None;
        }
        let screen = Mutex::new(info.default_data.clone().unwrap_or_default());
        Some(Arc::new(ClientHost { session: self.clone(), control: control.clone(), info, screen }))
    }
}

impl ClientHost {
    /// Makes a call and waits for what comes back.
    fn ask(&self, call: &HostCall) -> Result<HostReturn> {
        let mut jobs = Vec::new();
        let made = {
            let mut machine = self.session.machine.lock();
            let made = machine.server.call_host(self.control.lane, call);
            self.session.flush(&mut machine, &mut jobs);
            made
        };
        self.session.start_jobs(jobs);
        let id = match made {
            Ok(Some(id)) => id,
            Ok(None) => return Ok(HostReturn::Nothing),
            Err(_) => return Err(Unwind::Stopped.into()),
        };
        match self.control.await_reply(id) {
            Some(HostOutcome::Returned(value)) => Ok(value),
            Some(HostOutcome::Failed(record)) => {
                let message =
                    record.message().map(|text| text.to_string_lossy().into_owned()).unwrap_or_default();
                Err(Error::new("System.Management.Automation.RemoteException", message)
                    .id("RemoteHostExecutionException")
                    .category(Category::NotSpecified))
            }
            Some(HostOutcome::Malformed(error)) => {
                Err(Error::new("System.Management.Automation.RemoteException", error.to_string()))
            }
            Some(HostOutcome::Stopped) | None => Err(Unwind::Stopped.into()),
        }
    }

    /// A user interface that is not there takes what is written and has no answer.
    fn show(&self, call: &HostCall) -> Result<()> {
        if self.info.is_host_ui_null { Ok(()) } else { self.ask(call).map(drop) }
    }

    fn ask_user(&self, call: &HostCall) -> Result<HostReturn> {
        if self.info.is_host_ui_null { Err(not_interactive()) } else { self.ask(call) }
    }
}

fn text(text: &PsString) -> Option<Text> {
    Text::from_wtf8(text.as_wtf8()).ok()
}

fn string(text: &Text) -> PsString {
    PsString::from_wtf8(text.as_wtf8())
}

impl Host for ClientHost {
    fn name(&self) -> PsString {
        "ServerRemoteHost".into()
    }

    fn write(
        &self,
        _: &mut Runspace,
        value: &PsString,
        foreground: i32,
        background: i32,
        line: bool,
    ) -> Result<()> {
        let text = text(value);
        let plain = foreground < 0 && background < 0;
        self.show(&match (line, plain) {
            (true, true) => HostCall::WriteLine { text },
            (true, false) => HostCall::WriteLineColored { foreground, background, text },
            (false, true) => HostCall::Write { text },
            (false, false) => HostCall::WriteColored { foreground, background, text },
        })
    }

    fn write_error_line(&self, _: &mut Runspace, value: &PsString) -> Result<()> {
        self.show(&HostCall::WriteErrorLine { text: text(value) })
    }

    fn write_stream_line(&self, _: &mut Runspace, stream: Write, value: &PsString) -> Result<()> {
        let text = text(value);
        self.show(&match stream {
            Write::Warning => HostCall::WriteWarningLine { text },
            Write::Verbose => HostCall::WriteVerboseLine { text },
            Write::Debug => HostCall::WriteDebugLine { text },
        })
    }

    fn write_progress(&self, _: &mut Runspace, source: i64, record: &ProgressRecord) -> Result<()> {
        let record = psrp::record::ProgressRecord {
            activity: text(&record.activity).unwrap_or_else(|| "".into()),
            activity_id: record.id,
            status_description: text(&record.status).unwrap_or_else(|| "".into()),
            current_operation: record.operation.as_ref().and_then(text),
            parent_activity_id: record.parent_id,
            percent_complete: record.percent,
            kind: ProgressRecordType(i32::from(record.completed)),
            seconds_remaining: record.seconds_remaining,
        };
        self.show(&HostCall::WriteProgress { source_id: source, record })
    }

    fn read_line(&self, _: &mut Runspace) -> Result<PsString> {
        Ok(match self.ask_user(&HostCall::ReadLine)? {
            HostReturn::Text(text) => string(&text),
            _ => PsString::empty(),
        })
    }

    fn read_secure_line(&self, _: &mut Runspace) -> Result<Value> {
        Ok(match self.ask_user(&HostCall::ReadLineAsSecureString)? {
            HostReturn::SecureString(secret) => prompts::secure_string(&secret),
            _ => Value::Null,
        })
    }

    fn prompt(
        &self,
        rs: &mut Runspace,
        caption: &PsString,
        message: &PsString,
        fields: &[Field],
    ) -> Result<Vec<Value>> {
        self.ask_for_fields(rs, caption, message, fields)
    }

    fn prompt_for_choice(
        &self,
        _: &mut Runspace,
        caption: &PsString,
        message: &PsString,
        choices: &[Choice],
        default: i32,
    ) -> Result<i32> {
        if self.info.is_host_ui_null {
            return Err(question_not_interactive(message));
        }
        let prompt = prompts::choice_prompt(caption, message, choices);
        Ok(match self.ask(&HostCall::PromptForChoice { prompt, default })? {
            HostReturn::Number(number) => number,
            _ => default,
        })
    }

    fn prompt_for_choices(
        &self,
        _: &mut Runspace,
        caption: &PsString,
        message: &PsString,
        choices: &[Choice],
        defaults: &[i32],
    ) -> Result<Vec<i32>> {
        let prompt = prompts::choice_prompt(caption, message, choices);
        Ok(match self.ask_user(&HostCall::PromptForChoices { prompt, defaults: defaults.to_vec() })? {
            HostReturn::Numbers(numbers) => numbers,
            _ => defaults.to_vec(),
        })
    }

    fn prompt_for_credential(&self, rs: &mut Runspace, prompt: &CredentialPrompt) -> Result<Value> {
        self.ask_for_credential(rs, prompt)
    }

    fn set_should_exit(&self, _: &mut Runspace, code: i32) -> Result<()> {
        self.ask(&HostCall::SetShouldExit { exit_code: code }).map(drop)
    }

    fn raw_get(&self, _: &mut Runspace, property: &str) -> Result<Value> {
        self.screen_property(property)
    }

    fn raw_set(&self, rs: &mut Runspace, property: &str, value: Value) -> Result<()> {
        self.set_screen_property(rs, property, value)
    }

    fn call(&self, _: &mut Runspace, method: &str, arguments: &[Value]) -> Result<Value> {
        match method {
            "PopRunspace" => self.ask(&HostCall::PopRunspace).map(|_| Value::Null),
            other => self.call_screen(other, arguments),
        }
    }

    fn width(&self) -> Option<usize> {
        let width = self.info.default_data.as_ref()?.buffer_size?.width;
        usize::try_from(width).ok().filter(|&width| width > 0)
    }
}
