//! The random numbers of Get-Random and Get-SecureRandom, and how both choose.

use parking_lot::Mutex;
use psjob_dotnet::system::random::Subtractive;
use pwsh_runtime::Runspace;
use pwsh_runtime::command::Io;
use pwsh_value::ops::{self, Unary};
use pwsh_value::{Category, Error, Result, Value, convert};

/// The generator that `-SetSeed` leaves to a session.
#[derive(Default)]
pub struct Seeded(Mutex<Option<Subtractive>>);

impl Seeded {
    /// Begins anew from a seed.
    pub fn set(&self, seed: i32) {
        *self.0.lock() = Some(Subtractive::new(seed));
    }

    /// The next four bytes as a number; `None` while there is no seed.
    fn sample(&self) -> Option<i32> {
        let mut generator = self.0.lock();
        let generator = generator.as_mut()?;
        Some(i32::from_le_bytes(std::array::from_fn(|_| generator.sample() as u8)))
    }
}

/// Where numbers come from.
pub struct Source {
    /// The session's generator; `None`: only the operating system.
    seeded: Option<std::sync::Arc<Seeded>>,
}

impl Source {
    /// Numbers that can be foretold once a seed was set.
    pub fn of_session(rs: &Runspace) -> Source {
        Source { seeded: Some(rs.session.process().statics::<Seeded>()) }
    }

    /// Numbers that cannot be foretold.
    pub fn secure() -> Source {
        Source { seeded: None }
    }

    fn sample(&self) -> i32 {
        self.seeded.as_ref().and_then(|seeded| seeded.sample()).unwrap_or_else(|| {
            // The first 32 bits of a random UUID are all random.
            uuid::Uuid::new_v4().as_fields().0 as i32
        })
    }

    /// A number from 0 up to but not including `i32::MAX`.
    fn next(&self) -> i32 {
        loop {
            match self.sample() {
                i32::MAX => {}
                negative @ ..0 => return negative + i32::MAX,
                number => return number,
            }
        }
    }

    fn real(&self) -> f64 {
        f64::from(self.next()) * (1.0 / f64::from(i32::MAX))
    }

    /// A number in `least..limit`.
    pub fn between(&self, least: i32, limit: i32) -> i32 {
        let range = i64::from(limit) - i64::from(least);
        if range <= i64::from(i32::MAX) {
            return (self.real() * range as f64) as i32 + least;
        }
        let sample = loop {
            let sample = self.sample();
            if sample != i32::MAX {
                break f64::from(sample) + f64::from(i32::MAX);
            }
        };
        let part = sample * (1.0 / (2.0 * f64::from(i32::MAX)));
        ((part * range as f64) as i64 + i64::from(least)) as i32
    }

    fn between_long(&self, least: i64, limit: i64) -> i64 {
        let range = limit.wrapping_sub(least) as u64;
        if range <= i32::MAX as u64 {
            return least + i64::from(self.between(0, range as i32));
        }
        let mask = u64::MAX >> range.leading_zeros();
        loop {
            let (low, high) = (self.sample() as u32, self.sample() as u32);
            let sample = (u64::from(high) << 32 | u64::from(low)) & mask;
            if sample < range {
                // PowerShell adds in double precision here.
                return (least as f64 + sample as f64) as i64;
            }
        }
    }

    fn between_real(&self, least: f64, limit: f64) -> f64 {
        let mut range = limit - least;
        loop {
            let part = self.real();
            let number = if range.is_infinite() {
                least + part * limit - part * least
            } else {
                let number = least + part * range;
                range *= part;
                number
            };
            if number < limit {
                return number;
            }
        }
    }
}

/// A bound as a number: of a text the number it says.
fn bound(rs: &mut Runspace, value: &Value) -> Result<Value> {
    match value.as_string() {
        Some(_) => {
            // As an operand of arithmetic, a text becomes the least type that holds its number.
            ops::unary(rs, Unary::Plus, value)
        }
        None => Ok(value.unwrapped().clone()),
    }
}

/// Puts out `count` numbers from `minimum` up to but not including `maximum`, either of which may be null: 32 bits
/// wide where both are, else 64, else real.
///
/// # Errors
/// `MinGreaterThanOrEqualMax`; a bound that is no number.
pub fn put_out_numbers(
    io: &mut Io<'_>,
    from: &Source,
    minimum: &Value,
    maximum: &Value,
    count: i32,
) -> Result<()> {
    let (low, high) = (bound(io.rs, minimum)?, bound(io.rs, maximum)?);
    let least = match &low {
        Value::Null | Value::Void => Some(0),
        Value::Int32(number) => Some(i64::from(*number)),
        Value::Int64(number) => Some(*number),
        _ => None,
    };
    let narrow = |value: &Value| matches!(value, Value::Null | Value::Void | Value::Int32(_));
    let limit = match &high {
        Value::Null | Value::Void if narrow(&low) => Some(i64::from(i32::MAX)),
        Value::Null | Value::Void => Some(i64::MAX),
        Value::Int32(number) => Some(i64::from(*number)),
        Value::Int64(number) => Some(*number),
        _ => None,
    };
    if let (Some(least), Some(limit)) = (least, limit) {
        if least >= limit {
            return Err(not_below(least, limit));
        }
        for _ in 0..count {
            match narrow(&low) && narrow(&high) {
                true => io.write(from.between(least as i32, limit as i32))?,
                false => io.write(from.between_long(least, limit))?,
            }
        }
        return Ok(());
    }
    let mut real = |value: &Value, absent: f64| {
        if value.is_null() { Ok(absent) } else { convert::to_double(io.rs, value) }
    };
    let (least, limit) = (real(&low, 0.0)?, real(&high, f64::MAX)?);
    if least >= limit {
        return Err(not_below(least, limit));
    }
    for _ in 0..count {
        io.write(from.between_real(least, limit))?;
    }
    Ok(())
}

fn not_below(least: impl Into<Value>, limit: impl Into<Value>) -> Error {
    let text = |value: Value| convert::simple_text(&value).unwrap_or_default();
    let (least, limit) = (text(least.into()), text(limit.into()));
    let message = format!(
        "The Minimum value ({least}) cannot be greater than or equal to the Maximum value ({limit})."
    );
    Error::new("System.ArgumentException", message)
        .id("MinGreaterThanOrEqualMax")
        .category(Category::InvalidArgument)
}

/// Some of a list of unknown length, each as likely as any other.
#[derive(Default)]
pub struct Choice {
    chosen: Vec<Value>,
    seen: usize,
}

impl Choice {
    /// Takes an item; `count`: how many are wanted, all where there is none.
    pub fn take(&mut self, from: &Source, item: Value, count: Option<usize>) {
        match count {
            Some(count) if self.seen >= count => {
                if from.between(0, self.seen as i32 + 1) < count as i32 {
                    let at = from.between(0, self.chosen.len() as i32) as usize;
                    self.chosen[at] = item;
                }
            }
            _ => self.chosen.push(item),
        }
        self.seen += 1;
    }

    /// The chosen ones in random order.
    pub fn put_out(&mut self, io: &mut Io<'_>, from: &Source) -> Result<()> {
        let mut chosen = std::mem::take(&mut self.chosen);
        let count = chosen.len() as i32;
        for at in 0..count {
            let other = from.between(at, count) as usize;
            chosen.swap(at as usize, other);
            io.write(chosen[at as usize].clone())?;
        }
        Ok(())
    }
}
