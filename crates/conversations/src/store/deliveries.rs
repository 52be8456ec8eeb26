//! Rows of `delivery`: how far each reply has come.

use people::{DepartmentId, StaffId};
use platform::{Conn, Context, Result, Row, Tx, vals};
use serde::{Deserialize, Serialize};

use super::conversations::{snooze, snoozed_until};
use super::toning::Overridden;
use crate::ids::{DraftId, ItemId, MessageId, PromiseId, TagId};
use crate::model::{Also, Clocks, Delivery, DeliveryState, Later, Outcome, Snooze, State};

/// How the conversation stood before a reply: what undoing it, or its failure, brings back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Before {
    pub state: State,
    pub customer_spoke_last: bool,
    pub snippet: String,
    first_due: Option<i64>,
    first_replied_at: Option<i64>,
    next_due: Option<i64>,
    next_spent: Option<i64>,
    next_since: Option<i64>,
    first_breached: bool,
    next_breached: bool,
    #[serde(default)]
    first_since: Option<i64>,
    #[serde(default)]
    resolve_due: Option<i64>,
    #[serde(default)]
    resolve_spent: Option<i64>,
    #[serde(default)]
    resolve_since: Option<i64>,
    #[serde(default)]
    resolve_breached: bool,
    #[serde(default)]
    warned: [bool; 3],
    #[serde(default)]
    snoozed_until: Option<i64>,
    /// Whether it waits for others since this mail went aside, and only by it.
    #[serde(default)]
    pub waits: bool,
    /// What was done to the conversation together with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub did: Option<Did>,
    /// Whose shared draft it was, if it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared: Option<StaffId>,
    /// Which one that was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<DraftId>,
    /// What had become of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Whether the mail asks its customer if it was what they wanted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asks: bool,
    /// What was counted of how it sounds. It stands here only until a sender has the mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jars: Option<Overridden>,
}

/// What a macro did to a conversation together with a reply, so that both can be taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Did {
    /// What was asked for.
    pub also: Also,
    /// Words that were not on it before.
    pub tagged: Vec<TagId>,
    /// Words that were.
    pub untagged: Vec<TagId>,
    /// What is to be done since then.
    #[serde(default)]
    pub items: Vec<ItemId>,
    /// What its new owner is to keep since then, promised by who had it before.
    #[serde(default)]
    pub promises: Vec<PromiseId>,
    /// Who had it before.
    pub owner: Option<StaffId>,
    /// The department that it belonged to before.
    pub department: Option<DepartmentId>,
}

impl Before {
    pub(crate) fn of(c: &crate::model::Conversation) -> Self {
        let micros = |at: Option<base::Instant>| at.map(base::clock::to_micros);
        let k = &c.clocks;
        Self {
            state: c.state,
            customer_spoke_last: c.customer_spoke_last,
            snippet: c.snippet.clone(),
            first_due: micros(k.first_due),
            first_replied_at: micros(k.first_replied_at),
            next_due: micros(k.next_due),
            next_spent: k.next_spent,
            next_since: micros(k.next_since),
            first_breached: k.first_breached,
            next_breached: k.next_breached,
            first_since: micros(k.first_since),
            resolve_due: micros(k.resolve_due),
            resolve_spent: k.resolve_spent,
            resolve_since: micros(k.resolve_since),
            resolve_breached: k.resolve_breached,
            warned: k.warned,
            snoozed_until: c.snoozed.map(snoozed_until),
            waits: false,
            did: None,
            shared: None,
            draft: None,
            outcome: None,
            asks: false,
            jars: None,
        }
    }

    pub(crate) fn snoozed(&self) -> Option<Snooze> {
        self.snoozed_until.map(snooze)
    }

    pub(crate) fn clocks(&self) -> Clocks {
        let at = |micros: Option<i64>| micros.map(base::clock::from_micros);
        Clocks {
            first_due: at(self.first_due),
            first_replied_at: at(self.first_replied_at),
            next_due: at(self.next_due),
            next_spent: self.next_spent,
            next_since: at(self.next_since),
            first_breached: self.first_breached,
            next_breached: self.next_breached,
            first_since: at(self.first_since),
            resolve_due: at(self.resolve_due),
            resolve_spent: self.resolve_spent,
            resolve_since: at(self.resolve_since),
            resolve_breached: self.resolve_breached,
            warned: self.warned,
        }
    }
}

const COLUMNS: &str = "state, undo_until, at, words, attempts, due, after_it, subject";

pub(super) fn read(row: &Row) -> Result<Delivery> {
    let state = row.text("state")?;
    let later = match (row.opt_at("due")?, row.opt_text("after_it")?) {
        (Some(due), Some(then)) => Some(Later { due, then: serde_json::from_str(&then)? }),
        _ => None,
    };
    Ok(Delivery {
        state: DeliveryState::from_code(&state).context(format!("unknown delivery state {state}"))?,
        undo_until: row.at("undo_until")?,
        at: row.at("at")?,
        words: row.text("words")?,
        attempts: row.int("attempts")?,
        later,
        subject: row.opt_text("subject")?,
    })
}

