//! Script in, values out, over the cmdlets and the .NET types.

mod script;

use script::{check, check_error};

#[test]
fn foreach_runs_its_blocks_in_the_callers_scope() {
    check("1..3 | ForEach-Object -Begin { $s = 0 } -Process { $s += $_ } -End { $s }; $s", &["6", "6"]);
    check("'a', 'b' | % { 'begin' } { \"item $_\" }", &["begin", "item a", "item b"]);
    check("'one', 'three' | % Length", &["3", "5"]);
    check("function f { $x = 'inner'; 1 }; $x = 'outer'; f | % { $x }", &["outer"]);
    check(
        "1..3 | % { $_ * 10 } -PipelineVariable p | % { \"$p from $_\" }",
        &["10 from 10", "20 from 20", "30 from 30"],
    );
    check_error("'abc' | % NoSuch 1", "MethodNotFound,Microsoft.PowerShell.Commands.ForEachObjectCommand");
}

#[test]
fn where_filters_by_block_and_by_comparison() {
    check("1..10 | ? { $_ % 3 -eq 0 }", &["3", "6", "9"]);
    check("'aa', 'b', 'cccc' | Where-Object Length -ge 2", &["aa", "cccc"]);
    check("@{ id = 1; k = 'x' }, @{ id = 2; k = 'y' } | ? k -eq 'y' | % { $_.id }", &["2"]);
    check("'k=v' | ? { $_ -match '(\\w)=(\\w)' } | % { $Matches[1] }", &["k"]);
}

#[test]
fn select_chooses_objects_and_properties() {
    check("1..5 | % { $_ } | Select-Object -First 2", &["1", "2"]);
    check("1..6 | select -Last 2 -Skip 1", &["4", "5"]);
    check("'a', 'b', 'c', 'd' | select -Index 3, 0", &["a", "d"]);
    check("[pscustomobject]@{ a = 1; b = 2 } | select a, nope | % { \"$_\" }", &["@{a=1; nope=}"]);
    check("1 | select @{ n = 'x'; e = { $_ + 1 } } | % x", &["2"]);
    check(
        "[pscustomobject]@{ a = 1; b = 2; cc = 3 } | select * -ExcludeProperty b, c* | % { \"$_\" }",
        &["@{a=1}"],
    );
    check_error(
        "1 | select @{ n = 'x' }",
        "DictionaryKeyMandatoryEntry,Microsoft.PowerShell.Commands.SelectObjectCommand",
    );
}

#[test]
fn sort_group_and_measure() {
    check("3, 11, 2 | Sort-Object", &["2", "3", "11"]);
    check("'ccc', 'a', 'bb' | Sort-Object { $_.Length } -Descending", &["ccc", "bb", "a"]);
    check("1..7 | Group-Object { $_ % 3 } | % { \"$($_.Name):$($_.Count)\" }", &["0:2", "1:3", "2:2"]);
    check("(1..4 | Measure-Object -Sum -Average).Sum", &["10"]);
    check("(1..4 | Measure-Object).Count", &["4"]);
}

#[test]
fn json_is_written_in_newtonsofts_form() {
    check(
        "[ordered]@{ a = 1; b = @(1, 2); c = @{ d = 'e' } } | ConvertTo-Json -Compress",
        &["{\"a\":1,\"b\":[1,2],\"c\":{\"d\":\"e\"}}"],
    );
    check(
        "1, 2 | ConvertTo-Json -Compress; ConvertTo-Json @(1) -Compress; 'x' | ConvertTo-Json -AsArray",
        &["[1,2]", "[1]", "[\n  \"x\"\n]"],
    );
    check(
        "ConvertTo-Json @([decimal]1.1, 1e20, [double]::NaN, 1.0, $null, $true) -Compress",
        &["[1.1,1E+20,\"NaN\",1.0,null,true]"],
    );
    check("[pscustomobject]@{ a = @(); h = @{} } | ConvertTo-Json", &["{\n  \"a\": [],\n  \"h\": {}\n}"]);
    check(
        "@{ a = @{ b = @{ c = @{ d = 1 } } } } | ConvertTo-Json -Compress",
        &["{\"a\":{\"b\":{\"c\":\"System.Collections.Hashtable\"}}}"],
    );
    check("@{ d = [DayOfWeek]::Friday } | ConvertTo-Json -Compress -EnumsAsStrings", &["{\"d\":\"Friday\"}"]);
}

