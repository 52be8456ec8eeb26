//! Replies and notes: what is typed is never lost, whatever the answer.

use axum::extract::multipart::{Multipart, MultipartError};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::html;
use people::staff::Who;
use platform::Platform;
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond::{self, Wants};

use super::super::error;
use super::super::lens::Lens;
use super::composer::{self, Kind};
use super::draft::{self, Draft, Problem};
use super::{Shown, Turn, convo, ending, load, look, macros, page, refused, shared, signature, to, undo, zone};
use crate::commands::{self, CommandError, NewFile, NewReply};
use crate::rules::states::{AfterReply, FILES_MAX, Refusal};
use crate::rules::{later, recipients};
use crate::{
    Also, ConversationId, DraftId, DraftText, MacroAct, MessageId, PromiseChoices, Recipients, State as Stand, Stated,
};

/// Most bytes of a reply with its files; the route must let them through. A little more than the files
/// may have together, so that a page and not a broken connection says it was too much.
pub const REPLY_BODY_MAX: usize = FILES_MAX + 2 * 1024 * 1024;

/// The button that closes although something is open.
pub(super) const ANYWAY: &str = "solved-anyway";

/// `POST /conversations/{id}/reply` (multipart): `body`, `to`, `cc`, `bcc`, `then`, `later`, `at`, `seen`,
/// `keep`, `files`, `macro`, `act`, `with` of macros, what was said of promises, and `jar` for
/// each thing that its writer was told jars (see `look.rs`).
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used; so for all.
pub async fn reply(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
    form: Multipart,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let sent = Sent::read(form).await?;
    let mut draft = Draft { text: sent.text.clone(), promises: sent.promises.clone(), ..Draft::default() };
    let typed = Sent { text: sent.text.clone(), draft: sent.draft.clone(), ..Sent::default() };
    let new = match new_reply(&p, sent).await? {
        Ok(new) => new,
        Err(problem) => {
            draft.problem = Some(problem);
            draft.shared = open(&p, &who, &id, &typed).await?;
            return again(&p, &who, &wants, &id, draft).await;
        }
    };
    let seen = new.seen.clone();
    match commands::reply(&p, &who.actor(), &id, new).await {
        Ok(_) => written(&p, &who, &wants, &id, Kind::Reply).await,
        Err(CommandError::Refused(refusal @ (Refusal::DraftHeld | Refusal::DraftChanged))) => {
            shared::again(&p, &who, &wants, &id, typed, refusal).await
        }
        Err(CommandError::Refused(refusal)) => {
            draft.shared = open(&p, &who, &id, &typed).await?;
            if let (Refusal::SomethingNewer, Some(seen)) = (refusal, seen) {
                let scope = base::allowed(&who.actor(), base::Action::ReadConversations)?;
                let mut conn = p.db.read().await?;
                draft.newer = crate::queries::newer(&mut conn, &scope, &id, &seen, &who.staff.id).await?;
            } else {
                draft.problem = Some(Problem::Refused(refusal));
            }
            draft.back = true;
            again(&p, &who, &wants, &id, draft).await
        }
        Err(other) => Err(error(other)),
    }
}

/// The shared draft that a form holds, as long as it is there.
async fn open(p: &Platform, who: &Who, id: &ConversationId, typed: &Sent) -> Result<Option<shared::Open>, Error> {
    if typed.draft.is_none() {
        return Ok(None);
    }
    Ok(shared::both(&load(p, who, id).await?.shared, typed, Refusal::Empty))
}

/// The reply that a form means, or what is wrong with it.
async fn new_reply(p: &Platform, sent: Sent) -> Result<Result<NewReply, Problem>, Error> {
    let recipients = match sent.recipients() {
        Ok(recipients) => recipients,
        Err(problem) => return Ok(Err(problem)),
    };
    let later = match sent.later.as_deref() {
        None => None,
        Some(chosen) => {
            let text = if chosen == "at" { &sent.at } else { chosen };
            let zone = crate::settings::business(&mut p.db.read().await?).await?.zone;
            let zone = jiff::tz::TimeZone::get(&zone).unwrap_or(jiff::tz::TimeZone::UTC);
            match later::read(text, &zone, p.clock.business()) {
                Ok(due) => Some(due),
                Err(refusal) => return Ok(Err(Problem::Refused(refusal))),
            }
        }
    };
    let (draft, promises, jars, outcome, anyway) = (sent.draft, sent.promises, sent.jars, sent.outcome, sent.anyway);
    let (like, like_read) = (sent.text.like, sent.like_read);
    let (body, keep, then, files, seen) = (sent.text.body, sent.text.keep, sent.then, sent.files, sent.seen);
    let mut also = sent.text.also;
    if sent.chosen {
        // Whoever presses a button that says how it stands then means that.
        also.acts.retain(|act| !matches!(act, MacroAct::State(_)));
    }
    Ok(Ok(NewReply {
        body,
        then,
        recipients,
        files,
        keep,
        seen,
        later,
        also,
        like,
        like_read,
        draft,
        promises,
        jars,
        outcome,
        anyway,
    }))
}

