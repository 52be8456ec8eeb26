//! Questions and ideas, their tags, and what they are found by.

use std::collections::BTreeSet;

use base::Language;
use people::PersonId;
use platform::db::{Value, tuples};
use platform::{Conn, Fault, Result, Row, Tx, vals};

use crate::found::index;
use crate::ids::TopicId;
use crate::model::{Idea, Kind, Topic, TopicState};

const COLUMNS: &str = "t.id, t.kind, t.person, t.title, t.body, t.language, t.state, t.waits, t.idea, t.reason, \
                       t.created_at, t.edited_at, t.answers, t.votes, t.accepted, t.merged_into, t.due, t.conversation";
/// Candidates that each word brings, at most: the newest.
const A_WORD: i64 = 60;
/// Words of a title that are asked by, at most.
const WORDS: usize = 14;

fn strange(what: &str) -> Fault {
    Fault::new(format!("a topic has an unknown {what}"))
}

fn read(row: &Row) -> Result<Topic> {
    Ok(Topic {
        id: row.id("id")?,
        kind: Kind::from_code(&row.text("kind")?).ok_or_else(|| strange("kind"))?,
        person: row.opt_id("person")?,
        title: row.text("title")?,
        body: row.text("body")?,
        language: row.opt_text("language")?.as_deref().and_then(Language::from_code),
        state: TopicState::from_code(&row.text("state")?).ok_or_else(|| strange("state"))?,
        waits: row.flag("waits")?,
        idea: Idea::from_code(&row.text("idea")?).ok_or_else(|| strange("decision"))?,
        reason: row.text("reason")?,
        created_at: row.at("created_at")?,
        edited_at: row.opt_at("edited_at")?,
        answers: row.int("answers")?,
        votes: row.int("votes")?,
        accepted: row.opt_id("accepted")?,
        merged_into: row.opt_id("merged_into")?,
        due: row.opt_at("due")?,
        conversation: row.opt_text("conversation")?,
    })
}

/// One topic, whether it is shown or not.
pub(crate) async fn topic(conn: &mut Conn, id: &TopicId) -> Result<Option<Topic>> {
    let sql = format!("SELECT {COLUMNS} FROM community_topic t WHERE t.id = $1");
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| read(&row)).transpose()
}

/// The public ones of these ids; a few dozen at most.
pub(crate) async fn public(conn: &mut Conn, ids: &[String]) -> Result<Vec<Topic>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
    let sql = format!("SELECT {COLUMNS} FROM community_topic t WHERE t.public = 1 AND t.id IN ({})", places.join(", "));
    let values = ids.iter().map(platform::db::Bind::bind).collect();
    conn.all(&sql, values).await?.iter().map(read).collect()
}

/// The same, held until the transaction ends.
pub(crate) async fn lock(tx: &mut Tx, id: &TopicId) -> Result<Option<Topic>> {
    let sql = format!("SELECT {COLUMNS} FROM community_topic t WHERE t.id = $1{}", tx.engine().for_update());
    tx.one(&sql, vals![id.as_str()]).await?.map(|row| read(&row)).transpose()
}

fn values(it: &Topic) -> Vec<Value> {
    let language = it.language.map(Language::code);
    let (accepted, into) =
        (it.accepted.as_ref().map(ToString::to_string), it.merged_into.as_ref().map(ToString::to_string));
    vals![
        it.id.as_str(),
        it.kind.code(),
        it.person.as_ref().map(ToString::to_string),
        it.title.as_str(),
        it.body.as_str(),
        language,
        it.state.code(),
        it.waits,
        it.is_public(),
        it.idea.code(),
        it.reason.as_str(),
        it.created_at,
        it.edited_at,
        it.answers,
        it.votes,
        accepted,
        into,
        it.due,
        it.conversation.clone()
    ]
}

/// Keeps a new one; it is found once it has its tags ([`set_tags`]).
pub(crate) async fn insert(tx: &mut Tx, it: &Topic) -> Result<()> {
    let sql = format!(
        "INSERT INTO community_topic (id, kind, person, title, body, language, state, waits, public, idea, reason, \
         created_at, edited_at, answers, votes, accepted, merged_into, due, conversation) VALUES {}",
        tuples(1, 19)
    );
    tx.run(&sql, values(it)).await?;
    Ok(())
}

