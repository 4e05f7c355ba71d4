//! `System.Diagnostics.Process`.

use super::proc_file::{self, Usage};
use super::process_module;
use super::process_start_info::{StartInfo, fill};
use crate::fault;
use crate::io::stream::{Source, stream_object};
use crate::io::stream_reader::reader_over;
use crate::io::stream_writer::writer_over;
use crate::system::clock;
use parking_lot::Mutex;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property, property_rw};
use pwsh_value::{Context, Error, Obj, Payload, PsString, Result, TimeSpan, Value};
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// `System.Diagnostics.Process`.
pub static PROCESS: FacadeType = FacadeType {
    base: "System.ComponentModel.Component",
    members: &[
        constructor("new()", new),
        property("int ExitCode {get;}", exit_code),
        property("bool HasExited {get;}", has_exited),
        property("datetime StartTime {get;}", start_time),
        property("int Id {get;}", id),
        property("string MachineName {get;}", machine_name),
        property("long NonpagedSystemMemorySize64 {get;}", nonpaged_system_memory_size64),
        property("int NonpagedSystemMemorySize {get;}", nonpaged_system_memory_size),
        property("long PagedMemorySize64 {get;}", paged_memory_size64),
        property("int PagedMemorySize {get;}", paged_memory_size),
        property("long PagedSystemMemorySize64 {get;}", paged_system_memory_size64),
        property("int PagedSystemMemorySize {get;}", paged_system_memory_size),
        property("long PeakPagedMemorySize64 {get;}", peak_paged_memory_size64),
        property("int PeakPagedMemorySize {get;}", peak_paged_memory_size),
        property("long PeakWorkingSet64 {get;}", peak_working_set64),
        property("int PeakWorkingSet {get;}", peak_working_set),
        property("long PeakVirtualMemorySize64 {get;}", peak_virtual_memory_size64),
        property("int PeakVirtualMemorySize {get;}", peak_virtual_memory_size),
        property("long PrivateMemorySize64 {get;}", private_memory_size64),
        property("int PrivateMemorySize {get;}", private_memory_size),
        property("int SessionId {get;}", session_id),
        property_rw("System.Diagnostics.ProcessStartInfo StartInfo {get;set;}", start_info, set_start_info),
        property("int HandleCount {get;}", handle_count),
        property("long VirtualMemorySize64 {get;}", virtual_memory_size64),
        property("int VirtualMemorySize {get;}", virtual_memory_size),
        property("System.IO.StreamWriter StandardInput {get;}", standard_input),
        property("System.IO.StreamReader StandardOutput {get;}", standard_output),
        property("System.IO.StreamReader StandardError {get;}", standard_error),
        property("long WorkingSet64 {get;}", working_set64),
        property("int WorkingSet {get;}", working_set),
        property("System.Diagnostics.ProcessModule MainModule {get;}", |call| {
            Ok(process_module::main_module(this(call).id()?))
        }),
        property("System.Diagnostics.ProcessModuleCollection Modules {get;}", |call| {
            Ok(process_module::modules(this(call).id()?))
        }),
        property("string MainWindowTitle {get;}", main_window_title),
        property("bool Responding {get;}", responding),
        property("string ProcessName {get;}", process_name),
        property("timespan PrivilegedProcessorTime {get;}", privileged_processor_time),
        property("System.Diagnostics.ProcessThreadCollection Threads {get;}", threads),
        property("timespan TotalProcessorTime {get;}", total_processor_time),
        property("timespan UserProcessorTime {get;}", user_processor_time),
        method("bool CloseMainWindow()", close_main_window),
        method("void Close()", close),
        method("static System.Diagnostics.Process GetProcessById(int processId)", get_process_by_id),
        method(
            "static System.Diagnostics.Process[] GetProcessesByName(string processName)",
            get_processes_by_name,
        ),
        method("static System.Diagnostics.Process[] GetProcesses()", get_processes),
        method("static System.Diagnostics.Process GetCurrentProcess()", get_current_process),
        method("void Refresh()", refresh),
        method("bool Start()", start),
        method("static System.Diagnostics.Process Start(string fileName)", static_start),
        method("static System.Diagnostics.Process Start(string fileName, string arguments)", static_start),
        method(
            "static System.Diagnostics.Process Start(string fileName, System.Collections.Generic.IEnumerable[string] arguments)",
            static_start,
        ),
        method(
            "static System.Diagnostics.Process Start(System.Diagnostics.ProcessStartInfo startInfo)",
            static_start,
        ),
        method("void WaitForExit()", wait_for_exit),
        method("bool WaitForExit(int milliseconds)", wait_for_exit),
        method("bool WaitForExit(timespan timeout)", wait_for_exit),
        method("void Kill()", kill),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Diagnostics.Process")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|_, value| {
        let name = value.cell().and_then(|obj| obj.get::<ProcessObject>()).map(|process| process.name());
        Ok(match name.filter(|name| !name.is_empty()) {
            Some(name) => format!("System.Diagnostics.Process ({name})").into(),
            None => PsString::from("System.Diagnostics.Process"),
        })
    }),
    ..Hooks::NONE
};

