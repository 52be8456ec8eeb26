//! How a file of customers is read and what becomes of a row. Pure.

pub mod cards;
pub mod charset;
pub mod columns;
pub mod deciding;
pub mod draft;
pub mod table;
