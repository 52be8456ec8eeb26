//! Every mail that we send by ourselves or for a colleague, in each of the five languages, as it comes out of the
//! outbox: kept beside this file, so that a changed word is read by whoever changes it.
//!
//! What differs from run to run (ids, secrets, dates of machines) is replaced. To take over what is new:
//! `INSTA_UPDATE=always cargo test -p tillit --bin tillit letters`, then read the difference.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use base::{Actor, Language, Role};
use channels::journal::{self, Arrival, Journal, Source};
use channels::mailboxes::{self, Account, Afterwards, Fetch, Imap};
use channels::relay::{self, Protection, RelaySettings};
use channels::trust::{self, TrustSettings};
use conversations::commands::{self, NewFile, NewForward, NewMacro, NewPicture, NewReply, SEND_LANE, SideMessage};
use conversations::{ConversationId, Mailbox, MessageId, Recipients, settings};
use jiff::SignedDuration;
use mail_parser::MessageParser;
use people::staff;
use platform::testing::{TestPlatform, on_both_engines};
use platform::{I18n, Platform, vals};
use reactions::notices;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

use crate::open::{LOCALES, migrations};
use crate::serve::workers;

mod told;

const US: &str = "hei@brekkesund.example";
const KARI: &str = "kari@post.example";

/// A mail server that takes everything.
#[derive(Clone, Default)]
struct Sink(Arc<Mutex<Vec<Vec<u8>>>>);

impl Sink {
    async fn open() -> (Self, u16) {
        let (sink, listener) = (Self::default(), TcpListener::bind("127.0.0.1:0").await.expect("a port"));
        let port = listener.local_addr().expect("an address").port();
        let kept = sink.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(kept.clone().talk(stream));
            }
        });
        (sink, port)
    }

    async fn talk(self, mut stream: TcpStream) -> std::io::Result<()> {
        let (read, mut write) = stream.split();
        let mut read = BufReader::new(read);
        write.write_all(b"220 sink\r\n").await?;
        let mut line = Vec::new();
        while read.read_until(b'\n', &mut line).await? > 0 {
            let answer: &[u8] = match line.get(..4).unwrap_or_default().to_ascii_uppercase().as_slice() {
                b"DATA" => {
                    write.write_all(b"354 go on\r\n").await?;
                    let mut mail = Vec::new();
                    while !mail.ends_with(b"\r\n.\r\n") && read.read_until(b'\n', &mut mail).await? > 0 {}
                    mail.truncate(mail.len().saturating_sub(3));
                    // A dot that begins a line travels as two.
                    let mail = String::from_utf8_lossy(&mail).replace("\n..", "\n.").into_bytes();
                    self.0.lock().expect("a lock").push(mail);
                    b"250 kept\r\n"
                }
                b"QUIT" => return write.write_all(b"221 bye\r\n").await,
                _ => b"250 well\r\n",
            };
            write.write_all(answer).await?;
            line.clear();
        }
        Ok(())
    }

    /// The only mail that came since.
    fn one(&self) -> Vec<u8> {
        let mut kept = self.0.lock().expect("a lock");
        assert_eq!(kept.len(), 1, "one mail");
        kept.remove(0)
    }
}

/// A business that speaks `language`, with Ingrid, who runs it, and a mailbox that is read.
async fn business(p: &Platform, language: Language, port: u16) -> staff::Staff {
    let mut tx = p.begin().await.expect("begin");
    let business = settings::Business {
        name: "Brekkesund".into(),
        address: US.into(),
        signature: "Havnegata 4, Brekkesund".into(),
        language,
        ..settings::Business::default()
    };
    settings::set_business(&mut tx, &business).await.expect("business");
    let mut manners = settings::manners(&mut tx).await.expect("manners");
    manners.undo_seconds = 0;
    settings::set_manners(&mut tx, &manners).await.expect("set");
    let (host, protection) = ("127.0.0.1".to_owned(), Protection::None);
    relay::set(&mut tx, &RelaySettings { host, port, protection, ..RelaySettings::default() }).await.expect("relay");
    let trust = TrustSettings { servers: vec!["mx.brekkesund.example".into()], check: false };
    trust::set(&mut tx, &trust).await.expect("set");
    let ingrid = colleague("Ingrid Moen", Role::Admin, language);
    let ingrid = staff::add(&mut tx, &Actor::System, ingrid).await.expect("added");
    tx.commit().await.expect("commit");
    ingrid
}

fn colleague(name: &str, role: Role, language: Language) -> staff::NewStaff {
    let email = format!("{}@brekkesund.example", name.split(' ').next().unwrap_or_default().to_lowercase());
    staff::NewStaff { name: name.into(), email, role, language, zone: "Europe/Oslo".into() }
}

