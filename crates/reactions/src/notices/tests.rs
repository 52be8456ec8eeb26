//! Notices on both engines: who is told of what really happens, what they see, and what is mailed to them.

mod many;

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use axum::{Extension, Router};
use base::{Actor, Language, Role};
use conversations::commands::{self, ForReceipt, Inbound, Placed};
use conversations::events::ConversationEvent;
use conversations::{Mailbox, naming};
use jiff::SignedDuration;
use people::department;
use people::staff::{self, NewStaff};
use people::system_mail::{self, Framed};
use platform::i18n::{I18n, Say};
use platform::jobs::Workers;
use platform::presence::{Beat, Doing};
use platform::sessions;
use platform::testing::{TestPlatform, on_both_engines};
use platform::web::desk::{Desk, KeyGroup, Later, Link, Sidebar, SidebarSource};
use platform::web::errors::{Pages, pages};
use platform::{Engine, Migration, vals};
use tower::ServiceExt;

use super::settings::Wishes;
use super::timing::{Quiet, Way};
use super::*;

fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, people::MIGRATIONS, conversations::MIGRATIONS, crate::MIGRATIONS].concat()
}

/// Three colleagues who see everything, and one who sees a workshop alone.
struct House {
    test: TestPlatform,
    olga: Staff,
    ingrid: Staff,
    jonas: Staff,
    sari: Staff,
    workshop: people::DepartmentId,
}

impl House {
    async fn build(mut test: TestPlatform) -> Self {
        let locales = [platform::i18n::LOCALES, people::LOCALES, conversations::http::LOCALES, crate::LOCALES];
        test.platform.i18n = I18n::new(&locales).expect("texts");
        let p = &test.platform;
        let mut tx = p.begin().await.expect("begin");
        let mut all = Vec::new();
        for (name, role) in
            [("Olga", Role::Owner), ("Ingrid", Role::Agent), ("Jonas", Role::Agent), ("Sari", Role::Agent)]
        {
            let email = format!("{}@brekkesund.example", name.to_lowercase());
            let zone = "Europe/Oslo".to_owned();
            let new = NewStaff { name: name.into(), email, role, language: Language::En, zone };
            all.push(staff::add(&mut tx, &Actor::System, new).await.expect("added"));
        }
        let workshop = department::make(&mut tx, &Actor::System, "Workshop").await.expect("made").id;
        let sari = all[3].id.clone();
        department::set(&mut tx, &Actor::System, &workshop, "Workshop", std::slice::from_ref(&sari))
            .await
            .expect("set");
        tx.run("UPDATE staff SET limited = 1 WHERE id = $1", vals![sari.as_str()]).await.expect("limited");
        let sari = staff::find(&mut tx, &Scope::All, &sari).await.expect("read").expect("is there");
        tx.commit().await.expect("commit");
        reading::begin(p).await.expect("begun");
        all.truncate(3);
        let [olga, ingrid, jonas] = all.try_into().expect("three");
        Self { test, olga, ingrid, jonas, sari, workshop }
    }

    fn p(&self) -> &Platform {
        &self.test.platform
    }
}

fn run<R: Future<Output = ()>>(body: impl Fn(House) -> R) {
    on_both_engines(&migrations(), |test| async { body(House::build(test).await).await });
}

async fn mail(p: &Platform, n: u32, references: &[&str]) -> Placed {
    let raw = p.blobs.prepare(format!("raw {n}").into_bytes()).await.expect("prepared");
    let mut tx = p.begin().await.expect("begin");
    p.blobs.keep(&mut tx, &raw).await.expect("kept");
    let inbound = Inbound {
        channel: "email",
        mailbox: None,
        department: None,
        received_at: p.clock.business(),
        from: Mailbox { name: "Kari Solheim".into(), address: "kari@post.example".into() },
        to: vec![],
        cc: vec![],
        subject: "The pump".into(),
        text: "It does not start, =zqx".into(),
        document: None,
        invite: None,
        language: Some(Language::En),
        mail_id: Some(format!("{n}@post.example")),
        references: references.iter().map(|one| (*one).to_owned()).collect(),
        reply_tags: vec![],
        automatic: None,
        bounce: None,
        warnings: vec![],
        proof: None,
        unreadable: None,
        raw: raw.digest.clone(),
        files: vec![],
        receipt: ForReceipt::default(),
    };
    let placed = commands::receive(p, &mut tx, inbound).await.expect("received");
    tx.commit().await.expect("commit");
    placed
}

