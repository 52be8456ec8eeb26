//! What goes along when two customers become one, and comes back when they are taken apart.

use people::PersonId;
use platform::{Conn, Result, Tx, vals};
use serde::{Deserialize, Serialize};

use super::members;
use crate::model::Member;

/// What went along.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Moved {
    /// Their name, and the same as it is compared.
    name: Option<(String, String)>,
    joined_at: i64,
    expert: bool,
    blocked: bool,
    published: i64,
    accepted: i64,
    /// Whether the other had no name, and bears this one since.
    bears: bool,
    topics: Vec<String>,
    posts: Vec<String>,
    offers: Vec<String>,
    votes: Vec<String>,
    follows: Vec<String>,
    flags: Vec<String>,
}

async fn ids(conn: &mut Conn, sql: &str, of: &PersonId) -> Result<Vec<String>> {
    conn.all(sql, vals![of.as_str()]).await?.iter().map(|row| row.text("id")).collect()
}

/// Hands all that one customer has here to another; once.
pub(crate) async fn unite(tx: &mut Tx, source: &PersonId, target: &PersonId) -> Result<()> {
    let sql = "SELECT COUNT(*) AS n FROM community_merge WHERE source = $1";
    if tx.number(sql, vals![source.as_str()]).await? > 0 {
        return Ok(());
    }
    let theirs = members::member(tx, source).await?;
    let mine = members::member(tx, target).await?;
    let mut moved = Moved {
        topics: ids(tx, "SELECT id FROM community_topic WHERE person = $1 ORDER BY id", source).await?,
        posts: ids(tx, "SELECT id FROM community_post WHERE person = $1 ORDER BY id", source).await?,
        offers: ids(tx, "SELECT id FROM community_offer WHERE person = $1 ORDER BY id", source).await?,
        votes: ids(tx, "SELECT subject AS id FROM community_vote WHERE person = $1 ORDER BY subject", source).await?,
        follows: ids(tx, "SELECT topic AS id FROM community_follow WHERE person = $1 ORDER BY topic", source).await?,
        flags: ids(tx, "SELECT subject AS id FROM community_flag WHERE person = $1 ORDER BY subject", source).await?,
        ..Moved::default()
    };
    if let Some(it) = &theirs {
        let sql = "SELECT folded AS id FROM community_member WHERE person = $1";
        let folded = ids(tx, sql, source).await?.pop().unwrap_or_default();
        moved.name = Some((it.name.clone(), folded));
        (moved.joined_at, moved.expert, moved.blocked) = (it.joined_at.as_microsecond(), it.expert, it.blocked);
        (moved.published, moved.accepted, moved.bears) = (it.published, it.accepted, mine.is_none());
    }
    bring_member(tx, source, target, theirs.as_ref(), mine.is_some()).await?;
    let both = || vals![source.as_str(), target.as_str()];
    for table in ["community_topic", "community_post", "community_offer"] {
        tx.run(&format!("UPDATE {table} SET person = $2 WHERE person = $1"), both()).await?;
    }
    hand(tx, source, target, None).await?;
    recount(tx, target, &moved).await?;
    let sql = "INSERT INTO community_merge (source, target, moved) VALUES ($1, $2, $3)";
    tx.run(sql, vals![source.as_str(), target.as_str(), serde_json::to_string(&moved)?]).await?;
    Ok(())
}

async fn bring_member(
    tx: &mut Tx,
    source: &PersonId,
    target: &PersonId,
    theirs: Option<&Member>,
    both: bool,
) -> Result<()> {
    let Some(theirs) = theirs else { return Ok(()) };
    if !both {
        let sql = "UPDATE community_member SET person = $2 WHERE person = $1";
        tx.run(sql, vals![source.as_str(), target.as_str()]).await?;
        return Ok(());
    }
    tx.run("DELETE FROM community_member WHERE person = $1", vals![source.as_str()]).await?;
    let mine = members::member(tx, target).await?;
    let (expert, blocked) = mine.map_or((false, false), |mine| (mine.expert, mine.blocked));
    members::set_expert(tx, target, expert || theirs.expert).await?;
    members::set_blocked(tx, target, blocked || theirs.blocked).await?;
    members::count_published(tx, target, theirs.published).await?;
    members::count_accepted(tx, target, theirs.accepted).await
}

