//! `System.DateOnly`.

use super::date_part::DatePart;
use super::date_time::{format_error, range_error};
use super::number_text::format_and_provider;
use super::time_only;
use crate::fault;
use crate::globalization::provider::{culture_of, current};
use crate::system::object;
use pwsh_value::payload::Reference;
use pwsh_value::text::culture::Culture;
use pwsh_value::text::date::calendar;
use pwsh_value::text::date::{TICKS_PER_DAY, write_date_only};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{DateTime, DateTimeKind, Error, Obj, Payload, PsString, Result, Value};

/// `System.DateOnly`.
pub static DATE_ONLY: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IComparable[System.DateOnly]",
        "System.IEquatable[System.DateOnly]",
        "System.IFormattable",
    ],
    members: &[
        constructor("new(int year, int month, int day)", new),
        property("static System.DateOnly MinValue {get;}", min_value),
        property("static System.DateOnly MaxValue {get;}", max_value),
        property("int Year {get;}", year),
        property("int Month {get;}", month),
        property("int Day {get;}", day),
        property("System.DayOfWeek DayOfWeek {get;}", day_of_week),
        property("int DayOfYear {get;}", day_of_year),
        property("int DayNumber {get;}", day_number),
        method("static System.DateOnly FromDayNumber(int dayNumber)", from_day_number),
        method("System.DateOnly AddDays(int value)", add_days),
        method("System.DateOnly AddMonths(int value)", add_months),
        method("System.DateOnly AddYears(int value)", add_years),
        method("void Deconstruct([ref] int year, [ref] int month, [ref] int day)", deconstruct),
        method("datetime ToDateTime(System.TimeOnly time)", to_date_time),
        method("datetime ToDateTime(System.TimeOnly time, System.DateTimeKind kind)", to_date_time),
        method("static System.DateOnly FromDateTime(datetime dateTime)", from_date_time),
        method("int CompareTo(System.DateOnly value)", object::compare_to),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("bool Equals(System.DateOnly value)", object::equals),
        method("bool Equals(System.Object value)", object::equals),
        method("static System.DateOnly Parse(string s)", parse),
        method(
            "static System.DateOnly Parse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)",
            parse,
        ),
        method("static System.DateOnly ParseExact(string s, string format)", static_parse_exact),
        method(
            "static System.DateOnly ParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)",
            static_parse_exact,
        ),
        method("static System.DateOnly ParseExact(string s, string[] formats)", static_parse_exact),
        method(
            "static System.DateOnly ParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)",
            static_parse_exact,
        ),
        method("static bool TryParse(string s, [ref] System.DateOnly result)", try_parse),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.DateOnly result)",
            try_parse,
        ),
        method(
            "static bool TryParseExact(string s, string format, [ref] System.DateOnly result)",
            try_parse_exact,
        ),
        method(
            "static bool TryParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.DateOnly result)",
            try_parse_exact,
        ),
        method(
            "static bool TryParseExact(string s, string[] formats, [ref] System.DateOnly result)",
            try_parse_exact,
        ),
        method(
            "static bool TryParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.DateOnly result)",
            try_parse_exact,
        ),
        method("string ToLongDateString()", to_long_date_string),
        method("string ToShortDateString()", to_short_date_string),
        method("string ToString()", to_string),
        method("string ToString(string format)", to_string),
        method("string ToString(System.IFormatProvider provider)", to_string),
        method("string ToString(string format, System.IFormatProvider provider)", to_string),
        method("static System.DateOnly Parse(string s, System.IFormatProvider provider)", parse),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] System.DateOnly result)",
            try_parse,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.DateOnly")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|cx, value| text(of(value), "", &current(cx))),
    equals: Some(|_, a, b| Ok(a.ty() == b.ty() && of(a) == of(b))),
    hash_code: Some(|_, value| Ok(of(value))),
    compare: Some(|_, a, b| {
        if a.ty() != b.ty() {
            return Err(Error::argument("Object must be of type DateOnly.", "value"));
        }
        Ok(of(a).cmp(&of(b)) as i32)
    }),
    default: Some(|| made(0)),
    ..Hooks::NONE
};

/// The last day, 9999-12-31.
const LAST: i32 = (DateTime::MAX_TICKS / TICKS_PER_DAY) as i32;

/// The payload: the number of days since 0001-01-01.
struct DateOnly(i32);

impl Payload for DateOnly {}

fn made(day: i32) -> Value {
    Obj::new(named("System.DateOnly"), DateOnly(day)).into()
}

fn of(value: &Value) -> i32 {
    value.cell().and_then(|obj| obj.get::<DateOnly>()).map_or(0, |date| date.payload().0)
}

/// Midnight of the day.
fn midnight(call: &Call<'_>) -> DateTime {
    let ticks = i64::from(of(call.this)) * TICKS_PER_DAY;
    DateTime::new(ticks, DateTimeKind::Unspecified).expect("a DateOnly's day is in range")
}