/// Reads all there is. On PostgreSQL that takes as long as other tests hold transactions that are older.
async fn read(p: &Platform) {
    let newest = p.db.read().await.expect("read").number("SELECT MAX(seq) AS n FROM event", vals![]).await;
    let newest = newest.expect("a number");
    loop {
        while reading::read_some(p).await.expect("read") {}
        let place = platform::log::cursor(&mut p.db.read().await.expect("read"), READER).await;
        if place.expect("a place").seq >= newest {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

/// What a colleague has not read, the newest first.
async fn told(p: &Platform, who: &Staff) -> Vec<Kind> {
    let mut conn = p.db.read().await.expect("read");
    let (found, next) = list(&mut conn, who, Asked { unread: true, after: None, most: 50 }).await.expect("read");
    assert_eq!(next, None);
    found.into_iter().map(|one| one.notice.kind).collect()
}

async fn count(p: &Platform, who: &Staff) -> i64 {
    let scope = allowed(&who.actor(), Action::ReadConversations).expect("may");
    unread(&mut p.db.read().await.expect("read"), &who.id, &scope).await.expect("read")
}

#[test]
fn colleagues_are_told_what_concerns_them_once_and_never_what_they_did() {
    run(|house| async move {
        let p = house.p();
        let first = mail(p, 1, &[]).await;
        let id = &first.conversation;
        commands::assign(p, &house.olga.actor(), id, Some(&house.ingrid.id)).await.expect("given");
        commands::follow(p, &house.jonas.actor(), id, true).await.expect("followed");
        commands::note(p, &house.ingrid.actor(), id, "@Olga look, @Ingrid me too").await.expect("noted");
        mail(p, 2, &["1@post.example"]).await;
        read(p).await;
        // What she was given before her own note she has seen.
        assert_eq!(told(p, &house.ingrid).await, [Kind::Wrote]);
        assert_eq!(told(p, &house.jonas).await, [Kind::Followed]);
        assert_eq!(told(p, &house.olga).await, [Kind::Followed, Kind::Mentioned], "whom a note names follows");
        assert_eq!(told(p, &house.sari).await, []);
        // Everything read again from the start: nobody is told twice.
        let mut tx = p.begin().await.expect("begin");
        platform::log::advance(&mut tx, READER, platform::log::Place::default()).await.expect("back");
        tx.commit().await.expect("commit");
        read(p).await;
        let all = "SELECT COUNT(*) AS n FROM notice";
        assert_eq!(p.db.read().await.expect("read").number(all, vals![]).await.expect("n"), 5);
    });
}

#[test]
fn what_happened_before_there_were_notices_is_told_to_nobody() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        mail(p, 1, &[]).await;
        reading::begin(p).await.expect("begun");
        let place = platform::log::cursor(&mut p.db.read().await.expect("read"), READER).await.expect("a place");
        assert!(p.db.engine() == Engine::Postgres || place.seq > 0);
        reading::begin(p).await.expect("again");
    });
}

#[test]
fn deadlines_are_told_to_owners_and_leads() {
    run(|house| async move {
        let p = house.p();
        let id = mail(p, 1, &[]).await.conversation;
        commands::assign(p, &house.olga.actor(), &id, Some(&house.ingrid.id)).await.expect("given");
        read(p).await;
        reading::look_ahead(p).await.expect("looked");
        assert_eq!(told(p, &house.ingrid).await, [Kind::Assigned]);
        house.test.clock.advance(SignedDuration::from_hours(21));
        reading::look_ahead(p).await.expect("looked");
        reading::look_ahead(p).await.expect("looked again");
        assert_eq!(told(p, &house.ingrid).await, [Kind::Soon, Kind::Assigned]);
        house.test.clock.advance(SignedDuration::from_hours(4));
        let clocks = Workers::default()
            .lane(commands::CLOCK_LANE, 1)
            .handle(commands::BREACH_JOB, |p, job| async move { commands::breach(&p, &job).await });
        clocks.run_due(p, commands::CLOCK_LANE).await.expect("worked");
        read(p).await;
        assert_eq!(told(p, &house.ingrid).await, [Kind::Late, Kind::Soon, Kind::Assigned]);
        assert_eq!(told(p, &house.olga).await, [Kind::Lapse]);
        assert_eq!(told(p, &house.jonas).await, []);
    });
}

