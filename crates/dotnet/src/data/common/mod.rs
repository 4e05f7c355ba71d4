//! `System.Data.Common`.

pub mod db_exception;
