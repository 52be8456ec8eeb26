//! What a customer asked for, who goes before others, and who is answered by nobody.

use axum::extract::{Path, State};
use axum::response::Response;
use base::Language;
use maud::{Markup, html};
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::{Platform, args};

use super::entry::{Input, choice};
use super::{Shown, finish, named};
use crate::file::rules::hours::{Hours, written};
use crate::file::{self, Channel, Days, Manner, Preferences};
use crate::http::card;
use crate::refusal::Refusal;
use crate::staff::Who;

/// What they asked for.
#[derive(Debug, Default)]
struct NewPreferences {
    language: String,
    addressed: String,
    channel: String,
    from: String,
    until: String,
    zone: String,
    manner: String,
    vip: bool,
    days: Vec<String>,
}

impl NewPreferences {
    /// Each day is a field of its own, `day`.
    fn of(fields: Vec<(String, String)>) -> Self {
        let mut new = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "language" => new.language = value,
                "addressed" => new.addressed = value,
                "channel" => new.channel = value,
                "from" => new.from = value,
                "until" => new.until = value,
                "zone" => new.zone = value,
                "manner" => new.manner = value,
                "vip" => new.vip = true,
                "day" => new.days.push(value),
                _ => {}
            }
        }
        new
    }

    fn read(&self) -> Result<Preferences, Refusal> {
        let days = Days::read(self.days.iter().map(String::as_str)).ok_or(Refusal::NotADay)?;
        Ok(Preferences {
            language: Language::from_code(&self.language),
            addressed: self.addressed.clone(),
            manner: Manner::from_code(&self.manner),
            channel: Channel::from_code(&self.channel),
            hours: Hours::read(&self.from, &self.until).ok_or(Refusal::NotHours)?,
            days,
            zone: self.zone.clone(),
        })
    }
}

/// Keeps what they asked for.
///
/// # Errors
/// When there is no such customer or the reader may not.
pub async fn preferences(
    who: Who,
    State(p): State<Platform>,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let (person, new) = (named(&id)?, NewPreferences::of(fields));
    let mut tx = p.begin().await?;
    let answer = match new.read() {
        Err(refusal) => Err(refusal.into()),
        Ok(wanted) => file::set_preferences(&mut tx, &who.actor(), &person, &wanted, new.vip).await,
    };
    finish(&p, &who, &person, tx, answer, ("preferences", &new.from)).await
}

/// Zones that are offered while one types; every other one is taken, too.
const ZONES: [&str; 8] = [
    "Europe/Oslo",
    "Europe/Stockholm",
    "Europe/Copenhagen",
    "Europe/London",
    "Asia/Jakarta",
    "Asia/Makassar",
    "Asia/Jayapura",
    "America/New_York",
];