fn of_date_time(date: DateTime) -> Value {
    made((date.ticks() / TICKS_PER_DAY) as i32)
}

fn text(day: i32, format: &str, culture: &Culture) -> Result<PsString> {
    let mut out = String::new();
    write_date_only(day, format, &culture.date, &mut out).map_err(format_error)?;
    Ok(out.into())
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let day = calendar::day_number(call.int(0), call.int(1), call.int(2)).map_err(range_error)?;
    Ok(made(day as i32))
}

fn min_value(_: &mut Call<'_>) -> Result<Value> {
    Ok(made(0))
}

fn max_value(_: &mut Call<'_>) -> Result<Value> {
    Ok(made(LAST))
}

fn year(call: &mut Call<'_>) -> Result<Value> {
    Ok(midnight(call).fields().year.into())
}

fn month(call: &mut Call<'_>) -> Result<Value> {
    Ok(midnight(call).fields().month.into())
}

fn day(call: &mut Call<'_>) -> Result<Value> {
    Ok(midnight(call).fields().day.into())
}

fn day_of_week(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.DayOfWeek"), midnight(call).day_of_week().into()))
}

fn day_of_year(call: &mut Call<'_>) -> Result<Value> {
    Ok(midnight(call).day_of_year().into())
}

fn day_number(call: &mut Call<'_>) -> Result<Value> {
    Ok(of(call.this).into())
}

fn from_day_number(call: &mut Call<'_>) -> Result<Value> {
    let day = call.int(0);
    if !(0..=LAST).contains(&day) {
        return Err(fault::out_of_range(
            "Day number must be between 0 and DateOnly.MaxValue.DayNumber.",
            "dayNumber",
        ));
    }
    Ok(made(day))
}

fn add_days(call: &mut Call<'_>) -> Result<Value> {
    let moved = of(call.this).checked_add(call.int(0)).filter(|day| (0..=LAST).contains(day));
    let message = "Value to add was out of range.";
    moved.map(made).ok_or_else(|| fault::out_of_range(message, "value"))
}

fn add_months(call: &mut Call<'_>) -> Result<Value> {
    Ok(of_date_time(midnight(call).add_months(call.int(0)).map_err(range_error)?))
}

fn add_years(call: &mut Call<'_>) -> Result<Value> {
    Ok(of_date_time(midnight(call).add_years(call.int(0)).map_err(range_error)?))
}

fn deconstruct(call: &mut Call<'_>) -> Result<Value> {
    let fields = midnight(call).fields();
    for (index, field) in [fields.year, fields.month, fields.day].into_iter().enumerate() {
        if let Some(slot) = call.payload::<Reference>(index) {
            slot.set(field.into());
        }
    }
    Ok(Value::Void)
}

fn to_date_time(call: &mut Call<'_>) -> Result<Value> {
    let kind = if call.args.len() > 1 {
        super::date_time::kind_of(call.number(1))?
    } else {
        DateTimeKind::Unspecified
    };
    let ticks = i64::from(of(call.this)) * TICKS_PER_DAY + time_only::ticks_of(call.arg(0));
    Ok(DateTime::from_ticks(ticks, kind).map_err(range_error)?.into())
}

fn from_date_time(call: &mut Call<'_>) -> Result<Value> {
    Ok(of_date_time(call.datetime(0)))
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let (format, provider) = format_and_provider(call);
    Ok(text(of(call.this), &format.to_str(), &culture_of(call.cx, provider))?.into())
}

fn to_long_date_string(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(of(call.this), "D", &current(call.cx))?.into())
}

fn to_short_date_string(call: &mut Call<'_>) -> Result<Value> {
    Ok(text(of(call.this), "d", &current(call.cx))?.into())
}

/// How a day is read.
const PART: DatePart = DatePart {
    name: "DateOnly",
    round_trip: "yyyy-MM-dd",
    rfc1123: "ddd, dd MMM yyyy",
    only: |parsed| {
        (parsed.has_date && !parsed.has_time && !parsed.has_zone()).then(|| of_date_time(parsed.clock()))
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

    #[test]
    fn days_are_read_moved_and_shown() {
        let mut rt = Runtime::new();
        let day = rt.call_static("System.DateOnly", "Parse", &["2024-03-05".into()]).unwrap();
        assert_eq!(rt.text(&day), "3/5/2024");
        let next = rt.call(&day, "AddDays", &[30.into()]).unwrap();
        assert_eq!(rt.call_text(&next, "ToString", &["o".into()]), "2024-04-04");
    }

    #[test]
    fn a_time_is_no_part_of_a_day() {
        let mut rt = Runtime::new();
        let error = Runtime::error(rt.call_static("System.DateOnly", "Parse", &["2024-03-05 10:00".into()]));
        assert!(error.ends_with("contains parts which are not specific to the DateOnly."), "{error}");
    }
}
