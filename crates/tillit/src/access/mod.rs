//! Who gets which answer where (P19, T31, T32): one table of every page and one of every operation of the API, each
//! against every role, held against the real router. A route without a row fails, and so does a row without a route.
//!
//! The tables are the reference and are written by hand: what a change opens or closes is read in their diff.

mod operations;
mod pages;
mod publics;
mod sightings;
mod table;
mod town;
