//! `/notices`: what one was told, the bell that counts it, and how one wants to be told.

pub mod bell;
pub mod wishes;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Instant, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond::{self, Wants};
use platform::{Platform, args};
use serde::Deserialize;

use super::{Kind, NoticeId, Shown, list, read_all, read_one};

const HERE: &str = "/notices";
/// Rows of a page.
const MOST: i64 = 50;

/// What the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `all`, else those that are not read.
    show: String,
    /// Those before this one.
    after: String,
}

impl Asked {
    fn all(&self) -> bool {
        self.show == "all"
    }

    fn address(&self) -> &'static str {
        if self.all() { "/notices?show=all" } else { HERE }
    }
}

/// `GET /notices`.
///
/// # Errors
/// When the tables cannot be read; so for all below.
pub async fn show(
    who: Who,
    State(p): State<Platform>,
    wants: Wants,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let _scope = allowed(&who.actor(), Action::ReadConversations)?;
    let after: Option<NoticeId> = asked.after.parse().ok();
    let wanted = super::Asked { unread: !asked.all(), after: after.as_ref(), most: MOST };
    let (found, next) = list(&mut p.db.read().await?, &who.staff, wanted).await?;
    let body = content(&who, &asked, &found, next.as_ref(), p.clock.business());
    if wants.fragment {
        return Ok(respond::page(StatusCode::OK, body));
    }
    let title = who.say.text("notices-title");
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    div.col.g-1 {
                        h1 tabindex="-1" { (title) }
                        p { (who.say.text("notices-lead")) }
                    }
                    a.btn.push href="/praise" { (icon("bulb")) (who.say.text("praise-title")) }
                    a.btn href="/profile/notices" { (icon("settings")) (who.say.text("notices-settings")) }
                }
                (body)
            }
        }
    };
    Ok(respond::page(StatusCode::OK, who.viewer()?.page(&p, &title, &main).await?))
}

/// The list with what stands above it; it fetches itself when the bell rings.
fn content(who: &Who, asked: &Asked, found: &[Shown], next: Option<&NoticeId>, now: Instant) -> Markup {
    let say = &who.say;
    let here = asked.address();
    let again = match asked.after.as_str() {
        "" => here.to_owned(),
        after if asked.all() => format!("{here}&after={after}"),
        after => format!("{here}?after={after}"),
    };
    let current = |all: bool| (asked.all() == all).then_some("true");
    let waits = found.iter().any(|one| one.notice.read_at.is_none());
    html! {
        div.col.g-6 #notices hx-get=(again) hx-swap="outerMorph"
            hx-trigger={ "notices-" (who.staff.id) " from:body, resync from:body" } {
            div.row.wrap {
                div.seg role="group" aria-label=(say.text("notices-show")) {
                    a href=(HERE) aria-current=[current(false)] { (say.text("notices-unread")) }
                    a href="/notices?show=all" aria-current=[current(true)] { (say.text("notices-all")) }
                }
                @if waits {
                    form.push method="post" action="/notices/read" {
                        input type="hidden" name="back" value=(here);
                        button.btn { (icon("checks")) (say.text("notices-read-all")) }
                    }
                }
            }
            @if found.is_empty() && next.is_none() {
                div.card { div.empty data-tone="accent" {
                    (icon("bell"))
                    h2 { (say.text(if asked.all() { "notices-none" } else { "notices-none-unread" })) }
                    p { (say.text("notices-none-lead")) }
                } }
            } @else {
                ul.card.col.g-2 aria-label=(say.text("notices-title")) {
                    @for one in found { (line(who, one, now, here)) }
                }
            }
            @if let Some(next) = next {
                @let more = if asked.all() { format!("{here}&after={next}") } else { format!("{here}?after={next}") };
                p.row.centre-x { a.btn href=(more) { (say.text("notices-older")) } }
            }
        }
    }
}