#[test]
fn a_promise_is_told_to_its_keeper_before_and_to_those_who_lead_after() {
    run(|house| async move {
        let p = house.p();
        let id = mail(p, 1, &[]).await.conversation;
        let by = "2026-11-20T15:00".to_owned();
        let new = commands::NewPromise { words: "Call back".into(), by, owner: Some(house.jonas.id.clone()) };
        commands::make_promise(p, &house.ingrid.actor(), &id, new).await.expect("promised");
        let clocks = Workers::default()
            .lane(commands::CLOCK_LANE, 1)
            .handle(commands::BREACH_JOB, |p, job| async move { commands::breach(&p, &job).await })
            .handle(commands::PROMISE_JOB, |p, job| async move { commands::watch_promise(&p, &job).await });
        clocks.run_due(p, commands::CLOCK_LANE).await.expect("nothing to do");
        read(p).await;
        assert_eq!(told(p, &house.jonas).await, []);
        // It is a Wednesday; on Friday at 14:00 in Oslo there is an hour left.
        house.test.clock.advance_business(SignedDuration::from_mins(2 * 24 * 60 + 15));
        clocks.run_due(p, commands::CLOCK_LANE).await.expect("worked");
        read(p).await;
        assert_eq!(told(p, &house.jonas).await, [Kind::Promise]);
        house.test.clock.advance_business(SignedDuration::from_hours(2));
        clocks.run_due(p, commands::CLOCK_LANE).await.expect("worked");
        read(p).await;
        assert_eq!(told(p, &house.jonas).await, [Kind::Broken, Kind::Promise]);
        assert!(told(p, &house.olga).await.contains(&Kind::Broken));
        assert!(!told(p, &house.ingrid).await.contains(&Kind::Broken));
    });
}

#[test]
fn a_reply_that_was_given_up_is_told_to_its_writer() {
    run(|house| async move {
        let p = house.p();
        let id = mail(p, 1, &[]).await.conversation;
        let new = commands::NewReply { body: "It is on its way.".into(), ..Default::default() };
        let reply = commands::reply(p, &house.jonas.actor(), &id, new).await.expect("replied");
        let failed = conversations::events::ConversationEvent::DeliveryChanged {
            conversation: id,
            message: reply,
            state: conversations::DeliveryState::Failed,
            words: "550 no such user".into(),
        };
        let mut tx = p.begin().await.expect("begin");
        tx.record(&failed, &Actor::System, None).await.expect("told");
        tx.commit().await.expect("commit");
        read(p).await;
        assert_eq!(told(p, &house.jonas).await, [Kind::Undelivered]);
        assert_eq!(told(p, &house.olga).await, []);
    });
}

#[test]
fn nobody_sees_notices_of_what_they_may_not_see_any_more() {
    run(|house| async move {
        let p = house.p();
        let id = mail(p, 1, &[]).await.conversation;
        commands::hand_to(p, &house.olga.actor(), &id, Some(&house.workshop)).await.expect("handed");
        commands::assign(p, &house.olga.actor(), &id, Some(&house.sari.id)).await.expect("given");
        read(p).await;
        assert_eq!((told(p, &house.sari).await, count(p, &house.sari).await), (vec![Kind::Assigned], 1));
        commands::hand_to(p, &house.olga.actor(), &id, None).await.expect("handed");
        // Before and after the reader has come there.
        assert_eq!((told(p, &house.sari).await, count(p, &house.sari).await), (vec![], 0));
        read(p).await;
        assert_eq!((told(p, &house.sari).await, count(p, &house.sari).await), (vec![], 0));
        let kept = p.db.read().await.expect("read").number("SELECT COUNT(*) AS n FROM notice", vals![]).await;
        assert_eq!(kept.expect("n"), 0);
        // And of what is deleted.
        commands::assign(p, &house.olga.actor(), &id, Some(&house.ingrid.id)).await.expect("given");
        read(p).await;
        assert_eq!(count(p, &house.ingrid).await, 1);
        commands::delete(p, &house.olga.actor(), &id).await.expect("deleted");
        read(p).await;
        assert_eq!(count(p, &house.ingrid).await, 0);
    });
}

