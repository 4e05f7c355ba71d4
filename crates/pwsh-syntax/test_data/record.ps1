# Writes what the real engine makes of scripts, for the golden tests: pwsh record.ps1 SCRIPTS OUT [errors]
# SCRIPTS holds scripts separated by the character U+0001. Each gives a line `=== script`, its errors and its
# tree; with a third argument each error is followed by its position message, and there is no tree.
param($in, $out, $errorsOnly)
function Text($v){ if($null -eq $v){'null'} else { ($v -replace '\\','\\' -replace "`r",'\r' -replace "`n",'\n' -replace "`t",'\t') } }
$script:sb=[System.Text.StringBuilder]::new()
function Num($v){ $t=$v.GetType().Name; "$t " + $v.ToString([cultureinfo]::InvariantCulture) }
function D($a,$depth){
 $n=$a.GetType().Name
 $e=$a.Extent
 $x=''
 switch($n){
  'StringConstantExpressionAst' { $x="$($a.StringConstantType) $(Text $a.Value)" }
  'ConstantExpressionAst' { $x= if($a.Value -is [bool]){"Boolean $($a.Value)"}elseif($null -eq $a.Value){'null'}else{Num $a.Value} }
  'ExpandableStringExpressionAst' { $x="$($a.StringConstantType) $(Text $a.Value)" }
  'VariableExpressionAst' { $x="$($a.VariablePath.UserPath) splat=$($a.Splatted)" }
  'BinaryExpressionAst' { $x="$($a.Operator) $($a.ErrorPosition.StartOffset)" }
  'UnaryExpressionAst' { $x="$($a.TokenKind)" }
  'AssignmentStatementAst' { $x="$($a.Operator)" }
  'CommandAst' { $x="$($a.InvocationOperator)" }
  'CommandParameterAst' { $x="$($a.ParameterName)" }
  'MemberExpressionAst' { $x="static=$($a.Static) null=$($a.NullConditional)" }
  'InvokeMemberExpressionAst' { $x="static=$($a.Static) null=$($a.NullConditional) generic=$(($a.GenericTypeArguments|%{$_.FullName}) -join ';')" }
  'IndexExpressionAst' { $x="null=$($a.NullConditional)" }
  'TypeConstraintAst' { $x=$a.TypeName.FullName }
  'TypeExpressionAst' { $x=$a.TypeName.FullName }
  'AttributeAst' { $x=$a.TypeName.FullName }
  'NamedAttributeArgumentAst' { $x="$($a.ArgumentName) omitted=$($a.ExpressionOmitted)" }
  'NamedBlockAst' { $x="$($a.BlockKind) unnamed=$($a.Unnamed)" }
  'PipelineAst' { $x="background=$($a.Background)" }
  'PipelineChainAst' { $x="$($a.Operator) background=$($a.Background)" }
  'FunctionDefinitionAst' { $x="$($a.Name) filter=$($a.IsFilter)" }
  'FileRedirectionAst' { $x="$($a.FromStream) append=$($a.Append)" }
  'MergingRedirectionAst' { $x="$($a.FromStream) $($a.ToStream)" }
  'SwitchStatementAst' { $x="label=$($a.Label) $($a.Flags)" }
  'ForEachStatementAst' { $x="label=$($a.Label)" }
  'ForStatementAst' { $x="label=$($a.Label)" }
  'WhileStatementAst' { $x="label=$($a.Label)" }
  'DoWhileStatementAst' { $x="label=$($a.Label)" }
  'DoUntilStatementAst' { $x="label=$($a.Label)" }
  'DataStatementAst' { $x="$($a.Variable)" }
  'ThrowStatementAst' { $x="rethrow=$($a.IsRethrow)" }
  'TypeDefinitionAst' { $x="$($a.Name) $($a.TypeAttributes)" }
  'PropertyMemberAst' { $x="$($a.Name) static=$($a.IsStatic) hidden=$($a.IsHidden)" }
  'FunctionMemberAst' { $x="$($a.Name) static=$($a.IsStatic) hidden=$($a.IsHidden) ctor=$($a.IsConstructor)" }
  'UsingStatementAst' { $x="$($a.UsingStatementKind)" }
 }
 $pos = if($e.StartLineNumber -eq 0){'-'}else{"$($e.StartOffset)..$($e.EndOffset)"}
 [void]$script:sb.Append((' '*$depth)+$n+' '+$pos+$(if($x){" $x"})+"`n")
 $script:kids[$a] | % { if($_){ D $_ ($depth+1) } }
}
$parts=[IO.File]::ReadAllText($in).Split([char]1)
foreach($p in $parts){
 $t=$null;$e=$null
 $a=[System.Management.Automation.Language.Parser]::ParseInput($p,[ref]$t,[ref]$e)
 [void]$script:sb.Append("=== " + (Text $p) + "`n")
 foreach($x in $e){ [void]$script:sb.Append("! $($x.ErrorId) $($x.Extent.StartOffset)..$($x.Extent.EndOffset) $($x.IncompleteInput) $(Text $x.Message)`n"); if($errorsOnly){ [void]$script:sb.Append("  $(Text $x.ToString())`n") } }
 if($a -and !$errorsOnly){
 $script:kids=@{}
 $all=$a.FindAll({$true},$true)
 foreach($n in $all){ if($n.Parent){ if(!$script:kids.ContainsKey($n.Parent)){$script:kids[$n.Parent]=[System.Collections.Generic.List[object]]::new()}; $script:kids[$n.Parent].Add($n) } }
 D $a 0 }
}
[IO.File]::WriteAllText($out,$script:sb.ToString())
