//! The PowerShell Remoting Protocol ([MS-PSRP]) without I/O: messages, fragments, and both state machines
