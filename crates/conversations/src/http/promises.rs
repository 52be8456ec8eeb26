//! `/promises`: what is to be kept, by oneself or in one's departments; how a colleague kept theirs, for them and whoever
//! leads them; and what was promised to a customer, for their own page.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Scope, allowed};
use maud::{Markup, html};
use people::StaffId;
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond::{self, Wants};
use platform::{Platform, args};
use serde::Deserialize;

use super::conversation::promises::{day, late, state};
use super::feed;
use super::inbox::subject;
use super::lens::Lens;
use crate::queries::{self, PromisePage, PromiseQuery, PromiseRow};
use crate::rules::promises::{Standing, keeping};
use crate::{Promise, PromiseCounts, PromiseRecord};

/// Rows of a page.
const MOST: i64 = 50;
/// Where it is.
const HERE: &str = "/promises";
/// Promises on a customer's page.
const OF_PERSON_MOST: i64 = 20;

/// Which promises the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `ours`: those of one's departments.
    whose: String,
    /// `late`, `today`, `coming`; all without.
    show: String,
    /// Where the page begins.
    after: String,
}

impl Asked {
    fn standing(&self) -> Option<Standing> {
        match self.show.as_str() {
            "late" => Some(Standing::Late),
            "today" => Some(Standing::Today),
            "coming" => Some(Standing::Coming),
            _ => None,
        }
    }

    fn ours(&self) -> bool {
        self.whose == "ours"
    }

    /// The address of a list like this one.
    fn address(ours: bool, show: &str) -> String {
        let whose = if ours { "ours" } else { "mine" };
        format!("{HERE}?whose={whose}&show={show}")
    }
}

/// `GET /promises`.
///
/// # Errors
/// When the reader may not, or the database cannot be read; so for all handlers here.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let now = p.clock.business();
    let mut conn = p.db.read().await?;
    let query = PromiseQuery { all: asked.ours(), standing: asked.standing(), after: asked.after.clone(), most: MOST };
    let page = queries::promises_due(&mut conn, &scope, &who.staff, &query, now).await?;
    let counts = queries::promise_counts(&mut conn, &scope, &who.staff, now).await?;
    drop(conn);
    let lens = Lens::of(&p, &who, &[]);
    let body = body(lens, &asked, &page, counts);
    if wants.fragment {
        return Ok(respond::page(StatusCode::OK, body));
    }
    let title = lens.text("promises-due");
    let own = format!("{HERE}/by/{}", who.staff.id);
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    div.col.g-1 { h1 tabindex="-1" { (title) } p { (lens.text("promises-lead")) } }
                    div.row.acts { a.btn.ghost href=(own) { (icon("user")) (lens.text("promises-own")) } }
                }
                (body)
            }
        }
    };
    Ok(respond::page(StatusCode::OK, who.viewer()?.page(&p, &title, &main).await?))
}

/// The list; it fetches itself when something changes.
fn body(lens: Lens<'_>, asked: &Asked, page: &PromisePage, counts: PromiseCounts) -> Markup {
    let ours = asked.ours();
    let here = Asked::address(ours, &asked.show);
    let from = if asked.after.is_empty() { here.clone() } else { format!("{here}&after={}", asked.after) };
    let [late, today, coming] = if ours { counts.theirs } else { counts.mine };
    let link = |address: String, text: &str, n: i64, current: bool| {
        html! { a href=(address) aria-current=[current.then_some("page")] { (lens.text(text)) " " span.count { (n) } } }
    };
    let all = |counts: [i64; 3]| counts.iter().sum::<i64>();
    html! {
        div.col.g-5 #promises-due hx-get=(from) hx-swap="outerMorph" hx-trigger="inbox from:body, resync from:body" {
            div.row.wrap.g-4 {
                nav.seg aria-label=(lens.text("promises-whose")) {
                    (link(Asked::address(false, &asked.show), "promises-mine", all(counts.mine), !ours))
                    (link(Asked::address(true, &asked.show), "promises-ours", all(counts.theirs), ours))
                }
                nav.seg aria-label=(lens.text("promises-when")) {
                    (link(Asked::address(ours, ""), "promises-all", late + today + coming, asked.standing().is_none()))
                    (link(Asked::address(ours, "late"), "promise-late", late, asked.standing() == Some(Standing::Late)))
                    (link(Asked::address(ours, "today"), "promise-today", today, asked.standing() == Some(Standing::Today)))
                    (link(Asked::address(ours, "coming"), "promise-coming", coming, asked.standing() == Some(Standing::Coming)))
                }
            }
            @if page.rows.is_empty() {
                div.card { div.empty data-tone="accent" { (icon("check")) h2 { (lens.text("promises-none")) } } }
            } @else {
                ul.col.g-3 { @for row in &page.rows { li { (line(lens, row, &here)) } } }
            }
            @if let Some(next) = &page.next { p { a.btn href={ (here) "&after=" (next) } { (lens.text("promises-more")) } } }
        }
    }
}

