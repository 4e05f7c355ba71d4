//! `System.Globalization.GregorianCalendar`.

use crate::system::date_time::range_error;
use crate::system::object::Plain;
use pwsh_value::text::date::{
    TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MILLISECOND, TICKS_PER_MINUTE, TICKS_PER_SECOND, calendar,
};
use pwsh_value::ty::{Call, FacadeType, constructor, known, method, named, property};
use pwsh_value::{DateTime, DateTimeKind, Obj, Result, Value};

/// `System.Globalization.GregorianCalendar`.
pub static GREGORIAN_CALENDAR: FacadeType = FacadeType {
    base: "System.Globalization.Calendar",
    members: &[
        constructor("new()", new),
        constructor("new(System.Globalization.GregorianCalendarTypes type)", new),
        method("int GetDayOfMonth(datetime time)", get_day_of_month),
        method("System.DayOfWeek GetDayOfWeek(datetime time)", get_day_of_week),
        method("int GetDayOfYear(datetime time)", get_day_of_year),
        method("int GetDaysInMonth(int year, int month, int era)", get_days_in_month),
        method("int GetDaysInYear(int year, int era)", get_days_in_year),
        method("int GetMonth(datetime time)", get_month),
        method("int GetMonthsInYear(int year, int era)", get_months_in_year),
        method("int GetYear(datetime time)", get_year),
        method("bool IsLeapYear(int year, int era)", is_leap_year),
        method("int GetDaysInMonth(int year, int month)", get_days_in_month),
        method("int GetDaysInYear(int year)", get_days_in_year),
        method("int GetMonthsInYear(int year)", get_months_in_year),
        method("bool IsLeapYear(int year)", is_leap_year),
        method("bool IsLeapDay(int year, int month, int day)", is_leap_day),
        method("bool IsLeapDay(int year, int month, int day, int era)", is_leap_day),
        method("datetime AddYears(datetime time, int years)", add_years),
        method("datetime AddMonths(datetime time, int months)", add_months),
        method("datetime AddWeeks(datetime time, int weeks)", add_weeks),
        method("datetime AddDays(datetime time, int days)", add_days),
        method("datetime AddHours(datetime time, int hours)", add_hours),
        method("datetime AddMinutes(datetime time, int minutes)", add_minutes),
        method("datetime AddSeconds(datetime time, int seconds)", add_seconds),
        method("int GetEra(datetime time)", get_era),
        method("int GetHour(datetime time)", get_hour),
        method("int GetMinute(datetime time)", get_minute),
        method("int GetSecond(datetime time)", get_second),
        method("double GetMilliseconds(datetime time)", get_milliseconds),
        method(
            "datetime ToDateTime(int year, int month, int day, int hour, int minute, int second, int millisecond)",
            to_date_time,
        ),
        method("int ToFourDigitYear(int year)", to_four_digit_year),
        property("int TwoDigitYearMax {get;}", two_digit_year_max),
        property("datetime MinSupportedDateTime {get;}", min_supported),
        property("datetime MaxSupportedDateTime {get;}", max_supported),
        property("System.Globalization.CalendarAlgorithmType AlgorithmType {get;}", algorithm_type),
        property("System.Globalization.GregorianCalendarTypes CalendarType {get;}", calendar_type),
        property("bool IsReadOnly {get;}", is_read_only),
        property("int[] Eras {get;}", eras),
    ],
    ..FacadeType::class("System.Globalization.GregorianCalendar")
};

fn new(_: &mut Call<'_>) -> Result<Value> {
    Ok(calendar_object())
}

/// A `GregorianCalendar` object.
pub fn calendar_object() -> Value {
    Obj::new(named("System.Globalization.GregorianCalendar"), Plain).into()
}

fn get_day_of_month(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.datetime(0).fields().day.into())
}

fn get_day_of_week(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.DayOfWeek"), call.datetime(0).day_of_week().into()))
}

fn get_day_of_year(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.datetime(0).day_of_year().into())
}

fn get_days_in_month(call: &mut Call<'_>) -> Result<Value> {
    Ok(calendar::days_in_month(call.int(0), call.int(1)).map_err(range_error)?.into())
}

