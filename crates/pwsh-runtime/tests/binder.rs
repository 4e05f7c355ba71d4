//! How arguments reach the parameters of functions and cmdlets, and what is said of those that do not.

use pwsh_runtime::command::{Cmdlet, CommandTable, Io, Switch};
use pwsh_runtime::error_record::ErrorRecord;
use pwsh_runtime::host::Collected;
use pwsh_runtime::pipeline::Streams;
use pwsh_runtime::record::Record;
use pwsh_runtime::{Runspace, Session, Shared};
use pwsh_value::{Process, PsString, Result, Value, convert};
use std::sync::Arc;

/// Says what its parameters hold.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Test-Binding",
    module = "Test",
    aliases("tb"),
    default_set = "Name",
    should_process,
    impact = "High",
    output("System.String")
)]
struct TestBinding {
    #[parameter(set = "Name", position = 0, pipeline_by_name, alias("Title"))]
    name: Option<PsString>,
    #[parameter(set = "Id", position = 0, mandatory, pipeline)]
    id: Option<i32>,
    #[parameter(set = "Id")]
    #[parameter(set = "Name", position = 1)]
    #[validate(range(1, 12))]
    month: Option<i32>,
    #[parameter]
    force: Switch,
    #[parameter(remaining)]
    #[validate(set("x", "y", "z"))]
    rest: Vec<PsString>,
    #[parameter]
    enabled: bool,
    seen: usize,
}

impl Cmdlet for TestBinding {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.seen += 1;
        let rest: Vec<String> = self.rest.iter().map(ToString::to_string).collect();
        let text = format!(
            "{}:{} name={} id={:?} month={:?} force={} rest={} enabled={} whatif={:?}",
            self.seen,
            io.set(),
            self.name.as_ref().map_or("-".into(), ToString::to_string),
            self.id,
            self.month,
            self.force.0,
            rest.join("+"),
            self.enabled,
            io.call.preferences.what_if,
        );
        io.write(Value::str(text))
    }
}

/// Takes objects by value or by property, and mandatory text.
#[derive(Default, Cmdlet)]
#[cmdlet(name = "Test-Input", module = "Test")]
struct TestInput {
    #[parameter(position = 0, mandatory, pipeline)]
    input_object: Option<PsString>,
    #[parameter(pipeline_by_name)]
    #[alias("Size")]
    length: Option<i64>,
    #[parameter(name = "Address", ty = "System.Net.IPAddress[]")]
    address: Value,
}

impl Cmdlet for TestInput {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let shown = self.input_object.as_ref().map_or("-".into(), ToString::to_string);
        let _ = &self.address;
        io.write(Value::str(format!("{shown} {:?}", self.length)))
    }
}

/// What a script puts out, and its errors: message and id.
fn run(script: &str) -> (Vec<String>, Vec<(String, String)>) {
    pwsh_value::ty::install(psjob_dotnet::table::TYPES);
    let commands = CommandTable::new(&[TestBinding::declaration(), TestInput::declaration()]);
    let session = Session::new(Arc::new(Shared::new(commands)), Process::inherit());
    let collected = Arc::new(Collected::default());
    let mut rs = Runspace::new(session, collected.clone(), None);
    let result = rs.parse(script).and_then(|block| rs.run_block(block, true, Vec::new(), Streams::TOP));
    let mut errors = Vec::new();
    if let Err(error) = result {
        let record = rs.record_of(&error, None);
        errors.push((record.message().to_string(), record.id.to_string()));
    }
    let output = std::mem::take(&mut *collected.output.lock());
    let output = output.iter().map(|v| convert::to_text(&mut rs, v).unwrap().to_string()).collect();
    for record in collected.records.lock().iter() {
        if let Record::Error(record) = record {
            let record = record.as_object().unwrap().get::<ErrorRecord>().unwrap().payload();
            errors.push((record.message().to_string(), record.id.to_string()));
        }
    }
    (output, errors)
}

fn check(script: &str, expected: &[&str]) {
    let (output, errors) = run(script);
    assert_eq!(output, expected, "{script}: {errors:?}");
    assert!(errors.is_empty(), "{script}: {errors:?}");
}

fn refuses(script: &str, id: &str, message: &str) {
    let (output, errors) = run(script);
    assert_eq!(errors, [(message.to_owned(), id.to_owned())], "{script}: {output:?}");
}

#[test]
fn names_may_be_shortened_and_bound_by_colon() {
    check("function F($Path, $Other) { \"$Path|$Other\" }; F -Pa 1 -o:2; F 1 -Path 2", &["1|2", "2|1"]);
    check("function F { param([Alias('PSPath')]$Path) $Path }; F -PSP x; F -pspath y", &["x", "y"]);
}

