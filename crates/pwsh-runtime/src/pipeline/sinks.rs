//! Where output goes.

use super::stage::Stage;
use pwsh_value::{Obj, Value};

/// A place that takes objects; copyable, valid until whoever made it removes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Out {
    /// Nowhere.
    Discard,
    /// The pipeline's own streams: the client, the host.
    Top,
    /// The pipeline's own output, for the records of other streams that are merged into it.
    TopOutput,
    /// A list.
    Collector(u32),
    /// A stage of a pipeline.
    Stage(u32),
    /// A list that keeps what goes through to another place.
    Tee(u32),
}

/// The collectors and stages of a runspace.
#[derive(Default)]
pub struct Sinks {
    list: Vec<Sink>,
    free: Vec<u32>,
}

enum Sink {
    Free,
    Collector(Vec<Value>),
    /// `None` while the stage runs.
    Stage(Option<Box<Stage>>),
    Tee(Out, Obj),
}

impl Sinks {
    /// A new, empty list.
    pub fn collector(&mut self) -> Out {
        Out::Collector(self.add(Sink::Collector(Vec::new())))
    }

    /// A place that keeps what goes through it to `to` in a list.
    pub fn tee(&mut self, to: Out, list: Obj) -> Out {
        Out::Tee(self.add(Sink::Tee(to, list)))
    }

    /// Where such a place leads and the list it keeps; `None` if it is gone.
    pub fn tee_of(&self, id: u32) -> Option<(Out, Obj)> {
        match &self.list[id as usize] {
            Sink::Tee(to, list) => Some((*to, list.clone())),
            _ => None,
        }
    }

    /// Removes such a place.
    pub fn free_tee(&mut self, tee: Out) {
        if let Out::Tee(id) = tee {
            self.remove(id);
        }
    }

    /// Adds a stage.
    pub fn stage(&mut self, stage: Box<Stage>) -> u32 {
        self.add(Sink::Stage(Some(stage)))
    }

    fn add(&mut self, sink: Sink) -> u32 {
        match self.free.pop() {
            Some(id) => {
                self.list[id as usize] = sink;
                id
            }
            None => {
                self.list.push(sink);
                (self.list.len() - 1) as u32
            }
        }
    }

    /// Appends to a list.
    #[inline]
    pub fn push(&mut self, id: u32, value: Value) {
        if let Sink::Collector(list) = &mut self.list[id as usize] {
            list.push(value);
        }
    }

    /// How much a list holds so far.
    pub fn collected(&self, out: Out) -> usize {
        match out {
            Out::Collector(id) => match &self.list[id as usize] {
                Sink::Collector(list) => list.len(),
                _ => 0,
            },
            _ => 0,
        }
    }

    /// Empties a list and gives what it held.
    pub fn take(&mut self, out: Out) -> Vec<Value> {
        let Out::Collector(id) = out else { return Vec::new() };
        match &mut self.list[id as usize] {
            Sink::Collector(list) => std::mem::take(list),
            _ => Vec::new(),
        }
    }

    /// Removes a list and gives what it holds.
    pub fn finish(&mut self, out: Out) -> Vec<Value> {
        let Out::Collector(id) = out else { return Vec::new() };
        match self.remove(id) {
            Sink::Collector(list) => list,
            _ => Vec::new(),
        }
    }

    /// Takes a stage out to run it; `None` if it runs already, or is gone.
    pub fn take_stage(&mut self, id: u32) -> Option<Box<Stage>> {
        match &mut self.list[id as usize] {
            Sink::Stage(stage) => stage.take(),
            _ => None,
        }
    }

    /// Puts a stage back after it ran.
    pub fn put_stage(&mut self, id: u32, stage: Box<Stage>) {
        self.list[id as usize] = Sink::Stage(Some(stage));
    }

    /// Whether a stage is a native program that does not run its own code now.
    pub fn is_program(&self, id: u32) -> bool {
        matches!(&self.list[id as usize], Sink::Stage(Some(stage)) if matches!(stage.work, super::stage::Work::Native(_)))
    }

    /// Removes a stage.
    pub fn remove_stage(&mut self, id: u32) -> Option<Box<Stage>> {
        match self.remove(id) {
            Sink::Stage(stage) => stage,
            _ => None,
        }
    }

    fn remove(&mut self, id: u32) -> Sink {
        self.free.push(id);
        std::mem::replace(&mut self.list[id as usize], Sink::Free)
    }
}