/// `POST /conversations/{id}/note`: `body`, `macro`, `act`, `with` of macros, and what was said of promises.
///
/// # Errors
/// See [`reply`].
pub async fn note(
    State(p): State<Platform>,
    who: Who,
    wants: Wants,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let macros::Fields { text, promises, .. } = macros::Fields::read(fields);
    match commands::note_and(&p, &who.actor(), &id, &text.body, (text.also.clone(), &promises)).await {
        Ok(_) => written(&p, &who, &wants, &id, Kind::Note).await,
        Err(CommandError::Refused(refusal)) => {
            let problem = Some(Problem::Refused(refusal));
            let draft = Draft { kind: Kind::Note, text, problem, promises, ..Draft::default() };
            again(&p, &who, &wants, &id, draft).await
        }
        Err(other) => Err(error(other)),
    }
}

/// `POST /messages/{id}/retry`: sends a failed reply again.
///
/// # Errors
/// See [`reply`].
pub async fn retry(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id: MessageId = id.parse().map_err(|_| Error::NotFound)?;
    let scope = base::allowed(&who.actor(), base::Action::WorkConversations)?;
    let message = crate::queries::message(&mut p.db.read().await?, &scope, &id).await?.ok_or(Error::NotFound)?;
    match commands::retry_delivery(&p, &who.actor(), &id).await {
        Ok(()) => Ok(respond::see(&format!("/conversations/{}", message.conversation))),
        Err(CommandError::Refused(refusal)) => refused(&p, &who, &message.conversation, refusal).await,
        Err(other) => Err(error(other)),
    }
}

/// A fresh form, the conversation as it is now, and the time to take the reply back.
pub(super) async fn written(
    p: &Platform,
    who: &Who,
    wants: &Wants,
    id: &ConversationId,
    kind: Kind,
) -> Result<Response, Error> {
    if !wants.fragment {
        return Ok(respond::see(&format!("/conversations/{id}")));
    }
    let shown = load(p, who, id).await?;
    let lens = Lens::of(p, who, &shown.names);
    let toast = undo::pending(lens, &shown.thread, &who.staff.id, p.clock.machine()).filter(|_| kind != Kind::Note);
    let turn = Turn { fragment: true, ..Turn::default() };
    let (signature, zone) = (signature(&shown, &who.staff.id), zone(&shown));
    let fresh = Draft { kind, ..Draft::default() };
    let answer = html! {
        // Once something is passed on, one is back at the reply, with what was typed there.
        @if kind == Kind::Forward {
            (composer::form(lens, &to(&shown, &signature, &zone), &draft::kept(Kind::Reply, &shown.drafts), true))
            hx-partial hx-target="#reply" hx-swap="delete" {}
        } @else { (composer::form(lens, &to(&shown, &signature, &zone), &fresh, true)) }
        hx-partial hx-target="#convo" hx-swap="outerMorph" { (convo(lens, &shown, &turn, &who.staff.id)) }
        @if let Some(toast) = toast { hx-partial hx-target="#toasts" hx-swap="beforeend" { (toast) } }
    };
    Ok(respond::page(StatusCode::OK, answer))
}

