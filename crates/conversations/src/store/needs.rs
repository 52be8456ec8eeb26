//! Rows of `need`. They repeat of their conversation what lists of them are cut by: its department, its customer, and
//! whether it is deleted (`seen` is 1 in one that is not). `week` is the Monday on which the week began in which a need
//! was said, in days since 1970. How far telling a customer has come is read off the draft and the reply.

use base::Scope;
use people::{DepartmentId, PersonId, StaffId};
use platform::db::Value;
use platform::{Conn, Context, Result, Row, Tx, vals};

use super::conversations::reach;
use super::lists::bind;
use crate::ids::{ConversationId, DraftId, MessageId, NeedId};
use crate::model::{Conversation, DeliveryState, Need, NeedSource, NeedState};
use crate::rules::needs as rule;

/// The table.
pub(super) const TABLES: &[&str] = &[
    "CREATE TABLE need (id TEXT PRIMARY KEY, conversation TEXT NOT NULL REFERENCES conversation (id), \
     person TEXT NOT NULL, department TEXT NOT NULL, message TEXT, words TEXT NOT NULL, source TEXT NOT NULL, \
     topic TEXT NOT NULL, topic_key TEXT NOT NULL, product TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, \
     noted_by TEXT, noted_at BIGINT NOT NULL, said_at BIGINT NOT NULL, week BIGINT NOT NULL, ended_at BIGINT, \
     draft TEXT, told_in TEXT, seen BIGINT NOT NULL)",
    "CREATE INDEX need_of_conversation ON need (conversation, id)",
    "CREATE INDEX need_of_person ON need (person, id)",
    "CREATE INDEX need_of_topic ON need (topic_key, said_at, id) WHERE seen = 1",
    "CREATE INDEX need_listed ON need (said_at, id) WHERE seen = 1",
    "CREATE INDEX need_of_state ON need (state, said_at, id) WHERE seen = 1",
    "CREATE INDEX need_of_week ON need (week, topic_key, person) WHERE seen = 1",
    "CREATE INDEX need_draft ON need (draft) WHERE draft IS NOT NULL",
    "CREATE INDEX need_told ON need (told_in) WHERE told_in IS NOT NULL",
];

const COLUMNS: &str = "r.id, r.conversation, r.person, r.department, r.message, r.words, r.source, r.topic, r.product, \
     r.state, r.reason, r.noted_by, r.noted_at, r.said_at, r.ended_at, r.draft, r.told_in, \
     (SELECT s.name FROM staff s WHERE s.id = r.noted_by) AS noted_by_name, \
     (SELECT d.state FROM delivery d WHERE d.message = r.told_in) AS told_state, \
     CAST(CASE WHEN EXISTS (SELECT 1 FROM shared_draft w WHERE w.id = r.draft AND w.gone_at IS NULL) \
     THEN 1 ELSE 0 END AS BIGINT) AS drafted";

/// How many of a conversation are shown.
const OF_CONVERSATION_MOST: i64 = 100;

pub(super) fn read(row: &Row) -> Result<Need> {
    let some = |column: &str| -> Result<Option<String>> { Ok(Some(row.text(column)?).filter(|text| !text.is_empty())) };
    let reply = row.opt_text("told_state")?.as_deref().and_then(DeliveryState::from_code);
    Ok(Need {
        id: row.id("id")?,
        conversation: row.id("conversation")?,
        person: row.id("person")?,
        department: some("department")?.map(|id| id.parse()).transpose().context("column department")?,
        message: row.opt_id("message")?,
        words: row.text("words")?,
        source: NeedSource::from_code(&row.text("source")?).context("column source")?,
        topic: row.text("topic")?,
        product: row.text("product")?,
        state: NeedState::from_code(&row.text("state")?).context("column state")?,
        reason: row.text("reason")?,
        noted_by: row.opt_id("noted_by")?,
        noted_by_name: row.opt_text("noted_by_name")?.unwrap_or_default(),
        noted_at: row.at("noted_at")?,
        said_at: row.at("said_at")?,
        ended_at: row.opt_at("ended_at")?,
        draft: row.opt_id("draft")?,
        told_in: row.opt_id("told_in")?,
        told: rule::how_far(reply, row.flag("drafted")?),
    })
}

/// Keeps one, new or changed; `week` is the Monday of the week in which it was said. Its conversation is held and not
/// deleted.
pub(crate) async fn put(tx: &mut Tx, it: &Need, week: i64) -> Result<()> {
    let marks: Vec<String> = (1..=20).map(|n| format!("${n}")).collect();
    let (topic, key) = rule::topic(&it.topic);
    let sql = format!(
        "INSERT INTO need (id, conversation, person, department, message, words, source, topic, topic_key, product, \
         state, reason, noted_by, noted_at, said_at, week, ended_at, draft, told_in, seen) VALUES ({}) \
         ON CONFLICT (id) DO UPDATE SET words = excluded.words, topic = excluded.topic, topic_key = excluded.topic_key, \
         product = excluded.product, state = excluded.state, reason = excluded.reason, ended_at = excluded.ended_at, \
         draft = excluded.draft, told_in = excluded.told_in",
        marks.join(", ")
    );
    let values = vals![
        it.id.as_str(),
        it.conversation.as_str(),
        it.person.as_str(),
        it.department.as_ref().map_or("", DepartmentId::as_str),
        it.message.as_ref().map(MessageId::as_str),
        it.words.as_str(),
        it.source.code(),
        topic,
        key,
        it.product.as_str(),
        it.state.code(),
        it.reason.as_str(),
        it.noted_by.as_ref().map(StaffId::as_str),
        it.noted_at,
        it.said_at,
        week,
        it.ended_at,
        it.draft.as_ref().map(DraftId::as_str),
        it.told_in.as_ref().map(MessageId::as_str),
        true,
    ];
    tx.run(&sql, values).await?;
    Ok(())
}

