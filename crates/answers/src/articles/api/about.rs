//! Articles as a whole: the list, what holds for all languages, how one begins.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::{Action, Language};
use people::api::Caller;
use platform::Conn;
use platform::api::{self, BASE, Body, Cursor, Listing, Page, Problem, Query, time};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{known, named};
use crate::articles::commands::{self, NewArticle};
use crate::articles::model::{self, ArticleId, Audience, Draft, State};
use crate::articles::store::{self, Wanted};

/// A text of an article in one language.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleText)]
pub(super) struct Text {
    /// Its language: `en`, `nb`, `sv`, `da` or `id`.
    language: String,
    /// One line.
    title: String,
    /// What it comes to, in a sentence; may be empty.
    summary: String,
    /// Markdown; the working copy.
    body: String,
    /// `draft`, `review`, `scheduled`, `published` or `withdrawn`.
    state: String,
    /// The last part of its address in the help centre: `/help/{language}/{address}`.
    address: String,
    /// The version that is read, if one is.
    live: Option<i64>,
    /// Since when that is read.
    #[schema(format = DateTime)]
    live_at: Option<String>,
    /// When it is published by itself, while it is scheduled.
    #[schema(format = DateTime)]
    due_at: Option<String>,
    /// When the working copy was saved; give it as `seen` when you save.
    #[schema(format = DateTime)]
    saved_at: String,
}

impl From<model::Text> for Text {
    fn from(text: model::Text) -> Self {
        Self {
            language: text.language.code().to_owned(),
            title: text.draft.title,
            summary: text.draft.summary,
            body: text.draft.body,
            state: text.state.code().to_owned(),
            address: text.address,
            live: text.live,
            live_at: text.live_at.map(time),
            due_at: text.due_at.map(time),
            saved_at: time(text.saved_at),
        }
    }
}

/// What holds for all languages of an article.
#[derive(Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = AboutArticle, example = json!({ "audience": "public", "tags": ["pump"], "review_on": "2027-06-01" }))]
pub(super) struct About {
    /// The category where it stands.
    category: Option<String>,
    /// Who may read what is live: `internal` (colleagues), `customers` (who are signed in) or `public`; `internal` when not said.
    audience: Option<String>,
    /// The colleague who sees to it that it stays true.
    owner: Option<String>,
    /// Where what it says is known from.
    #[schema(max_length = 2000)]
    sources: String,
    /// Products and topics; articles are found by them too.
    #[schema(max_items = 20)]
    tags: Vec<String>,
    /// The day on which somebody is to look whether it is still true, as `2027-06-01`.
    review_on: Option<String>,
}

impl From<model::About> for About {
    fn from(about: model::About) -> Self {
        Self {
            category: about.category.map(|id| id.to_string()),
            audience: Some(about.audience.code().to_owned()),
            owner: about.owner.map(|id| id.to_string()),
            sources: about.sources,
            tags: about.tags,
            review_on: about.review_on.map(|day| day.to_string()),
        }
    }
}

impl About {
    fn read(self, at: &str) -> Result<model::About, Problem> {
        let field = |name: &str, why: &'static str| Problem::field(format!("{at}/{name}"), why);
        let audience = self.audience.as_deref().unwrap_or("internal");
        let day = |text: String| text.parse().map_err(|_| field("review_on", "is not a day"));
        Ok(model::About {
            category: self
                .category
                .map(|id| id.parse())
                .transpose()
                .map_err(|_| field("category", "is not the id of a category"))?,
            audience: Audience::from_code(audience).ok_or_else(|| field("audience", "is none of the three"))?,
            owner: self
                .owner
                .map(|id| id.parse())
                .transpose()
                .map_err(|_| field("owner", "is not the id of a colleague"))?,
            sources: self.sources,
            tags: self.tags,
            review_on: self.review_on.map(day).transpose()?,
        })
    }
}

/// An article in all its languages.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Article {
    /// Names it.
    id: String,
    /// The language it was written in first.
    original: String,
    /// What holds for all its languages.
    about: About,
    /// Its texts, one a language at most.
    texts: Vec<Text>,
}

