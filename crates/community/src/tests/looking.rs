//! What waits, what is flagged, what colleagues decide, leaving, and erasing.

use people::privacy::{About, Gone, Holder};

use super::{asked, refusal, run, words};
use crate::commands::{self, Came, CommandError, Decision, NewTopic};
use crate::model::{Idea, Kind, Subject, TopicState};
use crate::rules::flags::Why;
use crate::rules::rights::Refusal;
use crate::settings::Community;
use crate::{Writings, store};

#[test]
fn the_first_thing_waits_until_a_colleague_lets_it_stand() {
    run(|house| async move {
        house.set(Community { on: true, first_wait: 1, ..Community::default() }).await;
        let it = house.ask("Is it waterproof?").await;
        let p = house.p();
        assert!(it.waits && it.due.is_none());
        assert!(matches!(commands::answer(p, &house.bent, &it.id, words("x")).await, Err(CommandError::NotFound)));
        let all = store::reviews(&mut p.db.read().await.expect("read"), None, 9).await.expect("read");
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].reasons, ["new"]);
        let subject = Subject::Topic(it.id.clone());
        commands::decide(p, &house.ingrid, &subject, Decision::Show).await.expect("shown");
        let after = house.topic(&it.id).await;
        assert!(after.is_public() && after.due.is_some(), "its time begins when others can see it");
        assert_eq!(house.count("SELECT COUNT(*) AS n FROM community_review").await, 0);
        assert!(!house.ask("And is it light?").await.waits, "the second does not wait");
    });
}

#[test]
fn advertising_waits_with_its_reasons_and_its_writer_can_be_blocked() {
    run(|house| async move {
        let p = house.p();
        let came = Came { trap: true, seconds: Some(0) };
        let new = NewTopic { title: "Cheap lamps".into(), body: "https://lamps.example".into(), came, ..asked() };
        let it = commands::ask(p, &house.bent, new).await.expect("taken");
        let all = store::reviews(&mut p.db.read().await.expect("read"), None, 9).await.expect("read");
        assert_eq!(all[0].reasons, ["trap", "new-link", "hasty"]);
        let subject = Subject::Topic(it.id.clone());
        commands::decide(p, &house.ingrid, &subject, Decision::Block).await.expect("blocked");
        assert_eq!(house.topic(&it.id).await.state, TopicState::Hidden);
        let again = NewTopic { title: "Hello".into(), body: "there".into(), ..asked() };
        assert_eq!(refusal(commands::ask(p, &house.bent, again).await), Refusal::Blocked);
        assert_eq!(refusal(commands::leave(p, &house.bent).await), Refusal::Blocked, "nobody starts anew by leaving");
    });
}

#[test]
fn three_flags_hide_until_a_colleague_looked_and_never_again() {
    run(|house| async move {
        let (p, it) = (house.p(), house.ask("Is it waterproof?").await);
        let post = house.answer(&house.agnes, &it.id, "I found out: yes.").await;
        let subject = Subject::Post(post.id.clone());
        for person in [&house.agnes, &house.bent, &house.bent] {
            commands::flag(p, person, &subject, Why::Rude).await.expect("flagged");
        }
        assert_eq!(house.topic(&it.id).await.answers, 1, "the same reader twice is one");
        commands::flag(p, &house.ida, &subject, Why::Spam).await.expect("flagged");
        assert_eq!(house.topic(&it.id).await.answers, 0);
        commands::decide(p, &house.ingrid, &subject, Decision::Show).await.expect("shown");
        assert_eq!(house.topic(&it.id).await.answers, 1);
        let sql = "DELETE FROM community_flag";
        let mut tx = p.begin().await.expect("begin");
        tx.run(sql, vec![]).await.expect("forgotten");
        tx.commit().await.expect("commit");
        for person in [&house.agnes, &house.bent, &house.ida] {
            commands::flag(p, person, &subject, Why::Rude).await.expect("flagged");
        }
        assert_eq!(house.topic(&it.id).await.answers, 1, "a colleague has looked");
    });
}

#[test]
fn what_is_decided_about_a_member_is_told_once() {
    run(|house| async move {
        let p = house.p();
        house.ask("Is it waterproof?").await;
        let told = |kind: &'static str| format!("SELECT COUNT(*) AS n FROM event WHERE kind = 'community.{kind}'");
        for expert in [true, true, false] {
            commands::set_expert(p, &house.ingrid, &house.bent, expert).await.expect("set");
        }
        assert_eq!(house.count(&told("member_marked")).await, 2, "what was so already is nothing new");
        for blocked in [true, true, false] {
            commands::set_blocked(p, &house.ingrid, &house.bent, blocked).await.expect("set");
        }
        assert_eq!(house.count(&told("member_blocked")).await, 2);
    });
}

