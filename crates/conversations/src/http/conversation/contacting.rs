//! Calls and visits: the page where one is written down, from a conversation or from a customer's file, and how it
//! stands in the thread.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, allowed};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use people::PersonId;
use people::file::Preferences;
use people::staff::Who;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::web::form::Form;
use platform::web::respond;
use platform::{Platform, args};

use super::super::error;
use super::super::inbox::subject;
use super::super::lens::Lens;
use super::messages::Names;
use super::{OTHERS, ending, known, look};
use crate::commands::{self, Answer, CommandError, NewContact};
use crate::queries::{self, ListRow};
use crate::rules::contacts::MINUTES_MAX;
use crate::rules::states::{AfterReply, Refusal, TEXT_MAX};
use crate::{Contact, ContactWay, ConversationId, Direction, Ending, Message, PromiseChoices};

/// What it was, with whom, and how long.
pub(super) fn title(lens: Lens<'_>, it: &Message, names: &Names<'_>) -> String {
    let Some(contact) = &it.contact else { return lens.text("message-note") };
    let who = if contact.with.is_empty() { &names.person.name } else { &contact.with };
    let message = match (contact.way, contact.direction, contact.spoke) {
        (ContactWay::Phone, Direction::Out, true) => "contact-call-out",
        (ContactWay::Phone, Direction::Out, false) => "contact-call-out-missed",
        (ContactWay::Phone, Direction::In, true) => "contact-call-in",
        (ContactWay::Phone, Direction::In, false) => "contact-call-in-missed",
        (ContactWay::Visit, Direction::Out, true) => "contact-visit-out",
        (ContactWay::Visit, Direction::Out, false) => "contact-visit-out-missed",
        (ContactWay::Visit, Direction::In, true) => "contact-visit-in",
        (ContactWay::Visit, Direction::In, false) => "contact-visit-in-missed",
    };
    lens.say.with(message, args![who = who])
}

/// The head of one in the thread.
pub(super) fn head(lens: Lens<'_>, it: &Message, names: &Names<'_>, by: &str) -> Markup {
    let sign = match it.contact.as_ref().map(|contact| contact.way) {
        Some(ContactWay::Visit) => "building",
        _ => "phone",
    };
    let minutes = it.contact.as_ref().map_or(0, |contact| contact.minutes);
    html! {
        (icon_small(sign))
        b { (title(lens, it, names)) }
        @if minutes > 0 { span.soft { (lens.say.with("contact-minutes", args![n = i64::from(minutes)])) } }
        span.soft { (by) ", " (lens.time(it.at)) }
        span.push.xs.soft { (lens.text("message-note-private")) }
    }
}

/// The way to this page, among what can be done with a conversation.
pub(super) fn item(lens: Lens<'_>, id: &ConversationId) -> Markup {
    html! {
        a.item href={ "/conversations/" (id) "/contact" } data-key="l" aria-keyshortcuts="L" { (icon("phone")) (lens.text("contact-log")) }
        a.item href={ "/conversations/" (id) "/guides" } hx-boost="false" { (icon("merge")) (lens.text("guides-walk")) }
    }
}

/// The fields.
#[derive(Debug, Default)]
struct Typed {
    way: String,
    direction: String,
    spoke: String,
    at: String,
    minutes: String,
    with: String,
    body: String,
    then: String,
    /// What became of the matter, where it closes.
    outcome: String,
    /// From a customer's file: the conversation it belongs to, or empty for a new one.
    conversation: String,
    subject: String,
    /// What was said of promises in it.
    promises: PromiseChoices,
}

impl Typed {
    fn of(fields: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in fields {
            match name.as_str() {
                "way" => typed.way = value,
                "direction" => typed.direction = value,
                "spoke" => typed.spoke = value,
                "at" => typed.at = value,
                "minutes" => typed.minutes = value,
                "with" => typed.with = value,
                "body" => typed.body = value,
                "then" => typed.then = value,
                "outcome" => typed.outcome = value,
                "conversation" => typed.conversation = value,
                "subject" => typed.subject = value,
                _ => {
                    look::read(&mut typed.promises, &name, &value);
                }
            }
        }
        typed
    }

    /// What stands there before anybody has typed.
    fn fresh(lens: Lens<'_>) -> Self {
        let at = lens.now.to_zoned(lens.zone.clone()).datetime().strftime("%Y-%m-%dT%H:%M").to_string();
        Self { way: "phone".into(), direction: "out".into(), spoke: "1".into(), at, ..Self::default() }
    }

