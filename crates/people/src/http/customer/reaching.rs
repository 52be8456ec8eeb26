//! What a customer asked for, who goes before others, and who is answered by nobody.

use base::Language;
use maud::{Markup, html};
use platform::args;
use platform::web::assets::icon;

use super::Shown;
use super::entry::{Input, choice};
use crate::file::Channel;
use crate::file::rules::hours::written;
use crate::http::card;

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
                dt { (say.text("customers-reached")) } dd { (reach) }
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
    ];
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
    html! {
        (choice("language", "language", &say.text("customers-prefers-language"), &languages))
        (field("addressed", "customers-addressed", "text", wanted.addressed.as_str(), None).markup())
        (choice("channel", "channel", &say.text("customers-reached"), &channels))
        div.row.wrap.start {
            (field("from", "customers-from", "time", from.as_str(), error).markup())
            (field("until", "customers-until", "time", until.as_str(), None).markup())
        }
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