#[test]
fn locked_merged_and_decided() {
    run(|house| async move {
        let p = house.p();
        let (one, two) = (house.ask("Is it waterproof?").await, house.ask("Can it stand in the rain?").await);
        house.answer(&house.bent, &two.id, "Yes.").await;
        commands::lock(p, &house.ingrid, &one.id, true).await.expect("locked");
        let late = commands::answer(p, &house.bent, &one.id, words("Late.")).await;
        assert_eq!(refusal(late), Refusal::Closed);
        commands::lock(p, &house.ingrid, &one.id, false).await.expect("open");
        assert_eq!(refusal(commands::merge(p, &house.ingrid, &one.id, &one.id).await), Refusal::NoMerge);
        commands::merge(p, &house.ingrid, &two.id, &one.id).await.expect("merged");
        assert_eq!(house.topic(&two.id).await.merged_into, Some(one.id.clone()));
        assert_eq!(house.topic(&one.id).await.answers, 1);
        assert_eq!(refusal(commands::merge(p, &house.ingrid, &one.id, &two.id).await), Refusal::NoMerge, "not back");
        let new = NewTopic { kind: Kind::Idea, title: "A bell".into(), body: "On the left.".into(), ..asked() };
        let idea = commands::ask(p, &house.ida, new).await.expect("brought");
        assert!(idea.due.is_none(), "an idea never falls to us");
        let declined = commands::decide_idea(p, &house.ingrid, &idea.id, Idea::Declined, " ").await;
        assert_eq!(refusal(declined), Refusal::NoReason);
        commands::decide_idea(p, &house.ingrid, &idea.id, Idea::Planned, "").await.expect("decided");
        assert_eq!(house.topic(&idea.id).await.idea, Idea::Planned);
        let of_question = commands::decide_idea(p, &house.ingrid, &one.id, Idea::Done, "").await;
        assert!(matches!(of_question, Err(CommandError::NotFound)));
    });
}

#[test]
fn customers_decide_nothing_and_nothing_is_there_while_it_is_off() {
    run(|house| async move {
        let (p, it) = (house.p(), house.ask("Is it waterproof?").await);
        let customer = base::Actor::Customer { id: house.bent.to_string() };
        let light = base::Actor::staff("stf_00000000000000000000000009", base::Role::Light);
        for actor in [customer, light] {
            let subject = Subject::Topic(it.id.clone());
            let answers = [
                commands::decide(p, &actor, &subject, Decision::Hide).await.map(|_| ()),
                commands::lock(p, &actor, &it.id, true).await,
                commands::set_expert(p, &actor, &house.bent, true).await,
                commands::set_blocked(p, &actor, &house.agnes, true).await,
                commands::merge(p, &actor, &it.id, &it.id).await,
                commands::answer_as_staff(p, &actor, &it.id, words("x")).await.map(|_| ()),
            ];
            assert!(answers.iter().all(|answer| matches!(answer, Err(CommandError::Forbidden))), "{answers:?}");
        }
        house.set(Community::default()).await;
        let off = commands::answer(p, &house.bent, &it.id, words("x")).await;
        assert!(matches!(off, Err(CommandError::NotFound)));
    });
}

#[test]
fn leaving_takes_the_name_and_erasing_the_words() {
    run(|house| async move {
        let (p, it) = (house.p(), house.ask("Is it waterproof?").await);
        house.answer(&house.bent, &it.id, "Yes, I tried.").await;
        commands::leave(p, &house.bent).await.expect("left");
        assert_eq!(house.topic(&it.id).await.answers, 1, "what was written stays");
        assert_eq!(house.count("SELECT COUNT(*) AS n FROM community_post WHERE person IS NULL").await, 1);
        let about = About { ids: vec![house.agnes.clone()], addresses: vec![], instead: "Erased".into() };
        let held = Writings.held(&mut p.db.read().await.expect("read"), &about).await.expect("held");
        assert_eq!(held.len(), 2, "{held:?}");
        let (mut tx, mut gone) = (p.begin().await.expect("begin"), Gone::default());
        Writings.erase(&mut tx, &about, &mut gone).await.expect("erased");
        tx.commit().await.expect("commit");
        let after = house.topic(&it.id).await;
        assert_eq!((after.title.as_str(), after.body.as_str(), after.person.as_ref()), ("Erased", "", None));
        assert!(!after.is_public() && gone.ids.contains(it.id.as_str()));
        assert_eq!(house.count("SELECT COUNT(*) AS n FROM community_stem").await, 0);
    });
}
