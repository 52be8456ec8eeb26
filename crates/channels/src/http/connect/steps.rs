//! What each step of connecting a mailbox shows.

use axum::response::Response;
use maud::{Markup, html};
use people::staff::Who;
use platform::i18n::Say;
use platform::web::assets::{icon, icon_small};
use platform::web::errors::Error;
use platform::{Platform, args};

use super::draft::Draft;
use super::{Chosen, First, Way, status};
use crate::discovery::providers;
use crate::email::trouble::Trouble;
use crate::http::account::{self, Typed};
use crate::http::checks::{self, Checked};
use crate::http::form::{self, Fields, Wrong};
use crate::http::oauth as visit;
use crate::mailboxes::Fetch;
use crate::oauth;
use crate::rehearsal::{Fate, Rehearsal, Rehearsed};

/// What the dry run showed.
pub(super) enum Preview {
    /// The newest mails, of so many.
    Mails {
        /// How many lie there in all.
        count: u32,
        /// What would become of the newest.
        rehearsal: Rehearsal,
    },
    /// The mailbox could not be looked into.
    Trouble(Trouble),
    /// Its mail is brought: there is nothing to look into.
    Nothing,
}

/// The frame of every step.
async fn step(p: &Platform, who: &Who, at: usize, wrong: bool, body: &Markup) -> Result<Response, Error> {
    let say = &who.say;
    let names = ["connect-step-address", "connect-step-check", "connect-step-choose"];
    let body = html! {
        ol.steps aria-label=(say.text("connect-steps")) {
            @for (index, name) in names.into_iter().enumerate() {
                li.done[index < at] aria-current=[(index == at).then_some("step")] { b { (say.text(name)) } }
            }
        }
        (body)
    };
    form::page(p, who, status(wrong), (&say.text("connect-title"), &say.text("connect-lead")), &body).await
}

/// The first step: the address and the password.
pub(super) async fn first(p: &Platform, who: &Who, first: &First, wrong: &Wrong) -> Result<Response, Error> {
    let say = &who.say;
    let fields = Fields { say, wrong };
    let mut options = vec![("", say.text("connect-provider-unknown"))];
    options.extend(providers::ALL.iter().map(|provider| (provider.code, provider.name.to_owned())));
    let body = html! {
        (wrong.summary(say))
        form.card.col.g-6 method="post" action="/settings/mail/connect" novalidate {
            (fields.input("address", "mailbox-address", "email", &first.address, Some("mailbox-address-hint")))
            (fields.password("password", "connect-password", Some("connect-password-hint")))
            (fields.select("provider", "connect-provider", &first.provider, &options))
            div.row.wrap.end-x {
                a.btn.ghost href="/inbox" { (say.text("connect-skip")) }
                button.btn.primary { (say.text("connect-find")) }
            }
        }
    };
    step(p, who, 0, !wrong.is_empty(), &body).await
}

/// The way to the provider, where one agrees.
pub(super) async fn agree(
    p: &Platform,
    who: &Who,
    draft: &Draft,
    provider: oauth::Provider,
) -> Result<Response, Error> {
    let say = &who.say;
    let body = html! {
        div.card.col.g-6 {
            h3 { (draft.settings.address) }
            p { (say.with("oauth-why", args![provider = visit::name(provider)])) }
            div.row.wrap.end-x { (visit::link(say, provider, "/settings/mail/oauth/begin")) }
        }
    };
    step(p, who, 1, false, &body).await
}

/// The settings, to be filled in.
pub(super) async fn settings(
    p: &Platform,
    who: &Who,
    draft: &Draft,
    typed: &Typed,
    wrong: &Wrong,
) -> Result<Response, Error> {
    let body = html! {
        (wrong.summary(&who.say))
        (note(&who.say, draft))
        (settings_form(p, who, draft, typed, wrong)?)
    };
    step(p, who, 1, !wrong.is_empty(), &body).await
}

/// What the try showed, and the settings to be changed.
pub(super) async fn tried(p: &Platform, who: &Who, draft: &Draft, checked: &Checked) -> Result<Response, Error> {
    let (say, good) = (&who.say, checked.is_good());
    let body = html! {
        (checks::lines(say, &draft.settings, checked))
        @if good {
            form.row.wrap.end-x method="post" action="/settings/mail/connect/choose" {
                input type="hidden" name="draft" value=(draft.seal(p, who)?);
                button.btn.primary { (say.text("connect-continue")) }
            }
        } @else {
            (note(say, draft))
        }
        details open[!good] {
            summary { span.btn { (icon("settings")) (say.text("connect-change")) } }
            div.mt-l { (settings_form(p, who, draft, &Typed::of(&draft.settings), &Wrong::default())?) }
        }
    };
    step(p, who, 1, false, &body).await
}

fn settings_form(p: &Platform, who: &Who, draft: &Draft, typed: &Typed, wrong: &Wrong) -> platform::Result<Markup> {
    let fields = Fields { say: &who.say, wrong };
    Ok(html! {
        form.col.g-7 method="post" action="/settings/mail/connect/check" novalidate {
            input type="hidden" name="draft" value=(draft.seal(p, who)?);
            (account::fetching(fields, typed))
            (account::sending(fields, typed))
            div.savebar { button.btn.primary { (who.say.text("connect-try")) } }
        }
    })
}