pub(super) fn card(shown: &Shown<'_>) -> Markup {
    let (say, details) = (&shown.who.say, &shown.file.details);
    let wanted = &details.preferences;
    let reach = card::reach(say, wanted).unwrap_or_else(|| say.text("customers-reach-any"));
    html! {
        section.card.col.g-5 aria-labelledby="prefs-t" {
            header { h2 #prefs-t { (say.text("customers-preferences")) } }
            dl.facts {
                dt { (say.text("customers-language")) }
                @match shown.person.language {
                    Some(language) => dd lang=(language.code()) { (language.own_name()) },
                    None => dd { (say.text("customers-language-unknown")) },
                }
                @if let Some(language) = wanted.language {
                    dt { (say.text("customers-prefers-language")) }
                    dd lang=(language.code()) { (language.own_name()) }
                }
                @if !wanted.addressed.is_empty() {
                    dt { (say.text("customers-addressed")) } dd { (wanted.addressed) }
                }
                @if let Some(manner) = wanted.manner { dt { (say.text("customers-manner")) } dd { (say.text(manner.message())) } }
                dt { (say.text("customers-reached")) } dd { (reach) }
                @if !wanted.zone.is_empty() { dt { (say.text("customers-zone")) } dd { (card::place(&wanted.zone)) } }
            }
            @if shown.edits { (change(shown)) }
        }
    }
}

fn change(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let wrong = shown.wrong("preferences");
    html! {
        details open[wrong.is_some()] {
            summary.btn.small { (icon("edit")) (say.text("customers-preferences-change")) }
            form.col.g-5.mt method="post" action=(shown.path("preferences")) {
                (fields(shown, wrong.map(|(_, error)| error)))
                div.row.end-x { button.btn { (say.text("word-save")) } }
            }
        }
    }
}

fn fields(shown: &Shown<'_>, error: Option<String>) -> Markup {
    let (say, details) = (&shown.who.say, &shown.file.details);
    let wanted = &details.preferences;
    let as_they = ("", say.text("customers-prefers-theirs"), wanted.language.is_none());
    let languages = Language::ALL.map(|one| (one.code(), one.own_name().to_owned(), wanted.language == Some(one)));
    let languages: Vec<_> = std::iter::once(as_they).chain(languages).collect();
    let channel =
        |code: &'static str, text: &str| (code, say.text(text), wanted.channel.map_or("", Channel::code) == code);
    let channels = [
        channel("", "customers-channel-any"),
        channel("mail", "customers-channel-mail"),
        channel("phone", "customers-channel-phone"),
        channel("post", "customers-channel-post"),
    ];
    let manner = |of: Option<Manner>, text: &str| (of.map_or("", Manner::code), say.text(text), wanted.manner == of);
    let manners = std::iter::once(manner(None, "customers-manner-house"));
    let manners: Vec<_> = manners.chain(Manner::ALL.map(|one| manner(Some(one), one.message()))).collect();
    let zones = ZONES.map(str::to_owned);
    let (from, until) = (written(wanted.hours.from), written(wanted.hours.until));
    let field = |id: &'static str, label: &str, kind: &'static str, value, error| Input {
        id,
        name: id,
        label: say.text(label),
        kind,
        value,
        required: false,
        hint: None,
        error,
    };
    let zone = Input {
        hint: Some(say.text("customers-zone-hint")),
        ..field("zone", "customers-zone", "text", &wanted.zone, None)
    };
    html! {
        (choice("language", "language", &say.text("customers-prefers-language"), &languages))
        (field("addressed", "customers-addressed", "text", wanted.addressed.as_str(), None).markup())
        (choice("manner", "manner", &say.text("customers-manner"), &manners))
        (choice("channel", "channel", &say.text("customers-reached"), &channels))
        div.row.wrap.start {
            (field("from", "customers-from", "time", from.as_str(), error).markup())
            (field("until", "customers-until", "time", until.as_str(), None).markup())
        }
        fieldset.row.wrap {
            legend { (say.text("customers-days")) }
            @for (day, _) in Days::NAMES {
                label.check {
                    input.box type="checkbox" name="day" value=(day) checked[wanted.days.names().contains(&day)];
                    (card::day(say, day))
                }
            }
        }
        (zone.among("zones-near", &zones))
        label.check {
            input.box type="checkbox" name="vip" value="1" checked[details.vip];
            span { (say.text("customers-vip")) small { (say.text("customers-vip-hint")) } }
        }
    }
}

/// The way to block them, or to let them be answered again.
pub(super) fn blocking(shown: &Shown<'_>) -> Markup {
    let say = &shown.who.say;
    let wrong = shown.wrong("block");
    let why = Input {
        id: "why",
        name: "why",
        label: say.text("customers-block-why"),
        kind: "text",
        value: wrong.as_ref().map_or("", |(typed, _)| typed),
        required: true,
        hint: Some(say.text("customers-block-hint")),
        error: wrong.as_ref().map(|(_, error)| error.clone()),
    };
    html! {
        @if shown.file.details.blocked.is_some() {
            form method="post" action=(shown.path("unblock")) {
                button.btn.small { (icon("shield")) (say.with("customers-unblock", args![name = &shown.person.name])) }
            }
        } @else {
            details open[wrong.is_some()] {
                summary.btn.small { (icon("shield")) (say.with("customers-block", args![name = &shown.person.name])) }
                form.card.col.g-4.mt method="post" action=(shown.path("block")) {
                    (why.markup())
                    div.row.end-x { button.btn.danger { (say.text("customers-block-now")) } }
                }
            }
        }
    }
}
