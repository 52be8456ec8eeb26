//! Rows of `outcome`, `complaint` and `opinion`: what became of a matter, whether it is a complaint, and what its
//! customer says once it is solved.

use base::Instant;
use people::{PersonId, StaffId};
use platform::{Conn, Context, Result, Row, Tx, vals};

use crate::ids::{ConversationId, OpinionId};
use crate::model::{Complaint, Conversation, Ending, Group, Opinion, Outcome, Said, Yes};

/// One row of `outcome` and `complaint` for a conversation, of `opinion` one for each time that it was solved; `open` is
/// 1 as long as that is how it stands.
pub(super) const TABLES: &[&str] = &[
    "CREATE TABLE outcome (conversation TEXT PRIMARY KEY REFERENCES conversation (id), ending TEXT NOT NULL, \
     known BIGINT NOT NULL, at BIGINT NOT NULL)",
    "CREATE TABLE complaint (conversation TEXT PRIMARY KEY REFERENCES conversation (id), is_one BIGINT NOT NULL, \
     since BIGINT NOT NULL, yes_at BIGINT, yes_to TEXT, yes_how TEXT NOT NULL)",
    "CREATE TABLE opinion (id TEXT PRIMARY KEY, conversation TEXT NOT NULL REFERENCES conversation (id), \
     at BIGINT NOT NULL, said TEXT NOT NULL, comment TEXT NOT NULL, open BIGINT NOT NULL)",
    "CREATE INDEX opinion_of ON opinion (conversation, id)",
];

/// What became of it, as far as that was said.
pub(crate) async fn outcome_of(conn: &mut Conn, id: &ConversationId) -> Result<Option<Outcome>> {
    let row = conn.one("SELECT ending, known FROM outcome WHERE conversation = $1", vals![id.as_str()]).await?;
    row.map(|row| {
        let code = row.text("ending")?;
        let ending = Ending::from_code(&code).context(format!("unknown ending {code}"))?;
        Ok(Outcome { ending, known: row.flag("known")? })
    })
    .transpose()
}

/// Keeps what became of it, or that nobody says.
pub(crate) async fn set_outcome(tx: &mut Tx, id: &ConversationId, outcome: Option<Outcome>, at: Instant) -> Result<()> {
    let Some(Outcome { ending, known }) = outcome else {
        tx.run("DELETE FROM outcome WHERE conversation = $1", vals![id.as_str()]).await?;
        return Ok(());
    };
    let sql = "INSERT INTO outcome (conversation, ending, known, at) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (conversation) DO UPDATE SET ending = excluded.ending, known = excluded.known, at = excluded.at";
    tx.run(sql, vals![id.as_str(), ending.code(), known, at]).await?;
    Ok(())
}

/// What hangs on having been solved goes with it, whoever opens it again, and by what.
pub(super) async fn follow(tx: &mut Tx, before: &Conversation, after: &Conversation) -> Result<()> {
    if before.state.group() == Group::Closed && after.state.group() != Group::Closed {
        tx.run("DELETE FROM outcome WHERE conversation = $1", vals![after.id.as_str()]).await?;
        let sql = "UPDATE opinion SET open = 0 WHERE conversation = $1 AND open = 1";
        tx.run(sql, vals![after.id.as_str()]).await?;
    }
    Ok(())
}

/// Whether its customer had a conversation before this one.
pub(crate) async fn was_known(conn: &mut Conn, person: &PersonId, it: &Conversation) -> Result<bool> {
    let sql = "SELECT 1 AS n FROM conversation WHERE person = $1 AND created_at < $2 AND id <> $3 LIMIT 1";
    Ok(conn.one(sql, vals![person.as_str(), it.created_at, it.id.as_str()]).await?.is_some())
}

/// What colleagues hold it for, where somebody said.
pub(crate) async fn complaint_of(conn: &mut Conn, id: &ConversationId) -> Result<Option<Complaint>> {
    let sql = "SELECT is_one, since, yes_at, yes_to, yes_how FROM complaint WHERE conversation = $1";
    let Some(row) = conn.one(sql, vals![id.as_str()]).await? else { return Ok(None) };
    let yes = match row.opt_at("yes_at")? {
        Some(at) => {
            Some(Yes { at, to: row.opt_text("yes_to")?.and_then(|id| id.parse().ok()), how: row.text("yes_how")? })
        }
        None => None,
    };
    Ok(Some(Complaint { is: row.flag("is_one")?, since: row.at("since")?, yes }))
}

/// Keeps what colleagues hold it for; nothing when nobody said.
pub(crate) async fn set_complaint(tx: &mut Tx, id: &ConversationId, complaint: Option<&Complaint>) -> Result<()> {
    let Some(it) = complaint else {
        tx.run("DELETE FROM complaint WHERE conversation = $1", vals![id.as_str()]).await?;
        return Ok(());
    };
    let yes = it.yes.as_ref();
    let sql = "INSERT INTO complaint (conversation, is_one, since, yes_at, yes_to, yes_how) VALUES ($1, $2, $3, $4, $5, $6) \
               ON CONFLICT (conversation) DO UPDATE SET is_one = excluded.is_one, since = excluded.since, \
               yes_at = excluded.yes_at, yes_to = excluded.yes_to, yes_how = excluded.yes_how";
    let values = vals![
        id.as_str(),
        it.is,
        it.since,
        yes.map(|yes| yes.at),
        yes.and_then(|yes| yes.to.as_ref()).map(StaffId::as_str),
        yes.map_or("", |yes| yes.how.as_str()),
    ];
    tx.run(sql, values).await?;
    Ok(())
}