#[test]
fn an_ambiguous_beginning_names_what_it_may_mean() {
    refuses(
        "function F { param($Path, $Pattern) }; F -Pa 3",
        "AmbiguousParameter,F",
        "Parameter cannot be processed because the parameter name 'Pa' is ambiguous. Possible matches include: -Path -Pattern.",
    );
    refuses(
        "Test-Binding -Warning x",
        "AmbiguousParameter,Microsoft.PowerShell.Commands.TestBindingCommand",
        "Parameter cannot be processed because the parameter name 'Warning' is ambiguous. Possible matches include: -WarningAction -WarningVariable.",
    );
    // -e could be -ErrorAction as well, but only one of the declared parameters begins so.
    check(
        "Test-Binding -e $true",
        &["1:Name name=- id=None month=None force=false rest= enabled=true whatif=None"],
    );
}

#[test]
fn a_parameter_takes_one_argument() {
    refuses(
        "function F($a) { \"a=$a\" }; F -a 1 -a 2",
        "ParameterAlreadyBound,F",
        "Cannot bind parameter because parameter 'a' is specified more than once. To provide multiple values to parameters that can accept multiple values, use the array syntax. For example, \"-parameter value1,value2,value3\".",
    );
    refuses(
        "function F([int]$a) { }; F -a",
        "MissingArgument,F",
        "Missing an argument for parameter 'a'. Specify a parameter of type 'System.Int32' and try again.",
    );
    refuses(
        "function F($a, $b) { }; F -a -b 1",
        "MissingArgument,F",
        "Missing an argument for parameter 'a'. Specify a parameter of type 'System.Object' and try again.",
    );
}

#[test]
fn what_no_parameter_takes_is_left_in_args_or_refused() {
    check("function F($a) { \"$a|$args\" }; F 1 -x 2 -y:3", &["1|-x 2 -y: 3"]);
    refuses(
        "function F { [CmdletBinding()] param($a) }; F 1 2",
        "PositionalParameterNotFound,F",
        "A positional parameter cannot be found that accepts argument '2'.",
    );
    refuses(
        "function F { [CmdletBinding()] param($a) }; F -zz 2",
        "NamedParameterNotFound,F",
        "A parameter cannot be found that matches parameter name 'zz'.",
    );
    check("function G($Path) { \"p=$Path\" }; function F { G @args }; F -Path 1", &["p=1"]);
}

#[test]
fn switches_need_no_value_and_take_no_position() {
    check(
        "function F([switch]$s, $a) { \"$s $a\" }; F 1 -s; F -s:$false 2; F 3",
        &["True 1", "False 2", "False 3"],
    );
    check(
        "Test-Binding n -Force",
        &["1:Name name=n id=None month=None force=true rest= enabled=false whatif=None"],
    );
    check(
        "Test-Binding n -Force:$false -wi",
        &["1:Name name=n id=None month=None force=false rest= enabled=false whatif=Some(true)"],
    );
}

#[test]
fn an_argument_written_out_goes_before_a_splatted_one() {
    check("function F($a, $b) { \"$a $b\" }; $h = @{ a = 1; b = 2 }; F @h -a 9", &["9 2"]);
    refuses(
        "function F { [CmdletBinding()] param($a) \"a=$a\" }; $h = @{ a = 1; zz = 2 }; F @h",
        "NamedParameterNotFound,F",
        "A parameter cannot be found that matches parameter name 'zz'.",
    );
}

#[test]
fn types_convert_arguments_and_say_why_not() {
    check("function F([int]$n, [string[]]$s) { $n + 1; $s.Count }; F '41' a,b", &["42", "2"]);
    refuses(
        "function F([int]$n) { $n }; F abc",
        "ParameterArgumentTransformationError,F",
        "Cannot process argument transformation on parameter 'n'. Cannot convert value \"abc\" to type \"System.Int32\". Error: \"The input string 'abc' was not in a correct format.\"",
    );
    refuses(
        "function F { [CmdletBinding()] param([bool]$b) $b }; F yes",
        "ParameterArgumentTransformationError,F",
        "Cannot process argument transformation on parameter 'b'. Cannot convert value \"System.String\" to type \"System.Boolean\". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.",
    );
    refuses(
        "function F { [CmdletBinding()] param([string]$s) $s }; F 1,2",
        "ParameterArgumentTransformationError,F",
        "Cannot process argument transformation on parameter 's'. Cannot convert value to type System.String.",
    );
    refuses(
        "Test-Binding n -Month abc",
        "CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.TestBindingCommand",
        "Cannot bind parameter 'Month'. Cannot convert value \"abc\" to type \"System.Int32\". Error: \"The input string 'abc' was not in a correct format.\"",
    );
    refuses(
        "Test-Binding n -Month 1,2",
        "CannotConvertArgument,Microsoft.PowerShell.Commands.TestBindingCommand",
        "Cannot convert 'System.Object[]' to the type 'System.Int32' required by parameter 'Month'. Specified method is not supported.",
    );
    refuses(
        "Test-Binding n -Enabled yes",
        "CannotConvertArgument,Microsoft.PowerShell.Commands.TestBindingCommand",
        "Cannot convert 'System.String' to the type 'System.Boolean' required by parameter 'Enabled'. ",
    );
}

