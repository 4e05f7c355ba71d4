//! derive(Cmdlet): command metadata from a struct
