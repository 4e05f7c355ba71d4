//! The built-in type data: PowerShell's types.ps1xml, as far as Linux shows it.

use super::entry::{CodeMethod, CodeProperty, Entry, Serialization, Standard, TypeMember};
use super::{files, xml};
use crate::code::Block;
use crate::command::ScriptBlock;
use pwsh_syntax::Source;
use pwsh_value::{Member, PsString, Value};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, OnceLock};

/// An entry as it is written here.
struct Declared {
    name: &'static str,
    members: &'static [(&'static str, DeclaredMember)],
    display: &'static [&'static str],
    display_property: &'static str,
    keys: &'static [&'static str],
    serialization: Serialization,
    serialized: &'static [&'static str],
    depth: i32,
    string_source: &'static str,
    target: &'static str,
}

enum DeclaredMember {
    Alias(&'static str),
    Script(&'static str),
    Method(&'static str),
    Note(&'static str),
    Code(CodeProperty),
    CodeMethod(CodeMethod),
}

use DeclaredMember::{Alias, Code, CodeMethod as Function, Method, Note, Script};

const NOTHING: Declared = Declared {
    name: "",
    members: &[],
    display: &[],
    display_property: "",
    keys: &[],
    serialization: Serialization::AllPublicProperties,
    serialized: &[],
    depth: 0,
    string_source: "",
    target: "",
};

static INDEX: LazyLock<HashMap<String, (&'static Declared, OnceLock<Arc<Entry>>)>> = LazyLock::new(|| {
    let mut index: HashMap<String, _> =
        DECLARED.iter().map(|d| (d.name.to_ascii_lowercase(), (d, OnceLock::new()))).collect();
    for name in REHYDRATED {
        index.insert(format!("deserialized.{}", name.to_ascii_lowercase()), (&REHYDRATES, OnceLock::new()));
    }
    index
});

/// The entry filed under a lower-case type name.
pub(super) fn entry(key: &str) -> Option<Arc<Entry>> {
    let (declared, cell) = INDEX.get(key)?;
    Some(cell.get_or_init(|| Arc::new(declared.entry(key))).clone())
}

/// The lower-case names of all entries.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    INDEX.keys().map(String::as_str)
}

impl Declared {
    fn entry(&self, key: &str) -> Entry {
        let name = if self.name.is_empty() { rehydrated_name(key) } else { self.name.into() };
        let texts = |list: &[&str]| list.iter().map(|text| PsString::from(*text)).collect();
        let text = |text: &str| (!text.is_empty()).then(|| text.into());
        Entry {
            name,
            members: self.members.iter().map(|(name, member)| ((*name).into(), member.member())).collect(),
            standard: Standard {
                display: texts(self.display),
                display_property: text(self.display_property),
                keys: texts(self.keys),
                serialization: (self.serialization != Serialization::AllPublicProperties)
                    .then_some(self.serialization),
                serialized: texts(self.serialized),
                inherit_serialized: None,
                depth: (self.depth != 0).then_some(self.depth),
                string_source: text(self.string_source),
                target: text(self.target),
            },
        }
    }
}

fn rehydrated_name(key: &str) -> PsString {
    let bare = key.strip_prefix("deserialized.").unwrap_or(key);
    let name = REHYDRATED.iter().find(|name| name.eq_ignore_ascii_case(bare)).map_or(bare, |name| *name);
    format!("Deserialized.{name}").into()
}

impl DeclaredMember {
    fn member(&self) -> TypeMember {
        TypeMember::Extended(match *self {
            Alias(target) => Member::Alias { target: target.into(), convert: None },
            Script(text) => Member::ScriptProperty { get: script(text), set: Value::Null },
            Method(text) => Member::ScriptMethod(script(text)),
            Note(text) => Member::Note(Value::str(text)),
            Code(code) => return TypeMember::Code(code),
            Function(code) => return TypeMember::CodeMethod(code),
        })
    }
}

fn script(text: &str) -> Value {
    let parsed = pwsh_syntax::parse_input(&Source::new(text, None));
    Value::Object(ScriptBlock::object(Block::new(parsed.script_block, false)))
}

/// Types that are made again from what was received of them.
static REHYDRATES: Declared =
    Declared { target: "Microsoft.PowerShell.DeserializingTypeConverter", ..NOTHING };

static REHYDRATED: &[&str] = &[
    "Microsoft.PowerShell.Commands.ModuleSpecification",
    "System.Globalization.CultureInfo",
    "System.Management.Automation.Breakpoint",
    "System.Management.Automation.BreakpointUpdatedEventArgs",
    "System.Management.Automation.CommandCompletion",
    "System.Management.Automation.CompletionResult",
    "System.Management.Automation.CustomControlEntry",
    "System.Management.Automation.CustomItemBase",
    "System.Management.Automation.DebuggerCommand",
    "System.Management.Automation.DebuggerCommandResults",
    "System.Management.Automation.DebuggerStopEventArgs",
    "System.Management.Automation.DisplayEntry",
    "System.Management.Automation.EntrySelectedBy",
    "System.Management.Automation.ExtendedTypeDefinition",
    "System.Management.Automation.FormatViewDefinition",
    "System.Management.Automation.JobStateEventArgs",
    "System.Management.Automation.JobStateInfo",
    "System.Management.Automation.ListControlEntry",
    "System.Management.Automation.ListControlEntryItem",
    "System.Management.Automation.PSControl",
    "System.Management.Automation.PSControlGroupBy",
    "System.Management.Automation.PSCredential",
    "System.Management.Automation.PSListModifier",
    "System.Management.Automation.PSPrimitiveDictionary",
    "System.Management.Automation.ParameterSetMetadata",
    "System.Management.Automation.Remoting.PSSessionOption",
    "System.Management.Automation.SwitchParameter",
    "System.Management.Automation.TableControlColumn",
    "System.Management.Automation.TableControlColumnHeader",
    "System.Management.Automation.TableControlRow",
    "System.Management.Automation.WideControlEntryItem",
    "System.Net.IPAddress",
    "System.Net.Mail.MailAddress",
    "System.Security.AccessControl.FileSystemSecurity",
    "System.Security.AccessControl.RegistrySecurity",
    "System.Security.Cryptography.X509Certificates.X500DistinguishedName",
    "System.Security.Cryptography.X509Certificates.X509Certificate2",
];

static DECLARED: &[Declared] = &[
    Declared {
        name: "Deserialized.Microsoft.PowerShell.Commands.Internal.Format.FormatInfoData",
        depth: 1,
        ..NOTHING
    },
    Declared {
        name: "Deserialized.System.Diagnostics.Process",
        display: &["Id", "Handles", "CPU", "Name"],
        ..NOTHING
    },
    Declared {
        name: "Deserialized.System.Enum",
        members: &[("Value", Script("$this.ToString()"))],
        ..NOTHING
    },
    Declared { name: "HelpInfo", depth: 1, ..NOTHING },
    Declared { name: "Microsoft.PowerShell.Commands.HistoryInfo", keys: &["Id"], ..NOTHING },
    Declared { name: "Microsoft.PowerShell.Commands.Internal.Format.FormatInfoData", depth: 1, ..NOTHING },
    Declared { name: "Microsoft.PowerShell.Commands.ModuleSpecification", depth: 1, ..NOTHING },
    Declared { name: "System.Collections.DictionaryEntry", members: &[("Name", Alias("Key"))], ..NOTHING },
    Declared {
        name: "System.DateTime",
        members: &[(
            "DateTime",
            Script(
                r#"if ((& { Set-StrictMode -Version 1; $this.DisplayHint }) -ieq  "Date")
          {
          "{0}" -f $this.ToLongDateString()
          }
          elseif ((& { Set-StrictMode -Version 1; $this.DisplayHint }) -ieq "Time")
          {
          "{0}" -f  $this.ToLongTimeString()
          }
          else
          {
          "{0} {1}" -f $this.ToLongDateString(), $this.ToLongTimeString()
          }"#,
            ),
        )],
        ..NOTHING
    },
    Declared {
        name: "System.Diagnostics.FileVersionInfo",
        members: &[
            (
                "FileVersionRaw",
                Script(
                    r#"New-Object System.Version -ArgumentList @(
            $this.FileMajorPart
            $this.FileMinorPart
            $this.FileBuildPart
            $this.FilePrivatePart)"#,
                ),
            ),
            (
                "ProductVersionRaw",
                Script(
                    r#"New-Object System.Version -ArgumentList @(
            $this.ProductMajorPart
            $this.ProductMinorPart
            $this.ProductBuildPart
            $this.ProductPrivatePart)"#,
                ),
            ),
        ],
        ..NOTHING
    },
    Declared {
        name: "System.Diagnostics.Process",
        members: &[
            ("Name", Alias("ProcessName")),
            ("SI", Alias("SessionId")),
            ("Handles", Alias("Handlecount")),
            ("VM", Alias("VirtualMemorySize64")),
            ("WS", Alias("WorkingSet64")),
            ("PM", Alias("PagedMemorySize64")),
            ("NPM", Alias("NonpagedSystemMemorySize64")),
            ("Path", Script("$this.Mainmodule.FileName")),
            (
                "CommandLine",
                Script(
                    r#"
                        if ($IsWindows) {
                            (Get-CimInstance Win32_Process -Filter "ProcessId = $($this.Id)").CommandLine
                        } elseif ($IsLinux) {
                            $rawCmd = Get-Content -LiteralPath "/proc/$($this.Id)/cmdline"
                            $rawCmd.Substring(0, $rawCmd.Length - 1) -replace "`0", " "
                        }
                    "#,
                ),
            ),
            ("Company", Script("$this.Mainmodule.FileVersionInfo.CompanyName")),
            ("CPU", Script("$this.TotalProcessorTime.TotalSeconds")),
            ("FileVersion", Script("$this.Mainmodule.FileVersionInfo.FileVersion")),
            ("ProductVersion", Script("$this.Mainmodule.FileVersionInfo.ProductVersion")),
            ("Description", Script("$this.Mainmodule.FileVersionInfo.FileDescription")),
            ("Product", Script("$this.Mainmodule.FileVersionInfo.ProductName")),
            ("__NounName", Note("Process")),
        ],
        display: &["Id", "Handles", "CPU", "SI", "Name"],
        ..NOTHING
    },
    Declared {
        name: "System.Diagnostics.ProcessModule",
        members: &[
            ("Size", Script("$this.ModuleMemorySize / 1024")),
            ("Company", Script("$this.FileVersionInfo.CompanyName")),
            ("FileVersion", Script("$this.FileVersionInfo.FileVersion")),
            ("ProductVersion", Script("$this.FileVersionInfo.ProductVersion")),
            ("Description", Script("$this.FileVersionInfo.FileDescription")),
            ("Product", Script("$this.FileVersionInfo.ProductName")),
        ],
        ..NOTHING
    },
    Declared { name: "System.Exception", depth: 1, ..NOTHING },
    Declared {
        name: "System.Globalization.CultureInfo",
        serialization: Serialization::SpecificProperties,
        serialized: &[
            "LCID",
            "Name",
            "DisplayName",
            "IetfLanguageTag",
            "ThreeLetterISOLanguageName",
            "ThreeLetterWindowsLanguageName",
            "TwoLetterISOLanguageName",
        ],
        depth: 1,
        ..NOTHING
    },
    Declared { name: "System.Guid", members: &[("Guid", Script("$this.ToString()"))], ..NOTHING },
    Declared {
        name: "System.IO.DirectoryInfo",
        members: &[
            ("Mode", Code(files::MODE)),
            ("ModeWithoutHardLink", Code(files::MODE_WITHOUT_HARD_LINK)),
            ("BaseName", Script("$this.Name")),
            ("ResolvedTarget", Code(files::RESOLVED_TARGET)),
            ("Target", Alias("LinkTarget")),
            ("LinkType", Code(files::LINK_TYPE)),
            ("NameString", Code(files::NAME_STRING)),
            ("LengthString", Code(files::LENGTH_STRING)),
            ("LastWriteTimeString", Code(files::LAST_WRITE_TIME_STRING)),
        ],
        display_property: "Name",
        ..NOTHING
    },
    Declared {
        name: "System.IO.FileInfo",
        members: &[
            ("Mode", Code(files::MODE)),
            ("ModeWithoutHardLink", Code(files::MODE_WITHOUT_HARD_LINK)),
            ("VersionInfo", Script("[System.Diagnostics.FileVersionInfo]::GetVersionInfo($this.FullName)")),
            (
                "BaseName",
                Script(
                    "if ($this.Extension.Length -gt 0){$this.Name.Remove($this.Name.Length - $this.Extension.Length)}else{$this.Name}",
                ),
            ),
            ("ResolvedTarget", Code(files::RESOLVED_TARGET)),
            ("Target", Alias("LinkTarget")),
            ("LinkType", Code(files::LINK_TYPE)),
            ("NameString", Code(files::NAME_STRING)),
            ("LengthString", Code(files::LENGTH_STRING)),
            ("LastWriteTimeString", Code(files::LAST_WRITE_TIME_STRING)),
        ],
        display: &["LastWriteTime", "Length", "Name"],
        ..NOTHING
    },
    Declared {
        name: "System.IO.FileSystemInfo",
        members: &[
            ("UnixMode", Script("if ($this.UnixStat) { $this.UnixStat.GetModeString() }")),
            ("User", Script(" if ($this.UnixStat) { $this.UnixStat.GetUserName() } ")),
            ("Group", Script(" if ($this.UnixStat) { $this.UnixStat.GetGroupName() } ")),
            ("Size", Script("$this.UnixStat.Size")),
        ],
        ..NOTHING
    },
    Declared {
        name: "System.Management.Automation.AliasInfo",
        members: &[
            ("ResolvedCommandName", Script("$this.ResolvedCommand.Name")),
            (
                "DisplayName",
                Script(
                    r#"if ($null -ne $this.ResolvedCommand)
          {
          $this.Name + " -> " + $this.ResolvedCommand.Name
          }
          else
          {
          $this.Name + " -> " + $this.Definition
          }
          "#,
                ),
            ),
        ],
        ..NOTHING
    },
    Declared {
        name: "System.Management.Automation.ApplicationInfo",
        members: &[(
            "FileVersionInfo",
            Script("[System.Diagnostics.FileVersionInfo]::getversioninfo( $this.Path )"),
        )],
        ..NOTHING
    },
    Declared { name: "System.Management.Automation.Breakpoint", depth: 1, ..NOTHING },
    Declared { name: "System.Management.Automation.BreakpointUpdatedEventArgs", depth: 2, ..NOTHING },
    Declared {
        name: "System.Management.Automation.CallStackFrame",
        members: &[
            (
                "Command",
                Script(
                    r#"if ($null -eq $this.InvocationInfo) { return $this.FunctionName }

          $commandInfo = $this.InvocationInfo.MyCommand
          if ($null -eq $commandInfo) { return $this.InvocationInfo.InvocationName }

          if ($commandInfo.Name -ne "") { return $commandInfo.Name }

          return $this.FunctionName"#,
                ),
            ),
            ("Location", Script("$this.GetScriptLocation()")),
            (
                "Arguments",
                Script(
                    r#"$argumentsBuilder = new-object System.Text.StringBuilder

          $null = $(
          $argumentsBuilder.Append("{")
          foreach ($entry in $this.InvocationInfo.BoundParameters.GetEnumerator())
          {
          if ($argumentsBuilder.Length -gt 1)
          {
          $argumentsBuilder.Append(", ");
          }

          $argumentsBuilder.Append($entry.Key).Append("=")

          if ($entry.Value)
          {
          $argumentsBuilder.Append([string]$entry.Value)
          }
          }

          foreach ($arg in $this.InvocationInfo.UnboundArguments.GetEnumerator())
          {
          if ($argumentsBuilder.Length -gt 1)
          {
          $argumentsBuilder.Append(", ")
          }

          if ($arg)
          {
          $argumentsBuilder.Append([string]$arg)
          }
          else
          {
          $argumentsBuilder.Append('$null')
          }
          }

          $argumentsBuilder.Append('}');
          )

          return $argumentsBuilder.ToString();"#,
                ),
            ),
        ],
        ..NOTHING
    },
    Declared {
        name: "System.Management.Automation.CmdletInfo",
        members: &[("DLL", Script("$this.ImplementingType.Assembly.Location"))],
        ..NOTHING
    },
    Declared { name: "System.Management.Automation.CommandCompletion", depth: 1, ..NOTHING },
    Declared {
        name: "System.Management.Automation.CommandInfo",
        members: &[
            ("Namespace", Alias("ModuleName")),
            (
                "HelpUri",
                Script(
                    r#"$oldProgressPreference = $ProgressPreference
          $ProgressPreference = 'SilentlyContinue'
          try
          {
          [Microsoft.PowerShell.Commands.GetHelpCodeMethods]::GetHelpUri($this)
          }
          catch {}
          finally
          {
          $ProgressPreference = $oldProgressPreference
          }"#,
                ),
            ),
        ],
        ..NOTHING
    },
    Declared { name: "System.Management.Automation.CompletionResult", depth: 1, ..NOTHING },
    Declared { name: "System.Management.Automation.CustomControlEntry", depth: 1, ..NOTHING },
    Declared { name: "System.Management.Automation.CustomItemBase", depth: 1, ..NOTHING },
    Declared { name: "System.Management.Automation.DebuggerCommand", depth: 1, ..NOTHING },
    Declared { name: "System.Management.Automation.DebuggerCommandResults", depth: 1, ..NOTHING },
    Declared {
        name: "System.Management.Automation.DebuggerStopEventArgs",
        serialization: Serialization::SpecificProperties,
        serialized: &["Breakpoints", "ResumeAction", "SerializedInvocationInfo"],
        depth: 2,
        ..NOTHING
    },
    Declared { name: "System.Management.Automation.DisplayEntry", depth: 1, ..NOTHING },
    Declared { name: "System.Management.Automation.EntrySelectedBy", depth: 1, ..NOTHING },
    Declared {
        name: "System.Management.Automation.ErrorRecord",
        members: &[(
            "PSMessageDetails",
            Script("& { Set-StrictMode -Version 1; $this.Exception.InnerException.PSMessageDetails }"),
        )],
        ..NOTHING
    },
    Declared {
        name: "System.Management.Automation.ExtendedTypeDefinition",
        display: &["TypeNames", "FormatViewDefinition"],
        serialization: Serialization::SpecificProperties,
        serialized: &["TypeName", "TypeNames", "FormatViewDefinition"],
        depth: 1,
        ..NOTHING
    },
    Declared { name: "System.Management.Automation.FormatViewDefinition", depth: 1, ..NOTHING },
    Declared {
        name: "System.Management.Automation.Job",
        members: &[("State", Script("$this.JobStateInfo.State.ToString()"))],
        serialization: Serialization::SpecificProperties,
        serialized: &[
            "HasMoreData",
            "StatusMessage",
            "Location",
            "Command",
            "JobStateInfo",
            "InstanceId",
            "Id",
            "Name",
            "State",
            "ChildJobs",
            "PSJobTypeName",
            "PSBeginTime",
            "PSEndTime",
        ],
        depth: 2,
        ..NOTHING
    },
    Declared { name: "System.Management.Automation.JobStateEventArgs", depth: 2, ..NOTHING },
    Declared { name: "System.Management.Automation.JobStateInfo", depth: 1, ..NOTHING },
    Declared {
        name: "System.Management.Automation.ListControlEntry",
        display: &["Items", "EntrySelectedBy"],
        serialization: Serialization::SpecificProperties,
        serialized: &["Items", "SelectedBy", "EntrySelectedBy"],
        depth: 1,
        ..NOTHING
    },
    Declared { name: "System.Management.Automation.ListControlEntryItem", depth: 1, ..NOTHING },
    Declared { name: "System.Management.Automation.PSControl", depth: 1, ..NOTHING },
    Declared { name: "System.Management.Automation.PSControlGroupBy", depth: 2, ..NOTHING },
    Declared { name: "System.Management.Automation.PSCredential", depth: 1, ..NOTHING },
    Declared {
        name: "System.Management.Automation.PSDriveInfo",
        members: &[
            (
                "Used",
                Script(
                    r#"## Ensure that this is a FileSystem drive
          if($this.Provider.ImplementingType -eq
          [Microsoft.PowerShell.Commands.FileSystemProvider])
          {
          $driveInfo = [System.IO.DriveInfo]::New($this.Root)
          if ( $driveInfo.IsReady ) { $driveInfo.TotalSize - $driveInfo.AvailableFreeSpace }
          }"#,
                ),
            ),
            (
                "Free",
                Script(
                    r#"## Ensure that this is a FileSystem drive
          if($this.Provider.ImplementingType -eq
          [Microsoft.PowerShell.Commands.FileSystemProvider])
          {
          [System.IO.DriveInfo]::New($this.Root).AvailableFreeSpace
          }"#,
                ),
            ),
        ],
        ..NOTHING
    },
    Declared { name: "System.Management.Automation.PSListModifier", depth: 2, ..NOTHING },
    Declared {
        name: "System.Management.Automation.PSModuleInfo",
        display: &[
            "Name",
            "Path",
            "Description",
            "Guid",
            "Version",
            "ModuleBase",
            "ModuleType",
            "PrivateData",
            "AccessMode",
            "ExportedAliases",
            "ExportedCmdlets",
            "ExportedFunctions",
            "ExportedVariables",
            "NestedModules",
        ],
        ..NOTHING
    },
    Declared { name: "System.Management.Automation.PSPrimitiveDictionary", depth: 1, ..NOTHING },
    Declared {
        name: "System.Management.Automation.PSTypeName",
        serialization: Serialization::String,
        string_source: "Name",
        ..NOTHING
    },
    Declared {
        name: "System.Management.Automation.ParameterMetadata",
        serialization: Serialization::SpecificProperties,
        serialized: &["Name", "ParameterType", "Aliases", "IsDynamic", "SwitchParameter"],
        ..NOTHING
    },
    Declared {
        name: "System.Management.Automation.ParameterSetMetadata",
        serialization: Serialization::SpecificProperties,
        serialized: &["Position", "Flags", "HelpMessage"],
        ..NOTHING
    },
    Declared {
        name: "System.Management.Automation.Remoting.PSSenderInfo",
        members: &[
            ("ConnectedUser", Script("$this.UserInfo.Identity.Name")),
            (
                "RunAsUser",
                Script(
                    r#"if($null -ne $this.UserInfo.WindowsIdentity)
            {
                $this.UserInfo.WindowsIdentity.Name
            }"#,
                ),
            ),
        ],
        ..NOTHING
    },
    Declared { name: "System.Management.Automation.Remoting.PSSessionOption", depth: 1, ..NOTHING },
    Declared {
        name: "System.Management.Automation.Runspaces.PSSession",
        members: &[
            ("State", Script("$this.Runspace.RunspaceStateInfo.State")),
            ("IdleTimeout", Script("$this.Runspace.ConnectionInfo.IdleTimeout")),
            ("OutputBufferingMode", Script("$this.Runspace.ConnectionInfo.OutputBufferingMode")),
            ("DisconnectedOn", Script("$this.Runspace.DisconnectedOn")),
            ("ExpiresOn", Script("$this.Runspace.ExpiresOn")),
        ],
        ..NOTHING
    },
    Declared { name: "System.Management.Automation.Signature", depth: 2, ..NOTHING },
    Declared { name: "System.Management.Automation.SwitchParameter", depth: 1, ..NOTHING },
    Declared { name: "System.Management.Automation.TableControlColumn", depth: 1, ..NOTHING },
    Declared { name: "System.Management.Automation.TableControlColumnHeader", depth: 1, ..NOTHING },
    Declared { name: "System.Management.Automation.TableControlRow", depth: 1, ..NOTHING },
    Declared { name: "System.Management.Automation.WideControlEntryItem", depth: 1, ..NOTHING },
    Declared {
        name: "System.Net.IPAddress",
        members: &[("IPAddressToString", Script("$this.Tostring()"))],
        display_property: "IPAddressToString",
        depth: 1,
        ..NOTHING
    },
    Declared { name: "System.Net.Mail.MailAddress", depth: 1, ..NOTHING },
    Declared { name: "System.Security.AccessControl.FileSystemSecurity", depth: 1, ..NOTHING },
    Declared { name: "System.Security.AccessControl.RegistrySecurity", depth: 1, ..NOTHING },
    Declared {
        name: "System.Security.Cryptography.X509Certificates.X500DistinguishedName",
        serialization: Serialization::SpecificProperties,
        serialized: &["RawData"],
        depth: 1,
        ..NOTHING
    },
    Declared {
        name: "System.Security.Cryptography.X509Certificates.X509Certificate2",
        members: &[
            (
                "EnhancedKeyUsageList",
                Script(
                    ",(new-object Microsoft.Powershell.Commands.EnhancedKeyUsageProperty -argumentlist $this).EnhancedKeyUsageList;",
                ),
            ),
            (
                "DnsNameList",
                Script(
                    ",(new-object Microsoft.Powershell.Commands.DnsNameProperty -argumentlist $this).DnsNameList;",
                ),
            ),
        ],
        serialization: Serialization::SpecificProperties,
        serialized: &["RawData"],
        depth: 1,
        ..NOTHING
    },
    Declared {
        name: "System.Version#IncludeLabel",
        members: &[(
            "ToString",
            Method(
                r#"
          $suffix = ""
          if (![String]::IsNullOrEmpty($this.PSSemVerPreReleaseLabel))
          {
              $suffix = "-"+$this.PSSemVerPreReleaseLabel
          }

          if (![String]::IsNullOrEmpty($this.PSSemVerBuildLabel))
          {
              $suffix += "+"+$this.PSSemVerBuildLabel
          }
          "$($this.Major).$($this.Minor).$($this.Build)"+$suffix
            "#,
            ),
        )],
        ..NOTHING
    },
    Declared { name: "System.Xml.XmlNode", members: &[("ToString", Function(xml::NODE_TEXT))], ..NOTHING },
    Declared {
        name: "System.Xml.XmlNodeList",
        members: &[("ToString", Function(xml::LIST_TEXT))],
        ..NOTHING
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_parses() {
        for declared in DECLARED {
            for (name, member) in declared.members {
                let (Script(text) | Method(text)) = member else { continue };
                let parsed = pwsh_syntax::parse_input(&Source::new(*text, None));
                assert!(parsed.errors.is_empty(), "{}.{name}: {:?}", declared.name, parsed.errors);
            }
        }
    }

    #[test]
    fn names_are_found_without_case() {
        assert_eq!(entry("system.io.fileinfo").unwrap().standard.display.len(), 3);
        let switch = entry("deserialized.system.management.automation.switchparameter").unwrap();
        assert!(switch.name.is("Deserialized.System.Management.Automation.SwitchParameter"));
        assert!(switch.standard.target.is_some());
    }
}
