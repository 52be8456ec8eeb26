//! Problems on both engines: linked and counted, ranked, solved with a draft for each who waits, and back again.

use std::collections::BTreeMap;

use people::privacy::{self, Confirmed, Holders};

use super::merging::{happened, healthy, thread};
use super::*;
use crate::holding::Conversations;
use crate::model::{Problem, ProblemState, ProblemTelling, ProblemText, ProblemTold};
use crate::queries::ProblemQuery;
use crate::{ProblemId, SharedDraft};

async fn from(p: &Platform, who: &str, text: &str) -> Placed {
    take_in(p, mail(p, &format!("{who}@post.example"), who, text)).await
}

async fn made(p: &Platform, actor: &Actor, title: &str) -> ProblemId {
    let of = ProblemText { title: title.into(), ..ProblemText::default() };
    commands::make_problem(p, actor, of).await.expect("made")
}

async fn is(p: &Platform, id: &ProblemId) -> Problem {
    queries::problem(&mut p.db.read().await.expect("read"), &Scope::All, id).await.expect("read").expect("is there")
}

/// Customers, conversations, who waits, the unhappy, and what came back.
async fn counts_of(p: &Platform, id: &ProblemId) -> [i64; 5] {
    let n = is(p, id).await.counts;
    [n.customers, n.conversations, n.waiting, n.unhappy, n.again]
}

async fn told(p: &Platform, id: &ProblemId) -> [i64; 3] {
    let it = is(p, id).await;
    let found = queries::problem_telling(&mut p.db.read().await.expect("read"), &it).await.expect("counted");
    let ProblemTelling { told, drafted, not_yet } = found;
    [told, drafted, not_yet]
}

async fn drafts(p: &Platform, id: &ConversationId) -> Vec<SharedDraft> {
    queries::shared_drafts(&mut p.db.read().await.expect("read"), id).await.expect("read")
}

/// Lets all waiting jobs that draft run; answers how many there were.
pub(super) async fn draft_all(p: &Platform) -> usize {
    let mut n = 0;
    while let Some(job) = claim(p, commands::PROBLEM_JOB).await {
        commands::draft_problem_answers(p, &job).await.expect("drafted");
        n += 1;
    }
    n
}

fn words(texts: &[(Language, &str)]) -> BTreeMap<Language, String> {
    texts.iter().map(|(language, text)| (*language, (*text).to_owned())).collect()
}

async fn titles(p: &Platform, scope: &Scope, query: &ProblemQuery) -> (Vec<String>, Option<String>) {
    let page = queries::problems(&mut p.db.read().await.expect("read"), scope, query).await.expect("listed");
    (page.rows.into_iter().map(|it| it.of.title).collect(), page.next)
}

#[test]
fn what_has_one_cause_is_counted_whatever_becomes_of_its_conversations() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let problem = made(p, &actor, " Motor \n stops ").await;
        assert_eq!(is(p, &problem).await.of.title, "Motor stops");
        let kari = from(p, "kari", "Dette er for dårlig, jeg er veldig skuffet.").await;
        let again = from(p, "kari", "Enda en ting").await;
        let ola = from(p, "ola", "Den stopper.").await;
        for one in [&kari, &again, &ola, &ola] {
            commands::link_problem(p, &actor, &one.conversation, &problem).await.expect("linked");
        }
        assert_eq!(counts_of(p, &problem).await, [2, 3, 2, 1, 0]);
        assert_eq!(happened(&thread(p, &ola.conversation).await, "conversation.problem_linked"), 1);
        assert_eq!(thread(p, &ola.conversation).await.problems.len(), 1);

        commands::close(p, &actor, &ola.conversation, Some("x")).await.expect("closed");
        assert_eq!(counts_of(p, &problem).await, [2, 3, 1, 1, 0]);
        commands::reopen(p, &actor, &ola.conversation, None).await.expect("open");
        assert_eq!(counts_of(p, &problem).await, [2, 3, 2, 1, 0]);
        commands::unlink_problem(p, &actor, &again.conversation, &problem).await.expect("unlinked");
        commands::unlink_problem(p, &actor, &again.conversation, &problem).await.expect("nothing to do");
        assert_eq!(counts_of(p, &problem).await, [2, 2, 2, 1, 0]);
        assert_eq!(happened(&thread(p, &again.conversation).await, "conversation.problem_unlinked"), 1);

        // What comes in next says how they feel now.
        let mut glad = mail(p, "kari@post.example", "Re: kari", "Tusen takk for god hjelp!");
        let tag = naming::reply_tag(p, kari.number, &find(p, &kari.conversation).await.person);
        glad.reply_tags = vec![tag];
        take_in(p, glad).await;
        assert_eq!(counts_of(p, &problem).await, [2, 2, 2, 0, 0]);
        let history = queries::problem_history(&mut p.db.read().await.expect("read"), &problem).await.expect("read");
        let kinds: Vec<&str> = history.iter().map(|event| event.kind.as_str()).collect();
        let linked = "problem.linked";
        assert_eq!(kinds, ["problem.made", linked, linked, linked, "problem.unlinked"]);
        healthy(p).await;
    });
}