/// One that the scope reaches, in a conversation that is not deleted.
pub(crate) async fn find(conn: &mut Conn, scope: &Scope, id: &NeedId) -> Result<Option<Need>> {
    let (and, more) = reach(scope, 2);
    let sql = format!("SELECT {COLUMNS} FROM need r WHERE r.id = $1 AND r.seen = 1{and}");
    let values = vals![id.as_str()].into_iter().chain(more).collect();
    conn.one(&sql, values).await?.as_ref().map(read).transpose()
}

pub(crate) async fn remove(tx: &mut Tx, id: &NeedId) -> Result<()> {
    tx.run("DELETE FROM need WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// Those of a conversation, oldest first; of very many the newest.
pub(crate) async fn of(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<Need>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM need r WHERE r.conversation = $1 ORDER BY r.id DESC LIMIT {OF_CONVERSATION_MOST}"
    );
    let mut found: Vec<Need> =
        conn.all(&sql, vals![conversation.as_str()]).await?.iter().map(read).collect::<Result<_>>()?;
    found.reverse();
    Ok(found)
}

/// Those of a customer that the scope reaches, the newest first.
pub(crate) async fn of_person(conn: &mut Conn, scope: &Scope, person: &PersonId, most: i64) -> Result<Vec<Need>> {
    let (and, more) = reach(scope, 3);
    let sql =
        format!("SELECT {COLUMNS} FROM need r WHERE r.person = $1 AND r.seen = 1{and} ORDER BY r.id DESC LIMIT $2");
    let values = vals![person.as_str(), most].into_iter().chain(more).collect();
    conn.all(&sql, values).await?.iter().map(read).collect()
}

/// The needs of a conversation follow it: to its department, its customer, out of lists when it is deleted.
pub(super) async fn follow(tx: &mut Tx, before: &Conversation, c: &Conversation) -> Result<()> {
    let department = |it: &Conversation| it.department.as_ref().map_or("", DepartmentId::as_str).to_owned();
    let place = |it: &Conversation| (department(it), it.person.clone(), it.deleted.is_some());
    if place(before) != place(c) {
        let sql = "UPDATE need SET department = $2, person = $3, seen = $4 WHERE conversation = $1";
        tx.run(sql, vals![c.id.as_str(), department(c), c.person.as_str(), c.deleted.is_none()]).await?;
    }
    Ok(())
}

/// All of a conversation belong to another from now on. Answers which.
pub(crate) async fn bring_all(tx: &mut Tx, from: &ConversationId, to: &Conversation) -> Result<Vec<NeedId>> {
    let sql = "UPDATE need SET conversation = $2, person = $3, department = $4 WHERE conversation = $1 RETURNING id";
    let department = to.department.as_ref().map_or("", DepartmentId::as_str);
    let rows = tx.all(sql, vals![from.as_str(), to.id.as_str(), to.person.as_str(), department]).await?;
    rows.iter().map(|row| row.id("id")).collect()
}

/// These belong to another conversation from now on.
pub(crate) async fn bring(tx: &mut Tx, ids: &[NeedId], to: &Conversation) -> Result<()> {
    let department = to.department.as_ref().map_or("", DepartmentId::as_str);
    for id in ids {
        let sql = "UPDATE need SET conversation = $2, person = $3, department = $4 WHERE id = $1";
        tx.run(sql, vals![id.as_str(), to.id.as_str(), to.person.as_str(), department]).await?;
    }
    Ok(())
}

/// What was said in a message goes where it goes.
pub(crate) async fn go_with(tx: &mut Tx, message: &MessageId, from: &ConversationId, to: &Conversation) -> Result<()> {
    let sql = "SELECT id FROM need WHERE conversation = $1 AND message = $2";
    let rows = tx.all(sql, vals![from.as_str(), message.as_str()]).await?;
    let ids: Vec<NeedId> = rows.iter().map(|row| row.id("id")).collect::<Result<_>>()?;
    bring(tx, &ids, to).await
}

/// What one customer needs another does, once their conversations are that one's.
pub(crate) async fn hand_over(tx: &mut Tx, from: &PersonId, to: &PersonId) -> Result<()> {
    let sql = "UPDATE need SET person = $2 WHERE person = $1 \
               AND conversation IN (SELECT id FROM conversation WHERE person = $2)";
    tx.run(sql, vals![from.as_str(), to.as_str()]).await?;
    Ok(())
}

/// The reply that a shared draft became tells those of its needs.
pub(crate) async fn sent(tx: &mut Tx, draft: &DraftId, reply: &MessageId) -> Result<()> {
    tx.run("UPDATE need SET told_in = $2 WHERE draft = $1", vals![draft.as_str(), reply.as_str()]).await?;
    Ok(())
}

/// A reply was taken back and is this draft again.
pub(crate) async fn drafted_again(tx: &mut Tx, reply: &MessageId, draft: &DraftId) -> Result<()> {
    let sql = "UPDATE need SET draft = $2, told_in = NULL WHERE told_in = $1";
    tx.run(sql, vals![reply.as_str(), draft.as_str()]).await?;
    Ok(())
}

/// What people wrote in all needs of a conversation.
#[derive(Clone, Debug)]
pub(crate) struct NeedTexts {
    /// Which need.
    pub id: NeedId,
    /// The message that it was said in.
    pub message: Option<MessageId>,
    /// The customer's words.
    pub words: String,
    /// The product.
    pub product: String,
    /// Why it will not be met.
    pub reason: String,
    /// What it is about.
    pub topic: String,
    /// The shared draft that says the customer's words.
    pub draft: Option<DraftId>,
}

/// What people wrote in all needs of a conversation.
pub(crate) async fn texts(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<NeedTexts>> {
    let sql = "SELECT id, message, words, product, reason, topic, draft FROM need WHERE conversation = $1 ORDER BY id";
    let rows = conn.all(sql, vals![conversation.as_str()]).await?;
    let one = |row: &Row| {
        Ok(NeedTexts {
            id: row.id("id")?,
            message: row.opt_id("message")?,
            words: row.text("words")?,
            product: row.text("product")?,
            reason: row.text("reason")?,
            topic: row.text("topic")?,
            draft: row.opt_id("draft")?,
        })
    };
    rows.iter().map(one).collect()
}

/// Writes such texts anew.
pub(crate) async fn set_texts(tx: &mut Tx, it: &NeedTexts) -> Result<()> {
    let sql = "UPDATE need SET words = $2, product = $3, reason = $4, topic = $5, topic_key = $6 WHERE id = $1";
    let (topic, key) = rule::topic(&it.topic);
    let (words, product, reason) = (it.words.as_str(), it.product.as_str(), it.reason.as_str());
    tx.run(sql, vals![it.id.as_str(), words, product, reason, topic, key]).await?;
    Ok(())
}

/// Leaves of the needs of a conversation that there were some, and what about if others ask for that, too.
pub(crate) async fn empty(tx: &mut Tx, conversation: &ConversationId, instead: &str) -> Result<()> {
    let sql = "UPDATE need SET words = $2, product = '', reason = '' WHERE conversation = $1";
    tx.run(sql, vals![conversation.as_str(), instead]).await?;
    let sql = "UPDATE need SET topic = '', topic_key = '' WHERE conversation = $1 AND NOT EXISTS \
               (SELECT 1 FROM need o WHERE o.topic_key = need.topic_key AND o.person <> need.person)";
    tx.run(sql, vals![conversation.as_str()]).await?;
    Ok(())
}

/// Which needs are asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    /// Of this state.
    pub state: Option<NeedState>,
    /// Of the topic of this key.
    pub topic: Option<String>,
    /// Said at or after this, in µs.
    pub since: Option<i64>,
    /// Only those whose customers nobody has begun to tell.
    pub untold: bool,
    /// Those behind this one.
    pub after: Option<(i64, NeedId)>,
    /// How many.
    pub most: i64,
}

/// Needs that the scope reaches, the newest first.
pub(crate) async fn list(conn: &mut Conn, scope: &Scope, asked: &Asked) -> Result<Vec<Need>> {
    let mut values = Vec::new();
    let mut all = vec!["r.seen = 1".to_owned()];
    if let Some(state) = asked.state {
        all.push(format!("r.state = {}", bind(&mut values, Value::from(state.code()))));
    }
    if let Some(topic) = &asked.topic {
        all.push(format!("r.topic_key = {}", bind(&mut values, Value::from(topic.as_str()))));
    }
    if let Some(since) = asked.since {
        all.push(format!("r.said_at >= {}", bind(&mut values, Value::from(since))));
    }
    if asked.untold {
        all.push("r.state <> 'declined' AND r.draft IS NULL AND r.told_in IS NULL".to_owned());
    }
    if let Some((at, id)) = &asked.after {
        let (at, id) = (bind(&mut values, Value::from(*at)), bind(&mut values, Value::from(id.as_str())));
        all.push(format!("(r.said_at, r.id) < ({at}, {id})"));
    }
    let (and, more) = reach(scope, values.len() + 1);
    values.extend(more);
    let most = bind(&mut values, Value::from(asked.most));
    let sql = format!(
        "SELECT {COLUMNS} FROM need r WHERE {}{and} ORDER BY r.said_at DESC, r.id DESC LIMIT {most}",
        all.join(" AND ")
    );
    conn.all(&sql, values).await?.iter().map(read).collect()
}
