//! Reports against what the generator planted: each figure is worked out again from its own notes.

use std::collections::BTreeMap;

use conversations::rules::fcr::{Case, fcr};
use reactions::reports::queries::{self as reports, Asked, By, Sight, Which};
use reactions::reports::rules::period::Period;
use reactions::reports::rules::sheet::{Sheet, Spread};
use reactions::reports::{Dim, Measure, reading};

use super::*;
use crate::demo::truth::Outcome;

/// A day within which everybody is to be answered, in minutes.
const DAY: i64 = 24 * 60;

/// Reads all there is. On PostgreSQL that takes as long as other tests hold transactions that are older.
async fn read(p: &Platform) {
    let behind = "SELECT COUNT(*) AS n FROM event WHERE seq > (SELECT seq FROM event_cursor WHERE reader = 'reports')";
    loop {
        while reading::read_some(p).await.expect("reads") {}
        if number(p, behind).await == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

fn asked(of: Option<(Dim, String)>) -> Asked {
    let day = |text: &str| text.parse().expect("a date");
    Asked { period: Period { from: day("2026-06-01"), to: day("2026-11-18") }, department: None, of }
}

/// The middle, and what nine in ten do not exceed.
fn middle(mut values: Vec<i64>) -> (usize, Option<i64>, Option<i64>) {
    values.sort_unstable();
    let n = values.len();
    let at = |rank: usize| values.get(rank.checked_sub(1)?).copied();
    let median = at(n.div_ceil(2)).zip(at(n / 2 + 1)).map(|(low, high)| (low + high) / 2);
    (n, median, at((n * 90).div_ceil(100)))
}

fn found(spread: &Spread) -> (usize, Option<i64>, Option<i64>) {
    (usize::try_from(spread.n()).expect("few"), spread.median(), spread.percentile(90))
}

/// Every figure is what was planted.
pub(super) async fn planted(p: &Platform, driver: &Driver, life: &Life) {
    read(p).await;
    let sight = Sight::of(&base::Actor::System).expect("sees all");
    let mut conn = p.db.read().await.expect("read");
    let zone = reports::zone(&mut conn).await.expect("a zone");
    let report = reports::report(&mut conn, &sight, &asked(None), (&zone, START)).await.expect("a report");
    let sheet = &report.figures.sheet;
    let all: Vec<&Truth> = life.truths().values().collect();
    let sum = |what: fn(&Truth) -> u32| i64::from(all.iter().map(|truth| what(truth)).sum::<u32>());
    for (measure, planted) in [
        (Measure::Opened, i64::try_from(all.len()).expect("few")),
        (Measure::Received, sum(|truth| truth.messages_in)),
        (Measure::Replied, sum(|truth| truth.messages_out + truth.talks)),
        (Measure::Closed, sum(|truth| truth.closed)),
        (Measure::Reopened, sum(|truth| truth.reopened)),
    ] {
        assert_eq!(sheet.count(measure), planted, "{measure:?}");
    }
    let open = all.iter().filter(|truth| truth.outcome != Outcome::Closed).count();
    assert_eq!(usize::try_from(report.ages.iter().sum::<i64>()).expect("few"), open);
    assert_eq!(report.days.last().map(|day| day.backlog), i64::try_from(open).ok());

    let first: Vec<i64> = all.iter().filter_map(|truth| truth.first_reply_minutes).collect();
    let next = all.iter().flat_map(|truth| truth.next_reply_minutes.iter().copied()).collect();
    let solved = all.iter().filter_map(|truth| Some(times::minutes_between(truth.opened_at, truth.closed_at?)));
    assert_eq!(found(&sheet.next.real), middle(next), "next replies");
    assert_eq!(found(&sheet.resolved.real), middle(solved.collect()), "resolutions");
    assert_eq!(found(&sheet.first.real), middle(first.clone()), "first replies");
    within_a_day(&report.figures, &all);
    at_the_first_contact(p, sheet, &all).await;
    by_whom(p, driver, &all).await;
    behind(p, &all).await;
}

fn within_a_day(figures: &reports::Figures, all: &[&Truth]) {
    let (mut in_time, mut late) = (0, 0);
    for truth in all {
        let waits = truth.waits_since.filter(|_| truth.first_reply_minutes.is_none());
        let waited = match (truth.first_reply_minutes, waits, truth.closed_at) {
            (Some(minutes), ..) => Some((minutes, true)),
            (None, Some(since), _) => Some((times::minutes_between(since, START), false)),
            (None, None, Some(closed)) if truth.messages_in > 0 => {
                Some((times::minutes_between(truth.opened_at, closed), false))
            }
            _ => None,
        };
        match waited {
            Some((minutes, true)) if minutes <= DAY => in_time += 1,
            Some((minutes, _)) if minutes > DAY => late += 1,
            _ => {}
        }
    }
    assert_eq!((figures.sheet.count(Measure::InTime), figures.late()), (in_time, late), "within 24 hours");
}

/// What one message was enough for, by the rule that is held against vectors, out of what was planted.
async fn at_the_first_contact(p: &Platform, sheet: &Sheet, all: &[&Truth]) {
    let tags = queries::tags(&mut p.db.read().await.expect("read"), 500).await.expect("tags");
    // Of words that came at once, the one that is older counts.
    let topic = |truth: &Truth| {
        let ids = tags.iter().filter(|(tag, _)| truth.sorted.contains(&tag.name)).map(|(tag, _)| tag.id.to_string());
        ids.min()
    };
    let case = |truth: &&Truth| Case {
        customer: truth.from.clone(),
        topic: topic(truth),
        opened_at: truth.opened_at,
        resolved_at: truth.closed_at,
        messages: u64::from(truth.messages_in),
        reopened: truth.reopened > 0,
        merged: false,
    };
    let cases: Vec<Case> = all.iter().map(case).collect();
    assert!(cases.iter().filter(|case| case.topic.is_some()).count() > cases.len() / 4, "many have a topic");
    let planted = fcr(&cases, 7);
    assert!(0 < planted.resolved && planted.resolved < planted.eligible, "{planted:?}");
    let counted = [Measure::FirstContact, Measure::Resolved].map(|measure| sheet.count(measure));
    assert_eq!(counted.map(usize::try_from), [Ok(planted.resolved), Ok(planted.eligible)], "first contacts");
}

/// Answers by whoever wrote them, conversations by whoever has them, and languages.
async fn by_whom(p: &Platform, driver: &Driver, all: &[&Truth]) {
    let sight = Sight::of(&base::Actor::System).expect("sees all");
    let mut conn = p.db.read().await.expect("read");
    let (mut wrote, mut have) = (BTreeMap::<String, i64>::new(), BTreeMap::<String, i64>::new());
    let id = |key: &str| driver.colleague(key).expect("a colleague").id.to_string();
    for truth in all {
        for (who, n) in &truth.answered_by {
            *wrote.entry(id(who)).or_default() += i64::from(*n);
        }
        if let Some(owner) = truth.owner {
            *have.entry(id(owner)).or_default() += 1;
        }
    }
    let apart = reports::told_apart(&mut conn, &sight, &asked(None), By::Dim(Dim::Staff)).await.expect("apart");
    let counted = |measure| -> BTreeMap<String, i64> {
        let counts = apart.iter().map(|(who, sheet)| (who.clone(), sheet.count(measure)));
        counts.filter(|(_, n)| *n > 0).collect()
    };
    assert_eq!(counted(Measure::Replied), wrote, "answers by colleague");
    assert_eq!(counted(Measure::Opened), have, "conversations by colleague");
    let apart = reports::told_apart(&mut conn, &sight, &asked(None), By::Dim(Dim::Language)).await.expect("apart");
    let language = apart.values().map(|sheet| sheet.count(Measure::Opened)).sum::<i64>();
    assert!(language > 0 && apart.len() == 5, "all five languages: {:?}", apart.keys());
}

/// The conversations behind a figure are those that were planted.
async fn behind(p: &Platform, all: &[&Truth]) {
    let sight = Sight::of(&base::Actor::System).expect("sees all");
    let mut conn = p.db.read().await.expect("read");
    let zone = reports::zone(&mut conn).await.expect("a zone");
    let which = (Which::Counted(Measure::First), &zone, START);
    let (lines, _) = reports::lines(&mut conn, &sight, &asked(None), which, None, 10_000).await.expect("lines");
    let mut found: Vec<(Instant, i64)> =
        lines.iter().map(|line| (line.row.conversation.created_at, line.real.expect("it took time") / 60)).collect();
    let mut planted: Vec<(Instant, i64)> =
        all.iter().filter_map(|truth| Some((truth.opened_at, truth.first_reply_minutes?))).collect();
    found.sort_unstable();
    planted.sort_unstable();
    assert_eq!(found, planted);
}
