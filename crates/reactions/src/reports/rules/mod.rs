//! What counts, how it is summed, which days are asked for, and how a table becomes a file. Knows no database, no
//! clock and no screen.

pub mod csv;
pub mod facts;
pub mod period;
pub mod share;
pub mod sheet;
