//! The views of the types that cmdlets put out.

use super::Alignment::{Left, Right, Undefined};
use super::{View, aligned, column, entry, grouped, item, lines, own, own_item, prop, script, value, wide};

pub(super) fn views() -> Vec<View> {
    vec![
        View::table(
            "Microsoft.PowerShell.Commands.MemberDefinition",
            &["Microsoft.PowerShell.Commands.MemberDefinition"],
            grouped(prop("TypeName"), "", Vec::new()),
            false,
            true,
            vec![own("Name", 0), own("MemberType", 0), own("Definition", 0)],
        ),
        View::plain_table(
            "Microsoft.PowerShell.Commands.GroupInfo",
            &["Microsoft.PowerShell.Commands.GroupInfo"],
            vec![aligned("Count", 5, Right), own("Name", 25), own("Group", 0)],
        ),
        View::plain_list(
            "Microsoft.PowerShell.Commands.GroupInfo",
            &["Microsoft.PowerShell.Commands.GroupInfo"],
            lines(&["Name", "Count", "Group", "Values"]),
        ),
        View::plain_table(
            "Microsoft.PowerShell.Commands.GroupInfoNoElement",
            &["Microsoft.PowerShell.Commands.GroupInfoNoElement"],
            vec![aligned("Count", 5, Right), own("Name", 25)],
        ),
        View::plain_list(
            "Microsoft.PowerShell.Commands.GroupInfoNoElement",
            &["Microsoft.PowerShell.Commands.GroupInfoNoElement"],
            lines(&["Name", "Count", "Values"]),
        ),
        View::plain_table(
            "history",
            &["Microsoft.PowerShell.Commands.HistoryInfo"],
            vec![
                aligned("Id", 4, Right),
                column(
                    "Duration",
                    12,
                    Right,
                    script(
                        r#"if ($_.Duration.TotalHours -ge 10) {
    return "{0}:{1:mm}:{1:ss}.{1:fff}" -f [int]$_.Duration.TotalHours, $_.Duration
}
elseif ($_.Duration.TotalHours -ge 1) {
    $formatString = "h\:mm\:ss\.fff"
}
elseif ($_.Duration.TotalMinutes -ge 1) {
    $formatString = "m\:ss\.fff"
}
else {
    $formatString = "s\.fff"
}

$_.Duration.ToString($formatString)"#,
                    ),
                ),
                own("CommandLine", 0),
            ],
        ),
        View::wide(
            "history",
            &["Microsoft.PowerShell.Commands.HistoryInfo"],
            None,
            vec![wide(&[], prop("CommandLine"), "")],
        ),
        View::custom(
            "MatchInfo",
            &["Microsoft.PowerShell.Commands.MatchInfo"],
            None,
            vec![value(script("$_.ToEmphasizedString(((get-location).path))"))],
        ),
        View::custom(
            "MatchInfo",
            &["Deserialized.Microsoft.PowerShell.Commands.MatchInfo"],
            None,
            vec![value(prop("Line"))],
        ),
        View::plain_table(
            "memberinfo",
            &["Microsoft.PowerShell.Commands.ListCommand+MemberInfo"],
            vec![column("Class", 11, Undefined, prop("MemberClass")), own("Name", 25), own("MemberData", 0)],
        ),
        View::plain_list(
            "Microsoft.PowerShell.Commands.ListCommand+MemberInfo",
            &["Microsoft.PowerShell.Commands.ListCommand+MemberInfo"],
            lines(&["Name", "MemberClass", "MemberData"]),
        ),
        View::plain_table(
            "Microsoft.PowerShell.Commands.TextMeasureInfo",
            &["Deserialized.Microsoft.PowerShell.Commands.TextMeasureInfo"],
            vec![own("Lines", 0), own("Words", 0), own("Characters", 0), own("Property", 0)],
        ),
        View::plain_list(
            "Microsoft.PowerShell.Commands.GenericMeasureInfo",
            &["Deserialized.Microsoft.PowerShell.Commands.GenericMeasureInfo"],
            lines(&["Count", "Average", "Sum", "Maximum", "Minimum", "Property"]),
        ),
        View::plain_list(
            "PSSessionConfiguration",
            &["Microsoft.PowerShell.Commands.PSSessionConfigurationCommands#PSSessionConfiguration"],
            lines(&["Name", "PSVersion", "StartupScript", "RunAsUser", "Permission"]),
        ),
        View::plain_table(
            "Microsoft.PowerShell.Commands.ComputerChangeInfo",
            &["Microsoft.PowerShell.Commands.ComputerChangeInfo"],
            vec![aligned("HasSucceeded", 12, Left), own("ComputerName", 25)],
        ),
        View::plain_table(
            "Microsoft.PowerShell.Commands.RenameComputerChangeInfo",
            &["Microsoft.PowerShell.Commands.RenameComputerChangeInfo"],
            vec![aligned("HasSucceeded", 12, Left), own("OldComputerName", 25), own("NewComputerName", 25)],
        ),
        View::list(
            "Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject",
            &["Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject"],
            None,
            vec![entry(
                &[],
                vec![
                    own_item("StatusCode"),
                    own_item("StatusDescription"),
                    item(
                        "Content",
                        script(
                            r#"$result = $_.Content
$result = $result.Substring(0, [Math]::Min($result.Length, 200) )
if($result.Length -eq 200) { $result += "`u{2026}" }

$result"#,
                        ),
                    ),
                    item(
                        "RawContent",
                        script(
                            r#"$result = $_.RawContent
$result = $result.Substring(0, [Math]::Min($result.Length, 200) )
if($result.Length -eq 200) { $result += "`u{2026}" }

$result"#,
                        ),
                    ),
                    own_item("Headers"),
                    own_item("Images"),
                    own_item("InputFields"),
                    own_item("Links"),
                    own_item("RawContentLength"),
                    own_item("RelationLink"),
                ],
            )],
        ),
        View::list(
            "Microsoft.PowerShell.Commands.WebResponseObject",
            &["Microsoft.PowerShell.Commands.WebResponseObject"],
            None,
            vec![entry(
                &[],
                vec![
                    own_item("StatusCode"),
                    own_item("StatusDescription"),
                    own_item("Content"),
                    item(
                        "RawContent",
                        script(
                            r#"$result = $_.RawContent
$result = $result.Substring(0, [Math]::Min($result.Length, 200) )
if($result.Length -eq 200) { $result += "`u{2026}" }

$result"#,
                        ),
                    ),
                    own_item("Headers"),
                    own_item("RawContentLength"),
                    own_item("RelationLink"),
                ],
            )],
        ),
        View::plain_table(
            "Microsoft.PowerShell.Commands.FileHashInfo",
            &["Microsoft.PowerShell.Commands.FileHashInfo"],
            vec![aligned("Algorithm", 15, Left), aligned("Hash", 70, Left), own("Path", 0)],
        ),
        View::plain_table(
            "PSRunspaceDebug>",
            &["Microsoft.PowerShell.Commands.PSRunspaceDebug"],
            vec![
                column("Id", 3, Right, prop("RunspaceId")),
                column("Name", 20, Left, prop("RunspaceName")),
                aligned("Enabled", 10, Left),
                aligned("BreakAll", 10, Left),
            ],
        ),
        View::list(
            "Microsoft.PowerShell.MarkdownRender.PSMarkdownOptionInfo",
            &["Microsoft.PowerShell.MarkdownRender.PSMarkdownOptionInfo"],
            None,
            vec![entry(
                &[],
                vec![
                    item("Header1", script("$_.AsEscapeSequence('Header1')")),
                    item("Header2", script("$_.AsEscapeSequence('Header2')")),
                    item("Header3", script("$_.AsEscapeSequence('Header3')")),
                    item("Header4", script("$_.AsEscapeSequence('Header4')")),
                    item("Header5", script("$_.AsEscapeSequence('Header5')")),
                    item("Header6", script("$_.AsEscapeSequence('Header6')")),
                    item("Code", script("$_.AsEscapeSequence('Code')")),
                    item("Link", script("$_.AsEscapeSequence('Link')")),
                    item("Image", script("$_.AsEscapeSequence('Image')")),
                    item("EmphasisBold", script("$_.AsEscapeSequence('EmphasisBold')")),
                    item("EmphasisItalics", script("$_.AsEscapeSequence('EmphasisItalics')")),
                ],
            )],
        ),
        View::table(
            "Microsoft.PowerShell.Commands.TestConnectionCommand+TcpPortStatus",
            &["Microsoft.PowerShell.Commands.TestConnectionCommand+TcpPortStatus"],
            grouped(prop("Target"), "", Vec::new()),
            false,
            false,
            vec![
                aligned("Id", 4, Right),
                aligned("Source", 16, Left),
                column("Address", 25, Left, prop("TargetAddress")),
                aligned("Port", 7, Right),
                column("Latency(ms)", 7, Right, prop("Latency")),
                aligned("Connected", 10, Left),
                aligned("Status", 24, Left),
            ],
        ),
        View::table(
            "Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus",
            &["Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus"],
            grouped(prop("Destination"), "", Vec::new()),
            false,
            false,
            vec![
                aligned("Ping", 4, Right),
                aligned("Source", 16, Left),
                column("Address", 25, Left, prop("DisplayAddress")),
                column(
                    "Latency(ms)",
                    7,
                    Right,
                    script(
                        r#"if ($_.Status -eq 'TimedOut') {
    '*'
}
else {
    $_.Latency
}"#,
                    ),
                ),
                column(
                    "BufferSize(B)",
                    10,
                    Right,
                    script(
                        r#"if ($_.Status -eq 'TimedOut') {
    '*'
}
else {
    $_.BufferSize
}"#,
                    ),
                ),
                aligned("Status", 16, Left),
            ],
        ),
        View::table(
            "Microsoft.PowerShell.Commands.TestConnectionCommand+PingMtuStatus",
            &["Microsoft.PowerShell.Commands.TestConnectionCommand+PingMtuStatus"],
            grouped(prop("Destination"), "", Vec::new()),
            false,
            false,
            vec![
                aligned("Source", 16, Left),
                column("Address", 25, Left, prop("DisplayAddress")),
                column(
                    "Latency(ms)",
                    7,
                    Right,
                    script(
                        r#"if ($_.Status -eq 'TimedOut') {
    '*'
}
else {
    $_.Latency
}"#,
                    ),
                ),
                aligned("Status", 16, Left),
                column("MtuSize(B)", 7, Right, prop("MtuSize")),
            ],
        ),
        View::table(
            "Microsoft.PowerShell.Commands.TestConnectionCommand+TraceStatus",
            &["Microsoft.PowerShell.Commands.TestConnectionCommand+TraceStatus"],
            grouped(prop("Target"), "", Vec::new()),
            false,
            false,
            vec![
                aligned("Hop", 3, Right),
                column(
                    "Hostname",
                    25,
                    Left,
                    script(
                        r#"if ($_.Hostname) {
    $_.HostName
}
else {
    '*'
}"#,
                    ),
                ),
                aligned("Ping", 4, Right),
                column(
                    "Latency(ms)",
                    7,
                    Right,
                    script(
                        r#"if ($_.Status -eq 'TimedOut') {
    '*'
}
else {
    $_.Latency
}"#,
                    ),
                ),
                aligned("Status", 16, Left),
                aligned("Source", 12, Left),
                aligned("TargetAddress", 15, Left),
            ],
        ),
        View::table(
            "Microsoft.PowerShell.Commands.ByteCollection",
            &["Microsoft.PowerShell.Commands.ByteCollection"],
            grouped(prop("Label"), "", Vec::new()),
            false,
            false,
            vec![
                column("Offset", 16, Right, prop("HexOffset")),
                column(
                    r#"Bytes
00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F"#,
                    47,
                    Left,
                    prop("HexBytes"),
                ),
                aligned("Ascii", 16, Left),
            ],
        ),
    ]
}
