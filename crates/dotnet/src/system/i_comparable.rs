//! `System.IComparable`, `System.IComparable`1`.

use pwsh_value::ty::{Call, FacadeType, method};
use pwsh_value::{Result, Value};

/// `System.IComparable`.
pub static I_COMPARABLE: FacadeType = FacadeType {
    members: &[method("int CompareTo(System.Object obj)", compare)],
    ..FacadeType::interface("System.IComparable")
};

/// `System.IComparable`1`.
pub static I_COMPARABLE_1: FacadeType = FacadeType {
    generic: &["T"],
    members: &[method("int CompareTo(T other)", compare)],
    ..FacadeType::interface("System.IComparable`1")
};

fn compare(call: &mut Call<'_>) -> Result<Value> {
    let (this, other) = (call.this.clone(), call.args[0].clone());
    call.cx.compare(&this, &other).map(Value::Int32)
}