#[test]
fn looking_reads_and_so_does_marking_and_old_ones_go() {
    run(|house| async move {
        let p = house.p();
        let (one, two) = (mail(p, 1, &[]).await.conversation, mail(p, 2, &[]).await.conversation);
        for id in [&one, &two] {
            commands::assign(p, &house.olga.actor(), id, Some(&house.ingrid.id)).await.expect("given");
        }
        read(p).await;
        assert_eq!(count(p, &house.ingrid).await, 2);
        use conversations::http::conversation::Onlooker as _;
        Looking.looked(p, &house.ingrid.id, &one).await.expect("looked");
        assert_eq!(count(p, &house.ingrid).await, 1);
        read_all(p, &house.ingrid.id).await.expect("read");
        assert_eq!(count(p, &house.ingrid).await, 0);
        let mut conn = p.db.read().await.expect("read");
        let asked = Asked { unread: false, after: None, most: 1 };
        let (found, next) = list(&mut conn, &house.ingrid, asked).await.expect("read");
        assert_eq!((found.len(), found[0].row.conversation.id.clone()), (1, two.clone()));
        let asked = Asked { after: next.as_ref(), ..asked };
        let (found, next) = list(&mut conn, &house.ingrid, asked).await.expect("read");
        assert_eq!((found[0].row.conversation.id.clone(), next), (one, None));
        drop(conn);
        // Somebody who has it open is told nothing they do not see.
        let place = two.to_string();
        let who = house.ingrid.id.to_string();
        p.beat(Beat { place, page: "1".into(), who, name: "Ingrid".into(), doing: Some(Doing::Looking) })
            .await
            .expect("told");
        mail(p, 3, &["2@post.example"]).await;
        read(p).await;
        assert_eq!(count(p, &house.ingrid).await, 0);
        house.test.clock.advance(SignedDuration::from_hours(91 * 24));
        commands::follow(p, &house.olga.actor(), &two, true).await.expect("followed");
        read(p).await;
        // What is told now is that its deadline was missed.
        let old = "SELECT COUNT(*) AS n FROM notice WHERE at < $1";
        let today = p.clock.business().checked_sub(SignedDuration::from_hours(24)).expect("a moment");
        let kept = p.db.read().await.expect("read").number(old, vals![today]).await;
        assert_eq!(kept.expect("n"), 0);
    });
}

async fn wish(p: &Platform, who: &Staff, wishes: &Wishes) {
    let mut tx = p.begin().await.expect("begin");
    settings::set_wishes(&mut tx, &who.id, wishes).await.expect("kept");
    tx.commit().await.expect("commit");
}

/// What is left for the mail server, the oldest first, after all that is due was done.
async fn mails(p: &Platform) -> Vec<Framed> {
    mailing::workers(Workers::default()).run_due(p, mailing::LANE).await.expect("worked");
    let sql = "SELECT payload FROM job WHERE kind = $1 ORDER BY id";
    let rows = p.db.read().await.expect("read").all(sql, vals![system_mail::KIND]).await.expect("read");
    rows.iter().map(|row| serde_json::from_str(&row.text("payload").expect("text")).expect("a mail")).collect()
}

