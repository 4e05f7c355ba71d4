//! `System.DateTimeOffset`.

use super::clock::{self, UNIX_EPOCH_TICKS};
use super::date_fields::date_fields;
use super::date_time::{culture_and_styles, format_error, not_recognized, range_error};
use super::number_text::format_and_provider;
use crate::fault;
use crate::globalization::provider::{culture_of, current};
use crate::system::object;
use pwsh_value::payload::{Array, Reference};
use pwsh_value::text::culture::Culture;
use pwsh_value::text::date::calendar::{self, Fields};
use pwsh_value::text::date::{
    DateParseError, DateParser, TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MILLISECOND, TICKS_PER_MINUTE,
    TICKS_PER_SECOND, parse_exact, parse_exact_any, write_date_time_offset,
};
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, named, property};
use pwsh_value::{DateTime, DateTimeKind, Error, Obj, Payload, PsString, Result, TimeSpan, Value};

/// `System.DateTimeOffset`.
pub static DATE_TIME_OFFSET: FacadeType = FacadeType {
    interfaces: &[
        "System.IComparable",
        "System.IFormattable",
        "System.IComparable[System.DateTimeOffset]",
        "System.IEquatable[System.DateTimeOffset]",
    ],
    members: &[
        constructor("new(long ticks, timespan offset)", new),
        constructor("new(datetime dateTime)", new),
        constructor("new(datetime dateTime, timespan offset)", new),
        constructor(
            "new(int year, int month, int day, int hour, int minute, int second, timespan offset)",
            new,
        ),
        constructor(
            "new(int year, int month, int day, int hour, int minute, int second, int millisecond, timespan offset)",
            new,
        ),
        constructor(
            "new(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, timespan offset)",
            new,
        ),
        property("static System.DateTimeOffset UtcNow {get;}", utc_now),
        property("datetime DateTime {get;}", date_time),
        property("datetime UtcDateTime {get;}", utc_date_time),
        property("datetime LocalDateTime {get;}", local_date_time),
        property("datetime Date {get;}", date),
        property("int Day {get;}", day),
        property("System.DayOfWeek DayOfWeek {get;}", day_of_week),
        property("int DayOfYear {get;}", day_of_year),
        property("int Hour {get;}", hour),
        property("int Millisecond {get;}", millisecond),
        property("int Microsecond {get;}", microsecond),
        property("int Nanosecond {get;}", nanosecond),
        property("int Minute {get;}", minute),
        property("int Month {get;}", month),
        property("timespan Offset {get;}", offset),
        property("int TotalOffsetMinutes {get;}", total_offset_minutes),
        property("int Second {get;}", second),
        property("long Ticks {get;}", ticks),
        property("long UtcTicks {get;}", utc_ticks),
        property("timespan TimeOfDay {get;}", time_of_day),
        property("int Year {get;}", year),
        property("static System.DateTimeOffset Now {get;}", now),
        property("static System.DateTimeOffset MinValue {get;}", min_value),
        property("static System.DateTimeOffset MaxValue {get;}", max_value),
        property("static System.DateTimeOffset UnixEpoch {get;}", unix_epoch),
        method("System.DateTimeOffset ToOffset(timespan offset)", to_offset),
        method("System.DateTimeOffset Add(timespan timeSpan)", add),
        method("System.DateTimeOffset AddDays(double days)", add_days),
        method("System.DateTimeOffset AddHours(double hours)", add_hours),
        method("System.DateTimeOffset AddMilliseconds(double milliseconds)", add_milliseconds),
        method("System.DateTimeOffset AddMicroseconds(double microseconds)", add_microseconds),
        method("System.DateTimeOffset AddMinutes(double minutes)", add_minutes),
        method("System.DateTimeOffset AddMonths(int months)", add_months),
        method("System.DateTimeOffset AddSeconds(double seconds)", add_seconds),
        method("System.DateTimeOffset AddTicks(long ticks)", add_ticks),
        method("System.DateTimeOffset AddYears(int years)", add_years),
        method("static int Compare(System.DateTimeOffset first, System.DateTimeOffset second)", compare),
        method("int CompareTo(System.DateTimeOffset other)", object::compare_to),
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(System.DateTimeOffset other)", object::equals),
        method("bool EqualsExact(System.DateTimeOffset other)", equals_exact),
        method(
            "static bool Equals(System.DateTimeOffset first, System.DateTimeOffset second)",
            static_equals,
        ),
        method("static System.DateTimeOffset FromUnixTimeSeconds(long seconds)", from_unix_time_seconds),
        method(
            "static System.DateTimeOffset FromUnixTimeMilliseconds(long milliseconds)",
            from_unix_time_milliseconds,
        ),
        method("static System.DateTimeOffset Parse(string input)", parse),
        method(
            "static System.DateTimeOffset Parse(string input, System.IFormatProvider formatProvider)",
            parse,
        ),
        method(
            "static System.DateTimeOffset Parse(string input, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles)",
            parse,
        ),
        method(
            "static System.DateTimeOffset ParseExact(string input, string format, System.IFormatProvider formatProvider)",
            static_parse_exact,
        ),
        method(
            "static System.DateTimeOffset ParseExact(string input, string format, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles)",
            static_parse_exact,
        ),
        method(
            "static System.DateTimeOffset ParseExact(string input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles)",
            static_parse_exact,
        ),
        method("timespan Subtract(System.DateTimeOffset value)", subtract),
        method("System.DateTimeOffset Subtract(timespan value)", subtract),
        method("long ToUnixTimeSeconds()", to_unix_time_seconds),
        method("long ToUnixTimeMilliseconds()", to_unix_time_milliseconds),
        method("System.DateTimeOffset ToLocalTime()", to_local_time),
        method("string ToString()", to_string),
        method("string ToString(string format)", to_string),
        method("string ToString(System.IFormatProvider formatProvider)", to_string),
        method("string ToString(string format, System.IFormatProvider formatProvider)", to_string),
        method("System.DateTimeOffset ToUniversalTime()", to_universal_time),
        method("static bool TryParse(string input, [ref] System.DateTimeOffset result)", try_parse),
        method(
            "static bool TryParse(string input, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles, [ref] System.DateTimeOffset result)",
            try_parse,
        ),
        method(
            "static bool TryParseExact(string input, string format, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles, [ref] System.DateTimeOffset result)",
            try_parse_exact,
        ),
        method(
            "static bool TryParseExact(string input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles, [ref] System.DateTimeOffset result)",
            try_parse_exact,
        ),
        method(
            "static bool TryParse(string s, System.IFormatProvider provider, [ref] System.DateTimeOffset result)",
            try_parse,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::structure("System.DateTimeOffset")
};

const HOOKS: Hooks = Hooks {
    to_string: Some(|cx, value| text(of(value), "", &current(cx))),
    equals: Some(|_, a, b| Ok(a.ty() == b.ty() && of(a).utc() == of(b).utc())),
    hash_code: Some(|_, value| {
        let ticks = of(value).utc();
        Ok((ticks ^ (ticks >> 32)) as i32)
    }),
    compare: Some(|_, a, b| {
        if a.ty() != b.ty() {
            return Err(Error::argument("Object must be of type DateTimeOffset.", ""));
        }
        Ok(of(a).utc().cmp(&of(b).utc()) as i32)
    }),
    convert_from: Some(|cx, _, value| match value.unwrapped() {
        Value::DateTime(date) => Ok(Some(object_of(local_of(*date, &clock::zone(cx))))),
        _ => Ok(None),
    }),
    default: Some(|| object_of(Moment { clock: unspecified(0).expect("zero is in range"), offset: 0 })),
    ..Hooks::NONE
};

/// The payload: the clock's time and how far it is ahead of UTC, in ticks.
#[derive(Clone, Copy)]
pub struct Moment {
    /// The clock's time, of kind Unspecified.
    pub clock: DateTime,
    /// Ticks ahead of UTC.
    pub offset: i64,
}

impl Payload for Moment {}

impl Moment {
    /// The ticks of the same time in UTC.
    fn utc(self) -> i64 {
        self.clock.ticks() - self.offset
    }
}

fn unspecified(ticks: i64) -> Result<DateTime> {
    DateTime::from_ticks(ticks, DateTimeKind::Unspecified).map_err(range_error)
}

fn of(value: &Value) -> Moment {
    let found = value.cell().and_then(|obj| obj.get::<Moment>()).map(|moment| *moment.payload());
    found.unwrap_or(Moment { clock: unspecified(0).expect("zero is in range"), offset: 0 })
}

fn this(call: &Call<'_>) -> Moment {
    of(call.this)
}

fn arg(call: &Call<'_>, index: usize) -> Moment {
    of(call.arg(index))
}

/// A `DateTimeOffset` object.
pub fn object_of(moment: Moment) -> Value {
    Obj::new(named("System.DateTimeOffset"), moment).into()
}

/// A moment from its clock's ticks and offset, both checked.
fn made(ticks: i64, offset: i64) -> Result<Value> {
    if offset % TICKS_PER_MINUTE != 0 {
        return Err(fault::argument("Offset must be specified in whole minutes.", "offset"));
    }
    if offset.abs() > 14 * TICKS_PER_HOUR {
        return Err(fault::out_of_range("Offset must be within plus or minus 14 hours.", "offset"));
    }
    let clock = unspecified(ticks)?;
    if !(0..=DateTime::MAX_TICKS).contains(&(ticks - offset)) {
        let message =
            "The UTC time represented when the offset is applied must be between year 0 and 10,000.";
        return Err(fault::out_of_range(message, "offset"));
    }
    Ok(object_of(Moment { clock, offset }))
}

fn local_of(date: DateTime, zone: &pwsh_value::text::date::Zone) -> Moment {
    let offset = if date.kind() == DateTimeKind::Utc { 0 } else { zone.offset_at_local(date) };
    Moment { clock: date.with_kind(DateTimeKind::Unspecified), offset }
}

fn text(moment: Moment, format: &str, culture: &Culture) -> Result<PsString> {
    let mut out = String::new();
    write_date_time_offset(moment.clock, TimeSpan(moment.offset), format, &culture.date, &mut out)
        .map_err(format_error)?;
    Ok(out.into())
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    match (call.arg(0), call.args.len()) {
        (Value::Int64(ticks), _) => made(*ticks, call.timespan(1).0),
        (Value::DateTime(date), 1) => Ok(object_of(local_of(*date, &clock::zone(call.cx)))),
        (Value::DateTime(date), _) => {
            let offset = call.timespan(1).0;
            if date.kind() == DateTimeKind::Utc && offset != 0 {
                let message = "The UTC Offset for Utc DateTime instances must be 0.";
                return Err(fault::argument(message, "offset"));
            }
            if date.kind() == DateTimeKind::Local && offset != clock::zone(call.cx).offset_at_local(*date) {
                let message =
                    "The UTC Offset of the local dateTime parameter does not match the offset argument.";
                return Err(fault::argument(message, "offset"));
            }
            made(date.ticks(), offset)
        }
        (_, count) => {
            let number = |index: usize| if index + 1 < count { call.int(index) } else { 0 };
            let date = DateTime::from_date(number(0), number(1), number(2), DateTimeKind::Unspecified);
            let time = calendar::time_ticks(number(3), number(4), number(5)).map_err(range_error)?;
            let fraction = i64::from(number(6)) * TICKS_PER_MILLISECOND + i64::from(number(7)) * 10;
            made(date.map_err(range_error)?.ticks() + time + fraction, call.timespan(count - 1).0)
        }
    }
}

fn utc_now(_: &mut Call<'_>) -> Result<Value> {
    made(clock::utc_now().ticks(), 0)
}

fn now(call: &mut Call<'_>) -> Result<Value> {
    let zone = clock::zone(call.cx);
    let utc = clock::utc_now();
    let offset = zone.offset_at_utc(utc);
    made(utc.ticks() + offset, offset)
}

fn min_value(_: &mut Call<'_>) -> Result<Value> {
    made(0, 0)
}

fn max_value(_: &mut Call<'_>) -> Result<Value> {
    made(DateTime::MAX_TICKS, 0)
}

fn unix_epoch(_: &mut Call<'_>) -> Result<Value> {
    made(UNIX_EPOCH_TICKS, 0)
}

fn date_time(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).clock.into())
}

