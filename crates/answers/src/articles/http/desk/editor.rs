//! The editor of a text, what holds for all languages beside it, and what can become of it.

use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Language, Scope, allowed, clock};
use jiff::ToSpan as _;
use maud::{Markup, html};
use people::staff::{self, Who};
use platform::Platform;
use platform::args;
use platform::web::assets::icon;
use platform::web::errors::Error;

use super::{Described, Fillings, HERE, done, page, refused, shown};
use crate::articles::commands::fillings;
use crate::articles::model::{Article, ArticleId, Audience, Category, Draft, State, Text};
use crate::articles::refusal::Refusal;
use crate::articles::rules::states::{Act, after, is_older};
use crate::articles::store::{self, totals};

/// Days whose reads and opinions stand beside a text.
const COUNTED_DAYS: i64 = 30;

fn status(refusal: Option<Refusal>) -> StatusCode {
    if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}

/// The page on which an article begins.
pub(super) async fn begin(
    p: &Platform,
    who: &Who,
    language: Language,
    draft: &Draft,
    refusal: Option<Refusal>,
) -> Result<Response, Error> {
    let say = &who.say;
    let fillings = fillings(&mut p.db.read().await?, language).await?;
    let body = html! {
        (refused(who, refusal))
        form.card.col.g-6 method="post" action=(HERE) novalidate {
            div.field {
                label for="language" { (say.text("word-language")) }
                select.input #language name="language" {
                    @for one in Language::ALL {
                        option value=(one.code()) selected[one == language] { (one.own_name()) }
                    }
                }
            }
            (fields(who, draft, language, &fillings))
            p { button.btn.primary { (say.text("articles-save-draft")) } }
        }
    };
    page(p, who, status(refusal), &say.text("articles-new"), &body).await
}

fn fields(who: &Who, draft: &Draft, language: Language, fillings: &Fillings) -> Markup {
    let say = &who.say;
    html! {
        div.field {
            label for="title" { (say.text("articles-title")) }
            input.input #title name="title" value=(draft.title) maxlength="150" lang=(language.code());
        }
        div.field {
            label for="summary" { (say.text("articles-summary")) }
            input.input #summary name="summary" value=(draft.summary) maxlength="400" lang=(language.code())
                aria-describedby="summary-h";
            p.hint #summary-h { (say.text("articles-summary-hint")) }
        }
        div.field {
            label for="written" { (say.text("articles-body")) }
            textarea.input #written name="body" rows="18" lang=(language.code()) aria-describedby="written-h" {
                (draft.body)
            }
            p.hint #written-h { (say.with("articles-body-hint", args![callout = "> [!TIP]"])) }
            p.hint {
                (say.with("articles-more-hint", args![snippet = "{{name}}"])) " "
                a href={ (HERE) "/pictures" } target="_blank" { (say.text("articles-pictures-open")) }
            }
        }
        section.col.g-3 aria-labelledby="preview-h" {
            h3 #preview-h { (say.text("articles-preview")) }
            div.col.g-4 #article-preview lang=(language.code()) hx-post={ (HERE) "/preview" }
                hx-trigger="input delay:500ms from:#written" hx-include="#written, #language" hx-swap="innerHTML" {
                (shown(who, &draft.body, fillings))
            }
        }
    }
}

/// What the editor is shown with: after something was done, or with what was typed and why it was refused.
#[derive(Default)]
pub(super) struct Above {
    pub done: String,
    pub refusal: Option<Refusal>,
    pub draft: Option<Draft>,
    pub about: Option<Described>,
}

