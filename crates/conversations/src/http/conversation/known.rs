//! What stands on the card "you should know", beside what people wrote into the customer's file: what differs from the usual
//! case, how the customer has felt, open promises to them, and what they wrote about before. And the quiet lines above
//! the field of a reply: what they go through, and how they would rather be reached.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::file::{Channel, File, Preferences};
use people::http::card;
use people::staff::Who;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Platform, args};

use super::super::chips;
use super::super::inbox::subject;
use super::super::lens::Lens;
use super::composer::To;
use super::{Shown, promises, zone};
use crate::queries::{self, ListRow, Thread};
use crate::rules::knowing::{self, Case, Differs, Feeling};
use crate::rules::promises::{self as promise_rule, Standing};
use crate::{ConversationId, Group, Message, MessageKind, Need, NeedState, Promise, PromiseState};

/// Earlier conversations, and promises, that the card names.
const MOST: usize = 3;
/// What the history says when a conversation is closed.
const CLOSINGS: [&str; 2] = ["event-state-solved", "event-state-closed"];

/// The card; nothing when there is nothing to know.
pub(super) fn card(lens: Lens<'_>, shown: &Shown) -> Markup {
    let more = [
        differs(lens, shown),
        feeling(lens, &shown.thread.messages),
        promised(lens, &shown.thread),
        needed(&shown.thread),
        topics(lens, &shown.others),
    ];
    card::should_know(lens.say, &shown.card, (lens.now, &zone(shown)), more.into_iter().flatten())
}

/// What is not as usual.
fn differs(lens: Lens<'_>, shown: &Shown) -> Option<Markup> {
    let found = knowing::differs(&case(lens, shown), lens.now);
    (!found.is_empty()).then(|| {
        html! {
            ul.col.g-1 { @for one in found { li.row.g-2 { (icon_small("info")) span { (said(lens, one)) } } } }
        }
    })
}

fn said(lens: Lens<'_>, what: Differs) -> String {
    let count = |message: &str, n: usize| lens.say.with(message, args![count = i64::try_from(n).unwrap_or(i64::MAX)]);
    match what {
        Differs::Late(n) => count("known-late", n),
        Differs::Broken => lens.text("known-broken"),
        Differs::Waits(days) => lens.say.with("known-waits", args![count = days]),
        Differs::Again(n) => count("known-again", n),
        Differs::Often(n) => count("known-often", n),
        Differs::First => lens.text("known-first"),
        Differs::Language(usual) => lens.say.with("known-language", args![language = usual.own_name()]),
    }
}

/// The rule's view of the page.
fn case(lens: Lens<'_>, shown: &Shown) -> Case {
    let (thread, it) = (&shown.thread, &shown.thread.conversation);
    let closed = thread.history.iter().filter(|fact| CLOSINGS.contains(&fact.sentence.message)).count();
    let standing = |one: &&Promise| promise_rule::standing(one, lens.now) == Some(Standing::Late);
    let broken = thread.promised.iter().filter(|one| one.state == PromiseState::Broken);
    Case {
        began: it.created_at,
        others: shown.others.iter().map(|row| row.conversation.created_at).collect(),
        waits_since: waits_since(thread),
        closed_before: if it.state.group() == Group::Closed { 0 } else { closed },
        language: it.language,
        usual: shown.card.details.preferences.language.or(thread.person.language),
        late: thread.promised.iter().filter(standing).count(),
        broken: broken.filter_map(|one| one.ended_at).collect(),
    }
}

/// When the customer wrote what nobody has answered yet.
fn waits_since(thread: &Thread) -> Option<base::Instant> {
    if !thread.conversation.customer_spoke_last || thread.conversation.state.group() == Group::Closed {
        return None;
    }
    let said = thread.messages.iter().rev();
    let unanswered = said.take_while(|message| message.kind != MessageKind::Reply);
    unanswered.filter(|message| message.kind == MessageKind::Inbound).last().map(|message| message.at)
}

fn feeling(lens: Lens<'_>, messages: &[Message]) -> Option<Markup> {
    let moods: Vec<_> = messages.iter().filter_map(|message| message.mood).collect();
    let (sign, message) = match knowing::feeling(&moods)? {
        Feeling::Turned => ("upset", "known-turned"),
        Feeling::Still => ("upset", "known-still-unhappy"),
        Feeling::Unhappy => ("upset", "known-unhappy"),
        Feeling::Better => ("calm", "known-better"),
        Feeling::Glad => ("happy", "known-glad"),
    };
    Some(html! { p.row.g-2 title=(lens.text("mood-guess")) { (icon_small(sign)) (lens.text(message)) } })
}

