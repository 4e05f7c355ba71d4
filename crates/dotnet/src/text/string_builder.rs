//! `System.Text.StringBuilder`.

use crate::fault;
use crate::globalization::provider::culture_of;
use crate::system::composite;
use parking_lot::Mutex;
use pwsh_value::payload::Array;
use pwsh_value::string::push_unit;
use pwsh_value::ty::{Call, FacadeType, Hooks, constructor, method, property, property_rw};
use pwsh_value::{Context, Obj, Payload, PsString, Result, Value, memory};

/// `System.Text.StringBuilder`.
pub static STRING_BUILDER: FacadeType = FacadeType {
    members: &[
        constructor("new()", new),
        constructor("new(int capacity)", new),
        constructor("new(string value)", new),
        constructor("new(string value, int capacity)", new),
        constructor("new(string value, int startIndex, int length, int capacity)", new),
        constructor("new(int capacity, int maxCapacity)", new),
        property_rw("int Capacity {get;set;}", capacity, set_capacity),
        property("int MaxCapacity {get;}", max_capacity),
        property_rw("int Length {get;set;}", length, set_length),
        property_rw("char Chars(int index) {get;set;}", chars, set_chars),
        method("int EnsureCapacity(int capacity)", ensure_capacity),
        method("string ToString()", to_string),
        method("string ToString(int startIndex, int length)", to_string),
        method("System.Text.StringBuilder Clear()", clear),
        method("System.Text.StringBuilder Append(char value, int repeatCount)", append),
        method("System.Text.StringBuilder Append(char[] value, int startIndex, int charCount)", append),
        method("System.Text.StringBuilder Append(string value)", append),
        method("System.Text.StringBuilder Append(string value, int startIndex, int count)", append),
        method("System.Text.StringBuilder Append(System.Text.StringBuilder value)", append),
        method(
            "System.Text.StringBuilder Append(System.Text.StringBuilder value, int startIndex, int count)",
            append,
        ),
        method("System.Text.StringBuilder AppendLine()", append_line),
        method("System.Text.StringBuilder AppendLine(string value)", append_line),
        method("System.Text.StringBuilder Insert(int index, string value, int count)", insert),
        method("System.Text.StringBuilder Remove(int startIndex, int length)", remove),
        method("System.Text.StringBuilder Append(bool value)", append),
        method("System.Text.StringBuilder Append(char value)", append),
        method("System.Text.StringBuilder Append(sbyte value)", append),
        method("System.Text.StringBuilder Append(byte value)", append),
        method("System.Text.StringBuilder Append(short value)", append),
        method("System.Text.StringBuilder Append(int value)", append),
        method("System.Text.StringBuilder Append(long value)", append),
        method("System.Text.StringBuilder Append(float value)", append),
        method("System.Text.StringBuilder Append(double value)", append),
        method("System.Text.StringBuilder Append(decimal value)", append),
        method("System.Text.StringBuilder Append(ushort value)", append),
        method("System.Text.StringBuilder Append(uint value)", append),
        method("System.Text.StringBuilder Append(ulong value)", append),
        method("System.Text.StringBuilder Append(System.Object value)", append),
        method("System.Text.StringBuilder Append(char[] value)", append),
        method(
            "System.Text.StringBuilder AppendJoin(string separator, Params System.Object[] values)",
            append_join,
        ),
        method(
            "System.Text.StringBuilder AppendJoin[T](string separator, System.Collections.Generic.IEnumerable[T] values)",
            append_join,
        ),
        method("System.Text.StringBuilder AppendJoin(string separator, Params string[] values)", append_join),
        method(
            "System.Text.StringBuilder AppendJoin(char separator, Params System.Object[] values)",
            append_join,
        ),
        method(
            "System.Text.StringBuilder AppendJoin[T](char separator, System.Collections.Generic.IEnumerable[T] values)",
            append_join,
        ),
        method("System.Text.StringBuilder AppendJoin(char separator, Params string[] values)", append_join),
        method("System.Text.StringBuilder Insert(int index, string value)", insert),
        method("System.Text.StringBuilder Insert(int index, bool value)", insert),
        method("System.Text.StringBuilder Insert(int index, sbyte value)", insert),
        method("System.Text.StringBuilder Insert(int index, byte value)", insert),
        method("System.Text.StringBuilder Insert(int index, short value)", insert),
        method("System.Text.StringBuilder Insert(int index, char value)", insert),
        method("System.Text.StringBuilder Insert(int index, char[] value)", insert),
        method(
            "System.Text.StringBuilder Insert(int index, char[] value, int startIndex, int charCount)",
            insert,
        ),
        method("System.Text.StringBuilder Insert(int index, int value)", insert),
        method("System.Text.StringBuilder Insert(int index, long value)", insert),
        method("System.Text.StringBuilder Insert(int index, float value)", insert),
        method("System.Text.StringBuilder Insert(int index, double value)", insert),
        method("System.Text.StringBuilder Insert(int index, decimal value)", insert),
        method("System.Text.StringBuilder Insert(int index, ushort value)", insert),
        method("System.Text.StringBuilder Insert(int index, uint value)", insert),
        method("System.Text.StringBuilder Insert(int index, ulong value)", insert),
        method("System.Text.StringBuilder Insert(int index, System.Object value)", insert),
        method("System.Text.StringBuilder AppendFormat(string format, System.Object arg0)", append_format),
        method(
            "System.Text.StringBuilder AppendFormat(string format, System.Object arg0, System.Object arg1)",
            append_format,
        ),
        method(
            "System.Text.StringBuilder AppendFormat(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            append_format,
        ),
        method(
            "System.Text.StringBuilder AppendFormat(string format, Params System.Object[] args)",
            append_format,
        ),
        method(
            "System.Text.StringBuilder AppendFormat(System.IFormatProvider provider, string format, System.Object arg0)",
            append_format,
        ),
        method(
            "System.Text.StringBuilder AppendFormat(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1)",
            append_format,
        ),
        method(
            "System.Text.StringBuilder AppendFormat(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            append_format,
        ),
        method(
            "System.Text.StringBuilder AppendFormat(System.IFormatProvider provider, string format, Params System.Object[] args)",
            append_format,
        ),
        method("System.Text.StringBuilder Replace(string oldValue, string newValue)", replace),
        method("bool Equals(System.Text.StringBuilder sb)", equals),
        method(
            "System.Text.StringBuilder Replace(string oldValue, string newValue, int startIndex, int count)",
            replace,
        ),
        method("System.Text.StringBuilder Replace(char oldChar, char newChar)", replace),
        method(
            "System.Text.StringBuilder Replace(char oldChar, char newChar, int startIndex, int count)",
            replace,
        ),
    ],
    hooks: HOOKS,
    ..FacadeType::class("System.Text.StringBuilder")
};

