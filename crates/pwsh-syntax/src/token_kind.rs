//! The kinds of tokens and their flags, with the numbers that PowerShell gives them.

/// Flags of a token (`TokenFlags`), a bit set.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct TokenFlags(pub u32);

impl TokenFlags {
    /// No flags.
    pub const NONE: Self = Self(0x00000000);
    /// Precedence of the logical operators.
    pub const BINARY_PRECEDENCE_LOGICAL: Self = Self(0x1);
    /// Precedence of the bitwise operators.
    pub const BINARY_PRECEDENCE_BITWISE: Self = Self(0x2);
    /// Precedence of the comparison operators.
    pub const BINARY_PRECEDENCE_COMPARISON: Self = Self(0x5);
    /// Precedence of the coalesce operators.
    pub const BINARY_PRECEDENCE_COALESCE: Self = Self(0x7);
    /// Precedence of the add operators.
    pub const BINARY_PRECEDENCE_ADD: Self = Self(0x9);
    /// Precedence of the multiply operators.
    pub const BINARY_PRECEDENCE_MULTIPLY: Self = Self(0xa);
    /// Precedence of the format operators.
    pub const BINARY_PRECEDENCE_FORMAT: Self = Self(0xc);
    /// Precedence of the range operators.
    pub const BINARY_PRECEDENCE_RANGE: Self = Self(0xd);
    /// The bits that hold the precedence of a binary operator.
    pub const BINARY_PRECEDENCE_MASK: Self = Self(0x0000000f);
    /// A keyword.
    pub const KEYWORD: Self = Self(0x00000010);
    /// The name of a named block.
    pub const SCRIPT_BLOCK_BLOCK_NAME: Self = Self(0x00000020);
    /// A binary operator.
    pub const BINARY_OPERATOR: Self = Self(0x00000100);
    /// A unary operator.
    pub const UNARY_OPERATOR: Self = Self(0x00000200);
    /// An operator that heeds case.
    pub const CASE_SENSITIVE_OPERATOR: Self = Self(0x00000400);
    /// The `?` of a ternary expression.
    pub const TERNARY_OPERATOR: Self = Self(0x00000800);
    /// `&`, `|` and the member access operators.
    pub const SPECIAL_OPERATOR: Self = Self(0x00001000);
    /// An assignment operator.
    pub const ASSIGNMENT_OPERATOR: Self = Self(0x00002000);
    /// Scanned alike in commands and expressions.
    pub const PARSE_MODE_INVARIANT: Self = Self(0x00008000);
    /// The token is unfinished or wrong.
    pub const TOKEN_IN_ERROR: Self = Self(0x00010000);
    /// Not allowed in the data language.
    pub const DISALLOWED_IN_RESTRICTED_MODE: Self = Self(0x00020000);
    /// `++` or `--`.
    pub const PREFIX_OR_POSTFIX_OPERATOR: Self = Self(0x00040000);
    /// Names a command.
    pub const COMMAND_NAME: Self = Self(0x00080000);
    /// Names a member.
    pub const MEMBER_NAME: Self = Self(0x00100000);
    /// Names a type.
    pub const TYPE_NAME: Self = Self(0x00200000);
    /// Names an attribute.
    pub const ATTRIBUTE_NAME: Self = Self(0x00400000);
    /// The operator may be folded over constants.
    pub const CAN_CONSTANT_FOLD: Self = Self(0x00800000);
    /// A statement that takes no attributes.
    pub const STATEMENT_DOESNT_SUPPORT_ATTRIBUTES: Self = Self(0x01000000);

