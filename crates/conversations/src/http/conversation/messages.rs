//! What was said: one message each, with its files, its way and what must be known about it.

use maud::{Markup, html};
use people::person::Person;
use people::staff::Colleague;
use platform::args;
use platform::web::assets::{icon, icon_labelled, icon_small};
use platform::web::avatar::{Size, avatar};

use super::super::lens::Lens;
use super::super::text::text;
use super::super::{chips, document, pictures};
use super::{contacting, invite, needing, receipt, recipients, redacting, sides, taking_part, waiting};
use crate::queries::Thread;
use crate::{Attachment, Author, Delivery, DeliveryState, Message, MessageKind, Participant, Side, Verdict};

/// Who is who in a conversation.
#[derive(Clone, Copy)]
pub(in crate::http) struct Names<'a> {
    /// Its customer.
    pub person: &'a Person,
    /// The colleagues.
    pub staff: &'a [Colleague],
    /// Who takes part beside the customer, or would like to.
    pub participants: &'a [Participant],
    /// What colleagues write with others about it.
    pub sides: &'a [Side],
}

impl<'a> Names<'a> {
    /// Of one conversation.
    pub fn of(thread: &'a Thread, staff: &'a [Colleague]) -> Self {
        Self { person: &thread.person, staff, participants: &thread.participants, sides: &thread.sides }
    }
}

impl Names<'_> {
    /// The colleague's name, when they are still here.
    pub fn staff(&self, id: &str) -> Option<&str> {
        self.staff.iter().find(|one| one.id.as_str() == id).map(|one| one.name.as_str())
    }
}

/// The messages that there are to read: a reply taken back was never said.
pub(in crate::http) fn shown(messages: &[Message]) -> Vec<&Message> {
    let undone = |m: &Message| m.delivery.as_ref().is_some_and(|delivery| delivery.state == DeliveryState::Undone);
    messages.iter().filter(|message| !undone(message)).collect()
}

/// One message.
pub(in crate::http) fn message(lens: Lens<'_>, it: &Message, names: &Names<'_>) -> Markup {
    if it.kind == MessageKind::Receipt {
        return receipt::line(lens, it);
    }
    let who = author_name(it, names);
    let label = match it.kind {
        MessageKind::Inbound => "message-from",
        MessageKind::Reply | MessageKind::Receipt => "message-reply-from",
        MessageKind::Note | MessageKind::Contact => "message-note-from",
        MessageKind::SideOut | MessageKind::SideIn => "message-side-from",
        MessageKind::Forward => "message-forward-from",
    };
    let (seed, staff) = match &it.author {
        Author::Person(id) => (id.as_str(), false),
        Author::Staff(id) => (id.as_str(), true),
        Author::System => ("", true),
    };
    let internal = it.kind.is_internal();
    html! {
        article.msg.ours[it.kind.goes_out()].note[internal] #{ "m-" (it.id) }
            data-tone=[internal.then_some("note")] aria-label=(lens.say.with(label, args![who = &who])) {
            (avatar(&who, seed, staff, Size::Usual))
            div.body {
                (header(lens, it, &who, names))
                (redacting::changed(lens, it))
                (recipients::line(lens, it))
                (banners(lens, it))
                (taking_part::new_here(lens, it, names.participants))
                @if let Some(meeting) = &it.invite { (invite::card(lens, meeting)) }
                (said(lens, it))
                (below(lens, it))
                (attachments(lens, it))
                (original(lens, it, &who))
                (needing::place(it))
                @if let Some(delivery) = &it.delivery {
                    (failure(lens, it, delivery))
                    (waiting::actions(lens, it, delivery))
                }
            }
        }
    }
}

fn author_name(it: &Message, names: &Names<'_>) -> String {
    match &it.author {
        Author::Person(id) if *id == names.person.id && it.from.name.is_empty() => names.person.name.clone(),
        Author::Person(_) if it.from.name.is_empty() => it.from.address.clone(),
        Author::Staff(id) if it.from.name.is_empty() => names.staff(id.as_str()).unwrap_or_default().to_owned(),
        _ => it.from.name.clone(),
    }
}

