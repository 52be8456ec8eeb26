//! Rows of `automatic_mail`: when Tillit last wrote to an address by itself.

use base::Instant;
use base::clock::{from_micros, to_micros};
use people::PersonId;
use platform::{Context, Result, Tx, vals};

use crate::rules::receipts::{may_go, within_the_hour};

/// Whether one more mail may go to an address by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Allowance {
    /// It may, and is counted.
    Goes,
    /// Too many went. `first` when nobody was told of it since the last one that went.
    Capped {
        /// See above.
        first: bool,
    },
}

/// Counts one more mail to `address`, if it may go. Whoever asks for the same address meanwhile waits until this
/// transaction ends, so that the cap holds with several workers; what is let go is not counted.
pub(crate) async fn allow(tx: &mut Tx, address: &str, now: Instant) -> Result<Allowance> {
    let sql = "INSERT INTO automatic_mail (address, sent, told) VALUES ($1, '[]', 0) \
               ON CONFLICT (address) DO UPDATE SET told = automatic_mail.told RETURNING sent, told";
    let row = tx.one(sql, vals![address]).await?.context("a row that was just written is gone")?;
    let sent: Vec<i64> = serde_json::from_str(&row.text("sent")?)?;
    let sent: Vec<Instant> = sent.into_iter().map(from_micros).collect();
    let first = !row.flag("told")?;
    let goes = may_go(&sent, now);
    let mut kept = within_the_hour(&sent, now);
    kept.extend(goes.then_some(now));
    let kept: Vec<i64> = kept.into_iter().map(to_micros).collect();
    let sql = "UPDATE automatic_mail SET sent = $1, told = $2 WHERE address = $3";
    tx.run(sql, vals![serde_json::to_string(&kept)?, i64::from(!goes), address]).await?;
    Ok(if goes { Allowance::Goes } else { Allowance::Capped { first } })
}

/// Whether Tillit wrote to a customer by itself since then, in whichever of their conversations.
pub(crate) async fn wrote_by_itself_since(tx: &mut Tx, person: &PersonId, since: Instant) -> Result<bool> {
    let sql = "SELECT 1 AS n FROM conversation c JOIN message m ON m.conversation = c.id AND m.kind = 'receipt' \
               AND m.at > $2 WHERE c.person = $1 LIMIT 1";
    Ok(tx.one(sql, vals![person.as_str(), since]).await?.is_some())
}

/// How many answers out of articles went to a customer since then, in whichever of their conversations.
pub(crate) async fn answered_from_articles_since(tx: &mut Tx, person: &PersonId, since: Instant) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM conversation c JOIN message m ON m.conversation = c.id AND m.kind = 'receipt' \
               AND m.automatic = 'articles' AND m.at > $2 WHERE c.person = $1";
    tx.number(sql, vals![person.as_str(), since]).await
}
