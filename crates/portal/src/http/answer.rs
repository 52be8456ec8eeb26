//! What a customer writes on the page of their request. It is never lost: whatever is wrong, the page comes back
//! with the text in it.

use axum::Extension;
use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use base::Scope;
use conversations::commands::NewFile;
use conversations::naming;
use conversations::queries;
use conversations::rules::states::{FILES_MAX, Refusal, text};
use platform::Platform;
use platform::throttle::{Key, Throttle};
use platform::web::errors::Error;
use platform::web::guard::Peer;
use platform::web::respond;

use super::request::page;
use super::thread::Form;
use super::{Door, Opened, sealed};
use crate::Answer;

/// Most bytes of an answer with its files; the route must let them through. A little more than the files may have
/// together, so that a page and not a broken connection says it was too much.
pub const BODY_MAX: usize = FILES_MAX + 2 * 1024 * 1024;
/// Files of one answer.
pub(super) const FILES_COUNT: usize = 50;

/// `POST /r/{token}` (multipart): `body`, `files`, `once`.
///
/// # Errors
/// When the link opens nothing, or what was written could not be kept.
pub async fn create(
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    Extension(Door(door)): Extension<Door>,
    Peer(peer): Peer,
    headers: HeaderMap,
    Path(token): Path<String>,
    form: Multipart,
) -> Result<Response, Error> {
    let opened = Opened::by(&p, &mut p.db.read().await?, &token, &headers).await?;
    let sent = Sent::read(form).await?;
    let again = |status, problem| {
        let form = Form { body: sent.body.clone(), problem: Some(problem), ..Form::fresh(&p) };
        Ok(page(&p, &opened, &form, status))
    };
    let body = match sent.text() {
        Ok(body) => body,
        Err(refusal) => return again(StatusCode::UNPROCESSABLE_ENTITY, refusal.message()),
    };
    let it = &opened.request.conversation;
    if throttle.check(&[Key::Account(&format!("answer {}", it.id))]).is_err() {
        return again(StatusCode::TOO_MANY_REQUESTS, "request-too-many");
    }
    let answer = Answer {
        from: opened.request.customer.clone(),
        subject: it.subject.clone(),
        reply_tag: naming::reply_tag(&p, it.number, &it.person),
        at: Form::made_at(&sent.once).unwrap_or_else(|| p.clock.business()),
        once: sent.once,
        text: body,
        files: sent.files,
        peer: peer.to_string(),
    };
    let put = door.take(answer).await?;
    let mut path = opened.path();
    // What was closed for long goes on in a request of its own.
    if let Some(other) = put.filter(|put| *put != it.id) {
        let mut conn = p.db.read().await?;
        if let Some(other) = queries::find(&mut conn, &Scope::Own(it.person.to_string()), &other).await? {
            let link = queries::request_link(&p, &mut conn, &other).await?;
            path = link.strip_prefix(&p.site.url).unwrap_or(&path).to_owned();
        }
    }
    Ok(sealed(respond::see(&format!("{path}?done=sent"))))
}

/// The fields as they came.
#[derive(Debug, Default)]
struct Sent {
    body: String,
    once: String,
    files: Vec<NewFile>,
}

impl Sent {
    async fn read(mut form: Multipart) -> Result<Self, Error> {
        let mut sent = Self::default();
        while let Some(field) = form.next_field().await.map_err(broken)? {
            match field.name().unwrap_or_default() {
                "files" => {
                    let name = field.file_name().unwrap_or_default().to_owned();
                    let content_type = field.content_type().unwrap_or("application/octet-stream").to_owned();
                    let bytes = field.bytes().await.map_err(broken)?.to_vec();
                    // A file field that nobody used comes as an empty file without a name.
                    if !name.is_empty() {
                        sent.files.push(NewFile { name, content_type, bytes });
                    }
                }
                "body" => sent.body = field.text().await.map_err(broken)?,
                "once" => sent.once = field.text().await.map_err(broken)?.chars().take(100).collect(),
                _ => {}
            }
        }
        Ok(sent)
    }

    /// The words as they are kept. Files speak for themselves.
    fn text(&self) -> Result<String, Refusal> {
        let size: usize = self.files.iter().map(|file| file.bytes.len()).sum();
        if size > FILES_MAX || self.files.len() > FILES_COUNT {
            return Err(Refusal::FilesTooLarge);
        }
        match text(&self.body) {
            Err(Refusal::Empty) if !self.files.is_empty() => Ok(String::new()),
            other => other,
        }
    }
}

pub(super) fn broken(error: MultipartError) -> Error {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Error::TooLarge
    } else {
        Error::invalid("problem-invalid-body")
    }
}
