//! The tasks of ForEach-Object -Parallel: a runspace and a thread for each object at work, so many at a time.

use pwsh_runtime::Runspace;
use pwsh_runtime::attention::{Attention, STOP};
use pwsh_runtime::command::{Io, ScriptBlock};
use pwsh_runtime::error_record::ErrorRecord;
use pwsh_runtime::host::Output;
use pwsh_runtime::pipeline::Streams;
use pwsh_runtime::record::{InformationRecord, Record, TextRecord};
use pwsh_value::payload::Dictionary;
use pwsh_value::{Category, Error, Obj, Result, Unwind, Value, stack};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// What a task tells.
enum Told {
    Output(Value),
    Record(Record),
    /// It is over, with what it threw.
    Over(u64, Option<Error>),
}

/// Where a task's streams go: to the thread of the cmdlet, which is woken.
struct Teller {
    to: Sender<Told>,
    listener: Arc<Attention>,
}

impl Teller {
    fn tell(&self, told: Told) {
        // Nobody listens any more once the cmdlet was stopped.
        let _ = self.to.send(told);
        self.listener.notify();
    }
}

impl Output for Teller {
    fn output(&self, _: &mut Runspace, value: Value) -> Result<()> {
        self.tell(Told::Output(value));
        Ok(())
    }

    fn record(&self, _: &mut Runspace, record: Record) -> Result<()> {
        self.tell(Told::Record(record));
        Ok(())
    }
}

/// A task at work.
struct Task {
    number: u64,
    attention: Arc<Attention>,
    thread: JoinHandle<()>,
}

/// The tasks of one call. Dropping it stops them.
pub struct Tasks {
    block: Obj,
    using: Value,
    limit: usize,
    until: Option<Instant>,
    running: Vec<Task>,
    started: u64,
    to: Sender<Told>,
    from: Receiver<Told>,
}

impl Tasks {
    /// Prepares tasks for a block, at most `limit` at a time, which are stopped after `timeout`.
    ///
    /// # Errors
    /// For a `$using:` value that is a script block, and for -AsJob.
    pub fn new(
        io: &mut Io<'_>,
        block: &Obj,
        limit: usize,
        timeout: Option<Duration>,
        as_job: bool,
    ) -> Result<Tasks> {
        if as_job {
            let text =
                "ForEach-Object -Parallel does not make jobs here: leave -AsJob out, or use Start-Job.";
            return Err(Error::new("System.Management.Automation.PSNotSupportedException", text)
                .id("ParallelJobsNotSupported")
                .category(Category::NotImplemented));
        }
        let using = io.rs.using_values(block)?.unwrap_or_default();
        let entries = using.as_object().and_then(|obj| obj.get::<Dictionary>()).map(|table| table.entries());
        if entries.iter().flatten().any(|(_, value)| is_block(value)) {
            return Err(refused(io, "using variable", "ParallelUsingVariableCannotBeScriptBlock"));
        }
        let (to, from) = channel();
        let until = timeout.map(|timeout| Instant::now() + timeout);
        Ok(Tasks { block: block.clone(), using, limit, until, running: Vec::new(), started: 0, to, from })
    }

    /// Starts the task of an object, waiting for a place; puts out meanwhile what other tasks tell.
    ///
    /// # Errors
    /// An object that is a script block; what stops the pipeline.
    pub fn start(&mut self, io: &mut Io<'_>, item: Value) -> Result<()> {
        if is_block(&item) {
            let error = refused(io, "piped input object", "ParallelPipedInputObjectCannotBeScriptBlock");
            return io.write_error(error);
        }
        self.listen(io, self.limit - 1)?;
        if self.is_late() {
            return Ok(());
        }
        let number = self.started;
        self.started += 1;
        let teller = Arc::new(Teller { to: self.to.clone(), listener: io.rs.attention.clone() });
        let mut runspace = io.rs.sibling(teller.clone());
        let attention = runspace.attention.clone();
        let (block, using) = (self.block.clone(), self.using.clone());
        let thread =
            std::thread::Builder::new().name("pipeline".into()).stack_size(stack::RESERVE).spawn(move || {
                stack::begin_thread(stack::RESERVE);
                let _entered = runspace.session.heap.clone().enter();
                runspace.set_using(using);
                let ran = catch_unwind(AssertUnwindSafe(|| {
                    let result = runspace.run_item_block(&block, item, Streams::TOP);
                    drop((runspace, block));
                    result
                }));
                let result = ran.unwrap_or_else(|_| {
                    Err(Error::new("System.InvalidOperationException", "a command panicked"))
                });
                teller.tell(Told::Over(number, result.err()));
            });
        let thread = thread.map_err(|error| Error::new("System.OutOfMemoryException", error.to_string()))?;
        self.running.push(Task { number, attention, thread });
        Ok(())
    }

