# Writes the Unicode tables of this crate by asking the regular expression engine of the pwsh that runs it.
# Run: pwsh -NoProfile -File generate.ps1   (writes ../src/char_class/{category,block,case}_table.rs)
$ErrorActionPreference = 'Stop'
$out = Join-Path $PSScriptRoot '../src/char_class'
$null = New-Item -ItemType Directory -Force $out
$all = [char[]](0..65535)
$text = [string]::new($all)
$assembly = [regex].Assembly
$class = $assembly.GetType('System.Text.RegularExpressions.RegexCharClass')
function Field($name) { $class.GetField($name, [System.Reflection.BindingFlags]'NonPublic,Static').GetValue($null) }

function Ranges([string]$pattern) {
    foreach ($m in [regex]::Matches($text, "(?:$pattern)+")) {
        '(0x{0:X4}, 0x{1:X4})' -f $m.Index, ($m.Index + $m.Length - 1)
    }
}
function Format-Ranges($cells) {
    $lines = for ($i = 0; $i -lt $cells.Count; $i += 6) {
        '    ' + ($cells[$i..([Math]::Min($i + 5, $cells.Count - 1))] -join ', ') + ','
    }
    $lines -join "`n"
}
$head = "//! Made by tables/generate.ps1 from .NET $([Environment]::Version): do not edit.`n`n"

# categories: runs of equal general category
$runs = [System.Collections.Generic.List[string]]::new()
$first = 0
$current = [int][char]::GetUnicodeCategory([char]0)
for ($i = 1; $i -le 65536; $i++) {
    $c = if ($i -lt 65536) { [int][char]::GetUnicodeCategory([char]$i) } else { -1 }
    if ($c -ne $current) { $runs.Add(('(0x{0:X4}, {1})' -f $first, $current)); $first = $i; $current = $c }
}
$lines = for ($i = 0; $i -lt $runs.Count; $i += 8) {
    '    ' + ($runs[$i..([Math]::Min($i + 7, $runs.Count - 1))] -join ', ') + ','
}
$s = $head
$s += "/// First unit of each run and its general category, numbered as ``System.Globalization.UnicodeCategory``.`n"
$s += "#[rustfmt::skip]`npub(super) static CATEGORY_RUNS: &[(u16, u8)] = &[`n" + ($lines -join "`n") + "`n];`n"
foreach ($p in @(@('WORD', '\w'), @('DIGIT', '\d'), @('SPACE', '\s'))) {
    $s += "`n/// What ``$($p[1])`` matches.`n#[rustfmt::skip]`npub(super) static $($p[0]): &[(u16, u16)] = &[`n$(Format-Ranges (Ranges $p[1]))`n];`n"
}
[IO.File]::WriteAllText((Join-Path $out 'category_table.rs'), $s)

# blocks: every name of the engine's own property table with what it matches
$names = [System.Collections.Generic.SortedSet[string]]::new([StringComparer]::Ordinal)
$table = Field 's_propTable'
foreach ($row in $table) { $null = $names.Add($row[0]) }
$s = $head + "/// Name of each block property and the units it holds, sorted by name.`n#[rustfmt::skip]`n"
$s += "pub(super) static BLOCKS: &[(&str, &[(u16, u16)])] = &[`n"
foreach ($n in $names) {
    if ($n -in '__InternalRegexIgnoreCase__') { continue }
    $s += "    (`"$n`", &[$((Ranges "\p{$n}") -join ', ')]),`n"
}
$s += "];`n"
[IO.File]::WriteAllText((Join-Path $out 'block_table.rs'), $s)
"categories: $((Field 's_definedCategories').Keys -join ' ')"

# case: every unit that matches another when case is ignored
function CaseRows($options) {
    $rows = [ordered]@{}
    foreach ($i in 0..65535) {
        $r = [regex]::new('\u{0:X4}' -f $i, $options)
        $hits = $r.Matches($text)
        if ($hits.Count -gt 1) { $rows[[string]$i] = @(foreach ($h in $hits) { $h.Index }) }
    }
    $rows
}
$invariant = CaseRows 'IgnoreCase, CultureInvariant'
$cells = foreach ($k in $invariant.Keys) {
    $others = @($invariant[$k] | Where-Object { $_ -ne [int]$k })
    while ($others.Count -lt 3) { $others += 0 }
    if ($others.Count -gt 3) { throw "more than three for $k" }
    '(0x{0:X4}, [{1}])' -f [int]$k, (($others | ForEach-Object { if ($_) { '0x{0:X4}' -f $_ } else { '0' } }) -join ', ')
}
$lines = for ($i = 0; $i -lt $cells.Count; $i += 5) {
    '    ' + ($cells[$i..([Math]::Min($i + 4, $cells.Count - 1))] -join ', ') + ','
}
$s = $head + "/// Each unit that has others equal to it when case is ignored in the invariant culture, and those others (0 where fewer).`n"
$s += "#[rustfmt::skip]`npub(super) static CASE_EQUIVALENCES: &[(u16, [u16; 3])] = &[`n" + ($lines -join "`n") + "`n];`n"
[IO.File]::WriteAllText((Join-Path $out 'case_table.rs'), $s)