fn header(lens: Lens<'_>, it: &Message, who: &str, names: &Names<'_>) -> Markup {
    html! {
        header {
            @match it.kind {
                MessageKind::Note => {
                    (icon_small("lock"))
                    b { (lens.text("message-note")) }
                    span.soft { (who) ", " (lens.time(it.at)) }
                    span.push.xs.soft { (lens.text("message-note-private")) }
                    (needing::sign(lens, it))
                    (redacting::tools(lens, it))
                },
                MessageKind::Contact => {
                    (contacting::head(lens, it, names, who))
                    (needing::sign(lens, it))
                    (redacting::tools(lens, it))
                },
                MessageKind::SideOut | MessageKind::SideIn => {
                    (sides::head(lens, it, names, who))
                    @if it.kind == MessageKind::SideIn { (proof(lens, it)) }
                    @if let Some(delivery) = &it.delivery { (progress(lens, delivery)) }
                    span.push.row.g-1 {
                        @if it.kind == MessageKind::SideIn { (sources(lens, it)) }
                        (redacting::tools(lens, it))
                    }
                },
                MessageKind::Inbound => {
                    b { (who) }
                    // A name is what somebody says; the address is where an answer goes.
                    @if it.from.address != who { span.quiet { (it.from.address) } }
                    span.quiet { (lens.text("channel-email")) ", " (lens.time(it.at)) }
                    (proof(lens, it))
                    (chips::mood(lens, it.mood))
                    span.push.row.g-1 {
                        @if lens.works {
                            @let forward = lens.text("composer-forward");
                            a.btn.ghost.icon.small href={ "/conversations/" (it.conversation) "?compose=forward&about=" (it.id) "#forward" }
                                aria-label=(forward) title=(forward) { (icon("forward")) }
                        }
                        (needing::sign(lens, it))
                        (sources(lens, it))
                        (redacting::tools(lens, it))
                    }
                },
                MessageKind::Reply | MessageKind::Forward | MessageKind::Receipt => {
                    b { (who) }
                    span.quiet { (lens.time(it.at)) }
                    @if let Some(delivery) = &it.delivery { (progress(lens, delivery)) }
                    (redacting::tools(lens, it))
                },
            }
        }
    }
}

/// Why it stands here, and the mail as it came.
fn sources(lens: Lens<'_>, it: &Message) -> Markup {
    let (why, original) = (lens.text("why-title"), lens.text("message-original"));
    html! {
        a.btn.ghost.icon.small href={ "/messages/" (it.id) "/why" } aria-label=(why) title=(why) { (icon("help")) }
        @if it.raw.is_some() {
            a.btn.ghost.icon.small href={ "/messages/" (it.id) "/raw.eml" } hx-boost="false" download
                aria-label=(original) title=(original) { (icon("mail")) }
        }
    }
}

pub(super) fn progress(lens: Lens<'_>, delivery: &Delivery) -> Markup {
    let (sign, message) = match delivery.state {
        DeliveryState::Waiting if delivery.attempts > 0 => ("repeat", "delivery-again"),
        DeliveryState::Waiting => ("clock", "delivery-waiting"),
        DeliveryState::Sending => ("send", "delivery-sending"),
        DeliveryState::Sent => ("check", "delivery-sent"),
        DeliveryState::Failed => ("alert", "delivery-failed"),
        DeliveryState::Bounced => ("alert", "delivery-bounced"),
        DeliveryState::Undone => return html! {},
        DeliveryState::Scheduled => ("clock", "delivery-scheduled"),
        DeliveryState::Held => ("alert", "delivery-held"),
    };
    let later = delivery.later.filter(|_| delivery.state == DeliveryState::Scheduled);
    let bad = matches!(delivery.state, DeliveryState::Failed | DeliveryState::Bounced);
    html! {
        span.push.row.xs.quiet.g-2 title=[(!delivery.words.is_empty() && delivery.state != DeliveryState::Held).then_some(&delivery.words)] {
            svg.ic.ic-s data-tone=[bad.then_some("bad")] aria-hidden="true" { (icon_use(sign)) }
            (lens.text(message))
            @if delivery.state == DeliveryState::Sent { " " (lens.time(delivery.at)) }
            @if let Some(later) = later { " " (lens.time(later.due)) }
        }
    }
}

fn icon_use(sign: &str) -> Markup {
    html! { use href={ (platform::web::assets::url("icons.svg")) "#i-" (sign) } {} }
}

