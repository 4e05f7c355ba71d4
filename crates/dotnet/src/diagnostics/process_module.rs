//! `System.Diagnostics.ProcessModule`, and the collection of them: the files that a process has mapped to run.

use super::file_version_info::version_info;
use pwsh_value::payload::List;
use pwsh_value::ty::{Call, FacadeType, Hooks, method, named, property};
use pwsh_value::{Obj, Payload, PsString, Value};
use std::fs;

/// `System.Diagnostics.ProcessModule`.
pub static PROCESS_MODULE: FacadeType = FacadeType {
    base: "System.ComponentModel.Component",
    members: &[
        property("string ModuleName {get;}", |call| Ok(this(call).name().into())),
        property("string FileName {get;}", |call| Ok(this(call).file.as_str().into())),
        property("int ModuleMemorySize {get;}", |call| Ok((this(call).size as i32).into())),
        property("System.Diagnostics.FileVersionInfo FileVersionInfo {get;}", |call| {
            Ok(version_info(this(call).file.clone().into()))
        }),
        method("string ToString()", |call| Ok(text(this(call)).into())),
    ],
    hooks: Hooks {
        to_string: Some(|_, value| {
            let module = value.cell().and_then(|obj| obj.get::<Module>());
            Ok(module.map_or_else(PsString::empty, |module| text(module.payload()).into()))
        }),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.Diagnostics.ProcessModule")
};

/// `System.Diagnostics.ProcessModuleCollection`.
pub static PROCESS_MODULE_COLLECTION: FacadeType = FacadeType {
    interfaces: &["System.Collections.ICollection", "System.Collections.IEnumerable"],
    members: &[property("int Count {get;}", |call| Ok((call.this::<List>().len() as i32).into()))],
    hooks: Hooks {
        enumerate: Some(|_, value| {
            Ok(value.cell().and_then(|obj| obj.get::<List>()).map(|list| list.to_vec()).unwrap_or_default())
        }),
        ..Hooks::NONE
    },
    ..FacadeType::class("System.Diagnostics.ProcessModuleCollection")
};

/// The payload: a file, and how many bytes of addresses it takes.
pub struct Module {
    file: String,
    size: u64,
}

impl Payload for Module {}

impl Module {
    fn name(&self) -> &str {
        self.file.rsplit('/').next().unwrap_or_default()
    }
}

fn this<'a>(call: &Call<'a>) -> &'a Module {
    call.this::<Module>().payload()
}

fn text(module: &Module) -> String {
    format!("System.Diagnostics.ProcessModule ({})", module.name())
}

/// The program that a process runs; null where the system does not say.
pub fn main_module(id: u32) -> Value {
    let Ok(program) = fs::read_link(format!("/proc/{id}/exe")) else { return Value::Null };
    let file = program.to_string_lossy().into_owned();
    let size = mapped(id).into_iter().find(|(mapped, _)| *mapped == file).map_or(0, |(_, size)| size);
    module(file, size)
}

/// The program and the libraries of a process; null where the system does not say.
pub fn modules(id: u32) -> Value {
    let all = mapped(id);
    if all.is_empty() {
        return Value::Null;
    }
    let list = all.into_iter().map(|(file, size)| module(file, size)).collect();
    Obj::new(named("System.Diagnostics.ProcessModuleCollection"), List::of_values(list)).into()
}

fn module(file: String, size: u64) -> Value {
    Obj::new(named("System.Diagnostics.ProcessModule"), Module { file, size }).into()
}

/// The files of which something is mapped to be executed, in the order of their addresses, with their sizes.
fn mapped(id: u32) -> Vec<(String, u64)> {
    let maps = fs::read_to_string(format!("/proc/{id}/maps")).unwrap_or_default();
    files_in(&maps)
}

fn files_in(maps: &str) -> Vec<(String, u64)> {
    let mut found: Vec<(String, u64, bool)> = Vec::new();
    for line in maps.lines() {
        let mut fields = line.splitn(6, ' ');
        let (Some(range), Some(rights)) = (fields.next(), fields.next()) else { continue };
        let Some(file) = fields.nth(3).map(str::trim_start).filter(|file| file.starts_with('/')) else {
            continue;
        };
        let ends = range.split_once('-');
        let number = |text: &str| u64::from_str_radix(text, 16).ok();
        let size = ends.and_then(|(from, to)| Some(number(to)?.saturating_sub(number(from)?))).unwrap_or(0);
        let runs = rights.contains('x');
        match found.iter_mut().find(|(known, ..)| known == file) {
            Some(known) => {
                known.1 += size;
                known.2 |= runs;
            }
            None => found.push((file.to_owned(), size, runs)),
        }
    }
    found.into_iter().filter(|(_, _, runs)| *runs).map(|(file, size, _)| (file, size)).collect()
}

#[cfg(test)]
mod tests {
    use super::files_in;

    #[test]
    fn only_files_that_run_are_modules() {
        let maps = "1000-2000 r--p 00000000 08:01 1                          /bin/a\n\
                    2000-4000 r-xp 00001000 08:01 1                          /bin/a\n\
                    5000-6000 r--p 00000000 08:01 2                          /data\n\
                    7000-8000 rw-p 00000000 00:00 0                          [heap]\n";
        assert_eq!(files_in(maps), [("/bin/a".to_owned(), 0x3000)]);
    }
}
