//! Where colleagues write: the list, the editor, what becomes of a text, and what was looked for in vain.

mod editor;
mod list;

use std::collections::BTreeMap;
use std::str::FromStr;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Instant, Language, allowed};
use jiff::tz::TimeZone;
use maud::{Markup, PreEscaped, html};
use people::staff::Who;
use platform::Platform;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;

use super::{error, language, titles};
use crate::articles::commands::{self, NewArticle};
use crate::articles::model::{About, ArticleId, Audience, Draft};
use crate::articles::refusal::{Failure, Refusal};
use crate::articles::rules::states::Act;
use crate::articles::rules::{markdown, snippets};
use crate::articles::store;
use editor::Above;

pub(super) const HERE: &str = "/settings/articles";
/// Rows of the page of what was looked for in vain.
const MISSING_SHOWN: i64 = 200;

/// `?done=…`, after something was done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    done: String,
}

impl Asked {
    pub(super) fn code(&self) -> &str {
        &self.done
    }
}

/// What was done, as a line above the page.
pub(super) fn done(who: &Who, code: &str) -> Markup {
    let message = match code {
        "saved" => "articles-done-saved",
        "turned" => "articles-done-turned",
        "removed" => "articles-done-removed",
        "restored" => "articles-done-restored",
        _ => return html! {},
    };
    html! { div.callout data-tone="ok" role="status" { (icon("check")) p { (who.say.text(message)) } } }
}

/// What was refused, as a line above the page.
pub(super) fn refused(who: &Who, refusal: Option<Refusal>) -> Markup {
    html! {
        @if let Some(refusal) = refusal {
            div.callout data-tone="warn" role="alert" { (icon("alert")) p { (who.say.text(refusal.message())) } }
        }
    }
}

/// A page of this part of the settings, with the way to its other pages above.
pub(super) async fn page(
    p: &Platform,
    who: &Who,
    status: StatusCode,
    title: &str,
    body: &Markup,
) -> Result<Response, Error> {
    let (say, viewer) = (&who.say, who.viewer()?);
    let publishes = allowed(&who.actor(), Action::PublishArticles).is_ok();
    let writes = allowed(&who.actor(), Action::WriteArticles).is_ok();
    let manages = allowed(&who.actor(), Action::ManageSettings).is_ok();
    let main = html! {
        nav.row.wrap aria-label=(say.text("settings-articles")) {
            a.btn.small href=(HERE) { (say.text("articles-all")) }
            @if publishes {
                a.btn.small href={ (HERE) "/categories" } { (say.text("articles-categories")) }
                a.btn.small href={ (HERE) "/snippets" } { (say.text("articles-snippets")) }
            }
            @if writes {
                a.btn.small href={ (HERE) "/missing" } { (say.text("articles-missing")) }
                a.btn.small href={ (HERE) "/pictures" } { (say.text("articles-pictures")) }
            }
            @if publishes { a.btn.small href={ (HERE) "/import" } { (say.text("articles-bring")) } }
            @if manages { a.btn.small href={ (HERE) "/automatic" } { (say.text("automatic-title")) } }
            a.btn.small href={ "/help/" (say.code()) } hx-boost="false" { (say.text("articles-centre")) (icon("out")) }
        }
        (body)
    };
    let main = viewer.settings(title, &say.text("articles-lead"), &main);
    Ok(respond::page(status, viewer.page(p, title, &main).await?))
}

/// `GET /settings/articles`: the list, by state, language, category, owner, and what is due for review.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all pages here.
pub async fn index(State(p): State<Platform>, who: Who, Query(asked): Query<list::Asked>) -> Result<Response, Error> {
    list::show(&p, &who, &asked).await
}

/// `GET /settings/articles/new`.
///
/// # Errors
/// See [`index`].
pub async fn new(State(p): State<Platform>, who: Who) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WriteArticles)?;
    let usual = conversations::settings::business(&mut p.db.read().await?).await?.language;
    editor::begin(&p, &who, usual, &Draft::default(), None).await
}

/// A text as typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    language: String,
    title: String,
    summary: String,
    body: String,
    seen: String,
}

impl Typed {
    fn draft(&self) -> Draft {
        Draft { title: self.title.clone(), summary: self.summary.clone(), body: self.body.clone() }
    }
}