pub(super) fn failure(lens: Lens<'_>, it: &Message, delivery: &Delivery) -> Markup {
    let trying = delivery.state == DeliveryState::Waiting && delivery.attempts > 0 && !delivery.words.is_empty();
    html! {
        @if delivery.state == DeliveryState::Failed {
            div.callout.mt data-tone="bad" {
                (icon("alert"))
                p { b { (lens.text("delivery-failed-title")) } " " (lens.text("delivery-failed-body")) }
                @if !delivery.words.is_empty() { p.xs { (lens.text("delivery-words")) " " q { (delivery.words) } } }
                @if lens.works {
                    form.mt method="post" action={ "/messages/" (it.id) "/retry" } {
                        button.btn.small { (lens.text("word-retry")) }
                    }
                }
            }
        } @else if delivery.state == DeliveryState::Bounced {
            (bounced(lens, delivery))
        } @else if trying {
            p.xs.quiet.mt { (lens.text("delivery-words")) " " q { (delivery.words) } }
        }
    }
}

/// A reply that came back: to whom it did not get, and why, as the other server said.
fn bounced(lens: Lens<'_>, delivery: &Delivery) -> Markup {
    let (who, words) = delivery.words.split_once(": ").unwrap_or((&delivery.words, ""));
    html! {
        div.callout.mt data-tone="bad" {
            (icon("alert"))
            p { b { (lens.say.with("delivery-bounced-title", args![who = who])) } }
            @if !words.is_empty() { p.xs { (lens.text("delivery-words")) " " q { (words) } } }
        }
    }
}

/// Whether the sender is who they say, as far as anybody knows. What is as it should be is a sign and no more.
fn proof(lens: Lens<'_>, it: &Message) -> Markup {
    let Some(proof) = &it.proof else { return html! {} };
    let args = args![by = proof.by.to_uppercase(), domain = &proof.domain];
    let (tone, text) = match proof.verdict {
        Verdict::Proved => {
            let by_link = proof.by == "link";
            let proved = if by_link { lens.text("proof-link") } else { lens.say.with("proof-proved", args) };
            return html! { span title=(proved) { (icon_labelled("shield", &proved, Some("ok"))) } };
        }
        Verdict::Unproved if proof.by == "form" => ("plain", lens.text("proof-form")),
        Verdict::Unproved => ("plain", lens.text("proof-unproved")),
        Verdict::Failed => ("bad", lens.say.with("proof-failed", args)),
    };
    html! { span.chip.line data-tone=(tone) { (text) } }
}

/// What the reader must know before believing the text.
fn banners(lens: Lens<'_>, it: &Message) -> Markup {
    let banner = |tone: &str, sign: &str, text: String| {
        html! { div.callout.mb data-tone=(tone) { (icon(sign)) p { (text) } } }
    };
    html! {
        @if let Some(why) = &it.automatic { (banner("info", "auto", automatic(lens, why))) }
        @for warning in &it.warnings {
            @match warning.as_str() {
                "encrypted" => (sealed(lens, "lock", "message-encrypted", "message-encrypted-why")),
                "signed" => (sealed(lens, "shield", "message-signed", "message-signed-why")),
                other => (banner("warn", "alert", warned(lens, other))),
            }
        }
        @if let Some(why) = &it.unreadable {
            (banner("bad", "alert", format!("{} {}", lens.text("message-unreadable"), unreadable(lens, why))))
        }
    }
}

/// What a mail program did to a mail that we cannot undo or check (PGP, S/MIME).
fn sealed(lens: Lens<'_>, sign: &str, word: &str, why: &str) -> Markup {
    html! {
        p.row.wrap.sm.mb {
            span.chip.line { (icon_small(sign)) (lens.text(word)) }
            span.quiet { (lens.text(why)) }
        }
    }
}

fn automatic(lens: Lens<'_>, why: &str) -> String {
    let message = match why.replace('_', "-").as_str() {
        "auto-submitted" | "auto-response" => "automatic-answer",
        "precedence" => "automatic-bulk",
        "mailing-list" | "list" => "automatic-list",
        "report" | "bounce" => "automatic-report",
        "mail-system" | "empty-return-path" => "automatic-system",
        _ => "automatic-other",
    };
    lens.text(message)
}

