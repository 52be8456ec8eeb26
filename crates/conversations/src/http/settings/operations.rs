//! What was given up and waits for people: work that failed too often, replies that did not arrive.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::{Action, Instant, Scope, allowed};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::jobs::{self, DeadJob};
use platform::log;
use platform::settings::{Changed, HISTORY};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Conn, Platform, args};

use super::{AskedQuery, Wrong, may, page};
use crate::{Delivery, Message, queries};

const HEAD: (&str, &str) = ("settings-operations", "operations-lead");
/// Newest shown of each.
const MOST: i64 = 50;
/// Changes of settings shown.
const MOST_CHANGES: i64 = 20;

/// `GET /settings/operations`.
///
/// # Errors
/// When the reader may not, or the tables cannot be read; so for all here.
pub async fn show(State(p): State<Platform>, who: Who, Query(asked): AskedQuery) -> Result<Response, Error> {
    may(&who, Action::ManageOperations)?;
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let mut conn = p.db.read().await?;
    let dead = jobs::dead(&mut conn, MOST).await?;
    let failed = failed(&mut conn, &scope).await?;
    let changes = changes(&mut conn).await?;
    drop(conn);
    let zone = who.viewer()?.zone;
    let body = html! {
        (lists(&who.say, &failed, &dead))
        (changed(&who.say, &zone, p.clock.business(), &changes))
    };
    page(&p, &who, HEAD, &Wrong::default(), &asked, &body).await
}

/// `POST /settings/operations/jobs/{id}/retry`: gives failed work another life.
///
/// # Errors
/// See [`show`].
pub async fn retry(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    may(&who, Action::ManageOperations)?;
    let mut tx = p.begin().await?;
    if !jobs::retry(&mut tx, &id).await? {
        return Err(Error::NotFound);
    }
    platform::settings::record_change(&mut tx, &who.actor(), "job-retried").await?;
    tx.commit().await?;
    p.wake.ring();
    Ok(respond::see("/settings/operations?done=saved"))
}

async fn failed(conn: &mut Conn, scope: &Scope) -> Result<Vec<(Message, Delivery)>, Error> {
    let mut found = Vec::new();
    for (id, delivery) in queries::failed_deliveries(conn, MOST).await? {
        if let Some(message) = queries::message(conn, scope, &id).await? {
            found.push((message, delivery));
        }
    }
    Ok(found)
}

/// Who changed which page of settings, and when.
struct Change {
    page: String,
    by: Option<String>,
    at: Instant,
}

async fn changes(conn: &mut Conn) -> Result<Vec<Change>, Error> {
    let mut changes = Vec::new();
    for fact in log::history(conn, HISTORY, MOST_CHANGES).await?.into_iter().rev() {
        let Some(changed) = fact.read::<Changed>() else { continue };
        let by = match fact.actor.strip_prefix("staff:").and_then(|id| id.parse().ok()) {
            Some(id) => people::staff::find(conn, &Scope::All, &id).await?.map(|staff| staff.name),
            None => None,
        };
        changes.push(Change { page: changed.page, by, at: fact.at });
    }
    Ok(changes)
}

fn changed(say: &Say, zone: &TimeZone, now: Instant, changes: &[Change]) -> Markup {
    html! {
        section.card.col.g-5 aria-labelledby="changes-h" {
            h3 #changes-h { (say.text("operations-changes")) }
            @if changes.is_empty() { p.quiet { (say.text("operations-changes-none")) } }
            @else {
                ul.col.g-3 {
                    @for change in changes {
                        @let page = say.text(title(&change.page));
                        @let by = change.by.clone().unwrap_or_else(|| say.text("event-by-former"));
                        li.row.g-4 {
                            span.grow { (say.with("operations-change", args![by = &by, page = &page])) }
                            time.xs.quiet datetime=(change.at.to_string()) title=(say.full(change.at, zone)) {
                                (say.day_time(change.at, now, zone))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The name of a page of settings, as the menu has it.
fn title(page: &str) -> &'static str {
    match page {
        "business" => "settings-business",
        "hours" => "settings-hours",
        "times" => "settings-times",
        "receipts" => "settings-receipts",
        "requests" | "logo" => "settings-requests",
        "states" => "settings-states",
        "mail" => "settings-mail",
        "backups" | "backup-now" => "settings-backups",
        "job-retried" => "settings-operations",
        "second-factor" => "settings-team",
        "senders" => "settings-senders",
        "deleted" => "deleted-title",
        _ => "settings-title",
    }
}

fn lists(say: &Say, failed: &[(Message, Delivery)], dead: &[DeadJob]) -> Markup {
    html! {
        section.card.col.g-5 aria-labelledby="failed-h" {
            h3 #failed-h { (say.text("operations-failed")) }
            @if failed.is_empty() { p.quiet { (say.text("operations-failed-none")) } }
            @for (message, delivery) in failed {
                div.callout data-tone="bad" {
                    (icon("mail"))
                    p {
                        a href={ "/conversations/" (message.conversation) "#m-" (message.id) } {
                            @let to = message.to.first().map(|to| to.address.as_str()).unwrap_or_default();
                            (say.with("operations-failed-to", args![address = to]))
                        }
                    }
                    @if !delivery.words.is_empty() { p.xs { (say.text("delivery-words")) " " q { (delivery.words) } } }
                    form.mt method="post" action={ "/messages/" (message.id) "/retry" } {
                        button.btn.small { (say.text("word-retry")) }
                    }
                }
            }
        }
        section.card.col.g-5 aria-labelledby="dead-h" {
            h3 #dead-h { (say.text("operations-dead")) }
            @if dead.is_empty() { p.quiet { (say.text("operations-dead-none")) } }
            @for job in dead {
                div.callout data-tone="warn" {
                    (icon("wrench"))
                    p { b { (job.kind) } " " (say.with("operations-attempts", args![count = job.attempts])) }
                    p.xs { (job.payload) }
                    @if !job.error.is_empty() { p.xs { (job.error) } }
                    form.mt method="post" action={ "/settings/operations/jobs/" (job.id) "/retry" } {
                        button.btn.small { (say.text("word-retry")) }
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
    use crate::DeliveryState;
    use crate::http::testing::{NASTY, reply, say};

    #[test]
    fn what_failed_is_text_and_can_be_tried_again() {
        let mut message = reply(DeliveryState::Failed);
        message.to = vec![crate::Mailbox { name: NASTY.into(), address: NASTY.into() }];
        let delivery = message.delivery.clone().expect("a delivery");
        let dead = DeadJob {
            id: "job_1".into(),
            kind: NASTY.into(),
            payload: NASTY.into(),
            error: NASTY.into(),
            attempts: 10,
        };
        let out = lists(&say(Language::En), &[(message.clone(), delivery)], &[dead]).into_string();
        assert!(!out.contains("<img") && out.contains(&format!("action=\"/messages/{}/retry\"", message.id)));
        assert!(out.contains("action=\"/settings/operations/jobs/job_1/retry\""), "{out}");
        let none = lists(&say(Language::En), &[], &[]).into_string();
        assert!(!none.contains("<form") && none.contains("Every reply has arrived"));
    }
}
