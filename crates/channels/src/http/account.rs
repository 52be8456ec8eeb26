//! The form of a mailbox: how its mail is fetched, how replies leave, and what stands on them. Read from
//! what people typed, together with what is kept already: a password that is not typed stays, as long as
//! it still goes to the same account at the same server.

use maud::{Markup, html};
use platform::i18n::Say;
use serde::Deserialize;

use super::form::{Fields, Wrong};
use crate::discovery;
use crate::mailboxes::{Account, Afterwards, Auth, Fetch, Imap, Secrets, Send, Settings};
use crate::relay::Protection;

/// The form as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    name: String,
    address: String,
    sender_name: String,
    signature: String,
    fetch_by: String,
    fetch_host: String,
    fetch_port: String,
    fetch_protection: String,
    fetch_user: String,
    fetch_password: String,
    folder: String,
    pub(super) afterwards: String,
    pub(super) move_to: String,
    send_by: String,
    send_host: String,
    send_port: String,
    send_protection: String,
    send_user: String,
    send_password: String,
}

impl Typed {
    /// What is kept, as the form shows it. Passwords are not shown.
    pub(super) fn of(settings: &Settings) -> Self {
        let mut typed = Self {
            name: settings.name.clone(),
            address: settings.address.clone(),
            sender_name: settings.sender_name.clone(),
            signature: settings.signature.clone(),
            fetch_by: "none".into(),
            fetch_protection: Protection::Implicit.code().into(),
            folder: "INBOX".into(),
            afterwards: "leave".into(),
            send_by: "relay".into(),
            send_protection: Protection::StartTls.code().into(),
            ..Self::default()
        };
        if let Fetch::Imap(imap) = &settings.fetch {
            let Account { host, port, protection, user, .. } = imap.account.clone();
            typed.fetch_by = "imap".into();
            (typed.fetch_host, typed.fetch_port, typed.fetch_user) = (host, port.to_string(), user);
            typed.fetch_protection = protection.code().into();
            typed.folder.clone_from(&imap.folder);
            (typed.afterwards, typed.move_to) = afterwards_typed(&imap.afterwards);
        }
        if let Send::Smtp(Account { host, port, protection, user, .. }) = settings.send.clone() {
            typed.send_by = "smtp".into();
            (typed.send_host, typed.send_port, typed.send_user) = (host, port.to_string(), user);
            typed.send_protection = protection.code().into();
        }
        typed
    }

    /// What is to be kept, or what to put right.
    pub(super) fn read(&self, before: &Settings, kept: &Secrets) -> Result<(Settings, Secrets), Wrong> {
        let mut wrong = Wrong::default();
        let mut secrets = kept.clone();
        let fetch = match self.fetch_by.as_str() {
            "imap" => self.fetch(before, kept, &mut secrets, &mut wrong),
            _ => Fetch::None,
        };
        let send = match self.send_by.as_str() {
            "smtp" => self.send(before, kept, &mut secrets, &mut wrong),
            _ => Send::Relay,
        };
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let signature = self.signature.replace("\r\n", "\n").replace('\0', "");
        let settings = Settings {
            name: self.name.clone(),
            address: self.address.clone(),
            sender_name: self.sender_name.clone(),
            signature: signature.trim().chars().take(2000).collect(),
            fetch,
            send,
        };
        Ok((settings, secrets))
    }

