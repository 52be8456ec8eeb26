//! The pages of the customer's side.
//!
//! | Method and path | Handler |
//! |---|---|
//! | `GET /r/{token}` | [`request::show`] |
//! | `POST /r/{token}` | [`answer::create`], with `Extension<Door>`, body up to [`answer::BODY_MAX`] |
//! | `POST /r/{token}/solved`, `…/reopen` | [`request::settle`], [`request::take_up`] |
//! | `POST /r/{token}/opinion` | [`request::opinion`] |
//! | `GET /r/{token}/files/{id}` | [`request::file`], with `Extension<conversations::http::files::Mails>` |
//! | `GET`, `POST /my` | [`my::show`], [`my::create`] |
//! | `GET`, `POST /my/in/{secret}` | [`my::by_link`], [`my::enter`] |
//! | `POST /my/out` | [`my::leave`] |
//! | `GET /my/data` | [`data::show`] |
//! | `GET /contact`, `GET`, `POST /contact/{slug}` | [`contact::index`], [`contact::show`], [`contact::create`], as `POST /r/{token}` |
//! | `GET /logo/{name}` | [`settings::logo::show`] |
//! | `GET`, `POST /settings/requests` | [`settings::show`], [`settings::update`] |
//! | `POST /settings/requests/logo`, `…/remove` | [`settings::logo::update`], [`settings::logo::remove`] |
//! | `GET`, `POST /settings/forms`, `…/new`, `…/{slug}`, `…/{slug}/remove` | [`forms`] |

pub mod answer;
pub mod contact;
mod contact_page;
pub mod data;
mod form_edit;
pub mod forms;
pub mod my;
pub mod request;
pub mod settings;

#[cfg(test)]
mod tests;
mod thread;
pub mod visitor;

use std::sync::Arc;

use axum::http::header::{HeaderName, REFERRER_POLICY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use base::Language;
use conversations::Conversation;
use conversations::commands::CommandError;
use conversations::queries::{self, Request};
use conversations::settings::{Business, Requests};
use jiff::tz::TimeZone;
use platform::i18n::{self, Say};
use platform::web::errors::Error;
use platform::web::page::{self, House, Logo};
use platform::web::respond;
use platform::web::typeface::{self, Typeface};
use platform::{Conn, Platform};

use crate::{Intake, logo};
pub use visitor::Visitor;

/// How many of their other requests stand beside one.
const OTHERS: i64 = 5;

/// The way in for answers, as an extension of the request.
#[derive(Clone)]
pub struct Door(pub Arc<dyn Intake>);

/// A request that a link opened, and what its page needs beside it.
struct Opened {
    token: String,
    request: Request,
    business: Business,
    looks: Requests,
    logo: Option<Logo>,
    typeface: Typeface,
    say: Say,
    zone: TimeZone,
    /// What else is theirs, with the way there, for whoever is signed in as its customer; None for others.
    others: Option<Vec<(String, Conversation)>>,
}

impl Opened {
    /// Opens a request by the token of its link. Whatever is wrong with it, there is no such page.
    async fn by(p: &Platform, conn: &mut Conn, token: &str, headers: &HeaderMap) -> Result<Self, Error> {
        let looks = conversations::settings::requests(conn).await?;
        let found = if looks.links { queries::by_request_link(p, conn, token).await? } else { None };
        let request = found.ok_or(Error::NotFound)?;
        let business = conversations::settings::business(conn).await?;
        let logo = logo::mark(conn).await?.map(|mark| mark.logo());
        let typeface = typeface::chosen(conn).await?;
        let say = p.i18n.to(language(headers, &request));
        let zone = TimeZone::get(&business.zone).unwrap_or(TimeZone::UTC);
        Ok(Self { token: token.to_owned(), request, business, looks, logo, typeface, say, zone, others: None })
    }

    /// Also what else is theirs, if the visitor is its customer: a link alone tells only of its own request.
    async fn with_others(mut self, p: &Platform, conn: &mut Conn, visitor: Option<&Visitor>) -> Result<Self, Error> {
        let it = &self.request.conversation;
        if visitor.is_some_and(|visitor| visitor.person.id == it.person) {
            let mut rows = queries::mine(conn, &it.person, None, OTHERS + 1).await?;
            rows.retain(|row| row.id != it.id);
            rows.truncate(usize::try_from(OTHERS).unwrap_or_default());
            self.others = Some(linked(p, conn, rows).await?);
        }
        Ok(self)
    }

    fn path(&self) -> String {
        format!("/r/{}", self.token)
    }

    fn page(&self, title: &str, status: StatusCode, main: &maud::Markup) -> Response {
        let mine = self.say.text("my-title");
        let nav = Some(("/my", mine.as_str()));
        let logo = self.logo.as_ref();
        let house = House {
            name: &self.business.name,
            logo,
            hue: self.looks.hue,
            typeface: self.typeface,
            here: &self.path(),
            nav,
        };
        sealed(respond::page(status, page::customers(&self.say, title, house, main, "request.js")))
    }
}

/// Each with the path of its page.
async fn linked(p: &Platform, conn: &mut Conn, rows: Vec<Conversation>) -> Result<Vec<(String, Conversation)>, Error> {
    let mut linked = Vec::with_capacity(rows.len());
    for row in rows {
        let link = queries::request_link(p, conn, &row).await?;
        linked.push((link.strip_prefix(&p.site.url).unwrap_or_default().to_owned(), row));
    }
    Ok(linked)
}

/// What they chose here, what they write in, what their browser likes.
fn language(headers: &HeaderMap, request: &Request) -> Language {
    i18n::chosen(headers).or(request.conversation.language).unwrap_or_else(|| i18n::of_request(headers))
}

/// The address of these pages is a key: nobody else may learn it, and no search engine.
fn sealed(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    answer
}

/// What a handler does about a command that the person cannot mend.
fn error(error: CommandError) -> Error {
    match error {
        CommandError::NotFound | CommandError::Forbidden => Error::NotFound,
        CommandError::Refused(refusal) => Error::invalid(refusal.message()),
        CommandError::Fault(fault) => Error::Fault(fault),
    }
}
