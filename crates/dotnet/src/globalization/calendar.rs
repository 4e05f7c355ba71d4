//! `System.Globalization.Calendar`.

use pwsh_value::ty::{Call, FacadeType, Kind, method};
use pwsh_value::{Result, Value};

/// `System.Globalization.Calendar`.
pub static CALENDAR: FacadeType = FacadeType {
    kind: Kind::AbstractClass,
    interfaces: &["System.ICloneable"],
    members: &[method(
        "int GetWeekOfYear(datetime time, System.Globalization.CalendarWeekRule rule, System.DayOfWeek firstDayOfWeek)",
        get_week_of_year,
    )],
    ..FacadeType::class("System.Globalization.Calendar")
};

fn get_week_of_year(call: &mut Call<'_>) -> Result<Value> {
    let (rule, first_day) = (call.number(1) as u8, call.number(2) as i32);
    Ok(call.datetime(0).week_of_year(rule, first_day).into())
}