    fn read(&self, zone: &jiff::tz::TimeZone) -> Result<NewContact, Refusal> {
        let at = match self.at.trim() {
            "" => None,
            text => {
                let civil: DateTime = text.parse().map_err(|_| Refusal::NoTime)?;
                Some(civil.to_zoned(zone.clone()).map_err(|_| Refusal::NoTime)?.timestamp())
            }
        };
        Ok(NewContact {
            contact: Contact {
                way: ContactWay::from_code(&self.way).unwrap_or_default(),
                direction: Direction::from_code(&self.direction).unwrap_or_default(),
                spoke: !self.spoke.is_empty(),
                minutes: self.minutes.trim().parse().unwrap_or(0),
                with: self.with.clone(),
            },
            at,
            body: self.body.clone(),
            then: match self.then.as_str() {
                "wait" => AfterReply::Wait,
                "solve" => AfterReply::Solve,
                _ => AfterReply::StayOpen,
            },
            outcome: ending::stated(&self.outcome, ""),
            promises: self.promises.clone(),
        })
    }
}

/// `GET /conversations/{id}/contact`.
///
/// # Errors
/// When the reader may not, there is no such conversation, or the database cannot be used; so for all handlers here.
pub async fn contact_page(State(p): State<Platform>, who: Who, Path(id): Path<String>) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let typed = Typed::fresh(Lens::of(&p, &who, &[]));
    of_conversation(&p, &who, &id, &typed, None).await
}

async fn of_conversation(
    p: &Platform,
    who: &Who,
    id: &ConversationId,
    typed: &Typed,
    refusal: Option<Refusal>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::WorkConversations)?;
    let mut conn = p.db.read().await?;
    let id = queries::where_merged(&mut conn, id).await?;
    let it = queries::find(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let (name, wanted, house) = customer(&mut conn, who, &it.person).await?;
    drop(conn);
    let lens = Lens::of(p, who, &[]);
    let back = format!("/conversations/{id}");
    let lead = html! {
        p { a href=(back) { "#" (it.number) " " (subject(lens, &it.subject)) } }
        p.quiet { (known::reached(lens, &wanted, &house)) }
    };
    let look = look::place(&id, "contact", &typed.body, &typed.promises);
    let form = form(lens, &format!("{back}/contact"), &name, (typed, refusal), (&html! {}, &look));
    page(p, who, (&back, &lead), &form, refusal).await
}

/// `POST /conversations/{id}/contact`.
///
/// # Errors
/// See [`contact_page`].
pub async fn log_contact(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let id: ConversationId = id.parse().map_err(|_| Error::NotFound)?;
    let typed = Typed::of(fields);
    match logged(&p, &who, &id, &typed).await {
        Ok(()) => Ok(respond::see(&format!("/conversations/{id}"))),
        Err(CommandError::Refused(refusal)) => of_conversation(&p, &who, &id, &typed, Some(refusal)).await,
        Err(other) => Err(error(other)),
    }
}

async fn logged(p: &Platform, who: &Who, id: &ConversationId, typed: &Typed) -> Answer<()> {
    commands::log_contact(p, &who.actor(), id, typed.read(&who.zone)?).await.map(drop)
}

/// `GET /customers/{id}/contact`: of a new conversation, or of one that is there.
///
/// # Errors
/// See [`contact_page`].
pub async fn customers_contact_page(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let id: PersonId = id.parse().map_err(|_| Error::NotFound)?;
    let typed = Typed::fresh(Lens::of(&p, &who, &[]));
    of_customer(&p, &who, &id, &typed, None).await
}

async fn of_customer(
    p: &Platform,
    who: &Who,
    id: &PersonId,
    typed: &Typed,
    refusal: Option<Refusal>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::WorkConversations)?;
    let mut conn = p.db.read().await?;
    let (name, wanted, house) = customer(&mut conn, who, id).await?;
    let known = queries::of_person(&mut conn, &scope, id, OTHERS).await?;
    drop(conn);
    let lens = Lens::of(p, who, &[]);
    let back = format!("/customers/{id}");
    let lead = html! { p { a href=(back) { (name) } } p.quiet { (known::reached(lens, &wanted, &house)) } };
    let of = belongs(lens, &known, typed);
    let form = form(lens, &format!("{back}/contact"), &name, (typed, refusal), (&of, &html! {}));
    page(p, who, (&back, &lead), &form, refusal).await
}

