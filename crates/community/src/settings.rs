//! Settings of the community: whether there is one, who reads it, and how much the new may write.

use base::{Action, Actor};
use platform::{Conn, Result, Tx, settings};
use serde::{Deserialize, Serialize};

use crate::rules::rights::Limits;

const KEY: &str = "community";
/// What the change is called in the history of settings.
const PAGE: &str = "community";

/// How the community is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Community {
    /// Whether its pages are there.
    pub on: bool,
    /// Whether only customers who are signed in may read.
    pub members_only: bool,
    /// Hours after which a question that nobody answered becomes a conversation; 0 for never.
    pub hours: i64,
    /// Whether these are hours of the clock on the wall; otherwise hours in which we are open.
    pub by_the_clock: bool,
    /// First things of a member that wait for a look.
    pub first_wait: i64,
    /// Things that somebody new may write within an hour.
    pub new_an_hour: i64,
    /// Things that anybody else may.
    pub an_hour: i64,
}

impl Default for Community {
    fn default() -> Self {
        Self {
            on: false,
            members_only: false,
            hours: 4,
            by_the_clock: false,
            first_wait: 1,
            new_an_hour: 3,
            an_hour: 20,
        }
    }
}

impl Community {
    /// The same with every number within its bounds.
    #[must_use]
    pub fn bounded(mut self) -> Self {
        self.hours = self.hours.clamp(0, 24 * 14);
        self.first_wait = self.first_wait.clamp(0, 20);
        self.new_an_hour = self.new_an_hour.clamp(1, 100);
        self.an_hour = self.an_hour.clamp(self.new_an_hour, 200);
        self
    }

    /// How much may be written.
    #[must_use]
    pub const fn limits(&self) -> Limits {
        Limits { first_wait: self.first_wait, new_an_hour: self.new_an_hour, an_hour: self.an_hour }
    }
}

/// How it is now.
///
/// # Errors
/// When settings cannot be read.
pub async fn community(conn: &mut Conn) -> Result<Community> {
    settings::get(conn, KEY).await
}

/// Makes it so, and keeps who did.
///
/// # Errors
/// When the actor may not, or settings cannot be written.
pub async fn set(tx: &mut Tx, actor: &Actor, wanted: Community) -> crate::commands::Answer<()> {
    let _all = base::allowed(actor, Action::ManageSettings)?;
    settings::set(tx, KEY, &wanted.bounded()).await?;
    Ok(settings::record_change(tx, actor, PAGE).await?)
}
