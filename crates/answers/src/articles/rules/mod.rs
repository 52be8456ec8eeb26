//! Pure decisions about articles: no database, no clock, no screen.

pub mod address;
pub mod bringing;
pub mod changes;
pub mod markdown;
pub mod pictures;
pub mod snippets;
pub mod states;
#[cfg(test)]
mod tests;
