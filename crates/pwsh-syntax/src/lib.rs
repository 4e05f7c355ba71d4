//! The PowerShell 7.6 grammar: tokens, parser and AST with extents
