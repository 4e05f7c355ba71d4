//! How a culture writes dates: .NET's DateTimeFormatInfo, in the Gregorian calendar.

use super::Text;

/// How a culture writes dates. Lists of patterns begin with the one that formatting uses; parsing an exact
/// standard format tries all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateInfo {
    /// `AM`
    pub am_designator: Text,
    /// `PM`
    pub pm_designator: Text,
    /// What `/` in a pattern stands for.
    pub date_separator: Text,
    /// What `:` in a pattern stands for.
    pub time_separator: Text,
    /// 0 is Sunday.
    pub first_day_of_week: u8,
    /// .NET's CalendarWeekRule: 0 first day, 1 first full week, 2 first four-day week.
    pub calendar_week_rule: u8,
    /// `F`
    pub full_date_time_pattern: Text,
    /// `M`
    pub month_day_pattern: Text,
    /// `d`
    pub short_date_patterns: Vec<Text>,
    /// `D`
    pub long_date_patterns: Vec<Text>,
    /// `t`
    pub short_time_patterns: Vec<Text>,
    /// `T`
    pub long_time_patterns: Vec<Text>,
    /// `Y`
    pub year_month_patterns: Vec<Text>,
    /// From Sunday.
    pub day_names: Vec<Text>,
    /// From Sunday.
    pub abbreviated_day_names: Vec<Text>,
    /// From Sunday.
    pub shortest_day_names: Vec<Text>,
    /// From January; the thirteenth is empty.
    pub month_names: Vec<Text>,
    /// From January; the thirteenth is empty.
    pub abbreviated_month_names: Vec<Text>,
    /// As they stand beside a day.
    pub month_genitive_names: Vec<Text>,
    /// As they stand beside a day.
    pub abbreviated_month_genitive_names: Vec<Text>,
    /// `A.D.`
    pub era_name: Text,
    /// `AD`
    pub abbreviated_era_name: Text,
}

/// A name of a list, or nothing where the list (which a script may have set) is shorter.
fn name(names: &[Text], index: usize) -> &str {
    names.get(index).map_or("", |name| name)
}

fn first(patterns: &[Text]) -> &str {
    name(patterns, 0)
}

impl DateInfo {
    /// The pattern of `d`.
    pub fn short_date_pattern(&self) -> &str {
        first(&self.short_date_patterns)
    }

    /// The pattern of `D`.
    pub fn long_date_pattern(&self) -> &str {
        first(&self.long_date_patterns)
    }

    /// The pattern of `t`.
    pub fn short_time_pattern(&self) -> &str {
        first(&self.short_time_patterns)
    }

    /// The pattern of `T`.
    pub fn long_time_pattern(&self) -> &str {
        first(&self.long_time_patterns)
    }

    /// The pattern of `Y`.
    pub fn year_month_pattern(&self) -> &str {
        first(&self.year_month_patterns)
    }

    /// The full name of a day of the week, 0 is Sunday.
    pub fn day_name(&self, day_of_week: usize) -> &str {
        name(&self.day_names, day_of_week)
    }

    /// The short name of a day of the week, 0 is Sunday.
    pub fn abbreviated_day_name(&self, day_of_week: usize) -> &str {
        name(&self.abbreviated_day_names, day_of_week)
    }

    /// The full name of month 1 to 12, as it stands alone or (`genitive`) beside a day.
    pub fn month_name(&self, month: usize, genitive: bool) -> &str {
        let names = if genitive { &self.month_genitive_names } else { &self.month_names };
        name(names, month.wrapping_sub(1))
    }

    /// The short name of month 1 to 12, as it stands alone or (`genitive`) beside a day.
    pub fn abbreviated_month_name(&self, month: usize, genitive: bool) -> &str {
        let names =
            if genitive { &self.abbreviated_month_genitive_names } else { &self.abbreviated_month_names };
        name(names, month.wrapping_sub(1))
    }
}
