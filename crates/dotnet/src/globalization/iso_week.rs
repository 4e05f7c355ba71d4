//! `System.Globalization.ISOWeek`: weeks of ISO 8601, which begin on Mondays.

use crate::system::date_time::range_error;
use pwsh_value::text::date::TICKS_PER_DAY;
use pwsh_value::ty::{Call, FacadeType, method};
use pwsh_value::{DateTime, DateTimeKind, Result, Value};

/// `System.Globalization.ISOWeek`.
pub static ISO_WEEK: FacadeType = FacadeType {
    members: &[
        method("static int GetWeekOfYear(datetime date)", get_week_of_year),
        method("static int GetYear(datetime date)", get_year),
        method("static int GetWeeksInYear(int year)", get_weeks_in_year),
        method("static datetime GetYearStart(int year)", get_year_start),
        method("static datetime GetYearEnd(int year)", get_year_end),
        method("static datetime ToDateTime(int year, int week, System.DayOfWeek dayOfWeek)", to_date_time),
    ],
    ..FacadeType::static_class("System.Globalization.ISOWeek")
};

fn get_week_of_year(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.datetime(0).iso_week().1.into())
}

fn get_year(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.datetime(0).iso_week().0.into())
}

/// The 28th of December always lies in the last week.
fn get_weeks_in_year(call: &mut Call<'_>) -> Result<Value> {
    let date = DateTime::from_date(call.int(0), 12, 28, DateTimeKind::Unspecified).map_err(range_error)?;
    Ok(date.iso_week().1.into())
}

/// The Monday of week 1: that of the 4th of January.
fn start(year: i32) -> Result<DateTime> {
    let date = DateTime::from_date(year, 1, 4, DateTimeKind::Unspecified).map_err(range_error)?;
    let days = (date.day_of_week() + 6) % 7;
    date.add_ticks(-i64::from(days) * TICKS_PER_DAY).map_err(range_error)
}

fn get_year_start(call: &mut Call<'_>) -> Result<Value> {
    Ok(start(call.int(0))?.into())
}

fn get_year_end(call: &mut Call<'_>) -> Result<Value> {
    Ok(start(call.int(0) + 1)?.add_ticks(-TICKS_PER_DAY).map_err(range_error)?.into())
}

fn to_date_time(call: &mut Call<'_>) -> Result<Value> {
    let day = (call.number(2) + 6) % 7;
    let days = i64::from(call.int(1) - 1) * 7 + day;
    Ok(start(call.int(0))?.add_ticks(days * TICKS_PER_DAY).map_err(range_error)?.into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn the_last_days_of_a_year_may_be_the_next_ones() {
        let mut rt = Runtime::new();
        let date = rt.make("System.DateTime", &[2024.into(), 12.into(), 30.into()]).unwrap();
        let week = rt.call_static("System.Globalization.ISOWeek", "GetWeekOfYear", &[date]).unwrap();
        assert_eq!(rt.text(&week), "1");
    }
}
