//! `System.TimeOnly`.

use super::date_part::DatePart;
use super::date_time::{format_error, range_error};
use super::number_text::format_and_provider;
use crate::fault;
use crate::globalization::provider::{culture_of, current};
use crate::system::object;
use pwsh_value::payload::Reference;
use pwsh_value::text::culture::Culture;
use pwsh_value::text::date::calendar;
use pwsh_value::text::date::{
    TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MILLISECOND, TICKS_PER_MINUTE, TICKS_PER_SECOND, write_time_only,
};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{Error, Obj, Payload, PsString, Result, TimeSpan, Value};

/// `System.TimeOnly`.
pub static TIME_ONLY: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IComparable[System.TimeOnly]",
        "System.IEquatable[System.TimeOnly]",
        "System.IFormattable",
    ],
    members: &[
        constructor("new(int hour, int minute)", new),
        constructor("new(int hour, int minute, int second)", new),
        constructor("new(int hour, int minute, int second, int millisecond)", new),
        constructor("new(int hour, int minute, int second, int millisecond, int microsecond)", new),
        constructor("new(long ticks)", new_of_ticks),
        property("static System.TimeOnly MinValue {get;}", min_value),
        property("static System.TimeOnly MaxValue {get;}", max_value),
        property("int Hour {get;}", hour),
        property("int Minute {get;}", minute),
        property("int Second {get;}", second),
        property("int Millisecond {get;}", millisecond),
        property("int Microsecond {get;}", microsecond),
        property("int Nanosecond {get;}", nanosecond),
        property("long Ticks {get;}", ticks),
        method("System.TimeOnly Add(timespan value)", add),
        method("System.TimeOnly Add(timespan value, [ref] int wrappedDays)", add),
        method("System.TimeOnly AddHours(double value)", add_hours),
        method("System.TimeOnly AddHours(double value, [ref] int wrappedDays)", add_hours),
        method("System.TimeOnly AddMinutes(double value)", add_minutes),
        method("System.TimeOnly AddMinutes(double value, [ref] int wrappedDays)", add_minutes),
        method("bool IsBetween(System.TimeOnly start, System.TimeOnly end)", is_between),
        method("static System.TimeOnly FromTimeSpan(timespan timeSpan)", from_time_span),
        method("static System.TimeOnly FromDateTime(datetime dateTime)", from_date_time),
        method("timespan ToTimeSpan()", to_time_span),
        method("int CompareTo(System.TimeOnly value)", object::compare_to),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("bool Equals(System.TimeOnly value)", object::equals),
        method("bool Equals(System.Object value)", object::equals),
        method("static System.TimeOnly Parse(string s)", parse),
        method(
            "static System.TimeOnly Parse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)",
            parse,
        ),
        method("static System.TimeOnly ParseExact(string s, string format)", static_parse_exact),
        method(
            "static System.TimeOnly ParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)",
            static_parse_exact,
        ),
        method("static System.TimeOnly ParseExact(string s, string[] formats)", static_parse_exact),
        method(
            "static System.TimeOnly ParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)",
            static_parse_exact,
        ),
        method("static bool TryParse(string s, [ref] System.TimeOnly result)", try_parse),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.TimeOnly result)",
            try_parse,
        ),
        method(
            "static bool TryParseExact(string s, string format, [ref] System.TimeOnly result)",
            try_parse_exact,
        ),
        method(
            "static bool TryParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.TimeOnly result)",
            try_parse_exact,
        ),
        method("string ToLongTimeString()", to_long_time_string),
        method("string ToShortTimeString()", to_short_time_string),
        method("string ToString()", to_string),
        method("string ToString(string format)", to_string),
        method("string ToString(System.IFormatProvider provider)", to_string),
        method("string ToString(string format, System.IFormatProvider provider)", to_string),
        method("static System.TimeOnly Parse(string s, System.IFormatProvider provider)", parse),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] System.TimeOnly result)",
            try_parse,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.TimeOnly")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|cx, value| text(ticks_of(value), "", &current(cx))),
    equals: Some(|_, a, b| Ok(a.ty() == b.ty() && ticks_of(a) == ticks_of(b))),
    hash_code: Some(|_, value| Ok((ticks_of(value) ^ (ticks_of(value) >> 32)) as i32)),
    compare: Some(|_, a, b| {
        if a.ty() != b.ty() {
            return Err(Error::argument("Object must be of type TimeOnly.", "value"));
        }
        Ok(ticks_of(a).cmp(&ticks_of(b)) as i32)
    }),
    default: Some(|| made(0)),
    operator: Some(|_, name, a, b| {
        let both = a.ty() == b.ty() && a.ty().is_some_and(|ty| ty.name().is("System.TimeOnly"));
        let difference = (ticks_of(a) - ticks_of(b)).rem_euclid(TICKS_PER_DAY);
        Ok((both && name == "op_Subtraction").then(|| TimeSpan(difference).into()))
    }),
    ..Hooks::NONE
};

/// The payload: ticks since midnight.
struct TimeOnly(i64);

impl Payload for TimeOnly {}

fn made(ticks: i64) -> Value {
    Obj::new(named("System.TimeOnly"), TimeOnly(ticks)).into()
}

/// The ticks since midnight of a `TimeOnly`.
pub fn ticks_of(value: &Value) -> i64 {
    value.cell().and_then(|obj| obj.get::<TimeOnly>()).map_or(0, |time| time.payload().0)
}

