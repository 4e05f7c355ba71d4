//! `Get-Random`.

use crate::random::{Choice, Seeded, Source, put_out_numbers};
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::payload::{Array, List};
use pwsh_value::{Result, Value};

/// Gives random numbers, or some items of a list in random order.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Random",
    module = "Microsoft.PowerShell.Utility",
    default_set = "RandomNumberParameterSet",
    output("System.Int32", "System.Int64", "System.Double"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097016"
)]
pub struct GetRandom {
    #[parameter(ty = "System.Nullable[int]")]
    #[validate(not_null)]
    set_seed: Value,
    #[parameter(position = 0, set = "RandomNumberParameterSet")]
    maximum: Value,
    #[parameter(set = "RandomNumberParameterSet")]
    minimum: Value,
    #[parameter(mandatory, position = 0, pipeline, set = "RandomListItemParameterSet")]
    #[parameter(mandatory, position = 0, pipeline, set = "ShuffleParameterSet")]
    #[validate(allow_null)]
    input_object: Vec<Value>,
    #[parameter(set = "RandomNumberParameterSet")]
    #[parameter(set = "RandomListItemParameterSet")]
    #[validate(range(1, 2147483647))]
    count: Option<i32>,
    #[parameter(mandatory, set = "ShuffleParameterSet")]
    shuffle: Switch,
    choice: Choice,
    lists: bool,
}

impl Cmdlet for GetRandom {
    fn begin(&mut self, io: &mut Io<'_>) -> Result<()> {
        if let Value::Int32(seed) = self.set_seed.unwrapped() {
            io.rs.session.process().statics::<Seeded>().set(*seed);
        }
        // The first argument may be the list as well as the upper bound.
        let list = self.maximum.as_object().and_then(|obj| {
            let array = obj.get::<Array>().map(|array| array.to_vec());
            array.or_else(|| obj.get::<List>().map(|list| list.to_vec()))
        });
        let no_bounds = self.maximum.is_null() && self.minimum.is_null();
        self.lists = list.is_some()
            || io.is_bound("InputObject")
            || self.shuffle.0
            || (io.call.expects_input && no_bounds);
        if let Some(list) = list {
            self.input_object = list;
        }
        if self.lists {
            return Ok(());
        }
        put_out_numbers(io, &self.source(io), &self.minimum, &self.maximum, self.count.unwrap_or(1))
    }

    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if !self.lists {
            return Ok(());
        }
        let source = self.source(io);
        let wanted = if self.shuffle.0 { None } else { usize::try_from(self.count.unwrap_or(1)).ok() };
        let items = match self.input_object.is_empty() && io.is_bound("InputObject") {
            true => vec![Value::Null],
            false => std::mem::take(&mut self.input_object),
        };
        for item in items {
            self.choice.take(&source, item, wanted);
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let source = self.source(io);
        self.choice.put_out(io, &source)
    }
}

impl GetRandom {
    fn source(&self, io: &Io<'_>) -> Source {
        Source::of_session(io.rs)
    }
}