#[test]
fn those_for_which_most_wait_come_first_page_by_page() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let mut ids = Vec::new();
        for title in ["Nobody", "Two wait", "One unhappy", "One ÅL 50%"] {
            ids.push(made(p, &actor, title).await);
        }
        let kari = from(p, "kari", "Dette er for dårlig, jeg er veldig skuffet.").await;
        let (ola, lars) = (from(p, "ola", "Hei").await, from(p, "lars", "Hei").await);
        for (one, at) in [(&kari, 1), (&ola, 1), (&kari, 2), (&lars, 3)] {
            commands::link_problem(p, &actor, &one.conversation, &ids[at]).await.expect("linked");
        }
        let mut query = ProblemQuery { solved: Some(false), most: 2, ..ProblemQuery::default() };
        let (first, next) = titles(p, &Scope::All, &query).await;
        assert_eq!(first, ["Two wait", "One unhappy"]);
        query.after = next.expect("more");
        assert_eq!(titles(p, &Scope::All, &query).await, (vec!["One ÅL 50%".to_owned(), "Nobody".to_owned()], None));
        query.after = "rubbish.1".into();
        assert_eq!(titles(p, &Scope::All, &query).await.0, ["Two wait", "One unhappy"]);
        for (typed, expected) in [("ål", vec!["One ÅL 50%"]), ("one\0 50%", vec!["One ÅL 50%"]), ("_", vec![])] {
            let query = ProblemQuery { words: typed.into(), most: 10, ..ProblemQuery::default() };
            assert_eq!(titles(p, &Scope::All, &query).await.0, expected, "{typed}");
        }
        let it = is(p, &ids[1]).await;
        let mut conn = p.db.read().await.expect("read");
        let page = queries::problem_rows(&mut conn, &Scope::All, &it, "", 1).await.expect("read");
        assert_eq!(page.rows[0].link.conversation, ola.conversation, "the newest first");
        let after = page.next.expect("more");
        let page = queries::problem_rows(&mut conn, &Scope::All, &it, &after, 1).await.expect("read");
        assert_eq!((page.rows[0].link.conversation.clone(), page.next), (kari.conversation, None));
    });
}

