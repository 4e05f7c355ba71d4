//! `System.Web`.

pub mod http_utility;
