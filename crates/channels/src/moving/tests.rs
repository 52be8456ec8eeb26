//! Files of conversations on both engines: looked at, taken in, interrupted, brought again.

use base::{Actor, Instant, Language, Role, Scope};
use conversations::events::ConversationEvent;
use conversations::queries::{self, Thread};
use conversations::{MessageKind, OldOutcome, OldWhy, State as Standing, settings};
use people::staff::{self, NewStaff};
use platform::i18n::I18n;
use platform::jobs::Workers;
use platform::testing::on_both_engines;
use platform::{Platform, log, vals};
use proptest::prelude::*;

use super::shapes::{self, About};
use super::*;
use crate::mailboxes::Own;

fn run<R: Future<Output = ()>>(body: impl Fn(Platform, Actor) -> R) {
    on_both_engines(&crate::tests::migrations(), |test| async {
        let p = test.platform;
        let mut tx = p.begin().await.expect("begin");
        let new = |name: &str, email: &str, role| NewStaff {
            name: name.into(),
            email: email.into(),
            role,
            language: Language::En,
            zone: "Europe/Oslo".into(),
        };
        let owner = new("Ingrid Moen", "ingrid@brekkesund.example", Role::Owner);
        let owner = staff::add(&mut tx, &Actor::System, owner).await.expect("added");
        let business = settings::Business { address: "hei@brekkesund.example".into(), ..settings::Business::default() };
        settings::set_business(&mut tx, &business).await.expect("set");
        people::department::make(&mut tx, &Actor::System, "Workshop").await.expect("made");
        tx.commit().await.expect("commit");
        body(p, owner.actor()).await;
    });
}

async fn brought(p: &Platform, actor: &Actor, name: &str, bytes: &[u8]) -> Answer<Moving> {
    let mut upload = Upload::begin(p, actor, name, "Old desk").await?;
    for piece in bytes.chunks(70_001) {
        upload.push(piece).await?;
    }
    upload.end(None).await
}

async fn begun(p: &Platform, actor: &Actor, it: &Moving) {
    let mut tx = p.begin().await.expect("begin");
    start(&mut tx, actor, &it.id).await.expect("started");
    tx.commit().await.expect("commit");
}

async fn worked(p: &Platform) -> usize {
    let workers = Workers::default().lane(JOBS_LANE, 1).handle(JOB, work);
    workers.run_due(p, JOBS_LANE).await.expect("done")
}

async fn taken(p: &Platform, actor: &Actor, name: &str, bytes: &[u8]) -> (Moving, Vec<Line>) {
    let it = brought(p, actor, name, bytes).await.expect("there");
    begun(p, actor, &it).await;
    worked(p).await;
    let mut conn = p.db.read().await.expect("read");
    let it = load(&mut conn, actor, &it.id).await.expect("there");
    assert_eq!(it.state, State::Done);
    let lines = lines(&mut conn, actor, &it.id, (None, 0), 1000).await.expect("read");
    (it, lines)
}

async fn thread(p: &Platform, line: &Line) -> Thread {
    let (id, _) = line.conversation.clone().expect("a conversation");
    queries::thread(&mut p.db.read().await.expect("read"), &Scope::All, &id).await.expect("read").expect("there")
}

fn at(text: &str) -> Instant {
    text.parse().expect("a time")
}

const SHEET: &str = "\u{feff}Number;Subject;State;Created at;Owner;Department;Tags;Customer name;Customer e-mail;Kind;At;Author name;Author email;Text;Colour\r\n\
    4711;Teltet lekker;solved;01.03.2024 10:00;ingrid@brekkesund.example;workshop;telt, reparasjon;Kari Solheim;kari@post.example;;01.03.2024 10:00;;;\"Hei,\r\nteltet lekker.\";red\r\n\
    4711;Teltet lekker;solved;;;;;Kari Solheim;kari@post.example;reply;02.03.2024 12:00;Ingrid;ingrid@brekkesund.example;Vi ser på det.;\r\n\
    4711;;;;;;;;kari@post.example;note;02.03.2024 12:05;Per Berg;per@gone.example;Ring leverandøren.;\r\n\
    4712;'=1+1;open;;;;;;ola@post.example;;2024-03-05 09:00;;;=cmd|' /C calc'!A0;\r\n\
    ;;;;;;;;x@post.example;;2024-03-05 09:00;;;No number;\r\n\
    4713;;;;;;;;x@post.example;;yesterday;;;No date;\r\n\
    4714;;;;;;;;;;2024-03-05 09:00;;;Nobody;\r\n\
    4715;;lost;;nobody@x.example;Nowhere;;;p@post.example;;2199-01-01;;;Later;\r\n";

