//! A small session for the tests: enough of a runtime to convert, operate and bind, over a few .NET types.

mod table;

use pwsh_value::bind::{self, Arguments};
use pwsh_value::payload::{Array, Dictionary, List};
use pwsh_value::ty::{self, Call};
use pwsh_value::{Context, Error, Process, PsString, Result, Type, Value, convert};
use std::any::Any;

pub struct Session {
    process: Process,
}

impl Session {
    pub fn new() -> Session {
        ty::install(table::TYPES);
        Session { process: Process::new(Vec::new(), "/".into(), "", 0o022) }
    }
}

impl Context for Session {
    fn process(&self) -> &Process {
        &self.process
    }

    fn poll(&mut self) -> Result<()> {
        Ok(())
    }

    fn invoke(&mut self, _: &Value, _: Vec<Value>) -> Result<Value> {
        Err(Error::runtime("NoScript", "these tests run no script"))
    }

    fn call_method(&mut self, this: &Value, name: &str, args: Vec<Value>) -> Result<Value> {
        let ty = this.ty().expect("a value").clone();
        bind::call(self, &ty, this, ty.members().methods(name, false), Arguments::plain(&args))
    }

    fn get_property(&mut self, this: &Value, name: &str) -> Result<Value> {
        let ty = this.ty().expect("a value").clone();
        match ty.members().property(name, false) {
            Some(property) => {
                (property.get.run)(&mut Call { cx: self, ty: &ty, this, args: &[], type_args: &[] })
            }
            None => Ok(Value::Null),
        }
    }

    fn set_property(&mut self, this: &Value, name: &str, value: Value) -> Result<()> {
        let ty = this.ty().expect("a value").clone();
        let property = ty.members().property(name, false).expect("a property");
        let value = convert::to(self, &value, &property.get.result)?;
        let set = property.set.expect("a setter");
        set(&mut Call { cx: self, ty: &ty, this, args: &[value], type_args: &[] }).map(drop)
    }

    fn construct(&mut self, ty: &Type, args: Vec<Value>) -> Result<Value> {
        bind::construct(self, ty, Arguments::plain(&args))
    }

    fn find_type(&mut self, name: &str) -> Option<Type> {
        ty::parse_name(name, &mut |_| None)
    }

    fn field_separator(&mut self) -> PsString {
        " ".into()
    }

    fn convert(&mut self, value: &Value, ty: &Type) -> Result<Value> {
        convert::to(self, value, ty)
    }

    fn to_text(&mut self, value: &Value) -> Result<PsString> {
        convert::to_text(self, value)
    }

    fn equals(&mut self, a: &Value, b: &Value) -> Result<bool> {
        Ok(a.same(b)
            || a.ty() == b.ty()
                && convert::to_text(self, a)? == convert::to_text(self, b)?
                && a.ty().is_some_and(Type::is_value_type))
    }

    fn hash_code(&mut self, value: &Value) -> Result<i32> {
        Ok(convert::to_text(self, value)?.len() as i32)
    }

    fn compare(&mut self, _: &Value, _: &Value) -> Result<i32> {
        Ok(0)
    }

    fn enumerate(&mut self, value: &Value) -> Result<Option<Vec<Value>>> {
        let Some(obj) = value.as_object() else { return Ok(None) };
        Ok(obj.get::<Array>().map(|a| a.to_vec()).or_else(|| obj.get::<List>().map(|l| l.to_vec())))
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

/// A value as the fixtures write it: `TYPE|TEXT`.
pub fn show(cx: &mut Session, value: &Value) -> String {
    let Some(ty) = value.ty().cloned() else { return "null".into() };
    let list = |cx: &mut Session, items: Vec<Value>| {
        if items.len() > 8 {
            let (first, last) = (show(cx, &items[0]), show(cx, &items[items.len() - 1]));
            return format!("{} from {first} to {last}", items.len());
        }
        let texts: Vec<String> = items.iter().map(|item| show(cx, item)).collect();
        format!("[{}]", texts.join(","))
    };
    let text = match value.unwrapped() {
        Value::String(text) => text.to_string(),
        Value::Double(number) => {
            let mut out = String::new();
            let culture = pwsh_value::text::culture::Culture::invariant();
            pwsh_value::text::number::write_double(*number, &culture.number, &mut out);
            out
        }
        Value::Single(number) => {
            let mut out = String::new();
            let culture = pwsh_value::text::culture::Culture::invariant();
            pwsh_value::text::number::write_single(*number, &culture.number, &mut out);
            out
        }
        Value::DateTime(date) => date.ticks().to_string(),
        Value::Object(obj) => {
            if let Some(items) = cx.enumerate(value).expect("no script") {
                list(cx, items)
            } else if let Some(table) = obj.get::<Dictionary>() {
                let mut texts: Vec<String> = table
                    .entries()
                    .into_iter()
                    .map(|(key, item)| format!("{}={}", convert::to_text(cx, &key).unwrap(), show(cx, &item)))
                    .collect();
                texts.sort();
                format!("{{{}}}", texts.join(";"))
            } else if let Some(ty) = obj.get::<pwsh_value::payload::TypeObject>() {
                pwsh_value::ty::reflection_name(&ty.0).to_string()
            } else {
                convert::to_text(cx, value).unwrap().to_string()
            }
        }
        _ => convert::to_text(cx, value).unwrap().to_string(),
    };
    format!("{}|{text}", pwsh_value::ty::reflection_name(&ty))
}

/// A result as the fixtures write it: a value, or `!ID|MESSAGE`.
pub fn show_result(cx: &mut Session, result: Result<Value>) -> String {
    match result {
        Ok(value) => show(cx, &value),
        Err(error) => {
            let thrown = error.thrown().expect("an exception");
            let id = thrown.id.clone().unwrap_or_else(|| thrown.exception.ty().name().clone());
            format!("!{id}|{}", error.message())
        }
    }
}
