//! Script in, values out, over the cmdlets that convert, find, hash and choose.

mod script;

use script::{check, check_error, run};
use std::path::PathBuf;

/// A folder of a test's own, which is gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("psjob-utility-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn csv_goes_out_and_comes_back() {
    check(
        "[pscustomobject]@{ a = 1; b = 'x,\"y\"' } | ConvertTo-Csv; 'a,,c', '1,2,3' | ConvertFrom-Csv 3>$null | % { \"$_\" }",
        &["\"a\",\"b\"", "\"1\",\"x,\"\"y\"\"\"", "@{a=1; H1=2; c=3}"],
    );
    check(
        "[pscustomobject]@{ a = 1; b = 'p;q' } | ConvertTo-Csv -UseQuotes AsNeeded -Delimiter ';'",
        &["a;b", "1;\"p;q\""],
    );
    check_error(
        "'a,A', '1,2' | ConvertFrom-Csv",
        "AlreadyPresentPSMemberInfoInternalCollectionAdd,Microsoft.PowerShell.Commands.ConvertFromCsvCommand",
    );
}

#[test]
fn csv_files_are_appended_to_by_their_own_columns() {
    let folder = Folder::new("csv");
    let file = folder.file("f.csv");
    check(
        &format!(
            "[pscustomobject]@{{ a = 1; b = 2 }} | Export-Csv {file}; [pscustomobject]@{{ b = 4; a = 3 }} | Export-Csv {file} -Append; Import-Csv {file} | % {{ \"$_\" }}"
        ),
        &["@{a=1; b=2}", "@{a=3; b=4}"],
    );
    check_error(
        &format!("[pscustomobject]@{{ z = 1 }} | Export-Csv {file} -Append"),
        "CannotAppendCsvWithMismatchedPropertyNames,Microsoft.PowerShell.Commands.ExportCsvCommand",
    );
}

#[test]
fn select_string_finds_lines_and_what_is_around_them() {
    check("'one', 'two' | Select-String 'w' | % { \"$($_.LineNumber) $($_.Matches.Value)\" }", &["2 w"]);
    check("'a.b', 'axb' | Select-String 'a.b' -SimpleMatch | % Line", &["a.b"]);
    check(
        "'l1', 'l2', 'hit', 'l4', 'l5' | Select-String hit -Context 1 | % ToString",
        &["  l2\n> hit\n  l4"],
    );
    check(
        "'1', 'hit', '3', 'hit', '5' | Select-String hit -Context 1 | % { \"$($_.Context.PreContext) $($_.Context.PostContext) $($_.Context.DisplayPreContext)\" }",
        &["1 3 1", "3 5 "],
    );
    check("'a' | Select-String b -NotMatch -Raw; ('a' | Select-String b -Quiet) -eq $null", &["a", "True"]);
    check_error("'a' | Select-String '('", "InvalidRegex,Microsoft.PowerShell.Commands.SelectStringCommand");
}

#[test]
fn random_numbers_of_a_seed_are_those_of_powershell() {
    let (first, _) =
        run("Get-Random -SetSeed 7 -Maximum 1000; Get-Random -Maximum 1000; 1..5 | Get-Random -Shuffle");
    let (second, _) =
        run("Get-Random -SetSeed 7 -Maximum 1000; Get-Random -Maximum 1000; 1..5 | Get-Random -Shuffle");
    assert_eq!(first, second);
    assert_eq!(first.len(), 7);
    check("(1..9 | Get-Random -Count 9 | Sort-Object) -join ','", &["1,2,3,4,5,6,7,8,9"]);
    check_error(
        "Get-Random -Minimum 5 -Maximum 5",
        "MinGreaterThanOrEqualMax,Microsoft.PowerShell.Commands.GetRandomCommand",
    );
}

#[test]
fn texts_are_joined_and_taken_apart() {
    check("1, 20 | Join-String -FormatString '{0:000}' -Separator ' '", &["001 020"]);
    check(
        "'a', 'b' | Join-String -SingleQuote -Separator ',' -OutputPrefix '(' -OutputSuffix ')'",
        &["('a','b')"],
    );
    check("(ConvertFrom-StringData \"a = x\\ty`nb: = 2\").a", &["x\ty"]);
    check_error(
        "ConvertFrom-StringData 'nothing'",
        "InvalidOperation,Microsoft.PowerShell.Commands.ConvertFromStringDataCommand",
    );
}

#[test]
fn hashes_and_bytes_are_shown() {
    let folder = Folder::new("hash");
    let file = folder.file("f");
    std::fs::write(&file, "abc").unwrap();
    check(&format!("(Get-FileHash {file} -Algorithm MD5).Hash"), &["900150983CD24FB0D6963F7D28E17F72"]);
    check(
        &format!("(Format-Hex {file} -Offset 1).HexBytes; (258 | Format-Hex -Count 2).HexBytes"),
        &["62 63", "02 01"],
    );
    check("('AbC' | Format-Hex).Ascii; (, [byte[]](0, 255) | Format-Hex).Bytes.Count", &["AbC", "2"]);
}

