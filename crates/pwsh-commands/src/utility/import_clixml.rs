//! `Import-Clixml`.

use crate::clixml_text::from_clixml;
use crate::file_argument::{file_named, read_file};
use psjob_dotnet::io::text_file;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::payload::{Array, List};
use pwsh_value::text::encoding::Encoding;
use pwsh_value::{PsString, Result, Value};

/// Gives the objects that a CLIXML file holds.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Import-Clixml",
    module = "Microsoft.PowerShell.Utility",
    default_set = "ByPath",
    help = "https://go.microsoft.com/fwlink/?LinkID=2096618"
)]
pub struct ImportClixml {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "ByPath")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, set = "ByLiteralPath", alias("PSPath", "LP"))]
    literal_path: Vec<PsString>,
    #[parameter]
    include_total_count: Switch,
    #[parameter]
    skip: u64,
    #[parameter]
    first: Option<u64>,
}

impl Cmdlet for ImportClixml {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let literal = io.set().is("ByLiteralPath");
        for path in if literal { &self.literal_path } else { &self.path } {
            let file = file_named(io, path, literal)?;
            let text = text_file::decoded(&read_file(&file)?, Encoding::Utf8);
            let document = text.strip_prefix("#< CLIXML").unwrap_or(&text);
            let values = from_clixml(io.rs, document)?;
            if self.include_total_count.0 {
                io.write("Unknown total count")?;
            }
            let values = match (self.skip, self.first) {
                (0, None) => values,
                (skip, first) => {
                    flattened(values).skip(count(skip)).take(first.map_or(usize::MAX, count)).collect()
                }
            };
            for value in values {
                io.write(value)?;
            }
        }
        Ok(())
    }
}

fn count(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Values with the items of collections among them in their place, as they are counted for -Skip and -First.
fn flattened(values: Vec<Value>) -> impl Iterator<Item = Value> {
    values.into_iter().flat_map(|value| {
        let obj = value.as_object();
        let items = obj.and_then(|obj| {
            let array = obj.get::<Array>().map(|array| array.to_vec());
            array.or_else(|| obj.get::<List>().map(|list| list.to_vec()))
        });
        items.unwrap_or_else(|| vec![value])
    })
}