fn text(ticks: i64, format: &str, culture: &Culture) -> Result<PsString> {
    let mut out = String::new();
    write_time_only(ticks, format, &culture.date, &mut out).map_err(format_error)?;
    Ok(out.into())
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let number = |index: usize| if index < call.args.len() { call.int(index) } else { 0 };
    let time = calendar::time_ticks(number(0), number(1), number(2)).map_err(range_error)?;
    for (index, parameter) in [(3, "millisecond"), (4, "microsecond")] {
        if !(0..1000).contains(&number(index)) {
            return Err(fault::out_of_range("Valid values are between 0 and 999, inclusive.", parameter));
        }
    }
    Ok(made(time + i64::from(number(3)) * TICKS_PER_MILLISECOND + i64::from(number(4)) * 10))
}

/// A time of these ticks, which must lie within a day.
fn within_day(ticks: i64, parameter: &str) -> Result<Value> {
    if (0..TICKS_PER_DAY).contains(&ticks) {
        return Ok(made(ticks));
    }
    let message = "Ticks must be between 0 and and TimeOnly.MaxValue.Ticks.";
    Err(fault::out_of_range(message, parameter))
}

fn new_of_ticks(call: &mut Call<'_>) -> Result<Value> {
    within_day(call.long(0), "ticks")
}

fn min_value(_: &mut Call<'_>) -> Result<Value> {
    Ok(made(0))
}

fn max_value(_: &mut Call<'_>) -> Result<Value> {
    Ok(made(TICKS_PER_DAY - 1))
}

macro_rules! fields {
    ($($name:ident = $unit:expr, $modulus:expr;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            Ok(((ticks_of(call.this) / $unit % $modulus) as i32).into())
        }
    )*};
}

fields! {
    hour = TICKS_PER_HOUR, 24;
    minute = TICKS_PER_MINUTE, 60;
    second = TICKS_PER_SECOND, 60;
    millisecond = TICKS_PER_MILLISECOND, 1000;
    microsecond = 10, 1000;
}

fn nanosecond(call: &mut Call<'_>) -> Result<Value> {
    Ok(((ticks_of(call.this) % 10 * 100) as i32).into())
}

fn ticks(call: &mut Call<'_>) -> Result<Value> {
    Ok(ticks_of(call.this).into())
}

/// The time so many ticks on, around midnight; the days that it passed go into the second argument.
fn moved(call: &Call<'_>, by: i64) -> Result<Value> {
    let sum = ticks_of(call.this).saturating_add(by);
    if let Some(slot) = call.payload::<Reference>(1) {
        slot.set((sum.div_euclid(TICKS_PER_DAY) as i32).into());
    }
    Ok(made(sum.rem_euclid(TICKS_PER_DAY)))
}

fn add(call: &mut Call<'_>) -> Result<Value> {
    moved(call, call.timespan(0).0)
}

fn add_hours(call: &mut Call<'_>) -> Result<Value> {
    moved(call, (call.double(0) * TICKS_PER_HOUR as f64) as i64)
}

fn add_minutes(call: &mut Call<'_>) -> Result<Value> {
    moved(call, (call.double(0) * TICKS_PER_MINUTE as f64) as i64)
}

fn is_between(call: &mut Call<'_>) -> Result<Value> {
    let (start, end, time) = (ticks_of(call.arg(0)), ticks_of(call.arg(1)), ticks_of(call.this));
    Ok(if start <= end { start <= time && time < end } else { time >= start || time < end }.into())
}

fn from_time_span(call: &mut Call<'_>) -> Result<Value> {
    within_day(call.timespan(0).0, "timeSpan")
}

fn from_date_time(call: &mut Call<'_>) -> Result<Value> {
    Ok(made(call.datetime(0).time_of_day()))
}

fn to_time_span(call: &mut Call<'_>) -> Result<Value> {
    Ok(TimeSpan(ticks_of(call.this)).into())
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let (format, provider) = format_and_provider(call);
    Ok(text(ticks_of(call.this), &format.to_str(), &culture_of(call.cx, provider))?.into())
}

fn to_long_time_string(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(ticks_of(call.this), "T", &current(call.cx))?.into())
}

fn to_short_time_string(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(ticks_of(call.this), "t", &current(call.cx))?.into())
}

/// How a time of day is read.
const PART: DatePart = DatePart {
    name: "TimeOnly",
    round_trip: "HH:mm:ss.fffffff",
    rfc1123: "HH:mm:ss",
    only: |parsed| {
        (parsed.has_time && !parsed.has_date && !parsed.has_zone())
            .then(|| made(parsed.clock().time_of_day()))
    },
    zero: || made(0),
};

fn parse(call: &mut Call<'_>) -> Result<Value> {
    PART.parse(call)
}

fn static_parse_exact(call: &mut Call<'_>) -> Result<Value> {
    PART.parse_exact(call)
}

fn try_parse(call: &mut Call<'_>) -> Result<Value> {
    PART.try_parse(call)
}

fn try_parse_exact(call: &mut Call<'_>) -> Result<Value> {
    PART.try_parse_exact(call)
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::{TimeSpan, Value};

    #[test]
    fn times_go_around_midnight() {
        let mut rt = Runtime::new();
        let late = rt.make("System.TimeOnly", &[23.into(), 30.into()]).unwrap();
        let early = rt.call(&late, "Add", &[Value::TimeSpan(TimeSpan(36_000_000_000))]).unwrap();
        assert_eq!(rt.call_text(&early, "ToString", &["HH:mm".into()]), "00:30");
    }
}
