//! The business around the pages of the help centre, who reads, and who may keep the answer.

use axum::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH, LOCATION, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use base::{Action, Language, allowed};
use conversations::settings::{Business, Requests};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::Markup;
use platform::i18n::Say;
use platform::web::errors::Error;
use platform::web::page::{self, House, Logo, Open};
use platform::web::typeface::{self, Typeface};
use platform::{Conn, Platform, blobs, sessions};
use portal::http::visitor::Visitor;

use crate::articles::model::{Category, Reader};
use crate::articles::store;

/// How long anybody on the way keeps a page of a stranger.
const KEEP: &str = "public, max-age=60";

pub(in crate::articles::http) struct Hall {
    pub business: Business,
    looks: Requests,
    logo: Option<Logo>,
    typeface: Typeface,
    pub say: Say,
    pub zone: TimeZone,
    pub today: Date,
    pub reader: Reader,
    /// Whether somebody is signed in, a colleague too: what they get is kept by nobody.
    is_known: bool,
    pub categories: Vec<Category>,
    /// Whether customers ask each other, too.
    community: bool,
    /// Where whoever is stuck writes to.
    pub contact: Option<&'static str>,
    /// Where this house stands: `https://help.example.com`.
    pub site: String,
}

impl Hall {
    pub async fn of(p: &Platform, headers: &HeaderMap, language: Language) -> Result<(Conn, Self), Error> {
        let visitor = Visitor::find(p, headers).await?;
        let mut conn = p.db.read().await?;
        let forms = portal::forms::all(&mut conn).await?;
        let looks = conversations::settings::requests(&mut conn).await?;
        let business = conversations::settings::business(&mut conn).await?;
        let logo = portal::logo::mark(&mut conn).await?.map(|mark| mark.logo());
        let typeface = typeface::chosen(&mut conn).await?;
        let categories = store::categories(&mut conn).await?.into_iter().map(|(_, one)| one).collect();
        let zone = TimeZone::get(&business.zone).unwrap_or(TimeZone::UTC);
        let today = p.clock.business().to_zoned(zone.clone()).date();
        let is_known = visitor.is_some() || sessions::from_headers(&p.site, headers).is_some();
        let colleague = people::staff::reading(p, &mut conn, headers).await?;
        let reads = colleague.is_some_and(|staff| allowed(&staff.actor(), Action::ReadArticles).is_ok());
        // What a colleague gets is known by their cookie, so that nobody keeps it.
        let reader = match (reads, visitor.is_some()) {
            (true, _) => Reader::Colleague,
            (false, true) => Reader::Customer,
            (false, false) => Reader::Stranger,
        };
        let contact = forms.0.iter().any(|form| form.open).then_some("/contact");
        let community = conversations::settings::has_community(&mut conn).await?;
        let (say, site) = (p.i18n.to(language), p.site.url.clone());
        let hall = Self {
            business,
            looks,
            logo,
            typeface,
            say,
            zone,
            today,
            reader,
            is_known,
            categories,
            community,
            contact,
            site,
        };
        Ok((conn, hall))
    }

    pub fn language(&self) -> Language {
        self.say.language()
    }

    /// The path of the help centre in this language.
    pub fn root(&self) -> String {
        format!("/help/{}", self.language().code())
    }

    /// To the address that an article has now, for good.
    pub fn moved(&self, address: &str) -> Response {
        let to = HeaderValue::from_str(&format!("{}/{address}", self.root()));
        let to = to.unwrap_or_else(|_| HeaderValue::from_static("/help"));
        let mut answer = StatusCode::MOVED_PERMANENTLY.into_response();
        answer.headers_mut().insert(LOCATION, to);
        // For good, but an address may be given to another article's language one day.
        answer
            .headers_mut()
            .insert(CACHE_CONTROL, HeaderValue::from_static(if self.is_known { "no-store" } else { KEEP }));
        answer
    }

    pub fn page(
        &self,
        title: &str,
        here: &str,
        (head, languages, script): (&Markup, &[(Language, String)], Option<&'static str>),
        main: &Markup,
    ) -> Markup {
        let mut nav = vec![(self.root(), self.say.text("help-title"), true)];
        if let Some(contact) = self.contact {
            nav.push((contact.to_owned(), self.say.text("help-write"), false));
        }
        if self.community {
            nav.push(("/community".to_owned(), self.say.text("my-community"), false));
        }
        if self.looks.links {
            nav.push(("/my".to_owned(), self.say.text("my-title"), false));
        }
        let logo = self.logo.as_ref();
        let house =
            House { name: &self.business.name, logo, hue: self.looks.hue, typeface: self.typeface, here, nav: None };
        page::open_to_all(&self.say, title, house, Open { head, nav: &nav, languages, script }, main)
    }

    /// Sends what anybody may keep, unless somebody is signed in.
    pub fn kept(&self, headers: &HeaderMap, markup: Markup) -> Response {
        let text = markup.into_string();
        if self.is_known {
            return private(Html(text).into_response());
        }
        let mut answer = kept(headers, Html(text.clone()).into_response(), text.as_bytes());
        answer.headers_mut().insert(VARY, HeaderValue::from_static("cookie, accept-encoding"));
        answer
    }
}

/// Sends what this reader alone may keep, for now.
pub(in crate::articles::http) fn private(mut answer: Response) -> Response {
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    answer
}

/// Sends what anybody may keep for a while, or says that it is what they have.
pub(in crate::articles::http) fn kept(headers: &HeaderMap, whole: Response, bytes: &[u8]) -> Response {
    // Weak: the same page may be packed in several ways.
    let tag = format!("W/\"{}\"", blobs::digest(bytes).chars().take(20).collect::<String>());
    let asked = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let same = asked.split(',').map(str::trim).any(|one| one == tag);
    let mut answer = if same { StatusCode::NOT_MODIFIED.into_response() } else { whole };
    let out = answer.headers_mut();
    out.insert(CACHE_CONTROL, HeaderValue::from_static(KEEP));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        out.insert(ETAG, tag);
    }
    if same {
        out.remove(header::CONTENT_TYPE);
    }
    answer
}
