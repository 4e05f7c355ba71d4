//! The views of the engine's own types.

use super::Alignment::{Left, Right, Undefined};
use super::{Token, View, column, each, entry, frame, grouped, item, prop, script, text, value, wide};
use crate::error_view;

const MODULE_FOLDER: &str = "Split-Path -Parent $_.Path | ForEach-Object { if([Version]::TryParse((Split-Path $_ -Leaf), [ref]$null)) { Split-Path -Parent $_} else {$_} } | Split-Path -Parent";

fn module_heading() -> Vec<Token> {
    vec![frame(4, vec![text("Directory: "), value(script(MODULE_FOLDER))])]
}

fn parameter() -> Vec<Token> {
    vec![
        Token::NewLine,
        frame(
            2,
            vec![
                text("Parameter Name: "),
                value(prop("Name")),
                Token::NewLine,
                frame(
                    2,
                    vec![
                        text("ParameterType = "),
                        value(prop("ParameterType")),
                        Token::NewLine,
                        text("Position = "),
                        value(prop("Position")),
                        Token::NewLine,
                        text("IsMandatory = "),
                        value(prop("IsMandatory")),
                        Token::NewLine,
                        text("IsDynamic = "),
                        value(prop("IsDynamic")),
                        Token::NewLine,
                        text("HelpMessage = "),
                        value(prop("HelpMessage")),
                        Token::NewLine,
                        text("ValueFromPipeline = "),
                        value(prop("ValueFromPipeline")),
                        Token::NewLine,
                        text("ValueFromPipelineByPropertyName = "),
                        value(prop("ValueFromPipelineByPropertyName")),
                        Token::NewLine,
                        text("ValueFromRemainingArguments = "),
                        value(prop("ValueFromRemainingArguments")),
                        Token::NewLine,
                        text("Aliases = "),
                        value(prop("Aliases")),
                        Token::NewLine,
                        text("Attributes ="),
                        Token::NewLine,
                        each(prop("Attributes"), vec![frame(2, vec![Token::NewLine])]),
                    ],
                ),
            ],
        ),
    ]
}