#[test]
fn a_table_becomes_conversations_with_their_dates_writers_and_numbers() {
    run(|p, owner| async move {
        let waiting = brought(&p, &owner, "C:\\old\\tickets.csv", SHEET.as_bytes()).await.expect("there");
        assert_eq!(
            (waiting.name.as_str(), waiting.shape.as_str(), waiting.state),
            ("tickets.csv", "csv", State::Waiting)
        );
        let shown = rehearse(&p, &owner, &waiting).await.expect("looked at");
        assert_eq!(shown.len(), 8);
        assert_eq!((shown[0].customer.as_str(), shown[0].messages), ("Kari Solheim", 1));
        let made = "SELECT COUNT(*) AS n FROM conversation";
        let count = async || p.db.read().await.expect("read").number(made, vec![]).await.expect("counted");
        assert_eq!(count().await, 0, "nothing is written by looking");
        begun(&p, &owner, &waiting).await;
        worked(&p).await;
        let mut conn = p.db.read().await.expect("read");
        let found = lines(&mut conn, &owner, &waiting.id, (None, 0), 100).await.expect("read");
        let outcomes: Vec<_> = found.iter().map(|line| (line.number, line.outcome)).collect();
        use OldOutcome::{Joined, Made, Refused};
        let expected =
            [(2, Made), (3, Joined), (4, Joined), (5, Made), (6, Refused), (7, Refused), (8, Refused), (9, Refused)];
        assert_eq!(outcomes, expected);
        let why: Vec<_> = found[4..].iter().map(|line| line.remarks[0].why).collect();
        assert_eq!(why, [OldWhy::NoNumber, OldWhy::NothingSaid, OldWhy::NoCustomer, OldWhy::Future]);
        let one = thread(&p, &found[0]).await;
        let it = &one.conversation;
        assert_eq!((it.subject.as_str(), it.state, it.number), ("Teltet lekker", Standing::Solved, 1001));
        assert_eq!((it.created_at, it.touched_at), (at("2024-03-01T09:00:00Z"), at("2024-03-02T11:05:00Z")));
        assert_eq!(
            (one.assignee_name.as_deref(), one.department_name.as_deref()),
            (Some("Ingrid Moen"), Some("Workshop"))
        );
        assert_eq!(one.tags.iter().map(|tag| tag.name.as_str()).collect::<Vec<_>>(), ["reparasjon", "telt"]);
        assert_eq!(one.origin.as_ref().map(queries::Origin::called).as_deref(), Some("Old desk 4711"));
        assert_eq!(one.person.name, "Kari Solheim");
        let said: Vec<_> = one.messages.iter().map(|m| (m.kind, m.from.name.as_str(), m.body.as_str())).collect();
        let expected = [
            (MessageKind::Inbound, "Kari Solheim", "Hei,\nteltet lekker."),
            (MessageKind::Reply, "Ingrid Moen", "Vi ser på det."),
            (MessageKind::Note, "Per Berg", "Ring leverandøren."),
        ];
        assert_eq!(said, expected);
        let open = thread(&p, &found[3]).await.conversation;
        assert_eq!((open.subject.as_str(), open.state, open.clocks.due()), ("=1+1", Standing::Open, None));
        assert!(open.customer_spoke_last && open.is_unanswered());
        let mut conn = p.db.read().await.expect("read");
        for (table, rows) in [("delivery WHERE state <> 'sent'", 0), ("job WHERE lane <> 'moving'", 0)] {
            let sql = format!("SELECT COUNT(*) AS n FROM {table}");
            assert_eq!(
                conn.number(&sql, vec![]).await.expect("counted"),
                rows,
                "nobody is told, no clock runs: {table}"
            );
        }
        let facts = log::history(&mut conn, &format!("conversation:{}", it.id), 50).await.expect("read");
        let kinds: Vec<_> = facts.iter().map(|fact| fact.kind.as_str()).collect();
        let joined = "conversation.messages_moved_in";
        assert_eq!(kinds, ["conversation.moved_in", joined, joined], "figures are drawn from these alone");
        let first: ConversationEvent = facts[0].read().expect("a fact");
        assert!(matches!(first, ConversationEvent::MovedIn { made: true, said, .. } if said.len() == 1));
        let say = I18n::new(&[crate::LOCALES, conversations::http::LOCALES, people::LOCALES])
            .expect("texts")
            .to(Language::En);
        let done = load(&mut conn, &owner, &waiting.id).await.expect("there");
        let report = http::csv(&p, &owner, &say, &done).await.expect("a report");
        assert!(report.contains("2,New,4711,1001,") && report.contains("6,Refused,,,Has no number"), "{report}");
    });
}

