//! One conversation: what was said and happened, where one answers, who the customer is.

pub(super) mod actions;
mod addressing;
mod begin;
mod change;
mod checklist;
mod clocks;
mod composer;
mod contacting;
pub(super) mod copying;
mod disclosing;
mod draft;
pub(super) mod ending;
mod fields;
mod file;
mod following;
mod forward;
mod forwarded;
mod head;
mod history;
mod invite;
mod jarring;
mod known;
mod liking;
mod linking;
mod look;
pub mod macros;
pub(super) mod messages;
mod needing;
mod onlooking;
pub(super) mod presence;
mod problems;
pub(super) mod promises;
mod receipt;
mod recipients;
mod redacting;
mod renaming;
mod said_with;
mod sending;
mod shared;
mod sides;
pub(super) mod snoozing;
mod speaking;
mod spending;
pub(super) mod tags;
mod taking_part;
mod undo;
mod waiting;
mod why;
mod write;

use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use base::{Action, Instant, allowed};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::StaffId;
use people::department::Department;
use people::staff::{Colleague, Who};
use platform::presence::Present;
use platform::web::assets::icon;
use platform::web::errors::Error;
use platform::web::respond::{self, Wants};
use platform::{Conn, Platform};
use serde::Deserialize;

use super::inbox::subject;
use super::lens::Lens;
use super::{colleagues, known_tags, undoing};
use crate::queries::{self, ListRow, Thread};
use crate::rules::recipients as recipients_rules;
use crate::rules::states::Refusal;
use crate::settings::{self, Business, StateName};
use crate::{Author, ConversationId, DraftText, Mailbox, MessageKind, SharedDraft, Tag};
use composer::{Kind, To};
use draft::Draft;

pub use begin::{create, new};
pub use change::{assign, close, hand_to, read, reopen, state, withdraw_link};
pub use checklist::checklist;
pub use clocks::clocks;
pub use contacting::{contact_page, customers_contact_page, log_contact, log_customers_contact};
pub use draft::{discard, save};
pub use ending::{complaint, outcome};
pub use fields::fields;
pub use following::follow;
pub use forward::forward;
pub use forwarded::customer;
pub use known::lines as known_lines;
pub use liking::{like, use_like};
pub use linking::links;
pub use look::look;
pub(super) use needing::topic_query;
pub use needing::{change_need, new_need, note_need};
pub use onlooking::{Onlooker, Onlookers};
pub use presence::{beat, presence, writing};
pub use problems::{pick as pick_problem, problems};
pub use promises::{change_promise, make_promise};
pub(crate) use redacting::masked;
pub use redacting::{edit_note, mask_cards, note_page, redact, redact_page};
pub use renaming::{change_side_subject, change_subject};
pub use said_with::{of_organisation, of_person};
pub use shared::{
    bring_draft_back, give_draft_back, open_draft, release_draft, save_shared, share_draft, shared_drafts, take_draft,
    throw_draft_away,
};
pub use sides::{begin_side, begin_side_page, save_side_draft, set_side, side_page, write_side};
pub use snoozing::{snooze, wake};
pub use speaking::{Speaking, Voice, Voices};
pub use spending::spend;
pub use tags::tags;
pub use taking_part::{leave_apart, merge, participants, split, undo_merge};
pub use undo::undo;
pub use waiting::{cancel, edit, send};
pub use why::{Arrival, ArrivalSource, Arrivals, why};
pub use write::{REPLY_BODY_MAX, note, reply, retry};

/// Conversations of the same customer beside this one.
const OTHERS: i64 = 6;

/// What the address asks for beside the conversation.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// `close`: the reason for closing is asked; `open`: whether to close although something is open; `fields`:
    /// what is missing before `then`; `subject`: another subject.
    ask: String,
    then: String,
    /// `note`, `forward`: which form is shown; it is written on in.
    compose: String,
    /// Reply to all who stood in the newest mail.
    all: String,
    /// The message to be passed on.
    about: String,
    /// A kind of message that was taken back: its text is there again.
    back: String,
    /// `undone`: what was done was just taken back.
    done: String,
    /// What was just done, and can be taken back.
    step: String,
    /// A shared draft that is written in.
    draft: String,
    /// One that was just thrown away.
    gone: String,
}