#[test]
fn a_mention_is_mailed_at_once_and_can_be_answered_by_whom_it_is_for() {
    run(|house| async move {
        let p = house.p();
        let placed = mail(p, 1, &[]).await;
        commands::note(p, &house.jonas.actor(), &placed.conversation, "@Ingrid known fault").await.expect("noted");
        read(p).await;
        let mails = mails(p).await;
        assert_eq!(mails.len(), 1);
        let Framed { mail, around, about } = &mails[0];
        assert_eq!(
            (mail.to.as_str(), mail.subject.as_str()),
            ("ingrid@brekkesund.example", format!("Jonas mentioned you: The pump (#{})", placed.number).as_str())
        );
        let page = format!("http://desk.example/conversations/{}", placed.conversation);
        assert!(mail.text.contains(&page) && mail.text.contains("Kari Solheim"), "{}", mail.text);
        assert_eq!(around.quote, Some(("Jonas:".into(), "@Ingrid known fault".into())));
        assert_eq!(about.first(), Some(&placed.conversation.to_string()));
        assert!(about.len() == 2 && about[1].starts_with("msg_"), "what is taken out of the note goes out of the mail");
        let tag = around.reply_tag.as_deref().expect("can be answered");
        let (number, until) = naming::read_note_tag(tag).expect("a tag");
        assert_eq!(number, placed.number);
        assert!(naming::is_note_tag(p, tag, number, &house.ingrid.id, until));
        for (staff, number, until) in
            [(&house.jonas, number, until), (&house.ingrid, number + 1, until), (&house.ingrid, number, until + 1)]
        {
            assert!(!naming::is_note_tag(p, tag, number, &staff.id, until));
        }
        assert!(around.reply_line.as_deref().is_some_and(|line| line.starts_with("Write above this line")));
    });
}

#[test]
fn what_was_read_meanwhile_or_is_not_wished_is_not_mailed() {
    run(|house| async move {
        let p = house.p();
        wish(p, &house.jonas, &Wishes::default().with(Kind::Mentioned, Way::Off)).await;
        let id = mail(p, 1, &[]).await.conversation;
        commands::note(p, &house.olga.actor(), &id, "@Ingrid @Jonas look").await.expect("noted");
        read(p).await;
        assert_eq!(told(p, &house.jonas).await, [], "off is off");
        read_all(p, &house.ingrid.id).await.expect("read");
        assert_eq!(mails(p).await.len(), 0);
    });
}

#[test]
fn quiet_hours_gather_one_mail_and_so_does_the_digest() {
    run(|house| async move {
        let p = house.p();
        // It is Wednesday 13:48; the zone of a business that never said is UTC.
        let quiet = Quiet { hours: Some((0, 23 * 60)), days: vec![] };
        wish(p, &house.ingrid, &Wishes { quiet, ..Wishes::default() }.with(Kind::Assigned, Way::Mail)).await;
        let digest = Wishes::default().with(Kind::Assigned, Way::Digest);
        wish(p, &house.jonas, &digest).await;
        for n in 1..=3 {
            let id = mail(p, n, &[]).await.conversation;
            commands::assign(p, &house.olga.actor(), &id, Some(&house.ingrid.id)).await.expect("given");
            read(p).await;
            commands::assign(p, &house.olga.actor(), &id, Some(&house.jonas.id)).await.expect("given");
            read(p).await;
        }
        assert_eq!(mails(p).await.len(), 0);
        house.test.clock.advance(SignedDuration::from_hours(12));
        let quiet_over = mails(p).await;
        assert_eq!(quiet_over.len(), 1, "all that waited in one mail");
        assert_eq!(quiet_over[0].mail.subject, "3 notices");
        assert_eq!((quiet_over[0].around.reply_tag.clone(), quiet_over[0].about.len()), (None, 3));
        house.test.clock.advance(SignedDuration::from_hours(9));
        let digest = mails(p).await;
        assert_eq!(digest.len(), 2);
        assert_eq!(digest[1].mail.to, "jonas@brekkesund.example");
        assert_eq!(digest[1].mail.text.matches("Olga gave you a conversation").count(), 3);
        house.test.clock.advance(SignedDuration::from_hours(48));
        assert_eq!(mails(p).await.len(), 2, "once");
    });
}

/// A desk with nothing around its pages but the bell.
struct Bare;