fn line(lens: Lens<'_>, row: &PromiseRow, back: &str) -> Markup {
    let (it, conversation) = (&row.promise, &row.conversation);
    let keeper = row.keeper.as_ref().map_or_else(|| lens.text("promise-leads"), |(_, name)| name.clone());
    let stands_in = row.keeper.as_ref().is_some_and(|(id, _)| it.owner.as_ref() != Some(id));
    html! {
        div.promise id={ "p-" (it.id) } data-tone=(tone(lens, it)) {
            (icon("promise"))
            p { a href={ "/conversations/" (conversation.id) "#p-" (it.id) } { (it.words) } }
            small {
                (row.person_name) " · #" (conversation.number) " "
                span lang=[conversation.language.map(base::Language::code)] { (subject(lens, &conversation.subject)) }
                " · " (keeper)
                @if stands_in && !it.owner_name.is_empty() {
                    " " (lens.say.with("promise-for", args![who = &it.owner_name]))
                }
                @if let Some(due) = &it.due { " · " (day(lens, due)) }
                " · " (late(lens, it).unwrap_or_else(|| state(lens, it)))
            }
            @if lens.works {
                form method="post" action={ (HERE) "/" (it.id) } {
                    input type="hidden" name="back" value=(back);
                    button.btn.small name="change" value="keep" { (lens.text("promise-keep")) }
                }
            }
        }
    }
}

fn tone(lens: Lens<'_>, it: &Promise) -> &'static str {
    let is_late = crate::rules::promises::standing(it, lens.now) == Some(Standing::Late);
    if is_late { "bad" } else { "promise" }
}

/// `GET /promises/by/{id}`: how a colleague kept their promises, for them and for whoever leads them. Nobody stands
/// beside anybody else there.
///
/// # Errors
/// See [`show`]; forbidden for all others.
pub async fn by_colleague(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let id: StaffId = id.parse().map_err(|_| Error::NotFound)?;
    let now = p.clock.business();
    let mut conn = p.db.read().await?;
    let them = people::staff::find(&mut conn, &Scope::All, &id).await?.ok_or(Error::NotFound)?;
    let me = (who.staff.role, who.staff.departments.as_slice());
    if !keeping::sees_record(&who.staff.id, me, &id, &them.departments) {
        return Err(Error::Forbidden);
    }
    let record = queries::promise_record_of(&mut conn, &id, now).await?;
    let open = queries::promises_of(&mut conn, &scope, &id, MOST).await?;
    let own = id == who.staff.id;
    let feed = if own { queries::promise_feed(&mut conn, &id).await? } else { None };
    drop(conn);
    let lens = Lens::of(&p, &who, &[]);
    let title = lens.say.with("promises-by", args![who = &them.name]);
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    a.btn.ghost.icon href=(HERE) aria-label=(lens.text("promises-due")) { (icon("back")) }
                    div.col.g-1 { h1 tabindex="-1" { (title) } p { (lens.text("promises-by-lead")) } }
                }
                (kept(lens, record))
                (several(lens, &open))
                @if own { (feed::section(lens, &p, &id, feed)) }
            }
        }
    };
    // The address of a calendar opens it.
    Ok(respond::page_with_secret(StatusCode::OK, who.viewer()?.page(&p, &title, &main).await?))
}

