//! What nobody answers in time becomes a conversation, once.

use std::sync::{Arc, Mutex};

use conversations::ConversationId;
use conversations::commands::CLOCK_LANE;
use jiff::SignedDuration;
use platform::jobs::Workers;

use super::{House, Kept, door, run};
use crate::commands::{self, FALL_JOB};

async fn look(house: &House, kept: &Arc<Kept>) {
    let door = door(kept);
    let fall = move |p, job| commands::fall(p, job, door.clone());
    let workers = Workers::default().lane(CLOCK_LANE, 1).handle(FALL_JOB, fall);
    workers.run_due(house.p(), CLOCK_LANE).await.expect("looked");
}

fn made(house: &House) -> Arc<Kept> {
    let p = house.p();
    Arc::new(Kept(Mutex::default(), Some(ConversationId::next(&p.ids, p.clock.business()))))
}

#[test]
fn an_unanswered_question_falls_to_us_and_an_answered_one_does_not() {
    run(|house| async move {
        let (bare, answered) = (house.ask("Is it waterproof?").await, house.ask("How long is the cable?").await);
        house.answer(&house.bent, &answered.id, "Two metres.").await;
        let kept = made(&house);
        house.test.clock.advance(SignedDuration::from_mins(239));
        look(&house, &kept).await;
        assert!(kept.0.lock().expect("kept").is_empty(), "four hours are not over");
        house.test.clock.advance(SignedDuration::from_mins(2));
        look(&house, &kept).await;
        let all = kept.0.lock().expect("kept").clone();
        assert_eq!(all.len(), 1);
        assert!(all[0].proved && all[0].from.address == "agnes@post.example" && all[0].subject == bare.title);
        assert!(all[0].text.contains(&format!("/community/q/{}", bare.id)));
        assert_eq!(house.topic(&bare.id).await.conversation, kept.1.as_ref().map(ToString::to_string));
        assert_eq!(house.topic(&answered.id).await.conversation, None);
        house.test.clock.advance(SignedDuration::from_hours(99));
        look(&house, &kept).await;
        assert_eq!(kept.0.lock().expect("kept").len(), 1, "once");
    });
}

#[test]
fn what_is_not_understood_at_once_is_tried_again_under_the_same_name() {
    run(|house| async move {
        let it = house.ask("Is it waterproof?").await;
        let slow = Arc::new(Kept::default());
        house.test.clock.advance(SignedDuration::from_hours(5));
        look(&house, &slow).await;
        assert_eq!(house.topic(&it.id).await.conversation, None);
        let kept = made(&house);
        house.test.clock.advance(SignedDuration::from_hours(5));
        look(&house, &kept).await;
        let (first, second) =
            (slow.0.lock().expect("kept")[0].once.clone(), kept.0.lock().expect("kept")[0].once.clone());
        assert_eq!(first, second);
        assert!(house.topic(&it.id).await.conversation.is_some());
    });
}
