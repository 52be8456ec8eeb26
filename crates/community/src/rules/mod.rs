//! Pure decisions.

pub mod flags;
pub mod likeness;
pub mod order;
pub mod rights;
pub mod spam;
pub mod stripping;
#[cfg(test)]
mod tests;
