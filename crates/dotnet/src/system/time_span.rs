//! `System.TimeSpan`.

use super::date_time::format_error;
use super::integer::whole;
use super::number_text::format_and_provider;
use crate::fault;
use crate::globalization::provider::{culture_of, current};
use crate::system::object;
use pwsh_value::payload::{Array, EnumNumber, Reference};
use pwsh_value::text::culture::Culture;
use pwsh_value::text::date::{
    TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MILLISECOND, TICKS_PER_MINUTE, TICKS_PER_SECOND,
    TimeSpanParseError, parse_time_span, parse_time_span_exact, write_time_span,
};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, property};
use pwsh_value::{Error, PsString, Result, TimeSpan, Value};

/// `System.TimeSpan`.
pub static TIME_SPAN: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IComparable[timespan]",
        "System.IEquatable[timespan]",
        "System.IFormattable",
    ],
    members: &[
        constructor("new(long ticks)", new),
        constructor("new(int hours, int minutes, int seconds)", new),
        constructor("new(int days, int hours, int minutes, int seconds)", new),
        constructor("new(int days, int hours, int minutes, int seconds, int milliseconds)", new),
        constructor(
            "new(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds)",
            new,
        ),
        property("long Ticks {get;}", ticks),
        property("int Days {get;}", days),
        property("int Hours {get;}", hours),
        property("int Milliseconds {get;}", milliseconds),
        property("int Microseconds {get;}", microseconds),
        property("int Nanoseconds {get;}", nanoseconds),
        property("int Minutes {get;}", minutes),
        property("int Seconds {get;}", seconds),
        property("double TotalDays {get;}", total_days),
        property("double TotalHours {get;}", total_hours),
        property("double TotalMilliseconds {get;}", total_milliseconds),
        property("double TotalMicroseconds {get;}", total_microseconds),
        property("double TotalNanoseconds {get;}", total_nanoseconds),
        property("double TotalMinutes {get;}", total_minutes),
        property("double TotalSeconds {get;}", total_seconds),
        property("static timespan Zero {get;}", zero),
        property("static timespan MaxValue {get;}", max_value),
        property("static timespan MinValue {get;}", min_value),
        property("static long TicksPerMicrosecond {get;}", ticks_per_microsecond),
        property("static long TicksPerMillisecond {get;}", ticks_per_millisecond),
        property("static long TicksPerSecond {get;}", ticks_per_second),
        property("static long TicksPerMinute {get;}", ticks_per_minute),
        property("static long TicksPerHour {get;}", ticks_per_hour),
        property("static long TicksPerDay {get;}", ticks_per_day),
        method("timespan Add(timespan ts)", add),
        method("static int Compare(timespan t1, timespan t2)", compare),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(timespan value)", object::compare_to),
        method("static timespan FromDays(double value)", from_days),
        method("timespan Duration()", duration),
        method("bool Equals(System.Object value)", object::equals),
        method("bool Equals(timespan obj)", object::equals),
        method("static bool Equals(timespan t1, timespan t2)", static_equals),
        method("static timespan FromDays(int days)", from_days),
        method(
            "static timespan FromDays(int days, int hours = 0, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0)",
            from_days,
        ),
        method("static timespan FromHours(int hours)", from_hours),
        method(
            "static timespan FromHours(int hours, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0)",
            from_hours,
        ),
        method("static timespan FromMinutes(long minutes)", from_minutes),
        method(
            "static timespan FromMinutes(long minutes, long seconds = 0, long milliseconds = 0, long microseconds = 0)",
            from_minutes,
        ),
        method("static timespan FromSeconds(long seconds)", from_seconds),
        method(
            "static timespan FromSeconds(long seconds, long milliseconds = 0, long microseconds = 0)",
            from_seconds,
        ),
        method("static timespan FromMilliseconds(long milliseconds)", from_milliseconds),
        method("static timespan FromMilliseconds(long milliseconds, long microseconds)", from_milliseconds),
        method("static timespan FromMicroseconds(long microseconds)", from_microseconds),
        method("static timespan FromHours(double value)", from_hours),
        method("static timespan FromMilliseconds(double value)", from_milliseconds),
        method("static timespan FromMicroseconds(double value)", from_microseconds),
        method("static timespan FromMinutes(double value)", from_minutes),
        method("timespan Negate()", negate),
        method("static timespan FromSeconds(double value)", from_seconds),
        method("timespan Subtract(timespan ts)", subtract),
        method("timespan Multiply(double factor)", multiply),
        method("timespan Divide(double divisor)", divide),
        method("double Divide(timespan ts)", divide),
        method("static timespan FromTicks(long value)", from_ticks),
        method("static timespan Parse(string s)", parse),
        method("static timespan Parse(string input, System.IFormatProvider formatProvider)", parse),
        method(
            "static timespan ParseExact(string input, string format, System.IFormatProvider formatProvider)",
            parse_exact,
        ),
        method(
            "static timespan ParseExact(string input, string[] formats, System.IFormatProvider formatProvider)",
            parse_exact,
        ),
        method(
            "static timespan ParseExact(string input, string format, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles)",
            parse_exact,
        ),
        method(
            "static timespan ParseExact(string input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles)",
            parse_exact,
        ),
        method("static bool TryParse(string s, [ref] timespan result)", try_parse),
        method(
            "static bool TryParse(string input, System.IFormatProvider formatProvider, [ref] timespan result)",
            try_parse,
        ),
        method(
            "static bool TryParseExact(string input, string format, System.IFormatProvider formatProvider, [ref] timespan result)",
            try_parse_exact,
        ),
        method(
            "static bool TryParseExact(string input, string[] formats, System.IFormatProvider formatProvider, [ref] timespan result)",
            try_parse_exact,
        ),
        method(
            "static bool TryParseExact(string input, string format, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles, [ref] timespan result)",
            try_parse_exact,
        ),
        method(
            "static bool TryParseExact(string input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles, [ref] timespan result)",
            try_parse_exact,
        ),
        method("string ToString()", to_string),
        method("string ToString(string format)", to_string),
        method("string ToString(string format, System.IFormatProvider formatProvider)", to_string),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.TimeSpan")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|cx, value| text(of(value), "", &current(cx))),
    equals: Some(|_, a, b| Ok(a.same(b))),
    hash_code: Some(|_, value| Ok((of(value).0 ^ (of(value).0 >> 32)) as i32)),
    compare: Some(|_, a, b| match b {
        Value::TimeSpan(other) => Ok(of(a).cmp(other) as i32),
        _ => Err(Error::argument("Object must be of type TimeSpan.", "")),
    }),
    default: Some(|| TimeSpan(0).into()),
    ..Hooks::NONE
};

