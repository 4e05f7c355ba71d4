//! The results of Measure-Object.

use super::fields::{get, set};
use pwsh_value::ty::{FacadeType, property_rw};

/// The base of the results.
pub static MEASURE_INFO: FacadeType =
    FacadeType { members: &[], ..FacadeType::class("Microsoft.PowerShell.Commands.MeasureInfo") };

/// Of numbers.
pub static GENERIC_MEASURE_INFO: FacadeType = FacadeType {
    base: "Microsoft.PowerShell.Commands.MeasureInfo",
    members: &[
        property_rw("int Count {get;set;}", get::<0>, set::<0>),
        property_rw("System.Nullable[double] Average {get;set;}", get::<1>, set::<1>),
        property_rw("System.Nullable[double] Sum {get;set;}", get::<2>, set::<2>),
        property_rw("System.Nullable[double] Maximum {get;set;}", get::<3>, set::<3>),
        property_rw("System.Nullable[double] Minimum {get;set;}", get::<4>, set::<4>),
        property_rw("System.Nullable[double] StandardDeviation {get;set;}", get::<5>, set::<5>),
        property_rw("string Property {get;set;}", get::<6>, set::<6>),
    ],
    ..FacadeType::class("Microsoft.PowerShell.Commands.GenericMeasureInfo")
};

/// Of other values that have an order.
pub static GENERIC_OBJECT_MEASURE_INFO: FacadeType = FacadeType {
    base: "Microsoft.PowerShell.Commands.MeasureInfo",
    members: &[
        property_rw("int Count {get;set;}", get::<0>, set::<0>),
        property_rw("System.Nullable[double] Average {get;set;}", get::<1>, set::<1>),
        property_rw("System.Nullable[double] Sum {get;set;}", get::<2>, set::<2>),
        property_rw("System.Object Maximum {get;set;}", get::<3>, set::<3>),
        property_rw("System.Object Minimum {get;set;}", get::<4>, set::<4>),
        property_rw("System.Nullable[double] StandardDeviation {get;set;}", get::<5>, set::<5>),
        property_rw("string Property {get;set;}", get::<6>, set::<6>),
    ],
    ..FacadeType::class("Microsoft.PowerShell.Commands.GenericObjectMeasureInfo")
};

/// Of text.
pub static TEXT_MEASURE_INFO: FacadeType = FacadeType {
    base: "Microsoft.PowerShell.Commands.MeasureInfo",
    members: &[
        property_rw("System.Nullable[int] Lines {get;set;}", get::<0>, set::<0>),
        property_rw("System.Nullable[int] Words {get;set;}", get::<1>, set::<1>),
        property_rw("System.Nullable[int] Characters {get;set;}", get::<2>, set::<2>),
        property_rw("string Property {get;set;}", get::<3>, set::<3>),
    ],
    ..FacadeType::class("Microsoft.PowerShell.Commands.TextMeasureInfo")
};
