//! The views of the engine's own types.

use super::Alignment::{Left, Right, Undefined};
use super::{
    Token, View, aligned, column, each, entry, frame, grouped, item, lines, own, own_item, prop, script,
    text, value, wide,
};
use crate::error_view;

const MODULE_FOLDER: &str = "Split-Path -Parent $_.Path | ForEach-Object { if([Version]::TryParse((Split-Path $_ -Leaf), [ref]$null)) { Split-Path -Parent $_} else {$_} } | Split-Path -Parent";

fn module_heading() -> Vec<Token> {
    vec![frame(4, vec![text("Directory: "), value(script(MODULE_FOLDER))])]
}

/// A line "NAME = VALUE" for each of these properties.
fn assigned(names: &[&'static str]) -> impl Iterator<Item = Token> {
    names
        .iter()
        .flat_map(|&name| [Token::Text(format!("{name} = ").into()), value(prop(name)), Token::NewLine])
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
                    assigned(&[
                        "ParameterType",
                        "Position",
                        "IsMandatory",
                        "IsDynamic",
                        "HelpMessage",
                        "ValueFromPipeline",
                        "ValueFromPipelineByPropertyName",
                        "ValueFromRemainingArguments",
                        "Aliases",
                    ])
                    .chain([
                        text("Attributes ="),
                        Token::NewLine,
                        each(prop("Attributes"), vec![frame(2, vec![Token::NewLine])]),
                    ])
                    .collect(),
                ),
            ],
        ),
    ]
}

