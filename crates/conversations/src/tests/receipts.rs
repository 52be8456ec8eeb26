//! Receipts beside all else: what they do not disturb, and the cap with several at once.

use super::*;
use crate::model::{Proof, Verdict};
use crate::store::Allowance;

fn proved(p: &Platform, subject: &str) -> Inbound {
    let proof = Some(Proof { verdict: Verdict::Proved, by: "dmarc".into(), domain: "post.example".into() });
    Inbound { proof, ..mail(p, "kari@post.example", subject, "Den stopper.") }
}

#[test]
fn a_receipt_stops_no_clock_no_writer_no_merge_and_the_check_knows_it() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let one = take_in(p, proved(p, "Motoren")).await;
        let two = take_in(p, proved(p, "Sadelen")).await;
        assert_eq!(one.trace.last().map(|step| step.code.as_str()), Some("receipt_goes"));
        let found = find(p, &one.conversation).await;
        assert_eq!((found.state, found.unread, found.snippet.as_str()), (State::New, true, "Den stopper."));
        assert!(found.clocks.first_due.is_some() && found.clocks.first_replied_at.is_none());
        let mut conn = p.db.read().await.expect("read");
        let newer = queries::newer(&mut conn, &Scope::All, &one.conversation, &one.message, &me).await.expect("newer");
        assert!(newer.is_empty(), "nobody needs to read it before they write");
        drop(conn);
        let seen = Some(one.message.clone());
        let new = NewReply { seen, ..reply("Vi ser på det.") };
        let sent = commands::reply(p, &actor, &one.conversation, new).await.expect("reply");
        assert!(matches!(find(p, &one.conversation).await.state, State::WaitingCustomer));
        test.clock.advance_machine(SignedDuration::from_secs(11));
        while let Some(job) = claim(p, commands::SEND_JOB).await {
            if let Some(out) = commands::begin_delivery(p, &job).await.expect("begin") {
                // A person answered before the receipt had gone.
                assert!(out.message.id == sent || out.message.conversation == two.conversation);
                if out.message.id == sent {
                    assert_eq!(out.references, ["Motoren-12@post.example"], "people answer people");
                    commands::report_delivery(p, &job, Report::Sent("250 ok".into())).await.expect("report");
                }
            }
        }
        // The other's receipt is still on its way.
        let number = find(p, &one.conversation).await.number;
        commands::merge(p, &actor, &two.conversation, number).await.expect("merged");
        merging::healthy(p).await;
    });
}

#[test]
fn the_cap_holds_with_several_at_once_and_over_a_restart() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = test.platform.clone();
        let asking = (0..16).map(|_| {
            let p = p.clone();
            tokio::spawn(async move {
                let mut tx = p.begin().await.expect("begin");
                let now = tx.machine_now();
                let allowed = store::allow(&mut tx, "kari@post.example", now).await.expect("asked");
                tx.commit().await.expect("commit");
                allowed
            })
        });
        let mut answers = Vec::new();
        for one in asking.collect::<Vec<_>>() {
            answers.push(one.await.expect("runs"));
        }
        let count = |wanted| answers.iter().filter(|answer| **answer == wanted).count();
        assert_eq!(count(Allowance::Goes), 5);
        assert_eq!(count(Allowance::Capped { first: true }), 1);
        // What is let go is not counted.
        test.clock.advance_machine(SignedDuration::from_hours(2));
        for _ in 0..9 {
            let mut tx = p.begin().await.expect("begin");
            let now = tx.machine_now();
            assert_eq!(store::allow(&mut tx, "kari@post.example", now).await.expect("asked"), Allowance::Goes);
        }
    });
}

#[test]
fn who_is_treated_with_care_gets_the_plain_form_as_long_as_that_holds() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let first = take_in(p, proved(p, "Motoren")).await;
        let kari = find(p, &first.conversation).await.person;
        let mut tx = p.begin().await.expect("begin");
        let care = people::care::NewCare { kind: people::care::CareKind::Bereavement, why: "x".into(), until: None };
        people::care::set(&mut tx, &actor, &kari, &care).await.expect("set");
        tx.commit().await.expect("commit");
        let second = take_in(p, proved(p, "Sadelen")).await;
        test.clock.advance_business(SignedDuration::from_hours(24 * 200));
        test.clock.advance_machine(SignedDuration::from_hours(2));
        let third = take_in(p, proved(p, "Lampen")).await;
        let mut said = Vec::new();
        for placed in [first, second, third] {
            let thread = merging::thread(p, &placed.conversation).await;
            let receipt = thread.messages.into_iter().find(|one| one.kind == MessageKind::Receipt);
            said.push(receipt.expect("one went").body);
        }
        // Tests of this crate read the names of texts.
        assert_eq!(said, ["receipt-body", "receipt-body-plain", "receipt-body"]);
    });
}
