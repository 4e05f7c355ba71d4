//! `System.DateTime`.

use super::clock::{self, UNIX_EPOCH_TICKS};
use super::date_fields::date_fields;
use super::number_text::format_and_provider;
use crate::fault;
use crate::globalization::provider::{culture_of, current};
use crate::system::object;
use pwsh_value::payload::{Array, EnumNumber, Reference};
use pwsh_value::text::date::calendar::{self, DateRangeError, Fields};
use pwsh_value::text::date::{
    DateFormatError, DateParseError, DateParser, DateTimeStyles, TICKS_PER_DAY, TICKS_PER_HOUR,
    TICKS_PER_MILLISECOND, TICKS_PER_MINUTE, TICKS_PER_SECOND, parse_exact, parse_exact_any, write_date_time,
};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{Context, DateTime, DateTimeKind, Error, PsString, Result, TimeSpan, Value};

/// `System.DateTime`.
pub static DATE_TIME: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IFormattable",
        "System.IConvertible",
        "System.IComparable[datetime]",
        "System.IEquatable[datetime]",
    ],
    members: &[
        constructor("new(long ticks)", new),
        constructor("new(long ticks, System.DateTimeKind kind)", new),
        constructor("new(int year, int month, int day)", new),
        constructor("new(int year, int month, int day, System.Globalization.Calendar calendar)", new),
        constructor(
            "new(int year, int month, int day, int hour, int minute, int second, int millisecond, System.Globalization.Calendar calendar, System.DateTimeKind kind)",
            new,
        ),
        constructor("new(int year, int month, int day, int hour, int minute, int second)", new),
        constructor(
            "new(int year, int month, int day, int hour, int minute, int second, System.DateTimeKind kind)",
            new,
        ),
        constructor(
            "new(int year, int month, int day, int hour, int minute, int second, System.Globalization.Calendar calendar)",
            new,
        ),
        constructor(
            "new(int year, int month, int day, int hour, int minute, int second, int millisecond)",
            new,
        ),
        constructor(
            "new(int year, int month, int day, int hour, int minute, int second, int millisecond, System.DateTimeKind kind)",
            new,
        ),
        constructor(
            "new(int year, int month, int day, int hour, int minute, int second, int millisecond, System.Globalization.Calendar calendar)",
            new,
        ),
        constructor(
            "new(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond)",
            new,
        ),
        constructor(
            "new(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, System.DateTimeKind kind)",
            new,
        ),
        constructor(
            "new(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, System.Globalization.Calendar calendar)",
            new,
        ),
        constructor(
            "new(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, System.Globalization.Calendar calendar, System.DateTimeKind kind)",
            new,
        ),
        property("datetime Date {get;}", date),
        property("int Day {get;}", day),
        property("System.DayOfWeek DayOfWeek {get;}", day_of_week),
        property("int DayOfYear {get;}", day_of_year),
        property("int Hour {get;}", hour),
        property("System.DateTimeKind Kind {get;}", kind),
        property("int Millisecond {get;}", millisecond),
        property("int Microsecond {get;}", microsecond),
        property("int Nanosecond {get;}", nanosecond),
        property("int Minute {get;}", minute),
        property("int Month {get;}", month),
        property("static datetime Now {get;}", now),
        property("int Second {get;}", second),
        property("long Ticks {get;}", ticks),
        property("timespan TimeOfDay {get;}", time_of_day),
        property("static datetime Today {get;}", today),
        property("int Year {get;}", year),
        property("static datetime UtcNow {get;}", utc_now),
        property("static datetime MinValue {get;}", min_value),
        property("static datetime MaxValue {get;}", max_value),
        property("static datetime UnixEpoch {get;}", unix_epoch),
        method("datetime Add(timespan value)", add),
        method("datetime AddDays(double value)", add_days),
        method("datetime AddHours(double value)", add_hours),
        method("datetime AddMilliseconds(double value)", add_milliseconds),
        method("datetime AddMicroseconds(double value)", add_microseconds),
        method("datetime AddMinutes(double value)", add_minutes),
        method("datetime AddMonths(int months)", add_months),
        method("datetime AddSeconds(double value)", add_seconds),
        method("datetime AddTicks(long value)", add_ticks),
        method("datetime AddYears(int value)", add_years),
        method("static int Compare(datetime t1, datetime t2)", compare),
        method("int CompareTo(System.Object value)", object::compare_to),
        method("int CompareTo(datetime value)", object::compare_to),
        method("static int DaysInMonth(int year, int month)", days_in_month),
        method("bool Equals(System.Object value)", object::equals),
        method("bool Equals(datetime value)", object::equals),
        method("static bool Equals(datetime t1, datetime t2)", static_equals),
        method("static datetime FromBinary(long dateData)", from_binary),
        method("static datetime FromFileTime(long fileTime)", from_file_time),
        method("static datetime FromFileTimeUtc(long fileTime)", from_file_time_utc),
        method("static datetime FromOADate(double d)", from_oa_date),
        method("bool IsDaylightSavingTime()", is_daylight_saving_time),
        method("static datetime SpecifyKind(datetime value, System.DateTimeKind kind)", specify_kind),
        method("long ToBinary()", to_binary),
        method("static bool IsLeapYear(int year)", is_leap_year),
        method("static datetime Parse(string s)", parse),
        method("static datetime Parse(string s, System.IFormatProvider provider)", parse),
        method(
            "static datetime Parse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles)",
            parse,
        ),
        method(
            "static datetime ParseExact(string s, string format, System.IFormatProvider provider)",
            static_parse_exact,
        ),
        method(
            "static datetime ParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style)",
            static_parse_exact,
        ),
        method(
            "static datetime ParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style)",
            static_parse_exact,
        ),
        method("timespan Subtract(datetime value)", subtract),
        method("datetime Subtract(timespan value)", subtract),
        method("double ToOADate()", to_oa_date),
        method("long ToFileTime()", to_file_time),
        method("long ToFileTimeUtc()", to_file_time_utc),
        method("datetime ToLocalTime()", to_local_time),
        method("string ToLongDateString()", to_long_date_string),
        method("string ToLongTimeString()", to_long_time_string),
        method("string ToShortDateString()", to_short_date_string),
        method("string ToShortTimeString()", to_short_time_string),
        method("string ToString()", to_string),
        method("string ToString(string format)", to_string),
        method("string ToString(System.IFormatProvider provider)", to_string),
        method("string ToString(string format, System.IFormatProvider provider)", to_string),
        method("datetime ToUniversalTime()", to_universal_time),
        method("static bool TryParse(string s, [ref] datetime result)", try_parse),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles, [ref] datetime result)",
            try_parse,
        ),
        method(
            "static bool TryParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] datetime result)",
            try_parse_exact,
        ),
        method(
            "static bool TryParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] datetime result)",
            try_parse_exact,
        ),
        method("System.TypeCode GetTypeCode()", get_type_code),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] datetime result)",
            try_parse,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.DateTime")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|cx, value| {
        let culture = current(cx);
        text(cx, of(value), "", &culture)
    }),
    equals: Some(|_, a, b| {
        Ok(matches!((a, b), (Value::DateTime(a), Value::DateTime(b)) if a.ticks() == b.ticks()))
    }),
    hash_code: Some(|_, value| {
        let ticks = of(value).ticks();
        Ok((ticks ^ (ticks >> 32)) as i32)
    }),
    compare: Some(|_, a, b| match (a, b) {
        (Value::DateTime(a), Value::DateTime(b)) => Ok(a.ticks().cmp(&b.ticks()) as i32),
        _ => Err(Error::argument("Object must be of type DateTime.", "")),
    }),
    default: Some(|| Value::DateTime(least())),
    ..Hooks::NONE
};