fn line(who: &Who, one: &Shown, now: Instant, back: &str) -> Markup {
    let say = &who.say;
    let (it, notice) = (&one.row.conversation, &one.notice);
    let unread = notice.read_at.is_none();
    let told = sentence(say, one);
    let subject = if it.subject.is_empty() { say.text("notices-no-subject") } else { it.subject.clone() };
    html! {
        li.row.g-4 #(notice.id) {
            span data-tone=[tone(notice.kind)] { (icon(picture(notice.kind))) }
            a.item.grow href={ "/conversations/" (it.id) } {
                span.col.g-0.grow {
                    span.cut {
                        @if unread { b { (told) } span.vh { " (" (say.text("notices-not-read")) ")" } } @else { (told) }
                    }
                    span.xs.quiet.cut {
                        "#" (it.number) " · " span lang=[it.language.map(base::Language::code)] { (subject) }
                        " · " (one.row.person_name)
                    }
                }
                time.xs.quiet.nowrap datetime=(notice.at) title=(say.full(notice.at, &who.zone)) {
                    (say.day_time(notice.at, now, &who.zone))
                }
            }
            @if unread {
                form method="post" action={ "/notices/" (notice.id) "/read" } {
                    input type="hidden" name="back" value=(back);
                    button.btn.ghost.icon title=(say.text("notices-read-one"))
                        aria-label=(say.with("notices-read-this", args![what = told.as_str()])) { (icon("check")) }
                }
            }
        }
    }
}

/// What a notice says.
pub(super) fn sentence(say: &platform::i18n::Say, one: &Shown) -> String {
    let by = one.by.as_deref();
    let customer = one.row.person_name.as_str();
    match (one.notice.kind, by) {
        (Kind::Mentioned, Some(by)) => say.with("notice-mentioned", args![by = by]),
        (Kind::Mentioned, None) => say.text("notice-mentioned-plain"),
        (Kind::Draft, Some(by)) => say.with("notice-draft", args![by = by]),
        (Kind::Draft, None) => say.text("notice-draft-plain"),
        (Kind::Undelivered, _) => say.with("notice-undelivered", args![who = customer]),
        (Kind::Assigned, Some(by)) => say.with("notice-assigned", args![by = by]),
        (Kind::Assigned, None) => say.text("notice-assigned-plain"),
        (Kind::Wrote, _) => say.with("notice-wrote", args![who = customer]),
        (Kind::Followed, _) => say.with("notice-followed", args![who = customer]),
        (Kind::Aside, Some(by)) => say.with("notice-aside", args![who = by]),
        (Kind::Aside, None) => say.text("notice-aside-plain"),
        (Kind::Soon, _) => say.with("notice-soon", args![who = customer]),
        (Kind::Late, _) => say.with("notice-late", args![who = customer]),
        (Kind::Lapse, _) => say.with("notice-lapse", args![who = customer]),
        (Kind::Promise, _) => say.with("notice-promise", args![who = customer]),
        (Kind::Broken, _) => say.with("notice-broken", args![who = customer]),
        (Kind::Praise, _) => say.with("notice-praise", args![who = customer]),
        (Kind::Rule, _) => say.with("notice-rule", args![who = customer]),
        (Kind::Fight, _) => say.text("notice-rule-stopped"),
    }
}

const fn picture(kind: Kind) -> &'static str {
    match kind {
        Kind::Mentioned => "at",
        Kind::Draft => "edit",
        Kind::Undelivered => "alert",
        Kind::Assigned => "user",
        Kind::Wrote => "mail",
        Kind::Followed => "eye",
        Kind::Aside => "reply",
        Kind::Soon | Kind::Late | Kind::Lapse => "clock",
        Kind::Promise | Kind::Broken => "promise",
        Kind::Praise => "bulb",
        Kind::Rule => "auto",
        Kind::Fight => "alert",
    }
}

const fn tone(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Undelivered | Kind::Late | Kind::Lapse | Kind::Broken | Kind::Fight => Some("bad"),
        Kind::Soon => Some("warn"),
        Kind::Promise => Some("promise"),
        _ => None,
    }
}

/// Where a form leads back to.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Back {
    back: String,
}

impl Back {
    fn see(&self) -> Response {
        respond::see(if self.back == "/notices?show=all" { &self.back } else { HERE })
    }
}

/// `POST /notices/{id}/read`.
///
/// # Errors
/// When they have no such notice.
pub async fn read(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(back): Form<Back>,
) -> Result<Response, Error> {
    let id: NoticeId = id.parse().map_err(|_| Error::NotFound)?;
    if !read_one(&p, &who.staff.id, &id).await? {
        return Err(Error::NotFound);
    }
    Ok(back.see())
}

/// `POST /notices/read`: all of them.
///
/// # Errors
/// See [`show`].
pub async fn read_each(who: Who, State(p): State<Platform>, Form(back): Form<Back>) -> Result<Response, Error> {
    read_all(&p, &who.staff.id).await?;
    Ok(back.see())
}
