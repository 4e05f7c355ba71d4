//! `System.Globalization.DateTimeFormatInfo`.

use super::provider;
use super::setting::{names, text, texts};
use crate::fault;
use parking_lot::Mutex;
use pwsh_value::text::culture::{Culture, DateInfo};
use pwsh_value::ty::{Call, FacadeType, constructor, method, named, property, property_rw};
use pwsh_value::{Obj, Payload, Result, Value};

/// `System.Globalization.DateTimeFormatInfo`.
pub static DATE_TIME_FORMAT_INFO: FacadeType = FacadeType {
    interfaces: &["System.IFormatProvider", "System.ICloneable"],
    members: &[
        constructor("new()", new),
        property("static System.Globalization.DateTimeFormatInfo InvariantInfo {get;}", invariant_info),
        property("static System.Globalization.DateTimeFormatInfo CurrentInfo {get;}", current_info),
        property_rw("string AMDesignator {get;set;}", am_designator, set_am_designator),
        property("System.Globalization.Calendar Calendar {get;}", calendar),
        property_rw("string DateSeparator {get;set;}", date_separator, set_date_separator),
        property_rw("System.DayOfWeek FirstDayOfWeek {get;set;}", first_day_of_week, set_first_day_of_week),
        property_rw(
            "System.Globalization.CalendarWeekRule CalendarWeekRule {get;set;}",
            calendar_week_rule,
            set_calendar_week_rule,
        ),
        property_rw(
            "string FullDateTimePattern {get;set;}",
            full_date_time_pattern,
            set_full_date_time_pattern,
        ),
        property_rw("string LongDatePattern {get;set;}", long_date_pattern, set_long_date_pattern),
        property_rw("string LongTimePattern {get;set;}", long_time_pattern, set_long_time_pattern),
        property_rw("string MonthDayPattern {get;set;}", month_day_pattern, set_month_day_pattern),
        property_rw("string PMDesignator {get;set;}", pm_designator, set_pm_designator),
        property("string RFC1123Pattern {get;}", rfc1123_pattern),
        property_rw("string ShortDatePattern {get;set;}", short_date_pattern, set_short_date_pattern),
        property_rw("string ShortTimePattern {get;set;}", short_time_pattern, set_short_time_pattern),
        property("string SortableDateTimePattern {get;}", sortable_date_time_pattern),
        property_rw("string TimeSeparator {get;set;}", time_separator, set_time_separator),
        property("string UniversalSortableDateTimePattern {get;}", universal_sortable_date_time_pattern),
        property_rw("string YearMonthPattern {get;set;}", year_month_pattern, set_year_month_pattern),
        property_rw(
            "string[] AbbreviatedDayNames {get;set;}",
            abbreviated_day_names,
            set_abbreviated_day_names,
        ),
        property_rw("string[] ShortestDayNames {get;set;}", shortest_day_names, set_shortest_day_names),
        property_rw("string[] DayNames {get;set;}", day_names, set_day_names),
        property_rw(
            "string[] AbbreviatedMonthNames {get;set;}",
            abbreviated_month_names,
            set_abbreviated_month_names,
        ),
        property_rw("string[] MonthNames {get;set;}", month_names, set_month_names),
        property("bool IsReadOnly {get;}", is_read_only),
        property_rw(
            "string[] AbbreviatedMonthGenitiveNames {get;set;}",
            abbreviated_month_genitive_names,
            set_abbreviated_month_genitive_names,
        ),
        property_rw("string[] MonthGenitiveNames {get;set;}", month_genitive_names, set_month_genitive_names),
        method(
            "static System.Globalization.DateTimeFormatInfo GetInstance(System.IFormatProvider provider)",
            get_instance,
        ),
        method("System.Object Clone()", clone),
        method("string GetAbbreviatedDayName(System.DayOfWeek dayofweek)", get_abbreviated_day_name),
        method("string GetDayName(System.DayOfWeek dayofweek)", get_day_name),
        method("string GetAbbreviatedMonthName(int month)", get_abbreviated_month_name),
        method("string GetMonthName(int month)", get_month_name),
        method(
            "static System.Globalization.DateTimeFormatInfo ReadOnly(System.Globalization.DateTimeFormatInfo dtfi)",
            read_only,
        ),
    ],
    ..FacadeType::class("System.Globalization.DateTimeFormatInfo")
};

/// The payload of a `DateTimeFormatInfo`.
pub struct DateTimeFormat {
    info: Mutex<DateInfo>,
    read_only: bool,
}

