//! "Why here?": what is known of how a message came, and why it stands in this conversation.
//!
//! The same facts as `tillit mail explain`. What the mail channel knows is handed in; a step that this page has no
//! words for is shown by its plain name.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use base::{Action, Instant, allowed};
use maud::{Markup, html};
use people::staff::Who;
use platform::web::assets::icon;
use platform::web::desk::Later;
use platform::web::errors::Error;
use platform::web::respond;
use platform::{Conn, Platform, args};

use super::super::lens::Lens;
use crate::rules::placing::Step;
use crate::{Message, MessageId, queries, settings};

/// How a message came to us, as a channel wrote it down.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// When, business time.
    pub at: Instant,
    /// By which way: `lmtp`, `imap`, `import` …
    pub way: String,
    /// The mailbox it was in, if it was in one.
    pub mailbox: Option<String>,
    /// How often it came.
    pub copies: i64,
    /// Who sent it, as the other server said.
    pub envelope_from: String,
    /// For whom, as the other server said.
    pub envelope_to: Vec<String>,
}

/// Knows how messages came.
pub trait ArrivalSource: Send + Sync {
    /// How this message came, if it came from outside.
    fn arrival<'a>(&'a self, conn: &'a mut Conn, message: &'a MessageId) -> Later<'a, Option<Arrival>>;
}

/// The source, as an extension of the request.
#[derive(Clone)]
pub struct Arrivals(pub Arc<dyn ArrivalSource>);

/// `GET /messages/{id}/why`.
///
/// # Errors
/// When there is no such message for the reader, or the database cannot be read.
pub async fn why(
    State(p): State<Platform>,
    who: Who,
    Extension(arrivals): Extension<Arrivals>,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let scope = allowed(&who.actor(), Action::ReadConversations)?;
    let id: MessageId = id.parse().map_err(|_| Error::NotFound)?;
    let mut conn = p.db.read().await?;
    let message = queries::message(&mut conn, &scope, &id).await?.ok_or(Error::NotFound)?;
    let trace = queries::trace(&mut conn, &scope, &id).await?;
    let arrival = arrivals.0.arrival(&mut conn, &id).await?;
    let names = settings::state_names(&mut conn).await?;
    drop(conn);
    let lens = Lens::of(&p, &who, &names);
    let main = page(lens, &message, &trace, arrival.as_ref());
    Ok(respond::page(StatusCode::OK, who.viewer()?.page(&p, &lens.text("why-title"), &main).await?))
}

fn page(lens: Lens<'_>, it: &Message, trace: &[Step], arrival: Option<&Arrival>) -> Markup {
    let from = if it.from.name.is_empty() { &it.from.address } else { &it.from.name };
    html! {
        div.scroll tabindex="0" role="region" aria-label=(lens.text("why-title")) data-pane {
            div.page {
                header.page-head {
                    a.btn.ghost.icon href={ "/conversations/" (it.conversation) "#m-" (it.id) } data-key="Escape"
                        aria-label=(lens.text("why-back")) { (icon("back")) }
                    h1 tabindex="-1" { (lens.text("why-title")) }
                    p { (lens.say.with("message-from", args![who = from])) ", " (lens.time(it.at)) }
                }
                section.col.g-4 {
                    h2.t-md { (lens.text("why-placing")) }
                    @if trace.is_empty() { p.quiet { (lens.text("why-nothing-kept")) } } @else {
                        ol.col.g-4 { @for step in trace { li { (self::step(lens, step)) } } }
                    }
                }
                section.col.g-4 {
                    h2.t-md { (lens.text("why-facts")) }
                    (facts(lens, it, arrival))
                }
            }
        }
    }
}

/// One step of the decision, in words.
fn step(lens: Lens<'_>, step: &Step) -> Markup {
    let arg = |name: &str| step.args.get(name).map_or("", String::as_str);
    let known = |id: &str| {
        let evidence = evidence(lens, arg("evidence"));
        lens.say.with(id, args![number = arg("number"), evidence = evidence, id = arg("id"), address = arg("address")])
    };
    let text = match step.code.as_str() {
        "joins" => known("why-joins"),
        "joins_new_here" => known("why-joins-new-here"),
        "continues_closed" => known("why-continues-closed"),
        "links_another" => known("why-links-another"),
        "sender_takes_no_part" => known("why-sender-takes-no-part"),
        "sender_removed" => known("why-sender-removed"),
        "forged_id" => known("why-forged-id"),
        "nothing_points_here" => known("why-nothing-points-here"),
        "unproved_staff" => known("why-unproved-staff"),
        other => {
            let args: Vec<String> = step.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
            return html! { code { (other) } " " span.quiet { (args.join(", ")) } };
        }
    };
    html! { (text) }
}

