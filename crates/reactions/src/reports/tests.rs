//! Reports on both engines: read from what really happened, seen by whom they are for.

mod kept;
mod lapses;
mod pages;

use base::{Action, Actor, Instant, Language, Reach, Role, Scope, allowed};
use conversations::commands::{self, ForReceipt, Inbound, NewReply, Placed};
use conversations::rules::states::AfterReply;
use conversations::{Ending, Mailbox, queries as desk};
use jiff::SignedDuration;
use people::staff::{self, NewStaff, Staff};
use platform::testing::{TestPlatform, on_both_engines};
use platform::{Engine, Migration, Platform, vals};

use super::queries::{self, Asked, By, Sight, Which};
use super::rules::period::{Period, Preset};
use super::store::{self, Lens};
use super::{Dim, Measure, reading};

fn migrations() -> Vec<Migration> {
    [platform::schema::MIGRATIONS, people::MIGRATIONS, conversations::MIGRATIONS, crate::MIGRATIONS].concat()
}

async fn colleague(p: &Platform, name: &str, role: Role) -> Staff {
    let mut tx = p.begin().await.expect("begin");
    let email = format!("{}@brekkesund.example", name.to_lowercase());
    let new = NewStaff { name: name.into(), email, role, language: Language::En, zone: "Europe/Oslo".into() };
    let staff = staff::add(&mut tx, &Actor::System, new).await.expect("added");
    tx.commit().await.expect("commit");
    staff
}

