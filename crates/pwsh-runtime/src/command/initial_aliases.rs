//! The aliases that a session begins with.

use super::function::Alias;
use crate::scope::VariableOptions;
use pwsh_value::PsString;

/// An alias of the program.
#[derive(Clone, Copy)]
pub struct BuiltInAlias {
    /// Its name.
    pub name: &'static str,
    /// The command that it stands for, which need not be there.
    pub definition: &'static str,
    /// `ScopedItemOptions`.
    pub options: VariableOptions,
}

impl From<BuiltInAlias> for Alias {
    fn from(alias: BuiltInAlias) -> Alias {
        Alias {
            name: alias.name.into(),
            definition: alias.definition.into(),
            description: PsString::empty(),
            options: alias.options,
            module: PsString::empty(),
        }
    }
}

const PLAIN: VariableOptions =
    VariableOptions { read_only: false, constant: false, private: false, all_scope: false };
const READ_ONLY: VariableOptions = VariableOptions { read_only: true, ..PLAIN };
const ALL_SCOPE: VariableOptions = VariableOptions { all_scope: true, ..PLAIN };
const READ_ONLY_ALL_SCOPE: VariableOptions = VariableOptions { read_only: true, ..ALL_SCOPE };

const fn alias(name: &'static str, definition: &'static str, options: VariableOptions) -> BuiltInAlias {
    BuiltInAlias { name, definition, options }
}

