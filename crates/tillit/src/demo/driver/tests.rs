//! The business on the product itself: counts, threads, deliveries, and that it does not matter
//! whether it was built at once or lived.

mod beside;
mod reported;

use base::{Action, allowed};
use conversations::queries;
use platform::testing::{TestPlatform, on_both_engines};
use platform::{I18n, vals};
use tokio::sync::watch;

use super::*;
use crate::demo::cast::NEWCOMER;
use crate::demo::desk::{play, see};
use crate::demo::life::Life;
use crate::demo::truth::Truth;
use crate::demo::{
    START, Size, automation, forms, guides, known, looks, macros, service, showcase, stage, team, times, views,
};
use crate::serve::workers;

const SEED: u64 = 7;

fn small() -> Size {
    Size { conversations: 104, ..Size::default() }
}

/// Little more than the showcase: enough for what does not count.
fn tiny() -> Size {
    Size { conversations: 36, open: 17, waiting: 6 }
}

/// The platform of a test with a clock that the demo may move.
fn on_demo_clock(test: TestPlatform) -> (Platform, Arc<DemoClock>) {
    let clock = Arc::new(DemoClock::new(test.clock, START));
    let locales =
        [platform::i18n::LOCALES, people::LOCALES, channels::LOCALES, community::LOCALES, crate::demo::LOCALES];
    let i18n = I18n::new(&locales).expect("texts");
    (Platform { clock: clock.clone(), i18n, ..test.platform }, clock)
}

fn migrations() -> Vec<platform::Migration> {
    [
        platform::schema::MIGRATIONS,
        people::MIGRATIONS,
        conversations::MIGRATIONS,
        channels::MIGRATIONS,
        reactions::MIGRATIONS,
        community::MIGRATIONS,
        answers::articles::MIGRATIONS,
        answers::guides::MIGRATIONS,
    ]
    .concat()
}

async fn number(p: &Platform, sql: &str) -> i64 {
    p.db.read().await.expect("read").number(sql, vals![]).await.expect("a number")
}

#[test]
fn the_desk_of_the_start_is_as_planned() {
    on_both_engines(&migrations(), |test| async move {
        let (p, clock) = on_demo_clock(test);
        let (_stop, stopped) = watch::channel(false);
        let (driver, life) = stage::build(&p, clock, SEED, small(), workers(), stopped).await.expect("builds");
        assert_eq!(p.clock.business(), START);
        let me = driver.colleague(NEWCOMER).expect("she is there");
        let scope = allowed(&me.actor(), Action::ReadConversations).expect("she may");
        let counts =
            queries::counts(&mut p.db.read().await.expect("read"), &scope, &me.id, START).await.expect("counts");
        assert_eq!((counts.open, counts.waiting, counts.mine, counts.unassigned), (47, 19, 8, 5), "{counts:?}");
        assert_eq!(counts.snoozed, 1, "one is put away");
        assert_eq!(counts.breaching, 3, "three are due within the hour, as in the pictures");

        let sent: u32 = life.truths().values().map(|truth| truth.messages_out).sum();
        let seen: usize = life.truths().keys().map(|plot| life.ledger().count(*plot)).sum();
        assert_eq!(seen, usize::try_from(sent).expect("few"), "the customers have all our mails");
        let waiting: u32 = life.truths().values().map(|truth| truth.later).sum();
        let unsent = "SELECT COUNT(*) AS n FROM delivery WHERE state <> 'sent'";
        assert_eq!((number(&p, unsent).await, waiting), (1, 1), "one reply waits for its time");
        assert_eq!(number(&p, "SELECT COUNT(*) AS n FROM draft").await, 1, "one is half written");
        assert_eq!(number(&p, "SELECT COUNT(*) AS n FROM message WHERE invite IS NOT NULL").await, 1);
        // What was brought along is let go of long afterwards.
        let left = "SELECT COUNT(*) AS n FROM job WHERE waits = 0 AND kind <> 'step.sweep' AND lane <> 'moving'";
        assert_eq!(number(&p, left).await, 0, "nothing is left to do");
        facts(&driver, &life).await;
        reported::planted(&p, &driver, &life).await;
        brought_along(&driver).await;
    });
}