#[test]
fn the_type_of_a_positional_argument_chooses_the_set() {
    let by_id = "1:Id name=- id=Some(5) month=None force=false rest= enabled=false whatif=None";
    check("Test-Binding -Id 5", &[by_id]);
    check("Test-Binding 5", &[by_id]);
    check(
        "Test-Binding '5'",
        &["1:Name name=5 id=None month=None force=false rest= enabled=false whatif=None"],
    );
    refuses(
        "Test-Binding -Name a -Id 5",
        "AmbiguousParameterSet,Microsoft.PowerShell.Commands.TestBindingCommand",
        "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot be used together or an insufficient number of parameters were provided.",
    );
    check(
        "function F { [CmdletBinding(DefaultParameterSetName = 'A')] param([Parameter(ParameterSetName = 'A', Position = 0)]$x, [Parameter(ParameterSetName = 'B', Position = 0, Mandatory)]$y) \"$x|$y\" }; F; F 1; F -y 2",
        &["|", "1|", "|2"],
    );
}

#[test]
fn a_parameter_without_argument_has_the_default_of_its_type() {
    check(
        "function F([int]$n, [string]$s, [datetime]$d, [int]$m = '5') { \"$n|$($s.Length)|$($null -eq $d)|$($m + 1)\" }; F -n:0",
        &["0|0|True|6"],
    );
    refuses(
        "function F([int]$n = 'x') { }; F",
        "ParameterArgumentTransformationError,F",
        "Cannot process argument transformation on parameter 'n'. Cannot convert value \"x\" to type \"System.Int32\". Error: \"The input string 'x' was not in a correct format.\"",
    );
}

#[test]
fn remaining_arguments_go_to_the_parameter_that_takes_them() {
    check(
        "Test-Binding n 2 x y",
        &["1:Name name=n id=None month=Some(2) force=false rest=x+y enabled=false whatif=None"],
    );
    check(
        "function F { param([Parameter(Position = 0)]$a, [Parameter(ValueFromRemainingArguments)]$r) \"$a|$($r.Count)|$r\" }; F 1 2 3 -x",
        &["1|3|2 3 -x"],
    );
}

#[test]
fn checks_refuse_in_their_own_words() {
    refuses(
        "Test-Binding n -Month 13",
        "ParameterArgumentValidationError,Microsoft.PowerShell.Commands.TestBindingCommand",
        "Cannot validate argument on parameter 'Month'. The 13 argument is greater than the maximum allowed range of 12. Supply an argument that is less than or equal to 12 and then try the command again.",
    );
    refuses(
        "function F([ValidateSet('a', 'b')]$x) { $x }; F c",
        "ParameterArgumentValidationError,F",
        "Cannot validate argument on parameter 'x'. The argument \"c\" does not belong to the set \"a,b\" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.",
    );
    refuses(
        "function F([ValidatePattern('^\\d+$')]$x) { $x }; F c",
        "ParameterArgumentValidationError,F",
        "Cannot validate argument on parameter 'x'. The argument \"c\" does not match the \"^\\d+$\" pattern. Supply an argument that matches \"^\\d+$\" and try the command again.",
    );
    refuses(
        "function F([ValidateScript({ $_ -gt 5 }, ErrorMessage = 'no {0}')]$x) { $x }; F 1",
        "ParameterArgumentValidationError,F",
        "Cannot validate argument on parameter 'x'. no 1",
    );
    refuses(
        "function F([ValidateLength(2, 3)][string]$x) { $x }; F abcd",
        "ParameterArgumentValidationError,F",
        "Cannot validate argument on parameter 'x'. The character length (4) of the argument is too long. Specify an argument with a length that is shorter than or equal to \"3\", and then try the command again.",
    );
    refuses(
        "function F([ValidateCount(2, 3)][int[]]$x) { $x }; F 1",
        "ParameterArgumentValidationError,F",
        "Cannot validate argument on parameter 'x'. The parameter requires at least 2 value(s) and no more than 3 value(s) - 1 value(s) were provided.",
    );
    refuses(
        "function F([ValidateRange('Positive')][int]$x) { $x }; F 0",
        "ParameterArgumentValidationError,F",
        "Cannot validate argument on parameter 'x'. The argument \"0\" cannot be validated because its value is not greater than zero.",
    );
    refuses(
        "function F([ValidateNotNullOrEmpty()]$x) { $x }; F ''",
        "ParameterArgumentValidationError,F",
        "Cannot validate argument on parameter 'x'. The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.",
    );
    check("function F([ValidateSet('a', 'b')]$x) { $x }; F A", &["A"]);
}

