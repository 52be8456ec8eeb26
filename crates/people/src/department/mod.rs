//! Departments: the parts of the business that conversations belong to, who works in them, and who sees
//! theirs alone. Knows nothing of conversations.

mod commands;
mod events;
mod model;
mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use commands::{close, limit, make, open, set};
pub use events::DepartmentEvent;
pub use model::Department;
pub use store::{all, find};
