//! The types that the engine itself speaks of, by field instead of by name.

use super::registry::named;
use super::{Type, array_of};
use std::sync::LazyLock;

macro_rules! known {
    ($($field:ident = $name:literal),* $(,)?) => {
        /// Types at hand without a look-up.
        #[allow(missing_docs, reason = "each field is the type of that name")]
        pub struct Known {
            $(pub $field: Type,)*
            pub object_array: Type,
            pub string_array: Type,
            pub byte_array: Type,
            pub char_array: Type,
            pub int_array: Type,
        }

        static KNOWN: LazyLock<Known> = LazyLock::new(|| {
            let array = |element| array_of(&named(element), 1);
            Known {
                object_array: array("System.Object"),
                string_array: array("System.String"),
                byte_array: array("System.Byte"),
                char_array: array("System.Char"),
                int_array: array("System.Int32"),
                $($field: named($name),)*
            }
        });
    };
}

known! {
    object = "System.Object",
    value_type = "System.ValueType",
    enumeration = "System.Enum",
    boolean = "System.Boolean",
    char = "System.Char",
    sbyte = "System.SByte",
    byte = "System.Byte",
    int16 = "System.Int16",
    uint16 = "System.UInt16",
    int32 = "System.Int32",
    uint32 = "System.UInt32",
    int64 = "System.Int64",
    uint64 = "System.UInt64",
    single = "System.Single",
    double = "System.Double",
    decimal = "System.Decimal",
    big_integer = "System.Numerics.BigInteger",
    datetime = "System.DateTime",
    timespan = "System.TimeSpan",
    guid = "System.Guid",
    string = "System.String",
    array = "System.Array",
    hashtable = "System.Collections.Hashtable",
    ordered = "System.Collections.Specialized.OrderedDictionary",
    array_list = "System.Collections.ArrayList",
    dictionary_entry = "System.Collections.DictionaryEntry",
    exception = "System.Exception",
    runtime_type = "System.RuntimeType",
    void = "System.Void",
    pscustomobject = "System.Management.Automation.PSCustomObject",
    psobject = "System.Management.Automation.PSObject",
    psreference = "System.Management.Automation.PSReference",
    script_block = "System.Management.Automation.ScriptBlock",
    error_record = "System.Management.Automation.ErrorRecord",
    switch_parameter = "System.Management.Automation.SwitchParameter",
    xml_document = "System.Xml.XmlDocument",
    regex = "System.Text.RegularExpressions.Regex",
}

/// The types that the engine itself speaks of.
pub fn known() -> &'static Known {
    &KNOWN
}
