//! `New-Guid`.

use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::{Category, Error, PsString, Result, Value};
use uuid::Uuid;

/// Makes a GUID: a new one, the empty one, or that of a text.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "New-Guid",
    module = "Microsoft.PowerShell.Utility",
    default_set = "Default",
    output("System.Guid"),
    help = "https://go.microsoft.com/fwlink/?LinkId=2097130"
)]
pub struct NewGuid {
    #[parameter(set = "Empty")]
    empty: Switch,
    #[parameter(position = 0, pipeline, set = "InputObject")]
    input_object: PsString,
}

impl Cmdlet for NewGuid {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let id = if io.set().is("InputObject") {
            match Uuid::try_parse(&self.input_object.to_str()) {
                Ok(id) => id,
                Err(_) => {
                    io.write_error(
                        Error::new("System.FormatException", "Unrecognized Guid format.")
                            .id("StringNotRecognizedAsGuid")
                            .category(Category::InvalidArgument),
                    )?;
                    return io.write(Value::Null);
                }
            }
        } else if self.empty.0 {
            Uuid::nil()
        } else {
            Uuid::new_v4()
        };
        io.write(Value::from(id))
    }
}
