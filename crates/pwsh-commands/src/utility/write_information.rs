//! `Write-Information`.

use psjob_dotnet::system::clock;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::record::InformationRecord;
use pwsh_value::{PsString, Result, Value};

/// Writes an object to the information stream.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Write-Information",
    module = "Microsoft.PowerShell.Utility",
    help = "https://go.microsoft.com/fwlink/?LinkId=2097040"
)]
pub struct WriteInformation {
    #[parameter(mandatory, position = 0, pipeline, alias("Msg", "Message"))]
    #[validate(allow_null)]
    message_data: Value,
    #[parameter(position = 1)]
    tags: Vec<PsString>,
}

impl Cmdlet for WriteInformation {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let record = InformationRecord {
            data: self.message_data.clone(),
            source: source(io),
            time: clock::now(io.rs),
            tags: self.tags.clone(),
        };
        io.information(record)
    }
}

/// `Source`: the script file that writes, else the command.
pub(super) fn source(io: &Io<'_>) -> PsString {
    let file = io.call.position.as_ref().and_then(|(source, _)| source.file().map(|file| file.to_string()));
    file.map_or_else(|| io.call.command.name(), PsString::from)
}
