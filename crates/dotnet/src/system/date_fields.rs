//! The getters of the parts of a time of the clock, which `DateTime` and `DateTimeOffset` both have.

/// Makes `year` to `nanosecond`; `$clock` gives the time of the clock that `$call` is about.
macro_rules! date_fields {
    ($call:ident => $clock:expr) => {
        date_fields! { $call, $clock;
            year = |f| f.year;
            month = |f| f.month;
            day = |f| f.day;
            hour = |f| f.hour;
            minute = |f| f.minute;
            second = |f| f.second;
            millisecond = |f| (f.fraction / pwsh_value::text::date::TICKS_PER_MILLISECOND) as i32;
            microsecond = |f| (f.fraction / 10 % 1000) as i32;
            nanosecond = |f| (f.fraction % 10 * 100) as i32;
        }
    };
    ($call:ident, $clock:expr; $($name:ident = $field:expr;)*) => {$(
        fn $name($call: &mut Call<'_>) -> Result<Value> {
            let field: fn(Fields) -> i32 = $field;
            Ok(field($clock.fields()).into())
        }
    )*};
}

pub(super) use date_fields;
