//! The types that the JSON cmdlets speak of.

use pwsh_value::ty::FacadeType;

/// What `ConvertFrom-Json -AsHashtable` gives.
pub static ORDERED_HASHTABLE: FacadeType = FacadeType {
    base: "System.Collections.Hashtable",
    ..FacadeType::class("System.Management.Automation.OrderedHashtable")
};

/// `-DateKind`.
pub static JSON_DATE_KIND: FacadeType = FacadeType::enumeration(
    "Microsoft.PowerShell.Commands.JsonDateKind",
    &[("Default", 0), ("Local", 1), ("Utc", 2), ("Offset", 3), ("String", 4)],
);

/// `-EscapeHandling`.
pub static STRING_ESCAPE_HANDLING: FacadeType = FacadeType::enumeration(
    "Newtonsoft.Json.StringEscapeHandling",
    &[("Default", 0), ("EscapeNonAscii", 1), ("EscapeHtml", 2)],
);

/// Why a text is no JSON.
pub static JSON_READER_EXCEPTION: FacadeType =
    FacadeType { base: "System.Exception", ..FacadeType::class("Newtonsoft.Json.JsonReaderException") };

/// Why a text that begins as JSON does not go on as such.
pub static JSON_SERIALIZATION_EXCEPTION: FacadeType = FacadeType {
    base: "System.Exception",
    ..FacadeType::class("Newtonsoft.Json.JsonSerializationException")
};
