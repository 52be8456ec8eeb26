//! Whether a department wants to know what became of each matter, and whether customers are asked by mail.

use std::collections::BTreeSet;

use people::DepartmentId;
use platform::{Conn, Result, Tx, settings};
use serde::{Deserialize, Serialize};

use super::Turns;

/// What is asked when conversations are closed. Nothing is, unless the business says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Outcomes {
    /// The ids of departments where nothing is closed without its outcome; empty for what belongs to none.
    pub required: BTreeSet<String>,
    /// Whether a mail that closes asks its customer whether it was what they wanted, by a link to their page.
    pub ask: bool,
}

impl Outcomes {
    /// Whether what belongs to a department, or to none, is not closed without its outcome.
    #[must_use]
    pub fn required_in(&self, department: Option<&DepartmentId>) -> bool {
        self.required.contains(Turns::key(department))
    }
}

/// The key under which it lies.
const OUTCOMES: &str = "outcomes";

/// What is asked when conversations are closed.
///
/// # Errors
/// When settings cannot be read.
pub async fn outcomes(conn: &mut Conn) -> Result<Outcomes> {
    settings::get(conn, OUTCOMES).await
}

/// Keeps what is asked.
///
/// # Errors
/// When settings cannot be written.
pub async fn set_outcomes(tx: &mut Tx, outcomes: &Outcomes) -> Result<()> {
    settings::set(tx, OUTCOMES, outcomes).await
}
