//! What names a resource among its kind (DSP0226 5.1.2.2).

use crate::name;
use crate::xml::{Element, Writer};

/// Names and values; names are compared without case, as WinRM does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SelectorSet(Vec<(String, String)>);

impl SelectorSet {
    /// The set that names a shell.
    pub fn shell(id: &str) -> Self {
        Self(vec![("ShellId".into(), id.into())])
    }

    /// The value of a selector.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The id of a shell.
    pub fn shell_id(&self) -> Option<&str> {
        self.get("ShellId")
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn read(set: &Element) -> Self {
        let selectors = set.all(name::WSMAN, "Selector");
        Self(
            selectors
                .filter_map(|selector| Some((selector.attribute("Name")?.into(), selector.trimmed().into())))
                .collect(),
        )
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        if self.0.is_empty() {
            return;
        }
        writer.start("w:SelectorSet");
        for (name, value) in &self.0 {
            writer.start("w:Selector").attribute("Name", name).text(value).end();
        }
        writer.end();
    }
}
