//! Members, and what becomes of what they wrote when they leave.

use std::collections::HashMap;

use base::Instant;
use people::PersonId;
use platform::{Conn, Result, Row, Tx, search, vals};

use crate::found;
use crate::ids::TopicId;
use crate::model::Member;

const COLUMNS: &str = "person, name, joined_at, expert, blocked, published, accepted";

fn read(row: &Row) -> Result<Member> {
    Ok(Member {
        person: row.id("person")?,
        name: row.text("name")?,
        joined_at: row.at("joined_at")?,
        expert: row.flag("expert")?,
        blocked: row.flag("blocked")?,
        published: row.int("published")?,
        accepted: row.int("accepted")?,
    })
}

/// A member, if this customer is one.
pub(crate) async fn member(conn: &mut Conn, person: &PersonId) -> Result<Option<Member>> {
    let sql = format!("SELECT {COLUMNS} FROM community_member WHERE person = $1");
    conn.one(&sql, vals![person.as_str()]).await?.map(|row| read(&row)).transpose()
}

/// Those of these customers who are members.
pub(crate) async fn members(conn: &mut Conn, ids: &[PersonId]) -> Result<HashMap<PersonId, Member>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let places: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
    let sql = format!("SELECT {COLUMNS} FROM community_member WHERE person IN ({})", places.join(", "));
    let rows = conn.all(&sql, ids.iter().map(|id| id.as_str().into()).collect()).await?;
    rows.iter().map(|row| read(row).map(|it| (it.person.clone(), it))).collect()
}

/// Whether somebody else is called so.
pub(crate) async fn name_is_taken(conn: &mut Conn, folded: &str, person: &PersonId) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM community_member WHERE folded = $1 AND person <> $2";
    Ok(conn.number(sql, vals![folded, person.as_str()]).await? > 0)
}

/// Makes a customer a member.
pub(crate) async fn join(tx: &mut Tx, person: &PersonId, name: &str, folded: &str) -> Result<()> {
    let sql = "INSERT INTO community_member (person, name, folded, joined_at, expert, blocked, published, accepted) \
               VALUES ($1, $2, $3, $4, 0, 0, 0, 0)";
    tx.run(sql, vals![person.as_str(), name, folded, tx.now()]).await?;
    Ok(())
}

/// Calls a member otherwise.
pub(crate) async fn rename(tx: &mut Tx, person: &PersonId, name: &str, folded: &str) -> Result<()> {
    let sql = "UPDATE community_member SET name = $2, folded = $3 WHERE person = $1";
    tx.run(sql, vals![person.as_str(), name, folded]).await?;
    Ok(())
}

/// Says whether they know well.
pub(crate) async fn set_expert(tx: &mut Tx, person: &PersonId, expert: bool) -> Result<()> {
    tx.run("UPDATE community_member SET expert = $2 WHERE person = $1", vals![person.as_str(), expert]).await?;
    Ok(())
}

/// Says whether they may not write.
pub(crate) async fn set_blocked(tx: &mut Tx, person: &PersonId, blocked: bool) -> Result<()> {
    tx.run("UPDATE community_member SET blocked = $2 WHERE person = $1", vals![person.as_str(), blocked]).await?;
    Ok(())
}

/// One more, or one fewer, thing of theirs is shown.
pub(crate) async fn count_published(tx: &mut Tx, person: &PersonId, by: i64) -> Result<()> {
    let sql = "UPDATE community_member SET published = published + $2 WHERE person = $1";
    tx.run(sql, vals![person.as_str(), by]).await?;
    Ok(())
}

/// One more, or one fewer, answer of theirs helped.
pub(crate) async fn count_accepted(tx: &mut Tx, person: &PersonId, by: i64) -> Result<()> {
    let sql = "UPDATE community_member SET accepted = accepted + $2 WHERE person = $1";
    tx.run(sql, vals![person.as_str(), by]).await?;
    Ok(())
}

/// How much they wrote since then.
pub(crate) async fn within(conn: &mut Conn, person: &PersonId, since: Instant) -> Result<i64> {
    let sql = "SELECT (SELECT COUNT(*) FROM community_topic WHERE person = $1 AND created_at > $2) \
               + (SELECT COUNT(*) FROM community_post WHERE person = $1 AND created_at > $2) AS n";
    conn.number(sql, vals![person.as_str(), since]).await
}

/// What they wrote lately, newest first.
pub(crate) async fn lately(conn: &mut Conn, person: &PersonId, most: i64) -> Result<Vec<String>> {
    let mut found: Vec<(Instant, String)> = Vec::new();
    for sql in [
        "SELECT created_at, title || ' ' || body AS words FROM community_topic WHERE person = $1 ORDER BY id DESC LIMIT $2",
        "SELECT created_at, body AS words FROM community_post WHERE person = $1 ORDER BY id DESC LIMIT $2",
    ] {
        for row in conn.all(sql, vals![person.as_str(), most]).await? {
            found.push((row.at("created_at")?, row.text("words")?));
        }
    }
    found.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    Ok(found.into_iter().map(|(_, words)| words).collect())
}

