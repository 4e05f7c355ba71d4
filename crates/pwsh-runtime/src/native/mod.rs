//! Native programs.

use crate::binder::Given;
use crate::command::Invocation;
use crate::runspace::Runspace;
use pwsh_value::{Error, Result, Value};
use std::path::Path;
use std::sync::Arc;

/// A native program as a stage.
pub struct NativeStage {
    path: Arc<Path>,
}

impl NativeStage {
    /// A program about to be started.
    pub fn new(_: &mut Runspace, path: Arc<Path>, _: Vec<Given>) -> Result<NativeStage> {
        Ok(NativeStage { path })
    }

    pub(crate) fn begin(&mut self, _: &mut Runspace, _: bool) -> Result<()> {
        Err(Error::runtime(
            "NativeCommandFailed",
            format!("Program '{}' failed to run.", self.path.display()),
        ))
    }

    pub(crate) fn input(&mut self, _: &mut Runspace, _: Value) -> Result<()> {
        Ok(())
    }

    pub(crate) fn end(&mut self, _: &mut Runspace, _: &Arc<Invocation>) -> Result<()> {
        Ok(())
    }

    pub(crate) fn kill(self) {}
}
