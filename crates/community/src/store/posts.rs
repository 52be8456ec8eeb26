//! Answers and comments.

use base::Language;
use platform::{Conn, Result, Row, Tx, vals};

use crate::found::index;
use crate::ids::{PostId, TopicId};
use crate::model::Post;

const COLUMNS: &str = "id, topic, under, person, staff, body, language, waits, hidden, created_at, edited_at, votes";
/// Answers and comments of one topic that are read, at most: the earliest.
const MOST: i64 = 500;

fn read(row: &Row) -> Result<Post> {
    Ok(Post {
        id: row.id("id")?,
        topic: row.id("topic")?,
        under: row.opt_id("under")?,
        person: row.opt_id("person")?,
        staff: row.opt_id("staff")?,
        body: row.text("body")?,
        language: row.opt_text("language")?.as_deref().and_then(Language::from_code),
        waits: row.flag("waits")?,
        hidden: row.flag("hidden")?,
        created_at: row.at("created_at")?,
        edited_at: row.opt_at("edited_at")?,
        votes: row.int("votes")?,
    })
}

/// One of them, whether it is shown or not.
pub(crate) async fn post(conn: &mut Conn, id: &PostId) -> Result<Option<Post>> {
    let sql = format!("SELECT {COLUMNS} FROM community_post WHERE id = $1");
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| read(&row)).transpose()
}

/// Those of a topic, earliest first, whether they are shown or not.
pub(crate) async fn posts(conn: &mut Conn, topic: &TopicId) -> Result<Vec<Post>> {
    let sql = format!("SELECT {COLUMNS} FROM community_post WHERE topic = $1 ORDER BY id LIMIT $2");
    conn.all(&sql, vals![topic.as_str(), MOST]).await?.iter().map(read).collect()
}

/// Keeps a new one.
pub(crate) async fn insert_post(tx: &mut Tx, it: &Post) -> Result<()> {
    let sql = "INSERT INTO community_post (id, topic, under, person, staff, body, language, waits, hidden, created_at, \
               edited_at, votes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let values = vals![
        it.id.as_str(),
        it.topic.as_str(),
        it.under.as_ref().map(ToString::to_string),
        it.person.as_ref().map(ToString::to_string),
        it.staff.as_ref().map(ToString::to_string),
        it.body.as_str(),
        it.language.map(Language::code),
        it.waits,
        it.hidden,
        it.created_at,
        it.edited_at,
        it.votes
    ];
    tx.run(sql, values).await?;
    index(tx, &it.topic).await
}

/// Keeps what can change of one. Its topic is found by its words as they are from then on; votes change none of them.
pub(crate) async fn save_post(tx: &mut Tx, it: &Post) -> Result<()> {
    let before = post(tx, &it.id).await?;
    let sql = "UPDATE community_post SET body = $2, language = $3, waits = $4, hidden = $5, edited_at = $6, votes = $7 \
               WHERE id = $1";
    let language = it.language.map(Language::code);
    let values = vals![it.id.as_str(), it.body.as_str(), language, it.waits, it.hidden, it.edited_at, it.votes];
    tx.run(sql, values).await?;
    let words = |it: &Post| (it.body.clone(), it.is_public());
    if before.as_ref().map(words) == Some(words(it)) { Ok(()) } else { index(tx, &it.topic).await }
}

/// Hands all of a topic to another.
pub(crate) async fn move_posts(tx: &mut Tx, from: &TopicId, to: &TopicId) -> Result<()> {
    let both = vals![from.as_str(), to.as_str()];
    tx.run("UPDATE community_post SET topic = $2 WHERE topic = $1", both).await?;
    let both = vals![from.as_str(), to.as_str()];
    tx.run("UPDATE community_review SET topic = $2 WHERE topic = $1 AND subject <> $1", both).await?;
    index(tx, from).await?;
    index(tx, to).await
}

/// How many answers of a topic are shown.
pub(crate) async fn count_answers(conn: &mut Conn, topic: &TopicId) -> Result<i64> {
    let sql =
        "SELECT COUNT(*) AS n FROM community_post WHERE topic = $1 AND under IS NULL AND waits = 0 AND hidden = 0";
    conn.number(sql, vals![topic.as_str()]).await
}