pub(super) async fn show(
    p: &Platform,
    who: &Who,
    id: &ArticleId,
    language: Language,
    above: Above,
) -> Result<Response, Error> {
    let Above { done: done_code, refusal, draft: typed, about: described } = above;
    let scope = allowed(&who.actor(), Action::ReadArticles)?;
    let mut conn = p.db.read().await?;
    let article = store::find(&mut conn, &scope, id).await?.ok_or(Error::NotFound)?;
    let texts = store::texts(&mut conn, id).await?;
    let categories: Vec<Category> = store::categories(&mut conn).await?.into_iter().map(|(_, one)| one).collect();
    let owners = staff::colleagues(&mut conn, &Scope::All).await?;
    let owners: Vec<(String, String)> = owners.into_iter().map(|one| (one.id.to_string(), one.name)).collect();
    let text = texts.iter().find(|text| text.language == language);
    let today = p.clock.business().to_zoned(who.zone.clone()).date();
    let counted = match text {
        Some(text) => store::counted(&mut conn, &text.id, today.saturating_sub(COUNTED_DAYS.days())).await?,
        None => Vec::new(),
    };
    let fillings = fillings(&mut conn, language).await?;
    drop(conn);
    let say = &who.say;
    let original = texts.iter().find(|text| text.language == article.original);
    let draft = typed.or_else(|| text.map(|text| text.draft.clone())).unwrap_or_default();
    let older = text.is_some_and(|text| {
        text.language != article.original && is_older(text.saved_at, original.and_then(|one| one.live_at))
    });
    let described = described.unwrap_or_else(|| Described::from(&article.about));
    let writes = allowed(&who.actor(), Action::WriteArticles).is_ok();
    let body = html! {
        (done(who, &done_code))
        (refused(who, refusal))
        (languages(who, &article, &texts, language))
        @if older { div.callout data-tone="warn" { (icon("alert")) p { (say.text("articles-older-why")) } } }
        @if let Some(text) = text { (standing(who, text, totals(&counted))) }
        @if writes {
            form.card.col.g-6 method="post" action={ (HERE) "/" (id) "/" (language.code()) } novalidate {
                @if let Some(text) = text { input type="hidden" name="seen" value=(clock::to_micros(text.saved_at)); }
                input #language type="hidden" name="language" value=(language.code());
                (fields(who, &draft, language, &fillings))
                p { button.btn.primary { (say.text("articles-save-draft")) } }
            }
        } @else {
            section.card.col.g-4 lang=(language.code()) { h3 { (draft.title) } (shown(who, &draft.body, &fillings)) }
        }
        @if let Some(original) = original.filter(|one| one.language != language) {
            details.card { summary { (say.with("articles-original", args![language = original.language.own_name()])) }
                div.col.g-4 lang=(original.language.code()) {
                    b { (original.draft.title) } (shown(who, &original.draft.body, &fillings))
                }
            }
        }
        @if writes { (about(who, &article, (&described, refusal), &categories, &owners, language)) }
    };
    let title = text.map_or_else(|| say.text("articles-new"), |text| text.draft.title.clone());
    page(p, who, status(refusal), &title, &body).await
}

fn languages(who: &Who, article: &Article, texts: &[Text], here: Language) -> Markup {
    let say = &who.say;
    html! {
        nav.row.wrap aria-label=(say.text("articles-languages")) {
            @for language in Language::ALL {
                @let text = texts.iter().find(|text| text.language == language);
                a.chip data-tone=(if text.is_some_and(|text| text.live.is_some()) { "ok" } else { "plain" })
                    aria-current=[(language == here).then_some("page")]
                    href={ (HERE) "/" (article.id) "/" (language.code()) } {
                    (language.own_name()) " · "
                    (text.map_or_else(|| say.text("articles-no-text"), |text| say.text(&format!("articles-state-{}", text.state.code()))))
                }
            }
        }
    }
}