const HOOKS: Hooks = Hooks { to_string: Some(|_, value| Ok(of(value).text())), ..Hooks::NONE };

/// The payload of a builder: its text as WTF-8.
pub struct Builder(Mutex<Vec<u8>>);

impl Payload for Builder {}

impl Builder {
    /// The text so far.
    pub fn text(&self) -> PsString {
        PsString::from_wtf8(&*self.0.lock())
    }

    fn replace_with(&self, text: &PsString) {
        *self.0.lock() = text.as_wtf8().to_vec();
    }

    /// Appends text, joining a surrogate pair that meets at the seam.
    pub fn push(&self, text: &PsString) {
        let mut bytes = self.0.lock();
        match text.unit(0) {
            Some(low) if (0xDC00..0xE000).contains(&low) => {
                text.units().iter().for_each(|unit| push_unit(&mut bytes, *unit))
            }
            _ => bytes.extend_from_slice(text.as_wtf8()),
        }
    }
}

/// An empty builder.
pub fn builder_object() -> Value {
    Obj::new(pwsh_value::ty::named("System.Text.StringBuilder"), Builder(Mutex::default())).into()
}

fn of(value: &Value) -> &Builder {
    value.cell().and_then(|obj| obj.get::<Builder>()).expect("a string builder").payload()
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    let text = match call.args.first().map(Value::unwrapped) {
        Some(Value::Int32(capacity)) if *capacity < 0 => {
            return Err(fault::out_of_range("'capacity' must be greater than zero.", "capacity"));
        }
        Some(Value::String(text)) if call.args.len() == 4 => {
            let (start, length) = (call.int(1), call.int(2));
            text.substring(usize::try_from(start).unwrap_or(0), usize::try_from(length).unwrap_or(0))
        }
        Some(Value::String(text)) => text.clone(),
        _ => PsString::empty(),
    };
    Ok(Obj::new(call.ty.clone(), Builder(Mutex::new(text.as_wtf8().to_vec()))).into())
}

