//! `Get-TimeZone`.

use pwsh_runtime::command::{Cmdlet, Io, Switch};
use pwsh_value::ops::Case;
use pwsh_value::ty::named;
use pwsh_value::wildcard::Wildcard;
use pwsh_value::{Category, Context, Error, PsString, Result, Value, convert};

/// Gives the time zone of the session, one by its id, or those whose names match.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-TimeZone",
    module = "Microsoft.PowerShell.Management",
    aliases("gtz"),
    default_set = "Name",
    output("System.TimeZoneInfo"),
    help = "https://go.microsoft.com/fwlink/?LinkId=2096904"
)]
pub struct GetTimeZone {
    #[parameter(mandatory, pipeline_by_name, set = "Id")]
    id: Vec<PsString>,
    #[parameter(mandatory, set = "ListAvailable")]
    list_available: Switch,
    #[parameter(position = 0, pipeline, set = "Name")]
    name: Vec<PsString>,
}

impl Cmdlet for GetTimeZone {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let ty = named("System.TimeZoneInfo");
        if self.list_available.0 {
            let all = io.rs.invoke_static(&ty, &"GetSystemTimeZones".into(), &[], &[], &[])?;
            return io.write_each(all);
        }
        if io.set().is("Id") {
            for id in &self.id {
                let argument = [Value::String(id.clone())];
                let found = io.rs.invoke_static(&ty, &"FindSystemTimeZoneById".into(), &argument, &[], &[]);
                match found {
                    Ok(zone) => io.write(zone)?,
                    Err(error) if error.thrown().is_some() => io.write_error(not_found(
                        format!("The time zone ID '{id}' was not found on the local computer."),
                        "Id",
                    ))?,
                    Err(error) => return Err(error),
                }
            }
            return Ok(());
        }
        if self.name.is_empty() {
            let local = io.rs.get_static(&ty, &"Local".into())?;
            return io.write(local);
        }
        self.by_name(io)
    }
}

impl GetTimeZone {
    fn by_name(&self, io: &mut Io<'_>) -> Result<()> {
        let ty = named("System.TimeZoneInfo");
        let all = io.rs.invoke_static(&ty, &"GetSystemTimeZones".into(), &[], &[], &[])?;
        let all = io.rs.enumerate(&all)?.unwrap_or_default();
        for name in &self.name {
            let pattern = Wildcard::new(name, Case::Ignore)?;
            let mut found = false;
            for zone in &all {
                let mut matches = false;
                for property in ["StandardName", "DaylightName"] {
                    let value = io.rs.get_member(zone, &property.into())?;
                    matches |= pattern.matches(&convert::to_text(io.rs, &value)?);
                }
                if matches {
                    found = true;
                    io.write(zone.clone())?;
                }
            }
            if !found {
                let text = format!("The time zone name '{name}' was not found on the local computer.");
                io.write_error(not_found(text, "Name"))?;
            }
        }
        Ok(())
    }
}

fn not_found(text: String, parameter: &str) -> Error {
    Error::new("System.TimeZoneNotFoundException", text)
        .id("TimeZoneNotFound")
        .category(Category::InvalidArgument)
        .target(parameter)
}
