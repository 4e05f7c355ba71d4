//! `System.Security.SecureString`.

use crate::fault;
use pwsh_value::payload::SecureString;
use pwsh_value::ty::{Call, FacadeType, constructor, method, named, property};
use pwsh_value::{Error, Obj, Result, Value};

/// `System.Security.SecureString`.
pub static SECURE_STRING: FacadeType = FacadeType {
    interfaces: &["System.IDisposable"],
    members: &[
        constructor("new()", new),
        property("int Length {get;}", length),
        method("void AppendChar(char c)", append_char),
        method("void Clear()", clear),
        method("securestring Copy()", copy),
        method("void Dispose()", dispose),
        method("void InsertAt(int index, char c)", insert_at),
        method("bool IsReadOnly()", is_read_only),
        method("void MakeReadOnly()", make_read_only),
        method("void RemoveAt(int index)", remove_at),
        method("void SetAt(int index, char c)", set_at),
    ],
    ..FacadeType::class("System.Security.SecureString")
};

/// A `SecureString` object of these units.
pub fn secure_object(units: &[u16]) -> Value {
    Obj::new(named("System.Security.SecureString"), SecureString::new(units)).into()
}

fn this<'a>(call: &Call<'a>) -> &'a SecureString {
    call.this::<SecureString>().payload()
}

fn changeable<'a>(call: &Call<'a>) -> Result<&'a SecureString> {
    let this = this(call);
    if this.is_read_only() {
        return Err(fault::invalid_operation("Instance is read-only."));
    }
    Ok(this)
}

fn place(call: &Call<'_>, limit: usize) -> Result<usize> {
    usize::try_from(call.int(0)).ok().filter(|at| *at < limit).ok_or_else(|| {
        let message =
            "Index was out of range. Must be non-negative and less than the size of the collection.";
        Error::new("System.ArgumentOutOfRangeException", format!("{message} (Parameter 'index')"))
    })
}

fn new(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::new(call.ty.clone(), SecureString::default()).into())
}

fn length(call: &mut Call<'_>) -> Result<Value> {
    Ok((this(call).len() as i32).into())
}

fn append_char(call: &mut Call<'_>) -> Result<Value> {
    let unit = call.char(0);
    changeable(call)?.change(|units| [units, &[unit]].concat());
    Ok(Value::Void)
}

fn insert_at(call: &mut Call<'_>) -> Result<Value> {
    let (this, unit) = (changeable(call)?, call.char(1));
    let at = place(call, this.len() + 1)?;
    this.change(|units| [&units[..at], &[unit], &units[at..]].concat());
    Ok(Value::Void)
}

fn set_at(call: &mut Call<'_>) -> Result<Value> {
    let (this, unit) = (changeable(call)?, call.char(1));
    let at = place(call, this.len())?;
    this.change(|units| [&units[..at], &[unit], &units[at + 1..]].concat());
    Ok(Value::Void)
}

fn remove_at(call: &mut Call<'_>) -> Result<Value> {
    let this = changeable(call)?;
    let at = place(call, this.len())?;
    this.change(|units| [&units[..at], &units[at + 1..]].concat());
    Ok(Value::Void)
}

fn clear(call: &mut Call<'_>) -> Result<Value> {
    changeable(call)?.change(|_| Vec::new());
    Ok(Value::Void)
}

fn dispose(call: &mut Call<'_>) -> Result<Value> {
    this(call).change(|_| Vec::new());
    Ok(Value::Void)
}

fn copy(call: &mut Call<'_>) -> Result<Value> {
    Ok(secure_object(&this(call).reveal()))
}

fn is_read_only(call: &mut Call<'_>) -> Result<Value> {
    Ok(this(call).is_read_only().into())
}

fn make_read_only(call: &mut Call<'_>) -> Result<Value> {
    this(call).make_read_only();
    Ok(Value::Void)
}

#[cfg(test)]
mod tests {
    use crate::testing::Runtime;
    use pwsh_value::Value;

    #[test]
    fn its_text_shows_nothing() {
        let mut rt = Runtime::new();
        let secret = rt.make("System.Security.SecureString", &[]).unwrap();
        rt.call(&secret, "AppendChar", &[Value::Char(120)]).unwrap();
        let length = rt.get(&secret, "Length");
        assert_eq!((rt.text(&length), rt.text(&secret)), ("1".into(), "System.Security.SecureString".into()));
        rt.call(&secret, "MakeReadOnly", &[]).unwrap();
        assert!(Runtime::error(rt.call(&secret, "Clear", &[])).ends_with("Instance is read-only."));
    }
}
