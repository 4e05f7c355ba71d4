//! Durations as XML Schema writes them (`xs:duration`): `PT3M`, `PT7200.000S`, `P0DT0H0M0S`.

use std::time::Duration;

/// A text that is no duration, or one of years and months, whose length nobody knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a duration like PT60.000S, found '{0}'")]
pub struct DurationError(pub String);

/// Reads a duration of days, hours, minutes and seconds, down to nanoseconds. Anything negative, or longer than
/// `u64::MAX` seconds, is an error, and so are years and months other than zero.
pub fn parse_duration(text: &str) -> Result<Duration, DurationError> {
    read(text).ok_or_else(|| DurationError(text.chars().take(64).collect()))
}

fn read(text: &str) -> Option<Duration> {
    let rest = text.trim().strip_prefix('P')?;
    let (date, time) = match rest.split_once('T') {
        Some((_, "")) => return None,
        Some((date, time)) => (date, time),
        None => (rest, ""),
    };
    if date.is_empty() && time.is_empty() {
        return None;
    }
    let days = components(date, &[('Y', 0), ('M', 0), ('D', 86_400)])?;
    days.checked_add(components(time, &[('H', 3_600), ('M', 60), ('S', 1)])?)
}

/// The sum of numbers that are each followed by a unit, every unit at most once and in the order given. A unit of
/// zero seconds takes zero only.
fn components(mut text: &str, units: &[(char, u64)]) -> Option<Duration> {
    let mut total = Duration::ZERO;
    let mut units = units.iter();
    while !text.is_empty() {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, rest) = text.split_at(end);
        let unit = rest.chars().next()?;
        let (_, seconds) = units.by_ref().find(|(name, _)| *name == unit)?;
        let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
        if whole.is_empty() || (number.contains('.') && unit != 'S') {
            return None;
        }
        let whole: u64 = whole.parse().ok()?;
        if *seconds == 0 && whole != 0 {
            return None;
        }
        total = total.checked_add(Duration::from_secs(whole.checked_mul(*seconds)?))?;
        total = total.checked_add(Duration::from_nanos(nanoseconds(fraction)?))?;
        text = &rest[unit.len_utf8()..];
    }
    Some(total)
}

/// The digits after the point; what is finer than a nanosecond is cut.
fn nanoseconds(fraction: &str) -> Option<u64> {
    if fraction.is_empty() || !fraction.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let nine: String = fraction.chars().chain(std::iter::repeat('0')).take(9).collect();
    nine.parse().ok()
}

/// Writes a duration in seconds with three decimals, as WinRM does.
pub fn format_duration(duration: Duration) -> String {
    format!("PT{}.{:03}S", duration.as_secs(), duration.subsec_millis())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_of_clients_are_read() {
        for (text, milliseconds) in [
            ("PT3M", 180_000),
            ("PT60S", 60_000),
            ("PT60.000S", 60_000),
            ("PT0.25S", 250),
            ("P0DT0H0M0S", 0),
            ("P1DT2H", 93_600_000),
            ("P0Y0M1D", 86_400_000),
            ("PT2147483.647S", 2_147_483_647),
        ] {
            assert_eq!(parse_duration(text), Ok(Duration::from_millis(milliseconds)), "{text}");
        }
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for text in [
            "", "P", "PT", "60", "PT60", "PT-1S", "-PT1S", "P1Y", "P2M", "PT1S1M", "PT1.5M", "PT.S", "PT1.S",
            "P1DT", "PTS",
        ] {
            assert_eq!(parse_duration(text), Err(DurationError(text.into())), "{text}");
        }
        assert!(parse_duration(&format!("PT{}S", "9".repeat(30))).is_err());
    }

    #[test]
    fn a_duration_is_written_in_seconds() {
        assert_eq!(format_duration(Duration::from_millis(7_200_000)), "PT7200.000S");
        assert_eq!(format_duration(Duration::from_millis(1_005)), "PT1.005S");
    }
}
