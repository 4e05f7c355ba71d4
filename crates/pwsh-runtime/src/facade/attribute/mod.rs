//! The attributes of parameters as objects: one form for those that Get-Command shows and those that a script makes
//! for its dynamic parameters.

mod alias;
mod declared;
mod of_parameter;
mod parameter;
mod validate;

pub(crate) use declared::declared;
pub(crate) use of_parameter::{of_constraint, of_parameter};

pub(super) use alias::ALIAS_ATTRIBUTE;
pub(super) use parameter::{CMDLET_METADATA_ATTRIBUTE, PARAMETER_ATTRIBUTE, PARSING_BASE_ATTRIBUTE};
pub(super) use validate::{
    ALLOW_EMPTY_COLLECTION_ATTRIBUTE, ALLOW_EMPTY_STRING_ATTRIBUTE, ALLOW_NULL_ATTRIBUTE,
    ARGUMENT_TRANSFORMATION_ATTRIBUTE, ARGUMENT_TYPE_CONVERTER_ATTRIBUTE, VALIDATE_ARGUMENTS_ATTRIBUTE,
    VALIDATE_COUNT_ATTRIBUTE, VALIDATE_ENUMERATED_ARGUMENTS_ATTRIBUTE, VALIDATE_LENGTH_ATTRIBUTE,
    VALIDATE_NOT_NULL_ATTRIBUTE, VALIDATE_NOT_NULL_OR_EMPTY_ATTRIBUTE,
    VALIDATE_NOT_NULL_OR_WHITE_SPACE_ATTRIBUTE, VALIDATE_PATTERN_ATTRIBUTE, VALIDATE_RANGE_ATTRIBUTE,
    VALIDATE_SCRIPT_ATTRIBUTE, VALIDATE_SET_ATTRIBUTE,
};
