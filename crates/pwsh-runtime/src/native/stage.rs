//! A program as a stage of a pipeline.

use super::child::{Child, Event, Start};
use super::lines::Lines;
use super::{arguments, encoding, failure};
use crate::binder::Given;
use crate::command::{Invocation, Preference};
use crate::pipeline::{Out, Work};
use crate::runspace::Runspace;
use crate::scope::Scopes;
use pwsh_value::text::encoding::Encoding;
use pwsh_value::{Name, PsString, Result, Unwind, Value, convert};
use std::ffi::OsString;
use std::fs::File;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::{Arc, LazyLock};

static LAST_EXIT_CODE: LazyLock<Name> = LazyLock::new(|| Name::intern("LASTEXITCODE"));
static EXIT_IS_ERROR: LazyLock<Name> =
    LazyLock::new(|| Name::intern("PSNativeCommandUseErrorActionPreference"));

/// A program as a stage: its arguments first, the child from `begin` on.
pub struct NativeStage {
    path: Arc<Path>,
    words: Vec<OsString>,
    output_file: Option<File>,
    running: Option<Running>,
}

struct Running {
    child: Child,
    output: Lines,
    errors: Lines,
    first_error: bool,
    input_encoding: Encoding,
    /// Objects whose text is only known together: they are formatted when all are there.
    unformatted: Vec<Value>,
    /// The stage behind this one, where that is a program too: it gets the bytes as they are.
    next_program: Option<u32>,
}

impl NativeStage {
    /// A program about to be started. With `output_file` its output goes there byte by byte.
    pub fn new(
        rs: &mut Runspace,
        path: Arc<Path>,
        given: Vec<Given>,
        output_file: Option<File>,
    ) -> Result<NativeStage> {
        let words = arguments::words(rs, given)?;
        Ok(NativeStage { path, words, output_file, running: None })
    }

    /// Starts the program.
    pub(crate) fn begin(&mut self, rs: &mut Runspace, call: &Invocation, input: bool) -> Result<()> {
        let directory = rs.location_path();
        // The system would run it for root all the same; .NET looks first.
        if self.path.metadata().is_ok_and(|m| m.permissions().mode() & 0o111 == 0) {
            return Err(failure::not_started(&self.path, &directory, "No such file or directory", call));
        }
        let process = rs.session.process();
        let umask = process.umask();
        let start = Start {
            path: &self.path,
            words: std::mem::take(&mut self.words),
            environment: process.environment(),
            directory: &directory,
            umask: (own_umask() != Some(umask)).then_some(umask),
            input,
            output: self.output_file.take(),
        };
        let child = Child::start(start, rs.attention.clone()).map_err(|error| {
            let text = error.to_string();
            let reason = text.split(" (os error").next().unwrap_or(&text);
            failure::not_started(&self.path, &directory, reason, call)
        })?;
        let output_encoding = encoding::of_output(rs);
        let merged = call.streams.error == call.streams.output;
        self.running = Some(Running {
            child,
            output: Lines::new(output_encoding),
            errors: Lines::new(output_encoding),
            first_error: true,
            input_encoding: encoding::of_input(rs),
            unformatted: Vec::new(),
            next_program: match call.streams.output {
                Out::Stage(id) if !merged && rs.sinks.is_program(id) => Some(id),
                _ => None,
            },
        });
        Ok(())
    }

    /// Writes an object to the program's input: a text as a line, bytes as they are, others as they are shown.
    pub(crate) fn input(&mut self, rs: &mut Runspace, call: &Arc<Invocation>, item: Value) -> Result<()> {
        let Some(running) = &mut self.running else { return Ok(()) };
        if item.is_null() {
            return Ok(());
        }
        if let Some(bytes) = raw_bytes(&item) {
            return running.send(rs, call, bytes).map(drop);
        }
        let plain = item.cell().is_none() || item.as_string().is_some();
        if !plain || !running.unformatted.is_empty() {
            running.unformatted.push(item);
            return Ok(());
        }
        let line = convert::to_text(rs, &item)?;
        running.send_line(rs, call, &line)
    }

    /// Writes bytes to the program's input. Whether it still reads.
    fn input_bytes(&mut self, rs: &mut Runspace, call: &Arc<Invocation>, bytes: Vec<u8>) -> Result<bool> {
        match &mut self.running {
            Some(running) => running.send(rs, call, bytes),
            None => Ok(false),
        }
    }

    /// Ends the input, hands on all output and waits for the program's end.
    pub(crate) fn end(&mut self, rs: &mut Runspace, call: &Arc<Invocation>) -> Result<()> {
        let Some(mut running) = self.running.take() else { return Ok(()) };
        running.send_formatted(rs, call)?;
        running.child.close_input();
        let mut code = 0;
        loop {
            match running.child.next() {
                Some(Event::Exit(ended)) => code = ended,
                Some(Event::Over) => break,
                Some(event) => running.handle(rs, call, event)?,
                None => rs.poll()?,
            }
        }
        running.finish(rs, call)?;
        rs.set_in(Scopes::GLOBAL, *LAST_EXIT_CODE, Value::Int32(code));
        rs.failed = code != 0;
        let is_error = code != 0 && convert::to_bool(&rs.lookup(*EXIT_IS_ERROR));
        if is_error {
            let record = rs.native_exit_record(call, &self.path, running.child.id, code);
            rs.write_error_record(call, record)?;
        }
        Ok(())
    }
}