/// Hands votes, what is followed and flags from one to the other; of each subject there is one.
async fn hand(tx: &mut Tx, from: &PersonId, to: &PersonId, only: Option<&str>) -> Result<()> {
    let of = |column: &str| if only.is_some() { format!(" AND {column} = $3") } else { String::new() };
    let more = || only.map(|only| vals![only]).unwrap_or_default();
    for (table, column, rest) in [
        ("community_vote", "subject", ""),
        ("community_follow", "topic", ""),
        ("community_flag", "subject", ", why, at"),
    ] {
        let put = format!(
            "INSERT INTO {table} ({column}, person{rest}) SELECT {column}, $2{rest} FROM {table} WHERE person = $1{} \
             ON CONFLICT ({column}, person) DO NOTHING",
            of(column)
        );
        let mut values = vals![from.as_str(), to.as_str()];
        values.extend(more());
        tx.run(&put, values).await?;
        let take = format!("DELETE FROM {table} WHERE person = $1{}", of(column).replace("$3", "$2"));
        let mut values = vals![from.as_str()];
        values.extend(more());
        tx.run(&take, values).await?;
    }
    Ok(())
}

/// What somebody voted for counts their voice once, and none of their own.
async fn recount(tx: &mut Tx, person: &PersonId, moved: &Moved) -> Result<()> {
    for sql in [
        "DELETE FROM community_vote WHERE person = $1 AND subject IN (SELECT id FROM community_topic WHERE person = $1)",
        "DELETE FROM community_vote WHERE person = $1 AND subject IN (SELECT id FROM community_post WHERE person = $1)",
    ] {
        tx.run(sql, vals![person.as_str()]).await?;
    }
    for subject in moved.votes.iter().chain(&moved.topics).chain(&moved.posts) {
        for table in ["community_topic", "community_post"] {
            let sql = format!(
                "UPDATE {table} SET votes = (SELECT COUNT(*) FROM community_vote WHERE subject = $1) WHERE id = $1"
            );
            tx.run(&sql, vals![subject.as_str()]).await?;
        }
    }
    Ok(())
}

/// Gives back what went along, as far as it is still there.
pub(crate) async fn take_apart(tx: &mut Tx, source: &PersonId, target: &PersonId) -> Result<()> {
    let sql = "SELECT moved FROM community_merge WHERE source = $1 AND target = $2";
    let Some(row) = tx.one(sql, vals![source.as_str(), target.as_str()]).await? else { return Ok(()) };
    let moved: Moved = serde_json::from_str(&row.text("moved")?)?;
    for (table, all) in
        [("community_topic", &moved.topics), ("community_post", &moved.posts), ("community_offer", &moved.offers)]
    {
        let sql = format!("UPDATE {table} SET person = $3 WHERE id = $1 AND person = $2");
        for id in all {
            tx.run(&sql, vals![id.as_str(), target.as_str(), source.as_str()]).await?;
        }
    }
    for subject in moved.votes.iter().chain(&moved.follows).chain(&moved.flags) {
        hand(tx, target, source, Some(subject)).await?;
    }
    recount(tx, source, &moved).await?;
    give_name_back(tx, source, target, &moved).await?;
    tx.run("DELETE FROM community_merge WHERE source = $1", vals![source.as_str()]).await?;
    Ok(())
}

async fn give_name_back(tx: &mut Tx, source: &PersonId, target: &PersonId, moved: &Moved) -> Result<()> {
    let Some((name, folded)) = &moved.name else { return Ok(()) };
    if moved.bears {
        let sql = "UPDATE community_member SET person = $2 WHERE person = $1";
        tx.run(sql, vals![target.as_str(), source.as_str()]).await?;
        return Ok(());
    }
    members::count_published(tx, target, -moved.published).await?;
    members::count_accepted(tx, target, -moved.accepted).await?;
    // Somebody else may be called so by now; then they choose another name when they come again.
    let sql = "INSERT INTO community_member (person, name, folded, joined_at, expert, blocked, published, accepted) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
    let values = vals![
        source.as_str(),
        name.as_str(),
        folded.as_str(),
        moved.joined_at,
        moved.expert,
        moved.blocked,
        moved.published,
        moved.accepted
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// Forgets what went along with somebody who is erased.
pub(crate) async fn forget_united(tx: &mut Tx, person: &PersonId) -> Result<()> {
    tx.run("DELETE FROM community_merge WHERE source = $1 OR target = $1", vals![person.as_str()]).await?;
    Ok(())
}
