//! Script blocks as values, functions and aliases.

use crate::code::Block;
use crate::scope::{ScopeId, VariableOptions};
use pwsh_value::ty::known;
use pwsh_value::{Obj, Payload, PsString};
use std::sync::Arc;

/// The payload of a script block object.
pub struct ScriptBlock {
    /// The code.
    pub block: Arc<Block>,
    /// The scope of the module (or closure) it belongs to; `None`: it runs where it is called.
    pub home: Option<ScopeId>,
}

impl Payload for ScriptBlock {}

impl ScriptBlock {
    /// A script block object that belongs to no module.
    pub fn object(block: Arc<Block>) -> Obj {
        ScriptBlock::at_home(block, None)
    }

    /// A script block object of a module.
    pub fn at_home(block: Arc<Block>, home: Option<ScopeId>) -> Obj {
        Obj::new(known().script_block.clone(), ScriptBlock { block, home })
    }
}

/// A function or filter.
pub struct Function {
    /// The name it was defined with, without scope.
    pub name: PsString,
    /// The script block object, its payload a [`ScriptBlock`].
    pub body: Obj,
    /// The name of its module, empty for none.
    pub module: PsString,
}

impl Function {
    /// The compiled code behind the function.
    pub fn code(&self) -> &Arc<Block> {
        &self.body.get::<ScriptBlock>().expect("a function's body is a script block").payload().block
    }

    /// The module scope it runs in, if it has one.
    pub fn home(&self) -> Option<ScopeId> {
        self.body.get::<ScriptBlock>().and_then(|b| b.payload().home)
    }
}

/// An alias.
#[derive(Clone)]
pub struct Alias {
    /// Its name.
    pub name: PsString,
    /// The command's name that it stands for.
    pub definition: PsString,
    /// Its description.
    pub description: PsString,
    /// Whether it can be changed, and where it is seen.
    pub options: VariableOptions,
    /// The name of the module that it comes from, empty for none.
    pub module: PsString,
}

impl Alias {
    /// An alias without options.
    pub fn new(name: PsString, definition: PsString) -> Alias {
        let options = VariableOptions::default();
        Alias { name, definition, description: PsString::empty(), options, module: PsString::empty() }
    }
}
