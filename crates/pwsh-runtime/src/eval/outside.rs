//! Pipelines from outside: the commands of a client, given as names and scripts with arguments ([MS-PSRP] 2.2.3.12).

use super::call::Callee;
use super::command::{Prepared, Redirected, Target};
use crate::binder::Given;
use crate::code::{Block, Mode};
use crate::command::{CommandRef, ScriptBlock};
use crate::pipeline::{NextInput, Source, Streams};
use crate::runspace::Runspace;
use pwsh_syntax::ast::RedirectionStream;
use pwsh_value::{PsString, Result, Value};
use std::sync::Arc;

/// A command of a pipeline from outside.
pub struct OutsideCommand {
    /// What runs.
    pub work: OutsideWork,
    /// The arguments.
    pub given: Vec<Given>,
    /// The streams that are merged into its output.
    pub merged: Vec<RedirectionStream>,
    /// The streams that are dropped.
    pub dropped: Vec<RedirectionStream>,
}

/// What a command from outside runs.
pub enum OutsideWork {
    /// A command by its name; its own scope is the command's affair.
    Named(PsString),
    /// The text of a script.
    Script {
        /// The text.
        text: PsString,
        /// Whether it runs in a scope of its own; otherwise what it defines stays.
        new_scope: bool,
    },
}

impl Runspace {
    /// Runs commands as one pipeline on the pipeline's own streams. `input`: where the objects for the first one
    /// come from.
    ///
    /// # Errors
    /// What the commands throw, with its record made.
    pub fn run_outside(
        &mut self,
        commands: Vec<OutsideCommand>,
        input: Option<&mut NextInput<'_>>,
    ) -> Result<()> {
        self.cur.streams = Streams::TOP;
        let result = self.run_outside_commands(commands, input);
        self.success = result.is_ok() && self.success;
        result.map_err(|error| {
            let error = self.with_record(error, None);
            if let Some(record) = error.thrown().and_then(|thrown| thrown.record.clone()) {
                self.remember_error(&record);
            }
            error
        })
    }

    fn run_outside_commands(
        &mut self,
        mut commands: Vec<OutsideCommand>,
        input: Option<&mut NextInput<'_>>,
    ) -> Result<()> {
        let input = match commands.first() {
            Some(first) if input.is_some() && self.reads_no_input(first)? => None,
            _ => input,
        };
        if let ([OutsideCommand { work: OutsideWork::Script { text, new_scope }, merged, dropped, .. }], None) =
            (&commands[..], &input)
            && merged.is_empty()
            && dropped.is_empty()
        {
            let (block, new_scope) = (self.outside_block(text)?, *new_scope);
            let given = commands.pop().map(|command| command.given).unwrap_or_default();
            return self.run_block(block, new_scope, given, Streams::TOP);
        }
        let mut prepared = Vec::with_capacity(commands.len());
        for command in commands {
            prepared.push(self.prepare_outside(command)?);
        }
        let stages = self.build(prepared, input.is_some())?;
        // the reference's own lifetime is shorter than that of what it refers to
        match input {
            Some(next) => {
                let mut next = |rs: &mut Runspace| next(rs);
                self.run_stages_from(&stages, Source::Stream(&mut next))
            }
            None => self.run_stages_from(&stages, Source::None),
        }
    }

    /// The code of a client's script, if the session's configuration lets the client write it.
    fn outside_block(&mut self, text: &PsString) -> Result<Arc<Block>> {
        // what is not to be run is not looked at either
        self.check_text_allowed()?;
        let block = self.parse_outside(&text.to_str())?;
        self.check_language(&block)?;
        Ok(block)
    }

    /// Whether the command is a script that does not look at its input: it runs at once, and does not wait for the
    /// input's end.
    fn reads_no_input(&mut self, command: &OutsideCommand) -> Result<bool> {
        let OutsideWork::Script { text, new_scope } = &command.work else { return Ok(false) };
        let block = self.outside_block(text)?;
        let body = block.body(if *new_scope { Mode::OwnScope } else { Mode::Dotted })?;
        let only_end = body.begin.is_none() && body.process.is_none() && !body.parameters.advanced;
        Ok(only_end && !names_input(&block.text()))
    }

    fn prepare_outside(&mut self, command: OutsideCommand) -> Result<Prepared> {
        let OutsideCommand { work, given, merged, dropped } = command;
        let (target, name) = match work {
            OutsideWork::Named(name) => match self.resolve_command(&name)? {
                CommandRef::Script(_) => (self.named_target(&name, false)?, name),
                found => (Target::Command(found), name),
            },
            OutsideWork::Script { text, new_scope } => {
                let block = self.outside_block(&text)?;
                let callee = Callee::of_block(&ScriptBlock { block, home: None }, !new_scope);
                (Target::Block(callee), PsString::empty())
            }
        };
        let mut redirections: Vec<Redirected> = merged.into_iter().map(Redirected::Merge).collect();
        redirections.extend(dropped.into_iter().map(|from| Redirected::File {
            from,
            path: Value::Null,
            append: false,
        }));
        Ok(Prepared { target, name, given, redirections, extent: self.cur.at })
    }

    /// Keeps the values that a client sends for the `$using:` expressions of its pipeline.
    pub fn set_using(&mut self, table: Value) {
        self.using = table;
    }
}

/// Whether a text names `$input`, however it comes to it.
fn names_input(text: &str) -> bool {
    text.as_bytes().windows(INPUT.len()).any(|part| part.eq_ignore_ascii_case(INPUT))
}

const INPUT: &[u8] = b"input";
