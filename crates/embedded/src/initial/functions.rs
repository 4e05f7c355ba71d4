//! The functions that a session begins with.

use pwsh_runtime::Runspace;
use pwsh_runtime::command::ScriptBlock;

/// Name and body of each, as PowerShell on Linux has them.
const FUNCTIONS: [(&str, &str); 8] = [
    ("cd..", "Set-Location .."),
    ("cd\\", "Set-Location \\"),
    ("cd~", "Set-Location ~"),
    ("Clear-Host", CLEAR_HOST),
    ("mkdir", MAKE_DIRECTORY),
    (
        "oss",
        "[CmdletBinding()]param([ValidateRange(2, 2147483647)][int]$Width, [Parameter(ValueFromPipeline)][psobject]$InputObject) $input | Out-String -Stream @PSBoundParameters",
    ),
    ("Pause", "$null = Read-Host 'Press Enter to continue...'"),
    ("prompt", PROMPT),
];

const PROMPT: &str =
    r#""PS $($executionContext.SessionState.Path.CurrentLocation)$('>' * ($nestedPromptLevel + 1)) ";"#;

const CLEAR_HOST: &str = r#"[Console]::Write((& (Get-Command -CommandType Application clear | Select-Object -First 1).Definition))"#;

const MAKE_DIRECTORY: &str = r#"
[CmdletBinding(DefaultParameterSetName = 'pathSet', SupportsShouldProcess)]
param(
    [Parameter(ParameterSetName = 'nameSet', Position = 0, ValueFromPipelineByPropertyName)]
    [Parameter(ParameterSetName = 'pathSet', Mandatory, Position = 0, ValueFromPipelineByPropertyName)]
    [string[]]$Path,
    [Parameter(ParameterSetName = 'nameSet', Mandatory, ValueFromPipelineByPropertyName)]
    [AllowNull()][AllowEmptyString()][string]$Name,
    [Parameter(ValueFromPipeline, ValueFromPipelineByPropertyName)]
    [object]$Value,
    [switch]$Force
)
process { New-Item -Type Directory @PSBoundParameters }
"#;

/// Defines the functions of a new runspace.
pub(super) fn set_up(rs: &mut Runspace) {
    for (name, body) in FUNCTIONS {
        // they are parsed once for all sessions
        if let Ok(block) = rs.parse(body) {
            rs.define_function(&name.into(), ScriptBlock::object(block));
        }
    }
}
