//! Session configuration files (`.pssc`): what a session's client sees and may do.
//!
//! What restricts a client and cannot be kept here (parameters of a visible command, roles) refuses the session: a
//! configuration is never less strict than it says.

use crate::initial::RESTRICTED_FUNCTIONS;
use pwsh_runtime::Runspace;
use pwsh_runtime::command::{Alias, Function, ScriptBlock};
use pwsh_runtime::facade::ModuleSpecification;
use pwsh_runtime::module::Import;
use pwsh_runtime::policy::{LanguageMode, Visible};
use pwsh_runtime::scope::{ScopeId, ScopeKind, Scopes, Slot, VariableCell, VariableOptions};
use pwsh_value::payload::{Dictionary, EnumNumber};
use pwsh_value::ty::named;
use pwsh_value::{Context, Error, Name, Obj, PsString, Result, Value, convert};
use std::path::Path;
use std::sync::Arc;

/// The value of a key of the file.
struct Table(Obj);

impl Table {
    fn get(&self, key: &str) -> Value {
        self.0.get::<Dictionary>().and_then(|table| table.get_str(&key.into())).unwrap_or_default()
    }

    fn text(&self, rs: &mut Runspace, key: &str) -> Result<PsString> {
        convert::to_text(rs, &self.get(key))
    }

    /// The items under a key, one by one; none where it is not there.
    fn items(&self, rs: &mut Runspace, key: &str) -> Result<Vec<Value>> {
        let value = self.get(key);
        if value.is_null() {
            return Ok(Vec::new());
        }
        Ok(rs.enumerate(&value)?.unwrap_or_else(|| vec![value]))
    }

    /// The hash tables under a key.
    fn tables(&self, rs: &mut Runspace, key: &str) -> Result<Vec<Table>> {
        let items = self.items(rs, key)?;
        items
            .into_iter()
            .map(|item| table_of(&item).ok_or_else(|| invalid(key, "is no hash table")))
            .collect()
    }

    /// The names under a key; `None` where it is not there.
    fn names(&self, rs: &mut Runspace, key: &str) -> Result<Option<Vec<PsString>>> {
        if self.get(key).is_null() {
            return Ok(None);
        }
        let mut names = Vec::new();
        for item in self.items(rs, key)? {
            match table_of(&item) {
                Some(entry) if entry.get("Parameters").is_null() => names.push(entry.text(rs, "Name")?),
                Some(_) => return Err(invalid(key, "restricts parameters, which is not supported")),
                None => names.push(convert::to_text(rs, &item)?),
            }
        }
        Ok(Some(names))
    }
}

fn table_of(value: &Value) -> Option<Table> {
    let obj = value.as_object()?;
    obj.get::<Dictionary>().is_some().then(|| Table(obj.clone()))
}

fn invalid(key: &str, what: &str) -> Error {
    Error::new("System.InvalidOperationException", format!("The session configuration's {key} {what}."))
        .id("InvalidPSSessionConfiguration")
}

/// Applies a configuration file to a new runspace.
///
/// # Errors
/// A file that cannot be read or is no configuration; what it asks for and is not supported; what its scripts throw.
pub(super) fn apply(rs: &mut Runspace, file: &Path) -> Result<()> {
    let value = rs.manifest_table(file)?;
    let table = table_of(&value).ok_or_else(|| invalid("file", "holds no hash table"))?;
    for key in ["RoleDefinitions", "RequiredGroups", "RunAsVirtualAccount", "GroupManagedServiceAccount"] {
        if convert::to_bool(&table.get(key)) {
            return Err(invalid(key, "is not supported"));
        }
    }
    let kind = table.text(rs, "SessionType")?;
    let restricted = kind.is("RestrictedRemoteServer");
    let empty = kind.is("Empty");
    let home = rs.scopes.push(Some(Scopes::GLOBAL), ScopeKind::Script, Arc::default());
    rs.scopes.get_mut(home).is_module = true;
    rs.policy.trust(home);
    if restricted {
        for (name, body) in RESTRICTED_FUNCTIONS {
            let block = rs.parse(body)?;
            define(rs, home, name.into(), ScriptBlock::at_home(block, Some(home)));
        }
    }
    environment(rs, &table)?;
    modules(rs, &table)?;
    files(rs, &table, file)?;
    definitions(rs, &table, home)?;
    visibility(rs, &table, restricted || empty)?;
    rs.policy.language = language(rs, &table, restricted || empty)?;
    Ok(())
}