    fn fetch(&self, before: &Settings, kept: &Secrets, secrets: &mut Secrets, wrong: &mut Wrong) -> Fetch {
        let before = match &before.fetch {
            Fetch::Imap(imap) => Some(&imap.account),
            Fetch::None => None,
        };
        let fields = ["fetch_host", "fetch_port", "fetch_user"];
        let protection = Protection::from_code(&self.fetch_protection).unwrap_or(Protection::Implicit);
        let usual = if protection == Protection::Implicit { 993 } else { 143 };
        let typed = [&self.fetch_host, &self.fetch_port, &self.fetch_user];
        let mut account = account(fields, typed, (protection, usual), wrong);
        if account.user.is_empty() {
            wrong.add("fetch_user", "mailbox-user-missing");
        }
        account.auth = before.filter(|before| is_same(before, &account)).map_or(Auth::Password, |before| before.auth);
        match self.fetch_password.as_str() {
            "" if account.auth != Auth::Password => {}
            "" if before.is_some_and(|before| is_same(before, &account)) && !kept.fetch_password.is_empty() => {}
            "" => wrong.add("fetch_password", "mailbox-password-missing"),
            password => {
                account.auth = Auth::Password;
                password.clone_into(&mut secrets.fetch_password);
            }
        }
        let folder = platform::web::form::one_line(&self.folder, 200);
        let folder = if folder.is_empty() { "INBOX".to_owned() } else { folder };
        let afterwards = afterwards_read(&self.afterwards, &self.move_to, &folder).unwrap_or_else(|message| {
            wrong.add("move_to", message);
            Afterwards::Leave
        });
        Fetch::Imap(Imap { account, folder, afterwards })
    }

    fn send(&self, before: &Settings, kept: &Secrets, secrets: &mut Secrets, wrong: &mut Wrong) -> Send {
        let before = match &before.send {
            Send::Smtp(account) => Some(account),
            Send::Relay => None,
        };
        let fields = ["send_host", "send_port", "send_user"];
        let protection = Protection::from_code(&self.send_protection).unwrap_or_default();
        let typed = [&self.send_host, &self.send_port, &self.send_user];
        let mut account = account(fields, typed, (protection, protection.usual_port()), wrong);
        account.auth = before.filter(|before| is_same(before, &account)).map_or(Auth::Password, |before| before.auth);
        let is_kept = before.is_some_and(|before| is_same(before, &account)) && !kept.send_password.is_empty();
        // One account mostly has one password: what was the same for both servers stays so.
        let typed_for_both = account.user == self.fetch_user.trim() && !self.fetch_password.is_empty();
        let follows = typed_for_both && (!is_kept || kept.send_password == kept.fetch_password);
        match self.send_password.as_str() {
            "" if account.auth != Auth::Password || account.user.is_empty() => {}
            "" if follows => self.fetch_password.clone_into(&mut secrets.send_password),
            "" if is_kept => {}
            "" => wrong.add("send_password", "mailbox-password-missing"),
            password => {
                account.auth = Auth::Password;
                password.clone_into(&mut secrets.send_password);
            }
        }
        Send::Smtp(account)
    }
}

/// Whether a kept password still goes where it was meant to go.
fn is_same(before: &Account, now: &Account) -> bool {
    (&before.host, &before.user) == (&now.host, &now.user)
}

fn account(
    [host_field, port_field, _]: [&'static str; 3],
    [host, port, user]: [&String; 3],
    (protection, usual_port): (Protection, u16),
    wrong: &mut Wrong,
) -> Account {
    let host = host.trim().to_ascii_lowercase();
    if !discovery::is_host(&host) {
        wrong.add(host_field, "mail-host-wrong");
    }
    let port = match port.trim() {
        "" => usual_port,
        text => text.parse().ok().filter(|port| *port > 0).unwrap_or_else(|| {
            wrong.add(port_field, "mail-port-wrong");
            usual_port
        }),
    };
    Account { host, port, protection, user: user.trim().to_owned(), auth: Auth::Password }
}

fn afterwards_typed(afterwards: &Afterwards) -> (String, String) {
    let (way, folder) = match afterwards {
        Afterwards::Leave => ("leave", ""),
        Afterwards::MarkRead => ("mark_read", ""),
        Afterwards::Move(folder) => ("move", folder.as_str()),
        Afterwards::Delete => ("delete", ""),
    };
    (way.to_owned(), folder.to_owned())
}

/// What happens to mails afterwards; `from` is the folder they lie in.
pub(super) fn afterwards_read(way: &str, folder: &str, from: &str) -> Result<Afterwards, &'static str> {
    match way {
        "mark_read" => Ok(Afterwards::MarkRead),
        "delete" => Ok(Afterwards::Delete),
        "move" => {
            let folder = platform::web::form::one_line(folder, 200);
            if folder.is_empty() {
                Err("mailbox-move-missing")
            } else if folder == from {
                Err("mailbox-move-same")
            } else {
                Ok(Afterwards::Move(folder))
            }
        }
        _ => Ok(Afterwards::Leave),
    }
}

