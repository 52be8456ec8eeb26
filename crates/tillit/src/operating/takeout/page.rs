//! How the page looks.

use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::http::proof::{self, Needs, Wrong};
use people::staff::Who;
use platform::backup::takeout::{self, Reason, State, Takeout, TakeoutId};
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Platform, args};

use super::HERE;

/// Those that the page shows.
const SHOWN: i64 = 10;
/// Shown of a list of damaged files.
const DAMAGED: usize = 20;

/// What stands above the page.
#[derive(Clone, Copy)]
pub(super) enum Said {
    /// One is being packed already.
    Running,
    /// They have proved that it is they.
    Proved,
}

/// The page: what to ask for, what is being written, what is there.
pub(super) async fn whole(
    p: &Platform,
    who: &Who,
    status: StatusCode,
    wrong: Option<Wrong>,
    said: Option<Said>,
) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::MoveBusiness)?;
    let (viewer, say) = (who.viewer()?, &who.say);
    let mut conn = p.db.read().await?;
    let all = takeout::list(&mut conn, &who.actor(), SHOWN).await?;
    let needs = proof::needs(&mut conn, who).await?;
    drop(conn);
    let proved = proof::is_lately(p, who, needs);
    // The address may be opened again later.
    let said = said.filter(|said| proved || !matches!(said, Said::Proved));
    let runs = all.iter().any(|it| it.state == State::Running);
    let body = html! {
        @match said {
            Some(Said::Running) => {
                div.callout data-tone="warn" role="alert" { (icon("alert")) p { (say.text("takeout-running-already")) } }
            }
            Some(Said::Proved) => {
                div.callout data-tone="ok" role="status" { (icon("check")) p { (say.text("takeout-proved-now")) } }
            }
            None => {}
        }
        // Told as writing comes along; asked for as well, since another node may do it.
        div.col.g-7 #takeout hx-get=[runs.then_some(HERE)]
            hx-trigger=[runs.then_some("takeout from:body throttle:500ms, resync from:body, every 3s")]
            hx-select=[runs.then_some("#takeout")] hx-swap=[runs.then_some("outerMorph")] {
            @for it in all.iter().filter(|it| it.state == State::Running) { (running(who, it)) }
            @if !runs { (asking(p, who, needs, wrong)) }
            (earlier(p, who, &all, proved))
        }
    };
    let title = say.text("settings-takeout");
    let main = viewer.settings(&title, &say.text("takeout-lead"), &body);
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