fn warned(lens: Lens<'_>, warning: &str) -> String {
    let message = match warning.replace('_', "-").as_str() {
        "unproved-staff" => "warning-unproved-staff",
        "name-holds-address" => "warning-name-holds-address",
        "name-of-colleague" => "warning-name-of-colleague",
        "hidden-characters" => "warning-hidden-characters",
        "foreign-letters" => "warning-foreign-letters",
        "no-sender" => "warning-no-sender",
        "several-senders" => "warning-several-senders",
        "text-cut" => "warning-text-cut",
        "nul-removed" => "warning-nul-removed",
        "receipt-capped" => "warning-receipt-capped",
        other => return lens.say.with("warning-other", args![what = other]),
    };
    lens.text(message)
}

fn unreadable(lens: Lens<'_>, why: &str) -> String {
    let message = match why {
        "empty" => "unreadable-empty",
        "no-header" => "unreadable-no-header",
        "header-too-large" | "too-many-fields" | "header-too-costly" | "comments-too-deep" => "unreadable-header",
        "too-many-parts" | "too-deep" => "unreadable-parts",
        other => return lens.say.with("unreadable-other", args![why = other]),
    };
    lens.text(message)
}

/// What it says: as our own document when it came as HTML, else as plain text.
fn said(lens: Lens<'_>, it: &Message) -> Markup {
    match &it.document {
        Some(document) if !document.blocks.is_empty() => html! {
            (document::remote(lens, it))
            (document::document(lens, it, &document.blocks))
            @if document.cut { p.sm.quiet.mt { (lens.text("message-cut")) } }
        },
        _ => text(lens.say, &it.body, it.language),
    }
}

/// Its own HTML, in a frame that can do nothing.
fn original(lens: Lens<'_>, it: &Message, who: &str) -> Markup {
    html! {
        @if let (Some(passes), Some(_), Some(_)) = (lens.passes, &it.document, &it.raw) {
            details.fold.mt.original #{ "o-" (it.id) } {
                summary { (icon_small("eye")) (lens.text("message-show-original")) }
                iframe src=(passes.original(&it.id)) sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy"
                    referrerpolicy="no-referrer" title=(lens.say.with("message-original-of", args![who = who])) {}
            }
        }
    }
}

/// Whether a picture of ours stands below its text.
fn stands_below(lens: Lens<'_>, file: &Attachment) -> bool {
    file.alt.is_some() && lens.passes.is_some() && pictures::is_shown(&file.content_type, file.size)
}

/// The pictures that stand below its text, as they do in the mail.
fn below(lens: Lens<'_>, it: &Message) -> Markup {
    let pictures = it.attachments.iter().filter(|file| stands_below(lens, file));
    let shown = pictures.filter_map(|file| Some((lens.passes?.picture(&file.id), file.alt.as_deref()?)));
    html! {
        @for (address, alt) in shown {
            div.said.mt {
                a href=(address) target="_blank" rel="noopener" hx-boost="false" { img src=(address) alt=(alt) loading="lazy"; }
            }
        }
    }
}

/// Its files, but for pictures that stand within its text or below it. Pictures are seen before they are opened.
fn attachments(lens: Lens<'_>, it: &Message) -> Markup {
    let within = it.document.as_ref().map(crate::Document::parts).unwrap_or_default();
    let stands_within = |file: &&Attachment| {
        let known = file.content_id.as_deref().is_some_and(|id| within.contains(&id));
        known && pictures::is_shown(&file.content_type, file.size)
    };
    let files: Vec<&Attachment> =
        it.attachments.iter().filter(|file| !stands_within(file) && !stands_below(lens, file)).collect();
    let pictured = |file: &Attachment| pictures::is_shown(&file.content_type, file.size) && it.kind.came_in();
    html! {
        @if !files.is_empty() {
            div.row.wrap.mt {
                @for file in files {
                    @if let (true, Some(passes)) = (pictured(file), lens.passes) {
                        @let address = passes.picture(&file.id);
                        a.shot href=(address) target="_blank" rel="noopener" hx-boost="false" {
                            img src=(address) alt=(lens.say.with("picture-open", args![name = &file.name])) loading="lazy";
                        }
                    }
                    a.attach href={ "/attachments/" (file.id) } hx-boost="false" download {
                        (icon_small(if file.content_type.starts_with("image/") { "image" } else { "file" }))
                        span.cut { (file.name) } " "
                        span.quiet.xs { (lens.say.bytes(u64::try_from(file.size).unwrap_or(0))) }
                    }
                }
            }
        }
    }
}
