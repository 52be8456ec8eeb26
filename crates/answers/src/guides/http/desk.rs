//! Where colleagues make guides: the list, and all of one guide: names, places, flaws, tested paths, versions, counts.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Instant, Language, allowed, clock};
use maud::{Markup, html};
use people::staff::Who;
use platform::Platform;
use platform::args;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;

use super::error;
use crate::articles::Names;
use crate::guides::commands;
use crate::guides::model::{Ending, Guide, GuideId, Tested, Tree, Version};
use crate::guides::refusal::{Failure, Refusal};
use crate::guides::rules::{Flaw, check, read_path, written};
use crate::guides::store::{self, Counts};

pub(super) const HERE: &str = "/settings/guides";
/// Versions shown.
const VERSIONS_SHOWN: i64 = 30;

/// What was typed, by field.
pub(super) type Fields = BTreeMap<String, String>;

/// `?done=…`, after something was done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    pub(super) done: String,
}

pub(super) async fn page(
    p: &Platform,
    who: &Who,
    refusal: Option<&Refusal>,
    title: &str,
    body: &Markup,
) -> Result<Response, Error> {
    let (say, viewer) = (&who.say, who.viewer()?);
    let main = html! {
        nav.row.wrap aria-label=(say.text("settings-guides")) {
            a.btn.small href=(HERE) { (say.text("guides-all")) }
            a.btn.small href={ "/help/guides?in=" (say.code()) } hx-boost="false" { (say.text("articles-centre")) (icon("out")) }
        }
        @if let Some(refusal) = refusal {
            div.callout data-tone="warn" role="alert" { (icon("alert")) p { (say.text(refusal.message())) } }
        }
        (body)
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let main = viewer.settings(title, &say.text("guides-lead"), &main);
    Ok(respond::page(status, viewer.page(p, title, &main).await?))
}

pub(super) fn names(fields: &Fields, part: &str) -> Names {
    let of = |one: Language| Some((one, fields.get(&format!("{part}-{}", one.code()))?.clone()));
    Names(Language::ALL.into_iter().filter_map(of).collect())
}

pub(super) fn seen(fields: &Fields) -> Option<Instant> {
    let micros = fields.get("seen")?.parse().ok()?;
    Instant::from_microsecond(micros).ok()
}

pub(super) fn guide_id(id: &str) -> Result<GuideId, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

/// A field in each language: its name, its words, and whether it takes several lines.
pub(super) fn in_five(part: &str, words: &str, it: &Names, long: bool) -> Markup {
    html! {
        fieldset.col.g-3 {
            legend { (words) }
            @for language in Language::ALL {
                @let (code, id) = (language.code(), format!("{part}-{}", language.code()));
                @let label = format!("{words}: {}", language.own_name());
                div.field {
                    label for=(id) lang=(code) { (language.own_name()) }
                    @if long {
                        textarea.input id=(id) name=(id) rows="3" lang=(code) aria-label=(label) { (it.of(language)) }
                    } @else {
                        input.input id=(id) name=(id) lang=(code) maxlength="400" aria-label=(label) value=(it.of(language));
                    }
                }
            }
        }
    }
}

/// `GET /settings/guides`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all pages here.
pub async fn index(State(p): State<Platform>, who: Who) -> Result<Response, Error> {
    listed(&p, &who, None, &Fields::new()).await
}

async fn listed(p: &Platform, who: &Who, refusal: Option<&Refusal>, typed: &Fields) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadArticles)?;
    let mut conn = p.db.read().await?;
    let all = store::all(&mut conn, &scope).await?;
    let usual = conversations::settings::business(&mut conn).await?.language;
    drop(conn);
    let say = &who.say;
    let body = html! {
        section.card.col.g-4 aria-labelledby="all-h" {
            h3 #all-h { (say.text("guides-all")) }
            @if all.is_empty() { p.quiet { (say.text("guides-none")) } }
            ul.col.g-3 {
                @for one in &all {
                    li.row.wrap {
                        a.grow href={ (HERE) "/" (one.id) } { (one.draft.names.shown(say.language(), usual)) }
                        (standing(who, one))
                    }
                }
            }
        }
        @if allowed(&who.actor(), Action::WriteArticles).is_ok() {
            form.card.col.g-5 method="post" action=(HERE) novalidate aria-labelledby="new-h" {
                h3 #new-h { (say.text("guides-new")) }
                div.field {
                    label for="language" { (say.text("word-language")) }
                    select.input #language name="language" {
                        @for one in Language::ALL {
                            option value=(one.code()) selected[one == usual] { (one.own_name()) }
                        }
                    }
                }
                div.field {
                    label for="name" { (say.text("articles-name")) }
                    input.input #name name="name" maxlength="150" value=(typed.get("name").map_or("", String::as_str));
                }
                p { button.btn.primary { (say.text("guides-begin")) } }
            }
        }
    };
    page(p, who, refusal, &say.text("settings-guides"), &body).await
}

