use std::time::Duration;

use crate::duration::{format_duration, parse_duration};
use crate::fault::Fault;
use crate::name;
use crate::selector::SelectorSet;
use crate::xml::{Element, Writer};

use super::shell::{BufferMode, Shell};
use super::{only, powershell_data, schema, streams};

/// A new shell ([MS-WSMV] 3.1.4.5.2).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Create {
    /// The id that the client chose; else the service does.
    pub shell_id: Option<String>,
    /// A name for people.
    pub name: Option<String>,
    /// The streams that the client will send.
    pub input_streams: Vec<String>,
    /// The streams that it will receive.
    pub output_streams: Vec<String>,
    /// Where commands start.
    pub working_directory: Option<String>,
    /// Variables of the environment, in their order.
    pub environment: Vec<(String, String)>,
    /// How long the shell lives without a client.
    pub idle_timeout: Option<Duration>,
    /// How long it lives at all.
    pub lifetime: Option<Duration>,
    /// What happens when the buffer of a disconnected shell is full.
    pub buffer_mode: Option<BufferMode>,
    /// PowerShell's `creationXml`: the first fragments of the session.
    pub creation_xml: Option<Vec<u8>>,
}

impl Create {
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        let shell = only(body, name::SHELL, "Shell")?;
        let duration = |name: &str| -> Result<Option<Duration>, Fault> {
            let text = shell.text_of(name::SHELL, name);
            text.map(parse_duration).transpose().map_err(|error| schema(format!("{name}: {error}")))
        };
        let environment = shell.child(name::SHELL, "Environment");
        let variables =
            environment.into_iter().flat_map(|environment| environment.all(name::SHELL, "Variable"));
        Ok(Self {
            shell_id: shell.attribute("ShellId").map(str::to_owned),
            name: shell.attribute("Name").map(str::to_owned),
            input_streams: streams(shell.text_of(name::SHELL, "InputStreams")),
            output_streams: streams(shell.text_of(name::SHELL, "OutputStreams")),
            working_directory: shell
                .child(name::SHELL, "WorkingDirectory")
                .map(|directory| directory.text.clone()),
            environment: variables
                .map(|variable| {
                    let name =
                        variable.attribute("Name").filter(|name| !name.is_empty() && !name.contains('='));
                    let name = name
                        .ok_or_else(|| schema("expected a name of a Variable of the Environment".into()))?;
                    Ok((name.to_owned(), variable.text.clone()))
                })
                .collect::<Result<_, Fault>>()?,
            idle_timeout: duration("IdleTimeOut")?.or(duration("IdleTimeout")?),
            lifetime: duration("Lifetime")?,
            buffer_mode: shell.text_of(name::SHELL, "BufferMode").map(BufferMode::read).transpose()?,
            creation_xml: powershell_data(shell, "creationXml")?,
        })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("rsp:Shell");
        writer.attribute_if("Name", self.name.as_deref()).attribute_if("ShellId", self.shell_id.as_deref());
        if !self.environment.is_empty() {
            writer.start("rsp:Environment");
            for (name, value) in &self.environment {
                writer.start("rsp:Variable").attribute("Name", name).text(value).end();
            }
            writer.end();
        }
        writer.leaf_if("rsp:IdleTimeOut", self.idle_timeout.map(format_duration).as_deref());
        writer.leaf_if("rsp:Lifetime", self.lifetime.map(format_duration).as_deref());
        writer.leaf_if("rsp:BufferMode", self.buffer_mode.map(BufferMode::as_str));
        writer.leaf("rsp:InputStreams", &self.input_streams.join(" "));
        writer.leaf("rsp:OutputStreams", &self.output_streams.join(" "));
        writer.leaf_if("rsp:WorkingDirectory", self.working_directory.as_deref());
        if let Some(xml) = &self.creation_xml {
            writer.start("pwsh:creationXml").base64(xml).end();
        }
        writer.end();
    }
}

/// The shell that was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CreateResponse {
    /// Where it is reached.
    pub address: String,
    /// It.
    pub shell: Shell,
}

impl CreateResponse {
    /// A service need not repeat in the shell what stands in the reference, so that is looked at too.
    pub(crate) fn read(body: &Element) -> Result<Self, Fault> {
        let created = body.child(name::TRANSFER, "ResourceCreated");
        let mut shell = body.child(name::SHELL, "Shell").map(Shell::read).transpose()?.unwrap_or_default();
        let parameters = created.and_then(|created| created.child(name::ADDRESSING, "ReferenceParameters"));
        if let Some(parameters) = parameters {
            let selectors =
                parameters.child(name::WSMAN, "SelectorSet").map(SelectorSet::read).unwrap_or_default();
            if let Some(id) = selectors.shell_id() {
                shell.shell_id = id.to_owned();
            }
            if let Some(uri) = parameters.text_of(name::WSMAN, "ResourceURI") {
                shell.resource_uri = uri.to_owned();
            }
        }
        if shell.shell_id.is_empty() {
            return Err(schema("expected the ShellId of the new shell, found none".into()));
        }
        let address = created.and_then(|created| created.text_of(name::ADDRESSING, "Address"));
        Ok(Self { address: address.unwrap_or_default().to_owned(), shell })
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        writer.start("x:ResourceCreated").leaf("a:Address", &self.address);
        writer.start("a:ReferenceParameters").leaf("w:ResourceURI", &self.shell.resource_uri);
        SelectorSet::shell(&self.shell.shell_id).write(writer);
        writer.end().end();
        self.shell.write(writer);
    }
}