    /// Waits for all tasks.
    ///
    /// # Errors
    /// What stops the pipeline.
    pub fn finish(&mut self, io: &mut Io<'_>) -> Result<()> {
        self.listen(io, 0)
    }

    /// Puts out what tasks tell until at most `count` are at work.
    fn listen(&mut self, io: &mut Io<'_>, count: usize) -> Result<()> {
        loop {
            while let Ok(told) = self.from.try_recv() {
                self.take(io, told)?;
            }
            if self.running.len() <= count {
                return Ok(());
            }
            io.poll()?;
            if self.is_late() {
                self.running.iter().for_each(|task| task.attention.ask(STOP));
            }
            let deadline = self.until.filter(|until| *until > Instant::now());
            let attention = io.rs.attention.clone();
            if let Some(told) = attention.wait(deadline, || self.from.try_recv().ok()) {
                self.take(io, told)?;
            }
        }
    }

    fn is_late(&self) -> bool {
        self.until.is_some_and(|until| Instant::now() >= until)
    }

    fn take(&mut self, io: &mut Io<'_>, told: Told) -> Result<()> {
        match told {
            Told::Output(value) => io.write(value),
            Told::Record(record) => forward(io, record),
            Told::Over(number, error) => {
                if let Some(at) = self.running.iter().position(|task| task.number == number) {
                    let task = self.running.swap_remove(at);
                    // It has told that it is over, so that this does not wait.
                    let _ = task.thread.join();
                }
                match error.map(Error::into_unwind) {
                    Some(Unwind::Throw(thrown)) => io.write_error(
                        Error::throw(thrown.exception)
                            .id("PSTaskException")
                            .category(Category::InvalidOperation)
                            .target("System.Management.Automation.PSTasks.PSTask"),
                    ),
                    _ => Ok(()),
                }
            }
        }
    }
}

impl Drop for Tasks {
    fn drop(&mut self) {
        self.running.iter().for_each(|task| task.attention.ask(STOP));
        for task in self.running.drain(..) {
            let _ = task.thread.join();
        }
    }
}

/// Hands a task's record on to the cmdlet's own stream.
fn forward(io: &mut Io<'_>, record: Record) -> Result<()> {
    let text = |value: &Value| {
        let record = value.as_object().and_then(|obj| obj.get::<TextRecord>());
        record.map(|record| record.message.clone()).unwrap_or_default()
    };
    match record {
        Record::Error(value) => match value.as_object().and_then(|obj| obj.get::<ErrorRecord>()) {
            Some(record) => io.write_error_record(record.payload().clone()),
            None => Ok(()),
        },
        Record::Warning(value) => io.warning(text(&value)),
        Record::Verbose(value) => io.verbose(text(&value)),
        Record::Debug(value) => io.debug(text(&value)),
        Record::Information(value) => {
            match value.as_object().and_then(|obj| obj.get::<InformationRecord>()) {
                Some(record) => io.information(InformationRecord {
                    data: record.data.clone(),
                    source: record.source.clone(),
                    time: record.time,
                    tags: record.tags.clone(),
                }),
                None => Ok(()),
            }
        }
        Record::Progress(record) => io.progress(record),
    }
}

fn is_block(value: &Value) -> bool {
    value.as_object().is_some_and(|obj| obj.get::<ScriptBlock>().is_some())
}

/// Script blocks run where they were made, so that they cannot be handed to a task.
fn refused(io: &mut Io<'_>, what: &str, id: &str) -> Error {
    let text = format!(
        "A ForEach-Object -Parallel {what} cannot be a script block. Passed-in script block variables are not supported with ForEach-Object -Parallel, and can result in undefined behavior."
    );
    let error = Error::new("System.Management.Automation.PSArgumentException", text)
        .id(id)
        .category(Category::InvalidType);
    let record = io.rs.record_of(&error, Some(io.call));
    {
        let mut names = record.names.lock();
        names.target_name = "Microsoft.PowerShell.Commands.ForEachObjectCommand".into();
        names.target_type = "ForEachObjectCommand".into();
    }
    let mut error = error;
    if let Some(thrown) = error.thrown_mut() {
        thrown.record = Some(Value::Object(record.object()));
    }
    error
}