fn of(value: &Value) -> TimeSpan {
    match value.unwrapped() {
        Value::TimeSpan(span) => *span,
        _ => TimeSpan(0),
    }
}

fn this(call: &Call<'_>) -> i64 {
    of(call.this).0
}

fn text(span: TimeSpan, format: &str, culture: &Culture) -> Result<PsString> {
    let mut out = String::new();
    write_time_span(span, format, &culture.number, &mut out).map_err(format_error)?;
    Ok(out.into())
}

fn too_long() -> Error {
    fault::overflow("TimeSpan overflowed because the duration is too long.")
}

fn checked(ticks: i128) -> Result<Value> {
    i64::try_from(ticks).map(|ticks| TimeSpan(ticks).into()).map_err(|_| too_long())
}

/// The sum of whole numbers of units in the arguments.
fn sum(call: &Call<'_>, units: &[i64]) -> Result<Value> {
    let parts = call.args.iter().zip(units).filter_map(|(arg, unit)| Some(whole(arg)? * i128::from(*unit)));
    checked(parts.sum()).map_err(|error| match call.this {
        Value::Null => Error::new(
            "System.ArgumentOutOfRangeException",
            "TimeSpan overflowed because the duration is too long.",
        ),
        _ => error,
    })
}

const UNITS: [i64; 6] =
    [TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, TICKS_PER_SECOND, TICKS_PER_MILLISECOND, 10];

