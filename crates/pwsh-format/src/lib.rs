//! The display of objects: views, tables, lists
