//! The client's host, as script in the session calls it.

use super::{Control, Session};
use clixml::Text;
use parking_lot::Mutex;
use psrp::host::{
    ChoiceDescription, ChoicePrompt, CredentialPrompt, FieldDescription, HostCall, HostDefaultData, HostInfo,
    HostReturn,
};
use psrp::server::HostOutcome;
use pwsh_runtime::Runspace;
use pwsh_runtime::deserialize;
use pwsh_runtime::facade::host::{Coordinates, Size};
use pwsh_runtime::host::{Choice, Field, Host, no_host};
use pwsh_runtime::pipeline::Write;
use pwsh_runtime::serialize::{DEFAULT_DEPTH, Serializer};
use pwsh_value::payload::SecureString;
use pwsh_value::ty::named;
use pwsh_value::{Category, Context, Error, Obj, PsString, Result, Unwind, Value};
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

    fn prompt_user(&self, call: &HostCall) -> Result<HostReturn> {
        if self.info.is_host_ui_null {
            Err(no_host("the host has no user interface"))
        } else {
            self.ask(call)
        }
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

    fn read_line(&self, _: &mut Runspace) -> Result<PsString> {
        Ok(match self.prompt_user(&HostCall::ReadLine)? {
            HostReturn::Text(text) => string(&text),
            _ => PsString::empty(),
        })
    }

    fn read_secure_line(&self, _: &mut Runspace) -> Result<Value> {
        Ok(match self.prompt_user(&HostCall::ReadLineAsSecureString)? {
            HostReturn::SecureString(secret) => secure_string(&secret),
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
        let described = fields.iter().map(|field| {
            let full = field.type_name.to_str();
            let short = full.rsplit('.').next().unwrap_or(&full);
            FieldDescription {
                name: text(&field.name),
                label: text(&field.label),
                parameter_type_name: Some(short.into()),
                parameter_type_full_name: text(&field.type_name),
                parameter_assembly_full_name: Some("".into()),
                help_message: text(&field.help),
                is_mandatory: field.mandatory,
                default_value: (!field.default.is_null()).then(|| to_tree(rs, &field.default)).flatten(),
                metadata: Vec::new(),
                modified_by_remoting_protocol: false,
                is_from_remote_host: false,
            }
        });
        let call =
            HostCall::Prompt { caption: text(caption), message: text(message), fields: described.collect() };
        let HostReturn::Fields(answers) = self.prompt_user(&call)? else { return Ok(Vec::new()) };
        let mut values = Vec::with_capacity(fields.len());
        for field in fields {
            let answer = answers.iter().find(|(name, _)| string(name).eq_ignore_case(&field.name));
            values.push(match answer {
                Some((_, tree)) => from_tree(rs, tree),
                None => Value::Null,
            });
        }
        Ok(values)
    }

    fn prompt_for_choice(
        &self,
        _: &mut Runspace,
        caption: &PsString,
        message: &PsString,
        choices: &[Choice],
        default: i32,
    ) -> Result<i32> {
        let choices = choices
            .iter()
            .map(|choice| ChoiceDescription { label: text(&choice.label), help_message: text(&choice.help) })
            .collect();
        let prompt = ChoicePrompt { caption: text(caption), message: text(message), choices };
        Ok(match self.prompt_user(&HostCall::PromptForChoice { prompt, default })? {
            HostReturn::Number(number) => number,
            _ => default,
        })
    }

    fn prompt_for_credential(
        &self,
        rs: &mut Runspace,
        caption: &PsString,
        message: &PsString,
        user: &PsString,
        target: &PsString,
    ) -> Result<Value> {
        let prompt = CredentialPrompt {
            caption: text(caption),
            message: text(message),
            user_name: text(user),
            target_name: text(target),
        };
        let call = HostCall::PromptForCredentialWithOptions { prompt, types: 3, options: 1 };
        let HostReturn::Credential(credential) = self.prompt_user(&call)? else { return Ok(Value::Null) };
        let user = Value::String(string(&credential.user_name));
        let arguments = vec![user, secure_string(&credential.password)];
        rs.construct(&named("System.Management.Automation.PSCredential"), arguments)
    }

    fn set_should_exit(&self, _: &mut Runspace, code: i32) -> Result<()> {
        self.ask(&HostCall::SetShouldExit { exit_code: code }).map(drop)
    }

    fn raw_get(&self, _: &mut Runspace, property: &str) -> Result<Value> {
        let screen = self.screen.lock();
        Ok(match &*property.to_ascii_lowercase() {
            "foregroundcolor" => screen.foreground_color.map_or(Value::Null, color),
            "backgroundcolor" => screen.background_color.map_or(Value::Null, color),
            "cursorsize" => screen.cursor_size.into(),
            "windowtitle" => screen.window_title.as_ref().map(string).into(),
            "cursorposition" => place(screen.cursor_position),
            "windowposition" => place(screen.window_position),
            "buffersize" => size(screen.buffer_size),
            "windowsize" => size(screen.window_size),
            "maxwindowsize" => size(screen.max_window_size),
            "maxphysicalwindowsize" => size(screen.max_physical_window_size),
            _ => return Err(not_implemented(property)),
        })
    }

    fn raw_set(&self, rs: &mut Runspace, property: &str, value: Value) -> Result<()> {
        let number = |rs: &mut Runspace| pwsh_value::convert::to_int(rs, &value);
        let call = match &*property.to_ascii_lowercase() {
            "foregroundcolor" => {
                let color = number(rs)?;
                self.screen.lock().foreground_color = Some(color);
                HostCall::SetForegroundColor { color }
            }
            "backgroundcolor" => {
                let color = number(rs)?;
                self.screen.lock().background_color = Some(color);
                HostCall::SetBackgroundColor { color }
            }
            "cursorsize" => {
                let percent = number(rs)?;
                self.screen.lock().cursor_size = Some(percent);
                HostCall::SetCursorSize { percent }
            }
            "windowtitle" => {
                let title = text(&pwsh_value::convert::to_text(rs, &value)?);
                self.screen.lock().window_title.clone_from(&title);
                HostCall::SetWindowTitle { title }
            }
            "cursorposition" => {
                let position = place_of(&value)?;
                self.screen.lock().cursor_position = Some(position);
                HostCall::SetCursorPosition { position }
            }
            "windowposition" => {
                let position = place_of(&value)?;
                self.screen.lock().window_position = Some(position);
                HostCall::SetWindowPosition { position }
            }
            "buffersize" => {
                let size = size_of(&value)?;
                self.screen.lock().buffer_size = Some(size);
                HostCall::SetBufferSize { size }
            }
            "windowsize" => {
                let size = size_of(&value)?;
                self.screen.lock().window_size = Some(size);
                HostCall::SetWindowSize { size }
            }
            _ => return Err(not_implemented(property)),
        };
        self.ask(&call).map(drop)
    }

    fn call(&self, _: &mut Runspace, method: &str, _: &[Value]) -> Result<Value> {
        let call = match method {
            "PopRunspace" => HostCall::PopRunspace,
            "FlushInputBuffer" => HostCall::FlushInputBuffer,
            "NotifyBeginApplication" => HostCall::NotifyBeginApplication,
            "NotifyEndApplication" => HostCall::NotifyEndApplication,
            "ExitNestedPrompt" => HostCall::ExitNestedPrompt,
            other => return Err(not_implemented(other)),
        };
        self.ask(&call).map(|_| Value::Null)
    }

    fn width(&self) -> Option<usize> {
        let width = self.info.default_data.as_ref()?.buffer_size?.width;
        usize::try_from(width).ok().filter(|&width| width > 0)
    }
}

fn not_implemented(what: &str) -> Error {
    Error::new(
        "System.Management.Automation.PSNotImplementedException",
        format!("Remote host method {what} is not implemented."),
    )
    .id("RemoteHostMethodNotImplemented")
    .category(Category::NotImplemented)
}

fn color(number: i32) -> Value {
    Value::enumeration(&named("System.ConsoleColor"), i64::from(number))
}

fn size(size: Option<psrp::host::Size>) -> Value {
    size.map_or(Value::Null, |size| Size::value(size.width, size.height))
}

fn place(place: Option<psrp::host::Coordinates>) -> Value {
    place.map_or(Value::Null, |place| Coordinates::value(place.x, place.y))
}

fn place_of(value: &Value) -> Result<psrp::host::Coordinates> {
    let parts = value.as_object().and_then(|obj| obj.get::<Coordinates>()).map(|place| place.parts());
    let (x, y) = parts.ok_or_else(|| Error::argument("expected coordinates", "value"))?;
    Ok(psrp::host::Coordinates { x, y })
}

fn size_of(value: &Value) -> Result<psrp::host::Size> {
    let parts = value.as_object().and_then(|obj| obj.get::<Size>()).map(|size| size.parts());
    let (width, height) = parts.ok_or_else(|| Error::argument("expected a size", "value"))?;
    Ok(psrp::host::Size { width, height })
}

fn secure_string(secret: &clixml::SecureString) -> Value {
    let (units, _) = secret.as_bytes().as_chunks();
    let units: Vec<u16> = units.iter().map(|unit| u16::from_le_bytes(*unit)).collect();
    Value::Object(Obj::new(named("System.Security.SecureString"), SecureString::new(&units)))
}

fn to_tree(rs: &mut Runspace, value: &Value) -> Option<clixml::Value> {
    let mut serializer = Serializer::new(clixml::Flavour::Wire);
    serializer.value(rs, value, DEFAULT_DEPTH, &clixml::NoKey).ok()?;
    clixml::tree::read(clixml::Reader::new(serializer.finish())).ok()
}

fn from_tree(rs: &mut Runspace, tree: &clixml::Value) -> Value {
    let bytes = clixml::tree::to_wire(tree, &clixml::NoKey).unwrap_or_default();
    deserialize::value(rs, &bytes, &clixml::NoKey).unwrap_or_default()
}