fn new(call: &mut Call<'_>) -> Result<Value> {
    match call.args.len() {
        1 => Ok(TimeSpan(call.long(0)).into()),
        3 => sum(call, &UNITS[1..]),
        _ => sum(call, &UNITS),
    }
}

fn ticks(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).into())
}

macro_rules! parts {
    ($($name:ident = $part:expr;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            let part: fn(i64) -> i64 = $part;
            Ok((part(this(call)) as i32).into())
        }
    )*};
}

parts! {
    days = |t| t / TICKS_PER_DAY;
    hours = |t| t / TICKS_PER_HOUR % 24;
    minutes = |t| t / TICKS_PER_MINUTE % 60;
    seconds = |t| t / TICKS_PER_SECOND % 60;
    milliseconds = |t| t / TICKS_PER_MILLISECOND % 1000;
    microseconds = |t| t / 10 % 1000;
    nanoseconds = |t| t % 10 * 100;
}

macro_rules! totals {
    ($($name:ident = $unit:expr;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            Ok((this(call) as f64 / $unit as f64).into())
        }
    )*};
}

totals! {
    total_days = TICKS_PER_DAY;
    total_hours = TICKS_PER_HOUR;
    total_minutes = TICKS_PER_MINUTE;
    total_seconds = TICKS_PER_SECOND;
    total_milliseconds = TICKS_PER_MILLISECOND;
    total_microseconds = 10;
    total_nanoseconds = 0.01;
}

macro_rules! constants_of {
    ($($name:ident = $value:expr;)*) => {$(
        fn $name(_: &mut Call<'_>) -> Result<Value> {
            Ok($value.into())
        }
    )*};
}

constants_of! {
    zero = TimeSpan(0);
    max_value = TimeSpan(i64::MAX);
    min_value = TimeSpan(i64::MIN);
    ticks_per_microsecond = 10_i64;
    ticks_per_millisecond = TICKS_PER_MILLISECOND;
    ticks_per_second = TICKS_PER_SECOND;
    ticks_per_minute = TICKS_PER_MINUTE;
    ticks_per_hour = TICKS_PER_HOUR;
    ticks_per_day = TICKS_PER_DAY;
}

fn add(call: &mut Call<'_>) -> Result<Value> {
    checked(i128::from(this(call)) + i128::from(call.timespan(0).0))
}

fn subtract(call: &mut Call<'_>) -> Result<Value> {
    checked(i128::from(this(call)) - i128::from(call.timespan(0).0))
}

fn negate(call: &mut Call<'_>) -> Result<Value> {
    let negated = this(call).checked_neg();
    let message = "Negating the minimum value of a twos complement number is invalid.";
    Ok(TimeSpan(negated.ok_or_else(|| fault::overflow(message))?).into())
}

fn duration(call: &mut Call<'_>) -> Result<Value> {
    let message = "The duration cannot be returned for TimeSpan.MinValue because the absolute value of TimeSpan.MinValue exceeds the value of TimeSpan.MaxValue.";
    Ok(TimeSpan(this(call).checked_abs().ok_or_else(|| fault::overflow(message))?).into())
}

fn multiply(call: &mut Call<'_>) -> Result<Value> {
    real(this(call) as f64 * call.double(0))
}

fn divide(call: &mut Call<'_>) -> Result<Value> {
    match call.arg(0) {
        Value::TimeSpan(other) => Ok((this(call) as f64 / other.0 as f64).into()),
        _ => real(this(call) as f64 / call.double(0)),
    }
}

