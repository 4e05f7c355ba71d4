//! Driving the stages of a pipeline from the first object to the last.

use super::sinks::Out;
use crate::runspace::Runspace;
use pwsh_value::{Error, Result, Unwind, Value};

/// Gives the next object of a pipeline's input, waiting for it; `None` at its end.
pub type NextInput<'a> = dyn FnMut(&mut Runspace) -> Result<Option<Value>> + 'a;

/// What comes into the first stage of a pipeline.
pub(crate) enum Source<'a> {
    /// Nothing: it runs once.
    None,
    /// A value, item by item.
    Value(Value),
    /// Objects from outside, one by one.
    Stream(&'a mut NextInput<'a>),
}

impl Runspace {
    /// Runs a pipeline of stages in order. `source` gives the objects for the first one; without it the first
    /// stage runs once. The stages are gone afterwards.
    pub(crate) fn run_stages(&mut self, stages: &[u32], source: Option<Value>) -> Result<()> {
        self.run_stages_from(stages, source.map_or(Source::None, Source::Value))
    }

    /// The same for any source.
    pub(crate) fn run_stages_from(&mut self, stages: &[u32], source: Source<'_>) -> Result<()> {
        let result = self.drive(stages, source);
        self.drop_stages(stages);
        result
    }

    /// Frees stages, their `clean` blocks run.
    pub(crate) fn drop_stages(&mut self, stages: &[u32]) {
        for &id in stages {
            if let Some(stage) = self.sinks.remove_stage(id) {
                stage.clean(self);
            }
        }
    }

    /// Begins stages that are fed by hand.
    pub(crate) fn begin_stages(&mut self, stages: &[u32]) -> Result<()> {
        stages.iter().try_for_each(|&id| self.with_stage(id, |stage, rs| stage.begin(rs)))
    }

    /// Feeds such stages with an object, or lets them run once without one.
    pub(crate) fn step_stages(&mut self, stages: &[u32], item: Option<Value>) -> Result<()> {
        self.with_stage(stages[0], |stage, rs| stage.process(rs, item))
    }

    /// Ends such stages; they are gone afterwards.
    pub(crate) fn end_stages(&mut self, stages: &[u32]) -> Result<()> {
        let result = self.end_from(stages, 0);
        self.drop_stages(stages);
        result
    }

    fn drive(&mut self, stages: &[u32], source: Source<'_>) -> Result<()> {
        let fed = self.feed(stages, source);
        let first = match fed {
            Ok(()) => 0,
            Err(error) => stopped_from(stages, error)?,
        };
        self.end_from(stages, first)
    }

    fn end_from(&mut self, stages: &[u32], first: usize) -> Result<()> {
        for at in first..stages.len() {
            let ended = self.with_stage(stages[at], |stage, rs| stage.end(rs));
            if let Err(error) = ended {
                let resume = stopped_from(stages, error)?;
                // A stage that stopped its upstream while that ended: the rest goes on from there.
                for &id in &stages[resume.max(at + 1)..] {
                    self.with_stage(id, |stage, rs| stage.end(rs))?;
                }
                return Ok(());
            }
        }
        Ok(())
    }

    fn feed(&mut self, stages: &[u32], source: Source<'_>) -> Result<()> {
        self.begin_stages(stages)?;
        match source {
            Source::Value(value) => self.write_each(Out::Stage(stages[0]), value),
            Source::Stream(next) => {
                while let Some(item) = next(self)? {
                    self.feed_stage(stages[0], item)?;
                }
                Ok(())
            }
            Source::None => self.with_stage(stages[0], |stage, rs| stage.process(rs, None)),
        }
    }

    /// Hands an object to a stage.
    pub(crate) fn feed_stage(&mut self, id: u32, value: Value) -> Result<()> {
        self.with_stage(id, |stage, rs| stage.process(rs, Some(value)))
    }

    fn with_stage(
        &mut self,
        id: u32,
        work: impl FnOnce(&mut super::Stage, &mut Runspace) -> Result<()>,
    ) -> Result<()> {
        let Some(mut stage) = self.sinks.take_stage(id) else {
            return Err(Error::runtime("PipelineAlreadyRunning", "The pipeline is already running."));
        };
        let result = match stage.frame.take() {
            // An object may come out of a function upstream: the cmdlet's blocks run where the pipeline stands.
            Some(mut frame) if frame.scope != self.cur.scope => {
                std::mem::swap(&mut self.cur, &mut frame);
                let result = work(&mut stage, self);
                std::mem::swap(&mut self.cur, &mut frame);
                stage.frame = Some(frame);
                result
            }
            frame => {
                stage.frame = frame;
                work(&mut stage, self)
            }
        };
        self.sinks.put_stage(id, stage);
        result.map_err(|error| match error.unwind() {
            Unwind::StopUpstream(THIS_STAGE) => Unwind::StopUpstream(u64::from(id)).into(),
            _ => error,
        })
    }
}

/// What a stage calls itself that does not know its number.
const THIS_STAGE: u64 = u64::MAX;

/// What a cmdlet returns that wants no further objects: its pipeline ends upstream of it, and goes on with its
/// `end`.
pub fn stop_upstream() -> Error {
    Unwind::StopUpstream(THIS_STAGE).into()
}

/// Where a pipeline goes on whose upstream was stopped by one of its own stages; any other error is handed on.
fn stopped_from(stages: &[u32], error: Error) -> Result<usize> {
    if let Unwind::StopUpstream(id) = error.unwind()
        && let Some(at) = stages.iter().position(|stage| u64::from(*stage) == *id)
    {
        return Ok(at);
    }
    Err(error)
}
