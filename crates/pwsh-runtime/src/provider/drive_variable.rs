//! `$env:x`, `$function:x`, `${/tmp/x}`: items read and written as variables are.

use super::drive::Provider;
use crate::runspace::Runspace;
use pwsh_value::{Category, Error, Obj, PsString, Result, Value, convert};

impl Runspace {
    /// The value of an item; null where there is none. A file's is its lines.
    pub(crate) fn read_drive_item(&mut self, path: &PsString) -> Result<Value> {
        let text = path.to_str();
        if let Some(name) = environment_name(&text) {
            return Ok(self.session.process().env(name).map(|v| v.to_string_lossy().into_owned()).into());
        }
        let item = self.item_path(&text)?;
        if item.provider != Provider::FileSystem {
            return Ok(self.session_item(&item).unwrap_or_default());
        }
        let Ok(bytes) = std::fs::read(item.file()) else { return Ok(Value::Null) };
        let text = String::from_utf8_lossy(&bytes);
        let mut lines: Vec<Value> = text.lines().map(Value::from).collect();
        Ok(match lines.len() {
            0 => Value::Null,
            1 => lines.swap_remove(0),
            _ => Value::Object(Obj::array(lines)),
        })
    }

    /// Stores a value in an item. A file gets it as lines.
    pub(crate) fn write_drive_item(&mut self, path: &PsString, value: Value) -> Result<()> {
        let item = self.item_path(&path.to_str())?;
        if item.provider != Provider::FileSystem {
            return self.set_session_item(&item, value);
        }
        let items = match self.enumerable(&value)? {
            Some(items) => items,
            None if value.is_null() => Vec::new(),
            None => vec![value],
        };
        let mut lines = Vec::new();
        for item in items {
            lines.extend_from_slice(convert::to_text(self, &item)?.to_str().as_bytes());
            lines.push(b'\n');
        }
        std::fs::write(item.file(), lines).map_err(|error| {
            let (exception, text) = match error.kind() {
                std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::IsADirectory => (
                    "System.UnauthorizedAccessException",
                    format!("Access to the path '{}' is denied.", item.path),
                ),
                _ => (
                    "System.IO.DirectoryNotFoundException",
                    format!("Could not find a part of the path '{}'.", item.path),
                ),
            };
            let class = exception.rsplit('.').next().unwrap_or_default().trim_end_matches("Exception");
            Error::new(exception, text)
                .id(format!("GetContentWriter{class}Error"))
                .category(Category::ObjectNotFound)
                .target(item.path.as_str())
        })
    }
}

/// The name behind `env:`.
fn environment_name(text: &str) -> Option<&str> {
    let (drive, name) = text.split_once(':')?;
    (drive.eq_ignore_ascii_case("env") && !name.starts_with([':', '/', '\\'])).then_some(name)
}