fn utc_date_time(call: &mut Call<'_>) -> Result<Value> {
    Ok(DateTime::new(this(call).utc(), DateTimeKind::Utc).into())
}

fn local_date_time(call: &mut Call<'_>) -> Result<Value> {
    let utc = DateTime::from_ticks(this(call).utc(), DateTimeKind::Utc).map_err(range_error)?;
    Ok(clock::zone(call.cx).to_local(utc).into())
}

fn date(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).clock.date().into())
}

date_fields!(call => this(call).clock);

fn day_of_week(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.DayOfWeek"), this(call).clock.day_of_week().into()))
}

fn day_of_year(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).clock.day_of_year().into())
}

fn offset(call: &mut Call<'_>) -> Result<Value> {
    Ok(TimeSpan(this(call).offset).into())
}

fn total_offset_minutes(call: &mut Call<'_>) -> Result<Value> {
    Ok(((this(call).offset / TICKS_PER_MINUTE) as i32).into())
}

fn ticks(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).clock.ticks().into())
}

fn utc_ticks(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).utc().into())
}

fn time_of_day(call: &mut Call<'_>) -> Result<Value> {
    Ok(TimeSpan(this(call).clock.time_of_day()).into())
}

fn to_offset(call: &mut Call<'_>) -> Result<Value> {
    let offset = call.timespan(0).0;
    made(this(call).utc() + offset, offset)
}