pub(super) fn views() -> Vec<View> {
    vec![
        View::plain_table(
            "System.RuntimeType",
            &["System.RuntimeType"],
            vec![
                own("IsPublic", 8),
                column("IsSerial", 8, Undefined, prop("IsSerializable")),
                own("Name", 40),
                own("BaseType", 0),
            ],
        ),
        View::plain_table(
            "Variable",
            &["System.Management.Automation.PSVariable"],
            vec![own("Name", 30), own("Value", 0)],
        ),
        View::plain_table("PathInfo", &["System.Management.Automation.PathInfo"], vec![own("Path", 0)]),
        View::plain_table(
            "CommandInfo",
            &["System.Management.Automation.CommandInfo"],
            vec![own("CommandType", 15), own("Name", 0)],
        ),
        View::plain_table(
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
            vec![
                own("CommandType", 15),
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
                own("Version", 10),
                own("Source", 0),
            ],
        ),
        View::plain_table(
            "TypeData",
            &["System.Management.Automation.Runspaces.TypeData"],
            vec![own("TypeName", 0), own("Members", 0)],
        ),
        View::plain_table(
            "ApplicationInfo",
            &["System.Management.Automation.ApplicationInfo"],
            vec![own("CommandType", 15), own("Name", 0), own("Path", 0)],
        ),
        View::plain_list(
            "System.Management.Automation.ApplicationInfo",
            &["System.Management.Automation.ApplicationInfo"],
            lines(&["Name", "CommandType", "Definition", "Extension", "Path", "FileVersionInfo"]),
        ),
        View::plain_table(
            "ScriptInfo",
            &["System.Management.Automation.ScriptInfo"],
            vec![own("CommandType", 15), own("Name", 0), own("Definition", 0)],
        ),
        View::plain_list(
            "System.Management.Automation.ScriptInfo",
            &["System.Management.Automation.ScriptInfo"],
            lines(&["Name", "CommandType", "Definition", "Path"]),
        ),
        View::plain_table(
            "ExternalScriptInfo",
            &["System.Management.Automation.ExternalScriptInfo"],
            vec![own("CommandType", 15), own("Name", 0), own("Path", 0)],
        ),
        View::plain_table(
            "FunctionInfo",
            &["System.Management.Automation.FunctionInfo"],
            vec![own("CommandType", 15), own("Name", 0), own("Function", 0)],
        ),
        View::plain_table(
            "FilterInfo",
            &["System.Management.Automation.FilterInfo"],
            vec![own("CommandType", 15), own("Name", 0), own("Filter", 0)],
        ),
        View::plain_table(
            "AliasInfo",
            &["System.Management.Automation.AliasInfo"],
            vec![own("CommandType", 15), own("DisplayName", 0)],
        ),
        View::plain_list(
            "System.Management.Automation.AliasInfo",
            &["System.Management.Automation.AliasInfo"],
            lines(&["DisplayName", "CommandType", "Definition", "ReferencedCommand", "ResolvedCommand"]),
        ),
        View::plain_table(
            "drive",
            &[
                "Microsoft.PowerShell.Commands.ActiveDirectoryProvider+ADPSDriveInfo",
                "System.Management.Automation.PSDriveInfo",
            ],
            vec![
                own("Name", 10),
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
                aligned("CurrentLocation", 0, Right),
            ],
        ),
        View::plain_table(
            "provider",
            &["System.Management.Automation.ProviderInfo"],
            vec![own("Name", 20), own("Capabilities", 0), own("Drives", 0)],
        ),
        View::plain_list(
            "provider",
            &["System.Management.Automation.ProviderInfo"],
            lines(&["Name", "Drives", "Path", "Home", "Description", "Capabilities", "ImplementingType"]),
        ),
        View::plain_list(
            "System.Management.Automation.CmdletInfo",
            &["System.Management.Automation.CmdletInfo"],
            lines(&[
                "Name",
                "CommandType",
                "Definition",
                "Path",
                "DLL",
                "HelpFile",
                "ParameterSets",
                "ImplementingType",
                "Verb",
                "Noun",
            ]),
        ),
        View::plain_list(
            "System.Management.Automation.CommandInfo",
            &["System.Management.Automation.FilterInfo", "System.Management.Automation.FunctionInfo"],
            lines(&["Name", "CommandType", "Definition"]),
        ),
        View::plain_list(
            "System.Management.Automation.PSDriveInfo",
            &["System.Management.Automation.PSDriveInfo"],
            lines(&["Name", "Description", "Provider", "Root", "CurrentLocation"]),
        ),
        View::plain_table(
            "System.Management.Automation.Subsystem.SubsystemInfo",
            &["System.Management.Automation.Subsystem.SubsystemInfo"],
            vec![
                aligned("Kind", 17, Left),
                column("SubsystemType", 18, Left, script("$_.SubsystemType.Name")),
                aligned("IsRegistered", 12, Right),
                aligned("Implementations", 0, Left),
            ],
        ),
        View::plain_list(
            "System.Management.Automation.Subsystem.SubsystemInfo+ImplementationInfo",
            &["System.Management.Automation.Subsystem.SubsystemInfo+ImplementationInfo"],
            lines(&["Id", "Kind", "Name", "Description", "ImplementationType"]),
        ),
        View::plain_list(
            "ShellVariable",
            &["System.Management.Automation.ShellVariable"],
            lines(&["Name", "Value"]),
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
        View::plain_table(
            "Runspace",
            &["System.Management.Automation.Runspaces.Runspace"],
            vec![
                aligned("Id", 3, Right),
                aligned("Name", 15, Left),
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
        View::plain_table(
            "PSSession",
            &["System.Management.Automation.Runspaces.PSSession"],
            vec![
                aligned("Id", 3, Right),
                aligned("Name", 15, Left),
                aligned("Transport", 9, Left),
                aligned("ComputerName", 15, Left),
                aligned("ComputerType", 15, Left),
                aligned("State", 13, Left),
                aligned("ConfigurationName", 20, Left),
                aligned("Availability", 13, Right),
            ],
        ),
        View::plain_table(
            "Job",
            &["System.Management.Automation.Job"],
            vec![
                aligned("Id", 6, Left),
                aligned("Name", 15, Left),
                aligned("PSJobTypeName", 15, Left),
                aligned("State", 13, Left),
                aligned("HasMoreData", 15, Left),
                aligned("Location", 20, Left),
                aligned("Command", 25, Left),
            ],
        ),
        View::plain_table(
            "CallStackFrame",
            &["System.Management.Automation.CallStackFrame"],
            vec![own("Command", 0), own("Arguments", 0), own("Location", 0)],
        ),
        View::plain_table(
            "Breakpoint",
            &[
                "System.Management.Automation.CommandBreakpoint",
                "System.Management.Automation.LineBreakpoint",
                "System.Management.Automation.VariableBreakpoint",
            ],
            vec![
                aligned("ID", 4, Right),
                column(
                    "Script",
                    0,
                    Undefined,
                    script("if ($_.Script) { [System.IO.Path]::GetFileName($_.Script) }"),
                ),
                aligned("Line", 4, Right),
                own("Command", 0),
                own("Variable", 0),
                own("Action", 0),
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
                    lines(&["ID", "Script", "Line", "Column", "Enabled", "HitCount", "Action"]),
                ),
                entry(
                    &["System.Management.Automation.VariableBreakpoint"],
                    lines(&["ID", "Variable", "AccessMode", "Enabled", "HitCount", "Action"]),
                ),
                entry(
                    &["System.Management.Automation.CommandBreakpoint"],
                    lines(&["ID", "Command", "Enabled", "HitCount", "Action"]),
                ),
                entry(&[], lines(&["ID", "Script", "Enabled", "HitCount", "Action"])),
            ],
        ),
        View::table(
            "Module",
            &["ModuleInfoGrouping"],
            grouped(script(MODULE_FOLDER), "", module_heading()),
            false,
            false,
            vec![
                aligned("ModuleType", 10, Left),
                aligned("Version", 10, Left),
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
                aligned("Name", 35, Left),
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
        View::plain_table(
            "Module",
            &["System.Management.Automation.PSModuleInfo"],
            vec![
                aligned("ModuleType", 10, Left),
                aligned("Version", 10, Left),
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
                aligned("Name", 35, Left),
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
                    own_item("Name"),
                    own_item("Path"),
                    own_item("Description"),
                    own_item("ModuleType"),
                    own_item("Version"),
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
                    own_item("NestedModules"),
                    item("ExportedFunctions", script("$_.ExportedFunctions.Keys")),
                    item("ExportedCmdlets", script("$_.ExportedCmdlets.Keys")),
                    item("ExportedVariables", script("$_.ExportedVariables.Keys")),
                    item("ExportedAliases", script("$_.ExportedAliases.Keys")),
                ],
            )],
        ),
        View::plain_table(
            "ExperimentalFeature",
            &["System.Management.Automation.ExperimentalFeature"],
            vec![
                aligned("Name", 35, Left),
                aligned("Enabled", 7, Right),
                aligned("Source", 35, Left),
                aligned("Description", 0, Left),
            ],
        ),
        View::plain_list(
            "ExperimentalFeature",
            &["System.Management.Automation.ExperimentalFeature"],
            lines(&["Name", "Enabled", "Source", "Description"]),
        ),
    ]
}