/// Everything a page of a conversation shows.
struct Shown {
    thread: Thread,
    /// Whether there is a community.
    community: bool,
    others: Vec<ListRow>,
    card: people::file::File,
    staff: Vec<Colleague>,
    names: Vec<StateName>,
    /// Tags there are, to be offered.
    known: Vec<Tag>,
    departments: Vec<Department>,
    business: Business,
    ours: Vec<String>,
    drafts: Vec<(MessageKind, DraftText)>,
    /// Where a draft of theirs began, if it began as the answer of another case.
    like: Option<liking::Like>,
    /// Drafts that colleagues share, and the machine's time that says who still has one open.
    shared: Vec<SharedDraft>,
    /// Those that were thrown away and can be brought back.
    gone: Vec<SharedDraft>,
    machine: Instant,
    /// As whom one can write, and which of them answers here.
    voices: Vec<Voice>,
    mailbox: Option<String>,
    /// The business's own fields, and what stands in them.
    fields: Vec<people::field::Value>,
    /// Macros that fit here, and the files that they can bring.
    macros: Vec<queries::Offered>,
    macro_files: Vec<crate::MacroFile>,
    /// Colleagues who have it open, too.
    there: Vec<Present>,
    /// Whether somebody keeps what the reader has not looked at.
    waits: bool,
}

/// What is different this time.
#[derive(Default)]
struct Turn {
    draft: Draft,
    ask_reason: bool,
    refusal: Option<Refusal>,
    fragment: bool,
    /// What was just done or taken back.
    toast: Option<Markup>,
    ask_open: bool,
    /// What is to be said before it closes.
    ending: ending::Wanted,
    fields: fields::Wanted,
    /// The subject that is asked for.
    subject: Option<renaming::Wanted>,
}

async fn load(p: &Platform, who: &Who, id: &ConversationId) -> Result<Shown, Error> {
    let _ = allowed(&who.actor(), Action::ReadConversations)?;
    let mut conn = p.db.read().await?;
    // A form that was open when the conversation became part of another is answered from there.
    let id = &queries::where_merged(&mut conn, id).await?;
    load_there(p, who, id, conn).await
}

/// The same of one that is not part of another.
async fn load_there(p: &Platform, who: &Who, id: &ConversationId, mut conn: Conn) -> Result<Shown, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let thread = queries::thread(&mut conn, &scope, id).await?.ok_or(Error::NotFound)?;
    let mut others = queries::of_person(&mut conn, &scope, &thread.person.id, OTHERS + 1).await?;
    others.retain(|row| row.conversation.id != *id);
    others.truncate(usize::try_from(OTHERS).unwrap_or(usize::MAX));
    let may = allowed(&who.actor(), Action::ReadPeople)?;
    let card = people::file::card(&mut conn, &may, &thread.person.id).await?;
    let names = settings::state_names(&mut conn).await?;
    let staff = colleagues(&mut conn, who, p.clock.business()).await?;
    let known = known_tags(&mut conn).await?;
    let mut departments = people::department::all(&mut conn).await?;
    departments.retain(|one| one.closed_at.is_none());
    let business = settings::business(&mut conn).await?;
    let ours = settings::own_addresses(&mut conn).await?;
    let drafts = queries::drafts(&mut conn, &who.staff.id, id).await?;
    let (shared, gone) = if thread.drafts {
        let now = p.clock.business();
        (queries::shared_drafts(&mut conn, id).await?, queries::thrown_away(&mut conn, id, now).await?)
    } else {
        (Vec::new(), Vec::new())
    };
    let like = began(&mut conn, &scope, &thread, (&drafts, &shared)).await?;
    let voices = speaking::voices(who, &mut conn, &business).await?;
    let mailbox = thread.mailbox.clone();
    let facts = queries::macro_facts(&thread, card.details.preferences.language);
    let macros = queries::offered_macros(&mut conn, &who.staff, &thread.conversation, &facts).await?;
    let macro_files = queries::macro_files(&mut conn, &who.staff, &thread.conversation).await?;
    let fields = people::field::values_of(&mut conn, people::field::About::Conversation, id.as_str()).await?;
    Ok(Shown {
        thread,
        community: crate::settings::has_community(&mut conn).await?,
        others,
        card,
        staff,
        names,
        known,
        departments,
        business,
        ours,
        drafts,
        like,
        shared,
        gone,
        machine: p.clock.machine(),
        voices,
        mailbox,
        fields,
        macros,
        macro_files,
        waits: onlooking::waits(who, &mut conn, id).await?,
        there: presence::others(p, who, id),
    })
}

