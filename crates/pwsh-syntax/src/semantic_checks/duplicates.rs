//! Keys of hash tables.

use super::*;

impl Checks<'_, '_> {
    /// Constant keys are compared as text, without case.
    pub(super) fn check_hashtable(&mut self, ast: &HashtableAst) {
        let mut keys = HashSet::new();
        for (key, _) in &ast.key_value_pairs {
            let text = match key {
                Expression::StringConstant(text) => text.value.as_str().to_owned(),
                Expression::Constant(constant) => constant.value.to_string(),
                _ => continue,
            };
            if !keys.insert(text.to_uppercase()) {
                self.report(key.extent(), E::DuplicateKeyInHashLiteral, &[&text]);
            }
        }
    }
}
