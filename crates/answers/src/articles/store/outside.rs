//! What is read outside: only what is live, and only for whom it is.

use std::collections::BTreeMap;

use base::{Instant, Language};
use platform::{Conn, Result, Row, vals};

use super::texts::{draft, language};
use crate::articles::model::{ArticleId, Audience, CategoryId, Live, Reader, TextId};
use crate::articles::rules::states::may_read;

/// Condition on `a.audience` for this reader. No word of a person is in it.
pub(in crate::articles) fn readable(reader: Reader) -> String {
    let all = Audience::ALL.into_iter().filter(|audience| may_read(reader, *audience));
    let codes: Vec<String> = all.map(|audience| format!("'{}'", audience.code())).collect();
    format!("t.live IS NOT NULL AND a.audience IN ({})", codes.join(", "))
}

fn from(reader: Reader, body: bool) -> String {
    let body = if body { "v.body" } else { "'' AS body" };
    format!(
        "SELECT t.id, t.article, t.language, t.address, t.live, t.live_at, v.title, v.summary, {body}, a.category, \
         a.audience FROM article_text t JOIN article a ON a.id = t.article \
         JOIN article_version v ON v.text = t.id AND v.number = t.live WHERE {}",
        readable(reader)
    )
}

fn live(row: &Row) -> Result<Live> {
    Ok(Live {
        id: row.id("id")?,
        article: row.id("article")?,
        language: language(row, "language")?,
        address: row.text("address")?,
        draft: draft(row)?,
        version: row.int("live")?,
        at: row.opt_at("live_at")?.unwrap_or(Instant::UNIX_EPOCH),
        category: row.opt_id("category")?,
        audience: Audience::from_code(&row.text("audience")?).unwrap_or(Audience::Internal),
    })
}

/// What an address leads to now, with its body. The address in it may be another, where the article was renamed.
///
/// # Errors
/// When the tables cannot be read; so for all below.
pub async fn by_address(conn: &mut Conn, reader: Reader, of: Language, address: &str) -> Result<Option<Live>> {
    let sql = format!(
        "{} AND t.language = $1 AND t.article = (SELECT article FROM article_address WHERE language = $1 AND address = $2)",
        from(reader, true)
    );
    conn.one(&sql, vals![of.code(), address]).await?.map(|row| live(&row)).transpose()
}

/// The same article in all languages in which it is live: language and address.
///
/// # Errors
/// See [`by_address`].
pub async fn siblings(conn: &mut Conn, reader: Reader, article: &ArticleId) -> Result<Vec<(Language, String)>> {
    let sql = format!(
        "SELECT t.language, t.address FROM article_text t JOIN article a ON a.id = t.article \
         WHERE t.article = $1 AND {}",
        readable(reader)
    );
    let rows = conn.all(&sql, vals![article.as_str()]).await?;
    let mut all =
        rows.iter().map(|row| Ok((language(row, "language")?, row.text("address")?))).collect::<Result<Vec<_>>>()?;
    all.sort();
    Ok(all)
}

/// How many articles each category has in a language.
///
/// # Errors
/// See [`by_address`].
pub async fn per_category(conn: &mut Conn, reader: Reader, of: Language) -> Result<BTreeMap<String, i64>> {
    let sql = format!(
        "SELECT a.category, COUNT(*) AS n FROM article_text t JOIN article a ON a.id = t.article \
         WHERE t.language = $1 AND a.category IS NOT NULL AND {} GROUP BY a.category",
        readable(reader)
    );
    let rows = conn.all(&sql, vals![of.code()]).await?;
    rows.iter().map(|row| Ok((row.text("category")?, row.int("n")?))).collect()
}

/// The articles of a category: by title, or newest first.
///
/// # Errors
/// See [`by_address`].
pub async fn in_category(
    conn: &mut Conn,
    reader: Reader,
    of: Language,
    category: &CategoryId,
    dated: bool,
    most: i64,
) -> Result<Vec<Live>> {
    let order = if dated { "t.live_at DESC, t.id DESC" } else { "v.title, t.id" };
    let sql = format!("{} AND t.language = $1 AND a.category = $2 ORDER BY {order} LIMIT $3", from(reader, false));
    conn.all(&sql, vals![of.code(), category.as_str(), most]).await?.iter().map(live).collect()
}

