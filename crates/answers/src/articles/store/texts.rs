//! Articles, their texts and versions, as the desk needs them.

use base::{Instant, Language, Scope};
use jiff::civil::Date;
use people::StaffId;
use platform::{Conn, Fault, Result, Row, Tx, vals};

use crate::articles::model::{
    About, Article, ArticleId, Audience, CategoryId, Draft, Line, State, Text, TextId, Version,
};
use crate::articles::rules::states;

const TEXT: &str = "id, article, language, address, title, summary, body, state, live, live_at, due_at, saved_at";

pub(super) fn language(row: &Row, column: &str) -> Result<Language> {
    Language::from_code(&row.text(column)?).ok_or_else(|| Fault::new("a text of an article has no language of ours"))
}

pub(super) fn draft(row: &Row) -> Result<Draft> {
    Ok(Draft { title: row.text("title")?, summary: row.text("summary")?, body: row.text("body")? })
}

fn text_of(row: &Row) -> Result<Text> {
    Ok(Text {
        id: row.id("id")?,
        article: row.id("article")?,
        language: language(row, "language")?,
        address: row.text("address")?,
        draft: draft(row)?,
        state: State::from_code(&row.text("state")?).unwrap_or_default(),
        live: row.opt_int("live")?,
        live_at: row.opt_at("live_at")?,
        due_at: row.opt_at("due_at")?,
        saved_at: row.at("saved_at")?,
    })
}

fn day(row: &Row) -> Result<Option<Date>> {
    Ok(row.opt_text("review_on")?.and_then(|text| text.parse().ok()))
}

/// One article.
///
/// # Errors
/// When the tables cannot be used; so for all below.
pub async fn find(conn: &mut Conn, scope: &Scope, id: &ArticleId) -> Result<Option<Article>> {
    if *scope != Scope::All {
        return Ok(None);
    }
    let row = conn.one("SELECT * FROM article WHERE id = $1", vals![id.as_str()]).await?;
    row.map(|row| Ok(Article { id: row.id("id")?, original: language(&row, "original")?, about: about(&row)? }))
        .transpose()
}

/// What holds for all languages, from a row of the table.
///
/// # Errors
/// See [`find`].
pub fn about(row: &Row) -> Result<About> {
    Ok(About {
        category: row.opt_id("category")?,
        // What nobody can read any more is for nobody outside.
        audience: Audience::from_code(&row.text("audience")?).unwrap_or(Audience::Internal),
        owner: row.opt_id("owner")?,
        sources: row.text("sources")?,
        tags: row.text("tags")?.split_whitespace().map(str::to_owned).collect(),
        review_on: day(row)?,
    })
}

