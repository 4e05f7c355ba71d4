//! What the macro writes.

use crate::attributes::{Check, CmdletAttribute, ParameterAttributes, SetAttribute};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Expr, Fields, Ident, LitStr, Result};

/// A field that is a parameter.
struct Parameter {
    field: Ident,
    ty: syn::Type,
    attributes: ParameterAttributes,
}

/// `impl Bind` and `declaration()` for the struct.
pub fn cmdlet(input: &DeriveInput) -> Result<TokenStream> {
    let about = CmdletAttribute::read(&input.attrs)?;
    let parameters = parameters(input)?;
    let ident = &input.ident;
    let bind = bind(ident, &parameters);
    let declaration = declaration(ident, &about, &parameters)?;
    Ok(quote! { #bind #declaration })
}

fn parameters(input: &DeriveInput) -> Result<Vec<Parameter>> {
    let Data::Struct(data) = &input.data else {
        return Err(syn::Error::new_spanned(&input.ident, "a cmdlet is a struct"));
    };
    let fields = match &data.fields {
        Fields::Named(fields) => &fields.named,
        Fields::Unit => return Ok(Vec::new()),
        Fields::Unnamed(fields) => {
            return Err(syn::Error::new_spanned(fields, "a cmdlet's fields have names"));
        }
    };
    let mut out = Vec::new();
    for field in fields {
        if let Some(attributes) = ParameterAttributes::read(&field.attrs)? {
            let ident = field.ident.clone().expect("a named field has a name");
            out.push(Parameter { field: ident, ty: field.ty.clone(), attributes });
        }
    }
    Ok(out)
}

fn bind(ident: &Ident, parameters: &[Parameter]) -> TokenStream {
    let stores = parameters.iter().enumerate().map(|(index, parameter)| {
        let (field, ty, name) = (&parameter.field, &parameter.ty, parameter.name());
        quote! { #index => self.#field = ::pwsh_runtime::command::field_value::<#ty>(#name, value)?, }
    });
    let resets = parameters.iter().enumerate().map(|(index, parameter)| {
        let field = &parameter.field;
        quote! { #index => self.#field = <Self as ::std::default::Default>::default().#field, }
    });
    quote! {
        impl ::pwsh_runtime::command::Bind for #ident {
            fn bind(&mut self, index: usize, value: ::pwsh_value::Value) -> ::pwsh_value::Result<()> {
                match index {
                    #(#stores)*
                    _ => ::std::mem::drop(value),
                }
                Ok(())
            }

            fn unbind(&mut self, index: usize) {
                match index {
                    #(#resets)*
                    _ => {}
                }
            }
        }
    }
}

fn declaration(ident: &Ident, about: &CmdletAttribute, parameters: &[Parameter]) -> Result<TokenStream> {
    let missing = |what| syn::Error::new_spanned(ident, format!("#[cmdlet({what} = \"..\")] is missing"));
    let name = about.name.as_ref().ok_or_else(|| missing("name"))?;
    let module = about.module.as_ref().ok_or_else(|| missing("module"))?;
    let default_set = optional(about.default_set.as_ref());
    let (aliases, output, should_process) = (&about.aliases, &about.output, about.should_process);
    let dynamic = about.dynamic;
    let impact = match &about.impact {
        None => Ident::new("Medium", Span::call_site()),
        Some(text) if matches!(text.value().as_str(), "None" | "Low" | "Medium" | "High") => {
            Ident::new(&text.value(), text.span())
        }
        Some(text) => return Err(syn::Error::new_spanned(text, "impact is None, Low, Medium or High")),
    };
    let empty = LitStr::new("", Span::call_site());
    let (class, help) = (about.class.as_ref().unwrap_or(&empty), about.help.as_ref().unwrap_or(&empty));
    let parameters = parameters.iter().map(Parameter::declaration).collect::<Result<Vec<_>>>()?;
    let doc = format!("The declaration of `{}`, for the table of commands.", name.value());
    Ok(quote! {
        impl #ident {
            #[doc = #doc]
            pub fn declaration() -> &'static ::pwsh_runtime::command::CmdletDeclaration {
                static DECLARATION: ::pwsh_runtime::command::CmdletDeclaration =
                    ::pwsh_runtime::command::CmdletDeclaration {
                        name: #name,
                        module: #module,
                        aliases: &[#(#aliases),*],
                        default_set: #default_set,
                        should_process: #should_process,
                        confirm_impact: ::pwsh_runtime::command::ConfirmImpact::#impact,
                        output_types: &[#(#output),*],
                        help_uri: #help,
                        parameters: &[#(#parameters),*],
                        dynamic: #dynamic,
                        class: #class,
                        make: || ::std::boxed::Box::new(<#ident as ::std::default::Default>::default()),
                        meta: ::std::sync::OnceLock::new(),
                    };
                &DECLARATION
            }
        }
    })
}

fn optional(text: Option<&LitStr>) -> TokenStream {
    match text {
        Some(text) => quote! { ::std::option::Option::Some(#text) },
        None => quote! { ::std::option::Option::None },
    }
}

impl Parameter {
    fn name(&self) -> String {
        match &self.attributes.name {
            Some(name) => name.value(),
            None => pascal_case(&self.field.unraw().to_string()),
        }
    }

    fn declaration(&self) -> Result<TokenStream> {
        let (name, aliases, field_type) = (self.name(), &self.attributes.aliases, &self.ty);
        let ty = match &self.attributes.ty {
            Some(ty) => quote! { || ::pwsh_runtime::command::type_named(#ty) },
            None => quote! { || <#field_type as ::pwsh_runtime::command::FromValue>::ty() },
        };
        let sets = self.attributes.sets.iter().map(SetAttribute::declaration);
        let checks = self.attributes.checks.iter().map(Check::validation).collect::<Result<Vec<_>>>()?;
        Ok(quote! {
            ::pwsh_runtime::command::ParameterDeclaration {
                name: #name,
                aliases: &[#(#aliases),*],
                ty: #ty,
                sets: &[#(#sets),*],
                validations: || ::std::vec![#(#checks),*],
            }
        })
    }
}

impl SetAttribute {
    fn declaration(&self) -> TokenStream {
        let set = optional(self.set.as_ref());
        let position = match &self.position {
            Some(position) => quote! { ::std::option::Option::Some(#position) },
            None => quote! { ::std::option::Option::None },
        };
        let SetAttribute { mandatory, pipeline, pipeline_by_name, remaining, .. } = self;
        quote! {
            ::pwsh_runtime::command::SetDeclaration {
                set: #set,
                position: #position,
                mandatory: #mandatory,
                from_pipeline: #pipeline,
                from_pipeline_by_name: #pipeline_by_name,
                from_remaining: #remaining,
            }
        }
    }
}

impl Check {
    fn validation(&self) -> Result<TokenStream> {
        let arguments = &self.arguments;
        let variant = match (self.word.to_string().as_str(), &arguments[..]) {
            ("allow_null", []) => quote! { AllowNull },
            ("allow_empty_string", []) => quote! { AllowEmptyString },
            ("allow_empty_collection", []) => quote! { AllowEmptyCollection },
            ("not_null", []) => quote! { NotNull },
            ("not_null_or_empty", []) => quote! { NotNullOrEmpty },
            ("not_null_or_white_space", []) => quote! { NotNullOrWhiteSpace },
            ("set", [_, ..]) => quote! {
                Set {
                    values: ::std::vec![#(::pwsh_value::PsString::from(#arguments)),*],
                    ignore_case: true,
                    message: ::std::option::Option::None,
                }
            },
            ("range", [Expr::Lit(kind)]) => quote! { RangeKind(::pwsh_value::PsString::from(#kind)) },
            ("range", [min, max]) => quote! {
                Range { min: ::pwsh_value::Value::from(#min), max: ::pwsh_value::Value::from(#max) }
            },
            ("length", [min, max]) => quote! { Length { min: #min, max: #max } },
            ("count", [min, max]) => quote! { Count { min: #min, max: #max } },
            ("leaves", [Expr::Path(holds)]) => quote! { Leaves(#holds) },
            ("pattern", [pattern]) => quote! {
                Pattern {
                    pattern: ::pwsh_value::PsString::from(#pattern),
                    case_sensitive: false,
                    message: ::std::option::Option::None,
                }
            },
            _ => {
                return Err(syn::Error::new_spanned(
                    &self.word,
                    "no such check, or not with these arguments",
                ));
            }
        };
        Ok(quote! { ::pwsh_runtime::command::Validation::#variant })
    }
}

fn pascal_case(snake: &str) -> String {
    let mut out = String::with_capacity(snake.len());
    for word in snake.split('_') {
        let mut letters = word.chars();
        out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        out.push_str(letters.as_str());
    }
    out
}
