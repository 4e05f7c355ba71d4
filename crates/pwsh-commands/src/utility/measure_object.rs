//! `Measure-Object`.

use crate::order::compare;
use crate::property::{Allowed, PropertyArgument};
use crate::types::Fields;
use pwsh_runtime::Runspace;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::ops::Case;
use pwsh_value::{Category, Error, PsString, Result, Value, convert};
use std::cmp::Ordering;

/// Counts objects, and sums up numbers or text.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Measure-Object",
    module = "Microsoft.PowerShell.Utility",
    aliases("measure"),
    default_set = "GenericMeasure",
    output(
        "Microsoft.PowerShell.Commands.GenericMeasureInfo",
        "Microsoft.PowerShell.Commands.TextMeasureInfo",
        "Microsoft.PowerShell.Commands.GenericObjectMeasureInfo"
    ),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096617"
)]
pub struct MeasureObject {
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    #[parameter(position = 0)]
    #[validate(not_null_or_empty)]
    property: Vec<Value>,
    #[parameter(set = "GenericMeasure")]
    standard_deviation: Switch,
    #[parameter(set = "GenericMeasure")]
    sum: Switch,
    #[parameter(set = "GenericMeasure")]
    all_stats: Switch,
    #[parameter(set = "GenericMeasure")]
    average: Switch,
    #[parameter(set = "GenericMeasure")]
    maximum: Switch,
    #[parameter(set = "GenericMeasure")]
    minimum: Switch,
    #[parameter(set = "TextMeasure")]
    line: Switch,
    #[parameter(set = "TextMeasure")]
    word: Switch,
    #[parameter(set = "TextMeasure")]
    character: Switch,
    #[parameter(set = "TextMeasure")]
    ignore_white_space: Switch,
    arguments: Vec<PropertyArgument>,
    statistics: Vec<Statistics>,
    failed: bool,
}

/// What is known so far of one property.
#[derive(Default)]
struct Statistics {
    property: Option<PsString>,
    count: i32,
    sum: f64,
    /// Welford's running mean and squared distance from it.
    mean: f64,
    squares: f64,
    maximum: Option<Value>,
    minimum: Option<Value>,
    lines: i32,
    words: i32,
    characters: i32,
}

