use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::fault::{Fault, FaultKind};
use crate::operation::{self, BufferMode, ShellState};

use super::command::Command;
use super::options::{Caller, ServiceOptions};
use super::output::Output;

/// A shell, from its Create to its end.
#[derive(Debug)]
pub(super) struct Shell {
    /// As the client spells it.
    pub id: String,
    pub owner: Caller,
    pub resource_uri: String,
    pub name: Option<String>,
    /// The client's session, within which it is reconnected.
    pub session_id: Option<String>,
    pub input_streams: Vec<String>,
    pub output_streams: Vec<String>,
    pub locale: Option<String>,
    pub data_locale: Option<String>,
    pub idle_timeout: Duration,
    pub lifetime: Option<Duration>,
    pub buffer_mode: BufferMode,
    pub state: ShellState,
    /// Whether the host has accepted it.
    pub accepted: bool,
    pub created: Instant,
    pub last_used: Instant,
    pub output: Output,
    /// By the id in upper case.
    pub commands: HashMap<String, Command>,
}

impl Shell {
    pub fn output_of(&mut self, command: Option<&str>) -> Option<&mut Output> {
        match command {
            None => Some(&mut self.output),
            Some(id) => self.commands.get_mut(&id.to_ascii_uppercase()).map(|command| &mut command.output),
        }
    }

    /// A fault where a command is named and is not there.
    pub fn check_command(&self, command_id: Option<&str>) -> Result<(), Fault> {
        match command_id {
            Some(id) if !self.commands.contains_key(&id.to_ascii_uppercase()) => {
                Err(Fault::new(FaultKind::CommandNotFound))
            }
            _ => Ok(()),
        }
    }

    pub fn outputs(&mut self) -> impl Iterator<Item = &mut Output> {
        std::iter::once(&mut self.output).chain(self.commands.values_mut().map(|command| &mut command.output))
    }

    /// When it ends by itself: its lifetime is over, or nobody has waited or asked for so long.
    pub fn expiry(&self) -> Option<Instant> {
        let lifetime = self.lifetime.and_then(|lifetime| self.created.checked_add(lifetime));
        let waited_for = self.output.is_waited_for()
            || self.commands.values().any(|command| command.output.is_waited_for());
        let idle = if waited_for { None } else { self.last_used.checked_add(self.idle_timeout) };
        lifetime.into_iter().chain(idle).min()
    }

    /// As clients see it.
    pub fn describe(&self, options: &ServiceOptions, now: Instant) -> operation::Shell {
        operation::Shell {
            shell_id: self.id.clone(),
            name: self.name.clone(),
            resource_uri: self.resource_uri.clone(),
            owner: Some(self.owner.account.clone()),
            client_ip: self.owner.address.clone(),
            process_id: options.process_id,
            idle_timeout: Some(self.idle_timeout),
            max_idle_timeout: Some(options.idle_timeout_bounds.1),
            input_streams: self.input_streams.clone(),
            output_streams: self.output_streams.clone(),
            locale: self.locale.clone(),
            data_locale: self.data_locale.clone(),
            buffer_mode: self.buffer_mode,
            state: self.state,
            run_time: now.saturating_duration_since(self.created),
            inactivity: now.saturating_duration_since(self.last_used),
        }
    }
}
