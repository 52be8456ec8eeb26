//! Pure decisions of automation: what a rule waits for, when its time comes, and when it must be stopped.

pub mod guard;
pub mod timing;
pub mod triggers;
