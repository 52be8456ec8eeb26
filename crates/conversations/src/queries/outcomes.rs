//! What became of a matter, and how a complaint stands.

use base::{Instant, Scope};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use platform::{Conn, Result, log};

use crate::ids::ConversationId;
use crate::model::{Complaint, Conversation, Opinion, Outcome};
use crate::rules::complaints::{self, Stands};
use crate::{settings, store};

/// Messages that are looked through for tries: the newest.
const MESSAGES_MOST: i64 = 500;

/// All that is kept of how a conversation ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ended {
    /// What became of it, if somebody said.
    pub outcome: Option<Outcome>,
    /// Whether it is a complaint, where somebody said.
    pub complaint: Option<Complaint>,
    /// What its customer said each time that it was solved, oldest first.
    pub opinions: Vec<Opinion>,
}

/// How a conversation ended.
///
/// # Errors
/// When the database cannot be read; so for all here.
pub async fn ended(conn: &mut Conn, id: &ConversationId) -> Result<Ended> {
    Ok(Ended {
        outcome: store::outcome_of(conn, id).await?,
        complaint: store::complaint_of(conn, id).await?,
        opinions: store::opinions_of(conn, id).await?,
    })
}

/// How a complaint stands; nothing where it is none.
///
/// # Errors
/// See [`ended`].
pub async fn complaint_stands(conn: &mut Conn, id: &ConversationId) -> Result<Option<Stands>> {
    let Some(complaint) = store::complaint_of(conn, id).await?.filter(|one| one.is) else { return Ok(None) };
    let mut messages = store::thread(conn, id, MESSAGES_MOST).await?;
    super::thread::complete(conn, id, &mut messages).await?;
    let zone = TimeZone::get(&settings::business(conn).await?.zone).unwrap_or(TimeZone::UTC);
    Ok(Some(complaints::stands(&messages, complaint.yes.map(|yes| yes.at), &zone)))
}

/// Days after an end within which another case of the same customer on the same topic shows that it was none.
pub const AGAIN_DAYS: i64 = 7;
/// The kind of what solves a conversation, and opens it again.
const STATE_CHANGED: &str = "conversation.state_changed";

/// Whether the customer of a conversation that was solved at `solved` began another on the same topic within
/// [`AGAIN_DAYS`] after that. The topic is the tag that was put on first; what has none is of one topic with all that
/// has none.
///
/// # Errors
/// See [`ended`].
pub async fn came_again(conn: &mut Conn, it: &Conversation, solved: Option<Instant>) -> Result<bool> {
    let Some(solved) = solved else { return Ok(false) };
    let until = solved.saturating_add(SignedDuration::from_hours(24 * AGAIN_DAYS)).unwrap_or(Instant::MAX);
    store::began_again(conn, it, solved, until).await
}

/// What the customer of a conversation had begun before it, of the newest few those that were solved so shortly before
/// that it may show that this was no end: where something about their state changed since [`AGAIN_DAYS`] before it. When
/// somebody touched them last says nothing of that: who solves something by hand does not touch it.
///
/// # Errors
/// See [`ended`].
pub async fn solved_before(conn: &mut Conn, id: &ConversationId) -> Result<Vec<ConversationId>> {
    let Some(it) = store::find(conn, &Scope::All, id).await? else { return Ok(Vec::new()) };
    let since = it.created_at.saturating_sub(SignedDuration::from_hours(24 * AGAIN_DAYS)).unwrap_or(Instant::MIN);
    let mut shortly = Vec::new();
    for one in store::begun_before(conn, &it).await? {
        if log::happened_since(conn, &format!("conversation:{one}"), STATE_CHANGED, since).await? {
            shortly.push(one);
        }
    }
    Ok(shortly)
}
