//! The pages of the community.
//!
//! | Method and path | Handler |
//! |---|---|
//! | `GET /community` | [`lists::index`] |
//! | `GET`, `POST /community/ask` | [`asking::show`], [`asking::create`] |
//! | `GET /community/q/{id}` | [`topic::show`] |
//! | `POST /community/q/{id}/answer`, `…/vote`, `…/accept`, `…/flag`, `…/follow` | [`topic`], [`acts`] |
//! | `GET`, `POST /community/q/{id}/edit` | [`editing::show`], [`editing::update`] |
//! | `GET`, `POST /community/join` | [`joining`] |
//! | `GET`, `POST /community/offer/{key}` | [`offering::decide_on`], [`offering::decide`] |
//! | `GET`, `POST /community/me`, `POST /community/me/leave` | [`me`] |
//! | `GET /desk/community`, `POST /desk/community/review` | [`desk::index`], [`desk::review`] |
//! | `GET`, `POST /desk/community/from/{id}` | [`offering`] |
//! | `GET /desk/community/{id}`, `POST …/answer`, `…/lock`, `…/merge`, `…/move`, `…/take`, `…/idea`, `…/member` | [`desk_topic`] |
//! | `GET`, `POST /settings/community` | [`settings`] |

pub mod acts;
pub mod asking;
pub mod desk;
pub mod desk_topic;
pub mod editing;
pub mod joining;
pub mod lists;
pub mod me;
pub mod offering;
mod parts;
pub mod settings;
pub mod topic;

use std::collections::HashMap;

use axum::http::header::{CACHE_CONTROL, HeaderName, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::Response;
use base::Scope;
use conversations::settings::{Business, Requests};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::{PersonId, StaffId};
use platform::i18n::{self, Say};
use platform::web::errors::Error;
use platform::web::page::{self, House, Logo, Open};
use platform::web::respond;
use platform::web::typeface::{self, Typeface};
use platform::{Conn, Platform};
use portal::http::Visitor;
use serde::Deserialize;

use crate::commands::{Came, CommandError};
use crate::ids::TopicId;
use crate::model::{Member, Post, Topic};
use crate::settings::{Community, community};
use crate::store;

const HERE: &str = "/community";
/// What the moment on a form is signed for.
const PURPOSE: &str = "community.form";
/// Seconds that a page for everybody may be kept on its way.
const KEPT: &str = "public, max-age=60";

/// The business around these pages, how the community is, and who is there.
struct Hall {
    business: Business,
    looks: Requests,
    logo: Option<Logo>,
    typeface: Typeface,
    say: Say,
    zone: TimeZone,
    it: Community,
    visitor: Option<PersonId>,
    member: Option<Member>,
}

impl Hall {
    /// Nothing is here for anybody while the community is off.
    async fn of(p: &Platform, headers: &HeaderMap) -> Result<Self, Error> {
        let visitor = Visitor::find(p, headers).await?.map(|visitor| visitor.person);
        let mut conn = p.db.read().await?;
        let it = community(&mut conn).await?;
        let looks = conversations::settings::requests(&mut conn).await?;
        // Without pages for customers nobody can sign in.
        if !it.on || !looks.links {
            return Err(Error::NotFound);
        }
        let business = conversations::settings::business(&mut conn).await?;
        let logo = portal::logo::mark(&mut conn).await?.map(|mark| mark.logo());
        let typeface = typeface::chosen(&mut conn).await?;
        let theirs = visitor.as_ref().and_then(|person| person.language);
        let language = i18n::chosen(headers).or(theirs).unwrap_or_else(|| i18n::of_request(headers));
        let visitor = visitor.map(|person| person.id);
        let member = match &visitor {
            Some(person) => store::member(&mut conn, person).await?,
            None => None,
        };
        let zone = TimeZone::get(&business.zone).unwrap_or(TimeZone::UTC);
        Ok(Self { business, looks, logo, typeface, say: p.i18n.to(language), zone, it, visitor, member })
    }

    /// The same for pages with what others wrote: where only members read, others are asked to come in.
    async fn to_read(p: &Platform, headers: &HeaderMap) -> Result<Result<Self, Response>, Error> {
        let hall = Self::of(p, headers).await?;
        if hall.it.members_only && hall.visitor.is_none() { Ok(Err(hall.come_in())) } else { Ok(Ok(hall)) }
    }

    /// Who is signed in; others are asked to come in.
    async fn to_write(p: &Platform, headers: &HeaderMap) -> Result<Result<(Self, PersonId), Response>, Error> {
        let hall = Self::of(p, headers).await?;
        match hall.visitor.clone() {
            Some(person) => Ok(Ok((hall, person))),
            None => Ok(Err(hall.come_in())),
        }
    }

    fn house<'a>(&'a self, here: &'a str, mine: &'a str) -> House<'a> {
        let logo = self.logo.as_ref();
        let (name, hue, typeface) = (self.business.name.as_str(), self.looks.hue, self.typeface);
        House { name, logo, hue, typeface, here, nav: Some(("/my", mine)) }
    }

    /// A page for one reader alone, which nobody keeps.
    fn page(&self, status: StatusCode, title: &str, here: &str, main: &Markup) -> Response {
        let mine = self.say.text("my-title");
        let whole = page::customers(&self.say, title, self.house(here, &mine), main, "request.js");
        let mut answer = respond::page(status, whole);
        let robots = HeaderValue::from_static("noindex, nofollow");
        answer.headers_mut().insert(HeaderName::from_static("x-robots-tag"), robots);
        answer
    }

    /// A page that anybody may read: kept for a moment on its way to visitors, never to who is signed in.
    fn open(&self, title: &str, here: &str, main: &Markup) -> Response {
        if self.visitor.is_some() || self.it.members_only {
            return self.page(StatusCode::OK, title, here, main);
        }
        let mine = self.say.text("my-title");
        let nav = [
            (HERE.to_owned(), self.say.text("community-title"), here == HERE),
            ("/help".to_owned(), self.say.text("community-help"), false),
            ("/my".to_owned(), mine.clone(), false),
        ];
        let open = Open { head: &html! {}, nav: &nav, languages: &[], script: Some("request.js") };
        let whole = page::open_to_all(&self.say, title, self.house(here, &mine), open, main);
        let mut answer = respond::page(StatusCode::OK, whole);
        answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(KEPT));
        answer.headers_mut().insert(VARY, HeaderValue::from_static("Accept-Language, Cookie"));
        answer
    }

    /// Asks to sign in by the link that is mailed.
    fn come_in(&self) -> Response {
        self.ask_in(StatusCode::OK, "", false)
    }

    /// The same with what was typed.
    fn ask_in(&self, status: StatusCode, address: &str, wrong: bool) -> Response {
        let (say, title) = (&self.say, self.say.text("community-come-in"));
        let main = html! {
            div.shell.request.w-s {
                div.col.g-6 {
                    header.col.prose.g-4 { h1 { (title) } p.soft { (say.text("community-come-in-lead")) } }
                    (joining::form(self, address, wrong))
                    p { a href=(HERE) { (say.text("community-title")) } }
                }
            }
        };
        self.page(status, &title, HERE, &main)
    }
}

