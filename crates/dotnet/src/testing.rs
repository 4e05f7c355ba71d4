//! A small runtime for this crate's tests: enough of a [`Context`] to call members as script would.

use crate::system::object;
use crate::table::TYPES;
use pwsh_value::bind::{self, Arguments};
use pwsh_value::convert;
use pwsh_value::payload::{Array, Delegate, Exception, List};
use pwsh_value::ty::{Call, Callable, known, lookup};
use pwsh_value::{Context, Error, Obj, Payload, Process, PsString, Result, Type, Value};
use std::any::Any;

/// Hands the table in; every test that looks a type up calls it first.
pub fn install() {
    pwsh_value::ty::install(TYPES);
}

/// A session of a test.
pub struct Runtime {
    process: Process,
}

/// What a test uses as script block, and as object whose `Equals` is the test's own.
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

/// An `int[]`.
pub fn ints(numbers: impl IntoIterator<Item = i32>) -> Value {
    Obj::typed_array(&known().int32, numbers.into_iter().map(Value::Int32).collect()).into()
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
        bind::construct(self, &ty, Arguments::plain(args))
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
        let error = result.expect_err("the call was to fail");
        let mut exception = error.thrown().expect("an exception").exception.clone();
        // Binding wraps what a member threw.
        while let Some(inner) = exception.get::<Exception>().and_then(|e| e.payload().inner().cloned()) {
            exception = inner;
        }
        let message = exception.get::<Exception>().expect("an exception").message();
        format!("{}: {message}", exception.ty().name())
    }

    fn run(&mut self, ty: &Type, overloads: &[Callable], this: &Value, args: &[Value]) -> Result<Value> {
        assert!(!overloads.is_empty(), "no such member in {ty:?}");
        bind::call(self, ty, this, overloads, Arguments::plain(args))
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
        if let Some(delegate) = callable.cell().and_then(|obj| obj.get::<Delegate>()) {
            return self.invoke(&delegate.target(), args);
        }
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
        bind::construct(self, ty, Arguments::plain(&args))
    }

    fn find_type(&mut self, name: &str) -> Option<Type> {
        lookup(name)
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
        if let Some(own) = a.cell().and_then(|obj| obj.get::<Native>()) {
            return Ok(matches!((own.payload().0)(std::slice::from_ref(b)), Value::Bool(true)));
        }
        object::are_equal(self, a, b)
    }

    fn hash_code(&mut self, value: &Value) -> Result<i32> {
        match value.ty().and_then(|ty| ty.hook(|hooks| hooks.hash_code)) {
            Some(hook) => hook(self, value.unwrapped()),
            None => Ok(value.cell().map_or(0, |obj| obj.address() as i32)),
        }
    }

    fn compare(&mut self, a: &Value, b: &Value) -> Result<i32> {
        match a.ty().and_then(|ty| ty.hook(|hooks| hooks.compare)) {
            Some(hook) => hook(self, a.unwrapped(), b.unwrapped()),
            None => {
                Err(Error::new("System.ArgumentException", "At least one object must implement IComparable."))
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
