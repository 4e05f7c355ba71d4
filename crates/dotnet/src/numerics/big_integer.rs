//! `System.Numerics.BigInteger`.

use crate::system::object;
use pwsh_value::ty::{FacadeType, method};
/// `System.Numerics.BigInteger`.
pub static BIG_INTEGER: FacadeType = FacadeType {
    interfaces: &[
        "System.IFormattable",
        "System.IComparable",
        "System.IComparable[bigint]",
        "System.IEquatable[bigint]",
    ],
    members: &[
        method("bool Equals(System.Object obj)", object::equals),
        method("bool Equals(long other)", object::equals),
        method("bool Equals(ulong other)", object::equals),
        method("bool Equals(bigint other)", object::equals),
        method("int CompareTo(long other)", object::compare_to),
        method("int CompareTo(ulong other)", object::compare_to),
        method("int CompareTo(bigint other)", object::compare_to),
        method("int CompareTo(System.Object obj)", object::compare_to),
        method("string ToString()", object::to_string),
    ],
    ..FacadeType::structure("System.Numerics.BigInteger")
};