#[test]
fn json_is_read_into_objects_and_hash_tables() {
    check(
        "$o = '{\"a\":1,\"c\":[1,2],\"f\":{\"g\":2.5}}' | ConvertFrom-Json; $o.a; $o.c.Count; $o.f.g",
        &["1", "2", "2.5"],
    );
    check("'[1,2,3]' | ConvertFrom-Json | Measure-Object | % Count", &["3"]);
    check(
        "$h = '{\"b\":1,\"B\":2}' | ConvertFrom-Json -AsHashtable; $h['B']; $h.GetType().Name",
        &["2", "OrderedHashtable"],
    );
    check("('{\"u\":\"2024-01-02T03:04:05Z\"}' | ConvertFrom-Json).u.Kind", &["Utc"]);
    check("'{\"a\":', '1}' | ConvertFrom-Json | % a", &["1"]);
    check_error(
        "'{\"a\":1,\"A\":2}' | ConvertFrom-Json",
        "KeysWithDifferentCasingInJsonString,Microsoft.PowerShell.Commands.ConvertFromJsonCommand",
    );
}

#[test]
fn variables_are_set_read_and_removed_by_cmdlets() {
    check("Set-Variable a 5; $a; (Get-Variable a).Value", &["5", "5"]);
    check("1, 2, 3 | Set-Variable f; $f.Count", &["3"]);
    check("$zq1 = 1; $zq2 = 2; Get-Variable zq* | % { \"$($_.Name)=$($_.Value)\" }", &["zq1=1", "zq2=2"]);
    check("[int]$ct = 5; Clear-Variable ct; $ct", &["0"]);
    check("New-Variable asc 1 -Option AllScope -Scope Global; & { $asc = 2 }; $asc", &["2"]);
    check_error(
        "Get-Variable noSuchHere",
        "VariableNotFound,Microsoft.PowerShell.Commands.GetVariableCommand",
    );
}

#[test]
fn text_and_blocks_run_where_they_should() {
    check("'1+1', '2*3' | Invoke-Expression", &["2", "6"]);
    check(
        "$ic = 1; Invoke-Command { $ic = 2; \"in $ic\" }; $ic; Invoke-Command -NoNewScope { $ic = 3 }; $ic",
        &["in 2", "1", "3"],
    );
    check("(Measure-Command { 1 }) -is [timespan]", &["True"]);
    check(
        "$o = [pscustomobject]@{ a = 1 }; & { Set-StrictMode -Version Latest; try { $o.b } catch { 'strict' } }; $null -eq $o.b",
        &["strict", "True"],
    );
}

#[test]
fn dates_and_differences() {
    check("Get-Date '2024-02-29T13:05:09' -UFormat '%Y-%m-%d %H:%M:%S'", &["2024-02-29 13:05:09"]);
    check("(Get-Date '2023-01-15' -Month 2 -Day 29).Day", &["1"]);
    check("(New-TimeSpan -Start '2024-01-01' -End '2024-03-01').Days", &["60"]);
    check(
        "Compare-Object 'a', 'b' 'b', 'c' | % { \"$($_.InputObject)$($_.SideIndicator)\" }",
        &["c=>", "a<="],
    );
    check("'a', 'A', 'b' | Get-Unique -CaseInsensitive", &["a", "b"]);
}

