//! Hash literals.

use crate::code::{HashKey, Statement};
use crate::runspace::Runspace;
use pwsh_value::payload::{Dictionary, Keys};
use pwsh_value::ty::known;
use pwsh_value::{Category, Error, Obj, Result, Type, Value, convert};

impl Runspace {
    pub(super) fn hash(&mut self, pairs: &[(HashKey, Statement)]) -> Result<Value> {
        self.dictionary(&known().hashtable, pairs)
    }

    pub(super) fn ordered(&mut self, pairs: &[(HashKey, Statement)]) -> Result<Value> {
        self.dictionary(&known().ordered, pairs)
    }

    fn dictionary(&mut self, ty: &Type, pairs: &[(HashKey, Statement)]) -> Result<Value> {
        let object = Obj::new(ty.clone(), Dictionary::new(Keys::IgnoreCase));
        for (key, value) in pairs {
            let key = match key {
                HashKey::Const(key) => key.clone(),
                HashKey::Computed(key) => self.eval(key)?,
            };
            if key.is_null() {
                return Err(Error::runtime("InvalidNullKey", "A null key is not allowed in a hash literal.")
                    .category(Category::InvalidOperation));
            }
            let value = self.hash_value(value)?;
            let Some(table) = object.get::<Dictionary>() else { continue };
            if !table.set(self, key.clone(), value)? {
                let text = convert::to_text(self, &key)?;
                return Err(Error::runtime(
                    "DuplicateKeyInHashLiteral",
                    format!(
                        "Item has already been added. Key in dictionary: '{text}'  Key being added: '{text}'"
                    ),
                )
                .category(Category::InvalidOperation));
            }
        }
        Ok(Value::Object(object))
    }

    /// A value of a literal: nothing is null there.
    pub(super) fn hash_value(&mut self, value: &Statement) -> Result<Value> {
        let value = self.value_of(value)?;
        Ok(if matches!(value, Value::Void) { Value::Null } else { value })
    }
}
