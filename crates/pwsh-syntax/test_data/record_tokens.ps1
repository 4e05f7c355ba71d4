# Writes the tokens of scripts as the real engine reads them: pwsh record_tokens.ps1 SCRIPTS OUT, see record.ps1.
param($in,$out)
$sb=[System.Text.StringBuilder]::new()
function Text($v){ ($v -replace '\\','\\' -replace "`r",'\r' -replace "`n",'\n' -replace "`t",'\t') }
foreach($p in [IO.File]::ReadAllText($in).Split([char]1)){ $t=$null;$e=$null
 $a=[System.Management.Automation.Language.Parser]::ParseInput($p,[ref]$t,[ref]$e)
 [void]$sb.Append("=== $(Text $p)`n")
 foreach($x in $t){ [void]$sb.Append("$($x.Kind) $($x.Extent.StartOffset)..$($x.Extent.EndOffset) $([int]$x.TokenFlags)`n"); if($x.NestedTokens){ foreach($y in $x.NestedTokens){ [void]$sb.Append(" $($y.Kind) $($y.Extent.StartOffset)..$($y.Extent.EndOffset) $([int]$y.TokenFlags)`n") } } } }
[IO.File]::WriteAllText($out,$sb.ToString())
