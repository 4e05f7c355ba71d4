//! Recursion without end, of every kind: PowerShell's error comes, and the session lives on.

mod script;

use pwsh_value::stack;

/// Runs work on a thread with the stack that every thread of script has.
fn on_a_script_thread(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(stack::RESERVE).spawn(|| {
        stack::begin_thread(stack::RESERVE);
        work();
    });
    thread.unwrap().join().unwrap();
}

/// The recursion ends with this error id, and what comes after it in the same session runs.
fn ends_with(recursion: &'static str, id: &'static str) {
    on_a_script_thread(move || {
        let script = format!(
            "try {{ $null = & {{ {recursion} }} }} catch {{ $_.FullyQualifiedErrorId.Split(',')[0] }}; 'lives'"
        );
        script::check(&script, &[id, "lives"]);
    });
}

/// The script comes to its end, whatever it makes of data that is nested deeper than a stack.
fn lives(script: &'static str) {
    on_a_script_thread(move || {
        script::check(&format!("{script}; 'lives'"), &["lives"]);
    });
}

const NESTED: &str = "$a = @(1); foreach ($i in 1..100000) { $a = , $a };";

#[test]
fn functions() {
    ends_with("function f { f }; f", "CallDepthOverflow");
    ends_with("function f { [CmdletBinding()] param($x) f $x }; f 1", "CallDepthOverflow");
    ends_with("function f { process { $_ | f } }; 1 | f", "CallDepthOverflow");
    ends_with("function f($x = $(f)) { 1 }; f", "CallDepthOverflow");
}

#[test]
fn an_error_that_nobody_catches_is_reported() {
    on_a_script_thread(|| script::check_error("function f { f }; f", "CallDepthOverflow"));
}

#[test]
fn script_blocks() {
    ends_with("$b = { & $b }; & $b", "CallDepthOverflow");
    ends_with("$b = { . $b }; . $b", "CallDepthOverflow");
    ends_with("$b = { $b.Invoke() }; & $b", "CallDepthOverflow");
    ends_with("$b = { 1 | ForEach-Object $b }; & $b", "CallDepthOverflow");
    ends_with("$b = { 1 | Where-Object $b }; & $b", "CallDepthOverflow");
    ends_with("$s = 'Invoke-Expression $s'; Invoke-Expression $s", "CallDepthOverflow");
    ends_with("$r = { 'a' -replace 'a', $r }; & $r", "CallDepthOverflow");
}

#[test]
fn members() {
    ends_with("class C { [object] M() { return $this.M() } }; [C]::new().M()", "CallDepthOverflow");
    ends_with("class S { static [object] M() { return [S]::M() } }; [S]::M()", "CallDepthOverflow");
    ends_with("class N { [object] $n; N() { $this.n = [N]::new() } }; [N]::new()", "CallDepthOverflow");
    ends_with(
        "$o = [pscustomobject]@{}; $o | Add-Member -MemberType ScriptMethod -Name M -Value { $this.M() }; $o.M()",
        "CallDepthOverflow",
    );
    lives(
        "$o = [pscustomobject]@{}; $o | Add-Member -MemberType ScriptProperty -Name P -Value { $this.P }; try { $null = $o.P } catch { }",
    );
    lives(
        "class T { [string] ToString() { return \"$this\" } }; try { $null = \"$([T]::new())\" } catch { }",
    );
    lives(
        "class Q { [bool] Equals($o) { return $this -eq $o } }; try { $null = [Q]::new() -eq 1 } catch { }",
    );
}

#[test]
fn data_that_is_nested_deeply() {
    let of = |rest: &str| -> &'static str { Box::leak(format!("{NESTED} {rest}").into_boxed_str()) };
    lives(of("try { $null = \"$a\" } catch { }"));
    lives(of("try { $null = $a | Out-String } catch { }"));
    lives(of("try { $null = $a | Format-List * | Out-String } catch { }"));
    lives(of("try { $null = $a | ConvertTo-Json -Depth 100 -WarningAction SilentlyContinue } catch { }"));
    lives(of("try { $null = [System.Management.Automation.PSSerializer]::Serialize($a, 200000) } catch { }"));
    lives(of("try { $null = $a.Nope } catch { }"));
    lives(of("try { $null = $a -join ',' } catch { }"));
    lives(
        "$h = @{}; foreach ($i in 1..100000) { $h = @{ a = $h } }; try { $null = $h | Out-String } catch { }",
    );
    lives(
        "$o = [pscustomobject]@{ a = 1 }; foreach ($i in 1..100000) { $o = [pscustomobject]@{ a = $o } }; try { $null = \"$o\" } catch { }; try { $null = $o | Out-String } catch { }",
    );
    lives(
        "$e = $null; foreach ($i in 1..50000) { $e = [Exception]::new('x', $e) }; try { throw $e } catch { }",
    );
}

#[test]
fn text_that_is_nested_deeply() {
    lives("try { $null = [scriptblock]::Create('(' * 100000) } catch { }");
    lives("try { $null = Invoke-Expression ('1' + ' + 1' * 20000) } catch { }");
    lives("try { $null = [scriptblock]::Create('{' * 100000) } catch { }");
    lives("try { $null = ('[' * 100000) | ConvertFrom-Json } catch { }");
    lives("try { $null = 'a' -match ('(' * 100000) } catch { }");
}