fn length(call: &mut Call<'_>) -> Result<Value> {
    Ok((of(call.this).text().len() as i32).into())
}

fn set_length(call: &mut Call<'_>) -> Result<Value> {
    let Ok(wanted) = usize::try_from(call.int(0)) else {
        return Err(fault::out_of_range("Length cannot be less than zero.", "value"));
    };
    let text = of(call.this).text();
    let padding = memory::repeated_text(&PsString::from_utf16(&[0]), wanted.saturating_sub(text.len()))?;
    of(call.this).replace_with(&memory::joined_text(&text.substring(0, wanted), &padding)?);
    Ok(Value::Void)
}

fn capacity(call: &mut Call<'_>) -> Result<Value> {
    Ok((of(call.this).text().len().max(16).next_power_of_two() as i32).into())
}

fn set_capacity(_: &mut Call<'_>) -> Result<Value> {
    Ok(Value::Void)
}

fn max_capacity(_: &mut Call<'_>) -> Result<Value> {
    Ok(i32::MAX.into())
}

fn ensure_capacity(call: &mut Call<'_>) -> Result<Value> {
    Ok(call.args[0].clone())
}

fn place(call: &Call<'_>, length: usize) -> Result<usize> {
    usize::try_from(call.int(0)).ok().filter(|at| *at < length).ok_or_else(fault::outside_array)
}

fn chars(call: &mut Call<'_>) -> Result<Value> {
    let text = of(call.this).text();
    let at = place(call, text.len())?;
    Ok(Value::Char(text.unit(at).unwrap_or(0)))
}

fn set_chars(call: &mut Call<'_>) -> Result<Value> {
    let mut units = of(call.this).text().units().into_owned();
    let at = place(call, units.len())?;
    units[at] = call.char(1);
    of(call.this).replace_with(&PsString::from_utf16(&units));
    Ok(Value::Void)
}

/// The text of what is appended or inserted.
fn text_of(cx: &mut dyn Context, value: &Value) -> Result<PsString> {
    if let Value::String(text) = value {
        return Ok(text.clone());
    }
    if let Some(builder) = value.cell().and_then(|obj| obj.get::<Builder>()) {
        return Ok(builder.text());
    }
    if let Some(array) = value.cell().and_then(|obj| obj.get::<Array>())
        && value.ty() == Some(&pwsh_value::ty::known().char_array)
    {
        let units: Vec<u16> = array
            .to_vec()
            .iter()
            .filter_map(|v| if let Value::Char(unit) = v { Some(*unit) } else { None })
            .collect();
        return Ok(PsString::from_utf16(&units));
    }
    match value.unwrapped() {
        Value::Null | Value::Void => Ok(PsString::empty()),
        Value::String(text) => Ok(text.clone()),
        other => {
            let text = cx.call_method(other, "ToString", Vec::new())?;
            Ok(text.as_string().cloned().unwrap_or_else(PsString::empty))
        }
    }
}

/// The whole of an argument's text, or the part that the two numbers after it name.
fn part(call: &mut Call<'_>, at: usize) -> Result<PsString> {
    let text = text_of(call.cx, &call.args[at])?;
    match call.args.len() - at {
        3 => {
            let (start, count) = (call.int(at + 1), call.int(at + 2));
            let range = usize::try_from(start).ok().zip(usize::try_from(count).ok());
            let (start, count) = range.filter(|(s, c)| s + c <= text.len()).ok_or_else(fault::index)?;
            Ok(text.substring(start, count))
        }
        2 => {
            let count = usize::try_from(call.int(at + 1))
                .map_err(|_| fault::negative("repeatCount", call.int(at + 1).into()))?;
            memory::repeated_text(&text, count)
        }
        _ => Ok(text),
    }
}

fn append(call: &mut Call<'_>) -> Result<Value> {
    let text = part(call, 0)?;
    of(call.this).push(&text);
    Ok(call.this.clone())
}

fn append_line(call: &mut Call<'_>) -> Result<Value> {
    if !call.args.is_empty() {
        append(call)?;
    }
    of(call.this).push(&"\n".into());
    Ok(call.this.clone())
}

