//! `Get-Error`.

use pwsh_runtime::command::{Cmdlet, Io};
use pwsh_runtime::error_record::ErrorRecord;
use pwsh_value::payload::{Exception, List};
use pwsh_value::{Member, PsString, Result, Value};

/// Gives the latest errors in the form that is shown with all there is to say of them.
#[derive(Default, Cmdlet)]
#[cmdlet(
    name = "Get-Error",
    module = "Microsoft.PowerShell.Utility",
    default_set = "Newest",
    output("System.Management.Automation.ErrorRecord#PSExtendedError", "System.Exception#PSExtendedError"),
    help = "https://go.microsoft.com/fwlink/?linkid=2241804"
)]
pub struct GetError {
    #[parameter(ty = "System.Management.Automation.PSObject", position = 0, pipeline, set = "Error")]
    #[validate(not_null_or_empty)]
    input_object: Option<Value>,
    #[parameter(set = "Newest", alias("Last"))]
    #[validate(range(1, 2147483647))]
    newest: Option<i32>,
}

impl Cmdlet for GetError {
    fn process(&mut self, io: &mut Io<'_>) -> Result<()> {
        let errors: Vec<Value> = match &self.input_object {
            Some(input) => {
                let obj = input.as_object();
                let is_error =
                    obj.is_some_and(|o| o.get::<ErrorRecord>().is_some() || o.get::<Exception>().is_some());
                if is_error { vec![input.clone()] } else { Vec::new() }
            }
            None => {
                let count = usize::try_from(self.newest.unwrap_or(1)).unwrap_or(1);
                let all = io.rs.errors.get::<List>().map_or_else(Vec::new, |errors| errors.to_vec());
                all.into_iter().take(count).collect()
            }
        };
        let several = errors.len() > 1;
        for (index, error) in errors.into_iter().enumerate() {
            extend(io, &error);
            if let (true, Some(cell)) = (several, error.cell()) {
                let note = Member::Note(Value::Int32(index as i32));
                cell.attached_or_new().set(cell, "PSErrorIndex".into(), note);
            }
            io.write(error)?;
        }
        Ok(())
    }
}

/// Puts the extended form's type name in the place of the usual one.
fn extend(io: &Io<'_>, error: &Value) {
    let Some(cell) = error.cell() else { return };
    let mut names = io.rs.type_names(error);
    for base in ["System.Management.Automation.ErrorRecord", "System.Exception"] {
        let extended: PsString = format!("{base}#PSExtendedError").into();
        if names.iter().any(|name| name.is(base)) && !names.contains(&extended) {
            names.retain(|name| !name.is(base));
            names.insert(0, extended);
        }
    }
    cell.attached_or_new().set_type_names(names);
}