fn standing(who: &Who, guide: &Guide) -> Markup {
    html! {
        @match guide.live {
            Some(n) => { span.chip data-tone="ok" { (who.say.with("guides-live", args![n = n])) } }
            None => { span.chip data-tone="plain" { (who.say.text("articles-state-draft")) } }
        }
    }
}

/// `POST /settings/guides`: `language`, `name`.
///
/// # Errors
/// See [`index`].
pub async fn create(State(p): State<Platform>, who: Who, Form(fields): Form<Fields>) -> Result<Response, Error> {
    let of = |name: &str| fields.get(name).cloned().unwrap_or_default();
    let original = Language::ALL.into_iter().find(|one| one.code() == of("language")).unwrap_or(who.say.language());
    let tree = Tree { original, names: Names([(original, of("name"))].into()), ..Tree::default() };
    let mut tx = p.begin().await?;
    match commands::begin(&mut tx, &who.actor(), tree).await {
        Ok(id) => {
            tx.commit().await?;
            Ok(respond::see(&format!("{HERE}/{id}?done=saved")))
        }
        Err(Failure::Refused(refusal)) if refusal != Refusal::Forbidden => {
            drop(tx);
            listed(&p, &who, Some(&refusal), &fields).await
        }
        Err(failure) => Err(error(failure)),
    }
}

/// `GET /settings/guides/{id}`.
///
/// # Errors
/// See [`index`]; and when there is no such guide.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    whole(&p, &who, &guide_id(&id)?, None, &asked.done).await
}

pub(super) async fn whole(
    p: &Platform,
    who: &Who,
    id: &GuideId,
    refusal: Option<&Refusal>,
    done: &str,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadArticles)?;
    let mut conn = p.db.read().await?;
    let guide = store::find(&mut conn, &scope, id).await?.ok_or(Error::NotFound)?;
    let versions = store::versions(&mut conn, id, VERSIONS_SHOWN).await?;
    let counted = store::counted(&mut conn, id).await?;
    drop(conn);
    let (say, tree) = (&who.say, &guide.draft);
    let writes = allowed(&who.actor(), Action::WriteArticles).is_ok();
    let body = html! {
        @if !done.is_empty() && refusal.is_none() {
            div.callout data-tone="ok" role="status" { (icon("check")) p { (say.text("articles-done-saved")) } }
        }
        (publishing(who, &guide, &check(tree)))
        (nodes(who, &guide, writes))
        @if writes {
            form.card.col.g-5 method="post" action={ (HERE) "/" (id) } novalidate aria-labelledby="names-h" {
                h3 #names-h { (say.text("guides-names")) }
                p.quiet { (say.text("guides-names-why")) }
                input type="hidden" name="seen" value=(clock::to_micros(guide.saved_at));
                (in_five("name", &say.text("articles-name"), &tree.names, false))
                (in_five("lead", &say.text("articles-summary"), &tree.leads, false))
                p { button.btn { (say.text("articles-save")) } }
            }
        }
        (tests(who, &guide, writes))
        (statistics(who, tree, &counted))
        (kept(who, id, &versions, writes))
    };
    page(p, who, refusal, tree.names.shown(say.language(), tree.original), &body).await
}

fn publishing(who: &Who, guide: &Guide, flaws: &[Flaw]) -> Markup {
    let say = &who.say;
    let publishes = allowed(&who.actor(), Action::PublishArticles).is_ok();
    html! {
        section.card.col.g-4 aria-labelledby="state-h" {
            h3 #state-h { (say.text("articles-state")) }
            p.row.wrap {
                (standing(who, guide))
                @if guide.live.is_some() {
                    a.sm href={ "/help/guides/" (guide.address) } hx-boost="false" { (say.text("articles-see")) }
                }
            }
            @if flaws.is_empty() { p { (icon("check")) (say.text("guides-no-flaws")) } } @else {
                p { (say.text("guides-flaws")) }
                ul.col.g-2 {
                    @for flaw in flaws {
                        li {
                            @if flaw.node().is_empty() { (flawed(who, flaw)) }
                            @else { a href={ (HERE) "/" (guide.id) "/nodes/" (flaw.node()) } { (flawed(who, flaw)) } }
                        }
                    }
                }
            }
            @if publishes {
                form.row.wrap method="post" action={ (HERE) "/" (guide.id) "/state" } {
                    button.btn.primary name="act" value="publish" { (say.text("articles-act-publish")) }
                    button.btn.ghost name="act" value="withdraw" { (say.text("articles-act-withdraw")) }
                }
            }
        }
    }
}

