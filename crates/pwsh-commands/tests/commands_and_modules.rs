//! Commands as objects, aliases, modules, dynamic parameters.

mod script;

use script::{check, check_error};

#[test]
fn a_command_tells_its_parameters() {
    check("(Get-Command Sort-Object).Parameters['Property'].ParameterType.Name", &["Object[]"]);
    check("(Get-Command gcm).ResolvedCommand.Name", &["Get-Command"]);
    check(
        "function f { [CmdletBinding()] param([int]$a) }; (Get-Command f).Parameters.Keys -join ',' -replace ',.*'",
        &["a"],
    );
    check(
        "(Get-Command Get-Date).CommandType, (Get-Command sh).CommandType | % { \"$_\" }",
        &["Cmdlet", "Application"],
    );
    check(
        "function f([Parameter(Mandatory)]$a, [switch]$b) {}; (Get-Command f -Syntax).Trim()",
        &["f [-a] <Object> [-b] [<CommonParameters>]"],
    );
    check(
        "(Get-Command Get-Command).Parameters['Name'].Attributes.Where({ $_ -is [Parameter] }).ParameterSetName",
        &["AllCommandSet"],
    );
    check_error(
        "Get-Command No-Such",
        "CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand",
    );
}

#[test]
fn a_commands_kind_and_name_filter() {
    check("function zz { }; filter zf { }; (Get-Command z?).Name -join ','", &["zz,zf"]);
    check("(Get-Command -Verb Measure -Noun Object).Name", &["Measure-Object"]);
    check("function a1 { }; Set-Alias a2 a1; (Get-Command a? -CommandType Alias).Definition", &["a1"]);
    check("(Get-Command -ParameterName Descending).Name", &["Sort-Object"]);
}

#[test]
fn aliases_are_made_changed_and_taken_away() {
    check("Set-Alias w Write-Output; w hi; (gal w).Definition", &["hi", "Write-Output"]);
    check("& { Set-Alias w Write-Output }; [bool](Get-Alias w -ErrorAction Ignore)", &["False"]);
    check("Set-Alias w Write-Output; Remove-Alias w; [bool](Get-Alias w -ErrorAction Ignore)", &["False"]);
    check_error(
        "New-Alias x a; New-Alias x b",
        "AliasAlreadyExists,Microsoft.PowerShell.Commands.NewAliasCommand",
    );
    check_error("Set-Alias gcm x", "AliasNotWritable,Microsoft.PowerShell.Commands.SetAliasCommand");
    check("function Get-Long { [Alias('gl1')] param($x) \"long $x\" }; gl1 5", &["long 5"]);
}

#[test]
fn a_module_keeps_its_own_names() {
    check(
        "$v = 'outer'; $m = New-Module { $v = 'inner'; function Get-V { $v } }; Get-V; $v; & $m { $v }",
        &["inner", "outer", "inner"],
    );
    check(
        "New-Module m { function A { 'a' }; function B { 'b' }; Export-ModuleMember A } | Import-Module; A; [bool](gcm B -ea Ignore)",
        &["a", "False"],
    );
    check("New-Module m { function Get-X { 'x' } } | Import-Module -Prefix P; Get-PX", &["x"]);
    check(
        "$null = New-Module m { $n = 1; Export-ModuleMember -Variable n } | Import-Module -PassThru; & (Get-Module m) { $script:n = 2 }; $n",
        &["2"],
    );
    check(
        "New-Module m { function X { 'm' } } | Import-Module; (Get-Command X).Module.Name; Remove-Module m; [bool](gcm X -ea Ignore)",
        &["m", "False"],
    );
    check_error(
        "Export-ModuleMember x",
        "Modules_CanOnlyExecuteExportModuleMemberInsideAModule,Microsoft.PowerShell.Commands.ExportModuleMemberCommand",
    );
}

#[test]
fn manifests_say_what_a_module_lets_out() {
    let folder = std::env::temp_dir().join(format!("psjob-modules-{}", std::process::id()));
    let module = folder.join("Mx/1.2");
    std::fs::create_dir_all(&module).unwrap();
    std::fs::write(
        module.join("Mx.psm1"),
        "function Get-Out { \"out of $(Split-Path -Leaf $PSScriptRoot)\" }\nfunction Get-In { 1 }\n",
    )
    .unwrap();
    std::fs::write(
        module.join("Mx.psd1"),
        "@{ ModuleVersion = '1.2'; RootModule = 'Mx.psm1'; FunctionsToExport = 'Get-Out'; Description = \"in $PSScriptRoot\" }",
    )
    .unwrap();
    std::fs::write(folder.join("bad.psd1"), "@{ ModuleVersion = (Get-Date) }").unwrap();
    let path = format!("$env:PSModulePath = '{}'; ", folder.display());
    check(
        &format!(
            "{path}Import-Module Mx; Get-Out; [bool](gcm Get-In -ea Ignore); \"$((Get-Module Mx).Version)\""
        ),
        &["out of 1.2", "False", "1.2"],
    );
    check(&format!("{path}Get-Out"), &["out of 1.2"]);
    check(&format!("{path}(Get-Module -ListAvailable Mx).ExportedFunctions.Keys"), &["Get-Out"]);
    check_error(
        &format!("{path}Import-Module Mx -RequiredVersion 2.0"),
        "Modules_ModuleWithVersionNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand",
    );
    check_error(
        &format!("Test-ModuleManifest {}/bad.psd1", folder.display()),
        "Modules_InvalidManifest,Microsoft.PowerShell.Commands.TestModuleManifestCommand",
    );
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_dynamicparam_block_gives_parameters_for_one_call() {
    let function = "function F { [CmdletBinding()] param([string]$Kind) dynamicparam { if ($Kind -eq 'num') {
        $a = [Parameter]@{ Mandatory = $true }
        $s = [ValidateSet]::new('one', 'two')
        $p = [System.Management.Automation.RuntimeDefinedParameter]::new('Count', [string], [System.Attribute[]]@($a, $s))
        $d = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new(); $d.Add('Count', $p); $d } }
        process { \"$Kind $($PSBoundParameters['Count'])\" } }; ";
    check(&format!("{function}F num -Count two"), &["num two"]);
    check(&format!("{function}F txt"), &["txt "]);
    check_error(&format!("{function}F txt -Count two"), "NamedParameterNotFound,F");
    check_error(&format!("{function}F num -Count three"), "ParameterArgumentValidationError,F");
}

#[test]
fn the_session_state_is_asked_through_the_execution_context() {
    check("$x = 5; $ExecutionContext.InvokeCommand.ExpandString('a $x \"b\" $($x + 1)')", &["a 5 \"b\" 6"]);
    check("$ExecutionContext.SessionState.PSVariable.Set('y', 3); $y", &["3"]);
    check("$ExecutionContext.SessionState.Path.Combine('/a', 'b')", &["/a/b"]);
    check("\"$($ExecutionContext.SessionState.LanguageMode)\"", &["FullLanguage"]);
}
