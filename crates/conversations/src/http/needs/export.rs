//! Needs as a file for table programs: the figures for whoever sees them, names and words for those who may also hand out
//! all that is held of customers.

use axum::extract::{Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use base::{Action, allowed};
use people::exchange::row;
use people::staff::Who;
use platform::Platform;
use platform::web::errors::Error;

use super::Asked;
use crate::NeedTopic;
use crate::queries::{self, NeedRow};

/// Rows that are read at once.
const STRETCH: i64 = 500;
/// Rows of a file at most.
const LONGEST: usize = 100_000;

/// `GET /needs/export`: `as=topics`, the figures by topic; `as=needs`, who asked for what in which words. Filters as in
/// the list.
///
/// # Errors
/// See [`super::show`].
pub async fn export(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let (say, now, mut query) = (&who.say, p.clock.business(), asked.query(STRETCH));
    let mut conn = p.db.snapshot().await?;
    // Table programs take a file for UTF-8 by its first sign.
    let mut text = String::from("\u{feff}");
    if asked.form != "needs" {
        text.push_str(&row(["need-topic", "needs-customers", "needs-count", "need-open", "need-met", "need-declined"]
            .map(|id| say.text(id))));
        for one in queries::need_figures(&mut conn, &scope, &query, now).await?.topics {
            text.push_str(&row(figures(&one)));
        }
        return Ok(file(text, "attachment; filename=\"need-topics.csv\""));
    }
    let _handing_out = allowed(&who.actor(), Action::ManagePrivacy)?;
    text.push_str(&row([
        "needs-said-on",
        "needs-customer",
        "needs-conversation",
        "need-words",
        "need-topic",
        "need-product",
    ]
    .into_iter()
    .chain(["needs-status", "need-why", "needs-told"])
    .map(|id| say.text(id))));
    let mut rows = 0_usize;
    loop {
        let page = queries::needs(&mut conn, &scope, &query, now).await?;
        for one in &page.rows {
            text.push_str(&row(cells(one)));
        }
        rows = rows.saturating_add(page.rows.len());
        let Some(next) = page.next.filter(|_| rows < LONGEST) else { break };
        query.after = next;
    }
    Ok(file(text, "attachment; filename=\"needs.csv\""))
}

fn figures(one: &NeedTopic) -> [String; 6] {
    let n = |n: i64| n.to_string();
    [one.name.clone(), n(one.customers), n(one.needs), n(one.open), n(one.met), n(one.declined)]
}

fn cells(one: &NeedRow) -> [String; 9] {
    let it = &one.need;
    [
        it.said_at.to_string(),
        one.person_name.clone(),
        one.conversation.number.to_string(),
        it.words.clone(),
        it.topic.clone(),
        it.product.clone(),
        it.state.code().to_owned(),
        it.reason.clone(),
        it.told.code().to_owned(),
    ]
}

fn file(text: String, name: &'static str) -> Response {
    let head = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static(name)),
    ];
    (head, text).into_response()
}