/// What a customer would write, so that their language is known.
const fn question(language: Language) -> &'static str {
    match language {
        Language::En => "Hello, the motor stops every time I ride up the steep hill at home. What can I do about it?",
        Language::Nb => "Hei, motoren stopper hver gang jeg kjører opp den bratte bakken hjemme. Hva kan jeg gjøre?",
        Language::Sv => "Hej, motorn stannar varje gång jag kör uppför den branta backen hemma. Vad kan jag göra?",
        Language::Da => "Hej, motoren stopper hver gang jeg kører op ad den stejle bakke derhjemme. Hvad kan jeg gøre?",
        Language::Id => {
            "Halo, motor sepeda saya selalu berhenti ketika saya naik bukit di dekat rumah. Apa yang harus saya lakukan?"
        }
    }
}

async fn ask(p: &Platform, language: Language) -> (ConversationId, MessageId) {
    ask_as(p, language, ("Kari Solheim", KARI), "q1@post.example").await;
    let row = p.db.read().await.expect("read").one("SELECT id, conversation FROM message ORDER BY id", vals![]).await;
    let row = row.expect("read").expect("a message");
    (row.id("conversation").expect("an id"), row.id("id").expect("an id"))
}

/// A question comes by mail, and is understood.
async fn ask_as(p: &Platform, language: Language, (name, from): (&str, &str), id: &str) {
    let mail = format!(
        "Authentication-Results: mx.brekkesund.example; dmarc=pass header.from=post.example\r\n\
         From: {name} <{from}>\r\nTo: {US}\r\nDate: Wed, 18 Nov 2026 13:40:00 +0100\r\n\
         Subject: Motor\r\nMessage-ID: <{id}>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{}\r\n",
        question(language)
    );
    let arrival = Arrival {
        source: Source::Lmtp,
        envelope_from: from.into(),
        envelope_to: vec![US.into()],
        peer: "127.0.0.1".into(),
        mailbox: None,
    };
    Journal::start(p.clone()).accept(mail.into_bytes(), arrival).await.expect("kept");
    workers().run_due(p, journal::LANE).await.expect("understood");
}

/// All of them, by name.
async fn written(test: &TestPlatform, language: Language) -> Vec<(&'static str, Vec<u8>)> {
    let p = &test.platform;
    let (sink, port) = Sink::open().await;
    let ingrid = business(p, language, port).await;
    let mut mails = Vec::new();
    let mut kept = async |name: &'static str| {
        workers().run_due(p, SEND_LANE).await.expect("sent");
        // A job that makes a mail leaves another, which sends it.
        workers().run_due(p, SEND_LANE).await.expect("sent");
        mails.push((name, sink.one()));
    };

    let mut tx = p.begin().await.expect("begin");
    let jonas = staff::add(&mut tx, &Actor::System, colleague("Jonas Berg", Role::Agent, language)).await;
    let jonas = jonas.expect("added");
    people::http::colleagues::invite_by_mail(&mut tx, p, &ingrid, &jonas.id).await.expect("invited");
    tx.commit().await.expect("commit");
    kept("invitation").await;

    let mut tx = p.begin().await.expect("begin");
    staff::ask_for_reset(&mut tx, &ingrid.email).await.expect("asked");
    tx.commit().await.expect("commit");
    kept("a new password").await;

    let (id, question) = ask(p, language).await;
    kept("receipt").await;

    let mut tx = p.begin().await.expect("begin");
    portal::entry::ask(&mut tx, KARI, language).await.expect("asked");
    tx.commit().await.expect("commit");
    kept("sign-in of a customer").await;

    let mut tx = p.begin().await.expect("begin");
    portal::entry::confirm(&mut tx, KARI, language).await.expect("asked");
    tx.commit().await.expect("commit");
    kept("confirmation of a contact form").await;

    let body = "Hei Kari <3\n\n- https://brekkesund.example/a\n- 1 & 2".to_owned();
    commands::reply(p, &ingrid.actor(), &id, NewReply { body, ..NewReply::default() }).await.expect("replied");
    kept("reply").await;

    let bytes = b"GIF89a\x10\0\x20\0\0\0\0".to_vec();
    let file = NewFile { name: "lapp.gif".into(), content_type: "image/gif".into(), bytes };
    let new = NewMacro {
        name: "Lapp".into(),
        texts: [(Language::Nb, "Slik ser lappen ut.".to_owned())].into(),
        pictures: vec![NewPicture { file, alt: "Lappen på esken".into() }],
        ..NewMacro::default()
    };
    let lapp = commands::make_macro(p, &ingrid.actor(), new).await.expect("made");
    commands::apply_macro(p, &ingrid.actor(), &id, &lapp, None).await.expect("used");
    kept("reply with a picture").await;

    let workshop = Mailbox { name: "Verksted".into(), address: "verksted@post.example".into() };
    let recipients = Recipients { to: vec![workshop], ..Recipients::default() };
    let forward = NewForward {
        about: question,
        recipients: recipients.clone(),
        body: "Kan dere se på den?".into(),
        files: Vec::new(),
        keep: Vec::new(),
    };
    commands::forward(p, &ingrid.actor(), &id, forward).await.expect("passed on");
    kept("passed on").await;

    let new = SideMessage { recipients: Some(recipients), body: "Har dere delen?".into(), ..SideMessage::default() };
    commands::begin_side(p, &ingrid.actor(), &id, "Delen", new).await.expect("begun");
    kept("side thread").await;

    notices::reading::begin(p).await.expect("begun");
    commands::note(p, &ingrid.actor(), &id, "@Jonas, kan du se på den?").await.expect("noted");
    told::to_colleagues(p).await;
    kept("notice").await;

    let account = Account { host: "imap.post.example".into(), port: 993, user: "hei".into(), ..Account::default() };
    let fetch = Fetch::Imap(Imap { account, folder: "INBOX".into(), afterwards: Afterwards::Leave });
    let sales =
        mailboxes::Settings { address: "salg@brekkesund.example".into(), fetch, ..mailboxes::Settings::default() };
    let mut tx = p.begin().await.expect("begin");
    let secrets = mailboxes::Secrets::default();
    mailboxes::insert(p, &mut tx, &Actor::System, sales, &secrets, mailboxes::Start::Now).await.expect("connected");
    tx.commit().await.expect("commit");
    test.clock.advance_machine(SignedDuration::from_mins(16));
    workers().run_due(p, mailboxes::alarm::LANE).await.expect("looked");
    kept("mailbox that is not read").await;

    told::of_the_community(p, &ingrid, &id, &mut kept).await;
    told::digest(test, &ingrid, &jonas, &id).await;
    kept("digest").await;

    told::closing(p, &ingrid, &id).await;
    kept("reply that closes and asks").await;

    told::asked_of_articles(p, &ingrid, language).await;
    kept("answer out of articles").await;
    mails
}

