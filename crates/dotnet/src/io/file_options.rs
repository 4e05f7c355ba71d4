//! `System.IO.FileOptions`.

use pwsh_value::ty::FacadeType;

/// `System.IO.FileOptions`.
pub static FILE_OPTIONS: FacadeType = FacadeType::flags(
    "System.IO.FileOptions",
    &[
        ("None", 0),
        ("Encrypted", 16384),
        ("DeleteOnClose", 67108864),
        ("SequentialScan", 134217728),
        ("RandomAccess", 268435456),
        ("Asynchronous", 1073741824),
        ("WriteThrough", -2147483648),
    ],
);