/// 0001-01-01.
fn least() -> DateTime {
    DateTime::new(0, DateTimeKind::Unspecified).expect("zero is in range")
}

fn of(value: &Value) -> DateTime {
    match value.unwrapped() {
        Value::DateTime(date) => *date,
        _ => least(),
    }
}

fn this(call: &Call<'_>) -> DateTime {
    of(call.this)
}

/// The exception of a date out of range.
pub fn range_error(error: DateRangeError) -> Error {
    Error::new("System.ArgumentOutOfRangeException", error.to_string())
}

/// The exception of a format that is none.
pub fn format_error(error: DateFormatError) -> Error {
    fault::format(error.to_string())
}

fn text(
    cx: &dyn Context,
    date: DateTime,
    format: &str,
    culture: &pwsh_value::text::culture::Culture,
) -> Result<PsString> {
    let mut out = String::new();
    write_date_time(date, format, &culture.date, &clock::zone(cx), &mut out).map_err(format_error)?;
    Ok(out.into())
}

/// The kind of that number.
pub fn kind_of(number: i64) -> Result<DateTimeKind> {
    Ok(match number {
        0 => DateTimeKind::Unspecified,
        1 => DateTimeKind::Utc,
        2 => DateTimeKind::Local,
        _ => return Err(fault::argument("Invalid DateTimeKind value.", "kind")),
    })
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let last = call.args.len().saturating_sub(1);
    let has_kind = !call.args.is_empty() && call.payload::<EnumNumber>(last).is_some();
    let kind = if has_kind { kind_of(call.number(last))? } else { DateTimeKind::Unspecified };
    if let Some(Value::Int64(ticks)) = call.args.first().map(Value::unwrapped) {
        return Ok(DateTime::from_ticks(*ticks, kind).map_err(range_error)?.into());
    }
    let number = |index: usize| match call.args.get(index).map(Value::unwrapped) {
        Some(Value::Int32(number)) => *number,
        _ => 0,
    };
    let date = DateTime::from_date(number(0), number(1), number(2), kind).map_err(range_error)?;
    let time = calendar::time_ticks(number(3), number(4), number(5)).map_err(range_error)?;
    let (milliseconds, microseconds) = (number(6), number(7));
    if !(0..1000).contains(&milliseconds) {
        return Err(fault::out_of_range("Valid values are between 0 and 999, inclusive.", "millisecond"));
    }
    if !(0..1000).contains(&microseconds) {
        return Err(fault::out_of_range("Valid values are between 0 and 999, inclusive.", "microsecond"));
    }
    let fraction = i64::from(milliseconds) * TICKS_PER_MILLISECOND + i64::from(microseconds) * 10;
    Ok(date.add_ticks(time + fraction).map_err(range_error)?.into())
}