/// Replaces what stands behind each of these, up to the end of the word.
fn without_secrets(text: &str) -> String {
    let mut out = text.replace("\r\n", "\n");
    for mark in [
        "/my/in/",
        "/r/1001.",
        "/r/1002.",
        "hei+1002.",
        "/signin/reset/",
        "hei+1001.",
        "hei+n1001-",
        "hei+s",
        "/settings/mail/",
        "/conversations/",
        "/community/q/",
        "cid:1.",
    ] {
        let mut from = 0;
        while let Some(at) = out[from..].find(mark) {
            let begin = from + at + mark.len();
            // What names a picture goes on up to its domain, and a tag up to ours.
            let goes_on = mark == "cid:1." || mark.starts_with("hei+");
            let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-') || c == '.' && goes_on;
            let end = out[begin..].find(|c| !word(c)).map_or(out.len(), |end| begin + end);
            out.replace_range(begin..end, "…");
            from = begin;
        }
    }
    out
}

/// A mail for reading: the headers that people and machines go by, and both parts.
fn shown(name: &str, bytes: &[u8]) -> String {
    let mail = MessageParser::default().parse(bytes).expect("a mail");
    let mut out = format!("\n════ {name}\n");
    for header in ["From", "To", "Reply-To", "Subject", "Content-Language", "Auto-Submitted", "Precedence"] {
        if let Some(value) = mail.header_raw(header) {
            let value = match header {
                "Subject" => mail.subject().unwrap_or_default(),
                _ => value.trim(),
            };
            let _ = writeln!(out, "{header}: {value}");
        }
    }
    let _ = writeln!(out, "──── text\n{}", mail.body_text(0).unwrap_or_default().trim_end());
    let page = mail.body_html(0).unwrap_or_default();
    // The styles of the head are the same in all, and tested where they are made.
    let page = page.split_once("<body").map_or("", |(_, body)| body);
    let _ = writeln!(out, "──── html\n<body{}", page.replace("><", ">\n<").trim_end());
    without_secrets(&out)
}

fn as_they_were_read(language: Language) {
    on_both_engines(&migrations(), |mut test: TestPlatform| async move {
        test.platform.i18n = I18n::new(LOCALES).expect("texts");
        let mails = written(&test, language).await;
        let all: String = mails.iter().map(|(name, bytes)| shown(name, bytes)).collect();
        insta::assert_snapshot!(language.code(), all);
    });
}

#[test]
fn every_mail_in_english_is_as_it_was_read() {
    as_they_were_read(Language::En);
}

#[test]
fn every_mail_in_norwegian_is_as_it_was_read() {
    as_they_were_read(Language::Nb);
}

#[test]
fn every_mail_in_swedish_is_as_it_was_read() {
    as_they_were_read(Language::Sv);
}

#[test]
fn every_mail_in_danish_is_as_it_was_read() {
    as_they_were_read(Language::Da);
}

#[test]
fn every_mail_in_indonesian_is_as_it_was_read() {
    as_they_were_read(Language::Id);
}