impl SidebarSource for Bare {
    fn sidebar<'a>(&'a self, _: &'a Platform, _: &'a Actor, _: &'a Say, _: &'a str) -> Later<'a, Sidebar> {
        Box::pin(async { Ok(Sidebar::default()) })
    }
    fn settings(&self, _: &Actor, _: &Say, _: &str) -> Vec<Link> {
        vec![]
    }
    fn keys(&self, _: &Say) -> Vec<KeyGroup> {
        vec![]
    }
}

async fn ask(p: &Platform, who: &Staff, method: &str, path: &str, form: &str) -> (StatusCode, String) {
    let mut tx = p.begin().await.expect("begin");
    let session = sessions::start(&mut tx, &*p.random, who.id.as_str(), "192.0.2.1", "Firefox").await;
    tx.commit().await.expect("commit");
    let desk = Desk { sidebar: Arc::new(http::bell::WithBell(Arc::new(Bare))), demo: None, notices: vec![] };
    let shown = Pages::new(p.i18n.clone(), p.random.clone());
    let routes = Router::new()
        .route("/notices", get(http::show))
        .route("/notices/bell", get(http::bell::show))
        .route("/notices/read", post(http::read_each))
        .route("/notices/{id}/read", post(http::read))
        .route("/profile/notices", get(http::wishes::show).post(http::wishes::update))
        .layer(Extension(desk))
        .layer(from_fn_with_state(shown, pages))
        .with_state(p.clone());
    let request = Request::builder().method(method).uri(path);
    let request = request.header(header::COOKIE, format!("tillit={}", session.expect("started")));
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = routes.oneshot(request.body(Body::from(form.to_owned())).expect("a request")).await.expect("answered");
    let status = answer.status();
    let body = to_bytes(answer.into_body(), 1 << 24).await.expect("a body");
    (status, String::from_utf8(body.to_vec()).expect("text"))
}

#[test]
fn the_bell_rings_and_the_page_leads_to_what_it_is_about() {
    run(|house| async move {
        let p = house.p();
        let (_, empty) = ask(p, &house.ingrid, "GET", "/notices", "").await;
        assert!(empty.contains("Nothing unread") && !empty.contains("Mark all as read"), "{empty}");
        let id = mail(p, 1, &[]).await.conversation;
        commands::assign(p, &house.olga.actor(), &id, Some(&house.ingrid.id)).await.expect("given");
        let mut hints = p.live.listen();
        read(p).await;
        assert_eq!(hints.try_recv().expect("a hint").as_ref(), format!("notices-{}", house.ingrid.id));
        let (status, bell) = ask(p, &house.ingrid, "GET", "/notices/bell", "").await;
        assert!(status == StatusCode::OK && bell.contains("<span class=\"count\">1</span>"), "{bell}");
        let (_, other) = ask(p, &house.jonas, "GET", "/notices/bell", "").await;
        assert!(!other.contains("class=\"count\""), "{other}");
        let (_, page) = ask(p, &house.ingrid, "GET", "/notices", "").await;
        for part in ["Olga gave you a conversation", "The pump", "Kari Solheim", "Mark all as read"] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert!(page.contains(&format!("href=\"/conversations/{id}\"")) && page.contains("id=\"bell\""));
        let mut conn = p.db.read().await.expect("read");
        let asked = Asked { unread: true, after: None, most: 1 };
        let notice = list(&mut conn, &house.ingrid, asked).await.expect("read").0.remove(0).notice.id;
        drop(conn);
        let path = format!("/notices/{notice}/read");
        assert_eq!(ask(p, &house.jonas, "POST", &path, "").await.0, StatusCode::NOT_FOUND, "not theirs");
        assert_eq!(ask(p, &house.ingrid, "POST", "/notices/ntc_1/read", "").await.0, StatusCode::NOT_FOUND);
        assert_eq!(ask(p, &house.ingrid, "POST", &path, "back=/notices?show=all").await.0, StatusCode::SEE_OTHER);
        assert_eq!(count(p, &house.ingrid).await, 0);
        let (_, all) = ask(p, &house.ingrid, "GET", "/notices?show=all", "").await;
        assert!(all.contains("Olga gave you a conversation") && !all.contains("(unread)"), "{all}");
        assert_eq!(ask(p, &house.ingrid, "POST", "/notices/read", "").await.0, StatusCode::SEE_OTHER);
        let (status, _) = ask(p, &house.ingrid, "GET", "/notices?after=nonsense&show=all", "").await;
        assert_eq!(status, StatusCode::OK);
    });
}

