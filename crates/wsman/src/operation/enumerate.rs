use crate::fault::{Fault, FaultKind};
use crate::name;
use crate::selector::SelectorSet;
use crate::xml::{Element, Writer};

use super::shell::{Shell, ShellState};
use super::{only, schema};

/// What a list gives of each shell (DSP0226 8.7).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// The shell.
    #[default]
    Object,
    /// The reference to it.
    Reference,
    /// Both.
    ObjectAndReference,
}

/// A list is begun (DSP0226 8.2).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Enumerate {
    /// Whether the first items are wanted at once.
    pub optimized: bool,
    /// How many items an answer may have; 1 where nothing is said.
    pub max_elements: Option<u32>,
    /// What is wanted of each.
    pub mode: Mode,
    /// Only those to which these selectors apply (DSP0226 8.3, the dialect SelectorFilter).
    pub filter: Option<SelectorSet>,
}

/// The one dialect of filters that is known.
const SELECTOR_FILTER: &str = "http://schemas.dmtf.org/wbem/wsman/1/wsman/SelectorFilter";

impl Enumerate {
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        let enumerate = only(body, name::ENUMERATION, "Enumerate")?;
        let filter = enumerate.child(name::WSMAN, "Filter").or(enumerate.child(name::ENUMERATION, "Filter"));
        let mode = match enumerate.text_of(name::WSMAN, "EnumerationMode") {
            None => Mode::Object,
            Some("EnumerateEPR") => Mode::Reference,
            Some("EnumerateObjectAndEPR") => Mode::ObjectAndReference,
            Some(other) => return Err(schema(format!("expected an EnumerationMode, found '{other}'"))),
        };
        Ok(Self {
            optimized: enumerate.child(name::WSMAN, "OptimizeEnumeration").is_some(),
            max_elements: max_elements(enumerate, name::WSMAN)?,
            mode,
            filter: filter.map(read_filter).transpose()?,
        })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("n:Enumerate");
        if self.optimized {
            writer.start("w:OptimizeEnumeration").end();
        }
        writer.leaf_if("w:MaxElements", self.max_elements.map(|most| most.to_string()).as_deref());
        match self.mode {
            Mode::Object => {}
            Mode::Reference => _ = writer.leaf("w:EnumerationMode", "EnumerateEPR"),
            Mode::ObjectAndReference => _ = writer.leaf("w:EnumerationMode", "EnumerateObjectAndEPR"),
        }
        if let Some(filter) = &self.filter {
            writer.start("w:Filter").attribute("Dialect", SELECTOR_FILTER);
            filter.write(writer);
            writer.end();
        }
        writer.end();
    }
}

fn read_filter(filter: &Element) -> Result<SelectorSet, Fault> {
    match (filter.attribute("Dialect"), filter.child(name::WSMAN, "SelectorSet")) {
        (Some(SELECTOR_FILTER), Some(selectors)) => Ok(SelectorSet::read(selectors)),
        (Some(SELECTOR_FILTER), None) => {
            Err(schema("expected a SelectorSet in the Filter, found none".into()))
        }
        _ => Err(Fault::new(FaultKind::FilteringNotSupported)),
    }
}

/// More of a list (DSP0226 8.4).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pull {
    /// The list, as its beginning named it.
    pub context: String,
    /// How many items the answer may have; 1 where nothing is said.
    pub max_elements: Option<u32>,
}

impl Pull {
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        let pull = only(body, name::ENUMERATION, "Pull")?;
        Ok(Self { context: context(pull)?, max_elements: max_elements(pull, name::ENUMERATION)? })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("n:Pull").leaf("n:EnumerationContext", &self.context);
        writer.leaf_if("n:MaxElements", self.max_elements.map(|most| most.to_string()).as_deref());
        writer.end();
    }
}

/// A list is given up (DSP0226 8.5).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Release {
    /// The list.
    pub context: String,
}

impl Release {
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        Ok(Self { context: context(only(body, name::ENUMERATION, "Release")?)? })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("n:Release").leaf("n:EnumerationContext", &self.context).end();
    }
}

/// How a shell is addressed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EndpointReference {
    /// Where.
    pub address: String,
    /// What kind.
    pub resource_uri: String,
    /// Which one.
    pub selectors: SelectorSet,
}

impl EndpointReference {
    fn read(element: &Element) -> Self {
        let parameters = element.child(name::ADDRESSING, "ReferenceParameters");
        let selectors = parameters.and_then(|parameters| parameters.child(name::WSMAN, "SelectorSet"));
        let uri = parameters.and_then(|parameters| parameters.text_of(name::WSMAN, "ResourceURI"));
        Self {
            address: element.text_of(name::ADDRESSING, "Address").unwrap_or_default().to_owned(),
            resource_uri: uri.unwrap_or_default().to_owned(),
            selectors: selectors.map(SelectorSet::read).unwrap_or_default(),
        }
    }