fn flawed(who: &Who, flaw: &Flaw) -> String {
    let (to, language, n) = match flaw {
        Flaw::LeadsNowhere(_, to) => (to.as_str(), "", 0),
        Flaw::Untranslated(_, language) => ("", language.own_name(), 0),
        Flaw::PathFails(n) => ("", "", *n),
        _ => ("", "", 0),
    };
    who.say.with(flaw.message(), args![node = flaw.node(), to = to, language = language, n = n])
}

fn nodes(who: &Who, guide: &Guide, writes: bool) -> Markup {
    let (say, tree) = (&who.say, &guide.draft);
    html! {
        section.card.col.g-4 aria-labelledby="nodes-h" {
            h3 #nodes-h { (say.text("guides-nodes")) }
            ol.col.g-3 {
                @for node in &tree.nodes {
                    li.col.g-1 {
                        a href={ (HERE) "/" (guide.id) "/nodes/" (node.key) } {
                            (node.key) ": " (node.titles.shown(say.language(), tree.original))
                        }
                        span.sm.quiet { (say.text(&format!("guides-kind-{}", node.kind.code()))) }
                        @for choice in &node.choices {
                            span.sm { (super::label(say, tree, choice)) " → " (choice.to) }
                        }
                    }
                }
            }
            @if writes { p { a.btn href={ (HERE) "/" (guide.id) "/nodes/new" } { (icon("plus")) (say.text("guides-new-node")) } } }
        }
    }
}

fn tests(who: &Who, guide: &Guide, writes: bool) -> Markup {
    let say = &who.say;
    let to = format!("{HERE}/{}/tests", guide.id);
    html! {
        section.card.col.g-4 aria-labelledby="tests-h" {
            h3 #tests-h { (say.text("guides-tests")) }
            p.quiet { (say.text("guides-tests-why")) }
            ol.col.g-3 {
                @for (at, test) in guide.draft.tests.iter().enumerate() {
                    li.row.wrap {
                        span.grow {
                            (written(&test.path.iter().map(|one| one + 1).collect::<Vec<_>>())) " " (test.product) " → "
                            (say.text(&format!("guides-kind-{}", test.ends.code())))
                        }
                        @if writes {
                            form method="post" action=(to) {
                                button.btn.small.ghost name="remove" value=(at)
                                    aria-label=(say.with("articles-remove-one", args![name = at + 1])) { (say.text("articles-remove")) }
                            }
                        }
                    }
                }
            }
            @if writes {
                form.row.wrap method="post" action=(to) novalidate {
                    div.field {
                        label for="path" { (say.text("guides-test-path")) }
                        input.input #path name="path" placeholder="1.2.1" maxlength="200";
                    }
                    div.field {
                        label for="product" { (say.text("guides-product")) }
                        input.input #product name="product" maxlength="60";
                    }
                    div.field {
                        label for="ends" { (say.text("guides-test-ends")) }
                        select.input #ends name="ends" {
                            @for one in Ending::ALL {
                                option value=(one.code()) { (say.text(&format!("guides-kind-{}", one.code()))) }
                            }
                        }
                    }
                    button.btn { (say.text("guides-test-add")) }
                }
            }
        }
    }
}

fn statistics(who: &Who, tree: &Tree, counted: &[((i64, Language), Counts)]) -> Markup {
    let say = &who.say;
    html! {
        section.card.col.g-4 aria-labelledby="counts-h" {
            h3 #counts-h { (say.text("guides-counts")) }
            p.quiet { (say.text("guides-counts-why")) }
            @if counted.is_empty() { p { (say.text("guides-counts-none")) } }
            @for ((version, language), it) in counted {
                div.col.g-1 {
                    b { (say.with("guides-counts-of", args![n = *version, language = language.own_name()])) }
                    span { (say.with("guides-begun", args![n = it.begun])) }
                    @for (ending, n) in &it.ended {
                        span.sm { (say.text(&format!("guides-kind-{}", ending.code()))) ": " (say.number(*n)) }
                    }
                    span.sm { (say.with("guides-stuck", args![n = it.stuck])) }
                    @for (key, n) in &it.stopped {
                        @let title = tree.node(key).map_or(key.as_str(), |node| node.titles.shown(say.language(), tree.original));
                        span.sm { (say.with("guides-stopped", args![n = *n, node = title])) }
                    }
                }
            }
        }
    }
}

