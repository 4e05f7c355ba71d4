//! The runspaces of a process, as Get-Runspace lists them: a session that enters a process sees those of the others.

use parking_lot::Mutex;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::{Arc, Weak};
use uuid::Uuid;

/// What others see of a runspace.
#[derive(Debug)]
pub struct RunspaceIdentity {
    /// Its number in the process, from 1.
    pub id: i32,
    /// Its identifier everywhere.
    pub instance_id: Uuid,
    busy: AtomicBool,
}

impl RunspaceIdentity {
    /// `Runspace1`.
    pub fn name(&self) -> String {
        format!("Runspace{}", self.id)
    }

    /// Whether a pipeline runs in it.
    pub fn is_busy(&self) -> bool {
        self.busy.load(Ordering::Relaxed)
    }

    pub(crate) fn set_busy(&self, busy: bool) {
        self.busy.store(busy, Ordering::Relaxed);
    }
}

/// All runspaces that live.
#[derive(Default)]
pub struct RunspaceRegistry {
    runspaces: Mutex<Vec<Weak<RunspaceIdentity>>>,
    last: AtomicI32,
}

impl RunspaceRegistry {
    /// Gives a new runspace its identity; it is listed as long as that is held.
    pub(crate) fn register(&self) -> Arc<RunspaceIdentity> {
        let id = self.last.fetch_add(1, Ordering::Relaxed) + 1;
        let busy = AtomicBool::new(false);
        let identity = Arc::new(RunspaceIdentity { id, instance_id: Uuid::new_v4(), busy });
        let mut runspaces = self.runspaces.lock();
        if runspaces.len() == runspaces.capacity() {
            runspaces.retain(|runspace| runspace.strong_count() > 0);
        }
        runspaces.push(Arc::downgrade(&identity));
        identity
    }

    /// The runspaces that live, in the order in which they were made.
    pub fn all(&self) -> Vec<Arc<RunspaceIdentity>> {
        self.runspaces.lock().iter().filter_map(Weak::upgrade).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::RunspaceRegistry;

    #[test]
    fn a_runspace_is_listed_while_it_lives() {
        let registry = RunspaceRegistry::default();
        let first = registry.register();
        let second = registry.register();
        drop(first);
        let listed: Vec<String> = registry.all().iter().map(|runspace| runspace.name()).collect();
        assert_eq!(listed, ["Runspace2"]);
        drop(second);
    }
}
