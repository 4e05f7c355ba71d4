//! Shells: the service that decides, and a task for each shell that does.

mod fragments;
mod lanes;
mod powershell;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use parking_lot::Mutex;
use tokio::sync::{Notify, mpsc, oneshot};
use wsman::fault::{Fault, FaultKind};
use wsman::server::{Caller, Event, Service, ServiceOptions, ShellHandle, Ticket};
use wsman::{Refused, Request, Response};

use crate::endpoint::Endpoint;
use crate::workers::Workers;

/// All shells of a service.
pub struct Shells {
    inner: Mutex<Inner>,
    endpoints: Vec<Endpoint>,
    workers: Workers,
    /// When the service's next deadline may have changed.
    changed: Notify,
}

struct Inner {
    service: Service,
    waiting: HashMap<Ticket, oneshot::Sender<Response>>,
    tasks: HashMap<ShellHandle, mpsc::UnboundedSender<Event>>,
    tickets: u64,
}

/// A request on its way to its answer. Dropped before [`Answering::sent`], what the answer holds is given out again.
pub struct Answering {
    shells: Arc<Shells>,
    ticket: Ticket,
    answer: oneshot::Receiver<Response>,
    sent: bool,
}

impl Shells {
    /// A service of these endpoints, whose sessions run in these workers.
    pub fn new(options: ServiceOptions, endpoints: Vec<Endpoint>, workers: Workers) -> Arc<Self> {
        let resources = endpoints.iter().map(|endpoint| endpoint.resource_uri.clone()).collect();
        let service = Service::new(ServiceOptions { resources, ..options });
        let inner = Inner { service, waiting: HashMap::new(), tasks: HashMap::new(), tickets: 0 };
        Arc::new(Self { inner: Mutex::new(inner), endpoints, workers, changed: Notify::new() })
    }

    /// Lets time pass for the service. Never returns.
    pub async fn keep_time(self: Arc<Self>) {
        loop {
            let deadline = self.inner.lock().service.poll_timeout();
            let wait =
                deadline.map_or(Duration::from_secs(3600), |at| at.saturating_duration_since(Instant::now()));
            tokio::select! {
                () = tokio::time::sleep(wait) => self.service(|service| service.handle_timeout(Instant::now())),
                () = self.changed.notified() => {}
            }
        }
    }

    /// Takes a client's request in.
    pub fn ask(self: &Arc<Self>, caller: &Caller, request: Result<Request, Refused>) -> Answering {
        let (sender, answer) = oneshot::channel();
        let mut inner = self.inner.lock();
        inner.tickets += 1;
        let ticket = Ticket(inner.tickets);
        inner.waiting.insert(ticket, sender);
        match request {
            Ok(request) => inner.service.handle(Instant::now(), ticket, caller, request),
            Err(refused) => inner.service.refuse(ticket, refused),
        }
        self.pump(&mut inner);
        drop(inner);
        self.changed.notify_one();
        Answering { shells: self.clone(), ticket, answer, sent: false }
    }

    /// Does something with the service, and then what it asks for.
    fn service(self: &Arc<Self>, act: impl FnOnce(&mut Service)) {
        let mut inner = self.inner.lock();
        act(&mut inner.service);
        self.pump(&mut inner);
        drop(inner);
        self.changed.notify_one();
    }

    fn pump(self: &Arc<Self>, inner: &mut Inner) {
        loop {
            if let Some((ticket, response)) = inner.service.poll_answer() {
                let waiting = inner.waiting.remove(&ticket);
                if waiting.is_none_or(|waiting| waiting.send(response).is_err()) {
                    inner.service.abandon(ticket);
                }
            } else if let Some(event) = inner.service.poll_event() {
                self.route(inner, event);
            } else {
                return;
            }
        }
    }

    /// Hands an event to the task of its shell.
    fn route(self: &Arc<Self>, inner: &mut Inner, event: Event) {
        let Event::Create { shell, owner, resource_uri, create, .. } = event else {
            let shell = event.shell();
            let last = matches!(event, Event::Closed { .. });
            if let Some(task) = inner.tasks.get(&shell) {
                // a task that has ended has nothing more to do
                let _ = task.send(event);
            }
            if last {
                inner.tasks.remove(&shell);
            }
            return;
        };
        let endpoint =
            self.endpoints.iter().find(|endpoint| endpoint.resource_uri.eq_ignore_ascii_case(&resource_uri));
        match endpoint.filter(|endpoint| endpoint.allows(&owner.account)) {
            Some(endpoint) => {
                let (orders, taken) = mpsc::unbounded_channel();
                inner.tasks.insert(shell, orders);
                let start = powershell::Start { shell, owner, endpoint: endpoint.clone(), create };
                tokio::spawn(powershell::run(self.clone(), start, taken));
            }
            None => inner.service.reject(shell, Fault::new(FaultKind::AccessDenied)),
        }
    }
}

impl Answering {
    /// Waits for the answer.
    pub async fn answer(&mut self) -> Option<Response> {
        (&mut self.answer).await.ok()
    }

    /// The answer is with the client.
    pub fn sent(mut self) {
        self.sent = true;
        let ticket = self.ticket;
        self.shells.service(|service| service.sent(ticket));
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        if !self.sent {
            let ticket = self.ticket;
            self.shells.inner.lock().waiting.remove(&ticket);
            self.shells.service(|service| service.abandon(ticket));
        }
    }
}
