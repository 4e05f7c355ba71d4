//! Which connections there are, so that those who prove nothing cannot keep out those who do.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use parking_lot::Mutex;
use tokio::sync::Notify;

/// The connections of a front.
#[derive(Debug)]
pub(super) struct Connections {
    most: usize,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    next: u64,
    /// Those that have proven nothing, by age.
    strangers: BTreeMap<u64, Arc<Notify>>,
    known: HashSet<u64>,
}

/// One connection, while it lasts.
pub(super) struct Place {
    connections: Arc<Connections>,
    number: u64,
    /// Told when the connection must go.
    pub leave: Arc<Notify>,
}

impl Connections {
    /// Room for so many.
    pub fn new(most: usize) -> Arc<Self> {
        Arc::new(Self { most, state: Mutex::default() })
    }

    /// A place for a new connection. Where there is none, the oldest stranger goes; `None` if there is no stranger.
    pub fn enter(self: &Arc<Self>) -> Option<Place> {
        let mut state = self.state.lock();
        if state.strangers.len() + state.known.len() >= self.most {
            let (_, oldest) = state.strangers.pop_first()?;
            oldest.notify_one();
        }
        let number = state.next;
        state.next += 1;
        let leave = Arc::new(Notify::new());
        state.strangers.insert(number, leave.clone());
        Some(Place { connections: self.clone(), number, leave })
    }
}

impl Place {
    /// The client has proven who it is.
    pub fn proven(&self) {
        let mut state = self.connections.state.lock();
        if state.strangers.remove(&self.number).is_some() {
            state.known.insert(self.number);
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut state = self.connections.state.lock();
        state.strangers.remove(&self.number);
        state.known.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_stranger_makes_room_and_nobody_else() {
        let connections = Connections::new(2);
        let known = connections.enter().unwrap();
        known.proven();
        let stranger = connections.enter().unwrap();
        let next = connections.enter().unwrap();
        assert!(connections.state.lock().strangers.keys().eq([&next.number]));
        next.proven();
        assert!(connections.enter().is_none());
        drop(stranger);
        assert!(connections.enter().is_none());
        drop(known);
        assert!(connections.enter().is_some());
    }
}