/// Where a reply that is not sent yet began, if it began as the answer of another case.
async fn began(
    conn: &mut Conn,
    scope: &base::Scope,
    thread: &Thread,
    (drafts, shared): (&[(MessageKind, DraftText)], &[SharedDraft]),
) -> Result<Option<liking::Like>, Error> {
    let all = drafts.iter().map(|(_, text)| text).chain(shared.iter().map(|draft| &draft.text));
    let Some((text, from)) = all.filter_map(|text| Some((text, text.like.as_ref()?))).next() else { return Ok(None) };
    let at = queries::case_at_hand(conn, thread.conversation.clone()).await?;
    let marks = queries::like_marks(conn, scope, (from, &text.body), &at).await?;
    Ok(marks.map(|(number, differs)| liking::Like { number, differs, point: at.point }))
}

/// `GET /conversations/{id}`.
///
/// # Errors
/// When there is no such conversation for the reader, or the database cannot be read.
pub async fn show(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let merged = queries::where_merged(&mut conn, &id).await?;
    if merged != id {
        return Ok(respond::see(&format!("/conversations/{merged}")));
    }
    let shown = match load_there(&p, &who, &id, conn).await {
        // An open page that fetches itself anew stays as it is when somebody has just deleted what it shows.
        Err(Error::NotFound) if wants.fragment => return Ok(StatusCode::NO_CONTENT.into_response()),
        other => other?,
    };
    let works = allowed(&who.actor(), Action::WorkConversations).is_ok();
    let open = shared::opened(&shown.shared, &who.staff.id, works, &asked.draft, shown.machine);
    let draft = match open {
        Some(open) => open,
        None if works || asked.compose == "reply" || asked.back == "reply" => asked_for(&shown, &asked),
        None => draft::kept(Kind::Note, &shown.drafts),
    };
    let mut turn = Turn {
        draft,
        ask_reason: asked.ask == "close",
        ask_open: asked.ask == "open",
        ending: match asked.ask.as_str() {
            "outcome" => ending::Wanted::Outcome,
            "complaint" => {
                let stands = queries::complaint_stands(&mut p.db.read().await?, &id).await?;
                stands.map_or(ending::Wanted::Nothing, ending::Wanted::Content)
            }
            _ => ending::Wanted::Nothing,
        },
        refusal: None,
        fragment: wants.fragment,
        toast: None,
        fields: fields::Wanted { before: fields::Wanted::before(&asked.ask, &asked.then), wrong: None },
        subject: (asked.ask == "subject").then(|| renaming::Wanted::of(&shown.thread.conversation.subject)),
    };
    if wants.fragment {
        return Ok(respond::page(
            StatusCode::OK,
            convo(Lens::of(&p, &who, &shown.names), &shown, &turn, &who.staff.id),
        ));
    }
    let lens = Lens::of(&p, &who, &shown.names);
    let done = undoing::asked(&p, &mut p.db.read().await?, &who, &asked.step).await?;
    turn.toast = match done {
        Some(done) => Some(undoing::toast(lens, &done, &format!("/conversations/{id}"))),
        None if !asked.gone.is_empty() => asked.gone.parse().ok().map(|id| shared::thrown_away(lens, &id)),
        None => (asked.done == "undone").then(|| undoing::taken_back(lens)),
    };
    page(&p, &who, &shown, &turn, StatusCode::OK).await
}

