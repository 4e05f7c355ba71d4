//! What the `#requires` comments of a script ask for.

use super::*;

impl Parser<'_> {
    /// Parses the `#requires` comments, each as a command named `requires`.
    pub(super) fn script_requirements(&mut self) -> Option<Box<ScriptRequirements>> {
        if self.tk.requires.is_empty() || self.stopped {
            return None;
        }
        let mut requirements = Box::<ScriptRequirements>::default();
        for extent in std::mem::take(&mut self.tk.requires) {
            let map = OffsetMap::default().nest(extent.start, &[]);
            let mut inner = Parser::new(self.source, self.source.slice(extent), map);
            inner.tk.errors = std::mem::take(&mut self.tk.errors);
            inner.tk.fuel = self.tk.fuel;
            if let Some(command) = inner.command() {
                inner.requirements_of(&command, &mut requirements);
            }
            self.stopped = inner.stopped;
            self.tk.fuel = inner.tk.fuel;
            self.tk.errors = inner.tk.errors;
        }
        Some(requirements)
    }

    fn requirements_of(&mut self, command: &CommandAst, requirements: &mut ScriptRequirements) {
        if !command.command_name().is_some_and(|name| name.eq_ignore_ascii_case("requires")) {
            self.report(command.extent, E::ScriptRequiresInvalidFormat, &[]);
        }
        let mut elements = command.command_elements.iter().skip(1);
        while let Some(element) = elements.next() {
            let CommandElement::Parameter(parameter) = element else {
                self.report(element.extent(), E::ScriptRequiresInvalidFormat, &[]);
                continue;
            };
            let argument = match &parameter.argument {
                Some(argument) => Some(argument),
                None => match elements.next() {
                    Some(CommandElement::Expression(argument)) => Some(argument),
                    Some(CommandElement::Parameter(next)) => {
                        self.report(next.extent, E::RequiresArgumentMustBeConstant, &[]);
                        return;
                    }
                    None => None,
                },
            };
            self.requirement(parameter, argument, requirements);
        }
    }

    fn requirement(
        &mut self,
        parameter: &CommandParameterAst,
        argument: Option<&Expression>,
        requirements: &mut ScriptRequirements,
    ) {
        let name = &*parameter.parameter_name;
        if abbreviates(name, "runasadministrator") {
            requirements.is_elevation_required = true;
            if argument.is_some() {
                self.report(parameter.extent, E::ParameterCannotHaveArgument, &[name]);
            }
            return;
        }
        let Some(argument) = argument else {
            self.report(parameter.extent, E::ParameterRequiresArgument, &[name]);
            return;
        };
        let Some(values) = constant_values(argument) else {
            self.report(argument.extent(), E::RequiresArgumentMustBeConstant, &[]);
            return;
        };
        let place = argument.extent();
        if abbreviates(name, "shellid") {
            match &values[..] {
                [RequiresValue::Text(text)] if requirements.required_application_id.is_none() => {
                    requirements.required_application_id = Some(text.clone());
                }
                [RequiresValue::Text(_)] => self.already_bound(parameter.extent, "shellid"),
                _ => self.report(place, E::RequiresInvalidStringArgument, &["shellid"]),
            }
        } else if abbreviates(name, "psedition") {
            if !requirements.required_ps_editions.is_empty() {
                self.already_bound(parameter.extent, "psedition");
                return;
            }
            for value in values {
                self.required_edition(place, value, requirements);
            }
        } else if abbreviates(name, "version") {
            let text = match &values[..] {
                [RequiresValue::Text(text)] => text.to_string(),
                _ => self.slice(place).to_owned(),
            };
            match version_numbers(&text) {
                None => self.report(place, E::RequiresVersionInvalid, &[]),
                Some(version) => {
                    let differs =
                        requirements.required_ps_version.as_ref().is_some_and(|known| *known != version);
                    if differs {
                        self.already_bound(parameter.extent, "version");
                    } else {
                        requirements.required_ps_version = Some(version);
                    }
                }
            }
        } else if abbreviates(name, "assembly") {
            for value in values {
                match value {
                    RequiresValue::Text(text) => {
                        if !requirements.required_assemblies.contains(&text) {
                            requirements.required_assemblies.push(text);
                        }
                    }
                    _ => self.report(place, E::RequiresInvalidStringArgument, &["assembly"]),
                }
            }
        } else if abbreviates(name, "modules") {
            for value in values {
                match value {
                    RequiresValue::Text(name) => {
                        requirements.required_modules.push(RequiredModule { name, ..Default::default() });
                    }
                    RequiresValue::Module(module) => requirements.required_modules.push(*module),
                    RequiresValue::Other => self.report(place, E::RequiresModuleInvalid, &[""]),
                }
            }
        } else {
            self.report(parameter.extent, E::ScriptRequiresInvalidFormat, &[]);
        }
    }

    fn required_edition(
        &mut self,
        place: Extent,
        value: RequiresValue,
        requirements: &mut ScriptRequirements,
    ) {
        let RequiresValue::Text(edition) = value else {
            self.report(place, E::RequiresInvalidStringArgument, &["psedition"]);
            return;
        };
        if !["Core", "Desktop"].iter().any(|known| known.eq_ignore_ascii_case(&edition)) {
            self.report(place, E::RequiresPSEditionInvalid, &["psedition"]);
        }
        if requirements.required_ps_editions.iter().any(|known| known.eq_ignore_ascii_case(&edition)) {
            self.report(place, E::RequiresPSEditionValueIsAlreadySpecified, &["psedition"]);
        } else {
            requirements.required_ps_editions.push(edition);
        }
    }

    fn already_bound(&mut self, place: Extent, parameter: &str) {
        self.report(place, E::ParameterAlreadyBound, &["", parameter]);
    }
}

