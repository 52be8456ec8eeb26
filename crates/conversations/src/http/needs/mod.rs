//! `/needs`: what customers wish for most, what rises, what is unmet and who asked; and what one customer needs, for their
//! own page.

mod export;
mod telling;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond::{self, Wants};
use platform::{Platform, args};
use serde::Deserialize;

use super::conversation::topic_query;
use super::lens::Lens;
use crate::queries::{self, NeedFigures, NeedPage, NeedQuery, NeedRow, RisingTopic};
use crate::rules::needs::rising::{CUSTOMERS_LEAST, LEAST, WEEKS};
use crate::{Need, NeedState, NeedTold, NeedTopic};

pub use export::export;
pub use telling::{tell, telling};

/// Rows of a page.
const MOST: i64 = 50;
/// Where it is.
const HERE: &str = "/needs";
/// Needs on a customer's page.
const OF_PERSON_MOST: i64 = 20;
/// Periods to choose from, in days; 0 is ever.
const PERIODS: [i64; 4] = [30, 90, 365, 0];
/// The period that is looked at unless somebody says otherwise, in days.
const USUAL: i64 = 90;

/// Which needs the address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `open`, `met`, `declined`; all without.
    show: String,
    /// A topic; all without.
    topic: String,
    /// How many days back; 0 is ever, [`USUAL`] when not said.
    days: String,
    /// Where the page begins.
    after: String,
    /// What a file holds: `topics` or `needs`.
    #[serde(rename = "as")]
    form: String,
}

impl Asked {
    fn days(&self) -> i64 {
        self.days.parse().ok().filter(|days| PERIODS.contains(days)).unwrap_or(USUAL)
    }

    fn query(&self, most: i64) -> NeedQuery {
        NeedQuery {
            state: NeedState::from_code(&self.show),
            topic: self.topic.clone(),
            days: Some(self.days()).filter(|days| *days > 0),
            after: self.after.clone(),
            most,
        }
    }

    /// The address of a list like this one, with other things asked for.
    fn address(&self, show: &str, topic: &str, days: i64) -> String {
        let mut address = url::form_urlencoded::Serializer::new(format!("{HERE}?"));
        for (name, value) in [("show", show), ("topic", topic)] {
            if !value.is_empty() {
                address.append_pair(name, value);
            }
        }
        address.append_pair("days", &days.to_string());
        address.finish()
    }

    fn here(&self) -> String {
        self.address(&self.show, &self.topic, self.days())
    }
}

/// `GET /needs`.
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
    let (now, query) = (p.clock.business(), asked.query(MOST));
    let mut conn = p.db.read().await?;
    let page = queries::needs(&mut conn, &scope, &query, now).await?;
    let figures = queries::need_figures(&mut conn, &scope, &query, now).await?;
    drop(conn);
    let lens = Lens::of(&p, &who, &[]);
    let body = body(lens, &asked, &figures, &page);
    if wants.fragment {
        return Ok(respond::page(StatusCode::OK, body));
    }
    let title = lens.text("needs-page");
    let privacy = lens.privacy;
    let file = |form: &str| format!("{HERE}/export?as={form}&{}", asked.here().trim_start_matches("/needs?"));
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    div.col.g-1 { h1 tabindex="-1" { (title) } p { (lens.text("needs-lead")) } }
                    div.row.acts {
                        a.btn.ghost href=(file("topics")) hx-boost="false" download { (icon("file")) (lens.text("needs-file-topics")) }
                        @if privacy {
                            a.btn.ghost href=(file("needs")) hx-boost="false" download { (icon("file")) (lens.text("needs-file-needs")) }
                        }
                    }
                }
                (body)
            }
        }
    };
    Ok(respond::page(StatusCode::OK, who.viewer()?.page(&p, &title, &main).await?))
}

/// Figures and list; they fetch themselves when something changes.
fn body(lens: Lens<'_>, asked: &Asked, figures: &NeedFigures, page: &NeedPage) -> Markup {
    let here = asked.here();
    let from = if asked.after.is_empty() { here.clone() } else { format!("{here}&after={}", asked.after) };
    html! {
        div.col.g-7 #needs-page hx-get=(from) hx-swap="outerMorph" hx-trigger="inbox from:body, resync from:body" {
            (filters(lens, asked))
            @if asked.topic.is_empty() {
                (rising(lens, figures, asked))
                (topics(lens, figures, asked))
            }
            (list(lens, asked, page, figures, &here))
        }
    }
}