/// `GET /c/{number}`: the short way, as people write it to each other.
///
/// # Errors
/// See [`show`].
pub async fn by_number(State(p): State<Platform>, who: Who, Path(number): Path<String>) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let number = number.parse().map_err(|_| Error::NotFound)?;
    let found = queries::by_number(&mut p.db.read().await?, &scope, number).await?.ok_or(Error::NotFound)?;
    Ok(respond::see(&format!("/conversations/{}", found.id)))
}

/// What stands in the form at hand: what was kept, and what the address asks for.
fn asked_for(shown: &Shown, asked: &Asked) -> Draft {
    let wanted = if asked.back.is_empty() { &asked.compose } else { &asked.back };
    let about = shown.thread.messages.iter().find(|message| message.id.as_str() == asked.about);
    let mut draft = draft::kept(Kind::from_code(wanted), &shown.drafts);
    draft.back = !asked.back.is_empty();
    // Taken back means: the server knows best what stands here.
    draft.kept &= !draft.back;
    if draft.kind == Kind::Forward {
        if about.is_some() && about.map(|message| &message.id) != draft.text.about.as_ref() {
            draft = Draft { kind: Kind::Forward, ..Draft::default() };
            draft.text.about = about.map(|message| message.id.clone());
        }
        draft.back = true;
        if draft.text.about.is_none() {
            return draft::kept(Kind::Reply, &shown.drafts);
        }
    }
    if !asked.all.is_empty() && draft.kind == Kind::Reply {
        draft.text.cc = recipients_rules::write(&others(shown));
        draft.back = true;
    }
    draft
}

/// Whom "reply all" adds: those who stood in the customer's newest mail, without ourselves.
fn others(shown: &Shown) -> Vec<Mailbox> {
    let Some(newest) = shown.thread.messages.iter().rev().find(|message| message.kind == MessageKind::Inbound) else {
        return Vec::new();
    };
    recipients_rules::others(&newest.to, &newest.cc, &newest.from.address, &shown.ours)
}

/// The whole page; a toast if one's reply can still be taken back.
async fn page(p: &Platform, who: &Who, shown: &Shown, turn: &Turn, status: StatusCode) -> Result<Response, Error> {
    let lens = Lens::of(p, who, &shown.names);
    let main = html! {
        @if let Some(refusal) = turn.refusal { (head::notice(lens, refusal)) }
        (convo(lens, shown, turn, &who.staff.id))
    };
    let toast = undo::pending(lens, &shown.thread, &who.staff.id, p.clock.machine()).or_else(|| turn.toast.clone());
    let title = format!("{} #{}", subject(lens, &shown.thread.conversation.subject), shown.thread.conversation.number);
    let mut answer = respond::page(status, who.viewer()?.page_with(p, &title, &main, toast).await?);
    if status != StatusCode::OK {
        // A refused form must not become an address to come back to.
        answer.headers_mut().insert("HX-Push-Url", HeaderValue::from_static("false"));
    }
    Ok(answer)
}

/// Answers a refused command by the page as it stands, with the reason on top.
pub(super) async fn refused(p: &Platform, who: &Who, id: &ConversationId, refusal: Refusal) -> Result<Response, Error> {
    let shown = load(p, who, id).await?;
    let turn = Turn { refusal: Some(refusal), ..Turn::default() };
    page(p, who, &shown, &turn, StatusCode::CONFLICT).await
}

/// The business's zone.
fn zone(shown: &Shown) -> TimeZone {
    TimeZone::get(&shown.business.zone).unwrap_or(TimeZone::UTC)
}

