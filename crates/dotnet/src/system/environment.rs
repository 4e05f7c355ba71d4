//! `System.Environment`: the session's, not the operating system process's.

use super::operating_system;
use super::version::version_object;
use crate::fault;
use pwsh_value::os_account;
use pwsh_value::payload::{Dictionary, Keys};
use pwsh_value::ty::{Call, FacadeType, known, method, property, property_rw};
use pwsh_value::{Error, Obj, Result, Unwind, Value};
use std::time::Instant;

/// `System.Environment`.
pub static ENVIRONMENT: FacadeType = FacadeType {
    members: &[
        property("static int CurrentManagedThreadId {get;}", current_managed_thread_id),
        property_rw("static int ExitCode {get;set;}", exit_code, set_exit_code),
        property("static int ProcessorCount {get;}", processor_count),
        property("static bool HasShutdownStarted {get;}", has_shutdown_started),
        property("static string CommandLine {get;}", command_line),
        property_rw("static string CurrentDirectory {get;set;}", current_directory, set_current_directory),
        property("static int ProcessId {get;}", process_id),
        property("static string ProcessPath {get;}", process_path),
        property("static bool Is64BitProcess {get;}", is64_bit_process),
        property("static bool Is64BitOperatingSystem {get;}", is64_bit_operating_system),
        property("static string NewLine {get;}", new_line),
        property("static System.OperatingSystem OSVersion {get;}", os_version),
        property("static int SystemPageSize {get;}", system_page_size),
        property("static int TickCount {get;}", tick_count),
        property("static bool UserInteractive {get;}", user_interactive),
        property("static string UserDomainName {get;}", user_domain_name),
        property("static long TickCount64 {get;}", tick_count64),
        property("static string MachineName {get;}", machine_name),
        property("static string UserName {get;}", user_name),
        property("static long WorkingSet {get;}", working_set),
        property("static version Version {get;}", version),
        method("static void Exit(int exitCode)", exit),
        method("static string GetEnvironmentVariable(string variable)", get_environment_variable),
        method(
            "static string GetEnvironmentVariable(string variable, System.EnvironmentVariableTarget target)",
            get_environment_variable,
        ),
        method(
            "static System.Collections.IDictionary GetEnvironmentVariables(System.EnvironmentVariableTarget target)",
            get_environment_variables,
        ),
        method("static void SetEnvironmentVariable(string variable, string value)", set_environment_variable),
        method(
            "static void SetEnvironmentVariable(string variable, string value, System.EnvironmentVariableTarget target)",
            set_environment_variable,
        ),
        method("static string[] GetCommandLineArgs()", get_command_line_args),
        method("static string ExpandEnvironmentVariables(string name)", expand_environment_variables),
        method("static string GetFolderPath(System.Environment+SpecialFolder folder)", get_folder_path),
        method(
            "static string GetFolderPath(System.Environment+SpecialFolder folder, System.Environment+SpecialFolderOption option)",
            get_folder_path,
        ),
        method("static System.Collections.IDictionary GetEnvironmentVariables()", get_environment_variables),
        method("static string[] GetLogicalDrives()", get_logical_drives),
    ],
    ..FacadeType::static_class("System.Environment")
};

fn new_line(_: &mut Call<'_>) -> Result<Value> {
    Ok("\n".into())
}

fn current_directory(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.cx.process().directory().to_string_lossy().into_owned().into())
}

fn set_current_directory(call: &mut Call<'_>) -> Result<Value> {
    let path = call.str(0);
    if path.is_empty() {
        return Err(fault::argument("The value cannot be an empty string.", "value"));
    }
    let full = call.cx.process().resolve(&*path.to_str());
    if !full.is_dir() {
        let text = format!("Could not find a part of the path '{}'.", full.display());
        return Err(Error::new("System.IO.DirectoryNotFoundException", text));
    }
    call.cx.process().set_directory(full);
    Ok(Value::Void)
}

fn machine_name(_: &mut Call<'_>) -> Result<Value> {
    Ok(operating_system::host_name().split('.').next().unwrap_or_default().into())
}

