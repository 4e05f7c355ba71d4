//! A small runtime for this crate's tests: enough of a [`Context`] to call members as script would.

use crate::system::object;
use crate::table::TYPES;
use pwsh_value::payload::{Array, List};
use pwsh_value::ty::{Call, Callable, known, lookup};
use pwsh_value::{Context, Error, Obj, Payload, Process, PsString, Result, Type, Value};
use std::any::Any;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Hands the table in; every test that looks a type up calls it first.
pub fn install() {
    pwsh_value::ty::install(TYPES);
}

/// A session of a test.
pub struct Runtime {
    process: Process,
}

/// What a test uses as script block.
pub struct Native(pub fn(&[Value]) -> Value);

impl Payload for Native {}

/// A delegate that runs `run`.
pub fn callable(run: fn(&[Value]) -> Value) -> Value {
    Obj::new(known().script_block.clone(), Native(run)).into()
}

/// An array of these values.
pub fn array(values: Vec<Value>) -> Value {
    Obj::array(values).into()
}

impl Runtime {
    /// A session with the culture en-US and nothing in its environment.
    pub fn new() -> Runtime {
        install();
        Runtime { process: Process::new(Vec::new(), std::env::temp_dir(), "en-US", 0o022) }
    }

    /// Calls a constructor.
    pub fn make(&mut self, ty: &str, args: &[Value]) -> Result<Value> {
        let ty = pwsh_value::ty::TypeExpr::parse(ty).close(&|_| None);
        self.run(&ty, &ty.members().constructors, &Value::Null, args)
    }

    /// Calls a static method.
    pub fn call_static(&mut self, ty: &str, name: &str, args: &[Value]) -> Result<Value> {
        let ty = pwsh_value::ty::TypeExpr::parse(ty).close(&|_| None);
        self.run(&ty, ty.members().methods(name, true), &Value::Null, args)
    }

    /// Calls a method.
    pub fn call(&mut self, this: &Value, name: &str, args: &[Value]) -> Result<Value> {
        let ty = this.ty().expect("not null").clone();
        self.run(&ty, ty.members().methods(name, false), this, args)
    }

    /// Calls a method and gives the text of its result.
    pub fn call_text(&mut self, this: &Value, name: &str, args: &[Value]) -> String {
        let result = self.call(this, name, args).unwrap();
        self.text(&result)
    }

    /// Reads a property.
    pub fn get(&mut self, this: &Value, name: &str) -> Value {
        self.get_property(this, name).unwrap()
    }

    /// Reads a static property.
    pub fn get_static(&mut self, ty: &str, name: &str) -> Value {
        let ty = lookup(ty).expect("a type of the table");
        let property = ty.members().property(name, true).expect("a property of the type");
        let run = property.get.run;
        run(&mut Call { cx: self, ty: &ty, this: &Value::Null, args: &[], type_args: &[] }).unwrap()
    }

    /// The .NET text of a value; lists item by item.
    pub fn text(&mut self, value: &Value) -> String {
        match self.enumerate(value).unwrap() {
            Some(items) => items.iter().map(|item| self.text(item)).collect::<Vec<_>>().join(" "),
            None => object::text_of(self, value).unwrap().to_str().into_owned(),
        }
    }

    /// The type and message of the error that a call gave.
    pub fn error(result: Result<Value>) -> String {
        format!("{:?}", result.expect_err("the call was to fail"))
    }

    fn run(&mut self, ty: &Type, overloads: &[Callable], this: &Value, args: &[Value]) -> Result<Value> {
        assert!(!overloads.is_empty(), "no such member in {ty:?}");
        let fits = |callable: &&Callable| {
            callable.parameters.len() >= args.len()
                && callable.parameters.iter().enumerate().all(|(at, parameter)| match args.get(at) {
                    Some(value) => fits(parameter, value),
                    None => callable.default(at).is_some(),
                })
        };
        let Some(chosen) = overloads.iter().find(fits) else {
            panic!("no overload of {} takes {args:?}", overloads[0].signature.text);
        };
        let defaults = (args.len()..chosen.parameters.len()).map(|at| chosen.default(at).unwrap().clone());
        let args: Vec<Value> = args.iter().cloned().chain(defaults).collect();
        let type_args = vec![known().object.clone(); chosen.signature.generic.len()];
        (chosen.run)(&mut Call { cx: self, ty, this, args: &args, type_args: &type_args })
    }
}

