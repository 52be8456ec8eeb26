//! `/lapses`: which replies came late or never, by how much, why, and what was written beside each.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Instant, allowed, clock};
use conversations::commands::CommandError;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};
use serde::Deserialize;

use super::{Cause, Lapse, REASON_MAX, Share, Standing, explain, lapses, share};
use crate::reports::asking::Wanted;
use crate::reports::names::Names;
use crate::reports::queries::{self, After, Sight};
use crate::reports::rules::period::Preset;
use crate::reports::rules::share::{interval, percent};

const HERE: &str = "/lapses";
/// Rows of a page.
const MOST: i64 = 50;

/// The periods that are offered.
const PERIODS: [(Preset, &str); 4] = [
    (Preset::Week, "reports-week"),
    (Preset::FourWeeks, "reports-four-weeks"),
    (Preset::LastMonth, "reports-last-month"),
    (Preset::Year, "reports-year"),
];

struct Eyes<'a> {
    say: &'a Say,
    zone: TimeZone,
    now: Instant,
    names: Names,
    writes: bool,
    wanted: Wanted,
}

/// Reads where a list goes on: the moment and the conversation.
fn after(cursor: &str) -> Option<After> {
    let (at, id) = cursor.split_once('.')?;
    let id: conversations::ConversationId = id.parse().ok()?;
    Some((clock::from_micros(at.parse().ok()?), id.to_string(), 0))
}

/// `GET /lapses`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read.
pub async fn show(who: Who, State(p): State<Platform>, Query(wanted): Query<Wanted>) -> Result<Response, Error> {
    let sight = Sight::of(&who.actor())?;
    let mut conn = p.db.read().await?;
    let (zone, now) = (queries::zone(&mut conn).await?, p.clock.business());
    let today = now.to_zoned(zone.clone()).date();
    // Whatever cannot be read in the address is taken for the usual.
    let it = wanted.understood(today).or_else(|_| Wanted::default().understood(today));
    let it = it.map_err(|_| Error::invalid("reports-unclear"))?;
    let counts = share(&mut conn, &sight, &it.asked, (&zone, now)).await?;
    let behind = after(&wanted.cursor);
    let (found, next) = lapses(&mut conn, &sight, &it.asked, (&zone, now), (behind.as_ref(), MOST)).await?;
    let names = Names::read(&mut conn, &sight, Vec::new()).await?;
    drop(conn);
    let writes = allowed(&who.actor(), Action::NoteConversations).is_ok();
    let eyes = Eyes { say: &who.say, zone, now, names, writes, wanted };
    let title = who.say.text("lapses-title");
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    div.col.g-1 {
                        h1 tabindex="-1" { (title) }
                        p { (who.say.text("lapses-lead")) }
                    }
                }
                div.row.wrap {
                    div.seg role="group" aria-label=(who.say.text("reports-days")) {
                        @for (preset, text) in PERIODS {
                            a href=(eyes.wanted.address(HERE, &[("period", preset.code()), ("from", ""), ("to", ""), ("cursor", "")]))
                                aria-current=[(it.preset == Some(preset)).then_some("true")] { (who.say.text(text)) }
                        }
                    }
                }
                (counted(&eyes, counts))
                @if found.is_empty() {
                    div.card { div.empty data-tone="accent" { (icon("check")) h2 { (who.say.text("lapses-none")) } } }
                } @else {
                    ul.col.g-4 aria-label=(title) { @for one in &found { (lapse(&eyes, one)) } }
                }
                @if let Some((at, id, _)) = next {
                    @let cursor = format!("{}.{id}", clock::to_micros(at));
                    p.row.centre-x { a.btn href=(eyes.wanted.address(HERE, &[("cursor", &cursor)])) { (who.say.text("reports-more")) } }
                }
            }
        }
    };
    Ok(respond::page(StatusCode::OK, who.viewer()?.page(&p, &title, &main).await?))
}

/// How many of how many, and how sure that is.
fn counted(eyes: &Eyes<'_>, share: Share) -> Markup {
    let say = eyes.say;
    let (k, n, never) = (say.number(share.late), say.number(share.of), say.number(share.never));
    html! {
        section.card.col.g-3 aria-labelledby="share-h" {
            h2 #share-h { (say.text("lapses-share")) }
            div.stat {
                b { @if let Some(percent) = percent(share.late, share.of) { (say.with("reports-percent", args![n = percent])) } @else { "–" } }
                span { (say.with("reports-of", args![k = k.as_str(), n = n.as_str()])) }
                @if let Some((low, high)) = interval(share.late, share.of) {
                    span { (say.with("reports-interval", args![low = low, high = high])) }
                }
            }
            p.sm.soft { (say.with("lapses-share-means", args![n = never.as_str()])) }
        }
    }
}

