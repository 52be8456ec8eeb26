//! What is counted of walks, by day, version and language. Nobody is named, and no two counts can be told to be of
//! one person.

use std::collections::BTreeMap;

use base::Language;
use jiff::civil::Date;
use platform::{Conn, Result, Tx, vals};

use crate::guides::model::{Ending, GuideId};

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// Took a first choice.
    Begun,
    /// Came to a place.
    Came,
    /// Went on from a place, or back from it.
    Left,
    /// Came to an end.
    Ended(Ending),
    /// Asked for a person before the end.
    Stuck,
}

impl Counted {
    const fn code(self) -> &'static str {
        match self {
            Self::Begun => "begun",
            Self::Came => "came",
            Self::Left => "left",
            Self::Ended(ending) => ending.code(),
            Self::Stuck => "stuck",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        let plain = [Self::Begun, Self::Came, Self::Left, Self::Stuck];
        plain.into_iter().chain(Ending::ALL.map(Self::Ended)).find(|one| one.code() == code)
    }
}

/// Whose walk it is.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Of which guide.
    pub guide: &'a GuideId,
    /// Its version.
    pub version: i64,
    /// The language it was shown in.
    pub language: Language,
    /// The business's day.
    pub day: Date,
}

/// Counts one more.
///
/// # Errors
/// When the tables cannot be used; so for all below.
pub async fn add(tx: &mut Tx, line: Line<'_>, what: Counted, node: &str) -> Result<()> {
    let sql = "INSERT INTO guide_count (guide, version, language, day, what, node, n) \
        VALUES ($1, $2, $3, $4, $5, $6, 1) \
        ON CONFLICT (guide, version, language, day, what, node) DO UPDATE SET n = guide_count.n + 1";
    let values =
        vals![line.guide.as_str(), line.version, line.language.code(), line.day.to_string(), what.code(), node];
    tx.run(sql, values).await?;
    Ok(())
}

/// What was counted of one version in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Walks that began.
    pub begun: i64,
    /// How many ended in which way.
    pub ended: BTreeMap<Ending, i64>,
    /// How many asked for a person on the way.
    pub stuck: i64,
    /// Places where walks stopped without an end, by how many.
    pub stopped: BTreeMap<String, i64>,
}

/// Everything counted of a guide, by version (newest first) and language.
///
/// # Errors
/// See [`add`].
pub async fn counted(conn: &mut Conn, guide: &GuideId) -> Result<Vec<((i64, Language), Counts)>> {
    let sql = "SELECT version, language, what, node, CAST(SUM(n) AS BIGINT) AS n FROM guide_count WHERE guide = $1 \
        GROUP BY version, language, what, node";
    let mut all: BTreeMap<(i64, Language), Counts> = BTreeMap::new();
    for row in &conn.all(sql, vals![guide.as_str()]).await? {
        let what = Counted::from_code(&row.text("what")?);
        let (Some(what), Some(language)) = (what, Language::from_code(&row.text("language")?)) else { continue };
        let counts = all.entry((row.int("version")?, language)).or_default();
        let (n, node) = (row.int("n")?, row.text("node")?);
        match what {
            Counted::Begun => counts.begun += n,
            Counted::Came => *counts.stopped.entry(node).or_default() += n,
            Counted::Left => *counts.stopped.entry(node).or_default() -= n,
            Counted::Ended(ending) => *counts.ended.entry(ending).or_default() += n,
            Counted::Stuck => counts.stuck += n,
        }
    }
    for counts in all.values_mut() {
        counts.stopped.retain(|_, n| *n > 0);
    }
    Ok(all.into_iter().rev().collect())
}
