//! Votes, who follows what, flags, earlier words, and what waits for a look.

use base::Instant;
use people::PersonId;
use platform::{Conn, Fault, Result, Tx, vals};

use crate::ids::TopicId;
use crate::model::{Reviewed, Subject};

/// Turns a vote on or off; answers whether that changed anything.
pub(crate) async fn vote(tx: &mut Tx, subject: &Subject, person: &PersonId, on: bool) -> Result<bool> {
    let sql = if on {
        "INSERT INTO community_vote (subject, person) VALUES ($1, $2) ON CONFLICT (subject, person) DO NOTHING"
    } else {
        "DELETE FROM community_vote WHERE subject = $1 AND person = $2"
    };
    Ok(tx.run(sql, vals![subject.as_str(), person.as_str()]).await? > 0)
}

/// What of a topic somebody voted for: its own id, and those of its posts.
pub(crate) async fn voted(conn: &mut Conn, topic: &TopicId, person: &PersonId) -> Result<Vec<String>> {
    let sql = "SELECT v.subject FROM community_vote v WHERE v.person = $2 AND (v.subject = $1 OR v.subject IN \
               (SELECT id FROM community_post WHERE topic = $1))";
    conn.all(sql, vals![topic.as_str(), person.as_str()]).await?.iter().map(|row| row.text("subject")).collect()
}

/// Turns following on or off.
pub(crate) async fn follow(tx: &mut Tx, topic: &TopicId, person: &PersonId, on: bool) -> Result<()> {
    let sql = if on {
        "INSERT INTO community_follow (topic, person) VALUES ($1, $2) ON CONFLICT (topic, person) DO NOTHING"
    } else {
        "DELETE FROM community_follow WHERE topic = $1 AND person = $2"
    };
    tx.run(sql, vals![topic.as_str(), person.as_str()]).await?;
    Ok(())
}

/// Whether somebody follows it.
pub(crate) async fn follows(conn: &mut Conn, topic: &TopicId, person: &PersonId) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM community_follow WHERE topic = $1 AND person = $2";
    Ok(conn.number(sql, vals![topic.as_str(), person.as_str()]).await? > 0)
}

/// Who follows it, behind `after`, by id.
pub(crate) async fn followers(conn: &mut Conn, topic: &TopicId, after: &str, most: i64) -> Result<Vec<PersonId>> {
    let sql = "SELECT person FROM community_follow WHERE topic = $1 AND person > $2 ORDER BY person LIMIT $3";
    conn.all(sql, vals![topic.as_str(), after, most]).await?.iter().map(|row| row.id("person")).collect()
}

/// Who is told what we decided, behind `after`, by id: who follows it, and who voted for it.
pub(crate) async fn concerned(conn: &mut Conn, topic: &TopicId, after: &str, most: i64) -> Result<Vec<PersonId>> {
    let sql = "SELECT person FROM (SELECT person FROM community_follow WHERE topic = $1 AND person > $2 UNION \
               SELECT person FROM community_vote WHERE subject = $1 AND person > $2) c ORDER BY person LIMIT $3";
    conn.all(sql, vals![topic.as_str(), after, most]).await?.iter().map(|row| row.id("person")).collect()
}

/// Who voted for a topic, behind `after`, by id.
pub(crate) async fn voters(conn: &mut Conn, topic: &TopicId, after: &str, most: i64) -> Result<Vec<PersonId>> {
    let sql = "SELECT person FROM community_vote WHERE subject = $1 AND person > $2 ORDER BY person LIMIT $3";
    conn.all(sql, vals![topic.as_str(), after, most]).await?.iter().map(|row| row.id("person")).collect()
}

/// How many voted for a topic.
pub(crate) async fn count_votes(conn: &mut Conn, topic: &TopicId) -> Result<i64> {
    conn.number("SELECT COUNT(*) AS n FROM community_vote WHERE subject = $1", vals![topic.as_str()]).await
}

