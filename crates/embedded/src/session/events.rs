//! The events of a session's runspaces: what is forwarded goes to the client, and what happens while no pipeline runs
//! gets a thread of its own.

use super::Session;
use super::machine::{Machine, Task};
use clixml::Flavour;
use parking_lot::Mutex;
use psjob_channel::Frame;
use psrp::message::MessageType;
use psrp::{Lane, Stream};
use pwsh_runtime::Runspace;
use pwsh_runtime::events::{Forwarder, PsEvent};
use pwsh_runtime::serialize::{SerializeError, Serializer};
use pwsh_value::{Obj, Result, Unwind};
use std::sync::{Arc, Weak};

impl Session {
    /// Takes the events of a new runspace.
    pub(super) fn take_events(self: &Arc<Self>, rs: &Runspace) {
        let session = Arc::downgrade(self);
        let client = Client { session: session.clone(), serializer: Mutex::default() };
        rs.events.set_forwarder(Arc::new(client));
        rs.events.on_idle_event(move || {
            if let Some(session) = session.upgrade() {
                let mut jobs = Vec::new();
                session.machine.lock().run_events(&mut jobs);
                session.start_jobs(jobs);
            }
        });
    }
}

impl Machine {
    /// Gives each idle runspace that has events to handle a thread for them.
    fn run_events(&mut self, jobs: &mut Vec<super::machine::Job>) {
        for slot in self.idle_slots(|rs| rs.events.is_waiting()) {
            self.start(slot, Task::Events, jobs);
        }
    }
}

/// The client, as events are forwarded to it: USER_EVENT ([MS-PSRP] 2.2.2.12) on the pool's lane.
struct Client {
    session: Weak<Session>,
    serializer: Mutex<Option<Serializer>>,
}

impl Forwarder for Client {
    fn forward(&self, rs: &mut Runspace, event: &Obj) -> Result<()> {
        let (Some(session), Some(event)) = (self.session.upgrade(), event.get::<PsEvent>()) else {
            return Ok(());
        };
        let mut serializer = self.serializer.lock().take().unwrap_or_else(|| Serializer::new(Flavour::Wire));
        serializer.clear();
        let key = session.secure_strings();
        let written = match serializer.user_event(rs, event.payload(), &key) {
            Ok(()) => session.send_event(&rs.attention.clone(), serializer.finish()),
            // an event that holds a secure string is not worth a key exchange that nobody asked for
            Err(SerializeError::Key(_)) => Ok(()),
            Err(SerializeError::Unwind(error)) => Err(error),
        };
        *self.serializer.lock() = Some(serializer);
        written
    }
}

impl Session {
    fn send_event(&self, attention: &pwsh_runtime::attention::Attention, data: &[u8]) -> Result<()> {
        let writer = self.machine.lock().server.writer(Lane::Pool);
        let stopped = || attention.is_stopping();
        for bytes in writer.payload(MessageType::UserEvent, data) {
            let frame = Frame::Data { lane: Lane::Pool, stream: Stream::Default, bytes };
            self.end.send_output(frame, &stopped).map_err(|_| Unwind::Stopped)?;
        }
        Ok(())
    }
}
