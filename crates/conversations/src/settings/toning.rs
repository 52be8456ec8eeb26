//! What a business wishes of how its replies sound.

use platform::{Conn, Result, Tx, settings};
use serde::{Deserialize, Serialize};
use words::tone::House;

/// Whether replies are looked at before they are sent, and what passes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Tone {
    /// Whether they are.
    pub on: bool,
    /// Phrases that pass, whatever is in them.
    pub allowed: Vec<String>,
    /// Phrases that the house does not want.
    pub jarring: Vec<String>,
    /// Whether *kamu* may be used.
    pub familiar: bool,
    /// Whether customers are called *De* or *Ni*.
    pub formal: bool,
}

impl Default for Tone {
    fn default() -> Self {
        Self { on: true, allowed: Vec::new(), jarring: Vec::new(), familiar: false, formal: false }
    }
}

impl Tone {
    /// As the look takes it.
    #[must_use]
    pub fn house(&self) -> House<'_> {
        House { allowed: &self.allowed, jarring: &self.jarring, familiar: self.familiar, formal: self.formal }
    }
}

/// The key under which it lies.
const TONE: &str = "tone";

/// How replies are to sound.
///
/// # Errors
/// When settings cannot be read.
pub async fn tone(conn: &mut Conn) -> Result<Tone> {
    settings::get(conn, TONE).await
}

/// Keeps how they are.
///
/// # Errors
/// When settings cannot be written.
pub async fn set_tone(tx: &mut Tx, tone: &Tone) -> Result<()> {
    settings::set(tx, TONE, tone).await
}
