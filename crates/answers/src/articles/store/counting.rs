//! What is counted: reads and opinions by day, and what was looked for in vain. Nobody is named in any of it.

use base::{Instant, Language};
use jiff::civil::Date;
use platform::{Conn, Result, Tx, vals};

use super::outside::readable;
use super::texts::language;
use crate::articles::model::{Reader, TextId};

/// Rows of what was looked for in vain, at most.
const MISSING_MOST: i64 = 2_000;

/// What a reader did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Counted {
    /// Opened the page.
    Read,
    /// Said that it helped.
    Helped,
    /// Said that it did not, and nothing more.
    Not,
    /// Because it is hard to follow.
    Unclear,
    /// Because it is wrong or out of date.
    Wrong,
    /// Because it is about something else.
    Other,
    /// A colleague put it into a reply.
    Used,
}

impl Counted {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Read, Self::Helped, Self::Not, Self::Unclear, Self::Wrong, Self::Other, Self::Used];

    /// The name in tables and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Helped => "helped",
            Self::Not => "not",
            Self::Unclear => "unclear",
            Self::Wrong => "wrong",
            Self::Other => "other",
            Self::Used => "used",
        }
    }

    /// Whether it is what a reader thinks of it.
    #[must_use]
    pub const fn is_opinion(self) -> bool {
        !matches!(self, Self::Read | Self::Used)
    }

    /// Reads [`Counted::code`] back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Counts what happened to a text on a day.
///
/// # Errors
/// When the tables cannot be used; so for all below.
pub async fn add_count(tx: &mut Tx, day: Date, text: &TextId, what: Counted, n: i64) -> Result<()> {
    let sql = "INSERT INTO article_count (day, text, what, n) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (day, text, what) DO UPDATE SET n = article_count.n + $4";
    tx.run(sql, vals![day.to_string(), text.as_str(), what.code(), n]).await?;
    Ok(())
}

/// What was counted of a text since a day.
///
/// # Errors
/// See [`add_count`].
pub async fn counted(conn: &mut Conn, text: &TextId, since: Date) -> Result<Vec<(Counted, i64)>> {
    let sql = "SELECT what, CAST(SUM(n) AS BIGINT) AS n FROM article_count WHERE text = $1 AND day >= $2 GROUP BY what";
    let rows = conn.all(sql, vals![text.as_str(), since.to_string()]).await?;
    let mut all = Vec::new();
    for row in &rows {
        if let Some(what) = Counted::from_code(&row.text("what")?) {
            all.push((what, row.int("n")?));
        }
    }
    all.sort();
    Ok(all)
}

/// Reads, and how many of those who said something it helped: (reads, helped, said).
#[must_use]
pub fn totals(all: &[(Counted, i64)]) -> (i64, i64, i64) {
    let of = |what: Counted| all.iter().filter(|(one, _)| *one == what).map(|(_, n)| n).sum::<i64>();
    let said = all.iter().filter(|(one, _)| one.is_opinion()).map(|(_, n)| n).sum();
    (of(Counted::Read), of(Counted::Helped), said)
}

/// Ids of the texts that helped most since a day, in a language.
///
/// # Errors
/// See [`add_count`].
pub async fn most_read(conn: &mut Conn, reader: Reader, of: Language, since: Date, most: i64) -> Result<Vec<String>> {
    let sql = format!(
        "SELECT t.id FROM article_text t JOIN article a ON a.id = t.article \
         JOIN article_count c ON c.text = t.id AND c.day >= $2 AND c.what IN ('read', 'helped') \
         WHERE t.language = $1 AND {} GROUP BY t.id ORDER BY SUM(c.n) DESC, t.id LIMIT $3",
        readable(reader)
    );
    conn.all(&sql, vals![of.code(), since.to_string(), most]).await?.iter().map(|row| row.text("id")).collect()
}

/// Something that was looked for in vain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// In which language of the help centre.
    pub language: Language,
    /// What was typed, in small letters.
    pub query: String,
    /// How often.
    pub times: i64,
    /// When last.
    pub last_at: Instant,
}

/// Counts a question that found nothing. When there are very many already, only known ones are counted.
///
/// # Errors
/// See [`add_count`].
pub async fn add_missing(tx: &mut Tx, of: Language, query: &str, now: Instant) -> Result<()> {
    let sql = "UPDATE article_missing SET n = n + 1, last_at = $3 WHERE language = $1 AND query = $2";
    if tx.run(sql, vals![of.code(), query, now]).await? > 0 {
        return Ok(());
    }
    if tx.number("SELECT COUNT(*) AS n FROM article_missing", vals![]).await? >= MISSING_MOST {
        return Ok(());
    }
    let sql = "INSERT INTO article_missing (language, query, n, last_at) VALUES ($1, $2, 1, $3) \
        ON CONFLICT (language, query) DO UPDATE SET n = article_missing.n + 1, last_at = $3";
    tx.run(sql, vals![of.code(), query, now]).await?;
    Ok(())
}

/// What was looked for in vain, most often first.
///
/// # Errors
/// See [`add_count`].
pub async fn missing(conn: &mut Conn, most: i64) -> Result<Vec<Missing>> {
    let sql = "SELECT * FROM article_missing ORDER BY n DESC, last_at DESC, language, query LIMIT $1";
    let rows = conn.all(sql, vals![most]).await?;
    let one = |row: &platform::Row| {
        Ok(Missing {
            language: language(row, "language")?,
            query: row.text("query")?,
            times: row.int("n")?,
            last_at: row.at("last_at")?,
        })
    };
    rows.iter().map(one).collect()
}

/// Somebody saw to it: it is counted from nothing again.
///
/// # Errors
/// See [`add_count`].
pub async fn drop_missing(tx: &mut Tx, of: Language, query: &str) -> Result<()> {
    tx.run("DELETE FROM article_missing WHERE language = $1 AND query = $2", vals![of.code(), query]).await?;
    Ok(())
}
