//! The channel between a front and an engine, and its encodings
