use crate::fault::{Fault, FaultKind};
use crate::header::Header;
use crate::message::ResponseBody;
use crate::operation::{Connect, ConnectResponse, Disconnect, Reconnect, ShellState};

use super::event::{Event, ShellHandle, Ticket};
use super::service::Service;

/// Disconnect, Reconnect and Connect: which client holds a shell.
impl Service {
    pub(super) fn disconnect(&mut self, handle: ShellHandle, disconnect: &Disconnect) -> Result<(), Fault> {
        let idle_timeout = disconnect.idle_timeout.map(|asked| self.idle_timeout(Some(asked))).transpose()?;
        self.fault_waiting(handle, &Fault::new(FaultKind::ShellDisconnected));
        let Some(shell) = self.shells.get_mut(&handle) else { return Ok(()) };
        shell.state = ShellState::Disconnected;
        shell.idle_timeout = idle_timeout.unwrap_or(shell.idle_timeout);
        shell.buffer_mode = disconnect.buffer_mode.unwrap_or(shell.buffer_mode);
        self.events.push_back(Event::Disconnected { shell: handle, buffer_mode: shell.buffer_mode });
        Ok(())
    }

    pub(super) fn reconnect(
        &mut self,
        handle: ShellHandle,
        header: &Header,
        reconnect: &Reconnect,
    ) -> Result<(), Fault> {
        let Some(shell) = self.shells.get_mut(&handle) else { return Ok(()) };
        if let Some(id) = &reconnect.command_id {
            return shell.check_command(Some(id));
        }
        if shell.state == ShellState::Connected {
            return Err(Fault::new(FaultKind::ReconnectNotValid));
        }
        if let (Some(own), Some(asked)) = (&shell.session_id, &header.session_id)
            && !own.eq_ignore_ascii_case(asked)
        {
            return Err(Fault::new(FaultKind::ConnectedElsewhere));
        }
        shell.state = ShellState::Connected;
        self.events.push_back(Event::Reconnected { shell: handle });
        Ok(())
    }

    pub(super) fn connect(
        &mut self,
        ticket: Ticket,
        handle: ShellHandle,
        header: &Header,
        connect: Connect,
    ) -> Result<(), Fault> {
        let Some(shell) = self.shells.get_mut(&handle) else { return Ok(()) };
        if let Some(id) = &connect.command_id {
            shell.check_command(Some(id))?;
            self.answers.give(ticket, header, ResponseBody::Connect(ConnectResponse::default()));
            return Ok(());
        }
        let taken = self.connecting.values().any(|(connecting, _)| *connecting == handle);
        if shell.state == ShellState::Connected || taken {
            return Err(Fault::new(FaultKind::ConnectedElsewhere));
        }
        self.connecting.insert(ticket, (handle, header.clone()));
        self.events.push_back(Event::Connect { shell: handle, ticket, connect_xml: connect.connect_xml });
        Ok(())
    }
}