/// The reports of what was brought along on the first day: what came in, and what could not.
async fn brought_along(driver: &Driver) {
    let mut conn = driver.platform.db.read().await.expect("read");
    let (me, owner) = (driver.actor(NEWCOMER).expect("she"), driver.actor("torarne").expect("he"));
    let files = people::import::list(&mut conn, &me, None, 10).await.expect("files");
    assert_eq!(files.len(), 1);
    assert_eq!((files[0].counts.added, files[0].counts.refused, files[0].counts.rows()), (10, 2, 12));
    let lines = people::import::lines(&mut conn, &me, &files[0].id, (None, 0), 100).await.expect("a report");
    let told: Vec<_> = lines.iter().filter(|(line, _)| !line.remarks.is_empty()).map(|(line, _)| line.number).collect();
    assert_eq!(told, [12, 13], "as a table program numbers them");
    let files = channels::moving::list(&mut conn, &owner, None, 10).await.expect("files");
    assert_eq!(files.len(), 1);
    assert_eq!((files[0].counts.made, files[0].counts.refused, files[0].counts.records()), (8, 1, 9));
    let lines = channels::moving::lines(&mut conn, &owner, &files[0].id, (None, 0), 100).await.expect("a report");
    let doubtful: Vec<_> = lines.iter().filter(|line| !line.remarks.is_empty()).map(|line| line.old.as_str()).collect();
    assert_eq!(doubtful, ["2048", "2049"]);
    let (first, number) = lines[0].conversation.clone().expect("a conversation");
    assert_eq!(number, 1001, "before everything that came here by itself");
    let thread = queries::thread(&mut conn, &Scope::All, &first).await.expect("reads").expect("is there");
    assert_eq!(thread.origin.as_ref().map(queries::Origin::called).as_deref(), Some("Gammel innboks 2041"));
    assert_eq!((thread.person.name.as_str(), thread.messages.len()), ("Halvor Bjørnstad", 3));
    let day = |at: Instant| at.to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
    assert_eq!(day(thread.conversation.created_at), "2025-09-02");
}

/// Every planted fact is found again.
async fn facts(driver: &Driver, life: &Life) {
    let mut received = 0;
    for (plot, truth) in life.truths() {
        let id = driver.conversation(*plot).expect("a conversation");
        let mut conn = driver.platform.db.read().await.expect("read");
        let thread = queries::thread(&mut conn, &Scope::All, &id).await.expect("reads").expect("is there");
        let found = &thread.conversation;
        let group = (found.group() == conversations::Group::Open, found.group() == conversations::Group::Waiting);
        assert_eq!(group, (truth.outcome.is_open(), truth.outcome.is_waiting()), "{truth:?}");
        let receipts = thread.messages.iter().filter(|message| message.kind == MessageKind::Receipt).count();
        let aside = thread.messages.iter().filter(|message| message.side.is_some()).count();
        assert_eq!(thread.messages.len() - receipts - aside, messages(truth), "{truth:?}");
        let before = found.created_at < START - stage::RECEIPTS_FOR;
        assert!(receipts <= usize::from(!before), "{truth:?}");
        received += receipts;
        assert_eq!(found.created_at, truth.opened_at, "{truth:?}");
        let owner = truth.owner.and_then(|key| driver.colleague(key)).map(|staff| staff.id.clone());
        assert_eq!(found.assignee, owner, "{truth:?}");
    }
    assert!(received > 3, "whoever wrote in the last days was told that it has come: {received}");
}

fn messages(truth: &Truth) -> usize {
    let ours = truth.messages_out + truth.passed_on + truth.later + truth.talks + truth.notes;
    usize::try_from(truth.messages_in + truth.automatic_in + ours).expect("few")
}

#[test]
fn a_reply_of_the_newcomer_is_answered_into_the_same_conversation() {
    on_both_engines(&migrations(), |test| async move {
        let (p, clock) = on_demo_clock(test);
        let (_stop, stopped) = watch::channel(false);
        let built = stage::build(&p, clock, SEED, tiny(), workers(), stopped).await.expect("builds");
        let (mut driver, mut life) = built;
        undo_seconds(&p, 0).await.expect("at once");
        let bayu = showcase::plot("bayu").expect("Bayu is there");
        driver.reply(bayu, NEWCOMER, "Halo Pak Bayu. Boleh kami tahu NPWP-nya?", &[], After::Wait).await.expect("sent");
        see(&mut driver, &mut life, START).await.expect("seen");
        play(&mut driver, &mut life, times::plus_minutes(START, 61)).await.expect("an hour");
        let id = driver.conversation(bayu).expect("a conversation");
        let mut conn = p.db.read().await.expect("read");
        let thread = queries::thread(&mut conn, &Scope::All, &id).await.expect("reads").expect("is there");
        assert_eq!(thread.conversation.state, State::Open, "his answer opened it again");
        assert_eq!(thread.messages.len(), 4, "with the receipt");
        assert!(thread.messages[3].at > START);
    });
}