#[test]
fn mandatory_parameters_are_missed_and_take_nothing_empty() {
    let function = "function F { param([Parameter(Mandatory)]$a, [Parameter(Mandatory)][string]$b, [Parameter(Mandatory)][string[]]$c) }; ";
    refuses(
        &format!("{function} F 1"),
        "MissingMandatoryParameter,F",
        "Cannot process command because of one or more missing mandatory parameters: b c.",
    );
    refuses(
        &format!("{function} F $null x y"),
        "ParameterArgumentValidationErrorNullNotAllowed,F",
        "Cannot bind argument to parameter 'a' because it is null.",
    );
    refuses(
        &format!("{function} F 1 '' y"),
        "ParameterArgumentValidationErrorEmptyStringNotAllowed,F",
        "Cannot bind argument to parameter 'b' because it is an empty string.",
    );
    refuses(
        &format!("{function} F 1 x @()"),
        "ParameterArgumentValidationErrorEmptyArrayNotAllowed,F",
        "Cannot bind argument to parameter 'c' because it is an empty array.",
    );
    check(
        "function F { param([Parameter(Mandatory)][AllowEmptyString()][string]$b) \"[$b]\" }; F ''",
        &["[]"],
    );
}

#[test]
fn objects_are_bound_by_value_and_by_property() {
    check("'a', 'bc' | Test-Input", &["a Some(1)", "bc Some(2)"]);
    check("[pscustomobject]@{ Size = 3 } | Test-Input", &["@{Size=3} Some(3)"]);
    check(
        "3, 4 | Test-Binding -Month 2",
        &[
            "1:Id name=- id=Some(3) month=Some(2) force=false rest= enabled=false whatif=None",
            "2:Id name=- id=Some(4) month=Some(2) force=false rest= enabled=false whatif=None",
        ],
    );
    check(
        "[pscustomobject]@{ Title = 'q' } | Test-Binding",
        &["1:Name name=q id=None month=None force=false rest= enabled=false whatif=None"],
    );
    check(
        "function F { param([Parameter(ValueFromPipeline)][int]$n, [Parameter(ValueFromPipelineByPropertyName)]$Length = 'd') process { \"$n $Length\" } }; 1, 2 | F",
        &["1 d", "2 d"],
    );
}

#[test]
fn an_object_that_nothing_takes_is_an_error_and_the_next_goes_on() {
    let (output, errors) = run("'x', 5 | Test-Binding");
    assert_eq!(output, ["1:Id name=- id=Some(5) month=None force=false rest= enabled=false whatif=None"]);
    assert_eq!(errors, [(
        "The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.".to_owned(),
        "InputObjectNotBound,Microsoft.PowerShell.Commands.TestBindingCommand".to_owned(),
    )]);
    refuses(
        "$null | Test-Input",
        "ParameterArgumentValidationErrorNullNotAllowed,Microsoft.PowerShell.Commands.TestInputCommand",
        "Cannot bind argument to parameter 'InputObject' because it is null.",
    );
}

#[test]
fn what_an_object_gave_is_gone_with_the_next() {
    check("1, [pscustomobject]@{ Size = 3 }, 2 | Test-Input", &["1 None", "@{Size=3} Some(3)", "2 None"]);
    check(
        "function F { param([Parameter(ValueFromPipelineByPropertyName)]$A = 'd', [Parameter(ValueFromPipelineByPropertyName)]$B) process { \"$A $B\" } }; [pscustomobject]@{ A = 1; B = 2 }, [pscustomobject]@{ B = 3 } | F",
        &["1 2", "d 3"],
    );
}