fn fits(parameter: &Type, value: &Value) -> bool {
    match value.ty() {
        None => !parameter.is_value_type(),
        Some(ty) => {
            let is_code = *ty == known().script_block || *ty == known().psreference;
            is_code && *parameter != known().string || parameter.is_assignable_from(ty)
        }
    }
}

impl Context for Runtime {
    fn process(&self) -> &Process {
        &self.process
    }

    fn poll(&mut self) -> Result<()> {
        Ok(())
    }

    fn invoke(&mut self, callable: &Value, args: Vec<Value>) -> Result<Value> {
        let native = callable.cell().and_then(|obj| obj.get::<Native>()).expect("a test's delegate");
        Ok((native.payload().0)(&args))
    }

    fn call_method(&mut self, this: &Value, name: &str, args: Vec<Value>) -> Result<Value> {
        self.call(this, name, &args)
    }

    fn get_property(&mut self, this: &Value, name: &str) -> Result<Value> {
        let ty = this.ty().expect("not null").clone();
        let property = ty.members().property(name, false).expect("a property of the type");
        let run = property.get.run;
        run(&mut Call { cx: self, ty: &ty, this, args: &[], type_args: &[] })
    }

    fn set_property(&mut self, this: &Value, name: &str, value: Value) -> Result<()> {
        let ty = this.ty().expect("not null").clone();
        let set = ty.members().property(name, false).and_then(|p| p.set).expect("a property that can be set");
        set(&mut Call { cx: self, ty: &ty, this, args: &[value], type_args: &[] }).map(drop)
    }

    fn construct(&mut self, ty: &Type, args: Vec<Value>) -> Result<Value> {
        self.run(ty, &ty.members().constructors, &Value::Null, &args)
    }

    fn find_type(&mut self, name: &str) -> Option<Type> {
        lookup(name)
    }

    fn field_separator(&mut self) -> PsString {
        " ".into()
    }

    fn convert(&mut self, value: &Value, ty: &Type) -> Result<Value> {
        if value.ty().is_some_and(|found| ty.is_assignable_from(found)) {
            return Ok(value.clone());
        }
        let number = match *value {
            Value::Int32(v) => f64::from(v),
            Value::Int64(v) => v as f64,
            Value::Double(v) => v,
            _ => return Err(Error::new("System.InvalidCastException", "not a test's conversion")),
        };
        let k = known();
        Ok(match () {
            () if *ty == k.int64 => Value::Int64(number as i64),
            () if *ty == k.double => Value::Double(number),
            () => Value::Int32(number as i32),
        })
    }

    fn to_text(&mut self, value: &Value) -> Result<PsString> {
        Ok(self.text(value).into())
    }

    fn equals(&mut self, a: &Value, b: &Value) -> Result<bool> {
        object::are_equal(self, a, b)
    }

    fn hash_code(&mut self, value: &Value) -> Result<i32> {
        let mut hasher = DefaultHasher::new();
        object::text_of(self, value)?.hash(&mut hasher);
        Ok(hasher.finish() as i32)
    }

    fn compare(&mut self, a: &Value, b: &Value) -> Result<i32> {
        if let (Some(a), Some(b)) = (a.as_string(), b.as_string()) {
            return Ok(a.as_wtf8().cmp(b.as_wtf8()) as i32);
        }
        match a.ty().and_then(|ty| ty.hook(|hooks| hooks.compare)) {
            Some(hook) => hook(self, a.unwrapped(), b.unwrapped()),
            None => {
                let (a, b) = (self.convert(a, &known().double)?, self.convert(b, &known().double)?);
                match (a, b) {
                    (Value::Double(a), Value::Double(b)) => Ok(a.total_cmp(&b) as i32),
                    _ => Ok(0),
                }
            }
        }
    }

    fn enumerate(&mut self, value: &Value) -> Result<Option<Vec<Value>>> {
        let Some(obj) = value.as_object() else { return Ok(None) };
        if let Some(array) = obj.get::<Array>() {
            return Ok(Some(array.to_vec()));
        }
        if let Some(list) = obj.get::<List>() {
            return Ok(Some(list.to_vec()));
        }
        match obj.ty().hook(|hooks| hooks.enumerate) {
            Some(hook) => hook(self, value).map(Some),
            None => Ok(None),
        }
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}