async fn mail(p: &Platform, n: u32, references: Vec<String>) -> Placed {
    let raw = p.blobs.prepare(format!("raw {n}").into_bytes()).await.expect("prepared");
    let mut tx = p.begin().await.expect("begin");
    p.blobs.keep(&mut tx, &raw).await.expect("kept");
    let inbound = Inbound {
        channel: "email",
        mailbox: Some("mbx_1".into()),
        department: None,
        received_at: p.clock.business(),
        from: Mailbox { name: "Kari".into(), address: format!("kari{}@post.example", n % 100) },
        to: vec![],
        cc: vec![],
        subject: format!("=Pump {n}"),
        text: "It does not start.".into(),
        document: None,
        invite: None,
        language: Some(Language::Nb),
        mail_id: Some(format!("{n}@post.example")),
        references,
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

async fn answer(p: &Platform, who: &Staff, placed: &Placed, then: AfterReply) {
    let new = NewReply { body: "It is on its way.".into(), then, ..NewReply::default() };
    commands::reply(p, &who.actor(), &placed.conversation, new).await.expect("sent");
}

/// Reads all there is. On PostgreSQL that takes as long as other tests hold transactions that are older.
async fn read(p: &Platform) {
    let newest = p.db.read().await.expect("read").number("SELECT MAX(seq) AS n FROM event", vals![]).await;
    let newest = newest.expect("a number");
    loop {
        while reading::read_some(p).await.expect("read") {}
        let place = platform::log::cursor(&mut p.db.read().await.expect("read"), super::READER).await;
        if place.expect("a place").seq >= newest {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

fn now(p: &Platform) -> Instant {
    p.clock.business()
}

async fn asked(p: &Platform) -> (Asked, jiff::tz::TimeZone) {
    let zone = queries::zone(&mut p.db.read().await.expect("read")).await.expect("a zone");
    let today = now(p).to_zoned(zone.clone()).date();
    (Asked { period: Preset::Week.period(today), department: None, of: None }, zone)
}

async fn count(p: &Platform, actor: &Actor, asked: &Asked, measure: Measure) -> i64 {
    let sight = Sight::of(actor).expect("may");
    let (_, zone) = self::asked(p).await;
    let mut conn = p.db.read().await.expect("read");
    let figures = queries::figures(&mut conn, &sight, asked, (&zone, now(p))).await.expect("figures");
    figures.sheet.count(measure)
}

/// Three questions: one answered and solved by Ingrid, one answered by Jonas, one waits.
struct Story {
    test: TestPlatform,
    ingrid: Staff,
    jonas: Staff,
    placed: Vec<Placed>,
}

impl Story {
    async fn tell(test: TestPlatform) -> Self {
        let p = &test.platform;
        let (ingrid, jonas) = (colleague(p, "Ingrid", Role::Admin).await, colleague(p, "Jonas", Role::Agent).await);
        let mut placed = Vec::new();
        for n in 1..=3 {
            placed.push(mail(p, n, vec![]).await);
        }
        test.clock.advance(SignedDuration::from_mins(30));
        answer(p, &ingrid, &placed[0], AfterReply::Solve).await;
        test.clock.advance(SignedDuration::from_mins(60));
        answer(p, &jonas, &placed[1], AfterReply::Wait).await;
        Self { test, ingrid, jonas, placed }
    }

    fn p(&self) -> &Platform {
        &self.test.platform
    }

    fn admin(&self) -> Actor {
        self.ingrid.actor()
    }
}

fn run<R: Future<Output = ()>>(body: impl Fn(Story) -> R) {
    on_both_engines(&migrations(), |test| async { body(Story::tell(test).await).await });
}

#[test]
fn what_happened_is_what_is_reported() {
    run(|story| async move {
        let p = story.p();
        read(p).await;
        let ((asked, zone), sight) = (asked(p).await, Sight::of(&story.admin()).expect("may"));
        let mut conn = p.db.read().await.expect("read");
        let report = queries::report(&mut conn, &sight, &asked, (&zone, now(p))).await.expect("a report");
        let sheet = &report.figures.sheet;
        let all = [Measure::Opened, Measure::Received, Measure::Replied, Measure::Closed, Measure::Reopened];
        assert_eq!(all.map(|measure| sheet.count(measure)), [3, 3, 2, 1, 0]);
        assert_eq!(
            (sheet.first.real.n(), sheet.first.real.median(), sheet.first.real.percentile(90)),
            (2, Some(60), Some(90))
        );
        assert_eq!((sheet.resolved.real.median(), report.ages[0]), (Some(30), 2));
        let last = report.days.last().expect("today");
        assert_eq!((last.opened, last.closed, last.backlog), (3, 1, 2));
        assert_eq!((report.figures.judged(), report.figures.late()), (2, 0), "who still may be answered is not judged");
        test_late(&story, &asked).await;
    });
}

/// A day on, the third is late, though nobody touched it.
async fn test_late(story: &Story, asked: &Asked) {
    let p = story.p();
    story.test.clock.advance(SignedDuration::from_hours(25));
    let (_, zone) = self::asked(p).await;
    let sight = Sight::of(&story.admin()).expect("may");
    let mut conn = p.db.read().await.expect("read");
    let figures = queries::figures(&mut conn, &sight, asked, (&zone, now(p))).await.expect("figures");
    assert_eq!((figures.judged(), figures.late(), figures.waiting), (3, 1, 1));
    let which = (Which::Waiting, &zone, now(p));
    let (lines, _) = queries::lines(&mut conn, &sight, asked, which, None, 10).await.expect("lines");
    assert_eq!(lines[0].row.conversation.id, story.placed[2].conversation);
    assert_eq!(lines.len(), 1);
}

/// Everything that is kept, in words.
async fn kept(p: &Platform) -> Vec<String> {
    let mut all = Vec::new();
    let mut conn = p.db.read().await.expect("read");
    for (table, columns) in [
        (
            "report_case",
            "conversation || department || staff || policy || mailbox || language || COALESCE(open_since, 0)",
        ),
        ("report_tag", "conversation || tag"),
        (
            "report_entry",
            "conversation || n || measure || at || day || staff || policy || COALESCE(taken, -1) || COALESCE(worked, -1)",
        ),
        ("report_day", "dim || name || department || day || net || sums"),
    ] {
        let rows = conn.all(&format!("SELECT {columns} AS line FROM {table} ORDER BY 1"), vals![]).await.expect(table);
        all.extend(rows.iter().map(|row| row.text("line").expect("a line")));
    }
    all
}

#[test]
fn read_in_portions_or_anew_it_is_the_same() {
    run(|story| async move {
        let p = story.p();
        read(p).await;
        let once = kept(p).await;
        assert!(once.len() > 20, "{once:?}");
        read(p).await;
        assert_eq!(kept(p).await, once, "there was nothing new");
        let mut tx = p.begin().await.expect("begin");
        platform::log::advance(&mut tx, super::READER, platform::log::Place::default()).await.expect("moved");
        tx.commit().await.expect("commit");
        read(p).await;
        assert_eq!(kept(p).await, once, "read twice, counted once");
        let mut tx = p.begin().await.expect("begin");
        tx.run("DELETE FROM report_zone", vals![]).await.expect("gone");
        tx.commit().await.expect("commit");
        read(p).await;
        assert_eq!(kept(p).await, once, "made anew");
    });
}

#[test]
fn a_merge_takes_one_away_and_its_undoing_brings_it_back() {
    run(|story| async move {
        let p = story.p();
        let (asked, _) = asked(p).await;
        read(p).await;
        let before = kept(p).await;
        let (source, target) = (&story.placed[2].conversation, &story.placed[1]);
        commands::merge(p, &story.admin(), source, target.number).await.expect("merged");
        read(p).await;
        assert_eq!(count(p, &story.admin(), &asked, Measure::Opened).await, 2);
        commands::undo_merge(p, &story.admin(), source).await.expect("undone");
        read(p).await;
        assert_eq!(kept(p).await, before);
    });
}

#[test]
fn tags_tell_apart_and_follow_when_they_become_one() {
    run(|story| async move {
        let p = story.p();
        for (n, tag) in [(0, "motor"), (1, "motor"), (2, "pump")] {
            let (admin, id) = (story.admin(), &story.placed[n].conversation);
            commands::tag(p, &admin, id, &[tag.to_owned()]).await.expect("tagged");
        }
        read(p).await;
        let (asked, _) = asked(p).await;
        let sight = Sight::of(&story.admin()).expect("may");
        let apart = async || {
            let mut conn = p.db.read().await.expect("read");
            let all = queries::told_apart(&mut conn, &sight, &asked, By::Dim(Dim::Tag)).await.expect("apart");
            let mut counts: Vec<i64> = all.values().map(|sheet| sheet.count(Measure::Opened)).collect();
            counts.sort_unstable();
            counts
        };
        assert_eq!(apart().await, [1, 2]);
        let mut conn = p.db.read().await.expect("read");
        let tags = desk::tags(&mut conn, 10).await.expect("tags");
        drop(conn);
        let id = |name: &str| tags.iter().find(|(tag, _)| tag.name == name).expect("a tag").0.id.clone();
        commands::merge_tags(p, &story.admin(), &id("pump"), &id("motor")).await.expect("one");
        read(p).await;
        assert_eq!(apart().await, [3]);
    });
}

#[test]
fn colleagues_see_their_own_figures_and_their_own_departments() {
    run(|story| async move {
        let p = story.p();
        let mut tx = p.begin().await.expect("begin");
        let repairs = people::department::make(&mut tx, &story.admin(), "Repairs").await.expect("made");
        tx.commit().await.expect("commit");
        let (admin, second) = (story.admin(), &story.placed[1].conversation);
        commands::hand_to(p, &admin, second, Some(&repairs.id)).await.expect("handed");
        read(p).await;
        let (mut asked, zone) = asked(p).await;
        let limited = Actor::Staff {
            id: story.jonas.id.to_string(),
            role: Role::Agent,
            reach: Reach::Departments(vec![repairs.id.to_string()]),
        };
        assert_eq!(count(p, &limited, &asked, Measure::Opened).await, 1);
        assert_eq!(count(p, &story.jonas.actor(), &asked, Measure::Opened).await, 3);
        let mut conn = p.db.read().await.expect("read");
        let sight = Sight::of(&limited).expect("may");
        let apart = queries::told_apart(&mut conn, &sight, &asked, By::Dim(Dim::Staff)).await.expect("apart");
        assert_eq!(apart.keys().collect::<Vec<_>>(), [story.jonas.id.as_str()], "nobody else's");
        let which = (Which::Counted(Measure::Opened), &zone, now(p));
        let (lines, _) = queries::lines(&mut conn, &sight, &asked, which, None, 10).await.expect("lines");
        assert_eq!(lines.iter().map(|line| &line.row.conversation.id).collect::<Vec<_>>(), [second]);
        asked.of = Some((Dim::Staff, story.ingrid.id.to_string()));
        assert!(queries::figures(&mut conn, &sight, &asked, (&zone, now(p))).await.is_err(), "not hers");
        assert!(queries::lines(&mut conn, &sight, &asked, which, None, 10).await.is_err());
        let lead = Sight::of(&admin).expect("may");
        let hers = queries::figures(&mut conn, &lead, &asked, (&zone, now(p))).await.expect("seen");
        assert_eq!(hers.sheet.count(Measure::Replied), 1);
        asked.department = Some(repairs.id.to_string());
        let hers = queries::figures(&mut conn, &lead, &asked, (&zone, now(p))).await.expect("seen");
        assert!(hers.sheet.is_empty());
        assert!(Sight::of(&Actor::Customer { id: "per_1".into() }).is_ok_and(|own| own.scope() != &Scope::All));
        assert!(allowed(&Actor::staff("stf_1", Role::Light), Action::ReadConversations).is_ok());
    });
}

#[test]
fn lists_go_on_where_they_stopped_and_add_up_to_their_figure() {
    run(|story| async move {
        let p = story.p();
        for n in 4..=12 {
            mail(p, n, vec![]).await;
        }
        read(p).await;
        let ((asked, zone), sight) = (asked(p).await, Sight::of(&story.admin()).expect("may"));
        let mut conn = p.db.read().await.expect("read");
        for which in Which::ALL {
            let (mut after, mut seen) = (None, Vec::new());
            loop {
                let asked_for = (which, &zone, now(p));
                let found =
                    queries::lines(&mut conn, &sight, &asked, asked_for, after.as_ref(), 2).await.expect("lines");
                seen.extend(found.0.iter().map(|line| (line.at, line.row.conversation.id.to_string())));
                after = found.1;
                if after.is_none() {
                    break;
                }
            }
            assert!(seen.windows(2).all(|pair| pair[0] > pair[1]), "{which:?}: {seen:?}");
            if let Which::Counted(measure) = which {
                let n = count(p, &story.admin(), &asked, measure).await;
                assert_eq!(i64::try_from(seen.len()).expect("few"), n, "{which:?}");
            }
        }
    });
}

#[test]
fn another_zone_of_the_business_cuts_days_anew() {
    run(|story| async move {
        let p = story.p();
        read(p).await;
        let days = async || {
            let sql = "SELECT MIN(day) AS n FROM report_entry";
            p.db.read().await.expect("read").number(sql, vals![]).await.expect("a day")
        };
        assert_eq!(days().await, 20_261_118);
        let mut tx = p.begin().await.expect("begin");
        let business = conversations::settings::Business { zone: "Pacific/Kiritimati".into(), ..Default::default() };
        conversations::settings::set_business(&mut tx, &business).await.expect("set");
        tx.commit().await.expect("commit");
        read(p).await;
        assert_eq!(days().await, 20_261_119);
    });
}

#[test]
fn no_question_looks_at_more_than_it_needs() {
    on_both_engines(&migrations(), |test| async move {
        let p = &test.platform;
        if p.db.engine() == Engine::Postgres {
            return; // PostgreSQL's planner prefers scans on tables this small; its indexes are the same.
        }
        let day = |text: &str| text.parse().expect("a date");
        let period = Period { from: day("2026-11-01"), to: day("2026-11-28") };
        let between = (Instant::UNIX_EPOCH, now(p));
        let mut questions = Vec::new();
        for of in [None, Some((Dim::Tag, "tag_1".to_owned()))] {
            for department in [None, Some("dep_1")] {
                let lens = Lens::new(&Scope::All, department, of.clone());
                questions.push(store::sheets_sql(&lens, Dim::Staff, period));
                for after in [None, Some((now(p), "cnv_1".to_owned(), 1))] {
                    questions.push(store::entries_sql(&lens, Measure::First, between, after.as_ref(), 50));
                }
            }
        }
        let mut conn = p.db.read().await.expect("read");
        for (sql, values) in questions {
            let plan = conn.all(&format!("EXPLAIN QUERY PLAN {sql}"), values).await.expect("plan");
            let plan: Vec<String> = plan.iter().map(|row| row.text("detail").expect("detail")).collect();
            let plan = plan.join("; ");
            assert!(!plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "{sql}: {plan}");
        }
    });
}

#[test]
fn outcomes_and_first_contacts_are_counted_and_change_with_what_comes_after() {
    on_both_engines(&migrations(), |test| async move {
        let story = Story::tell(test).await;
        let (p, id) = (story.p(), &story.placed[0].conversation);
        let stated = conversations::Stated { ending: Ending::Righted, known: None };
        commands::state_outcome(p, &story.ingrid.actor(), id, Some(stated)).await.expect("said");
        read(p).await;
        let (asked, _) = asked(p).await;
        let actor = story.ingrid.actor();
        assert_eq!(count(p, &actor, &asked, Measure::Ended(Ending::Righted, false)).await, 1);
        assert_eq!(count(p, &actor, &asked, Measure::FirstContact).await, 1);
        // The same customer begins another: the first was no end.
        mail(p, 101, vec![]).await;
        read(p).await;
        assert_eq!(count(p, &actor, &asked, Measure::FirstContact).await, 0);
        commands::reopen(p, &actor, id, None).await.expect("open");
        read(p).await;
        assert_eq!(count(p, &actor, &asked, Measure::Ended(Ending::Righted, false)).await, 0);
    });
}