#[test]
fn everybody_who_waits_gets_a_draft_in_their_language_that_nobody_sent() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let problem = made(p, &actor, "Motor stops").await;
        let kari = from(p, "kari", "Den stopper i regn.").await;
        let mut english = mail(p, "ola@post.example", "ola", "It stops.");
        english.language = Some(Language::Sv);
        let ola = take_in(p, english).await;
        let done = from(p, "lars", "Hei").await;
        for one in [&kari, &ola, &done] {
            commands::link_problem(p, &actor, &one.conversation, &problem).await.expect("linked");
        }
        commands::close(p, &actor, &done.conversation, Some("x")).await.expect("closed");

        let refused = commands::solve_problem(p, &actor, &problem, &words(&[(Language::Nb, " ")])).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::ProblemNeedsAnswer))));
        let refused = commands::solve_problem(p, &actor, &problem, &words(&[(Language::Nb, "{{x}}")])).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::UnknownVariable))));
        let refused = commands::draft_answers(p, &actor, &problem).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::ProblemNeedsAnswer))));
        let texts = words(&[
            (Language::Nb, "Hei {{customer.first_name}}, sak {{conversation.number}}: «{{customer.wrote}}» er løst."),
            (Language::En, "Hi, it is mended."),
        ]);
        commands::solve_problem(p, &actor, &problem, &texts).await.expect("solved");
        assert_eq!((is(p, &problem).await.state, draft_all(p).await), (ProblemState::Solved, 1));
        let one = drafts(p, &kari.conversation).await;
        let expected = format!("Hei Kari, sak {}: «Den stopper i regn.» er løst.", kari.number);
        assert_eq!((one.len(), one[0].text.body.as_str(), &one[0].author), (1, expected.as_str(), &me));
        assert_eq!(drafts(p, &ola.conversation).await[0].text.body, "Hi, it is mended.");
        assert!(drafts(p, &done.conversation).await.is_empty(), "who does not wait is left alone");
        assert!(claim(p, commands::SEND_JOB).await.is_none(), "nothing goes out by itself");
        assert_eq!(happened(&thread(p, &kari.conversation).await, "conversation.draft_shared"), 1);
        assert_eq!(told(p, &problem).await, [0, 2, 0]);

        // Twice is once; what was thrown away may be drafted anew only when it is solved anew.
        commands::draft_answers(p, &actor, &problem).await.expect("asked");
        draft_all(p).await;
        assert_eq!(drafts(p, &kari.conversation).await.len(), 1);
        let sent = NewReply { draft: Some((one[0].id.clone(), one[0].version, false)), ..reply(&one[0].text.body) };
        let back = commands::reply(p, &actor, &kari.conversation, sent).await.expect("sent");
        commands::undo_send(p, &actor, &back).await.expect("taken back");
        assert_eq!(told(p, &problem).await, [0, 2, 0], "what was taken back is a draft again");
        let one = drafts(p, &kari.conversation).await;
        let sent = NewReply { draft: Some((one[0].id.clone(), one[0].version, true)), ..reply(&one[0].text.body) };
        commands::reply(p, &actor, &kari.conversation, sent).await.expect("sent");
        assert_eq!(told(p, &problem).await, [1, 1, 0]);
        let mine = drafts(p, &ola.conversation).await.remove(0).id;
        commands::throw_draft_away(p, &actor, &mine).await.expect("thrown away");
        assert_eq!(told(p, &problem).await, [1, 0, 1]);
        let it = is(p, &problem).await;
        let mut conn = p.db.read().await.expect("read");
        let rows = queries::problem_rows(&mut conn, &Scope::All, &it, "", 10).await.expect("read").rows;
        drop(conn);
        let of = |placed: &Placed| rows.iter().find(|row| row.link.conversation == placed.conversation).expect("is");
        assert_eq!((of(&kari).told, of(&ola).told), (Some(ProblemTold::Told), Some(ProblemTold::NotYet)));
        assert_eq!((of(&kari).link.language, of(&ola).link.language), (Some(Language::Nb), Some(Language::En)));

        // One who comes later is its return.
        let late = from(p, "late", "Den stopper igjen.").await;
        commands::link_problem(p, &actor, &late.conversation, &problem).await.expect("linked");
        assert_eq!(counts_of(p, &problem).await[4], 1);
        assert_eq!(happened(&thread(p, &late.conversation).await, "conversation.problem_came_back"), 1);
        commands::draft_answers(p, &actor, &problem).await.expect("asked");
        draft_all(p).await;
        assert_eq!(drafts(p, &late.conversation).await.len(), 1);
        commands::move_problem(p, &actor, &problem, ProblemState::Working).await.expect("open again");
        test.clock.advance_business(SignedDuration::from_hours(1));
        commands::solve_problem(p, &actor, &problem, &words(&[(Language::Nb, "Nå er det løst.")]))
            .await
            .expect("solved");
        draft_all(p).await;
        assert_eq!(drafts(p, &late.conversation).await.len(), 1, "one that waits is enough");
        assert_eq!(drafts(p, &ola.conversation).await[0].text.body, "Nå er det løst.");
        assert_eq!(told(p, &problem).await[0], 0, "what was said before is no answer to it");
        healthy(p).await;
    });
}

