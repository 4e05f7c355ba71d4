//! The PSRP server over the embedded runtime