/// The payload: a process by its number, and the child if this session started it.
pub struct ProcessObject {
    state: Mutex<State>,
    info: Mutex<Value>,
}

#[derive(Default)]
struct State {
    id: Option<u32>,
    child: Option<Child>,
    status: Option<ExitStatus>,
    /// The name, kept for when the process is gone.
    name: String,
    input: Value,
    output: Value,
    error: Value,
}

impl Payload for ProcessObject {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        let state = self.state.lock();
        [&state.input, &state.output, &state.error].into_iter().for_each(&mut *visit);
        visit(&self.info.lock());
    }
}

/// The `Process` of a number.
pub fn process_object(id: u32) -> Value {
    let state = State { id: Some(id), name: proc_file::name(id).unwrap_or_default(), ..State::default() };
    object(ProcessObject { state: Mutex::new(state), info: Mutex::default() })
}

/// The `Process` of a child that was started elsewhere, whose exit it then waits for.
pub fn child_object(child: Child) -> Value {
    let id = child.id();
    let name = proc_file::name(id).unwrap_or_default();
    let state = State { id: Some(id), child: Some(child), name, ..State::default() };
    object(ProcessObject { state: Mutex::new(state), info: Mutex::default() })
}

fn object(payload: ProcessObject) -> Value {
    Obj::new(named("System.Diagnostics.Process"), payload).into()
}

impl ProcessObject {
    /// Its name, also when it is gone.
    pub fn name(&self) -> String {
        self.state.lock().name.clone()
    }

    /// Its number; `None` before it was started.
    pub fn number(&self) -> Option<u32> {
        self.state.lock().id
    }

    fn id(&self) -> Result<u32> {
        self.state
            .lock()
            .id
            .ok_or_else(|| fault::invalid_operation("No process is associated with this object."))
    }

    /// Whether it has ended; a child's end is collected.
    pub fn has_exited(&self) -> bool {
        let mut state = self.state.lock();
        if state.status.is_some() {
            return true;
        }
        match &mut state.child {
            Some(child) => {
                let status = child.try_wait().ok().flatten();
                state.status = status;
                status.is_some()
            }
            None => state.id.is_none_or(|id| !proc_file::is_alive(id)),
        }
    }

    /// Waits until it has ended, or for so long; says whether it has.
    ///
    /// # Errors
    /// When the pipeline is to stop.
    pub fn wait(&self, cx: &mut dyn Context, limit: Option<Duration>) -> Result<bool> {
        let until = limit.map(|limit| Instant::now() + limit);
        let mut pause = Duration::from_millis(1);
        while !self.has_exited() {
            if until.is_some_and(|until| Instant::now() >= until) {
                return Ok(false);
            }
            cx.poll()?;
            std::thread::sleep(pause);
            pause = (pause * 2).min(Duration::from_millis(10));
        }
        Ok(true)
    }

    /// The code that a child ended with, 128 and the signal's number for one that was killed.
    pub fn exit_code(&self) -> Option<i32> {
        use std::os::unix::process::ExitStatusExt;
        let status = self.state.lock().status?;
        status.code().or_else(|| status.signal().map(|signal| 128 + signal))
    }