/// Names of those who wrote, as readers see them.
#[derive(Default)]
struct Names {
    members: HashMap<PersonId, Member>,
    staff: HashMap<StaffId, String>,
}

impl Names {
    async fn of(conn: &mut Conn, topics: &[Topic], posts: &[Post]) -> platform::Result<Self> {
        let people = topics.iter().filter_map(|topic| topic.person.clone());
        let mut ids: Vec<PersonId> = people.chain(posts.iter().filter_map(|post| post.person.clone())).collect();
        ids.sort();
        ids.dedup();
        let members = store::members(conn, &ids).await?;
        let staff = if posts.iter().any(|post| post.staff.is_some()) {
            people::staff::all(conn, &Scope::All).await?.into_iter().map(|one| (one.id, one.name)).collect()
        } else {
            HashMap::new()
        };
        Ok(Self { members, staff })
    }

    fn member(&self, person: Option<&PersonId>) -> Option<&Member> {
        person.and_then(|person| self.members.get(person))
    }

    /// Whether a colleague or an expert wrote it.
    fn knows(&self, post: &Post) -> bool {
        post.staff.is_some() || self.member(post.person.as_ref()).is_some_and(|member| member.expert)
    }
}

/// When a form was shown, signed, so that nobody can say that it was earlier.
fn made(p: &Platform) -> String {
    p.tokens.compact(PURPOSE, &p.clock.machine().as_second().to_string())
}

/// How a form came: `made` as [`made`] gave it, `website` what people do not see.
fn came(p: &Platform, made: &str, website: &str) -> Came {
    let shown = p.tokens.read_compact(PURPOSE, made).ok().and_then(|text| text.parse::<i64>().ok());
    // What bears no moment of ours was not sent by our form.
    let seconds = shown.map_or(0, |shown| p.clock.machine().as_second().saturating_sub(shown));
    Came { trap: !website.trim().is_empty(), seconds: Some(seconds) }
}

/// `?done=…`: what was done just now.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

fn topic_id(text: &str) -> Result<TopicId, Error> {
    text.parse().map_err(|_| Error::NotFound)
}

fn to(topic: &TopicId) -> String {
    format!("{HERE}/q/{topic}")
}

/// What a handler does about a command that the person cannot mend on the page.
fn error(error: CommandError) -> Error {
    match error {
        CommandError::NotFound => Error::NotFound,
        CommandError::Forbidden => Error::Forbidden,
        CommandError::Refused(refusal) => Error::invalid(refusal.message()),
        CommandError::Fault(fault) => Error::Fault(fault),
    }
}

/// The message about what can be mended on the form; whatever else goes its way.
fn on_form(failure: CommandError) -> Result<&'static str, Error> {
    match failure {
        CommandError::Refused(refusal) => Ok(refusal.message()),
        other => Err(error(other)),
    }
}
