//! What colleagues can do: the business's own short list of skills, who has which, and which languages everybody writes.
//! Knows nothing of conversations; who gives them out asks here.

mod commands;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use commands::{make, remove, rename, set_skills, set_writes};
pub use model::{Abilities, Skill, SkillId};
pub use store::{abilities, abilities_of, all, tables};