    /// Ends it at once.
    ///
    /// # Errors
    /// `Win32Exception` where that is not allowed.
    pub fn kill(&self) -> Result<()> {
        if self.has_exited() {
            return Ok(());
        }
        let mut state = self.state.lock();
        let killed = match &mut state.child {
            Some(child) => child.kill(),
            None => {
                let id = state.id.and_then(|id| rustix::process::Pid::from_raw(id as i32));
                id.map_or(Ok(()), |id| {
                    rustix::process::kill_process(id, rustix::process::Signal::KILL).map_err(Into::into)
                })
            }
        };
        killed.map_err(|error| Error::new("System.ComponentModel.Win32Exception", error.to_string()))
    }

    fn usage(&self) -> Usage {
        self.state.lock().id.map(proc_file::usage).unwrap_or_default()
    }
}

fn this<'a>(call: &Call<'a>) -> &'a ProcessObject {
    call.this::<ProcessObject>().payload()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let process = ProcessObject { state: Mutex::default(), info: Mutex::default() };
    Ok(Obj::new(call.ty.clone(), process).into())
}

fn start_info(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    let found = this.info.lock().clone();
    if !found.is_null() {
        return Ok(found);
    }
    let is_foreign = {
        let state = this.state.lock();
        state.id.is_some() && state.child.is_none()
    };
    if is_foreign {
        let message =
            "Process was not started by this object, so requested information cannot be determined.";
        return Err(fault::invalid_operation(message));
    }
    let made: Value = Obj::new(named("System.Diagnostics.ProcessStartInfo"), StartInfo::new(call.cx)).into();
    *this.info.lock() = made.clone();
    Ok(made)
}

fn set_start_info(call: &mut Call<'_>) -> Result<Value> {
    let info = call.args[0].clone();
    call.this::<ProcessObject>().storing(&info);
    *this(call).info.lock() = info;
    Ok(Value::Void)
}

/// Starts what a `ProcessStartInfo` says.
fn spawn(cx: &dyn Context, info: &StartInfo) -> Result<State> {
    let (file, arguments) = info.command();
    if file.is_empty() {
        return Err(fault::invalid_operation(
            "Cannot start process because a file name has not been provided.",
        ));
    }
    let folder = info.directory();
    let folder = if folder.is_empty() { cx.process().directory() } else { cx.process().resolve(folder) };
    let flags = info.flags();
    let pipe = |redirected: bool, usual: fn() -> Stdio| if redirected { Stdio::piped() } else { usual() };
    let environment = info.environment();
    let program = found(cx, &file, &folder);
    let started = program.and_then(|program| {
        Command::new(program)
            .args(&arguments)
            .current_dir(&folder)
            .env_clear()
            .envs(environment)
            .stdin(pipe(flags.input, Stdio::null))
            .stdout(pipe(flags.output, Stdio::null))
            .stderr(pipe(flags.error, Stdio::null))
            .spawn()
    });
    let mut child = started.map_err(|error| {
        let reason = error.to_string();
        let reason = reason.split(" (os error").next().unwrap_or_default().to_owned();
        let text = format!(
            "An error occurred trying to start process '{file}' with working directory '{}'. {reason}",
            folder.display()
        );
        Error::new("System.ComponentModel.Win32Exception", text)
    })?;
    let id = child.id();
    let stream = |pipe: Option<OwnedFd>, read: bool| {
        pipe.map(|pipe| {
            let source = Source::File { file: pipe.into(), path: PathBuf::from("pipe"), read, write: !read };
            stream_object(named("System.IO.FileStream"), source)
        })
    };
    let input = stream(child.stdin.take().map(Into::into), false).map(writer_over).unwrap_or_default();
    let output = stream(child.stdout.take().map(Into::into), true).map(reader_over).unwrap_or_default();
    let error = stream(child.stderr.take().map(Into::into), true).map(reader_over).unwrap_or_default();
    let name = proc_file::name(id).unwrap_or_default();
    Ok(State { id: Some(id), child: Some(child), status: None, name, input, output, error })
}

