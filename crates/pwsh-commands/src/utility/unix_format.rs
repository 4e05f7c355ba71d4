//! `Get-Date -UFormat`: the letters of Unix' `date`, as PowerShell reads them.

use pwsh_runtime::Runspace;
use pwsh_value::text::date::{TICKS_PER_SECOND, Zone};
use pwsh_value::{Context, DateTime, Result, Value, convert};

/// Ticks from 0001-01-01 to 1970-01-01.
const UNIX_EPOCH_TICKS: i64 = 621_355_968_000_000_000;

/// The date in a format whose letters follow a `%`; a `+` before it is dropped.
pub fn unix_format(rs: &mut Runspace, date: DateTime, format: &str, zone: &Zone) -> Result<String> {
    let mut out = String::new();
    let mut letters = format.strip_prefix('+').unwrap_or(format).chars();
    while let Some(letter) = letters.next() {
        if letter != '%' {
            out.push(letter);
            continue;
        }
        match letters.next() {
            Some(letter) => out.push_str(&part(rs, date, letter, zone)?),
            None => out.push('%'),
        }
    }
    Ok(out)
}

fn part(rs: &mut Runspace, date: DateTime, letter: char, zone: &Zone) -> Result<String> {
    let fields = date.fields();
    let picture = match letter {
        'A' => "dddd",
        'a' => "ddd",
        'B' => "MMMM",
        'b' | 'h' => "MMM",
        'c' => "ddd dd MMM yyyy HH:mm:ss",
        'D' => "MM/dd/yy",
        'x' => "MM/dd/yy",
        'd' => "dd",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'I' => "hh",
        'M' => "mm",
        'm' => "MM",
        'p' => "tt",
        'R' => "HH:mm",
        'r' => "hh:mm:ss tt",
        'S' => "ss",
        'T' | 'X' => "HH:mm:ss",
        'Y' | 'G' => "yyyy",
        'y' | 'g' => "yy",
        'Z' => "zz",
        _ => "",
    };
    if !picture.is_empty() {
        let picture = if picture.len() == 1 { format!("%{picture}") } else { picture.to_owned() };
        let text = rs.call_method(&Value::DateTime(date), "ToString", vec![Value::from(picture)])?;
        return Ok(convert::to_text(rs, &text)?.to_string());
    }
    Ok(match letter {
        'C' => format!("{:02}", fields.year / 100),
        'e' => format!("{:>2}", fields.day),
        'j' => format!("{:03}", date.day_of_year()),
        'k' => format!("{:>2}", fields.hour),
        'l' => format!("{:>2}", if fields.hour % 12 == 0 { 12 } else { fields.hour % 12 }),
        'n' => "\n".to_owned(),
        't' => "\t".to_owned(),
        's' => {
            let seconds = (zone.to_universal(date).ticks() - UNIX_EPOCH_TICKS) / TICKS_PER_SECOND;
            seconds.to_string()
        }
        'U' | 'W' => (date.day_of_year() / 7).to_string(),
        'u' => (if date.day_of_week() == 0 { 7 } else { date.day_of_week() }).to_string(),
        'V' => format!("{:02}", date.iso_week().1),
        'w' => date.day_of_week().to_string(),
        other => other.to_string(),
    })
}
