//! What one rule would have done, what it did, and what it was.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::Scope;
use conversations::RuleAct;
use conversations::queries as desk;
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Platform, args};

use super::form::found;
use super::words::{self, Around};
use super::{HERE, done, id_of};
use crate::automation::store::{self, hits};
use crate::automation::{Hit, Outcome, Rule, Tried, Version, commands, trying};

/// Hits and versions that are shown.
const SHOWN: i64 = 100;

/// `GET /settings/rules/{id}/trial`: what it would have done within the last month.
///
/// # Errors
/// See [`super::index`]; so for all below.
pub async fn trial(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    let tried = done(trying::try_out(&p, &who.actor(), &it.spec).await)?;
    let around = Around::read(&mut p.db.read().await?, &who).await?;
    let (say, now) = (&who.say, p.clock.business());
    let does: Vec<String> = it.spec.acts.iter().map(|act| around.does(say, act)).collect();
    let body = html! {
        (back(&it))
        section.card.col.g-4 {
            p.w-550 { (words::trigger(say, it.spec.trigger)) }
            p.sm.quiet { (does.join(" · ")) }
            (summary(&who, &tried))
        }
        div.callout { (icon("info")) p { (say.text("rules-trial-honest")) } }
        @if !tried.on.is_empty() {
            section.card {
                ul.col.g-4 aria-label=(say.text("rules-trial")) {
                    @for one in &tried.on {
                        @let subject = &one.row.conversation.subject;
                        li.row.wrap {
                            div.col.g-1 {
                                a href={ "/conversations/" (one.row.conversation.id) }
                                    lang=[one.row.conversation.language.map(base::Language::code)] {
                                    "#" (one.row.conversation.number) " "
                                    @if subject.is_empty() { (say.text("notices-no-subject")) } @else { (subject) }
                                }
                                span.sm.quiet { (one.row.person_name) }
                            }
                            time.push.sm.quiet datetime=(one.at) title=(say.full(one.at, &who.zone)) {
                                (say.day_time(one.at, now, &who.zone))
                            }
                        }
                    }
                }
            }
        }
    };
    page(&p, &who, "rules-trial", &it, &body).await
}

fn summary(who: &Who, tried: &Tried) -> Markup {
    let say = &who.say;
    html! {
        @if tried.unknowable {
            p { (say.text("rules-trial-unknowable")) }
        } @else {
            p { (say.with("rules-trial-sum", args![occasions = tried.occasions, fits = tried.fits])) }
            @if let (true, Some(from)) = (tried.cut, tried.from) {
                p.sm { (say.with("rules-trial-cut", args![day = say.date(from, &who.zone)])) }
            }
            @if tried.fits > tried.on.len() { p.sm { (say.with("rules-trial-more", args![n = tried.on.len()])) } }
        }
    }
}

/// `GET /settings/rules/{id}/history`: what it did, and what it was.
///
/// # Errors
/// See [`trial`].
pub async fn history(who: Who, State(p): State<Platform>, Path(id): Path<String>) -> Result<Response, Error> {
    let it = found(&p, &who, &id).await?;
    let mut conn = p.db.read().await?;
    let did = hits::of(&mut conn, &it.id, SHOWN).await?;
    let versions = store::versions(&mut conn, &it.id, SHOWN).await?;
    let ids: Vec<_> = did.iter().map(|hit| hit.conversation.clone()).collect();
    let numbers = desk::numbers(&mut conn, &Scope::All, &ids).await?;
    let around = Around::read(&mut conn, &who).await?;
    drop(conn);
    let say = &who.say;
    let body = html! {
        (back(&it))
        section.card.col.g-5 aria-labelledby="did-t" {
            h3 #did-t { (say.text("rules-did")) }
            @if did.is_empty() { p.soft { (say.text("rules-did-none")) } }
            ul.col.g-4 {
                @for hit in &did { li.row.wrap { (line(&who, hit, numbers.get(&hit.conversation).copied())) } }
            }
        }
        section.card.col.g-5 aria-labelledby="was-t" {
            h3 #was-t { (say.text("rules-was")) }
            ul.col.g-5 { @for version in &versions { li.row.wrap { (was(&who, &it, version, &around)) } } }
        }
    };
    page(&p, &who, "rules-history", &it, &body).await
}

fn line(who: &Who, hit: &Hit, number: Option<i64>) -> Markup {
    let say = &who.say;
    let (tone, text) = match hit.outcome {
        Outcome::Done => ("ok", "rules-outcome-done"),
        Outcome::Nothing => ("plain", "rules-outcome-nothing"),
        Outcome::TooOften => ("warn", "rules-outcome-too-often"),
        Outcome::Failed => ("bad", "rules-outcome-failed"),
        Outcome::Stopped => ("bad", "rules-outcome-stopped"),
    };
    html! {
        div.col.g-1 {
            span {
                @match number {
                    Some(number) => a href={ "/conversations/" (hit.conversation) } { "#" (number) },
                    None => (say.text("rules-gone")),
                }
            }
            @if !hit.reason.is_empty() { span.sm.soft { (words::why(say, &hit.reason)) } }
        }
        span.push.row.g-2 {
            span.chip data-tone=(tone) { (say.text(text)) }
            time.sm.quiet datetime=(hit.at) { (say.full(hit.at, &who.zone)) }
        }
    }
}

fn was(who: &Who, it: &Rule, version: &Version, around: &Around) -> Markup {
    let say = &who.say;
    let name = around.staff.iter().find(|one| one.id == version.by).map(|one| one.name.clone());
    let by = name.unwrap_or_else(|| say.text("audit-by-former"));
    let does: Vec<String> = version.spec.acts.iter().map(|act: &RuleAct| around.does(say, act)).collect();
    html! {
        div.col.g-1 {
            span.w-550 { (say.with("rules-version", args![n = version.version])) " · " (version.spec.name) }
            span.sm { (words::trigger(say, version.spec.trigger)) }
            span.sm.quiet { (does.join(" · ")) }
            span.sm.quiet { (by) " · " time datetime=(version.at) { (say.full(version.at, &who.zone)) } }
        }
        @if version.version == it.version {
            span.chip.push { (say.text("rules-now")) }
        } @else {
            form.push method="post" action={ (HERE) "/" (it.id) "/versions/" (version.version) } {
                button.btn.small aria-label=(say.with("rules-bring-back-this", args![n = version.version])) {
                    (icon("undo")) (say.text("rules-bring-back"))
                }
            }
        }
    }
}

/// `POST /settings/rules/{id}/versions/{version}`: makes it again what it was.
///
/// # Errors
/// See [`trial`].
pub async fn bring_back(
    who: Who,
    State(p): State<Platform>,
    Path((id, version)): Path<(String, String)>,
) -> Result<Response, Error> {
    let id = id_of(&id)?;
    let version = version.parse().map_err(|_| Error::NotFound)?;
    done(commands::bring_back(&p, &who.actor(), &id, version).await)?;
    Ok(respond::see(&format!("{HERE}/{id}/history")))
}

fn back(it: &Rule) -> Markup {
    html! {
        div.row.wrap {
            a.btn.ghost.small href={ (HERE) "/" (it.id) } { (icon("back")) (it.spec.name) }
        }
    }
}

async fn page(p: &Platform, who: &Who, title: &str, it: &Rule, body: &Markup) -> Result<Response, Error> {
    let viewer = who.viewer()?;
    let title = who.say.text(title);
    let main = viewer.settings(&title, &it.spec.name, body);
    Ok(respond::page(StatusCode::OK, viewer.page(p, &title, &main).await?))
}
