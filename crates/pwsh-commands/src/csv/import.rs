//! Objects out of records.

use super::{Reader, TYPE_PREFIX};
use pwsh_runtime::command::Io;
use pwsh_value::payload::PropertyBag;
use pwsh_value::{Error, Obj, PsString, Result, Value};
use std::sync::Arc;

/// What is known of a table while its records are read; it may come in several texts.
#[derive(Default)]
pub struct Import {
    header: Option<Vec<String>>,
    type_name: Option<String>,
    names: Option<Arc<[PsString]>>,
    warned: bool,
}

impl Import {
    /// Begins with the names that `-Header` gives, if any.
    pub fn new(header: &[PsString]) -> Import {
        let header = (!header.is_empty()).then(|| header.iter().map(PsString::to_string).collect());
        Import { header, ..Import::default() }
    }

    /// Forgets the columns of the last file; whether the warning was written stays.
    pub fn next_file(&mut self, header: &[PsString]) {
        *self = Import { warned: self.warned, ..Import::new(header) };
    }

    /// Puts out the objects of a text.
    ///
    /// # Errors
    /// `AlreadyPresentPSMemberInfoInternalCollectionAdd` for a column that is there twice.
    pub fn read(&mut self, io: &mut Io<'_>, text: &str, delimiter: char) -> Result<()> {
        let mut reader = Reader::new(text, delimiter);
        if self.type_name.is_none() {
            self.type_name = reader.type_line().map(str::to_owned);
        }
        if self.header.is_none() {
            self.header = reader.header();
        }
        if self.names.is_none()
            && let Some(header) = &self.header
        {
            check(header)?;
        }
        loop {
            let values = reader.record();
            match &values[..] {
                [] => return Ok(()),
                [only] if only.is_empty() => continue,
                _ => {}
            }
            io.poll()?;
            let object = self.object(io, values)?;
            io.write(object)?;
        }
    }

    fn object(&mut self, io: &mut Io<'_>, values: Vec<String>) -> Result<Value> {
        let names = match &self.names {
            Some(names) => names.clone(),
            None => {
                let names = self.property_names(io)?;
                self.names.insert(names).clone()
            }
        };
        let mut values = values.into_iter();
        let values = names.iter().map(|_| values.next().map_or(Value::Null, Value::from)).collect();
        let object = Obj::custom(PropertyBag::with_shape(names, values));
        if let Some(name) = &self.type_name {
            let type_names = vec![name.as_str().into(), format!("{TYPE_PREFIX}{name}").into()];
            object.attached_or_new().set_type_names(type_names);
        }
        Ok(Value::Object(object))
    }

    /// The header with `H1`, `H2`, ... in the place of names that are missing, of which it warns once.
    fn property_names(&mut self, io: &mut Io<'_>) -> Result<Arc<[PsString]>> {
        let mut missing = 0;
        let names = self.header.iter().flatten().map(|name| {
            if name.is_empty() {
                missing += 1;
                return format!("H{missing}").into();
            }
            name.as_str().into()
        });
        let names: Arc<[PsString]> = names.collect();
        if missing > 0 && !self.warned {
            self.warned = true;
            io.warning("One or more headers were not specified. Default names starting with \"H\" have been used in place of any missing headers.")?;
        }
        Ok(names)
    }
}

fn check(header: &[String]) -> Result<()> {
    for (at, name) in header.iter().enumerate() {
        let name: PsString = name.as_str().into();
        if !name.is_empty() && header[..at].iter().any(|other| name.is(other)) {
            let text = format!("The member \"{name}\" is already present.");
            return Err(Error::new("System.Management.Automation.ExtendedTypeSystemException", text)
                .id("AlreadyPresentPSMemberInfoInternalCollectionAdd"));
        }
    }
    Ok(())
}
