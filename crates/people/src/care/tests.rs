//! Care flags on both engines: set, changed, ended by themselves, moved by merging, gone by erasing; and the one rule of
//! what may be sent meanwhile.

use base::{Actor, Instant, Role, Scope};
use jiff::SignedDuration;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use platform::jobs::{Job, Workers};
use platform::testing::{TestPlatform, on_both_engines};
use platform::{Conn, Engine, Platform, log};
use proptest::prelude::*;

use super::*;
use crate::privacy::{self, Confirmed, Holders};
use crate::{Failure, PersonId, Refusal, file, merging, person};

fn run<R: Future<Output = ()>>(body: impl Fn(TestPlatform) -> R) {
    let migrations = [platform::schema::MIGRATIONS, crate::MIGRATIONS].concat();
    on_both_engines(&migrations, body);
}

fn agent() -> Actor {
    Actor::staff("stf_00000000000000000000000000", Role::Agent)
}

fn new(kind: CareKind, why: &str, until: Option<Date>) -> NewCare {
    NewCare { kind, why: why.to_owned(), until }
}

fn refused<T: std::fmt::Debug>(answer: Result<T, Failure>) -> Refusal {
    match answer {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

async fn told(conn: &mut Conn, id: &PersonId, now: Instant) -> Vec<String> {
    let all = holding(conn, &Scope::All, id, now).await.expect("read");
    all.into_iter().map(|flag| format!("{} {}", flag.kind.code(), flag.why)).collect()
}

#[test]
fn a_flag_is_set_once_of_a_kind_changed_renewed_and_ended_with_a_trace_but_without_its_words() {
    run(|test| async move {
        let p = test.platform;
        let mut tx = p.begin().await.expect("begin");
        let (id, _) = person::resolve(&mut tx, "kari@post.example", "Kari Solheim", None).await.expect("resolved");
        let (who, now) = (agent(), tx.now());
        let today = crate::absence::today(&mut tx, now).await.expect("a day");
        let in_days = |days: i64| today.checked_add(jiff::Span::new().days(days)).ok();
        assert_eq!(refused(set(&mut tx, &who, &id, &new(CareKind::Help, " ", None)).await), Refusal::ReasonMissing);
        for wrong in [in_days(-1), in_days(367)] {
            let late = set(&mut tx, &who, &id, &new(CareKind::Help, "x", wrong)).await;
            assert_eq!(refused(late), Refusal::CareUntil, "{wrong:?}");
        }
        let light = Actor::staff("stf_1", Role::Light);
        assert_eq!(refused(set(&mut tx, &light, &id, &new(CareKind::Help, "x", None)).await), Refusal::Forbidden);
        let lost = new(CareKind::Bereavement, " Lost her\nhusband", None);
        let flag = set(&mut tx, &who, &id, &lost).await.expect("set");
        let same = set(&mut tx, &who, &id, &lost).await.expect("nothing new");
        let baby = set(&mut tx, &who, &id, &new(CareKind::NewBaby, "A girl", in_days(0))).await.expect("set");
        assert_eq!(flag, same, "one of a kind");
        assert_eq!(told(&mut tx, &id, now).await, ["bereavement Lost her husband", "new_baby A girl"]);
        let twice = change(&mut tx, &who, &id, &baby, &new(CareKind::Bereavement, "x", None)).await;
        assert_eq!(refused(twice), Refusal::CareTwice);
        change(&mut tx, &who, &id, &flag, &new(CareKind::Illness, "Her back", in_days(366))).await.expect("changed");
        change(&mut tx, &who, &id, &flag, &new(CareKind::Illness, "Her back", in_days(366))).await.expect("the same");
        assert_eq!(told(&mut tx, &id, now).await, ["illness Her back", "new_baby A girl"]);
        end(&mut tx, &who, &id, &baby).await.expect("ended");
        assert_eq!(refused(end(&mut tx, &who, &id, &baby).await), Refusal::NotFound);
        assert_eq!(refused(change(&mut tx, &who, &id, &baby, &lost).await), Refusal::NotFound);
        assert_eq!(told(&mut tx, &id, now).await, ["illness Her back"]);
        assert!(holding(&mut tx, &Scope::Own(id.to_string()), &id, now).await.expect("read").is_empty());
        tx.commit().await.expect("commit");
        let history = log::history(&mut p.db.read().await.expect("read"), &format!("person:{id}"), 50).await;
        let history = history.expect("history");
        let kinds: Vec<_> = history.iter().map(|fact| fact.kind.as_str()).filter(|it| it.contains("care")).collect();
        let (set, changed, ended) = ("person.care_set", "person.care_changed", "person.care_ended");
        assert_eq!(kinds, [set, set, changed, ended]);
        for fact in &history {
            assert!(file::happening(fact).is_some(), "{}", fact.payload);
            assert!(!fact.payload.contains("husband") && !fact.payload.contains("Her back"), "{}", fact.payload);
            if let Some(event) = fact.read::<CareEvent>() {
                let public = base::Event::public(&event).to_string();
                assert!(
                    !["bereavement", "illness", "new_baby", "until"].iter().any(|word| public.contains(word)),
                    "{public}"
                );
                assert_eq!(base::Event::search_text(&event), "");
            }
        }
    });
}

#[test]
fn a_flag_ends_by_itself_and_what_ended_is_swept_by_the_next() {
    run(|test| async move {
        let p = test.platform.clone();
        let mut tx = p.begin().await.expect("begin");
        let (id, _) = person::resolve(&mut tx, "kari@post.example", "Kari", None).await.expect("resolved");
        let (other, _) = person::resolve(&mut tx, "ola@post.example", "Ola", None).await.expect("resolved");
        set(&mut tx, &agent(), &id, &new(CareKind::Other, "x", None)).await.expect("set");
        let now = tx.now();
        let ends_at = holding(&mut tx, &Scope::All, &id, now).await.expect("read")[0].ends_at;
        let before = ends_at - SignedDuration::from_secs(1);
        let held = MaySend::HoldBack(CareKind::Other);
        for (who, at, expected) in [(&id, before, held), (&id, ends_at, MaySend::Send), (&other, now, MaySend::Send)] {
            assert_eq!(verdict(&mut tx, who, Sending::Offer, at).await.expect("read"), expected);
        }
        tx.commit().await.expect("commit");
        test.clock.advance(SignedDuration::from_hours(24 * 40));
        let mut tx = p.begin().await.expect("begin");
        let now = tx.now();
        assert_eq!(told(&mut tx, &id, now).await, Vec::<String>::new());
        let file = file::file(&mut tx, &Scope::All, &id).await.expect("read");
        assert_eq!((file.care.len(), file.cared(now).len()), (1, 0));
        set(&mut tx, &agent(), &other, &new(CareKind::Other, "y", None)).await.expect("set");
        assert_eq!(kept(&mut tx, &id).await.expect("read"), []);
    });
}

#[test]
fn the_words_of_a_flag_go_with_its_last_day() {
    run(|test| async move {
        let p = test.platform.clone();
        let sweeping = Workers::default()
            .lane("clock", 1)
            .handle(END_JOB, |p: Platform, job: Job| async move { sweep_ended(&p, &job).await });
        let mut tx = p.begin().await.expect("begin");
        let (id, _) = person::resolve(&mut tx, "kari@post.example", "Kari", None).await.expect("resolved");
        let now = tx.now();
        let today = crate::absence::today(&mut tx, now).await.expect("a day");
        let in_days = |days: i64| today.checked_add(jiff::Span::new().days(days)).ok();
        let flag = set(&mut tx, &agent(), &id, &new(CareKind::Other, "x", in_days(2))).await.expect("set");
        change(&mut tx, &agent(), &id, &flag, &new(CareKind::Other, "x", in_days(9))).await.expect("renewed");
        tx.commit().await.expect("commit");
        let mut left = Vec::new();
        for days in [5, 8] {
            test.clock.advance(SignedDuration::from_hours(24 * days));
            sweeping.run_due(&p, "clock").await.expect("done");
            left.push(kept(&mut p.db.read().await.expect("read"), &id).await.expect("read").len());
        }
        assert_eq!(left, [1, 0], "it was renewed, and nobody set another");
    });
}

#[test]
fn two_who_set_a_flag_at_once_set_one() {
    run(|test| async move {
        let p = test.platform;
        if p.db.engine() == Engine::Sqlite {
            return; // One writer: the second transaction begins after the first has ended.
        }
        let mut tx = p.begin().await.expect("begin");
        let (id, _) = person::resolve(&mut tx, "kari@post.example", "Kari", None).await.expect("resolved");
        tx.commit().await.expect("commit");
        let mut first = p.begin().await.expect("begin");
        let mut second = p.begin().await.expect("begin");
        let one = set(&mut first, &agent(), &id, &new(CareKind::Help, "x", None)).await.expect("set");
        let whom = id.clone();
        let late = tokio::spawn(async move {
            let found = set(&mut second, &agent(), &whom, &new(CareKind::Help, "y", None)).await.expect("set");
            second.commit().await.expect("commit");
            found
        });
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        first.commit().await.expect("commit");
        assert_eq!(late.await.expect("joins"), one);
        assert_eq!(kept(&mut p.db.read().await.expect("read"), &id).await.expect("read").len(), 1);
    });
}

#[test]
fn merging_moves_flags_undoing_gives_them_back_and_erasing_takes_them() {
    run(|test| async move {
        let p = test.platform;
        let admin = Actor::staff("stf_00000000000000000000000000", Role::Admin);
        let mut tx = p.begin().await.expect("begin");
        let now = tx.now();
        let (kari, _) = person::resolve(&mut tx, "kari@post.example", "Kari", None).await.expect("resolved");
        let (twin, _) = person::resolve(&mut tx, "kari@work.example", "Kari S", None).await.expect("resolved");
        set(&mut tx, &admin, &kari, &new(CareKind::Illness, "mine", None)).await.expect("set");
        set(&mut tx, &admin, &twin, &new(CareKind::Hardship, "theirs", None)).await.expect("set");
        merging::merge(&mut tx, &admin, &kari, &twin, String::new()).await.expect("merged");
        assert_eq!(told(&mut tx, &kari, now).await, ["illness mine", "hardship theirs"]);
        merging::undo(&mut tx, &admin, &twin).await.expect("taken apart");
        assert_eq!(told(&mut tx, &kari, now).await, ["illness mine"]);
        assert_eq!(told(&mut tx, &twin, now).await, ["hardship theirs"]);
        let held = privacy::everything(&mut tx, &admin, &twin, Holders(&[])).await.expect("told").json();
        assert_eq!(held["customer"]["care"][0]["text"], "theirs");
        let confirmed = Confirmed { name: "Kari S", called: "Erased", instead: "[erased]" };
        privacy::erase(&p, &mut tx, &admin, &twin, confirmed, Holders(&[])).await.expect("erased");
        assert_eq!(kept(&mut tx, &twin).await.expect("read"), []);
        let late = set(&mut tx, &admin, &twin, &new(CareKind::Illness, "x", None)).await;
        assert_eq!(refused(late), Refusal::NotFound, "nobody is left");
        assert_eq!(told(&mut tx, &kari, now).await, ["illness mine"]);
    });
}

#[test]
fn what_goes_under_which_flag() {
    use CareKind::{Bereavement, Hardship, Help, Illness, NewBaby, Other};
    use MaySend::{HoldBack, Plain, Send};
    let selling = [Sending::Planned, Sending::Offer, Sending::News, Sending::Survey, Sending::Reminder];
    for sending in Sending::ALL {
        assert_eq!(may_send(sending, &[]), Send, "{sending:?}");
    }
    for kind in CareKind::ALL {
        let grave = [Bereavement, Illness, Hardship, Other].contains(&kind);
        assert_eq!(may_send(Sending::Reply, &[kind]), Send);
        assert_eq!(may_send(Sending::Needed, &[kind]), Send);
        assert_eq!(may_send(Sending::Receipt, &[kind]), if grave { Plain } else { Send }, "{kind:?}");
        assert_eq!(may_send(Sending::Question, &[kind]), HoldBack(kind));
        for sending in selling {
            assert_eq!(may_send(sending, &[kind]), if grave { HoldBack(kind) } else { Send }, "{sending:?} {kind:?}");
        }
        assert_eq!(CareKind::from_code(kind.code()), Some(kind));
    }
    assert_eq!(may_send(Sending::Offer, &[NewBaby, Illness, Bereavement]), HoldBack(Bereavement));
    assert_eq!(may_send(Sending::Offer, &[NewBaby, Help]), Send);
    assert_eq!(may_send(Sending::Question, &[Help, NewBaby]), HoldBack(NewBaby));
}

fn kinds() -> impl Strategy<Value = Vec<CareKind>> {
    proptest::collection::vec(proptest::sample::select(CareKind::ALL.to_vec()), 0..5)
}

proptest! {
    /// One flag more never lets anything go that was held back, and what a person writes goes always.
    #[test]
    fn a_flag_more_never_lets_more_go(all in kinds(), more in kinds(), of in 0_usize..Sending::ALL.len()) {
        let sending = Sending::ALL[of];
        let rank = |kinds: &[CareKind]| match may_send(sending, kinds) {
            MaySend::Send => 0,
            MaySend::Plain => 1,
            MaySend::HoldBack(kind) => { assert!(kinds.contains(&kind)); 2 }
        };
        let both = [all.clone(), more].concat();
        prop_assert!(rank(&both) >= rank(&all));
        prop_assert!(!matches!(sending, Sending::Reply | Sending::Needed) || rank(&both) == 0);
        let mut turned = both.clone();
        turned.reverse();
        prop_assert_eq!(may_send(sending, &turned), may_send(sending, &both), "the order says nothing");
    }

    /// A flag holds through its whole last day, by the business's clock, and no second longer.
    #[test]
    fn a_last_day_is_a_whole_day(days in 0_i64..20_000, zone in prop_oneof![Just("Europe/Oslo"), Just("Asia/Jakarta")]) {
        let zone = TimeZone::get(zone).expect("a zone");
        let day = jiff::civil::date(2000, 1, 1).checked_add(jiff::Span::new().days(days)).expect("a day");
        let end = rules::end_of(day, &zone);
        prop_assert_eq!(rules::day_of(end, &zone), day);
        let second_before = end - SignedDuration::from_secs(1);
        prop_assert_eq!(second_before.to_zoned(zone.clone()).date(), day);
        prop_assert_eq!(end.to_zoned(zone).date(), day.tomorrow().expect("a day"));
        for kind in CareKind::ALL {
            let last = rules::last_day(kind, None, day).expect("the usual day");
            prop_assert_eq!(rules::last_day(kind, Some(last), day), Ok(last));
            prop_assert!(last >= day);
        }
    }
}