/// A constant in a `#requires` comment.
enum RequiresValue {
    Text(Box<str>),
    Module(Box<RequiredModule>),
    Other,
}

/// The values of a constant argument: one, or the elements of an array. `None` where it is not constant.
fn constant_values(argument: &Expression) -> Option<Vec<RequiresValue>> {
    match argument {
        Expression::ArrayLiteral(array) => {
            let mut values = Vec::new();
            for element in &array.elements {
                values.extend(constant_values(element)?);
            }
            Some(values)
        }
        Expression::StringConstant(text) => Some(vec![RequiresValue::Text(text.value.as_str().into())]),
        Expression::Constant(_) => Some(vec![RequiresValue::Other]),
        Expression::Hashtable(table) => Some(vec![module_of(table)?]),
        _ => None,
    }
}

/// The module that a hash table specifies: a name and some version.
fn module_of(table: &HashtableAst) -> Option<RequiresValue> {
    let mut module = RequiredModule::default();
    for (key, value) in &table.key_value_pairs {
        let Expression::StringConstant(key) = key else { return None };
        let text: Box<str> = constant_text(value)?.into();
        match key.value.to_ascii_lowercase().as_str() {
            "modulename" => module.name = text,
            "moduleversion" => module.version = Some(text),
            "requiredversion" => module.required_version = Some(text),
            "maximumversion" => module.maximum_version = Some(text),
            "guid" => module.guid = Some(text),
            _ => return Some(RequiresValue::Other),
        }
    }
    let has_version =
        module.version.is_some() || module.required_version.is_some() || module.maximum_version.is_some();
    if module.name.is_empty() || !has_version {
        return Some(RequiresValue::Other);
    }
    Some(RequiresValue::Module(Box::new(module)))
}

fn constant_text(value: &Statement) -> Option<&str> {
    let Statement::Pipeline(pipeline) = value else { return None };
    let [PipelineElement::Expression(element)] = &pipeline.pipeline_elements[..] else { return None };
    match &element.expression {
        Expression::StringConstant(text) => Some(text.value.as_str()),
        _ => None,
    }
}

/// Two to four numbers; one alone is followed by a zero.
fn version_numbers(text: &str) -> Option<Vec<u32>> {
    let mut numbers =
        text.trim().split('.').map(|part| part.trim().parse().ok()).collect::<Option<Vec<u32>>>()?;
    if numbers.len() == 1 {
        numbers.push(0);
    }
    (numbers.len() <= 4 && numbers.iter().all(|&number| number <= i32::MAX as u32)).then_some(numbers)
}