fn date(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).date().into())
}

fn day_of_week(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.DayOfWeek"), this(call).day_of_week().into()))
}

fn day_of_year(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).day_of_year().into())
}

fn kind(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.DateTimeKind"), this(call).kind() as i64))
}

date_fields!(call => this(call));

fn ticks(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).ticks().into())
}

fn time_of_day(call: &mut Call<'_>) -> Result<Value> {
    Ok(TimeSpan(this(call).time_of_day()).into())
}

fn now(call: &mut Call<'_>) -> Result<Value> {
    Ok(clock::now(call.cx).into())
}

fn today(call: &mut Call<'_>) -> Result<Value> {
    Ok(clock::now(call.cx).date().into())
}

fn utc_now(_: &mut Call<'_>) -> Result<Value> {
    Ok(clock::utc_now().into())
}

fn min_value(_: &mut Call<'_>) -> Result<Value> {
    Ok(least().into())
}

fn max_value(_: &mut Call<'_>) -> Result<Value> {
    Ok(DateTime::new(DateTime::MAX_TICKS, DateTimeKind::Unspecified).into())
}

fn unix_epoch(_: &mut Call<'_>) -> Result<Value> {
    Ok(DateTime::new(UNIX_EPOCH_TICKS, DateTimeKind::Utc).into())
}

fn add(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).add_ticks(call.timespan(0).0).map_err(range_error)?.into())
}

fn add_ticks(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).add_ticks(call.long(0)).map_err(range_error)?.into())
}

macro_rules! additions {
    ($($name:ident = $unit:expr;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            Ok(this(call).add_units(call.double(0), $unit).map_err(range_error)?.into())
        }
    )*};
}

additions! {
    add_days = TICKS_PER_DAY;
    add_hours = TICKS_PER_HOUR;
    add_minutes = TICKS_PER_MINUTE;
    add_seconds = TICKS_PER_SECOND;
    add_milliseconds = TICKS_PER_MILLISECOND;
    add_microseconds = 10;
}

fn add_months(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).add_months(call.int(0)).map_err(range_error)?.into())
}

fn add_years(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).add_years(call.int(0)).map_err(range_error)?.into())
}

fn compare(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.datetime(0).ticks().cmp(&call.datetime(1).ticks()) as i32).into())
}

fn static_equals(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.datetime(0).ticks() == call.datetime(1).ticks()).into())
}

fn days_in_month(call: &mut Call<'_>) -> Result<Value> {
    Ok(calendar::days_in_month(call.int(0), call.int(1)).map_err(range_error)?.into())
}

fn is_leap_year(call: &mut Call<'_>) -> Result<Value> {
    if !(1..=9999).contains(&call.int(0)) {
        return Err(range_error(DateRangeError::Year));
    }
    Ok(calendar::is_leap_year(call.int(0)).into())
}

fn specify_kind(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.datetime(0).with_kind(kind_of(call.number(1))?).into())
}

fn subtract(call: &mut Call<'_>) -> Result<Value> {
    match call.arg(0) {
        Value::DateTime(other) => Ok(TimeSpan(this(call).ticks() - other.ticks()).into()),
        _ => Ok(this(call).add_ticks(-call.timespan(0).0).map_err(range_error)?.into()),
    }
}