/// The form again with its text and what was wrong (422), or what came in meanwhile (409).
pub(super) async fn again(
    p: &Platform,
    who: &Who,
    wants: &Wants,
    id: &ConversationId,
    draft: Draft,
) -> Result<Response, Error> {
    let clash = !draft.newer.is_empty() || draft.shared.as_ref().is_some_and(|open| open.both);
    let status = if clash { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown: Shown = load(p, who, id).await?;
    if wants.fragment {
        let (signature, zone) = (signature(&shown, &who.staff.id), zone(&shown));
        let form = composer::form(Lens::of(p, who, &shown.names), &to(&shown, &signature, &zone), &draft, true);
        return Ok(respond::page(status, form));
    }
    let turn = Turn { draft, ..Turn::default() };
    page(p, who, &shown, &turn, status).await
}

/// The fields of a form that is sent, as they came.
#[derive(Debug, Default)]
pub(super) struct Sent {
    pub text: DraftText,
    pub subject: String,
    /// The mailbox that it leaves from.
    pub from: String,
    addressed: bool,
    then: AfterReply,
    /// Whether the button says what becomes of the conversation, whatever macros say.
    chosen: bool,
    pub files: Vec<NewFile>,
    seen: Option<MessageId>,
    later: Option<String>,
    at: String,
    /// Whether the conversation waits for others from now on.
    pub wait: bool,
    /// The macro that is to be put in, instead of sending.
    pub used: Option<crate::MacroId>,
    /// The shared draft that the form holds, the version that its writer knew, and whether they know that somebody else
    /// has it open.
    pub draft: Option<(DraftId, i64, bool)>,
    /// Who should look at it.
    pub ask: String,
    /// The conversation that the draft lay in.
    pub place: String,
    /// What was said of promises in it.
    promises: PromiseChoices,
    /// What its writer was told that jars in it.
    jars: Vec<String>,
    /// What became of the matter, where it closes.
    outcome: Option<Stated>,
    /// Whether it closes also while something that hangs on the conversation is open.
    anyway: bool,
    /// Whether they say that the customer's own point stands in what began as the answer of another case.
    like_read: bool,
}

impl Sent {
    /// Reads the form part by part; what is too large is refused before it is all in memory.
    pub async fn read(mut form: Multipart) -> Result<Self, Error> {
        let mut sent = Self::default();
        while let Some(field) = form.next_field().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "files" {
                let name = field.file_name().unwrap_or_default().to_owned();
                let content_type = field.content_type().unwrap_or("application/octet-stream").to_owned();
                let bytes = field.bytes().await.map_err(broken)?.to_vec();
                // A file field that nobody used comes as an empty file without a name.
                if !name.is_empty() {
                    sent.files.push(NewFile { name, content_type, bytes });
                }
                continue;
            }
            let value = field.text().await.map_err(broken)?;
            match name.as_str() {
                "body" => sent.text.body = value,
                "to" => (sent.text.to, sent.addressed) = (value, true),
                "cc" => sent.text.cc = value,
                "bcc" => sent.text.bcc = value,
                "subject" => sent.subject = value,
                "from" => sent.from = value,
                "about" => sent.text.about = value.parse().ok(),
                "keep" => sent.text.keep.extend(value.parse()),
                "then" if value == ANYWAY => {
                    (sent.then, sent.chosen, sent.anyway) = (AfterReply::Solve, true, true);
                }
                "then" => (sent.then, sent.chosen) = (then(&value), value != "acts"),
                "seen" => sent.seen = value.parse().ok(),
                "later" => sent.later = Some(value),
                "ask" => sent.ask = value,
                "in" => sent.place = value,
                "draft" => sent.draft = value.parse().ok().map(|id| (id, 0, false)),
                "version" => sent.draft.iter_mut().for_each(|draft| draft.1 = value.parse().unwrap_or(0)),
                "over" => sent.draft.iter_mut().for_each(|draft| draft.2 = !value.is_empty()),
                "use" => sent.used = value.parse().ok(),
                "wait" => sent.wait = !value.is_empty(),
                "at" => sent.at = value,
                "jar" => sent.jars.push(value),
                "outcome" => sent.outcome = ending::stated(&value, ""),
                "like" => sent.text.like = value.parse().ok(),
                "like-read" => sent.like_read = !value.is_empty(),
                name if look::read(&mut sent.promises, name, &value) => {}
                name => macros::also(&mut sent.text.also, name, &value),
            }
        }
        Ok(sent)
    }

    /// The words as a shared draft keeps them: what is chosen to have become of it rides along as an act, for whoever sends.
    pub fn shared_text(&self) -> DraftText {
        let mut text = self.text.clone();
        let acts = self.outcome.map(|stated| MacroAct::Outcome(stated.ending)).into_iter().collect();
        text.also.add(Also { acts, ..Also::default() });
        text
    }

    /// To whom it goes, when the form says so.
    pub fn recipients(&self) -> Result<Option<Recipients>, Problem> {
        if !self.addressed {
            return Ok(None);
        }
        let read = |text: &str| recipients::read(text).map_err(Problem::BadAddress);
        Ok(Some(Recipients { to: read(&self.text.to)?, cc: read(&self.text.cc)?, bcc: read(&self.text.bcc)? }))
    }
}

fn then(code: &str) -> AfterReply {
    match Stand::from_code(code) {
        Some(Stand::Open) => AfterReply::StayOpen,
        Some(Stand::Solved) => AfterReply::Solve,
        _ => AfterReply::Wait,
    }
}

fn broken(error: MultipartError) -> Error {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Error::TooLarge
    } else {
        Error::invalid("problem-invalid-body")
    }
}
