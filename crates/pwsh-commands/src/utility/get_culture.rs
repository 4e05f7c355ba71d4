//! `Get-Culture`.

use psjob_dotnet::globalization::culture_info::{culture_object, not_found};
use psjob_dotnet::globalization::provider;
use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::text::culture::Culture;
use pwsh_value::{Category, Obj, PsString, Result};

/// Gives the session's culture, or those of some names.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Culture",
    module = "Microsoft.PowerShell.Utility",
    default_set = "CurrentCulture",
    output("System.Globalization.CultureInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkID=2097017"
)]
pub struct GetCulture {
    #[parameter(position = 0, pipeline, set = "Name")]
    #[validate(not_null)]
    name: Vec<PsString>,
    #[parameter(set = "CurrentCulture")]
    #[parameter(set = "Name")]
    no_user_overrides: Switch,
    #[parameter(set = "ListAvailable")]
    list_available: Switch,
}

impl Cmdlet for GetCulture {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        if self.list_available.0 {
            for culture in Culture::names().filter_map(|name| Culture::get(name).ok()) {
                io.write(culture_object(culture, true))?;
            }
            return Ok(());
        }
        if !io.is_bound("Name") {
            return io.write(culture_object(provider::current(io.rs), true));
        }
        for name in &self.name {
            match Culture::get(&name.to_str()) {
                Ok(culture) => io.write(culture_object(culture, true))?,
                Err(error) => io.write_error(
                    not_found(&error)
                        .id("ItemNotFoundException")
                        .category(Category::ObjectNotFound)
                        .target(Obj::strings(self.name.clone())),
                )?,
            }
        }
        Ok(())
    }
}
