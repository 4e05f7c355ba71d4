//! What values and facade types ask of the runtime.

use crate::attention::{EVENT, NESTED, STOP};
use crate::command::ScriptBlock;
use crate::runspace::Runspace;
use pwsh_value::bind::Arguments;
use pwsh_value::payload::Delegate;
use pwsh_value::{Context, Error, Name, Process, PsString, Result, Type, Unwind, Value, convert};
use std::any::Any;
use std::sync::LazyLock;

static OFS: LazyLock<Name> = LazyLock::new(|| Name::intern("OFS"));

impl Runspace {
    /// Answers what is asked of the pipeline: a stop ends it, events have their actions run, a nested pipeline runs here.
    #[cold]
    pub fn poll(&mut self) -> Result<()> {
        let word = self.attention.word();
        if word & STOP != 0 {
            return Err(Unwind::Stopped.into());
        }
        if word & EVENT != 0 {
            self.attention.clear(EVENT);
            self.process_events()?;
        }
        if word & NESTED != 0 {
            self.attention.clear(NESTED);
            if let Some(nested) = self.nested.clone() {
                nested.run_waiting(self);
            }
        }
        Ok(())
    }
}

impl Context for Runspace {
    fn process(&self) -> &Process {
        self.session.process()
    }

    fn poll(&mut self) -> Result<()> {
        if self.attention.word() == 0 { Ok(()) } else { Runspace::poll(self) }
    }

    fn invoke(&mut self, callable: &Value, args: Vec<Value>) -> Result<Value> {
        if let Some(delegate) = callable.as_object().and_then(|obj| obj.get::<Delegate>()) {
            let target = delegate.payload().target();
            return Context::invoke(self, &target, args);
        }
        if let Some(method) = callable.as_object().and_then(|obj| obj.get::<crate::member::MemberInfo>()) {
            return self.invoke_info(method.payload(), &args);
        }
        let Some(block) = callable.as_object().filter(|o| o.get::<ScriptBlock>().is_some()).cloned() else {
            return Err(Error::new("System.InvalidOperationException", "the value cannot be called"));
        };
        let mut items = self.call_block(&block, args)?;
        Ok(match items.len() {
            0 => Value::Null,
            1 => items.swap_remove(0),
            _ => Value::Object(pwsh_value::Obj::array(items)),
        })
    }

    fn call_method(&mut self, this: &Value, name: &str, args: Vec<Value>) -> Result<Value> {
        self.call_member(this, &name.into(), Arguments::plain(&args))
    }

    fn get_property(&mut self, this: &Value, name: &str) -> Result<Value> {
        self.get_member(this, &name.into())
    }

    fn set_property(&mut self, this: &Value, name: &str, value: Value) -> Result<()> {
        self.set_member(this, &name.into(), value)
    }

    fn construct(&mut self, ty: &Type, args: Vec<Value>) -> Result<Value> {
        self.invoke_static(ty, &"new".into(), &args, &[], &[])
    }

    fn find_type(&mut self, name: &str) -> Option<Type> {
        self.type_by_name(name)
    }

    fn field_separator(&mut self) -> PsString {
        match self.lookup(*OFS) {
            Value::Null | Value::Void => " ".into(),
            value => convert::to_text(self, &value).unwrap_or_else(|_| " ".into()),
        }
    }

    fn convert(&mut self, value: &Value, ty: &Type) -> Result<Value> {
        convert::to(self, value, ty)
    }

    fn to_text(&mut self, value: &Value) -> Result<PsString> {
        convert::to_text(self, value)
    }

    fn equals(&mut self, a: &Value, b: &Value) -> Result<bool> {
        if a.same(b) {
            return Ok(true);
        }
        if self.class_declares(a, "Equals") {
            let equal = self.call_method(a, "Equals", vec![b.clone()])?;
            return Ok(convert::to_bool(&equal));
        }
        if let (Some(a), Some(b)) = (a.as_string(), b.as_string()) {
            return Ok(a == b);
        }
        match a.ty().cloned().and_then(|ty| ty.hook(|h| h.equals)) {
            Some(equals) => equals(self, a, b),
            None => Ok(false),
        }
    }

    fn hash_code(&mut self, value: &Value) -> Result<i32> {
        if self.class_declares(value, "GetHashCode") {
            let hash = self.call_method(value, "GetHashCode", Vec::new())?;
            return convert::to_int(self, &hash);
        }
        match value.ty().cloned().and_then(|ty| ty.hook(|h| h.hash_code)) {
            Some(hash) => hash(self, value),
            None => Ok(value.cell().map_or(0, |obj| (obj.address() >> 4) as i32)),
        }
    }

    fn compare(&mut self, a: &Value, b: &Value) -> Result<i32> {
        if self.class_declares(a, "CompareTo") {
            let order = self.call_method(a, "CompareTo", vec![b.clone()])?;
            return convert::to_int(self, &order);
        }
        match a.ty().cloned().and_then(|ty| ty.hook(|h| h.compare)) {
            Some(compare) => compare(self, a, b),
            None => {
                let less = pwsh_value::ops::Op::Compare(
                    pwsh_value::ops::Comparison::Less,
                    pwsh_value::ops::Case::Heed,
                );
                if self.equals(a, b)? {
                    return Ok(0);
                }
                Ok(if convert::to_bool(&pwsh_value::ops::binary(self, less, a, b)?) { -1 } else { 1 })
            }
        }
    }

    fn enumerate(&mut self, value: &Value) -> Result<Option<Vec<Value>>> {
        self.enumerable(value)
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}