#[test]
fn a_script_block_waits_for_the_objects() {
    check(
        "[pscustomobject]@{ x = 'q' } | Test-Binding -Name { $_.x + '!' }",
        &["1:Name name=q! id=None month=None force=false rest= enabled=false whatif=None"],
    );
    refuses(
        "Test-Binding -Name { 1 }",
        "ScriptBlockArgumentNoInput,Microsoft.PowerShell.Commands.TestBindingCommand",
        "Cannot evaluate parameter 'Name' because its argument is specified as a script block and there is no input. A script block cannot be evaluated without input.",
    );
}

#[test]
fn defaults_of_the_session_are_bound_and_named_in_errors() {
    check(
        "$PSDefaultParameterValues = @{ 'Test-*:Month' = 7; 'tb:Force' = $true }; Test-Binding n",
        &["1:Name name=n id=None month=Some(7) force=true rest= enabled=false whatif=None"],
    );
    check(
        "$PSDefaultParameterValues = @{ 'Test-Binding:Month' = 7; Disabled = $true }; Test-Binding n",
        &["1:Name name=n id=None month=None force=false rest= enabled=false whatif=None"],
    );
}

#[test]
fn common_parameters_are_recognised_by_name_and_alias() {
    check(
        "function F { [CmdletBinding(SupportsShouldProcess)] param($a) $b = $PSBoundParameters; \"$($b.a) $($b.WhatIf) $($b.Verbose) $($b.ErrorAction)\" }; F 1 -wi -Verb -ea Ignore",
        &["1 True True Ignore"],
    );
    refuses(
        "Test-Binding n -ErrorAction Foo",
        "CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.TestBindingCommand",
        "Cannot bind parameter 'ErrorAction'. Cannot convert value \"Foo\" to type \"System.Management.Automation.ActionPreference\". Error: \"Unable to match the identifier name Foo to a valid enumerator name. Specify one of the following enumerator names and try again:\nSilentlyContinue, Stop, Continue, Inquire, Ignore, Suspend, Break\"",
    );
    check(
        "Test-Binding n -ea Stop -ev e -Confirm:$false",
        &["1:Name name=n id=None month=None force=false rest= enabled=false whatif=None"],
    );
}

#[test]
fn the_metadata_of_a_cmdlet_says_what_its_struct_does() {
    let declaration = TestBinding::declaration();
    assert_eq!(declaration.class_name(), "Microsoft.PowerShell.Commands.TestBindingCommand");
    let meta = declaration.meta();
    assert_eq!(meta.set_names().iter().map(ToString::to_string).collect::<Vec<_>>(), ["Name", "Id"]);
    let month = &meta.parameters[meta.parameter(&"month".into()).unwrap()];
    assert_eq!(month.sets.len(), 2);
    assert_eq!(month.ty.name(), &"System.Int32");
    let address = &TestInput::declaration().meta().parameters[2];
    assert_eq!(address.ty.name(), &"System.Net.IPAddress[]");
    assert_eq!(TestInput::declaration().meta().parameters[1].aliases[0], "Size");
}

/// The text that a script's error points at.
fn place(script: &str) -> String {
    pwsh_value::ty::install(psjob_dotnet::table::TYPES);
    let commands = CommandTable::new(&[TestBinding::declaration(), TestInput::declaration()]);
    let session = Session::new(Arc::new(Shared::new(commands)), Process::inherit());
    let mut rs = Runspace::new(session, Arc::new(Collected::default()), None);
    let result = rs.parse(script).and_then(|block| rs.run_block(block, true, Vec::new(), Streams::TOP));
    let position = match result {
        Err(error) => rs.record_of(&error, None).position,
        Ok(_) => {
            let newest = rs.errors.get::<pwsh_value::payload::List>().unwrap().get(0).unwrap();
            newest.as_object().unwrap().get::<ErrorRecord>().unwrap().payload().position.clone()
        }
    };
    let position = position.expect("the error has a place");
    position.source.slice(position.extent).to_owned()
}

#[test]
fn an_error_points_at_the_argument_that_is_refused() {
    assert_eq!(place("function F { param($Path, $Pattern) }\nF -Pa 3"), "-Pa");
    assert_eq!(place("function F([int]$n, $m) { }; F -m 1 -n abc"), "abc");
    assert_eq!(place("function F([int]$n, $m) { }; F -n:abc"), "abc");
    assert_eq!(place("Test-Binding a 13 x"), "13");
    assert_eq!(place("function F { [CmdletBinding()] param($a) }; $h = @{ a = 1; zz = 2 }; F @h"), "@h");
    assert_eq!(place("function F { [CmdletBinding()] param($a) }; F 1 2"), "F 1 2");
    assert_eq!(place("function F { param([Parameter(Mandatory)]$a) }; 1; F"), "F");
}
