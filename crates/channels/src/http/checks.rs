//! A real connection to both servers of a mailbox, and a line for each: it works, or what is wrong and
//! what to do about it.

use maud::{Markup, html};
use platform::i18n::Say;
use platform::web::assets::icon;
use platform::{Platform, args};

use crate::email::imap::{self, Probe};
use crate::email::login::Login;
use crate::email::send::{Relay, Waits, probe};
use crate::email::tls::Trust;
use crate::email::trouble::{Kind, Trouble};
use crate::mailboxes::{Account, Auth, Fetch, Imap, Secrets, Send, Settings};
use crate::relay;

/// What trying a mailbox showed; `None` for what it does not have.
pub(super) struct Checked {
    pub fetch: Option<Result<Probe, Trouble>>,
    pub send: Option<Result<(), Trouble>>,
}

impl Checked {
    /// Whether mail can be fetched and sent.
    pub fn is_good(&self) -> bool {
        self.fetch.as_ref().is_none_or(Result::is_ok) && self.send.as_ref().is_none_or(Result::is_ok)
    }
}

/// Tries both servers at once. Nothing is changed there and nothing is sent.
pub(super) async fn check(p: &Platform, settings: &Settings, secrets: &Secrets) -> Checked {
    let fetching = async {
        match &settings.fetch {
            Fetch::None => None,
            Fetch::Imap(_) => Some(look(settings, secrets, 0).await),
        }
    };
    let sending = async {
        match &settings.send {
            Send::Relay => None,
            Send::Smtp(account) => Some(probe(&carrier(p, account, secrets), &settings.address).await),
        }
    };
    let (fetch, send) = Box::pin(async { tokio::join!(fetching, sending) }).await;
    Checked { fetch, send }
}

/// Looks into the mailbox and reads the beginnings of its newest mails.
pub(super) async fn look(settings: &Settings, secrets: &Secrets, newest: usize) -> Result<Probe, Trouble> {
    let Fetch::Imap(imap) = &settings.fetch else { return Err(Trouble::bare(Kind::FolderMissing)) };
    let login = login(&imap.account, secrets, &secrets.fetch_password);
    let trust = Trust::of_this_machine();
    Box::pin(imap::probe(&imap.account.place(), &trust, &login, &imap.folder, newest)).await
}

/// Where reading begins when mails since `day` are wanted.
pub(super) async fn find_since(
    imap: &Imap,
    secrets: &Secrets,
    day: jiff::civil::Date,
) -> Result<(imap::Opened, u32), Trouble> {
    let login = login(&imap.account, secrets, &secrets.fetch_password);
    let trust = Trust::of_this_machine();
    Box::pin(imap::find_since(&imap.account.place(), &trust, &login, &imap.folder, day)).await
}

fn carrier(p: &Platform, account: &Account, secrets: &Secrets) -> Relay {
    Relay {
        host: account.host.clone(),
        port: account.port,
        tls: account.protection.tls(),
        login: (!account.user.is_empty()).then(|| login(account, secrets, &secrets.send_password)),
        hello: relay::hello(&p.site.url),
        waits: Waits::default(),
        trust: Trust::of_this_machine(),
    }
}

fn login(account: &Account, secrets: &Secrets, password: &str) -> Login {
    match (account.auth, &secrets.tokens) {
        (Auth::Oauth(_), Some(tokens)) => Login::token(&account.user, &tokens.access),
        _ => Login::password(&account.user, password),
    }
}

/// A line for each server.
pub(super) fn lines(say: &Say, settings: &Settings, checked: &Checked) -> Markup {
    html! {
        div.col.g-4 role="status" {
            @if let (Fetch::Imap(imap), Some(fetch)) = (&settings.fetch, &checked.fetch) {
                @let host = &imap.account.host;
                @match fetch {
                    Ok(probe) => (good(&say.text("mailbox-check-fetch"), &fetched(say, host, &imap.folder, probe))),
                    Err(trouble) => (bad(&say.text("mailbox-check-fetch"), &trouble.sentence(say, host))),
                }
            }
            @if let (Send::Smtp(account), Some(send)) = (&settings.send, &checked.send) {
                @let host = &account.host;
                @match send {
                    Ok(()) => (good(&say.text("mailbox-check-send"), &say.with("mailbox-check-send-ok", args![host = host]))),
                    Err(trouble) => (bad(&say.text("mailbox-check-send"), &trouble.sentence(say, host))),
                }
            }
            @if checked.fetch.is_none() && checked.send.is_none() {
                (good(&say.text("mailbox-check-nothing"), &say.text("mailbox-check-nothing-why")))
            }
        }
    }
}

fn fetched(say: &Say, host: &str, folder: &str, probe: &Probe) -> String {
    let count = i64::from(probe.opened.mails);
    let id = if probe.can_wait { "mailbox-check-fetch-ok" } else { "mailbox-check-fetch-ok-asked" };
    say.with(id, args![host = host, folder = folder, count = count])
}

fn good(what: &str, why: &str) -> Markup {
    html! { div.callout data-tone="ok" { (icon("check")) h3 { (what) } p { (why) } } }
}

fn bad(what: &str, why: &str) -> Markup {
    html! { div.callout data-tone="bad" { (icon("alert")) h3 { (what) } p { (why) } } }
}
