//! The log under two open transactions, and a reader that dies in the middle.

use base::{Actor, Event, Subject, event::Sentence};
use serde::{Deserialize, Serialize};

use super::*;
use crate::testing::on_both_engines;
use crate::{Conn, Engine};

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct Happened(i64);

impl Event for Happened {
    const VERSION: i64 = 1;
    fn kind(&self) -> &'static str {
        "thing.happened"
    }
    fn subject(&self) -> Subject {
        Subject::new("thing", self.0 % 2)
    }
    fn sentence(&self) -> Sentence {
        Sentence { message: "event-thing", args: vec![] }
    }
    fn public(&self) -> serde_json::Value {
        serde_json::Value::Null
    }
    fn search_text(&self) -> String {
        String::new()
    }
}

fn numbers(facts: &[Recorded]) -> Vec<i64> {
    facts.iter().filter_map(Recorded::read::<Happened>).map(|h| h.0).collect()
}

/// Exactly these facts behind a place. Other databases of the same PostgreSQL may hold an older
/// transaction open, and the log keeps back what is younger: wait for them.
async fn come(conn: &mut Conn, place: Place, limit: i64, expected: &[i64]) -> Vec<Recorded> {
    for _ in 0..500 {
        let found = after(conn, place, limit).await.expect("after");
        if found.len() >= expected.len() {
            let mut seen = numbers(&found);
            seen.sort_unstable();
            assert_eq!(seen, expected);
            return found;
        }
        tokio::time::sleep(std::time::Duration::from_millis(40)).await;
    }
    panic!("{expected:?} behind {place:?} did not come");
}

#[test]
fn facts_are_read_in_the_order_of_their_commits_and_only_once() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let p = test.platform;
        for n in 0..5 {
            let mut tx = p.begin().await.expect("begin");
            tx.record(&Happened(n), &Actor::System, Some("test")).await.expect("record");
            tx.commit().await.expect("commit");
        }
        let mut undone = p.begin().await.expect("begin");
        undone.record(&Happened(99), &Actor::System, None).await.expect("record");
        drop(undone);

        let mut conn = p.db.read().await.expect("read");
        let all = come(&mut conn, Place::default(), 100, &[0, 1, 2, 3, 4]).await;
        assert_eq!(numbers(&all), [0, 1, 2, 3, 4]);
        let first = come(&mut conn, Place::default(), 3, &[0, 1, 2]).await;
        let rest = come(&mut conn, first[2].place, 100, &[3, 4]).await;
        assert_eq!(numbers(&rest), [3, 4]);
        assert_eq!(end(&mut conn).await.expect("end"), rest[1].place);
        let odd = history(&mut conn, "thing:1", 10).await.expect("history");
        assert_eq!(numbers(&odd), [1, 3]);
        assert_eq!((odd[0].actor.as_str(), odd[0].cause.as_deref()), ("system", Some("test")));
    });
}

#[test]
fn a_reader_never_steps_over_a_transaction_that_is_still_open() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let p = test.platform;
        if p.db.engine() == Engine::Sqlite {
            return; // One writer: two open transactions cannot be.
        }
        let mut early = p.begin().await.expect("begin");
        early.record(&Happened(1), &Actor::System, None).await.expect("record");
        let mut late = p.begin().await.expect("begin");
        late.record(&Happened(2), &Actor::System, None).await.expect("record");
        late.commit().await.expect("commit");

        // The later number is visible, the earlier is not: nothing may be read yet.
        let mut conn = p.db.read().await.expect("read");
        let seen = after(&mut conn, Place::default(), 10).await.expect("after");
        assert_eq!(numbers(&seen), Vec::<i64>::new());
        early.commit().await.expect("commit");
        let seen = come(&mut conn, Place::default(), 10, &[1, 2]).await;
        assert_eq!(numbers(&seen), [1, 2]);

        // The other way round: the older transaction writes the later number.
        let mut older = p.begin().await.expect("begin");
        older.all("SELECT pg_current_xact_id()::text AS x", vec![]).await.expect("takes a number");
        let mut younger = p.begin().await.expect("begin");
        younger.record(&Happened(3), &Actor::System, None).await.expect("record");
        younger.commit().await.expect("commit");
        let cursor = seen[1].place;
        assert_eq!(numbers(&after(&mut conn, cursor, 10).await.expect("after")), Vec::<i64>::new());
        older.record(&Happened(4), &Actor::System, None).await.expect("record");
        older.commit().await.expect("commit");
        come(&mut conn, cursor, 10, &[3, 4]).await;
    });
}

#[test]
fn a_reader_killed_between_work_and_cursor_does_the_work_again_and_no_more() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let p = test.platform;
        for n in 0..4 {
            let mut tx = p.begin().await.expect("begin");
            tx.record(&Happened(n), &Actor::System, None).await.expect("record");
            tx.commit().await.expect("commit");
        }
        come(&mut p.db.read().await.expect("read"), Place::default(), 10, &[0, 1, 2, 3]).await;
        let read_one = async |dies: bool| {
            let mut tx = p.begin().await.expect("begin");
            let from = cursor(&mut tx, "counter").await.expect("cursor");
            let facts = after(&mut tx, from, 1).await.expect("after");
            let Some(fact) = facts.first() else { return false };
            let done: i64 = crate::settings::get(&mut tx, "sum").await.expect("get");
            let next = done * 10 + fact.read::<Happened>().expect("reads").0 + 1;
            crate::settings::set(&mut tx, "sum", &next).await.expect("set");
            advance(&mut tx, "counter", fact.place).await.expect("advance");
            if dies {
                return true; // Dropped: as if the process had been killed here.
            }
            tx.commit().await.expect("commit");
            true
        };
        let mut round = 0;
        while read_one(round % 2 == 0).await {
            round += 1;
        }
        let sum: i64 = crate::settings::get(&mut p.db.read().await.expect("read"), "sum").await.expect("get");
        assert_eq!(sum, 1234);
    });
}

#[test]
fn looking_back_reads_an_index_of_the_few_facts_that_are_looked_for() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let mut conn = test.platform.db.read().await.expect("conn");
        if conn.engine() == Engine::Sqlite {
            for also in ["", " AND seq < 9"] {
                let sql = format!("EXPLAIN QUERY PLAN SELECT * FROM event WHERE {}{also}", super::looked_for());
                let plan = conn.all(&format!("{sql} ORDER BY seq DESC"), vals![]).await.expect("plan");
                let plan: Vec<String> = plan.iter().map(|row| row.text("detail").expect("detail")).collect();
                assert!(plan.iter().all(|line| line.contains("event_looked_for")), "{plan:?}");
            }
        }
    });
}

#[test]
fn reading_on_begins_where_it_stopped_and_not_at_the_beginning() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let mut conn = test.platform.db.read().await.expect("conn");
        if conn.engine() == Engine::Sqlite {
            for also in ["", " AND (kind LIKE 'conversation.%')"] {
                let sql = format!("EXPLAIN QUERY PLAN {}", reading(conn.engine(), also));
                let plan = conn.all(&sql, vals![0, 5, 10]).await.expect("plan");
                let plan: Vec<String> = plan.iter().map(|row| row.text("detail").expect("detail")).collect();
                assert_eq!(plan, ["SEARCH event USING INTEGER PRIMARY KEY (rowid>?)"]);
            }
        }
    });
}
