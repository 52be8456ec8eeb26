//! The business around the pages on which customers walk guides.

use axum::http::HeaderMap;
use axum::response::{IntoResponse as _, Response};
use base::{Instant, Language};
use conversations::rules::receipts::expected_by;
use conversations::settings::{Business, Requests};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use platform::i18n::{self, Say};
use platform::web::errors::Error;
use platform::web::page::{self, House, Logo, Open};
use platform::web::typeface::{self, Typeface};
use platform::{Conn, Platform, args};

pub(super) struct Hall {
    business: Business,
    looks: Requests,
    logo: Option<Logo>,
    typeface: Typeface,
    pub say: Say,
    pub today: Date,
    pub has_forms: bool,
    /// By when a person answers whoever writes now, and the moment that is now.
    until: (Instant, Instant),
    zone: TimeZone,
}

impl Hall {
    /// The reader's language is that of the address, else the one they chose, else the one their browser asks for.
    pub async fn of(p: &Platform, headers: &HeaderMap, asked: &str) -> Result<(Conn, Self), Error> {
        let mut conn = p.db.read().await?;
        let forms = portal::forms::all(&mut conn).await?;
        let looks = conversations::settings::requests(&mut conn).await?;
        let business = conversations::settings::business(&mut conn).await?;
        let logo = portal::logo::mark(&mut conn).await?.map(|mark| mark.logo());
        let typeface = typeface::chosen(&mut conn).await?;
        let zone = conversations::commands::zone_of(&business);
        let now = p.clock.business();
        let targets = conversations::settings::clock_policy(&mut conn).await?.targets();
        let until = (expected_by(&targets, now, &zone), now);
        let today = now.to_zoned(zone.clone()).date();
        let asked = Language::ALL.into_iter().find(|one| one.code() == asked);
        let language = asked.or_else(|| i18n::chosen(headers)).unwrap_or_else(|| i18n::of_request(headers));
        let (say, has_forms) = (p.i18n.to(language), forms.0.iter().any(|form| form.open));
        Ok((conn, Self { business, looks, logo, typeface, say, today, has_forms, until, zone }))
    }

    /// When to expect an answer by a person: what a receipt would promise now.
    pub fn expected(&self) -> Markup {
        let (until, now) = self.until;
        html! { p.soft { (self.say.with("guides-expected", args![when = self.say.before(until, Some(now), &self.zone)])) } }
    }

    pub fn page(&self, title: &str, here: &str, languages: &[(Language, String)], main: &Markup) -> Response {
        let root = format!("/help/{}", self.say.code());
        let mut nav = vec![(root, self.say.text("help-title"), false)];
        if self.has_forms {
            nav.push(("/contact".to_owned(), self.say.text("help-write"), false));
        }
        let head = html! { meta name="robots" content="noindex"; };
        let logo = self.logo.as_ref();
        let house =
            House { name: &self.business.name, logo, hue: self.looks.hue, typeface: self.typeface, here, nav: None };
        let open = Open { head: &head, nav: &nav, languages, script: None };
        private(
            axum::response::Html(page::open_to_all(&self.say, title, house, open, main).into_string()).into_response(),
        )
    }
}

/// It says by when a person answers, which is another time soon.
fn private(mut answer: Response) -> Response {
    let value = axum::http::HeaderValue::from_static("private, no-store");
    answer.headers_mut().insert(axum::http::header::CACHE_CONTROL, value);
    answer
}