#[test]
fn what_was_taken_in_is_known_again_and_what_was_interrupted_goes_on() {
    run(|p, owner| async move {
        let (first, _) = taken(&p, &owner, "tickets.csv", SHEET.as_bytes()).await;
        assert_eq!((first.counts.made, first.counts.joined, first.counts.refused), (2, 2, 4));
        let (again, _) = taken(&p, &owner, "again.csv", SHEET.as_bytes()).await;
        assert_eq!((again.counts.unchanged, again.counts.made, again.counts.joined), (4, 0, 0));
        assert_eq!(again.digest, first.digest);
        let mut many = "number,customer email,at,text\n".to_owned();
        for n in 0..300 {
            many.push_str(&format!("n{},kari@post.example,2024-01-01 10:00,Line {n}\n", n / 2));
        }
        let it = brought(&p, &owner, "many.csv", many.as_bytes()).await.expect("there");
        begun(&p, &owner, &it).await;
        // One handful is taken in, and the next worker is killed in the middle of the second.
        let sql = "SELECT id FROM job WHERE kind = $1";
        let waits =
            async |p: &Platform| p.db.read().await.expect("read").all(sql, vals![JOB]).await.expect("read").len();
        assert_eq!(waits(&p).await, 1);
        let mut conn = p.db.read().await.expect("read");
        assert!(find_same(&mut conn, &owner, &it.digest).await.expect("read").is_some_and(|same| same.id == it.id));
        drop(conn);
        assert!(worked(&p).await > 5, "a few at a time");
        let mut conn = p.db.read().await.expect("read");
        let done = load(&mut conn, &owner, &it.id).await.expect("there");
        assert_eq!((done.counts.made, done.counts.joined, done.percent()), (150, 150, 100));
        let sql = "SELECT COUNT(*) AS n FROM moving_part";
        assert_eq!(conn.number(sql, vec![]).await.expect("counted"), 0, "the file is let go of");
        drop(conn);
        // The customer of one is deleted here: it does not come again by the same file.
        let (id, _) = {
            let mut conn = p.db.read().await.expect("read");
            let found = lines(&mut conn, &owner, &it.id, (Some(OldOutcome::Made), 0), 1).await.expect("read");
            found[0].conversation.clone().expect("there")
        };
        conversations::commands::delete(&p, &owner, &id).await.expect("deleted");
        let (again, lines) = taken(&p, &owner, "many.csv", many.as_bytes()).await;
        assert_eq!((again.counts.unchanged, again.counts.refused), (298, 2));
        assert_eq!(lines[0].remarks[0].why, OldWhy::Deleted);
    });
}

const MBOX: &str = "From kari@post.example Fri Mar  1 10:00:00 2024\n\
    From: Kari Solheim <kari@post.example>\nTo: hei@brekkesund.example\nSubject: Teltet\n\
    Date: Fri, 1 Mar 2024 10:00:00 +0100\nMessage-ID: <a@post.example>\n\nHei!\n>From fjellet.\n\n\
    From ingrid Fri Mar  1 12:00:00 2024\nFrom: Ingrid <hei@brekkesund.example>\nTo: kari@post.example\n\
    Subject: Re: Teltet\nDate: Fri, 1 Mar 2024 12:00:00 +0100\nMessage-ID: <b@brekkesund.example>\n\
    In-Reply-To: <a@post.example>\n\nVi ser.\n\n\
    From kari@post.example Sat Mar  2 10:00:00 2024\nFrom: Kari Solheim <kari@post.example>\nTo: hei@brekkesund.example\n\
    Subject: Re: Teltet\nDate: Sat, 2 Mar 2024 10:00:00 +0100\nMessage-ID: <c@post.example>\n\
    In-Reply-To: <b@brekkesund.example>\nContent-Type: multipart/mixed; boundary=cut\n\n\
    --cut\nContent-Type: text/plain\n\nTakk.\n--cut\nContent-Type: text/plain; name=a.txt\n\
    Content-Disposition: attachment; filename=a.txt\n\nA file.\n--cut--\n\n\
    From broken\n\nNo header at all\n";

