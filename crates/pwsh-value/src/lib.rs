//! PowerShell's values: strings, objects, types, members, conversions and their text