fn to_universal_time(call: &mut Call<'_>) -> Result<Value> {
    made(this(call).utc(), 0)
}

fn to_local_time(call: &mut Call<'_>) -> Result<Value> {
    let utc = this(call).utc();
    let offset = clock::zone(call.cx).offset_at_utc(unspecified(utc)?);
    made(utc + offset, offset)
}

macro_rules! additions {
    ($($name:ident = $unit:expr;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            let moved = this(call).clock.add_units(call.double(0), $unit).map_err(range_error)?;
            made(moved.ticks(), this(call).offset)
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

fn add_ticks(call: &mut Call<'_>) -> Result<Value> {
    made(this(call).clock.add_ticks(call.long(0)).map_err(range_error)?.ticks(), this(call).offset)
}

fn add(call: &mut Call<'_>) -> Result<Value> {
    made(this(call).clock.add_ticks(call.timespan(0).0).map_err(range_error)?.ticks(), this(call).offset)
}

fn add_months(call: &mut Call<'_>) -> Result<Value> {
    made(this(call).clock.add_months(call.int(0)).map_err(range_error)?.ticks(), this(call).offset)
}

fn add_years(call: &mut Call<'_>) -> Result<Value> {
    made(this(call).clock.add_years(call.int(0)).map_err(range_error)?.ticks(), this(call).offset)
}

fn subtract(call: &mut Call<'_>) -> Result<Value> {
    match call.arg(0) {
        Value::TimeSpan(span) => {
            made(this(call).clock.add_ticks(-span.0).map_err(range_error)?.ticks(), this(call).offset)
        }
        _ => Ok(TimeSpan(this(call).utc() - arg(call, 0).utc()).into()),
    }
}

fn compare(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg(call, 0).utc().cmp(&arg(call, 1).utc()) as i32).into())
}

fn static_equals(call: &mut Call<'_>) -> Result<Value> {
    Ok((arg(call, 0).utc() == arg(call, 1).utc()).into())
}

fn equals_exact(call: &mut Call<'_>) -> Result<Value> {
    let (a, b) = (this(call), arg(call, 0));
    Ok((a.clock == b.clock && a.offset == b.offset).into())
}

fn from_unix_time_seconds(call: &mut Call<'_>) -> Result<Value> {
    let seconds = call.long(0);
    if !(-62_135_596_800..=253_402_300_799).contains(&seconds) {
        let message = "Valid values are between -62135596800 and 253402300799, inclusive.";
        return Err(fault::out_of_range(message, "seconds"));
    }
    made(UNIX_EPOCH_TICKS + seconds * TICKS_PER_SECOND, 0)
}

fn from_unix_time_milliseconds(call: &mut Call<'_>) -> Result<Value> {
    let milliseconds = call.long(0);
    if !(-62_135_596_800_000..=253_402_300_799_999).contains(&milliseconds) {
        let message = "Valid values are between -62135596800000 and 253402300799999, inclusive.";
        return Err(fault::out_of_range(message, "milliseconds"));
    }
    made(UNIX_EPOCH_TICKS + milliseconds * TICKS_PER_MILLISECOND, 0)
}

fn to_unix_time_seconds(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).utc() - UNIX_EPOCH_TICKS).div_euclid(TICKS_PER_SECOND).into())
}

