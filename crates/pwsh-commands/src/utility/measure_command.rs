//! `Measure-Command`.

use pwsh_runtime::command::{Cmdlet, Io, ScriptBlockArg};
use pwsh_runtime::pipeline::Out;
use pwsh_value::{Result, TimeSpan, Value};
use std::time::{Duration, Instant};

/// Runs a block for each object, its output dropped, and gives the time it took.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Measure-Command",
    module = "Microsoft.PowerShell.Utility",
    output("System.TimeSpan"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097029"
)]
pub struct MeasureCommand {
    #[parameter(ty = "System.Management.Automation.PSObject", pipeline)]
    input_object: Value,
    #[parameter(mandatory, position = 0)]
    expression: Option<ScriptBlockArg>,
    time: Duration,
}

impl Cmdlet for MeasureCommand {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let Some(block) = &self.expression else { return Ok(()) };
        let streams = io.call.streams.with_output(Out::Discard);
        let began = Instant::now();
        let result = io.rs.run_item_block(&block.0, self.input_object.clone(), streams);
        self.time += began.elapsed();
        result
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        io.write(TimeSpan((self.time.as_nanos() / 100) as i64))
    }
}