pub(super) async fn whole(caller: &Caller, conn: &mut Conn, id: &ArticleId) -> Result<Article, Problem> {
    let scope = caller.may(Action::ReadArticles)?;
    let it = store::find(conn, &scope, id).await?.ok_or_else(Problem::not_found)?;
    let texts = store::texts(conn, id).await?;
    Ok(Article {
        id: it.id.to_string(),
        original: it.original.code().to_owned(),
        about: it.about.into(),
        texts: texts.into_iter().map(Text::from).collect(),
    })
}

/// A text in a list.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ArticleLine)]
pub(super) struct Line {
    /// The article.
    article: String,
    /// The language of the text.
    language: String,
    /// What it is called.
    title: String,
    /// `draft`, `review`, `scheduled`, `published` or `withdrawn`.
    state: String,
    /// Whether a version of it is read.
    live: bool,
    /// `internal`, `customers` or `public`.
    audience: String,
    /// Where it stands.
    category: Option<String>,
    /// Who sees to it.
    owner: Option<String>,
    /// The day of its review.
    review_on: Option<String>,
    /// When it was saved last.
    #[schema(format = DateTime)]
    saved_at: String,
    /// Whether its original was published after it was saved.
    older_than_original: bool,
}

/// Which texts.
#[derive(Clone, Debug, Deserialize, Serialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Asked {
    /// `draft`, `review`, `scheduled`, `published` or `withdrawn`.
    state: Option<String>,
    /// `en`, `nb`, `sv`, `da` or `id`.
    language: Option<String>,
    /// Of this category.
    category: Option<String>,
    /// Of this colleague.
    owner: Option<String>,
    /// Those alone whose day of review has come.
    stale: Option<bool>,
    /// Words of the title.
    search: Option<String>,
    /// `next` of the page before.
    cursor: Option<String>,
    /// Rows of a page, 25 when not said.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<i64>,
}

/// Lists texts of articles
///
/// One row for each language of an article, saved last first.
#[utoipa::path(get, path = "/articles", tag = "Articles", operation_id = "list_articles", params(Asked),
    responses((status = 200, description = "Texts.", body = Page<Line>)))]
pub(super) async fn list(caller: Caller, Query(asked): Query<Asked>) -> Result<Json<Page<Line>>, Problem> {
    let scope = caller.may(Action::ReadArticles)?;
    let narrowed = (&asked.state, &asked.language, &asked.category, &asked.owner, asked.stale, &asked.search);
    let (listing, cursor) = (Listing::new("articles", &narrowed), Cursor(&caller.p.tokens));
    let after: Option<String> = cursor.open(&listing, asked.cursor.as_deref())?;
    let most = api::limit(asked.limit)?;
    let state = |code: String| State::from_code(&code).ok_or_else(|| Problem::parameter("state", "is no state"));
    let language = |code: String| known(&code).ok_or_else(|| Problem::parameter("language", "is not known"));
    let mut conn = caller.p.db.read().await?;
    let zone = conversations::settings::business(&mut conn).await?.zone;
    let zone = jiff::tz::TimeZone::get(&zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let today = caller.p.clock.business().to_zoned(zone).date();
    let wanted = Wanted {
        state: asked.state.map(state).transpose()?,
        language: asked.language.map(language).transpose()?,
        category: asked
            .category
            .map(|id| id.parse())
            .transpose()
            .map_err(|_| Problem::parameter("category", "is not an id"))?,
        owner: asked.owner.map(|id| id.parse()).transpose().map_err(|_| Problem::parameter("owner", "is not an id"))?,
        stale_on: asked.stale.unwrap_or_default().then_some(today),
        title: asked.search.unwrap_or_default().chars().take(100).collect(),
        after: after.map(|id| id.parse()).transpose().map_err(|_| Problem::parameter("cursor", "is not a cursor"))?,
    };
    let mut rows = store::list(&mut conn, &scope, &wanted, most + 1).await?;
    let more = i64::try_from(rows.len()).is_ok_and(|many| many > most);
    rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| more).map(|last| cursor.seal(&listing, &last.id.as_str()));
    let data = rows.into_iter().map(|row| Line {
        article: row.article.to_string(),
        language: row.language.code().to_owned(),
        title: row.title,
        state: row.state.code().to_owned(),
        live: row.is_live,
        audience: row.audience.code().to_owned(),
        category: row.category.map(|id| id.to_string()),
        owner: row.owner.map(|id| id.to_string()),
        review_on: row.review_on.map(|day| day.to_string()),
        saved_at: time(row.saved_at),
        older_than_original: row.is_older,
    });
    Ok(Json(Page { data: data.collect(), next }))
}

