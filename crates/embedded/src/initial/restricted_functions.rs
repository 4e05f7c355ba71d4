//! The functions of a restricted session (`SessionType = 'RestrictedRemoteServer'`): what a client of implicit remoting
//! and Enter-PSSession cannot do without, each with no more parameters than those need.

/// Name and text of each.
pub(crate) const RESTRICTED_FUNCTIONS: [(&str, &str); 8] = [
    ("Clear-Host", "[CmdletBinding()]param()"),
    ("Exit-PSSession", r"[CmdletBinding()]param() Microsoft.PowerShell.Core\Exit-PSSession"),
    ("Get-Command", GET_COMMAND),
    ("Get-FormatData", GET_FORMAT_DATA),
    ("Get-Help", GET_HELP),
    ("Measure-Object", MEASURE_OBJECT),
    ("Out-Default", OUT_DEFAULT),
    ("Select-Object", SELECT_OBJECT),
];

const GET_COMMAND: &str = r"
[CmdletBinding()]
param(
    [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)]
    [ValidateLength(0, 1000)][ValidateCount(0, 1000)][string[]]$Name,
    [Parameter(ValueFromPipelineByPropertyName)]
    [ValidateLength(0, 1000)][ValidateCount(0, 100)][string[]]$Module,
    [Parameter(Position = 1, ValueFromRemainingArguments)][AllowNull()][AllowEmptyCollection()][object[]]$ArgumentList,
    [Parameter(ValueFromPipelineByPropertyName)][System.Management.Automation.CommandTypes]$CommandType,
    [Parameter(ValueFromPipelineByPropertyName)][switch]$ListImported
)
process { Microsoft.PowerShell.Core\Get-Command @PSBoundParameters }
";

const GET_FORMAT_DATA: &str = r"
[CmdletBinding()]
param(
    [Parameter(Position = 0)][ValidateLength(0, 1000)][ValidateCount(0, 1000)][string[]]$TypeName,
    [version]$PowerShellVersion
)
Microsoft.PowerShell.Utility\Get-FormatData @PSBoundParameters
";

const GET_HELP: &str = r"
[CmdletBinding()]
param(
    [Parameter(Position = 0, ValueFromPipelineByPropertyName)][ValidatePattern('^[-\w:;@?*\\/.,_]*$')][ValidateLength(0, 1000)][string]$Name,
    [string[]]$Category
)
process { Microsoft.PowerShell.Core\Get-Help @PSBoundParameters }
";

const MEASURE_OBJECT: &str = r"
[CmdletBinding()]
param([Parameter(ValueFromPipeline)][psobject]$InputObject)
end { $input | Microsoft.PowerShell.Utility\Measure-Object }
";

const OUT_DEFAULT: &str = r"
[CmdletBinding()]
param([Parameter(ValueFromPipeline)][psobject]$InputObject)
end { $input | Microsoft.PowerShell.Core\Out-Default }
";

const SELECT_OBJECT: &str = r"
[CmdletBinding()]
param(
    [Parameter(ValueFromPipeline)][psobject]$InputObject,
    [Parameter(Position = 0)]
    [ValidateSet('ModuleName', 'Namespace', 'OutputType', 'Count', 'HelpUri', 'Name', 'CommandType', 'ResolvedCommandName', 'DefaultParameterSet', 'CmdletBinding', 'Parameters')]
    [ValidateCount(1, 11)][object[]]$Property
)
end { $input | Microsoft.PowerShell.Utility\Select-Object -Property $Property }
";
