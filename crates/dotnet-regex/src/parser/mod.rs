//! .NET's pattern syntax. Two passes, as in .NET: the first counts the groups, the second builds the tree; an error
//! that both could find is reported where the first finds it.

mod backslash;
mod blank;
mod class;
mod count_groups;
mod cursor;
mod escape_code;
mod group_open;
mod groups;
mod quantifier;

use crate::char_class::{CharSet, case_equivalents};
use crate::group_names::GroupNames;
use crate::options::{CaseBehavior, Options};
use crate::parse_error::{ParseError, ParseErrorKind};
use crate::tree::{Assertion, Node, NodeId, Tree, UnitClass};

pub(crate) use cursor::Cursor;
use groups::GroupTable;

/// The group whose closing parenthesis is awaited.
struct OpenGroup {
    kind: GroupKind,
    rtl: bool,
    /// Closed alternatives; in a conditional its condition (if it is an expression) and branches.
    alternatives: Vec<NodeId>,
    /// The items of the alternative that is being read.
    concat: Vec<NodeId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GroupKind {
    Plain,
    Capture { slot: Option<u32>, balance: Option<u32> },
    Atomic,
    Look { negated: bool },
    IfGroup { slot: u32 },
    IfMatch,
}

struct Parser<'p> {
    cursor: Cursor<'p>,
    groups: GroupTable,
    case: CaseBehavior,
    tree: Tree,
    /// Number of the next group without a name.
    next_number: u32,
    /// Set by `(?(` so that the parenthesis of the condition does not capture.
    ignore_next_paren: bool,
    /// The options at each open parenthesis.
    saved_options: Vec<Options>,
    outer: Vec<OpenGroup>,
    group: OpenGroup,
    /// The item that a quantifier would apply to.
    unit: Option<NodeId>,
}

/// Parses `pattern` into its tree and groups.
pub(crate) fn parse(
    pattern: &[u16],
    options: Options,
    case: CaseBehavior,
) -> Result<(Tree, GroupNames), ParseError> {
    let groups = count_groups::count_groups(pattern, options)?;
    let whole = GroupKind::Capture { slot: Some(0), balance: None };
    let mut parser = Parser {
        cursor: Cursor::new(pattern, options),
        groups,
        case,
        tree: Tree::default(),
        next_number: 1,
        ignore_next_paren: false,
        saved_options: Vec::new(),
        outer: Vec::new(),
        group: OpenGroup::new(whole, options),
        unit: None,
    };
    parser.scan()?;
    Ok((parser.tree, parser.groups.into_names()))
}

impl OpenGroup {
    fn new(kind: GroupKind, options: Options) -> Self {
        let rtl = options.contains(Options::RIGHT_TO_LEFT);
        Self { kind, rtl, alternatives: Vec::new(), concat: Vec::new() }
    }

    fn is_conditional(&self) -> bool {
        matches!(self.kind, GroupKind::IfGroup { .. } | GroupKind::IfMatch)
    }
}