fn evidence(lens: Lens<'_>, code: &str) -> String {
    match code {
        "reply_address" => lens.text("why-evidence-reply-address"),
        "our_message" => lens.text("why-evidence-our-message"),
        "foreign_message" => lens.text("why-evidence-foreign-message"),
        "shared_reference" => lens.text("why-evidence-shared-reference"),
        "subject_tag" => lens.text("why-evidence-subject-tag"),
        other => other.to_owned(),
    }
}

fn facts(lens: Lens<'_>, it: &Message, arrival: Option<&Arrival>) -> Markup {
    let list = |mailboxes: &[crate::Mailbox]| {
        mailboxes.iter().map(|mailbox| mailbox.address.as_str()).collect::<Vec<_>>().join(", ")
    };
    let fact = |label: &str, value: String| {
        html! { @if !value.is_empty() { dt { (lens.text(label)) } dd { (value) } } }
    };
    html! {
        dl.facts {
            (fact("why-from", it.from.address.clone()))
            (fact("why-to", list(&it.to)))
            (fact("why-cc", list(&it.cc)))
            @if let Some(arrival) = arrival {
                dt { (lens.text("why-came")) } dd { (lens.time(arrival.at)) }
                (fact("why-way", way(lens, &arrival.way)))
                (fact("why-mailbox", arrival.mailbox.clone().unwrap_or_default()))
                (fact("why-copies", lens.say.with("why-copies-times", args![count = arrival.copies])))
                (fact("why-envelope-from", arrival.envelope_from.clone()))
                (fact("why-envelope-to", arrival.envelope_to.join(", ")))
            }
            (fact("why-language", it.language.map(|language| language.own_name().to_owned()).unwrap_or_default()))
            (fact("why-automatic", it.automatic.clone().unwrap_or_default()))
            (fact("why-unreadable", it.unreadable.clone().unwrap_or_default()))
            (fact("why-warnings", it.warnings.join(", ")))
        }
    }
}

fn way(lens: Lens<'_>, code: &str) -> String {
    match code {
        "lmtp" | "smtp" => lens.text("why-way-listener"),
        "pipe" => lens.text("why-way-pipe"),
        "import" => lens.text("why-way-import"),
        "imap" => lens.text("why-way-imap"),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use base::Language;

    use super::*;
    use crate::http::testing::{NASTY, lens, message, now, say};

    fn arrival() -> Arrival {
        Arrival {
            at: now(),
            way: "lmtp".into(),
            mailbox: Some(NASTY.into()),
            copies: 3,
            envelope_from: NASTY.into(),
            envelope_to: vec![NASTY.into()],
        }
    }

    #[test]
    fn every_known_step_is_said_in_words_and_others_by_their_name() {
        const CODES: [&str; 9] = [
            "joins",
            "joins_new_here",
            "continues_closed",
            "links_another",
            "sender_takes_no_part",
            "sender_removed",
            "forged_id",
            "nothing_points_here",
            "unproved_staff",
        ];
        for language in Language::ALL {
            let say = say(language);
            for code in CODES {
                let step = Step::new(code).with("number", 48213).with("evidence", "our_message").with("address", NASTY);
                let out = super::step(lens(&say), &step).into_string();
                assert!(!out.contains("<code>") && !out.contains("why-") && !out.contains("<img"), "{code}: {out}");
            }
            let out = super::step(lens(&say), &Step::new("new_rule").with("x", NASTY)).into_string();
            assert!(out.contains("<code>new_rule</code>") && out.contains("x=") && !out.contains("<img"));
        }
    }

    #[test]
    fn the_facts_are_plain_text_and_what_is_not_known_is_left_out() {
        let say = say(Language::En);
        let out = page(lens(&say), &message(), &[], Some(&arrival())).into_string();
        assert!(!out.contains("<img") && out.contains("came 3 times") && out.contains("auto-submitted"), "{out}");
        let plain = Message { automatic: None, unreadable: None, warnings: vec![], ..message() };
        let out = page(lens(&say), &plain, &[], None).into_string();
        assert!(!out.contains("Envelope") && out.contains("kari@post.example"));
    }
}
