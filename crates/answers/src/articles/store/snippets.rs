//! Snippets: what stands in several articles and is written once.

use std::collections::BTreeMap;

use base::{Instant, Language};
use platform::{Conn, Result, Row, Tx, vals};

use super::texts::language;
use crate::articles::model::{Names, Snippet, TextId};

fn snippet(row: &Row) -> Result<Snippet> {
    Ok(Snippet {
        name: row.text("name")?,
        texts: serde_json::from_str(&row.text("texts")?).unwrap_or_default(),
        saved_at: row.at("saved_at")?,
    })
}

/// All of them, by name. There are a few hundred at most.
///
/// # Errors
/// When the tables cannot be used; so for all below.
pub async fn snippets(conn: &mut Conn) -> Result<Vec<Snippet>> {
    conn.all("SELECT * FROM article_snippet ORDER BY name", vals![]).await?.iter().map(snippet).collect()
}

/// What stands for each name in a text of this language: in it, else in `usual`, the business's own.
///
/// # Errors
/// See [`snippets`].
pub async fn fillings(conn: &mut Conn, of: Language, usual: Language) -> Result<BTreeMap<String, String>> {
    let all = snippets(conn).await?;
    Ok(all.into_iter().map(|one| (one.name, one.texts.shown(of, usual).to_owned())).collect())
}

/// Keeps one.
///
/// # Errors
/// See [`snippets`].
pub async fn put_snippet(tx: &mut Tx, name: &str, texts: &Names, now: Instant) -> Result<()> {
    let sql = "INSERT INTO article_snippet (name, texts, saved_at) VALUES ($1, $2, $3) \
        ON CONFLICT (name) DO UPDATE SET texts = $2, saved_at = $3";
    tx.run(sql, vals![name, serde_json::to_string(texts)?, now]).await?;
    Ok(())
}

/// Takes one away, if it is there.
///
/// # Errors
/// See [`snippets`].
pub async fn drop_snippet(tx: &mut Tx, name: &str) -> Result<bool> {
    Ok(tx.run("DELETE FROM article_snippet WHERE name = $1", vals![name]).await? > 0)
}

/// The live texts in which a snippet stands: id, language, Markdown.
///
/// # Errors
/// See [`snippets`].
pub async fn standing_in(conn: &mut Conn, name: &str) -> Result<Vec<(TextId, Language, String)>> {
    // A name holds letters, digits and dashes: nothing that LIKE would read otherwise.
    let sql = "SELECT t.id, t.language, v.body FROM article_text t \
        JOIN article_version v ON v.text = t.id AND v.number = t.live WHERE v.body LIKE $1";
    let rows = conn.all(sql, vals![format!("%{{{{{name}}}}}%")]).await?;
    rows.iter().map(|row| Ok((row.id("id")?, language(row, "language")?, row.text("body")?))).collect()
}