/// A length given in ticks that need not be whole.
fn real(ticks: f64) -> Result<Value> {
    if ticks.is_nan() {
        return Err(Error::argument("TimeSpan does not accept floating point Not-a-Number values.", ""));
    }
    if ticks.abs() >= 9.223_372_036_854_776e18 {
        return Err(too_long());
    }
    Ok(TimeSpan(ticks.round_ties_even() as i64).into())
}

fn compare(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.timespan(0).cmp(&call.timespan(1)) as i32).into())
}

fn static_equals(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.timespan(0) == call.timespan(1)).into())
}

/// `FromDays` and its kin: one real number of a unit, or whole numbers of it and the smaller ones.
fn of_units(call: &Call<'_>, largest: usize) -> Result<Value> {
    match call.arg(0) {
        Value::Double(value) if value.is_nan() => real(*value),
        Value::Double(value) => {
            let ticks = value * UNITS[largest] as f64;
            if ticks.abs() >= 9.223_372_036_854_776e18 {
                return Err(too_long());
            }
            Ok(TimeSpan(ticks as i64).into())
        }
        _ => sum(call, &UNITS[largest..]),
    }
}

macro_rules! of_unit {
    ($($name:ident = $largest:literal;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            of_units(call, $largest)
        }
    )*};
}

of_unit! {
    from_days = 0;
    from_hours = 1;
    from_minutes = 2;
    from_seconds = 3;
    from_milliseconds = 4;
    from_microseconds = 5;
}

fn from_ticks(call: &mut Call<'_>) -> Result<Value> {
    Ok(TimeSpan(call.long(0)).into())
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let (format, provider) = format_and_provider(call);
    Ok(text(of(call.this), &format.to_str(), &culture_of(call.cx, provider))?.into())
}

fn parse_error(error: TimeSpanParseError) -> Error {
    match error {
        TimeSpanParseError::Overflow { .. } => fault::overflow(error.to_string()),
        _ => fault::format(error.to_string()),
    }
}

fn read(call: &Call<'_>) -> Result<TimeSpan, TimeSpanParseError> {
    let provider =
        call.args[1..].iter().find(|arg| arg.cell().is_none_or(|obj| obj.get::<Reference>().is_none()));
    let culture = culture_of(call.cx, provider.unwrap_or(&Value::Null));
    parse_time_span(&call.str(0).to_str(), &culture.number)
}

fn parse(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("input"));
    }
    Ok(read(call).map_err(parse_error)?.into())
}

fn read_exact(call: &Call<'_>) -> Result<TimeSpan, TimeSpanParseError> {
    let culture = culture_of(call.cx, call.arg(2));
    let negative = call.args.len() > 3 && call.payload::<EnumNumber>(3).is_some() && call.number(3) == 1;
    let text = call.str(0);
    let one = |format: &str| parse_time_span_exact(&text.to_str(), format, &culture.number, negative);
    match call.payload::<Array>(1) {
        Some(formats) => {
            let formats = formats.to_vec();
            let found = formats.iter().find_map(|format| one(&format.as_string()?.to_str()).ok());
            found.ok_or_else(|| TimeSpanParseError::NotRecognized { text: text.to_string() })
        }
        None => one(&call.str(1).to_str()),
    }
}

fn parse_exact(call: &mut Call<'_>) -> Result<Value> {
    Ok(read_exact(call).map_err(parse_error)?.into())
}

fn tried(call: &Call<'_>, parsed: Option<TimeSpan>) -> Result<Value> {
    if let Some(slot) = call.payload::<Reference>(call.args.len() - 1) {
        slot.set(parsed.unwrap_or(TimeSpan(0)).into());
    }
    Ok(parsed.is_some().into())
}

fn try_parse(call: &mut Call<'_>) -> Result<Value> {
    tried(call, read(call).ok())
}

fn try_parse_exact(call: &mut Call<'_>) -> Result<Value> {
    tried(call, read_exact(call).ok())
}
