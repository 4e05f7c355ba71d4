//! Expressions (chapters 2 and 3).

use super::axis::{Axis, Test};
use super::token::{Token, tokens};
use super::{invalid_token, no_node_set};
use pwsh_value::{Result, stack};

/// An expression.
#[derive(Debug)]
pub(super) enum Expr {
    Literal(String),
    Number(f64),
    /// A variable, which nothing can set.
    Variable,
    Call(String, Vec<Expr>),
    /// An operator between two.
    Binary(&'static str, Box<Expr>, Box<Expr>),
    Negate(Box<Expr>),
    Path(Path),
}

/// A location path, or steps from the nodes of an expression.
#[derive(Debug)]
pub(super) struct Path {
    pub(super) start: Start,
    pub(super) steps: Vec<Step>,
}

/// Where a path begins.
#[derive(Debug)]
pub(super) enum Start {
    Here,
    Root,
    /// The nodes of an expression, of which the predicates hold.
    Filter(Box<Expr>, Vec<Expr>),
}

/// A step.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) axis: Axis,
    pub(super) test: Test,
    pub(super) predicates: Vec<Expr>,
}

/// The operators, from those that bind least.
const LEVELS: [&[&str]; 7] =
    [&["or"], &["and"], &["=", "!="], &["<", "<=", ">", ">="], &["+", "-"], &["*", "div", "mod"], &["|"]];
/// Where the sign stands among them: before what only `|` joins.
const UNARY: usize = 6;

/// Reads an expression.
///
/// # Errors
/// `XPathException`.
pub(super) fn parse(expression: &str) -> Result<Expr> {
    let mut parser = Parser { expression, tokens: tokens(expression)?, at: 0 };
    let parsed = parser.level(0)?;
    if parser.at == parser.tokens.len() { Ok(parsed) } else { parser.fail() }
}

struct Parser<'t> {
    expression: &'t str,
    tokens: Vec<Token>,
    at: usize,
}

impl Parser<'_> {
    fn fail<T>(&self) -> Result<T> {
        Err(invalid_token(self.expression))
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn is(&self, symbol: &str) -> bool {
        matches!(self.peek(), Some(Token::Symbol(there)) if *there == symbol)
    }

    fn take(&mut self, symbol: &str) -> bool {
        let there = self.is(symbol);
        self.at += usize::from(there);
        there
    }

    fn expect(&mut self, symbol: &str) -> Result<()> {
        if self.take(symbol) { Ok(()) } else { self.fail() }
    }

    fn level(&mut self, level: usize) -> Result<Expr> {
        stack::check()?;
        if level == UNARY && self.take("-") {
            return Ok(Expr::Negate(Box::new(self.level(UNARY)?)));
        }
        let Some(operators) = LEVELS.get(level) else { return self.path() };
        let mut left = self.level(level + 1)?;
        while let Some(operator) = operators.iter().find(|operator| self.is(operator)) {
            self.at += 1;
            let right = self.level(level + 1)?;
            left = Expr::Binary(operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn path(&mut self) -> Result<Expr> {
        if let Some(primary) = self.primary()? {
            let predicates = self.predicates()?;
            let joined = self.is("/") || self.is("//");
            if predicates.is_empty() && !joined {
                return Ok(primary);
            }
            let mut steps = Vec::new();
            self.further_steps(&mut steps)?;
            return Ok(Expr::Path(Path { start: Start::Filter(Box::new(primary), predicates), steps }));
        }
        let mut steps = Vec::new();
        let start = if self.is("//") {
            self.further_steps(&mut steps)?;
            Start::Root
        } else if self.take("/") {
            if self.begins_step() {
                steps.push(self.step()?);
                self.further_steps(&mut steps)?;
            }
            Start::Root
        } else {
            steps.push(self.step()?);
            self.further_steps(&mut steps)?;
            Start::Here
        };
        Ok(Expr::Path(Path { start, steps }))
    }

    /// What is no path: brackets, literals, calls of functions.
    fn primary(&mut self) -> Result<Option<Expr>> {
        let primary = match self.peek() {
            Some(Token::Literal(text)) => Expr::Literal(text.clone()),
            Some(Token::Number(number)) => Expr::Number(*number),
            Some(Token::Variable) => Expr::Variable,
            Some(Token::Symbol("(")) => {
                self.at += 1;
                let inner = self.level(0)?;
                self.expect(")")?;
                return Ok(Some(inner));
            }
            Some(Token::Call(name)) if Test::of_kind(name, None).is_none() => {
                let name = name.clone();
                self.at += 1;
                return self.arguments().map(|arguments| Some(Expr::Call(name, arguments)));
            }
            _ => return Ok(None),
        };
        self.at += 1;
        Ok(Some(primary))
    }

    fn arguments(&mut self) -> Result<Vec<Expr>> {
        self.expect("(")?;
        let mut arguments = Vec::new();
        if self.take(")") {
            return Ok(arguments);
        }
        loop {
            arguments.push(self.level(0)?);
            if self.take(")") {
                return Ok(arguments);
            }
            self.expect(",")?;
        }
    }

    fn predicates(&mut self) -> Result<Vec<Expr>> {
        let mut predicates = Vec::new();
        while self.take("[") {
            predicates.push(self.level(0)?);
            self.expect("]")?;
        }
        Ok(predicates)
    }

    fn begins_step(&self) -> bool {
        match self.peek() {
            Some(Token::Symbol(symbol)) => matches!(*symbol, "." | ".." | "@"),
            Some(Token::Name(_) | Token::Axis(_) | Token::Any) => true,
            Some(Token::Call(name)) => Test::of_kind(name, None).is_some(),
            _ => false,
        }
    }

    fn further_steps(&mut self, steps: &mut Vec<Step>) -> Result<()> {
        loop {
            if self.take("//") {
                steps.push(Step { axis: Axis::DescendantOrSelf, test: Test::Node, predicates: Vec::new() });
            } else if !self.take("/") {
                return Ok(());
            }
            steps.push(self.step()?);
        }
    }

    fn step(&mut self) -> Result<Step> {
        if self.take("..") {
            return Ok(Step { axis: Axis::Parent, test: Test::Node, predicates: Vec::new() });
        }
        if self.take(".") {
            return Ok(Step { axis: Axis::Here, test: Test::Node, predicates: Vec::new() });
        }
        let axis = if self.take("@") {
            Axis::Attribute
        } else if let Some(Token::Axis(name)) = self.peek() {
            let axis = Axis::named(name);
            self.at += 1;
            match axis {
                Some(axis) => axis,
                None => return self.fail(),
            }
        } else {
            Axis::Child
        };
        let test = self.test()?;
        Ok(Step { axis, test, predicates: self.predicates()? })
    }

    fn test(&mut self) -> Result<Test> {
        let token = self.peek().cloned();
        self.at += 1;
        match token {
            Some(Token::Any) => Ok(Test::AnyName),
            Some(Token::Name(name)) => Ok(Test::of_name(&name)),
            Some(Token::Call(name)) => {
                let arguments = self.arguments()?;
                let target = match &arguments[..] {
                    [Expr::Literal(target)] => Some(target.as_str()),
                    [] => None,
                    _ => return self.fail(),
                };
                match Test::of_kind(&name, target) {
                    Some(test) => Ok(test),
                    None => self.fail(),
                }
            }
            // A step without a name.
            _ => Err(no_node_set()),
        }
    }
}