fn to_unix_time_milliseconds(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).utc() - UNIX_EPOCH_TICKS).div_euclid(TICKS_PER_MILLISECOND).into())
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let (format, provider) = format_and_provider(call);
    let culture = culture_of(call.cx, provider);
    Ok(text(this(call), &format.to_str(), &culture)?.into())
}

fn read(call: &Call<'_>) -> Result<Moment, DateParseError> {
    let (culture, styles) = culture_and_styles(call, 1);
    let (text, zone) = (call.str(0), clock::zone(call.cx));
    let parser = DateParser { info: &culture.date, today: clock::now(call.cx), styles };
    let (clock, offset) = parser.parse(&text.to_str())?.to_date_time_offset(styles, &zone, &text.to_str())?;
    Ok(Moment { clock, offset: offset.0 })
}

fn read_exact(call: &Call<'_>) -> Result<Moment, DateParseError> {
    let (culture, styles) = culture_and_styles(call, 2);
    let (text, today, zone) = (call.str(0), clock::now(call.cx), clock::zone(call.cx));
    let text = text.to_str();
    let parsed = match call.payload::<Array>(1) {
        Some(formats) => {
            let formats: Vec<String> =
                formats.to_vec().iter().filter_map(|f| Some(f.as_string()?.to_string())).collect();
            parse_exact_any(&text, formats.iter().map(String::as_str), &culture.date, today, styles)?
        }
        None => parse_exact(&text, &call.str(1).to_str(), &culture.date, today, styles)?,
    };
    let (clock, offset) = parsed.to_date_time_offset(styles, &zone, &text)?;
    Ok(Moment { clock, offset: offset.0 })
}

fn parse(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("input"));
    }
    read(call).map(object_of).map_err(not_recognized)
}

fn static_parse_exact(call: &mut Call<'_>) -> Result<Value> {
    if call.arg(0).is_null() {
        return Err(fault::null("input"));
    }
    read_exact(call).map(object_of).map_err(not_recognized)
}

fn tried(call: &Call<'_>, parsed: Option<Moment>) -> Result<Value> {
    if let Some(slot) = call.payload::<Reference>(call.args.len() - 1) {
        slot.set(parsed.map_or_else(|| object_of(of(&Value::Null)), object_of));
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
    fn unix_time() {
        let mut rt = Runtime::new();
        let moment =
            rt.call_static("System.DateTimeOffset", "FromUnixTimeSeconds", &[Value::Int64(86_400)]).unwrap();
        assert_eq!(rt.call_text(&moment, "ToString", &["u".into()]), "1970-01-02 00:00:00Z");
        assert_eq!(rt.call_text(&moment, "ToUnixTimeSeconds", &[]), "86400");
    }
}
