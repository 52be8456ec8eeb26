//! The texts of messages in the index, written with them, and conditions on what is found.

use base::Scope;
use people::StaffId;
use platform::db::Conn;
use platform::search::{self, Document, Later, Only, Shelf, Source};
use platform::{Result, Row, Tx, vals};
use words::reply;

use super::conversations::within;
use super::lists::{columns, person_name};
use super::messages::LAST_MOOD;
use crate::ids::{ConversationId, MessageId};
use crate::model::{Conversation, Mailbox, MessageKind, Recipients};
use crate::queries::ListRow;
use crate::rules::searching::Is;

/// What is found: not our automatic receipts, which all say the same, and nothing that was taken back.
const SAID: &str = "m.kind <> 'receipt' AND NOT EXISTS \
     (SELECT 1 FROM delivery y WHERE y.message = m.id AND y.state = 'undone')";

const COLUMNS: &str = "m.id, m.conversation, m.at, m.kind, m.from_name, m.from_address, m.recipients, m.body, m.language, \
     (SELECT c.subject FROM conversation c WHERE c.id = m.conversation) AS subject, \
     (SELECT s.title FROM side_thread s WHERE s.id = m.side) AS aside, CASE WHEN EXISTS \
     (SELECT 1 FROM message e WHERE e.conversation = m.conversation AND (e.at, e.id) < (m.at, m.id)) THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END \
     AS answers";

/// Writes a message anew into the index.
pub(super) async fn index(tx: &mut Tx, id: &MessageId) -> Result<()> {
    let sql = format!("SELECT {COLUMNS} FROM message m WHERE m.id = $1 AND {SAID}");
    match tx.one(&sql, vals![id.as_str()]).await? {
        Some(row) => {
            let document = document(tx, &row).await?;
            search::put(tx, &document).await
        }
        None => Ok(()),
    }
}

/// Writes the first message of a conversation anew into the index.
pub(crate) async fn index_first(tx: &mut Tx, id: &ConversationId) -> Result<()> {
    let sql = "SELECT id FROM message WHERE conversation = $1 ORDER BY at, id LIMIT 1";
    match tx.one(sql, vals![id.as_str()]).await? {
        Some(row) => index(tx, &row.id("id")?).await,
        None => Ok(()),
    }
}

/// Messages that are written anew into the index while somebody waits, and in one transaction.
pub(crate) const AT_ONCE: usize = 100;

/// Writes messages anew into the index, which were found by `words` and are by others now; words that nothing else has
/// are forgotten.
pub(crate) async fn index_without(tx: &mut Tx, ids: &[MessageId], words: &str) -> Result<()> {
    for id in ids {
        index(tx, id).await?;
    }
    forget_words(tx, words).await
}

/// Words that nothing has any more are offered no more to those who mistype.
pub(crate) async fn forget_words(tx: &mut Tx, words: &str) -> Result<()> {
    let (shelf, at) = (Shelf::Messages, tx.now());
    let (text, nowhere) = (words.to_owned(), String::new());
    let gone =
        Document { shelf, subject: nowhere.clone(), thread: nowhere, at, language: None, text, marks: Vec::new() };
    search::erase(tx, &[gone]).await
}

/// What a message is found by, as long as it is.
pub(super) async fn document_of(tx: &mut Tx, id: &MessageId) -> Result<Option<Document>> {
    let sql = format!("SELECT {COLUMNS} FROM message m WHERE m.id = $1");
    match tx.one(&sql, vals![id.as_str()]).await? {
        Some(row) => Ok(Some(document(tx, &row).await?)),
        None => Ok(None),
    }
}

async fn document(tx: &mut Tx, row: &Row) -> Result<Document> {
    let id = row.text("id")?;
    let sql = "SELECT name, inline FROM attachment WHERE message = $1 ORDER BY position LIMIT 200";
    let files = tx.all(sql, vals![id.as_str()]).await?;
    let names = files.iter().map(|file| file.text("name")).collect::<Result<Vec<_>>>()?;
    let outside = files.iter().map(|file| file.flag("inline")).collect::<Result<Vec<_>>>()?.contains(&false);
    let kind = row.text("kind")?;
    let body = row.text("body")?;
    // What an answer quotes is found where it was said.
    let quotes = row.flag("answers")? && MessageKind::from_code(&kind).is_some_and(MessageKind::came_in);
    let said = if quotes { own_words(&body) } else { body };
    let from = one_line(&Mailbox { name: row.text("from_name")?, address: row.text("from_address")? });
    let recipients: Recipients = serde_json::from_str(&row.text("recipients")?)?;
    let to = recipients.all().map(one_line).collect::<Vec<_>>().join("\n");
    let mut marks = vec![("kind", kind)];
    if outside {
        marks.push(("has", "attachment".to_owned()));
    }
    let conversation = row.text("conversation")?;
    // What belongs to the conversation as a whole is found where it began.
    let own = if row.flag("answers")? { Vec::new() } else { own_of(tx, &conversation).await? };
    let aside = row.opt_text("aside")?.unwrap_or_default();
    let text =
        [row.text("subject")?, aside, said, from.clone(), to.clone(), names.join("\n"), own.join("\n")].join("\n");
    marks.extend([("from", from), ("to", to)]);
    Ok(Document {
        shelf: Shelf::Messages,
        subject: id,
        thread: conversation,
        at: row.at("at")?,
        language: row.opt_text("language")?.as_deref().and_then(base::Language::from_code),
        text,
        marks,
    })
}

