//! Questions to the user: fields, choices, credentials.

use super::{ClientHost, string, text};
use psrp::host::{ChoiceDescription, ChoicePrompt, CredentialPrompt, FieldDescription, HostCall, HostReturn};
use pwsh_runtime::Runspace;
use pwsh_runtime::deserialize;
use pwsh_runtime::host::{self, Choice, Field};
use pwsh_runtime::serialize::{DEFAULT_DEPTH, Serializer};
use pwsh_value::payload::SecureString;
use pwsh_value::ty::named;
use pwsh_value::{Context, Obj, PsString, Result, Value};

impl ClientHost {
    /// Asks for several fields; gives their values in order.
    pub(super) fn ask_for_fields(
        &self,
        rs: &mut Runspace,
        caption: &PsString,
        message: &PsString,
        fields: &[Field],
    ) -> Result<Vec<Value>> {
        let described = fields.iter().map(|field| describe(rs, field)).collect();
        let call = HostCall::Prompt { caption: text(caption), message: text(message), fields: described };
        let HostReturn::Fields(answers) = self.ask_user(&call)? else { return Ok(Vec::new()) };
        let mut values = Vec::with_capacity(fields.len());
        for field in fields {
            let answer = answers.iter().find(|(name, _)| string(name).eq_ignore_case(&field.name));
            values.push(match answer {
                Some((_, tree)) => from_tree(rs, tree),
                None => Value::Null,
            });
        }
        Ok(values)
    }

    /// Asks for a user name and password.
    pub(super) fn ask_for_credential(
        &self,
        rs: &mut Runspace,
        prompt: &host::CredentialPrompt,
    ) -> Result<Value> {
        let told = CredentialPrompt {
            caption: text(&prompt.caption),
            message: text(&prompt.message),
            user_name: text(&prompt.user),
            target_name: text(&prompt.target),
        };
        let (types, options) = (prompt.types, prompt.options);
        let call = HostCall::PromptForCredentialWithOptions { prompt: told, types, options };
        let HostReturn::Credential(credential) = self.ask_user(&call)? else { return Ok(Value::Null) };
        let user = Value::String(string(&credential.user_name));
        let arguments = vec![user, secure_string(&credential.password)];
        rs.construct(&named("System.Management.Automation.PSCredential"), arguments)
    }
}

/// What is chosen from, in the protocol's form.
pub(super) fn choice_prompt(caption: &PsString, message: &PsString, choices: &[Choice]) -> ChoicePrompt {
    let describe =
        |choice: &Choice| ChoiceDescription { label: text(&choice.label), help_message: text(&choice.help) };
    ChoicePrompt {
        caption: text(caption),
        message: text(message),
        choices: choices.iter().map(describe).collect(),
    }
}

fn describe(rs: &mut Runspace, field: &Field) -> FieldDescription {
    let full = field.type_name.to_str();
    let short = full.rsplit('.').next().unwrap_or(&full);
    FieldDescription {
        name: text(&field.name),
        label: text(&field.label),
        parameter_type_name: Some(short.into()),
        parameter_type_full_name: text(&field.type_name),
        parameter_assembly_full_name: text(&qualified(&field.type_name)),
        help_message: text(&field.help),
        is_mandatory: field.mandatory,
        default_value: (!field.default.is_null()).then(|| to_tree(rs, &field.default)).flatten(),
        metadata: Vec::new(),
        modified_by_remoting_protocol: false,
        is_from_remote_host: false,
    }
}

/// The name of a type with its assembly: a client makes the type out of it and takes text where it cannot.
fn qualified(name: &PsString) -> PsString {
    match pwsh_value::ty::lookup(&name.to_str()) {
        Some(ty) => pwsh_runtime::member::assembly_qualified_name(&ty),
        None => name.clone(),
    }
}

pub(super) fn secure_string(secret: &clixml::SecureString) -> Value {
    let (units, _) = secret.as_bytes().as_chunks();
    let units: Vec<u16> = units.iter().map(|unit| u16::from_le_bytes(*unit)).collect();
    Value::Object(Obj::new(named("System.Security.SecureString"), SecureString::new(&units)))
}

fn to_tree(rs: &mut Runspace, value: &Value) -> Option<clixml::Value> {
    let mut serializer = Serializer::new(clixml::Flavour::Wire);
    serializer.value(rs, value, DEFAULT_DEPTH, &clixml::NoKey).ok()?;
    clixml::tree::read(clixml::Reader::new(serializer.finish())).ok()
}

fn from_tree(rs: &mut Runspace, tree: &clixml::Value) -> Value {
    let bytes = clixml::tree::to_wire(tree, &clixml::NoKey).unwrap_or_default();
    deserialize::value(rs, &bytes, &clixml::NoKey).unwrap_or_default()
}
