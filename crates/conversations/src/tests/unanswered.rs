//! Who wrote and was not answered: the list, its exact count, and what ends it.

use base::Instant;

use super::*;
use crate::{Contact, Snooze};

async fn waiting(p: &Platform, me: &StaffId, scope: &Scope, now: Instant) -> Vec<ConversationId> {
    let mut conn = p.db.read().await.expect("read");
    let counted = queries::counts(&mut conn, scope, me, now).await.expect("counts").unanswered;
    let query = ListQuery { view: View::Unanswered, group: Group::Open, after: None, most: 50 };
    let page = queries::list(&mut conn, scope, &query, now).await.expect("list");
    assert_eq!(i64::try_from(page.rows.len()), Ok(counted), "the count is exact");
    page.rows.into_iter().map(|row| row.conversation.id).collect()
}

#[test]
fn only_an_answer_or_a_stated_reason_takes_something_from_the_list() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let mut all = Vec::new();
        for n in 0..6 {
            test.clock.advance_business(SignedDuration::from_mins(7));
            all.push(take_in(p, mail(p, &format!("k{n}@post.example"), &format!("s{n}"), "Hei")).await.conversation);
        }
        let robot = Inbound { automatic: Some("auto-submitted".into()), ..mail(p, "robot@post.example", "Away", "x") };
        take_in(p, robot).await;
        let now = p.clock.business();
        let here = async || waiting(p, &me, &Scope::All, now).await;
        assert_eq!(here().await, all, "what is due first comes first; a machine waits for nobody");

        // Putting it away, or waiting for somebody else, answers nobody.
        let until = Snooze::Until(now + SignedDuration::from_hours(2));
        commands::snooze(p, &actor, &all[0], until).await.expect("snoozed");
        commands::set_state(p, &actor, &all[1], State::WaitingOthers, None).await.expect("waits");
        commands::assign(p, &actor, &all[2], Some(&me)).await.expect("assigned");
        let mut left = here().await;
        left.sort();
        assert_eq!(left, all);
        commands::reply(p, &actor, &all[3], reply("Hei")).await.expect("replied");
        commands::close(p, &actor, &all[4], Some("By phone.")).await.expect("closed");
        let talk = commands::NewContact {
            contact: Contact { spoke: true, ..Contact::default() },
            then: AfterReply::Wait,
            ..commands::NewContact::default()
        };
        commands::log_contact(p, &actor, &all[5], talk).await.expect("talked");
        let mut left = here().await;
        left.sort();
        assert_eq!(left, all[..3]);
        commands::reopen(p, &actor, &all[4], None).await.expect("open again");
        let mut left = here().await;
        left.sort();
        assert_eq!(left, [&all[..3], &all[4..5]].concat(), "what was closed with a reason was not answered");
        let own = Scope::Departments(vec!["dep_00000000000000000000000000".into()]);
        assert_eq!(waiting(p, &me, &own, now).await, [], "not of other departments");
    });
}
