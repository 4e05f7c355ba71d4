//! Regular expressions with .NET's syntax, meaning and error texts
