//! Whether passages are shown, from how sure on, and what was measured before.

use base::{Action, Actor, Instant, allowed};
use conversations::settings::{A_DAY, ByArticles, set_by_articles};
use platform::{Conn, Result, Tx, settings};
use serde::{Deserialize, Serialize};

use super::rules::Counted;
use crate::articles::{Answer, Refusal};

const KEY: &str = "automatic_answers";
/// What the change is called in the history of settings.
const PAGE: &str = "automatic";

/// How it is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Automatic {
    /// Whether passages are shown before a form is sent.
    pub on: bool,
    /// From how sure on, in hundredths.
    pub threshold: u32,
    /// What was measured last.
    pub measured: Option<Measured>,
}

impl Default for Automatic {
    fn default() -> Self {
        Self { on: false, threshold: 60, measured: None }
    }
}

/// A measurement on past conversations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// When, business time.
    pub at: Instant,
    /// Questions that colleagues had answered with an article.
    pub cases: usize,
    /// What each threshold would have come to.
    pub rows: Vec<Counted>,
}

/// How it is set now.
///
/// # Errors
/// When settings cannot be read.
pub async fn automatic(conn: &mut Conn) -> Result<Automatic> {
    settings::get(conn, KEY).await
}

/// Keeps what was measured.
///
/// # Errors
/// When the actor may not, or settings cannot be written.
pub async fn keep_measured(tx: &mut Tx, actor: &Actor, measured: Measured) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let wanted = Automatic { measured: Some(measured), ..automatic(tx).await? };
    Ok(settings::set(tx, KEY, &wanted).await?)
}

/// Sets it, and keeps who did.
///
/// # Errors
/// Refused when the actor may not, or it is to begin before anything was measured.
pub async fn set(tx: &mut Tx, actor: &Actor, on: bool, threshold: u32) -> Answer<()> {
    let mail = conversations::settings::by_articles(tx).await?;
    set_with_mail(tx, actor, (on, threshold), &mail).await
}

/// Sets it together with whose mail is answered so, and keeps who did.
///
/// # Errors
/// Those of [`set`]; refused as well when too many answers a day are to go, or none, or there is no such department.
pub async fn set_with_mail(tx: &mut Tx, actor: &Actor, (on, threshold): (bool, u32), mail: &ByArticles) -> Answer<()> {
    let _all = allowed(actor, Action::ManageSettings)?;
    let before = automatic(tx).await?;
    if (on || !mail.departments.is_empty()) && before.measured.is_none() {
        return Err(Refusal::Unmeasured.into());
    }
    if !A_DAY.contains(&mail.a_day) {
        return Err(Refusal::ADay.into());
    }
    let all = people::department::all(tx).await?;
    if mail.departments.iter().any(|id| !id.is_empty() && !all.iter().any(|one| one.id.as_str() == id)) {
        return Err(Refusal::DepartmentUnknown.into());
    }
    set_by_articles(tx, mail).await?;
    let wanted = Automatic { on, threshold: threshold.clamp(1, 100), ..before };
    settings::set(tx, KEY, &wanted).await?;
    Ok(settings::record_change(tx, actor, PAGE).await?)
}
