//! *My requests*: a customer asks for a link by mail, comes in by it, and finds everything that is theirs.

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use conversations::Conversation;
use conversations::queries::{self, Behind};
use conversations::rules::requests::standing;
use conversations::settings::{Business, Requests};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use platform::i18n::{self, Say};
use platform::throttle::{Key, Throttle};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::{Form, one_line};
use platform::web::guard::Peer;
use platform::web::page::{self, House, Logo};
use platform::web::respond;
use platform::web::typeface::{self, Typeface};
use platform::{Conn, Platform, args, sessions};
use serde::Deserialize;

use super::visitor::{Visitor, cookie};
use super::{linked, sealed, thread};
use crate::entry;

const HERE: &str = "/my";
/// Requests on one page.
const MOST: usize = 20;

/// The business around these pages, in the reader's language.
struct Hall {
    business: Business,
    looks: Requests,
    logo: Option<Logo>,
    typeface: Typeface,
    say: Say,
}

impl Hall {
    async fn of(p: &Platform, conn: &mut Conn, headers: &HeaderMap) -> Result<Self, Error> {
        let looks = conversations::settings::requests(conn).await?;
        if !looks.links {
            return Err(Error::NotFound);
        }
        let business = conversations::settings::business(conn).await?;
        let logo = crate::logo::mark(conn).await?.map(|mark| mark.logo());
        let typeface = typeface::chosen(conn).await?;
        Ok(Self { business, looks, logo, typeface, say: p.i18n.to(i18n::of_request(headers)) })
    }

    fn page(&self, status: StatusCode, title: &str, main: &Markup) -> Response {
        let logo = self.logo.as_ref();
        let house = House {
            name: &self.business.name,
            logo,
            hue: self.looks.hue,
            typeface: self.typeface,
            here: HERE,
            nav: None,
        };
        sealed(respond::page(status, page::customers(&self.say, title, house, main, "request.js")))
    }

    /// The form that asks for the address, under what is to be said before.
    fn ask(&self, status: StatusCode, title: &str, lead: &str, address: &str, wrong: bool) -> Response {
        let say = &self.say;
        let invalid = wrong.then_some("true");
        let main = html! {
            div.shell.request.w-s {
                div.col.g-6 {
                    header.col.prose.g-4 { h1 { (say.text(title)) } p.soft { (say.text(lead)) } }
                    form.card.col.g-6.pad-card method="post" action=(HERE) novalidate {
                        div.field {
                            label for="email" { (say.text("my-email")) }
                            input.input id="email" name="email" type="email" autocomplete="email" value=(address)
                                aria-invalid=[invalid] aria-describedby=[wrong.then_some("email-e")];
                            @if wrong { p.error id="email-e" { (icon("alert")) (say.text("my-no-address")) } }
                        }
                        button.btn.primary { (icon("mail")) (say.text("my-ask")) }
                    }
                }
            }
        };
        self.page(status, &say.text(title), &main)
    }
}

/// `?after=…`: where the page begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    after: String,
}

/// `GET /my`: the form that asks for the address, or one's requests.
///
/// # Errors
/// When these pages are off, or the database cannot be used; so for all here.
pub async fn show(
    State(p): State<Platform>,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let visitor = Visitor::find(&p, &headers).await?;
    let mut conn = p.db.read().await?;
    let mut hall = Hall::of(&p, &mut conn, &headers).await?;
    let Some(visitor) = visitor else { return Ok(hall.ask(StatusCode::OK, "my-title", "my-lead", "", false)) };
    if let Some(language) = i18n::chosen(&headers).or(visitor.person.language) {
        hall.say = p.i18n.to(language);
    }
    let behind = Behind::read(&asked.after);
    let most = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
    let mut rows = queries::mine(&mut conn, &visitor.person.id, behind.as_ref(), most).await?;
    let next = (rows.len() > MOST).then(|| Behind::of(&rows[MOST - 1]).text());
    rows.truncate(MOST);
    let linked = linked(&p, &mut conn, rows).await?;
    let community = conversations::settings::has_community(&mut conn).await?;
    let main = list(&hall, &linked, (next.as_deref(), behind.is_some()), community);
    Ok(hall.page(StatusCode::OK, &hall.say.text("my-title"), &main))
}

fn list(hall: &Hall, rows: &[(String, Conversation)], (next, later): (Option<&str>, bool), community: bool) -> Markup {
    let say = &hall.say;
    let zone = TimeZone::get(&hall.business.zone).unwrap_or(TimeZone::UTC);
    html! {
        div.shell.request {
            div.col.g-7 {
                header.col.prose.g-4 { h1 { (say.text("my-title")) } }
                @if rows.is_empty() { p.soft { (say.text("my-nothing")) } }
                @else {
                    ul.lines.requests {
                        @for (link, row) in rows {
                            @let (tone, words) = thread::standing_words(standing(row));
                            li { a href=(link) {
                                span.grow { (thread::subject(say, row)) }
                                span.sm.quiet.nowrap { (say.date(row.touched_at, &zone)) }
                                span.chip data-tone=(tone) { (say.text(words)) }
                            } }
                        }
                    }
                }
                @if later || next.is_some() {
                    nav.row.wrap aria-label=(say.text("my-pages")) {
                        @if later { a.btn href=(HERE) { (say.text("my-first")) } }
                        @if let Some(next) = next { a.btn href={ (HERE) "?after=" (next) } { (say.text("my-more")) } }
                    }
                }
                @if community { p { a.row href="/community" { (icon("forum")) (say.text("my-community")) } } }
                p { a.row href="/my/data" download { (icon("file")) (say.text("my-data")) } }
                form.row.wrap method="post" action="/my/out" {
                    button.btn { (icon("out")) (say.text("word-sign-out")) }
                    button.btn.ghost name="everywhere" value="1" { (say.text("my-out-everywhere")) }
                }
            }
        }
    }
}

