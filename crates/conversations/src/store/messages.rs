//! Rows of `message`.

use base::{Instant, Language, Scope};
use people::person::fold_address;
use people::{PersonId, StaffId};
use platform::{Conn, Context, Result, Row, Tx, vals};
use words::mood::Mood;

use super::conversations::within;
use crate::document::Document;
use crate::ids::{ConversationId, MessageId};
use crate::invite::Invite;
use crate::model::{Author, DeliveryState, Mailbox, Message, MessageKind, Proof, Recipients, Verdict};
use crate::rules::placing::Step;

/// Stands for whoever writes by itself.
const SYSTEM: &str = "system";

pub(super) const COLUMNS: &str = "id, conversation, at, kind, author, from_name, from_address, recipients, body, language, \
     automatic, warnings, unreadable, raw, about, document, pictures, proof, invite, edited_at, redacted_at, contact, side, mood";

/// How the writer of what came in feels. What was there before has no mood.
pub(super) const MOODS: &[&str] = &[
    "ALTER TABLE message ADD COLUMN mood TEXT",
    "CREATE INDEX message_mood ON message (conversation, id, mood) WHERE mood IS NOT NULL",
];

/// The mood of what last came in to the conversation `c` and has one; nothing is the empty text.
pub(super) const LAST_MOOD: &str = "COALESCE((SELECT o.mood FROM message o WHERE o.conversation = c.id AND o.mood IS NOT NULL \
     ORDER BY o.id DESC LIMIT 1), '')";

pub(super) fn read(row: &Row) -> Result<Message> {
    let kind = row.text("kind")?;
    let author = row.text("author")?;
    let recipients: Recipients = serde_json::from_str(&row.text("recipients")?)?;
    Ok(Message {
        id: row.id("id")?,
        conversation: row.id("conversation")?,
        at: row.at("at")?,
        kind: MessageKind::from_code(&kind).context(format!("unknown kind {kind}"))?,
        author: read_author(&author).context(format!("unknown author {author}"))?,
        from: Mailbox { name: row.text("from_name")?, address: row.text("from_address")? },
        to: recipients.to,
        cc: recipients.cc,
        bcc: recipients.bcc,
        about: row.opt_id("about")?,
        side: row.opt_id("side")?,
        body: row.text("body")?,
        document: row.opt_text("document")?.as_deref().and_then(Document::from_json),
        pictures: row.flag("pictures")?,
        language: row.opt_text("language")?.as_deref().and_then(Language::from_code),
        automatic: row.opt_text("automatic")?,
        warnings: serde_json::from_str(&row.text("warnings")?)?,
        proof: row.opt_text("proof")?.map(|proof| serde_json::from_str(&proof)).transpose()?,
        invite: row.opt_text("invite")?.as_deref().and_then(Invite::from_json),
        unreadable: row.opt_text("unreadable")?,
        raw: row.opt_text("raw")?,
        contact: row.opt_text("contact")?.map(|text| serde_json::from_str(&text)).transpose()?,
        edited_at: row.opt_at("edited_at")?,
        redacted_at: row.opt_at("redacted_at")?,
        mood: row.opt_text("mood")?.as_deref().and_then(Mood::from_name),
        delivery: None,
        attachments: Vec::new(),
    })
}

fn read_author(text: &str) -> Option<Author> {
    if text == SYSTEM {
        return Some(Author::System);
    }
    text.parse().map(Author::Person).or_else(|_| text.parse().map(Author::Staff)).ok()
}

fn author(author: &Author) -> &str {
    match author {
        Author::Person(id) => id.as_str(),
        Author::Staff(id) => id.as_str(),
        Author::System => SYSTEM,
    }
}

