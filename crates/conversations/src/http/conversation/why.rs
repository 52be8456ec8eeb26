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
use crate::rules::receipts::GOES;
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
        let until = arg("until").parse().map(|until| lens.say.full(until, lens.zone)).unwrap_or_default();
        let evidence = evidence(lens, arg("evidence"));
        let count: i64 = arg("count").parse().unwrap_or_default();
        lens.say.with(
            id,
            args![
                number = arg("number"),
                evidence = evidence,
                id = arg("id"),
                address = arg("address"),
                who = arg("who"),
                title = arg("title"),
                count = count,
                until = until
            ],
        )
    };
    let Some(id) = sentence(&step.code) else {
        let args: Vec<String> = step.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
        return html! { code { (step.code) } " " span.quiet { (args.join(", ")) } };
    };
    html! { (known(id)) }
}

/// The message that says a step in words.
fn sentence(code: &str) -> Option<&'static str> {
    Some(match code {
        "joins" => "why-joins",
        "joins_new_here" => "why-joins-new-here",
        "continues_closed" => "why-continues-closed",
        "links_another" => "why-links-another",
        "sender_takes_no_part" => "why-sender-takes-no-part",
        "sender_blocked" => "why-sender-blocked",
        "sender_removed" => "why-sender-removed",
        "forged_id" => "why-forged-id",
        "deleted_conversation" => "why-deleted-conversation",
        "nothing_points_here" => "why-nothing-points-here",
        "unproved_staff" => "why-unproved-staff",
        "noted_by_mail" => "why-noted-by-mail",
        "notice_not_theirs" => "why-notice-not-theirs",
        "notice_unproved" => "why-notice-unproved",
        "notice_over" => "why-notice-over",
        "copied_take_part" => "why-copied-take-part",
        "copied_not_added" => "why-copied-not-added",
        "joins_side" => "why-joins-side",
        "side_stranger" => "why-side-stranger",
        "side_customer" => "why-side-customer",
        "bounce" => "why-bounce",
        "bounce_unknown" => "why-bounce-unknown",
        GOES => "why-receipt-goes",
        "no_receipt_by_machine" => "why-no-receipt-by-machine",
        "no_receipt_old" => "why-no-receipt-old",
        "no_receipt_from_us" => "why-no-receipt-from-us",
        "no_receipt_declined" => "why-no-receipt-declined",
        "no_receipt_unreachable" => "why-no-receipt-unreachable",
        "no_receipt_unproved" => "why-no-receipt-unproved",
        "no_receipt_off" => "why-no-receipt-off",
        "no_receipt_capped" => "why-no-receipt-capped",
        _ => return None,
    })
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
        "request" => lens.text("why-way-request"),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use base::Language;

    use super::*;
    use crate::http::testing::{NASTY, lens, message, now, say};
    use crate::rules::receipts::NoReceipt;

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

    /// The codes that stand in these sources as `Step::new("…")`, `.step("…")` or the first of a pair with a place.
    fn codes_in(source: &str) -> Vec<String> {
        let source = source.split("#[cfg(test)]").next().unwrap_or_default();
        let mut codes: Vec<String> = Vec::new();
        for start in ["Step::new(\"", ".step(\"", ".step(if removed { \"", "} else { \"", "(\""] {
            for piece in source.split(start).skip(1) {
                let code = piece.split('"').next().unwrap_or_default();
                let pair = start != "(\"" || piece[code.len()..].starts_with("\", Place::");
                let is_code = !code.is_empty() && code.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
                if pair && is_code && !codes.iter().any(|known| known == code) {
                    codes.push(code.to_owned());
                }
            }
        }
        codes
    }

    /// Every code that a trace can bear, found in the code that writes it.
    fn all_codes() -> Vec<String> {
        let sources = [
            include_str!("../../rules/placing.rs"),
            include_str!("../../commands/aside.rs"),
            include_str!("../../commands/bouncing.rs"),
            include_str!("../../commands/candidates.rs"),
            include_str!("../../commands/noting.rs"),
            include_str!("../../commands/participants.rs"),
            include_str!("../../commands/receiving.rs"),
            include_str!("../../commands/receipting.rs"),
        ];
        let mut codes: Vec<String> = sources.into_iter().flat_map(codes_in).collect();
        codes.push(GOES.to_owned());
        codes.extend(NoReceipt::ALL.map(|reason| reason.code().to_owned()));
        codes
    }

    #[test]
    fn every_step_that_a_trace_can_bear_stands_in_the_table_of_codes_and_has_its_sentence() {
        let table = include_str!("../../rules/placing.rs");
        let codes = all_codes();
        assert!(codes.len() >= 22, "{codes:?}");
        for code in &codes {
            assert!(table.contains(&format!("//! | `{code}` |")), "{code} is not in the table of rules/placing.rs");
            assert!(sentence(code).is_some(), "{code} has no sentence");
        }
        let listed = table.lines().filter_map(|line| line.strip_prefix("//! | `")?.split('`').next());
        for code in listed {
            assert!(codes.iter().any(|known| known == code), "{code} is in the table and nothing writes it");
        }
    }

    #[test]
    fn every_known_step_is_said_in_words_and_others_by_their_name() {
        for language in Language::ALL {
            let say = say(language);
            for code in all_codes() {
                let step = Step::new(&code).with("number", 48213).with("evidence", "our_message");
                let step = step.with("address", NASTY).with("who", NASTY).with("count", 3).with("until", now());
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
