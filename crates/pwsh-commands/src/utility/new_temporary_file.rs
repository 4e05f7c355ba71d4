//! `New-TemporaryFile`.

use psjob_dotnet::io::failure;
use psjob_dotnet::io::file_system_info::file_object;
use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{Category, Result};
use std::fs::File;
use std::io::ErrorKind;
use std::path::PathBuf;

/// Makes an empty file of a new name in the folder of temporary files.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "New-TemporaryFile",
    module = "Microsoft.PowerShell.Utility",
    should_process,
    impact = "Low",
    output("System.IO.FileInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkId=2097032"
)]
pub struct NewTemporaryFile {}

impl Cmdlet for NewTemporaryFile {
    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        let folder =
            io.rs.session.process().env("TMPDIR").map_or_else(|| PathBuf::from("/tmp"), PathBuf::from);
        if !io.should_process(&folder.to_string_lossy(), "New-TemporaryFile")? {
            return Ok(());
        }
        loop {
            let name: String = uuid::Uuid::new_v4().simple().to_string().chars().take(6).collect();
            let path = folder.join(format!("tmp{name}.tmp"));
            match File::create_new(&path) {
                Ok(_) => return io.write(file_object(path)),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => {
                    return io.write_error(
                        failure::of(&error, &path)
                            .id("NewTemporaryFileWriteError")
                            .category(Category::WriteError)
                            .target(folder.to_string_lossy().into_owned()),
                    );
                }
            }
        }
    }
}