/// A configuration that cannot be applied leaves a runspace in which nothing can be done.
pub(super) fn lock(rs: &mut Runspace) {
    let nothing = || Visible::new(&[]).ok();
    rs.policy.aliases = nothing();
    rs.policy.cmdlets = nothing();
    rs.policy.functions = nothing();
    rs.policy.externals = nothing();
    rs.policy.language = LanguageMode::No;
}

fn define(rs: &mut Runspace, home: ScopeId, name: PsString, body: Obj) {
    let body = match body.get::<ScriptBlock>() {
        Some(block) => ScriptBlock::at_home(block.block.clone(), Some(home)),
        None => body,
    };
    let key = Name::intern(&name.to_str());
    let function = Function { name, body, module: PsString::empty() };
    rs.scopes.get_mut(Scopes::GLOBAL).functions.insert(key, Arc::new(function));
}

fn environment(rs: &mut Runspace, table: &Table) -> Result<()> {
    let Some(variables) = table_of(&table.get("EnvironmentVariables")) else { return Ok(()) };
    let entries = variables.0.get::<Dictionary>().map(|table| table.entries()).unwrap_or_default();
    for (name, value) in entries {
        let (name, value) = (convert::to_text(rs, &name)?, convert::to_text(rs, &value)?);
        rs.process().set_env(&name.to_str(), Some(&value.to_str()));
    }
    Ok(())
}

fn modules(rs: &mut Runspace, table: &Table) -> Result<()> {
    for wanted in table.items(rs, "ModulesToImport")? {
        let wanted = ModuleSpecification::wanted(rs, &wanted)?;
        let module = rs.load_wanted(&wanted, None, Vec::new())?;
        rs.modules.add(module.clone());
        rs.import_members(&module, &Import::default(), Scopes::GLOBAL)?;
        for scope in rs.modules.all().iter().filter_map(|module| module.scope) {
            rs.policy.trust(scope);
        }
    }
    Ok(())
}

/// Type and format data, and the scripts that prepare the session.
fn files(rs: &mut Runspace, table: &Table, file: &Path) -> Result<()> {
    let folder = file.parent().unwrap_or(Path::new("/"));
    for (key, command) in [("TypesToProcess", "Update-TypeData"), ("FormatsToProcess", "Update-FormatData")] {
        for path in table.items(rs, key)? {
            let path = folder.join(&*convert::to_text(rs, &path)?.to_str());
            rs.invoke_command(command, &[("PrependPath", path.to_string_lossy().into_owned().into())])?;
        }
    }
    for path in table.items(rs, "ScriptsToProcess")? {
        let path = folder.join(&*convert::to_text(rs, &path)?.to_str());
        let block = rs.script_block(&path)?;
        let streams = rs.cur.streams;
        rs.run_block(block, false, Vec::new(), streams)?;
    }
    Ok(())
}

fn options(rs: &mut Runspace, entry: &Table) -> Result<VariableOptions> {
    let value = entry.get("Options");
    if value.is_null() {
        return Ok(VariableOptions::default());
    }
    let ty = named("System.Management.Automation.ScopedItemOptions");
    let value = convert::to(rs, &value, &ty)?;
    let bits = value.as_object().and_then(|obj| obj.get::<EnumNumber>()).map_or(0, |number| number.0);
    Ok(VariableOptions::of_bits(bits))
}

fn definitions(rs: &mut Runspace, table: &Table, home: ScopeId) -> Result<()> {
    for entry in table.tables(rs, "VariableDefinitions")? {
        let name = Name::intern(&entry.text(rs, "Name")?.to_str());
        let mut value = entry.get("Value");
        if let Some(block) = value.as_object().filter(|obj| obj.get::<ScriptBlock>().is_some()) {
            let mut items = rs.run_bound(home, &block.clone(), Vec::new())?;
            value = match items.len() {
                0 => Value::Null,
                1 => items.swap_remove(0),
                _ => Value::Object(Obj::array(items)),
            };
        }
        let cell = VariableCell::with_options(name, value, options(rs, &entry)?);
        *rs.scopes.place_in(Scopes::GLOBAL, name) = Slot::Cell(Arc::new(cell));
    }
    for entry in table.tables(rs, "FunctionDefinitions")? {
        let name = entry.text(rs, "Name")?;
        let body = match entry.get("ScriptBlock") {
            Value::Object(body) if body.get::<ScriptBlock>().is_some() => body,
            text => {
                let text = convert::to_text(rs, &text)?;
                ScriptBlock::object(rs.parse(&text.to_str())?)
            }
        };
        define(rs, home, name, body);
    }
    for entry in table.tables(rs, "AliasDefinitions")? {
        let mut alias = Alias::new(entry.text(rs, "Name")?, entry.text(rs, "Value")?);
        alias.description = entry.text(rs, "Description")?;
        alias.options = options(rs, &entry)?;
        let key = Name::intern(&alias.name.to_str());
        rs.scopes.get_mut(Scopes::GLOBAL).aliases.insert(key, alias);
    }
    Ok(())
}

