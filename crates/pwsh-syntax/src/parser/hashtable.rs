//! `@{ key = value }`.

use super::*;

impl Parser<'_> {
    pub(super) fn hashtable(&mut self, at_curly: &Token) -> Expression {
        self.skip_newlines();
        let mut key_value_pairs = Vec::new();
        while let Some(pair) = self.key_value_pair() {
            key_value_pairs.push(pair);
            if !matches!(self.peek_kind(), K::NewLine | K::Semi) {
                break;
            }
            self.skip_newlines_and_semicolons();
        }
        let r_curly = self.next();
        let mut end = r_curly.extent;
        if r_curly.kind != K::RCurly {
            let place = after(at_curly.extent);
            self.report_incomplete_at(place, r_curly.extent, E::MissingEndCurlyBrace, &[]);
            end = self.before(r_curly.extent);
            self.unget(r_curly);
        }
        HashtableAst { extent: at_curly.extent.to(end), key_value_pairs }.into()
    }

    fn key_value_pair(&mut self) -> Option<(Expression, Statement)> {
        let (key, equals) = self.in_mode(Mode::Expression, |parser| {
            let key = parser.label_or_key()?;
            Some((key, parser.next()))
        })?;
        if equals.kind != K::Equals {
            self.unget(equals);
            let place = after(key.extent());
            self.report(place, E::MissingEqualsInHashLiteral, &[]);
            self.sync_on_error(false, &[K::RCurly, K::Semi, K::NewLine]);
            return Some((key, error_statement(place)));
        }
        let value = self.in_mode(Mode::Command, |parser| {
            parser.skip_newlines();
            parser.statement().unwrap_or_else(|| {
                let place = after(equals.extent);
                parser.report_incomplete(place, E::MissingStatementInHashLiteral, &[]);
                error_statement(place)
            })
        });
        Some((key, value))
    }
}