/// What mails are called and signed.
pub(super) fn face(fields: Fields<'_>, typed: &Typed) -> Markup {
    html! {
        section.card.col.g-6 {
            h3 { (fields.say.text("mailbox-face")) }
            (fields.input("address", "mailbox-address", "email", &typed.address, Some("mailbox-address-hint")))
            (fields.text("name", "mailbox-name", &typed.name, Some("mailbox-name-hint")))
            (fields.text("sender_name", "mailbox-sender", &typed.sender_name, Some("mailbox-sender-hint")))
            (fields.area("signature", "mailbox-signature", &typed.signature, Some("mailbox-signature-hint")))
        }
    }
}

/// How mail is fetched.
pub(super) fn fetching(fields: Fields<'_>, typed: &Typed) -> Markup {
    html! {
        section.card.col.g-6 {
            h3 { (fields.say.text("mailbox-fetch")) }
            (fields.radios("fetch_by", "mailbox-fetch-how", &typed.fetch_by, &[
                ("imap", "mailbox-fetch-imap", "mailbox-fetch-imap-why"),
                ("none", "mailbox-fetch-none", "mailbox-fetch-none-why"),
            ]))
            div.col.g-6.if-imap {
                (fields.text("fetch_host", "mailbox-fetch-host", &typed.fetch_host, None))
                (fields.protection("fetch_protection", &typed.fetch_protection))
                (fields.text("fetch_port", "mail-port", &typed.fetch_port, Some("mail-port-hint")))
                (fields.text("fetch_user", "mail-user", &typed.fetch_user, Some("mailbox-user-hint")))
                (fields.password("fetch_password", "mail-password", Some("mail-password-hint")))
                (fields.text("folder", "mailbox-folder", &typed.folder, Some("mailbox-folder-hint")))
            }
        }
    }
}

/// What happens to mails that were read.
pub(super) fn afterwards(fields: Fields<'_>, typed: &Typed) -> Markup {
    let say = fields.say;
    let ways = [
        ("leave", say.text("mailbox-after-leave")),
        ("mark_read", say.text("mailbox-after-mark-read")),
        ("move", say.text("mailbox-after-move")),
        ("delete", say.text("mailbox-after-delete")),
    ];
    html! {
        (fields.select("afterwards", "mailbox-after", &typed.afterwards, &ways))
        div.if-move {
            (fields.text("move_to", "mailbox-move-to", &typed.move_to, Some("mailbox-move-to-hint")))
        }
    }
}

/// How replies leave.
pub(super) fn sending(fields: Fields<'_>, typed: &Typed) -> Markup {
    html! {
        section.card.col.g-6 {
            h3 { (fields.say.text("mailbox-send")) }
            (fields.radios("send_by", "mailbox-send-how", &typed.send_by, &[
                ("smtp", "mailbox-send-smtp", "mailbox-send-smtp-why"),
                ("relay", "mailbox-send-relay", "mailbox-send-relay-why"),
            ]))
            div.col.g-6.if-smtp {
                (fields.text("send_host", "mailbox-send-host", &typed.send_host, None))
                (fields.protection("send_protection", &typed.send_protection))
                (fields.text("send_port", "mail-port", &typed.send_port, Some("mail-port-hint")))
                (fields.text("send_user", "mail-user", &typed.send_user, Some("mailbox-send-user-hint")))
                (fields.password("send_password", "mail-password", Some("mailbox-send-password-hint")))
            }
        }
    }
}