/// The program of a name: a path, or the first on the session's `PATH`.
fn found(cx: &dyn Context, file: &str, folder: &std::path::Path) -> std::io::Result<PathBuf> {
    if file.contains('/') {
        return Ok(folder.join(file));
    }
    let path = cx.process().env("PATH").unwrap_or_default();
    let found =
        std::env::split_paths(&path).map(|directory| directory.join(file)).find(|file| file.is_file());
    found.ok_or_else(|| std::io::Error::from_raw_os_error(rustix::io::Errno::NOENT.raw_os_error()))
}

fn start(call: &mut Call<'_>) -> Result<Value> {
    let info = start_info(call)?;
    let info = info.cell().and_then(|obj| obj.get::<StartInfo>()).ok_or_else(|| fault::null("startInfo"))?;
    let state = spawn(call.cx, info.payload())?;
    *this(call).state.lock() = state;
    Ok(true.into())
}

fn static_start(call: &mut Call<'_>) -> Result<Value> {
    let given = call.payload::<StartInfo>(0);
    let state = match given {
        Some(info) => spawn(call.cx, info.payload())?,
        None => {
            let info = StartInfo::new(call.cx);
            let line = call.args.get(1).and_then(|value| value.as_string().cloned());
            info.set_command(call.str(0), line.clone());
            if let (Some(list), None) = (call.args.get(1), line) {
                fill(call.cx, &info, list)?;
            }
            spawn(call.cx, &info)?
        }
    };
    let info = given.map_or(Value::Null, |info| Value::Object(info.owner().clone()));
    Ok(object(ProcessObject { state: Mutex::new(state), info: Mutex::new(info) }))
}

fn get_current_process(_: &mut Call<'_>) -> Result<Value> {
    Ok(process_object(std::process::id()))
}

fn get_process_by_id(call: &mut Call<'_>) -> Result<Value> {
    let id = call.int(0);
    match u32::try_from(id).ok().filter(|id| proc_file::is_alive(*id)) {
        Some(id) => Ok(process_object(id)),
        None => Err(Error::argument(&format!("Process with an Id of {id} is not running."), "")),
    }
}

fn listed(ids: Vec<u32>) -> Value {
    let list = ids.into_iter().map(process_object).collect();
    Obj::typed_array(&named("System.Diagnostics.Process"), list).into()
}

fn get_processes(_: &mut Call<'_>) -> Result<Value> {
    Ok(listed(proc_file::all()))
}

fn get_processes_by_name(call: &mut Call<'_>) -> Result<Value> {
    let wanted = call.str(0).to_string();
    let ids = proc_file::all()
        .into_iter()
        .filter(|id| proc_file::name(*id).is_some_and(|n| n.eq_ignore_ascii_case(&wanted)));
    Ok(listed(ids.collect()))
}

fn id(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).id()? as i32).into())
}

fn threads(call: &mut Call<'_>) -> Result<Value> {
    Ok(super::process_thread::threads_of(this(call).id()? as i32))
}

fn process_name(call: &mut Call<'_>) -> Result<Value> {
    this(call).id()?;
    Ok(this(call).name().into())
}

fn machine_name(_: &mut Call<'_>) -> Result<Value> {
    Ok(".".into())
}

fn has_exited(call: &mut Call<'_>) -> Result<Value> {
    this(call).id()?;
    Ok(this(call).has_exited().into())
}

fn exit_code(call: &mut Call<'_>) -> Result<Value> {
    let this = this(call);
    if !this.has_exited() {
        return Err(fault::invalid_operation(
            "Process must exit before requested information can be determined.",
        ));
    }
    let message = "Process was not started by this object, so requested information cannot be determined.";
    this.exit_code().map(Value::from).ok_or_else(|| fault::invalid_operation(message))
}

fn start_time(call: &mut Call<'_>) -> Result<Value> {
    let Some(time) = proc_file::start_time(this(call).id()?) else {
        return Err(fault::invalid_operation("Cannot process request because the process has exited."));
    };
    Ok(clock::zone(call.cx).to_local(clock::from_system(time)).into())
}

fn wait_for_exit(call: &mut Call<'_>) -> Result<Value> {
    let limit = match call.args.first().map(Value::unwrapped) {
        None => None,
        Some(Value::Int32(milliseconds)) => u64::try_from(*milliseconds).ok().map(Duration::from_millis),
        Some(_) => u64::try_from(call.timespan(0).0).ok().map(|ticks| Duration::from_nanos(ticks * 100)),
    };
    let ended = this(call).wait(call.cx, limit)?;
    Ok(if call.args.is_empty() { Value::Void } else { ended.into() })
}