/// What stands in the conversation's fields, and the number that it had in another system.
async fn own_of(tx: &mut Tx, conversation: &str) -> Result<Vec<String>> {
    let mut own = people::field::words(tx, conversation).await?;
    if let Ok(id) = conversation.parse() {
        own.extend(super::origin_of(tx, &id).await?.map(|origin| origin.number));
    }
    Ok(own)
}

fn one_line(mailbox: &Mailbox) -> String {
    format!("{} {}", mailbox.name, mailbox.address)
}

fn own_words(body: &str) -> String {
    let parts = reply::split(body);
    format!("{}\n{}", parts.visible(), parts.signature())
}

/// What must hold of the conversations that are found: the scope, and what was asked for.
pub(crate) fn only(scope: &Scope, is: &[(Is, bool)], me: Option<&StaffId>) -> Only {
    let mut only = Only::default();
    let (mut and, values) = within(scope, 1);
    for value in values {
        only.bind(value);
    }
    for (is, so) in is {
        let condition = match is {
            Is::Group(group) => format!("c.grp = {}", *group as i64),
            Is::State(state) => format!("c.state = {}", only.bind(state.code())),
            Is::Mine => format!("c.assignee = {}", only.bind(me.map_or("nobody", |me| me.as_str()))),
            Is::Unassigned => "c.assignee = ''".to_owned(),
            Is::Unread => "c.unread = 1".to_owned(),
            Is::Followed => format!(
                "EXISTS (SELECT 1 FROM following f WHERE f.conversation = c.id AND f.staff = {} AND f.follows = 1)",
                only.bind(me.map_or("nobody", |me| me.as_str()))
            ),
            Is::Complaint => "c.id IN (SELECT k.conversation FROM complaint k WHERE k.is_one = 1)".to_owned(),
            Is::Unhappy => format!("{LAST_MOOD} = 'negative'"),
            Is::Tagged(name) => format!(
                "EXISTS (SELECT 1 FROM tagged g JOIN tag t ON t.id = g.tag WHERE g.conversation = c.id AND t.folded = {})",
                only.bind(name)
            ),
            Is::Problem => "EXISTS (SELECT 1 FROM problem_link l WHERE l.conversation = c.id)".to_owned(),
            Is::Drafted => {
                "EXISTS (SELECT 1 FROM shared_draft h WHERE h.conversation = c.id AND h.gone_at IS NULL)".to_owned()
            }
            Is::Noted => "EXISTS (SELECT 1 FROM message n WHERE n.conversation = c.id AND n.kind = 'note')".to_owned(),
        };
        and.push_str(&format!(" AND {}({condition})", if *so { "" } else { "NOT " }));
    }
    only.holds(format!("EXISTS (SELECT 1 FROM conversation c WHERE c.id = d.thread{and})"));
    only
}

/// What must hold of cases that are like one: the scope, the same language, and that they are others.
pub(crate) fn like_only(scope: &Scope, at: &Conversation) -> Only {
    let mut only = only(scope, &[], None);
    let this = only.bind(at.id.as_str());
    only.holds(format!("d.thread <> {this}"));
    if let Some(language) = at.language {
        let language = only.bind(language.code());
        only.holds(format!("EXISTS (SELECT 1 FROM conversation c WHERE c.id = d.thread AND c.language = {language})"));
    }
    only
}

/// The rows of these conversations, those that the scope allows.
pub(crate) async fn rows(conn: &mut Conn, scope: &Scope, ids: &[String]) -> Result<Vec<ListRow>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
    let (and, more) = within(scope, ids.len() + 1);
    let sql = format!("SELECT {} FROM conversation c WHERE c.id IN ({}){and}", columns(), places.join(", "));
    let values = ids.iter().map(platform::db::Bind::bind).chain(more).collect();
    conn.all(&sql, values).await?.iter().map(person_name).collect()
}

/// All messages, for an index that is made anew.
#[derive(Clone, Copy, Debug, Default)]
pub struct Messages;

impl Source for Messages {
    fn name(&self) -> &'static str {
        "messages"
    }

    fn count<'a>(&'a self, conn: &'a mut Conn) -> Later<'a, i64> {
        Box::pin(conn.number("SELECT COUNT(*) AS n FROM message", vals![]))
    }

    fn page<'a>(
        &'a self,
        tx: &'a mut Tx,
        after: Option<&'a str>,
        most: i64,
    ) -> Later<'a, (Vec<Document>, Option<String>)> {
        Box::pin(async move {
            let sql = format!(
                "SELECT {COLUMNS} FROM message m WHERE ($1 = '' OR m.id < $1) AND {SAID} ORDER BY m.id DESC LIMIT $2{}",
                tx.engine().for_update()
            );
            let rows = tx.all(&sql, vals![after.unwrap_or_default(), most]).await?;
            let mut documents = Vec::with_capacity(rows.len());
            for row in &rows {
                documents.push(document(tx, row).await?);
            }
            Ok((documents, rows.last().map(|row| row.text("id")).transpose()?))
        })
    }
}
