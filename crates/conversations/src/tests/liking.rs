//! What was answered before: found by the rarest words within rights, and sent by nobody who has not looked at it.

use platform::vals;

use super::*;
use crate::DraftText;
use crate::queries::LikeCase;

async fn cases(p: &Platform, scope: &Scope, of: &Placed) -> Vec<LikeCase> {
    let mut conn = p.db.read().await.expect("read");
    let at = queries::case_at_hand(&mut conn, find(p, &of.conversation).await).await.expect("read");
    queries::like_cases(&mut conn, scope, &at).await.expect("found")
}

async fn own(p: &Platform, me: &StaffId, id: &ConversationId) -> Option<DraftText> {
    let drafts = queries::drafts(&mut p.db.read().await.expect("read"), me, id).await.expect("read");
    drafts.into_iter().find(|(kind, _)| *kind == MessageKind::Reply).map(|(_, text)| text)
}

#[test]
fn answered_cases_that_share_the_rarest_words_are_found_within_rights() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (_, actor) = ingrid(p).await;
        let like = take_in(p, mail(p, "ola@post.example", "Kulde", "Motoren stopper med feilkode i kulda.")).await;
        let other = take_in(p, mail(p, "lars@post.example", "Sal", "Sadelen er borte.")).await;
        let unanswered = take_in(p, mail(p, "per@post.example", "Kulde to", "Feilkode i kulda igjen.")).await;
        let mut english = mail(p, "tom@post.example", "Cold", "Feilkode kulda, in English.");
        english.language = Some(Language::En);
        let english = take_in(p, english).await;
        for (placed, text) in [(&like, "Hei Ola, 4 290 kr tilbake."), (&other, "Her er den."), (&english, "Hi")] {
            commands::reply(p, &actor, &placed.conversation, reply(text)).await.expect("replied");
        }
        let at = take_in(p, mail(p, "kari@post.example", "Hjelp", "Det står feilkode når det er kulda ute.")).await;
        let found = cases(p, &Scope::All, &at).await;
        let numbers: Vec<i64> = found.iter().map(|case| case.conversation.number).collect();
        assert_eq!(numbers, [like.number], "not {} nor {}", unanswered.number, other.number);
        assert_eq!(
            (found[0].reply.body.as_str(), found[0].question.contains("stopper")),
            ("Hei Ola, 4 290 kr tilbake.", true)
        );
        let differs: Vec<&str> = found[0].differs.iter().map(|mark| mark.text.as_str()).collect();
        assert_eq!(differs, ["Ola", "4 290 kr"]);
        let elsewhere = Scope::Departments(vec!["dep_00000000000000000000000000".into()]);
        assert!(cases(p, &elsewhere, &at).await.is_empty());
    });
}

#[test]
fn what_began_as_another_answer_goes_when_its_writer_says_that_it_fits() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let other = take_in(p, mail(p, "ola@post.example", "Kulde", "Den stopper.")).await;
        let said = commands::reply(p, &actor, &other.conversation, reply("Hei Ola.")).await.expect("replied");
        let placed = take_in(p, mail(p, "kari@post.example", "Hjelp", "Den stopper.")).await;
        let id = &placed.conversation;
        let typed = DraftText { body: "Hei".into(), ..DraftText::default() };
        commands::save_draft(p, &actor, id, MessageKind::Reply, &typed).await.expect("kept");
        commands::use_like(p, &actor, id, &said).await.expect("put in");
        let draft = own(p, &me, id).await.expect("a draft");
        assert!(draft.body.starts_with("Hei") && draft.body.contains("Hei Ola."), "{}", draft.body);
        assert_eq!(draft.like.as_ref(), Some(&said));
        for from in [&placed.message, &said] {
            let refused = commands::use_like(p, &actor, &other.conversation, from).await;
            assert!(
                matches!(refused, Err(CommandError::NotFound)),
                "what came in, and its own, are no answers of others"
            );
        }
        // What is kept as one types does not forget it, and neither does a form that does not say it.
        let typed = DraftText { body: "Hei Kari.".into(), ..DraftText::default() };
        commands::save_draft(p, &actor, id, MessageKind::Reply, &typed).await.expect("kept");
        assert_eq!(own(p, &me, id).await.and_then(|draft| draft.like).as_ref(), Some(&said));
        for new in [reply("Hei Kari."), NewReply { like: Some(said.clone()), ..reply("Hei Kari.") }] {
            let refused = commands::reply(p, &actor, id, new).await;
            assert!(matches!(refused, Err(CommandError::Refused(Refusal::LikeUnread))));
        }
        // Shared with a colleague it is asked of them, too.
        let text = own(p, &me, id).await.expect("a draft");
        let shared = commands::share_typed(p, &actor, id, &text, None).await.expect("shared");
        let sent =
            |read: bool| NewReply { like_read: read, draft: Some((shared.clone(), 1, false)), ..reply("Hei Kari.") };
        let refused = commands::reply(p, &actor, id, sent(false)).await;
        assert!(matches!(refused, Err(CommandError::Refused(Refusal::LikeUnread))));
        commands::reply(p, &actor, id, sent(true)).await.expect("sent");
        assert_eq!(own(p, &me, id).await, None);
        commands::reply(p, &actor, id, reply("Og en ting til.")).await.expect("nothing is asked of others");
    });
}

async fn count(p: &Platform, sql: &str) -> i64 {
    p.db.read().await.expect("read").number(sql, vals![]).await.expect("counted")
}