/// What one should know about this provider.
fn note(say: &Say, draft: &Draft) -> Markup {
    let text = draft.provider.map(|provider| {
        let id = match provider.way {
            Way::Google => "connect-note-google",
            Way::Microsoft => "connect-note-microsoft",
            Way::AppPassword => "connect-note-app-password",
            Way::Bridge => "connect-note-bridge",
            Way::Password if provider.own_user => "connect-note-user",
            Way::Password => return None,
        };
        Some(say.with(id, args![provider = provider.name]))
    });
    let text = match text {
        Some(text) => text,
        None => draft.guessed.then(|| say.text("connect-note-guessed")),
    };
    html! { @if let Some(text) = text { div.callout data-tone="info" { (icon("info")) p { (text) } } } }
}

/// What to take in, and the dry run.
pub(super) async fn choose(
    p: &Platform,
    who: &Who,
    draft: &Draft,
    chosen: &Chosen,
    wrong: &Wrong,
    preview: &Preview,
) -> Result<Response, Error> {
    let say = &who.say;
    let fields = Fields { say, wrong };
    let start = if chosen.start.is_empty() { "now" } else { &chosen.start };
    let days = if chosen.days.is_empty() { "30" } else { &chosen.days };
    let mut typed = Typed::of(&draft.settings);
    if !chosen.afterwards.is_empty() {
        typed.afterwards.clone_from(&chosen.afterwards);
        typed.move_to.clone_from(&chosen.move_to);
    }
    let body = html! {
        (wrong.summary(say))
        form.col.g-7 method="post" action="/settings/mail/connect/finish" novalidate {
            input type="hidden" name="draft" value=(draft.seal(p, who)?);
            @if draft.settings.fetch != Fetch::None {
                section.card.col.g-6 {
                    (fields.radios("start", "connect-start", start, &[
                        ("now", "connect-start-now", "connect-start-now-why"),
                        ("days", "connect-start-days", "connect-start-days-why"),
                        ("everything", "connect-start-everything", "connect-start-everything-why"),
                    ]))
                    div.if-days { (fields.input("days", "connect-days", "number", days, Some("connect-days-hint"))) }
                    (account::afterwards(fields, &typed))
                }
            }
            (shown(say, preview))
            div.savebar {
                span.sm.soft { (say.text("connect-nobody-told")) }
                @if matches!(preview, Preview::Trouble(_)) {
                    button.btn.push formaction="/settings/mail/connect/choose" { (say.text("connect-again")) }
                }
                button.btn.primary.push[!matches!(preview, Preview::Trouble(_))] { (say.text("connect-submit")) }
            }
        }
    };
    step(p, who, 2, !wrong.is_empty(), &body).await
}

fn shown(say: &Say, preview: &Preview) -> Markup {
    match preview {
        Preview::Nothing => html! {},
        Preview::Trouble(trouble) => html! {
            div.callout data-tone="bad" role="alert" { (icon("alert")) p { (trouble.sentence(say, "")) } }
        },
        Preview::Mails { count: 0, .. } => html! {
            div.callout data-tone="info" { (icon("info")) p { (say.text("connect-empty")) } }
        },
        Preview::Mails { count, rehearsal } => {
            let counts = args![mails = rehearsal.mails.len(), conversations = rehearsal.conversations];
            html! {
                section.col.g-5 aria-labelledby="dry-h" {
                    div.col.g-2 {
                        h3 #dry-h { (say.with("connect-dry", counts)) }
                        p.sm.soft { (say.with("connect-dry-why", args![count = i64::from(*count)])) }
                    }
                    (table(say, rehearsal))
                }
            }
        }
    }
}

fn table(say: &Say, rehearsal: &Rehearsal) -> Markup {
    html! {
        div.table-wrap tabindex="0" role="group" aria-labelledby="dry-h" {
            table.table {
                thead {
                    tr {
                        th scope="col" { (say.text("connect-dry-from")) }
                        th scope="col" { (say.text("connect-dry-subject")) }
                        th scope="col" { (say.text("connect-dry-conversation")) }
                    }
                }
                tbody {
                    @for mail in &rehearsal.mails { (row(say, mail)) }
                }
            }
        }
    }
}

fn row(say: &Say, mail: &Rehearsed) -> Markup {
    let name = if mail.from.name.is_empty() { &mail.from.address } else { &mail.from.name };
    let fate = match mail.fate {
        Fate::New { which, first: true } => say.with("connect-dry-new", args![which = which]),
        Fate::New { which, first: false } => say.with("connect-dry-same", args![which = which]),
        Fate::Joins(number) => say.with("connect-dry-joins", args![number = number]),
        Fate::Own => say.text("connect-dry-own"),
        Fate::Known => say.text("connect-dry-known"),
    };
    html! {
        tr {
            td title=(mail.from.address) { (name) }
            td {
                @if mail.subject.trim().is_empty() { span.quiet { (say.text("connect-dry-no-subject")) } } @else { (mail.subject) }
            }
            td {
                span.row.wrap.g-3 {
                    span { (fate) }
                    @if mail.automatic { span.chip { (icon_small("auto")) (say.text("connect-dry-machine")) } }
                    @if mail.unreadable { span.chip data-tone="warn" { (icon_small("alert")) (say.text("connect-dry-unreadable")) } }
                }
            }
        }
    }
}
