//! The views of .NET's types.

use super::Alignment::{Right, Undefined};
use super::{View, column, entry, grouped, item, prop, script, value, wide};

pub(super) fn views() -> Vec<View> {
    vec![
    View::table("System.Reflection.Assembly", &["System.Reflection.Assembly"], None, false, false, vec![
            column("GAC", 6, Undefined, prop("GlobalAssemblyCache")),
            column("Version", 14, Undefined, prop("ImageRuntimeVersion")),
            column("Location", 0, Undefined, prop("Location")),
        ]),
    View::list("System.Reflection.Assembly", &["System.Reflection.Assembly"], None, vec![
            entry(&[], vec![
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
    View::table("System.Reflection.AssemblyName", &["System.Reflection.AssemblyName"], None, false, false, vec![
            column("Version", 14, Undefined, prop("Version")),
            column("Name", 0, Undefined, prop("Name")),
        ]),
    View::table("System.Globalization.CultureInfo", &["System.Globalization.CultureInfo"], None, false, false, vec![
            column("LCID", 16, Undefined, prop("LCID")),
            column("Name", 16, Undefined, prop("Name")),
            column("DisplayName", 0, Undefined, prop("DisplayName")),
        ]),
    View::table("System.Diagnostics.FileVersionInfo", &["System.Diagnostics.FileVersionInfo"], None, false, false, vec![
            column("ProductVersion", 16, Undefined, prop("ProductVersion")),
            column("FileVersion", 16, Undefined, prop("FileVersion")),
            column("FileName", 0, Undefined, prop("FileName")),
        ]),
    View::list("System.Diagnostics.FileVersionInfo", &["System.Diagnostics.FileVersionInfo"], None, vec![
            entry(&[], vec![
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
    View::table("System.Version", &["System.Version"], None, false, false, vec![
            column("Major", 6, Undefined, prop("Major")),
            column("Minor", 6, Undefined, prop("Minor")),
            column("Build", 6, Undefined, prop("Build")),
            column("Revision", 8, Undefined, prop("Revision")),
        ]),
    View::table("System.Version", &["System.Version#IncludeLabel"], None, false, false, vec![
            column("Major", 6, Undefined, prop("Major")),
            column("Minor", 6, Undefined, prop("Minor")),
            column("Build", 6, Undefined, prop("Build")),
            column("Revision", 8, Undefined, prop("Revision")),
            column("PSSemVerPreReleaseLabel", 26, Undefined, prop("PSSemVerPreReleaseLabel")),
            column("PSSemVerBuildLabel", 27, Undefined, prop("PSSemVerBuildLabel")),
        ]),
    View::table("System.Management.Automation.SemanticVersion", &["System.Management.Automation.SemanticVersion"], None, false, false, vec![
            column("Major", 6, Undefined, prop("Major")),
            column("Minor", 6, Undefined, prop("Minor")),
            column("Patch", 6, Undefined, prop("Patch")),
            column("PreReleaseLabel", 15, Undefined, prop("PreReleaseLabel")),
            column("BuildLabel", 11, Undefined, prop("BuildLabel")),
        ]),
    View::table("Dictionary", &["System.Collections.DictionaryEntry"], None, false, false, vec![
            column("Name", 30, Undefined, prop("Name")),
            column("Value", 0, Undefined, prop("Value")),
        ]),
    View::list("System.Collections.DictionaryEntry", &["System.Collections.DictionaryEntry"], None, vec![
            entry(&[], vec![
                item("Name", prop("Name")),
                item("Value", prop("Value")),
            ]),
        ]),
    View::table("ProcessModule", &["System.Diagnostics.ProcessModule"], None, false, false, vec![
            column("Size(K)", 10, Right, script("$_.Size")),
            column("ModuleName", 50, Undefined, prop("ModuleName")),
            column("FileName", 0, Undefined, prop("FileName")),
        ]),
    View::table("process", &["System.Diagnostics.Process"], None, false, false, vec![
            column("NPM(K)", 7, Right, script("[long]($_.NPM / 1024)")),
            column("PM(M)", 8, Right, script(r#""{0:N2}" -f [float]($_.PM / 1MB)"#)),
            column("WS(M)", 10, Right, script(r#""{0:N2}" -f [float]($_.WS / 1MB)"#)),
            column("CPU(s)", 10, Right, script(r#""{0:N2}" -f [float]($_.CPU)"#)),
            column("Id", 7, Right, prop("Id")),
            column("SI", 3, Right, prop("SI")),
            column("ProcessName", 0, Undefined, prop("ProcessName")),
        ]),
    View::table("Priority", &["System.Diagnostics.Process"], grouped(prop("PriorityClass"), "PriorityClass", Vec::new()), false, false, vec![
            column("ProcessName", 20, Undefined, prop("ProcessName")),
            column("Id", 10, Right, prop("Id")),
            column("WorkingSet64", 12, Right, prop("WorkingSet64")),
        ]),
    View::table("StartTime", &["System.Diagnostics.Process"], grouped(
            script("$_.StartTime.ToShortDateString()"), "StartTime.ToShortDateString()", Vec::new(), false, false, vec![
            column("ProcessName", 20, Undefined, prop("ProcessName")),
            column("Id", 10, Right, prop("Id")),
            column("WorkingSet64", 12, Right, prop("WorkingSet64")),
        ]),
    View::wide("process", &["System.Diagnostics.Process"], None, vec![
            wide(&[], prop("ProcessName"), ""),
        ]),
    View::table("ProcessWithUserName", &["System.Diagnostics.Process#IncludeUserName"], None, false, false, vec![
            column("WS(M)", 10, Right, script(r#""{0:N2}" -f [float]($_.WS / 1MB)"#)),
            column("CPU(s)", 8, Right, script(r#""{0:N2}" -f [float]($_.CPU)"#)),
            column("Id", 7, Right, prop("Id")),
            column("UserName", 30, Undefined, prop("UserName")),
            column("ProcessName", 0, Undefined, prop("ProcessName")),
        ]),
    View::list("System.TimeSpan", &["System.TimeSpan"], None, vec![
            entry(&[], vec![
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
    View::table("System.TimeSpan", &["System.TimeSpan"], None, false, false, vec![
            column("Days", 0, Undefined, prop("Days")),
            column("Hours", 0, Undefined, prop("Hours")),
            column("Minutes", 0, Undefined, prop("Minutes")),
            column("Seconds", 0, Undefined, prop("Seconds")),
            column("Milliseconds", 0, Undefined, prop("Milliseconds")),
        ]),
    View::wide("System.TimeSpan", &["System.TimeSpan"], None, vec![
            wide(&[], prop("TotalMilliseconds"), ""),
        ]),
    View::list("System.AppDomain", &["System.AppDomain"], None, vec![
            entry(&[], vec![
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
    View::custom("DateTime", &["System.DateTime"], None, vec![value(prop("DateTime"))]),
    View::table("System.Security.AccessControl.ObjectSecurity", &["System.Security.AccessControl.ObjectSecurity"], None, false, false, vec![
            column("Path", 0, Undefined, prop("Path")),
            column("Owner", 0, Undefined, prop("Owner")),
            column("Access", 0, Undefined, prop("AccessToString")),
        ]),
    View::list("System.Security.AccessControl.ObjectSecurity", &["System.Security.AccessControl.ObjectSecurity"], None, vec![
            entry(&[], vec![
                item("Path", prop("Path")),
                item("Owner", prop("Owner")),
                item("Group", prop("Group")),
                item("Access", prop("AccessToString")),
                item("Audit", prop("AuditToString")),
                item("Sddl", prop("Sddl")),
            ]),
        ]),
    View::table("System.Guid", &["System.Guid"], None, false, false, vec![
            column("Guid", 0, Undefined, prop("Guid")),
        ]),
    View::table("System.Net.NetworkCredential", &["System.Net.NetworkCredential"], None, false, false, vec![
            column("UserName", 50, Undefined, prop("UserName")),
            column("Domain", 50, Undefined, prop("Domain")),
        ]),
    View::table("System.Management.Automation.PSMethod", &["System.Management.Automation.PSMethod"], None, true, false, vec![
            column("OverloadDefinitions", 0, Undefined, script("$_.OverloadDefinitions | Out-String")),
        ]),
    View::table("System.Threading.Tasks.Task", &["System.Threading.Tasks.Task"], None, false, false, vec![
            column("Id", 0, Undefined, prop("Id")),
            column("IsCompleted", 0, Undefined, prop("IsCompleted")),
            column("Status", 0, Undefined, prop("Status")),
        ]),
    View::list("System.Threading.Tasks.Task", &["System.Threading.Tasks.Task"], None, vec![
            entry(&[], vec![
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
    ]
}
