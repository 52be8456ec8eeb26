//! A meeting that came with a message, as a card: what, when in the reader's zone, where, who.

use base::Instant;
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use platform::args;
use platform::web::assets::icon;

use super::super::lens::Lens;
use crate::Mailbox;
use crate::invite::{Invite, Says, When};

/// Guests that are named; the rest is a number.
const NAMED: usize = 8;

/// The card.
pub(super) fn card(lens: Lens<'_>, it: &Invite) -> Markup {
    let (tone, says) = match it.says {
        Says::Invited => ("info", "invite-invited"),
        Says::Cancelled => ("bad", "invite-cancelled"),
        Says::Accepted => ("ok", "invite-accepted"),
        Says::Declined => ("bad", "invite-declined"),
        Says::Perhaps => ("warn", "invite-perhaps"),
        Says::Told => ("plain", "invite-told"),
    };
    let title = if it.title.is_empty() { lens.text("invite-untitled") } else { it.title.clone() };
    html! {
        section.invite.mt aria-label=(lens.text("invite-label")) {
            header.row.wrap {
                (icon("calendar")) b.grow { (title) }
                span.chip data-tone=(tone) { (lens.text(says)) }
            }
            dl.facts {
                dt { (lens.text("invite-when")) }
                dd {
                    (times(lens, it))
                    @if it.repeats { " " span.quiet { (lens.text("invite-repeats")) } }
                }
                @if !it.place.is_empty() { dt { (lens.text("invite-where")) } dd { (it.place) } }
                @if let Some(organizer) = &it.organizer { dt { (lens.text("invite-by")) } dd { (named(organizer)) } }
                @if !it.guests.is_empty() {
                    dt { (lens.text("invite-who")) }
                    dd {
                        @for (at, guest) in it.guests.iter().take(NAMED).enumerate() { @if at > 0 { ", " } (named(guest)) }
                        @if it.guests.len() > NAMED {
                            " " (lens.say.with("invite-more", args![count = it.guests.len() - NAMED]))
                        }
                    }
                }
            }
        }
    }
}

/// A name, with the address on hover: a name is only what the sender says.
fn named(who: &Mailbox) -> Markup {
    html! {
        @if who.name.is_empty() { (who.address) } @else { span title=(who.address) { (who.name) } }
    }
}

fn times(lens: Lens<'_>, it: &Invite) -> Markup {
    let zone = match &it.begins {
        When::At(_) => lens.zone.iana_name().map(|zone| zone.replace('_', " ")),
        When::Day(_) => None,
        When::Clock { zone, .. } if zone.is_empty() => Some(lens.text("invite-no-zone")),
        When::Clock { zone, .. } => Some(zone.clone()),
    };
    let from = said(lens, &it.begins, None);
    let text = match &it.ends {
        Some(end) => lens.say.with("invite-from-to", args![from = from, to = said(lens, end, Some(&it.begins))]),
        None => from,
    };
    let machine = match &it.begins {
        When::At(at) => at.to_string(),
        When::Day(day) => day.to_string(),
        When::Clock { at, .. } => at.to_string(),
    };
    html! { time datetime=(machine) { (text) } @if let Some(zone) = zone { " " span.quiet { "(" (zone) ")" } } }
}

/// A time in words; the end of what lasts within one day is its hour alone.
fn said(lens: Lens<'_>, when: &When, begins: Option<&When>) -> String {
    let same_day = |at: Instant, first: Instant, zone: &TimeZone| {
        at.to_zoned(zone.clone()).date() == first.to_zoned(zone.clone()).date()
    };
    let moment = |at: Instant, first: Option<Instant>, zone: &TimeZone| match first {
        Some(first) if same_day(at, first, zone) => lens.say.time(at, zone),
        _ => lens.say.full(at, zone),
    };
    let first = begins.and_then(|begins| match begins {
        When::At(at) => Some(*at),
        When::Clock { at, .. } => shifted(*at),
        When::Day(_) => None,
    });
    match when {
        When::At(at) => moment(*at, first, lens.zone),
        When::Clock { at, .. } => shifted(*at).map_or_else(String::new, |at| moment(at, first, &TimeZone::UTC)),
        When::Day(day) => {
            let noon = shifted(day.to_datetime(Time::midnight()));
            noon.map_or_else(String::new, |at| lens.say.date(at, &TimeZone::UTC))
        }
    }
}

/// What a clock shows, as if it stood in Greenwich: only to be said in words again.
fn shifted(at: DateTime) -> Option<Instant> {
    TimeZone::UTC.to_timestamp(at).ok()
}

#[cfg(test)]
mod tests {
    use base::Language;

    use super::*;
    use crate::http::testing::{NASTY, lens, say};

    fn meeting() -> Invite {
        let who = |name: &str, address: &str| Mailbox { name: name.into(), address: address.into() };
        Invite {
            says: Says::Invited,
            title: NASTY.into(),
            place: NASTY.into(),
            begins: When::At("2026-11-18T13:00:00Z".parse().expect("a time")),
            ends: Some(When::At("2026-11-18T14:30:00Z".parse().expect("a time"))),
            repeats: false,
            organizer: Some(who(NASTY, "kari@post.example")),
            guests: vec![who("", "ola@post.example")],
        }
    }

    fn shown(it: &Invite) -> String {
        card(lens(&say(Language::En)), it).into_string()
    }

    #[test]
    fn a_meeting_is_told_in_the_readers_zone() {
        let say = say(Language::En);
        let oslo = TimeZone::get("Europe/Oslo").expect("a zone");
        let there = card(Lens { zone: &oslo, ..lens(&say) }, &meeting()).into_string();
        assert!(there.contains("18 November 2026, 14:00 to 15:30"), "{there}");
        assert!(there.contains("(Europe/Oslo)") && there.contains("ola@post.example"), "{there}");
        assert!(!there.contains("<img src=x"), "{there}");
    }

    #[test]
    fn days_and_clocks_of_unknown_zones_are_not_moved() {
        let day = |text: &str| When::Day(text.parse().expect("a day"));
        let days = Invite { begins: day("2026-12-24"), ends: Some(day("2026-12-26")), ..meeting() };
        assert!(shown(&days).contains("24 Dec 2026 to 26 Dec 2026"), "{}", shown(&days));
        let clock = When::Clock { at: "2026-11-18T09:00:00".parse().expect("a time"), zone: "Our office".into() };
        let clock = shown(&Invite { begins: clock, ends: None, repeats: true, ..meeting() });
        assert!(clock.contains("09:00") && clock.contains("(Our office)") && clock.contains("again"), "{clock}");
    }

    #[test]
    fn what_is_said_of_a_meeting_and_how_many_come_stands_there_in_every_language() {
        for language in Language::ALL {
            for says in [Says::Invited, Says::Cancelled, Says::Accepted, Says::Declined, Says::Perhaps, Says::Told] {
                let guests = vec![Mailbox { name: "Ola".into(), address: "o@x.example".into() }; NAMED + 3];
                let it = Invite { says, guests, title: String::new(), ..meeting() };
                let page = card(lens(&say(language)), &it).into_string();
                assert!(!page.contains("invite-") && page.contains('3'), "{page}");
            }
        }
    }
}
