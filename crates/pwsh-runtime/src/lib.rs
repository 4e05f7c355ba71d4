//! The embedded PowerShell runtime: compiler, evaluator, binder, pipelines and session state