/// Period and state.
fn filters(lens: Lens<'_>, asked: &Asked) -> Markup {
    let days = asked.days();
    let link = |address: String, text: String, current: bool| {
        html! { a href=(address) aria-current=[current.then_some("page")] { (text) } }
    };
    html! {
        div.row.wrap.g-4 {
            nav.seg aria-label=(lens.text("needs-period")) {
                @for one in PERIODS { (link(asked.address(&asked.show, &asked.topic, one), period(lens, one), one == days)) }
            }
            nav.seg aria-label=(lens.text("needs-status")) {
                @for (code, text) in [("", "needs-all"), ("open", "need-open"), ("met", "need-met"), ("declined", "need-declined")] {
                    (link(asked.address(code, &asked.topic, days), lens.text(text), asked.show == code))
                }
            }
        }
    }
}

fn period(lens: Lens<'_>, days: i64) -> String {
    if days == 0 { lens.text("needs-ever") } else { lens.say.with("needs-days", args![n = days.to_string()]) }
}

/// Topics that rise, always with what customers said.
fn rising(lens: Lens<'_>, figures: &NeedFigures, asked: &Asked) -> Markup {
    html! {
        section.card.col.g-4 aria-labelledby="needs-rising" {
            div.row.g-4 { (icon("trend")) h2 #needs-rising { (lens.text("needs-rising")) } }
            p.sm.soft {
                (lens.say.with("needs-rising-how", args![weeks = WEEKS.to_string(), least = LEAST.to_string(), customers = CUSTOMERS_LEAST.to_string()]))
            }
            @if figures.rising.is_empty() { p.quiet { (lens.text("needs-rising-none")) } }
            @for one in &figures.rising { (one_rising(lens, one, asked)) }
        }
    }
}

fn one_rising(lens: Lens<'_>, one: &RisingTopic, asked: &Asked) -> Markup {
    let n = args![
        needs = one.rising.needs.to_string(),
        of = one.rising.of.to_string(),
        customers = one.customers.to_string()
    ];
    let sure = one.rising.sure.map(percent);
    html! {
        div.col.g-2 {
            h3 { a href=(asked.address("", &one.name, asked.days())) { (one.name) } }
            p.sm {
                (lens.say.with("needs-rising-n", n)) " · "
                (lens.say.with("needs-rising-since", args![day = lens.say.day(one.since)]))
                @if let Some(sure) = sure { " · " (lens.say.with("needs-rising-sure", args![sure = sure])) }
            }
            ul.col.g-2 { @for row in &one.quotes { li { (quote(lens, row)) } } }
        }
    }
}

/// A probability in percent, rounded down: 100 % is said of nothing.
fn percent(sure: f64) -> String {
    format!("{:.0}", (sure * 100.0).floor().clamp(0.0, 99.0))
}

fn quote(lens: Lens<'_>, row: &NeedRow) -> Markup {
    html! {
        span.sm lang=[row.conversation.language.map(base::Language::code)] { q { (row.need.words) } } " "
        a.xs.quiet href={ "/conversations/" (row.conversation.id) "#n-" (row.need.id) } { (row.person_name) }
        " " (lens.quiet_time(row.need.said_at))
    }
}

/// What is wished for most.
fn topics(lens: Lens<'_>, figures: &NeedFigures, asked: &Asked) -> Markup {
    let total = args![
        needs = figures.needs.to_string(),
        customers = figures.customers.to_string(),
        period = period(lens, asked.days())
    ];
    html! {
        section.col.g-4 aria-labelledby="needs-most" {
            h2 #needs-most { (lens.text("needs-most")) }
            p.sm.soft { (lens.say.with("needs-most-how", total)) }
            @if figures.topics.is_empty() {
                div.card { div.empty data-tone="accent" { (icon("heart")) h2 { (lens.text("needs-none")) } p { (lens.text("needs-none-lead")) } } }
            } @else {
                div.table-wrap tabindex="0" role="group" aria-label=(lens.text("needs-most")) {
                    table.table {
                        thead { tr {
                            th { (lens.text("need-topic")) }
                            @for column in ["needs-customers", "needs-count", "need-open", "need-met", "need-declined"] { th.num { (lens.text(column)) } }
                        } }
                        tbody { @for one in &figures.topics { (topic_row(one, asked)) } }
                    }
                }
            }
        }
    }
}

fn topic_row(one: &NeedTopic, asked: &Asked) -> Markup {
    let to = |show: &str| asked.address(show, &one.name, asked.days());
    html! {
        tr {
            td { a href=(to("")) { (one.name) } }
            td.num { (one.customers) }
            td.num { (one.needs) }
            @for (show, n) in [("open", one.open), ("met", one.met), ("declined", one.declined)] {
                td.num { @if n > 0 { a href=(to(show)) { (n) } } @else { "0" } }
            }
        }
    }
}

/// Who asked, and in which words.
fn list(lens: Lens<'_>, asked: &Asked, page: &NeedPage, figures: &NeedFigures, here: &str) -> Markup {
    let of_topic = !asked.topic.is_empty();
    html! {
        section.col.g-4 aria-labelledby="needs-list" {
            div.row.wrap.g-4 {
                h2 #needs-list { @if of_topic { (asked.topic) } @else { (lens.text("needs-who")) } }
                @if of_topic {
                    span.push.row.g-3 {
                        a.btn.ghost href=(asked.address(&asked.show, "", asked.days())) { (icon("back")) (lens.text("needs-all-topics")) }
                        @if lens.works { a.btn href={ (HERE) "/tell?" (topic_query(&asked.topic)) } { (icon("check")) (lens.text("needs-tell")) } }
                    }
                }
            }
            @if page.rows.is_empty() {
                @if of_topic || !figures.topics.is_empty() { p.quiet { (lens.text("needs-none-here")) } }
            } @else {
                ul.col.g-4 { @for row in &page.rows { li.card { (line(lens, row, here)) } } }
            }
            @if let Some(next) = &page.next { p { a.btn href={ (here) "&after=" (next) } { (lens.text("needs-further")) } } }
        }
    }
}

fn line(lens: Lens<'_>, row: &NeedRow, back: &str) -> Markup {
    let it = &row.need;
    html! {
        div.col.g-2 {
            p lang=[row.conversation.language.map(base::Language::code)] { q { (it.words) } }
            p.sm.quiet {
                a href={ "/customers/" (it.person) } { (row.person_name) } " · "
                a href={ "/conversations/" (it.conversation) "#n-" (it.id) } { "#" (row.conversation.number) } " · "
                (lens.time(it.said_at))
                @if !it.topic.is_empty() { " · " (it.topic) }
                @if !it.product.is_empty() { " · " (it.product) }
                " · " (standing(lens, it))
                @if !it.reason.is_empty() { ": " (it.reason) }
            }
            @if lens.works && it.state == NeedState::Open {
                form.row.g-3 method="post" action={ (HERE) "/" (it.id) } {
                    input type="hidden" name="back" value=(back);
                    button.btn.small name="change" value="meet" { (lens.text("need-meet")) }
                    a.btn.small.ghost href={ (HERE) "/tell?need=" (it.id) } { (lens.text("need-meet-tell")) }
                }
            }
        }
    }
}

/// What has become of it, and whether its customer knows.
fn standing(lens: Lens<'_>, it: &Need) -> Markup {
    html! {
        @match it.state {
            NeedState::Open => (lens.text("need-open")),
            NeedState::Met => { (lens.text("need-met")) " · " (told(lens, it)) },
            NeedState::Declined => (lens.text("need-declined")),
        }
    }
}

/// How far telling its customer has come.
pub(super) fn told(lens: Lens<'_>, it: &Need) -> String {
    lens.text(match it.told {
        NeedTold::No => "need-told-no",
        NeedTold::Drafted => "need-told-drafted",
        NeedTold::Going => "need-told-going",
        NeedTold::Yes => "need-told-yes",
    })
}

/// `GET /customers/{id}/needs`: what a customer needs, for their own page.
///
/// # Errors
/// See [`show`].
pub async fn of_person(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let all = queries::needs_of(&mut p.db.read().await?, &scope, &id, OF_PERSON_MOST).await?;
    let lens = Lens::of(&p, &who, &[]);
    let body = html! {
        @if all.is_empty() { p.quiet { (lens.text("needs-none-theirs")) } }
        @else {
            ul.col.g-3 {
                @for it in &all {
                    li.row.wrap.g-3 {
                        a.plain-link.grow href={ "/conversations/" (it.conversation) "#n-" (it.id) } { q { (it.words) } }
                        span.sm.quiet { @if !it.topic.is_empty() { (it.topic) " · " } (standing(lens, it)) }
                    }
                }
            }
        }
    };
    Ok(respond::page(StatusCode::OK, body))
}

#[cfg(test)]
mod tests;
