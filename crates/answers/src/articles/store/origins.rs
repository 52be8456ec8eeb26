//! Where articles came from that were brought along from elsewhere.

use base::{Instant, Language};
use platform::{Conn, Result, Tx, vals};

use crate::articles::model::{ArticleId, TextId};

/// Whether this was brought along before.
///
/// # Errors
/// When the tables cannot be used; so for all below.
pub async fn is_known(conn: &mut Conn, origin: &str) -> Result<bool> {
    Ok(conn.one("SELECT article FROM article_origin WHERE origin = $1", vals![origin]).await?.is_some())
}

/// The article that texts of this family belong to, unless one of them is in this language already.
///
/// # Errors
/// See [`is_known`].
pub async fn of_family(conn: &mut Conn, family: &str, language: Language) -> Result<Option<ArticleId>> {
    let sql = "SELECT o.article FROM article_origin o WHERE o.family = $1 AND NOT EXISTS \
        (SELECT 1 FROM article_text t WHERE t.article = o.article AND t.language = $2) ORDER BY o.article LIMIT 1";
    conn.one(sql, vals![family, language.code()]).await?.map(|row| row.id("article")).transpose()
}

/// Remembers one.
///
/// # Errors
/// See [`is_known`].
pub async fn put_origin(
    tx: &mut Tx,
    origin: &str,
    family: &str,
    language: Language,
    article: &ArticleId,
) -> Result<()> {
    let sql = "INSERT INTO article_origin (origin, family, language, article) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (origin) DO NOTHING";
    tx.run(sql, vals![origin, family, language.code(), article.as_str()]).await?;
    Ok(())
}

/// Says that a text was written then, elsewhere.
///
/// # Errors
/// See [`is_known`].
pub async fn date_back(tx: &mut Tx, text: &TextId, at: Instant) -> Result<()> {
    tx.run("UPDATE article_text SET saved_at = $2 WHERE id = $1", vals![text.as_str(), at]).await?;
    Ok(())
}