/// Keeps a new article.
///
/// # Errors
/// See [`find`].
pub async fn insert_article(tx: &mut Tx, article: &Article, now: Instant) -> Result<()> {
    let sql = "INSERT INTO article (id, category, audience, owner, original, sources, tags, review_on, created_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let about = &article.about;
    let values = vals![
        article.id.as_str(),
        about.category.as_ref().map(CategoryId::as_str),
        about.audience.code(),
        about.owner.as_ref().map(StaffId::as_str),
        article.original.code(),
        &about.sources,
        about.tags.join(" "),
        about.review_on.map(|day| day.to_string()),
        now,
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// Keeps what holds for all languages.
///
/// # Errors
/// See [`find`].
pub async fn save_about(tx: &mut Tx, id: &ArticleId, about: &About) -> Result<()> {
    let sql = "UPDATE article SET category = $2, audience = $3, owner = $4, sources = $5, tags = $6, review_on = $7 \
        WHERE id = $1";
    let values = vals![
        id.as_str(),
        about.category.as_ref().map(CategoryId::as_str),
        about.audience.code(),
        about.owner.as_ref().map(StaffId::as_str),
        &about.sources,
        about.tags.join(" "),
        about.review_on.map(|day| day.to_string()),
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// All texts of an article, in the order of the languages.
///
/// # Errors
/// See [`find`].
pub async fn texts(conn: &mut Conn, article: &ArticleId) -> Result<Vec<Text>> {
    let sql = format!("SELECT {TEXT} FROM article_text WHERE article = $1");
    let rows = conn.all(&sql, vals![article.as_str()]).await?;
    let mut texts = rows.iter().map(text_of).collect::<Result<Vec<_>>>()?;
    texts.sort_by_key(|text| text.language);
    Ok(texts)
}

/// The text of an article in a language.
///
/// # Errors
/// See [`find`].
pub async fn text(conn: &mut Conn, article: &ArticleId, language: Language) -> Result<Option<Text>> {
    let sql = format!("SELECT {TEXT} FROM article_text WHERE article = $1 AND language = $2");
    conn.one(&sql, vals![article.as_str(), language.code()]).await?.map(|row| text_of(&row)).transpose()
}

/// A text by its own id.
///
/// # Errors
/// See [`find`].
pub async fn text_by_id(conn: &mut Conn, id: &TextId) -> Result<Option<Text>> {
    let sql = format!("SELECT {TEXT} FROM article_text WHERE id = $1");
    conn.one(&sql, vals![id.as_str()]).await?.map(|row| text_of(&row)).transpose()
}

/// Keeps a new text.
///
/// # Errors
/// See [`find`].
pub async fn insert_text(tx: &mut Tx, text: &Text) -> Result<()> {
    let sql = "INSERT INTO article_text (id, article, language, address, title, summary, body, state, live, live_at, \
        due_at, saved_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let values = vals![
        text.id.as_str(),
        text.article.as_str(),
        text.language.code(),
        &text.address,
        &text.draft.title,
        &text.draft.summary,
        &text.draft.body,
        text.state.code(),
        text.live,
        text.live_at,
        text.due_at,
        text.saved_at,
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// Keeps all of a text.
///
/// # Errors
/// See [`find`].
pub async fn save_text(tx: &mut Tx, text: &Text) -> Result<()> {
    let sql = "UPDATE article_text SET address = $2, title = $3, summary = $4, body = $5, state = $6, live = $7, \
        live_at = $8, due_at = $9, saved_at = $10 WHERE id = $1";
    let values = vals![
        text.id.as_str(),
        &text.address,
        &text.draft.title,
        &text.draft.summary,
        &text.draft.body,
        text.state.code(),
        text.live,
        text.live_at,
        text.due_at,
        text.saved_at,
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// Keeps a version.
///
/// # Errors
/// See [`find`].
pub async fn insert_version(tx: &mut Tx, text: &TextId, version: &Version) -> Result<()> {
    let sql = "INSERT INTO article_version (text, number, title, summary, body, at, staff) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let draft = &version.draft;
    let by = version.by.as_ref().map(StaffId::as_str);
    tx.run(sql, vals![text.as_str(), version.number, &draft.title, &draft.summary, &draft.body, version.at, by])
        .await?;
    Ok(())
}

fn version_of(row: &Row) -> Result<Version> {
    Ok(Version { number: row.int("number")?, draft: draft(row)?, at: row.at("at")?, by: row.opt_id("staff")? })
}

/// The versions of a text, newest first, `most` at most.
///
/// # Errors
/// See [`find`].
pub async fn versions(conn: &mut Conn, text: &TextId, most: i64) -> Result<Vec<Version>> {
    let sql = "SELECT * FROM article_version WHERE text = $1 ORDER BY number DESC LIMIT $2";
    conn.all(sql, vals![text.as_str(), most]).await?.iter().map(version_of).collect()
}

/// One version.
///
/// # Errors
/// See [`find`].
pub async fn version(conn: &mut Conn, text: &TextId, number: i64) -> Result<Option<Version>> {
    let sql = "SELECT * FROM article_version WHERE text = $1 AND number = $2";
    conn.one(sql, vals![text.as_str(), number]).await?.map(|row| version_of(&row)).transpose()
}

/// The addresses that other articles have or had, of those that begin so.
///
/// # Errors
/// See [`find`].
pub async fn addresses(conn: &mut Conn, language: Language, begins: &str, but: &ArticleId) -> Result<Vec<String>> {
    // An address holds letters, digits and dashes: nothing that LIKE would read otherwise.
    let sql = "SELECT address FROM article_address WHERE language = $1 AND address LIKE $2 AND article <> $3";
    let rows = conn.all(sql, vals![language.code(), format!("{begins}%"), but.as_str()]).await?;
    rows.iter().map(|row| row.text("address")).collect()
}

/// Says where an address leads.
///
/// # Errors
/// See [`find`].
pub async fn put_address(tx: &mut Tx, language: Language, address: &str, article: &ArticleId) -> Result<()> {
    let sql = "INSERT INTO article_address (language, address, article) VALUES ($1, $2, $3) \
        ON CONFLICT (language, address) DO UPDATE SET article = $3";
    tx.run(sql, vals![language.code(), address, article.as_str()]).await?;
    Ok(())
}

/// The article that an address leads to, or led to once.
///
/// # Errors
/// See [`find`].
pub async fn led_to(conn: &mut Conn, language: Language, address: &str) -> Result<Option<ArticleId>> {
    let sql = "SELECT article FROM article_address WHERE language = $1 AND address = $2";
    conn.one(sql, vals![language.code(), address]).await?.map(|row| row.id("article")).transpose()
}

/// What the desk's list is to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Of this state.
    pub state: Option<State>,
    /// In this language.
    pub language: Option<Language>,
    /// Of this category.
    pub category: Option<CategoryId>,
    /// Of this owner.
    pub owner: Option<StaffId>,
    /// Whose day of review has come by this day.
    pub stale_on: Option<Date>,
    /// Whose title holds this.
    pub title: String,
    /// Behind this text.
    pub after: Option<TextId>,
}

/// The next texts of the desk's list, saved last first.
///
/// # Errors
/// See [`find`].
pub async fn list(conn: &mut Conn, scope: &Scope, wanted: &Wanted, most: i64) -> Result<Vec<Line>> {
    if *scope != Scope::All {
        return Ok(Vec::new());
    }
    let behind = match &wanted.after {
        Some(id) => text_by_id(conn, id).await?.map(|text| (text.saved_at, text.id)),
        None => None,
    };
    let sql = "SELECT t.id, t.article, t.language, t.title, t.state, t.live, t.saved_at, a.audience, a.category, a.owner, \
          a.review_on, a.original, \
          (SELECT o.live_at FROM article_text o WHERE o.article = a.id AND o.language = a.original \
            AND o.id <> t.id) AS original_live \
        FROM article_text t JOIN article a ON a.id = t.article \
        WHERE ($1 = '' OR t.state = $1) AND ($2 = '' OR t.language = $2) AND ($3 = '' OR a.category = $3) \
          AND ($4 = '' OR a.owner = $4) AND ($5 = '' OR a.review_on <= $5) \
          AND ($6 = '' OR LOWER(t.title) LIKE $6 ESCAPE '!') \
          AND ($7 = '' OR t.saved_at < $8 OR (t.saved_at = $8 AND t.id < $7)) \
        ORDER BY t.saved_at DESC, t.id DESC LIMIT $9";
    let title = wanted.title.trim().to_lowercase();
    let like = ['!', '%', '_'].iter().fold(title.clone(), |text, c| text.replace(*c, &format!("!{c}")));
    let like = if title.is_empty() { String::new() } else { format!("%{like}%") };
    let (at, id) = behind.map_or((Instant::UNIX_EPOCH, String::new()), |(at, id)| (at, id.to_string()));
    let values = vals![
        wanted.state.map_or("", State::code),
        wanted.language.map_or("", Language::code),
        wanted.category.as_ref().map_or("", CategoryId::as_str),
        wanted.owner.as_ref().map_or("", StaffId::as_str),
        wanted.stale_on.map(|day| day.to_string()).unwrap_or_default(),
        like,
        id,
        at,
        most,
    ];
    let line = |row: &Row| -> Result<Line> {
        let saved_at = row.at("saved_at")?;
        Ok(Line {
            id: row.id("id")?,
            article: row.id("article")?,
            language: language(row, "language")?,
            title: row.text("title")?,
            state: State::from_code(&row.text("state")?).unwrap_or_default(),
            is_live: row.opt_int("live")?.is_some(),
            audience: Audience::from_code(&row.text("audience")?).unwrap_or(Audience::Internal),
            category: row.opt_id("category")?,
            owner: row.opt_id("owner")?,
            review_on: day(row)?,
            saved_at,
            is_older: states::is_older(saved_at, row.opt_at("original_live")?),
        })
    };
    conn.all(sql, values).await?.iter().map(line).collect()
}