pub(super) fn views() -> Vec<View> {
    vec![
        View::table(
            "System.RuntimeType",
            &["System.RuntimeType"],
            None,
            false,
            false,
            vec![
                column("IsPublic", 8, Undefined, prop("IsPublic")),
                column("IsSerial", 8, Undefined, prop("IsSerializable")),
                column("Name", 40, Undefined, prop("Name")),
                column("BaseType", 0, Undefined, prop("BaseType")),
            ],
        ),
        View::table(
            "Variable",
            &["System.Management.Automation.PSVariable"],
            None,
            false,
            false,
            vec![column("Name", 30, Undefined, prop("Name")), column("Value", 0, Undefined, prop("Value"))],
        ),
        View::table(
            "PathInfo",
            &["System.Management.Automation.PathInfo"],
            None,
            false,
            false,
            vec![column("Path", 0, Undefined, prop("Path"))],
        ),
        View::table(
            "CommandInfo",
            &["System.Management.Automation.CommandInfo"],
            None,
            false,
            false,
            vec![
                column("CommandType", 15, Undefined, prop("CommandType")),
                column("Name", 0, Undefined, prop("Name")),
            ],
        ),
        View::table(
            "CommandInfo",
            &[
                "System.Management.Automation.AliasInfo",
                "System.Management.Automation.ApplicationInfo",
                "System.Management.Automation.CmdletInfo",
                "System.Management.Automation.ExternalScriptInfo",
                "System.Management.Automation.FilterInfo",
                "System.Management.Automation.FunctionInfo",
                "System.Management.Automation.ScriptInfo",
            ],
            None,
            false,
            false,
            vec![
                column("CommandType", 15, Undefined, prop("CommandType")),
                column(
                    "Name",
                    50,
                    Undefined,
                    script(
                        r#"if ($_.CommandType -eq "Alias")
{
  $_.DisplayName
}
else
{
  $_.Name
}"#,
                    ),
                ),
                column("Version", 10, Undefined, prop("Version")),
                column("Source", 0, Undefined, prop("Source")),
            ],
        ),
        View::table(
            "TypeData",
            &["System.Management.Automation.Runspaces.TypeData"],
            None,
            false,
            false,
            vec![
                column("TypeName", 0, Undefined, prop("TypeName")),
                column("Members", 0, Undefined, prop("Members")),
            ],
        ),
        View::table(
            "ApplicationInfo",
            &["System.Management.Automation.ApplicationInfo"],
            None,
            false,
            false,
            vec![
                column("CommandType", 15, Undefined, prop("CommandType")),
                column("Name", 0, Undefined, prop("Name")),
                column("Path", 0, Undefined, prop("Path")),
            ],
        ),
        View::list(
            "System.Management.Automation.ApplicationInfo",
            &["System.Management.Automation.ApplicationInfo"],
            None,
            vec![entry(
                &[],
                vec![
                    item("Name", prop("Name")),
                    item("CommandType", prop("CommandType")),
                    item("Definition", prop("Definition")),
                    item("Extension", prop("Extension")),
                    item("Path", prop("Path")),
                    item("FileVersionInfo", prop("FileVersionInfo")),
                ],
            )],
        ),
        View::table(
            "ScriptInfo",
            &["System.Management.Automation.ScriptInfo"],
            None,
            false,
            false,
            vec![
                column("CommandType", 15, Undefined, prop("CommandType")),
                column("Name", 0, Undefined, prop("Name")),
                column("Definition", 0, Undefined, prop("Definition")),
            ],
        ),
        View::list(
            "System.Management.Automation.ScriptInfo",
            &["System.Management.Automation.ScriptInfo"],
            None,
            vec![entry(
                &[],
                vec![
                    item("Name", prop("Name")),
                    item("CommandType", prop("CommandType")),
                    item("Definition", prop("Definition")),
                    item("Path", prop("Path")),
                ],
            )],
        ),
        View::table(
            "ExternalScriptInfo",
            &["System.Management.Automation.ExternalScriptInfo"],
            None,
            false,
            false,
            vec![
                column("CommandType", 15, Undefined, prop("CommandType")),
                column("Name", 0, Undefined, prop("Name")),
                column("Path", 0, Undefined, prop("Path")),
            ],
        ),
        View::table(
            "FunctionInfo",
            &["System.Management.Automation.FunctionInfo"],
            None,
            false,
            false,
            vec![
                column("CommandType", 15, Undefined, prop("CommandType")),
                column("Name", 0, Undefined, prop("Name")),
                column("Function", 0, Undefined, prop("Function")),
            ],
        ),
        View::table(
            "FilterInfo",
            &["System.Management.Automation.FilterInfo"],
            None,
            false,
            false,
            vec![
                column("CommandType", 15, Undefined, prop("CommandType")),
                column("Name", 0, Undefined, prop("Name")),
                column("Filter", 0, Undefined, prop("Filter")),
            ],
        ),
        View::table(
            "AliasInfo",
            &["System.Management.Automation.AliasInfo"],
            None,
            false,
            false,
            vec![
                column("CommandType", 15, Undefined, prop("CommandType")),
                column("DisplayName", 0, Undefined, prop("DisplayName")),
            ],
        ),
        View::list(
            "System.Management.Automation.AliasInfo",
            &["System.Management.Automation.AliasInfo"],
            None,
            vec![entry(
                &[],
                vec![
                    item("DisplayName", prop("DisplayName")),
                    item("CommandType", prop("CommandType")),
                    item("Definition", prop("Definition")),
                    item("ReferencedCommand", prop("ReferencedCommand")),
                    item("ResolvedCommand", prop("ResolvedCommand")),
                ],
            )],
        ),
        View::table(
            "drive",
            &[
                "Microsoft.PowerShell.Commands.ActiveDirectoryProvider+ADPSDriveInfo",
                "System.Management.Automation.PSDriveInfo",
            ],
            None,
            false,
            false,
            vec![
                column("Name", 10, Undefined, prop("Name")),
                column(
                    "Used (GB)",
                    13,
                    Right,
                    script(r#"if($_.Used -or $_.Free) { "{0:###0.00}" -f ($_.Used / 1GB) }"#),
                ),
                column(
                    "Free (GB)",
                    13,
                    Right,
                    script(r#"if($_.Used -or $_.Free) { "{0:###0.00}" -f ($_.Free / 1GB) }"#),
                ),
                column("Provider", 13, Undefined, script("$_.Provider.Name")),
                column(
                    "Root",
                    35,
                    Undefined,
                    script("if($null -ne $_.DisplayRoot) { $_.DisplayRoot } else { $_.Root }"),
                ),
                column("CurrentLocation", 0, Right, prop("CurrentLocation")),
            ],
        ),
        View::table(
            "provider",
            &["System.Management.Automation.ProviderInfo"],
            None,
            false,
            false,
            vec![
                column("Name", 20, Undefined, prop("Name")),
                column("Capabilities", 0, Undefined, prop("Capabilities")),
                column("Drives", 0, Undefined, prop("Drives")),
            ],
        ),
        View::list(
            "provider",
            &["System.Management.Automation.ProviderInfo"],
            None,
            vec![entry(
                &[],
                vec![
                    item("Name", prop("Name")),
                    item("Drives", prop("Drives")),
                    item("Path", prop("Path")),
                    item("Home", prop("Home")),
                    item("Description", prop("Description")),
                    item("Capabilities", prop("Capabilities")),
                    item("ImplementingType", prop("ImplementingType")),
                ],
            )],
        ),
        View::list(
            "System.Management.Automation.CmdletInfo",
            &["System.Management.Automation.CmdletInfo"],
            None,
            vec![entry(
                &[],
                vec![
                    item("Name", prop("Name")),
                    item("CommandType", prop("CommandType")),
                    item("Definition", prop("Definition")),
                    item("Path", prop("Path")),
                    item("DLL", prop("DLL")),
                    item("HelpFile", prop("HelpFile")),
                    item("ParameterSets", prop("ParameterSets")),
                    item("ImplementingType", prop("ImplementingType")),
                    item("Verb", prop("Verb")),
                    item("Noun", prop("Noun")),
                ],
            )],
        ),
        View::list(
            "System.Management.Automation.CommandInfo",
            &["System.Management.Automation.FilterInfo", "System.Management.Automation.FunctionInfo"],
            None,
            vec![entry(
                &[],
                vec![
                    item("Name", prop("Name")),
                    item("CommandType", prop("CommandType")),
                    item("Definition", prop("Definition")),
                ],
            )],
        ),
        View::list(
            "System.Management.Automation.PSDriveInfo",
            &["System.Management.Automation.PSDriveInfo"],
            None,
            vec![entry(
                &[],
                vec![
                    item("Name", prop("Name")),
                    item("Description", prop("Description")),
                    item("Provider", prop("Provider")),
                    item("Root", prop("Root")),
                    item("CurrentLocation", prop("CurrentLocation")),
                ],
            )],
        ),
        View::table(
            "System.Management.Automation.Subsystem.SubsystemInfo",
            &["System.Management.Automation.Subsystem.SubsystemInfo"],
            None,
            false,
            false,
            vec![
                column("Kind", 17, Left, prop("Kind")),
                column("SubsystemType", 18, Left, script("$_.SubsystemType.Name")),
                column("IsRegistered", 12, Right, prop("IsRegistered")),
                column("Implementations", 0, Left, prop("Implementations")),
            ],
        ),
        View::list(
            "System.Management.Automation.Subsystem.SubsystemInfo+ImplementationInfo",
            &["System.Management.Automation.Subsystem.SubsystemInfo+ImplementationInfo"],
            None,
            vec![entry(
                &[],
                vec![
                    item("Id", prop("Id")),
                    item("Kind", prop("Kind")),
                    item("Name", prop("Name")),
                    item("Description", prop("Description")),
                    item("ImplementationType", prop("ImplementationType")),
                ],
            )],
        ),
        View::list(
            "ShellVariable",
            &["System.Management.Automation.ShellVariable"],
            None,
            vec![entry(&[], vec![item("Name", prop("Name")), item("Value", prop("Value"))])],
        ),
        View::alone("ScriptBlock", &["System.Management.Automation.ScriptBlock"], vec![value(script("$_"))]),
        View::custom(
            "GetErrorInstance",
            &["System.Management.Automation.ErrorRecord#PSExtendedError", "System.Exception#PSExtendedError"],
            grouped(prop("PSErrorIndex"), "ErrorIndex", Vec::new()),
            vec![value(super::Source::Native(error_view::details))],
        ),
        View::alone(
            "ErrorInstance",
            &["System.Management.Automation.ErrorRecord"],
            vec![value(super::Source::Native(error_view::message))],
        ),
        View::alone(
            "WarningRecord",
            &[
                "System.Management.Automation.WarningRecord",
                "System.Management.Automation.VerboseRecord",
                "System.Management.Automation.DebugRecord",
            ],
            vec![value(prop("Message"))],
        ),
        View::alone(
            "DeserializedWarningRecord",
            &["Deserialized.System.Management.Automation.WarningRecord"],
            vec![value(prop("InformationalRecord_Message"))],
        ),
        View::alone(
            "InformationRecord",
            &["System.Management.Automation.InformationRecord"],
            vec![value(script("$_.ToString()"))],
        ),
        View::custom(
            "CommandParameterSetInfo",
            &["System.Management.Automation.CommandParameterSetInfo"],
            None,
            vec![
                text("Parameter Set Name: "),
                value(prop("Name")),
                Token::NewLine,
                text("Is default parameter set: "),
                value(prop("IsDefault")),
                Token::NewLine,
                each(prop("Parameters"), parameter()),
                Token::NewLine,
            ],
        ),
        View::table(
            "Runspace",
            &["System.Management.Automation.Runspaces.Runspace"],
            None,
            false,
            false,
            vec![
                column("Id", 3, Right, prop("Id")),
                column("Name", 15, Left, prop("Name")),
                column(
                    "ComputerName",
                    15,
                    Left,
                    script(
                        r#"if ($null -ne $_.ConnectionInfo)
{
  $_.ConnectionInfo.ComputerName
}
else
{
  "localhost"
}"#,
                    ),
                ),
                column(
                    "Type",
                    13,
                    Left,
                    script(
                        r#"if ($null -ne $_.ConnectionInfo)
{
  "Remote"
}
else
{
  "Local"
}"#,
                    ),
                ),
                column("State", 13, Left, script("$_.RunspaceStateInfo.State")),
                column(
                    "Availability",
                    15,
                    Left,
                    script(
                        r#"if (($null -ne $_.Debugger) -and ($_.Debugger.InBreakpoint))
{
    "InBreakpoint"
}
else
{
    $_.RunspaceAvailability
}"#,
                    ),
                ),
            ],
        ),
        View::table(
            "PSSession",
            &["System.Management.Automation.Runspaces.PSSession"],
            None,
            false,
            false,
            vec![
                column("Id", 3, Right, prop("Id")),
                column("Name", 15, Left, prop("Name")),
                column("Transport", 9, Left, prop("Transport")),
                column("ComputerName", 15, Left, prop("ComputerName")),
                column("ComputerType", 15, Left, prop("ComputerType")),
                column("State", 13, Left, prop("State")),
                column("ConfigurationName", 20, Left, prop("ConfigurationName")),
                column("Availability", 13, Right, prop("Availability")),
            ],
        ),
        View::table(
            "Job",
            &["System.Management.Automation.Job"],
            None,
            false,
            false,
            vec![
                column("Id", 6, Left, prop("Id")),
                column("Name", 15, Left, prop("Name")),
                column("PSJobTypeName", 15, Left, prop("PSJobTypeName")),
                column("State", 13, Left, prop("State")),
                column("HasMoreData", 15, Left, prop("HasMoreData")),
                column("Location", 20, Left, prop("Location")),
                column("Command", 25, Left, prop("Command")),
            ],
        ),
        View::table(
            "CallStackFrame",
            &["System.Management.Automation.CallStackFrame"],
            None,
            false,
            false,
            vec![
                column("Command", 0, Undefined, prop("Command")),
                column("Arguments", 0, Undefined, prop("Arguments")),
                column("Location", 0, Undefined, prop("Location")),
            ],
        ),
        View::table(
            "Breakpoint",
            &[
                "System.Management.Automation.CommandBreakpoint",
                "System.Management.Automation.LineBreakpoint",
                "System.Management.Automation.VariableBreakpoint",
            ],
            None,
            false,
            false,
            vec![
                column("ID", 4, Right, prop("ID")),
                column(
                    "Script",
                    0,
                    Undefined,
                    script("if ($_.Script) { [System.IO.Path]::GetFileName($_.Script) }"),
                ),
                column("Line", 4, Right, prop("Line")),
                column("Command", 0, Undefined, prop("Command")),
                column("Variable", 0, Undefined, prop("Variable")),
                column("Action", 0, Undefined, prop("Action")),
            ],
        ),
        View::list(
            "Breakpoint",
            &[
                "System.Management.Automation.CommandBreakpoint",
                "System.Management.Automation.LineBreakpoint",
                "System.Management.Automation.VariableBreakpoint",
            ],
            None,
            vec![
                entry(
                    &["System.Management.Automation.LineBreakpoint"],
                    vec![
                        item("ID", prop("ID")),
                        item("Script", prop("Script")),
                        item("Line", prop("Line")),
                        item("Column", prop("Column")),
                        item("Enabled", prop("Enabled")),
                        item("HitCount", prop("HitCount")),
                        item("Action", prop("Action")),
                    ],
                ),
                entry(
                    &["System.Management.Automation.VariableBreakpoint"],
                    vec![
                        item("ID", prop("ID")),
                        item("Variable", prop("Variable")),
                        item("AccessMode", prop("AccessMode")),
                        item("Enabled", prop("Enabled")),
                        item("HitCount", prop("HitCount")),
                        item("Action", prop("Action")),
                    ],
                ),
                entry(
                    &["System.Management.Automation.CommandBreakpoint"],
                    vec![
                        item("ID", prop("ID")),
                        item("Command", prop("Command")),
                        item("Enabled", prop("Enabled")),
                        item("HitCount", prop("HitCount")),
                        item("Action", prop("Action")),
                    ],
                ),
                entry(
                    &[],
                    vec![
                        item("ID", prop("ID")),
                        item("Script", prop("Script")),
                        item("Enabled", prop("Enabled")),
                        item("HitCount", prop("HitCount")),
                        item("Action", prop("Action")),
                    ],
                ),
            ],
        ),
        View::table(
            "Module",
            &["ModuleInfoGrouping"],
            grouped(script(MODULE_FOLDER), "", module_heading()),
            false,
            false,
            vec![
                column("ModuleType", 10, Left, prop("ModuleType")),
                column("Version", 10, Left, prop("Version")),
                column(
                    "PreRelease",
                    10,
                    Left,
                    script(
                        r#"if ($_.PrivateData -and
    $_.PrivateData.ContainsKey('PSData') -and
    $_.PrivateData.PSData.ContainsKey('PreRelease'))
{
        $_.PrivateData.PSData.PreRelease
}"#,
                    ),
                ),
                column("Name", 35, Left, prop("Name")),
                column(
                    "PSEdition",
                    9,
                    Left,
                    script(
                        r#"$result = [System.Collections.ArrayList]::new()
$editions = $_.CompatiblePSEditions
if (-not $editions)
{
    $editions = @('Desktop')
}

foreach ($edition in $editions)
{
    $result += $edition.Substring(0,4)
}

($result | Sort-Object) -join ','"#,
                    ),
                ),
                column("ExportedCommands", 0, Left, script("$_.ExportedCommands.Keys")),
            ],
        ),
        View::table(
            "Module",
            &["System.Management.Automation.PSModuleInfo"],
            None,
            false,
            false,
            vec![
                column("ModuleType", 10, Left, prop("ModuleType")),
                column("Version", 10, Left, prop("Version")),
                column(
                    "PreRelease",
                    10,
                    Left,
                    script(
                        r#"if ($_.PrivateData -and
    $_.PrivateData.ContainsKey('PSData') -and
    $_.PrivateData.PSData.ContainsKey('PreRelease'))
{
        $_.PrivateData.PSData.PreRelease
}"#,
                    ),
                ),
                column("Name", 35, Left, prop("Name")),
                column("ExportedCommands", 0, Left, script("$_.ExportedCommands.Keys")),
            ],
        ),
        View::wide(
            "Module",
            &["System.Management.Automation.PSModuleInfo"],
            None,
            vec![wide(&[], prop("Name"), "")],
        ),
        View::list(
            "Module",
            &["System.Management.Automation.PSModuleInfo"],
            None,
            vec![entry(
                &[],
                vec![
                    item("Name", prop("Name")),
                    item("Path", prop("Path")),
                    item("Description", prop("Description")),
                    item("ModuleType", prop("ModuleType")),
                    item("Version", prop("Version")),
                    item(
                        "PreRelease",
                        script(
                            r#"if ($_.PrivateData -and
    $_.PrivateData.ContainsKey('PSData') -and
    $_.PrivateData.PSData.ContainsKey('PreRelease'))
{
        $_.PrivateData.PSData.PreRelease
}"#,
                        ),
                    ),
                    item("NestedModules", prop("NestedModules")),
                    item("ExportedFunctions", script("$_.ExportedFunctions.Keys")),
                    item("ExportedCmdlets", script("$_.ExportedCmdlets.Keys")),
                    item("ExportedVariables", script("$_.ExportedVariables.Keys")),
                    item("ExportedAliases", script("$_.ExportedAliases.Keys")),
                ],
            )],
        ),
        View::table(
            "ExperimentalFeature",
            &["System.Management.Automation.ExperimentalFeature"],
            None,
            false,
            false,
            vec![
                column("Name", 35, Left, prop("Name")),
                column("Enabled", 7, Right, prop("Enabled")),
                column("Source", 35, Left, prop("Source")),
                column("Description", 0, Left, prop("Description")),
            ],
        ),
        View::list(
            "ExperimentalFeature",
            &["System.Management.Automation.ExperimentalFeature"],
            None,
            vec![entry(
                &[],
                vec![
                    item("Name", prop("Name")),
                    item("Enabled", prop("Enabled")),
                    item("Source", prop("Source")),
                    item("Description", prop("Description")),
                ],
            )],
        ),
    ]
}
