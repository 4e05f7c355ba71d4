//! `System.Numerics`.

pub mod big_integer;
