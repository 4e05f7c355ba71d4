//! `System.Random`: unseeded from the operating system; seeded by .NET's own subtractive generator.

use crate::fault;
use parking_lot::Mutex;
use pwsh_value::payload::Array;
use pwsh_value::ty::{Call, FacadeType, constructor, known, method, named, property};
use pwsh_value::{Obj, Payload, PsString, Result, Value};

/// `System.Random`.
pub static RANDOM: FacadeType = FacadeType {
    members: &[
        constructor("new()", new),
        constructor("new(int Seed)", new),
        property("static System.Random Shared {get;}", shared),
        method("int Next()", next),
        method("int Next(int maxValue)", next),
        method("int Next(int minValue, int maxValue)", next),
        method("long NextInt64()", next_int64),
        method("long NextInt64(long maxValue)", next_int64),
        method("long NextInt64(long minValue, long maxValue)", next_int64),
        method("float NextSingle()", next_single),
        method("double NextDouble()", next_double),
        method("void NextBytes(byte[] buffer)", next_bytes),
        method("void Shuffle[T](T[] values)", shuffle),
        method("T[] GetItems[T](T[] choices, int length)", get_items),
        method("string GetString(string choices, int length)", get_string),
        method("string GetHexString(int stringLength, bool lowercase = False)", get_hex_string),
    ],
    ..FacadeType::class("System.Random")
};

/// The payload of a generator.
enum Generator {
    System,
    Seeded(Box<Mutex<Subtractive>>),
}

impl Payload for Generator {}

/// The generator of Knuth's that .NET keeps for seeds.
pub struct Subtractive {
    seeds: [i32; 56],
    next: usize,
    next_p: usize,
}

impl Subtractive {
    /// The generator of a seed.
    pub fn new(seed: i32) -> Subtractive {
        let mut seeds = [0_i32; 56];
        let subtraction = if seed == i32::MIN { i32::MAX } else { seed.abs() };
        let mut mj = 161_803_398 - subtraction;
        seeds[55] = mj;
        let (mut mk, mut ii) = (1, 0);
        for _ in 1..55 {
            ii += 21;
            if ii >= 55 {
                ii -= 55;
            }
            seeds[ii] = mk;
            mk = mj - mk;
            if mk < 0 {
                mk += i32::MAX;
            }
            mj = seeds[ii];
        }
        for _ in 1..5 {
            for i in 1..56 {
                let mut n = i + 30;
                if n >= 55 {
                    n -= 55;
                }
                seeds[i] = seeds[i].wrapping_sub(seeds[1 + n]);
                if seeds[i] < 0 {
                    seeds[i] = seeds[i].wrapping_add(i32::MAX);
                }
            }
        }
        Subtractive { seeds, next: 0, next_p: 21 }
    }

    /// The next number, from 0 up to but not including `i32::MAX`.
    pub fn sample(&mut self) -> i32 {
        let step = |at: usize| if at + 1 >= 56 { 1 } else { at + 1 };
        (self.next, self.next_p) = (step(self.next), step(self.next_p));
        let mut value = self.seeds[self.next].wrapping_sub(self.seeds[self.next_p]);
        if value == i32::MAX {
            value -= 1;
        }
        if value < 0 {
            value = value.wrapping_add(i32::MAX);
        }
        self.seeds[self.next] = value;
        value
    }

    fn real(&mut self) -> f64 {
        f64::from(self.sample()) * (1.0 / f64::from(i32::MAX))
    }
}

/// 64 bits from the operating system.
fn system_bits() -> u64 {
    uuid::Uuid::new_v4().as_u64_pair().1 << 2 ^ uuid::Uuid::new_v4().as_u64_pair().0
}

impl Generator {
    fn real(&self) -> f64 {
        match self {
            Generator::System => (system_bits() >> 11) as f64 * (1.0 / (1_u64 << 53) as f64),
            Generator::Seeded(state) => state.lock().real(),
        }
    }

    /// A number in `least..limit`.
    fn between(&self, least: i64, limit: i64) -> i64 {
        let range = (limit as i128 - least as i128) as f64;
        match self {
            Generator::Seeded(state) if range > f64::from(i32::MAX) => {
                let mut state = state.lock();
                let mut sample = f64::from(state.sample());
                if state.sample() % 2 == 0 {
                    sample = -sample;
                }
                let real = (sample + f64::from(i32::MAX - 1)) / (2.0 * (f64::from(i32::MAX) - 1.0) + 1.0);
                (real * range) as i64 + least
            }
            _ => least + ((self.real() * range) as i64).min(limit.wrapping_sub(least).wrapping_sub(1)),
        }
    }
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let generator = match call.args.first() {
        Some(_) => Generator::Seeded(Box::new(Mutex::new(Subtractive::new(call.int(0))))),
        None => Generator::System,
    };
    Ok(Obj::new(call.ty.clone(), generator).into())
}

fn shared(_: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(named("System.Random"), Generator::System).into())
}