#[test]
fn html_and_xml_hold_the_properties() {
    check(
        "[pscustomobject]@{ a = '<' } | ConvertTo-Html -Fragment",
        &[
            "<table>",
            "<colgroup><col/></colgroup>",
            "<tr><th>a</th></tr>",
            "<tr><td>&lt;</td></tr>",
            "</table>",
        ],
    );
    check(
        "[pscustomobject]@{ a = 1; l = @() } | ConvertTo-Xml -As Stream -NoTypeInformation",
        &[
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<Objects>",
            "<Object>\n  <Property Name=\"a\">1</Property>\n  <Property Name=\"l\" />\n</Object>",
            "</Objects>",
        ],
    );
    check(
        "Select-Xml -Content '<r><a>1</a></r>' -XPath '//a' | % { $_.Node.InnerText; $_.Path }",
        &["1", "InputStream"],
    );
}

#[test]
fn clixml_keeps_values_and_secrets() {
    let folder = Folder::new("clixml");
    let file = folder.file("o.xml");
    check(
        &format!(
            "@{{ s = ConvertTo-SecureString 'geheim' -AsPlainText; n = 1.5 }} | Export-Clixml {file}; $o = Import-Clixml {file}; $o.n; ConvertFrom-SecureString $o.s -AsPlainText"
        ),
        &["1.5", "geheim"],
    );
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("670065006800650069006d00"), "{text}");
    check("1, 'x' | ConvertTo-CliXml | ConvertFrom-CliXml", &["1 x"]);
    check_error(
        "ConvertFrom-CliXml '<a/>'",
        "System.Xml.XmlException,Microsoft.PowerShell.Commands.ConvertFromClixmlCommand",
    );
}

#[test]
fn secrets_come_back_under_their_key() {
    check(
        "$k = [byte[]](1..16); $e = ConvertTo-SecureString 'x' -AsPlainText | ConvertFrom-SecureString -Key $k; $e | ConvertTo-SecureString -Key $k | ConvertFrom-SecureString",
        &["7800"],
    );
    check_error(
        "ConvertTo-SecureString 'odd'",
        "ImportSecureString_InvalidArgument,Microsoft.PowerShell.Commands.ConvertToSecureStringCommand",
    );
}

#[test]
fn type_data_adds_members_until_it_is_removed() {
    check(
        "Update-TypeData -TypeName int -MemberType ScriptMethod -MemberName Square -Value { $this * $this } -Force; (5).Square(); (Get-TypeData System.Int32).Members.Keys; Remove-TypeData System.Int32; (Get-TypeData System.Int32) -eq $null",
        &["25", "Square", "True"],
    );
    check_error(
        "Update-TypeData -TypeName My.T",
        "TypeDataEmpty,Microsoft.PowerShell.Commands.UpdateTypeDataCommand",
    );
    check_error(
        "1..2 | % { Update-TypeData -TypeName My.T -MemberType NoteProperty -MemberName N -Value 1 }",
        "TypesDynamicUpdateException,Microsoft.PowerShell.Commands.UpdateTypeDataCommand",
    );
}

#[test]
fn tasks_run_beside_each_other_and_see_what_is_sent_along() {
    check("$b = 10; 1..3 | ForEach-Object -Parallel { $_ + $using:b } -ThrottleLimit 1", &["11", "12", "13"]);
    check(
        "(1..20 | ForEach-Object -Parallel { $_ } | Sort-Object) -join ','",
        &["1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20"],
    );
    check_error(
        "1 | ForEach-Object -Parallel { throw 'x' }",
        "PSTaskException,Microsoft.PowerShell.Commands.ForEachObjectCommand",
    );
    check_error(
        "1 | ForEach-Object -Parallel { Get-Content /no/such }",
        "PathNotFound,Microsoft.PowerShell.Commands.GetContentCommand",
    );
}

#[test]
fn data_files_hold_constants_only() {
    let folder = Folder::new("data");
    let file = folder.file("d.psd1");
    std::fs::write(&file, "@{ a = 1; l = @('p', 'q'); n = -5 }").unwrap();
    check(&format!("$d = Import-PowerShellDataFile {file}; $d.a; $d.l.Count; $d.n"), &["1", "2", "-5"]);
    std::fs::write(&file, "@{ a = Get-Date }").unwrap();
    let (output, errors) = run(&format!("Import-PowerShellDataFile {file}"));
    assert!(output.is_empty(), "{output:?}");
    assert_eq!(
        errors,
        ["System.InvalidOperationException,Microsoft.PowerShell.Commands.ImportPowerShellDataFileCommand"]
    );
    std::fs::write(&file, "ConvertFrom-StringData 'hello = there'").unwrap();
    check(
        &format!("Import-LocalizedData m -BaseDirectory {} -FileName d; $m.hello", folder.0.display()),
        &["there"],
    );
}

#[test]
fn objects_are_handed_on_and_kept() {
    let folder = Folder::new("tee");
    let file = folder.file("o.txt");
    check(
        &format!("1, 2 | Tee-Object {file}; 3 | Tee-Object {file} -Append; (Get-Content {file}) -join ','"),
        &["1", "2", "3", "1,2,3"],
    );
    check("$null = 'one' | Tee-Object -Variable v; $v", &["one"]);
    check_error(
        "1 | Tee-Object /no/such/folder/x",
        "FileOpenFailure,Microsoft.PowerShell.Commands.OutFileCommand",
    );
}
