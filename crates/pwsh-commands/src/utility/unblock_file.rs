//! `Unblock-File`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_value::{Category, Error, PsString, Result};

/// Would take the mark of a download off files; Linux has none.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Unblock-File",
    module = "Microsoft.PowerShell.Utility",
    default_set = "ByPath",
    should_process,
    help = "https://go.microsoft.com/fwlink/?LinkID=2097033"
)]
pub struct UnblockFile {
    #[parameter(mandatory, position = 0, set = "ByPath")]
    path: Vec<PsString>,
    #[parameter(mandatory, pipeline_by_name, set = "ByLiteralPath", alias("PSPath", "LP"))]
    literal_path: Vec<PsString>,
}

impl Cmdlet for UnblockFile {
    fn begin(&mut self, _: &mut Io<'_>) -> Result<()> {
        let text = "The cmdlet does not support Linux.";
        Err(Error::new("System.PlatformNotSupportedException", text)
            .id("LinuxNotSupported")
            .category(Category::NotImplemented))
    }
}