pub(crate) async fn add(tx: &mut Tx, m: &Message, mail_id: Option<&str>, trace: &[Step]) -> Result<()> {
    let sql = "INSERT INTO message (id, conversation, at, kind, author, from_name, from_address, recipients, body, \
         language, mail_id, automatic, warnings, unreadable, raw, trace, about, document, pictures, proof, invite, \
         contact, side, mood) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)";
    let recipients = Recipients { to: m.to.clone(), cc: m.cc.clone(), bcc: m.bcc.clone() };
    let recipients = serde_json::to_string(&recipients)?;
    let values = vals![
        m.id.as_str(),
        m.conversation.as_str(),
        m.at,
        m.kind.code(),
        author(&m.author),
        m.from.name.as_str(),
        m.from.address.as_str(),
        recipients,
        m.body.as_str(),
        m.language.map(Language::code),
        mail_id,
        m.automatic.clone(),
        serde_json::to_string(&m.warnings)?,
        m.unreadable.clone(),
        m.raw.clone(),
        serde_json::to_string(trace)?,
        m.about.as_ref().map(|id| id.as_str()),
        m.document.as_ref().map(serde_json::to_string).transpose()?,
        m.pictures,
        m.proof.as_ref().map(serde_json::to_string).transpose()?,
        m.invite.as_ref().map(serde_json::to_string).transpose()?,
        m.contact.as_ref().map(serde_json::to_string).transpose()?,
        m.side.as_ref().map(|id| id.as_str()),
        m.mood.map(Mood::name)
    ];
    tx.run(sql, values).await?;
    super::searching::index(tx, &m.id).await
}

/// What somebody typed on a page under an address that nobody had confirmed, newest first, of the last hundred.
pub(crate) async fn typed_unproved(conn: &mut Conn, person: &PersonId, address: &str) -> Result<Vec<Typed>> {
    let sql = "SELECT id, conversation, from_address, proof FROM message WHERE author = $1 AND kind = 'inbound' \
         ORDER BY id DESC LIMIT 100";
    let mut found = Vec::new();
    for row in conn.all(sql, vals![person.as_str()]).await? {
        let proof = row.opt_text("proof")?.map(|proof| serde_json::from_str::<Proof>(&proof)).transpose()?;
        let unproved = proof.is_some_and(|proof| proof.verdict == Verdict::Unproved && proof.by == "form");
        if unproved && fold_address(&row.text("from_address")?) == address {
            found.push((row.id("id")?, row.id("conversation")?));
        }
    }
    Ok(found)
}

/// A message and its conversation.
type Typed = (MessageId, ConversationId);

/// Keeps what is known of the sender now.
pub(crate) async fn set_proof(tx: &mut Tx, id: &MessageId, proof: &Proof) -> Result<()> {
    let proof = serde_json::to_string(proof)?;
    tx.run("UPDATE message SET proof = $2 WHERE id = $1", vals![id.as_str(), proof]).await?;
    Ok(())
}

