//! The one integration suite: the real binary, real HTTP, real mail, a real browser, both engines.
//!
//! Start reading in `harness`, which starts all of these; each other module is one part of the product's behaviour.
//! `cargo xtask test` brings what is needed; under plain `cargo test` what is missing is skipped, and said.

#[macro_use]
mod harness;

mod journeys;
mod spine;