    /// Whether any bit of `other` is set.
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without the bits of `other`.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

macro_rules! token_kinds {
    ($($(#[$doc:meta])* $kind:ident $number:literal $text:literal [$($flag:ident)*],)*) => {
        /// The kind of a token (`TokenKind`); the discriminant is PowerShell's number.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[repr(u8)]
        pub enum TokenKind { $($(#[$doc])* $kind = $number,)* }

        impl TokenKind {
            /// PowerShell's name of the kind.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$kind => stringify!($kind),)* }
            }

            /// How tokens of the kind are written, where there is one way; else a description.
            pub const fn text(self) -> &'static str {
                match self { $(Self::$kind => $text,)* }
            }

            /// The flags every token of the kind has.
            pub const fn traits(self) -> TokenFlags {
                match self { $(Self::$kind => TokenFlags::NONE$(.with(TokenFlags::$flag))*,)* }
            }
        }
    };
}

token_kinds! {
    /// Text that is no token; an error was reported.
    Unknown 0 "unknown" [],
    /// A variable: `$x`, `${x}`.
    Variable 1 "var" [],
    /// A splatted variable: `@x`.
    SplattedVariable 2 "@var" [],
    /// A parameter of a command: `-Name`.
    Parameter 3 "param" [],
    /// A number.
    Number 4 "number" [],
    /// A label before a loop: `:outer`.
    Label 5 "label" [],
    /// A plain name.
    Identifier 6 "ident" [],
    /// A word that only a command takes: its name or an argument.
    Generic 7 "generic" [],
    /// The end of a line.
    NewLine 8 "newline" [PARSE_MODE_INVARIANT],
    /// A backtick before the end of a line.
    LineContinuation 9 "line continuation" [PARSE_MODE_INVARIANT],
    /// A comment.
    Comment 10 "comment" [PARSE_MODE_INVARIANT],
    /// The end of the text.
    EndOfInput 11 "eof" [PARSE_MODE_INVARIANT],
    /// A string in single quotes.
    StringLiteral 12 "sqstr" [PARSE_MODE_INVARIANT],
    /// A string in double quotes.
    StringExpandable 13 "dqstr" [PARSE_MODE_INVARIANT],
    /// A here-string in single quotes.
    HereStringLiteral 14 "sq here string" [PARSE_MODE_INVARIANT],
    /// A here-string in double quotes.
    HereStringExpandable 15 "dq here string" [PARSE_MODE_INVARIANT],
    /// `(`
    LParen 16 "(" [PARSE_MODE_INVARIANT],
    /// `)`
    RParen 17 ")" [PARSE_MODE_INVARIANT],
    /// `{`
    LCurly 18 "{" [PARSE_MODE_INVARIANT],
    /// `}`
    RCurly 19 "}" [PARSE_MODE_INVARIANT],
    /// `[`
    LBracket 20 "[" [],
    /// `]`
    RBracket 21 "]" [PARSE_MODE_INVARIANT],
    /// `@(`
    AtParen 22 "@(" [PARSE_MODE_INVARIANT],
    /// `@{`
    AtCurly 23 "@{" [PARSE_MODE_INVARIANT],
    /// `$(`
    DollarParen 24 "$(" [PARSE_MODE_INVARIANT],
    /// `;`
    Semi 25 ";" [PARSE_MODE_INVARIANT],
    /// `&&`
    AndAnd 26 "&&" [PARSE_MODE_INVARIANT],
    /// `||`
    OrOr 27 "||" [PARSE_MODE_INVARIANT],
    /// `&`
    Ampersand 28 "&" [SPECIAL_OPERATOR PARSE_MODE_INVARIANT],
    /// `|`
    Pipe 29 "|" [SPECIAL_OPERATOR PARSE_MODE_INVARIANT],
    /// `,`
    Comma 30 "," [UNARY_OPERATOR PARSE_MODE_INVARIANT],
    /// `--`
    MinusMinus 31 "--" [UNARY_OPERATOR PREFIX_OR_POSTFIX_OPERATOR DISALLOWED_IN_RESTRICTED_MODE],
    /// `++`
    PlusPlus 32 "++" [UNARY_OPERATOR PREFIX_OR_POSTFIX_OPERATOR DISALLOWED_IN_RESTRICTED_MODE],
    /// `..`
    DotDot 33 ".." [BINARY_OPERATOR BINARY_PRECEDENCE_RANGE DISALLOWED_IN_RESTRICTED_MODE],
    /// `::`
    ColonColon 34 "::" [SPECIAL_OPERATOR DISALLOWED_IN_RESTRICTED_MODE],
    /// `.`
    Dot 35 "." [SPECIAL_OPERATOR DISALLOWED_IN_RESTRICTED_MODE],
    /// `!`
    Exclaim 36 "!" [UNARY_OPERATOR CAN_CONSTANT_FOLD],
    /// `*`
    Multiply 37 "*" [BINARY_OPERATOR BINARY_PRECEDENCE_MULTIPLY CAN_CONSTANT_FOLD],
    /// `/`
    Divide 38 "/" [BINARY_OPERATOR BINARY_PRECEDENCE_MULTIPLY CAN_CONSTANT_FOLD],
    /// `%`
    Rem 39 "%" [BINARY_OPERATOR BINARY_PRECEDENCE_MULTIPLY CAN_CONSTANT_FOLD],
    /// `+`
    Plus 40 "+" [BINARY_OPERATOR BINARY_PRECEDENCE_ADD UNARY_OPERATOR CAN_CONSTANT_FOLD],
    /// `-`
    Minus 41 "-" [BINARY_OPERATOR BINARY_PRECEDENCE_ADD UNARY_OPERATOR CAN_CONSTANT_FOLD],
    /// `=`
    Equals 42 "=" [ASSIGNMENT_OPERATOR],
    /// `+=`
    PlusEquals 43 "+=" [ASSIGNMENT_OPERATOR],
    /// `-=`
    MinusEquals 44 "-=" [ASSIGNMENT_OPERATOR],
    /// `*=`
    MultiplyEquals 45 "*=" [ASSIGNMENT_OPERATOR],
    /// `/=`
    DivideEquals 46 "/=" [ASSIGNMENT_OPERATOR],
    /// `%=`
    RemainderEquals 47 "%=" [ASSIGNMENT_OPERATOR],
    /// A redirection: `>`, `2>&1`.
    Redirection 48 "redirection" [DISALLOWED_IN_RESTRICTED_MODE],
    /// A redirect in std token.
    RedirectInStd 49 "<" [PARSE_MODE_INVARIANT DISALLOWED_IN_RESTRICTED_MODE],
    /// `-f`
    Format 50 "-f" [BINARY_OPERATOR BINARY_PRECEDENCE_FORMAT DISALLOWED_IN_RESTRICTED_MODE],
    /// `-not`
    Not 51 "-not" [UNARY_OPERATOR CAN_CONSTANT_FOLD],
    /// `-bnot`
    Bnot 52 "-bnot" [UNARY_OPERATOR CAN_CONSTANT_FOLD],
    /// `-and`
    And 53 "-and" [BINARY_OPERATOR BINARY_PRECEDENCE_LOGICAL CAN_CONSTANT_FOLD],
    /// `-or`
    Or 54 "-or" [BINARY_OPERATOR BINARY_PRECEDENCE_LOGICAL CAN_CONSTANT_FOLD],
    /// `-xor`
    Xor 55 "-xor" [BINARY_OPERATOR BINARY_PRECEDENCE_LOGICAL CAN_CONSTANT_FOLD],
    /// `-band`
    Band 56 "-band" [BINARY_OPERATOR BINARY_PRECEDENCE_BITWISE CAN_CONSTANT_FOLD],
    /// `-bor`
    Bor 57 "-bor" [BINARY_OPERATOR BINARY_PRECEDENCE_BITWISE CAN_CONSTANT_FOLD],
    /// `-bxor`
    Bxor 58 "-bxor" [BINARY_OPERATOR BINARY_PRECEDENCE_BITWISE CAN_CONSTANT_FOLD],
    /// `-join`
    Join 59 "-join" [BINARY_OPERATOR UNARY_OPERATOR BINARY_PRECEDENCE_COMPARISON DISALLOWED_IN_RESTRICTED_MODE],
    /// `-eq`
    Ieq 60 "-eq" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON],
    /// `-ne`
    Ine 61 "-ne" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON],
    /// `-ge`
    Ige 62 "-ge" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON],
    /// `-gt`
    Igt 63 "-gt" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON],
    /// `-lt`
    Ilt 64 "-lt" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON],
    /// `-le`
    Ile 65 "-le" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON],
    /// `-ilike`
    Ilike 66 "-ilike" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON],
    /// `-inotlike`
    Inotlike 67 "-inotlike" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON],
    /// `-imatch`
    Imatch 68 "-imatch" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON DISALLOWED_IN_RESTRICTED_MODE],
    /// `-inotmatch`
    Inotmatch 69 "-inotmatch" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON DISALLOWED_IN_RESTRICTED_MODE],
    /// `-ireplace`
    Ireplace 70 "-ireplace" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON DISALLOWED_IN_RESTRICTED_MODE],
    /// `-icontains`
    Icontains 71 "-icontains" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON],
    /// `-inotcontains`
    Inotcontains 72 "-inotcontains" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON],
    /// `-iin`
    Iin 73 "-iin" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON],
    /// `-inotin`
    Inotin 74 "-inotin" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON],
    /// `-isplit`
    Isplit 75 "-isplit" [BINARY_OPERATOR UNARY_OPERATOR BINARY_PRECEDENCE_COMPARISON DISALLOWED_IN_RESTRICTED_MODE],
    /// `-ceq`
    Ceq 76 "-ceq" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR],
    /// `-cne`
    Cne 77 "-cne" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR],
    /// `-cge`
    Cge 78 "-cge" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR],
    /// `-cgt`
    Cgt 79 "-cgt" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR],
    /// `-clt`
    Clt 80 "-clt" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR],
    /// `-cle`
    Cle 81 "-cle" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR],
    /// `-clike`
    Clike 82 "-clike" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR],
    /// `-cnotlike`
    Cnotlike 83 "-cnotlike" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR],
    /// `-cmatch`
    Cmatch 84 "-cmatch" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR DISALLOWED_IN_RESTRICTED_MODE],
    /// `-cnotmatch`
    Cnotmatch 85 "-cnotmatch" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR DISALLOWED_IN_RESTRICTED_MODE],
    /// `-creplace`
    Creplace 86 "-creplace" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR DISALLOWED_IN_RESTRICTED_MODE],
    /// `-ccontains`
    Ccontains 87 "-ccontains" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR],
    /// `-cnotcontains`
    Cnotcontains 88 "-cnotcontains" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR],
    /// `-cin`
    Cin 89 "-cin" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR],
    /// `-cnotin`
    Cnotin 90 "-cnotin" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR],
    /// `-csplit`
    Csplit 91 "-csplit" [BINARY_OPERATOR UNARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CASE_SENSITIVE_OPERATOR DISALLOWED_IN_RESTRICTED_MODE],
    /// `-is`
    Is 92 "-is" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON],
    /// `-isnot`
    IsNot 93 "-isnot" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON],
    /// `-as`
    As 94 "-as" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON DISALLOWED_IN_RESTRICTED_MODE],
    /// `++`
    PostfixPlusPlus 95 "++" [UNARY_OPERATOR PREFIX_OR_POSTFIX_OPERATOR DISALLOWED_IN_RESTRICTED_MODE],
    /// `--`
    PostfixMinusMinus 96 "--" [UNARY_OPERATOR PREFIX_OR_POSTFIX_OPERATOR DISALLOWED_IN_RESTRICTED_MODE],
    /// `-shl`
    Shl 97 "-shl" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CAN_CONSTANT_FOLD],
    /// `-shr`
    Shr 98 "-shr" [BINARY_OPERATOR BINARY_PRECEDENCE_COMPARISON CAN_CONSTANT_FOLD],
    /// `:`
    Colon 99 ":" [SPECIAL_OPERATOR DISALLOWED_IN_RESTRICTED_MODE],
    /// `?`
    QuestionMark 100 "?" [TERNARY_OPERATOR DISALLOWED_IN_RESTRICTED_MODE],
    /// `??=`
    QuestionQuestionEquals 101 "??=" [ASSIGNMENT_OPERATOR],
    /// `??`
    QuestionQuestion 102 "??" [BINARY_OPERATOR BINARY_PRECEDENCE_COALESCE],
    /// `?.`
    QuestionDot 103 "?." [SPECIAL_OPERATOR DISALLOWED_IN_RESTRICTED_MODE],
    /// `?[`
    QuestionLBracket 104 "?[" [],
    /// The keyword `begin`.
    Begin 119 "begin" [KEYWORD SCRIPT_BLOCK_BLOCK_NAME],
    /// The keyword `break`.
    Break 120 "break" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `catch`.
    Catch 121 "catch" [KEYWORD],
    /// The keyword `class`.
    Class 122 "class" [KEYWORD],
    /// The keyword `continue`.
    Continue 123 "continue" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `data`.
    Data 124 "data" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `define`.
    Define 125 "define" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `do`.
    Do 126 "do" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `dynamicparam`.
    Dynamicparam 127 "dynamicparam" [KEYWORD SCRIPT_BLOCK_BLOCK_NAME],
    /// The keyword `else`.
    Else 128 "else" [KEYWORD],
    /// The keyword `elseif`.
    ElseIf 129 "elseif" [KEYWORD],
    /// The keyword `end`.
    End 130 "end" [KEYWORD SCRIPT_BLOCK_BLOCK_NAME],
    /// The keyword `exit`.
    Exit 131 "exit" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `filter`.
    Filter 132 "filter" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `finally`.
    Finally 133 "finally" [KEYWORD],
    /// The keyword `for`.
    For 134 "for" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `foreach`.
    Foreach 135 "foreach" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `from`.
    From 136 "from" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `function`.
    Function 137 "function" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `if`.
    If 138 "if" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `in`.
    In 139 "in" [KEYWORD],
    /// The keyword `param`.
    Param 140 "param" [KEYWORD],
    /// The keyword `process`.
    Process 141 "process" [KEYWORD SCRIPT_BLOCK_BLOCK_NAME],
    /// The keyword `return`.
    Return 142 "return" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `switch`.
    Switch 143 "switch" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `throw`.
    Throw 144 "throw" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `trap`.
    Trap 145 "trap" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `try`.
    Try 146 "try" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `until`.
    Until 147 "until" [KEYWORD],
    /// The keyword `using`.
    Using 148 "using" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `var`.
    Var 149 "var" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `while`.
    While 150 "while" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `workflow`.
    Workflow 151 "workflow" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `parallel`.
    Parallel 152 "parallel" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `sequence`.
    Sequence 153 "sequence" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `inlinescript`.
    InlineScript 154 "inlinescript" [KEYWORD STATEMENT_DOESNT_SUPPORT_ATTRIBUTES],
    /// The keyword `configuration`.
    Configuration 155 "configuration" [KEYWORD],
    /// A keyword of a domain language, which nothing here defines.
    DynamicKeyword 156 "" [],
    /// The keyword `public`.
    Public 157 "public" [KEYWORD],
    /// The keyword `private`.
    Private 158 "private" [KEYWORD],
    /// The keyword `static`.
    Static 159 "static" [KEYWORD],
    /// The keyword `interface`.
    Interface 160 "interface" [KEYWORD],
    /// The keyword `enum`.
    Enum 161 "enum" [KEYWORD],
    /// The keyword `namespace`.
    Namespace 162 "namespace" [KEYWORD],
    /// The keyword `module`.
    Module 163 "module" [KEYWORD],
    /// The keyword `type`.
    Type 164 "type" [KEYWORD],
    /// The keyword `assembly`.
    Assembly 165 "assembly" [KEYWORD],
    /// The keyword `command`.
    Command 166 "command" [KEYWORD],
    /// The keyword `hidden`.
    Hidden 167 "hidden" [KEYWORD],
    /// The keyword `base`.
    Base 168 "base" [KEYWORD],
    /// The keyword `default`.
    Default 169 "default" [KEYWORD],
    /// The keyword `clean`.
    Clean 170 "clean" [KEYWORD SCRIPT_BLOCK_BLOCK_NAME],
}

impl TokenKind {
    /// Whether tokens of the kind have any of `flags`.
    pub const fn has_trait(self, flags: TokenFlags) -> bool {
        self.traits().intersects(flags)
    }

    /// The precedence of a binary operator; 0 for every other kind.
    pub(crate) const fn binary_precedence(self) -> u32 {
        self.traits().0 & TokenFlags::BINARY_PRECEDENCE_MASK.0
    }
}
