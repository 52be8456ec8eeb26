//! By which words an article is found: those of what is live. Rights are part of each question.

use std::collections::BTreeMap;

use base::Language;
use platform::db::Conn;
use platform::search::{self, Document, Later, Only, Question, Shelf, Source};
use platform::{Platform, Result, Tx, vals};
use words::search::{Excerpt, Found, Wanted, excerpt, fold, likely, ranked};

use super::model::{Live, Reader, TextId};
use super::rules::markdown;
use super::store;

/// Characters of a question that are read.
pub const QUERY_MAX: usize = 120;
/// Articles whose titles are looked at, at most.
const LIKELY_MAX: usize = 120;

/// Writes a text anew into the index, after whatever was changed.
///
/// # Errors
/// When the tables cannot be used; so for all below.
pub(super) async fn index(tx: &mut Tx, id: &TextId) -> Result<()> {
    match document(tx, id).await? {
        Some(document) => search::put(tx, &document).await,
        None => search::forget(tx, id.as_str()).await,
    }
}

async fn document(conn: &mut Conn, id: &TextId) -> Result<Option<Document>> {
    let Some(text) = store::text_by_id(conn, id).await? else { return Ok(None) };
    let Some(live) = text.live else { return Ok(None) };
    let Some(version) = store::version(conn, id, live).await? else { return Ok(None) };
    let row = conn.one("SELECT tags FROM article WHERE id = $1", vals![text.article.as_str()]).await?;
    let tags = row.map(|row| row.text("tags")).transpose()?.unwrap_or_default();
    let draft = version.draft;
    Ok(Some(Document {
        shelf: Shelf::Articles,
        subject: id.to_string(),
        thread: text.article.to_string(),
        at: version.at,
        language: Some(text.language),
        text: format!("{}\n{}\n{}\n{tags}", draft.title, draft.summary, markdown::words(&draft.body)),
        marks: Vec::new(),
    }))
}

/// What a question found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answered {
    /// Articles, best first.
    pub articles: Vec<Live>,
    /// How much of the question each of them answers, in the same order; see [`words::search::ranked`].
    pub weights: Vec<f64>,
    /// What every word of the question found.
    pub words: Vec<Found>,
    /// How many words were looked for.
    pub asked: usize,
    /// Texts among which it was looked for.
    pub total: usize,
    /// What was looked for, to mark it.
    pub wanted: Wanted,
    /// What was typed and what was taken for it: (typed, meant).
    pub instead: Vec<(String, String)>,
}

/// Looks for articles in a language, by any of the words that were typed, mistyped ones included. With `open` the last
/// word may still be going on.
///
/// # Errors
/// When the index cannot be read.
pub async fn look(
    p: &Platform,
    conn: &mut Conn,
    reader: Reader,
    language: Language,
    query: &str,
    open: bool,
    most: usize,
) -> Result<Answered> {
    let query: String = query.chars().take(QUERY_MAX).collect();
    look_for(p, conn, reader, Some(language), &query, open, most).await
}

/// The same in any language where none is said, and for a text of any length; its first words are looked for.
///
/// # Errors
/// When the index cannot be read.
pub async fn look_for(
    p: &Platform,
    conn: &mut Conn,
    reader: Reader,
    language: Option<Language>,
    query: &str,
    open: bool,
    most: usize,
) -> Result<Answered> {
    let mut only = Only::default();
    let within = match language {
        Some(language) => format!("t.language = {} AND ", only.bind(language.code())),
        None => String::new(),
    };
    only.holds(format!(
        "EXISTS (SELECT 1 FROM article_text t JOIN article a ON a.id = t.article \
         WHERE t.id = d.subject AND {within}{})",
        store::readable(reader)
    ));
    let joined = !matches!(language, Some(Language::En | Language::Id));
    let question = Question { text: query, open, joined, shelf: Shelf::Articles, only: &only };
    let asked = search::any(&p.words, conn, &question).await?;
    let total = store::count_live(conn, reader, language).await?;
    let likely = likely(&asked.found, total, LIKELY_MAX);
    let titles = store::live_titles(conn, reader, &likely).await?;
    let titles: BTreeMap<String, String> = titles.into_iter().map(|(id, title)| (id, fold(&title))).collect();
    let mut best = ranked(&asked.found, total, &titles, LIKELY_MAX);
    best.retain(|(id, _)| titles.contains_key(id));
    best.truncate(most);
    let ids: Vec<String> = best.iter().map(|(id, _)| id.clone()).collect();
    Ok(Answered {
        articles: store::by_ids(conn, reader, &ids).await?,
        weights: best.into_iter().map(|(_, weight)| weight).collect(),
        words: asked.found,
        asked: asked.asked,
        total,
        wanted: asked.wanted,
        instead: asked.instead,
    })
}

/// The part of each article that shows why it was found, with what was looked for marked; in the order of the ids.
///
/// # Errors
/// When the tables cannot be read.
pub async fn passages(conn: &mut Conn, reader: Reader, answered: &Answered) -> Result<Vec<Excerpt>> {
    let mut all = Vec::with_capacity(answered.articles.len());
    for one in &answered.articles {
        let body = store::live_body(conn, reader, &one.id).await?.unwrap_or_default();
        let text = format!("{}\n{}", one.draft.summary, markdown::words(&body));
        all.push(excerpt(text.trim(), Some(one.language), &answered.wanted));
    }
    Ok(all)
}

/// All articles that are live, for an index that is made anew.
#[derive(Clone, Copy, Debug, Default)]
pub struct Articles;

impl Source for Articles {
    fn name(&self) -> &'static str {
        "articles"
    }

    fn count<'a>(&'a self, conn: &'a mut Conn) -> Later<'a, i64> {
        Box::pin(conn.number("SELECT COUNT(*) AS n FROM article_text WHERE live IS NOT NULL", vals![]))
    }

    fn page<'a>(
        &'a self,
        tx: &'a mut Tx,
        after: Option<&'a str>,
        most: i64,
    ) -> Later<'a, (Vec<Document>, Option<String>)> {
        Box::pin(async move {
            let sql = format!(
                "SELECT id FROM article_text WHERE live IS NOT NULL AND ($1 = '' OR id < $1) \
                 ORDER BY id DESC LIMIT $2{}",
                tx.engine().for_update()
            );
            let rows = tx.all(&sql, vals![after.unwrap_or_default(), most]).await?;
            let mut documents = Vec::with_capacity(rows.len());
            for row in &rows {
                documents.extend(document(tx, &row.id("id")?).await?);
            }
            Ok((documents, rows.last().map(|row| row.text("id")).transpose()?))
        })
    }
}
