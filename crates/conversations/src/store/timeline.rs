//! Rows of a customer's timeline, newest first and by key: what began, what was said.

use base::{Instant, Scope};
use people::PersonId;
use platform::{Conn, Result, Row, vals};

use super::conversations::within;
use super::lists::{columns, person_name};
use crate::ids::{ConversationId, MessageId};
use crate::model::MessageKind;
use crate::queries::ListRow;

/// Something that was said in one of a customer's conversations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Names it.
    pub id: MessageId,
    /// When.
    pub at: Instant,
    /// What it is.
    pub kind: MessageKind,
    /// Where.
    pub conversation: ConversationId,
    /// Its number.
    pub number: i64,
    /// Its subject.
    pub subject: String,
    /// Who said it; empty for Tillit itself.
    pub by: String,
    /// How it begins.
    pub text: String,
    /// In which language, if known.
    pub language: Option<base::Language>,
}

/// Characters of a message that are shown.
const START: usize = 240;

/// The customer's conversations that began before this place.
pub(crate) async fn began(
    conn: &mut Conn,
    scope: &Scope,
    person: &PersonId,
    (at, id): (i64, &str),
    most: i64,
) -> Result<Vec<ListRow>> {
    let (and, more) = within(scope, 5);
    let sql = format!(
        "SELECT {} FROM conversation c WHERE c.person = $1 AND (c.created_at, c.id) < ($2, $3){and} \
         ORDER BY c.created_at DESC, c.id DESC LIMIT $4",
        columns()
    );
    let values = vals![person.as_str(), at, id, most].into_iter().chain(more).collect();
    conn.all(&sql, values).await?.iter().map(person_name).collect()
}

/// What was said in the customer's conversations before this place: notes among colleagues, or all else.
pub(crate) async fn said(
    conn: &mut Conn,
    scope: &Scope,
    (person, notes): (&PersonId, bool),
    (at, id): (i64, &str),
    most: i64,
) -> Result<Vec<Line>> {
    let (and, more) = within(scope, 5);
    let of = if notes {
        "m.kind IN ('note', 'side_out', 'side_in')"
    } else {
        "m.kind NOT IN ('note', 'side_out', 'side_in', 'receipt')"
    };
    let sql = format!(
        "SELECT m.id, m.at, m.kind, m.conversation, m.language, m.from_name, m.from_address, \
         substr(m.body, 1, 2000) AS body, c.number, c.subject, \
         (SELECT s.name FROM staff s WHERE s.id = m.author) AS staff_name \
         FROM message m JOIN conversation c ON c.id = m.conversation \
         WHERE m.conversation IN (SELECT id FROM conversation WHERE person = $1{and}) AND {of} \
         AND (m.at, m.id) < ($2, $3) AND NOT EXISTS \
         (SELECT 1 FROM delivery y WHERE y.message = m.id AND y.state = 'undone') \
         ORDER BY m.at DESC, m.id DESC LIMIT $4"
    );
    let values = vals![person.as_str(), at, id, most].into_iter().chain(more).collect();
    conn.all(&sql, values).await?.iter().map(line).collect()
}

fn line(row: &Row) -> Result<Line> {
    let (name, address) = (row.text("from_name")?, row.text("from_address")?);
    let kind = row.text("kind")?;
    let body = row.text("body")?;
    let came_in = MessageKind::from_code(&kind).is_some_and(MessageKind::came_in);
    let own = if came_in { words::reply::split(&body).visible() } else { body };
    let text: String = own.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(Line {
        id: row.id("id")?,
        at: row.at("at")?,
        kind: MessageKind::from_code(&kind).unwrap_or(MessageKind::Note),
        conversation: row.id("conversation")?,
        number: row.int("number")?,
        subject: row.text("subject")?,
        by: row.opt_text("staff_name")?.unwrap_or(if name.is_empty() { address } else { name }),
        text: text.chars().take(START).collect(),
        language: row.opt_text("language")?.as_deref().and_then(base::Language::from_code),
    })
}