/// How far the text is, and what can become of it now.
fn standing(who: &Who, text: &Text, (reads, helped, said): (i64, i64, i64)) -> Markup {
    let say = &who.say;
    let publishes = allowed(&who.actor(), Action::PublishArticles).is_ok();
    let writes = allowed(&who.actor(), Action::WriteArticles).is_ok();
    let can =
        |act: Act| (publishes || (writes && act.is_writing())) && after(text.state, text.live.is_some(), act).is_some();
    let path = format!("{HERE}/{}/{}", text.article, text.language.code());
    html! {
        section.card.col.g-4 aria-label=(say.text("articles-state")) {
            p.row.wrap {
                span.chip data-tone=(if text.state == State::Published { "ok" } else { "plain" }) {
                    (say.text(&format!("articles-state-{}", text.state.code())))
                }
                @if let Some(due) = text.due_at { span.sm { (say.full(due, &who.zone)) } }
                @if let (Some(version), Some(at)) = (text.live, text.live_at) {
                    span.sm.quiet { (say.with("articles-live", args![n = version, date = say.date(at, &who.zone)])) }
                    a.sm href={ "/help/" (text.language.code()) "/" (text.address) } hx-boost="false" {
                        (say.text("articles-see"))
                    }
                }
                a.sm href={ (path) "/versions" } { (say.text("articles-versions")) }
            }
            @if reads + said > 0 {
                p.sm.quiet { (say.with("articles-counted", args![reads = reads, helped = helped, said = said])) }
            }
            form.row.wrap method="post" action={ (path) "/state" } {
                @for act in [Act::Submit, Act::GiveBack, Act::Publish, Act::Withdraw] {
                    @if can(act) {
                        button.btn.small.primary[act == Act::Publish] name="act" value=(act.code()) {
                            (say.text(&format!("articles-act-{}", act.code())))
                        }
                    }
                }
            }
            @if can(Act::Schedule) {
                form.row.wrap method="post" action={ (path) "/state" } {
                    label.sm for="at" { (say.text("articles-at")) }
                    input.input #at type="datetime-local" name="at";
                    button.btn.small name="act" value="schedule" { (say.text("articles-act-schedule")) }
                }
            }
        }
    }
}

fn about(
    who: &Who,
    article: &Article,
    (typed, refusal): (&Described, Option<Refusal>),
    categories: &[Category],
    owners: &[(String, String)],
    here: Language,
) -> Markup {
    let say = &who.say;
    let wrong = |of: Refusal| (refusal == Some(of)).then_some("true");
    html! {
        form.card.col.g-6 method="post" action={ (HERE) "/" (article.id) "/about" } novalidate aria-labelledby="about-h" {
            h3 #about-h { (say.text("articles-about")) }
            input type="hidden" name="back" value=(here.code());
            div.field {
                label for="category" { (say.text("articles-category")) }
                select.input #category name="category" aria-invalid=[wrong(Refusal::CategoryUnknown)]
                    aria-describedby=[wrong(Refusal::CategoryUnknown).map(|_| "category-e")] {
                    option value="" { (say.text("articles-no-category")) }
                    @for one in categories {
                        option value=(one.id) selected[one.id.as_str() == typed.category] {
                            (one.names.shown(say.language(), article.original))
                        }
                    }
                }
                (mistake(who, "category-e", refusal, Refusal::CategoryUnknown))
            }
            div.field {
                label for="audience" { (say.text("articles-audience")) }
                select.input #audience name="audience" {
                    @for one in Audience::ALL {
                        option value=(one.code()) selected[one.code() == typed.audience] {
                            (say.text(&format!("articles-audience-{}", one.code())))
                        }
                    }
                }
            }
            div.field {
                label for="owner" { (say.text("articles-owner")) }
                select.input #owner name="owner" aria-invalid=[wrong(Refusal::OwnerUnknown)]
                    aria-describedby=[wrong(Refusal::OwnerUnknown).map(|_| "owner-e")] {
                    option value="" { (say.text("articles-nobody")) }
                    @for (id, name) in owners { option value=(id) selected[*id == typed.owner] { (name) } }
                }
                (mistake(who, "owner-e", refusal, Refusal::OwnerUnknown))
            }
            div.field {
                label for="review_on" { (say.text("articles-review-on")) }
                input.input #review_on type="date" name="review_on" value=(typed.review_on)
                    aria-invalid=[wrong(Refusal::NoDay)] aria-describedby=[wrong(Refusal::NoDay).map(|_| "review_on-e")];
                (mistake(who, "review_on-e", refusal, Refusal::NoDay))
            }
            div.field {
                label for="tags" { (say.text("articles-tags")) }
                input.input #tags name="tags" value=(typed.tags) aria-describedby="tags-h";
                p.hint #tags-h { (say.text("articles-tags-hint")) }
            }
            div.field {
                label for="sources" { (say.text("articles-sources")) }
                textarea.input #sources name="sources" rows="2" { (typed.sources) }
            }
            p { button.btn { (say.text("articles-save")) } }
        }
    }
}

/// What is wrong with a field, under it.
fn mistake(who: &Who, id: &str, refusal: Option<Refusal>, of: Refusal) -> Markup {
    html! {
        @if refusal == Some(of) { p.error id=(id) { (icon("alert")) (who.say.text(of.message())) } }
    }
}
