//! The company's turns: whether everybody answers for a few hours every other week, and who takes part.

use people::StaffId;
use platform::{Conn, Result, Tx, settings};
use serde::{Deserialize, Serialize};

/// How many hours somebody answers in their week, at most.
pub const ROTA_HOURS_MAX: i64 = 40;
/// Letters of the tag of easy cases, at most.
pub const ROTA_EASY_MAX: usize = 60;

/// The company's turns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rota {
    /// Hours in one's week.
    pub hours: i64,
    /// The tag of easy cases, which who is on duty begins with; empty for none.
    pub easy: String,
    /// Who takes part, and whether theirs are the odd weeks. Nobody: there is no such rota.
    pub members: Vec<(StaffId, bool)>,
}

impl Default for Rota {
    fn default() -> Self {
        Self { hours: 3, easy: String::new(), members: Vec::new() }
    }
}

/// The key under which it lies.
const ROTA: &str = "rota";

/// The company's turns as they are set.
///
/// # Errors
/// When settings cannot be read.
pub async fn rota(conn: &mut Conn) -> Result<Rota> {
    settings::get(conn, ROTA).await
}

/// Keeps how they are.
///
/// # Errors
/// When settings cannot be written.
pub async fn set_rota(tx: &mut Tx, rota: &Rota) -> Result<()> {
    settings::set(tx, ROTA, rota).await
}