fn user_name(call: &mut Call<'_>) -> Result<Value> {
    let from_environment = call.cx.process().env("USER").or_else(|| call.cx.process().env("LOGNAME"));
    let found = os_account::user_name(rustix::process::getuid().as_raw());
    Ok(found.or_else(|| from_environment?.into_string().ok()).unwrap_or_default().into())
}

fn user_domain_name(call: &mut Call<'_>) -> Result<Value> {
    machine_name(call)
}

fn os_version(_: &mut Call<'_>) -> Result<Value> {
    Ok(operating_system::current())
}

/// .NET's own version, which scripts ask for to know what they can use.
fn version(_: &mut Call<'_>) -> Result<Value> {
    Ok(version_object([10, 0, 0, -1]))
}

fn processor_count(_: &mut Call<'_>) -> Result<Value> {
    Ok(std::thread::available_parallelism().map_or(1, |count| count.get() as i32).into())
}

fn process_id(_: &mut Call<'_>) -> Result<Value> {
    Ok((std::process::id() as i32).into())
}

fn process_path(_: &mut Call<'_>) -> Result<Value> {
    Ok(std::env::current_exe().map(|path| path.to_string_lossy().into_owned()).ok().into())
}

fn command_line(call: &mut Call<'_>) -> Result<Value> {
    let list = get_command_line_args(call)?;
    let words = call.cx.enumerate(&list)?.unwrap_or_default();
    let words: Vec<String> = words.iter().filter_map(|word| Some(word.as_string()?.to_string())).collect();
    Ok(words.join(" ").into())
}

fn get_command_line_args(_: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::strings(std::env::args_os().map(|word| word.to_string_lossy().into_owned())).into())
}

fn is64_bit_process(_: &mut Call<'_>) -> Result<Value> {
    Ok(cfg!(target_pointer_width = "64").into())
}

fn is64_bit_operating_system(call: &mut Call<'_>) -> Result<Value> {
    is64_bit_process(call)
}

fn has_shutdown_started(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}

fn user_interactive(_: &mut Call<'_>) -> Result<Value> {
    Ok(true.into())
}

fn system_page_size(_: &mut Call<'_>) -> Result<Value> {
    Ok((rustix::param::page_size() as i32).into())
}

/// When the machine was started, near enough: ticks only ever count differences.
fn milliseconds_up() -> i64 {
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let up = std::fs::read_to_string("/proc/uptime").ok();
    let seconds = up.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    seconds.map_or_else(|| START.elapsed().as_millis() as i64, |seconds| (seconds * 1000.0) as i64)
}

fn tick_count(_: &mut Call<'_>) -> Result<Value> {
    Ok((milliseconds_up() as i32).into())
}

fn tick_count64(_: &mut Call<'_>) -> Result<Value> {
    Ok(milliseconds_up().into())
}

fn working_set(_: &mut Call<'_>) -> Result<Value> {
    let pages = std::fs::read_to_string("/proc/self/statm").ok();
    let resident = pages.and_then(|text| text.split(' ').nth(1)?.parse::<i64>().ok());
    Ok((resident.unwrap_or(0) * rustix::param::page_size() as i64).into())
}

fn current_managed_thread_id(_: &mut Call<'_>) -> Result<Value> {
    Ok(1.into())
}

/// `ExitCode`, kept for the session.
#[derive(Default)]
struct ExitCode(std::sync::atomic::AtomicI32);

fn exit_code(call: &mut Call<'_>) -> Result<Value> {
    let code = call.cx.process().statics::<ExitCode>();
    Ok(code.0.load(std::sync::atomic::Ordering::Relaxed).into())
}

fn set_exit_code(call: &mut Call<'_>) -> Result<Value> {
    let code = call.cx.process().statics::<ExitCode>();
    code.0.store(call.int(0), std::sync::atomic::Ordering::Relaxed);
    Ok(Value::Void)
}

fn exit(call: &mut Call<'_>) -> Result<Value> {
    Err(Unwind::ExitProcess(call.int(0)).into())
}

fn get_environment_variable(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("variable"));
    }
    // The machine's and the user's variables are Windows' own.
    if call.args.len() > 1 && call.number(1) != 0 {
        return Ok(Value::Null);
    }
    let value = call.cx.process().env(&call.str(0).to_str());
    Ok(value.map(|value| value.to_string_lossy().into_owned()).into())
}