#[test]
fn copies_are_found_by_what_they_began_as_also_in_a_merge_and_nothing_else_goes() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let other = take_in(p, mail(p, "ola@post.example", "Kulde", "Den stopper.")).await;
        let said = commands::reply(p, &actor, &other.conversation, reply("Hei Ola.")).await.expect("replied");
        let again = commands::reply(p, &actor, &other.conversation, reply("Hei igjen.")).await.expect("replied");
        let one = take_in(p, mail(p, "kari@post.example", "Hjelp", "Den stopper.")).await;
        let two = take_in(p, mail(p, "kari@post.example", "Mer hjelp", "Den stopper nå.")).await;
        let three = take_in(p, mail(p, "per@post.example", "Hjul", "Det er skjevt.")).await;
        // One is shared, one is typed; both go along with a merge. A third is of another answer, a fourth of none.
        commands::use_like(p, &actor, &one.conversation, &said).await.expect("put in");
        let text = own(p, &me, &one.conversation).await.expect("a draft");
        commands::share_typed(p, &actor, &one.conversation, &text, None).await.expect("shared");
        commands::use_like(p, &actor, &one.conversation, &said).await.expect("put in");
        commands::use_like(p, &actor, &three.conversation, &again).await.expect("put in");
        let typed = DraftText { body: "Hei Ola.".into(), ..DraftText::default() };
        commands::save_draft(p, &actor, &other.conversation, MessageKind::Reply, &typed).await.expect("kept");
        commands::merge(p, &actor, &one.conversation, two.number).await.expect("merged");
        assert_eq!(count(p, "SELECT COUNT(*) AS n FROM merge_copy").await, 1);

        let mut tx = p.begin().await.expect("begin");
        assert_eq!(store::forget_copies(&mut tx, std::slice::from_ref(&said)).await.expect("gone"), 2);
        tx.commit().await.expect("commit");
        assert_eq!(count(p, "SELECT COUNT(*) AS n FROM merge_copy").await, 0);
        assert_eq!(count(p, "SELECT COUNT(*) AS n FROM draft").await, 2, "of another answer, and of none");
        assert_eq!(count(p, "SELECT COUNT(*) AS n FROM shared_draft").await, 0);
        commands::undo_merge(p, &actor, &one.conversation).await.expect("undone");
        assert_eq!(own(p, &me, &one.conversation).await, None, "it does not come back");
        assert_eq!(count(p, "SELECT COUNT(*) AS n FROM shared_draft").await, 0);

        if p.db.engine() == platform::Engine::Sqlite {
            let mut conn = p.db.read().await.expect("read");
            for table in ["draft", "shared_draft"] {
                let sql = format!("EXPLAIN QUERY PLAN DELETE FROM {table} WHERE began_as = $1");
                let plan = conn.all(&sql, vals!["msg_1"]).await.expect("a plan");
                let plan: Vec<String> = plan.iter().map(|row| row.text("detail").expect("a line")).collect();
                assert!(plan.iter().all(|line| line.contains("began_as")), "{plan:?}");
            }
        }
    });
}

#[test]
fn what_drafts_began_as_is_read_out_of_those_that_were_there_before() {
    on_both_engines(&migrations(), |test: TestPlatform| async move {
        let p = &test.platform;
        let (me, actor) = ingrid(p).await;
        let other = take_in(p, mail(p, "ola@post.example", "Kulde", "Den stopper.")).await;
        let said = commands::reply(p, &actor, &other.conversation, reply("Hei Ola.")).await.expect("replied");
        let one = take_in(p, mail(p, "kari@post.example", "Hjelp", "Den stopper.")).await;
        let two = take_in(p, mail(p, "kari@post.example", "Mer hjelp", "Den stopper nå.")).await;
        commands::use_like(p, &actor, &one.conversation, &said).await.expect("put in");
        // A text that looks like what is looked for is a text.
        let typed = DraftText { body: "{\"like\":\"msg_1\"} \\ \0".into(), ..DraftText::default() };
        commands::save_draft(p, &actor, &other.conversation, MessageKind::Reply, &typed).await.expect("kept");
        commands::merge(p, &actor, &one.conversation, two.number).await.expect("merged");
        let step = crate::MIGRATIONS.iter().find(|step| step.id == "conversations-390").expect("the step");
        let mut tx = p.begin().await.expect("begin");
        for sql in ["DROP INDEX draft_began_as", "DROP INDEX shared_draft_began_as", "DROP TABLE merge_copy"] {
            tx.run(sql, vals![]).await.expect("as before");
        }
        for table in ["draft", "shared_draft"] {
            tx.run(&format!("ALTER TABLE {table} DROP COLUMN began_as"), vals![]).await.expect("as before");
        }
        for sql in (step.sql)(p.db.engine()) {
            tx.run(&sql, vals![]).await.expect("made");
        }
        tx.commit().await.expect("commit");
        assert_eq!(count(p, "SELECT COUNT(*) AS n FROM draft WHERE began_as IS NOT NULL").await, 1);
        assert_eq!(count(p, "SELECT COUNT(*) AS n FROM merge_copy").await, 1);
        let mut tx = p.begin().await.expect("begin");
        assert_eq!(store::forget_copies(&mut tx, &[said]).await.expect("gone"), 1);
        tx.commit().await.expect("commit");
        assert_eq!(own(p, &me, &two.conversation).await, None);
        assert_eq!(count(p, "SELECT COUNT(*) AS n FROM draft").await, 1);
    });
}
