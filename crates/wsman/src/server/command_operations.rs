use std::time::Instant;

use uuid::Uuid;

use crate::fault::{Fault, FaultKind};
use crate::header::Header;
use crate::name::signal;
use crate::operation::{self, Receive, Send, Signal, Stream};

use super::command::Command;
use super::event::{Event, ShellHandle, Ticket};
use super::output::Waiting;
use super::service::Service;

/// Command, Send, Receive and Signal.
impl Service {
    pub(super) fn start(
        &mut self,
        handle: ShellHandle,
        header: &Header,
        command: operation::Command,
    ) -> Result<String, Fault> {
        let shell = self.shells.get_mut(&handle).ok_or_else(|| Fault::new(FaultKind::ShellNotFound))?;
        if shell.commands.len() >= self.options.quotas.commands {
            return Err(Fault::new(FaultKind::TooManyCommands));
        }
        let id =
            command.command_id.unwrap_or_else(|| Uuid::new_v4().as_hyphenated().to_string().to_uppercase());
        let key = id.to_ascii_uppercase();
        if shell.commands.contains_key(&key) {
            return Err(Fault::new(FaultKind::CommandIdInUse));
        }
        shell.commands.insert(key, Command::new(id.clone()));
        self.events.push_back(Event::Start {
            shell: handle,
            command_id: id.clone(),
            command: command.command,
            arguments: command.arguments,
            options: header.options.clone(),
        });
        Ok(id)
    }

    pub(super) fn send(
        &mut self,
        ticket: Ticket,
        handle: ShellHandle,
        header: &Header,
        send: Send,
    ) -> Result<(), Fault> {
        let Some(shell) = self.shells.get(&handle) else { return Ok(()) };
        for Stream { name, command_id, .. } in &send.streams {
            if !shell.input_streams.contains(name) {
                let reason = format!(
                    "expected one of the streams '{}', found '{name}'",
                    shell.input_streams.join(" ")
                );
                return Err(Fault::with_reason(FaultKind::SchemaValidation, reason));
            }
            shell.check_command(command_id.as_deref())?;
        }
        self.sending.insert(ticket, (handle, header.clone()));
        let Some(last) = send.streams.len().checked_sub(1) else {
            self.taken(ticket);
            return Ok(());
        };
        for (at, Stream { name, command_id, data, end }) in send.streams.into_iter().enumerate() {
            let ticket = (at == last).then_some(ticket);
            self.events.push_back(Event::Input {
                shell: handle,
                command_id,
                stream: name,
                data,
                end,
                ticket,
            });
        }
        Ok(())
    }

    pub(super) fn receive(
        &mut self,
        now: Instant,
        ticket: Ticket,
        handle: ShellHandle,
        header: &Header,
        receive: Receive,
    ) -> Result<(), Fault> {
        let (default, most) = self.options.operation_timeout;
        let patience = header.operation_timeout.unwrap_or(default).min(most);
        let room = header.max_envelope_size.unwrap_or(u64::MAX).min(self.options.max_envelope_size);
        let Some(shell) = self.shells.get_mut(&handle) else { return Ok(()) };
        shell.check_command(receive.command_id.as_deref())?;
        if let Some(output) = shell.output_of(receive.command_id.as_deref()) {
            output.wait(Waiting { ticket, header: header.clone(), deadline: now + patience, room });
        }
        self.answer_waiting(handle, receive.command_id.as_deref());
        Ok(())
    }

    pub(super) fn signal(
        &mut self,
        handle: ShellHandle,
        Signal { command_id, code }: Signal,
    ) -> Result<(), Fault> {
        let Some(shell) = self.shells.get_mut(&handle) else { return Ok(()) };
        let terminate = code == signal::TERMINATE;
        if let Err(fault) = shell.check_command(command_id.as_deref()) {
            // a client terminates each of its commands, also those whose end it was told
            return if terminate { Ok(()) } else { Err(fault) };
        }
        self.events.push_back(Event::Signal { shell: handle, command_id: command_id.clone(), code });
        if let (true, Some(id)) = (terminate, command_id) {
            self.terminate(handle, &id);
        }
        Ok(())
    }

    /// A terminated command's output is no longer wanted; whoever still waits for it is told its end.
    fn terminate(&mut self, handle: ShellHandle, command_id: &str) {
        let Some(shell) = self.shells.get_mut(&handle) else { return };
        let key = command_id.to_ascii_uppercase();
        let Some(command) = shell.commands.get_mut(&key) else { return };
        command.running = false;
        let bytes = command.output.discard();
        command.output.end(None);
        if bytes > 0 {
            self.events.push_back(Event::Sent {
                shell: handle,
                command_id: Some(command_id.to_owned()),
                bytes,
            });
        }
        self.answer_waiting(handle, Some(command_id));
    }
}