#[test]
fn an_archive_becomes_conversations_by_what_answers_what() {
    run(|p, owner| async move {
        let (it, lines) = taken(&p, &owner, "all.mbox", MBOX.as_bytes()).await;
        assert_eq!(it.shape, "mbox");
        assert_eq!((it.counts.made, it.counts.joined, it.counts.refused), (1, 2, 1), "{lines:?}");
        let one = thread(&p, &lines[0]).await;
        let kinds: Vec<_> = one.messages.iter().map(|message| message.kind).collect();
        assert_eq!(kinds, [MessageKind::Inbound, MessageKind::Reply, MessageKind::Inbound]);
        assert_eq!(one.messages[0].body.trim(), "Hei!\nFrom fjellet.");
        assert_eq!(one.messages[2].attachments.len(), 1);
        assert!(one.messages.iter().all(|message| message.raw.is_some()), "as they came");
        assert_eq!((one.conversation.state, one.origin), (Standing::Closed, None));
        let crlf = MBOX.replace('\n', "\r\n");
        let (again, _) = taken(&p, &owner, "again.mbox", crlf.as_bytes()).await;
        assert_eq!((again.counts.unchanged, again.counts.refused), (3, 1));
    });
}

/// A mail of an archive, of the first of March 2024.
fn archived(from: &str, to: &str, minute: u8, id: &str, more: &str, text: &str) -> String {
    format!(
        "From x@y.example Fri Mar  1 10:{minute:02}:00 2024\nFrom: {from}\nTo: {to}\nSubject: Teltet\n\
         Date: Fri, 1 Mar 2024 10:{minute:02}:00 +0000\nMessage-ID: <{id}>\n{more}\n{text}\n\n"
    )
}

#[test]
fn what_a_machine_wrote_is_nobodys_word_in_an_archive_either() {
    run(|p, owner| async move {
        let (kari, us) = ("Kari <kari@post.example>", "hei@brekkesund.example");
        let answers = |id: &str| format!("In-Reply-To: <{id}>\nReferences: <{id}>\n");
        let machine = |id: &str| format!("Auto-Submitted: auto-replied\n{}", answers(id));
        let asks = archived(kari, us, 0, "auto-a@post.example", "", "Where is it?");
        let receipt =
            archived(us, kari, 1, "auto-b@brekkesund.example", &machine("auto-a@post.example"), "We have it.");
        let (_, lines) = taken(&p, &owner, "begun.mbox", format!("{asks}{receipt}").as_bytes()).await;
        let one = thread(&p, &lines[0]).await;
        assert_eq!(one.messages.len(), 2);
        assert!(one.conversation.customer_spoke_last, "a receipt answers nobody");
        assert_eq!(one.conversation.clocks.first_replied_at, None);
        assert_eq!(one.conversation.snippet, "Where is it?");

        let reply =
            archived(us, kari, 20, "auto-c@brekkesund.example", &answers("auto-a@post.example"), "It left today.");
        let away = archived(kari, us, 21, "auto-d@post.example", &machine("auto-a@post.example"), "I am on holiday.");
        taken(&p, &owner, "went on.mbox", format!("{reply}{away}").as_bytes()).await;
        let one = thread(&p, &lines[0]).await;
        let machines: Vec<_> = one.messages.iter().map(|message| message.automatic.is_some()).collect();
        assert_eq!(machines, [false, true, false, true]);
        let now = &one.conversation;
        assert!(!now.customer_spoke_last, "the last word is ours");
        assert_eq!(now.clocks.first_replied_at, Some(at("2024-03-01T10:20:00Z")));
        assert_eq!((now.snippet.as_str(), now.touched_at), ("It left today.", at("2024-03-01T10:21:00Z")));

        // What comes in late is the last word all the same, unless a person's is later.
        for (minute, id, text, snippet) in [
            (20, "auto-e@post.example", "Thank you!", "Thank you!"),
            (10, "auto-f@post.example", "Any news?", "Thank you!"),
        ] {
            let late = archived(kari, us, minute, id, &answers("auto-a@post.example"), text);
            taken(&p, &owner, &format!("late {minute}.mbox"), late.as_bytes()).await;
            let now = thread(&p, &lines[0]).await.conversation;
            assert_eq!((now.customer_spoke_last, now.snippet.as_str()), (true, snippet), "{text}");
            assert_eq!(now.touched_at, at("2024-03-01T10:21:00Z"));
        }
    });
}

