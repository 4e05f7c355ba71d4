//! Options of an operation (DSP0226 7.4.1).

use crate::name;
use crate::xml::{Element, Writer};

/// One option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationOption {
    /// Its name, compared without case.
    pub name: String,
    /// Its value, empty for a switch.
    pub value: String,
    /// Whether the operation must fail where the option is not known.
    pub must_comply: bool,
}

/// The options of an operation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OptionSet(Vec<OperationOption>);

impl OptionSet {
    /// The value of an option.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|option| option.name.eq_ignore_ascii_case(name)).map(|option| option.value.as_str())
    }

    /// Whether a switch is on: `TRUE`, `1` or no value at all.
    pub fn is_on(&self, name: &str) -> bool {
        self.get(name)
            .is_some_and(|value| value.is_empty() || value == "1" || value.eq_ignore_ascii_case("true"))
    }

    /// Adds an option.
    pub fn push(&mut self, option: OperationOption) {
        self.0.push(option);
    }

    /// All options, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &OperationOption> {
        self.0.iter()
    }

    pub(crate) fn read(set: &Element) -> Self {
        let options = set.all(name::WSMAN, "Option");
        Self(
            options
                .filter_map(|option| {
                    Some(OperationOption {
                        name: option.attribute("Name")?.into(),
                        value: option.trimmed().into(),
                        must_comply: matches!(option.attribute("MustComply"), Some("true" | "1")),
                    })
                })
                .collect(),
        )
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        if self.0.is_empty() {
            return;
        }
        writer.start("w:OptionSet").attribute("s:mustUnderstand", "true");
        for option in &self.0 {
            writer.start("w:Option").attribute("Name", &option.name);
            if option.must_comply {
                writer.attribute("MustComply", "true");
            }
            writer.text(&option.value).end();
        }
        writer.end();
    }
}
