//! What was given up and waits for people: work that failed too often, replies that did not arrive.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::{Action, Scope, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::jobs::{self, DeadJob};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Conn, Platform, args};

use super::{AskedQuery, Wrong, may, page};
use crate::{Delivery, Message, queries};

const HEAD: (&str, &str) = ("settings-operations", "operations-lead");
/// Newest shown of each.
const MOST: i64 = 50;

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
    drop(conn);
    page(&p, &who, HEAD, &Wrong::default(), &asked, &lists(&who.say, &failed, &dead)).await
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
