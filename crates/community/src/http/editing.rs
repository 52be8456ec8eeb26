//! Changing what one wrote. How it was stays for colleagues.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use maud::html;
use platform::Platform;
use platform::web::assets::icon_small;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use serde::Deserialize;

use super::{Hall, came, made, on_form, parts, to, topic_id};
use crate::commands::{self, NewPost, NewTopic};
use crate::ids::TopicId;
use crate::model::Subject;
use crate::rules::rights::TITLE_MOST;
use crate::store;

/// What is changed, and into what.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    subject: String,
    title: String,
    body: String,
    tags: String,
    made: String,
    website: String,
}

/// `GET /community/q/{id}/edit?subject=…`: the form with what stands there, for whoever wrote it.
///
/// # Errors
/// When it is not there, or not theirs; so for all here.
pub async fn show(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path(id): Path<String>,
    Query(asked): Query<Typed>,
) -> Result<Response, Error> {
    let (hall, person) = match Hall::to_write(&p, &headers).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let id = topic_id(&id)?;
    let mut conn = p.db.read().await?;
    let mut typed = Typed { subject: asked.subject, ..Typed::default() };
    let author = match Subject::read(&typed.subject).ok_or(Error::NotFound)? {
        Subject::Topic(of) => {
            let topic = store::topic(&mut conn, &of).await?.filter(|topic| topic.id == id).ok_or(Error::NotFound)?;
            typed.tags = store::tags(&mut conn, &of).await?.join(", ");
            (typed.title, typed.body) = (topic.title, topic.body);
            topic.person
        }
        Subject::Post(of) => {
            let post = store::post(&mut conn, &of).await?.filter(|post| post.topic == id).ok_or(Error::NotFound)?;
            typed.body = post.body;
            post.person
        }
    };
    if author != Some(person) {
        return Err(Error::NotFound);
    }
    Ok(page(&p, &hall, StatusCode::OK, &id, &typed, None))
}

/// `POST /community/q/{id}/edit`: `subject`, `title`, `body`, `tags`.
///
/// # Errors
/// See [`show`].
pub async fn update(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Error> {
    let (hall, person) = match Hall::to_write(&p, &headers).await? {
        Ok(found) => found,
        Err(answer) => return Ok(answer),
    };
    let id = topic_id(&id)?;
    let came = came(&p, &typed.made, &typed.website);
    let (title, body, tags) = (typed.title.clone(), typed.body.clone(), typed.tags.clone());
    let done = match Subject::read(&typed.subject).ok_or(Error::NotFound)? {
        Subject::Topic(of) => {
            let new = NewTopic { title, body, tags, came, ..NewTopic::default() };
            commands::edit_topic(&p, &person, &of, new).await.map(|()| of)
        }
        Subject::Post(of) => commands::edit_post(&p, &person, &of, NewPost { body, came, ..NewPost::default() }).await,
    };
    match done {
        Ok(topic) => Ok(respond::see(&format!("{}?done=saved", to(&topic)))),
        Err(failure) => Ok(page(&p, &hall, StatusCode::UNPROCESSABLE_ENTITY, &id, &typed, Some(on_form(failure)?))),
    }
}

fn page(p: &Platform, hall: &Hall, status: StatusCode, id: &TopicId, typed: &Typed, wrong: Option<&str>) -> Response {
    let (say, here) = (&hall.say, format!("{}/edit", to(id)));
    let topic = matches!(Subject::read(&typed.subject), Some(Subject::Topic(_)));
    let heading = say.text("community-edit");
    let main = html! {
        div.shell.request {
            form.card.col.g-6.pad-card method="post" action=(here) novalidate {
                h1 { (heading) }
                (parts::guard(&made(p)))
                input type="hidden" name="subject" value=(typed.subject);
                @if topic {
                    div.field {
                        label for="title" { (say.text("community-in-short")) }
                        input.input id="title" name="title" maxlength=(TITLE_MOST) value=(typed.title) autocomplete="off";
                    }
                }
                div.field {
                    label for="body" { (say.text("community-in-full")) }
                    textarea.input id="body" name="body" rows="8" aria-invalid=[wrong.map(|_| "true")]
                        aria-describedby=[wrong.map(|_| "body-e")] { (typed.body) }
                    @if let Some(wrong) = wrong { p.error id="body-e" { (icon_small("alert")) (say.text(wrong)) } }
                }
                @if topic {
                    div.field {
                        label for="tags" { (say.text("community-tags")) }
                        input.input id="tags" name="tags" value=(typed.tags) maxlength="200" autocomplete="off";
                    }
                }
                p.row.wrap {
                    button.btn.primary { (say.text("word-save")) }
                    a.btn.ghost href=(to(id)) { (say.text("word-cancel")) }
                }
            }
        }
    };
    hall.page(status, &heading, &here, &main)
}