#[test]
fn paths_are_joined_and_split() {
    check(
        "Join-Path a ../b; 'p', 'q' | Join-Path -ChildPath y; Join-Path a b c",
        &["a/../b", "p/y", "q/y", "a/b/c"],
    );
    check(
        "Split-Path -Leaf a/b/; Split-Path /a/b/c; Split-Path -Qualifier env:/PATH",
        &["b", "/a/b", "env:"],
    );
    check(
        "Test-Path /, /nonexistent_mgp, env:PATH; Test-Path -IsValid nodrive:/x",
        &["True", "False", "True", "False"],
    );
    check_error("Join-Path nodrive:/x y", "DriveNotFound,Microsoft.PowerShell.Commands.JoinPathCommand");
    check_error(
        "Split-Path -Qualifier /a/b",
        "ParsePathFormatError,Microsoft.PowerShell.Commands.SplitPathCommand",
    );
}

#[test]
fn locations_are_gone_to_and_back() {
    check(
        "Set-Location /usr; (Get-Location).Path; cd env:; \"$PWD\"; cd -; pwd | % Path",
        &["/usr", "Env:/", "/usr"],
    );
    check_error("cd /nonexistent_mgp", "PathNotFound,Microsoft.PowerShell.Commands.SetLocationCommand");
}

#[test]
fn content_is_written_and_read() {
    let file = std::env::temp_dir().join(format!("psjob-content-{}.txt", std::process::id()));
    let file = file.display();
    check(
        &format!(
            "Set-Content {file} 'one', 'two'; 'three', 4 | Add-Content {file}; $l = Get-Content {file}; $l.Count; $l -join ','
             (gc {file} -Tail 1); (gc {file} -TotalCount 1); (gc {file} -Raw).Length; gc {file} -ReadCount 3 | % Count
             Set-Content {file} 'é' -Encoding unicode -NoNewline; (gc {file} -AsByteStream) -join ' '; gc {file}"
        ),
        &["4", "one,two,three,4", "4", "one", "16", "3", "1", "255 254 233 0", "é"],
    );
    std::fs::remove_file(file.to_string()).unwrap();
    check_error("gc /nonexistent_mgp", "PathNotFound,Microsoft.PowerShell.Commands.GetContentCommand");
    check_error("gc /tmp", "GetContainerContentException,Microsoft.PowerShell.Commands.GetContentCommand");
}

#[test]
fn processes_are_found() {
    let own = std::process::id();
    check(
        &format!(
            "$p = Get-Process -Id {own}; $p.Id -eq {own}; $p.GetType().FullName; $p.WS -gt 0; $p.CPU -ge 0
             (Get-Process $p.Name | ? Id -eq {own}).Name -eq $p.ProcessName; (gps).Count -gt 0"
        ),
        &["True", "System.Diagnostics.Process", "True", "True", "True", "True"],
    );
    check_error(
        "Get-Process -Id 99999999",
        "NoProcessFoundForGivenId,Microsoft.PowerShell.Commands.GetProcessCommand",
    );
    check_error(
        "Get-Process mgproc_none",
        "NoProcessFoundForGivenName,Microsoft.PowerShell.Commands.GetProcessCommand",
    );
}

