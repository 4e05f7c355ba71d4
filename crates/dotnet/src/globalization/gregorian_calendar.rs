//! `System.Globalization.GregorianCalendar`.

use crate::system::date_time::range_error;
use crate::system::object::Plain;
use pwsh_value::text::date::calendar;
use pwsh_value::ty::{Call, FacadeType, constructor, method, named};
use pwsh_value::{Obj, Result, Value};

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