/// What happened, table by table. Ids and signatures bear chance; whatever they point to is named by
/// something that does not.
async fn tables(p: &Platform) -> Vec<(&'static str, Vec<String>)> {
    const NUMBER: &str = "(SELECT number FROM conversation c WHERE c.id = message.conversation)";
    const BODY: &str = "(SELECT body FROM message m WHERE m.id = message)";
    let mut all = Vec::new();
    for (table, columns) in [
        ("staff", vec!["email", "name", "role", "language", "zone", "created_at"]),
        ("person", vec!["name", "name_folded", "name_doubtful", "language", "created_at"]),
        (
            "person_address",
            vec!["address", "shown", "proved", "added_at", "(SELECT name FROM person WHERE person.id = person)"],
        ),
        (
            "conversation",
            vec![
                "number",
                "subject",
                "state",
                "grp",
                "label",
                "language",
                "created_at",
                "touched_at",
                "due",
                "first_due",
                "first_replied_at",
                "next_due",
                "next_spent",
                "next_since",
                "first_breached",
                "next_breached",
                "snippet",
                "unread",
                "customer_spoke_last",
                "close_reason",
                "(SELECT email FROM staff s WHERE s.id = assignee)",
            ],
        ),
        (
            "message",
            vec![NUMBER, "at", "kind", "from_name", "from_address", "recipients", "body", "automatic", "warnings"],
        ),
        ("delivery", vec![BODY, "state", "at", "attempts", "before_it"]),
        ("attachment", vec![BODY, "position", "name", "content_type", "size", "part"]),
        (
            "tally",
            vec![
                "state",
                "n",
                "(SELECT email FROM staff s WHERE s.id = assignee)",
                "(SELECT name FROM department d WHERE d.id = department)",
            ],
        ),
        ("inbound", vec!["source", "envelope_from", "envelope_to", "peer", "received_at", "state", "copies"]),
        ("event", vec!["at", "kind", "actor", "payload"]),
        ("setting", vec!["key"]),
    ] {
        let columns: Vec<String> = columns.iter().map(|one| format!("COALESCE(CAST({one} AS TEXT), '-')")).collect();
        let sql = format!("SELECT {} AS line FROM {table}", columns.join(" || ' ; ' || "));
        let rows = p.db.read().await.expect("read").all(&sql, vals![]).await.expect(table);
        let mut lines: Vec<String> =
            rows.iter().map(|row| without_chance(&row.text("line").expect("a line"))).collect();
        lines.sort();
        all.push((table, lines));
    }
    all
}

/// Long words without a space are ids, digests or signatures.
fn without_chance(line: &str) -> String {
    let word = |part: &str| if part.len() >= 16 && part.is_ascii() { "#".to_owned() } else { part.to_owned() };
    line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').map(word).collect::<Vec<_>>().join(" ")
}

/// The same past, but through sockets, with workers that run by themselves.
async fn lived(p: &Platform, clock: Arc<DemoClock>, size: Size) {
    let (stop, stopped) = watch::channel(false);
    let mut life = Life::new(SEED, size);
    clock.pause(true);
    clock.set(life.next_at().expect("a first act"));
    let (address, sent) = sink::open(stopped.clone()).await.expect("a sink");
    let staff = found(p, address).await.expect("founded");
    undo_seconds(p, 0).await.expect("at once");
    let door = free_port();
    let journal = Journal::start(p.clone());
    let parts = channels::listen(p, &journal, Some(door), None, 50_000_000, stopped.clone()).await.expect("a door");
    let mut running = tokio::task::JoinSet::new();
    for part in parts {
        running.spawn(part);
    }
    running.spawn(workers().run(p.clone(), stopped));
    let mut driver = Driver::new(p.clone(), clock, staff, sent, Way::Lived { door });
    stage::past(&mut driver, &mut life).await.expect("a whole past");
    known::fill(p, driver.staff()).await.expect("files");
    macros::make(p, driver.staff()).await.expect("macros");
    let workshop = team::plan(p, driver.staff()).await.expect("absences");
    forms::make(p, driver.staff(), &workshop).await.expect("forms");
    guides::make(p, driver.staff()).await.expect("guides");
    looks::set(p, driver.staff()).await.expect("looks");
    views::make(p, driver.staff()).await.expect("views");
    service::set(p, driver.staff(), &workshop).await.expect("service policies");
    automation::make(p, driver.staff()).await.expect("rules");
    driver.settle(PURGE_LANE).await.expect("clocked anew");
    undo_seconds(p, 10).await.expect("as people have it");
    stop.send_replace(true);
    while let Some(ended) = running.join_next().await {
        ended.expect("no part breaks").expect("no part fails");
    }
}

fn free_port() -> SocketAddr {
    let socket = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    socket.local_addr().expect("an address")
}

fn assert_same(one: &[(&'static str, Vec<String>)], two: &[(&'static str, Vec<String>)]) {
    for ((table, one), (_, two)) in one.iter().zip(two) {
        assert!(!one.is_empty(), "{table} is empty");
        for (a, b) in one.iter().zip(two) {
            assert_eq!(a, b, "in {table}");
        }
        assert_eq!(one.len(), two.len(), "rows of {table}");
    }
}

#[test]
fn a_business_built_at_once_is_the_one_that_was_lived() {
    on_both_engines(&migrations(), |test| async move {
        let folder = tempfile::tempdir().expect("a folder");
        let db = platform::Db::sqlite(&folder.path().join("lived.db")).await.expect("a database");
        platform::db::migrate(&db, &migrations()).await.expect("migrates");
        let machine = test.clock.clone();
        let (at_once, clock) = on_demo_clock(test);
        let other = Arc::new(DemoClock::new(machine, START));
        let by_life = Platform { db, clock: other.clone(), ..at_once.clone() };
        let (_stop, stopped) = watch::channel(false);
        stage::build(&at_once, clock, SEED, tiny(), workers(), stopped).await.expect("builds");
        lived(&by_life, other, tiny()).await;
        assert_same(&tables(&at_once).await, &tables(&by_life).await);
    });
}