/// Keeps it as it is now. It is found by its words as they are from then on; counts change none of them.
pub(crate) async fn save(tx: &mut Tx, it: &Topic) -> Result<()> {
    let before = topic(tx, &it.id).await?;
    let sql = "UPDATE community_topic SET kind = $2, person = $3, title = $4, body = $5, language = $6, state = $7, \
               waits = $8, public = $9, idea = $10, reason = $11, created_at = $12, edited_at = $13, answers = $14, \
               votes = $15, accepted = $16, merged_into = $17, due = $18, conversation = $19 WHERE id = $1";
    tx.run(sql, values(it)).await?;
    let words = |it: &Topic| (it.title.clone(), it.body.clone(), it.language, it.is_public());
    if before.as_ref().map(words) == Some(words(it)) { Ok(()) } else { index(tx, &it.id).await }
}

/// What a list shows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    pub kind: Kind,
    pub unanswered: bool,
    pub tag: Option<String>,
}

/// Behind which topic a page begins.
#[derive(Clone, Debug)]
pub(crate) struct Behind(pub TopicId);

/// What is public, newest first.
pub(crate) async fn list(conn: &mut Conn, wanted: &Wanted, behind: Option<&Behind>, most: i64) -> Result<Vec<Topic>> {
    let mut values = vals![wanted.kind.code(), most];
    let mut sql = format!("SELECT {COLUMNS} FROM community_topic t");
    if let Some(tag) = &wanted.tag {
        values.extend(vals![tag.as_str()]);
        sql.push_str(" JOIN community_tag g ON g.topic = t.id AND g.tag = $3");
    }
    sql.push_str(" WHERE t.kind = $1 AND t.public = 1");
    if wanted.unanswered {
        sql.push_str(" AND t.answers = 0");
    }
    if let Some(Behind(id)) = behind {
        values.extend(vals![id.as_str()]);
        sql.push_str(&format!(" AND t.id < ${}", values.len()));
    }
    sql.push_str(" ORDER BY t.id DESC LIMIT $2");
    conn.all(&sql, values).await?.iter().map(read).collect()
}

/// What a member brought, newest first, whether it is shown or not.
pub(crate) async fn mine(conn: &mut Conn, person: &PersonId, most: i64) -> Result<Vec<Topic>> {
    let sql = format!("SELECT {COLUMNS} FROM community_topic t WHERE t.person = $1 ORDER BY t.id DESC LIMIT $2");
    conn.all(&sql, vals![person.as_str(), most]).await?.iter().map(read).collect()
}

/// Its tags, by name.
pub(crate) async fn tags(conn: &mut Conn, id: &TopicId) -> Result<Vec<String>> {
    let sql = "SELECT tag FROM community_tag WHERE topic = $1 ORDER BY tag";
    conn.all(sql, vals![id.as_str()]).await?.iter().map(|row| row.text("tag")).collect()
}

/// Gives it these tags and no others.
pub(crate) async fn set_tags(tx: &mut Tx, id: &TopicId, tags: &[String]) -> Result<()> {
    tx.run("DELETE FROM community_tag WHERE topic = $1", vals![id.as_str()]).await?;
    for tag in tags {
        tx.run("INSERT INTO community_tag (topic, tag) VALUES ($1, $2)", vals![id.as_str(), tag.as_str()]).await?;
    }
    index(tx, id).await
}

/// Says what it is found by.
pub(crate) async fn set_words(tx: &mut Tx, id: &TopicId, stems: &BTreeSet<String>) -> Result<()> {
    tx.run("DELETE FROM community_stem WHERE topic = $1", vals![id.as_str()]).await?;
    if stems.is_empty() {
        return Ok(());
    }
    let values = stems.iter().flat_map(|stem| vals![stem.as_str(), id.as_str()]).collect();
    tx.run(&format!("INSERT INTO community_stem (stem, topic) VALUES {}", tuples(stems.len(), 2)), values).await?;
    Ok(())
}

/// Public topics that share a word with these, newest first. However many there are, each word brings its newest few.
pub(crate) async fn similar(conn: &mut Conn, stems: &BTreeSet<String>, but: Option<&TopicId>) -> Result<Vec<Topic>> {
    let words: Vec<&String> = stems.iter().take(WORDS).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = vals![but.map(ToString::to_string).unwrap_or_default(), A_WORD];
    let mut parts = Vec::with_capacity(words.len());
    for word in words {
        values.extend(vals![word.as_str()]);
        let n = values.len();
        parts.push(format!(
            "SELECT topic FROM (SELECT topic FROM community_stem WHERE stem = ${n} ORDER BY topic DESC LIMIT $2) s{n}"
        ));
    }
    let sql = format!(
        "SELECT {COLUMNS} FROM community_topic t WHERE t.public = 1 AND t.id <> $1 AND t.id IN ({}) \
         ORDER BY t.id DESC LIMIT 400",
        parts.join(" UNION ")
    );
    conn.all(&sql, values).await?.iter().map(read).collect()
}