fn to_local_time(call: &mut Call<'_>) -> Result<Value> {
    Ok(clock::zone(call.cx).to_local(this(call)).into())
}

fn to_universal_time(call: &mut Call<'_>) -> Result<Value> {
    Ok(clock::zone(call.cx).to_universal(this(call)).into())
}

fn is_daylight_saving_time(call: &mut Call<'_>) -> Result<Value> {
    let (zone, date) = (clock::zone(call.cx), this(call));
    if date.kind() == DateTimeKind::Utc {
        return Ok(false.into());
    }
    let midwinter = |month| DateTime::from_date(date.fields().year, month, 1, DateTimeKind::Unspecified);
    let standard =
        [1, 7].into_iter().filter_map(|month| midwinter(month).ok()).map(|d| zone.offset_at_local(d)).min();
    Ok(standard.is_some_and(|standard| zone.offset_at_local(date) > standard).into())
}

/// Ticks from 0001-01-01 to 1601-01-01, where Windows' file times begin.
const FILE_TIME_EPOCH: i64 = 504_911_232_000_000_000;

fn to_file_time(call: &mut Call<'_>) -> Result<Value> {
    file_time(clock::zone(call.cx).to_universal(this(call)))
}

fn to_file_time_utc(call: &mut Call<'_>) -> Result<Value> {
    let date = this(call);
    file_time(if date.kind() == DateTimeKind::Local { clock::zone(call.cx).to_universal(date) } else { date })
}

fn file_time(utc: DateTime) -> Result<Value> {
    let ticks = utc.ticks() - FILE_TIME_EPOCH;
    if ticks < 0 {
        return Err(Error::new(
            "System.ArgumentOutOfRangeException",
            "Not a valid Win32 FileTime. (Parameter 'value')",
        ));
    }
    Ok(ticks.into())
}

fn from_file_time_utc(call: &mut Call<'_>) -> Result<Value> {
    let ticks = call.long(0).checked_add(FILE_TIME_EPOCH).filter(|_| call.long(0) >= 0);
    let date = ticks.and_then(|ticks| DateTime::new(ticks, DateTimeKind::Utc));
    date.map(Value::from).ok_or_else(|| fault::out_of_range("Not a valid Win32 FileTime.", "fileTime"))
}

fn from_file_time(call: &mut Call<'_>) -> Result<Value> {
    let utc = of(&from_file_time_utc(call)?);
    Ok(clock::zone(call.cx).to_local(utc).into())
}

/// Ticks from 0001-01-01 to 1899-12-30, where OLE's dates begin.
const OLE_EPOCH: i64 = 599_264_352_000_000_000;

fn to_oa_date(call: &mut Call<'_>) -> Result<Value> {
    let ticks = this(call).ticks();
    if ticks == 0 {
        return Ok(0.0.into());
    }
    let milliseconds = (ticks - OLE_EPOCH) / TICKS_PER_MILLISECOND;
    let days = milliseconds.div_euclid(86_400_000) as f64;
    Ok((days
        + milliseconds.rem_euclid(86_400_000) as f64 / 86_400_000.0 * if days < 0.0 { -1.0 } else { 1.0 })
    .into())
}

fn from_oa_date(call: &mut Call<'_>) -> Result<Value> {
    let days = call.double(0);
    let part = days.fract().abs();
    let milliseconds = ((days.trunc() + part) * 86_400_000.0).round() as i64;
    let date = DateTime::new(OLE_EPOCH + milliseconds * TICKS_PER_MILLISECOND, DateTimeKind::Unspecified);
    date.map(Value::from).ok_or_else(|| Error::argument("Not a legal OleAut date.", ""))
}

fn to_binary(call: &mut Call<'_>) -> Result<Value> {
    let date = this(call);
    Ok(match date.kind() {
        DateTimeKind::Local => {
            let utc = date.ticks() - clock::zone(call.cx).offset_at_local(date);
            (utc & 0x3FFF_FFFF_FFFF_FFFF) | i64::MIN
        }
        kind => date.ticks() | (kind as i64) << 62,
    }
    .into())
}

fn from_binary(call: &mut Call<'_>) -> Result<Value> {
    let bits = call.long(0);
    let ticks = bits & 0x3FFF_FFFF_FFFF_FFFF;
    if bits < 0 {
        let utc = DateTime::from_ticks(ticks, DateTimeKind::Utc).map_err(range_error)?;
        return Ok(clock::zone(call.cx).to_local(utc).into());
    }
    let kind = if bits >> 62 == 1 { DateTimeKind::Utc } else { DateTimeKind::Unspecified };
    Ok(DateTime::from_ticks(ticks, kind).map_err(range_error)?.into())
}