/// Shows an article
///
/// In all its languages, with its working copies.
#[utoipa::path(get, path = "/articles/{id}", tag = "Articles", operation_id = "get_article",
    params(("id" = String, Path, description = "The article.", example = "art_01kyf5b0000000000000000000")),
    responses((status = 200, description = "The article.", body = Article)))]
pub(super) async fn show(caller: Caller, Path(id): Path<String>) -> Result<Json<Article>, Problem> {
    caller.must(Action::ReadArticles)?;
    Ok(Json(whole(&caller, &mut caller.p.db.read().await?, &named(&id)?).await?))
}

/// An article to begin with.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "language": "en", "title": "The pump hums", "body": "Turn it off and on." }))]
pub(super) struct NewArticleText {
    /// The language it is written in first: `en`, `nb`, `sv`, `da` or `id`.
    #[schema(max_length = 2)]
    language: String,
    /// One line.
    #[schema(max_length = 150)]
    title: String,
    /// What it comes to, in a sentence.
    #[serde(default)]
    #[schema(max_length = 400)]
    summary: String,
    /// Markdown.
    #[serde(default)]
    #[schema(max_length = 60_000)]
    body: String,
    /// What holds for all languages; without it, it is for everybody, and yours.
    about: Option<About>,
}

type Created = (StatusCode, [(HeaderName, String); 1], Json<Article>);

/// Begins an article
///
/// It is a draft: nobody outside reads it before it is published.
#[utoipa::path(post, path = "/articles", tag = "Articles", operation_id = "create_article", request_body = NewArticleText,
    responses((status = 201, description = "The article; `Location` is its address here.", body = Article)))]
pub(super) async fn create(caller: Caller, Body(new): Body<NewArticleText>) -> Result<Created, Problem> {
    caller.must(Action::WriteArticles)?;
    let language = known(&new.language).ok_or_else(|| Problem::field("/language", "is none of en, nb, sv, da, id"))?;
    let about = new.about.map(|about| about.read("/about")).transpose()?.unwrap_or_default();
    let draft = Draft { title: new.title, summary: new.summary, body: new.body };
    let mut tx = caller.p.begin().await?;
    let id = commands::begin(&mut tx, &caller.actor(), NewArticle { language, draft, about }).await?;
    tx.commit().await?;
    let location = [(header::LOCATION, format!("{BASE}/articles/{id}"))];
    let article = whole(&caller, &mut caller.p.db.read().await?, &id).await?;
    Ok((StatusCode::CREATED, location, Json(article)))
}

/// Changes what holds for all languages
///
/// All of it is replaced. Who may read what is live is changed by those who publish.
#[utoipa::path(put, path = "/articles/{id}", tag = "Articles", operation_id = "update_article",
    params(("id" = String, Path, description = "The article.", example = "art_01kyf5b0000000000000000000")),
    request_body = About, responses((status = 200, description = "The article as it is now.", body = Article)))]
pub(super) async fn update(
    caller: Caller,
    Path(id): Path<String>,
    Body(about): Body<About>,
) -> Result<Json<Article>, Problem> {
    caller.must(Action::WriteArticles)?;
    let id = named(&id)?;
    let mut tx = caller.p.begin().await?;
    let scope = caller.may(Action::ReadArticles)?;
    let before = store::find(&mut tx, &scope, &id).await?.ok_or_else(Problem::not_found)?;
    let about = about.read("")?;
    // A token that does not publish widens nothing, whoever its owner is.
    let texts = store::texts(&mut tx, &id).await?;
    if about.audience != before.about.audience && texts.iter().any(|text| text.live.is_some()) {
        caller.must(Action::PublishArticles)?;
    }
    commands::describe(&mut tx, &caller.actor(), &id, about).await?;
    tx.commit().await?;
    Ok(Json(whole(&caller, &mut caller.p.db.read().await?, &id).await?))
}

/// The text of an article that a program is told of after it changed it.
pub(super) async fn text(caller: &Caller, id: &ArticleId, language: Language) -> Result<Json<Text>, Problem> {
    let found = store::text(&mut caller.p.db.read().await?, id, language).await?;
    found.map(|text| Json(text.into())).ok_or_else(Problem::not_found)
}