/// What was published last.
///
/// # Errors
/// See [`by_address`].
pub async fn newest(conn: &mut Conn, reader: Reader, of: Language, most: i64) -> Result<Vec<Live>> {
    let sql = format!("{} AND t.language = $1 ORDER BY t.live_at DESC, t.id DESC LIMIT $2", from(reader, false));
    conn.all(&sql, vals![of.code(), most]).await?.iter().map(live).collect()
}

/// The texts of these ids that are live for the reader, in the order of the ids. A few dozen at most.
///
/// # Errors
/// See [`by_address`].
pub async fn by_ids(conn: &mut Conn, reader: Reader, ids: &[String]) -> Result<Vec<Live>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=ids.len()).map(|n| format!("${n}")).collect();
    let sql = format!("{} AND t.id IN ({})", from(reader, false), places.join(", "));
    let values = ids.iter().map(platform::db::Bind::bind).collect();
    let rows = conn.all(&sql, values).await?;
    let mut all = rows.iter().map(live).collect::<Result<Vec<_>>>()?;
    all.sort_by_key(|one| ids.iter().position(|id| id == one.id.as_str()));
    Ok(all)
}

/// Titles of texts by id, of those that are live for the reader.
///
/// # Errors
/// See [`by_address`].
pub async fn live_titles(conn: &mut Conn, reader: Reader, ids: &[String]) -> Result<BTreeMap<String, String>> {
    Ok(by_ids(conn, reader, ids).await?.into_iter().map(|one| (one.id.to_string(), one.draft.title)).collect())
}

/// How many texts are live for the reader, in a language or in all.
///
/// # Errors
/// See [`by_address`].
pub async fn count_live(conn: &mut Conn, reader: Reader, of: Option<Language>) -> Result<usize> {
    let sql = format!(
        "SELECT COUNT(*) AS n FROM article_text t JOIN article a ON a.id = t.article \
         WHERE ($1 = '' OR t.language = $1) AND {}",
        readable(reader)
    );
    let n = conn.number(&sql, vals![of.map_or("", Language::code)]).await?;
    Ok(usize::try_from(n).unwrap_or_default())
}

/// An article in a language, where it is live in it for the reader; without its body.
///
/// # Errors
/// See [`by_address`].
pub async fn in_language(conn: &mut Conn, reader: Reader, article: &ArticleId, of: Language) -> Result<Option<Live>> {
    let sql = format!("{} AND t.article = $1 AND t.language = $2", from(reader, false));
    conn.one(&sql, vals![article.as_str(), of.code()]).await?.map(|row| live(&row)).transpose()
}

/// The body of a text that is live for the reader, as Markdown.
///
/// # Errors
/// See [`by_address`].
pub async fn live_body(conn: &mut Conn, reader: Reader, id: &TextId) -> Result<Option<String>> {
    let sql = format!("{} AND t.id = $1", from(reader, true));
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| row.text("body")).transpose()
}

/// When anything that strangers read was published last.
///
/// # Errors
/// See [`by_address`].
pub async fn changed_at(conn: &mut Conn) -> Result<Option<Instant>> {
    let sql = format!(
        "SELECT MAX(t.live_at) AS at FROM article_text t JOIN article a ON a.id = t.article WHERE {}",
        readable(Reader::Stranger)
    );
    Ok(conn.one(&sql, vals![]).await?.map(|row| row.opt_at("at")).transpose()?.flatten())
}

/// Every page that strangers read, for the site map: language, address, since when; `most` at most.
///
/// # Errors
/// See [`by_address`].
pub async fn whole_site(conn: &mut Conn, most: i64) -> Result<Vec<(Language, String, Instant)>> {
    let sql = format!(
        "SELECT t.language, t.address, t.live_at FROM article_text t JOIN article a ON a.id = t.article \
         WHERE {} ORDER BY t.language, t.address LIMIT $1",
        readable(Reader::Stranger)
    );
    let rows = conn.all(&sql, vals![most]).await?;
    let page = |row: &Row| {
        Ok((language(row, "language")?, row.text("address")?, row.opt_at("live_at")?.unwrap_or(Instant::UNIX_EPOCH)))
    };
    rows.iter().map(page).collect()
}
