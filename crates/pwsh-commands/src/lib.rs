//! The cmdlets, one file each, a folder for each PowerShell module
