use std::time::Instant;

use uuid::Uuid;

use crate::fault::{Fault, FaultKind};
use crate::header::Header;
use crate::name;
use crate::operation::{
    EndpointReference, Enumerate, EnumerateResponse, Item, ListedCommand, Mode, Pull, Release,
};
use crate::selector::SelectorSet;

use super::list::List;
use super::options::{Caller, ServiceOptions};
use super::service::Service;
use super::shell::Shell;

/// Lists that an account may leave unfinished.
const LISTS: usize = 16;

/// Enumerate, Pull and Release: an account's own shells, and the commands of them.
impl Service {
    pub(super) fn enumerate(
        &mut self,
        now: Instant,
        caller: &Caller,
        header: &Header,
        enumerate: &Enumerate,
    ) -> Result<EnumerateResponse, Fault> {
        let uri = header.resource_uri.as_deref().unwrap_or_default();
        let wanted = enumerate.filter.as_ref().and_then(SelectorSet::shell_id);
        let wanted = |shell: &Shell| wanted.is_none_or(|id| id.eq_ignore_ascii_case(&shell.id));
        let mut own: Vec<_> =
            self.shells.iter().filter(|(_, shell)| shell.owner.account == caller.account).collect();
        own.sort_by_key(|(handle, _)| **handle);
        let own = own.into_iter().map(|(_, shell)| shell).filter(|shell| shell.accepted && wanted(shell));
        let address = header.to.as_deref().unwrap_or(name::ANONYMOUS);
        let items: Vec<Item> = if uri.eq_ignore_ascii_case(name::COMMANDS) {
            own.flat_map(listed_commands).collect()
        } else {
            let all = uri.eq_ignore_ascii_case(name::SHELL);
            own.filter(|shell| all || shell.resource_uri.eq_ignore_ascii_case(uri))
                .map(|shell| item(shell, address, enumerate.mode, &self.options, now))
                .collect()
        };
        let mut list = List::new(caller.account.clone(), items);
        let context = Uuid::new_v4().as_hyphenated().to_string();
        let first = if enumerate.optimized { enumerate.max_elements } else { Some(0) };
        let answer = list.next(&context, first);
        if !answer.end {
            if self.lists.values().filter(|list| list.account == caller.account).count() >= LISTS {
                return Err(Fault::new(FaultKind::TooManyOperations));
            }
            self.lists.insert(context, list);
        }
        Ok(answer)
    }

    pub(super) fn pull(&mut self, caller: &Caller, pull: &Pull) -> Result<EnumerateResponse, Fault> {
        let list = self.lists.get_mut(&pull.context).filter(|list| list.account == caller.account);
        let list = list.ok_or_else(|| Fault::new(FaultKind::InvalidEnumerationContext))?;
        let answer = list.next(&pull.context, pull.max_elements);
        if answer.end {
            self.lists.remove(&pull.context);
        }
        Ok(answer)
    }

    pub(super) fn release(&mut self, caller: &Caller, release: &Release) -> Result<(), Fault> {
        let list = self.lists.get(&release.context).filter(|list| list.account == caller.account);
        list.ok_or_else(|| Fault::new(FaultKind::InvalidEnumerationContext))?;
        self.lists.remove(&release.context);
        Ok(())
    }
}

fn listed_commands(shell: &Shell) -> Vec<Item> {
    let mut commands: Vec<_> = shell.commands.values().filter(|command| command.running).collect();
    commands.sort_by(|a, b| a.id.cmp(&b.id));
    commands
        .into_iter()
        .map(|command| {
            let command = ListedCommand {
                shell_id: shell.id.clone(),
                command_id: command.id.clone(),
                state: shell.state,
            };
            Item { command: Some(command), ..Item::default() }
        })
        .collect()
}

fn item(shell: &Shell, address: &str, mode: Mode, options: &ServiceOptions, now: Instant) -> Item {
    let reference = EndpointReference {
        address: address.to_owned(),
        resource_uri: shell.resource_uri.clone(),
        selectors: SelectorSet::shell(&shell.id),
    };
    Item {
        shell: (mode != Mode::Reference).then(|| shell.describe(options, now)),
        command: None,
        reference: (mode != Mode::Object).then_some(reference),
    }
}