/// What may be called. A kind of command that the file does not name is free in an ordinary session, and hidden in one
/// that is `closed`.
fn visibility(rs: &mut Runspace, table: &Table, closed: bool) -> Result<()> {
    let visible = |names: Option<Vec<PsString>>, always: &[PsString]| match names {
        Some(names) => Visible::new(&[&names[..], always].concat()).map(Some),
        None if closed => Visible::new(always).map(Some),
        None => Ok(None),
    };
    let restricted = table.text(rs, "SessionType")?.is("RestrictedRemoteServer");
    let own: Vec<PsString> =
        if restricted { RESTRICTED_FUNCTIONS.map(|(name, _)| name.into()).into() } else { Vec::new() };
    rs.policy.aliases = visible(table.names(rs, "VisibleAliases")?, &[])?;
    rs.policy.cmdlets = visible(table.names(rs, "VisibleCmdlets")?, &[])?;
    rs.policy.functions = visible(table.names(rs, "VisibleFunctions")?, &own)?;
    rs.policy.externals = visible(table.names(rs, "VisibleExternalCommands")?, &[])?;
    Ok(())
}

fn language(rs: &mut Runspace, table: &Table, closed: bool) -> Result<LanguageMode> {
    let text = table.text(rs, "LanguageMode")?;
    Ok(match &*text.to_str() {
        "" if closed => LanguageMode::No,
        "" => LanguageMode::Full,
        text if text.eq_ignore_ascii_case("FullLanguage") => LanguageMode::Full,
        text if text.eq_ignore_ascii_case("RestrictedLanguage") => LanguageMode::Restricted,
        text if text.eq_ignore_ascii_case("NoLanguage") => LanguageMode::No,
        text if text.eq_ignore_ascii_case("ConstrainedLanguage") => LanguageMode::Constrained,
        other => return Err(invalid("LanguageMode", &format!("is '{other}', which is no language mode"))),
    })
}

#[cfg(test)]
mod tests {
    use super::{apply, lock};
    use crate::Embedded;
    use pwsh_runtime::command::CommandTable;
    use pwsh_runtime::eval::{OutsideCommand, OutsideWork};
    use pwsh_runtime::host::Collected;
    use pwsh_runtime::{Runspace, Session, Shared};
    use pwsh_value::{PsString, Result};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    /// A runspace with a configuration of this text.
    fn configured(text: &str) -> (Runspace, Arc<Collected>, Result<()>) {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let _types = Embedded::new();
        let shared = Arc::new(Shared::new(CommandTable::new(&pwsh_commands::declarations())));
        let session = Session::new(shared, pwsh_value::Process::inherit());
        let output = Arc::new(Collected::default());
        let mut rs = Runspace::new(session, output.clone(), None);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("psjob-configuration-{}-{number}.pssc", std::process::id());
        let file = std::env::temp_dir().join(name);
        std::fs::write(&file, text).unwrap();
        let applied = apply(&mut rs, &file);
        std::fs::remove_file(&file).unwrap();
        (rs, output, applied)
    }

    fn run(rs: &mut Runspace, work: OutsideWork) -> std::result::Result<(), PsString> {
        let command = OutsideCommand { work, given: Vec::new(), merged: Vec::new(), dropped: Vec::new() };
        rs.run_outside(vec![command], None).map_err(|error| error.message())
    }

    fn named(name: &str) -> OutsideWork {
        OutsideWork::Named(name.into())
    }

    fn script(text: &str) -> OutsideWork {
        OutsideWork::Script { text: text.into(), new_scope: false }
    }