/// `GET /customers/{id}/promises`: what was promised to a customer, for their own page.
///
/// # Errors
/// See [`show`].
pub async fn of_person(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let all = queries::promises_to(&mut conn, &scope, &id, OF_PERSON_MOST).await?;
    // Who sees some of their conversations is told of those alone.
    let record = queries::promise_record(&mut conn, &scope, &id).await?;
    drop(conn);
    let lens = Lens::of(&p, &who, &[]);
    Ok(respond::page(StatusCode::OK, html! { (kept(lens, record)) (several(lens, &all)) }))
}

/// How many were kept: `11 of 12`.
fn kept(lens: Lens<'_>, record: PromiseRecord) -> Markup {
    let (kept, all) = (record.kept.to_string(), record.all().to_string());
    html! {
        div.stat {
            b { (lens.say.with("promises-kept-of", args![kept = kept, all = all])) }
            span { (lens.text("promises-kept")) }
        }
    }
}

/// Promises with where they were made.
fn several(lens: Lens<'_>, all: &[Promise]) -> Markup {
    html! {
        @if all.is_empty() { p.quiet { (lens.text("promises-none")) } }
        @else {
            ul.col.g-3 {
                @for it in all {
                    li.row.wrap.g-3 {
                        a.plain-link.grow href={ "/conversations/" (it.conversation) "#p-" (it.id) } { (it.words) }
                        span.sm.quiet {
                            @if !it.owner_name.is_empty() { (it.owner_name) " · " }
                            @if let Some(due) = &it.due { (day(lens, due)) " · " }
                            (late(lens, it).unwrap_or_else(|| state(lens, it)))
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use base::Language;

    use super::*;
    use crate::http::testing::{NASTY, conversation, lens, now, say};
    use crate::{PromiseDue, PromiseKind, PromiseState, PromiseSure};

    fn promise() -> Promise {
        let latest = now() + jiff::SignedDuration::from_hours(24);
        Promise {
            id: format!("prm_{}", "0".repeat(26)).parse().expect("an id"),
            conversation: conversation().id,
            person: conversation().person,
            message: None,
            words: NASTY.into(),
            kind: PromiseKind::Dated,
            owner: conversation().assignee,
            owner_name: NASTY.into(),
            department: None,
            due: Some(PromiseDue {
                latest,
                day: jiff::civil::date(2026, 11, 19),
                timed: true,
                sure: PromiseSure::Certain,
                zone: "Europe/Oslo".into(),
            }),
            word: Some(latest),
            state: PromiseState::Open,
            made_by: None,
            made_at: now(),
            ended_at: None,
            reason: String::new(),
            kept_in: None,
            remind_at: None,
            alert_at: None,
        }
    }

    #[test]
    fn names_are_text_in_every_language_and_tabs_say_where_one_is() {
        for language in Language::ALL {
            let say = say(language);
            let (promise, conversation) = (promise(), conversation());
            let keeper = Some((format!("stf_{}", "1".repeat(26)).parse().expect("an id"), NASTY.into()));
            let row = PromiseRow { promise: promise.clone(), conversation, person_name: NASTY.into(), keeper };
            let page = PromisePage { rows: vec![row], next: Some("5.prm_x".into()) };
            let asked = Asked { whose: "ours".into(), show: "today".into(), after: String::new() };
            let counts = PromiseCounts { mine: [1, 2, 3], theirs: [4, 5, 6] };
            let out = body(lens(&say), &asked, &page, counts).into_string();
            for bad in ["<img", "</script>", "style=", "{$", "promises-"] {
                let found = out.replace("id=\"promises-due\"", "").contains(bad);
                assert!(!found, "{bad} in {language:?}: {out}");
            }
            assert_eq!(out.matches("aria-current=\"page\"").count(), 2);
            assert!(out.contains(">15</span>") && out.contains("&amp;after=5.prm_x"), "{out}");
            let out = several(lens(&say), &[promise]).into_string();
            assert!(!out.contains("<img"), "{out}");
        }
    }
}