impl Running {
    /// Writes one line, and deals with what the program has done so far.
    fn send_line(&mut self, rs: &mut Runspace, call: &Arc<Invocation>, line: &PsString) -> Result<()> {
        let mut bytes = Vec::with_capacity(line.len() + 1);
        self.input_encoding.encode(line.as_wtf8(), &mut bytes);
        self.input_encoding.encode(b"\n", &mut bytes);
        self.send(rs, call, bytes).map(drop)
    }

    /// Writes bytes; meanwhile, and before it goes on, all that the program does is dealt with. Whether the
    /// program still reads.
    fn send(&mut self, rs: &mut Runspace, call: &Arc<Invocation>, mut bytes: Vec<u8>) -> Result<bool> {
        loop {
            match self.child.offer(bytes) {
                Ok(open) => return Ok(open),
                Err((back, Some(event))) => {
                    bytes = back;
                    match event {
                        // It ended, and its output too: it reads no more.
                        Event::Over => return Ok(false),
                        event => self.handle(rs, call, event)?,
                    }
                }
                Err((back, None)) => {
                    bytes = back;
                    rs.poll()?;
                }
            }
        }
    }

    /// Formats the objects that came, as Out-String does, and writes the lines.
    fn send_formatted(&mut self, rs: &mut Runspace, call: &Arc<Invocation>) -> Result<()> {
        if self.unformatted.is_empty() {
            return Ok(());
        }
        let items = std::mem::take(&mut self.unformatted);
        for line in rs.formatted_lines(items)? {
            self.send_line(rs, call, &line)?;
        }
        Ok(())
    }

    fn handle(&mut self, rs: &mut Runspace, call: &Arc<Invocation>, event: Event) -> Result<()> {
        match event {
            Event::Output(bytes) => match self.next_program {
                Some(id) => rs.feed_program(id, bytes),
                None => self.output.add(&bytes).into_iter().try_for_each(|line| put_line(rs, call, line)),
            },
            Event::Error(bytes) => {
                let lines = self.errors.add(&bytes);
                lines.into_iter().try_for_each(|line| self.put_error_line(rs, call, line))
            }
            Event::Exit(_) | Event::Over => Ok(()),
        }
    }

    /// Hands on what has no line end.
    fn finish(&mut self, rs: &mut Runspace, call: &Arc<Invocation>) -> Result<()> {
        for line in self.output.finish() {
            put_line(rs, call, line)?;
        }
        for line in self.errors.finish() {
            self.put_error_line(rs, call, line)?;
        }
        Ok(())
    }

    /// An error line is no failure of the pipeline: preferences can hide it, not raise it.
    fn put_error_line(&mut self, rs: &mut Runspace, call: &Arc<Invocation>, line: PsString) -> Result<()> {
        let first = std::mem::replace(&mut self.first_error, false);
        let record = Value::Object(rs.native_error_line(call, line, first).object());
        let out = call.streams.error;
        if out == Out::Top {
            match rs.preference(Name::intern("ErrorActionPreference")) {
                Preference::Ignore => return Ok(()),
                Preference::SilentlyContinue => {
                    rs.remember_error(&record);
                    return Ok(());
                }
                _ => rs.remember_error(&record),
            }
        }
        rs.put_error(out, record)
    }
}

impl Runspace {
    /// Bytes of a program to the program behind it, whose end of reading is the first one's end.
    fn feed_program(&mut self, id: u32, bytes: Vec<u8>) -> Result<()> {
        let Some(mut stage) = self.sinks.take_stage(id) else { return Ok(()) };
        let call = stage.call.clone();
        let open = match &mut stage.work {
            Work::Native(program) => program.input_bytes(self, &call, bytes),
            _ => Ok(true),
        };
        self.sinks.put_stage(id, stage);
        if open? { Ok(()) } else { Err(Unwind::StopUpstream(u64::from(id)).into()) }
    }

    /// The lines that Out-String makes of objects.
    fn formatted_lines(&mut self, items: Vec<Value>) -> Result<Vec<PsString>> {
        let command = self.resolve_command(&"Out-String".into())?;
        let stream =
            Given::Parameter { name: "Stream".into(), value: None, text: "-Stream".into(), spaced: true };
        let collector = self.sinks.collector();
        let outer = self.cur.streams;
        self.cur.streams = outer.with_output(collector);
        let items = Value::Object(pwsh_value::Obj::array(items));
        let result = self.run_commands(vec![(command, vec![stream])], Some(items));
        self.cur.streams = outer;
        let lines = self.sinks.finish(collector);
        result?;
        lines.iter().map(|line| convert::to_text(self, line)).collect()
    }
}

fn put_line(rs: &mut Runspace, call: &Invocation, line: PsString) -> Result<()> {
    rs.write(call.streams.output, Value::String(line))
}

/// The bytes of a byte or of a byte array, which go to a program as they are.
fn raw_bytes(value: &Value) -> Option<Vec<u8>> {
    if let Value::UInt8(byte) = value.unwrapped() {
        return Some(vec![*byte]);
    }
    let array = value.as_object()?.get::<pwsh_value::payload::Array>()?;
    array.with(|elements| match elements {
        pwsh_value::payload::Elements::UInt8(bytes) => Some(bytes.clone()),
        _ => None,
    })
}

/// The umask of this process, read without setting it; it does not change while the program runs.
fn own_umask() -> Option<u32> {
    static OWN: LazyLock<Option<u32>> = LazyLock::new(|| {
        let status = std::fs::read_to_string("/proc/self/status").ok()?;
        let mask = status.lines().find_map(|line| line.strip_prefix("Umask:"))?;
        u32::from_str_radix(mask.trim(), 8).ok()
    });
    *OWN
}