fn next(call: &mut Call<'_>) -> Result<Value> {
    let this = call.this::<Generator>();
    let (least, limit) = match call.args.len() {
        0 => {
            if let Generator::Seeded(state) = this.payload() {
                return Ok(state.lock().sample().into());
            }
            (0, i32::MAX)
        }
        1 => (0, call.int(0)),
        _ => (call.int(0), call.int(1)),
    };
    if call.args.len() == 1 && limit < 0 {
        return Err(fault::actual_value("'maxValue' must be greater than zero.", "maxValue", limit));
    }
    if least > limit {
        return Err(fault::out_of_range("'minValue' cannot be greater than maxValue.", "minValue"));
    }
    Ok((this.between(least.into(), limit.into()).max(least.into()) as i32).into())
}

impl Generator {
    /// A seeded number of 64 bits, from three samples of 22, 22 and 20.
    fn wide(&self) -> u64 {
        let part = |bits: u32| self.between(0, 1 << bits) as u64;
        match self {
            Generator::System => system_bits(),
            Generator::Seeded(_) => part(22) | part(22) << 22 | part(20) << 44,
        }
    }

    /// A number in `least..limit`, by as many bits as that takes.
    fn wide_between(&self, least: i64, limit: i64) -> i64 {
        let range = limit.wrapping_sub(least) as u64;
        if range <= 1 {
            return least;
        }
        let bits = 64 - (range - 1).leading_zeros();
        loop {
            let number = self.wide() >> (64 - bits);
            if number < range {
                return least.wrapping_add(number as i64);
            }
        }
    }
}

fn next_int64(call: &mut Call<'_>) -> Result<Value> {
    let (least, limit) = match call.args.len() {
        0 => (0, i64::MAX),
        1 => (0, call.long(0)),
        _ => (call.long(0), call.long(1)),
    };
    if least > limit {
        return Err(fault::out_of_range("'minValue' cannot be greater than maxValue.", "minValue"));
    }
    Ok(call.this::<Generator>().wide_between(least, limit).into())
}

fn next_double(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.this::<Generator>().real().into())
}

fn next_single(call: &mut Call<'_>) -> Result<Value> {
    Ok((call.this::<Generator>().real() as f32).into())
}

fn next_bytes(call: &mut Call<'_>) -> Result<Value> {
    let Some(buffer) = call.payload::<Array>(0) else { return Err(fault::null("buffer")) };
    let this = call.this::<Generator>();
    for at in 0..buffer.len() {
        let byte = match this.payload() {
            Generator::Seeded(state) => state.lock().sample() as u8,
            Generator::System => system_bits() as u8,
        };
        buffer.set(at, Value::UInt8(byte));
    }
    Ok(Value::Void)
}

/// The choices in the first argument, of which there must be some.
fn choices(call: &Call<'_>) -> Result<Vec<Value>> {
    let choices = match call.arg(0) {
        Value::String(text) => text.units().iter().map(|unit| Value::Char(*unit)).collect(),
        _ => call.payload::<Array>(0).ok_or_else(|| fault::null("choices"))?.to_vec(),
    };
    if choices.is_empty() { Err(fault::argument("Span may not be empty.", "choices")) } else { Ok(choices) }
}

/// `length` choices, each one of them as likely.
fn chosen(call: &Call<'_>, choices: &[Value], length: i32) -> Result<Vec<Value>> {
    let length = usize::try_from(length).map_err(|_| fault::negative("length", length.into()))?;
    let this = call.this::<Generator>();
    let pick = |_| choices[this.between(0, choices.len() as i64) as usize].clone();
    Ok((0..length).map(pick).collect())
}

fn get_items(call: &mut Call<'_>) -> Result<Value> {
    let items = chosen(call, &choices(call)?, call.int(1))?;
    Ok(Obj::typed_array(call.type_args.first().unwrap_or(&known().object), items).into())
}

fn text_of(units: &[Value]) -> PsString {
    let units: Vec<u16> = units
        .iter()
        .filter_map(|unit| if let Value::Char(unit) = unit { Some(*unit) } else { None })
        .collect();
    PsString::from_utf16(&units)
}

fn get_string(call: &mut Call<'_>) -> Result<Value> {
    Ok(text_of(&chosen(call, &choices(call)?, call.int(1))?).into())
}

fn get_hex_string(call: &mut Call<'_>) -> Result<Value> {
    let digits = if call.args.len() > 1 && call.bool(1) { "0123456789abcdef" } else { "0123456789ABCDEF" };
    let digits: Vec<Value> = digits.bytes().map(|digit| Value::Char(digit.into())).collect();
    Ok(text_of(&chosen(call, &digits, call.int(0))?).into())
}

fn shuffle(call: &mut Call<'_>) -> Result<Value> {
    let Some(values) = call.payload::<Array>(0) else { return Err(fault::null("values")) };
    let this = call.this::<Generator>();
    let length = values.len();
    for at in 0..length.saturating_sub(1) {
        let other = this.between(at as i64, length as i64) as usize;
        let (a, b) = (values.get(at).unwrap_or_default(), values.get(other).unwrap_or_default());
        values.set(at, b);
        values.set(other, a);
    }
    Ok(Value::Void)
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;

    #[test]
    fn a_seed_gives_the_numbers_of_net() {
        let mut rt = Runtime::new();
        let random = rt.make("System.Random", &[42.into()]).unwrap();
        let numbers: Vec<String> = (0..3).map(|_| rt.call_text(&random, "Next", &[100.into()])).collect();
        assert_eq!(numbers, ["66", "14", "12"]);
    }
}