/// What a mailbox reads and sends by, in a few words, for lists.
pub(super) fn in_short(say: &Say, settings: &Settings) -> String {
    match &settings.fetch {
        Fetch::Imap(imap) => imap.account.host.clone(),
        Fetch::None => say.text("mailbox-brought"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> Typed {
        Typed {
            address: "hei@shop.example".into(),
            fetch_by: "imap".into(),
            fetch_host: " IMAP.shop.example ".into(),
            fetch_protection: "implicit".into(),
            fetch_user: "hei".into(),
            fetch_password: "secret one".into(),
            send_by: "smtp".into(),
            send_host: "smtp.shop.example".into(),
            send_protection: "start_tls".into(),
            send_user: "hei".into(),
            ..Typed::default()
        }
    }

    fn read(typed: &Typed) -> (Settings, Secrets) {
        typed.read(&Settings::default(), &Secrets::default()).expect("is whole")
    }

    #[test]
    fn ports_are_the_usual_ones_and_one_password_serves_both_servers() {
        let (settings, secrets) = read(&typed());
        let Fetch::Imap(imap) = &settings.fetch else { panic!("fetched") };
        assert_eq!((imap.account.host.as_str(), imap.account.port), ("imap.shop.example", 993));
        assert_eq!((imap.folder.as_str(), &imap.afterwards), ("INBOX", &Afterwards::Leave));
        let Send::Smtp(send) = &settings.send else { panic!("sent") };
        assert_eq!((send.host.as_str(), send.port, send.user.as_str()), ("smtp.shop.example", 587, "hei"));
        assert_eq!((secrets.fetch_password.as_str(), secrets.send_password.as_str()), ("secret one", "secret one"));
        let open = Typed { fetch_protection: "none".into(), ..typed() };
        let Fetch::Imap(imap) = read(&open).0.fetch else { panic!("fetched") };
        assert_eq!(imap.account.port, 143);
    }

    #[test]
    fn what_is_shown_reads_back_as_it_was() {
        let (settings, secrets) = read(&Typed { afterwards: "move".into(), move_to: "Done".into(), ..typed() });
        let shown = Typed::of(&settings);
        assert_eq!((shown.fetch_password.as_str(), shown.send_password.as_str()), ("", ""));
        assert_eq!(shown.read(&settings, &secrets), Ok((settings, secrets)));
    }

    #[test]
    fn a_kept_password_never_goes_to_another_server_or_account() {
        let (settings, secrets) = read(&typed());
        let shown = Typed::of(&settings);
        let fields = |change: fn(&mut Typed)| {
            let mut typed = shown.clone();
            change(&mut typed);
            typed.read(&settings, &secrets).expect_err("refused").0
        };
        let missing = "mailbox-password-missing";
        assert_eq!(fields(|typed| typed.fetch_host = "evil.example".into()), [("fetch_password", missing)]);
        assert_eq!(fields(|typed| typed.fetch_user = "boss".into()), [("fetch_password", missing)]);
        assert_eq!(fields(|typed| typed.send_host = "evil.example".into()), [("send_password", missing)]);
        assert_eq!(fields(|typed| typed.send_user = "boss".into()), [("send_password", missing)]);
    }

    #[test]
    fn a_password_that_was_one_for_both_servers_is_put_right_in_one_place() {
        let (settings, one) = read(&typed());
        let again = |kept: &Secrets| {
            let typed = Typed { fetch_password: "the right one".into(), ..Typed::of(&settings) };
            typed.read(&settings, kept).expect("is whole").1
        };
        assert_eq!(again(&one).send_password, "the right one");
        let own = Secrets { send_password: "its own".into(), ..one };
        assert_eq!(again(&own).send_password, "its own");
    }

    #[test]
    fn what_is_wrong_is_named_at_its_field() {
        let bad = Typed {
            fetch_host: "a b".into(),
            fetch_port: "0".into(),
            fetch_user: " ".into(),
            fetch_password: String::new(),
            afterwards: "move".into(),
            move_to: " ".into(),
            send_host: String::new(),
            send_port: "x".into(),
            ..typed()
        };
        let wrong = bad.read(&Settings::default(), &Secrets::default()).expect_err("much");
        let fields: Vec<&str> = wrong.0.iter().map(|(field, _)| *field).collect();
        let all = [
            "fetch_host",
            "fetch_port",
            "fetch_user",
            "fetch_password",
            "move_to",
            "send_host",
            "send_port",
            "send_password",
        ];
        assert_eq!(fields, all);
        assert_eq!(afterwards_read("move", "INBOX", "INBOX"), Err("mailbox-move-same"));
        // What is not used need not be whole.
        let unused = Typed { fetch_by: "none".into(), send_by: "relay".into(), ..bad };
        assert_eq!(read(&unused).0.fetch, Fetch::None);
    }
}