#[test]
fn an_answer_of_who_was_written_to_in_a_side_thread_joins_that_and_a_strangers_does_not() {
    run(|p, owner| async move {
        use conversations::commands::{SideMessage, begin_side};
        let (_, lines) = taken(&p, &owner, "tickets.csv", SHEET.as_bytes()).await;
        let before = thread(&p, &lines[3]).await.conversation;
        let parts = conversations::Mailbox { name: "Parts".into(), address: "parts@workshop.example".into() };
        let recipients = Some(conversations::Recipients { to: vec![parts], ..Default::default() });
        let new = SideMessage { recipients, body: "Have you got two?".into(), ..SideMessage::default() };
        let (side, sent) = begin_side(&p, &owner, &before.id, "Harnesses", new).await.expect("begun");
        let mut conn = p.db.read().await.expect("read");
        let row = conn.one("SELECT mail_id FROM message WHERE id = $1", vals![sent.as_str()]).await.expect("read");
        let ours = row.expect("there").text("mail_id").expect("an id");
        let answers = format!("In-Reply-To: <{ours}>\nReferences: <{ours}>\n");
        let us = "hei@brekkesund.example";
        let theirs = archived("Parts <parts@workshop.example>", us, 5, "p1@workshop.example", &answers, "Yes, two.");
        let more = format!("References: <{ours}> <p1@workshop.example>\n");
        let again = archived("Parts <parts@workshop.example>", us, 6, "p2@workshop.example", &more, "Or three.");
        let eve = archived("Eve <eve@x.example>", us, 7, "e1@x.example", &more, "Me too.");
        let archive = format!("{theirs}{again}{eve}");
        let (it, found) = taken(&p, &owner, "parts.mbox", archive.as_bytes()).await;
        assert_eq!((it.counts.joined, it.counts.made), (2, 1), "{found:?}");
        let sql = "SELECT mail_id, conversation, kind, side, author, from_name FROM message \
                   WHERE mail_id IN ('p1@workshop.example', 'p2@workshop.example', 'e1@x.example') ORDER BY at";
        let rows = conn.all(sql, vals![]).await.expect("read");
        for row in &rows[..2] {
            assert_eq!(row.text("conversation").expect("text"), before.id.as_str());
            assert_eq!(row.text("kind").expect("text"), "side_in", "nothing of it is the customer's");
            assert_eq!(row.text("side").expect("text"), side.as_str());
            assert_eq!(row.text("from_name").expect("text"), "Parts");
            assert!(!row.text("author").expect("text").contains(before.person.as_str()), "nor by them");
        }
        assert_ne!(rows[2].text("conversation").expect("text"), before.id.as_str(), "nobody wrote to her there");
        assert_eq!(rows[2].opt_text("side").expect("text"), None);
        let after = thread(&p, &lines[3]).await.conversation;
        assert_eq!((after.state, &after.snippet), (before.state, &before.snippet));
        assert_eq!(after.customer_spoke_last, before.customer_spoke_last);
        let (it, _) = taken(&p, &owner, "parts again.mbox", archive.as_bytes()).await;
        assert_eq!(it.counts.unchanged, 3);
    });
}

