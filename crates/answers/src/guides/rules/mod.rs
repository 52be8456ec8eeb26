//! Pure decisions of guides: where a path leads, and what keeps a tree from going live.

mod check;
#[cfg(test)]
mod tests;
mod walk;

pub use check::{CHOICES_MOST, Flaw, NODES_MOST, TESTS_MOST, check};
pub use walk::{PATH_MOST, Walk, offered, read_path, walk, written};
