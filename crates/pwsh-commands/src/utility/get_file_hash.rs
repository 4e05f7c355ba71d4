//! `Get-FileHash`.

use crate::files_to_read::files_to_read;
use crate::object_errors::reported_as;
use crate::types::Fields;
use psjob_dotnet::io::failure;
use psjob_dotnet::io::stream::stream_of;
use psjob_dotnet::security::cryptography::hash_algorithm::Algorithm;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{Category, PsString, Result, Value};
use std::fmt::Write;
use std::io::ErrorKind;

/// Gives the hashes of files.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-FileHash",
    module = "Microsoft.PowerShell.Utility",
    default_set = "Path",
    output("Microsoft.PowerShell.Commands.FileHashInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkId=517145"
)]
pub struct GetFileHash {
    #[parameter(mandatory, position = 0, pipeline, pipeline_by_name, set = "Path")]
    path: Vec<PsString>,
    #[parameter(mandatory, position = 0, pipeline_by_name, set = "LiteralPath", alias("PSPath", "LP"))]
    literal_path: Vec<PsString>,
    #[parameter(mandatory, position = 0, set = "StreamParameterSet", ty = "System.IO.Stream")]
    input_stream: Value,
    #[parameter(position = 1)]
    #[validate(set("SHA1", "SHA256", "SHA384", "SHA512", "MD5"))]
    algorithm: PsString,
}

impl Cmdlet for GetFileHash {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let literal = io.set().is("LiteralPath");
        let paths = if literal { &self.literal_path } else { &self.path };
        for item in files_to_read(io, paths, literal)? {
            io.poll()?;
            match std::fs::read(item.file()) {
                Ok(bytes) => self.put_out(io, &bytes, &item.path)?,
                Err(error) => {
                    let (id, category) = match error.kind() {
                        ErrorKind::NotFound => ("FileNotFound", Category::ObjectNotFound),
                        ErrorKind::PermissionDenied | ErrorKind::IsADirectory => {
                            ("UnauthorizedAccessError", Category::InvalidData)
                        }
                        _ => ("FileReadError", Category::ReadError),
                    };
                    let error = reported_as(failure::of(&error, item.file()), id, category);
                    io.write_error(error.target(item.path.as_str()))?;
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let Some(stream) = stream_of(&self.input_stream) else { return Ok(()) };
        let bytes = stream.read_to_end()?;
        self.put_out(io, &bytes, "")
    }
}

impl GetFileHash {
    fn put_out(&self, io: &mut Io<'_>, bytes: &[u8], path: &str) -> Result<()> {
        let name =
            if self.algorithm.is_empty() { "SHA256".into() } else { self.algorithm.to_str().to_uppercase() };
        let algorithm = Algorithm::find(&name).unwrap_or(Algorithm::Sha256);
        let hash = algorithm.hash(bytes).iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02X}");
            text
        });
        io.write(Fields::object(
            "Microsoft.PowerShell.Commands.FileHashInfo",
            vec![name.into(), hash.into(), path.into()],
        ))
    }
}
