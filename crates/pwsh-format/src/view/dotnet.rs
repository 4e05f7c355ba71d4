//! The views of .NET's types.

use super::Alignment::{Left, Right, Undefined};
use super::{Built, column, entry, item, prop, script, value, wide};

pub(super) static VIEWS: &[Built] = &[
    Built::table("System.Reflection.Assembly", &["System.Reflection.Assembly"], None, false, false, &[
            column("GAC", 6, Undefined, prop("GlobalAssemblyCache")),
            column("Version", 14, Undefined, prop("ImageRuntimeVersion")),
            column("Location", 0, Undefined, prop("Location")),
        ]),
    Built::list("System.Reflection.Assembly", &["System.Reflection.Assembly"], None, &[
            entry(&[], &[
                item("CodeBase", prop("CodeBase")),
                item("EntryPoint", prop("EntryPoint")),
                item("EscapedCodeBase", prop("EscapedCodeBase")),
                item("FullName", prop("FullName")),
                item("GlobalAssemblyCache", prop("GlobalAssemblyCache")),
                item("HostContext", prop("HostContext")),
                item("ImageFileMachine", prop("ImageFileMachine")),
                item("ImageRuntimeVersion", prop("ImageRuntimeVersion")),
                item("Location", prop("Location")),
                item("ManifestModule", prop("ManifestModule")),
                item("MetadataToken", prop("MetadataToken")),
                item("PortableExecutableKind", prop("PortableExecutableKind")),
                item("ReflectionOnly", prop("ReflectionOnly")),
            ]),
        ]),
    Built::table("System.Reflection.AssemblyName", &["System.Reflection.AssemblyName"], None, false, false, &[
            column("Version", 14, Undefined, prop("Version")),
            column("Name", 0, Undefined, prop("Name")),
        ]),
    Built::table("System.Globalization.CultureInfo", &["System.Globalization.CultureInfo"], None, false, false, &[
            column("LCID", 16, Undefined, prop("LCID")),
            column("Name", 16, Undefined, prop("Name")),
            column("DisplayName", 0, Undefined, prop("DisplayName")),
        ]),
    Built::table("System.Diagnostics.FileVersionInfo", &["System.Diagnostics.FileVersionInfo"], None, false, false, &[
            column("ProductVersion", 16, Undefined, prop("ProductVersion")),
            column("FileVersion", 16, Undefined, prop("FileVersion")),
            column("FileName", 0, Undefined, prop("FileName")),
        ]),
    Built::list("System.Diagnostics.FileVersionInfo", &["System.Diagnostics.FileVersionInfo"], None, &[
            entry(&[], &[
                item("OriginalFileName", prop("OriginalFileName")),
                item("FileDescription", prop("FileDescription")),
                item("ProductName", prop("ProductName")),
                item("Comments", prop("Comments")),
                item("CompanyName", prop("CompanyName")),
                item("FileName", prop("FileName")),
                item("FileVersion", prop("FileVersion")),
                item("ProductVersion", prop("ProductVersion")),
                item("IsDebug", prop("IsDebug")),
                item("IsPatched", prop("IsPatched")),
                item("IsPreRelease", prop("IsPreRelease")),
                item("IsPrivateBuild", prop("IsPrivateBuild")),
                item("IsSpecialBuild", prop("IsSpecialBuild")),
                item("Language", prop("Language")),
                item("LegalCopyright", prop("LegalCopyright")),
                item("LegalTrademarks", prop("LegalTrademarks")),
                item("PrivateBuild", prop("PrivateBuild")),
                item("SpecialBuild", prop("SpecialBuild")),
                item("FileVersionRaw", prop("FileVersionRaw")),
                item("ProductVersionRaw", prop("ProductVersionRaw")),
            ]),
        ]),
    Built::table("System.Version", &["System.Version"], None, false, false, &[
            column("Major", 6, Undefined, prop("Major")),
            column("Minor", 6, Undefined, prop("Minor")),
            column("Build", 6, Undefined, prop("Build")),
            column("Revision", 8, Undefined, prop("Revision")),
        ]),
    Built::table("System.Version", &["System.Version#IncludeLabel"], None, false, false, &[
            column("Major", 6, Undefined, prop("Major")),
            column("Minor", 6, Undefined, prop("Minor")),
            column("Build", 6, Undefined, prop("Build")),
            column("Revision", 8, Undefined, prop("Revision")),
            column("PSSemVerPreReleaseLabel", 26, Undefined, prop("PSSemVerPreReleaseLabel")),
            column("PSSemVerBuildLabel", 27, Undefined, prop("PSSemVerBuildLabel")),
        ]),
    Built::table("System.Management.Automation.SemanticVersion", &["System.Management.Automation.SemanticVersion"], None, false, false, &[
            column("Major", 6, Undefined, prop("Major")),
            column("Minor", 6, Undefined, prop("Minor")),
            column("Patch", 6, Undefined, prop("Patch")),
            column("PreReleaseLabel", 15, Undefined, prop("PreReleaseLabel")),
            column("BuildLabel", 11, Undefined, prop("BuildLabel")),
        ]),
    Built::table("Dictionary", &["System.Collections.DictionaryEntry"], None, false, false, &[
            column("Name", 30, Undefined, prop("Name")),
            column("Value", 0, Undefined, prop("Value")),
        ]),
    Built::list("System.Collections.DictionaryEntry", &["System.Collections.DictionaryEntry"], None, &[
            entry(&[], &[
                item("Name", prop("Name")),
                item("Value", prop("Value")),
            ]),
        ]),
    Built::table("ProcessModule", &["System.Diagnostics.ProcessModule"], None, false, false, &[
            column("Size(K)", 10, Right, script("$_.Size")),
            column("ModuleName", 50, Undefined, prop("ModuleName")),
            column("FileName", 0, Undefined, prop("FileName")),
        ]),
    Built::table("process", &["System.Diagnostics.Process"], None, false, false, &[
            column("NPM(K)", 7, Right, script("[long]($_.NPM / 1024)")),
            column("PM(M)", 8, Right, script(r#""{0:N2}" -f [float]($_.PM / 1MB)"#)),
            column("WS(M)", 10, Right, script(r#""{0:N2}" -f [float]($_.WS / 1MB)"#)),
            column("CPU(s)", 10, Right, script(r#""{0:N2}" -f [float]($_.CPU)"#)),
            column("Id", 7, Right, prop("Id")),
            column("SI", 3, Right, prop("SI")),
            column("ProcessName", 0, Undefined, prop("ProcessName")),
        ]),
    Built::table("Priority", &["System.Diagnostics.Process"], grouped(prop("PriorityClass"), "PriorityClass", &[]), false, false, &[
            column("ProcessName", 20, Undefined, prop("ProcessName")),
            column("Id", 10, Right, prop("Id")),
            column("WorkingSet64", 12, Right, prop("WorkingSet64")),
        ]),
    Built::table("StartTime", &["System.Diagnostics.Process"], grouped(script(MODULE_FOLDER), "", MODULE_HEADING), false, false, &[
            column("ProcessName", 20, Undefined, prop("ProcessName")),
            column("Id", 10, Right, prop("Id")),
            column("WorkingSet64", 12, Right, prop("WorkingSet64")),
        ]),
    Built::wide("process", &["System.Diagnostics.Process"], None, &[
            wide(&[], prop("ProcessName"), ""),
        ]),
    Built::table("ProcessWithUserName", &["System.Diagnostics.Process#IncludeUserName"], None, false, false, &[
            column("WS(M)", 10, Right, script(r#""{0:N2}" -f [float]($_.WS / 1MB)"#)),
            column("CPU(s)", 8, Right, script(r#""{0:N2}" -f [float]($_.CPU)"#)),
            column("Id", 7, Right, prop("Id")),
            column("UserName", 30, Undefined, prop("UserName")),
            column("ProcessName", 0, Undefined, prop("ProcessName")),
        ]),
    Built::list("System.TimeSpan", &["System.TimeSpan"], None, &[
            entry(&[], &[
                item("Days", prop("Days")),
                item("Hours", prop("Hours")),
                item("Minutes", prop("Minutes")),
                item("Seconds", prop("Seconds")),
                item("Milliseconds", prop("Milliseconds")),
                item("Ticks", prop("Ticks")),
                item("TotalDays", prop("TotalDays")),
                item("TotalHours", prop("TotalHours")),
                item("TotalMinutes", prop("TotalMinutes")),
                item("TotalSeconds", prop("TotalSeconds")),
                item("TotalMilliseconds", prop("TotalMilliseconds")),
            ]),
        ]),
    Built::table("System.TimeSpan", &["System.TimeSpan"], None, false, false, &[
            column("Days", 0, Undefined, prop("Days")),
            column("Hours", 0, Undefined, prop("Hours")),
            column("Minutes", 0, Undefined, prop("Minutes")),
            column("Seconds", 0, Undefined, prop("Seconds")),
            column("Milliseconds", 0, Undefined, prop("Milliseconds")),
        ]),
    Built::wide("System.TimeSpan", &["System.TimeSpan"], None, &[
            wide(&[], prop("TotalMilliseconds"), ""),
        ]),
    Built::list("System.AppDomain", &["System.AppDomain"], None, &[
            entry(&[], &[
                item("FriendlyName", prop("FriendlyName")),
                item("Id", prop("Id")),
                item("ApplicationDescription", prop("ApplicationDescription")),
                item("BaseDirectory", prop("BaseDirectory")),
                item("DynamicDirectory", prop("DynamicDirectory")),
                item("RelativeSearchPath", prop("RelativeSearchPath")),
                item("SetupInformation", prop("SetupInformation")),
                item("ShadowCopyFiles", prop("ShadowCopyFiles")),
            ]),
        ]),
    Built::custom("DateTime", &["System.DateTime"], None, &[value(prop("DateTime"))]),
    Built::table("System.Security.AccessControl.ObjectSecurity", &["System.Security.AccessControl.ObjectSecurity"], None, false, false, &[
            column("Path", 0, Undefined, prop("Path")),
            column("Owner", 0, Undefined, prop("Owner")),
            column("Access", 0, Undefined, prop("AccessToString")),
        ]),
    Built::list("System.Security.AccessControl.ObjectSecurity", &["System.Security.AccessControl.ObjectSecurity"], None, &[
            entry(&[], &[
                item("Path", prop("Path")),
                item("Owner", prop("Owner")),
                item("Group", prop("Group")),
                item("Access", prop("AccessToString")),
                item("Audit", prop("AuditToString")),
                item("Sddl", prop("Sddl")),
            ]),
        ]),
    Built::table("System.Guid", &["System.Guid"], None, false, false, &[
            column("Guid", 0, Undefined, prop("Guid")),
        ]),
    Built::table("System.Net.NetworkCredential", &["System.Net.NetworkCredential"], None, false, false, &[
            column("UserName", 50, Undefined, prop("UserName")),
            column("Domain", 50, Undefined, prop("Domain")),
        ]),
    Built::table("System.Management.Automation.PSMethod", &["System.Management.Automation.PSMethod"], None, true, false, &[
            column("OverloadDefinitions", 0, Undefined, script("$_.OverloadDefinitions | Out-String")),
        ]),
    Built::table("System.Threading.Tasks.Task", &["System.Threading.Tasks.Task"], None, false, false, &[
            column("Id", 0, Undefined, prop("Id")),
            column("IsCompleted", 0, Undefined, prop("IsCompleted")),
            column("Status", 0, Undefined, prop("Status")),
        ]),
    Built::list("System.Threading.Tasks.Task", &["System.Threading.Tasks.Task"], None, &[
            entry(&[], &[
                item("AsyncState", prop("AsyncState")),
                item("AsyncWaitHandle", prop("AsyncWaitHandle")),
                item("CompletedSynchronously", prop("CompletedSynchronously")),
                item("CreationOptions", prop("CreationOptions")),
                item("Exception", prop("Exception")),
                item("Id", prop("Id")),
                item("IsCanceled", prop("IsCanceled")),
                item("IsCompleted", prop("IsCompleted")),
                item("IsCompletedSuccessfully", prop("IsCompletedSuccessfully")),
                item("IsFaulted", prop("IsFaulted")),
                item("Result", script(r#"if ($_.IsCompleted) {
    $_.Result
}"#)),
                item("Status", prop("Status")),
            ]),
        ]),
];
