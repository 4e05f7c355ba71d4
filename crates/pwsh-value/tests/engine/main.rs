//! Conversion, operators, binding and wildcards against tables that a real PowerShell 7.6 wrote
//! (`fixtures/ops`), and against single answers of it.

mod binding;
mod casts;
mod operands;
mod operators;
mod overloads;
mod session;
mod text;
mod wildcards;
