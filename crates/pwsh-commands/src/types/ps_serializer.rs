//! `System.Management.Automation.PSSerializer`.

use crate::clixml_text::{from_clixml, to_clixml};
use pwsh_runtime::Runspace;
use pwsh_value::ty::{Call, FacadeType, method};
use pwsh_value::{Error, Obj, Result, Value};

/// Serializes values to CLIXML and back.
pub static PS_SERIALIZER: FacadeType = FacadeType {
    members: &[
        method("static string Serialize(System.Object source)", serialize),
        method("static string Serialize(System.Object source, int depth)", serialize),
        method("static System.Object Deserialize(string source)", deserialize),
        method("static System.Object[] DeserializeAsList(string source)", deserialize_as_list),
    ],
    ..FacadeType::class("System.Management.Automation.PSSerializer")
};

/// The depth where none is given.
const DEPTH: i32 = 1;

fn runspace<'a>(call: &'a mut Call<'_>) -> Result<&'a mut Runspace> {
    let runspace = call.cx.as_any().downcast_mut::<Runspace>();
    runspace.ok_or_else(|| Error::new("System.InvalidOperationException", "no runspace runs this"))
}

fn serialize(call: &mut Call<'_>) -> Result<Value> {
    let depth = if call.args.len() > 1 { call.int(1) } else { DEPTH };
    let source = call.args[0].clone();
    Ok(to_clixml(runspace(call)?, &[source], depth)?.into())
}

fn values(call: &mut Call<'_>) -> Result<Vec<Value>> {
    let text = call.str(0);
    from_clixml(runspace(call)?, &text.to_str())
}

fn deserialize(call: &mut Call<'_>) -> Result<Value> {
    let mut values = values(call)?;
    Ok(match values.len() {
        0 => Value::Null,
        1 => values.swap_remove(0),
        _ => Obj::array(values).into(),
    })
}

fn deserialize_as_list(call: &mut Call<'_>) -> Result<Value> {
    Ok(Obj::array(values(call)?).into())
}
