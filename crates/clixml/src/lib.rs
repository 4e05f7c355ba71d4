//! CLIXML, the object serialization of PowerShell remoting ([MS-PSRP] 2.2.5): streaming reader and writer, and a document tree