    fn write(&self, writer: &mut Writer) {
        writer.start("a:EndpointReference").leaf("a:Address", &self.address);
        writer.start("a:ReferenceParameters").leaf("w:ResourceURI", &self.resource_uri);
        self.selectors.write(writer);
        writer.end().end();
    }
}

/// A command of a shell, as a list of commands shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListedCommand {
    /// Its shell.
    pub shell_id: String,
    /// It.
    pub command_id: String,
    /// Whether a client holds it.
    pub state: ShellState,
}

impl ListedCommand {
    fn read(command: &Element) -> Self {
        let text = |name| command.text_of(name::SHELL, name).unwrap_or_default().to_owned();
        Self {
            shell_id: text("ShellId"),
            command_id: text("CommandId"),
            state: ShellState::read(&text("State")),
        }
    }

    fn write(&self, writer: &mut Writer) {
        writer
            .start("rsp:Command")
            .leaf("rsp:ShellId", &self.shell_id)
            .leaf("rsp:CommandId", &self.command_id);
        writer.leaf("rsp:State", self.state.as_str()).end();
    }
}

/// One of a list: what it is, the reference to it, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// A shell, where shells are listed.
    pub shell: Option<Shell>,
    /// A command, where the commands of a shell are.
    pub command: Option<ListedCommand>,
    /// How it is addressed.
    pub reference: Option<EndpointReference>,
}

/// Items of a list, from its beginning or from the middle.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EnumerateResponse {
    /// By what name the rest is pulled.
    pub context: String,
    /// Those that come with this answer.
    pub items: Vec<Item>,
    /// Whether nothing follows.
    pub end: bool,
}

impl EnumerateResponse {
    pub(crate) fn read(body: &Element, name: &str) -> Result<Self, Fault> {
        let response = only(body, name::ENUMERATION, name)?;
        let namespace = if name == "PullResponse" { name::ENUMERATION } else { name::WSMAN };
        let items = response.child(namespace, "Items").map(read_items).transpose()?.unwrap_or_default();
        Ok(Self {
            context: response.text_of(name::ENUMERATION, "EnumerationContext").unwrap_or_default().to_owned(),
            items,
            end: response.child(namespace, "EndOfSequence").is_some(),
        })
    }

    /// Enumerate's items are WS-Management's own, Pull's are WS-Enumeration's.
    pub(crate) fn write(&self, writer: &mut Writer, pull: bool) {
        let (response, items, end) = if pull {
            ("n:PullResponse", "n:Items", "n:EndOfSequence")
        } else {
            ("n:EnumerateResponse", "w:Items", "w:EndOfSequence")
        };
        writer.start(response).leaf("n:EnumerationContext", &self.context);
        if !self.items.is_empty() {
            writer.start(items);
            self.items.iter().for_each(|item| write_item(item, writer));
            writer.end();
        }
        if self.end {
            writer.start(end).end();
        }
        writer.end();
    }
}

fn write_item(item: &Item, writer: &mut Writer) {
    let object = item.shell.is_some() || item.command.is_some();
    let both = object && item.reference.is_some();
    if both {
        writer.start("w:Item");
    }
    if let Some(shell) = &item.shell {
        shell.write(writer);
    }
    if let Some(command) = &item.command {
        command.write(writer);
    }
    if let Some(reference) = &item.reference {
        reference.write(writer);
    }
    if both {
        writer.end();
    }
}

fn read_items(items: &Element) -> Result<Vec<Item>, Fault> {
    items
        .children
        .iter()
        .map(|child| {
            let parts =
                if child.is(name::WSMAN, "Item") { &child.children } else { std::slice::from_ref(child) };
            let mut item = Item::default();
            for part in parts {
                match (part.namespace.as_str(), part.name.as_str()) {
                    (name::SHELL, "Shell") => item.shell = Some(Shell::read(part)?),
                    (name::SHELL, "Command") => item.command = Some(ListedCommand::read(part)),
                    (name::ADDRESSING, "EndpointReference") => {
                        item.reference = Some(EndpointReference::read(part))
                    }
                    (_, other) => {
                        return Err(schema(format!(
                            "expected a shell or a command in a list, found {other}"
                        )));
                    }
                }
            }
            Ok(item)
        })
        .collect()
}

fn context(parent: &Element) -> Result<String, Fault> {
    let context = parent.text_of(name::ENUMERATION, "EnumerationContext");
    Ok(context.ok_or_else(|| schema(format!("expected EnumerationContext in {}", parent.name)))?.to_owned())
}

fn max_elements(parent: &Element, namespace: &str) -> Result<Option<u32>, Fault> {
    let text = parent.text_of(namespace, "MaxElements");
    text.map(|text| {
        text.parse()
            .ok()
            .filter(|most| *most > 0)
            .ok_or_else(|| schema(format!("expected a number of items, found '{text}'")))
    })
    .transpose()
}
