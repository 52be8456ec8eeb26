//! Asking, answering, voting, accepting, changing, following, being told.

use people::system_mail;
use platform::jobs::Workers;

use super::{asked, refusal, run, words};
use crate::commands::{self, CommandError, NewPost, NewTopic};
use crate::model::{Kind, Subject};
use crate::rules::rights::Refusal;
use crate::store::{self, Behind, Wanted};

#[test]
fn a_question_is_answered_and_says_what_helped() {
    run(|house| async move {
        let it = house.ask("Does the warranty follow the bicycle?").await;
        assert!(it.is_public() && it.due.is_some());
        let one = house.answer(&house.bent, &it.id, "Yes, it does.").await;
        let p = house.p();
        let us = commands::answer_as_staff(p, &house.ingrid, &it.id, words("It follows the bicycle.")).await;
        assert!(us.expect("answered").staff.is_some());
        assert_eq!(house.topic(&it.id).await.answers, 2);
        assert_eq!(refusal(commands::accept(p, &house.bent, &one.id).await), Refusal::NotYours);
        commands::accept(p, &house.agnes, &one.id).await.expect("accepted");
        assert_eq!(house.topic(&it.id).await.accepted, Some(one.id.clone()));
        let bent = async || {
            let mut conn = house.p().db.read().await.expect("read");
            store::member(&mut conn, &house.bent).await.expect("read").expect("a member")
        };
        assert_eq!((bent().await.accepted, bent().await.published), (1, 1));
        commands::accept(p, &house.agnes, &one.id).await.expect("taken back");
        assert_eq!((house.topic(&it.id).await.accepted, bent().await.accepted), (None, 0));
        let comment = NewPost { under: Some(one.id.clone()), ..words("Thank you!") };
        commands::answer(p, &house.agnes, &it.id, comment.clone()).await.expect("commented");
        assert_eq!(house.topic(&it.id).await.answers, 2, "a comment is no answer");
        let other = house.ask("Another thing altogether?").await;
        let wrong = commands::answer(p, &house.agnes, &other.id, comment).await;
        assert!(matches!(wrong, Err(CommandError::NotFound)), "under an answer of another question");
    });
}

#[test]
fn each_has_one_voice_and_none_for_their_own() {
    run(|house| async move {
        let it = house.ask("Is it waterproof?").await;
        let (p, subject) = (house.p(), Subject::Topic(it.id.clone()));
        for _ in 0..2 {
            commands::vote(p, &house.bent, &subject, true).await.expect("voted");
        }
        assert_eq!(house.topic(&it.id).await.votes, 1);
        assert_eq!(refusal(commands::vote(p, &house.agnes, &subject, true).await), Refusal::Own);
        for _ in 0..2 {
            commands::vote(p, &house.bent, &subject, false).await.expect("taken back");
        }
        assert_eq!(house.topic(&it.id).await.votes, 0);
    });
}

#[test]
fn names_are_nobody_elses() {
    run(|house| async move {
        for taken in ["bent k a", "  AGNES d", "Ingrid Moen", "ingrid  moen"] {
            assert_eq!(refusal(commands::join(house.p(), &house.ida, taken).await), Refusal::NameTaken, "{taken}");
        }
        for none in ["", "x", "ida@post.example", "\u{202e}\u{200b}"] {
            assert_eq!(refusal(commands::join(house.p(), &house.ida, none).await), Refusal::NoName, "{none}");
        }
        commands::join(house.p(), &house.ida, "Ida K").await.expect("renamed");
    });
}

#[test]
fn what_is_changed_stays_as_it_was_for_colleagues() {
    run(|house| async move {
        let it = house.ask("Is it waterproof?").await;
        let p = house.p();
        let new = NewTopic { title: "Is it rainproof?".into(), body: "I wonder.".into(), ..asked() };
        assert_eq!(refusal(commands::edit_topic(p, &house.bent, &it.id, new.clone()).await), Refusal::NotYours);
        commands::edit_topic(p, &house.agnes, &it.id, new).await.expect("changed");
        let after = house.topic(&it.id).await;
        assert_eq!((after.title.as_str(), after.body.as_str()), ("Is it rainproof?", "I wonder."));
        assert!(after.edited_at.is_some() && after.is_public());
        let sql = "SELECT COUNT(*) AS n FROM community_edit WHERE title = 'Is it waterproof?'";
        assert_eq!(house.count(sql).await, 1);
        let links = "https://a.example and more";
        let post = house.answer(&house.bent, &it.id, "No.").await;
        commands::edit_post(p, &house.bent, &post.id, words(links)).await.expect("changed");
        assert_eq!(house.topic(&it.id).await.answers, 0, "a link of somebody new waits, also when it is put in later");
    });
}

#[test]
fn lists_go_by_key_and_know_tags_answers_and_likeness() {
    run(|house| async move {
        let (one, two) = (house.ask("Where is the kettle repaired?").await, house.ask("How long is the cable?").await);
        house.answer(&house.bent, &one.id, "In Bergen.").await;
        let mut conn = house.p().db.read().await.expect("read");
        let all = store::list(&mut conn, &Wanted::default(), None, 10).await.expect("read");
        assert_eq!(all.iter().map(|it| &it.id).collect::<Vec<_>>(), [&two.id, &one.id]);
        let behind = Behind(two.id.clone());
        let rest = store::list(&mut conn, &Wanted::default(), Some(&behind), 10).await.expect("read");
        assert_eq!(rest.len(), 1);
        let bare = Wanted { unanswered: true, ..Wanted::default() };
        assert_eq!(store::list(&mut conn, &bare, None, 10).await.expect("read").len(), 1);
        for (tag, found) in [("bikes", 2), ("lamps", 0)] {
            let tagged = Wanted { tag: Some(tag.into()), ..Wanted::default() };
            assert_eq!(store::list(&mut conn, &tagged, None, 10).await.expect("read").len(), found, "{tag}");
        }
        let ideas = Wanted { kind: Kind::Idea, ..Wanted::default() };
        assert!(store::list(&mut conn, &ideas, None, 10).await.expect("read").is_empty());
        let stems = crate::rules::likeness::stems("repairing kettles", None);
        let found = store::similar(&mut conn, &stems, None).await.expect("read");
        assert_eq!(found.iter().map(|it| &it.id).collect::<Vec<_>>(), [&one.id]);
        assert!(store::similar(&mut conn, &stems, Some(&one.id)).await.expect("read").is_empty());
    });
}

#[test]
fn who_follows_is_told_but_not_of_their_own_words() {
    run(|house| async move {
        let it = house.ask("Is it waterproof?").await;
        house.answer(&house.bent, &it.id, "Yes.").await;
        house.answer(&house.agnes, &it.id, "Thanks!").await;
        let workers = Workers::default().lane(system_mail::LANE, 1).handle(commands::TELL_JOB, commands::tell);
        workers.run_due(house.p(), system_mail::LANE).await.expect("told");
        let sql = "SELECT payload FROM job WHERE kind = 'mail.system'";
        let rows = house.p().db.read().await.expect("read").all(sql, vec![]).await.expect("read");
        let mails: Vec<String> = rows.iter().map(|row| row.text("payload").expect("text")).collect();
        assert_eq!(mails.len(), 1, "{mails:?}");
        assert!(mails[0].contains("agnes@post.example") && mails[0].contains(&format!("/community/q/{}", it.id)));
        assert!(!mails[0].contains("Yes."), "none of what was written: {mails:?}");
    });
}
