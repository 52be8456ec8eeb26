//! Whose conversations and messages are whose, when two customers become one or two again.

use base::Instant;
use people::PersonId;
use people::person::fold_address;
use platform::{Conn, Result, Tx, vals};
use serde::{Deserialize, Serialize};

use super::{needs, problem_links, promises, recurring};
use crate::ids::{ConversationId, MessageId, RecurringId, ServicePolicyId};

/// What went from one customer to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct HandedOver {
    pub conversations: Vec<ConversationId>,
    /// What they wrote there, and into conversations of the other.
    pub messages: Vec<MessageId>,
    /// What recurs with them.
    #[serde(default)]
    pub recurring: Vec<RecurringId>,
    /// The policies that name both since then.
    #[serde(default)]
    pub policies: Vec<ServicePolicyId>,
}

pub(crate) async fn count_of_person(conn: &mut Conn, person: &PersonId) -> Result<i64> {
    conn.number(
        "SELECT COUNT(*) AS n FROM conversation WHERE person = $1 AND deleted_at IS NULL",
        vals![person.as_str()],
    )
    .await
}

/// Gives everything of one customer to another.
pub(crate) async fn hand_over(tx: &mut Tx, from: &PersonId, to: &PersonId) -> Result<HandedOver> {
    let recurring = recurring::hand_over(tx, from, to).await?;
    let both = (from, to);
    let (from, to) = (from.as_str(), to.as_str());
    let sql = format!("SELECT id FROM conversation WHERE person = $1 ORDER BY id{}", tx.engine().for_update());
    let conversations = tx.all(&sql, vals![from]).await?;
    let sql = "SELECT m.id FROM message m JOIN conversation c ON c.id = m.conversation \
               WHERE c.person IN ($1, $2) AND m.author = $1 ORDER BY m.id";
    let messages = tx.all(sql, vals![from, to]).await?;
    tx.run("UPDATE conversation SET person = $2 WHERE person = $1", vals![from, to]).await?;
    let sql = "UPDATE message SET author = $2 WHERE author = $1 \
               AND conversation IN (SELECT id FROM conversation WHERE person = $2)";
    tx.run(sql, vals![from, to]).await?;
    promises::hand_over(tx, both.0, both.1).await?;
    needs::hand_over(tx, both.0, both.1).await?;
    problem_links::hand_over(tx, both.0, both.1).await?;
    Ok(HandedOver {
        conversations: conversations.iter().map(|row| row.id("id")).collect::<Result<_>>()?,
        messages: messages.iter().map(|row| row.id("id")).collect::<Result<_>>()?,
        recurring,
        policies: Vec::new(),
    })
}

/// Gives back what went over, and what came since from the addresses that go back.
pub(crate) async fn hand_back(
    tx: &mut Tx,
    (from, to): (&PersonId, &PersonId),
    over: &HandedOver,
    (since, addresses): (Instant, &[String]),
) -> Result<()> {
    recurring::hand_back(tx, &over.recurring, from, to).await?;
    let both = (from, to);
    let (from, to) = (from.as_str(), to.as_str());
    let sql = "SELECT m.id, m.from_address FROM message m JOIN conversation c ON c.id = m.conversation \
               WHERE c.person = $1 AND m.author = $1 AND m.at >= $2 ORDER BY m.id";
    let mut messages: Vec<MessageId> = over.messages.clone();
    for row in tx.all(sql, vals![from, since]).await? {
        if addresses.contains(&fold_address(&row.text("from_address")?)) {
            messages.push(row.id("id")?);
        }
    }
    for message in &messages {
        let sql = "UPDATE message SET author = $2 WHERE id = $3 AND author = $1";
        tx.run(sql, vals![from, to, message.as_str()]).await?;
    }
    let sql = "UPDATE conversation SET person = $2 WHERE id = $3 AND person = $1";
    for conversation in &over.conversations {
        tx.run(sql, vals![from, to, conversation.as_str()]).await?;
    }
    // What began since belongs to whoever wrote first.
    let sql = "UPDATE conversation SET person = $2 WHERE person = $1 AND created_at >= $3 AND \
               (SELECT m.author FROM message m WHERE m.conversation = conversation.id ORDER BY m.at, m.id LIMIT 1) = $2";
    tx.run(sql, vals![from, to, since]).await?;
    promises::hand_over(tx, both.0, both.1).await?;
    needs::hand_over(tx, both.0, both.1).await?;
    problem_links::hand_over(tx, both.0, both.1).await
}
