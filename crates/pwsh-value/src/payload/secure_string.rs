//! `System.Security.SecureString`.

use crate::object::Payload;
use parking_lot::Mutex;
use zeroize::Zeroizing;

/// The payload of a `SecureString`: UTF-16 units that are wiped when they are dropped or replaced.
#[derive(Default)]
pub struct SecureString(Mutex<State>);

#[derive(Default)]
struct State {
    units: Zeroizing<Vec<u16>>,
    read_only: bool,
}

impl Payload for SecureString {}

impl SecureString {
    /// A secure string of these units, of which the caller wipes its own copy.
    pub fn new(units: &[u16]) -> SecureString {
        SecureString(Mutex::new(State { units: Zeroizing::new(units.to_vec()), read_only: false }))
    }

    /// The units in the clear, in a buffer that is wiped when it is dropped: what the name says is a step of
    /// its own, so that it can be found in the source.
    pub fn reveal(&self) -> Zeroizing<Vec<u16>> {
        self.0.lock().units.clone()
    }

    /// The number of units.
    pub fn len(&self) -> usize {
        self.0.lock().units.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether it can no longer be changed.
    pub fn is_read_only(&self) -> bool {
        self.0.lock().read_only
    }

    /// Lets nobody change it from now on.
    pub fn make_read_only(&self) {
        self.0.lock().read_only = true;
    }

    /// Replaces the units by what `change` makes of them. What the change leaves behind is wiped.
    pub fn change(&self, change: impl FnOnce(&[u16]) -> Vec<u16>) {
        let mut state = self.0.lock();
        // A new buffer instead of growing the old one, which would leave a copy behind.
        let changed = Zeroizing::new(change(&state.units));
        state.units = changed;
    }
}