#[test]
fn what_is_said_twice_in_a_line_is_taken_in_once_and_neither_nul_nor_null_stops_it() {
    run(|p, owner| async move {
        let line = r#"{"number":7,"owner":null,"tags":null,"customer":{"email":"kari@post.example","name":null},"messages":[
            {"id":1,"at":"2024-03-01","text":"a\u0000b"},{"id":2,"at":"2024-03-02","text":"c","author":null},
            {"id":1,"at":"2024-03-03","text":"a again"}]}"#;
        let line = line.replace('\n', "");
        let (it, lines) = taken(&p, &owner, "one.jsonl", line.as_bytes()).await;
        assert_eq!((it.counts.made, it.counts.refused), (1, 0), "{lines:?}");
        let one = thread(&p, &lines[0]).await;
        let said: Vec<_> = one.messages.iter().map(|message| message.body.as_str()).collect();
        assert_eq!(said, ["ab", "c"]);
    });
}

#[test]
fn what_was_erased_does_not_come_back_by_an_archive() {
    run(|p, owner| async move {
        let (_, lines) = taken(&p, &owner, "all.mbox", MBOX.as_bytes()).await;
        let kari = thread(&p, &lines[0]).await.person;
        let holders = people::privacy::Holders(&[&conversations::Conversations, &crate::Mails]);
        let confirmed = people::privacy::Confirmed { name: &kari.name, called: "Erased", instead: "Erased" };
        let mut tx = p.begin().await.expect("begin");
        people::privacy::erase(&p, &mut tx, &owner, &kari.id, confirmed, holders).await.expect("erased");
        tx.commit().await.expect("commit");
        let (again, lines) = taken(&p, &owner, "again.mbox", MBOX.as_bytes()).await;
        assert_eq!((again.counts.made, again.counts.joined), (0, 0), "{lines:?}");
    });
}

#[test]
fn what_is_new_in_an_archive_joins_what_came_by_itself() {
    run(|p, owner| async move {
        let whole =
            MBOX.replace("In-Reply-To: <b@", "References: <a@post.example> <b@brekkesund.example>\nIn-Reply-To: <b@");
        // The customer's second mail came by itself; what it answers is in the archive alone.
        let third = whole.split("From kari@post.example Sat Mar  2 10:00:00 2024\n").nth(1).expect("a mail");
        let third = third.split("\nFrom broken").next().expect("a mail");
        crate::tests::take_in(&p, [third.replace('\n', "\r\n").into_bytes()]).await;
        let sql = "SELECT conversation FROM message";
        let id =
            p.db.read().await.expect("read").one(sql, vals![]).await.expect("read").expect("came").id("conversation");
        let id: conversations::ConversationId = id.expect("an id");
        let scope = Scope::All;
        let before =
            queries::find(&mut p.db.read().await.expect("read"), &scope, &id).await.expect("read").expect("there");
        let jobs = async || {
            let sql = "SELECT COUNT(*) AS n FROM job WHERE lane NOT IN ('moving')";
            p.db.read().await.expect("read").number(sql, vals![]).await.expect("counted")
        };
        let waiting = jobs().await;
        let stranger = "From eve@x.example Sun Mar  3 10:00:00 2024\nFrom: Eve <eve@x.example>\nTo: hei@brekkesund.example\n\
            Subject: Re: Teltet\nDate: Sun, 3 Mar 2024 10:00:00 +0100\nMessage-ID: <e@x.example>\n\
            In-Reply-To: <c@post.example>\n\nI am her sister.\n\n";
        let archive = whole.replace("From broken", &format!("{stranger}From broken"));
        let (it, lines) = taken(&p, &owner, "all.mbox", archive.as_bytes()).await;
        assert_eq!((it.counts.made, it.counts.joined, it.counts.unchanged), (0, 3, 1), "{lines:?}");
        let one = thread(&p, &lines[0]).await;
        assert_eq!(one.conversation.id, id);
        let said: Vec<_> = one.messages.iter().map(|message| (message.kind, message.at.to_string())).collect();
        let expected = [
            (MessageKind::Inbound, "2024-03-01T09:00:00Z"),
            (MessageKind::Reply, "2024-03-01T11:00:00Z"),
            (MessageKind::Inbound, "2024-03-03T09:00:00Z"),
        ];
        for (kind, at) in expected {
            assert!(said.contains(&(kind, at.to_owned())), "{said:?}");
        }
        assert_eq!(said.len(), 4);
        let now = &one.conversation;
        assert_eq!((&now.clocks, now.state, now.person.clone()), (&before.clocks, before.state, before.person));
        assert_eq!(jobs().await, waiting, "nobody is told");
        let eve = one.participants.iter().find(|part| part.mailbox.address == "eve@x.example").expect("new here");
        assert_eq!(eve.state, conversations::ParticipantState::NewHere);
        let (again, _) = taken(&p, &owner, "again.mbox", archive.as_bytes()).await;
        assert_eq!((again.counts.unchanged, again.counts.made, again.counts.joined), (4, 0, 0));

        // Erased, it does not come back.
        let holders = people::privacy::Holders(&[&conversations::Conversations, &crate::Mails]);
        let confirmed = people::privacy::Confirmed { name: &one.person.name, called: "Erased", instead: "Erased" };
        let mut tx = p.begin().await.expect("begin");
        people::privacy::erase(&p, &mut tx, &owner, &one.person.id, confirmed, holders).await.expect("erased");
        tx.commit().await.expect("commit");
        let (again, lines) = taken(&p, &owner, "once more.mbox", archive.as_bytes()).await;
        assert_eq!((again.counts.made, again.counts.joined), (0, 0), "{lines:?}");
    });
}

fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let how = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in files {
        zip.start_file(*name, how).expect("begun");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("whole").into_inner()
}

const LINE: &str = r#"{"number": 17, "subject": "Files", "customer": {"name": "Kari", "email": "kari@post.example"}, "messages": [
    {"id": 1, "at": "2024-03-01T10:00:00Z", "text": "Two", "files": ["files/a.txt", "../../etc/passwd", "files/b.txt"]},
    {"id": 2, "kind": "reply", "at": "2024-03-01T11:00:00Z", "text": "Thanks", "author": {"name": "Per"}}]}"#;

#[test]
fn files_come_along_in_a_packed_file_and_no_path_leads_out() {
    run(|p, owner| async move {
        let line = LINE.replace('\n', " ");
        let long = vec![b'x'; 300_000];
        let bytes = packed(&[("old/all.jsonl", line.as_bytes()), ("old/files/c.csv/x", b"y"), ("files/a.txt", &long)]);
        let (it, lines) = taken(&p, &owner, "old.zip", &bytes).await;
        assert_eq!((it.shape.as_str(), it.counts.made), ("jsonl", 1));
        let why: Vec<_> = lines[0].remarks.iter().map(|one| (one.why, one.place.as_str())).collect();
        assert_eq!(why, [(OldWhy::OutOfFolder, "../../etc/passwd"), (OldWhy::NoFile, "files/b.txt")]);
        let one = thread(&p, &lines[0]).await;
        let file = &one.messages[0].attachments[0];
        assert_eq!((file.name.as_str(), file.size), ("a.txt", 300_000));
        assert_eq!(one.messages[1].from.name, "Per");
        for (files, refusal) in [
            (vec![("all.jsonl", line.as_bytes()), ("../a", b"x".as_slice())], Refusal::OutOfFolder),
            (vec![("a.csv", b"x".as_slice()), ("b.csv", b"x".as_slice())], Refusal::Packed),
            (vec![("a.txt", b"x".as_slice())], Refusal::Packed),
        ] {
            let refused = brought(&p, &owner, "x.zip", &packed(&files)).await;
            assert!(matches!(refused, Err(Failure::Refused(why)) if why == refusal), "{refusal:?}");
        }
        for (bytes, refusal) in [
            (b" \n".as_slice(), Refusal::Empty),
            (b"PK\x03\x04 and nothing".as_slice(), Refusal::Packed),
            (b"name,mail\nKari,k@x.no\n".as_slice(), Refusal::Columns),
        ] {
            let refused = brought(&p, &owner, "x", bytes).await;
            assert!(matches!(refused, Err(Failure::Refused(why)) if why == refusal), "{refusal:?}");
        }
    });
}