#[test]
fn views_and_the_search_find_what_has_a_cause() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let (with, _without) = (from(p, "kari", "trombone").await, from(p, "ola", "trombone").await);
        let problem = made(p, &actor, "Motor").await;
        commands::link_problem(p, &actor, &with.conversation, &problem).await.expect("linked");
        let found = |code: &'static str| {
            let me = me.clone();
            async move { super::views::listed(p, &Scope::All, &me, super::views::only(code), 10).await }
        };
        for (code, finds) in [("problem:any", true), ("problem:unsolved", true), ("problem:solved", false)] {
            let expected = if finds { vec![with.conversation.clone()] } else { vec![] };
            assert_eq!(found(code).await, expected, "{code}");
        }
        assert_eq!(super::searching::numbers(p, "trombone is:problem").await, [with.number]);
        assert_eq!(super::searching::numbers(p, "trombone -is:problem").await.len(), 1);
        commands::solve_problem(p, &actor, &problem, &words(&[(Language::Nb, "Hei")])).await.expect("solved");
        assert_eq!(found("problem:solved").await, [with.conversation]);
    });
}

#[test]
fn causes_go_along_when_two_become_one_and_come_back() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let (both, own) = (made(p, &actor, "Both").await, made(p, &actor, "Own").await);
        let (source, target) = (from(p, "kari", "Hei").await, from(p, "ola", "Hei").await);
        for (one, problem) in [(&source, &both), (&source, &own), (&target, &both)] {
            commands::link_problem(p, &actor, &one.conversation, problem).await.expect("linked");
        }
        commands::merge(p, &actor, &source.conversation, target.number).await.expect("merged");
        assert_eq!((counts_of(p, &both).await, counts_of(p, &own).await), ([1, 1, 1, 0, 0], [1, 1, 1, 0, 0]));
        assert_eq!(thread(p, &target.conversation).await.problems.len(), 2);
        healthy(p).await;
        commands::undo_merge(p, &actor, &source.conversation).await.expect("apart");
        assert_eq!((counts_of(p, &both).await, counts_of(p, &own).await), ([2, 2, 2, 0, 0], [1, 1, 1, 0, 0]));
        let names = |thread: &queries::Thread| thread.problems.iter().map(|it| it.of.title.clone()).collect::<Vec<_>>();
        assert_eq!(names(&thread(p, &target.conversation).await), ["Both"]);
        assert_eq!(names(&thread(p, &source.conversation).await), ["Both", "Own"]);
        healthy(p).await;
    });
}

#[test]
fn what_is_deleted_counts_no_more_and_an_erased_customer_has_no_cause() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let admin = hired(p, "Anna Holm", Role::Admin).await.actor();
        let problem = made(p, &actor, "Motor").await;
        let (kari, ola) = (from(p, "kari", "Hei").await, from(p, "ola", "Hei").await);
        for one in [&kari, &ola] {
            commands::link_problem(p, &actor, &one.conversation, &problem).await.expect("linked");
        }
        commands::delete(p, &admin, &ola.conversation).await.expect("deleted");
        assert_eq!(counts_of(p, &problem).await, [1, 1, 1, 0, 0]);
        commands::restore(p, &admin, &ola.conversation).await.expect("back");
        assert_eq!(counts_of(p, &problem).await, [2, 2, 2, 0, 0]);
        let person = find(p, &kari.conversation).await.person;
        let confirmed = Confirmed { name: "Kari Solheim", called: "Erased", instead: "[erased]" };
        let mut tx = p.begin().await.expect("begin");
        privacy::erase(p, &mut tx, &admin, &person, confirmed, Holders(&[&Conversations])).await.expect("erased");
        tx.commit().await.expect("commit");
        assert_eq!(counts_of(p, &problem).await, [1, 1, 1, 0, 0]);
        healthy(p).await;
    });
}