/// `POST /settings/articles`: `language`, `title`, `summary`, `body`.
///
/// # Errors
/// See [`index`].
pub async fn create(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let language = Language::ALL.into_iter().find(|one| one.code() == typed.language).unwrap_or(who.say.language());
    let mut tx = p.begin().await?;
    let new = NewArticle { language, draft: typed.draft(), about: About::default() };
    match commands::begin(&mut tx, &who.actor(), new).await {
        Ok(id) => {
            tx.commit().await?;
            Ok(respond::see(&format!("{HERE}/{id}/{}?done=saved", language.code())))
        }
        Err(Failure::Refused(refusal)) if refusal != Refusal::Forbidden => {
            drop(tx);
            editor::begin(&p, &who, language, &typed.draft(), Some(refusal)).await
        }
        Err(failure) => Err(error(failure)),
    }
}

fn article(id: &str) -> Result<ArticleId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

/// `GET /settings/articles/{id}/{lang}`: the editor.
///
/// # Errors
/// See [`index`]; and when there is no such article.
pub async fn edit(
    State(p): State<Platform>,
    who: Who,
    Path((id, lang)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let above = Above { done: asked.done, ..Above::default() };
    editor::show(&p, &who, &article(&id)?, language(&lang)?, above).await
}

/// `POST /settings/articles/{id}/{lang}`: `title`, `summary`, `body`, `seen`. What was typed is never lost.
///
/// # Errors
/// See [`edit`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Path((id, lang)): Path<(String, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let (id, language) = (article(&id)?, language(&lang)?);
    let seen = typed.seen.parse().ok().and_then(|micros| Instant::from_microsecond(micros).ok());
    let mut tx = p.begin().await?;
    match commands::save(&mut tx, &who.actor(), &id, language, &typed.draft(), seen).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(respond::see(&format!("{HERE}/{id}/{lang}?done=saved")))
        }
        Err(Failure::Refused(refusal)) if !matches!(refusal, Refusal::Forbidden | Refusal::NotFound) => {
            drop(tx);
            let above = Above { refusal: Some(refusal), draft: Some(typed.draft()), ..Above::default() };
            editor::show(&p, &who, &id, language, above).await
        }
        Err(failure) => Err(error(failure)),
    }
}

/// What is to become of a text.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Turn {
    act: String,
    at: String,
}

/// `POST /settings/articles/{id}/{lang}/state`: `act` is `submit`, `give-back`, `schedule` (with `at`, local time),
/// `publish` or `withdraw`.
///
/// # Errors
/// See [`edit`].
pub async fn turn(
    State(p): State<Platform>,
    who: Who,
    Path((id, lang)): Path<(String, String)>,
    Form(typed): Form<Turn>,
) -> Result<Response, Error> {
    let (id, language) = (article(&id)?, language(&lang)?);
    let act = Act::from_code(&typed.act).ok_or_else(|| Error::invalid("problem-invalid-body"))?;
    let at = moment(&typed.at, &who.zone);
    let mut tx = p.begin().await?;
    match commands::turn(&mut tx, &who.actor(), &id, language, act, at).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(respond::see(&format!("{HERE}/{id}/{lang}?done=turned")))
        }
        Err(Failure::Refused(refusal)) if !matches!(refusal, Refusal::Forbidden | Refusal::NotFound) => {
            drop(tx);
            let above = Above { refusal: Some(refusal), ..Above::default() };
            editor::show(&p, &who, &id, language, above).await
        }
        Err(failure) => Err(error(failure)),
    }
}

fn moment(text: &str, zone: &TimeZone) -> Option<Instant> {
    let local: jiff::civil::DateTime = text.parse().ok()?;
    local.to_zoned(zone.clone()).ok().map(|at| at.timestamp())
}

/// What holds for all languages, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Described {
    category: String,
    audience: String,
    owner: String,
    tags: String,
    sources: String,
    review_on: String,
    back: String,
}

impl From<&About> for Described {
    fn from(about: &About) -> Self {
        Self {
            category: about.category.as_ref().map(ToString::to_string).unwrap_or_default(),
            audience: about.audience.code().to_owned(),
            owner: about.owner.as_ref().map(ToString::to_string).unwrap_or_default(),
            tags: about.tags.join(" "),
            sources: about.sources.clone(),
            review_on: about.review_on.map(|day| day.to_string()).unwrap_or_default(),
            back: String::new(),
        }
    }
}

impl Described {
    fn read(&self) -> Result<About, Refusal> {
        Ok(About {
            category: some(&self.category, Refusal::CategoryUnknown)?,
            // Whoever sends none of ours widens nothing.
            audience: Audience::from_code(&self.audience).unwrap_or(Audience::Internal),
            owner: some(&self.owner, Refusal::OwnerUnknown)?,
            tags: self.tags.split_whitespace().map(str::to_owned).collect(),
            sources: self.sources.clone(),
            review_on: some(&self.review_on, Refusal::NoDay)?,
        })
    }
}