fn append_format(call: &mut Call<'_>) -> Result<Value> {
    let with_provider = call.args.first().is_some_and(|first| first.as_string().is_none());
    let (provider, at) = if with_provider { (call.arg(0), 1) } else { (&Value::Null, 0) };
    let Some(format) = call.args[at].as_string() else { return Err(fault::null("format")) };
    let args = match &call.args[at + 1..] {
        [one] => one
            .cell()
            .and_then(|obj| obj.get::<Array>())
            .map_or_else(|| vec![one.clone()], |array| array.to_vec()),
        many => many.to_vec(),
    };
    let culture = culture_of(call.cx, provider);
    let text = composite::fill(call.cx, format, &args, &culture)?;
    of(call.this).push(&text);
    Ok(call.this.clone())
}

fn append_join(call: &mut Call<'_>) -> Result<Value> {
    let separator = text_of(call.cx, &call.args[0])?;
    let items = crate::collections::items::items_of(call.cx, &call.args[1], "values")?;
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            of(call.this).push(&separator);
        }
        let text = text_of(call.cx, item)?;
        of(call.this).push(&text);
    }
    Ok(call.this.clone())
}

fn clear(call: &mut Call<'_>) -> Result<Value> {
    of(call.this).0.lock().clear();
    Ok(call.this.clone())
}

fn insert(call: &mut Call<'_>) -> Result<Value> {
    let text = of(call.this).text();
    let at = usize::try_from(call.int(0)).ok().filter(|at| *at <= text.len());
    let at = at.ok_or_else(fault::index)?;
    let added = part(call, 1)?;
    of(call.this).replace_with(&text.substring(0, at).concat(&added).concat(&text.substring(at, usize::MAX)));
    Ok(call.this.clone())
}

fn remove(call: &mut Call<'_>) -> Result<Value> {
    let text = of(call.this).text();
    let (start, length) = (call.int(0), call.int(1));
    let range = usize::try_from(start).ok().zip(usize::try_from(length).ok());
    let (start, length) = range.filter(|(s, l)| s + l <= text.len()).ok_or_else(fault::index)?;
    of(call.this).replace_with(&text.substring(0, start).concat(&text.substring(start + length, usize::MAX)));
    Ok(call.this.clone())
}

/// `Replace`, of all or within start and count.
fn replace(call: &mut Call<'_>) -> Result<Value> {
    let text = of(call.this).text();
    let (old, new) = (text_of(call.cx, &call.args[0])?, text_of(call.cx, &call.args[1])?);
    if old.is_empty() {
        return Err(fault::argument("The value cannot be an empty string.", "oldValue"));
    }
    let (start, count) = if call.args.len() == 4 {
        let range = usize::try_from(call.int(2)).ok().zip(usize::try_from(call.int(3)).ok());
        range.filter(|(s, c)| s + c <= text.len()).ok_or_else(fault::index)?
    } else {
        (0, text.len())
    };
    let rule = crate::system::comparison::Rule::ORDINAL;
    let (mut out, mut at) = (text.substring(0, start), start);
    while let Some((place, length)) = rule.find(&text, &old, at, start + count) {
        out = out.concat(&text.substring(at, place - at)).concat(&new);
        at = place + length;
    }
    of(call.this).replace_with(&out.concat(&text.substring(at, usize::MAX)));
    Ok(call.this.clone())
}

fn to_string(call: &mut Call<'_>) -> Result<Value> {
    let text = of(call.this).text();
    if call.args.is_empty() {
        return Ok(text.into());
    }
    let range = usize::try_from(call.int(0)).ok().zip(usize::try_from(call.int(1)).ok());
    let (start, length) = range.filter(|(s, l)| s + l <= text.len()).ok_or_else(fault::index)?;
    Ok(text.substring(start, length).into())
}

fn equals(call: &mut Call<'_>) -> Result<Value> {
    let other = call.payload::<Builder>(0).map(|builder| builder.text());
    Ok((other == Some(of(call.this).text())).into())
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::Value;

    #[test]
    fn building() {
        let mut rt = Runtime::new();
        let builder = rt.make("System.Text.StringBuilder", &["ab".into()]).unwrap();
        rt.call(&builder, "Append", &[Value::Char(99), 2.into()]).unwrap();
        rt.call(&builder, "AppendFormat", &["{0:N1}".into(), 1.5.into()]).unwrap();
        rt.call(&builder, "Insert", &[0.into(), ">".into()]).unwrap();
        rt.call(&builder, "Replace", &["cc".into(), "-".into()]).unwrap();
        assert_eq!(rt.text(&builder), ">ab-1.5");
    }
}