impl Payload for DateTimeFormat {}

impl DateTimeFormat {
    /// What it holds now.
    pub fn snapshot(&self) -> DateInfo {
        self.info.lock().clone()
    }
}

/// A `DateTimeFormatInfo` object.
pub fn format_object(info: DateInfo, read_only: bool) -> Obj {
    let payload = DateTimeFormat { info: Mutex::new(info), read_only };
    Obj::new(named("System.Globalization.DateTimeFormatInfo"), payload)
}

/// Changes what the object holds, unless it is read-only.
fn change(call: &Call<'_>, change: impl FnOnce(&Call<'_>, &mut DateInfo) -> Result<()>) -> Result<Value> {
    let this = call.this::<DateTimeFormat>();
    if this.read_only {
        return Err(fault::invalid_operation("Instance is read-only."));
    }
    let mut info = this.snapshot();
    change(call, &mut info)?;
    *this.payload().info.lock() = info;
    Ok(Value::Void)
}

fn new(_: &mut Call<'_>) -> Result<Value> {
    Ok(format_object(Culture::invariant().date.clone(), false).into())
}

fn invariant_info(_: &mut Call<'_>) -> Result<Value> {
    Ok(format_object(Culture::invariant().date.clone(), true).into())
}

fn current_info(call: &mut Call<'_>) -> Result<Value> {
    Ok(format_object(provider::current(call.cx).date.clone(), true).into())
}

fn get_instance(call: &mut Call<'_>) -> Result<Value> {
    let provider = call.arg(0);
    Ok(format_object(provider::culture_of(call.cx, provider).date.clone(), true).into())
}

fn is_read_only(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<DateTimeFormat>().read_only.into())
}

fn clone(call: &mut Call<'_>) -> Result<Value> {
    Ok(format_object(call.this::<DateTimeFormat>().snapshot(), false).into())
}

fn read_only(call: &mut Call<'_>) -> Result<Value> {
    match call.payload::<DateTimeFormat>(0) {
        Some(format) => Ok(format_object(format.snapshot(), true).into()),
        None => Err(fault::null("dtfi")),
    }
}

fn bounded_enum(call: &Call<'_>) -> u8 {
    call.number(call.args.len() - 1) as u8
}

/// A getter and a setter for each field, by what kind it is.
macro_rules! settings {
    (show text $field:expr) => { Value::str(&*$field) };
    (read text $call:ident) => { text($call)? };
    (show texts $field:expr) => { names(&$field) };
    (read texts $call:ident) => { texts($call)? };
    ($($get:ident $set:ident = $($field:ident).+: $kind:ident;)*) => {$(
        fn $get(call: &mut Call<'_>) -> Result<Value> {
            let info = call.this::<DateTimeFormat>().snapshot();
            Ok(settings!(show $kind info.$($field).+))
        }

        fn $set(call: &mut Call<'_>) -> Result<Value> {
            change(call, |call, info| {
                info.$($field).+ = settings!(read $kind call);
                Ok(())
            })
        }
    )*};
}

settings! {
    am_designator set_am_designator = am_designator: text;
    date_separator set_date_separator = date_separator: text;
    full_date_time_pattern set_full_date_time_pattern = full_date_time_pattern: text;
    month_day_pattern set_month_day_pattern = month_day_pattern: text;
    pm_designator set_pm_designator = pm_designator: text;
    time_separator set_time_separator = time_separator: text;
    abbreviated_day_names set_abbreviated_day_names = abbreviated_day_names: texts;
    shortest_day_names set_shortest_day_names = shortest_day_names: texts;
    day_names set_day_names = day_names: texts;
    abbreviated_month_names set_abbreviated_month_names = abbreviated_month_names: texts;
    month_names set_month_names = month_names: texts;
    abbreviated_month_genitive_names set_abbreviated_month_genitive_names = abbreviated_month_genitive_names: texts;
    month_genitive_names set_month_genitive_names = month_genitive_names: texts;
}

fn first_day_of_week(call: &mut Call<'_>) -> Result<Value> {
    let info = call.this::<DateTimeFormat>().snapshot();
    Ok(Value::enumeration(&named("System.DayOfWeek"), info.first_day_of_week.into()))
}

fn set_first_day_of_week(call: &mut Call<'_>) -> Result<Value> {
    change(call, |call, info| {
        info.first_day_of_week = bounded_enum(call);
        Ok(())
    })
}