/// Notes that the pictures on other computers are asked for.
pub(crate) async fn show_pictures(tx: &mut Tx, id: &MessageId) -> Result<()> {
    tx.run("UPDATE message SET pictures = 1 WHERE id = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// The newest `most` messages of a conversation, oldest first. The caller holds the conversation, so
/// its scope has been asked for.
pub(crate) async fn thread(conn: &mut Conn, conversation: &ConversationId, most: i64) -> Result<Vec<Message>> {
    let sql = format!("SELECT {COLUMNS} FROM message WHERE conversation = $1 ORDER BY at DESC, id DESC LIMIT $2");
    let rows = conn.all(&sql, vals![conversation.as_str(), most]).await?;
    let mut messages = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    messages.reverse();
    Ok(messages)
}

pub(crate) async fn find(conn: &mut Conn, scope: &Scope, id: &MessageId) -> Result<Option<Message>> {
    let (and, more) = within(scope, 2);
    let sql = format!(
        "SELECT {COLUMNS} FROM message WHERE id = $1 AND conversation IN \
         (SELECT id FROM conversation WHERE id = message.conversation{and})"
    );
    let values = vals![id.as_str()].into_iter().chain(more).collect();
    conn.one(&sql, values).await?.map(|row| read(&row)).transpose()
}

/// Message-IDs of the public messages before `message`, oldest first: what a reply refers to. What came
/// after it is no ancestor (a retry days later says the same), nor is what was taken back and never went.
pub(crate) async fn references_before(conn: &mut Conn, message: &Message) -> Result<Vec<String>> {
    let sql = "SELECT mail_id FROM message WHERE conversation = $1 AND mail_id IS NOT NULL \
               AND kind IN ('inbound', 'reply') AND (at, id) < ($2, $3) AND NOT EXISTS (SELECT 1 FROM delivery \
               WHERE delivery.message = message.id AND delivery.state IN ('undone', 'scheduled', 'held')) \
               ORDER BY at DESC, id DESC LIMIT 20";
    let rows = conn.all(sql, vals![message.conversation.as_str(), message.at, message.id.as_str()]).await?;
    let mut ids = rows.iter().map(|row| row.text("mail_id")).collect::<Result<Vec<_>>>()?;
    ids.reverse();
    Ok(ids)
}

/// What was said since `seen`, oldest first, by others than `me`; what never went was not said.
pub(crate) async fn newer(
    conn: &mut Conn,
    conversation: &ConversationId,
    seen: &MessageId,
    me: &str,
) -> Result<Vec<Message>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM message WHERE conversation = $1 AND id > $2 AND author <> $3 AND kind <> 'receipt' AND NOT EXISTS \
         (SELECT 1 FROM delivery WHERE delivery.message = message.id AND delivery.state = 'undone') \
         ORDER BY id LIMIT 50"
    );
    let rows = conn.all(&sql, vals![conversation.as_str(), seen.as_str(), me]).await?;
    rows.iter().map(read).collect()
}

/// Whether nothing came from outside before `message`: it begins the conversation.
pub(crate) async fn begins(conn: &mut Conn, message: &Message) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM message WHERE conversation = $1 AND kind = 'inbound' AND (at, id) < ($2, $3)";
    let values = vals![message.conversation.as_str(), message.at, message.id.as_str()];
    Ok(conn.number(sql, values).await? == 0)
}

/// Who wrote from outside since `message` was written, if a person did.
pub(crate) async fn answered_since(conn: &mut Conn, message: &Message) -> Result<Option<String>> {
    let sql = "SELECT CASE WHEN from_name = '' THEN from_address ELSE from_name END AS who FROM message \
               WHERE conversation = $1 AND id > $2 AND kind = 'inbound' AND automatic IS NULL ORDER BY id LIMIT 1";
    let row = conn.one(sql, vals![message.conversation.as_str(), message.id.as_str()]).await?;
    row.map(|row| row.text("who")).transpose()
}

/// When a customer first wrote after a message of ours was kept.
pub(crate) async fn written_since(conn: &mut Conn, message: &Message) -> Result<Option<base::Instant>> {
    let sql = "SELECT at FROM message WHERE conversation = $1 AND id > $2 AND kind = 'inbound' AND automatic IS NULL \
               ORDER BY id LIMIT 1";
    let row = conn.one(sql, vals![message.conversation.as_str(), message.id.as_str()]).await?;
    row.map(|row| row.at("at")).transpose()
}

/// A reply that waited goes now: it stands in the thread where it left, not where it was written.
pub(crate) async fn goes_now(tx: &mut Tx, id: &MessageId, at: base::Instant) -> Result<()> {
    tx.run("UPDATE message SET at = $1 WHERE id = $2", vals![at, id.as_str()]).await?;
    Ok(())
}

/// How the placing of a message was decided, step by step.
pub(crate) async fn trace(conn: &mut Conn, id: &MessageId) -> Result<Vec<Step>> {
    let row = conn.one("SELECT trace FROM message WHERE id = $1", vals![id.as_str()]).await?;
    row.map_or(Ok(Vec::new()), |row| Ok(serde_json::from_str(&row.text("trace")?)?))
}