    #[test]
    fn a_restricted_session_runs_what_is_visible_and_no_text() {
        let text = "@{ SessionType = 'RestrictedRemoteServer'; VisibleCmdlets = 'Get-Date'; VisibleFunctions = 'Hello'
            FunctionDefinitions = @{ Name = 'Hello'; ScriptBlock = { (Get-Process -Id $PID).Id -gt 0 } } }";
        let (mut rs, output, applied) = configured(text);
        applied.unwrap();
        run(&mut rs, named("Get-Date")).unwrap();
        run(&mut rs, named("Hello")).unwrap();
        run(&mut rs, named("Get-Command")).unwrap();
        assert_eq!(output.output.lock().len(), 11);
        for hidden in
            ["Get-Process", "Microsoft.PowerShell.Management\\Get-Process", "sh", "gps", "Import-Module"]
        {
            let error = run(&mut rs, named(hidden)).unwrap_err();
            assert!(error.to_str().contains("is not recognized"), "{hidden}: {error}");
        }
        let error = run(&mut rs, script("1 + 1")).unwrap_err();
        assert!(error.to_str().starts_with("The syntax is not supported by this runspace."), "{error}");
    }

    #[test]
    fn the_constrained_language_has_core_types_only() {
        let (mut rs, _, applied) = configured("@{ LanguageMode = 'ConstrainedLanguage' }");
        applied.unwrap();
        run(&mut rs, script("'a'.ToUpper(); [int]'5'; [math]::PI")).unwrap();
        for refused in [
            "[IO.File]::ReadAllText('/etc/passwd')",
            "[IO.FileInfo]'/etc'",
            "class C { }",
            "(Get-Item /proc).GetFiles()",
            "@(Get-Item /proc).GetFiles()",
            "New-Object IO.FileInfo /etc/hostname",
            "1 | ForEach-Object -Parallel { [IO.File]::ReadAllText('/etc/hostname') }",
            "1 | ForEach-Object -Parallel { $ErrorActionPreference = 'Stop'; Invoke-Expression 'class D { }' }",
            "Invoke-Expression 'class C { }'",
            "[scriptblock]::Create('class C { }')",
            "Get-Item / | ForEach-Object GetType",
            "'/etc' -as [IO.FileInfo]",
            "[IO.FileInfo] $file = '/etc'",
            "function Take([IO.FileInfo] $File) { $File }; Take /etc",
        ] {
            let text = format!("$ErrorActionPreference = 'Stop'; {refused}");
            let error = run(&mut rs, script(&text)).unwrap_err();
            assert!(error.to_str().contains("in this language mode"), "{refused}: {error}");
        }
    }

    #[test]
    fn the_restricted_language_has_no_variables() {
        let (mut rs, output, applied) = configured("@{ LanguageMode = 'RestrictedLanguage' }");
        applied.unwrap();
        run(&mut rs, script("Get-Date | Out-Null")).unwrap();
        assert!(run(&mut rs, script("$x = 1")).is_err());
        // the statement fails, and the script goes on: what it read must not have come out
        run(&mut rs, script("Invoke-Expression \"[IO.File]::ReadAllText('/etc/hostname')\"")).unwrap();
        assert!(output.output.lock().is_empty());
        run(&mut rs, script("Invoke-Expression \"'constant'\"")).unwrap();
        assert_eq!(output.output.lock().len(), 1);
    }

    #[test]
    fn a_restricted_session_starts_no_jobs_in_sessions_that_are_not() {
        for configuration in
            ["@{ LanguageMode = 'ConstrainedLanguage' }", "@{ VisibleCmdlets = 'Start-Job' }"]
        {
            let (mut rs, _, applied) = configured(configuration);
            applied.unwrap();
            let error = run(&mut rs, script("$ErrorActionPreference = 'Stop'; Start-Job { 1 }")).unwrap_err();
            assert!(error.to_str().contains("would not be restricted"), "{configuration}: {error}");
        }
    }

    #[test]
    fn what_cannot_be_kept_refuses_the_session() {
        let restricted = "@{ VisibleCmdlets = @{ Name = 'Get-Process'; Parameters = @{ Name = 'Id' } } }";
        assert!(configured(restricted).2.is_err());
        assert!(configured("@{ RoleDefinitions = @{ a = @{ } } }").2.is_err());
        assert!(configured("Get-Date").2.is_err());
        let (mut rs, _, _) = configured("@{ }");
        lock(&mut rs);
        assert!(run(&mut rs, named("Get-Date")).is_err());
    }
}