/// Who wants in.
#[derive(Deserialize)]
pub struct Whose {
    #[serde(default)]
    email: String,
}

/// `POST /my`: takes the wish. Whether anybody knows the address, the mail alone tells.
///
/// # Errors
/// See [`show`]; and when somebody asks too often.
pub async fn create(
    State(p): State<Platform>,
    Extension(throttle): Extension<Throttle>,
    peer: Peer,
    headers: HeaderMap,
    Form(whose): Form<Whose>,
) -> Result<Response, Error> {
    let hall = Hall::of(&p, &mut p.db.read().await?, &headers).await?;
    let email = one_line(&whose.email, 254);
    if !email.contains('@') {
        return Ok(hall.ask(StatusCode::UNPROCESSABLE_ENTITY, "my-title", "my-lead", &email, true));
    }
    let account = format!("my {email}");
    throttle.check(&[Key::Account(&account), Key::Peer(peer.0)]).map_err(|retry| Error::TooMany(retry.0))?;
    let mut tx = p.begin().await?;
    entry::ask(&mut tx, &email, hall.say.language()).await?;
    tx.commit().await?;
    let say = &hall.say;
    let main = html! {
        div.shell.request.w-s {
            header.col.prose.g-4 {
                h1 { (say.text("my-sent-title")) }
                p.soft { (say.with("my-sent-lead", args![email = &email])) }
                p { a href=(HERE) { (say.text("my-again")) } }
            }
        }
    };
    Ok(hall.page(StatusCode::OK, &say.text("my-sent-title"), &main))
}

/// `?to=community`: they came from there, and go back. Any other place is `/my`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Onward {
    to: String,
}

impl Onward {
    fn is_community(&self) -> bool {
        self.to == "community"
    }

    fn query(&self) -> &'static str {
        if self.is_community() { "?to=community" } else { "" }
    }

    fn path(&self) -> &'static str {
        if self.is_community() { "/community/me" } else { HERE }
    }
}

/// `GET /my/in/{secret}`: asks once more, for programs that look at mails follow links, too. Uses nothing up.
///
/// # Errors
/// See [`show`].
pub async fn by_link(
    State(p): State<Platform>,
    headers: HeaderMap,
    Path(secret): Path<String>,
    Query(onward): Query<Onward>,
) -> Result<Response, Error> {
    let mut conn = p.db.read().await?;
    let hall = Hall::of(&p, &mut conn, &headers).await?;
    if entry::look(&mut conn, &secret, p.clock.machine()).await?.is_none() {
        return Ok(hall.ask(StatusCode::NOT_FOUND, "my-old-title", "my-old-lead", "", false));
    }
    let say = &hall.say;
    let main = html! {
        div.shell.request.w-s {
            div.col.g-6 {
                header.col.prose.g-4 { h1 { (say.text("my-in-title")) } p.soft { (say.text("my-in-lead")) } }
                form method="post" action={ "/my/in/" (secret) (onward.query()) } { button.btn.primary.large { (say.text("my-in")) } }
            }
        }
    };
    Ok(hall.page(StatusCode::OK, &say.text("my-in-title"), &main))
}

/// `POST /my/in/{secret}`: uses the link up and signs them in.
///
/// # Errors
/// See [`show`].
pub async fn enter(
    State(p): State<Platform>,
    peer: Peer,
    headers: HeaderMap,
    Path(secret): Path<String>,
    Query(onward): Query<Onward>,
) -> Result<Response, Error> {
    let hall = Hall::of(&p, &mut p.db.read().await?, &headers).await?;
    let mut tx = p.begin().await?;
    let Some(person) = entry::redeem(&mut tx, &secret).await? else {
        return Ok(hall.ask(StatusCode::NOT_FOUND, "my-old-title", "my-old-lead", "", false));
    };
    let session = sessions::start(&mut tx, &*p.random, person.as_str(), &peer.0.to_string(), "").await?;
    tx.commit().await?;
    Ok(([(header::SET_COOKIE, cookie(&p.site, Some(&session)))], respond::see(onward.path())).into_response())
}

/// Here alone, or everywhere.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Out {
    everywhere: String,
}

/// `POST /my/out`: `everywhere` is 1 to end all one's sessions.
///
/// # Errors
/// When the database cannot be used.
pub async fn leave(State(p): State<Platform>, headers: HeaderMap, Form(out): Form<Out>) -> Result<Response, Error> {
    if let Some(visitor) = Visitor::find(&p, &headers).await? {
        let mut tx = p.begin().await?;
        if out.everywhere == "1" {
            for one in [visitor.person.id.as_str(), &visitor.session.staff] {
                sessions::end_all(&mut tx, one, None).await?;
            }
        } else {
            sessions::end(&mut tx, &visitor.session.staff, &visitor.session.digest).await?;
        }
        tx.commit().await?;
    }
    Ok(([(header::SET_COOKIE, cookie(&p.site, None))], respond::see(HERE)).into_response())
}
