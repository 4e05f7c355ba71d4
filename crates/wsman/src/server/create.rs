use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

use uuid::Uuid;

use crate::fault::{Fault, FaultKind};
use crate::header::Header;
use crate::operation::{Create, ShellState};

use super::event::{Event, ShellHandle, Ticket};
use super::options::Caller;
use super::output::Output;
use super::service::{Key, Service};
use super::shell::Shell;

/// Create: a shell is made where the account has room for it.
impl Service {
    pub(super) fn create(
        &mut self,
        now: Instant,
        ticket: Ticket,
        caller: &Caller,
        header: &Header,
        create: Create,
    ) -> Result<(), Fault> {
        let uri = header.resource_uri.as_deref().unwrap_or_default();
        if !self.options.resources.iter().any(|resource| resource.eq_ignore_ascii_case(uri)) {
            let uri: String = uri.chars().take(256).collect();
            let reason = format!("the resource URI '{uri}' is not one of an endpoint of this service");
            return Err(Fault::with_reason(FaultKind::InvalidResourceUri, reason));
        }
        self.check_room(caller)?;
        let shell_id = match &create.shell_id {
            None => Uuid::new_v4().as_hyphenated().to_string().to_uppercase(),
            Some(id) if Uuid::try_parse(id).is_ok() && id.len() == 36 => id.clone(),
            Some(_) => return Err(Fault::new(FaultKind::ShellIdNotValid)),
        };
        let key = Key::new(&caller.account, uri, &shell_id);
        if self.by_id.contains_key(&key) {
            return Err(Fault::new(FaultKind::ShellIdInUse));
        }
        let idle_timeout = self.idle_timeout(create.idle_timeout)?;
        let handle = ShellHandle(self.shells_made);
        self.shells_made += 1;
        let or = |streams: &[String], default: &[&str]| match streams {
            [] => default.iter().map(|&name| name.to_owned()).collect(),
            _ => streams.to_vec(),
        };
        let shell = Shell {
            id: shell_id.clone(),
            owner: caller.clone(),
            resource_uri: uri.to_owned(),
            name: create.name.clone(),
            session_id: header.session_id.clone(),
            input_streams: or(&create.input_streams, &["stdin"]),
            output_streams: or(&create.output_streams, &["stdout", "stderr"]),
            locale: header.locale.clone(),
            data_locale: header.data_locale.clone(),
            idle_timeout,
            lifetime: create.lifetime,
            buffer_mode: create.buffer_mode.unwrap_or_default(),
            state: ShellState::Connected,
            accepted: false,
            created: now,
            last_used: now,
            output: Output::default(),
            commands: HashMap::new(),
        };
        self.shells.insert(handle, shell);
        self.by_id.insert(key, handle);
        self.creating.insert(handle, (ticket, header.clone()));
        self.events.push_back(Event::Create {
            shell: handle,
            shell_id,
            owner: caller.clone(),
            resource_uri: uri.to_owned(),
            create: Box::new(create),
            options: header.options.clone(),
            locales: (header.locale.clone(), header.data_locale.clone()),
        });
        Ok(())
    }

    fn check_room(&self, caller: &Caller) -> Result<(), Fault> {
        let own = self.shells.values().filter(|shell| shell.owner.account == caller.account).count();
        if own >= self.options.quotas.shells {
            return Err(Fault::new(FaultKind::TooManyShells));
        }
        let users: HashSet<_> = self.shells.values().map(|shell| &shell.owner.account).collect();
        if own == 0 && users.len() >= self.options.quotas.users {
            return Err(Fault::new(FaultKind::TooManyUsers));
        }
        Ok(())
    }

    /// What the client asks for, if it may; PowerShell asks for the service's own by the greatest number.
    pub(super) fn idle_timeout(&self, asked: Option<Duration>) -> Result<Duration, Fault> {
        let (least, most) = self.options.idle_timeout_bounds;
        match asked {
            None => Ok(self.options.idle_timeout),
            Some(asked) if asked.as_millis() >= u128::from(u32::MAX) => Ok(self.options.idle_timeout),
            Some(asked) if (least..=most).contains(&asked) => Ok(asked),
            Some(asked) => {
                let reason = format!(
                    "the idle timeout of {} s is not between {} and {} s",
                    asked.as_secs_f64(),
                    least.as_secs_f64(),
                    most.as_secs_f64()
                );
                Err(Fault::with_reason(FaultKind::IdleTimeoutOutOfBounds, reason))
            }
        }
    }
}