fn opinion(row: &Row) -> Result<Opinion> {
    let said = row.text("said")?;
    Ok(Opinion {
        id: row.id("id")?,
        conversation: row.id("conversation")?,
        at: row.at("at")?,
        said: Said::from_code(&said).context(format!("unknown opinion {said}"))?,
        comment: row.text("comment")?,
        open: row.flag("open")?,
    })
}

/// What its customer said each time that it was solved, oldest first.
pub(crate) async fn opinions_of(conn: &mut Conn, id: &ConversationId) -> Result<Vec<Opinion>> {
    let sql = "SELECT id, conversation, at, said, comment, open FROM opinion WHERE conversation = $1 ORDER BY id";
    conn.all(sql, vals![id.as_str()]).await?.iter().map(opinion).collect()
}

/// Keeps one, new or changed.
pub(crate) async fn put_opinion(tx: &mut Tx, it: &Opinion) -> Result<()> {
    let sql = "INSERT INTO opinion (id, conversation, at, said, comment, open) VALUES ($1, $2, $3, $4, $5, $6) \
               ON CONFLICT (id) DO UPDATE SET at = excluded.at, said = excluded.said, comment = excluded.comment, \
               open = excluded.open";
    let values = vals![it.id.as_str(), it.conversation.as_str(), it.at, it.said.code(), it.comment.as_str(), it.open];
    tx.run(sql, values).await?;
    Ok(())
}

/// These are about another conversation from now on.
pub(crate) async fn bring_opinions(tx: &mut Tx, ids: &[OpinionId], to: &ConversationId) -> Result<()> {
    for id in ids {
        tx.run("UPDATE opinion SET conversation = $2 WHERE id = $1", vals![id.as_str(), to.as_str()]).await?;
    }
    Ok(())
}

/// This is how their conversation stands again, unless another word holds by now.
pub(crate) async fn hold_opinions(tx: &mut Tx, ids: &[OpinionId]) -> Result<()> {
    let sql = "UPDATE opinion SET open = 1 WHERE id = $1 AND NOT EXISTS \
               (SELECT 1 FROM opinion o WHERE o.conversation = opinion.conversation AND o.open = 1)";
    for id in ids {
        tx.run(sql, vals![id.as_str()]).await?;
    }
    Ok(())
}

/// Says otherwise what a customer added, as words are taken out.
pub(crate) async fn set_comment(tx: &mut Tx, id: &OpinionId, comment: &str) -> Result<()> {
    tx.run("UPDATE opinion SET comment = $2 WHERE id = $1", vals![id.as_str(), comment]).await?;
    Ok(())
}

/// Takes all words out of what is kept of its ending; what became of it stays.
pub(super) async fn empty(tx: &mut Tx, id: &ConversationId) -> Result<()> {
    tx.run("UPDATE opinion SET comment = '' WHERE conversation = $1", vals![id.as_str()]).await?;
    tx.run("UPDATE complaint SET yes_how = '' WHERE conversation = $1", vals![id.as_str()]).await?;
    Ok(())
}

/// The tag that was put on a conversation first; empty for none.
const TOPIC: &str =
    "COALESCE((SELECT t.tag FROM tagged t WHERE t.conversation = c.id ORDER BY t.at, t.tag LIMIT 1), '')";

/// Whether its customer began another on the same topic behind `after`, and not behind `until`.
pub(crate) async fn began_again(conn: &mut Conn, it: &Conversation, after: Instant, until: Instant) -> Result<bool> {
    let sql = format!("SELECT {TOPIC} AS topic FROM conversation c WHERE c.id = $1");
    let topic = conn.one(&sql, vals![it.id.as_str()]).await?;
    let topic = topic.map(|row| row.text("topic")).transpose()?.unwrap_or_default();
    // Whatever began since then was touched since then: the index goes by that.
    let sql = format!(
        "SELECT 1 AS n FROM conversation c WHERE c.person = $1 AND c.touched_at > $2 AND c.created_at > $2 \
         AND c.created_at <= $3 AND c.id <> $4 AND c.deleted_at IS NULL AND {TOPIC} = $5 LIMIT 1"
    );
    let values = vals![it.person.as_str(), after, until, it.id.as_str(), topic];
    Ok(conn.one(&sql, values).await?.is_some())
}

/// What its customer began before it and somebody touched last, a few.
pub(crate) async fn begun_before(conn: &mut Conn, it: &Conversation) -> Result<Vec<ConversationId>> {
    let sql = "SELECT id FROM conversation WHERE person = $1 AND created_at < $2 AND id <> $3 \
               ORDER BY touched_at DESC, id DESC LIMIT 20";
    let rows = conn.all(sql, vals![it.person.as_str(), it.created_at, it.id.as_str()]).await?;
    rows.iter().map(|row| row.id("id")).collect()
}
