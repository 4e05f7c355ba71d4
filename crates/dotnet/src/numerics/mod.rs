//! `System.Numerics`.

pub mod big_integer;
pub mod complex;