#[test]
fn only_owners_move_a_business_in() {
    run(|p, owner| async move {
        for role in [Role::Admin, Role::Agent, Role::Light] {
            let actor = Actor::staff(owner.staff_id().expect("an id"), role);
            assert!(matches!(brought(&p, &actor, "x.csv", SHEET.as_bytes()).await, Err(Failure::Forbidden)));
            let listed = list(&mut p.db.read().await.expect("read"), &actor, None, 1).await;
            assert!(matches!(listed, Err(Failure::Forbidden)));
        }
        let it = brought(&p, &owner, "x.csv", SHEET.as_bytes()).await.expect("there");
        let mut tx = p.begin().await.expect("begin");
        stop(&mut tx, &owner, &it.id).await.expect("let go of");
        assert!(matches!(load(&mut tx, &owner, &it.id).await, Err(Failure::NotFound)));
    });
}

#[test]
fn a_record_that_is_odd_stops_no_other_and_on_postgresql_each_has_a_transaction_of_its_own() {
    run(|p, owner| async move {
        let line = |n: i64| {
            let text = if n == 20 { r"a\u0000b" } else { "Hei" };
            let at = if n == 21 { "in spring" } else { "2024-03-01" };
            format!(
                r#"{{"number":{n},"customer":{{"email":"k{n}@post.example"}},"messages":[{{"id":1,"at":"{at}","text":"{text}"}},{{"id":1,"at":"{at}","text":"again"}}]}}"#
            )
        };
        let file: Vec<String> = (1..=40).map(line).collect();
        let it = brought(&p, &owner, "forty.jsonl", file.join("\n").as_bytes()).await.expect("there");
        begun(&p, &owner, &it).await;
        let jobs = worked(&p).await;
        let mut conn = p.db.read().await.expect("read");
        let done = load(&mut conn, &owner, &it.id).await.expect("there");
        assert_eq!((done.state, done.counts.made, done.counts.refused), (State::Done, 39, 1));
        let found = lines(&mut conn, &owner, &it.id, (None, 0), 100).await.expect("read");
        let odd: Vec<i64> =
            found.iter().filter(|line| line.outcome == OldOutcome::Refused).map(|line| line.number).collect();
        assert_eq!(odd, [21]);
        match p.db.engine() {
            platform::Engine::Postgres => assert_eq!(jobs, 41, "a record each, and the end"),
            platform::Engine::Sqlite => assert!(jobs <= 3, "{jobs}: nobody else writes meanwhile"),
        }
    });
}

#[test]
fn a_file_that_nobody_begins_is_let_go_of_after_an_hour() {
    on_both_engines(&crate::tests::migrations(), |test| async move {
        let p = &test.platform;
        let it = brought(p, &Actor::System, "tickets.csv", SHEET.as_bytes()).await.expect("there");
        let workers = Workers::default().lane(JOBS_LANE, 1).handle(LEAVE_JOB, leave);
        let kept = async || {
            let sql = "SELECT COUNT(DISTINCT moving) AS n FROM moving_part";
            p.db.read().await.expect("read").number(sql, vals![]).await.expect("counted")
        };
        test.clock.advance_machine(jiff::SignedDuration::from_mins(59));
        workers.run_due(p, JOBS_LANE).await.expect("looked");
        assert_eq!(kept().await, 1);
        brought(p, &Actor::System, "others.csv", SHEET.as_bytes()).await.expect("there");
        test.clock.advance_machine(jiff::SignedDuration::from_mins(2));
        workers.run_due(p, JOBS_LANE).await.expect("looked");
        assert_eq!(kept().await, 1, "the other one waits on");
        let gone = load(&mut p.db.read().await.expect("read"), &Actor::System, &it.id).await;
        assert!(matches!(gone, Err(Failure::NotFound)));
    });
}

proptest! {
    /// Whatever stands in a file: every shape ends, moves on, and breaks nothing.
    #[test]
    fn anything_can_be_read(bytes in prop::collection::vec(prop_oneof![any::<u8>(), prop::sample::select(b"\n\r\",;{}[]From :0123".to_vec())], 0..400)) {
        let (plan, _) = shapes::read_heading(&bytes);
        let zone = jiff::tz::TimeZone::UTC;
        let own = Own::default();
        for shape in shapes::ALL {
            let mut rest = bytes.as_slice();
            while let Some(cut) = shape.cut(rest, true, &plan) {
                prop_assert!(cut.length > 0 && cut.length <= rest.len(), "{}", shape.code());
                shape.read(&rest[..cut.length], &About { plan: &plan, zone: &zone, own: &own });
                rest = &rest[cut.length..];
            }
        }
    }
}