fn get_type_code(call: &mut Call<'_>) -> Result<Value> {
    Ok(super::type_code::code_of(call.this.ty()))
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let (format, provider) = format_and_provider(call);
    let culture = culture_of(call.cx, provider);
    Ok(text(call.cx, this(call), &format.to_str(), &culture)?.into())
}

macro_rules! texts {
    ($($name:ident = $format:literal;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            let culture = current(call.cx);
            Ok(text(call.cx, this(call), $format, &culture)?.into())
        }
    )*};
}

texts! {
    to_long_date_string = "D";
    to_long_time_string = "T";
    to_short_date_string = "d";
    to_short_time_string = "t";
}

/// The exception of a text that is no date.
pub fn not_recognized(error: DateParseError) -> Error {
    fault::format(error.to_string())
}

/// The culture and the styles among the arguments from `from` on.
pub fn culture_and_styles(
    call: &Call<'_>,
    from: usize,
) -> (std::sync::Arc<pwsh_value::text::culture::Culture>, DateTimeStyles) {
    let (mut provider, mut styles) = (&Value::Null, DateTimeStyles::NONE);
    for index in from..call.args.len() {
        if call.payload::<EnumNumber>(index).is_some() {
            styles = DateTimeStyles(call.number(index) as u32);
        } else if call.payload::<Reference>(index).is_none() {
            provider = call.arg(index);
        }
    }
    (culture_of(call.cx, provider), styles)
}

fn read(call: &Call<'_>) -> Result<DateTime, DateParseError> {
    let (culture, styles) = culture_and_styles(call, 1);
    let text = call.str(0);
    let parser = DateParser { info: &culture.date, today: clock::now(call.cx), styles };
    parser.parse(&text.to_str())?.to_date_time(styles, &clock::zone(call.cx), &text.to_str())
}

/// `Parse`, also for `Convert.ToDateTime`.
pub fn parse(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("s"));
    }
    Ok(read(call).map_err(not_recognized)?.into())
}

fn read_exact(call: &Call<'_>) -> Result<DateTime, DateParseError> {
    let (culture, styles) = culture_and_styles(call, 2);
    let (text, today) = (call.str(0), clock::now(call.cx));
    let text = text.to_str();
    let parsed = match call.payload::<Array>(1) {
        Some(formats) => {
            let formats: Vec<String> =
                formats.to_vec().iter().filter_map(|f| Some(f.as_string()?.to_string())).collect();
            parse_exact_any(&text, formats.iter().map(String::as_str), &culture.date, today, styles)?
        }
        None => parse_exact(&text, &call.str(1).to_str(), &culture.date, today, styles)?,
    };
    parsed.to_date_time(styles, &clock::zone(call.cx), &text)
}

fn static_parse_exact(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("s"));
    }
    if call.arg(1).is_null() {
        return Err(fault::null("format"));
    }
    Ok(read_exact(call).map_err(not_recognized)?.into())
}

fn tried(call: &Call<'_>, parsed: Option<DateTime>) -> Result<Value> {
    if let Some(slot) = call.payload::<Reference>(call.args.len() - 1) {
        slot.set(parsed.unwrap_or_else(least).into());
    }
    Ok(parsed.is_some().into())
}

fn try_parse(call: &mut Call<'_>) -> Result<Value> {
    tried(call, read(call).ok())
}

fn try_parse_exact(call: &mut Call<'_>) -> Result<Value> {
    tried(call, read_exact(call).ok())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::Value;

    #[test]
    fn dates_are_made_moved_and_shown() {
        let mut rt = Runtime::new();
        let date = rt.make("System.DateTime", &[2024.into(), 2.into(), 29.into()]).unwrap();
        let next = rt.call(&date, "AddYears", &[1.into()]).unwrap();
        assert_eq!(rt.call_text(&next, "ToString", &["yyyy-MM-dd".into()]), "2025-02-28");
        let day = rt.get(&date, "DayOfWeek");
        assert_eq!(rt.text(&day), "Thursday");
        let error = Runtime::error(rt.make("System.DateTime", &[2023.into(), 2.into(), 29.into()]));
        assert!(
            error.ends_with("Year, Month, and Day parameters describe an un-representable DateTime."),
            "{error}"
        );
    }

    #[test]
    fn exact_parsing() {
        let mut rt = Runtime::new();
        let args = ["2024-03-01".into(), "yyyy-MM-dd".into(), Value::Null];
        let date = rt.call_static("System.DateTime", "ParseExact", &args).unwrap();
        assert_eq!(rt.call_text(&date, "ToString", &["d MMM".into()]), "1 Mar");
    }
}
