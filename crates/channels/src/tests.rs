//! The whole way on both engines: bytes in, a conversation, a reply, the customer's mailbox, and
//! back. Attackers' mails and broken servers included.

mod arriving;
mod bouncing;
mod going_out;
mod leaving;
mod mailboxes;
mod noticing;
mod receipts;
mod requests;
mod trusting;

use std::time::Duration;

use base::{Actor, Language, Role, Scope};
use conversations::commands::{self, NewReply};
use conversations::queries::{self, ListQuery, Thread, View};
use conversations::{Conversation, ConversationId, Group, MessageId, settings};
use people::staff::NewStaff;
use platform::db::Migration;
use platform::jobs::Workers;
use platform::{Platform, vals};

use crate::email::listener::Protocol;
use crate::email::listener::tests_support::{Kept, Server, start};
use crate::email::parse::{ParsedMail, parse};
use crate::journal::{Arrival, Journal, Source};
use crate::relay::{self, Protection, RelaySettings};

const US: &str = "hei@brekkesund.example";
const KARI: &str = "kari@post.example";

pub(crate) fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, people::MIGRATIONS, conversations::MIGRATIONS, crate::MIGRATIONS].concat()
}

fn arrival(source: Source) -> Arrival {
    Arrival {
        source,
        envelope_from: KARI.into(),
        envelope_to: vec![US.into()],
        peer: "127.0.0.1".into(),
        mailbox: None,
    }
}

/// A mail from Kari with a header of its own.
fn mail(header: &str, text: &str) -> Vec<u8> {
    format!("From: Kari Solheim <{KARI}>\r\nTo: <{US}>\r\n{header}\r\n{text}\r\n").into_bytes()
}

/// A business with an address, a colleague, and an outgoing server.
async fn business(p: &Platform, relay_port: u16) -> Actor {
    let mut tx = p.begin().await.expect("begin");
    let new = NewStaff {
        name: "Ingrid Moen".into(),
        email: "ingrid@brekkesund.example".into(),
        role: Role::Agent,
        language: Language::Nb,
        zone: "Europe/Oslo".into(),
    };
    let staff = people::staff::add(&mut tx, &Actor::System, new).await.expect("add");
    let business =
        settings::Business { name: "Brekkesund".into(), address: US.into(), ..settings::Business::default() };
    settings::set_business(&mut tx, &business).await.expect("business");
    let server = RelaySettings {
        host: "127.0.0.1".into(),
        port: relay_port,
        protection: Protection::None,
        ..RelaySettings::default()
    };
    relay::set(&mut tx, &server).await.expect("relay");
    tx.commit().await.expect("commit");
    staff.actor()
}

/// Does all work that is due.
async fn work(p: &Platform) {
    let workers = crate::workers(Workers::default());
    for lane in [crate::journal::LANE, commands::SEND_LANE] {
        workers.run_due(p, lane).await.expect("work");
    }
}

/// Takes mails in and understands them.
pub(crate) async fn take_in(p: &Platform, mails: impl IntoIterator<Item = Vec<u8>>) {
    let journal = Journal::start(p.clone());
    for bytes in mails {
        journal.accept(bytes, arrival(Source::Lmtp)).await.expect("kept");
    }
    work(p).await;
}

/// All conversations in which something is to do, oldest number first.
async fn conversations_of(p: &Platform) -> Vec<Conversation> {
    let mut found = Vec::new();
    for group in [Group::Open, Group::Waiting, Group::Closed] {
        let query = ListQuery { view: View::All, group, after: None, most: 500 };
        let mut conn = p.db.read().await.expect("read");
        let page = queries::list(&mut conn, &Scope::All, &query, p.clock.business()).await.expect("list");
        found.extend(page.rows.into_iter().map(|row| row.conversation));
    }
    found.sort_by_key(|conversation| conversation.number);
    found
}

async fn thread(p: &Platform, id: &ConversationId) -> Thread {
    let mut conn = p.db.read().await.expect("read");
    queries::thread(&mut conn, &Scope::All, id).await.expect("thread").expect("is there")
}

/// The thread of the only conversation.
async fn only(p: &Platform) -> Thread {
    let all = conversations_of(p).await;
    assert_eq!(all.len(), 1, "{:?}", all.iter().map(|one| &one.subject).collect::<Vec<_>>());
    thread(p, &all[0].id).await
}

/// How many journal entries are in each state, as `done:3 own:1`.
async fn journal_states(p: &Platform) -> String {
    let sql = "SELECT state, COUNT(*) AS n FROM inbound GROUP BY state ORDER BY state";
    let rows = p.db.read().await.expect("read").all(sql, vals![]).await.expect("states");
    let state = |row: &platform::Row| format!("{}:{}", row.text("state").expect("state"), row.int("n").expect("n"));
    rows.iter().map(state).collect::<Vec<_>>().join(" ")
}

async fn reply(p: &Platform, actor: &Actor, id: &ConversationId, text: &str) -> MessageId {
    commands::reply(p, actor, id, NewReply { body: text.into(), ..NewReply::default() }).await.expect("reply")
}

async fn sink() -> Server {
    start(Protocol::Smtp, Kept::default()).await
}

/// What the customer's mail program shows of the newest mail that arrived there.
fn arrived(sink: &Server) -> ParsedMail {
    let mails = sink.kept.mails();
    parse(&mails.last().expect("a mail arrived").1).expect("our mail is readable")
}
