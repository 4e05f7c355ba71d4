//! `Test-Json`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Says whether a text is JSON.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Test-Json",
    module = "Microsoft.PowerShell.Utility",
    output("System.Boolean"),
    help = "https://go.microsoft.com/fwlink/?LinkId=2096609"
)]
pub struct TestJson {
    #[parameter(position = 0, mandatory, pipeline)]
    json: PsString,
}

/// How deep System.Text.Json reads.
const DEPTH: usize = 64;

impl Cmdlet for TestJson {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let text = self.json.to_str();
        let valid = !text.trim().is_empty() && crate::json::read(&text, DEPTH).is_ok();
        if !valid {
            io.write_error(
                Error::new("System.Exception", "Cannot parse the JSON.")
                    .id("InvalidJson")
                    .category(Category::InvalidData)
                    .target(Value::String(self.json.clone())),
            )?;
        }
        io.write(valid)
    }
}