fn calendar_week_rule(call: &mut Call<'_>) -> Result<Value> {
    let info = call.this::<DateTimeFormat>().snapshot();
    Ok(Value::enumeration(&named("System.Globalization.CalendarWeekRule"), info.calendar_week_rule.into()))
}

fn set_calendar_week_rule(call: &mut Call<'_>) -> Result<Value> {
    change(call, |call, info| {
        info.calendar_week_rule = bounded_enum(call);
        Ok(())
    })
}

fn long_date_pattern(call: &mut Call<'_>) -> Result<Value> {
    let info = call.this::<DateTimeFormat>().snapshot();
    Ok(Value::str(info.long_date_patterns.first().map_or("", |pattern| &**pattern)))
}

fn set_long_date_pattern(call: &mut Call<'_>) -> Result<Value> {
    change(call, |call, info| {
        info.long_date_patterns.insert(0, text(call)?);
        Ok(())
    })
}

fn long_time_pattern(call: &mut Call<'_>) -> Result<Value> {
    let info = call.this::<DateTimeFormat>().snapshot();
    Ok(Value::str(info.long_time_patterns.first().map_or("", |pattern| &**pattern)))
}

fn set_long_time_pattern(call: &mut Call<'_>) -> Result<Value> {
    change(call, |call, info| {
        info.long_time_patterns.insert(0, text(call)?);
        Ok(())
    })
}

fn short_date_pattern(call: &mut Call<'_>) -> Result<Value> {
    let info = call.this::<DateTimeFormat>().snapshot();
    Ok(Value::str(info.short_date_patterns.first().map_or("", |pattern| &**pattern)))
}

fn set_short_date_pattern(call: &mut Call<'_>) -> Result<Value> {
    change(call, |call, info| {
        info.short_date_patterns.insert(0, text(call)?);
        Ok(())
    })
}

fn short_time_pattern(call: &mut Call<'_>) -> Result<Value> {
    let info = call.this::<DateTimeFormat>().snapshot();
    Ok(Value::str(info.short_time_patterns.first().map_or("", |pattern| &**pattern)))
}

fn set_short_time_pattern(call: &mut Call<'_>) -> Result<Value> {
    change(call, |call, info| {
        info.short_time_patterns.insert(0, text(call)?);
        Ok(())
    })
}

fn year_month_pattern(call: &mut Call<'_>) -> Result<Value> {
    let info = call.this::<DateTimeFormat>().snapshot();
    Ok(Value::str(info.year_month_patterns.first().map_or("", |pattern| &**pattern)))
}

fn set_year_month_pattern(call: &mut Call<'_>) -> Result<Value> {
    change(call, |call, info| {
        info.year_month_patterns.insert(0, text(call)?);
        Ok(())
    })
}

fn day_index(call: &Call<'_>) -> Result<usize> {
    match call.number(0) {
        day @ 0..=6 => Ok(day as usize),
        _ => {
            Err(fault::out_of_range("Valid values are between Sunday and Saturday, inclusive.", "dayofweek"))
        }
    }
}

fn month_index(call: &Call<'_>) -> Result<usize> {
    match call.int(0) {
        month @ 1..=13 => Ok(month as usize),
        _ => Err(fault::out_of_range("Valid values are between 1 and 13, inclusive.", "month")),
    }
}

fn get_day_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(call.this::<DateTimeFormat>().snapshot().day_name(day_index(call)?)))
}

fn get_abbreviated_day_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(call.this::<DateTimeFormat>().snapshot().abbreviated_day_name(day_index(call)?)))
}

fn get_month_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(call.this::<DateTimeFormat>().snapshot().month_name(month_index(call)?, false)))
}

fn get_abbreviated_month_name(call: &mut Call<'_>) -> Result<Value> {
    Ok(Value::str(call.this::<DateTimeFormat>().snapshot().abbreviated_month_name(month_index(call)?, false)))
}

fn rfc1123_pattern(_: &mut Call<'_>) -> Result<Value> {
    Ok("ddd, dd MMM yyyy HH':'mm':'ss 'GMT'".into())
}

fn sortable_date_time_pattern(_: &mut Call<'_>) -> Result<Value> {
    Ok("yyyy'-'MM'-'dd'T'HH':'mm':'ss".into())
}

fn universal_sortable_date_time_pattern(_: &mut Call<'_>) -> Result<Value> {
    Ok("yyyy'-'MM'-'dd HH':'mm':'ss'Z'".into())
}

fn calendar(_: &mut Call<'_>) -> Result<Value> {
    Ok(super::gregorian_calendar::calendar_object())
}
