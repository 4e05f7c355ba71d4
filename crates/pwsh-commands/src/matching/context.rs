//! The lines around matches, gathered while lines go by.

use crate::types::match_info::{context_object, context_place, place};
use crate::types::{field, set_field};
use pwsh_value::{PsString, Value};
use std::collections::VecDeque;

/// How many lines are wanted before and behind a match.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Around {
    /// Before it.
    pub before: usize,
    /// Behind it.
    pub behind: usize,
}

impl Around {
    /// Whether any are.
    pub fn any(self) -> bool {
        self.before > 0 || self.behind > 0
    }
}

/// A match whose lines are not all there yet.
struct Pending {
    found: Value,
    pre: Vec<PsString>,
    post: Vec<PsString>,
    display: (Vec<PsString>, Vec<PsString>),
    /// Whether lines behind it are still its own to show: until the next match.
    shows_more: bool,
}

/// Holds matches back until the lines behind them are known.
#[derive(Default)]
pub struct Tracker {
    around: Around,
    /// The last lines, as many as are wanted before a match.
    last: VecDeque<PsString>,
    /// Those of the last lines that no match shows.
    unshown: VecDeque<PsString>,
    pending: VecDeque<Pending>,
    done: Vec<Value>,
}

impl Tracker {
    /// A tracker that gathers so many lines.
    pub fn new(around: Around) -> Tracker {
        Tracker { around, ..Tracker::default() }
    }

    /// Takes a line that did not match.
    pub fn line(&mut self, line: PsString) {
        if !self.around.any() {
            return;
        }
        let shown = self.pending.iter_mut().any(|match_| {
            let shows = match_.shows_more && match_.display.1.len() < self.around.behind;
            if shows {
                match_.display.1.push(line.clone());
            }
            shows
        });
        if !shown {
            remember(&mut self.unshown, line.clone(), self.around.before);
        }
        self.went_by(line);
    }

    /// Takes a match, a MatchInfo.
    pub fn found(&mut self, found: Value) {
        if !self.around.any() {
            self.done.push(found);
            return;
        }
        for earlier in &mut self.pending {
            earlier.shows_more = false;
        }
        let line = field(&found, place::LINE).as_string().cloned().unwrap_or_default();
        let pre = self.last.iter().cloned().collect();
        let display = (std::mem::take(&mut self.unshown).into(), Vec::new());
        // It is not yet among those that the line itself stands behind.
        self.went_by(line);
        self.pending.push_back(Pending { found, pre, post: Vec::new(), display, shows_more: true });
        self.release(false);
    }

    fn went_by(&mut self, line: PsString) {
        for earlier in &mut self.pending {
            if earlier.post.len() < self.around.behind {
                earlier.post.push(line.clone());
            }
        }
        remember(&mut self.last, line, self.around.before);
        self.release(false);
    }

    /// There are no further lines.
    pub fn ended(&mut self) {
        self.release(true);
        self.last.clear();
        self.unshown.clear();
    }

    fn release(&mut self, all: bool) {
        let behind = self.around.behind;
        while let Some(first) = self.pending.pop_front_if(|first| all || first.post.len() >= behind) {
            if !field(&first.found, place::CONTEXT).is_null() {
                let context = context_object(first.pre, first.post, first.display);
                set_field(&first.found, place::CONTEXT, context);
            }
            self.done.push(first.found);
        }
    }

    /// The matches that are whole, each once.
    pub fn take(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.done)
    }
}

/// A copy of a match's context without the lines that it shows.
pub fn without_display(context: &Value) -> Value {
    let lines = |at| field(context, at);
    let copy = context_object(Vec::new(), Vec::new(), (Vec::new(), Vec::new()));
    set_field(&copy, context_place::PRE, lines(context_place::PRE));
    set_field(&copy, context_place::POST, lines(context_place::POST));
    copy
}

fn remember(lines: &mut VecDeque<PsString>, line: PsString, count: usize) {
    lines.push_back(line);
    while lines.len() > count {
        lines.pop_front();
    }
}
