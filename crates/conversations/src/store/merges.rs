//! Rows of `merge` and `merge_offer`: which conversations became part of another, and which might.

use base::Instant;
use people::StaffId;
use platform::{Conn, Result, Tx, vals};
use serde::{Deserialize, Serialize};

use super::copied;
use super::deliveries::Before;
use super::following::Following;
use crate::ids::{ConversationId, DraftId, ItemId, MessageId, NeedId, OpinionId, ProblemId, PromiseId, SpentId, TagId};
use crate::model::{Conversation, DraftText, LinkKind, MessageKind, Outcome};

/// Merges in a row that are followed.
const STEPS_MOST: usize = 20;

/// What a merge moved and how the two stood: what undoing it brings back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Moved {
    pub messages: Vec<MessageId>,
    /// Addresses that take part in the target only because of the merge.
    pub people: Vec<String>,
    pub source: Before,
    pub target: Before,
    /// How the target stood right after.
    pub after: Before,
    /// Messages there right after.
    pub count: usize,
    /// What waited or was half written.
    #[serde(default)]
    pub along: CameAlong,
}

/// What waited for its time or was half written when two became one.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct CameAlong {
    /// Replies that are held back because of the merge.
    pub held: Vec<MessageId>,
    /// Drafts in the source.
    pub drafts: Vec<MovedDraft>,
    /// Shared drafts in the source.
    #[serde(default)]
    pub shared: Vec<MovedShared>,
    /// Tags that the source bore.
    #[serde(default)]
    pub tags: Vec<TagId>,
    /// Those of them that the target bears only because of the merge.
    #[serde(default)]
    pub new_tags: Vec<TagId>,
    /// Who followed the source, or was named in it.
    #[serde(default)]
    pub followers: Vec<MovedFollower>,
    /// What was to be done in the source.
    #[serde(default)]
    pub items: Vec<ItemId>,
    /// Time that was spent on the source.
    #[serde(default)]
    pub spent: Vec<SpentId>,
    /// What the source was linked with.
    #[serde(default)]
    pub links: Vec<MovedLink>,
    /// What was promised in the source.
    #[serde(default)]
    pub promises: Vec<PromiseId>,
    /// What its customer needs.
    #[serde(default)]
    pub needs: Vec<NeedId>,
    /// What had become of each of the two.
    #[serde(default)]
    pub outcomes: Vec<(ConversationId, Outcome)>,
    /// What the customer of the source had said of it.
    #[serde(default)]
    pub opinions: Vec<OpinionId>,
    /// Whether the target is a complaint only because of the merge.
    #[serde(default)]
    pub complaint: bool,
    /// When colleagues had said that the target is none, in µs, if they had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_complaint: Option<i64>,
    /// What was said of either and held until then.
    #[serde(default)]
    pub held_opinions: Vec<OpinionId>,
    /// The causes that the source had in common with others.
    #[serde(default)]
    pub problems: Vec<MovedProblem>,
}

/// A cause in common with others that went along.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct MovedProblem {
    /// The problem.
    pub problem: ProblemId,
    /// When the source was linked with it.
    pub at: Instant,
    /// Whether it had been solved by then.
    pub again: bool,
    /// Whether the target is linked with it only because of the merge.
    pub new: bool,
}

/// A link that went along.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct MovedLink {
    /// With which.
    pub other: ConversationId,
    /// What it is to the source.
    pub kind: LinkKind,
    /// Whether the target is linked with it only because of the merge.
    pub new: bool,
}

/// A colleague's way to stand to a conversation that went along.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct MovedFollower {
    /// Who.
    pub staff: StaffId,
    /// As it was in the source.
    pub source: Following,
    /// As it was in the target.
    pub target: Following,
    /// As it was there afterwards.
    pub after: Following,
}

/// A draft that went along.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct MovedDraft {
    /// Whose.
    pub staff: StaffId,
    /// Of what.
    pub kind: MessageKind,
    /// As it was in the source.
    pub source: DraftText,
    /// As the same colleague's draft in the target was, if there was one.
    pub target: Option<DraftText>,
    /// As it stood there afterwards.
    pub after: DraftText,
}

/// A shared draft that went along.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct MovedShared {
    /// Which.
    pub id: DraftId,
    /// As it was in the source.
    pub was: DraftText,
    /// Its version there afterwards.
    pub version: i64,
}

impl Moved {
    /// Whether nothing new has happened since: what came later belongs to both.
    pub(crate) fn can_be_undone(&self, target: &Conversation, count: usize) -> bool {
        self.count == count && self.after == Before::of(target)
    }
}

/// One conversation that became part of another.
pub(crate) struct Merge {
    pub source: ConversationId,
    pub target: ConversationId,
    pub moved: Moved,
}

pub(crate) async fn add_merge(tx: &mut Tx, merge: &Merge, at: Instant) -> Result<()> {
    let sql = "INSERT INTO merge (source, target, at, moved) VALUES ($1, $2, $3, $4)";
    let moved = serde_json::to_string(&merge.moved)?;
    tx.run(sql, vals![merge.source.as_str(), merge.target.as_str(), at, moved]).await?;
    copied::keep_of_merge(tx, &merge.source, &merge.moved).await
}

/// Writes anew what undoing it brings back.
pub(super) async fn save_moved(tx: &mut Tx, source: &ConversationId, moved: &Moved) -> Result<()> {
    let sql = "UPDATE merge SET moved = $2 WHERE source = $1";
    tx.run(sql, vals![source.as_str(), serde_json::to_string(moved)?]).await?;
    copied::keep_of_merge(tx, source, moved).await
}

