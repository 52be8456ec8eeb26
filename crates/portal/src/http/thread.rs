//! The markup of a request's page.

use base::Instant;
use conversations::commands::OPINION_MAX;
use conversations::http::text::text;
use conversations::rules::requests::{Standing, standing};
use conversations::{Attachment, Conversation, Message, MessageKind, Said};
use data_encoding::HEXLOWER;
use maud::{Markup, html};
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::{Platform, args};

use super::Opened;

/// The form of an answer, and what was just done.
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    pub body: String,
    pub once: String,
    /// The message that says what is wrong.
    pub problem: Option<&'static str>,
    /// `sent`, `solved`, `open`, `opinion`.
    pub done: String,
    /// Whether they sent no word of whether it was what they wanted.
    pub unsaid: bool,
    /// What they added to it.
    pub comment: String,
}

impl Form {
    /// An empty one, with a name of its own: when it was made, and something random.
    pub fn fresh(p: &Platform) -> Self {
        let mut bytes = [0; 8];
        p.random.fill(&mut bytes);
        Self { once: format!("{}-{}", p.clock.business().as_second(), HEXLOWER.encode(&bytes)), ..Self::default() }
    }

    /// When a form of this name was made.
    pub fn made_at(once: &str) -> Option<Instant> {
        let seconds = once.split_once('-')?.0.parse().ok()?;
        Instant::from_second(seconds).ok().filter(|at| *at >= Instant::UNIX_EPOCH)
    }
}

/// What the request is called.
pub(super) fn title(opened: &Opened) -> String {
    subject(&opened.say, &opened.request.conversation)
}

/// What a request is called: its customer's words, or else its number.
pub(super) fn subject(say: &Say, it: &Conversation) -> String {
    match it.subject.trim() {
        "" => say.with("request-title", args![number = it.number.to_string()]),
        subject => subject.to_owned(),
    }
}

pub(super) fn main(opened: &Opened, form: &Form, now: Instant) -> Markup {
    let say = &opened.say;
    html! {
        div.shell.request.read[opened.others.is_some()] {
            div.col.g-7 {
                header.col.prose.g-4 {
                    @if opened.others.is_some() {
                        nav aria-label=(say.text("request-place")) { ol.crumbs {
                            li { a href="/my" { (say.text("my-title")) } }
                            li { (opened.request.conversation.number) }
                        } }
                    }
                    h1 { (title(opened)) }
                    p.row.wrap.sm.quiet #standing data-fresh { (stands(opened)) }
                }
                @if let Some((tone, done)) = done(&form.done) {
                    div.callout data-tone=(tone) role="status" data-sent[form.done == "sent"] { (icon("check")) p { (say.text(done)) } }
                }
                section.col.g-6 aria-labelledby="talk-h" {
                    h2 #talk-h { (say.text("request-talk")) }
                    div.talk #talk role="log" aria-labelledby="talk-h" data-fresh {
                        @for message in &opened.request.messages { (said(opened, message, now)) }
                        @if opened.request.messages.is_empty() { p.quiet { (say.text("request-nothing")) } }
                    }
                }
                (asked(opened, form))
                (answer(opened, form))
                div #verbs data-fresh { (verbs(opened)) }
            }
            @if let Some(others) = &opened.others { (beside(say, others)) }
        }
    }
}

/// What else is theirs, beside the request.
fn beside(say: &Say, others: &[(String, Conversation)]) -> Markup {
    html! {
        aside aria-labelledby="others-h" {
            section {
                h2 #others-h { (say.text("request-others")) }
                @if others.is_empty() { p.quiet { (say.text("request-no-others")) } }
                ul.lines {
                    @for (link, row) in others {
                        @let (_, words) = standing_words(standing(row));
                        @let is_done = matches!(standing(row), Standing::Solved | Standing::Closed);
                        li { a href=(link) {
                            (icon(if is_done { "check" } else { "clock" }))
                            span.vh { (say.text(words)) ": " }
                            span { (subject(say, row)) }
                        } }
                    }
                }
            }
        }
    }
}

fn done(code: &str) -> Option<(&'static str, &'static str)> {
    match code {
        "sent" => Some(("ok", "request-done-sent")),
        "solved" => Some(("ok", "request-done-solved")),
        "open" => Some(("info", "request-done-open")),
        "opinion" => Some(("ok", "request-done-opinion")),
        _ => None,
    }
}

/// How it is called where it stands, and in which tone.
pub(super) const fn standing_words(standing: Standing) -> (&'static str, &'static str) {
    match standing {
        Standing::Received => ("info", "request-received"),
        Standing::Working => ("accent", "request-working"),
        Standing::Yours => ("warn", "request-yours"),
        Standing::Solved | Standing::Closed => ("ok", "request-solved"),
    }
}

fn stands(opened: &Opened) -> Markup {
    let (say, it) = (&opened.say, &opened.request.conversation);
    let (tone, words) = standing_words(standing(it));
    html! {
        span.chip data-tone=(tone) { (say.text(words)) }
        span { (say.with("request-number", args![number = it.number.to_string()])) }
        span { (say.with("request-since", args![date = say.date(it.created_at, &opened.zone)])) }
    }
}