fn set_environment_variable(call: &mut Call<'_>) -> Result<Value> {
    let name = match call.arg(0) {
        Value::Null | Value::Void => return Err(fault::null("variable")),
        _ => call.str(0).to_string(),
    };
    if name.is_empty() {
        return Err(fault::argument("The value cannot be an empty string.", "variable"));
    }
    if name.contains('=') {
        return Err(fault::argument("Environment variable name cannot contain equal character.", "variable"));
    }
    if call.args.len() < 3 || call.number(2) == 0 {
        let value = call.str(1).to_string();
        let removed = call.arg(1).is_null();
        call.cx.process().set_env(&name, (!removed).then_some(value.as_str()));
    }
    Ok(Value::Void)
}

fn get_environment_variables(call: &mut Call<'_>) -> Result<Value> {
    let table = Obj::new(known().hashtable.clone(), Dictionary::new(Keys::Exact));
    if call.args.is_empty() || call.number(0) == 0 {
        let target = table.get::<Dictionary>().expect("just made");
        for (name, value) in call.cx.process().environment() {
            target.set_str(
                name.to_string_lossy().into_owned(),
                Value::str(value.to_string_lossy().into_owned()),
            );
        }
    }
    Ok(table.into())
}

/// `%NAME%` in text becomes the variable's value, where there is one.
fn expand_environment_variables(call: &mut Call<'_>) -> Result<Value> {
    let text = call.str(0).to_string();
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some(open) = rest.find('%') {
        let Some(length) = rest[open + 1..].find('%') else { break };
        let name = &rest[open + 1..open + 1 + length];
        match call.cx.process().env(name) {
            Some(value) => {
                out.push_str(&rest[..open]);
                out.push_str(&value.to_string_lossy());
                rest = &rest[open + length + 2..];
            }
            None => {
                out.push_str(&rest[..open + 1 + length]);
                rest = &rest[open + 1 + length..];
            }
        }
    }
    out.push_str(rest);
    Ok(out.into())
}

fn get_logical_drives(_: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::strings(["/"]).into())
}

/// `GetFolderPath` as .NET answers on Unix, by the XDG rules.
fn get_folder_path(call: &mut Call<'_>) -> Result<Value> {
    let process = call.cx.process();
    let env = |name: &str| {
        process.env(name).map(|value| value.to_string_lossy().into_owned()).filter(|v| !v.is_empty())
    };
    let home = env("HOME").unwrap_or_default();
    let under = |variable: &str, folder: &str| env(variable).unwrap_or_else(|| format!("{home}/{folder}"));
    Ok(match call.number(0) {
        0 | 16 => under("XDG_DESKTOP_DIR", "Desktop"),
        5 | 40 => home,
        26 => under("XDG_CONFIG_HOME", ".config"),
        28 => under("XDG_DATA_HOME", ".local/share"),
        35 => "/usr/share".to_owned(),
        13 => under("XDG_MUSIC_DIR", "Music"),
        14 => under("XDG_VIDEOS_DIR", "Videos"),
        39 => under("XDG_PICTURES_DIR", "Pictures"),
        21 => under("XDG_TEMPLATES_DIR", "Templates"),
        _ => String::new(),
    }
    .into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::Value;

    #[test]
    fn variables_belong_to_the_session() {
        let mut rt = Runtime::new();
        let environment = "System.Environment";
        rt.call_static(environment, "SetEnvironmentVariable", &["PSJOB_T".into(), "x".into()]).unwrap();
        let value = rt.call_static(environment, "GetEnvironmentVariable", &["PSJOB_T".into()]).unwrap();
        assert_eq!(rt.text(&value), "x");
        assert!(std::env::var_os("PSJOB_T").is_none());
        rt.call_static(environment, "SetEnvironmentVariable", &["PSJOB_T".into(), Value::Null]).unwrap();
        let value = rt.call_static(environment, "GetEnvironmentVariable", &["PSJOB_T".into()]).unwrap();
        assert!(value.is_null() || rt.text(&value).is_empty());
    }
}