/// `POST /customers/{id}/contact`.
///
/// # Errors
/// See [`contact_page`].
pub async fn log_customers_contact(
    State(p): State<Platform>,
    who: Who,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Error> {
    let person: PersonId = id.parse().map_err(|_| Error::NotFound)?;
    let typed = Typed::of(fields);
    let outcome = match typed.conversation.parse::<ConversationId>() {
        Ok(id) => logged(&p, &who, &id, &typed).await.map(|()| id),
        Err(_) => begun(&p, &who, &person, &typed).await,
    };
    match outcome {
        Ok(id) => Ok(respond::see(&format!("/conversations/{id}"))),
        Err(CommandError::Refused(refusal)) => of_customer(&p, &who, &person, &typed, Some(refusal)).await,
        Err(other) => Err(error(other)),
    }
}

async fn begun(p: &Platform, who: &Who, person: &PersonId, typed: &Typed) -> Answer<ConversationId> {
    let new = typed.read(&who.zone)?;
    Ok(commands::begin_contact(p, &who.actor(), person, &typed.subject, new).await?.0)
}

/// What they are called, when they want to be reached, and the business's zone.
async fn customer(
    conn: &mut platform::Conn,
    who: &Who,
    id: &PersonId,
) -> Result<(String, Preferences, TimeZone), Error> {
    let may = allowed(&who.actor(), Action::ReadPeople)?;
    let name = people::person::find(conn, &may, id).await?.ok_or(Error::NotFound)?.name;
    Ok((name, people::file::preferences(conn, &may, id).await?, people::absence::zone(conn).await?))
}

async fn page(
    p: &Platform,
    who: &Who,
    (back, lead): (&str, &Markup),
    form: &Markup,
    refusal: Option<Refusal>,
) -> Result<Response, Error> {
    let lens = Lens::of(p, who, &[]);
    let title = lens.text("contact-log");
    let main = html! {
        div.scroll tabindex="0" role="region" aria-label=(title) data-pane {
            div.page {
                header.page-head {
                    a.btn.ghost.icon href=(back) data-key="Escape" aria-label=(lens.text("why-back")) { (icon("back")) }
                    h1 tabindex="-1" { (title) }
                    (lead)
                }
                (form)
            }
        }
    };
    let status = if refusal.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(respond::page(status, who.viewer()?.page(p, &title, &main).await?))
}

/// To which conversation it belongs.
fn belongs(lens: Lens<'_>, known: &[ListRow], typed: &Typed) -> Markup {
    html! {
        div.field {
            label for="conversation" { (lens.text("contact-belongs")) }
            select.input #conversation name="conversation" {
                option value="" { (lens.text("contact-new")) }
                @for row in known {
                    @let it = &row.conversation;
                    option value=(it.id) selected[typed.conversation == it.id.to_string()] { "#" (it.number) " " (subject(lens, &it.subject)) }
                }
            }
        }
        div.field {
            label for="subject" { (lens.text("contact-subject")) }
            input.input #subject name="subject" value=(typed.subject) maxlength="200" aria-describedby="subject-hint" autocomplete="off";
            p.hint #subject-hint { (lens.text("contact-subject-hint")) }
        }
    }
}

fn form(
    lens: Lens<'_>,
    action: &str,
    name: &str,
    (typed, refusal): (&Typed, Option<Refusal>),
    (belongs, look): (&Markup, &Markup),
) -> Markup {
    let choice = |field: &str, value: &str, now: &str, label: &str| {
        html! { label.check { input.dot type="radio" name=(field) value=(value) checked[now == value]; (lens.text(label)) } }
    };
    let then = |value: &str, label: &str| {
        html! { option value=(value) selected[typed.then == value] { (lens.text(label)) } }
    };
    html! {
        @if let Some(refusal) = refusal { div.callout data-tone="warn" role="alert" { (icon("alert")) p { (lens.text(refusal.message())) } } }
        form.card.col.g-5 method="post" action=(action) {
            (belongs)
            fieldset.row.wrap {
                legend { (lens.text("contact-way")) }
                (choice("way", "phone", &typed.way, "contact-phone"))
                (choice("way", "visit", &typed.way, "contact-visit"))
            }
            fieldset.row.wrap {
                legend { (lens.text("contact-direction")) }
                (choice("direction", "out", &typed.direction, "contact-out"))
                (choice("direction", "in", &typed.direction, "contact-in"))
            }
            label.check { input.box type="checkbox" name="spoke" value="1" checked[!typed.spoke.is_empty()]; (lens.text("contact-spoke")) }
            div.row.wrap {
                div.field {
                    label for="at" { (lens.text("contact-at")) }
                    input.input #at type="datetime-local" name="at" value=(typed.at) required;
                }
                div.field {
                    label for="minutes" { (lens.text("contact-how-long")) }
                    input.input.num #minutes type="number" name="minutes" min="0" max=(MINUTES_MAX) value=(typed.minutes);
                }
                div.field {
                    label for="with" { (lens.text("contact-with")) }
                    input.input #with name="with" value=(typed.with) placeholder=(name) maxlength="200" autocomplete="off";
                }
            }
            div.field {
                label for="contact-body" { (lens.text("contact-said")) }
                textarea.input #contact-body name="body" rows="6" maxlength=(TEXT_MAX) { (typed.body) }
                (look)
            }
            div.field {
                label for="then" { (lens.text("contact-then")) }
                select.input #then name="then" aria-describedby="then-hint" {
                    (then("open", "state-open"))
                    (then("wait", "state-waiting-customer"))
                    (then("solve", "state-solved"))
                }
                p.hint #then-hint { (lens.text("contact-then-hint")) }
            }
            div.field {
                label for="contact-outcome" { (lens.text("outcome-what")) }
                (ending::choice(lens, "contact-outcome", Ending::from_code(&typed.outcome), refusal == Some(Refusal::OutcomeNeeded)))
                p.hint { (lens.text("contact-outcome-hint")) }
            }
            div.row { button.btn.primary { (icon("check")) (lens.say.text("word-save")) } }
        }
    }
}
