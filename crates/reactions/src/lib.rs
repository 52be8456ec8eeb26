//! Readers of the event log. Each keeps a cursor, reads facts in order and is idempotent; none holds
//! state that cannot be rebuilt from the log. Beside them, what rebuilds: [`search`].

pub mod live;
pub mod search;
