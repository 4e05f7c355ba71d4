//! The System.* types that PowerShell scripts see, one file a type