fn said(opened: &Opened, message: &Message, now: Instant) -> Markup {
    let say = &opened.say;
    let mine = message.kind == MessageKind::Inbound && message.author == author(opened);
    let who = if mine {
        say.text("request-you")
    } else {
        match (message.kind, message.from.name.as_str(), opened.business.name.as_str()) {
            (MessageKind::Inbound, "", _) => message.from.address.clone(),
            (MessageKind::Inbound, name, _) | (_, name, "") => name.to_owned(),
            (_, "", business) => business.to_owned(),
            (_, name, business) => say.with("request-by", args![name = name, business = business]),
        }
    };
    html! {
        article.say.mine[mine] {
            div.bubble {
                @if message.body.trim().is_empty() { p.quiet { (say.text("request-no-words")) } }
                (text(say, &message.body, message.language))
                @for (file, alt) in message.attachments.iter().filter_map(below) {
                    p.mt { img src={ (opened.path()) "/files/" (file.id) } alt=(alt) loading="lazy"; }
                }
            }
            @if message.attachments.iter().any(|file| below(file).is_none()) {
                div.papers {
                    @for file in message.attachments.iter().filter(|file| below(file).is_none()) {
                        a href={ (opened.path()) "/files/" (file.id) } download {
                            (icon_small("clip")) (file.name) " "
                            span.xs.quiet { (say.bytes(u64::try_from(file.size).unwrap_or_default())) }
                        }
                    }
                }
            }
            small { (who) ", " (say.day_time(message.at, now, &opened.zone)) }
        }
    }
}

/// A picture of ours that stands below the text, and what it shows.
fn below(file: &Attachment) -> Option<(&Attachment, &str)> {
    file.alt.as_deref().map(|alt| (file, alt))
}

fn author(opened: &Opened) -> conversations::Author {
    conversations::Author::Person(opened.request.conversation.person.clone())
}

fn answer(opened: &Opened, form: &Form) -> Markup {
    let (say, it) = (&opened.say, &opened.request.conversation);
    let invalid = form.problem.map(|_| "true");
    let described = form.problem.map(|_| "body-e");
    html! {
        form.col.g-5.answer method="post" action=(opened.path()) enctype="multipart/form-data" data-answer=(it.number) {
            input type="hidden" name="once" value=(form.once);
            div.callout data-tone="warn" role="status" data-offline hidden { (icon("offline")) p { (say.text("request-offline")) } }
            div.field {
                label for="body" { (say.text("request-answer")) }
                textarea.input id="body" name="body" aria-invalid=[invalid] aria-describedby=[described] autofocus[form.problem.is_some()] { (form.body) }
                @if let Some(problem) = form.problem { p.error id="body-e" { (icon_small("alert")) (say.text(problem)) } }
                @if standing(it) == Standing::Closed { p.hint { (say.text("request-closed-hint")) } }
            }
            div.field {
                label for="files" { (say.text("request-files")) }
                input type="file" id="files" name="files" multiple;
            }
            p { button.btn.primary { (icon("send")) (say.text("request-send")) } }
        }
    }
}

/// Whether it was what they wanted: a word, and what was missing if anything. They may say otherwise as long as it
/// stands so.
fn asked(opened: &Opened, form: &Form) -> Markup {
    let (say, request) = (&opened.say, &opened.request);
    if !request.asked {
        return html! {};
    }
    let said = request.opinion.as_ref();
    let comment = said.filter(|_| form.comment.is_empty()).map_or(form.comment.as_str(), |one| one.comment.as_str());
    let choice = |one: Said, words: &str| {
        html! {
            label.check {
                input.dot type="radio" name="said" value=(one.code()) required checked[said.is_some_and(|said| said.said == one)];
                span { (say.text(words)) }
            }
        }
    };
    html! {
        section.card.col.g-5 #opinion aria-labelledby="opinion-h" {
            h2 #opinion-h { (say.text("opinion-title")) }
            form.col.g-5 method="post" action={ (opened.path()) "/opinion" } {
                fieldset.field aria-describedby=[form.unsaid.then_some("said-e")] {
                    legend.vh { (say.text("opinion-title")) }
                    div.col.g-4 {
                        (choice(Said::Exactly, "opinion-exactly-mine"))
                        (choice(Said::Almost, "opinion-almost-mine"))
                        (choice(Said::No, "opinion-no-mine"))
                    }
                    @if form.unsaid { p.error id="said-e" { (icon_small("alert")) (say.text("opinion-unsaid")) } }
                }
                div.field {
                    label for="comment" { (say.text("opinion-comment")) }
                    textarea.input id="comment" name="comment" rows="2" maxlength=(OPINION_MAX) { (comment) }
                }
                label.check {
                    input.box type="checkbox" name="again" value="1";
                    span { (say.text("opinion-again")) small { (say.text("opinion-again-why")) } }
                }
                p { button.btn { (say.text(if said.is_some() { "opinion-change" } else { "opinion-send" })) } }
            }
        }
    }
}

/// To close it, or to open it again; what is closed for long opens by writing.
fn verbs(opened: &Opened) -> Markup {
    let (path, say) = (opened.path(), &opened.say);
    let verb = |to: &str, sign: &str, words: &str| {
        html! { form method="post" action={ (path) "/" (to) } { button.btn { (icon(sign)) (say.text(words)) } } }
    };
    match standing(&opened.request.conversation) {
        Standing::Closed => html! {},
        Standing::Solved => verb("reopen", "undo", "request-reopen"),
        Standing::Received | Standing::Working | Standing::Yours => verb("solved", "check", "request-settle"),
    }
}