/// The Message-ID that a reply goes out under.
pub(crate) async fn mail_id_of(conn: &mut Conn, id: &MessageId) -> Result<Option<String>> {
    let row = conn.one("SELECT mail_id FROM message WHERE id = $1", vals![id.as_str()]).await?;
    row.map(|row| row.opt_text("mail_id")).transpose().map(Option::flatten)
}

/// When something last came from outside that a person wrote.
pub(crate) async fn wrote_last(conn: &mut Conn, conversation: &ConversationId) -> Result<Option<Instant>> {
    let sql = "SELECT at FROM message WHERE conversation = $1 AND kind = 'inbound' AND automatic IS NULL \
               ORDER BY at DESC, id DESC LIMIT 1";
    conn.one(sql, vals![conversation.as_str()]).await?.map(|row| row.at("at")).transpose()
}

/// When a person last wrote to the other side, or a call or a visit was written down: what a machine wrote and what never
/// went is nobody's word.
pub(crate) async fn last_word(conn: &mut Conn, conversation: &ConversationId) -> Result<Option<Instant>> {
    let sql = "SELECT at FROM message WHERE conversation = $1 AND kind IN ('inbound', 'reply', 'contact') \
               AND automatic IS NULL AND NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.message = message.id \
               AND delivery.state IN ('undone', 'scheduled', 'held')) ORDER BY at DESC, id DESC LIMIT 1";
    conn.one(sql, vals![conversation.as_str()]).await?.map(|row| row.at("at")).transpose()
}

/// What the customer wrote last, if a person did.
pub(crate) async fn last_wrote(conn: &mut Conn, conversation: &ConversationId) -> Result<Option<String>> {
    let sql = "SELECT body FROM message WHERE conversation = $1 AND kind = 'inbound' AND automatic IS NULL \
               ORDER BY at DESC, id DESC LIMIT 1";
    conn.one(sql, vals![conversation.as_str()]).await?.map(|row| row.text("body")).transpose()
}

/// What people wrote into a conversation from outside, oldest first; of very long ones the beginning.
pub(crate) async fn wrote(conn: &mut Conn, conversation: &ConversationId) -> Result<Vec<String>> {
    let sql = "SELECT body FROM message WHERE conversation = $1 AND kind = 'inbound' AND automatic IS NULL \
               ORDER BY at, id LIMIT 50";
    conn.all(sql, vals![conversation.as_str()]).await?.iter().map(|row| row.text("body")).collect()
}

/// The first reply to the customer that went, or is on its way.
pub(crate) async fn first_reply(conn: &mut Conn, conversation: &ConversationId) -> Result<Option<MessageId>> {
    let sql = "SELECT id FROM message WHERE conversation = $1 AND kind = 'reply' AND NOT EXISTS (SELECT 1 FROM delivery \
               WHERE delivery.message = message.id AND delivery.state IN ('undone', 'scheduled', 'held', 'failed', 'bounced')) \
               ORDER BY at, id LIMIT 1";
    conn.one(sql, vals![conversation.as_str()]).await?.map(|row| row.id("id")).transpose()
}

/// The text of the newest message of a kind that a colleague wrote here after a moment and did not take back.
pub(crate) async fn newest_by(
    conn: &mut Conn,
    staff: &StaffId,
    conversation: &ConversationId,
    kind: MessageKind,
    after: Instant,
) -> Result<Option<String>> {
    let sql = "SELECT body FROM message WHERE conversation = $1 AND author = $2 AND kind = $3 AND at > $5 AND NOT EXISTS \
               (SELECT 1 FROM delivery WHERE delivery.message = message.id AND delivery.state = $4) \
               ORDER BY id DESC LIMIT 1";
    let undone = DeliveryState::Undone.code();
    let row = conn.one(sql, vals![conversation.as_str(), staff.as_str(), kind.code(), undone, after]).await?;
    row.map(|row| row.text("body")).transpose()
}
