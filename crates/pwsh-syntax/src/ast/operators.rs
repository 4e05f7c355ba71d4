//! The operators of expressions and assignments. Their names are those of PowerShell's `TokenKind`.

macro_rules! operators {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// The name of the `TokenKind`, as `.Operator` shows it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant),)* }
            }

            /// How PowerShell names the operator in messages; without the i it is written too.
            pub fn text(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// The kind of the operator's token, as `.Operator` shows it.
            pub fn token_kind(self) -> crate::TokenKind {
                match self { $(Self::$variant => crate::TokenKind::$variant,)* }
            }
        }
    };
}

operators! {
    /// The operator of a [`BinaryExpressionAst`](super::BinaryExpressionAst). A name that begins with I ignores
    /// case (and is also written without the i), one that begins with C does not.
    BinaryOperator {
        /// Logical and, which stops at a false left side.
        And "-and",
        /// Logical or, which stops at a true left side.
        Or "-or",
        /// Logical exclusive or.
        Xor "-xor",
        /// Bitwise and.
        Band "-band",
        /// Bitwise or.
        Bor "-bor",
        /// Bitwise exclusive or.
        Bxor "-bxor",
        /// Shift left.
        Shl "-shl",
        /// Shift right.
        Shr "-shr",
        /// Equal.
        Ieq "-eq",
        /// Not equal.
        Ine "-ne",
        /// Greater or equal.
        Ige "-ge",
        /// Greater.
        Igt "-gt",
        /// Less.
        Ilt "-lt",
        /// Less or equal.
        Ile "-le",
        /// Wildcard match.
        Ilike "-ilike",
        /// No wildcard match.
        Inotlike "-inotlike",
        /// Regular expression match.
        Imatch "-imatch",
        /// No regular expression match.
        Inotmatch "-inotmatch",
        /// Replace by regular expression.
        Ireplace "-ireplace",
        /// The left collection has the right element.
        Icontains "-icontains",
        /// The left collection lacks the right element.
        Inotcontains "-inotcontains",
        /// The left element is in the right collection.
        Iin "-iin",
        /// The left element is not in the right collection.
        Inotin "-inotin",
        /// Split by regular expression.
        Isplit "-isplit",
        /// Equal, by case.
        Ceq "-ceq",
        /// Not equal, by case.
        Cne "-cne",
        /// Greater or equal, by case.
        Cge "-cge",
        /// Greater, by case.
        Cgt "-cgt",
        /// Less, by case.
        Clt "-clt",
        /// Less or equal, by case.
        Cle "-cle",
        /// Wildcard match, by case.
        Clike "-clike",
        /// No wildcard match, by case.
        Cnotlike "-cnotlike",
        /// Regular expression match, by case.
        Cmatch "-cmatch",
        /// No regular expression match, by case.
        Cnotmatch "-cnotmatch",
        /// Replace by regular expression, by case.
        Creplace "-creplace",
        /// The left collection has the right element, by case.
        Ccontains "-ccontains",
        /// The left collection lacks the right element, by case.
        Cnotcontains "-cnotcontains",
        /// The left element is in the right collection, by case.
        Cin "-cin",
        /// The left element is not in the right collection, by case.
        Cnotin "-cnotin",
        /// Split by regular expression, by case.
        Csplit "-csplit",
        /// Type test.
        Is "-is",
        /// Negated type test.
        IsNot "-isnot",
        /// Conversion that gives null where it fails.
        As "-as",
        /// Join by a separator.
        Join "-join",
        /// Composite formatting.
        Format "-f",
        /// Range.
        DotDot "..",
        /// Multiplication and repetition.
        Multiply "*",
        /// Division.
        Divide "/",
        /// Remainder.
        Rem "%",
        /// Addition and concatenation.
        Plus "+",
        /// Subtraction.
        Minus "-",
        /// The left side, or the right one where the left is null.
        QuestionQuestion "??",
    }
}

operators! {
    /// The operator of a [`UnaryExpressionAst`](super::UnaryExpressionAst). The unary comma is none of them: it
    /// is an array literal of one element.
    UnaryOperator {
        /// Logical not.
        Not "-not",
        /// Logical not.
        Exclaim "!",
        /// Bitwise not.
        Bnot "-bnot",
        /// Conversion to a number.
        Plus "+",
        /// Negation.
        Minus "-",
        /// Increment before the value is read.
        PlusPlus "++",
        /// Decrement before the value is read.
        MinusMinus "--",
        /// Increment after the value is read.
        PostfixPlusPlus "++",
        /// Decrement after the value is read.
        PostfixMinusMinus "--",
        /// Join without a separator.
        Join "-join",
        /// Split at white space.
        Isplit "-isplit",
        /// Split at white space.
        Csplit "-csplit",
    }
}

operators! {
    /// The operator of an [`AssignmentStatementAst`](super::AssignmentStatementAst).
    AssignmentOperator {
        /// Plain assignment.
        Equals "=",
        /// Addition to the target.
        PlusEquals "+=",
        /// Subtraction from the target.
        MinusEquals "-=",
        /// Multiplication of the target.
        MultiplyEquals "*=",
        /// Division of the target.
        DivideEquals "/=",
        /// Remainder of the target.
        RemainderEquals "%=",
        /// Assignment where the target is null.
        QuestionQuestionEquals "??=",
    }
}

operators! {
    /// The operator between the two sides of a [`PipelineChainAst`](super::PipelineChainAst).
    ChainOperator {
        /// The right side runs where the left one succeeded.
        AndAnd "&&",
        /// The right side runs where the left one failed.
        OrOr "||",
    }
}

impl BinaryOperator {
    /// Whether the operator is one of those that heed case (`-ceq`, `-cmatch`...).
    pub fn is_case_sensitive(self) -> bool {
        self.text().starts_with("-c")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contains_is_not_taken_for_a_case_sensitive_operator() {
        assert!(!BinaryOperator::Icontains.is_case_sensitive());
        assert!(BinaryOperator::Ccontains.is_case_sensitive());
        assert_eq!(BinaryOperator::IsNot.name(), "IsNot");
    }
}