/// The page that asks who wants to fetch one to prove that it is they.
pub(super) async fn proving(
    p: &Platform,
    who: &Who,
    status: StatusCode,
    id: &TakeoutId,
    wrong: Option<Wrong>,
) -> Result<Response, Error> {
    let (viewer, say) = (who.viewer()?, &who.say);
    let needs = proof::needs(&mut p.db.read().await?, who).await?;
    let body = html! {
        form.card.col.g-6 method="post" action={ (HERE) "/" (id) "/prove" } hx-boost="false" aria-labelledby="prove-t" {
            div { h3 #prove-t { (say.text("takeout-prove")) } p.sm.quiet { (say.text("takeout-prove-lead")) } }
            (proof::fields(p, who, needs, wrong))
            div.row.wrap.g-3.end-x {
                a.btn href=(HERE) { (say.text("takeout-prove-back")) }
                button.btn.primary { (icon("check")) (say.text("takeout-prove-go")) }
            }
        }
    };
    let title = say.text("settings-takeout");
    let main = viewer.settings(&title, &say.text("takeout-lead"), &body);
    Ok(respond::page(status, viewer.page(p, &title, &main).await?))
}

fn asking(p: &Platform, who: &Who, needs: Needs, wrong: Option<Wrong>) -> Markup {
    let say = &who.say;
    html! {
        form.card.col.g-6 method="post" action=(HERE) hx-boost="false" aria-labelledby="pack-t" {
            div { h3 #pack-t { (say.text("takeout-pack")) } p.sm.quiet { (say.text("takeout-pack-lead")) } }
            ul.col.g-2.sm {
                @for id in ["takeout-in", "takeout-out", "takeout-kept", "takeout-proved"] { li { (say.text(id)) } }
            }
            @if wrong == Some(Wrong::Nothing) {
                div.callout data-tone="bad" role="alert" {
                    (icon("alert")) p { (say.text("proof-none")) " " a href="/profile#password-t" { (say.text("profile-password")) } }
                }
            } @else { (proof::fields(p, who, needs, wrong)) }
            div.row.end-x { button.btn.primary { (icon("archive")) (say.text("takeout-begin")) } }
        }
    }
}

fn running(who: &Who, it: &Takeout) -> Markup {
    let say = &who.say;
    html! {
        section.card.col.g-5 aria-labelledby="running-t" {
            header.row.wrap {
                h3 #running-t { (say.text("takeout-running")) }
                span.chip.push data-tone="info" { (say.number(it.percent())) " %" }
            }
            p role="status" {
                @if it.total == 0 { (say.text("takeout-waiting")) } @else {
                    (say.with("takeout-progress", args![done = it.done, total = it.total]))
                }
            }
            @if it.tries > 1 { p.sm.quiet { (say.with("takeout-again", args![tries = it.tries])) } }
            p.sm.quiet { (say.text("takeout-leave")) }
            form method="post" action={ (HERE) "/" (it.id) "/remove" } {
                button.btn.small { (icon("x")) (say.text("takeout-stop")) }
            }
        }
    }
}

fn earlier(p: &Platform, who: &Who, all: &[Takeout], proved: bool) -> Markup {
    let say = &who.say;
    html! {
        section.card.col.g-6 aria-labelledby="earlier-t" {
            h3 #earlier-t { (say.text("takeout-earlier")) }
            @if all.iter().all(|it| it.state == State::Running) { p.quiet { (say.text("takeout-none")) } }
            ul.col.g-6 {
                @for it in all.iter().filter(|it| it.state != State::Running) {
                    li.col.g-3 id=(it.id) { (one(p, who, it, proved)) }
                }
            }
        }
    }
}

fn one(p: &Platform, who: &Who, it: &Takeout, proved: bool) -> Markup {
    let (say, now) = (&who.say, p.clock.machine());
    // Nodes share their files; where they do not, the one that wrote it has it alone.
    let there = it.state == State::Done && takeout::path(&p.blobs, it).is_file();
    let (tone, text) = match it.state {
        State::Done if there => ("ok", "takeout-done"),
        State::Done => ("warn", "takeout-elsewhere"),
        State::Failed => ("bad", "takeout-failed"),
        _ => ("plain", "takeout-removed"),
    };
    let when = say.day_time(it.at, now, &who.zone);
    html! {
        div.row.wrap {
            div.col.g-1 {
                time.w-550 datetime=(it.at) title=(say.full(it.at, &who.zone)) { (when) }
                @if it.state == State::Done {
                    @let size = say.bytes(u64::try_from(it.bytes).unwrap_or_default());
                    span.sm.quiet { (say.with("takeout-holds", args![rows = it.rows, files = it.files, size = &size])) }
                }
            }
            span.push { span.chip data-tone=(tone) { (say.text(text)) } }
        }
        @if it.state == State::Done { (whole_one(who, it, there.then_some(proved), &when)) }
        @if it.state == State::Failed { (failed(who, it)) }
        @if let Some(why) = why_gone(it.reason) { p.sm.quiet { (say.text(why)) } }
    }
}

fn why_gone(reason: Reason) -> Option<&'static str> {
    match reason {
        Reason::Hand => Some("takeout-gone-hand"),
        Reason::Time => Some("takeout-gone-time"),
        Reason::Erased => Some("takeout-gone-erased"),
        Reason::Account => Some("takeout-gone-account"),
        _ => None,
    }
}

fn failed(who: &Who, it: &Takeout) -> Markup {
    let say = &who.say;
    let size = |text: Option<&str>| say.bytes(text.and_then(|text| text.parse().ok()).unwrap_or_default());
    html! {
        @match it.reason {
            Reason::Room => {
                @let mut words = it.error.split(' ');
                @let (needed, free) = (size(words.next()), size(words.next()));
                p.sm { (say.with("takeout-no-room", args![needed = &needed, free = &free])) }
            }
            Reason::Interrupted => p.sm { (say.text("takeout-interrupted")) },
            _ => { p.sm { (say.text("takeout-fault")) } p.sm.quiet { code { (it.error) } } }
        }
    }
}

/// `there`: none where its file is not, else whether they proved lately that it is they.
fn whole_one(who: &Who, it: &Takeout, there: Option<bool>, when: &str) -> Markup {
    let say = &who.say;
    html! {
        @if there.is_none() { p.sm { (say.text("takeout-elsewhere-why")) } }
        @if !it.damaged.is_empty() {
            p.sm { (icon_small("alert")) (say.with("takeout-damaged", args![count = it.damaged.len()])) }
        }
        details {
            summary { (say.text("takeout-more")) }
            dl.facts {
                dt { "SHA-256" }
                dd { code.pre { (it.digest) } }
                dt { (say.text("takeout-left-out")) }
                dd { (it.left_out.join(", ")) }
                @if !it.damaged.is_empty() {
                    dt { (say.text("takeout-damaged-files")) }
                    dd { @for name in it.damaged.iter().take(DAMAGED) { code.pre { (name) } " " } }
                }
            }
        }
        div.row.wrap.g-3 {
            @if let Some(proved) = there {
                // Who must prove it first is asked on a page of its own, also where this page is older than their proof:
                // only the file itself says that it is to be saved.
                a.btn.small.primary href={ (HERE) "/" (it.id) (if proved { "/file" } else { "/prove" }) }
                    hx-boost="false"
                    aria-label=(say.with("takeout-fetch-of", args![when = when])) {
                    (icon("out")) (say.text("takeout-fetch"))
                }
            }
            form method="post" action={ (HERE) "/" (it.id) "/remove" } {
                button.btn.small aria-label=(say.with("takeout-remove-of", args![when = when])) {
                    (icon("x")) (say.text("takeout-remove"))
                }
            }
            @if let Some(until) = it.expires_at {
                span.sm.quiet { (say.with("takeout-until", args![until = say.full(until, &who.zone)])) }
            }
        }
    }
}