pub(crate) async fn insert_delivery(
    tx: &mut Tx,
    message: &MessageId,
    delivery: &Delivery,
    before: &Before,
) -> Result<()> {
    let sql = "INSERT INTO delivery (message, state, undo_until, at, words, attempts, before_it, due, after_it) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let then = delivery.later.map(|later| serde_json::to_string(&later.then)).transpose()?;
    let values = vals![
        message.as_str(),
        delivery.state.code(),
        delivery.undo_until,
        delivery.at,
        delivery.words.as_str(),
        delivery.attempts,
        serde_json::to_string(before)?,
        delivery.later.map(|later| later.due),
        then
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// Notes how the conversation stands now that a reply which waited goes.
pub(crate) async fn set_before(tx: &mut Tx, message: &MessageId, before: &Before) -> Result<()> {
    let sql = "UPDATE delivery SET before_it = $1 WHERE message = $2";
    tx.run(sql, vals![serde_json::to_string(before)?, message.as_str()]).await?;
    Ok(())
}

/// The replies of a conversation that wait for a chosen time, or were held back at it.
pub(crate) async fn waiting_for_time(
    conn: &mut Conn,
    conversation: &crate::ids::ConversationId,
) -> Result<Vec<(MessageId, DeliveryState)>> {
    let sql = "SELECT message, state FROM delivery WHERE state IN ('scheduled', 'held') \
               AND message IN (SELECT id FROM message WHERE conversation = $1)";
    let rows = conn.all(sql, vals![conversation.as_str()]).await?;
    let read = |row: &Row| {
        let state = row.text("state")?;
        Ok((row.id("message")?, DeliveryState::from_code(&state).context("a delivery's state")?))
    };
    rows.iter().map(read).collect()
}

/// A reply's delivery, for changing it: nobody else may until the transaction ends.
pub(crate) async fn delivery(tx: &mut Tx, message: &MessageId) -> Result<Option<(Delivery, Before)>> {
    let sql = format!("SELECT {COLUMNS}, before_it FROM delivery WHERE message = $1{}", tx.engine().for_update());
    let row = tx.one(&sql, vals![message.as_str()]).await?;
    row.map(|row| Ok((read(&row)?, serde_json::from_str(&row.text("before_it")?)?))).transpose()
}

pub(crate) async fn set_delivery(tx: &mut Tx, message: &MessageId, delivery: &Delivery) -> Result<()> {
    let sql = "UPDATE delivery SET state = $1, undo_until = $2, at = $3, words = $4, attempts = $5, subject = $6 \
               WHERE message = $7";
    let values = vals![
        delivery.state.code(),
        delivery.undo_until,
        delivery.at,
        delivery.words.as_str(),
        delivery.attempts,
        delivery.subject.as_deref(),
        message.as_str()
    ];
    tx.run(sql, values).await?;
    if delivery.state == DeliveryState::Undone {
        // It was never said.
        platform::search::forget(tx, message.as_str()).await?;
    }
    Ok(())
}

/// What mails of a conversation are called that have not gone for good is masked; answers whether any was.
pub(super) async fn mask_subjects(
    tx: &mut Tx,
    conversation: &crate::ids::ConversationId,
    masked: &(dyn Fn(&str) -> Option<String> + Sync),
) -> Result<bool> {
    let sql = "SELECT message, subject FROM delivery WHERE subject IS NOT NULL \
               AND message IN (SELECT id FROM message WHERE conversation = $1)";
    let mut any = false;
    for row in tx.all(sql, vals![conversation.as_str()]).await? {
        let Some(clean) = masked(&row.text("subject")?) else { continue };
        let sql = "UPDATE delivery SET subject = $2 WHERE message = $1";
        tx.run(sql, vals![row.text("message")?, clean]).await?;
        any = true;
    }
    Ok(any)
}

/// The deliveries of one conversation, by message.
pub(crate) async fn deliveries_of(
    conn: &mut Conn,
    conversation: &crate::ids::ConversationId,
) -> Result<Vec<(MessageId, Delivery)>> {
    let sql = format!(
        "SELECT message, {COLUMNS} FROM delivery WHERE message IN (SELECT id FROM message WHERE conversation = $1)"
    );
    let rows = conn.all(&sql, vals![conversation.as_str()]).await?;
    rows.iter().map(|row| Ok((row.id("message")?, read(row)?))).collect()
}

/// Replies that were given up, newest first.
pub(crate) async fn failed_deliveries(conn: &mut Conn, most: i64) -> Result<Vec<(MessageId, Delivery)>> {
    let sql =
        format!("SELECT message, {COLUMNS} FROM delivery WHERE state = 'failed' ORDER BY at DESC, message LIMIT $1");
    let rows = conn.all(&sql, vals![most]).await?;
    rows.iter().map(|row| Ok((row.id("message")?, read(row)?))).collect()
}