fn kill(call: &mut Call<'_>) -> Result<Value> {
    this(call).kill()?;
    Ok(Value::Void)
}

fn refresh(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

fn close(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

fn close_main_window(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}

fn main_window_title(_: &mut Call<'_>) -> Result<Value> {
    Ok("".into())
}

fn responding(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

fn redirected(call: &Call<'_>, pick: fn(&State) -> &Value, what: &str) -> Result<Value> {
    let stream = pick(&this(call).state.lock()).clone();
    if stream.is_null() {
        return Err(fault::invalid_operation(format!(
            "{what} has not been redirected or the process hasn't started yet."
        )));
    }
    Ok(stream)
}

fn standard_input(call: &mut Call<'_>) -> Result<Value> {
    redirected(call, |state| &state.input, "StandardIn")
}

fn standard_output(call: &mut Call<'_>) -> Result<Value> {
    redirected(call, |state| &state.output, "StandardOut")
}

fn standard_error(call: &mut Call<'_>) -> Result<Value> {
    redirected(call, |state| &state.error, "StandardError")
}

macro_rules! memory {
    ($($wide:ident $narrow:ident = $field:ident;)*) => {$(
        fn $wide(call: &mut Call<'_>) -> Result<Value> {
            Ok((this(call).usage().$field as i64).into())
        }

        fn $narrow(call: &mut Call<'_>) -> Result<Value> {
            Ok((this(call).usage().$field as i32).into())
        }
    )*};
}

memory! {
    working_set64 working_set = resident;
    virtual_memory_size64 virtual_memory_size = mapped;
    private_memory_size64 private_memory_size = private;
    paged_memory_size64 paged_memory_size = swapped;
    peak_working_set64 peak_working_set = most_resident;
    peak_virtual_memory_size64 peak_virtual_memory_size = most_mapped;
    nonpaged_system_memory_size64 nonpaged_system_memory_size = none;
    paged_system_memory_size64 paged_system_memory_size = none;
    peak_paged_memory_size64 peak_paged_memory_size = none;
}

fn handle_count(call: &mut Call<'_>) -> Result<Value> {
    Ok((proc_file::open_files(this(call).id()?) as i32).into())
}

fn session_id(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).usage().session.into())
}

fn span(seconds: f64) -> Result<Value> {
    Ok(TimeSpan((seconds * 1e7) as i64).into())
}

fn total_processor_time(call: &mut Call<'_>) -> Result<Value> {
    let usage = this(call).usage();
    span(usage.user + usage.system)
}

fn user_processor_time(call: &mut Call<'_>) -> Result<Value> {
    span(this(call).usage().user)
}

fn privileged_processor_time(call: &mut Call<'_>) -> Result<Value> {
    span(this(call).usage().system)
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::{Context, Value};

    #[test]
    fn a_child_is_started_read_and_waited_for() {
        let mut rt = Runtime::new();
        rt.process().set_env("PATH", Some("/usr/bin:/bin"));
        let info = rt
            .make("System.Diagnostics.ProcessStartInfo", &["sh".into(), "-c \"echo hi; exit 3\"".into()])
            .unwrap();
        rt.set_property(&info, "RedirectStandardOutput", true.into()).unwrap();
        let process = rt.call_static("System.Diagnostics.Process", "Start", &[info]).unwrap();
        let output = rt.get(&process, "StandardOutput");
        assert_eq!(rt.call_text(&output, "ReadToEnd", &[]), "hi\n");
        rt.call(&process, "WaitForExit", &[]).unwrap();
        assert!(rt.get(&process, "ExitCode").same(&Value::Int32(3)));
    }

    #[test]
    fn this_process_is_found() {
        let mut rt = Runtime::new();
        let process = rt.call_static("System.Diagnostics.Process", "GetCurrentProcess", &[]).unwrap();
        assert!(rt.get(&process, "Id").same(&Value::Int32(std::process::id() as i32)));
        assert!(rt.get(&process, "HasExited").same(&Value::Bool(false)));
    }
}
