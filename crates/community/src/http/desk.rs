//! What waits for a look, and what nobody has answered: for colleagues who work.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Instant, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::icon_small;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Conn, Platform};
use serde::Deserialize;

use super::error;
use crate::commands::{self, Decision};
use crate::ids::TopicId;
use crate::model::{Reviewed, Subject, Topic};
use crate::rules::flags::Why;
use crate::rules::spam::Sign;
use crate::store::{self, Wanted};

/// What waits, on one page.
const MOST: usize = 30;
/// Questions without an answer that are shown: the newest.
const BARE: i64 = 20;

/// `?after=…`: what the page begins behind, as its moment and its id.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    after: String,
}

/// Something that waits, with its words.
struct Waiting {
    it: Reviewed,
    title: String,
    body: String,
    author: String,
}

/// `GET /desk/community`.
///
/// # Errors
/// When the reader may not, or the database cannot be used; so for all pages here.
pub async fn index(State(p): State<Platform>, who: Who, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WorkConversations)?;
    let mut conn = p.db.read().await?;
    let after = asked
        .after
        .split_once('-')
        .and_then(|(micros, subject)| Some((Instant::from_microsecond(micros.parse().ok()?).ok()?, subject)));
    let mut rows = store::reviews(&mut conn, after, i64::try_from(MOST + 1).unwrap_or(i64::MAX)).await?;
    let more = rows.len() > MOST;
    rows.truncate(MOST);
    let next =
        rows.last().filter(|_| more).map(|last| format!("{}-{}", last.since.as_microsecond(), last.subject.as_str()));
    let mut waiting = Vec::with_capacity(rows.len());
    for row in rows {
        waiting.extend(whole(&mut conn, row).await?);
    }
    let bare = store::list(&mut conn, &Wanted { unanswered: true, ..Wanted::default() }, None, BARE).await?;
    drop(conn);
    let (say, viewer) = (&who.say, who.viewer()?);
    let title = say.text("community-desk");
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head { h1 tabindex="-1" { (title) } }
                section.col.g-5 aria-labelledby="waiting-t" {
                    h2 #waiting-t { (say.text("community-queue")) }
                    @if waiting.is_empty() { p.soft { (say.text("community-queue-none")) } }
                    @for one in &waiting { (card(say, one)) }
                    @if let Some(next) = next { p { a.btn href={ "/desk/community?after=" (next) } { (say.text("my-more")) } } }
                }
                section.col.g-5 aria-labelledby="bare-t" {
                    h2 #bare-t { (say.text("community-bare")) }
                    @if bare.is_empty() { p.soft { (say.text("community-none")) } }
                    (lines(&bare))
                }
            }
        }
    };
    Ok(respond::page(StatusCode::OK, viewer.page(&p, &title, &main).await?))
}

fn lines(topics: &[Topic]) -> Markup {
    html! { ul.lines { @for topic in topics { li { a href={ "/desk/community/" (topic.id) } { span.grow { (topic.title) } } } } } }
}

async fn whole(conn: &mut Conn, it: Reviewed) -> platform::Result<Option<Waiting>> {
    let (title, body, person) = match &it.subject {
        Subject::Topic(id) => match store::topic(conn, id).await? {
            Some(topic) => (topic.title, topic.body, topic.person),
            None => return Ok(None),
        },
        Subject::Post(id) => match store::post(conn, id).await? {
            Some(post) => (String::new(), post.body, post.person),
            None => return Ok(None),
        },
    };
    let author = match person {
        Some(person) => store::member(conn, &person).await?.map(|member| member.name).unwrap_or_default(),
        None => String::new(),
    };
    Ok(Some(Waiting { it, title, body, author }))
}

/// Why it waits, in words.
fn reason(say: &Say, code: &str) -> String {
    let sign = Sign::from_code(code).map(Sign::message);
    sign.or_else(|| Why::from_code(code).map(Why::message)).map(|message| say.text(message)).unwrap_or_default()
}

fn card(say: &Say, one: &Waiting) -> Markup {
    html! {
        article.card.col.g-4 {
            p.row.wrap {
                @for code in &one.it.reasons { span.chip data-tone="warn" { (icon_small("alert")) (reason(say, code)) } }
                span.quiet { (one.author) }
                a href={ "/desk/community/" (one.it.topic) } { (say.text("community-show")) }
            }
            @if !one.title.is_empty() { h3 { (one.title) } }
            p.pre { (one.body) }
            (decisions(say, one.it.subject.as_str()))
        }
    }
}

/// The buttons of whoever looks.
pub(super) fn decisions(say: &Say, subject: &str) -> Markup {
    html! {
        form.row.wrap method="post" action="/desk/community/review" {
            input type="hidden" name="subject" value=(subject);
            button.btn.small.primary name="decide" value="show" { (say.text("community-show-it")) }
            button.btn.small name="decide" value="hide" { (say.text("community-hide-it")) }
            button.btn.small.ghost name="decide" value="block" { (say.text("community-block-it")) }
        }
    }
}

/// What a button sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Decided {
    subject: String,
    decide: String,
    back: String,
}

/// `POST /desk/community/review`: `subject`, `decide` = `show`, `hide` or `block`; `back` = `topic` leads to its page.
///
/// # Errors
/// See [`index`].
pub async fn review(State(p): State<Platform>, who: Who, Form(decided): Form<Decided>) -> Result<Response, Error> {
    let _all = allowed(&who.actor(), Action::WorkConversations)?;
    let subject = Subject::read(&decided.subject).ok_or(Error::NotFound)?;
    let decision = Decision::from_code(&decided.decide).ok_or(Error::NotFound)?;
    let topic: TopicId = commands::decide(&p, &who.actor(), &subject, decision).await.map_err(error)?;
    Ok(respond::see(&if decided.back == "topic" {
        format!("/desk/community/{topic}")
    } else {
        "/desk/community".into()
    }))
}
