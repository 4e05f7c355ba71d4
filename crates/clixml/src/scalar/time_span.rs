//! `System.TimeSpan` ([MS-PSRP] 2.2.5.1.7).

use std::fmt;
use std::str::FromStr;

use super::InvalidText;

const TICKS_PER_SECOND: u64 = 10_000_000;

/// A length of time in ticks of 100 nanoseconds. Its text is the duration of XML Schema: `-P1DT2H3M4.5S`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimeSpan {
    /// The length; all of `i64` is in use.
    pub ticks: i64,
}

impl FromStr for TimeSpan {
    type Err = InvalidText;

    /// As .NET reads it: a year has 365 days and a month 30, a part of a tick is dropped.
    fn from_str(text: &str) -> Result<Self, InvalidText> {
        let invalid = || InvalidText::new("a duration", text);
        let trimmed = text.trim_matches([' ', '\t', '\r', '\n']);
        let (negative, rest) = match trimmed.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, trimmed),
        };
        let rest = rest.strip_prefix('P').ok_or_else(invalid)?;
        let (date, time) = match rest.split_once('T') {
            Some((_, "")) => return Err(invalid()),
            Some((date, time)) => (date, time),
            None if rest.is_empty() => return Err(invalid()),
            None => (rest, ""),
        };
        let day = 86_400 * TICKS_PER_SECOND;
        let total = sum(date, &[('Y', 365 * day), ('M', 30 * day), ('D', day)])
            .zip(sum(
                time,
                &[('H', 3_600 * TICKS_PER_SECOND), ('M', 60 * TICKS_PER_SECOND), ('S', TICKS_PER_SECOND)],
            ))
            .map(|(date, time)| if negative { -(date + time) } else { date + time })
            .ok_or_else(invalid)?;
        Ok(Self { ticks: i64::try_from(total).map_err(|_| invalid())? })
    }
}

/// The ticks of a run of numbers, each with a unit of `units`, in that order and each at most once.
fn sum(mut text: &str, units: &[(char, u64)]) -> Option<i128> {
    let mut units = units.iter();
    let mut total = 0;
    while !text.is_empty() {
        let end = text.find(|c: char| c.is_ascii_alphabetic())?;
        let letter = text[end..].chars().next()?;
        let &(_, ticks) = units.find(|(unit, _)| *unit == letter)?;
        let number = &text[..end];
        let (whole, fraction) = match number.split_once('.') {
            Some((whole, fraction)) if letter == 'S' => (whole, fraction),
            Some(_) => return None,
            None => (number, ""),
        };
        if (whole.is_empty() && fraction.is_empty())
            || !number.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        {
            return None;
        }
        let whole: u64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        let part = fraction.bytes().chain(std::iter::repeat(b'0')).take(7);
        total += i128::from(whole) * i128::from(ticks)
            + part.fold(0, |sum, digit| sum * 10 + i128::from(digit.wrapping_sub(b'0')));
        if fraction.contains('.') {
            return None;
        }
        text = &text[end + 1..];
    }
    Some(total)
}

impl fmt::Display for TimeSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ticks = self.ticks.unsigned_abs();
        let (seconds, fraction) = (ticks / TICKS_PER_SECOND, ticks % TICKS_PER_SECOND);
        let (days, hours, minutes, seconds) =
            (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
        f.write_str(if self.ticks < 0 { "-P" } else { "P" })?;
        if days > 0 {
            write!(f, "{days}D")?;
        }
        if ticks != 0 && (hours, minutes, seconds, fraction) == (0, 0, 0, 0) {
            return Ok(());
        }
        f.write_str("T")?;
        if hours > 0 {
            write!(f, "{hours}H")?;
        }
        if minutes > 0 {
            write!(f, "{minutes}M")?;
        }
        if fraction > 0 {
            let digits = format!("{fraction:07}");
            write!(f, "{seconds}.{}S", digits.trim_end_matches('0'))?;
        } else if seconds > 0 || ticks == 0 {
            write!(f, "{seconds}S")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_go_through() {
        for (text, ticks) in [
            ("PT0S", 0),
            ("PT0.0000001S", 1),
            ("-P10675199DT2H48M5.4775808S", i64::MIN),
            ("P10675199DT2H48M5.4775807S", i64::MAX),
            ("P45D", 45 * 864_000_000_000),
            ("P1DT2H", 936_000_000_000),
            ("PT1H0.5S", 36_005_000_000),
            ("-PT0.001S", -10_000),
        ] {
            assert_eq!(text.parse(), Ok(TimeSpan { ticks }), "{text}");
            assert_eq!(TimeSpan { ticks }.to_string(), text);
        }
    }

    #[test]
    fn other_forms_are_read_as_dotnet_reads_them() {
        for (text, ticks) in [
            ("P1Y", 315_360_000_000_000),
            ("P1Y2M3DT4H", 369_936_000_000_000),
            (" PT1S ", 10_000_000),
            ("-P0D", 0),
            ("PT1.123456789S", 11_234_567),
            ("PT25H", 900_000_000_000),
            ("PT.5S", 5_000_000),
            ("PT1.S", 10_000_000),
        ] {
            assert_eq!(text.parse(), Ok(TimeSpan { ticks }), "{text}");
        }
        for text in [
            "",
            "P",
            "PT",
            "PT1M1H",
            "P1DT",
            "P1W",
            "+P1D",
            "1",
            "P1",
            "PT1.5M",
            "PT1.2.3S",
            "P99999999999D",
            "PT١S",
        ] {
            assert!(text.parse::<TimeSpan>().is_err(), "{text}");
        }
    }
}