/// The aliases of PowerShell's initial session state, and those that its own modules bring.
pub(super) const INITIAL: &[BuiltInAlias] = &[
    alias("%", "ForEach-Object", READ_ONLY_ALL_SCOPE),
    alias("?", "Where-Object", READ_ONLY_ALL_SCOPE),
    alias("cd", "Set-Location", ALL_SCOPE),
    alias("chdir", "Set-Location", PLAIN),
    alias("clc", "Clear-Content", READ_ONLY),
    alias("clhy", "Clear-History", READ_ONLY),
    alias("cli", "Clear-Item", READ_ONLY),
    alias("clp", "Clear-ItemProperty", READ_ONLY),
    alias("cls", "Clear-Host", PLAIN),
    alias("clv", "Clear-Variable", READ_ONLY),
    alias("copy", "Copy-Item", ALL_SCOPE),
    alias("cpi", "Copy-Item", READ_ONLY),
    alias("cvpa", "Convert-Path", READ_ONLY),
    alias("dbp", "Disable-PSBreakpoint", READ_ONLY),
    alias("del", "Remove-Item", ALL_SCOPE),
    alias("dir", "Get-ChildItem", ALL_SCOPE),
    alias("ebp", "Enable-PSBreakpoint", READ_ONLY),
    alias("echo", "Write-Output", ALL_SCOPE),
    alias("epal", "Export-Alias", READ_ONLY),
    alias("epcsv", "Export-Csv", READ_ONLY),
    alias("erase", "Remove-Item", PLAIN),
    alias("etsn", "Enter-PSSession", PLAIN),
    alias("exsn", "Exit-PSSession", PLAIN),
    alias("fc", "Format-Custom", READ_ONLY),
    alias("fl", "Format-List", READ_ONLY),
    alias("foreach", "ForEach-Object", READ_ONLY_ALL_SCOPE),
    alias("ft", "Format-Table", READ_ONLY),
    alias("fw", "Format-Wide", READ_ONLY),
    alias("gal", "Get-Alias", READ_ONLY),
    alias("gbp", "Get-PSBreakpoint", READ_ONLY),
    alias("gc", "Get-Content", READ_ONLY),
    alias("gci", "Get-ChildItem", READ_ONLY),
    alias("gcm", "Get-Command", READ_ONLY),
    alias("gcs", "Get-PSCallStack", READ_ONLY),
    alias("gdr", "Get-PSDrive", READ_ONLY),
    alias("gerr", "Get-Error", READ_ONLY),
    alias("ghy", "Get-History", READ_ONLY),
    alias("gi", "Get-Item", READ_ONLY),
    alias("gjb", "Get-Job", PLAIN),
    alias("gl", "Get-Location", READ_ONLY),
    alias("gm", "Get-Member", READ_ONLY),
    alias("gmo", "Get-Module", READ_ONLY),
    alias("gp", "Get-ItemProperty", READ_ONLY),
    alias("gps", "Get-Process", READ_ONLY),
    alias("gpv", "Get-ItemPropertyValue", READ_ONLY),
    alias("group", "Group-Object", READ_ONLY),
    alias("gsn", "Get-PSSession", PLAIN),
    alias("gu", "Get-Unique", READ_ONLY),
    alias("gv", "Get-Variable", READ_ONLY),
    alias("h", "Get-History", PLAIN),
    alias("history", "Get-History", PLAIN),
    alias("icm", "Invoke-Command", PLAIN),
    alias("iex", "Invoke-Expression", READ_ONLY),
    alias("ihy", "Invoke-History", READ_ONLY),
    alias("ii", "Invoke-Item", READ_ONLY),
    alias("ipal", "Import-Alias", READ_ONLY),
    alias("ipcsv", "Import-Csv", READ_ONLY),
    alias("ipmo", "Import-Module", READ_ONLY),
    alias("irm", "Invoke-RestMethod", READ_ONLY),
    alias("iwr", "Invoke-WebRequest", READ_ONLY),
    alias("md", "mkdir", ALL_SCOPE),
    alias("measure", "Measure-Object", READ_ONLY),
    alias("mi", "Move-Item", READ_ONLY),
    alias("move", "Move-Item", ALL_SCOPE),
    alias("mp", "Move-ItemProperty", READ_ONLY),
    alias("nal", "New-Alias", READ_ONLY),
    alias("ndr", "New-PSDrive", READ_ONLY),
    alias("ni", "New-Item", READ_ONLY),
    alias("nmo", "New-Module", READ_ONLY),
    alias("nsn", "New-PSSession", PLAIN),
    alias("nv", "New-Variable", READ_ONLY),
    alias("oh", "Out-Host", READ_ONLY),
    alias("popd", "Pop-Location", ALL_SCOPE),
    alias("pushd", "Push-Location", ALL_SCOPE),
    alias("pwd", "Get-Location", PLAIN),
    alias("r", "Invoke-History", PLAIN),
    alias("rbp", "Remove-PSBreakpoint", READ_ONLY),
    alias("rcjb", "Receive-Job", PLAIN),
    alias("rcsn", "Receive-PSSession", READ_ONLY),
    alias("rd", "Remove-Item", PLAIN),
    alias("rdr", "Remove-PSDrive", READ_ONLY),
    alias("ren", "Rename-Item", PLAIN),
    alias("ri", "Remove-Item", READ_ONLY),
    alias("rjb", "Remove-Job", PLAIN),
    alias("rmo", "Remove-Module", READ_ONLY),
    alias("rni", "Rename-Item", READ_ONLY),
    alias("rnp", "Rename-ItemProperty", READ_ONLY),
    alias("rp", "Remove-ItemProperty", READ_ONLY),
    alias("rsn", "Remove-PSSession", PLAIN),
    alias("rv", "Remove-Variable", READ_ONLY),
    alias("rvpa", "Resolve-Path", READ_ONLY),
    alias("sajb", "Start-Job", PLAIN),
    alias("sal", "Set-Alias", READ_ONLY),
    alias("saps", "Start-Process", READ_ONLY),
    alias("sbp", "Set-PSBreakpoint", READ_ONLY),
    alias("select", "Select-Object", READ_ONLY_ALL_SCOPE),
    alias("set", "Set-Variable", PLAIN),
    alias("si", "Set-Item", READ_ONLY),
    alias("sl", "Set-Location", READ_ONLY),
    alias("sls", "Select-String", PLAIN),
    alias("sp", "Set-ItemProperty", READ_ONLY),
    alias("spjb", "Stop-Job", PLAIN),
    alias("spps", "Stop-Process", READ_ONLY),
    alias("sv", "Set-Variable", READ_ONLY),
    alias("type", "Get-Content", PLAIN),
    alias("where", "Where-Object", READ_ONLY_ALL_SCOPE),
    alias("wjb", "Wait-Job", PLAIN),
    alias("fhx", "Format-Hex", PLAIN),
    alias("gcb", "Get-Clipboard", PLAIN),
    alias("gin", "Get-ComputerInfo", PLAIN),
    alias("gtz", "Get-TimeZone", PLAIN),
    alias("scb", "Set-Clipboard", PLAIN),
    alias("stz", "Set-TimeZone", PLAIN),
];
