//! `Add-Type`.

use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_runtime::provider::item_not_found;
use pwsh_value::{Category, Error, PsString, Result, Value};

/// Makes the types of an assembly known. Those of .NET's own are there from the beginning; there is no compiler.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Add-Type",
    module = "Microsoft.PowerShell.Utility",
    default_set = "FromSource",
    output("System.Type"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2096601"
)]
pub struct AddType {
    #[parameter(mandatory, position = 0, set = "FromSource")]
    type_definition: PsString,
    #[parameter(mandatory, position = 0, set = "FromMember")]
    name: PsString,
    #[parameter(mandatory, position = 1, set = "FromMember")]
    member_definition: Vec<PsString>,
    #[parameter(set = "FromMember", alias("NS"))]
    #[validate(allow_null)]
    namespace: PsString,
    #[parameter(set = "FromMember", alias("Using"))]
    #[validate(not_null)]
    using_namespace: Vec<PsString>,
    #[parameter(mandatory, position = 0, set = "FromPath")]
    path: Vec<PsString>,
    #[parameter(mandatory, set = "FromLiteralPath", alias("PSPath", "LP"))]
    literal_path: Vec<PsString>,
    #[parameter(mandatory, set = "FromAssemblyName", alias("AN"))]
    assembly_name: Vec<PsString>,
    #[parameter(set = "FromSource", ty = "Microsoft.PowerShell.Commands.Language")]
    #[parameter(set = "FromMember")]
    language: Value,
    #[parameter(set = "FromSource", alias("RA"))]
    #[parameter(set = "FromMember")]
    #[parameter(set = "FromPath")]
    #[parameter(set = "FromLiteralPath")]
    referenced_assemblies: Vec<PsString>,
    #[parameter(set = "FromSource", alias("OA"))]
    #[parameter(set = "FromMember")]
    #[parameter(set = "FromPath")]
    #[parameter(set = "FromLiteralPath")]
    output_assembly: PsString,
    #[parameter(set = "FromSource", alias("OT"), ty = "Microsoft.PowerShell.Commands.OutputAssemblyType")]
    #[parameter(set = "FromMember")]
    #[parameter(set = "FromPath")]
    #[parameter(set = "FromLiteralPath")]
    output_type: Value,
    #[parameter]
    pass_thru: Switch,
    #[parameter(set = "FromSource")]
    #[parameter(set = "FromMember")]
    #[parameter(set = "FromPath")]
    #[parameter(set = "FromLiteralPath")]
    ignore_warnings: Switch,
    #[parameter(set = "FromSource")]
    #[parameter(set = "FromMember")]
    #[parameter(set = "FromPath")]
    #[parameter(set = "FromLiteralPath")]
    #[validate(not_null_or_empty)]
    compiler_options: Vec<PsString>,
}

/// The beginnings of the names of assemblies that belong to .NET and PowerShell.
const OF_THE_SYSTEM: [&str; 5] = ["System", "mscorlib", "netstandard", "Microsoft.", "WindowsBase"];

impl Cmdlet for AddType {
    fn end(&mut self, io: &mut Io<'_>) -> Result<()> {
        for name in &self.assembly_name {
            let text = name.to_str();
            let name_alone = text.split(',').next().unwrap_or_default().trim_end_matches(".dll");
            let of_the_system = OF_THE_SYSTEM.iter().any(|prefix| {
                let rest = name_alone.strip_prefix(prefix);
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || prefix.ends_with('.'))
            });
            if !of_the_system {
                let location = io.rs.location_path();
                let missing = location.join(format!("{name_alone}.dll"));
                return Err(item_not_found(&missing.to_string_lossy().into_owned().into()));
            }
        }
        if !self.assembly_name.is_empty() {
            return Ok(());
        }
        for path in self.path.iter().chain(&self.literal_path) {
            if !io.rs.file_path(&path.to_str())?.exists() {
                return Err(item_not_found(path));
            }
        }
        let text = "Cannot add the type: psjob has no C# compiler and loads no assemblies. Define the type as a class of PowerShell.";
        Err(Error::new("System.PlatformNotSupportedException", text)
            .id("COMPILER_NOT_AVAILABLE")
            .category(Category::NotInstalled))
    }
}