#[test]
fn items_are_listed_and_removed() {
    let folder = std::env::temp_dir().join(format!("psjob-items-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("in")).unwrap();
    std::fs::write(folder.join("in/b.txt"), "b").unwrap();
    std::fs::write(folder.join("a.txt"), "a").unwrap();
    let shown = folder.display();
    check(
        &format!(
            "cd {shown}; (gci).Name -join ','; (gci -Recurse -Name) -join ','; gci -File -Recurse -Filter b* | % Name; (gi a.txt).PSIsContainer; Convert-Path in; (Resolve-Path a.*).Path"
        ),
        &[
            "in,a.txt",
            "in,a.txt,in/b.txt",
            "b.txt",
            "False",
            &format!("{shown}/in"),
            &format!("{shown}/a.txt"),
        ],
    );
    check_error(
        &format!("Remove-Item {shown} -Recurse -Include none; New-Item {shown} -ItemType Directory"),
        "DirectoryExist,Microsoft.PowerShell.Commands.NewItemCommand",
    );
    check(&format!("Remove-Item {shown} -Recurse; Test-Path {shown}"), &["False"]);
}

/// A folder of its own for a test, and what removes it.
fn in_folder(name: &str, script: &str, expected: &[&str]) {
    let folder = std::env::temp_dir().join(format!("psjob-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    check(&format!("Set-Location {}; {script}", folder.display()), expected);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn items_are_made_copied_moved_and_renamed() {
    in_folder(
        "made",
        "$null = New-Item -ItemType Directory src/sub; $null = 'text' | New-Item src/sub/a.txt
         Copy-Item src dst -Recurse; (Get-ChildItem dst -Recurse -Name) -join ','
         Move-Item dst/sub/a.txt .; Rename-Item a.txt b.txt; (Get-Item b.txt).Length; Test-Path dst/sub/a.txt
         Copy-Item src flat -Recurse -Container:$false -PassThru | % Name
         New-Item b.txt -ErrorAction Ignore; Get-Content b.txt",
        &["sub,sub/a.txt", "4", "False", "flat", "sub", "a.txt", "text"],
    );
}

#[test]
fn links_say_what_they_lead_to() {
    in_folder(
        "links",
        "Set-Content t.txt x; $l = New-Item -ItemType SymbolicLink l -Target t.txt; $l.Target; $l.LinkType
         $null = New-Item -ItemType HardLink h -Target t.txt; (Get-Item h).LinkType; (Get-Item h).UnixStat.HardlinkCount",
        &["t.txt", "SymbolicLink", "HardLink", "2"],
    );
    check_error(
        "New-Item -ItemType SymbolicLink /tmp/x",
        "ArgumentNull,Microsoft.PowerShell.Commands.NewItemCommand",
    );
}

#[test]
fn children_are_chosen_by_name_depth_and_attributes() {
    in_folder(
        "children",
        "$null = New-Item -ItemType Directory a/b; $null = New-Item x.txt, y.log, .h, a/x.txt, a/b/z.txt
         (Get-ChildItem).Name -join ','; (Get-ChildItem -Recurse -Filter *.txt).Name -join ','
         (Get-ChildItem x.txt -Recurse -Name) -join ','; (Get-ChildItem -Hidden).Name
         (Get-ChildItem -Recurse -Exclude *.txt).Name -join ','; (Get-ChildItem -Recurse -Depth 1 -File).Name -join ','
         (Get-ChildItem -Attributes Directory+!Hidden).Name; (Get-Item *.l*).Name",
        &["a,x.txt,y.log", "x.txt,x.txt,z.txt", "x.txt,a/x.txt", ".h", "a,b,y.log", "x.txt,y.log,x.txt", "a", "y.log"],
    );
}

#[test]
fn items_of_the_session_are_objects() {
    check("$env:PJ_A = 1; (Get-Item env:PJ_A).Value; Set-Item env:PJ_A 2; $env:PJ_A", &["1", "2"]);
    check(
        "$null = New-Item function:pjf -Value { 'ran' }; pjf; (Get-Item function:pjf).CommandType",
        &["ran", "Function"],
    );
    check(
        "Set-Item alias:pja Get-Date; (Get-Item alias:pja).Definition; Remove-Item alias:pja; Test-Path alias:pja",
        &["Get-Date", "False"],
    );
    check_error("New-Item env:PATH -Value x", "Argument,Microsoft.PowerShell.Commands.NewItemCommand");
    check_error("Set-Item /tmp x", "NotSupported,Microsoft.PowerShell.Commands.SetItemCommand");
}

#[test]
fn properties_of_items_are_read_and_set() {
    in_folder(
        "properties",
        "$null = New-Item f.txt -Value abc; Get-ItemPropertyValue f.txt Length
         Set-ItemProperty f.txt IsReadOnly $true; (Get-Item f.txt).IsReadOnly
         (Get-ItemProperty f.txt -Name Length, Extension).PSObject.Properties.Name -join ','",
        &["3", "True", "Length,Extension,PSPath,PSParentPath,PSChildName,UnixStat,PSDrive,PSProvider"],
    );
    check_error(
        "New-ItemProperty /tmp -Name x",
        "NotSupported,Microsoft.PowerShell.Commands.NewItemPropertyCommand",
    );
}

#[test]
fn drives_come_and_go_and_locations_are_stacked() {
    check(
        "$null = New-PSDrive PJ FileSystem /tmp; Set-Location PJ:/; \"$PWD\"; Set-Location /; Remove-PSDrive PJ; @(Get-PSDrive PJ*).Count",
        &["PJ:/", "0"],
    );
    check(
        "Set-Location /tmp; Push-Location /; \"$PWD\"; Pop-Location; \"$PWD\"; (Get-Location -Stack).Count",
        &["/", "/tmp", "0"],
    );
    check_error(
        "New-PSDrive P FileSystem /nonexistent",
        "DriveRootError,Microsoft.PowerShell.Commands.NewPSDriveCommand",
    );
    check_error("Pop-Location -StackName none", "Argument,Microsoft.PowerShell.Commands.PopLocationCommand");
}

#[test]
fn programs_are_started_and_ended() {
    in_folder(
        "started",
        "$p = Start-Process sh -ArgumentList '-c \"echo $PJ; exit 3\"' -Environment @{ PJ = 'given' } -RedirectStandardOutput o -Wait -PassThru
         $p.ExitCode; Get-Content o
         $s = Start-Process sleep 100 -PassThru; Stop-Process $s; Wait-Process -InputObject $s; $s.HasExited",
        &["3", "given", "True"],
    );
    check_error(
        "Stop-Process -Name no-such-process",
        "NoProcessFoundForGivenName,Microsoft.PowerShell.Commands.StopProcessCommand",
    );
}

#[test]
fn paths_resolve_and_are_tested() {
    in_folder(
        "resolved",
        "$null = New-Item d/x.txt -Force; Resolve-Path d/x.txt -Relative; Resolve-Path x.txt -RelativeBasePath d -Relative
         Test-Path d -PathType Leaf; Test-Path d/x.txt -NewerThan '2001-01-01'; Join-Path a b.txt -Extension log",
        &["./d/x.txt", "./x.txt", "False", "True", "a/b.log"],
    );
}

#[test]
fn a_sync_window_bounds_what_is_compared() {
    let text = "% { \"$($_.InputObject)$($_.SideIndicator)\" }";
    check(&format!("Compare-Object 1, 2 2, 1 -SyncWindow 0 | {text}"), &["2=>", "1<=", "1=>", "2<="]);
    check(&format!("Compare-Object 1, 2 2, 1 -SyncWindow 1 | {text}"), &[]);
    check(&format!("Compare-Object 1, 2 2, 1 | {text}"), &[]);
    check(
        &format!("Compare-Object 1, 2, 3, 4 9, 1 -IncludeEqual | {text}"),
        &["1==", "9=>", "2<=", "3<=", "4<="],
    );
}

#[test]
fn a_culture_with_an_order_of_its_own_is_refused() {
    check("'b', 'a' | Sort-Object -Culture en-US", &["a", "b"]);
    for command in ["1 | Sort-Object", "1 | Group-Object", "Compare-Object 1 2"] {
        check(
            &format!("try {{ {command} -Culture sv-SE }} catch {{ $_.CategoryInfo.Category }}"),
            &["NotImplemented"],
        );
    }
}

#[test]
fn excluded_variables_are_not_set() {
    let two = "$v1 = 1; $v2 = 2; ";
    check(&format!("{two}Set-Variable v1, v2 9 -Exclude v2; $v1; $v2"), &["9", "2"]);
    check(&format!("{two}Set-Variable v* 9 -Include *2; $v1; $v2"), &["1", "9"]);
}

#[test]
fn type_converters_and_adapters_are_refused() {
    for parameter in ["TypeConverter", "TypeAdapter"] {
        check(
            &format!(
                "try {{ Update-TypeData -TypeName My.T -{parameter} int }} catch {{ $_.CategoryInfo.Category }}"
            ),
            &["NotImplemented"],
        );
    }
}
