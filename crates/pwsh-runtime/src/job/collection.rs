//! What a job put out on one of its streams: `PSDataCollection<T>`.

use super::state::JobStream;
use crate::Runspace;
use crate::deserialize::{self, DeserializeError};
use crate::facade::ProgressRecord;
use crate::record::InformationRecord;
use bytes::Bytes;
use clixml::NoKey;
use parking_lot::Mutex;
use pwsh_value::object::Handle;
use pwsh_value::ty::{close_generic, named};
use pwsh_value::{Error, Member, Obj, Payload, PsString, Result, Value};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use uuid::Uuid;

/// Where what comes from a job was made; each object of its output says so.
#[derive(Default)]
pub struct Origin {
    /// Counts what the job put out, over all streams.
    order: AtomicU64,
    /// The runspace, once the job has one.
    runspace: OnceLock<Uuid>,
}

impl Origin {
    /// The place of the next thing that the job puts out.
    pub(super) fn next(&self) -> u64 {
        self.order.fetch_add(1, Ordering::SeqCst)
    }

    /// Says which runspace it is.
    pub fn set_runspace(&self, id: Uuid) {
        let _ = self.runspace.set(id);
    }
}

/// The payload of the collection: items as they came until somebody looks, then values.
pub struct DataCollection {
    stream: JobStream,
    origin: Arc<Origin>,
    /// In their order, whose numbers are taken under the lock.
    entries: Mutex<Vec<Entry>>,
    open: AtomicBool,
}

struct Entry {
    order: u64,
    item: Item,
}

enum Item {
    Raw(Bytes),
    Value(Value),
}

impl DataCollection {
    /// A collection object for a stream of the job with that origin.
    pub fn object(stream: JobStream, origin: Arc<Origin>) -> Obj {
        let collection = named("System.Management.Automation.PSDataCollection`1");
        let ty = close_generic(&collection, vec![named(stream.item_type())]);
        let payload =
            DataCollection { stream, origin, entries: Mutex::default(), open: AtomicBool::new(true) };
        Obj::new(ty, payload)
    }

    /// The number of items.
    pub fn len(&self) -> usize {
        self.entries.lock().len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether more may come.
    pub fn is_open(&self) -> bool {
        self.open.load(Ordering::SeqCst)
    }

    /// Nothing more comes.
    pub fn complete(&self) {
        self.open.store(false, Ordering::SeqCst);
    }

    /// Adds an item as it came.
    pub fn push_raw(&self, data: Bytes) {
        let mut entries = self.entries.lock();
        let order = self.origin.next();
        entries.push(Entry { order, item: Item::Raw(data) });
    }

    fn made(&self, rs: &mut Runspace, data: &Bytes) -> Result<Value> {
        let read = match self.stream {
            JobStream::Output => {
                deserialize::value(rs, data, &NoKey).map(|value| with_origin(value, &self.origin))
            }
            JobStream::Error => deserialize::error_record(rs, data, &NoKey).map(Value::Object),
            JobStream::Progress => {
                deserialize::progress_record(rs, data, &NoKey).map(ProgressRecord::object).map(Value::Object)
            }
            JobStream::Information => {
                deserialize::information_record(rs, data, &NoKey).map(shown_by_host).map(Value::Object)
            }
            JobStream::Verbose | JobStream::Debug | JobStream::Warning => {
                deserialize::text_record(rs, data, self.stream.item_type(), &NoKey).map(Value::Object)
            }
        };
        read.map_err(|error| match error {
            DeserializeError::Value(error) => error,
            DeserializeError::Read(error) => {
                Error::new("System.Xml.XmlException", error.to_string()).id("InvalidClixml")
            }
        })
    }
}

impl DataCollection {
    /// Adds a value.
    pub fn push(this: Handle<'_, Self>, value: Value) {
        this.storing(&value);
        let mut entries = this.payload().entries.lock();
        let order = this.payload().origin.next();
        entries.push(Entry { order, item: Item::Value(value) });
    }

    /// All items with their places among those of all streams.
    ///
    /// # Errors
    /// If what came cannot be read.
    pub fn items(this: Handle<'_, Self>, rs: &mut Runspace) -> Result<Vec<(u64, Value)>> {
        Self::make_values(this, rs)?;
        Ok(this.payload().entries.lock().iter().filter_map(Entry::made).collect())
    }

    /// Takes all items out.
    ///
    /// # Errors
    /// If what came cannot be read; then they stay.
    pub fn take(this: Handle<'_, Self>, rs: &mut Runspace) -> Result<Vec<(u64, Value)>> {
        Self::make_values(this, rs)?;
        let mut entries = this.payload().entries.lock();
        let made = entries.iter().filter_map(Entry::made).collect();
        entries.retain(|entry| matches!(entry.item, Item::Raw(_)));
        Ok(made)
    }

    /// Makes values of what came until now.
    fn make_values(this: Handle<'_, Self>, rs: &mut Runspace) -> Result<()> {
        let raw: Vec<(u64, Bytes)> = this
            .payload()
            .entries
            .lock()
            .iter()
            .filter_map(|entry| match &entry.item {
                Item::Raw(data) => Some((entry.order, data.clone())),
                Item::Value(_) => None,
            })
            .collect();
        for (order, data) in raw {
            // no lock is held meanwhile: making a value may call script
            let value = this.payload().made(rs, &data)?;
            this.storing(&value);
            let mut entries = this.payload().entries.lock();
            if let Ok(at) = entries.binary_search_by_key(&order, |entry| entry.order) {
                entries[at].item = Item::Value(value);
            }
        }
        Ok(())
    }
}

impl Entry {
    fn made(&self) -> Option<(u64, Value)> {
        match &self.item {
            Item::Value(value) => Some((self.order, value.clone())),
            Item::Raw(_) => None,
        }
    }
}

impl Payload for DataCollection {
    fn trace(&self, visit: &mut dyn FnMut(&Value)) {
        for entry in self.entries.lock().iter() {
            if let Item::Value(value) = &entry.item {
                visit(value);
            }
        }
    }

    fn release(&self, out: &mut Vec<Value>) {
        for entry in std::mem::take(&mut *self.entries.lock()) {
            if let Item::Value(value) = entry.item {
                out.push(value);
            }
        }
    }
}

/// An object of a job's output says where it comes from.
fn with_origin(value: Value, origin: &Origin) -> Value {
    let value = value.wrap();
    let runspace = origin.runspace.get().copied().unwrap_or_default();
    if let Some(obj) = value.cell() {
        let notes: [(&str, Value); 3] = [
            ("PSComputerName", Value::str("localhost")),
            ("RunspaceId", runspace.into()),
            ("PSShowComputerName", Value::Bool(false)),
        ];
        for (name, note) in notes {
            obj.attached_or_new().set(obj, PsString::from(name), Member::Note(note));
        }
    }
    value
}

/// What Write-Host said in a job was for the host there, whose calls come too: the record says so, that it is not
/// shown twice.
fn shown_by_host(record: InformationRecord) -> Obj {
    let mut record = record;
    if record.tags.iter().any(|tag| tag.is("PSHOST")) {
        record.tags.push("FORWARDED".into());
    }
    Obj::new(named("System.Management.Automation.InformationRecord"), record)
}