impl Cmdlet for MeasureObject {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.arguments =
            PropertyArgument::parse_all(io.rs, &self.property, Allowed { keys: &[], wildcards: true })?;
        if self.property.is_empty() {
            self.statistics.push(Statistics::default());
        }
        if self.all_stats.0 {
            for on in [
                &mut self.sum,
                &mut self.average,
                &mut self.maximum,
                &mut self.minimum,
                &mut self.standard_deviation,
            ] {
                *on = Switch(true);
            }
        }
        Ok(())
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let input = self.input_object.clone();
        if matches!(input, Value::Void) || input.is_null() {
            return Ok(());
        }
        if self.property.is_empty() {
            return self.take(io, 0, input);
        }
        for at in 0..self.arguments.len() {
            let argument = self.arguments[at].clone();
            for found in argument.evaluate(io.rs, &input)? {
                match found.value {
                    Ok(value) if value.is_null() => {}
                    Ok(value) => {
                        let place = self.statistics_of(found.name);
                        self.take(io, place, value)?;
                    }
                    Err(error) => {
                        io.write_error(
                            crate::object_errors::reported_as(
                                error,
                                "ExpressionEvaluation",
                                Category::InvalidResult,
                            )
                            .target(input.clone()),
                        )?;
                    }
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.statistics.is_empty() && !self.property.is_empty() {
            return self.report_missing(io);
        }
        for statistics in std::mem::take(&mut self.statistics) {
            let info = if io.set().is("TextMeasure") {
                self.text_info(statistics)
            } else {
                self.generic_info(io, statistics)?
            };
            io.write(info)?;
        }
        Ok(())
    }
}

impl MeasureObject {
    fn statistics_of(&mut self, name: PsString) -> usize {
        let same =
            |s: &Statistics| s.property.as_ref().is_some_and(|property| property.eq_ignore_case(&name));
        if let Some(at) = self.statistics.iter().position(same) {
            return at;
        }
        self.statistics.push(Statistics { property: Some(name), ..Statistics::default() });
        self.statistics.len() - 1
    }

    fn take(&mut self, io: &mut Io<'_>, place: usize, value: Value) -> Result<()> {
        self.statistics[place].count += 1;
        if io.set().is("TextMeasure") {
            let text = convert::to_text(io.rs, &value)?;
            self.take_text(place, &text);
            return Ok(());
        }
        if self.sum.0 || self.average.0 || self.standard_deviation.0 {
            match number(io.rs, &value) {
                Some(number) => self.statistics[place].add(number),
                None => {
                    self.failed = true;
                    let text =
                        format!("Input object \"{}\" is not numeric.", convert::to_text(io.rs, &value)?);
                    io.write_error(
                        Error::new("System.Management.Automation.PSInvalidOperationException", text)
                            .id("NonNumericInputObject")
                            .category(Category::InvalidType)
                            .target(value.clone()),
                    )?;
                }
            }
        }
        let candidate = comparable(io.rs, &value);
        let statistics = &mut self.statistics[place];
        for (wanted, slot, better) in [
            (self.maximum.0, &mut statistics.maximum, Ordering::Greater),
            (self.minimum.0, &mut statistics.minimum, Ordering::Less),
        ] {
            if wanted {
                let replace = match &*slot {
                    None => true,
                    Some(old) => compare(io.rs, Case::Ignore, &candidate, old)? == better,
                };
                if replace {
                    *slot = Some(candidate.clone());
                }
            }
        }
        Ok(())
    }

    fn take_text(&mut self, place: usize, text: &PsString) {
        let units = text.units();
        let is_space = |unit: u16| char::from_u32(u32::from(unit)).is_some_and(char::is_whitespace);
        let statistics = &mut self.statistics[place];
        if !text.is_empty() {
            statistics.lines += 1 + units.iter().filter(|unit| **unit == u16::from(b'\n')).count() as i32;
        }
        statistics.words +=
            units.split(|unit| is_space(*unit)).filter(|word| !word.is_empty()).count() as i32;
        let counted = units.iter().filter(|unit| !(self.ignore_white_space.0 && is_space(**unit)));
        statistics.characters += counted.count() as i32;
    }

    fn generic_info(&self, io: &mut Io<'_>, statistics: Statistics) -> Result<Value> {
        let Statistics { count, sum, squares, .. } = statistics;
        let wanted =
            |on: bool, value: f64| if on && !self.failed { Value::Double(value) } else { Value::Null };
        let deviation = if count < 2 { 0.0 } else { (squares / f64::from(count - 1)).sqrt() };
        let numeric = |rs: &mut Runspace, value: &Option<Value>| {
            value.as_ref().is_none_or(|value| number(rs, value).is_some())
        };
        let generic = numeric(io.rs, &statistics.maximum) && numeric(io.rs, &statistics.minimum);
        let extreme = |rs: &mut Runspace, value: Option<Value>| match value {
            None => Value::Null,
            Some(value) if generic => number(rs, &value).map_or(Value::Null, Value::Double),
            Some(value) => value,
        };
        let average = if count > 0 { wanted(self.average.0, sum / f64::from(count)) } else { Value::Null };
        let values = vec![
            Value::Int32(count),
            average,
            wanted(self.sum.0, sum),
            extreme(io.rs, statistics.maximum),
            extreme(io.rs, statistics.minimum),
            wanted(self.standard_deviation.0, deviation),
            statistics.property.into(),
        ];
        Ok(Fields::object(
            match generic {
                true => "Microsoft.PowerShell.Commands.GenericMeasureInfo",
                false => "Microsoft.PowerShell.Commands.GenericObjectMeasureInfo",
            },
            values,
        ))
    }

    fn text_info(&self, statistics: Statistics) -> Value {
        let wanted = |on: bool, count: i32| if on { Value::Int32(count) } else { Value::Null };
        let values = vec![
            wanted(self.line.0, statistics.lines),
            wanted(self.word.0, statistics.words),
            wanted(self.character.0, statistics.characters),
            statistics.property.into(),
        ];
        Fields::object("Microsoft.PowerShell.Commands.TextMeasureInfo", values)
    }

    /// A property that no object had is an error in strict mode only.
    fn report_missing(&self, io: &mut Io<'_>) -> Result<()> {
        if !io.rs.is_strict(2) {
            return Ok(());
        }
        for argument in &self.arguments {
            let name = argument.expression.text();
            let text = format!(
                "Cannot process argument because the value of argument \"{name}\" is not valid. Change the value of the \"{name}\" argument and run the operation again."
            );
            io.write_error(
                Error::new("System.Management.Automation.PSArgumentException", text)
                    .id("GenericMeasurePropertyNotFound")
                    .category(Category::ObjectNotFound),
            )?;
        }
        Ok(())
    }
}

impl Statistics {
    fn add(&mut self, number: f64) {
        self.sum += number;
        let before = number - self.mean;
        self.mean += before / f64::from(self.count);
        self.squares += before * (number - self.mean);
    }
}

/// The value as a number, if it is one or a string of one.
fn number(rs: &mut Runspace, value: &Value) -> Option<f64> {
    match value.unwrapped() {
        Value::String(text) if text.is_empty() => None,
        Value::DateTime(_) | Value::TimeSpan(_) => None,
        value => convert::to_double(rs, value).ok(),
    }
}

/// What is compared for the least and the greatest: numbers as doubles.
fn comparable(rs: &mut Runspace, value: &Value) -> Value {
    number(rs, value).map_or_else(|| value.clone(), Value::Double)
}
