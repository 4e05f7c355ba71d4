//! Whole scripts: the entry for pipelines from outside, script files, and text run on behalf of commands.

use super::call::Callee;
use crate::binder::Given;
use crate::code::Block;
use crate::command::{CommandRef, ScriptBlock};
use crate::facade::language::SessionTypes;
use crate::pipeline::Streams;
use crate::runspace::Runspace;
use crate::source_text;
use pwsh_syntax::{ParseError, ParsedScript, Source};
use pwsh_value::{Category, Error, Obj, PsString, Result, Value};
use std::path::Path;
use std::sync::Arc;

impl Runspace {
    /// Parses text that the running code gave to a block, shared with other sessions that ran the same.
    ///
    /// # Errors
    /// The text's parse errors; what the language mode does not allow, where the running code is bound by it.
    pub fn parse(&mut self, text: &str) -> Result<Arc<Block>> {
        if !self.is_bound_by_policy() {
            return self.parse_own(text);
        }
        self.check_text_allowed()?;
        let block = self.parse_own(text)?;
        self.check_language(&block)?;
        Ok(block)
    }

    /// The same for text of the engine itself, or that it checked, whatever the language mode.
    pub(crate) fn parse_own(&mut self, text: &str) -> Result<Arc<Block>> {
        let shared = self.session.shared.clone();
        shared.block(text, &SessionTypes::of(self)).map_err(|parsed| parse_error(&parsed))
    }

    /// The same for a pipeline from outside.
    pub(super) fn parse_outside(&mut self, text: &str) -> Result<Arc<Block>> {
        let shared = self.session.shared.clone();
        shared.block(text, &SessionTypes::of(self)).map_err(|parsed| outside_parse_error(&parsed))
    }

    /// Runs text of the engine itself, or that it checked, as a script block of its own and gives its value.
    pub fn invoke_text(&mut self, text: &str) -> Result<Value> {
        let block = self.parse_own(text)?;
        let callee = Callee::of_block(&ScriptBlock { block, home: None }, false);
        self.capture(|rs| {
            let call = rs.block_invocation(rs.cur.streams);
            rs.call_alone(&callee, Vec::new(), call)
        })
    }

    /// Runs a block as a pipeline of its own does: in the running scope, or in a new one.
    pub fn run_block(
        &mut self,
        block: Arc<Block>,
        new_scope: bool,
        given: Vec<Given>,
        streams: Streams,
    ) -> Result<()> {
        let callee = Callee::of_block(&ScriptBlock { block, home: None }, !new_scope);
        let call = self.block_invocation(streams);
        self.call_alone(&callee, given, call)
    }

    /// Runs a script block object with these arguments, in a new scope or in the running one.
    pub fn run_script_block(
        &mut self,
        block: &Obj,
        new_scope: bool,
        given: Vec<Given>,
        streams: Streams,
    ) -> Result<()> {
        let Some(script) = block.get::<ScriptBlock>() else { return Ok(()) };
        let callee = Callee::of_block(script.payload(), !new_scope);
        let call = self.block_invocation(streams);
        self.call_alone(&callee, given, call)
    }

    /// The code of a script file, ready to be called.
    pub(crate) fn script_callee(&mut self, path: &Path, dotted: bool) -> Result<Callee> {
        let text = source_text::read(path).map_err(|e| {
            Error::new(
                "System.IO.IOException",
                format!("Could not read script file '{}': {e}", path.display()),
            )
        })?;
        let file: Arc<str> = path.to_string_lossy().into();
        let source = Source::new(&*text, Some(file));
        let parsed = pwsh_syntax::parse_input_with_types(&source, &SessionTypes::of(self));
        if !parsed.errors.is_empty() {
            return Err(parse_error(&parsed));
        }
        let name: PsString = path.file_name().unwrap_or_default().to_string_lossy().into();
        self.check_required_version(&parsed.script_block, &name)?;
        Ok(Callee { block: Block::new(parsed.script_block, false), home: None, name, dotted, function: None })
    }

    /// Calls a command by name with parameters, its output collected.
    pub fn invoke_command(&mut self, name: &str, parameters: &[(&str, Value)]) -> Result<Vec<Value>> {
        let command = self.resolve_command(&name.into())?;
        let given = parameters
            .iter()
            .map(|(name, value)| Given::Parameter {
                name: (*name).into(),
                value: Some(value.clone()),
                text: format!("-{name}").into(),
                spaced: true,
            })
            .collect();
        self.capture_items(|rs| rs.run_command(command, given, rs.cur.streams, None))
    }

    /// Runs one command as a pipeline of its own. `input`: what comes through the pipeline.
    pub fn run_command(
        &mut self,
        command: CommandRef,
        given: Vec<Given>,
        streams: Streams,
        input: Option<Value>,
    ) -> Result<()> {
        let outer = std::mem::replace(&mut self.cur.streams, streams);
        let result = self.run_commands(vec![(command, given)], input);
        self.cur.streams = outer;
        result
    }
}

/// The error that text which does not parse throws.
pub fn parse_error(parsed: &ParsedScript) -> Error {
    let Some(first) = parsed.errors.first() else {
        return Error::new("System.ArgumentException", "no error");
    };
    let text = parsed.text_of_all_errors();
    let error = Error::new("System.Management.Automation.ParseException", text);
    with_errors(error, parsed, first)
}

/// The error for a pipeline from outside: a prompt would ask for more where the text is merely unfinished.
fn outside_parse_error(parsed: &ParsedScript) -> Error {
    match parsed.errors.first() {
        Some(first) if parsed.is_incomplete() => {
            let text = parsed.exception_message();
            let error = Error::new("System.Management.Automation.IncompleteParseException", text);
            with_errors(error, parsed, first)
        }
        _ => parse_error(parsed),
    }
}

fn with_errors(error: Error, parsed: &ParsedScript, first: &ParseError) -> Error {
    let source = &parsed.script_block.source;
    let mut error = error.id(first.error_id).category(Category::ParserError);
    if let Some(thrown) = error.thrown_mut() {
        if let Some(exception) = thrown.exception.get::<pwsh_value::payload::Exception>() {
            exception.set_field("Errors", crate::facade::language::errors_value(source, &parsed.errors));
        }
        thrown.position =
            Some(Arc::new(crate::error_record::Position { source: source.clone(), extent: first.extent }));
        thrown.from_throw = true;
    }
    error
}