/// Whoever voted for the one, or follows it, does so with the other.
pub(crate) async fn move_wishes(tx: &mut Tx, from: &TopicId, to: &TopicId) -> Result<()> {
    for sql in [
        "INSERT INTO community_vote (subject, person) SELECT $2, person FROM community_vote WHERE subject = $1 \
         ON CONFLICT (subject, person) DO NOTHING",
        "INSERT INTO community_follow (topic, person) SELECT $2, person FROM community_follow WHERE topic = $1 \
         ON CONFLICT (topic, person) DO NOTHING",
    ] {
        tx.run(sql, vals![from.as_str(), to.as_str()]).await?;
    }
    tx.run("DELETE FROM community_vote WHERE subject = $1", vals![from.as_str()]).await?;
    tx.run("DELETE FROM community_follow WHERE topic = $1", vals![from.as_str()]).await?;
    Ok(())
}

/// Keeps a flag; answers how many there are by now, or nothing when it was there.
pub(crate) async fn flag(tx: &mut Tx, subject: &Subject, person: &PersonId, why: &str) -> Result<Option<i64>> {
    let sql = "INSERT INTO community_flag (subject, person, why, at) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (subject, person) DO NOTHING";
    if tx.run(sql, vals![subject.as_str(), person.as_str(), why, tx.now()]).await? == 0 {
        return Ok(None);
    }
    let sql = "SELECT COUNT(*) AS n FROM community_flag WHERE subject = $1";
    tx.number(sql, vals![subject.as_str()]).await.map(Some)
}

/// Keeps words as they were until now.
pub(crate) async fn kept_edit(tx: &mut Tx, subject: &Subject, title: &str, body: &str) -> Result<()> {
    let id = tx.ids().next(tx.now());
    let sql = "INSERT INTO community_edit (id, subject, title, body, until_at) VALUES ($1, $2, $3, $4, $5)";
    tx.run(sql, vals![id, subject.as_str(), title, body, tx.now()]).await?;
    Ok(())
}

/// A colleague must look at this; reasons come together.
pub(crate) async fn review(tx: &mut Tx, subject: &Subject, topic: &TopicId, reasons: &[&str]) -> Result<()> {
    let sql = "SELECT reasons FROM community_review WHERE subject = $1";
    let before = tx.one(sql, vals![subject.as_str()]).await?.map(|row| row.text("reasons")).transpose()?;
    let mut all: Vec<&str> = before.as_deref().unwrap_or_default().split_whitespace().collect();
    for reason in reasons {
        if !all.contains(reason) {
            all.push(reason);
        }
    }
    let sql = "INSERT INTO community_review (subject, topic, since, reasons) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (subject) DO UPDATE SET reasons = excluded.reasons";
    tx.run(sql, vals![subject.as_str(), topic.as_str(), tx.now(), all.join(" ")]).await?;
    Ok(())
}

/// Somebody has looked. Answers whether anything waited.
pub(crate) async fn clear_review(tx: &mut Tx, subject: &Subject) -> Result<bool> {
    Ok(tx.run("DELETE FROM community_review WHERE subject = $1", vals![subject.as_str()]).await? > 0)
}

/// What waits for a look, longest first, behind `after`.
pub(crate) async fn reviews(conn: &mut Conn, after: Option<(Instant, &str)>, most: i64) -> Result<Vec<Reviewed>> {
    let (since, subject) = after.unwrap_or((Instant::MIN, ""));
    let sql = "SELECT subject, topic, since, reasons FROM community_review WHERE (since, subject) > ($1, $2) \
               ORDER BY since, subject LIMIT $3";
    let read = |row: &platform::Row| {
        let text = row.text("subject")?;
        Ok(Reviewed {
            subject: Subject::read(&text).ok_or_else(|| Fault::new("what waits for a look has no id of ours"))?,
            topic: row.id("topic")?,
            since: row.at("since")?,
            reasons: row.text("reasons")?.split_whitespace().map(str::to_owned).collect(),
        })
    };
    conn.all(sql, vals![since, subject, most]).await?.iter().map(read).collect()
}

/// A colleague found that it may stand there: flags hide it no more by themselves.
pub(crate) async fn looked_at(tx: &mut Tx, subject: &Subject) -> Result<()> {
    let sql = "INSERT INTO community_looked (subject) VALUES ($1) ON CONFLICT (subject) DO NOTHING";
    tx.run(sql, vals![subject.as_str()]).await?;
    Ok(())
}

/// Whether one did.
pub(crate) async fn is_looked_at(conn: &mut Conn, subject: &Subject) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM community_looked WHERE subject = $1";
    Ok(conn.number(sql, vals![subject.as_str()]).await? > 0)
}
