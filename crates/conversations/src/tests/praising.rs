//! Praise: found as it comes, for whom it names, and taken away by them.

use super::merging::{happened, healthy, thread};
use super::*;

const WARM: &str = "Tusen takk for god hjelp, dette var strålende!";

async fn of(p: &Platform, staff: &StaffId) -> Vec<queries::Praise> {
    let mut conn = p.db.read().await.expect("read");
    queries::praise_of(&mut conn, &Scope::All, staff, None, 10).await.expect("read").0
}

#[test]
fn warm_words_reach_whom_they_name_or_answer_and_nobody_else() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let jonas = hired(p, "Jonas Berg", Role::Agent).await;
        let placed = take_in(p, mail(p, "kari@post.example", "Motoren", "Hei, den stopper.")).await;
        let id = &placed.conversation;
        let kari = find(p, id).await.person;
        commands::reply(p, &actor, id, reply("Vi sender en ny.")).await.expect("sent");
        test.clock.advance(SignedDuration::from_hours(1));
        let answer = |text: &str| {
            let mut answer = mail(p, "kari@post.example", "Re: Motoren", text);
            answer.reply_tags = vec![naming::reply_tag(p, placed.number, &kari)];
            answer
        };
        let cold = take_in(p, answer("Takk, men hvor er den?")).await;
        assert_eq!(cold.conversation, *id);
        assert!(of(p, &me).await.is_empty(), "a bare thanks is none");
        take_in(p, answer(WARM)).await;
        let mine = of(p, &me).await;
        assert_eq!((mine.len(), mine[0].words.as_str(), &mine[0].conversation.id), (1, WARM, id));
        assert!(of(p, &jonas.id).await.is_empty());
        let named = take_in(p, answer(&format!("{WARM} Hils Jonas!"))).await;
        assert_eq!((of(p, &me).await.len(), of(p, &jonas.id).await.len()), (1, 1));
        assert_eq!(happened(&thread(p, id).await, "conversation.praised"), 2);
        let not_mine = commands::not_praise(p, &actor, &named.message).await;
        assert!(matches!(not_mine, Err(CommandError::NotFound)));
        commands::not_praise(p, &jonas.actor(), &named.message).await.expect("taken away");
        assert!(of(p, &jonas.id).await.is_empty());
        assert!(commands::not_praise(p, &jonas.actor(), &named.message).await.is_err(), "once");
        // A machine's thanks are nobody's praise.
        let mut machine = answer(&format!("{WARM} !"));
        machine.automatic = Some("auto-submitted".into());
        take_in(p, machine).await;
        assert_eq!(of(p, &me).await.len(), 1);
        healthy(p).await;
    });
}

#[test]
fn programs_are_not_told_whom_praise_names() {
    let event = crate::events::ConversationEvent::Praised {
        conversation: "cnv_01kyf5b0000000000000000000".parse().expect("an id"),
        message: "msg_01kyf5b0000000000000000000".parse().expect("an id"),
        staff: vec!["stf_01kyf5b0000000000000000000".parse().expect("an id")],
    };
    let told = base::Event::public(&event);
    assert_eq!(told["message"].as_str(), Some("msg_01kyf5b0000000000000000000"));
    assert!(!told.to_string().contains("stf_"), "{told}");
}