fn get_days_in_year(call: &mut Call<'_>) -> Result<Value> {
    Ok((if calendar::is_leap_year(call.int(0)) { 366 } else { 365 }).into())
}

fn get_month(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.datetime(0).fields().month.into())
}

fn get_year(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.datetime(0).fields().year.into())
}

fn get_months_in_year(_: &mut Call<'_>) -> Result<Value> {
    Ok(12.into())
}

fn is_leap_year(call: &mut Call<'_>) -> Result<Value> {
    Ok(calendar::is_leap_year(call.int(0)).into())
}

fn is_leap_day(call: &mut Call<'_>) -> Result<Value> {
    Ok((calendar::is_leap_year(call.int(0)) && call.int(1) == 2 && call.int(2) == 29).into())
}

fn add_years(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.datetime(0).add_years(call.int(1)).map_err(range_error)?.into())
}

fn add_months(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.datetime(0).add_months(call.int(1)).map_err(range_error)?.into())
}

macro_rules! additions {
    ($($name:ident = $unit:expr;)*) => {$(
        fn $name(call: &mut Call<'_>) -> Result<Value> {
            let ticks = i64::from(call.int(1)).saturating_mul($unit);
            Ok(call.datetime(0).add_ticks(ticks).map_err(range_error)?.into())
        }
    )*};
}

additions! {
    add_weeks = 7 * TICKS_PER_DAY;
    add_days = TICKS_PER_DAY;
    add_hours = TICKS_PER_HOUR;
    add_minutes = TICKS_PER_MINUTE;
    add_seconds = TICKS_PER_SECOND;
}

/// The common era, the only one.
fn get_era(_: &mut Call<'_>) -> Result<Value> {
    Ok(1.into())
}

fn eras(_: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::typed_array(&known().int32, vec![1.into()]).into())
}

fn get_hour(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.datetime(0).fields().hour.into())
}

fn get_minute(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.datetime(0).fields().minute.into())
}

fn get_second(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.datetime(0).fields().second.into())
}

fn get_milliseconds(call: &mut Call<'_>) -> Result<Value> {
    Ok(((call.datetime(0).fields().fraction / TICKS_PER_MILLISECOND) as f64).into())
}

fn to_date_time(call: &mut Call<'_>) -> Result<Value> {
    let unspecified = DateTimeKind::Unspecified;
    let date =
        DateTime::from_date(call.int(0), call.int(1), call.int(2), unspecified).map_err(range_error)?;
    let time = calendar::time_ticks(call.int(3), call.int(4), call.int(5)).map_err(range_error)?;
    let fraction = i64::from(call.int(6)) * TICKS_PER_MILLISECOND;
    Ok(date.add_ticks(time + fraction).map_err(range_error)?.into())
}

/// The last year that two digits mean.
const TWO_DIGIT_YEAR_MAX: i32 = 2049;

fn two_digit_year_max(_: &mut Call<'_>) -> Result<Value> {
    Ok(TWO_DIGIT_YEAR_MAX.into())
}

fn to_four_digit_year(call: &mut Call<'_>) -> Result<Value> {
    let year = call.int(0);
    let century = TWO_DIGIT_YEAR_MAX / 100 - i32::from(year > TWO_DIGIT_YEAR_MAX % 100);
    Ok(if year < 100 { century * 100 + year } else { year }.into())
}

fn min_supported(_: &mut Call<'_>) -> Result<Value> {
    Ok(DateTime::new(0, DateTimeKind::Unspecified).into())
}

fn max_supported(_: &mut Call<'_>) -> Result<Value> {
    Ok(DateTime::new(DateTime::MAX_TICKS, DateTimeKind::Unspecified).into())
}

fn algorithm_type(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.Globalization.CalendarAlgorithmType"), 1))
}

fn calendar_type(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::enumeration(&named("System.Globalization.GregorianCalendarTypes"), 1))
}

fn is_read_only(_: &mut Call<'_>) -> Result<Value> {
    Ok(false.into())
}
