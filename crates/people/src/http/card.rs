//! What to know about a customer before one writes: for the head of their file, and beside every conversation of
//! theirs. Conversations show it; it knows nothing of them.

use base::Instant;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use platform::args;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};

use crate::care::CareFlag;
use crate::care::rules::day_of;
use crate::file::rules::phones::{Country, shown};
use crate::file::{Channel, Details, File, Preferences};

/// Who goes before others, and who is answered by nobody.
#[must_use]
pub fn marks(say: &Say, details: &Details) -> Markup {
    html! {
        @if details.vip { span.chip data-tone="accent" { (icon_small("star")) (say.text("customers-vip")) } }
        @if details.blocked.is_some() { span.chip data-tone="bad" { (icon_small("shield")) (say.text("customers-blocked")) } }
    }
}

/// How and when they want to be reached, in a few words; nothing when they said nothing.
#[must_use]
pub fn reach(say: &Say, wanted: &Preferences) -> Option<String> {
    let hours = wanted.hours;
    if wanted.channel.is_none() && wanted.times().is_any() {
        return None;
    }
    let channel = wanted.channel.map_or("any", Channel::code);
    let bounds = match (hours.from, hours.until) {
        (Some(_), Some(_)) => "both",
        (Some(_), None) => "from",
        (None, Some(_)) => "until",
        (None, None) => "any",
    };
    let (from, until) = (clock(say, hours.from), clock(say, hours.until));
    let text = say.with("customers-reach", args![channel = channel, bounds = bounds, from = from, until = until]);
    let days: Vec<String> = wanted.days.names().into_iter().map(|name| day(say, name)).collect();
    let text = if wanted.channel.is_none() && hours.is_any() {
        say.with("customers-reach-days", args![days = days.join(", ")])
    } else if days.is_empty() {
        text.trim().to_owned()
    } else {
        format!("{} ({})", text.trim(), days.join(", "))
    };
    Some(if wanted.zone.is_empty() { text } else { format!("{text}, {}", place(&wanted.zone)) })
}

/// A day of the week, short, by its name in forms.
#[must_use]
pub fn day(say: &Say, name: &str) -> String {
    let message = match name {
        "mon" => "date-monday-short",
        "tue" => "date-tuesday-short",
        "wed" => "date-wednesday-short",
        "thu" => "date-thursday-short",
        "fri" => "date-friday-short",
        "sat" => "date-saturday-short",
        _ => "date-sunday-short",
    };
    say.text(message)
}

/// A zone as people call it: by its place.
#[must_use]
pub fn place(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

/// What somebody goes through, with a colleague's words and how to write to them: one quiet line.
#[must_use]
pub fn care(say: &Say, flag: &CareFlag) -> String {
    let why = flag.why.trim_end_matches(['.', ' ']);
    format!("{}: {why}. {}", say.text(flag.kind.message()), say.text(flag.kind.manner()))
}

/// A time of day as the reader's language writes it.
fn clock(say: &Say, minutes: Option<u16>) -> String {
    let Some(minutes) = minutes else { return String::new() };
    say.time(Instant::UNIX_EPOCH + SignedDuration::from_mins(i64::from(minutes)), &TimeZone::UTC)
}

/// The card "you should know" beside a conversation at `now`, in the zone of the business; `more` is what conversations
/// know. Nothing when there is nothing to know.
#[must_use]
pub fn should_know(
    say: &Say,
    file: &File,
    (now, house): (Instant, &TimeZone),
    more: impl Iterator<Item = Markup>,
) -> Markup {
    let (cared, more) = (file.cared(now), more.collect::<Vec<_>>());
    let (details, wanted) = (&file.details, &file.details.preferences);
    let reach = reach(say, wanted);
    let spoken = !wanted.addressed.is_empty() || wanted.manner.is_some() || wanted.language.is_some();
    let facts = !more.is_empty() || !cared.is_empty() || reach.is_some() || spoken;
    let marked = details.vip || details.blocked.is_some();
    html! {
        @if facts || marked || !file.notes.is_empty() {
            section.tip #known data-tone={ @if details.blocked.is_some() { "bad" } @else { "info" } } {
                h2 { (icon("bulb")) (say.text("customers-known")) }
                @if marked { div.row.wrap.g-3 { (marks(say, details)) } }
                @if let Some(blocked) = &details.blocked { p { (blocked.why) } }
                @for flag in cared {
                    p {
                        (icon_small("heart")) " " (care(say, flag)) " "
                        span.quiet.sm { (say.with("care-until-day", args![day = say.day(day_of(flag.ends_at, house))])) }
                    }
                }
                @for note in &file.notes { p.pre { (note.body) } }
                @if let Some(reach) = reach { p { (reach) } }
                @if !wanted.addressed.is_empty() {
                    p { (say.with("customers-addressed-as", args![name = &wanted.addressed])) }
                }
                @if let Some(language) = wanted.language {
                    p { (say.with("customers-written-in", args![language = language.own_name()])) }
                }
                @if let Some(manner) = wanted.manner { p { (say.text("customers-manner")) ": " (say.text(manner.message())) } }
                @for part in more { (part) }
            }
        }
    }
}

/// Rows of a `dl.facts`: what they do and their telephones.
#[must_use]
pub fn facts(say: &Say, file: &File) -> Markup {
    html! {
        @if !file.details.title.is_empty() { dt { (say.text("customers-title-label")) } dd { (file.details.title) } }
        @if let Some((id, name)) = &file.organisation {
            dt { (say.text("organisations-one")) } dd { a.plain-link href={ "/organisations/" (id) } { (name) } }
        }
        @if !file.phones.is_empty() {
            dt { (say.text("customers-phones")) }
            dd {
                ul {
                    @for phone in &file.phones {
                        li { a.plain-link href={ "tel:" (phone.number) } hx-boost="false" { (shown(&phone.number, Country::speaking(say.language()))) } }
                    }
                }
            }
        }
    }
}