/// What is still to be kept, in this conversation and others of theirs.
fn promised(lens: Lens<'_>, thread: &Thread) -> Option<Markup> {
    let open: Vec<&Promise> = thread.promised.iter().filter(|one| one.state.is_open()).collect();
    (!open.is_empty()).then(|| {
        html! {
            ul.col.g-1 {
                @for one in open.iter().take(MOST) {
                    li.row.g-2 {
                        (icon_small("promise"))
                        span {
                            a.plain-link href={ "/conversations/" (one.conversation) } { (one.words) }
                            @if let Some(due) = &one.due { span.quiet { ", " (promises::day(lens, due)) } }
                        }
                    }
                }
            }
        }
    })
}

/// What they need and have not got yet.
fn needed(thread: &Thread) -> Option<Markup> {
    let open: Vec<&Need> = thread.needs.iter().filter(|one| one.state == NeedState::Open).collect();
    (!open.is_empty()).then(|| {
        html! {
            ul.col.g-1 { @for one in open.iter().rev().take(MOST) { li.row.g-2 { (icon_small("heart")) q { (one.words) } } } }
        }
    })
}

/// What they wrote about before.
fn topics(lens: Lens<'_>, others: &[ListRow]) -> Option<Markup> {
    (!others.is_empty()).then(|| {
        html! {
            div {
                p.quiet { (lens.text("known-topics")) }
                ul.col.g-1 {
                    @for row in others.iter().take(MOST) {
                        @let it = &row.conversation;
                        li {
                            a href={ "/conversations/" (it.id) } lang=[it.language.map(base::Language::code)] { (subject(lens, &it.subject)) }
                            " " (lens.quiet_time(it.touched_at))
                            @for tag in row.tags.iter().take(MOST) { " " (chips::tag(tag)) }
                        }
                    }
                }
            }
        }
    })
}

/// Above the field of a reply: what its customer goes through, and by what other way they would rather be reached.
pub(super) fn above(lens: Lens<'_>, file: &File, house: &TimeZone) -> Markup {
    let wanted = &file.details.preferences;
    let other = wanted.channel.filter(|channel| *channel != Channel::Mail);
    html! {
        @for flag in file.cared(lens.now) {
            p.hintline data-tone="accent" { (icon("heart")) span.say { (card::care(lens.say, flag)) } }
        }
        @if let Some(other) = other {
            p.hintline data-tone="info" {
                (icon(if other == Channel::Phone { "phone" } else { "mail" }))
                span.say {
                    (lens.text("composer-rather")) " " (reached(lens, wanted, house))
                }
                @if let (Channel::Phone, Some(phone)) = (other, file.phones.first()) {
                    a.btn.small.ghost href={ "tel:" (phone.number) } hx-boost="false" { (lens.text("composer-call")) }
                }
            }
        }
    }
}

/// The same while one writes: it fetches itself anew when something of the customer changes, and nothing around it, least of
/// all what is typed.
pub(super) fn live(lens: Lens<'_>, to: &To<'_>, file: &File) -> Markup {
    // A flag ends with its day, of which nobody tells.
    let ends = if file.cared(lens.now).is_empty() { "" } else { ", every 300s" };
    html! {
        @if let Some(person) = to.person {
            div #known-above aria-live="polite" hx-get={ "/conversations/" (to.conversation) "/known" } hx-swap="innerHTML"
                hx-target="this" hx-trigger={ "person-" (person) " from:body, resync from:body" (ends) } {
                (above(lens, file, to.zone))
            }
        } @else { (above(lens, file, to.zone)) }
    }
}

/// `GET /conversations/{id}/known`: what stands above the field of a reply, as it is now.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be read.
pub async fn lines(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let may = allowed(&who.actor(), Action::ReadPeople)?;
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let id = queries::where_merged(&mut conn, &id).await?;
    let it = queries::find(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let file = people::file::card(&mut conn, &may, &it.person).await?;
    let house = people::absence::zone(&mut conn).await?;
    drop(conn);
    Ok(respond::page(StatusCode::OK, above(Lens::of(&p, &who, &[]), &file, &house)))
}

/// How and when they want to be reached, and when that is next, by the reader's clock.
pub(super) fn reached(lens: Lens<'_>, wanted: &Preferences, house: &TimeZone) -> Markup {
    html! {
        @if let Some(reach) = card::reach(lens.say, wanted) {
            (reach) "."
            @if let Some(next) = wanted.next_time(lens.now, house) {
                " " (lens.say.with("known-next", args![when = lens.say.weekday_time(next, lens.zone)]))
            }
        }
    }
}