impl Parser<'_> {
    fn scan(&mut self) -> Result<(), ParseError> {
        let mut was_quantifier = false;
        while !self.cursor.at_end() {
            was_quantifier = self.scan_item(was_quantifier)?;
        }
        if !self.outer.is_empty() {
            return Err(self.cursor.error(ParseErrorKind::InsufficientClosingParentheses));
        }
        let root = self.close_group()?;
        // the root has to be the last node, also where closing the group made no new one
        if root != self.tree.root() {
            let root = self.tree.node(root).clone();
            self.tree.push(root);
        }
        Ok(())
    }

    /// Reads a run of ordinary characters and the special one after it, with its quantifier. Gives whether what was
    /// read ended in a quantifier.
    fn scan_item(&mut self, was_quantifier: bool) -> Result<bool, ParseError> {
        self.cursor.skip_blank()?;
        let start = self.cursor.pos;
        self.cursor.skip_ordinary();
        let end = self.cursor.pos;
        self.cursor.skip_blank()?;

        let special = self.cursor.peek_ascii().filter(|&ch| cursor::is_special(ch));
        let quantified = special.is_some_and(cursor::is_quantifier);
        self.cursor.pos += usize::from(special.is_some());
        if start < end {
            let literal_end = end - usize::from(quantified);
            for pos in start..literal_end {
                let item = self.one(self.cursor.pattern[pos]);
                self.group.concat.push(item);
            }
            if quantified {
                self.unit = Some(self.one(self.cursor.pattern[end - 1]));
            }
        }
        let Some(special) = special else { return Ok(false) };
        match special {
            b'(' => {
                self.open_paren()?;
                return Ok(false);
            }
            b'|' => {
                self.close_alternative();
                return Ok(false);
            }
            b')' => {
                self.close_paren()?;
                if self.unit.is_none() {
                    return Ok(false);
                }
            }
            b'*' | b'+' | b'?' | b'{' => {
                if self.unit.is_none() {
                    let nested = was_quantifier && start == end;
                    return Err(self.misplaced_quantifier(special, nested));
                }
                self.cursor.pos -= 1;
            }
            _ => self.unit = Some(self.scan_atom(special)?),
        }
        self.scan_quantifier()
    }

    /// The item that the special character just read begins.
    fn scan_atom(&mut self, special: u8) -> Result<NodeId, ParseError> {
        let multiline = self.cursor.has(Options::MULTILINE);
        Ok(match special {
            b'[' => {
                let ignore_case = self.cursor.has(Options::IGNORE_CASE).then_some(self.case);
                let set = class::scan_class(&mut self.cursor, ignore_case)?;
                self.set(set)
            }
            b'\\' => {
                if self.cursor.at_end() {
                    return Err(self.cursor.error(ParseErrorKind::UnescapedEndingBackslash));
                }
                self.scan_backslash()?
            }
            b'^' => self.assertion(if multiline { Assertion::LineBegin } else { Assertion::Beginning }),
            b'$' => self.assertion(if multiline { Assertion::LineEnd } else { Assertion::EndOrNewline }),
            // what is left of the special characters is the dot
            _ => {
                let newline = u16::from(b'\n');
                let ranges = if self.cursor.has(Options::SINGLELINE) {
                    vec![(0, 0xFFFF)]
                } else {
                    vec![(0, newline - 1), (newline + 1, 0xFFFF)]
                };
                self.set(CharSet::from_ranges(ranges))
            }
        })
    }

    fn open_paren(&mut self) -> Result<(), ParseError> {
        self.saved_options.push(self.cursor.options);
        match self.scan_group_open()? {
            Some(kind) => {
                let inner = OpenGroup::new(kind, self.cursor.options);
                self.outer.push(std::mem::replace(&mut self.group, inner));
            }
            // options for the rest of the group that is open
            None => {
                self.saved_options.pop();
            }
        }
        Ok(())
    }

    fn close_paren(&mut self) -> Result<(), ParseError> {
        if self.outer.is_empty() {
            return Err(self.cursor.error(ParseErrorKind::InsufficientOpeningParentheses));
        }
        let closed = self.close_group()?;
        if let Some(outer) = self.outer.pop() {
            self.group = outer;
        }
        self.unit = Some(closed);
        if self.group.kind == GroupKind::IfMatch && self.group.alternatives.is_empty() {
            self.group.alternatives.push(closed);
            self.unit = None;
        }
        if let Some(options) = self.saved_options.pop() {
            self.cursor.options = options;
        }
        Ok(())
    }

    fn close_alternative(&mut self) {
        let items = std::mem::take(&mut self.group.concat);
        let alternative = self.tree.concat(items, self.group.rtl);
        self.group.alternatives.push(alternative);
    }

    fn close_group(&mut self) -> Result<NodeId, ParseError> {
        self.close_alternative();
        let parts = std::mem::take(&mut self.group.alternatives);
        let most = if self.group.kind == GroupKind::IfMatch { 3 } else { 2 };
        if self.group.is_conditional() && parts.len() > most {
            return Err(self.cursor.error(ParseErrorKind::AlternationHasTooManyConditions));
        }
        let node = match self.group.kind {
            GroupKind::IfGroup { slot } => Node::IfGroup { slot, yes: parts[0], no: parts.get(1).copied() },
            GroupKind::IfMatch => match parts[..] {
                [condition, yes] => Node::IfMatch { condition, yes, no: None },
                [condition, yes, no] => Node::IfMatch { condition, yes, no: Some(no) },
                _ => return Err(self.cursor.error(ParseErrorKind::AlternationHasMalformedCondition)),
            },
            kind => {
                let body = self.tree.alternate(parts);
                match kind {
                    GroupKind::Capture { slot, balance } => Node::Capture { slot, balance, body },
                    GroupKind::Atomic => Node::Atomic(body),
                    GroupKind::Look { negated } => Node::Look { body, negated },
                    _ => return Ok(body),
                }
            }
        };
        Ok(self.tree.push(node))
    }

    fn assertion(&mut self, assertion: Assertion) -> NodeId {
        self.tree.push(Node::Assertion(assertion))
    }

    fn set(&mut self, set: CharSet) -> NodeId {
        let class = self.tree.class(set);
        let rtl = self.cursor.has(Options::RIGHT_TO_LEFT);
        self.tree.push(Node::Unit { class, rtl })
    }

    /// One unit as written, with its other cases where case is ignored.
    fn one(&mut self, unit: u16) -> NodeId {
        let ignore_case = self.cursor.has(Options::IGNORE_CASE);
        let others = if ignore_case { case_equivalents(unit, self.case) } else { &[] };
        if others.is_empty() {
            let rtl = self.cursor.has(Options::RIGHT_TO_LEFT);
            return self.tree.push(Node::Unit { class: UnitClass::One(unit), rtl });
        }
        let mut units: Vec<u16> = others.to_vec();
        units.push(unit);
        units.sort_unstable();
        self.set(CharSet::from_ranges(units.into_iter().map(|unit| (unit, unit)).collect()))
    }
}
