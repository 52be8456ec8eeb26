//! Who is seen where, and for how long.

use super::*;
use crate::testing::{TestPlatform, on_both_engines, on_sqlite};

fn now() -> Instant {
    crate::testing::a_wednesday()
}

fn after(seconds: i64) -> Instant {
    now() + SignedDuration::from_secs(seconds)
}

fn beat(who: &str, page: &str, doing: Option<Doing>) -> Beat {
    Beat { place: "cnv_1".into(), page: page.into(), who: who.into(), name: who.to_uppercase(), doing }
}

fn seen(table: &Table, at: Instant) -> Vec<(String, Doing)> {
    table.at("cnv_1", at).into_iter().map(|one| (one.name, one.doing)).collect()
}

#[test]
fn one_looks_for_30_seconds_and_writes_for_5_after_the_last_word() {
    let mut table = Table::default();
    let change = table.beat(&beat("ola", "a", Some(Doing::Looking)), now()).expect("a change");
    assert_eq!(change, Change { place: "cnv_1".into(), writers: false });
    assert_eq!(table.beat(&beat("ola", "a", Some(Doing::Looking)), after(10)), None, "nothing new");
    assert_eq!(seen(&table, after(39)), [("OLA".into(), Doing::Looking)]);
    assert_eq!(seen(&table, after(40)), []);
    assert!(table.beat(&beat("ola", "a", Some(Doing::Replying)), after(20)).expect("a change").writers);
    assert_eq!(table.beat(&beat("ola", "a", Some(Doing::Looking)), after(22)), None, "still writing");
    assert_eq!(seen(&table, after(24)), [("OLA".into(), Doing::Replying)]);
    assert_eq!(table.expire(after(24)), []);
    assert_eq!(table.expire(after(25)), [Change { place: "cnv_1".into(), writers: true }]);
    assert_eq!(seen(&table, after(25)), [("OLA".into(), Doing::Looking)]);
    assert_eq!(table.expire(after(52)), [Change { place: "cnv_1".into(), writers: false }]);
    assert_eq!((table.pages, table.places.len(), table.seen.len()), (0, 0, 0), "nothing is left behind");
}

#[test]
fn two_pages_of_one_person_are_one_person_until_both_are_gone() {
    let mut table = Table::default();
    table.beat(&beat("ola", "a", Some(Doing::Looking)), now());
    table.beat(&beat("ola", "b", Some(Doing::Noting)), now());
    table.beat(&beat("kari", "c", Some(Doing::Looking)), now());
    assert_eq!(seen(&table, now()), [("OLA".into(), Doing::Noting), ("KARI".into(), Doing::Looking)]);
    assert!(table.beat(&beat("ola", "b", None), now()).expect("a change").writers);
    assert_eq!(seen(&table, now()), [("KARI".into(), Doing::Looking), ("OLA".into(), Doing::Looking)]);
    table.beat(&beat("ola", "a", None), now());
    assert_eq!(table.beat(&beat("ola", "a", None), now()), None, "gone is gone");
    assert_eq!(seen(&table, now()), [("KARI".into(), Doing::Looking)]);
    assert_eq!(table.pages, 1);
}

#[test]
fn there_is_an_end_to_the_pages_that_are_known() {
    let mut table = Table::default();
    for n in 0..MOST + 5 {
        table.beat(&beat("ola", &n.to_string(), Some(Doing::Looking)), now());
    }
    assert_eq!(table.pages, MOST);
    assert_eq!(seen(&table, now()).len(), 1);
}

#[tokio::test]
async fn browsers_are_told_by_name_when_somebody_comes_and_goes() {
    let (test, _folder) = on_sqlite(crate::schema::MIGRATIONS).await;
    let TestPlatform { platform: p, clock, .. } = test;
    let mut hints = p.live.listen();
    p.beat(beat("ola", "a", Some(Doing::Replying))).await.expect("noted");
    assert_eq!(&*hints.recv().await.expect("told"), "presence-cnv_1");
    assert_eq!(&*hints.recv().await.expect("told"), "writing-cnv_1");
    let (stop, stopped) = watch::channel(false);
    let running = tokio::spawn(run(p.clone(), stopped));
    clock.advance_machine(SignedDuration::from_secs(6));
    assert_eq!(&*hints.recv().await.expect("told"), "presence-cnv_1");
    stop.send_replace(true);
    running.await.expect("joined").expect("ended");
    assert_eq!(p.presence.at("cnv_1", p.clock.machine())[0].doing, Doing::Looking);
}

#[test]
fn nodes_tell_each_other() {
    on_both_engines(crate::schema::MIGRATIONS, |test| async move {
        let p = test.platform;
        if p.db.engine() == Engine::Sqlite {
            return;
        }
        let other = Platform {
            node: "other".into(),
            presence: Presence::default(),
            live: crate::Live::default(),
            wake: crate::Wake::default(),
            ..p.clone()
        };
        let mut woken = other.wake.ear();
        let hearing = tokio::spawn(crate::wake::hear_other_nodes(other.clone()));
        // It rings once when it has begun to listen.
        tokio::time::timeout(Duration::from_secs(20), woken.changed()).await.expect("listens").expect("a bell");
        let mut hints = other.live.listen();
        p.beat(beat("ola", "a", Some(Doing::Looking))).await.expect("told");
        let hint = tokio::time::timeout(Duration::from_secs(2), hints.recv()).await.expect("within two seconds");
        assert_eq!(&*hint.expect("told"), "presence-cnv_1");
        assert_eq!(other.presence.at("cnv_1", other.clock.machine()).len(), 1);
        other.hear_of_presence("{\"news\":1}");
        hearing.abort();
    });
}

#[test]
fn what_nobody_does_has_no_name() {
    for (code, doing) in [("looking", Doing::Looking), ("noting", Doing::Noting), ("replying", Doing::Replying)] {
        assert_eq!(Doing::from_code(code), Some(doing));
        assert_eq!(serde_json::to_value(doing).expect("a value"), code);
    }
    assert_eq!(Doing::from_code("sleeping"), None);
}