fn kept(who: &Who, id: &GuideId, versions: &[Version], writes: bool) -> Markup {
    let say = &who.say;
    html! {
        section.card.col.g-4 aria-labelledby="versions-h" {
            h3 #versions-h { (say.text("articles-versions")) }
            @if versions.is_empty() { p.quiet { (say.text("articles-no-versions")) } }
            ul.col.g-3 {
                @for one in versions {
                    li.row.wrap {
                        span.grow { (say.with("articles-version", args![n = one.number, date = say.date(one.at, &who.zone)])) }
                        @if writes {
                            form method="post" action={ (HERE) "/" (id) "/state" } {
                                input type="hidden" name="version" value=(one.number);
                                button.btn.small name="act" value="restore"
                                    aria-label=(say.with("articles-restore-one", args![n = one.number])) { (say.text("articles-restore")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Back to the guide, or to it with why it was refused.
pub(super) async fn answered(
    p: &Platform,
    who: &Who,
    id: &GuideId,
    answer: Result<(), Failure>,
    tx: platform::Tx,
) -> Result<Response, Error> {
    match answer {
        Ok(()) => {
            tx.commit().await?;
            Ok(respond::see(&format!("{HERE}/{id}?done=saved")))
        }
        Err(Failure::Refused(refusal)) if !matches!(refusal, Refusal::Forbidden | Refusal::NotFound) => {
            drop(tx);
            whole(p, who, id, Some(&refusal), "").await
        }
        Err(failure) => Err(error(failure)),
    }
}

async fn draft(p: &Platform, who: &Who, id: &GuideId) -> Result<Tree, Error> {
    let scope = allowed(&who.actor(), Action::WriteArticles)?;
    Ok(store::find(&mut p.db.read().await?, &scope, id).await?.ok_or(Error::NotFound)?.draft)
}

/// `POST /settings/guides/{id}`: `name-en` …, `lead-en` …, `seen`.
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Error> {
    let id = guide_id(&id)?;
    let tree = Tree { names: names(&fields, "name"), leads: names(&fields, "lead"), ..draft(&p, &who, &id).await? };
    let mut tx = p.begin().await?;
    let answer = commands::save(&mut tx, &who.actor(), &id, tree, seen(&fields)).await;
    answered(&p, &who, &id, answer, tx).await
}

/// `POST /settings/guides/{id}/state`: `act` is `publish`, `withdraw` or `restore` with `version`.
///
/// # Errors
/// See [`show`].
pub async fn turn(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Error> {
    let (id, actor) = (guide_id(&id)?, who.actor());
    let version = fields.get("version").and_then(|text| text.parse().ok()).unwrap_or_default();
    let mut tx = p.begin().await?;
    let answer = match fields.get("act").map_or("", String::as_str) {
        "publish" => commands::publish(&mut tx, &actor, &id).await.map(drop),
        "withdraw" => match commands::withdraw(&mut tx, &actor, &id).await {
            Ok(()) => {
                tx.commit().await?;
                return Ok(respond::see(HERE));
            }
            refused => refused,
        },
        "restore" => commands::restore(&mut tx, &actor, &id, version).await,
        _ => return Err(Error::invalid("problem-invalid-body")),
    };
    answered(&p, &who, &id, answer, tx).await
}

/// `POST /settings/guides/{id}/tests`: `path` (choices from one: `1.2`), `product`, `ends`; or `remove`.
///
/// # Errors
/// See [`show`].
pub async fn test(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Error> {
    let id = guide_id(&id)?;
    let mut tree = draft(&p, &who, &id).await?;
    let of = |name: &str| fields.get(name).map_or("", |text| text.trim());
    if let Ok(at) = of("remove").parse::<usize>() {
        if at < tree.tests.len() {
            tree.tests.remove(at);
        }
    } else {
        let ends = Ending::from_code(of("ends")).ok_or_else(|| Error::invalid("problem-invalid-body"))?;
        // People count from one.
        let path = read_path(of("path")).into_iter().map(|one| one.saturating_sub(1)).collect();
        tree.tests.push(Tested { path, product: of("product").to_owned(), ends });
    }
    let mut tx = p.begin().await?;
    let answer = commands::save(&mut tx, &who.actor(), &id, tree, None).await;
    answered(&p, &who, &id, answer, tx).await
}