/// All that a customer wrote here, as texts.
pub(crate) async fn held(conn: &mut Conn, person: &PersonId) -> Result<Vec<(Instant, String, String)>> {
    let mut found = Vec::new();
    for sql in [
        "SELECT created_at, title, body FROM community_topic WHERE person = $1 ORDER BY id",
        "SELECT created_at, '' AS title, body FROM community_post WHERE person = $1 ORDER BY id",
    ] {
        for row in conn.all(sql, vals![person.as_str()]).await? {
            found.push((row.at("created_at")?, row.text("title")?, row.text("body")?));
        }
    }
    Ok(found)
}

/// Takes somebody out: what they wrote stays, and nobody is its author.
pub(crate) async fn anonymise(tx: &mut Tx, person: &PersonId) -> Result<()> {
    for sql in [
        "DELETE FROM community_member WHERE person = $1",
        "DELETE FROM community_vote WHERE person = $1",
        "DELETE FROM community_follow WHERE person = $1",
        "DELETE FROM community_flag WHERE person = $1",
        "UPDATE community_topic SET person = NULL WHERE person = $1",
        "UPDATE community_post SET person = NULL WHERE person = $1",
    ] {
        tx.run(sql, vals![person.as_str()]).await?;
    }
    Ok(())
}

/// Takes somebody out with every word of theirs; answers the ids of what these were.
pub(crate) async fn erase(tx: &mut Tx, person: &PersonId, instead: &str) -> Result<Vec<String>> {
    // What they let be public without a name are their words as well.
    let theirs = "UPDATE community_topic SET person = $1 WHERE person IS NULL AND id IN \
                  (SELECT topic FROM community_offer WHERE person = $1 AND topic IS NOT NULL)";
    tx.run(theirs, vals![person.as_str()]).await?;
    let sql =
        "SELECT id FROM community_topic WHERE person = $1 UNION ALL SELECT id FROM community_post WHERE person = $1";
    let ids = tx.all(sql, vals![person.as_str()]).await?.iter().map(|row| row.text("id")).collect::<Result<_>>()?;
    // Topics are found by the words of all who wrote to them.
    let touched =
        "SELECT id FROM community_topic WHERE person = $1 UNION SELECT topic FROM community_post WHERE person = $1";
    let touched: Vec<TopicId> =
        tx.all(touched, vals![person.as_str()]).await?.iter().map(|row| row.id("id")).collect::<Result<_>>()?;
    let mut documents = Vec::new();
    for topic in &touched {
        documents.extend(found::document(tx, topic).await?);
    }
    for sql in [
        "DELETE FROM community_edit WHERE subject IN (SELECT id FROM community_topic WHERE person = $1)",
        "DELETE FROM community_edit WHERE subject IN (SELECT id FROM community_post WHERE person = $1)",
        "DELETE FROM community_stem WHERE topic IN (SELECT id FROM community_topic WHERE person = $1)",
        "DELETE FROM community_tag WHERE topic IN (SELECT id FROM community_topic WHERE person = $1)",
        "DELETE FROM community_review WHERE subject IN (SELECT id FROM community_topic WHERE person = $1)",
        "DELETE FROM community_review WHERE subject IN (SELECT id FROM community_post WHERE person = $1)",
    ] {
        tx.run(sql, vals![person.as_str()]).await?;
    }
    let topics =
        "UPDATE community_topic SET title = $2, body = '', state = 'hidden', public = 0, waits = 0 WHERE person = $1";
    tx.run(topics, vals![person.as_str(), instead]).await?;
    // Counts of answers are of what is shown.
    let fewer = "UPDATE community_topic SET answers = answers - (SELECT COUNT(*) FROM community_post p \
                 WHERE p.topic = community_topic.id AND p.person = $1 AND p.under IS NULL AND p.hidden = 0 AND p.waits = 0) \
                 WHERE id IN (SELECT topic FROM community_post WHERE person = $1)";
    tx.run(fewer, vals![person.as_str()]).await?;
    let posts = "UPDATE community_post SET body = '', hidden = 1, waits = 0 WHERE person = $1";
    tx.run(posts, vals![person.as_str()]).await?;
    tx.run("DELETE FROM community_offer WHERE person = $1", vals![person.as_str()]).await?;
    super::forget_united(tx, person).await?;
    search::erase(tx, &documents).await?;
    for topic in &touched {
        found::index(tx, topic).await?;
    }
    anonymise(tx, person).await?;
    Ok(ids)
}