/// To whom a reply would go: the address the customer wrote from last.
fn to<'a>(shown: &'a Shown, signature: &'a str, zone: &'a TimeZone) -> To<'a> {
    let thread = &shown.thread;
    let wrote = thread.messages.iter().rev().find(|message| {
        message.kind == MessageKind::Inbound && message.author == Author::Person(thread.person.id.clone())
    });
    let known = || thread.addresses.first().map(|address| address.shown.as_str());
    let address = wrote.map(|message| message.from.address.as_str()).or_else(known).unwrap_or_default();
    let folded = people::person::fold_address(address);
    To {
        conversation: &thread.conversation.id,
        person: Some(&thread.person.id),
        name: &thread.person.name,
        address,
        failing: thread.addresses.iter().find(|one| one.address == folded).and_then(|one| one.failing.as_ref()),
        others: others(shown),
        known: Some(&shown.card),
        language: thread.conversation.language,
        newest: thread.messages.iter().map(|message| &message.id).max(),
        messages: &thread.messages,
        staff: &shown.staff,
        departments: &shown.departments,
        department: thread.conversation.department.as_ref(),
        macros: &shown.macros,
        macro_files: &shown.macro_files,
        signature,
        zone,
        like: shown.like.as_ref(),
    }
}

/// What stands under every reply of this colleague.
fn signature(shown: &Shown, me: &StaffId) -> String {
    let name = shown.staff.iter().find(|one| one.id == *me).map(|one| one.name.as_str()).unwrap_or_default();
    speaking::of(&shown.voices, shown.mailbox.as_deref()).map(|voice| voice.under(name)).unwrap_or_default()
}

/// Thread, composer and customer file; fetches itself when the conversation changes.
fn convo(lens: Lens<'_>, shown: &Shown, turn: &Turn, me: &StaffId) -> Markup {
    let (thread, it) = (&shown.thread, &shown.thread.conversation);
    let ask = match &turn.fields.before {
        _ if turn.ask_reason => "?ask=close".to_owned(),
        _ if turn.ask_open => "?ask=open".to_owned(),
        _ if turn.subject.is_some() => "?ask=subject".to_owned(),
        Some(before) => format!("?ask=fields&then={before}"),
        None => turn.ending.code().map(|ask| format!("?ask={ask}")).unwrap_or_default(),
    };
    let mine = it.assignee.as_ref().is_none_or(|owner| owner == me);
    let (signature, zone) = (signature(shown, me), zone(shown));
    let to = to(shown, &signature, &zone);
    html! {
        div.convo #convo hx-get={ "/conversations/" (it.id) (ask) } hx-swap="outerMorph"
            hx-trigger={ "conversation-" (it.id) " from:body, person-" (it.person) " from:body, resync from:body" } {
            section.pane aria-labelledby="convo-h" data-pane tabindex="-1" {
                (head::head(lens, shown))
                div.scroll.thread #thread data-end data-newest=[to.newest] tabindex="0" role="region" aria-label=(lens.text("thread-label")) {
                    @if let Some(before) = &it.linked_from {
                        p.event {
                            (icon("link"))
                            a href={ "/conversations/" (before) } { (lens.text("thread-goes-on")) }
                        }
                    }
                    (history::entries(lens, thread, &messages::Names::of(thread, &shown.staff)))
                    (shared::cards(lens, &it.id, (&shown.shared, &shown.gone), shown.machine))
                    (forwarded::offer(lens, thread))
                    (taking_part::belonging(lens, thread))
                    (redacting::cards(lens, thread))
                    (promises::cards(lens, thread))
                    (ending::cards(lens, shown, &turn.ending))
                    @if turn.ask_open { (actions::anyway(lens, shown)) }
                    (fields::asked(lens, shown, turn))
                    (renaming::form(lens, &format!("/conversations/{}", it.id), turn.subject.as_ref()))
                    @if turn.ask_reason { (actions::reason(lens, shown, turn.fragment)) }
                    @if it.unread && mine && lens.works || following::is_mentioned(thread, me) || shown.waits {
                        div #seen hidden hx-post={ "/conversations/" (it.id) "/read" } hx-trigger="load" hx-swap="none" {}
                    }
                }
                (presence::line(lens, &it.id, &shown.there, false))
                (composer::composer(lens, &to, &turn.draft, &shown.drafts))
                (sending::discards(&to))
            }
            (file::file(lens, shown, turn, me))
        }
    }
}

#[cfg(test)]
mod tests;