/// Nothing where nothing was typed; refused where something was that cannot be read.
fn some<T: FromStr>(typed: &str, refusal: Refusal) -> Result<Option<T>, Refusal> {
    let typed = typed.trim();
    if typed.is_empty() { Ok(None) } else { typed.parse().map(Some).map_err(|_| refusal) }
}

/// `POST /settings/articles/{id}/about`: `category`, `audience`, `owner`, `tags`, `sources`, `review_on`.
///
/// # Errors
/// See [`edit`].
pub async fn describe(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(typed): Form<Described>,
) -> Result<Response, Error> {
    let id = article(&id)?;
    let back = Language::from_code(&typed.back).unwrap_or(who.say.language());
    let mut tx = p.begin().await?;
    let answer = match typed.read() {
        Ok(about) => commands::describe(&mut tx, &who.actor(), &id, about).await,
        Err(refusal) => Err(refusal.into()),
    };
    match answer {
        Ok(()) => {
            tx.commit().await?;
            Ok(respond::see(&format!("{HERE}/{id}/{}?done=saved", back.code())))
        }
        Err(Failure::Refused(refusal)) if !matches!(refusal, Refusal::Forbidden | Refusal::NotFound) => {
            drop(tx);
            let _all = allowed(&who.actor(), Action::WriteArticles)?;
            let above = Above { refusal: Some(refusal), about: Some(typed), ..Above::default() };
            editor::show(&p, &who, &id, back, above).await
        }
        Err(failure) => Err(error(failure)),
    }
}

/// `POST /settings/articles/preview`: how `body` will look, in `language`.
///
/// # Errors
/// When the reader may not.
pub async fn preview(State(p): State<Platform>, who: Who, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WriteArticles)?;
    let body: String = typed.body.chars().take(commands::BODY_MAX).collect();
    let language = Language::from_code(&typed.language).unwrap_or(who.say.language());
    let fillings = commands::fillings(&mut p.db.read().await?, language).await?;
    Ok(respond::page(StatusCode::OK, shown(&who, &body, &fillings)))
}

/// What stands for snippets.
type Fillings = BTreeMap<String, String>;

fn shown(who: &Who, body: &str, fillings: &Fillings) -> Markup {
    html! { (PreEscaped(markdown::show(&snippets::fill(body, fillings), &titles(&who.say)).html)) }
}

/// `GET /settings/articles/missing`: what was looked for in vain.
///
/// # Errors
/// See [`index`].
pub async fn missing(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WriteArticles)?;
    let all = store::missing(&mut p.db.read().await?, MISSING_SHOWN).await?;
    let say = &who.say;
    let body = html! {
        (done(&who, &asked.done))
        section.card.col.g-5 aria-labelledby="missing-h" {
            h3 #missing-h { (say.text("articles-missing")) }
            p.soft { (say.text("articles-missing-why")) }
            @if all.is_empty() { p.quiet { (say.text("articles-missing-none")) } }
            ul.col.g-4 {
                @for one in &all {
                    li.row.wrap {
                        span.grow.col.g-1 {
                            b { (one.query) }
                            span.sm.quiet {
                                (one.language.own_name()) " · "
                                (say.with("articles-missing-times", platform::args![n = one.times])) " · "
                                (say.date(one.last_at, &who.zone))
                            }
                        }
                        form method="post" action={ (HERE) "/missing" } {
                            input type="hidden" name="language" value=(one.language.code());
                            input type="hidden" name="query" value=(one.query);
                            button.btn.small.ghost aria-label=(say.with("articles-missing-done-one", platform::args![query = &one.query])) {
                                (icon("check")) (say.text("articles-missing-done"))
                            }
                        }
                    }
                }
            }
        }
    };
    page(&p, &who, StatusCode::OK, &say.text("settings-articles"), &body).await
}

/// What somebody saw to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SeenTo {
    language: String,
    query: String,
}

/// `POST /settings/articles/missing`: `language`, `query`.
///
/// # Errors
/// See [`index`].
pub async fn forget(State(p): State<Platform>, who: Who, Form(typed): Form<SeenTo>) -> Result<Response, Error> {
    let mut tx = p.begin().await?;
    let language = Language::from_code(&typed.language).unwrap_or_default();
    commands::forget_missing(&mut tx, &who.actor(), language, &typed.query).await.map_err(error)?;
    tx.commit().await?;
    Ok(respond::see(&format!("{HERE}/missing?done=removed")))
}