#[test]
fn who_writes_notes_links_and_solves_nothing_and_departments_keep_theirs() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let light = hired(p, "Liv Lund", Role::Light).await.actor();
        let placed = from(p, "kari", "Hei").await;
        let problem = made(p, &actor, "Motor").await;
        commands::link_problem(p, &light, &placed.conversation, &problem).await.expect("may link");
        commands::unlink_problem(p, &light, &placed.conversation, &problem).await.expect("may unlink");
        let text = words(&[(Language::En, "Mended")]);
        for refused in [
            commands::solve_problem(p, &light, &problem, &text).await,
            commands::move_problem(p, &light, &problem, ProblemState::Working).await,
            commands::remove_problem(p, &light, &problem).await,
            commands::change_problem(p, &light, &problem, ProblemText::default()).await,
            commands::make_problem(p, &light, ProblemText::default()).await.map(drop),
        ] {
            assert!(matches!(refused, Err(CommandError::Forbidden)), "{refused:?}");
        }
        let mut tx = p.begin().await.expect("begin");
        let there = people::department::make(&mut tx, &Actor::System, "Workshop").await.expect("made").id;
        tx.commit().await.expect("commit");
        let of = ProblemText { department: Some(there.clone()), ..is(p, &problem).await.of };
        commands::change_problem(p, &actor, &problem, of).await.expect("changed");
        let other = Scope::Departments(vec!["dep_00000000000000000000000000".into()]);
        let query = ProblemQuery { most: 10, ..ProblemQuery::default() };
        assert!(titles(p, &other, &query).await.0.is_empty());
        assert_eq!(titles(p, &Scope::Departments(vec![there.to_string()]), &query).await.0, ["Motor"]);
        assert!(titles(p, &Scope::Own("per_x".into()), &query).await.0.is_empty(), "no customer sees any");
        let unknown = "prb_00000000000000000000000000".parse().expect("an id");
        let refused = commands::link_problem(p, &actor, &placed.conversation, &unknown).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::NoSuchProblem))));
        commands::link_problem(p, &actor, &placed.conversation, &problem).await.expect("linked");
        commands::remove_problem(p, &actor, &problem).await.expect("removed");
        assert!(thread(p, &placed.conversation).await.problems.is_empty());
        healthy(p).await;
    });
}

#[test]
fn a_problem_is_removed_while_one_of_its_conversations_is_closed() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let problem = made(p, &actor, "Motor stops").await;
        let kari = from(p, "kari", "Den stopper.").await;
        commands::link_problem(p, &actor, &kari.conversation, &problem).await.expect("linked");
        let mut tx = p.begin().await.expect("begin");
        store::hold_problem(&mut tx, &Scope::All, &problem).await.expect("held").expect("is there");
        let closing = tokio::spawn({
            let (p, actor, id) = (p.clone(), actor.clone(), kari.conversation.clone());
            async move { commands::close(&p, &actor, &id, Some("Done")).await.map(drop) }
        });
        // It comes as far as it can, and waits for the problem without holding its link.
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        store::remove_problem(&mut tx, &problem).await.expect("removed");
        tx.commit().await.expect("commit");
        closing.await.expect("ends").expect("closed");
        assert_eq!(find(p, &kari.conversation).await.state.group(), crate::model::Group::Closed);
        healthy(p).await;
    });
}
