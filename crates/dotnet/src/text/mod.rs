//! `System.Text`.

pub mod decoder_fallback_exception;
pub mod encoder_fallback_exception;
pub mod encoding;
pub mod json;
pub mod normalization_form;
pub mod regular_expressions;
pub mod string_builder;