fn lapse(eyes: &Eyes<'_>, one: &Lapse) -> Markup {
    let (say, it) = (eyes.say, &one.line.row.conversation);
    let due = say.day_time(one.line.at, eyes.now, &eyes.zone);
    let owner = eyes.names.colleague(&one.line.staff);
    let id = format!("{}-{}", it.id, clock::to_micros(one.line.at));
    html! {
        li.card.col.g-3 #{ "l-" (id) } {
            div.row.wrap.g-4 {
                a.grow href={ "/conversations/" (it.id) } { "#" (it.number) " " span lang=[it.language.map(base::Language::code)] { (it.subject) } }
                (standing(eyes, one.standing))
            }
            p.sm.soft {
                (one.line.row.person_name) " · "
                (say.text(if one.first { "reports-lapse-first" } else { "reports-lapse-next" })) " · "
                time datetime=(one.line.at) title=(say.full(one.line.at, &eyes.zone)) { (due) }
                @if let Some(owner) = owner { " · " (owner) }
                " · " a href={ "/conversations/" (it.id) "/clocks" } { (say.text("trail-link")) }
            }
            p.sm {
                @if one.causes.is_empty() { span.quiet { (say.text("lapses-cause-unknown")) } }
                @for cause in &one.causes { (say.text(words(*cause))) " " }
            }
            (reason(eyes, one, &id))
        }
    }
}

fn standing(eyes: &Eyes<'_>, standing: Standing) -> Markup {
    let lasts = |seconds: i64| eyes.say.duration_short(seconds / 60);
    let (tone, text) = match standing {
        Standing::Late(seconds) => ("warn", eyes.say.with("lapses-late", args![time = lasts(seconds)])),
        Standing::Waits(seconds) => ("bad", eyes.say.with("lapses-waits", args![time = lasts(seconds)])),
        Standing::Never => ("bad", eyes.say.text("lapses-never")),
    };
    html! { span.chip data-tone=(tone) { (icon_small("clock")) (text) } }
}

const fn words(cause: Cause) -> &'static str {
    match cause {
        Cause::NobodyHadIt => "lapses-cause-nobody",
        Cause::Closed => "lapses-cause-closed",
    }
}

/// What was written beside it, and the field to write it.
fn reason(eyes: &Eyes<'_>, one: &Lapse, id: &str) -> Markup {
    let (say, kept) = (eyes.say, one.reason.as_ref());
    let text = kept.map(|reason| reason.text.as_str()).unwrap_or_default();
    let (at, field) = (clock::to_micros(one.line.at), format!("why-{id}"));
    html! {
        @if let Some(reason) = kept {
            p.sm { b { (say.text("lapses-reason")) } " " (reason.text)
                @if let Some(name) = eyes.names.colleague(&reason.staff) { span.quiet { " – " (name) } } }
        }
        @if eyes.writes {
            details.fold {
                summary { (icon_small("right")) (say.text(if kept.is_some() { "lapses-reason-change" } else { "lapses-reason-write" })) }
                form.row.wrap.mt method="post" action=(HERE) {
                    input type="hidden" name="conversation" value=(one.line.row.conversation.id);
                    input type="hidden" name="at" value=(at);
                    input type="hidden" name="back" value=(eyes.wanted.address(HERE, &[]));
                    label.vh for=(field) { (say.text("lapses-reason")) }
                    input.input.grow id=(field) name="reason" value=(text) maxlength=(REASON_MAX) autocomplete="off";
                    button.btn { (say.text("word-save")) }
                }
            }
        }
    }
}

/// The fields of the form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    conversation: String,
    at: String,
    reason: String,
    back: String,
}

/// `POST /lapses`: writes a reason beside one, or takes it away.
///
/// # Errors
/// When the reader may not, or there is no such lapse for them.
pub async fn update(who: Who, State(p): State<Platform>, Form(typed): Form<Typed>) -> Result<Response, Error> {
    let id = typed.conversation.parse().map_err(|_| Error::NotFound)?;
    let at = clock::from_micros(typed.at.parse().map_err(|_| Error::NotFound)?);
    explain(&p, &who.actor(), &id, at, &typed.reason).await.map_err(|error| match error {
        CommandError::Forbidden => Error::Forbidden,
        CommandError::Fault(fault) => Error::Fault(fault),
        CommandError::NotFound | CommandError::Refused(_) => Error::NotFound,
    })?;
    let back = Some(typed.back).filter(|back| back == HERE || back.starts_with("/lapses?"));
    Ok(respond::see(back.as_deref().unwrap_or(HERE)))
}