pub(crate) async fn remove_merge(tx: &mut Tx, source: &ConversationId) -> Result<()> {
    copied::forget_of_merge(tx, source).await?;
    tx.run("DELETE FROM merge WHERE source = $1", vals![source.as_str()]).await?;
    Ok(())
}

pub(crate) async fn merge_of(conn: &mut Conn, source: &ConversationId) -> Result<Option<Merge>> {
    let row = conn.one("SELECT source, target, moved FROM merge WHERE source = $1", vals![source.as_str()]).await?;
    let Some(row) = row else { return Ok(None) };
    let moved = serde_json::from_str(&row.text("moved")?)?;
    Ok(Some(Merge { source: row.id("source")?, target: row.id("target")?, moved }))
}

/// Where a conversation is by now: itself, or what it became part of.
pub(crate) async fn where_merged(conn: &mut Conn, id: &ConversationId) -> Result<ConversationId> {
    let mut here = id.clone();
    for _ in 0..STEPS_MOST {
        let row = conn.one("SELECT target FROM merge WHERE source = $1", vals![here.as_str()]).await?;
        let Some(row) = row else { break };
        here = row.id("target")?;
    }
    Ok(here)
}

/// What became part of a conversation, newest first.
pub(crate) async fn merged_into(conn: &mut Conn, target: &ConversationId) -> Result<Vec<(ConversationId, i64)>> {
    let sql = "SELECT m.source, c.number FROM merge m JOIN conversation c ON c.id = m.source \
               WHERE m.target = $1 ORDER BY m.at DESC, m.source DESC";
    let rows = conn.all(sql, vals![target.as_str()]).await?;
    rows.iter().map(|row| Ok((row.id("source")?, row.int("number")?))).collect()
}

/// What those were called that became part of it, when they came and last.
pub(crate) async fn parts_called(conn: &mut Conn, target: &ConversationId) -> Result<Vec<String>> {
    let sql = "SELECT c.subject, c.came_as FROM merge m JOIN conversation c ON c.id = m.source WHERE m.target = $1 ORDER BY m.at";
    let mut called = Vec::new();
    for row in conn.all(sql, vals![target.as_str()]).await? {
        called.push(row.text("subject")?);
        called.extend(row.opt_text("came_as")?);
    }
    Ok(called)
}

/// Moves messages, with all that hangs on them, to another conversation.
pub(crate) async fn move_messages(tx: &mut Tx, messages: &[MessageId], to: &ConversationId) -> Result<()> {
    for message in messages {
        let sql = "UPDATE message SET conversation = $1 WHERE id = $2";
        tx.run(sql, vals![to.as_str(), message.as_str()]).await?;
        platform::search::moved(tx, message.as_str(), to.as_str()).await?;
        super::sides::moved(tx, message, to).await?;
    }
    Ok(())
}

/// The ids of all messages of a conversation, oldest first.
pub(crate) async fn message_ids(conn: &mut Conn, of: &ConversationId) -> Result<Vec<MessageId>> {
    let sql = "SELECT id FROM message WHERE conversation = $1 ORDER BY at, id";
    let rows = conn.all(sql, vals![of.as_str()]).await?;
    rows.iter().map(|row| row.id("id")).collect()
}

/// Whether a reply of this conversation has not gone or failed yet. A receipt goes from wherever it is by then:
/// nothing would be brought back if it failed.
pub(crate) async fn on_its_way(conn: &mut Conn, of: &ConversationId) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM delivery WHERE state IN ('waiting', 'sending') \
               AND message IN (SELECT id FROM message WHERE conversation = $1 AND kind <> 'receipt')";
    Ok(conn.number(sql, vals![of.as_str()]).await? > 0)
}

/// Two that a message links, in one order.
fn pair<'a>(a: &'a ConversationId, b: &'a ConversationId) -> (&'a str, &'a str) {
    (a.as_str().min(b.as_str()), a.as_str().max(b.as_str()))
}

/// Offers to merge two, unless that was offered before, whatever was said then.
pub(crate) async fn offer_merge(
    tx: &mut Tx,
    a: &ConversationId,
    b: &ConversationId,
    message: &MessageId,
    at: Instant,
) -> Result<bool> {
    let (first, second) = pair(a, b);
    let sql =
        "INSERT INTO merge_offer (first, second, message, at, open) VALUES ($1, $2, $3, $4, 1) ON CONFLICT DO NOTHING";
    Ok(tx.run(sql, vals![first, second, message.as_str(), at]).await? > 0)
}

/// Ends an offer: it was taken or turned down.
pub(crate) async fn end_offer(tx: &mut Tx, a: &ConversationId, b: &ConversationId) -> Result<bool> {
    let (first, second) = pair(a, b);
    let sql = "UPDATE merge_offer SET open = 0 WHERE first = $1 AND second = $2 AND open = 1";
    Ok(tx.run(sql, vals![first, second]).await? > 0)
}

/// The conversations that a merge with this one is offered for, as they are by now, newest first.
pub(crate) async fn offers(conn: &mut Conn, of: &ConversationId) -> Result<Vec<ConversationId>> {
    let sql = "SELECT first, second FROM merge_offer WHERE open = 1 AND (first = $1 OR second = $1) \
               ORDER BY at DESC, first, second LIMIT 10";
    let rows = conn.all(sql, vals![of.as_str()]).await?;
    let mut others = Vec::new();
    for row in rows {
        let (first, second): (ConversationId, ConversationId) = (row.id("first")?, row.id("second")?);
        others.push(if first == *of { second } else { first });
    }
    Ok(others)
}
