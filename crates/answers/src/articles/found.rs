//! By which words an article is found: those of what is live. Rights are part of each question.

use base::Language;
use platform::db::Conn;
use platform::search::{self, Ask, Document, Later, Only, Shelf, Source};
use platform::{Platform, Result, Tx, vals};
use words::search::{Part, Wanted, fold, parse};

use super::model::{Live, Reader, TextId};
use super::rules::{markdown, ranking};
use super::store;

/// Characters of a question that are read.
pub const QUERY_MAX: usize = 120;
/// Words of a question that are looked for.
const WORDS_MAX: usize = 8;
/// Texts that one word may find.
const EACH_MAX: i64 = 60;

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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// Articles, best first.
    pub articles: Vec<Live>,
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
    let (parts, _) = parse(&query, &[]);
    let mut only = Only::default();
    let place = only.bind(language.code());
    only.holds(format!(
        "EXISTS (SELECT 1 FROM article_text t JOIN article a ON a.id = t.article \
         WHERE t.id = d.subject AND t.language = {place} AND {})",
        store::readable(reader)
    ));
    let last = parts.len().saturating_sub(1);
    let (mut found, mut instead) = (Vec::new(), Vec::new());
    for (at, part) in parts.iter().enumerate().take(WORDS_MAX) {
        let text = match part {
            Part::Word { not: false, text } | Part::Phrase { not: false, text } => fold(text),
            _ => continue,
        };
        let wanted = Wanted::of(std::slice::from_ref(part), open && at == last);
        if wanted.all.is_empty() {
            continue;
        }
        let ask = Ask {
            wanted: &wanted,
            shelf: Shelf::Articles,
            since: None,
            until: None,
            after: None,
            only: &only,
            most: EACH_MAX,
        };
        let (mut hits, mut word) = (search::find(conn, &ask).await?, text);
        if hits.is_empty()
            && let Some(mended) = search::mend(&p.words, conn, &ask).await?
        {
            hits = search::find(conn, &Ask { wanted: &mended.wanted, ..ask }).await?;
            if let Some((_, meant)) = mended.instead.first() {
                word = fold(meant);
            }
            instead.extend(mended.instead);
        }
        found.push(ranking::Found { word, texts: hits.into_iter().map(|hit| hit.subject).collect() });
    }
    let mut ids: Vec<String> = found.iter().flat_map(|one| one.texts.iter().cloned()).collect();
    ids.sort_unstable();
    ids.dedup();
    let titles = store::live_titles(conn, reader, &ids).await?;
    let titles = titles.into_iter().map(|(id, title)| (id, fold(&title))).collect();
    let best = ranking::ranked(&found, &titles, most);
    Ok(Answered { articles: store::by_ids(conn, reader, &best).await?, instead })
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