#[test]
fn one_says_how_one_is_told_and_wrong_hours_are_said_at_the_field() {
    run(|house| async move {
        let p = house.p();
        let (_, page) = ask(p, &house.ingrid, "GET", "/profile/notices", "").await;
        assert!(page.contains("<option value=\"mail\" selected>") && page.contains("A note mentions me"), "{page}");
        let form = "wrote=digest&mentioned=desk&from=17%3A00&until=08%3A00&day-6=1&digest=16";
        assert_eq!(ask(p, &house.ingrid, "POST", "/profile/notices", form).await.0, StatusCode::SEE_OTHER);
        let mut conn = p.db.read().await.expect("read");
        let kept = settings::wishes(&mut conn, &house.ingrid.id).await.expect("read");
        let other = settings::wishes(&mut conn, &house.jonas.id).await.expect("read");
        drop(conn);
        assert_eq!((kept.way(Kind::Wrote), kept.way(Kind::Mentioned), kept.digest), (Way::Digest, Way::Desk, 16));
        assert_eq!(kept.quiet, Quiet { hours: Some((1020, 480)), days: vec![6] });
        assert_eq!(other, Wishes::default(), "each their own");
        let (_, page) = ask(p, &house.ingrid, "GET", "/profile/notices?done=saved", "").await;
        assert!(page.contains("value=\"17:00\"") && page.contains("Saved."), "{page}");
        let (status, page) = ask(p, &house.ingrid, "POST", "/profile/notices", "from=noon&until=").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("value=\"noon\"") && page.contains("aria-invalid=\"true\""), "{page}");
    });
}

#[test]
fn of_an_erased_customer_no_notice_is_left_and_no_mail_waits() {
    run(|house| async move {
        let p = house.p();
        let placed = mail(p, 1, &[]).await;
        commands::assign(p, &house.olga.actor(), &placed.conversation, Some(&house.ingrid.id)).await.expect("given");
        wish(p, &house.ingrid, &Wishes::default().with(Kind::Wrote, Way::Mail)).await;
        mail(p, 2, &["1@post.example"]).await;
        read(p).await;
        assert!(mails(p).await.iter().any(|one| one.around.quote.as_ref().is_some_and(|it| it.1.contains("=zqx"))));
        let mut tx = p.begin().await.expect("begin");
        let mut gone = people::privacy::Gone::default();
        gone.ids.insert(placed.conversation.to_string());
        let about = people::privacy::About { ids: vec![], addresses: vec![], instead: String::new() };
        use people::privacy::Holder as _;
        Notices.erase(&mut tx, &about, &mut gone).await.expect("erased");
        tx.commit().await.expect("commit");
        assert_eq!((mails(p).await.len(), count(p, &house.ingrid).await), (0, 0));
    });
}

#[test]
fn praise_is_told_to_whom_it_names() {
    run(|house| async move {
        let p = house.p();
        let id = mail(p, 1, &[]).await.conversation;
        commands::assign(p, &house.olga.actor(), &id, Some(&house.ingrid.id)).await.expect("given");
        let praise = ConversationEvent::Praised {
            conversation: id.clone(),
            message: format!("msg_{}", "0".repeat(26)).parse().expect("an id"),
            staff: vec![house.jonas.id.clone()],
        };
        let mut tx = p.begin().await.expect("begin");
        let kari = Actor::Customer { id: format!("per_{}", "0".repeat(26)) };
        tx.record(&praise, &kari, None).await.expect("recorded");
        tx.commit().await.expect("commit");
        read(p).await;
        assert_eq!(told(p, &house.jonas).await, [Kind::Praise]);
        assert_eq!(told(p, &house.ingrid).await, [Kind::Assigned]);
    });
}
